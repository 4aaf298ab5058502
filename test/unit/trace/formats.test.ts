import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { AutoReader, recognitionOctetsLimit } from "../../../codecs/trace/formats.ts";
import type { TraceFrame } from "../../../codecs/trace/frame.ts";
import { pcapngHeader, pcapngPacket } from "../../../codecs/trace/pcapng-writer.ts";
import { ascii, octets } from "./octets.ts";

type Found = (TraceFrame | DecodeError)[];

function read(whole: Uint8Array, chunk = Number.POSITIVE_INFINITY): Found {
  const reader = new AutoReader();
  const found: Found = [];
  for (let at = 0; at < whole.length; at += chunk) found.push(...reader.push(whole.subarray(at, at + chunk)));
  return [...found, ...reader.end()];
}

const message = octets("080200015a");
const pri = `a line of another program
< Protocol Discriminator: Q.931 (8)  len=5
< Call Ref: len= 2 (reference 1/0x1) (Originator)
< Message type: RELEASE COMPLETE (90)
`;

describe("formats told apart", () => {
  const samples: { name: string; file: Uint8Array }[] = [
    {
      name: "pcapng",
      file: new Uint8Array(
        Buffer.concat([pcapngHeader([{ linkType: 147 }]), pcapngPacket({ time: 0, octets: message })]),
      ),
    },
    {
      name: "pcap, big endian",
      file: octets(
        "a1b2c3d4 0002 0004 00000000 00000000 0000ffff 00000093 00000000 00000000 00000005 00000005 080200015a",
      ),
    },
    {
      name: "pcap, little endian",
      file: octets(
        "d4c3b2a1 0200 0400 00000000 00000000 ffff0000 93000000 00000000 00000000 05000000 05000000 080200015a",
      ),
    },
    { name: "hex", file: ascii("# a comment\n\n0802 0001 5a\n") },
    { name: "hex without a line end", file: ascii("080200015a") },
    { name: "pri debug", file: ascii(pri) },
  ];
  for (const { name, file } of samples) {
    it(`reads ${name}, in one piece and octet by octet`, () => {
      const found = read(file);
      expect(found.map((frame) => (frame as TraceFrame).octets)).to.deep.equal([message]);
      expect(read(file, 1)).to.deep.equal(found);
    });
  }

  it("gives the reader all that came before the line that shows the format", () => {
    expect(read(ascii("no hex\n08020001 5a\n"))).to.have.length(2);
  });

  it("finds nothing in nothing", () => {
    expect(read(new Uint8Array(0))).to.deep.equal([]);
  });

  for (const text of ["\n", "a face, a bead\n", "dead beef\n", "PK\x03\x04"]) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(read(ascii(text))).to.deep.equal([new DecodeError("notATrace", 0)]);
    });
  }

  it("refuses a text that shows nothing within the limit, and stops reading", () => {
    const reader = new AutoReader();
    const chunk = ascii("nothing of ours\n".repeat(4096));
    const found: Found = [];
    for (let sent = 0; sent < recognitionOctetsLimit; sent += chunk.length) found.push(...reader.push(chunk));
    expect(found).to.deep.equal([new DecodeError("notATrace", 0)]);
    expect(reader.push(ascii(pri))).to.deep.equal([]);
    expect(reader.end()).to.deep.equal([]);
  });
});
