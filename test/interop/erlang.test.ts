import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import type { Module } from "../../asn1/tool/ast.ts";
import { parseModule } from "../../asn1/tool/parser.ts";
import type { Codec } from "../../codecs/ber/codec.ts";
import type { Type } from "../../codecs/ber/type.ts";
import { decodeOctets, encodeOctets } from "../../codecs/ber/codec.ts";
import { DecodeError } from "../../codecs/error.ts";
import { Ahead } from "../ahead.ts";
import { requirePeer } from "../peers/require.ts";
import { root } from "../root.ts";
import { loadConstructs, constructs, modules } from "../unit/asn1/sources.ts";
import { codecsByModule, codecsOf } from "../unit/ber/every-codec.ts";
import { hexOf, octetsOf } from "../unit/ber/octets.ts";
import { valuesOf } from "../unit/ber/values.ts";
import { valuesOfType as count, Erlang } from "./erlang-peer.ts";
import { Terms } from "./erlang-terms.ts";

/** Each after those it imports. */
function inOrder(all: readonly Module[]): readonly Module[] {
  const ordered = new Set<Module>();
  const visit = (module: Module): void => {
    for (const { from } of module.imports) for (const other of all.filter((m) => m.name === from)) visit(other);
    ordered.add(module);
  };
  all.forEach(visit);
  return [...ordered];
}

const sources = [...modules, ...constructs.slice(1)];
/** The others are PER: `erlang-per.test.ts`. */
const inBer = ({ defaultTags }: Module): boolean => defaultTags !== "AUTOMATIC";
const parsed = inOrder(sources.map(({ file, text }) => parseModule(file, text)).filter(inBer));
const paths = parsed.map((module) => join(root, sources.find(({ file }) => file === module.file)?.path ?? ""));
const terms = new Terms(parsed);
const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const cc = "SS-CC-Operations-asn1-97";
const ros = "Facility-Information-Element-Components";
const argument = "3015a006800431303031800432303031400504038090a3";

/** What our encoder makes of the messages of first light, and Erlang's terms for them, both written by hand. */
const literal: readonly (readonly [module: string, type: string, hex: string, term: string])[] = [
  [
    cc,
    "CcRequestArg",
    argument,
    `#{numberA=>{presentationAllowedAddress,{unknownPartyNumber,"1001"}},numberB=>{unknownPartyNumber,"2001"},` +
      "service=><<4,3,128,144,163>>,'can-retain-service'=>false}",
  ],
  [cc, "CcRequestRes", "30038001ff", "#{'no-path-reservation'=>true,'retain-service'=>false}"],
  [cc, "CcOptionalArg", "0500", "{extArg,{none,'NULL'}}"],
  [
    cc,
    "CcOptionalArg",
    "a013800431303031800432303031400504038090a3",
    `{fullArg,#{numberA=>{unknownPartyNumber,"1001"},numberB=>{unknownPartyNumber,"2001"},` +
      "service=><<4,3,128,144,163>>}}",
  ],
  [
    ros,
    "Component",
    `a11d020101020128${argument}`,
    `{invoke,#{invokeId=>1,opcode=>{local,40},argument=>${bytes(argument)}}}`,
  ],
  [
    ros,
    "Component",
    "a20d020101300802012830038001ff",
    `{returnResult,#{invokeId=>1,result=>#{opcode=>{local,40},result=>${bytes("30038001ff")}}}}`,
  ],
  [ros, "Component", "a307020101020203f2", "{returnError,#{invokeId=>1,errcode=>{local,1010}}}"],
  [ros, "Component", "a406020101810101", "{reject,#{invokeId=>{present,1},problem=>{invoke,unrecognizedOperation}}}"],
];

function bytes(hex: string): string {
  return `<<${octetsOf(hex).join(",")}>>`;
}

function holdsBits(type: Type): boolean {
  if (type.kind === "SEQUENCE OF") return holdsBits(type.of);
  return type.kind === "BIT STRING" || ("elements" in type && type.elements.some((e) => holdsBits(e.type)));
}

/** Zero bits after the last named one are the sender's choice (X.680 22.7): Erlang fills up to the greatest size. */
function withoutZeroBits(codec: Codec<unknown>, answer: string): string {
  if (!answer.startsWith("ok ")) return answer;
  const value = decodeOctets(codec, octetsOf(answer.slice(3)));
  return value instanceof DecodeError ? answer : `ok ${hexOf(encodeOctets(codec, value)).toUpperCase()}`;
}

