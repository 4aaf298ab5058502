import { expect } from "chai";
import fc from "fast-check";
import { DecodeError } from "../../../codecs/error.ts";
import * as messages from "../../../codecs/generated/h323-messages.ts";
import { additionBits, decodePer, encodePer, type PerType, PerWriter, perLimits } from "../../../codecs/per/index.ts";
import { toHex } from "../../../codecs/shape.ts";
import { octets } from "../trace/octets.ts";
import { valuesOf } from "./values.ts";

const boolean: PerType = { kind: "boolean" };
const written = (type: PerType, value: unknown): string => toHex(encodePer(type as PerType<unknown>, value));
/** A bit before the type, so that alignment shows. */
const behindBit = (type: PerType, value: unknown): string =>
  written(
    {
      kind: "sequence",
      fields: [
        { name: "bit", type: boolean },
        { name: "value", type },
      ],
    },
    { bit: true, value },
  );

describe("aligned PER, written", () => {
  it("has whole numbers in bits, in an octet, in two (X.691 10.5.7)", () => {
    expect(behindBit({ kind: "integer", from: 0, to: 3 }, 3)).to.equal("e0");
    expect(behindBit({ kind: "integer", from: 10, to: 12 }, 11)).to.equal("a0");
    expect(behindBit({ kind: "integer", from: 0, to: 255 }, 255)).to.equal("80ff");
    expect(behindBit({ kind: "integer", from: 1, to: 65_536 }, 257)).to.equal("800100");
    expect(behindBit({ kind: "integer", from: 5, to: 5 }, 5)).to.equal("80");
  });

  it("has one octet where there is not one bit (X.691 10.1.3)", () => {
    expect(written({ kind: "null" }, null)).to.equal("00");
  });

  it("has strings and lengths as their size says (X.691 16, 27)", () => {
    const digits: PerType = { kind: "string", bits: 4, alphabet: "#*,0123456789", size: { from: 1, to: 128 } };
    expect(written(digits, "3002")).to.equal("066335");
    expect(written({ kind: "string", bits: 16, size: { from: 1, to: 256 } }, "A€")).to.equal("01004120ac");
    expect(behindBit({ kind: "octetString", size: { from: 2, to: 2 } }, octets("0101"))).to.equal("808080");
    expect(behindBit({ kind: "octetString", size: { from: 3, to: 3 } }, octets("010203"))).to.equal("80010203");
    expect(written({ kind: "octetString" }, new Uint8Array(128))).to.match(/^8080(00){128}$/);
  });

  it("has additions as many as the sender knew, or as we know", () => {
    const type: PerType = {
      kind: "sequence",
      fields: [],
      additions: [{ name: "one", type: boolean }, { name: "two" }],
    };
    expect(written(type, {})).to.equal("00");
    // Extended, "small" and how many less one, a bit for each; then one open type.
    expect(written(type, { one: true })).to.equal("81800180");
    expect(written(type, { one: true, [additionBits]: 1 })).to.equal("80800180");
    expect(written(type, { [additionBits]: 1 })).to.equal("8000");
    expect(written(type, { addition3: octets("aa") })).to.equal("831001aa");
  });

  it("has object identifiers (X.691 23)", () => {
    expect(written({ kind: "objectIdentifier" }, "0.0.8.2250.0.7")).to.equal("060008914a0007");
    expect(written({ kind: "objectIdentifier" }, "1.3.12.9")).to.equal("032b0c09");
  });

  for (const [what, type, value] of [
    ["a number outside its range", { kind: "integer", from: 1, to: 3 }, 4],
    ["a fraction", { kind: "integer", from: 1, to: 3 }, 1.5],
    ["a string too long", { kind: "octetString", size: { from: 1, to: 2 } }, new Uint8Array(3)],
    ["a character outside the alphabet", { kind: "string", bits: 4, alphabet: "01", size: { from: 1, to: 2 } }, "2"],
    ["no object identifier", { kind: "objectIdentifier" }, "1.40.2"],
    ["an unknown name", { kind: "enumerated", names: ["a"], open: false }, "b"],
    ["an unknown alternative", { kind: "choice", alternatives: [{ name: "a", type: boolean }] }, { b: true }],
    ["an absent component", { kind: "sequence", fields: [{ name: "a", type: boolean }] }, {}],
    ["more octets than a fragment has", { kind: "octetString" }, new Uint8Array(perLimits.length + 1)],
  ] as readonly (readonly [string, PerType, unknown])[]) {
    it(`refuses ${what}`, () => expect(() => written(type, value)).to.throw(RangeError));
  }

  it("grows with what is written, and copies bits wherever they stand", () => {
    const writer = new PerWriter();
    writer.bit(true);
    writer.copy(octets("0ff0"), 4, 12);
    writer.put(new Uint8Array(1000));
    expect(writer.length).to.equal(16 + 8000);
    expect(toHex(writer.octets().subarray(0, 3))).to.equal("ff8000");
  });

  for (const [name, type] of Object.entries(messages) as [string, PerType<unknown>][]) {
    it(`${name}: what is written reads the same, later additions too`, () => {
      fc.assert(
        fc.property(valuesOf(type, "later"), (value) => {
          const whole = encodePer(type, value);
          const again = decodePer(type, whole);
          if (again instanceof DecodeError) throw new Error(`${again.code} at ${again.offset} ${again.path}`);
          expect(plain(again)).to.deep.equal(plain(value));
          expect(toHex(encodePer(type, again))).to.equal(toHex(whole));
        }),
        { numRuns: 60, seed: 7 },
      );
    });
  }
});

/** Without the bits of bitmaps: what was made by hand has none. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}
