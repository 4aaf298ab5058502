import type { Import, Module, ObjectAssignment, TagMode, TypeAssignment } from "./ast.ts";
import { Cursor } from "./cursor.ts";
import { lex } from "./lexer.ts";
import { parseType } from "./type-parser.ts";

/** The two classes this compiler understands, word for word as `Remote-Operations-Information-Objects` has them. */
const classes: Readonly<Record<string, string>> = {
  OPERATION: `{ & ArgumentType OPTIONAL , & returnResult BOOLEAN DEFAULT TRUE , & ResultType OPTIONAL ,
    & Errors ERROR OPTIONAL , & alwaysReturns BOOLEAN DEFAULT TRUE , & operationCode Code UNIQUE OPTIONAL }
    WITH SYNTAX { [ ARGUMENT & ArgumentType ] [ RETURN RESULT & returnResult ] [ RESULT & ResultType ]
    [ ERRORS & Errors ] [ ALWAYS RESPONDS & alwaysReturns ] [ CODE & operationCode ] }`,
  ERROR: `{ & ParameterType OPTIONAL , & errorCode Code UNIQUE OPTIONAL }
    WITH SYNTAX { [ PARAMETER & ParameterType ] [ CODE & errorCode ] }`,
};

/** Reads one module; throws ModuleError at the first construct outside the subset. */
export function parseModule(file: string, text: string): Module {
  const cursor = new Cursor(file, lex(file, text));
  const name = cursor.name("upper", "the name of a module");
  if (cursor.peek() === "{") objectIdentifier(cursor);
  cursor.expect("DEFINITIONS");
  const defaultTags = tagDefault(cursor);
  cursor.expect("::=", "BEGIN");
  const imports = cursor.take("IMPORTS") ? importList(cursor) : [];
  const types: TypeAssignment[] = [];
  const objects: ObjectAssignment[] = [];
  const defined: string[] = [];
  while (!cursor.take("END")) {
    const line = cursor.line;
    const upper = /^[A-Z]/.test(cursor.peek());
    const symbol = cursor.name(upper ? "upper" : "lower", "an assignment");
    if (!upper) objects.push(objectAssignment(cursor, symbol, line));
    else {
      cursor.expect("::=");
      if (cursor.take("CLASS")) defined.push(classDefinition(cursor, symbol));
      else types.push({ name: symbol, type: parseType(cursor), line });
    }
  }
  if (cursor.token.kind !== "end") cursor.refuse("after END");
  return { file, name, defaultTags, imports, types, objects, classes: defined };
}

function tagDefault(cursor: Cursor): TagMode {
  // X.680 13.2: nothing said means EXPLICIT.
  const mode = cursor.take("IMPLICIT") ? "IMPLICIT" : "EXPLICIT";
  if (mode === "IMPLICIT" || cursor.take("EXPLICIT")) cursor.expect("TAGS");
  else if (cursor.peek() !== "::=") cursor.refuse("as tag default");
  return mode;
}

/** `{iso(1) standard(0) 13868}`: arcs by number, by name and number, or by a name that X.660 gives. */
function objectIdentifier(cursor: Cursor): void {
  cursor.expect("{");
  do {
    if (cursor.token.kind === "number") cursor.number();
    else {
      cursor.name("lower", "an arc");
      if (cursor.take("(")) {
        cursor.number();
        cursor.expect(")");
      }
    }
  } while (!cursor.take("}"));
}

function importList(cursor: Cursor): Import[] {
  const imports: Import[] = [];
  while (!cursor.take(";")) {
    const symbols: { symbol: string; line: number }[] = [];
    do {
      if (cursor.token.kind !== "word") cursor.refuse("where the name of an import is due");
      symbols.push({ symbol: cursor.peek(), line: cursor.line });
      cursor.next();
    } while (cursor.take(","));
    cursor.expect("FROM");
    const from = cursor.name("upper", "the name of a module");
    if (cursor.peek() === "{") objectIdentifier(cursor);
    imports.push(...symbols.map((s) => ({ ...s, from })));
  }
  return imports;
}

function classDefinition(cursor: Cursor, name: string): string {
  const body = classes[name];
  if (body === undefined) cursor.fail(`CLASS ${name} is not supported: OPERATION and ERROR of X.880 are`);
  for (const text of body.split(/\s+/)) if (!cursor.take(text)) cursor.refuse(`in CLASS ${name} where "${text}" is due`);
  return name;
}

/** `name OPERATION ::= {...}` and `name ERROR ::= {...}` in the syntax of the two classes. */
function objectAssignment(cursor: Cursor, name: string, line: number): ObjectAssignment {
  const kind = cursor.take("OPERATION") ? "OPERATION" : cursor.take("ERROR") ? "ERROR" : undefined;
  if (kind === undefined) cursor.refuse("as the type of a value: only OPERATION and ERROR objects are");
  cursor.expect("::=", "{");
  const isOperation = kind === "OPERATION";
  const argument = cursor.take(isOperation ? "ARGUMENT" : "PARAMETER") ? cursor.name("upper", "a type") : undefined;
  const returns = !(isOperation && cursor.take("RETURN", "RESULT", "FALSE"));
  const result = isOperation && cursor.take("RESULT") ? cursor.name("upper", "a type") : undefined;
  const errors = isOperation && cursor.take("ERRORS") ? errorSet(cursor) : [];
  const responds = !(isOperation && cursor.take("ALWAYS", "RESPONDS", "FALSE"));
  cursor.expect("CODE");
  const code = codeValue(cursor);
  cursor.expect("}");
  if (!returns && result !== undefined) cursor.fail(`${name} has a RESULT and RETURN RESULT FALSE`, line);
  if (!returns && responds) cursor.fail(`${name} has RETURN RESULT FALSE without ALWAYS RESPONDS FALSE`, line);
  return { kind, name, line, code, errors, ...(argument && { argument }), ...(result && { result }) };
}

function errorSet(cursor: Cursor): string[] {
  const errors: string[] = [];
  cursor.expect("{");
  do errors.push(cursor.name("lower", "the name of an error"));
  while (cursor.take("|"));
  cursor.expect("}");
  return errors;
}

function codeValue(cursor: Cursor): number | string {
  if (cursor.take("local", ":")) return cursor.number();
  cursor.expect("global", ":", "{");
  const arcs: number[] = [];
  while (!cursor.take("}")) arcs.push(cursor.number());
  return arcs.join(".");
}
