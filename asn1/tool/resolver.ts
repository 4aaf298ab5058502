import type { Element, Module, ObjectAssignment, TypeNode } from "./ast.ts";
import { ModuleError } from "./module-error.ts";

/** A type as it stands on the wire: EXPLICIT tags around it, outermost first, its own identifier, what is inside. */
export interface Shape {
  readonly explicit: readonly number[];
  /** Absent: a CHOICE or an open type, which have no tag of their own. */
  readonly tag: number | undefined;
  readonly body: Body;
}

type Simple = "NULL" | "BOOLEAN" | "OBJECT IDENTIFIER" | "open" | "INTEGER" | "ENUMERATED" | "OCTET STRING" | "string";

export type Body =
  | Extract<TypeNode, { kind: Simple }>
  | { readonly kind: "SEQUENCE OF"; readonly of: Shape; readonly size: { readonly min: number; readonly max: number } }
  | { readonly kind: "SEQUENCE" | "CHOICE"; readonly elements: readonly ResolvedElement[] }
  | { readonly kind: "use"; readonly of: TypeDefinition };

export interface ResolvedElement extends Omit<Element, "type"> {
  readonly shape: Shape;
}

export interface TypeDefinition {
  /** As TypeScript writes it: no hyphens. */
  readonly name: string;
  readonly module: string;
  readonly shape: Shape;
}

export interface ResolvedModule {
  readonly name: string;
  readonly file: string;
  /** Each after those it uses. */
  readonly types: readonly TypeDefinition[];
}

export interface ResolvedObject extends Omit<ObjectAssignment, "argument" | "result"> {
  readonly argument?: TypeDefinition;
  readonly result?: TypeDefinition;
}

export interface Resolved {
  readonly modules: readonly ResolvedModule[];
  readonly objects: readonly ResolvedObject[];
}

/** `can-retain-service` is canRetainService: the same word as JavaScript writes it. */
export const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const universalTags = {
  BOOLEAN: 0x01, INTEGER: 0x02, "OCTET STRING": 0x04, NULL: 0x05, "OBJECT IDENTIFIER": 0x06, ENUMERATED: 0x0a,
  NumericString: 0x12, PrintableString: 0x13, IA5String: 0x16, VisibleString: 0x1a, SEQUENCE: 0x30, "SEQUENCE OF": 0x30,
} as const;

/** The identifier as a number: the octet, or the first octet and 256 times the tag number (as `codecs/ber/reader.ts`). */
const identifier = (tagClass: number, constructed: boolean, number: number): number =>
  tagClass + (constructed ? 0x20 : 0) + (number < 31 ? number : 31 + number * 256);

const isConstructed = (tag: number): boolean => (tag & 0x20) !== 0;

/** Class and number without the primitive or constructed bit: what makes two tags the same. */
const identity = (tag: number): number => (isConstructed(tag) ? tag - 0x20 : tag);

/** Every identifier a value of this shape may start with; `any` for an open type. */
export function firstTags(shape: Shape): readonly number[] | "any" {
  const [outermost = shape.tag] = shape.explicit;
  if (outermost !== undefined) {
    const isString = shape.body.kind === "OCTET STRING" || shape.body.kind === "string";
    // X.690 8.7.3: a string may also come in segments, constructed.
    return isString && shape.explicit.length === 0 ? [outermost, outermost + 0x20] : [outermost];
  }
  if (shape.body.kind === "use") return firstTags(shape.body.of.shape);
  if (shape.body.kind !== "CHOICE") return "any";
  const all: number[] = [];
  for (const element of shape.body.elements) {
    const tags = firstTags(element.shape);
    if (tags === "any") return "any";
    all.push(...tags);
  }
  return all;
}

export function resolve(modules: readonly Module[]): Resolved {
  const byName = new Map(modules.map((m) => [m.name, m]));
  const resolvers: ReadonlyMap<string, ModuleResolver> = new Map(modules.map((m) => [m.name, new ModuleResolver(m, (name) => resolvers.get(name))]));
  for (const module of modules) checkImports(module, byName);
  for (const resolver of resolvers.values()) resolver.resolveAll();
  return {
    modules: modules.map((m) => ({ name: m.name, file: m.file, types: resolvers.get(m.name)?.types ?? [] })),
    objects: modules.flatMap((m) => resolveObjects(m, resolvers.get(m.name) as ModuleResolver)),
  };
}

