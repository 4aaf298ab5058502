import type { ElementNode, Module, TypeNode } from "../../asn1/tool/ast.ts";

const atom = (name: string): string => `'${name}'`;
const binary = (octets: Uint8Array): string => `<<${octets.join(",")}>>`;
const bit = (one: string | number): string => (typeof one === "string" ? atom(one) : `{bit,${one}}`);
const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** Our values as the terms that Erlang's asn1 application has for them (its option `maps`). */
export class Terms {
  private readonly modules: readonly Module[];

  constructor(modules: readonly Module[]) {
    this.modules = modules;
  }

  /** Elements with a DEFAULT are all there: so Erlang decodes them. */
  of(module: Module, type: TypeNode, value: unknown): string {
    switch (type.kind) {
      case "primitive":
        return primitive(type.name, value);
      case "named":
        if (type.of === "BIT STRING") return `[${(value as (string | number)[]).map(bit).join(",")}]`;
        if (typeof value === "string") return atom(value);
        return type.of === "INTEGER" ? String(value) : `{asn1_enum,${String(value)}}`;
      case "open":
        return binary(value as Uint8Array);
      case "SEQUENCE OF":
        return `[${(value as unknown[]).map((element) => this.of(module, type.of, element)).join(",")}]`;
      case "SEQUENCE":
        return `#{${type.elements.flatMap((e) => this.element(module, e, value as Values)).join(",")}}`;
      case "CHOICE": {
        const chosen = type.elements.find((e) => camelCase(e.name) in (value as Values));
        if (chosen === undefined) throw new Error("a value without an alternative");
        return `{${atom(chosen.name)},${this.of(module, chosen.type, (value as Values)[camelCase(chosen.name)])}}`;
      }
      case "tagged":
        return this.of(module, type.type, value);
      case "reference": {
        const from = module.imports.find((i) => i.symbol === type.name)?.from ?? module.name;
        const home = this.modules.find((m) => m.name === from);
        const target = home?.types.find((t) => t.name === type.name);
        if (home === undefined || target === undefined) throw new Error(`no type ${type.name}`);
        return this.of(home, target.type, value);
      }
    }
  }

  private element(module: Module, { name, type, presence }: ElementNode, values: Values): string[] {
    const value = values[camelCase(name)];
    if (value !== undefined) return [`${atom(name)}=>${this.of(module, type, value)}`];
    if (typeof presence !== "object") return [];
    const { default: absent } = presence;
    return [`${atom(name)}=>${typeof absent === "string" ? atom(absent) : String(absent)}`];
  }
}

type Values = Readonly<Record<string, unknown>>;

function primitive(name: string, value: unknown): string {
  switch (name) {
    case "NULL":
      return atom("NULL");
    case "BOOLEAN":
    case "INTEGER":
      return String(value);
    case "OCTET STRING":
      return binary(value as Uint8Array);
    case "BMPString":
      // Erlang writes what does not fit eight bits as the four octets of ISO 10646.
      return `[${codes(value as string)
        .map((code) => (code < 256 ? code : `{0,0,${code >> 8},${code & 0xff}}`))
        .join(",")}]`;
    case "OBJECT IDENTIFIER":
      return `{${(value as string).replaceAll(".", ",")}}`;
    default:
      return `[${codes(value as string).join(",")}]`;
  }
}

function codes(text: string): readonly number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
