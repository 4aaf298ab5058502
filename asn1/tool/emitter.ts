import { emitDescriptor } from "./descriptor.ts";
import type { ResolvedElement, ResolvedModule, Shape, TypeDefinition } from "./resolver.ts";
import { firstTags } from "./resolver.ts";
import type { Range } from "./ast.ts";

const hex = (tag: number): string => `0x${tag.toString(16).padStart(2, "0")}`;
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The identifier a value starts with, as text; empty for a CHOICE or an open type. */
function outermost({ explicit, tag }: Shape): string {
  const first = explicit[0] ?? tag;
  return first === undefined ? "" : hex(first);
}

export const fileOf = (module: string): string => `${module.toLowerCase()}.ts`;

/** One module as TypeScript: for each type the type, `read`, `encode`, `decode` and its codec. */
export function emitModule(module: ResolvedModule): string {
  const body = module.types.map((t) => new TypeEmitter(t).emit()).join("\n");
  const header = `// Generated from asn1/${module.file} by asn1/tool; do not edit.\n// Made anew by: node dist/asn1/tool/main.js --write\n\n`;
  return `${header}${imports(module, body)}\n${body}`;
}

function imports(module: ResolvedModule, body: string): string {
  const used = new Set(body.match(/\b[A-Za-z]\w*/g));
  const lines = ['import type { DecodeError } from "../error.ts";'];
  const codec = ["Codec", "Mutable"].filter((n) => used.has(n));
  lines.push(`import type { ${codec.join(", ")} } from "../ber/codec.ts";`);
  if (used.has("limits")) lines.push('import { limits } from "../ber/limits.ts";');
  lines.push('import type { Reader } from "../ber/reader.ts";', 'import type { Writer } from "../ber/writer.ts";');
  const others = new Map<string, Set<string>>();
  for (const type of module.types) {
    for (const of of usedBy(type.shape)) {
      if (of.module === module.name) continue;
      const names = others.get(of.module) ?? new Set();
      for (const name of [of.name, `encode${of.name}`, `read${of.name}`]) names.add(name);
      others.set(of.module, names);
    }
  }
  for (const [other, names] of [...others].sort(([a], [b]) => (a < b ? -1 : 1)))
    lines.push(`import {\n${[...names].sort().map((n) => `  ${n},\n`).join("")}} from "./${fileOf(other)}";`);
  return `${lines.join("\n")}\n`;
}

function usedBy({ body }: Shape): TypeDefinition[] {
  if (body.kind === "use") return [body.of];
  if (body.kind === "SEQUENCE OF") return usedBy(body.of);
  return "elements" in body ? body.elements.flatMap((e) => usedBy(e.shape)) : [];
}

/** What a shape is in TypeScript. */
export function typeOf({ body }: Shape): string {
  switch (body.kind) {
    case "use": return body.of.name;
    case "NULL": return "null";
    case "BOOLEAN": return "boolean";
    case "INTEGER": return "number";
    case "OBJECT IDENTIFIER": case "string": return "string";
    case "OCTET STRING": case "open": return "Uint8Array";
    case "SEQUENCE OF": return `readonly ${typeOf(body.of)}[]`;
    default: throw new Error(`${body.kind} has no TypeScript type without a name`);
  }
}

/** `, min, max` as far as they are bounded. */
function limitsOf({ min, max }: Range, least: number): string {
  if (max !== Number.POSITIVE_INFINITY) return `, ${min === Number.NEGATIVE_INFINITY ? "Number.NEGATIVE_INFINITY" : min}, ${max}`;
  return min === least ? "" : `, ${min}`;
}

/** The expression that reads (`r`) a value, or writes (`w`) the one called `v`; `tag` replaces the outermost identifier. */
function call(io: "r" | "w", shape: Shape, v: string, tag = outermost(shape)): string {
  const { body, explicit } = shape;
  const value = io === "w" ? `, ${v}` : "";
  if (explicit.length > 0) {
    const inner = { ...shape, explicit: explicit.slice(1) };
    const whole = call(io, inner, "v");
    const plain = /^(\w+)\([rw](, v)?\)$/.exec(whole)?.[1];
    return `${io}.explicit(${tag}, ${plain ?? `(${io}${io === "w" ? ", v" : ""}) => ${whole}`}${value})`;
  }
  switch (body.kind) {
    case "use": {
      const same = tag === outermost(body.of.shape);
      return `${io === "r" ? "read" : "encode"}${body.of.name}(${io}${value}${same ? "" : `, ${tag}`})`;
    }
    case "NULL": return `${io}.null(${tag})`;
    case "BOOLEAN": return `${io}.boolean(${tag}${value})`;
    case "INTEGER": return `${io}.integer(${tag}${value}${limitsOf(body.range, Number.NEGATIVE_INFINITY)})`;
    case "OBJECT IDENTIFIER": return `${io}.objectIdentifier(${tag}${value})`;
    case "OCTET STRING": return `${io}.octetString(${tag}${value}${limitsOf(body.size, 0)})`;
    case "string": return `${io}.string(${tag}${value}, "${body.name}"${limitsOf(body.size, 0)})`;
    case "open": return io === "r" ? "r.open()" : `w.openType(${v})`;
    default: throw new Error(`${body.kind} is not one call`);
  }
}

