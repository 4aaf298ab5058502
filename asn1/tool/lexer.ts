import { ModuleError } from "./module-error.ts";

/** `word` an identifier or keyword, `number`, `sign` anything else; `end` follows the last token. */
export interface Token {
  readonly kind: "word" | "number" | "sign" | "end";
  readonly text: string;
  readonly line: number;
}

/** X.680 clause 12. A comment ends at the next `--` or at the end of its line; nested comments are not in the subset. */
const pattern = new RegExp(
  [
    String.raw`(?<blank>[ \t\r\n\v\f]+|--(?:(?!--)[^\n])*(?:--|(?=\n)|$))`,
    String.raw`(?<word>[A-Za-z](?:-?[A-Za-z0-9])*)`,
    String.raw`(?<number>0|[1-9][0-9]*)`,
    String.raw`(?<sign>::=|\.\.\.|\.\.|\[\[|\]\]|[{}()[\],;:|.&<>@!^*=-])`,
  ].join("|"),
  "y",
);

export function lex(file: string, text: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (let at = 0; at < text.length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) throw new ModuleError(file, line, `${describe(text.slice(at))} is not supported`);
    const { blank, word, number, sign } = groups;
    if (word !== undefined) tokens.push({ kind: "word", text: word, line });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, line });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign, line });
    else line += (blank ?? "").split("\n").length - 1;
  }
  tokens.push({ kind: "end", text: "end of file", line });
  return tokens;
}

function describe(rest: string): string {
  if (rest.startsWith("/*")) return "a comment between /* and */";
  if (rest.startsWith('"')) return "a character string in quotes";
  if (rest.startsWith("'")) return "a bit or hexadecimal string";
  return `the character ${JSON.stringify(rest[0])}`;
}
