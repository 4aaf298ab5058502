import type { Range } from "./ast.ts";
import { folded, header, typeDeclaration } from "./emitter.ts";
import { ModuleError } from "./lexer.ts";
import type { Definition, Element, Shape } from "./resolver.ts";

/** The type of which nothing is read: its octets are kept as they came. */
const placeholder = "Placeholder";

/** The definitions of one module with AUTOMATIC TAGS as types and tables that `codecs/per` interprets. */
export function emitDescriptors(module: string, file: string, all: readonly Definition[]): string {
  const own = all.filter((d) => d.module === module && d.name !== placeholder);
  const body = own.map((d) => `${typeOf(d)}\nexport const ${d.name}: PerType<${d.name}> = ${table(d.shape, file)};\n`);
  const imports = 'import type { Addition, PerType } from "../per/type.ts";\n';
  return folded(`${header(`asn1/${file}`)}${imports}\ntype ${placeholder} = Uint8Array;\n\n${body.join("\n")}`);
}

/** An open CHOICE may also be an alternative of which we know the number only. */
function typeOf(definition: Definition): string {
  const { body } = definition.shape;
  if (body.kind === "named") {
    return `export type ${definition.name} =\n${body.names.map(([name]) => `  | "${name}"`).join("\n")};\n`;
  }
  const text = typeDeclaration(definition);
  return body.kind === "CHOICE" && body.open ? text.replace(/;\n$/, "\n  | Addition;\n") : text;
}

function table({ body }: Shape, file: string): string {
  const fields = (elements: readonly Element[]): string =>
    `[${elements.map((element) => `\n    ${field(element, file)},`).join("")}${elements.length > 0 ? "\n  " : ""}]`;
  switch (body.kind) {
    case "use":
      return body.of.name;
    case "primitive":
      return primitive(body, file);
    case "SEQUENCE OF":
      return `{ kind: "sequenceOf", of: ${table(body.of, file)} }`;
    case "SEQUENCE":
    case "CHOICE": {
      const [kind, members] = body.kind === "CHOICE" ? ["choice", "alternatives"] : ["sequence", "fields"];
      const additions = body.open ? `  additions: ${fields(body.elements.filter((e) => e.addition))},\n` : "";
      const root = fields(body.elements.filter((e) => !e.addition));
      return `{\n  kind: "${kind}",\n  ${members}: ${root},\n${additions}}`;
    }
    case "named":
      if (body.of === "ENUMERATED") {
        const names = body.names.toSorted(([, one], [, other]) => one - other).map(([name]) => `"${name}"`);
        return `{ kind: "enumerated", names: [${names.join(", ")}], open: ${body.open} }`;
      }
      return refuse(body.line, body.of, file);
    case "open":
      return refuse(body.line, "an open type", file);
    case "explicit":
      throw new Error("the resolver lets no tag pass");
  }
}

function field({ name, shape, presence, addition, line }: Element, file: string): string {
  if (typeof presence === "object") return refuse(line, "DEFAULT", file);
  const optional = presence === "OPTIONAL" && !addition ? ", optional: true" : "";
  const isRead = shape.body.kind !== "use" || shape.body.of.name !== placeholder;
  return `{ name: "${name}"${isRead ? `, type: ${table(shape, file)}` : ""}${optional} }`;
}

type Primitive = Extract<Shape["body"], { kind: "primitive" }>;

const strings: { readonly [name: string]: number } = { IA5String: 8, BMPString: 16 };

function primitive({ name, range, alphabet, line }: Primitive, file: string): string {
  const size = range.max === undefined ? "" : `, size: { from: ${range.min ?? 0}, to: ${range.max} }`;
  if (name === "INTEGER") return `{ kind: "integer", ${limits(range, line, file)} }`;
  if (name === "OCTET STRING") return `{ kind: "octetString"${size} }`;
  const bits = strings[name];
  if (bits !== undefined && alphabet !== undefined) {
    // X.691 27.5.2, aligned: the bits of a character are rounded up to a power of two.
    const characters = [...alphabet].sort().join("");
    const own = 2 ** Math.ceil(Math.log2(Math.ceil(Math.log2(characters.length))));
    return `{ kind: "string", bits: ${own}, alphabet: "${characters}"${size} }`;
  }
  if (bits !== undefined) return `{ kind: "string", bits: ${bits}${size} }`;
  const kinds: { readonly [type: string]: string } = { BOOLEAN: "boolean", NULL: "null" };
  const kind = name === "OBJECT IDENTIFIER" ? "objectIdentifier" : kinds[name];
  return kind === undefined ? refuse(line, name, file) : `{ kind: "${kind}" }`;
}

function limits({ min, max }: Range, line: number, file: string): string {
  return min === undefined || max === undefined
    ? refuse(line, "INTEGER without a range", file)
    : `from: ${min}, to: ${max}`;
}

function refuse(line: number, what: string, file: string): never {
  throw new ModuleError(`${file}:${line}: ${what} is not supported in a module with AUTOMATIC TAGS`);
}
