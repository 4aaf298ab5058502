import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../root.ts";

/** The examples of docs/codecs.md and what each is to print: the comments behind its console.log lines. */
const text = readFileSync(join(root, "docs/codecs.md"), "utf8");
const examples = [...text.matchAll(/^```ts\n(?<code>.*?)^```$/gms)].map(({ groups }) => groups?.["code"] ?? "");
const due = (code: string): string[] =>
  [...code.matchAll(/console\.log\(.*\); \/\/ (?<said>.*)$/gm)].map(({ groups }) => groups?.["said"] ?? "");

describe("the codecs as a package", () => {
  const folder = join(root, "build", `library-${process.pid}`);

  // A project beside, into which the package is installed by a link.
  before(() => {
    mkdirSync(join(folder, "node_modules"), { recursive: true });
    symlinkSync(root, join(folder, "node_modules/qsig-gateway"));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    for (const [index, code] of examples.entries()) writeFileSync(join(folder, `example-${index}.ts`), code);
    writeFileSync(join(folder, "console.d.ts"), "declare const console: { log(...values: unknown[]): void };\n");
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("has types that need neither Node's nor a browser's, and the examples of its page are right by them", () => {
    expect(examples).to.have.length(4);
    const compilerOptions = {
      target: "es2023",
      lib: ["es2023"],
      module: "nodenext",
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      rootDir: ".",
      outDir: "js",
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"], exclude: [] }));
    const { stdout, status } = spawnSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
    expect({ status, stdout }).to.deep.equal({ status: 0, stdout: "" });
  });

  for (const [index, code] of examples.entries()) {
    it(`runs where there is nothing but the language, and prints what its page says (${index + 1})`, () => {
      const script = join(root, "dist/test/unit/library/bare-context.js");
      const flags = ["--experimental-vm-modules", "--experimental-import-meta-resolve", "--no-warnings"];
      const file = join(folder, "js", `example-${index}.js`);
      // asn1js, which only the traces import, makes one.
      const globals = code.includes("codecs/trace") ? ["TextDecoder"] : [];
      const { stdout, stderr } = spawnSync(process.execPath, [...flags, script, file, ...globals], {
        encoding: "utf8",
      });
      expect(stderr).to.equal("");
      expect(stdout.trimEnd().split("\n").slice(0, due(code).length)).to.deep.equal(due(code));
    });
  }
});
