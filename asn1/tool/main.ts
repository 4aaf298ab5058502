import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { compile } from "./compile.ts";
import { ModuleError } from "./module-error.ts";

const usage = "usage: node dist/asn1/tool/main.js --check|--write   (from the root of the repository)";
const source = "asn1";
const target = "codecs/generated";

function main(argument: string | undefined): number {
  if (argument !== "--check" && argument !== "--write") {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const modules = readdirSync(source).filter((f) => f.endsWith(".asn")).sort();
  const wanted = compile(modules.map((file) => ({ file, text: readFileSync(`${source}/${file}`, "utf8") })));
  const present = new Map(readdirSync(target).map((file) => [file, readFileSync(`${target}/${file}`, "utf8")]));
  const differ = [...new Set([...wanted.keys(), ...present.keys()])].filter((f) => wanted.get(f) !== present.get(f)).sort();
  for (const file of differ) {
    const text = wanted.get(file);
    if (argument === "--check") process.stderr.write(`${target}/${file} differs from asn1/: run with --write and commit\n`);
    else if (text === undefined) rmSync(`${target}/${file}`);
    else writeFileSync(`${target}/${file}`, text);
  }
  return argument === "--check" && differ.length > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv[2]);
} catch (error) {
  if (!(error instanceof ModuleError)) throw error;
  process.stderr.write(`asn1/${error.message}\n`);
  process.exitCode = 1;
}