class TypeEmitter {
  private readonly name: string;
  private readonly shape: Shape;

  constructor({ name, shape }: TypeDefinition) {
    this.name = name;
    this.shape = shape;
  }

  emit(): string {
    return [this.type(), this.functions(), this.codec()].join("\n");
  }

  private type(): string {
    const { body } = this.shape;
    const union = (members: readonly string[]): string => `export type ${this.name} =\n${members.map((m) => `  | ${m}`).join("\n")};\n`;
    if (body.kind === "ENUMERATED" || (body.kind === "INTEGER" && body.names.length > 0)) {
      const open = body.kind === "INTEGER" || body.extensible ? ["number"] : [];
      return union([...body.names.map(([n]) => JSON.stringify(n)), ...open]);
    }
    if (body.kind === "CHOICE") return union(body.elements.map((e) => `{ readonly ${e.name}: ${typeOf(e.shape)} }`));
    if (body.kind !== "SEQUENCE") return `export type ${this.name} = ${typeOf(this.shape)};\n`;
    const fields = body.elements.map(({ name, presence, shape }) => {
      const comment = typeof presence === "object" ? `  /** Absent: ${JSON.stringify(presence.default)}. */\n` : "";
      return `${comment}  readonly ${name}${presence === "mandatory" ? "" : "?"}: ${typeOf(shape)};\n`;
    });
    return `export interface ${this.name} {\n${fields.join("")}}\n`;
  }

  private codec(): string {
    const { name } = this;
    return `export function decode${name}(r: Reader): ${name} | DecodeError {
  const v = read${name}(r);
  return v === undefined ? r.failure("${name}") : v;
}

export const ${name}: Codec<${name}> = {
  name: "${name}",
  encode: encode${name},
  decode: decode${name},
  type: ${emitDescriptor(this.shape, 1, lower(name))},
};
`;
  }

  private functions(): string {
    const { body, explicit } = this.shape;
    const named = body.kind === "ENUMERATED" || (body.kind === "INTEGER" && body.names.length > 0);
    if (explicit.length === 0 && named) return this.namedNumbers();
    if (explicit.length === 0 && body.kind === "SEQUENCE") return this.sequence(body.elements);
    if (explicit.length === 0 && body.kind === "CHOICE") return this.choice(body.elements);
    if (explicit.length === 0 && body.kind === "SEQUENCE OF") return this.sequenceOf(body.of, body.size);
    const tag = outermost(this.shape) && "tag";
    return this.pair(`  return ${call("r", this.shape, "", tag)};\n`, `  ${call("w", this.shape, "v", tag)};\n`);
  }

  /** `read` and `encode`; `tag` is a parameter where the type has one, so that an IMPLICIT tag can replace it. */
  private pair(read: string, encode: string): string {
    const { name } = this;
    const tag = outermost(this.shape) && `, tag = ${outermost(this.shape)}`;
    const v = /\bv\b/.test(encode) ? "v" : "_v";
    return `export function read${name}(r: Reader${tag}): ${name} | undefined {\n${read}}\n
export function encode${name}(w: Writer, ${v}: ${name}${tag}): void {\n${encode}}\n`;
  }

  private namedNumbers(): string {
    const body = this.shape.body as Extract<Shape["body"], { kind: "ENUMERATED" | "INTEGER" }>;
    const { name } = this;
    const variable = lower(name);
    const open = body.kind === "INTEGER" || body.extensible;
    const limits = body.kind === "INTEGER" ? limitsOf(body.range, Number.NEGATIVE_INFINITY) : "";
    const numbers = body.names.map(([n, v]) => `  ${quoted(n)}: ${v},\n`).join("");
    const names = body.names.map(([n, v]) => `  ${quoted(String(v))}: "${n}",\n`).join("");
    const unknown = open ? "number" : 'r.fail("badValue", start)';
    const number = open ? `typeof v === "number" ? v : ${variable}Numbers[v]` : `${variable}Numbers[v]`;
    const read = `${open ? "" : "  const start = r.at;\n"}  const number = r.integer(tag${limits});
  return number === undefined ? undefined : (${variable}Names[number] ?? ${unknown});\n`;
    return `const ${variable}Numbers = {\n${numbers}} as const;
const ${variable}Names: Readonly<Record<number, keyof typeof ${variable}Numbers>> = {\n${names}};\n
${this.pair(read, `  w.integer(tag, ${number}${limits});\n`)}`;
  }

