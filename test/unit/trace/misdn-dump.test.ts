import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { AutoReader } from "../../../codecs/trace/formats.ts";
import { MisdnDumpReader, misdnFrameOctetsLimit } from "../../../codecs/trace/misdn-dump.ts";
import { octets } from "./octets.ts";

const received = "82021100";
const numbers = (primitive: string, length: string): string => `00000041 ${primitive} 00000000 ${length}`;
const frame = (hex: string, length: string): string => numbers(received, length) + hex;
const control = numbers("80021100", "00000000");
const dump = octets(frame("02017f", "03000000") + control + frame("", "00000000") + frame("00010102", "04000000"));

describe("mISDN dump reader", () => {
  const frames = [
    { layer: "lapd", octets: octets("02017f") },
    { layer: "lapd", octets: octets("00010102") },
  ];

  it("takes the frames that were received, and is recognised", () => {
    for (const chunk of [1, 5, 1000]) {
      for (const reader of [new MisdnDumpReader(), new AutoReader()]) {
        const found = [];
        for (let at = 0; at < dump.length; at += chunk) found.push(...reader.push(dump.subarray(at, at + chunk)));
        expect([...found, ...reader.end()], `chunks of ${chunk}`).to.deep.equal(frames);
      }
    }
  });

  it("stops where the file ends inside a frame, and at a length that lies", () => {
    const cut = new MisdnDumpReader();
    expect([...cut.push(dump.subarray(0, 18)), ...cut.end()]).to.deep.equal([new DecodeError("truncated", 0, "frame")]);
    const lying = new MisdnDumpReader();
    const length = Buffer.alloc(4);
    length.writeUInt32LE(misdnFrameOctetsLimit + 1);
    const header = octets(numbers(received, length.toString("hex")));
    expect([...lying.push(header), ...lying.push(dump), ...lying.end()]).to.deep.equal([
      new DecodeError("tooLong", 0, "frame"),
    ]);
  });
});
