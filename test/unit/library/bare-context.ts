import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";

// Runs a module where nothing but the language is: no global of Node or of a browser, no eval; those that are named
// behind the module are there. What the module logs is printed, one line a call, values that are no text as JSON.
// Started with --experimental-vm-modules.

const lines: string[] = [];
const log = (...values: readonly unknown[]): void => {
  lines.push(values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" "));
};
const [, , file = "", ...named] = process.argv;
const given = named.map((name): [string, unknown] => [name, (globalThis as Readonly<Record<string, unknown>>)[name]]);
const globals = Object.assign(Object.create(null) as object, Object.fromEntries(given), { console: { log } });
const context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
const modules = new Map<string, vm.SourceTextModule>();

function load(path: string): vm.SourceTextModule {
  const known = modules.get(path);
  if (known !== undefined) return known;
  const module = new vm.SourceTextModule(readFileSync(path, "utf8"), { context, identifier: path });
  modules.set(path, module);
  return module;
}

/** Packages are found from the module that imports them, as Node finds them. */
function fileOf(specifier: string, from: string): string {
  if (specifier.startsWith(".")) return resolve(dirname(from), specifier);
  const found = import.meta.resolve(specifier, pathToFileURL(from).href);
  if (!found.startsWith("file:")) throw new Error(`${from} imports ${specifier}`);
  return fileURLToPath(found);
}

const entry = load(resolve(file));
await entry.link((specifier, { identifier }) => load(fileOf(specifier, identifier)));
await entry.evaluate();
process.stdout.write(lines.map((line) => `${line}\n`).join(""));
