import { primitives, type Range } from "./ast.ts";
import { type Definition, type Element, firstTags, type Shape } from "./resolver.ts";

const hex = (tag: number | undefined): string => (tag === undefined ? "" : `0x${tag.toString(16).padStart(2, "0")}`);
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export const header = (from: string): string =>
  `// Generated from ${from} by asn1/tool; do not edit.\n// Made anew by: node dist/asn1/tool/main.js --write\n\n`;
/** In lines of at most 120 columns: a longer one goes on behind the last word that fits. */
export const folded = (text: string): string => text.split("\n").map(foldedLine).join("\n");
export const fileOf = (module: string): string => `${module.toLowerCase()}.ts`;

/** The definitions of one module as TypeScript; `all`: of every module. */
export function emitModule(module: string, file: string, all: readonly Definition[]): string {
  const own = all.filter((d) => d.module === module);
  const body = own.map((d) => emitDefinition(d)).join("\n");
  return folded(`${header(`asn1/${file}`)}${imports(module, body, all)}\n${body}`);
}

function imports(module: string, body: string, all: readonly Definition[]): string {
  const used = new Set(body.match(/\b[A-Za-z]\w*/g));
  const pick = (names: readonly string[], separator = ", ") =>
    names.filter((name) => used.has(name.replace("type ", ""))).join(separator);
  const helpers = ["type Alternatives", "type Codec", "codec", "type Mutable", "namesOf", "noAlternative"];
  const lines = [`import { ${pick(helpers)} } from "../ber/codec.ts";\n`];
  lines.push(`import type { Reader } from "../ber/reader.ts";\nimport * as usual from "../ber/usual.ts";\n`);
  lines.push(`import type { Writer } from "../ber/writer.ts";\n`);
  const uses = all.filter((d) => d.module === module).flatMap((d) => usesOf(d.shape));
  const foreign = [...new Set(uses.filter((d) => d.module !== module))];
  for (const other of [...new Set(foreign.map((d) => d.module))].sort()) {
    const names = foreign
      .filter((d) => d.module === other)
      .flatMap(({ name }) => [name, `encode${name}`, `read${name}`, `usual${name}`]);
    const picked = pick(names.sort(), ",\n  ");
    if (picked !== "") lines.push(`import {\n  ${picked},\n} from "./${fileOf(other)}";\n`);
  }
  return lines.join("");
}

/** The definitions that a shape names. */
function usesOf({ body }: Shape): readonly Definition[] {
  if (body.kind === "use") return [body.of];
  if (body.kind === "explicit" || body.kind === "SEQUENCE OF") return usesOf(body.of);
  return "elements" in body ? body.elements.flatMap((e) => usesOf(e.shape)) : [];
}

/** Type, both readers, writer and codec of one definition. */
function emitDefinition(definition: Definition): string {
  const { name, shape } = definition;
  const [read, usual, write] = functions(name, shape);
  const parameter = shape.tag === undefined ? "" : `, tag = ${hex(shape.tag)}`;
  const [end, v] = [shape.body.kind === "SEQUENCE" ? "end" : "at", /\bv\b/.test(write) ? "v" : "_v"];
  return `${typeDeclaration(definition)}
export function read${name}(r: Reader${parameter}): ${name} | undefined {\n${read}}

export function usual${name}(r: Reader${parameter}): ${name} | undefined {\n${usual}}

export function encode${name}(w: Writer, ${end}: number, ${v}: ${name}${parameter}): number {\n${write}}

export const ${name}: Codec<${name}> = codec(
  "${name}",
  encode${name},
  read${name},
  usual${name},
  ${descriptor(shape, name)},
);
`;
}

/** The bodies of a definition's reader, of that of the usual form, and of its writer. */
function functions(name: string, shape: Shape): [read: string, usual: string, write: string] {
  const { body } = shape;
  const tag = shape.tag === undefined ? "" : "tag";
  switch (body.kind) {
    case "SEQUENCE":
      return sequence(name, body.elements);
    case "CHOICE":
      return choice(name, body.elements);
    case "named": {
      const [number, limits] = [`${lower(name)}Number(v)`, bounds(body.range)];
      if (body.of === "BIT STRING") {
        const rest = `tag, ${lower(name)}Names${body.range.max === undefined ? "" : `, ${body.range.max}`});\n`;
        const write = `  return w.bits(at, tag, v, ${lower(name)}Numbers${limits});\n`;
        return [`  return r.bits(${rest}`, `  return usual.bits(r, ${rest}`, write];
      }
      const rest = `tag, ${lower(name)}Names${limits});\n`;
      const method = body.open ? "named" : "enumerated";
      return [`  return r.${method}(${rest}`, `  return usual.${method}(r, ${rest}`, oneOctet(number, body.range)];
    }
    default: {
      const isInteger = body.kind === "primitive" && body.name === "INTEGER";
      const write = isInteger ? oneOctet("v", body.range) : `  return ${call("w", shape, "v", tag)};\n`;
      return [`  return ${call("r", shape, "", tag)};\n`, `  return ${call("usual", shape, "", tag)};\n`, write];
    }
  }
}

