import type { Token } from "./lexer.ts";
import { ModuleError } from "./module-error.ts";

const isUpper = (text: string): boolean => /^[A-Z]/.test(text);

/** Walks over the tokens of one file. */
export class Cursor {
  readonly file: string;
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(file: string, tokens: readonly Token[]) {
    this.file = file;
    this.tokens = tokens;
  }

  get token(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token;
  }

  get line(): number {
    return this.token.line;
  }

  peek(ahead = 0): string {
    return this.tokens[this.at + ahead]?.text ?? "";
  }

  next(): Token {
    const token = this.token;
    this.at += 1;
    return token;
  }

  /** Takes these tokens if they come next, all or none. */
  take(...texts: readonly string[]): boolean {
    if (!texts.every((text, i) => this.peek(i) === text)) return false;
    this.at += texts.length;
    return true;
  }

  expect(...texts: readonly string[]): void {
    for (const text of texts) if (!this.take(text)) this.refuse(`where "${text}" is due`);
  }

  /** A name that starts as its kind does: types and modules upper case, fields and values lower case. */
  name(kind: "upper" | "lower", what: string): string {
    const { kind: token, text } = this.token;
    if (token !== "word" || isUpper(text) !== (kind === "upper")) this.refuse(`where ${what} is due`);
    return this.next().text;
  }

  number(): number {
    const sign = this.take("-") ? -1 : 1;
    if (this.token.kind !== "number") this.refuse("where a number is due");
    return sign * Number(this.next().text);
  }

  /** The token at hand is not in the subset. */
  refuse(where = "here"): never {
    const { text, kind } = this.token;
    return this.fail(kind === "end" ? `the file ends ${where}` : `"${text}" is not supported ${where}`);
  }

  fail(text: string, line = this.line): never {
    throw new ModuleError(this.file, line, text);
  }
}
