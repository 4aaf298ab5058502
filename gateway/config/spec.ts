import type { ValueType } from "./values.ts";

/** One key of the configuration: all that documentation, `qsig check` and the reader need. */
export interface Key<Value> {
  readonly kind: "key";
  readonly type: ValueType<NonNullable<Value>>;
  /** One line for the operator. */
  readonly help: string;
  /** undefined: the key may be left out and then has no value; a key without `default` must be there. */
  readonly default?: Value;
  readonly required: boolean;
  /** Where the default comes from when it is not ours: `dialect libpri`. */
  readonly origin?: string;
  /** The statement of the requirements that it serves: S-76. */
  readonly serves?: string;
  /** Where the default is not sure: `[MEM]`, `?`. */
  readonly mark?: string;
}

/** A list of values, each as one key would be. Never empty. */
export interface List<Value> {
  readonly kind: "list";
  readonly type: ValueType<NonNullable<Value>>;
  readonly help: string;
  readonly required: boolean;
  readonly serves?: string;
}

/** A list whose entries have keys of their own. Never required. */
export interface Rows<Members extends Specs> {
  readonly kind: "rows";
  readonly members: Members;
  readonly help: string;
}

/** Keys under one name; where it is left out it stands with its defaults, or, where it is optional, is not there. */
export interface Group<Members extends Specs, Optional extends boolean = false> {
  readonly kind: "group";
  readonly members: Members;
  readonly optional: Optional;
}

/** A group for each type, told apart by the key `type`. */
export interface Variant<Groups extends { readonly [type: string]: Specs }, Optional extends boolean> {
  readonly kind: "variant";
  readonly groups: Groups;
  readonly optional: Optional;
  readonly help: string;
}

/** Any number of groups under names of the operator. The defaults of one may depend on what it says itself. */
export interface Named<Members extends Specs> {
  readonly kind: "named";
  /** `text` gives what the entry says under a path, undefined where it says nothing. */
  readonly members: (text: (...path: string[]) => string | undefined) => Members;
}

export type Spec =
  | Key<unknown>
  | List<unknown>
  | Rows<Specs>
  | Group<Specs, boolean>
  | Variant<{ readonly [type: string]: Specs }, boolean>
  | Named<Specs>;

/** An interface, so that the types may refer to one another. */
export interface Specs {
  readonly [key: string]: Spec;
}

/** What the reader gives for a spec. */
export type Read<S> =
  S extends Key<infer Value>
    ? Value
    : S extends List<infer Value>
      ? readonly Value[]
      : S extends Rows<infer Members>
        ? readonly ReadAll<Members>[]
        : S extends Group<infer Members, infer Optional>
          ? ReadAll<Members> | (Optional extends true ? undefined : never)
          : S extends Variant<infer Groups, infer Optional>
            ? ReadVariant<Groups> | (Optional extends true ? undefined : never)
            : S extends Named<infer Members>
              ? ReadonlyMap<string, ReadAll<Members>>
              : never;
export type ReadAll<Members> = { readonly [key in keyof Members]: Read<Members[key]> };
type ReadVariant<Groups> = {
  [type in keyof Groups]: { readonly type: type } & ReadAll<Groups[type]>;
}[keyof Groups];

interface Words {
  readonly help: string;
  readonly serves?: string;
  readonly mark?: string | undefined;
  readonly origin?: string;
}

export function required<Value>(type: ValueType<Value>, words: Words): Key<Value> {
  return { kind: "key", type: type as ValueType<NonNullable<Value>>, required: true, ...clean(words) };
}

export function withDefault<Value>(type: ValueType<Value>, value: Value, words: Words): Key<Value> {
  return { kind: "key", type: type as ValueType<NonNullable<Value>>, default: value, required: false, ...clean(words) };
}

export function optional<Value>(type: ValueType<Value>, words: Words): Key<Value | undefined> {
  return { kind: "key", type: type as ValueType<NonNullable<Value>>, required: false, ...clean(words) };
}

export function list<Value>(
  type: ValueType<NonNullable<Value>>,
  words: Words & { readonly required: boolean },
): List<Value> {
  return { kind: "list", type, ...words };
}

export function rows<const Members extends Specs>(members: Members, words: { readonly help: string }): Rows<Members> {
  return { kind: "rows", members, ...words };
}

export function group<const Members extends Specs>(members: Members): Group<Members> {
  return { kind: "group", members, optional: false };
}

export function optionalGroup<const Members extends Specs>(members: Members): Group<Members, true> {
  return { kind: "group", members, optional: true };
}

export function variant<const Groups extends { readonly [type: string]: Specs }, const Optional extends boolean>(
  groups: Groups,
  words: { readonly help: string; readonly optional: Optional },
): Variant<Groups, Optional> {
  return { kind: "variant", groups, ...words };
}

export function named<Members extends Specs>(members: Named<Members>["members"]): Named<Members> {
  return { kind: "named", members };
}

/** exactOptionalPropertyTypes: a mark that is undefined is no mark. */
function clean({ help, serves, mark, origin }: Words) {
  return {
    help,
    ...(serves === undefined ? {} : { serves }),
    ...(mark === undefined ? {} : { mark }),
    ...(origin === undefined ? {} : { origin }),
  };
}
