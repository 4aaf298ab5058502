import { dirname, join } from "node:path/posix";
import { behindClosing, lineOf, lineStart, openingOf, scan } from "./code.ts";

/** A file of the tree: its path from the root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What is wrong, `path:line: sentence`. */
export type Fault = string;

export const limits = { fileLines: 400, functionLines: 70, columns: 120 } as const;

const handWritten = /\.(ts|js|c|h|sh|asn|css|html)$|^(Makefile|\.ci\/|\.githooks\/)/;
export const generated = /^codecs\/generated\//;

export function fault(file: SourceFile, line: number, sentence: string): Fault {
  return `${file.path}:${line}: ${sentence}`;
}

export function sizes(file: SourceFile): Fault[] {
  if (!handWritten.test(file.path) || generated.test(file.path)) return [];
  const lines = file.text.replace(/\n$/, "").split("\n");
  const long = lines.flatMap((line, index) =>
    [...line].length > limits.columns ? [fault(file, index + 1, `more than ${limits.columns} columns`)] : [],
  );
  return lines.length > limits.fileLines ? [fault(file, 1, `more than ${limits.fileLines} lines`), ...long] : long;
}

/** Suites are lists of tests, not functions: the callback of `describe` may be as long as its file. */
export function functionSizes(file: SourceFile): Fault[] {
  if (!file.path.endsWith(".ts") || generated.test(file.path)) return [];
  const { code } = scan(file.text);
  return functionBodies(code).flatMap(({ start, end }) => {
    const lines = lineOf(code, end) - lineOf(code, start) + 1;
    const isSuite = /^\s*describe\b/.test(code.slice(lineStart(code, start)));
    return lines > limits.functionLines && !isSuite
      ? [fault(file, lineOf(code, start), `a function of ${lines} lines, more than ${limits.functionLines}`)]
      : [];
  });
}

/** From the head of each function with a block (declaration, method, arrow) to behind its closing brace. */
function functionBodies(code: string): { start: number; end: number }[] {
  const bodies: { start: number; end: number }[] = [];
  for (let at = code.indexOf("{"); at !== -1; at = code.indexOf("{", at + 1)) {
    const start = headOf(code, at);
    if (start !== undefined) bodies.push({ start, end: behindClosing(code, at) });
  }
  return bodies;
}

/** Between the result of a function and its brace; more of a file is not looked at for each brace in it. */
const longestHead = 2000;

