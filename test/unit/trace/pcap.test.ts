import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import type { CapturedPacket } from "../../../codecs/trace/frame.ts";
import { PcapReader, packetOctetsLimit } from "../../../codecs/trace/pcap.ts";
import { octets } from "./octets.ts";

const time = "65000000 00000007"; // 0x65 << 24 seconds, 7 ticks
const timeLittle = "00000065 07000000";
const bigMicro = "a1b2c3d4 0002 0004 00000000 00000000 0000ffff 000000cb";
const littleMicro = "d4c3b2a1 0200 0400 00000000 00000000 ffff0000 cb000000";
const bigNano = bigMicro.replace("a1b2c3d4", "a1b23c4d");
const littleNano = littleMicro.replace("d4c3b2a1", "4d3cb2a1");
const seconds = 0x65 * 2 ** 24;

function readAll(hex: string, chunk = Number.POSITIVE_INFINITY): (CapturedPacket | DecodeError)[] {
  const reader = new PcapReader();
  const whole = octets(hex);
  const found: (CapturedPacket | DecodeError)[] = [];
  for (let at = 0; at < whole.length; at += chunk) found.push(...reader.push(whole.subarray(at, at + chunk)));
  return [...found, ...reader.end()];
}

describe("pcap reader", () => {
  const files = [
    { name: "big endian, microseconds", hex: `${bigMicro} ${time} 00000003 00000003 00017f`, ms: 0.007 },
    { name: "little endian, microseconds", hex: `${littleMicro} ${timeLittle} 03000000 03000000 00017f`, ms: 0.007 },
    { name: "big endian, nanoseconds", hex: `${bigNano} ${time} 00000003 00000003 00017f`, ms: 0.000007 },
    { name: "little endian, nanoseconds", hex: `${littleNano} ${timeLittle} 03000000 03000000 00017f`, ms: 0.000007 },
  ];
  for (const { name, hex, ms } of files) {
    it(`reads ${name}`, () => {
      const expected = {
        time: seconds * 1000 + ms,
        linkType: 203,
        line: 0,
        octets: octets("00017f"),
        originalLength: 3,
      };
      expect(readAll(hex)).to.deep.equal([expected]);
    });
  }

  it("gives the same packets however the file is cut into chunks", () => {
    const packets = ["03000000 03000000 00017f", "04000000 04000000 02010105", "00000000 00000000"];
    const hex = [littleMicro, ...packets.map((packet) => `${timeLittle} ${packet}`)].join(" ");
    const whole = readAll(hex);
    expect(whole).to.have.length(3);
    for (const chunk of [1, 2, 3, 5, 16, 25]) expect(readAll(hex, chunk), `chunks of ${chunk}`).to.deep.equal(whole);
  });

  it("says how long a packet was that the capture cut", () => {
    const [packet] = readAll(`${bigMicro} ${time} 00000002 00000009 0001`);
    expect(packet).to.include({ originalLength: 9 });
  });

  it("keeps what came before the file ends inside a packet, and says where that packet begins", () => {
    const found = readAll(`${bigMicro} ${time} 00000001 00000001 00 ${time} 00000009 00000009 0001`);
    expect(found).to.have.length(2);
    expect(found[1]).to.deep.equal(new DecodeError("truncated", 41, "packet"));
  });

  it("stops at a packet longer than the limit: the length lies and what follows is lost", () => {
    const long = (packetOctetsLimit + 1).toString(16).padStart(8, "0");
    const found = readAll(`${bigMicro} ${time} ${long} ${long} 00 ${time} 00000001 00000001 00`);
    expect(found).to.deep.equal([new DecodeError("tooLong", 24, "packet")]);
  });

  it("refuses what does not begin with one of the four magic numbers", () => {
    expect(readAll("00".repeat(24))).to.deep.equal([new DecodeError("badHeader", 0, "pcap")]);
  });
});
