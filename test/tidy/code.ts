/** A scan, not a parser: enough to tell code from comments and texts in our own formatted TypeScript. */
const tokens = {
  comment: /\/\/[^\n]*|\/\*[\s\S]*?\*\//y,
  string: /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/y,
  /** A template up to its end or its next `${`. */
  template: /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{)/y,
  regex: /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y,
} as const;

/** Behind these a slash begins a regular expression; behind anything else it divides. */
const beforeRegex = /(?:[(,=:[!&|?{};+>]|\breturn)\s*$/;

interface Scan {
  readonly code: string;
  readonly comments: string;
}

const scans = new Map<string, Scan>();

/**
 * The code of a TypeScript text with comments, strings, templates and regular expressions blanked out, and its comments
 * with the rest blanked out: same length, same lines, so that what is found keeps its place.
 */
export function scan(text: string): Scan {
  const known = scans.get(text);
  if (known !== undefined) return known;
  const code: string[] = [];
  const comments: string[] = [];
  /** Braces open in each template expression we stand in, innermost last. */
  const templates: number[] = [];
  for (let at = 0; at < text.length; ) {
    const { kind, length } = next(text, at, code, templates);
    const part = text.slice(at, at + length);
    code.push(kind === "code" ? part : blank(part));
    comments.push(kind === "comment" ? part : blank(part));
    at += length;
  }
  const result = { code: code.join(""), comments: comments.join("") };
  scans.set(text, result);
  return result;
}

function next(text: string, at: number, code: readonly string[], templates: number[]) {
  const character = text.charAt(at);
  const comment = match(tokens.comment, text, at);
  if (comment !== 0) return { kind: "comment", length: comment } as const;
  const string = match(tokens.string, text, at);
  if (string !== 0) return { kind: "text", length: string } as const;
  if (character === "/" && beforeRegex.test(code.slice(-80).join("").trimEnd() || "(")) {
    const regex = match(tokens.regex, text, at);
    if (regex !== 0) return { kind: "text", length: regex } as const;
  }
  if (character === "`") return template(text, at, templates);
  const depth = templates.at(-1);
  if (depth !== undefined && character === "{") templates[templates.length - 1] = depth + 1;
  if (depth !== undefined && character === "}") {
    if (depth === 0) {
      templates.pop();
      return template(text, at, templates);
    }
    templates[templates.length - 1] = depth - 1;
  }
  return { kind: "code", length: 1 } as const;
}

/** From a backtick, or the brace that ends an expression, to the end of the template or its next expression. */
function template(text: string, at: number, templates: number[]) {
  const length = match(tokens.template, text, at + 1);
  if (text.charAt(at + length) === "{") templates.push(0);
  return { kind: "text", length: length + 1 } as const;
}

function match(token: RegExp, text: string, at: number): number {
  token.lastIndex = at;
  return token.exec(text)?.[0].length ?? 0;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** The index behind the bracket that closes the one at `open`, in code without strings and comments. */
export function behindClosing(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if ("([{".includes(code.charAt(at))) depth += 1;
    else if (")]}".includes(code.charAt(at)) && --depth === 0) return at + 1;
  }
  return code.length;
}

/** The index of the bracket that opens the one that closes at `close`. */
export function openingOf(code: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at -= 1) {
    if (")]}".includes(code.charAt(at))) depth += 1;
    else if ("([{".includes(code.charAt(at)) && --depth === 0) return at;
  }
  return 0;
}

export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

/** Where the line that holds `at` begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}
