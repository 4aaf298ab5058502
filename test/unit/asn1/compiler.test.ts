import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { compile } from "../../../asn1/tool/compile.ts";
import { ModuleError } from "../../../asn1/tool/lexer.ts";
import { root } from "../../root.ts";
import { constructs, modules } from "./sources.ts";

const generated = join(root, "codecs/generated");

function faultOf(sources: Parameters<typeof compile>[0]): string {
  try {
    compile(sources);
  } catch (error) {
    if (error instanceof ModuleError) return error.message;
    throw error;
  }
  return "compiles";
}

/** What the compiler says to a module with this body; its first line is line 2. */
const refusal = (body: string, head = "M DEFINITIONS EXPLICIT TAGS ::= BEGIN"): string =>
  faultOf([{ file: "M.asn", text: `${head}\n${body}\nEND` }]);

const operation = "IMPORTS OPERATION, ERROR FROM Remote-Operations-Information-Objects;";
const classes = modules.filter(({ file }) => file.startsWith("Remote"));
const refusalWithClasses = (body: string): string =>
  faultOf([...classes, { file: "M.asn", text: `M DEFINITIONS ::= BEGIN\n${operation}\n${body}\nEND` }]);

describe("ASN.1 compiler", () => {
  it("makes what is committed in codecs/generated, nothing more and nothing less", () => {
    const outputs = compile(modules);
    expect(readdirSync(generated).sort()).to.deep.equal([...outputs.keys()].sort());
    for (const [file, text] of outputs) expect(readFileSync(join(generated, file), "utf8"), file).to.equal(text);
  });

  it("writes lines of at most 120 columns that name their source", () => {
    for (const [file, text] of compile([...modules, ...constructs.slice(1)])) {
      expect(text, file).to.match(/^\/\/ Generated from asn1\/\S+ by asn1\/tool; do not edit\.\n/);
      for (const line of text.split("\n")) expect(line.length, `${file}: ${line}`).to.be.at.most(120);
    }
  });

  it("gives the same for the modules in any order", () => {
    const turned = compile([...modules].reverse());
    const straight = compile(modules);
    expect([...turned].sort()).to.deep.equal([...straight].sort());
  });

  it("stays under 1200 lines", () => {
    const folder = join(root, "asn1/tool");
    const texts = readdirSync(folder)
      .filter((f) => f.endsWith(".ts"))
      .map((f) => readFileSync(join(folder, f), "utf8"));
    expect(texts.join("").match(/\n/g)?.length).to.be.below(1200);
  });

  describe("names what is outside the subset, with file and line", () => {
    const rows: readonly (readonly [body: string, line: number, says: string])[] = [
      ["A ::= SET { a NULL }", 2, '"{" is not supported where "OF" is due'],
      ["A ::= BIT STRING", 3, '"END" is not supported where "{" is due'],
      ["A ::= REAL", 2, '"REAL" is not supported as a type'],
      ["A ::= ANY", 2, '"ANY" is not supported as a type'],
      ["A ::= SEQUENCE { a OBJECT IDENTIFIER, b ANY DEFINED BY a }", 2, '"ANY" is not supported as a type'],
      ["A ::= EXTERNAL", 2, '"EXTERNAL" is not supported as a type'],
      ["A ::= EMBEDDED PDV", 2, '"EMBEDDED" is not supported as a type'],
      ["A ::= RELATIVE-OID", 2, '"RELATIVE-OID" is not supported as a type'],
      ["A ::= UTF8String", 2, '"UTF8String" is not supported as a type'],
      ["A ::= BMPString", 2, "BMPString and FROM are for modules with AUTOMATIC TAGS, which are PER"],
      [
        'A ::= IA5String (SIZE (1..2)) (FROM ("01"))',
        2,
        "BMPString and FROM are for modules with AUTOMATIC TAGS, which are PER",
      ],
      ["A ::= GeneralizedTime", 2, '"GeneralizedTime" is not supported as a type'],
      ["A ::= UTCTime", 2, '"UTCTime" is not supported as a type'],
      ["A ::= ObjectDescriptor", 2, '"ObjectDescriptor" is not supported as a type'],
      ["A ::= INSTANCE OF C", 2, '"INSTANCE" is not supported as a type'],
      ["A ::= MACRO ::= BEGIN END", 2, '"MACRO" is not supported as a type'],
      ["OPERATION MACRO ::= BEGIN END", 2, '"MACRO" is not supported where "::=" is due'],
      ["A ::= SEQUENCE {\n  a NULL,\n  COMPONENTS OF B }", 4, '"COMPONENTS" is not supported where a field is due'],
      ["A ::= SEQUENCE { a NULL, [[ b NULL ]] }", 2, '"[[" is not supported where a field is due'],
      ["A ::= SEQUENCE { a NULL, ..., b NULL, ..., c NULL }", 2, '"..." is not supported where a field is due'],
      ["A ::= SEQUENCE { a NULL, ...!1 }", 2, '"!" is not supported where "}" is due'],
      ["A ::= ENUMERATED { a, b }", 2, '"," is not supported where "(" is due'],
      ["A ::= ENUMERATED { a(n) }", 2, '"n" is not supported where a number is due'],
      ["A ::= INTEGER (1 | 3)", 2, '"|" is not supported where ")" is due'],
      ["A ::= INTEGER (1..3, ...)", 2, '"," is not supported where ")" is due'],
      ["A ::= INTEGER (1..<3)", 2, '"<" is not supported where a number is due'],
      ["A ::= INTEGER (0..top)", 2, '"top" is not supported where a number is due'],
      ["A ::= INTEGER { a(1), ... }", 2, "an INTEGER has no extension marker"],
      ['A ::= NumericString (FROM ("0".."9"))', 2, '"FROM" is not supported where "SIZE" is due'],
      ["A ::= OCTET STRING (CONTAINING B)", 2, '"CONTAINING" is not supported where "SIZE" is due'],
      ["A ::= OCTET STRING (SIZE (1..3) ^ SIZE (2))", 2, '"^" is not supported where ")" is due'],
      ["B ::= NULL\nA ::= B (WITH COMPONENTS {})", 3, '"(" is not supported after the type B'],
      ["A ::= B {C}", 2, '"{" is not supported after the type B'],
      ["A {B} ::= NULL", 2, '"{" is not supported where "::=" is due'],
      ["A ::= a < B", 2, '"a" is not supported where a type is due'],
      ["A ::= NULL (NULL)", 2, '"(" is not supported where an assignment is due'],
      ["A ::= BOOLEAN (TRUE)", 2, '"(" is not supported where an assignment is due'],
      ["A ::= C.&id", 2, '"id" is not supported where the type field of a class (an open type) is due'],
      ["A ::= C.&Type ({Set})", 2, '"(" is not supported after the type C'],
      ["A ::= SEQUENCE { a OCTET STRING DEFAULT '00'H }", 2, '"\'" is not supported as DEFAULT'],
      ["A ::= SEQUENCE { a ENUMERATED {x(0)} DEFAULT y }", 2, "y is no value of the type"],
      ["A ::= SEQUENCE { a BIT STRING {x(0)} DEFAULT x }", 2, "x is no value of the type"],
      ["A ::= SEQUENCE { a INTEGER {x(0)} DEFAULT x }", 2, "x is no value of the type"],
      ["B ::= NULL\nA ::= SEQUENCE { a B DEFAULT x }", 3, "x is no value of the type"],
      ["A ::= [GLOBAL 1] NULL", 2, '"GLOBAL" is not supported as the class of a tag'],
      ["A ::= [2097152] NULL", 2, "the tag number 2097152 is outside 0..2097151"],
      ["A ::= [PRIVATE -1] NULL", 2, "the tag number -1 is outside 0..2097151"],
      ["A ::= OCTET STRING (SIZE (-1..3))", 2, "a size is negative"],
      ["a INTEGER ::= 5", 2, '"INTEGER" is not supported as the type of a value'],
      ["a OBJECT IDENTIFIER ::= {1 2}", 2, '"OBJECT" is not supported as the type of a value'],
      ["A OPERATION ::= {a | b}", 2, '"OPERATION" is not supported where "::=" is due'],
      ["A ::= CLASS { &id INTEGER }", 2, "CLASS A is not supported: OPERATION and ERROR of X.880 are"],
      [
        "ERROR ::= CLASS { &Other OPTIONAL }",
        2,
        '"Other" is not supported in CLASS ERROR where "ParameterType" is due',
      ],
      ["EXPORTS ALL;\nA ::= NULL", 2, '"ALL" is not supported where "::=" is due'],
      ["/* a comment */\nA ::= NULL", 2, '"/" is not supported where an assignment is due'],
      ["A ::= NULL }", 2, '"}" is not supported where an assignment is due'],
      ["A ::= CHOICE {}", 2, '"}" is not supported where a field is due'],
    ];
    for (const [body, line, says] of rows) {
      it(body.replaceAll("\n", " "), () => {
        const said = refusal(body);
        expect(said.slice(0, `M.asn:${line}: `.length + says.length)).to.equal(`M.asn:${line}: ${says}`);
      });
    }

    for (const [body, what] of [
      ["A ::= INTEGER", "INTEGER without a range is not supported in a module with AUTOMATIC TAGS"],
      ["A ::= INTEGER {a(1)} (0..3)", "INTEGER is not supported in a module with AUTOMATIC TAGS"],
      ["A ::= BIT STRING {a(1)}", "BIT STRING is not supported in a module with AUTOMATIC TAGS"],
      ["A ::= PrintableString", "PrintableString is not supported in a module with AUTOMATIC TAGS"],
      ["A ::= SEQUENCE { a BOOLEAN DEFAULT TRUE }", "DEFAULT is not supported in a module with AUTOMATIC TAGS"],
      ["A ::= [1] NULL", "a tag in a module with AUTOMATIC TAGS"],
    ] as const) {
      it(`${body} in PER`, () => {
        expect(refusal(body, "M DEFINITIONS AUTOMATIC TAGS ::= BEGIN")).to.equal(`M.asn:2: ${what}`);
      });
    }
    it("EXTENSIBILITY IMPLIED", () => {
      const said = refusal("A ::= NULL", "M DEFINITIONS IMPLICIT TAGS EXTENSIBILITY IMPLIED ::= BEGIN");
      expect(said).to.equal('M.asn:1: "EXTENSIBILITY" is not supported where "::=" is due');
    });
    it("a module that does not end", () => {
      expect(faultOf([{ file: "M.asn", text: "M DEFINITIONS ::= BEGIN\nA ::= NULL\n" }])).to.equal(
        'M.asn:3: "end of file" is not supported where an assignment is due',
      );
    });
    it("what follows END", () => {
      expect(faultOf([{ file: "M.asn", text: "M DEFINITIONS ::= BEGIN END\nB" }])).to.equal(
        'M.asn:2: "B" is not supported after END',
      );
    });
  });

  describe("names what is wrong, with file and line", () => {
    const clash = "of the CHOICE have the same tag";
    const sequenceClash = "of the SEQUENCE have the same tag";
    const rows: readonly (readonly [body: string, line: number, says: string])[] = [
      ["A ::= CHOICE {\n  a NULL,\n  b [0] NULL,\n  c [0] BOOLEAN }", 5, `b and c ${clash}`],
      ["A ::= CHOICE { a INTEGER, b INTEGER (1..2) }", 2, `a and b ${clash}`],
      ["A ::= CHOICE { a [0] IMPLICIT NULL, b [0] EXPLICIT NULL }", 2, `a and b ${clash}`],
      ["A ::= CHOICE { a B, b NULL }\nB ::= CHOICE { c BOOLEAN, d NULL }", 2, `a and b ${clash}`],
      ["A ::= CHOICE { a NULL, b TYPE-IDENTIFIER.&Type }", 2, `a and b ${clash}`],
      ["A ::= CHOICE { b TYPE-IDENTIFIER.&Type, a NULL }", 2, `b and a ${clash}`],
      ["A ::= SEQUENCE { a NULL OPTIONAL, b NULL }", 2, `a and b ${sequenceClash}`],
      ["A ::= SEQUENCE { a NULL OPTIONAL, b BOOLEAN DEFAULT TRUE, c NULL OPTIONAL }", 2, `a and c ${sequenceClash}`],
      ["A ::= SEQUENCE { a TYPE-IDENTIFIER.&Type OPTIONAL, b NULL }", 2, `a and b ${sequenceClash}`],
      ["A ::= SEQUENCE { a NULL, ..., b NULL, c NULL }", 2, `b and c ${sequenceClash}`],
      ["A ::= [0] IMPLICIT CHOICE { a NULL }", 2, "IMPLICIT on a type without a tag to replace"],
      ["A ::= [0] IMPLICIT TYPE-IDENTIFIER.&Type", 2, "IMPLICIT on a type without a tag to replace"],
      ["A ::= SEQUENCE { a NULL, a BOOLEAN }", 2, "a stands here twice"],
      ["A ::= ENUMERATED { a(0), b(0) }", 2, "b\\(0\\) stands here twice"],
      ["A ::= INTEGER (3..1)", 2, "the range 3..1 is empty"],
      ["A ::= NULL\nA ::= BOOLEAN", 2, "A is defined twice"],
      ["A ::= B", 2, "the type B is not defined"],
      ["A ::= SEQUENCE { a A OPTIONAL }", 2, "the type A holds itself"],
      ["A ::= SEQUENCE { a-b SEQUENCE { c NULL } }\nAAB ::= SEQUENCE {}", 3, "two types would be called AAB"],
      ["A ::= C.&Type", 2, "the class C is not defined"],
      ["a ERROR ::= {CODE local:1}", 2, "the class ERROR is not defined"],
    ];
    for (const [body, line, says] of rows) {
      it(body.replaceAll("\n", " "), () =>
        expect(`${refusal(body)} `).to.match(new RegExp(`^(M\\.asn:${line}: )?${says}`)),
      );
    }

    it("modules that import each other", () => {
      const module = (name: string, other: string) => ({
        file: `${name}.asn`,
        text: `${name} DEFINITIONS ::= BEGIN IMPORTS ${other}x FROM ${other};\n${name}x ::= NULL END`,
      });
      expect(faultOf([module("A", "B"), module("B", "C"), module("C", "A")])).to.equal(
        "C.asn:1: A and C import each other",
      );
    });

    const imports: readonly (readonly [body: string, says: string])[] = [
      ["IMPORTS A FROM Nowhere;", "M.asn:2: there is no module Nowhere"],
      [
        "IMPORTS\n  Nothing\n  FROM Remote-Operations-Information-Objects;",
        "M.asn:3: Remote-Operations-Information-Objects does not define Nothing",
      ],
      ["IMPORTS Code FROM Remote-Operations-Information-Objects;\nCode ::= NULL", "M.asn:3: Code is defined twice"],
    ];
    for (const [body, says] of imports) {
      it(body.replaceAll("\n", " "), () => {
        expect(faultOf([...classes, { file: "M.asn", text: `M DEFINITIONS ::= BEGIN\n${body}\nEND` }])).to.equal(says);
      });
    }

    const objects: readonly (readonly [body: string, says: string])[] = [
      ["o OPERATION ::= {ARGUMENT A CODE local:1}", "the type A is not defined"],
      ["o OPERATION ::= {RETURN RESULT FALSE CODE local:1}", '"CODE" is not supported where "ALWAYS" is due'],
      ["o OPERATION ::= {RESULT A LINKED {b} CODE local:1}", '"LINKED" is not supported where "CODE" is due'],
      [
        "o OPERATION ::= {ARGUMENT A OPTIONAL TRUE RESULT A CODE local:1}",
        '"OPTIONAL" is not supported where "CODE" is due',
      ],
      ["o OPERATION ::= {CODE other:1}", '"other" is not supported where "local" is due'],
      ["o OPERATION ::= {CODE global:{a(1) 2}}", '"a" is not supported where a number is due'],
      [
        "o OPERATION ::= {CODE global:{0 4 1}} p OPERATION ::= {CODE global:{0 4 1}}",
        "p shares its name or code with o",
      ],
      ["o OPERATION ::= {RESULT A CODE local:1}", "the type A is not defined"],
      ["o OPERATION ::= {RESULT NULL CODE local:1}", "the type NULL is not defined"],
      ["A ::= NULL o OPERATION ::= {RESULT A ERRORS {e} CODE local:1}", "the error e is not defined"],
      ["e ERROR ::= {CODE local:1} f ERROR ::= {CODE local:1}", "f shares its name or code with e"],
      [
        "A ::= NULL o OPERATION ::= {RESULT A CODE local:1} p OPERATION ::= {RESULT A CODE local:1}",
        "p shares its name or code with o",
      ],
    ];
    for (const [body, says] of objects) {
      it(body, () => expect(refusalWithClasses(body)).to.equal(`M.asn:3: ${says}`));
    }
  });

  it("puts the operations of ETSI's modules into a table of their own", () => {
    const module = (name: string, who: string, operation: string) => ({
      file: `${name}.asn`,
      text: `${name} {${who} 7} DEFINITIONS ::= BEGIN IMPORTS OPERATION FROM Remote-Operations-Information-Objects;
${operation} OPERATION ::= {CODE local:1} END`,
    });
    const ours = module("A", "iso(1) standard(0)", "ours");
    const theirs = module("B", "itu-t(0) identified-organization(4) etsi(0)", "theirs");
    const outputs = compile([...classes, ours, theirs]);
    const rows = (file: string) =>
      [...(outputs.get(file) ?? "").matchAll(/^ {2}(?<name>\w+): \{$/gm)].map((row) => row[1]);
    expect([rows("operations.ts"), rows("operations-dss1.ts")]).to.deep.equal([["ours"], ["theirs"]]);
  });

  it("one error in two modules says the same in both", () => {
    const module = (name: string, error: string) => ({
      file: `${name}.asn`,
      text: `${name} DEFINITIONS ::= BEGIN IMPORTS ERROR FROM Remote-Operations-Information-Objects;\n${error} END`,
    });
    const both = (error: string) => [...classes, module("A", "e ERROR ::= {CODE local:1}"), module("B", error)];
    expect(compile(both("e ERROR ::= {CODE local:1}")).get("operations.ts")).to.contain(
      "  e: { code: 1, parameter: null },",
    );
    for (const error of ["e ERROR ::= {CODE local:2}", "f ERROR ::= {CODE local:1}"])
      expect(faultOf(both(error))).to.match(/^B\.asn:2: . shares its name or code with e$/);
    const parameter = "T ::= NULL e ERROR ::= {PARAMETER T CODE local:1}";
    expect(faultOf(both(parameter))).to.equal("B.asn:2: e shares its name or code with e");
  });

  describe("on the command line", () => {
    let folder = "";
    const main = join(root, "dist/asn1/tool/main.js");
    const run = (...args: readonly string[]) => {
      const { status, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: "utf8" });
      return { status, stderr };
    };

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "asn1-"));
      mkdirSync(join(folder, "asn1"));
      for (const { file, text } of modules) writeFileSync(join(folder, "asn1", file), text);
      cpSync(generated, join(folder, "codecs/generated"), { recursive: true });
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it("--check is content where nothing differs", () => {
      expect(run("--check")).to.deep.equal({ status: 0, stderr: "" });
    });

    it("--check names what differs, is missing or is too much; --write mends it", () => {
      const target = join(folder, "codecs/generated");
      writeFileSync(join(target, "operations.ts"), "// mine now\n");
      rmSync(join(target, "name-operations-asn1-97.ts"));
      writeFileSync(join(target, "stray.ts"), "");
      const { status, stderr } = run("--check");
      expect(status).to.equal(1);
      const named = stderr.split("\n").map((line) => line.split(" ")[0]);
      expect(named.filter((name) => name !== "")).to.deep.equal([
        "codecs/generated/name-operations-asn1-97.ts",
        "codecs/generated/operations.ts",
        "codecs/generated/stray.ts",
      ]);
      expect(run("--write").status).to.equal(0);
      expect(run("--check")).to.deep.equal({ status: 0, stderr: "" });
    });

    it("a faulty module ends with exit 1 and its place, and nothing is written", () => {
      writeFileSync(join(folder, "asn1/General-Error-List.asn"), "G DEFINITIONS ::= BEGIN\nA ::= SET {}\nEND\n");
      const said = 'asn1/General-Error-List.asn:2: "{" is not supported where "OF" is due\n';
      expect(run("--write")).to.deep.equal({ status: 1, stderr: said });
      expect(readdirSync(join(folder, "codecs/generated")).sort()).to.deep.equal(readdirSync(generated).sort());
    });

    it("anything else is a matter of usage", () => {
      expect(run().status).to.equal(2);
      expect(run("--fix").stderr).to.match(/^usage: /);
    });
  });
});