/** Where the function starts whose body the brace at `at` opens; undefined where the brace opens something else. */
function headOf(code: string, at: number): number | undefined {
  const from = Math.max(0, at - longestHead);
  const before = code.slice(from, at).trimEnd();
  if (before.endsWith("=>")) return from + before.length - 2;
  const behindParameters = /\)(\s*:[^;{}()=]*(?:\{[^{}]*\}[ \w<>|&[\]]*)*)?$/.exec(before);
  if (behindParameters === null || /[:|&]$/.test(behindParameters[0])) return undefined;
  const open = openingOf(code, from + behindParameters.index);
  const word = /([\w$#]+)\s*(?:<[^()]*>)?\s*$/.exec(code.slice(Math.max(0, open - longestHead), open))?.[1];
  return word === undefined || /^(if|for|while|switch|catch|with)$/.test(word) ? undefined : open;
}

/** Who may import whom: the first folders of a path, and what stands behind `from`. */
const importRules: readonly { readonly of: RegExp; readonly own: RegExp; readonly packages: RegExp }[] = [
  // asn1js gives the tree of what no module knows; the codecs also run in the browser, so nothing of Node.
  { of: /^codecs\//, own: /^codecs\//, packages: /^asn1js$/ },
  { of: /^src\//, own: /^(codecs|src)\//, packages: /^$/ },
  { of: /^gateway\//, own: /^(codecs|src|gateway)\//, packages: /./ },
  { of: /^asn1\//, own: /^asn1\//, packages: /^node:/ },
  { of: /^test\//, own: /./, packages: /./ },
];
const specifier =
  /^(?:import|export)\b[^;"'=]*?\bfrom\s*["']([^"']+)|^import\s*["']([^"']+)|\bimport\(\s*["']([^"']+)/gm;
const adapter = /^gateway\/(trunks|lines|phones|store)\//;

export function imports(file: SourceFile): Fault[] {
  if (!file.path.endsWith(".ts")) return [];
  const rule = importRules.find(({ of }) => of.test(file.path));
  if (rule === undefined) return [fault(file, 1, "stands in no folder of the house")];
  return importsOf(file).flatMap(({ name, target, at }) => {
    const isAllowed =
      target === undefined ? rule.packages.test(name) : rule.own.test(target) && !isForeignAdapter(file.path, target);
    return isAllowed ? [] : [fault(file, lineOf(file.text, at), `may not import ${target ?? name}`)];
  });
}

/** `target`: the path of a file of this tree. */
function importsOf({ path, text }: SourceFile): { name: string; target: string | undefined; at: number }[] {
  return [...text.matchAll(specifier)].map((found) => {
    const name = found[1] ?? found[2] ?? found[3] ?? "";
    return { name, target: name.startsWith(".") ? join(dirname(path), name) : undefined, at: found.index };
  });
}

/** Files that import one another in a circle, types too, and what stands between two circles. */
export function circles(files: readonly SourceFile[]): string[] {
  let left = files.map((file) => ({ path: file.path, targets: importsOf(file).map(({ target }) => target) }));
  for (let before = Number.POSITIVE_INFINITY; left.length < before; ) {
    before = left.length;
    const there = new Set<string | undefined>(left.map(({ path }) => path));
    const imported = new Set(left.flatMap(({ targets }) => targets));
    left = left.filter(({ path, targets }) => imported.has(path) && targets.some((target) => there.has(target)));
  }
  return left.map(({ path }) => path);
}

/** Adapters of one kind may share a file of their folder; a trunk that knew a store would be no adapter. */
function isForeignAdapter(path: string, target: string): boolean {
  const [from, to] = [adapter.exec(path)?.[1], adapter.exec(target)?.[1]];
  return from !== undefined && to !== undefined && from !== to;
}

/** What makes a core depend on the moment, the machine or chance; looked for in code, not in comments or texts. */
const impure = new RegExp(
  String.raw`(?<![.#\w])(Date|Math\.random|set(Timeout|Interval|Immediate)|queueMicrotask|performance|console|` +
    String.raw`process|Buffer|Text(De|En)coder|crypto|fetch|async|await|Promise)\b(?!\s*\??:)`,
  "g",
);

export function purity(file: SourceFile): Fault[] {
  if (!/^(codecs|src)\/.*\.ts$/.test(file.path)) return [];
  const { code } = scan(file.text);
  return [...code.matchAll(impure)].map((found) =>
    fault(file, lineOf(code, found.index), `${found[1]} has no place in the pure core`),
  );
}

export function leftovers(file: SourceFile): Fault[] {
  const found = /\bTO[D]O\b|\bFI[X]ME\b/.exec(file.text);
  return found === null ? [] : [fault(file, lineOf(file.text, found.index), `${found[0]}: do it or write an issue`)];
}

/** A path of the machine it was written on means nothing on another. `folders`: those of this machine. */
export function machinePaths(file: SourceFile, folders: readonly string[]): Fault[] {
  return folders.flatMap((folder) => {
    const at = file.text.indexOf(folder);
    return at === -1 ? [] : [fault(file, lineOf(file.text, at), `names a path of this machine, ${folder}`)];
  });
}

/** Files of fixtures/ and test/vectors/ that no test and no text beside them names. */
export function unusedFixtures(files: readonly SourceFile[]): Fault[] {
  const isReader = (path: string) => /^test\/.*\.ts$|\.md$/.test(path);
  const readers = files.filter(({ path }) => isReader(path)).map(({ text }) => text);
  return files
    .filter(({ path }) => /^(fixtures|test\/vectors)\//.test(path) && !isReader(path))
    .filter(({ path }) => !readers.some((text) => text.includes(path.slice(path.lastIndexOf("/") + 1))))
    .map((file) => fault(file, 1, "no test and no text (.md) names this file"));
}

/** npm ci refuses a lock file that does not list every optional package of every platform. */
export function lockIsComplete(lockText: string): Fault[] {
  const { packages } = JSON.parse(lockText) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  return Object.values(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)))
    .map((name) => `package-lock.json:1: lacks ${name}; npm ci will refuse it`);
}
