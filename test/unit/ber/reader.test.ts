import { expect } from "chai";
import { limits } from "../../../codecs/ber/limits.ts";
import { Reader } from "../../../codecs/ber/reader.ts";
import type { DecodeErrorCode } from "../../../codecs/error.ts";
import { hexOf, nested, octetsOf } from "./octets.ts";

type Read = (reader: Reader) => unknown;
type Row = readonly [what: string, hex: string, expected: unknown];
type Fault = readonly [what: string, hex: string, code: DecodeErrorCode, offset: number];

const comparable = (value: unknown): unknown => (value instanceof Uint8Array ? hexOf(value) : value);

function reads(read: Read, rows: readonly Row[]): void {
  for (const [what, hex, expected] of rows) {
    it(`reads ${what}`, () => {
      const reader = new Reader(octetsOf(hex));
      expect(comparable(read(reader))).to.deep.equal(expected);
      expect(reader.error).to.equal(undefined);
      expect(reader.at).to.equal(octetsOf(hex).length);
    });
  }
}

function refuses(read: Read, rows: readonly Fault[]): void {
  for (const [what, hex, code, offset] of rows) {
    it(`refuses ${what}`, () => {
      const reader = new Reader(octetsOf(hex));
      expect(read(reader)).to.equal(undefined);
      expect(reader.error).to.include({ code, offset });
    });
  }
}

const zeros = (count: number): string => "00".repeat(count);

