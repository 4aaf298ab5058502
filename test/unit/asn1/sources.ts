import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile } from "../../../asn1/tool/compile.ts";
import { root } from "../../root.ts";

export interface Source {
  /** From the root of the repository. */
  readonly path: string;
  readonly file: string;
  readonly text: string;
}

function sourcesIn(folder: string): readonly Source[] {
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith(".asn"));
  return files
    .sort()
    .map((file) => ({ path: `${folder}/${file}`, file, text: readFileSync(join(root, folder, file), "utf8") }));
}

/** The modules of the product. */
export const modules = sourcesIn("asn1");

/** The modules that hold every construct of the compiler once, and the classes they need. */
export const constructs: readonly Source[] = [
  ...modules.filter(({ file }) => file === "Remote-Operations-Information-Objects.asn"),
  ...sourcesIn("test/unit/asn1"),
];

/**
 * The generated code of `constructs`, type-checked as strictly as our own and loaded.
 * It runs on `dist/codecs/ber`, where the tests may run on the sources.
 */
export async function loadConstructs(): Promise<readonly object[]> {
  const folder = join(root, "build", `constructs-${process.pid}`);
  const outputs = compile(constructs);
  try {
    mkdirSync(join(folder, "ts"), { recursive: true });
    for (const [file, text] of outputs) {
      const imports = text.replaceAll(/"\.\.\/ber\/(\w+)\.ts"/g, '"../../../dist/codecs/ber/$1.js"');
      writeFileSync(join(folder, "ts", file), imports);
    }
    const compilerOptions = { composite: false, incremental: false, rootDir: "ts", outDir: "js" };
    const config = { extends: "../../tsconfig.json", compilerOptions, include: ["ts"], references: [] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const { status, stdout } = spawnSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
    if (status !== 0) throw new Error(`the generated code does not compile:\n${stdout}`);
    const files = [...outputs.keys()].map((file) => join(folder, "js", `${basename(file, ".ts")}.js`));
    return await Promise.all(files.map((file) => import(pathToFileURL(file).href) as Promise<object>));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