function choice(type: string, elements: readonly Element[]): [read: string, usual: string, write: string] {
  const arms = elements.map(
    ({ name, shape }) => `${cases(shape)} {
      const v = ${call("r", shape, "")};
      if (v === undefined) return r.under("${name}");
      return { ${name}: v };
    }\n`,
  );
  // V8 finds a member absent in less time than `in` takes where values of many forms come.
  const writes = elements.map(
    ({ name, shape }) => `  if (c.${name} !== undefined) return ${call("w", shape, `c.${name}`)};\n`,
  );
  const read = `  switch (r.tag()) {\n${arms.join("")}    default:\n      return r.unexpected();\n  }\n`;
  const write = `  const c: Alternatives<${type}> = v;\n${writes.join("")}  throw noAlternative("${type}");\n`;
  return [read, usualChoice(elements), write];
}

function usualChoice(elements: readonly Element[]): string {
  const arms = elements.map(
    ({ name, shape }) => `${cases(shape)} {
      const v = ${call("usual", shape, "")};
      return v === undefined ? undefined : { ${name}: v };
    }\n`,
  );
  return `  switch (r.octets[r.at]) {\n${arms.join("")}    default:\n      return undefined;\n  }\n`;
}

/** Every element in its order; the value ends where its contents do. */
function usualSequence(type: string, elements: readonly Element[]): string {
  const beforeLast = elements.findLastIndex((e) => e.presence === "mandatory") + 1;
  const ordered = elements.slice(0, beforeLast);
  const isMandatory = ({ presence }: Element): boolean => presence === "mandatory";
  const mandatory = ordered.filter(isMandatory).map((e) => e.name);
  const reads = ordered.map((e) => {
    const get = `${e.name} = ${call("usual", e.shape, "")};\n`;
    if (isMandatory(e)) return `  const ${get}  if (${e.name} === undefined) return undefined;\n`;
    const declaration = `  let ${e.name}: ${typeOf(e.shape)} | undefined;\n`;
    return `${declaration}  if (${stands(e)}) {\n    ${get}    if (${e.name} === undefined) return undefined;\n  }\n`;
  });
  const optional = ordered.filter((e) => !isMandatory(e));
  const trailing = elements.slice(beforeLast).map(
    (e) => `  if (${stands(e)}) {
    const ${e.name} = ${call("usual", e.shape, "")};
    if (${e.name} === undefined) return undefined;
    v.${e.name} = ${e.name};
  }\n`,
  );
  return [
    "  const end = usual.contents(r, tag);\n  if (end === 0) return undefined;\n",
    ...reads,
    `  const v: Mutable<${type}> = ${mandatory.length === 0 ? "{}" : `{ ${mandatory.join(", ")} }`};\n`,
    ...optional.map(({ name }) => `  if (${name} !== undefined) v.${name} = ${name};\n`),
    ...trailing,
    "  return r.at === end ? v : undefined;\n",
  ].join("");
}

/** The condition that an optional element stands next. */
function stands({ shape }: Element): string {
  const tags = firstTags(shape);
  if (tags === "any") return "r.at < end";
  const tests = tags.map((tag) => `r.octets[r.at] === ${hex(tag)}`).join(" || ");
  return `r.at < end && ${tags.length === 1 ? tests : `(${tests})`}`;
}

/** Up to the last mandatory element they come in order; the optional ones after it in any (`codecs/ber/reader.ts`). */
function sequence(type: string, elements: readonly Element[]): [read: string, usual: string, write: string] {
  const ordered = elements.slice(0, elements.findLastIndex((e) => e.presence === "mandatory") + 1);
  const optional = ordered.filter((e) => e.presence !== "mandatory").map((e) => e.name);
  const mandatory = ordered.map((e) => e.name).filter((name) => !optional.includes(name));
  const read = [
    "  const outer = r.enter(tag);\n  if (outer < 0) return undefined;\n",
    ...ordered.map(inOrder),
    `  const v: Mutable<${type}> = ${mandatory.length === 0 ? "{}" : `{\n    ${mandatory.join(",\n    ")},\n  }`};\n`,
    ...optional.map((name) => `  if (${name} !== undefined) v.${name} = ${name};\n`),
    anyOrder(elements.slice(ordered.length)),
    "  r.leave(outer);\n  return v;\n",
  ];
  const write = elements.map(({ name, presence, shape }) => {
    const differs = typeof presence === "object" ? ` && v.${name} !== ${JSON.stringify(presence.default)}` : "";
    const test = presence === "mandatory" ? "" : `if (v.${name} !== undefined${differs}) `;
    return `  ${test}at = ${call("w", shape, `v.${name}`)};\n`;
  });
  const body = `  let at = end - w.tail;\n${write.reverse().join("")}  return w.head(at, tag, end);\n`;
  return [read.join(""), usualSequence(type, elements), body];
}

