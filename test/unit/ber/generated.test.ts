import { expect } from "chai";
import fc from "fast-check";
import { decodeOctets, encodeOctets } from "../../../codecs/ber/codec.ts";
import { fromJson } from "../../../codecs/ber/json.ts";
import { toJson } from "../../../codecs/shape.ts";
import { Reader } from "../../../codecs/ber/reader.ts";
import { DecodeError } from "../../../codecs/error.ts";
import { Strictness } from "../../../codecs/leniencies.ts";
import { everyCodec } from "./every-codec.ts";
import { valuesOf } from "./values.ts";

const numRuns = 25;

describe("every generated codec", () => {
  it("is there: the modules hold dozens of types", () => {
    expect(everyCodec.length).to.be.greaterThan(40);
  });

  for (const codec of everyCodec) {
    const values = valuesOf(codec.type);

    describe(codec.name, () => {
      it("decodes what it encoded to the same value", () => {
        fc.assert(
          fc.property(values, (value) => {
            expect(decodeOctets(codec, encodeOctets(codec, value))).to.deep.equal(value);
          }),
          { numRuns },
        );
      });

      it("decodes the other dialects of the same value alike, and gives their octets back", () => {
        const dialects = fc.constantFrom(
          { trueOctet: 0x01 } as const,
          { lengthForm: "indefinite" } as const,
          { trueOctet: 0x01, lengthForm: "indefinite" } as const,
        );
        fc.assert(
          fc.property(values, dialects, (value, dialect) => {
            const octets = encodeOctets(codec, value, dialect);
            const decoded = decodeOctets(codec, octets);
            expect(decoded).to.deep.equal(value);
            expect(encodeOctets(codec, decoded, dialect)).to.deep.equal(octets);
          }),
          { numRuns },
        );
      });

      it("reads the usual form, and nothing else, as it reads all forms: the same value, no leniency", () => {
        const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 });
        fc.assert(
          fc.property(values, flips, fc.boolean(), (value, changes, isCut) => {
            const octets = encodeOctets(codec, value).slice(0, isCut ? -1 : undefined);
            for (const [at, octet] of changes) octets[at % octets.length] = octet;
            const usual = new Reader(octets);
            const read = codec.usual(usual);
            const isWhole = changes.length === 0 && !isCut && octets.length < 128;
            if (read === undefined) {
              expect(isWhole && !hasLongTags(octets)).to.equal(false);
              return;
            }
            const strictness = new Strictness();
            const all = new Reader(octets, 0, octets.length, strictness);
            expect(codec.read(all)).to.deep.equal(read);
            expect(usual.at).to.equal(all.at);
            expect([all.error, usual.error, ...strictness.accepted]).to.deep.equal([undefined, undefined]);
          }),
          { numRuns: 100 },
        );
      });

      it("refuses it cut at every octet", () => {
        fc.assert(
          fc.property(values, (value) => {
            const octets = encodeOctets(codec, value);
            for (let length = 0; length < octets.length; length += 1) {
              const cut = decodeOctets(codec, octets.subarray(0, length));
              expect(cut, `cut at ${length}`).to.be.instanceOf(DecodeError);
              expect((cut as DecodeError).offset).to.be.at.most(length);
              expect((cut as DecodeError).path.split(".")[0]).to.equal(codec.name);
            }
          }),
          { numRuns: 10 },
        );
      });

      it("finds it anywhere inside a larger buffer", () => {
        fc.assert(
          fc.property(values, fc.nat(20), (value, lead) => {
            const octets = encodeOctets(codec, value);
            const buffer = new Uint8Array(lead + octets.length + 3).fill(0xff);
            buffer.set(octets, lead);
            const reader = new Reader(buffer, lead, lead + octets.length);
            expect(codec.decode(reader)).to.deep.equal(value);
            expect(reader.at).to.equal(lead + octets.length);
          }),
          { numRuns: 20 },
        );
      });

      it("goes through JSON unharmed", () => {
        fc.assert(
          fc.property(values, (value) => {
            const json: unknown = JSON.parse(JSON.stringify(toJson(value)));
            expect(fromJson(codec, json)).to.deep.equal(value);
          }),
          { numRuns: 20 },
        );
      });

      it("gives a value or a DecodeError for any octets", () => {
        const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
        fc.assert(
          fc.property(values, flips, (value, changes) => {
            const octets = encodeOctets(codec, value).slice();
            for (const [at, octet] of changes) octets[at % octets.length] = octet;
            const decoded = decodeOctets(codec, octets);
            // What was read is a value of the type: it can be written and read again.
            if (decoded instanceof DecodeError) return;
            expect(decodeOctets(codec, encodeOctets(codec, decoded))).to.deep.equal(
              withoutDefaults(codec.type, decoded),
            );
          }),
          { numRuns },
        );
      });
    });
  }
});

/** An identifier of several octets, or an octet that looks like one. */
function hasLongTags(octets: Uint8Array): boolean {
  return octets.some((octet) => (octet & 0x9f) === 0x9f);
}

/** A peer may send what its default says anyway; we never do. */
function withoutDefaults(type: (typeof everyCodec)[number]["type"], value: unknown): unknown {
  if (type.kind === "SEQUENCE OF") return (value as unknown[]).map((element) => withoutDefaults(type.of, element));
  if (type.kind !== "SEQUENCE" && type.kind !== "CHOICE") return value;
  const given = value as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const { name, type: inner, presence } of type.elements) {
    const isDefault = typeof presence === "object" && presence.default === given[name];
    if (name in given && !isDefault) kept[name] = withoutDefaults(inner, given[name]);
  }
  return kept;
}
