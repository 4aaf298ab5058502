/** A module says something this compiler does not understand, or that is wrong: `file:line: text`. */
export class ModuleError extends Error {}

interface Token {
  readonly kind: "upper" | "lower" | "number" | "text" | "sign" | "end";
  readonly text: string;
  readonly line: number;
}

/** X.680 clause 12. A comment ends at the next `--` or at the end of its line; it and blanks are no group. */
const pattern = new RegExp(
  String.raw`\s+|--(?:(?!--)[^\n])*(?:--|(?=\n)|$)|(?<upper>[A-Z](?:-?[A-Za-z\d])*)|(?<lower>[a-z](?:-?[A-Za-z\d])*)|` +
    String.raw`(?<number>\d+)|(?<text>"[^"\n]*")|(?<sign>::=|\.{2,3}|\[\[|\]\]|\S)`,
  "gy",
);

/** Walks over the tokens of one module; what does not fit ends in a ModuleError that names it. */
export class Lexer {
  private readonly file: string;
  private readonly tokens: Token[] = [];
  private at = 0;

  constructor(file: string, text: string) {
    this.file = file;
    let line = 1;
    for (const { groups = {}, 0: whole } of text.matchAll(pattern)) {
      const kind = (["upper", "lower", "number", "text", "sign"] as const).find((name) => groups[name] !== undefined);
      if (kind !== undefined) this.tokens.push({ kind, text: whole, line });
      line += whole.split("\n").length - 1;
    }
    this.tokens.push({ kind: "end", text: "end of file", line });
  }

  get token(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token;
  }

  next(): string {
    const { text } = this.token;
    this.at += 1;
    return text;
  }

  /** Takes these tokens if they come next, all or none. */
  take(...texts: readonly string[]): boolean {
    const isNext = texts.every((text, i) => this.tokens[this.at + i]?.text === text);
    if (isNext) this.at += texts.length;
    return isNext;
  }

  expect(...texts: readonly string[]): void {
    for (const text of texts) if (!this.take(text)) this.refuse(`where "${text}" is due`);
  }

  /** A name: types and modules start upper case, fields and values lower case. */
  name(kind: "upper" | "lower", what: string): string {
    if (this.token.kind !== kind) this.refuse(`where ${what} is due`);
    return this.next();
  }

  number(): number {
    const sign = this.take("-") ? -1 : 1;
    if (this.token.kind !== "number") this.refuse("where a number is due");
    return sign * Number(this.next());
  }

  /** The token at hand is not in the subset. */
  refuse(where: string): never {
    return this.fail(`"${this.token.text}" is not supported ${where}`);
  }

  fail(text: string, line = this.token.line): never {
    throw new ModuleError(`${this.file}:${line}: ${text}`);
  }
}
