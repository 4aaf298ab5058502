import { expect } from "chai";
import fc from "fast-check";
import { isoDialect } from "../../../codecs/dialect.ts";
import { DecodeError } from "../../../codecs/error.ts";
import { decodeFacility, facilityLimits } from "../../../codecs/facility/decode.ts";
import { encodeFacility, facilityOf, observedDialect } from "../../../codecs/facility/encode.ts";
import type { Facility } from "../../../codecs/facility/facility.ts";
import { element, findAll } from "../../../codecs/q931/element.ts";
import { facility, facilityElement } from "../../../codecs/q931/ie/facility.ts";
import { invoke, returnResult } from "../../../codecs/rose/make.ts";
import { toHex } from "../../../codecs/shape.ts";
import { message, octets } from "../q931/octets.ts";

const none = { none: null } as const;
const endToEnd = { sourceEntity: "endPINX", destinationEntity: "endPINX" } as const;
const suspend = invoke("ccSuspend", 11, none);
const suspendHex = "a1 08 02 01 0b 02 01 20 05 00";
const accepted = returnResult("ccbsRequest", 1, { noPathReservation: true });

function decoded(hex: string): Facility {
  const value = decodeFacility(octets(hex));
  return value instanceof DecodeError ? expect.fail(value.code) : value;
}