/** A mandatory element, or an optional one before a mandatory one: it stands here or nowhere. */
function inOrder({ name, shape, presence }: Element): string {
  const get = call("r", shape, "");
  const check = `if (${name} === undefined) return r.under("${name}");\n`;
  if (presence === "mandatory") return `  const ${name} = ${get};\n  ${check}`;
  // An open type cannot stand here: its tags would clash with those of the mandatory element.
  const test = (firstTags(shape) as readonly number[]).map((tag) => `r.tag() === ${hex(tag)}`).join(" || ");
  return `  let ${name}: ${typeOf(shape)} | undefined;\n  if (${test}) {\n    ${name} = ${get};\n    ${check}  }\n`;
}

function anyOrder(elements: readonly Element[]): string {
  if (elements.length === 0) return "";
  const arms = elements.map(
    ({ name, shape }, i) => `${cases(shape, "  ")} {
        if (v.${name} !== undefined) ${firstTags(shape) === "any" ? "break fields" : "return r.repeated()"};
        if (_last > ${i} && !r.allows("optionalsInAnyOrder")) return undefined;\n        _last = ${i};
        const ${name} = ${call("r", shape, "")};
        if (${name} === undefined) return r.under("${name}");
        v.${name} = ${name};
        break;
      }\n`,
  );
  if (!elements.some((e) => firstTags(e.shape) === "any")) arms.push("      default:\n        break fields;\n");
  return `  let _last = 0;\n  fields: while (r.at < r.end) {\n    switch (r.tag()) {\n${arms.join("")}    }\n  }\n`;
}

function cases(shape: Shape, indent = ""): string {
  const tags = firstTags(shape);
  const labels = tags === "any" ? ["default:"] : tags.map((tag) => `case ${hex(tag)}:`);
  return labels.map((label) => `    ${indent}${label}`).join("\n");
}

export function typeDeclaration({ name, shape, shape: { body } }: Definition): string {
  const union = (members: readonly string[], type = name): string =>
    `export type ${type} =\n${members.map((m) => `  | ${m}`).join("\n")};\n`;
  switch (body.kind) {
    case "named": {
      const numbers = body.names.map(([n, value]) => `  "${n}": ${value},\n`).join("");
      const constants = `const ${lower(name)}Numbers = {\n${numbers}} as const;
const ${lower(name)}Names = namesOf(${lower(name)}Numbers);\n`;
      const members = [...body.names.map(([n]) => `"${n}"`), ...(body.open ? ["number"] : [])];
      if (body.of !== "BIT STRING") return `${union(members)}\n${constants}\n${numberOf(name, body)}`;
      return `${union(members, `${name}Bit`)}export type ${name} = readonly ${name}Bit[];\n\n${constants}`;
    }
    case "CHOICE":
      return union(body.elements.map((e) => `{ readonly ${e.name}: ${typeOf(e.shape)} }`));
    case "SEQUENCE": {
      const fields = body.elements.map(({ name: field, presence, shape: inner }) => {
        const comment = typeof presence === "object" ? `  /** Absent: ${presence.default}. */\n` : "";
        return `${comment}  readonly ${field}${presence === "mandatory" ? "" : "?"}: ${typeOf(inner)};\n`;
      });
      return `export interface ${name} {\n${fields.join("")}}\n`;
    }
    default:
      return `export type ${name} = ${typeOf(shape)};\n`;
  }
}

/** The number of a name: a switch finds it in less time than a table where many names come. */
function numberOf(name: string, { names, open }: Extract<Shape["body"], { kind: "named" }>): string {
  const cases = names.map(([n, value]) => `    case "${n}":\n      return ${value};\n`).join("");
  const rest = open ? "    default:\n      return v;\n" : "";
  return `function ${lower(name)}Number(v: ${name}): number {\n  switch (v) {\n${cases}${rest}  }\n}\n`;
}

function typeOf({ body }: Shape): string {
  if (body.kind === "use") return body.of.name;
  if (body.kind === "explicit") return typeOf(body.of);
  if (body.kind === "primitive") return primitives[body.name].type;
  return body.kind === "SEQUENCE OF" ? `readonly ${typeOf(body.of).replace(/^readonly.*/, "($&)")}[]` : "Uint8Array";
}