function checkImports(module: Module, byName: ReadonlyMap<string, Module>, path: readonly string[] = []): void {
  for (const { symbol, from, line } of module.imports) {
    const other = byName.get(from);
    if (other === undefined) throw new ModuleError(module.file, line, `there is no module ${from}`);
    const known = [...other.types, ...other.objects].some((d) => d.name === symbol) || other.classes.includes(symbol);
    if (!known) throw new ModuleError(module.file, line, `${from} does not define ${symbol}`);
    if ([...path, module.name].includes(from)) throw new ModuleError(module.file, line, `${from} and ${module.name} import each other`);
    checkImports(other, byName, [...path, module.name]);
  }
}

class ModuleResolver {
  readonly types: TypeDefinition[] = [];
  private readonly module: Module;
  private readonly other: (name: string) => ModuleResolver | undefined;
  private readonly done = new Map<string, TypeDefinition>();
  private readonly open = new Set<string>();

  constructor(module: Module, other: (name: string) => ModuleResolver | undefined) {
    this.module = module;
    this.other = other;
  }

  resolveAll(): void {
    const names = [...this.module.types, ...this.module.objects].map((d) => d.name);
    for (const { name, line } of [...this.module.types, ...this.module.objects])
      if (names.filter((n) => n === name).length > 1) this.fail(line, `${name} is defined twice`);
    for (const { name, line } of this.module.types) this.type(name, line);
  }

  /** A type by its name, here or where it is imported from. */
  type(name: string, line: number): TypeDefinition {
    const imported = this.module.imports.find((i) => i.symbol === name);
    if (imported !== undefined) return (this.other(imported.from) as ModuleResolver).type(name, imported.line);
    const known = this.done.get(name);
    if (known !== undefined) return known;
    const assignment = this.module.types.find((t) => t.name === name);
    if (assignment === undefined) this.fail(line, `the type ${name} is not defined`);
    if (this.open.has(name)) this.fail(line, `the type ${name} holds itself: recursive types are not supported`);
    this.open.add(name);
    const definition = this.define(camelCase(name), this.shape(assignment.type, camelCase(name), true), line);
    this.done.set(name, definition);
    return definition;
  }

  isClass(name: string): boolean {
    return name === "TYPE-IDENTIFIER" || [...this.module.classes, ...this.module.imports.map((i) => i.symbol)].includes(name);
  }

  fail(line: number, text: string): never {
    throw new ModuleError(this.module.file, line, text);
  }

  private define(name: string, shape: Shape, line: number): TypeDefinition {
    if (this.types.some((t) => t.name === name)) this.fail(line, `two types would be called ${name} in TypeScript`);
    const definition: TypeDefinition = { name, module: this.module.name, shape };
    this.types.push(definition);
    return definition;
  }

  /** A type written in place. Where TypeScript needs a name for it, it becomes a definition of its own. */
  private inner(type: TypeNode, name: string): Shape {
    const shape = this.shape(type, name, false);
    if (isSimple(shape.body) || shape.body.kind === "use") return shape;
    const of = this.define(name, shape, type.line);
    return { explicit: [], tag: shape.tag, body: { kind: "use", of } };
  }

  /** `top`: `name` is taken by the definition itself. */
  private shape(type: TypeNode, name: string, top: boolean): Shape {
    if (type.kind === "tagged") return this.tagged(type, name, top);
    if (type.kind === "reference") {
      const of = this.type(type.name, type.line);
      // A type that TypeScript writes without a name is written out where it is used.
      return isSimple(of.shape.body) ? of.shape : { explicit: [], tag: of.shape.explicit[0] ?? of.shape.tag, body: { kind: "use", of } };
    }
    if (type.kind === "open" && !this.isClass(type.className)) this.fail(type.line, `the class ${type.className} is not defined`);
    const tag = type.kind === "CHOICE" || type.kind === "open" ? undefined : universalTags[type.kind === "string" ? type.name : type.kind];
    return { explicit: [], tag, body: this.body(type, name) };
  }

