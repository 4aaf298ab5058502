import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isH225 } from "../../../codecs/h225/index.ts";
import { TraceDecoder, type TraceRow } from "../../../codecs/trace/decoder.ts";
import { rowToJson } from "../../../codecs/trace/row-json.ts";
import { root } from "../../root.ts";
import { ascii, octets } from "./octets.ts";

/** An empty H.225.0 FACILITY without its TPKT: User-user with a length of two octets, 05, then PER. */
const empty = "0802 8007 62 1c00 7e 0008 05 28100100 108000";
const shown = (hex: string): TraceRow[] => {
  const decoder = new TraceDecoder({ from: "hex", protocol: "qsig", all: false });
  return [...decoder.push(ascii(hex.replaceAll(" ", ""))), ...decoder.end()] as TraceRow[];
};

describe("H.225.0 without its TPKT", () => {
  it("is known by its User-user element, and printed as what it is", () => {
    expect(isH225(octets(empty))).to.equal(true);
    const [row] = shown(empty).map(rowToJson);
    expect(row).to.include({ carrier: "h225", message: "FACILITY" });
  });

  it("is no message of QSIG, with a User-user element of its own or without", () => {
    const plain = [
      "0802 0001 5a",
      "0802 0001 5a 7e03 050102",
      "0802 0001 5a 7e00",
      "0802 0001 7b 7e00 6c05 8031303031",
    ];
    for (const hex of plain) expect(isH225(octets(hex)), hex).to.equal(false);
    const vectors =
      readFileSync(join(root, "test/vectors/vectors.json"), "utf8") +
      readFileSync(join(root, "test/vectors/flows.txt"), "utf8");
    const messages = [...vectors.matchAll(/\b08[0-9a-f]{8,}\b/g)].map(([hex]) => hex);
    expect(messages.length).to.be.greaterThan(100);
    for (const hex of messages) expect(isH225(octets(hex)), hex).to.equal(false);
  });
});