describe("Facility contents", () => {
  const contents: readonly (readonly [hex: string, value: Facility])[] = [
    [`9f ${suspendHex}`, { profile: 0x9f, components: [suspend] }],
    [`91 ${suspendHex}`, { profile: 0x91, components: [suspend] }],
    [
      `9f aa 06 80 01 00 82 01 00 8b 01 00 ${suspendHex}`,
      { profile: 0x9f, nfe: endToEnd, interpretation: "discardAnyUnrecognisedInvokePdu", components: [suspend] },
    ],
    [
      `9f 92 01 0a 8b 01 02 ${suspendHex} ${suspendHex}`,
      { profile: 0x9f, npp: 10, interpretation: "rejectAnyUnrecognisedInvokePdu", components: [suspend, suspend] },
    ],
    ["9f", { profile: 0x9f, components: [] }],
  ];
  for (const [hex, value] of contents) {
    it(`${hex} is read and written`, () => {
      expect(decoded(hex)).to.deep.equal(value);
      expect(toHex(encodeFacility(value))).to.equal(hex.replaceAll(" ", ""));
    });
  }

  it("take the header in any order and write it in the standard's", () => {
    const value = decoded(`9f 8b 01 01 92 01 00 aa 06 80 01 01 82 01 01 ${suspendHex}`);
    expect(value).to.deep.include({ npp: 0, interpretation: "clearCallIfAnyInvokePduNotRecognised" });
    expect(toHex(encodeFacility(value)).slice(0, 30)).to.equal("9faa068001018201019201008b0101");
  });

  const failures: readonly (readonly [hex: string, code: string, offset: number])[] = [
    ["", "truncated", 0],
    ["93 a1 00", "unknownProfile", 0],
    ["1f 91 a1 00", "unknownProfile", 0],
    ["9f 8b 01 03", "badValue", 1],
    ["9f 8b 02 00", "truncated", 1],
    ["9f 92 02 00 ff", "badValue", 3],
    ["9f aa 03 80 01 00", "missingField", 6],
    ["9f aa 06 80 01 02 82 01 00", "badValue", 3],
  ];
  for (const [hex, code, offset] of failures) {
    it(`"${hex}" are ${code} at ${offset}`, () => {
      expect(decodeFacility(octets(hex)))
        .to.be.instanceOf(DecodeError)
        .and.to.include({ code, offset });
    });
  }

  it("keep the components before and behind a broken one", () => {
    const value = decoded(`9f ${suspendHex} a5 03 02 01 01 ${suspendHex}`);
    expect(value.components.map(({ component }) => component)).to.deep.equal(["invoke", "unknown", "invoke"]);
    expect(value.problems).to.deep.equal([new DecodeError("unknownComponent", 11)]);
  });

  it("keep the components before one that does not end, and its octets", () => {
    const value = decoded(`9f ${suspendHex} a1 20 02 01 01`);
    expect(value.components[0]).to.deep.equal(suspend);
    expect(value.components[1]).to.deep.include({ component: "unknown", octets: octets("a1 20 02 01 01") });
    expect(value.problems?.map(({ code, offset }) => [code, offset])).to.deep.equal([["truncated", 11]]);
  });

  it("take a second interpretation for a component nobody knows", () => {
    const value = decoded(`9f 8b 01 00 8b 01 01 ${suspendHex}`);
    expect(value.interpretation).to.equal("discardAnyUnrecognisedInvokePdu");
    expect(value.components.map(({ component }) => component)).to.deep.equal(["unknown", "invoke"]);
  });

  it("hold as many components as the limit; the rest is one that nobody reads", () => {
    const many = (count: number): Uint8Array => octets(`9f ${suspendHex.repeat(count)}`);
    const full = decodeFacility(many(facilityLimits.components)) as Facility;
    expect(full.components).to.have.length(facilityLimits.components);
    expect(full.problems).to.equal(undefined);
    const over = decodeFacility(many(facilityLimits.components + 2)) as Facility;
    expect(over.components).to.have.length(facilityLimits.components + 1);
    expect(over.components.at(-1)).to.deep.include({ component: "unknown", octets: octets(suspendHex.repeat(2)) });
    expect(over.problems?.map(({ code }) => code)).to.deep.equal(["tooMany"]);
  });

  it("of any octets are a value or an error, and a value is written and read as the same", () => {
    const start = fc.constantFrom(...["9f", "91", "9f aa 06 80 01 00 82 01 00", `9f ${suspendHex}`].map(octets));
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 40 }), (head, body) => {
        const value = decodeFacility(Uint8Array.of(...head, ...body));
        if (value instanceof DecodeError || value.problems !== undefined) return;
        expect(decodeFacility(encodeFacility(value))).to.deep.equal(value);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("Facility elements", () => {
  it("may be several in one message", () => {
    const { ies } = message(`08 02 00 01 62 1c 0b 9f ${suspendHex} 1c 0b 91 ${suspendHex}`);
    expect(findAll({ ies }, facility).map(({ profile }) => profile)).to.deep.equal([0x9f, 0x91]);
  });

  it("tell the problems of their components with offsets from their own first octet", () => {
    const { ies } = message(`08 02 00 01 62 1c 10 9f ${suspendHex} a5 03 02 01 01`);
    expect(ies[0]?.problems).to.deep.equal([new DecodeError("unknownComponent", 13)]);
    expect(ies[0]?.value).not.to.equal(undefined);
  });

  it("of an unknown profile keep their octets", () => {
    const { ies } = message("08 02 00 01 62 1c 03 93 a1 00");
    expect(ies[0]).to.deep.include({ octets: octets("1c 03 93 a1 00") });
    expect(ies[0]?.problems?.map(({ code }) => code)).to.deep.equal(["unknownProfile"]);
  });

  it("of more than 255 octets are refused", () => {
    const many = facilityOf(Array.from({ length: 25 }, () => suspend));
    expect(facilityElement(facilityOf([suspend])).octets[0]).to.equal(0x1c);
    expect(() => facilityElement(many)).to.throw(RangeError);
  });

  it("with a value outside its type are refused", () => {
    const wrong = { ...facilityOf([suspend]), profile: 0x1f };
    expect(() => element(facility, wrong)).to.throw(RangeError, "Facility.profile: give one of 159, 145");
  });
});

describe("dialects", () => {
  const written = (dialect: Parameters<typeof encodeFacility>[1]): string =>
    toHex(encodeFacility(facilityOf([accepted]), dialect));

  it("differ in the octet of TRUE, the form of lengths and the coding of operations", () => {
    const header = "9faa06800100820100";
    expect(written(isoDialect)).to.equal(`${header}a20d020101300802012830038001ff`);
    expect(written({ ...isoDialect, trueOctet: 0x01 })).to.equal(`${header}a20d02010130080201283003800101`);
    expect(written({ ...isoDialect, opCoding: "global" })).to.equal(`${header}a210020101300b06042b0c092830038001ff`);
    expect(written({ ...isoDialect, opCoding: "global", oidPrefix: "1.2" })).to.equal(
      `${header}a20e020101300906022a2830038001ff`,
    );
    expect(written({ ...isoDialect, lengthForm: "indefinite" })).to.equal(
      `${header}a280020101308002012830808001ff000000000000`,
    );
  });

  it("leave codes alone that are in no table or are errors", () => {
    const global = { ...isoDialect, opCoding: "global" } as const;
    const unknown = decoded("9f a1 08 02 01 01 02 01 7f 05 00");
    const error = decoded("9f a3 07 02 01 01 02 02 03 f2");
    expect(toHex(encodeFacility(unknown, global))).to.equal("9fa10802010102017f0500");
    expect(toHex(encodeFacility(error, global))).to.equal("9fa307020101020203f2");
  });

  it("fill in profile, NFE and interpretation of what is made", () => {
    const bare = {
      trueOctet: 0x01,
      lengthForm: "definite",
      profile: 0x91,
      opCoding: "local",
      oidPrefix: "1.3.12.9",
    } as const;
    expect(facilityOf([], bare)).to.deep.equal({ profile: 0x91, components: [] });
    expect(facilityOf([], bare, "clearCallIfAnyInvokePduNotRecognised")).to.deep.equal({
      profile: 0x91,
      interpretation: "clearCallIfAnyInvokePduNotRecognised",
      components: [],
    });
    expect(facilityOf([]).nfe).to.deep.equal(endToEnd);
  });

  const seen: readonly (readonly [hex: string, dialect: object])[] = [
    ["9f a2 0d 02 01 01 30 08 02 01 28 30 03 80 01 01", { trueOctet: 0x01, opCoding: "local", profile: 0x9f }],
    ["91 a2 0d 02 01 01 30 08 02 01 28 30 03 80 01 ff", { trueOctet: 0xff, lengthForm: "definite", profile: 0x91 }],
    ["9f a1 0b 02 01 0a 06 04 2b 0c 09 1f 05 00", { opCoding: "global", oidPrefix: "1.3.12.9" }],
    [
      "9f a2 80 02 01 01 30 80 02 01 28 30 80 80 01 01 00 00 00 00 00 00",
      { lengthForm: "indefinite", trueOctet: 0x01 },
    ],
    ["9f aa 06 80 01 00 82 01 00 8b 01 00", { nfe: endToEnd, interpretation: "discardAnyUnrecognisedInvokePdu" }],
  ];
  for (const [hex, dialect] of seen) {
    it(`are observed: ${hex}`, () => expect(observedDialect(octets(hex))).to.deep.include(dialect));
  }

  it("are observed over several elements of one sender", () => {
    const plain = octets(`9f ${suspendHex}`);
    const result = octets("9f a2 0d 02 01 01 30 08 02 01 28 30 03 80 01 01");
    const other = octets("9f a2 0d 02 01 01 30 08 02 01 28 30 03 80 01 ff");
    expect(observedDialect(plain, result)).to.have.property("trueOctet", 0x01);
    expect(observedDialect(result, other)).to.equal(undefined);
    expect(observedDialect()).to.equal(undefined);
  });

  it("are none where only the octets themselves come back: long lengths, TRUE as 05, broken contents", () => {
    expect(observedDialect(octets("9f a1 81 08 02 01 0b 02 01 20 05 00"))).to.equal(undefined);
    expect(observedDialect(octets("9f a2 0d 02 01 01 30 08 02 01 28 30 03 80 01 05"))).to.equal(undefined);
    expect(observedDialect(octets("93"))).to.equal(undefined);
  });
});
