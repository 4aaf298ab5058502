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
  if (lexer.take("{")) objectIdentifier(lexer);
  lexer.expect("DEFINITIONS");
  // X.680 13.2: nothing said means EXPLICIT.
  const defaultTags = lexer.take("IMPLICIT", "TAGS") ? "IMPLICIT" : "EXPLICIT";
  if (defaultTags === "EXPLICIT") lexer.take("EXPLICIT", "TAGS");
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
  return { file, name, defaultTags, imports, types, objects, classes: defined };
}

/** `iso(1) standard(0) 13868}`: who a module is, which nothing here depends on. */
function objectIdentifier(lexer: Lexer): void {
  while (!lexer.take("}")) {
    if (["upper", "end"].includes(lexer.token.kind)) lexer.refuse("in an object identifier");
    lexer.next();
  }
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
  const hasResult = isOperation && !lexer.take("RETURN", "RESULT", "FALSE");
  if (hasResult) lexer.expect("RESULT");
  const result = hasResult ? lexer.name("upper", "a type") : null;
  const errors: string[] = [];
  if (isOperation && lexer.take("ERRORS", "{")) {
    do errors.push(lexer.name("lower", "the name of an error"));
    while (lexer.take("|"));
    lexer.expect("}");
  }
  // Said of every operation without a result, and of some that may give one.
  if (isOperation && !lexer.take("ALWAYS", "RESPONDS", "FALSE") && !hasResult) lexer.expect("ALWAYS");
  lexer.expect("CODE", "local", ":");
  const code = lexer.number();
  lexer.expect("}");
  return { kind, name, line, code, argument, result, errors };
}
