import { expect } from "chai";
import { limits } from "../../../codecs/ber/limits.ts";
import { Writer, type WriterOptions } from "../../../codecs/ber/writer.ts";
import { hexOf } from "./octets.ts";

type Write = (writer: Writer, at: number) => number;

/** `room`: octets there are at first. */
function written(write: Write, options: WriterOptions = {}, room?: number): string {
  const writer = new Writer(options);
  let octets = writer.take(write(writer, room ?? writer.end));
  expect(octets === undefined).to.equal(room !== undefined);
  octets ??= writer.take(write(writer, writer.end));
  return hexOf(octets ?? expect.fail("no room was made"));
}

const filled = (count: number): Uint8Array => new Uint8Array(count).fill(0xab);
const inside =
  (count: number): Write =>
  (w, at) =>
    w.head(w.octetString(at - w.tail, 0x04, filled(count)), 0x30, at);

describe("BER writer", () => {
  const rows: readonly (readonly [what: string, write: Write, hex: string])[] = [
    ["NULL", (w, at) => w.null(at, 0x05), "0500"],
    ["FALSE", (w, at) => w.boolean(at, 0x01, false), "010100"],
    ["TRUE", (w, at) => w.boolean(at, 0x8c, true), "8c01ff"],
    ["0", (w, at) => w.integer(at, 0x02, 0), "020100"],
    ["127", (w, at) => w.integer(at, 0x02, 127), "02017f"],
    ["128", (w, at) => w.integer(at, 0x02, 128), "02020080"],
    ["255", (w, at) => w.integer(at, 0x02, 255), "020200ff"],
    ["256", (w, at) => w.integer(at, 0x02, 256), "02020100"],
    ["-1", (w, at) => w.integer(at, 0x02, -1), "0201ff"],
    ["-128", (w, at) => w.integer(at, 0x02, -128), "020180"],
    ["-129", (w, at) => w.integer(at, 0x02, -129), "0202ff7f"],
    ["the greatest INTEGER", (w, at) => w.integer(at, 0x02, limits.integer - 1), "02067fffffffffff"],
    ["the least INTEGER", (w, at) => w.integer(at, 0x02, -limits.integer), "0206800000000000"],
    ["digits", (w, at) => w.numericString(at, 0x80, "1001", 1, 20), "800431303031"],
    ["an OBJECT IDENTIFIER", (w, at) => w.objectIdentifier(at, 0x06, "1.3.12.9.40"), "06042b0c0928"],
    ["an OBJECT IDENTIFIER under 2", (w, at) => w.objectIdentifier(at, 0x06, "2.999.3"), "0603883703"],
    ["a tag above 30", (w, at) => w.null(at, 0x9f + 256 * 31), "9f1f00"],
    ["a tag of two octets more", (w, at) => w.null(at, 0x9f + 256 * 1000), "9f876800"],
    ["the greatest tag", (w, at) => w.null(at, 0x9f + 256 * (2 ** 21 - 1)), "9fffff7f00"],
    ["an open type as it is", (w, at) => w.openType(at, Uint8Array.of(0x30, 0x80, 0, 0)), "30800000"],
    ["an EXPLICIT tag", (w, at) => w.head(w.integer(at - w.tail, 0x02, 5), 0xa0, at), "a003020105"],
    [
      "a SEQUENCE OF",
      (w, at) => w.sequenceOf(at, 0x30, (inner, end, v: boolean) => inner.boolean(end, 0x01, v), [true, false]),
      "30060101ff010100",
    ],
  ];
  for (const [what, write, hex] of rows) {
    it(`writes ${what}`, () => expect(written(write)).to.equal(hex));
    it(`writes ${what} where the buffer must grow`, () => expect(written(write, {}, 1)).to.equal(hex));
  }

  describe("lengths", () => {
    const cases: readonly (readonly [count: number, head: string])[] = [
      [125, "307f047d"],
      [126, "308180047e"],
      [127, "308181047f"],
      [128, "308183048180"],
      [252, "3081ff0481fc"],
      [253, "308201000481fd"],
      [65531, "3082ffff0482fffb"],
      [65532, "30830100000482fffc"],
    ];
    for (const [count, head] of cases) {
      it(`are minimal around ${count} octets`, () => {
        const hex = written(inside(count), {}, count > 512 ? 0 : undefined);
        expect(hex.slice(0, head.length)).to.equal(head);
        expect(hex.slice(head.length)).to.equal("ab".repeat(count));
      });
    }
  });

  describe("dialects", () => {
    it("writes TRUE as libpri does", () => {
      expect(written((w, at) => w.boolean(at, 0x01, true), { trueOctet: 0x01 })).to.equal("010101");
    });
    it("writes constructed values in the indefinite form, primitive ones never", () => {
      expect(written(inside(1), { lengthForm: "indefinite" })).to.equal("30800401ab0000");
      expect(written(inside(1), { lengthForm: "indefinite" }, 1)).to.equal("30800401ab0000");
    });
  });

  describe("values outside their type throw RangeError", () => {
    const faults: readonly (readonly [what: string, write: Write])[] = [
      ["an INTEGER above its range", (w, at) => w.integer(at, 0x02, 255, 0, 254)],
      ["an INTEGER below its range", (w, at) => w.integer(at, 0x02, -1, 0, 254)],
      ["an INTEGER beyond the limit", (w, at) => w.integer(at, 0x02, limits.integer)],
      ["half a number", (w, at) => w.integer(at, 0x02, 0.5)],
      ["not a number", (w, at) => w.integer(at, 0x02, Number.NaN)],
      ["a star among digits", (w, at) => w.numericString(at, 0x12, "12*", 1, 20)],
      ["a hash among digits", (w, at) => w.numericString(at, 0x12, "#1", 1, 20)],
      ["a character beyond the table", (w, at) => w.numericString(at, 0x12, "\u0661", 1, 20)],
      ["no digit", (w, at) => w.numericString(at, 0x12, "", 1, 20)],
      ["21 digits", (w, at) => w.numericString(at, 0x12, "1".repeat(21), 1, 20)],
      ["no octet", (w, at) => w.octetString(at, 0x04, new Uint8Array(0), 1, 20)],
      ["21 octets", (w, at) => w.octetString(at, 0x04, new Uint8Array(21), 1, 20)],
      ["arcs without end", (w, at) => w.objectIdentifier(at, 0x06, "1.3.")],
      ["one arc", (w, at) => w.objectIdentifier(at, 0x06, "1")],
      ["a first arc above 2", (w, at) => w.objectIdentifier(at, 0x06, "3.1")],
      ["a second arc above 39", (w, at) => w.objectIdentifier(at, 0x06, "1.40")],
      ["an arc beyond the limit", (w, at) => w.objectIdentifier(at, 0x06, `1.3.${limits.objectIdentifierArc}`)],
      [
        "more arcs than the limit",
        (w, at) => w.objectIdentifier(at, 0x06, `1.3${".1".repeat(limits.objectIdentifierOctets)}`),
      ],
      ["more elements than the size", (w, at) => w.sequenceOf(at, 0x30, (_, end) => end, [1, 2, 3], 1, 2)],
      ["fewer elements than the size", (w, at) => w.sequenceOf(at, 0x30, (_, end) => end, [], 1, 2)],
    ];
    for (const [what, write] of faults) it(what, () => expect(() => written(write)).to.throw(RangeError));
  });

  it("shares no octets with another writer at work", () => {
    const [outer, inner] = [new Writer(), new Writer()];
    const [first, second] = [outer.integer(outer.end, 0x02, 1), inner.integer(inner.end, 0x02, 2)];
    const two = inner.take(second);
    const third = new Writer();
    const three = third.take(third.integer(third.end, 0x02, 3));
    const all = [outer.take(first), two, three].map((octets) => hexOf(octets ?? expect.fail()));
    expect(all).to.deep.equal(["020101", "020102", "020103"]);
  });

  it("starts anew after take and keeps what it gave", () => {
    const writer = new Writer();
    const first = writer.take(writer.integer(writer.end, 0x02, 1));
    const second = writer.take(writer.integer(writer.end, 0x02, 2));
    expect([first, second].map((octets) => hexOf(octets ?? expect.fail()))).to.deep.equal(["020101", "020102"]);
  });
});
