import { type ElementNode, type Module, type ObjectAssignment, primitives, type TypeNode } from "./ast.ts";
import { ModuleError } from "./lexer.ts";

/** A type as it stands on the wire: its identifier and what is inside. */
export interface Shape {
  /** Absent: a CHOICE or an open type, which have no tag of their own. */
  readonly tag: number | undefined;
  readonly body: Body;
}

export type Body =
  | Extract<TypeNode, { kind: "primitive" | "named" | "open" }>
  | (Omit<Extract<TypeNode, { kind: "SEQUENCE OF" }>, "of"> & { readonly of: Shape })
  | { readonly kind: "SEQUENCE" | "CHOICE"; readonly elements: readonly Element[]; readonly open: boolean }
  | { readonly kind: "explicit"; readonly of: Shape }
  | { readonly kind: "use"; readonly of: Definition };

export interface Element extends Omit<ElementNode, "type"> {
  readonly shape: Shape;
}

/** A type with a name in TypeScript: as in the module without hyphens, or one written in place, after its field. */
export interface Definition {
  readonly name: string;
  readonly module: string;
  readonly shape: Shape;
}

export interface ResolvedObject extends Omit<ObjectAssignment, "argument" | "result"> {
  readonly file: string;
  readonly protocol: Module["protocol"];
  readonly argument: Definition | null;
  readonly result: Definition | null;
}

/** `can-retain-service` is canRetainService: the same word as JavaScript writes it. */
const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The identifier as a number: the octet, or the first octet and 256 times the tag number (`codecs/ber/reader.ts`). */
const identifier = (tagClass: number, constructed: number, number: number): number =>
  tagClass + constructed + (number < 31 ? number : 31 + number * 256);

const constructedBit = 0x20;

/** Every identifier a value of this shape may start with; `any` for an open type. */
export function firstTags({ tag, body }: Shape): readonly number[] | "any" {
  if (tag !== undefined) {
    const method = body.kind === "primitive" ? primitives[body.name].method : "";
    // X.690 8.7.3: a string may also come in segments, constructed.
    return method.endsWith("String") ? [tag, tag + constructedBit] : [tag];
  }
  if (body.kind === "use") return firstTags(body.of.shape);
  const all = body.kind === "CHOICE" ? body.elements.map((e) => firstTags(e.shape)) : ["any" as const];
  return all.some((tags) => tags === "any") ? "any" : all.flatMap((tags) => (tags === "any" ? [] : tags));
}

/** Types that TypeScript cannot write in place. */
const needsName = ({ kind }: Body): boolean => ["named", "SEQUENCE", "CHOICE"].includes(kind);

/** Puts the modules together: names to what they mean, tags to identifiers; each definition after those it uses. */
export function resolve(modules: readonly Module[]): { definitions: Definition[]; objects: ResolvedObject[] } {
  const resolver = new Resolver(modules);
  for (const module of modules) resolver.module(module);
  return { definitions: resolver.definitions, objects: modules.flatMap((module) => resolver.objects(module)) };
}

class Resolver {
  readonly definitions: Definition[] = [];
  private readonly modules: readonly Module[];
  /** Modules begun, and those whose imports are all done: they come first, so that each keeps an order of its own. */
  private readonly begun = new Set<Module>();
  private readonly ready = new Set<Module>();
  /** By module and name; `open` while the type is being resolved. */
  private readonly known = new Map<string, Definition | "open">();

  constructor(modules: readonly Module[]) {
    this.modules = modules;
  }

  module(module: Module): void {
    if (this.begun.has(module)) return;
    this.begun.add(module);
    const own = [...module.types, ...module.objects];
    const names = [...own.map((d) => d.name), ...module.imports.map((i) => i.symbol)];
    for (const { name, line } of own)
      if (names.filter((n) => n === name).length > 1) this.fail(module, line, `${name} is defined twice`);
    for (const { symbol, from, line } of module.imports) {
      const other = this.modules.find((m) => m.name === from);
      if (other === undefined) this.fail(module, line, `there is no module ${from}`);
      const offered = [...[...other.types, ...other.objects].map((d) => d.name), ...other.classes];
      if (!offered.includes(symbol)) this.fail(module, line, `${from} does not define ${symbol}`);
      this.module(other);
      if (!this.ready.has(other)) this.fail(module, line, `${from} and ${module.name} import each other`);
    }
    for (const { name, line } of module.types) this.type(module, name, line);
    this.ready.add(module);
  }

  /** A type by its name as `module` sees it. */
  type(module: Module, name: string, line: number): Definition {
    const from = module.imports.find((i) => i.symbol === name)?.from;
    const home = this.modules.find((m) => m.name === from) ?? module;
    const key = `${home.name}.${name}`;
    const known = this.known.get(key);
    if (known === "open") this.fail(module, line, `the type ${name} holds itself: recursive types are not supported`);
    if (known !== undefined) return known;
    const assignment = home.types.find((t) => t.name === name);
    if (assignment === undefined) this.fail(module, line, `the type ${name} is not defined`);
    this.known.set(key, "open");
    const shape = this.shape(home, assignment.type, camelCase(name), true);
    const definition = this.define(home, camelCase(name), shape, assignment.line);
    this.known.set(key, definition);
    return definition;
  }

  objects(module: Module): ResolvedObject[] {
    const own = module.objects.filter((o) => o.kind === "ERROR").map((o) => o.name);
    const errors = [...own, ...module.imports.map((i) => i.symbol)];
    return module.objects.map((object) => {
      const { kind, line } = object;
      this.checkClass(module, kind, line);
      const unknown = object.errors.find((name) => !errors.includes(name));
      if (unknown !== undefined) this.fail(module, line, `the error ${unknown} is not defined`);
      const typeOf = (name: string | null) => (name === null ? null : this.type(module, name, line));
      return {
        ...object,
        name: camelCase(object.name),
        errors: object.errors.map(camelCase),
        file: module.file,
        protocol: module.protocol,
        argument: typeOf(object.argument),
        result: typeOf(object.result),
      };
    });
  }

