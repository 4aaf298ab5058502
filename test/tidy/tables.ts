import { behindClosing, lineOf, lineStart, scan } from "./code.ts";
import { type Fault, fault, generated, type SourceFile } from "./rules.ts";

/** A clause, a standard, a rule of ours or the mark of a source. */
const mark =
  /\bclause\b|\b(ECMA|ISO|IEC|EN|ETS|RFC|CC)[- /]*\d|\b[QX]\.\d|\b[A-Z]{1,3}-?\d+\b|\[[A-Z0-9][\w .-]*\]|\bours?\b/;
/** A mark that stands as a value: `t1Ms: "[MEM]"`. */
const valueMark = /"\[[A-Z0-9]{1,4}\]"/;
const tableFiles = [
  /^codecs\/q931\/messages\.ts$/,
  /^src\/completion\/(originating|terminating)\/(?!actions)/,
  /(^|[-/])(table|operations|errors|timers|dialects|originating|terminating)\.ts$/,
];

interface Row {
  readonly start: number;
  readonly end: number;
}

/**
 * Every row of a protocol table says where it comes from. A table is a constant at the left margin whose value is an
 * object or a list over several lines, in a file named for tables (`operations.ts`, `timers.ts`, ...). The rules:
 * - a row carries `clause: "..."`, a mark as a value, or a comment with a mark inside it or on its last line;
 * - or a comment with a mark stands above it, or above the group of rows it belongs to (a blank line parts groups);
 * - rows of plain values (no object, no function), and those of a constant that does not call itself ONE table, may
 * lean
 *   on the comment above the whole;
 * - in a state table the rows are those of each state; `otherwise` and spread rows need nothing.
 */
export function tableRows(file: SourceFile): Fault[] {
  if (
    !/^(codecs|src)\//.test(file.path) ||
    generated.test(file.path) ||
    !tableFiles.some((name) => name.test(file.path))
  )
    return [];
  const { code } = scan(file.text);
  return [...code.matchAll(/^(?:export )?const \w+[^=;]*= [[{]$/gm)].flatMap((found) => {
    const above = commentAbove(file.text, found.index);
    const leaning = !mark.test(above) ? "none" : /ONE table/.test(above) ? "plain" : "all";
    return rowsOf(code, found.index + found[0].length - 1).flatMap((row) => unmarked(file, row, leaning));
  });
}

/** `leaning`: which rows may lean on the comment above the table. */
function unmarked(file: SourceFile, row: Row, leaning: "none" | "plain" | "all"): Fault[] {
  const { code, comments } = scan(file.text);
  const body = code.slice(row.start, row.end);
  if (/^(otherwise\b|\.\.\.)/.test(body)) return [];
  if (/\botherwise:/.test(body)) {
    return rowsOf(code, row.start + body.indexOf("{")).flatMap((inner) => unmarked(file, inner, "none"));
  }
  const endOfLine = comments.indexOf("\n", row.end);
  const isMarked =
    /\bclause:/.test(body) ||
    mark.test(comments.slice(row.start, endOfLine === -1 ? undefined : endOfLine)) ||
    mark.test(commentAbove(file.text, row.start)) ||
    valueMark.test(file.text.slice(row.start, row.end)) ||
    leaning === "all" ||
    (leaning === "plain" && !/[{(]/.test(body));
  return isMarked ? [] : [fault(file, lineOf(code, row.start), `row without a clause or mark: ${body.split("\n")[0]}`)];
}

/** The rows of the object or list that opens at `open`: parted by the commas of its own depth. */
function rowsOf(code: string, open: number): Row[] {
  const end = behindClosing(code, open) - 1;
  const commas: number[] = [];
  for (let at = open + 1; at < end; at += 1) {
    if ("([{".includes(code.charAt(at))) at = behindClosing(code, at) - 1;
    else if (code.charAt(at) === ",") commas.push(at);
  }
  return [open, ...commas].flatMap((before, index) => {
    const rowEnd = commas[index] ?? end;
    const lead = code.slice(before + 1, rowEnd).search(/\S/);
    return lead === -1 ? [] : [{ start: before + 1 + lead, end: rowEnd }];
  });
}

/** The comments above `at` at its own depth, as far as the last blank line: those of the row and of its group. */
function commentAbove(text: string, at: number): string {
  const { code, comments } = scan(text);
  const start = lineStart(text, at);
  const indent = /^ */.exec(text.slice(start))?.[0] ?? "";
  const above = text.slice(0, start).split("\n").slice(0, -1);
  const groupStart = above.findLastIndex((line) => line.trim() === "" || line.search(/\S/) < indent.length) + 1;
  const [codeLines, commentLines] = [code.split("\n"), comments.split("\n")];
  return above
    .map((_line, index) => index)
    .filter((index) => index >= groupStart && codeLines[index]?.trim() === "")
    .map((index) => commentLines[index] ?? "")
    .filter((comment) => /^ *(\/[/*]| \*)/.test(comment) && comment.search(/\S/) <= indent.length + 1)
    .join("\n");
}
