import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import type { CapturedPacket } from "../../../codecs/trace/frame.ts";
import { packetOctetsLimit } from "../../../codecs/trace/pcap.ts";
import { interfacesLimit, PcapngReader } from "../../../codecs/trace/pcapng.ts";
import { pcapngHeader, pcapngPacket } from "../../../codecs/trace/pcapng-writer.ts";
import { octets } from "./octets.ts";

type Found = (CapturedPacket | DecodeError)[];

function read(whole: Uint8Array, chunk = Number.POSITIVE_INFINITY): Found {
  const reader = new PcapngReader();
  const found: Found = [];
  for (let at = 0; at < whole.length; at += chunk) found.push(...reader.push(whole.subarray(at, at + chunk)));
  return [...found, ...reader.end()];
}

const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** A block in big endian: the body is filled to four octets and both lengths are set. */
function block(type: number, body: string): Uint8Array {
  const contents = octets(body);
  const length = 12 + Math.ceil(contents.length / 4) * 4;
  const whole = new Uint8Array(length);
  const view = new DataView(whole.buffer);
  view.setUint32(0, type);
  view.setUint32(4, length);
  whole.set(contents, 8);
  view.setUint32(length - 4, length);
  return whole;
}

const section = block(0x0a0d0d0a, "1a2b3c4d 0001 0000 ffffffff ffffffff");
const lapd = block(1, "00cb 0000 00000000");
const packet = (line: number, frame: string, length = octets(frame).length): Uint8Array =>
  block(6, `${hex32(line)} 00000001 00000002 ${hex32(octets(frame).length)} ${hex32(length)} ${frame}`);
const hex32 = (value: number): string => value.toString(16).padStart(8, "0");
const ticks = 2 ** 32 + 2;

describe("pcapng reader", () => {
  it("reads enhanced packets, in microseconds where the interface says nothing", () => {
    expect(read(join(section, lapd, packet(0, "00017f")))).to.deep.equal([
      { time: ticks / 1000, linkType: 203, line: 0, octets: octets("00017f"), originalLength: 3 },
    ]);
  });

  it("reads what the writer wrote, in the other byte order, with direction and time to the microsecond", () => {
    const frame = octets("0001 0000 0802 0001 05");
    const file = join(
      pcapngHeader([{ linkType: 147 }, { linkType: 203, name: "west" }], "made by a test"),
      pcapngPacket({ time: 1_700_000_000_123.456, line: 1, direction: "sent", octets: frame }),
      pcapngPacket({ time: 1_700_000_000_124, octets: frame.subarray(4) }),
    );
    expect(read(file)).to.deep.equal([
      { time: 1_700_000_000_123.456, direction: "sent", linkType: 203, line: 1, octets: frame, originalLength: 9 },
      { time: 1_700_000_000_124, linkType: 147, line: 0, octets: frame.subarray(4), originalLength: 5 },
    ]);
  });

  it("gives the same packets however the file is cut into chunks", () => {
    const file = join(section, lapd, block(0x0bad, "00".repeat(40)), packet(0, "00017f"), packet(0, "000173aa"));
    const whole = read(file);
    expect(whole).to.have.length(2);
    for (const chunk of [1, 3, 4, 7, 32]) expect(read(file, chunk), `chunks of ${chunk}`).to.deep.equal(whole);
  });

  it("takes the resolution and the offset of the interface: ten and two to a power", () => {
    const nano = block(1, "00cb 0000 00000000 0009 0001 09000000 0000 0000");
    const binary = block(1, "00cb 0000 00000000 0009 0001 8a000000 000e 0008 000000000000000a 0000 0000");
    const times = read(join(section, nano, binary, packet(0, "00"), packet(1, "00"))).map(
      (found) => (found as CapturedPacket).time,
    );
    expect(times).to.deep.equal([ticks / 1e6, (ticks / 1024) * 1000 + 10_000]);
  });

  it("counts lines through several sections, each with interfaces of its own", () => {
    const file = join(section, lapd, packet(0, "00"), section, lapd, lapd, packet(1, "01"));
    expect(read(file).map((found) => (found as CapturedPacket).line)).to.deep.equal([0, 2]);
  });

  it("reads simple packets, which have no time, up to the length the interface keeps", () => {
    const short = block(1, "00cb 0000 00000002");
    expect(read(join(section, short, block(3, "00000003 0001")))).to.deep.equal([
      { linkType: 203, line: 0, octets: octets("0001"), originalLength: 3 },
    ]);
  });

  it("reads the packet block of old files", () => {
    const old = block(2, "0000 0000 00000001 00000002 00000003 00000003 00017f");
    expect(read(join(section, lapd, old))).to.have.deep.members([
      { time: ticks / 1000, linkType: 203, line: 0, octets: octets("00017f"), originalLength: 3 },
    ]);
  });

  it("passes over a block it does not know, however long, without keeping it", () => {
    const reader = new PcapngReader();
    expect(reader.push(join(section, lapd))).to.deep.equal([]);
    expect(reader.push(octets(`00000bad ${hex32(0x4000_0000)}`))).to.deep.equal([]);
    for (let sent = 8; sent < 0x4000_0000; sent += 0x100_0000)
      reader.push(filler.subarray(0, Math.min(filler.length, 0x4000_0000 - sent)));
    expect(reader.push(packet(0, "00017f"))).to.have.length(1);
  });

  const faults: { name: string; file: Uint8Array; error: DecodeError }[] = [
    {
      name: "the file ends inside a block",
      file: join(section, lapd, packet(0, "00").subarray(0, 20)),
      error: new DecodeError("truncated", 48, "block"),
    },
    {
      name: "the file ends inside a block passed over",
      file: join(section, block(0x0bad, "00").subarray(0, 12)),
      error: new DecodeError("truncated", 40, "block"),
    },
    {
      name: "a block length that is no multiple of four",
      file: join(section, octets("00000006 00000011 00000000")),
      error: new DecodeError("badLength", 28, "block"),
    },
    {
      name: "a block shorter than its own frame",
      file: join(section, octets("00000006 00000008 00000000")),
      error: new DecodeError("badLength", 28, "block"),
    },
    {
      name: "a block longer than the limit",
      file: join(section, octets(`00000006 ${hex32(packetOctetsLimit + 65_540)} 00000000`)),
      error: new DecodeError("tooLong", 28, "block"),
    },
    {
      name: "an interface nobody described",
      file: join(section, lapd, packet(1, "00")),
      error: new DecodeError("badValue", 48, "interface"),
    },
    {
      name: "a packet longer than its block",
      file: join(section, lapd, block(6, `${hex32(0).repeat(3)} 00000009 00000009 00`)),
      error: new DecodeError("badLength", 48, "packet"),
    },
    {
      name: "a byte-order magic that is none",
      file: block(0x0a0d0d0a, "00000000 0001 0000 ffffffff ffffffff"),
      error: new DecodeError("badHeader", 0, "section header"),
    },
  ];
  for (const { name, file, error } of faults) {
    it(`stops at ${name}`, () => {
      expect(read(file)).to.deep.equal([error]);
    });
  }

  it("stops at more interfaces than the limit", () => {
    const found = read(join(section, ...Array.from({ length: interfacesLimit + 1 }, () => lapd)));
    expect(found).to.have.length(1);
    expect(found[0]).to.include({ code: "tooMany" });
  });
});

const filler = new Uint8Array(0x100_0000);
