import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "./root.ts";
import {
  circles,
  type Fault,
  functionSizes,
  imports,
  leftovers,
  limits,
  lockIsComplete,
  machinePaths,
  purity,
  type SourceFile,
  sizes,
  unusedFixtures,
} from "./tidy/rules.ts";
import { tableRows } from "./tidy/tables.ts";

const files = readTree();
/** Folders that only a machine of ours has; a path under them says nothing to a reader. */
const machineFolders = ["home", "root", "work"].map((folder) => `/${folder}/`);

/** The rows of a state in a table of states. */
const idleRows = '    otherwise: "ignore",\n    a: { to: "B" },\n    b: () => ({ to: "C" }),\n';

describe("the tree", () => {
  /** One row a rule: the tree keeps it, and it finds the fault in the sample, so it can fail. */
  const rules: readonly {
    readonly name: string;
    readonly check: (file: SourceFile) => Fault[];
    readonly bad: readonly SourceFile[];
    readonly good?: readonly SourceFile[];
  }[] = [
    {
      name: "keeps the directions of imports",
      check: imports,
      bad: [
        sample("codecs/a.ts", 'import { x } from "../src/x.ts";'),
        sample("codecs/a.ts", 'import { readFileSync } from "node:fs";'),
        sample("codecs/a.ts", 'export type { X } from "../gateway/x.ts";'),
        sample("src/a.ts", 'import winston from "winston";'),
        sample("src/a.ts", 'import {\n  x,\n} from "../gateway/x.ts";'),
        sample("src/a.ts", 'const x = await import("../test/x.ts");'),
        sample("gateway/trunks/a.ts", 'import { x } from "../phones/x.ts";'),
        sample("gateway/a.ts", 'import { x } from "../test/x.ts";'),
        sample("asn1/tool/a.ts", 'import { x } from "../../codecs/x.ts";'),
        sample("elsewhere/a.ts", ""),
      ],
      good: [
        sample("codecs/a.ts", 'import { fromBER } from "asn1js";\nimport { x } from "./ber/x.ts";'),
        sample("src/a/a.ts", 'import type { x } from "../../codecs/x.ts";'),
        sample("gateway/phones/a.ts", 'import { x } from "../demo/x.ts";\nimport { y } from "./y.ts";'),
      ],
    },
    {
      name: `has files of at most ${limits.fileLines} lines and ${limits.columns} columns`,
      check: sizes,
      bad: [sample("src/a.ts", "a\n".repeat(limits.fileLines + 1)), sample("Makefile", "x".repeat(limits.columns + 1))],
      good: [
        sample("src/a.ts", "a\n".repeat(limits.fileLines)),
        sample("src/a.ts", "é".repeat(limits.columns)),
        sample("codecs/generated/a.ts", "a\n".repeat(limits.fileLines + 1)),
      ],
    },
    {
      name: `has functions of at most ${limits.functionLines} lines`,
      check: functionSizes,
      bad: [
        sample(
          "src/a.ts",
          `function f(a: { b: number }): { c: string } | undefined {\n${"a;\n".repeat(limits.functionLines)}}`,
        ),
        sample("src/a.ts", `class A {\n  f<T>(g: (x: T) => void): void {\n${"a;\n".repeat(limits.functionLines)}}\n}`),
        sample("src/a.ts", `const f = (a) => {\n${"a;\n".repeat(limits.functionLines)}};`),
        sample("test/a.test.ts", `it("x", () => {\n${"a;\n".repeat(limits.functionLines)}});`),
      ],
      good: [
        sample("src/a.ts", `const table = {\n${"a: 1,\n".repeat(limits.functionLines)}};`),
        sample("src/a.ts", `function f(): A {\n  return 1;\n}\n\nclass A implements B {\n${"a;\n".repeat(99)}}`),
        sample(
          "src/a.ts",
          `function f() {\n${"// }\n".repeat(9)}${"a;\n".repeat(limits.functionLines - 11)}}\n${"b;\n".repeat(99)}`,
        ),
        sample("test/a.test.ts", `describe("x", () => {\n${"a;\n".repeat(limits.functionLines)}});`),
      ],
    },
    {
      name: "keeps clock, chance and the outside world out of the core",
      check: purity,
      bad: [
        "Date.now()",
        "Math.random()",
        "setTimeout(f, 1)",
        "console.log(1)",
        "`$" + "{process.pid}`",
        "async () => 1",
      ].map((code) => sample("src/a.ts", `const x = ${code};`)),
      good: [
        sample("src/a.ts", 'const x = "Date.now()"; // setTimeout\nconst y = { async: true };'),
        sample("gateway/a.ts", "Date.now()"),
      ],
    },
    {
      name: "has nothing left to do",
      check: leftovers,
      bad: [sample("src/a.ts", ["// TO", "DO later"].join("")), sample("README.md", ["FIX", "ME"].join(""))],
    },
    {
      name: "names no path of this machine",
      check: (file) => machinePaths(file, machineFolders),
      bad: machineFolders.map((folder) => sample("docs/a.md", `see ${folder}a`)),
    },
    {
      name: "says at every row of a protocol table where it comes from",
      check: tableRows,
      bad: [
        sample("codecs/rose/operations.ts", "const o = {\n  // QSIG\n  ccbsRequest: { code: 40 },\n};"),
        sample("src/completion/timers.ts", "const t: X = [\n  { a: 1 }, // ECMA-186 6.6\n\n  { a: 2 },\n];"),
        sample("codecs/q931/messages.ts", "/** The octets. */\nconst m = {\n  SETUP: 5,\n};"),
        sample("codecs/q931/messages.ts", "/** ONE table, Q.931. */\nconst m = {\n  SETUP: { id: 5 },\n};"),
        sample("src/completion/originating.ts", `const t = {\n  // R3\n  Idle: {\n${idleRows}  },\n};`),
        sample("src/completion/originating/recall.ts", `const t = {\n  Idle: {\n${idleRows}  },\n};`),
      ],
      good: [
        sample("codecs/rose/operations.ts", `const o = {\n  a: { clause: "6.5" },\n  // [RUN]\n  b: { code: 1 },\n};`),
        sample("codecs/rose/operations.ts", "const o = {\n  c: {\n    // ECMA-186 6.5.2\n    code: 2,\n  },\n};"),
        sample("codecs/q931/messages.ts", "/** ONE table, Q.931 table 4-2. */\nconst m = {\n  SETUP: 5,\n};"),
        sample("src/completion/dialects.ts", "/** ECMA-186 as written. */\nconst iso = {\n  our: { t1Ms: 1 },\n};"),
        sample("src/completion/dialects.ts", 'const d = {\n  cisco: { t1Ms: 1, marks: { t1Ms: "[MEM]" } },\n};'),
        sample("src/completion/originating.ts", `const t = {\n  Idle: {\n    // R3\n${idleRows}  },\n};`),
      ],
    },
  ];

  for (const { name, check, bad, good = [] } of rules) {
    it(name, () => {
      for (const file of bad) expect(check(file), `finds nothing in:\n${file.text}`).not.to.be.empty;
      for (const file of good) expect(check(file), `finds a fault in:\n${file.text}`).to.deep.equal([]);
      expect(files.flatMap(check)).to.deep.equal([]);
    });
  }

  it("has no circle of imports, not of types either", () => {
    const [a, b] = [sample("src/a.ts", 'import "./b.ts";'), sample("src/b.ts", 'import type { A } from "./a.ts";')];
    const above = sample("src/c.ts", 'import "./a.ts";');
    expect(circles([a, b, above])).to.deep.equal(["src/a.ts", "src/b.ts"]);
    expect(circles(files.filter(({ path }) => path.endsWith(".ts")))).to.deep.equal([]);
  });

  it("uses every fixture", () => {
    const fixture = sample("fixtures/captures/a.pcapng", "");
    expect(unusedFixtures([fixture, sample("test/a.test.ts", "b.pcapng")])).to.have.length(1);
    expect(unusedFixtures([fixture, sample("fixtures/README.md", "- a.pcapng: a run")])).to.deep.equal([]);
    expect(unusedFixtures(files)).to.deep.equal([]);
  });

  it("has a lock file that npm ci accepts on every platform", () => {
    const bad = {
      packages: {
        "node_modules/a": { optionalDependencies: { "a-linux": "1", "a-other": "1" } },
        "node_modules/a-linux": {},
      },
    };
    expect(lockIsComplete(JSON.stringify(bad))).to.have.length(1);
    expect(lockIsComplete(readFileSync(join(root, "package-lock.json"), "utf8"))).to.deep.equal([]);
  });

  it("has no compiled test whose source is gone (make clean)", () => {
    const compiled = list(join(root, "dist/test")).filter((path) => path.endsWith(".test.js"));
    expect(compiled.filter((path) => !existsSync(join(root, "test", path.replace(/js$/, "ts"))))).to.deep.equal([]);
  });

  it("leaves the tests out of the package", () => {
    const output = execFileSync("npm", ["pack", "--dry-run", "--json", "--loglevel=silent"], {
      cwd: root,
      encoding: "utf8",
    });
    const packed = (JSON.parse(output) as [{ files: { path: string }[] }])[0].files.map(({ path }) => path);
    expect(packed).to.include.members(["package.json", "LICENSE"]);
    expect(packed.filter((path) => /(^|\/)(test|fixtures)\//.test(path))).to.deep.equal([]);
  });
});

function sample(path: string, text: string): SourceFile {
  return { path, text };
}

function readTree(): SourceFile[] {
  return list(root).map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** Every file under a folder, ignored and made ones left out. */
function list(folder: string): string[] {
  const made = /^(\.git|node_modules|dist|build)(\/|$)/;
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => !made.test(path));
}
