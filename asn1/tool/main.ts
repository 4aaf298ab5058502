import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { compile } from "./compile.ts";
import { ModuleError } from "./lexer.ts";

const target = "codecs/generated";

/** `--check` names what differs from `asn1/`, `--write` makes it the same. Runs in the root of the repository. */
function main(mode: string | undefined): number {
  if (mode !== "--check" && mode !== "--write") {
    process.stderr.write("usage: node dist/asn1/tool/main.js --check|--write   (in the root of the repository)\n");
    return 2;
  }
  const sources = readdirSync("asn1").filter((file) => file.endsWith(".asn"));
  const wanted = compile(sources.sort().map((file) => ({ file, text: readFileSync(`asn1/${file}`, "utf8") })));
  const present = new Map(readdirSync(target).map((file) => [file, readFileSync(`${target}/${file}`, "utf8")]));
  const files = [...new Set([...wanted.keys(), ...present.keys()])].sort();
  const differing = files.filter((file) => wanted.get(file) !== present.get(file));
  for (const file of differing) {
    const text = wanted.get(file);
    if (mode === "--check") process.stderr.write(`${target}/${file} differs from asn1/: run with --write and commit\n`);
    else if (text === undefined) rmSync(`${target}/${file}`);
    else writeFileSync(`${target}/${file}`, text);
  }
  return mode === "--check" && differing.length > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv[2]);
} catch (error) {
  if (!(error instanceof ModuleError)) throw error;
  process.stderr.write(`asn1/${error.message}\n`);
  process.exitCode = 1;
}
