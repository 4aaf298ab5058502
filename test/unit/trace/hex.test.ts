import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { HexReader } from "../../../codecs/trace/hex.ts";
import { lineOctetsLimit } from "../../../codecs/trace/lines.ts";
import type { TraceFrame } from "../../../codecs/trace/frame.ts";
import { ascii, octets } from "./octets.ts";

function read(text: string, chunk = Number.POSITIVE_INFINITY): TraceFrame[] {
  const reader = new HexReader();
  const whole = ascii(text);
  const found: TraceFrame[] = [];
  for (let at = 0; at < whole.length; at += chunk) found.push(...reader.push(whole.subarray(at, at + chunk)));
  return [...found, ...reader.end()];
}

describe("hex reader", () => {
  const spellings = [
    "080200015a",
    "08 02 00 01 5a",
    "0x080200015A",
    "0x08, 0x02, 0x00, 0x01, 0x5a",
    "08:02:00:01:5a",
    "08-02-00-01-5a",
    "\t08020001 5a  # the end",
  ];
  for (const spelling of spellings) {
    it(`reads ${JSON.stringify(spelling)}`, () => {
      expect(read(spelling)).to.deep.equal([{ layer: "message", octets: octets("080200015a") }]);
    });
  }

  it("takes one frame a line and passes over comments and empty lines", () => {
    const text = "# made up\r\n\r\n080200015a\r\n   \n0802800162 # no line end";
    expect(read(text).map((frame) => frame.octets)).to.deep.equal([octets("080200015a"), octets("0802800162")]);
    expect(read(text, 1)).to.deep.equal(read(text));
  });

  it("passes over the byte order mark that Windows puts before a text", () => {
    expect(read("\xef\xbb\xbf080200015a")).to.have.length(1);
    expect(read("\xef\xbb\xbf080200015a")[0]).not.to.have.property("problems");
  });

  const layers: { layer: string; hex: string }[] = [
    { layer: "message", hex: "080200015a" },
    { layer: "lapd", hex: "00010000080200015a" },
    { layer: "lapd", hex: "02017f" },
    { layer: "lapd", hex: "fcff030f1234010b" },
    { layer: "facilityElement", hex: "1c059faa020000" },
    { layer: "facility", hex: "9faa0680010082" },
    { layer: "facility", hex: "91a103020101" },
    { layer: "component", hex: "a103020101" },
    { layer: "component", hex: "a403020101" },
    { layer: "unknown", hex: "a503020101" },
    { layer: "unknown", hex: "ff" },
  ];
  for (const { layer, hex } of layers) {
    it(`tells ${hex} to be ${layer}`, () => {
      expect(read(hex)).to.deep.equal([{ layer, octets: octets(hex) }]);
    });
  }

  it("keeps a line that is no hex as a frame that says where it goes wrong, and reads on", () => {
    const found = read("08 02 zz\n080200015a\n080");
    expect(found[0]).to.deep.equal({
      layer: "unknown",
      octets: octets("0802"),
      problems: [new DecodeError("notHex", 2, "line 1, column 7")],
    });
    expect(found[1]).to.have.property("layer", "message");
    expect(found[2]?.problems).to.deep.equal([new DecodeError("notHex", 1, "line 3, column 4")]);
  });

  it("cuts a line longer than the limit, says so and reads on", () => {
    const found = read(`${"08".repeat(lineOctetsLimit)}\n080200015a`, 65_536);
    expect(found[0]?.problems).to.deep.equal([new DecodeError("tooLong", 0, "line 1")]);
    expect(found[0]?.octets).to.have.length(lineOctetsLimit / 2);
    expect(found[1]?.octets).to.deep.equal(octets("080200015a"));
  });
});