  private fail({ file }: Module, line: number, text: string): never {
    throw new ModuleError(`${file}:${line}: ${text}`);
  }

  private checkClass(module: Module, name: string, line: number): void {
    const known = ["TYPE-IDENTIFIER", ...module.classes, ...module.imports.map((i) => i.symbol)];
    if (!known.includes(name)) this.fail(module, line, `the class ${name} is not defined`);
  }

  /** A default in words is a name of an ENUMERATED. */
  private checkDefault(module: Module, { presence, line }: Omit<ElementNode, "type">, { body }: Shape): void {
    if (typeof presence !== "object" || typeof presence.default !== "string") return;
    let type = body;
    while (type.kind === "use" || type.kind === "explicit")
      type = type.kind === "use" ? type.of.shape.body : type.of.body;
    const names = type.kind === "named" && type.of === "ENUMERATED" ? type.names.map(([name]) => name) : [];
    if (!names.includes(presence.default)) this.fail(module, line, `${presence.default} is no value of the type`);
  }

  private define(module: Module, name: string, shape: Shape, line: number): Definition {
    const twin = this.definitions.some((d) => d.name === name && d.module === module.name);
    if (twin) this.fail(module, line, `two types would be called ${name} in TypeScript`);
    const definition: Definition = { name, module: module.name, shape };
    this.definitions.push(definition);
    return definition;
  }

  /** A type written in place: where TypeScript needs a name for it, it becomes a definition of its own. */
  private inner(module: Module, type: TypeNode, name: string): Shape {
    const shape = this.shape(module, type, name, false);
    if (!needsName(shape.body)) return shape;
    return { tag: shape.tag, body: { kind: "use", of: this.define(module, name, shape, type.line) } };
  }

  /** `top`: `name` is taken by the definition itself. */
  private shape(module: Module, type: TypeNode, name: string, top: boolean): Shape {
    switch (type.kind) {
      case "tagged":
        return this.tagged(module, type, name, top);
      case "reference": {
        const of = this.type(module, type.name, type.line);
        // In PER every definition is a table of its own, so each stays what it is called.
        const isUse = needsName(of.shape.body) || module.defaultTags === "AUTOMATIC";
        return isUse ? { tag: of.shape.tag, body: { kind: "use", of } } : of.shape;
      }
      case "primitive":
        if (module.defaultTags !== "AUTOMATIC" && (type.name === "BMPString" || type.alphabet !== undefined))
          this.fail(module, type.line, "BMPString and FROM are for modules with AUTOMATIC TAGS, which are PER");
        return { tag: primitives[type.name].tag, body: type };
      case "named":
        return { tag: { INTEGER: 0x02, "BIT STRING": 0x03, ENUMERATED: 0x0a }[type.of], body: type };
      case "open":
        this.checkClass(module, type.className, type.line);
        return { tag: undefined, body: type };
      case "SEQUENCE OF":
        return { tag: type.isSet ? 0x31 : 0x30, body: { ...type, of: this.inner(module, type.of, `${name}Element`) } };
      case "SEQUENCE":
      case "CHOICE": {
        const elements = type.elements.map(({ type: inner, ...element }) => {
          const field = camelCase(element.name);
          const shape = this.inner(module, inner, camelCase(`${name}-${field}`));
          this.checkDefault(module, element, shape);
          return { ...element, name: field, shape };
        });
        if (module.defaultTags !== "AUTOMATIC") this.checkTags(module, type.kind, elements);
        return { tag: type.kind === "CHOICE" ? undefined : 0x30, body: { ...type, elements } };
      }
    }
  }

  private tagged(module: Module, type: TypeNode & { kind: "tagged" }, name: string, top: boolean): Shape {
    if (module.defaultTags === "AUTOMATIC") this.fail(module, type.line, "a tag in a module with AUTOMATIC TAGS");
    if ((type.mode ?? module.defaultTags) === "IMPLICIT") {
      const inner = this.shape(module, type.type, name, top);
      if (inner.tag !== undefined)
        return { ...inner, tag: identifier(type.tagClass, inner.tag & constructedBit, type.number) };
      // X.680 31.2.7 c: where the module's default is IMPLICIT and there is no tag to replace, the tag is EXPLICIT.
      if (type.mode === "IMPLICIT") this.fail(module, type.line, "IMPLICIT on a type without a tag to replace");
    }
    const of = this.inner(module, type.type, top ? `${name}Content` : name);
    return { tag: identifier(type.tagClass, constructedBit, type.number), body: { kind: "explicit", of } };
  }

  /** X.680 25.6 and 29.3: tags differ in a CHOICE, and in a run of optional elements and the mandatory one after it. */
  private checkTags(module: Module, kind: "SEQUENCE" | "CHOICE", elements: readonly Element[]): void {
    const seen = new Map<number | "any", string>();
    for (const { name, line, presence, shape } of elements) {
      const tags = firstTags(shape);
      const ids = tags === "any" ? ["any" as const] : new Set(tags.map((tag) => tag & ~constructedBit));
      for (const id of ids) {
        const other = id === "any" ? [...seen.values()][0] : (seen.get(id) ?? seen.get("any"));
        if (other !== undefined) this.fail(module, line, `${other} and ${name} of the ${kind} have the same tag`);
        seen.set(id, name);
      }
      if (kind === "SEQUENCE" && presence === "mandatory") seen.clear();
    }
  }
}