  private choice(elements: readonly ResolvedElement[]): string {
    let read = "  switch (r.tag()) {\n";
    let encode = "";
    elements.forEach((element, i) => {
      const { name } = element;
      read += `${cases(element, 2)} {
      const v = ${call("r", element.shape, "")};
      if (v === undefined) return r.under("${name}");
      return { ${name}: v };
    }\n`;
      const last = i === elements.length - 1;
      encode += `  ${i === 0 ? "" : "else "}${last ? "" : `if ("${name}" in v) `}${call("w", element.shape, `v.${name}`)};\n`;
    });
    return this.pair(`${read}    default:\n      return r.unexpected();\n  }\n`, encode);
  }

  private sequenceOf(of: Shape, { min, max }: Range): string {
    const most = max === Number.POSITIVE_INFINITY ? "limits.elements" : String(max);
    const read = `  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const values: ${typeOf(of)}[] = [];
  while (r.at < r.end) {
    if (values.length >= ${most}) return r.fail("tooMany");
    const v = ${call("r", of, "")};
    if (v === undefined) return r.under(String(values.length));
    values.push(v);
  }
${min > 0 ? `  if (values.length < ${min}) return r.fail("missingField");\n` : ""}  r.leave(outer);
  return values;\n`;
    const encode = `  if (v.length ${min > 0 ? `< ${min} || v.length > ${most}` : `> ${most}`}) throw new RangeError("${this.name}: too many or too few elements");
  const at = w.open(tag);
  for (const element of v) ${call("w", of, "element")};
  w.close(at);\n`;
    return this.pair(read, encode);
  }

  private sequence(elements: readonly ResolvedElement[]): string {
    const lastMandatory = elements.findLastIndex((e) => e.presence === "mandatory");
    const mandatory = elements.filter((e) => e.presence === "mandatory").map((e) => e.name);
    let read = "  const outer = r.enter(tag);\n  if (outer < 0) return undefined;\n";
    for (const element of elements.slice(0, lastMandatory + 1)) read += this.inOrder(element);
    const literal = mandatory.length === 0 ? "{}" : `{ ${mandatory.join(", ")} }`;
    read += `  const v: Mutable<${this.name}> = ${literal};\n`;
    for (const { name, presence } of elements.slice(0, lastMandatory + 1))
      if (presence !== "mandatory") read += `  if (${name} !== undefined) v.${name} = ${name};\n`;
    read += this.anyOrder(elements.slice(lastMandatory + 1));
    const encode = elements.map((e) => `  ${this.condition(e)}${call("w", e.shape, `v.${e.name}`)};\n`).join("");
    return this.pair(`${read}  r.leave(outer);\n  return v;\n`, `  const at = w.open(tag);\n${encode}  w.close(at);\n`);
  }

  /** A mandatory element, or an optional one before a mandatory one: it comes here or not at all. */
  private inOrder(element: ResolvedElement): string {
    const { name } = element;
    const get = call("r", element.shape, "");
    const check = (indent: string): string => `${indent}if (${name} === undefined) return r.under("${name}");\n`;
    if (element.presence === "mandatory") return `  const ${name} = ${get};\n${check("  ")}`;
    const condition = (firstTags(element.shape) as readonly number[]).map((t) => `r.tag() === ${hex(t)}`).join(" || ");
    return `  let ${name}: ${typeOf(element.shape)} | undefined;\n  if (${condition}) {\n    ${name} = ${get};\n${check("    ")}  }\n`;
  }

  /** The optional elements at the end. */
  private anyOrder(elements: readonly ResolvedElement[]): string {
    if (elements.length === 0) return "";
    const arms = elements.map((element) => {
      const { name } = element;
      const wild = firstTags(element.shape) === "any";
      return `${cases(element, 3)} {
        if (v.${name} !== undefined) ${wild ? "break fields" : 'return r.fail("unexpectedTag")'};
        const ${name} = ${call("r", element.shape, "")};
        if (${name} === undefined) return r.under("${name}");
        v.${name} = ${name};
        break;
      }\n`;
    });
    const rest = elements.some((e) => firstTags(e.shape) === "any") ? "" : "      default:\n        break fields;\n";
    return `  fields: while (r.at < r.end) {\n    switch (r.tag()) {\n${arms.join("")}${rest}    }\n  }\n`;
  }

  private condition({ name, presence }: ResolvedElement): string {
    if (presence === "mandatory") return "";
    const present = `v.${name} !== undefined`;
    return presence === "OPTIONAL" ? `if (${present}) ` : `if (${present} && v.${name} !== ${JSON.stringify(presence.default)}) `;
  }
}

const quoted = (name: string): string => (/^(?:[A-Za-z]\w*|\d+)$/.test(name) ? name : JSON.stringify(name));

function cases({ shape }: ResolvedElement, level: number): string {
  const indent = "  ".repeat(level);
  const tags = firstTags(shape);
  return tags === "any" ? `${indent}default:` : tags.map((t) => `${indent}case ${hex(t)}:`).join("\n");
}