  private tagged(type: TypeNode & { kind: "tagged" }, name: string, top: boolean): Shape {
    const mode = type.mode ?? this.module.defaultTags;
    if (mode === "IMPLICIT" && this.hasTag(type.type)) {
      const inner = this.shape(type.type, name, top);
      const [outermost = inner.tag as number, ...rest] = inner.explicit;
      const tag = identifier(type.tagClass, isConstructed(outermost), type.number);
      return inner.explicit.length > 0 ? { ...inner, explicit: [tag, ...rest] } : { ...inner, tag };
    }
    if (type.mode === "IMPLICIT") this.fail(type.line, "IMPLICIT on a CHOICE or an open type: it has no tag to replace");
    // X.680 31.2.7 c: also where the module's default is IMPLICIT but there is no tag to replace.
    const inner = this.inner(type.type, top ? `${name}Content` : name);
    return { ...inner, explicit: [identifier(type.tagClass, true, type.number), ...inner.explicit] };
  }

  private hasTag(type: TypeNode): boolean {
    if (type.kind !== "reference") return type.kind !== "CHOICE" && type.kind !== "open";
    const { explicit, tag } = this.type(type.name, type.line).shape;
    return explicit.length > 0 || tag !== undefined;
  }

  private body(type: Exclude<TypeNode, { kind: "reference" | "tagged" }>, name: string): Body {
    if (type.kind === "SEQUENCE OF") return { kind: type.kind, size: type.size, of: this.inner(type.of, `${name}Element`) };
    if (!("elements" in type)) return type;
    const elements = type.elements.map(({ type: inner, ...e }) => ({
      ...e,
      name: camelCase(e.name),
      shape: this.inner(inner, name + capital(camelCase(e.name))),
    }));
    if (type.kind === "CHOICE") this.checkDistinct(elements, "of the CHOICE");
    else this.checkOptionalRuns(elements);
    return { kind: type.kind, elements };
  }

  /** X.680 25.6: in a run of optional elements and the mandatory one after it, all tags differ. */
  private checkOptionalRuns(elements: readonly ResolvedElement[]): void {
    let run: ResolvedElement[] = [];
    for (const element of elements) {
      run.push(element);
      if (run.length > 1) this.checkDistinct(run, "of the optional elements");
      if (element.presence === "mandatory") run = [];
    }
  }

  private checkDistinct(elements: readonly ResolvedElement[], what: string): void {
    const seen = new Map<number, string>();
    const wild = elements.find((e) => firstTags(e.shape) === "any");
    for (const { name, line, shape } of elements) {
      const tags = firstTags(shape);
      if (wild !== undefined && wild.name !== name) this.fail(line, `${wild.name} and ${name} ${what} have the same tag`);
      for (const id of new Set(tags === "any" ? [] : tags.map(identity))) {
        const first = seen.get(id);
        if (first !== undefined) this.fail(line, `${first} and ${name} ${what} have the same tag`);
        seen.set(id, name);
      }
    }
  }
}

/** A TypeScript type without a name of its own says it all. */
function isSimple(body: Body): boolean {
  if (body.kind === "INTEGER") return body.names.length === 0;
  return !["SEQUENCE", "CHOICE", "SEQUENCE OF", "ENUMERATED", "use"].includes(body.kind);
}

function resolveObjects(module: Module, resolver: ModuleResolver): ResolvedObject[] {
  const isError = (name: string): boolean =>
    module.objects.some((o) => o.kind === "ERROR" && o.name === name) || module.imports.some((i) => i.symbol === name);
  return module.objects.map(({ argument, result, ...object }) => {
    if (!resolver.isClass(object.kind)) resolver.fail(object.line, `the class ${object.kind} is not imported`);
    for (const name of object.errors) if (!isError(name)) resolver.fail(object.line, `the error ${name} is not defined`);
    return {
      ...object,
      ...(argument && { argument: resolver.type(argument, object.line) }),
      ...(result && { result: resolver.type(result, object.line) }),
    };
  });
}
