import { type ElementNode, type Presence, primitives, type Range, type TypeNode } from "./ast.ts";
import type { Lexer } from "./lexer.ts";

/** Bits 8 and 7 of the identifier (X.690 8.1.2.2); without a word the tag is context-specific. */
const tagClasses: Readonly<Record<string, number>> = { UNIVERSAL: 0x00, APPLICATION: 0x40, PRIVATE: 0xc0 };

/** Words of X.680 that begin a type outside the subset and would otherwise pass for the name of one. */
const unsupported = `ANY CHARACTER DATE DATE-TIME DURATION EMBEDDED EXTERNAL GeneralString GeneralizedTime
GraphicString INSTANCE ISO646String MACRO OID-IRI ObjectDescriptor REAL RELATIVE-OID RELATIVE-OID-IRI T61String TIME
TIME-OF-DAY TeletexString UTCTime UTF8String UniversalString VideotexString`.split(/\s/);

export function parseType(lexer: Lexer): TypeNode {
  const { line } = lexer.token;
  if (lexer.take("[")) return taggedType(lexer, line);
  if (lexer.take("ENUMERATED")) return { ...namedNumbers(lexer), kind: "named", of: "ENUMERATED", range: {}, line };
  if (lexer.take("INTEGER")) return integerType(lexer, line);
  if (lexer.take("CHOICE")) return { kind: "CHOICE", ...elementList(lexer, "CHOICE"), line };
  if (lexer.take("BIT", "STRING"))
    return { ...namedNumbers(lexer), kind: "named", of: "BIT STRING", open: true, range: sizeConstraint(lexer), line };
  const isSet = lexer.take("SET");
  if (isSet || lexer.take("SEQUENCE")) {
    if (!isSet && lexer.token.text === "{") return { kind: "SEQUENCE", ...elementList(lexer, "SEQUENCE"), line };
    const range = sizeConstraint(lexer);
    lexer.expect("OF");
    return { kind: "SEQUENCE OF", isSet, range, of: parseType(lexer), line };
  }
  for (const name of Object.keys(primitives) as (keyof typeof primitives)[]) {
    if (!lexer.take(...name.split(" "))) continue;
    const range = /string$/i.test(name) ? sizeConstraint(lexer) : {};
    return { kind: "primitive", name, range, line, ...permittedAlphabet(lexer) };
  }
  if (unsupported.includes(lexer.token.text)) lexer.refuse("as a type");
  return namedType(lexer, line);
}

/** A reference to a type, or to the type field of a class, which is an open type. */
function namedType(lexer: Lexer, line: number): TypeNode {
  const name = lexer.name("upper", "a type");
  const isOpen = lexer.take(".", "&");
  if (isOpen) lexer.name("upper", "the type field of a class (an open type)");
  if (["{", "(", "."].includes(lexer.token.text)) lexer.refuse(`after the type ${name}: parameters, constraints`);
  return isOpen ? { kind: "open", className: name, range: {}, line } : { kind: "reference", name, line };
}

function taggedType(lexer: Lexer, line: number): TypeNode {
  const tagClass = lexer.token.kind === "number" ? 0x80 : tagClasses[lexer.token.text];
  if (tagClass === undefined) lexer.refuse("as the class of a tag");
  if (lexer.token.kind !== "number") lexer.next();
  const number = lexer.number();
  if (number < 0 || number > 0x1f_ffff) lexer.fail(`the tag number ${number} is outside 0..2097151`, line);
  lexer.expect("]");
  const mode = lexer.take("IMPLICIT") ? "IMPLICIT" : lexer.take("EXPLICIT") ? "EXPLICIT" : undefined;
  return { kind: "tagged", tagClass, number, mode, type: parseType(lexer), line };
}

function integerType(lexer: Lexer, line: number): TypeNode {
  const named = lexer.token.text === "{" ? namedNumbers(lexer) : undefined;
  const range = lexer.token.text === "(" ? bounds(lexer) : {};
  if (named?.open === true) lexer.fail("an INTEGER has no extension marker", line);
  if (named !== undefined) return { ...named, kind: "named", of: "INTEGER", open: true, range, line };
  return { kind: "primitive", name: "INTEGER", range, line };
}

