import { type Element, type NamedNumbers, type Range, stringNames, type TagMode, type TypeNode } from "./ast.ts";
import type { Cursor } from "./cursor.ts";

const any: Range = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const anySize: Range = { min: 0, max: Number.POSITIVE_INFINITY };
/** The octets of a tag's class, bits 8 and 7 (X.690 8.1.2.2). */
const tagClasses: Readonly<Record<string, number>> = { UNIVERSAL: 0x00, APPLICATION: 0x40, PRIVATE: 0xc0 };
/** Types of X.680 outside the subset, so that they are not taken for names. */
const unsupported = new Set(
  `ANY BIT BMPString CHARACTER DATE DATE-TIME DURATION EMBEDDED EXTERNAL GeneralString GeneralizedTime GraphicString
  INSTANCE ISO646String MACRO OID-IRI ObjectDescriptor REAL RELATIVE-OID RELATIVE-OID-IRI SET T61String TIME
  TIME-OF-DAY TeletexString UTCTime UTF8String UniversalString VideotexString`.split(/\s+/),
);

export function parseType(cursor: Cursor): TypeNode {
  const line = cursor.line;
  if (cursor.take("[")) return taggedType(cursor, line);
  if (cursor.take("NULL")) return { kind: "NULL", line };
  if (cursor.take("BOOLEAN")) return { kind: "BOOLEAN", line };
  if (cursor.take("OBJECT", "IDENTIFIER")) return { kind: "OBJECT IDENTIFIER", line };
  if (cursor.take("OCTET", "STRING")) return { kind: "OCTET STRING", size: sizeConstraint(cursor), line };
  if (cursor.take("INTEGER")) return integerType(cursor, line);
  if (cursor.take("ENUMERATED")) return enumeratedType(cursor, line);
  if (cursor.take("CHOICE")) return { kind: "CHOICE", elements: elementList(cursor, "CHOICE"), line };
  if (cursor.take("SEQUENCE")) return sequenceType(cursor, line);
  for (const name of stringNames) if (cursor.take(name)) return { kind: "string", name, size: sizeConstraint(cursor), line };
  if (unsupported.has(cursor.peek())) cursor.refuse("as a type");
  const name = cursor.name("upper", "a type");
  if (cursor.take(".", "&")) {
    cursor.name("upper", "the type field of a class (an open type)");
    if (cursor.peek() === "(") cursor.refuse("after an open type: table constraints are outside the subset");
    return { kind: "open", className: name, line };
  }
  if (cursor.peek() === "{") cursor.refuse("after the name of a type: parameters are outside the subset");
  if (cursor.peek() === "(") cursor.refuse("after the name of a type: constrain the type where it is defined");
  return { kind: "reference", name, line };
}

function taggedType(cursor: Cursor, line: number): TypeNode {
  const word = cursor.token.kind === "word" ? cursor.next().text : undefined;
  const tagClass = word === undefined ? 0x80 : tagClasses[word];
  if (tagClass === undefined) cursor.fail(`"${word}" is not a class of tags`, line);
  const number = cursor.number();
  if (number < 0 || number > 0x1f_ffff) cursor.fail(`tag number ${number} is outside 0..2097151`, line);
  cursor.expect("]");
  const mode: TagMode | undefined = cursor.take("IMPLICIT") ? "IMPLICIT" : cursor.take("EXPLICIT") ? "EXPLICIT" : undefined;
  return { kind: "tagged", tagClass, number, type: parseType(cursor), line, ...(mode && { mode }) };
}

function integerType(cursor: Cursor, line: number): TypeNode {
  const names = cursor.take("{") ? namedNumbers(cursor).names : [];
  let range = any;
  if (cursor.take("(")) {
    range = bounds(cursor, any);
    cursor.expect(")");
  }
  return { kind: "INTEGER", range, names, line };
}