describe("BER reader", () => {
  describe("BOOLEAN", () => {
    const read: Read = (r) => r.boolean(0x01);
    reads(read, [
      ["FALSE", "010100", false],
      ["TRUE as DER has it", "0101ff", true],
      ["TRUE as libpri sends it", "010101", true],
      ["any other TRUE", "010180", true],
    ]);
    refuses(read, [
      ["no content", "0100", "badLength", 2],
      ["two octets", "0102ff00", "badLength", 2],
      ["another tag", "020100", "unexpectedTag", 0],
      ["nothing", "", "missingField", 0],
      ["a header without content", "0101", "truncated", 0],
      ["the indefinite form", "018000", "badLength", 1],
    ]);
  });

  describe("lengths", () => {
    const read: Read = (r) => r.octetString(0x04);
    reads(read, [
      ["short", "0402aabb", "aabb"],
      ["long", `0481c8${"ab".repeat(200)}`, "ab".repeat(200)],
      ["long although short would do", "048102aabb", "aabb"],
      ["with leading zeros up to the limit", `0486${zeros(5)}02aabb`, "aabb"],
    ]);
    refuses(read, [
      ["more length octets than the limit", `0487${zeros(6)}02aabb`, "tooLong", 1],
      ["0xff, which X.690 8.1.3.5 reserves", "04ff", "badLength", 1],
      ["length octets cut off", "048201", "truncated", 1],
      ["more than there is", "0403aabb", "truncated", 0],
      ["far more than there is", `0486${"ff".repeat(6)}aabb`, "truncated", 0],
    ]);
    it("limits the length octets by name", () => expect(limits.lengthOctets).to.equal(6));
  });

  describe("indefinite form", () => {
    const read: Read = (r) => {
      const outer = r.enter(0x30);
      if (outer < 0) return undefined;
      const inner = r.enter(0xa0);
      if (inner < 0) return undefined;
      const value = r.integer(0x02);
      r.leave(inner);
      const last = r.boolean(0x01);
      r.leave(outer);
      return value === undefined || last === undefined ? undefined : [value, last];
    };
    reads(read, [
      ["outside", "3080 a003020105 0101ff 0000", [5, true]],
      ["inside", "300a a080 020105 0000 0101ff", [5, true]],
      ["both", "3080 a080 020105 0000 0101ff 0000", [5, true]],
      ["with values nobody asked for", "3080 a080 020105 a18002010900000000 0101ff a280a3800000 0000 0000", [5, true]],
    ]);
    refuses(read, [
      ["no end", "3080 a003020105 0101ff", "truncated", 10],
      ["half an end", "3080 a003020105 0101ff 00", "truncated", 10],
      ["an inner end missing", "3080 a080 020105 0101ff 0000", "truncated", 12],
    ]);
    it("does not take zeros inside a value for its end", () => {
      const reader = new Reader(octetsOf("3080 04020000 0000"));
      expect(reader.enter(0x30)).to.equal(8);
      expect(reader.octetString(0x04)).to.deep.equal(octetsOf("0000"));
      expect(reader.at).to.equal(reader.end);
    });
  });

  describe("tags above 30", () => {
    const read: Read = (r) => r.octetString(0xdf + 256 * 1000);
    reads(read, [["in more octets", "df876801aa", "aa"]]);
    refuses(read, [
      ["another number", "df876701aa", "unexpectedTag", 0],
      ["a tag cut off", "df87", "truncated", 0],
      ["a tag longer than the limit", "df8181816801aa", "tooLong", 0],
    ]);
    it("tells them by number, -1 beyond the limit", () => {
      expect(new Reader(octetsOf("1f1f00")).tag()).to.equal(0x1f + 256 * 31);
      expect(new Reader(octetsOf(`1f${"ff".repeat(limits.tagOctets - 1)}7f00`)).tag()).to.equal(
        0x1f + 256 * (2 ** 21 - 1),
      );
      expect(new Reader(octetsOf(`1f${"ff".repeat(limits.tagOctets)}7f00`)).tag()).to.equal(-1);
    });
  });

  describe("INTEGER", () => {
    const read: Read = (r) => r.integer(0x02);
    reads(read, [
      ["0", "020100", 0],
      ["127", "02017f", 127],
      ["128", "02020080", 128],
      ["-1", "0201ff", -1],
      ["-128", "020180", -128],
      ["-129", "0202ff7f", -129],
      ["superfluous sign octets", "020400000028", 40],
      ["the greatest within the limit", "02067fffffffffff", 2 ** 47 - 1],
      ["the least within the limit", "0206800000000000", -(2 ** 47)],
    ]);
    refuses(read, [
      ["no content", "0200", "badLength", 2],
      ["more octets than the limit", "020700000000000001", "tooLong", 0],
    ]);
    refuses(
      (r) => r.integer(0x02, 0, 254),
      [
        ["one above its range", "020200ff", "badValue", 2],
        ["one below its range", "0201ff", "badValue", 2],
      ],
    );
    it("limits the octets by name", () => expect(limits.integer).to.equal(2 ** (8 * limits.integerOctets - 1)));
  });

  describe("NULL", () => {
    reads((r) => r.null(0x05), [["itself", "0500", null]]);
    refuses((r) => r.null(0x05), [["content", "050100", "badLength", 2]]);
  });

  describe("OCTET STRING", () => {
    const read: Read = (r) => r.octetString(0x40, 1, 4);
    reads(read, [
      ["a primitive one", "4002aabb", "aabb"],
      ["segments", "6006 0401aa 0401bb", "aabb"],
      ["segments of segments", "600a 0401aa 2480 0401bb 0000", "aabb"],
    ]);
    refuses(read, [
      ["too few octets", "4000", "badValue", 0],
      ["too many octets", "40050102030405", "badValue", 0],
      ["too many octets in segments", "600a 0403010203 0403010203", "badValue", 0],
      ["a segment of another type", "6003020105", "unexpectedTag", 2],
    ]);
    it("owns its octets: the buffer of the receiver may change", () => {
      for (const count of [2, 100]) {
        const octets = Uint8Array.of(0x40, count, ...new Uint8Array(count).fill(0xaa));
        const value = new Reader(octets).octetString(0x40);
        octets.fill(0);
        expect(value).to.deep.equal(new Uint8Array(count).fill(0xaa));
      }
    });
  });

  describe("character strings", () => {
    const read: Read = (r) => r.numericString(0x12, 1, 20);
    reads(read, [
      ["digits", "120431303031", "1001"],
      ["spaces", "1203312031", "1 1"],
      ["the longest", `1214${"39".repeat(20)}`, "9".repeat(20)],
      ["segments", "3206 040131 040132", "12"],
    ]);
    refuses(read, [
      ["a letter, at its octet", "12053132334134", "badValue", 5],
      ["a star", "12012a", "badValue", 2],
      ["a hash in segments", "3206 040131 040123", "badValue", 0],
      ["nothing", "1200", "badValue", 0],
      ["one more than the longest", `1215${"39".repeat(21)}`, "badValue", 0],
    ]);
    reads((r) => r.ia5String(0x16), [["IA5String", "1602007f", "\u0000\u007f"]]);
    refuses((r) => r.ia5String(0x16), [["an eighth bit in IA5String", "160180", "badValue", 2]]);
    refuses((r) => r.printableString(0x13), [["a star in PrintableString", "13012a", "badValue", 2]]);
    refuses((r) => r.visibleString(0x1a), [["a control character in VisibleString", "1a0107", "badValue", 2]]);
  });

  describe("OBJECT IDENTIFIER", () => {
    const read: Read = (r) => r.objectIdentifier(0x06);
    const limit = limits.objectIdentifierOctets;
    reads(read, [
      ["the QSIG domain", "06042b0c0928", "1.3.12.9.40"],
      ["arcs under 2", "0603883703", "2.999.3"],
      [
        "as many octets as the limit",
        `0681${limit.toString(16)}2a${"01".repeat(limit - 1)}`,
        `1.2${".1".repeat(limit - 1)}`,
      ],
    ]);
    refuses(read, [
      ["no content", "0600", "badLength", 2],
      ["an arc that does not end", "06022b81", "truncated", 4],
      ["an arc with a leading zero", "06032b8001", "badValue", 3],
      ["one octet more than the limit", `0681${(limit + 1).toString(16)}2a${"01".repeat(limit)}`, "tooLong", 3],
      ["a huge arc", `06092b${"ff".repeat(7)}7f`, "tooLong", 9],
    ]);
    it("reads an arc just below its limit", () => {
      // 2^45 - 1 in groups of seven bits: 45 = 3 + 6 * 7.
      const reader = new Reader(octetsOf(`06082b87${"ff".repeat(5)}7f`));
      expect(reader.objectIdentifier(0x06)).to.equal(`1.3.${limits.objectIdentifierArc - 1}`);
      const above = new Reader(octetsOf(`06082b88${"80".repeat(5)}00`));
      expect(above.objectIdentifier(0x06)).to.equal(undefined);
      expect(above.error?.code).to.equal("tooLong");
    });
  });

  describe("open type", () => {
    const read: Read = (r) => r.open();
    reads(read, [
      ["a primitive value", "020105", "020105"],
      ["a constructed value", "30030201ff", "30030201ff"],
      ["the indefinite form with its end", "30800201050000", "30800201050000"],
      ["a tag above 30", "bf1f0100", "bf1f0100"],
    ]);
    refuses(read, [
      ["nothing", "", "missingField", 0],
      ["more than there is", "3005020105", "truncated", 0],
      ["the indefinite form without end", "3080020105", "truncated", 5],
      ["the indefinite form of a primitive", "02800000", "badLength", 1],
    ]);
  });

  describe("EXPLICIT tag", () => {
    const read: Read = (r) => r.explicit(0xa0, (inner) => inner.integer(0x02));
    reads(read, [["its one value", "a003020105", 5]]);
    refuses(read, [
      ["two values", "a006020105020106", "trailingOctets", 5],
      ["none", "a000", "missingField", 2],
    ]);
  });

  describe("depth", () => {
    const dive: Read = (reader) => {
      const outers: number[] = [];
      while (reader.tag() === 0x30) {
        const outer = reader.enter(0x30);
        if (outer < 0) return undefined;
        outers.push(outer);
      }
      const value = reader.null(0x05);
      for (const outer of outers.reverse()) reader.leave(outer);
      return value;
    };
    const indefinite = (count: number): string => `${"3080".repeat(count)}0500${"0000".repeat(count)}`;
    reads(dive, [
      ["values as deep as the limit", nested("30", limits.depth, "0500"), null],
      ["indefinite values as deep as the limit", indefinite(limits.depth), null],
    ]);
    it("refuses one more", () => {
      for (const hex of [nested("30", limits.depth + 1, "0500"), indefinite(limits.depth + 1)]) {
        const reader = new Reader(octetsOf(hex));
        expect(dive(reader)).to.equal(undefined);
        expect(reader.error?.code).to.equal("tooDeep");
      }
    });
  });

  describe("count", () => {
    const read: Read = (r) => r.sequenceOf(0x30, (inner) => inner.null(0x05))?.length;
    const list = (count: number): string => `3082${(count * 2).toString(16).padStart(4, "0")}${"0500".repeat(count)}`;
    const indefinite = (count: number): string => `3080${"0500".repeat(count)}0000`;
    reads(read, [
      ["none", "3000", 0],
      ["as many elements as the limit", list(limits.elements), limits.elements],
      ["as many in the indefinite form", indefinite(limits.elements), limits.elements],
    ]);
    refuses(read, [
      ["one more", list(limits.elements + 1), "tooMany", 4 + 2 * limits.elements],
      ["one more in the indefinite form", indefinite(limits.elements + 1), "tooMany", 2 + 2 * (limits.elements + 1)],
    ]);
    refuses(
      (r) => r.sequenceOf(0x30, (inner) => inner.null(0x05), 1, 2),
      [
        ["fewer than the size says", "3000", "badValue", 0],
        ["more than the size says", "3006050005000500", "tooMany", 6],
      ],
    );
    it("names the element that is wrong", () => {
      const reader = new Reader(octetsOf("30050500020105"));
      reader.sequenceOf(0x30, (inner) => inner.null(0x05));
      expect(reader.failure("List")).to.include({ code: "unexpectedTag", offset: 4, path: "List.1" });
    });
  });

  it("keeps the first error", () => {
    const reader = new Reader(octetsOf("0200"));
    reader.integer(0x02);
    reader.boolean(0x01);
    expect(reader.failure("X")).to.include({ code: "badLength", offset: 2, path: "X" });
  });
});