/** `, 1, 20`: as much of a range as there is. */
function bounds({ min, max }: Range): string {
  if (max === undefined) return min === undefined ? "" : `, ${min}`;
  return `, ${min ?? "undefined"}, ${max}`;
}

/** Writes a number; one of a single octet, as nearly all are, here: a call takes longer than that. */
function oneOctet(number: string, range: Range): string {
  const { min = -0x80, max = 0x7f } = range;
  const others = `tag > 0xff${min > -0x80 ? ` || n < ${min}` : ""}${max < 0x7f ? ` || n > ${max}` : ""}`;
  return `  const n = ${number};
  if ((n << 24) >> 24 !== n || ${others}) return w.integer(at, tag, n${bounds(range)});
  return w.oneOctet(at, tag, n);\n`;
}

/** Who reads or writes: `Reader`, the functions of the usual form, `Writer`. */
type Io = "r" | "usual" | "w";

/** The expression that reads a value, or writes the one called `v` in front of `end`; `tag` is its identifier. */
function call(io: Io, { tag: own, body }: Shape, v: string, tag = hex(own), end = "at"): string {
  const method = (name: string): string => `${io}.${name}(${io === "usual" ? "r, " : ""}`;
  const [at, value] = io === "w" ? [`${end}, `, `, ${v}`] : ["", ""];
  switch (body.kind) {
    case "explicit":
      if (io === "w") return `w.head(${call("w", body.of, v, undefined, `${end} - w.tail`)}, ${tag}, ${end})`;
      return `${method("explicit")}${tag}, ${functionOf(io, body.of)})`;
    case "use": {
      const other = tag === hex(body.of.shape.tag) ? "" : `, ${tag}`;
      if (io === "w") return `encode${body.of.name}(w, ${at}${v}${other})`;
      return `${io === "r" ? "read" : io}${body.of.name}(r${other})`;
    }
    case "primitive": {
      const { method: name } = primitives[body.name];
      return `${method(name)}${at}${tag}${name === "null" ? "" : value}${bounds(body.range)})`;
    }
    case "SEQUENCE OF":
      return `${method("sequenceOf")}${at}${tag}, ${functionOf(io, body.of)}${value}${bounds(body.range)})`;
    case "open":
      if (io === "usual") return "usual.open(r)";
      return io === "r" ? "r.open()" : `w.openType(${at}${v})`;
    default:
      throw new Error(`${body.kind} is no single call`);
  }
}

/** A function of its own for `explicit` and `sequenceOf`. */
function functionOf(io: Io, shape: Shape): string {
  const whole = call(io, shape, "v");
  const plain = /^(\w+)\([rw](?:, at, v)?\)$/.exec(whole)?.[1];
  return plain ?? `(${io === "w" ? "w, at, v" : "r"}) => ${whole}`;
}

/** The type as a value, as `codecs/ber/type.ts` describes it. */
function descriptor({ body }: Shape, owner = ""): string {
  const limits = (range: Range) =>
    Object.entries(range)
      .map(([name, bound]) => `, ${name}: ${bound}`)
      .join("");
  switch (body.kind) {
    case "use":
      return `${body.of.name}.type`;
    case "explicit":
      return descriptor(body.of);
    case "open":
    case "primitive":
      return `{ kind: "${body.kind === "open" ? body.kind : body.name}"${limits(body.range)} }`;
    case "named":
      if (body.of === "BIT STRING") return `{ kind: "BIT STRING", names: ${lower(owner)}Numbers${limits(body.range)} }`;
      return `{ kind: "named", names: ${lower(owner)}Numbers, open: ${body.open}${limits(body.range)} }`;
    case "SEQUENCE OF":
      return `{ kind: "SEQUENCE OF", of: ${descriptor(body.of)}${limits(body.range)} }`;
    default: {
      const elements = body.elements.map(({ name, shape, presence }) => {
        const given = presence === "mandatory" ? "" : `, presence: ${JSON.stringify(presence)}`;
        return `      { name: "${name}", type: ${descriptor(shape)}${given} },\n`;
      });
      return `{\n    kind: "${body.kind}",\n    elements: [\n${elements.join("")}    ],\n  }`;
    }
  }
}

function foldedLine(line: string): string {
  if (line.length <= 120) return line;
  let at = line.lastIndexOf(" ", 120);
  // Never inside a text.
  while (line.slice(0, at).split('"').length % 2 === 0) at = line.lastIndexOf(" ", at - 1);
  const indent = " ".repeat(line.length - line.trimStart().length + 2);
  return at < indent.length ? line : `${line.slice(0, at)}\n${foldedLine(indent + line.slice(at + 1))}`;
}