describe("Erlang's ASN.1 compiler", function () {
  this.timeout(600_000);
  let erlang: Erlang | undefined;
  let codecs: ReadonlyMap<string, Codec<unknown>> = new Map();
  /** Erlang works on one batch while the next is made. */
  const ahead = new Ahead(4);

  before(async function () {
    requirePeer(this, "erlang");
    const ofConstructs = (await loadConstructs()).flatMap((module) => [...codecsOf(module).values()]);
    codecs = new Map(ofConstructs.map((codec) => [codec.name, codec]));
    erlang = await Erlang.start("ber", paths);
  });
  after(async () => erlang?.end());

  const ask: Erlang["ask"] = async (requests, answers) => (erlang ?? expect.fail("no Erlang")).ask(requests, answers);
  const codecOf = (module: string, name: string): Codec<unknown> => {
    const ofModule = codecsByModule.get(module.toLowerCase()) ?? codecs;
    return ofModule.get(camelCase(name)) ?? expect.fail(`no codec ${name}`);
  };

  /** Erlang decodes our octets to the same values and encodes the values to the same octets. */
  async function cross(module: Module, name: string, values: readonly unknown[]): Promise<void> {
    const assignment = module.types.find((t) => t.name === name) ?? expect.fail(`no type ${name}`);
    const rows = values.map((value) => {
      const hex = hexOf(encodeOctets(codecOf(module.name, name), value));
      const term = terms.of(module, assignment.type, value);
      // Erlang decodes a number of an extensible ENUMERATED that has no name, but will not encode it.
      const expected = term.includes("asn1_enum") ? "decodes" : `ok ${hex.toUpperCase()}`;
      return { request: `{cross,'${module.name}','${name}',"${hex}",${term}}`, expected };
    });
    // Of a small type many values are the same.
    const expected = new Map(rows.map((row) => [row.request, row.expected]));
    const requests = [...expected.keys()];
    const answers = await ask(requests, requests.length);
    const codec = codecOf(module.name, name);
    for (const [i, request] of requests.entries()) {
      const answer = holdsBits(codec.type) ? withoutZeroBits(codec, answers[i] ?? "") : answers[i];
      if (answer !== expected.get(request)) expect(answer, request).to.equal(expected.get(request));
    }
  }

  for (const module of parsed) {
    for (const { name } of module.types) {
      // Two modules have an Extension; the product's own is crossed.
      if (module.name === "Imported-Construct" && name === "Extension") continue;
      const ours = ahead.run(async () => {
        await cross(module, name, fc.sample(valuesOf(codecOf(module.name, name).type), { numRuns: count, seed: 1 }));
      });
      it(`${module.name} ${name}: ${count} values of ours`, ours);

      const theirs = ahead.run(async () => {
        const answers = await ask([`{value,'${module.name}','${name}',${count}}`], count);
        const values = [...new Set(answers)].map((answer) => {
          expect(answer).to.match(/^ok [0-9A-F]+$/);
          const value = decodeOctets(codecOf(module.name, name), octetsOf(answer.slice(3)));
          if (value instanceof DecodeError) expect.fail(`${answer}: ${value.code} at ${value.offset}, ${value.path}`);
          return value;
        });
        await cross(module, name, values);
      });
      it(`${module.name} ${name}: ${count} values of Erlang's`, theirs);
    }
  }

  for (const [module, type, hex] of literal) {
    it(`is shown what our encoder makes: ${type} ${hex}`, () => {
      const value = decodeOctets(codecOf(module, type), octetsOf(hex));
      expect(value).not.to.be.instanceOf(DecodeError);
      expect(hexOf(encodeOctets(codecOf(module, type), value))).to.equal(hex);
    });
  }

  it("reads a whole ccbsRequest, its result, ccExecPossible and an error as we mean them", async () => {
    const answers = await ask(
      literal.map(([module, type, hex, term]) => `{cross,'${module}','${type}',"${hex}",${term}}`),
      literal.length,
    );
    expect(answers).to.deep.equal(literal.map(([, , hex]) => `ok ${hex.toUpperCase()}`));
  });
});
