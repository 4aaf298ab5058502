import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import type { Segments } from "../../../codecs/q931/segments.ts";
import { addSegment, cutIntoSegments, isSegment, joinSegments, maxSegments } from "../../../codecs/q931/segments.ts";
import { toHex } from "../../../codecs/shape.ts";
import { message, octets } from "./octets.ts";

/** SETUP in three segments under call reference 7. */
const three = [
  "08 02 00 07 60 00 02 82 05 04 02 a8 80",
  "08 02 00 07 60 00 02 01 05 18 01 ac",
  "08 02 00 07 60 00 02 00 05 70 05 89 32 30 30 31",
];

function joined(...hexes: readonly string[]): Segments | DecodeError | undefined {
  let segments: Segments | undefined;
  for (const hex of hexes) {
    const next = addSegment(segments, message(hex));
    if (next instanceof DecodeError) return next;
    segments = next;
  }
  return segments;
}

describe("segments of a message", () => {
  it("are put together behind the header of the message that was cut", () => {
    const segments = joined(...three);
    expect(segments).to.include({ remaining: 0, count: 3 });
    const whole = joinSegments({ value: 7, flag: 0, length: 2 }, segments as Segments);
    expect(toHex(whole)).to.equal("0802000705" + "0402a880" + "1801ac" + "70058932303031");
  });

  it("are known by the message type", () => {
    expect(isSegment(octets(three[0] ?? ""))).to.equal(true);
    expect(isSegment(octets("08 00 60"))).to.equal(true);
    expect(isSegment(octets("08 02 00 07 62"))).to.equal(false);
    expect(isSegment(octets("08"))).to.equal(false);
  });

  const [first = "", second = "", third = ""] = three;
  const refused: readonly (readonly [why: string, hexes: readonly string[]])[] = [
    ["the first is missing", [second]],
    ["one is missing", [first, third]],
    ["one comes twice", [first, second, second]],
    ["a first one comes again", [first, first]],
    ["one follows the last", [first, second, third, third]],
    ["one is of another message", [first, "08 02 00 07 60 00 02 01 62"]],
    ["the Segmented message element does not come first", ["08 02 00 07 60 28 00 00 02 80 05"]],
    ["the Segmented message element cannot be read", ["08 02 00 07 60 00 01 80"]],
    ["there are more than the limit", [`08 02 00 07 60 00 02 ${(0x80 | maxSegments).toString(16)} 05`]],
  ];
  for (const [why, hexes] of refused) {
    it(`are refused when ${why}`, () => {
      expect(joined(...hexes))
        .to.be.instanceOf(DecodeError)
        .and.to.have.property("code", "segmentOutOfOrder");
    });
  }

  it("may be as many as the limit", () => {
    expect(joined("08 02 00 07 60 00 02 87 05")).to.include({ remaining: maxSegments - 1 });
  });

  const draft = (...lengths: readonly number[]) => ({
    message: "SETUP" as const,
    ies: lengths.map((length) => ({ id: 0x28, codeset: 0, octets: new Uint8Array(length).fill(0x28) })),
  });
  const reference = { value: 7, flag: 0, length: 2 } as const;

  it("are cut between elements, each as long as allowed, and give the message again", () => {
    const cut = cutIntoSegments(reference, draft(100, 151, 1, 251), 260) ?? [];
    expect(cut.map(({ length }) => length)).to.deep.equal([260, 10, 260]);
    expect(cut.map((segment) => toHex(segment.subarray(5, 9)))).to.deep.equal(["00028205", "00020105", "00020005"]);
    const parts = joined(...cut.map((segment) => toHex(segment))) as Segments;
    expect(toHex(joinSegments(reference, parts))).to.equal(`0802000705${"28".repeat(503)}`);
  });

  it(`are ${maxSegments} at most, and no element is cut`, () => {
    const full = (count: number) => draft(...new Array<number>(count).fill(251));
    expect(cutIntoSegments(reference, full(maxSegments), 260)).to.have.length(maxSegments);
    expect(cutIntoSegments(reference, full(maxSegments + 1), 260)).to.equal(undefined);
    expect(cutIntoSegments(reference, draft(252), 260)).to.equal(undefined);
  });
});
