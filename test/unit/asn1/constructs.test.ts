import { expect } from "chai";
import fc from "fast-check";
import { type Codec, decodeOctets, encodeOctets } from "../../../codecs/ber/codec.ts";
import { Reader } from "../../../codecs/ber/reader.ts";
import { codecsOf } from "../ber/every-codec.ts";
import { hexOf, octetsOf } from "../ber/octets.ts";
import { valuesOf } from "../ber/values.ts";
import { loadConstructs } from "./sources.ts";

describe("code generated for every construct", () => {
  let codecs: ReadonlyMap<string, Codec<unknown>> = new Map();
  let operations: unknown;

  before(async () => {
    const loaded = await loadConstructs();
    codecs = new Map(loaded.flatMap((module) => [...codecsOf(module)]));
    operations = loaded.flatMap((module) => ("operations" in module ? [module.operations] : []))[0];
  });

  const codec = (name: string): Codec<unknown> => codecs.get(name) ?? expect.fail(`no type ${name}`);
  const encode = (name: string, value: unknown): string => hexOf(encodeOctets(codec(name), value));
  const decode = (name: string, hex: string): unknown => codec(name).decode(new Reader(octetsOf(hex)));

  const rows: readonly (readonly [type: string, value: unknown, hex: string])[] = [
    ["Small", 10, "02010a"],
    ["Great", -5, "0201fb"],
    ["Exactly", 5, "020105"],
    ["Colour", "dark-red", "0a0101"],
    ["Colour", "blue", "0a01fb"],
    ["Colour", 9, "0a0109"],
    ["Closed", "only", "8302012c"],
    ["Named", "most", "020203e8"],
    ["Named", 0, "020100"],
    ["Bits", [], "03020700"],
    ["Bits", ["first-bit"], "03020780"],
    ["Bits", ["third", 3, "ninth"], "0303073080"],
    ["Bits", [11], "0303040010"],
    ["AnyBits", [], "890100"],
    ["AnyBits", ["only"], "89020410"],
    ["Set", [1, -1], "31060201010201ff"],
    ["TaggedSet", [], "aa00"],
    ["Defaulted", {}, "3000"],
    ["Defaulted", { colour: "red", named: 5, last: "one", bits: ["third"] }, "300d0a010080010581010182020520"],
    ["Printable", "A b(c)", "1306412062286329"],
    ["International", "", "1600"],
    ["Visible", "~ !", "1a037e2021"],
    ["Digits", "", "1200"],
    ["HighTag", octetsOf("aabb"), "df876802aabb"],
    ["Tag31", false, "5f1f0100"],
    ["Wrapped", { a: true }, "7e0530030101ff"],
    ["Doubly", 5, "a105a203020105"],
    ["Retagged", { a: true }, "a70530030101ff"],
    ["RetaggedTwice", 5, "a805a203020105"],
    ["Aliased", { a: false }, "a7053003010100"],
    ["Chosen", { innerChoice: { one: null } }, "a0020500"],
    ["Chosen", { innerChoice: { two: -1 } }, "a0038501ff"],
    ["Chosen", { anyValue: octetsOf("30020500") }, "a10430020500"],
    ["Chosen", { plain: "red" }, "0a0100"],
    ["Chosen", { wrapped: { a: true } }, "7e0530030101ff"],
    ["Chosen", { text: "12" }, "12023132"],
    ["Chosen", { nested: { four: null } }, "8700"],
    ["List", [{}, { x: 1 }, { y: "red" }], "300c300030030201013003800100"],
    ["Lists", [[true], []], "a40830045f1f01ff3000"],
    ["Empty", {}, "3000"],
    ["Fields", { third: "1.2.3" }, "300481022a03"],
    ["Fields", { first: 4, second: false, third: "1.2.3" }, "300a80010401010081022a03"],
    ["Fields", { third: "1.2", fourthInPlace: { inside: null }, addition: "z" }, "300c81012aa2020500a90313017a"],
    ["OpenLast", { id: 1 }, "3003020101"],
    ["OpenLast", { id: 1, rest: octetsOf("0500") }, "30050201010500"],
  ];
  for (const [type, value, hex] of rows) {
    it(`${type}: ${hex}`, () => {
      expect(encode(type, value)).to.equal(hex);
      expect(decode(type, hex)).to.deep.equal(value);
    });
  }

  const faults: readonly (readonly [type: string, hex: string, code: string, path: string])[] = [
    ["Small", "02010b", "badValue", "Small"],
    ["Great", "0201fa", "badValue", "Great"],
    ["Exactly", "020106", "badValue", "Exactly"],
    ["Closed", "830101", "badValue", "Closed"],
    ["Named", "020207d1", "badValue", "Named"],
    ["Bits", "0300", "badValue", "Bits"],
    ["Bits", "030108", "badValue", "Bits"],
    ["Bits", "030101", "badValue", "Bits"],
    ["Bits", "0303000008", "badValue", "Bits"],
    ["Bits", "2304030200ff", "unexpectedTag", "Bits"],
    ["Set", "3100", "badValue", "Set"],
    ["Set", "3003020101", "unexpectedTag", "Set"],
    ["Printable", "130140", "badValue", "Printable"],
    ["Visible", "1a027e20", "badValue", "Visible"],
    ["Digits", "1206313131313131", "badValue", "Digits"],
    ["HighTag", "df87670100", "unexpectedTag", "HighTag"],
    ["Wrapped", "7e0830030101ff020100", "trailingOctets", "Wrapped"],
    ["Chosen", "a0028600", "unexpectedTag", "Chosen.innerChoice"],
    ["Chosen", "8800", "unexpectedTag", "Chosen"],
    ["List", "3000", "badValue", "List"],
    ["List", "30083000300030003000", "tooMany", "List"],
    ["List", "30053003800000", "badLength", "List.0.y"],
    ["Fields", "3003800104", "missingField", "Fields.third"],
    ["Fields", "300881012aa200a2020500", "missingField", "Fields.fourthInPlace.inside"],
  ];
  for (const [type, hex, code, path] of faults) {
    it(`${type}: ${hex} is ${code}`, () => expect(decode(type, hex)).to.include({ code, path }));
  }

  it("an optional element before a mandatory one is read there alone", () => {
    expect(decode("Fields", "300781022a03800104")).to.deep.equal({ third: "1.2.3" });
  });

  it("what follows the value of an open type is left alone", () => {
    expect(decode("OpenLast", "300702010105000500")).to.deep.equal({ id: 1, rest: octetsOf("0500") });
  });

  it("every value comes back", () => {
    for (const [name, each] of codecs) {
      const property = fc.property(valuesOf(each.type), (value) => {
        expect(decodeOctets(each, encodeOctets(each, value)), name).to.deep.equal(value);
      });
      fc.assert(property, { numRuns: 50 });
    }
  });

  it("an operation that may answer or not has a result, and an error of two modules one row", () => {
    expect(operations).to.have.nested.property("mayAnswer.result.name", "Bits");
    expect(operations).to.have.nested.property("mayAnswer.errors").that.deep.equals(["shared"]);
  });

  it("the operation has its row", () => {
    expect(operations).to.have.nested.property("doIt.code", -7);
    expect(operations)
      .to.have.property("globallyKnown")
      .that.includes({ code: "0.4.0.359.1.2", argument: null, result: null });
    expect(operations).to.have.nested.property("doIt.argument.name", "Fields");
    expect(operations).to.have.nested.property("doIt.result", null);
  });
});
