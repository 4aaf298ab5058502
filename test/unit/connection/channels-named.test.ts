import { expect } from "chai";
import { decodeElements } from "../../../codecs/q931/index.ts";
import { channelsNamed } from "../../../src/connection/channels-named.ts";
import { octets } from "../trunk/bench.ts";

describe("the B-channels that elements name", () => {
  const rows: readonly [string, string, readonly number[]][] = [
    ["one of a primary rate interface", "18 03 a9 83 83", [3]],
    ["preferred counts as well", "18 03 a1 83 9f", [31]],
    ["several", "18 04 a9 83 01 82", [1, 2]],
    ["a slot map of 32 timeslots", "18 06 a9 93 80 01 00 02", [1, 16, 31]],
    ["a slot map of 24 timeslots", "18 05 a9 93 80 00 01", [1, 24]],
    ["B1 of a basic rate interface", "18 01 89", [1]],
    ["B2 of a basic rate interface", "18 01 8a", [2]],
    ["any channel of a basic rate interface", "18 01 8b", []],
    ["no channel", "18 01 a8", []],
    ["the D-channel", "18 01 ac", []],
    ["another element", "28 01 41", []],
    ["an element that cannot be read", "18 00", []],
  ];
  for (const [what, hex, channels] of rows) {
    it(what, () => {
      expect([...channelsNamed(decodeElements(octets(hex)))].sort((one, other) => one - other)).to.deep.equal(channels);
    });
  }
});
