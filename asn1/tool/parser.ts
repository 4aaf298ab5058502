import type { Module, ObjectAssignment } from "./ast.ts";
import { Lexer } from "./lexer.ts";
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
  const lexer = new Lexer(file, text);
  const name = lexer.name("upper", "the name of a module");
  // ETSI has its own modules for DSS1, below {itu-t(0) identified-organization(4) etsi(0)}; all others serve QSIG.
  const protocol = lexer.take("{") && objectIdentifier(lexer).includes("etsi") ? "dss1" : "qsig";
  lexer.expect("DEFINITIONS");
  // X.680 13.2: nothing said means EXPLICIT.
  const defaultTags = (["IMPLICIT", "AUTOMATIC", "EXPLICIT"] as const).find((tags) => lexer.take(tags, "TAGS"));
  lexer.expect("::=", "BEGIN");
  const imports = lexer.take("IMPORTS") ? importList(lexer) : [];
  const types: Module["types"][number][] = [];
  const objects: ObjectAssignment[] = [];
  const defined: string[] = [];
  while (!lexer.take("END")) {
    const { line, kind } = lexer.token;
    if (kind === "lower") objects.push(objectAssignment(lexer, lexer.next(), line));
    else {
      const symbol = lexer.name("upper", "an assignment");
      lexer.expect("::=");
      if (lexer.take("CLASS")) defined.push(classDefinition(lexer, symbol));
      else types.push({ name: symbol, type: parseType(lexer), line });
    }
  }
  if (lexer.token.kind !== "end") lexer.refuse("after END");
  return { file, name, protocol, defaultTags: defaultTags ?? "EXPLICIT", imports, types, objects, classes: defined };
}

/** `iso(1) standard(0) 13868}`: who a module is. */
function objectIdentifier(lexer: Lexer): readonly string[] {
  const texts: string[] = [];
  while (!lexer.take("}")) {
    if (["upper", "end"].includes(lexer.token.kind)) lexer.refuse("in an object identifier");
    texts.push(lexer.next());
  }
  return texts;
}

function importList(lexer: Lexer): Module["imports"] {
  const imports: Module["imports"][number][] = [];
  while (!lexer.take(";")) {
    const symbols: { symbol: string; line: number }[] = [];
    do {
      const { kind, line } = lexer.token;
      symbols.push({ symbol: lexer.name(kind === "lower" ? kind : "upper", "the name of an import"), line });
    } while (lexer.take(","));
    lexer.expect("FROM");
    const from = lexer.name("upper", "the name of a module");
    if (lexer.take("{")) objectIdentifier(lexer);
    imports.push(...symbols.map((s) => ({ ...s, from })));
  }
  return imports;
}

function classDefinition(lexer: Lexer, name: string): string {
  const body = classes[name] ?? lexer.fail(`CLASS ${name} is not supported: OPERATION and ERROR of X.880 are`);
  for (const text of body.split(/\s+/)) if (!lexer.take(text)) lexer.refuse(`in CLASS ${name} where "${text}" is due`);
  return name;
}

/** `name OPERATION ::= {...}` and `name ERROR ::= {...}` in the syntax of the two classes. */
function objectAssignment(lexer: Lexer, name: string, line: number): ObjectAssignment {
  const kind = lexer.take("OPERATION") ? "OPERATION" : lexer.take("ERROR") ? "ERROR" : undefined;
  if (kind === undefined) return lexer.refuse("as the type of a value: OPERATION and ERROR are");
  lexer.expect("::=", "{");
  const isOperation = kind === "OPERATION";
  const argument = lexer.take(isOperation ? "ARGUMENT" : "PARAMETER") ? lexer.name("upper", "a type") : null;
  const returns = isOperation && !lexer.take("RETURN", "RESULT", "FALSE");
  // Without a type the result has no value.
  const result = returns && lexer.take("RESULT") ? lexer.name("upper", "a type") : null;
  const errors: string[] = [];
  if (isOperation && lexer.take("ERRORS", "{")) {
    do errors.push(lexer.name("lower", "the name of an error"));
    while (lexer.take("|"));
    lexer.expect("}");
  }
  // Said of every operation without a result, and of some that may give one.
  if (isOperation && !lexer.take("ALWAYS", "RESPONDS", "FALSE") && !returns) lexer.expect("ALWAYS");
  lexer.expect("CODE");
  const code = lexer.take("global", ":") ? globalCode(lexer) : localCode(lexer);
  lexer.expect("}");
  return { kind, name, line, code, argument, result, errors };
}

function localCode(lexer: Lexer): number {
  lexer.expect("local", ":");
  return lexer.number();
}

/** `{0 4 0 359 1 2}`: numbers only. */
function globalCode(lexer: Lexer): string {
  const arcs: number[] = [];
  lexer.expect("{");
  do arcs.push(lexer.number());
  while (!lexer.take("}"));
  return arcs.join(".");
}
