import { expect } from "chai";
import { decodeComponent, DecodeError, decodeFacility, decodeMessage } from "../../codecs/index.ts";
import { treeOctetsLimit, treeWords } from "../../codecs/view/tree-words.ts";

// Inputs made to cost a decoder more than they cost their sender.

const repeated = (unit: readonly number[], times: number): number[] => Array.from({ length: times }, () => unit).flat();
const header = [0x9f, 0xaa, 0x06, 0x80, 0x01, 0x00, 0x82, 0x01, 0x00];
const invoke = (...argument: readonly number[]): number[] => [
  0xa1,
  0x80,
  0x02,
  0x01,
  0x01,
  0x02,
  0x01,
  0x28,
  ...argument,
];
const longLength = (length: number): number[] => [0x82, length >> 8, length & 0xff];

const bombs: Readonly<Record<string, readonly number[]>> = {
  "values nested 30,000 deep, without end": [...header, ...invoke(...repeated([0x30, 0x80], 30_000))],
  "values nested 10,000 deep, each with a length that fits": [
    ...header,
    ...invoke(...Array.from({ length: 10_000 }, (_, at) => [0x30, ...longLength(4 * (10_000 - at - 1))]).flat()),
  ],
  "a length of 4 gigabytes": [...header, 0xa1, 0x84, 0xff, 0xff, 0xff, 0xff, 0x02, 0x01, 0x01],
  "a length of 126 octets": [...header, 0xa1, 0xfe, ...repeated([0xff], 126)],
  "10,000 empty components": [...header, ...repeated([0xa1, 0x00], 10_000)],
  "10,000 whole components": [...header, ...repeated([0xa2, 0x03, 0x02, 0x01, 0x01], 10_000)],
  "an OBJECT IDENTIFIER of 60,000 octets": [
    ...header,
    ...[0xa1, ...longLength(60_007), 0x02, 0x01, 0x01, 0x06, ...longLength(60_000)],
    ...repeated([0xff], 59_999),
    0x7f,
  ],
  "an OBJECT IDENTIFIER of 20,000 arcs": [
    ...header,
    ...[0xa1, ...longLength(20_007), 0x02, 0x01, 0x01, 0x06, ...longLength(20_000)],
    ...repeated([0x01], 20_000),
  ],
  "an invoke id of 1,000 octets": [
    ...header,
    0xa1,
    ...longLength(1004),
    0x02,
    ...longLength(1000),
    ...repeated([0x7f], 1000),
  ],
};

/** The promise: what is refused costs less than this. The fastest of some runs counts, a busy machine does not. */
const limitMs = 1;
const runs = 30;

/** What a person waits for: the tree of a value that nobody knows. */
const shownMs = 50;

function fastestMs(read: () => unknown, times = runs): number {
  const elapsed = Array.from({ length: times }, () => {
    const start = performance.now();
    read();
    return performance.now() - start;
  });
  return Math.min(...elapsed);
}

describe("bombs", () => {
  for (const [name, unit] of Object.entries(bombs)) {
    it(`${name}: refused within ${limitMs} ms`, () => {
      const octets = Uint8Array.from(unit);
      const read = decodeFacility(octets);
      const problems = read instanceof DecodeError ? [read] : (read.problems ?? []);
      expect(problems).not.to.deep.equal([]);
      expect(fastestMs(() => decodeFacility(octets))).to.be.below(limitMs);
      expect(fastestMs(() => decodeComponent(octets.subarray(header.length)))).to.be.below(limitMs);
    });

    it(`${name}: shown in words within ${shownMs} ms`, () => {
      const octets = Uint8Array.from(unit).subarray(header.length, header.length + treeOctetsLimit);
      expect(treeWords(octets)).not.to.equal("");
      expect(fastestMs(() => treeWords(octets), 5)).to.be.below(shownMs);
    });
  }

  it("messages of 60,000 octets, of one element or of 30,000: refused by their length", () => {
    for (const element of [[0xa1], [0x34, 0x00]]) {
      const octets = Uint8Array.from([8, 2, 0, 1, 5, ...repeated(element, 60_000 / element.length)]);
      expect(decodeMessage(octets)).to.deep.include({ code: "tooLong" });
      expect(fastestMs(() => decodeMessage(octets))).to.be.below(limitMs);
    }
  });
});