function enumeratedType(cursor: Cursor, line: number): TypeNode {
  cursor.expect("{");
  return { kind: "ENUMERATED", ...namedNumbers(cursor), line };
}

/** `a(0), b(1), ...` up to the brace. Numbers are always given: counting them is outside the subset. */
function namedNumbers(cursor: Cursor): { names: NamedNumbers; extensible: boolean } {
  const names: [string, number][] = [];
  let extensible = false;
  do {
    if (!extensible && cursor.take("...")) {
      extensible = true;
      continue;
    }
    const name = cursor.name("lower", "a name");
    cursor.expect("(");
    const value = cursor.number();
    cursor.expect(")");
    if (names.some(([n, v]) => n === name || v === value)) cursor.fail(`${name}(${value}) stands here twice`);
    names.push([name, value]);
  } while (cursor.take(","));
  cursor.expect("}");
  return { names, extensible };
}

function sequenceType(cursor: Cursor, line: number): TypeNode {
  if (cursor.peek() === "{") return { kind: "SEQUENCE", elements: elementList(cursor, "SEQUENCE"), line };
  const size = cursor.peek() === "SIZE" ? size1(cursor) : sizeConstraint(cursor);
  cursor.expect("OF");
  return { kind: "SEQUENCE OF", size, of: parseType(cursor), line };
}

/** The elements between the braces. What follows an extension marker is read as OPTIONAL: an older peer leaves it away. */
function elementList(cursor: Cursor, kind: "SEQUENCE" | "CHOICE"): Element[] {
  const elements: Element[] = [];
  let extended = false;
  cursor.expect("{");
  if (cursor.take("}")) return elements;
  do {
    if (!extended && cursor.take("...")) {
      extended = true;
      if (cursor.peek() === "!") cursor.refuse("after an extension marker");
      continue;
    }
    const line = cursor.line;
    const name = cursor.name("lower", "a field");
    if (elements.some((e) => e.name === name)) cursor.fail(`${name} stands here twice`, line);
    const type = parseType(cursor);
    const given = kind === "SEQUENCE" ? presence(cursor, type) : "mandatory";
    elements.push({ name, type, line, presence: extended && kind === "SEQUENCE" && given === "mandatory" ? "OPTIONAL" : given });
  } while (cursor.take(","));
  cursor.expect("}");
  return elements;
}

function presence(cursor: Cursor, type: TypeNode): Element["presence"] {
  if (cursor.take("OPTIONAL")) return "OPTIONAL";
  if (!cursor.take("DEFAULT")) return "mandatory";
  const base = type.kind === "tagged" ? type.type : type;
  if (base.kind === "BOOLEAN" && cursor.take("TRUE")) return { default: true };
  if (base.kind === "BOOLEAN" && cursor.take("FALSE")) return { default: false };
  if (base.kind === "INTEGER" && /^[-\d]/.test(cursor.peek())) return { default: cursor.number() };
  return cursor.refuse("as DEFAULT: TRUE and FALSE of a BOOLEAN and numbers of an INTEGER written in place are");
}

function sizeConstraint(cursor: Cursor): Range {
  if (!cursor.take("(")) return anySize;
  if (cursor.peek() !== "SIZE") cursor.refuse("as a constraint where SIZE is due");
  const size = size1(cursor);
  cursor.expect(")");
  return size;
}

function size1(cursor: Cursor): Range {
  cursor.expect("SIZE", "(");
  const size = bounds(cursor, anySize);
  if (size.min < 0) cursor.fail("a size is negative");
  cursor.expect(")");
  return size;
}

/** `5`, `1..20`, `MIN..4`, `1..MAX`. */
function bounds(cursor: Cursor, whole: Range): Range {
  const min = cursor.take("MIN") ? whole.min : cursor.number();
  const max = cursor.take("..") ? (cursor.take("MAX") ? whole.max : cursor.number()) : min;
  if (min > max) cursor.fail(`the range ${min}..${max} is empty`);
  return { min, max };
}
