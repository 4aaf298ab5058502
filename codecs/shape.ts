/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Why a value does not fit: `path` names the field, `due` says in words what must stand there. */
export class ShapeError {
  readonly path: string;
  readonly due: string;

  constructor(path: string, due: string) {
    this.path = path;
    this.due = due;
  }

  /** One sentence that says what to do. */
  get text(): string {
    return `${this.path === "" ? "here" : this.path}: give ${this.due}`;
  }
}

/** The form of one value, both as we hold it and as JSON: what is read from JSON and the check before encoding. */
export interface Shape<T> {
  /** What is due here, in words: "a whole number from 0 to 3". */
  readonly due: string;
  readonly optional?: boolean;
  fromJson(json: unknown, path: string): T | ShapeError;
  /** undefined when `value` is within its bounds. */
  check(value: unknown, path: string): ShapeError | undefined;
}

/**
 * Any value of ours as JSON holds it (X.697 in spirit): octets become hex, everything else stays. Left out are members
 * without a value and `problems`, which are told beside a value and not in it.
 */
export function toJson(value: unknown): Json {
  if (typeof value !== "object" || value === null) return value as Json;
  if (value instanceof Uint8Array) return toHex(value);
  return Array.isArray(value) ? value.map(toJson) : membersToJson(value);
}

/** Those of an object, to which others may be added. */
export function membersToJson(value: object): { [name: string]: Json } {
  const json: { [name: string]: Json } = {};
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined && name !== "problems") json[name] = toJson(member);
  }
  return json;
}

/** A value that looks the same in JSON. */
export function plain<T>(due: string, holds: (value: unknown) => value is T): Shape<T> {
  return {
    due,
    fromJson: (json, path) => (holds(json) ? json : new ShapeError(path, due)),
    check: (value, path) => (holds(value) ? undefined : new ShapeError(path, due)),
  };
}

export function integer(least: number, most: number): Shape<number> {
  return plain(
    `a whole number from ${least} to ${most}`,
    (value): value is number => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
  );
}

export function flag(): Shape<boolean> {
  return plain("true or false", (value) => typeof value === "boolean");
}

/** For elements that say everything by being there. */
export function present(): Shape<true> {
  return plain("true", (value) => value === true);
}

export function oneOf<Name extends string | number | null>(...names: readonly Name[]): Shape<Name> {
  return plain(
    names.length === 1 ? JSON.stringify(names[0]) : `one of ${names.map((name) => JSON.stringify(name)).join(", ")}`,
    (value): value is Name => (names as readonly unknown[]).includes(value),
  );
}

/** One octet a character; `alphabet` is the highest code allowed: 127 for IA5, 255 where any octet may come. */
export function text(alphabet: 127 | 255): Shape<string> {
  return plain(
    alphabet === 127 ? "text of IA5 characters" : "text of 8-bit characters",
    (value): value is string => typeof value === "string" && highest(value) <= alphabet,
  );
}

export function octets(): Shape<Uint8Array> {
  const due = "octets as an even number of hex digits";
  return {
    due,
    fromJson: (json, path) => (typeof json === "string" ? fromHex(json) : undefined) ?? new ShapeError(path, due),
    check: (value, path) => (value instanceof Uint8Array ? undefined : new ShapeError(path, due)),
  };
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  const due = "a list";
  return {
    due,
    fromJson(json, path) {
      if (!Array.isArray(json)) return new ShapeError(path, due);
      const values: T[] = [];
      for (const [index, each] of json.entries()) {
        const value = item.fromJson(each, `${path}[${index}]`);
        if (value instanceof ShapeError) return value;
        values.push(value);
      }
      return values;
    },
    check(value, path) {
      if (!Array.isArray(value)) return new ShapeError(path, due);
      for (let index = 0; index < value.length; index += 1) {
        if (item.check(value[index], "") !== undefined) return item.check(value[index], `${path}[${index}]`);
      }
      return undefined;
    },
  };
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return { ...shape, optional: true } as Shape<T | undefined>;
}

/** A member that may be absent has an optional shape. */
export type Fields<T> = { readonly [K in keyof T]-?: Shape<T[K]> };

/** An object with exactly these members: a name that is none of them is refused, never skipped. */
export function record<T extends object>(fields: Fields<T>): Shape<T> {
  const due = `an object with ${Object.keys(fields).join(", ")}`;
  const rows = Object.entries(fields) as [string, Shape<unknown>][];
  return {
    due,
    fromJson(json, path) {
      if (!isObject(json)) return new ShapeError(path, due);
      const stranger = Object.keys(json).find((name) => !Object.hasOwn(fields, name));
      if (stranger !== undefined) return new ShapeError(join(path, stranger), `no such member, only ${due}`);
      const value: Record<string, unknown> = {};
      for (const [name, shape] of rows) {
        if (json[name] === undefined && shape.optional) continue;
        const member = shape.fromJson(json[name], join(path, name));
        if (member instanceof ShapeError) return member;
        value[name] = member;
      }
      return value as T;
    },
    check(value, path) {
      if (!isObject(value)) return new ShapeError(path, due);
      for (let index = 0; index < rows.length; index += 1) {
        const [name, shape] = rows[index] as (typeof rows)[number];
        const member = value[name];
        if (member === undefined && shape.optional) continue;
        // The path is put together where there is a fault to tell.
        if (shape.check(member, "") !== undefined) return shape.check(member, join(path, name));
      }
      return undefined;
    },
  };
}

export const hexDigits = "0123456789abcdef";

/** By the code of the digit, of either case. */
const digitValues: readonly (number | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const value = hexDigits.indexOf(String.fromCharCode(code).toLowerCase());
  return value < 0 ? undefined : value;
});

const hexPairs = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, "0"));

/** Lower case hex digits, two an octet. */
export function toHex(octets: Uint8Array): string {
  let hex = "";
  for (const octet of octets) hex += hexPairs[octet];
  return hex;
}

/** undefined when the text is not pairs of hex digits. */
export function fromHex(hex: string): Uint8Array | undefined {
  if (hex.length % 2 !== 0) return undefined;
  const octets = new Uint8Array(hex.length / 2);
  for (let index = 0; index < octets.length; index += 1) {
    const high = digitValues[hex.charCodeAt(2 * index)];
    const low = digitValues[hex.charCodeAt(2 * index + 1)];
    if (high === undefined || low === undefined) return undefined;
    octets[index] = high * 0x10 + low;
  }
  return octets;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function highest(value: string): number {
  let code = 0;
  for (let index = 0; index < value.length; index += 1) code = Math.max(code, value.charCodeAt(index));
  return code;
}