/** `{item, item, ..., item}`; true where there is an extension marker. */
function braced(lexer: Lexer, item: (extended: boolean) => void): boolean {
  let extended = false;
  lexer.expect("{");
  do {
    if (!extended && lexer.take("...")) extended = true;
    else item(extended);
  } while (lexer.take(","));
  lexer.expect("}");
  return extended;
}

/** `{a(0), b(1), ...}`. Numbers are always given: counting them is outside the subset. */
function namedNumbers(lexer: Lexer): { names: [string, number][]; open: boolean } {
  const names: [string, number][] = [];
  const open = braced(lexer, () => {
    const name = lexer.name("lower", "a name");
    lexer.expect("(");
    const value = lexer.number();
    lexer.expect(")");
    if (names.some(([n, v]) => n === name || v === value)) lexer.fail(`${name}(${value}) stands here twice`);
    names.push([name, value]);
  });
  return { names, open };
}

/** What follows an extension marker is read as OPTIONAL: an older peer leaves it away. */
function elementList(lexer: Lexer, kind: "SEQUENCE" | "CHOICE"): { elements: ElementNode[]; open: boolean } {
  const elements: ElementNode[] = [];
  if (kind === "SEQUENCE" && lexer.take("{", "}")) return { elements, open: false };
  const open = braced(lexer, (addition) => {
    const { line } = lexer.token;
    const name = lexer.name("lower", "a field");
    if (elements.some((e) => e.name === name)) lexer.fail(`${name} stands here twice`, line);
    const type = parseType(lexer);
    const presence = kind === "SEQUENCE" ? presenceOf(lexer, type) : "mandatory";
    const isLater = addition && kind === "SEQUENCE" && presence === "mandatory";
    elements.push({ name, type, line, presence: isLater ? "OPTIONAL" : presence, addition });
  });
  return { elements, open };
}

function presenceOf(lexer: Lexer, type: TypeNode): Presence {
  if (lexer.take("OPTIONAL")) return "OPTIONAL";
  if (!lexer.take("DEFAULT")) return "mandatory";
  const base = type.kind === "tagged" ? type.type : type;
  const name = base.kind === "primitive" ? base.name : undefined;
  const isBoolean = name === "BOOLEAN" && ["TRUE", "FALSE"].includes(lexer.token.text);
  if (isBoolean) return { default: lexer.next() === "TRUE" };
  if (name === "INTEGER") return { default: lexer.number() };
  if (["named", "reference"].includes(base.kind) && lexer.token.kind === "lower") return { default: lexer.next() };
  return lexer.refuse(
    "as DEFAULT: TRUE and FALSE of a BOOLEAN, the numbers of an INTEGER and names of an ENUMERATED are",
  );
}

/** `(SIZE (1..20))`, or nothing. */
function sizeConstraint(lexer: Lexer): Range {
  if (!lexer.take("(")) return {};
  lexer.expect("SIZE");
  const range = bounds(lexer);
  if ((range.min ?? 0) < 0) lexer.fail("a size is negative");
  lexer.expect(")");
  return range;
}

/** `(FROM ("0123"))`, or nothing. */
function permittedAlphabet(lexer: Lexer): { alphabet?: string } {
  if (!lexer.take("(", "FROM", "(")) return {};
  if (lexer.token.kind !== "text") lexer.refuse("where the characters of an alphabet are due");
  const alphabet = lexer.next().slice(1, -1);
  lexer.expect(")", ")");
  return { alphabet };
}

/** `(5)`, `(1..20)`, `(MIN..4)`, `(1..MAX)`. */
function bounds(lexer: Lexer): Range {
  lexer.expect("(");
  const min = lexer.take("MIN") ? undefined : lexer.number();
  const max = lexer.take("..") ? (lexer.take("MAX") ? undefined : lexer.number()) : min;
  if (min !== undefined && max !== undefined && min > max) lexer.fail(`the range ${min}..${max} is empty`);
  lexer.expect(")");
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
