import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { AutoReader } from "../../../codecs/trace/formats.ts";
import { dumpOctetsLimit, HexDumpReader } from "../../../codecs/trace/hex-dump.ts";
import { ascii, octets } from "./octets.ts";

const setup = octets("0802 0005 05 a1 04038090a3 1803a98381 7005 80 32303031");
const release = octets("0802 8005 5a");

/** One SETUP and one RELEASE COMPLETE as each program prints them. */
const dumps: Readonly<Record<string, string>> = {
  Wireshark: `0000   08 02 00 05 05 a1 04 03 80 90 a3 18 03 a9 83 81   ................
0010   70 05 80 32 30 30 31                              p..2001

0000   08 02 80 05 5a                                    ....Z
`,
  xxd: `00000000: 0802 0005 05a1 0403 8090 a318 03a9 8381  ................
00000010: 7005 8032 3030 31                        p..2001
00000000: 0802 8005 5a                             ....Z
`,
  "hexdump -C": `00000000  08 02 00 05 05 a1 04 03  80 90 a3 18 03 a9 83 81  |................|
00000010  70 05 80 32 30 30 31                              |p..2001|
00000017
00000000  08 02 80 05 5a                                    |....Z|
`,
  text2pcap:
    "0000  08 02 00 05 05 a1 04 03 80 90 a3 18 03 a9 83 81\n0010  70 05 80 32 30 30 31\n0000  08 02 80 05 5a\n",
};

describe("hex dump reader", () => {
  for (const [program, text] of Object.entries(dumps)) {
    it(`reads what ${program} prints, and is recognised`, () => {
      for (const reader of [new HexDumpReader(), new AutoReader()]) {
        const found = [...reader.push(ascii(text)), ...reader.end()];
        expect(found).to.deep.equal([
          { layer: "message", octets: setup },
          { layer: "message", octets: release },
        ]);
      }
    });
  }

  it("says where lines are missing", () => {
    const reader = new HexDumpReader();
    const [frame] = [...reader.push(ascii("0000  08 02 00 05\n0010  70 05\n")), ...reader.end()];
    expect(frame?.problems).to.deep.equal([new DecodeError("octetsLost", 4)]);
  });

  it("keeps a frame within its limit", () => {
    const reader = new HexDumpReader();
    const line = `0001  ${"08 ".repeat(16)}\n`;
    const [frame] = [...reader.push(ascii(`0000  08\n${line.repeat(5000)}`)), ...reader.end()];
    expect(frame?.octets.length).to.be.within(dumpOctetsLimit, dumpOctetsLimit + 16);
  });

  it("leaves bare hex alone, whatever it begins with", () => {
    for (const text of ["0802 0005 5a\n", "08020005 5a\n", "0000 0001\n"]) {
      const reader = new AutoReader();
      expect([...reader.push(ascii(text)), ...reader.end()]).to.have.length(1);
    }
  });
});
