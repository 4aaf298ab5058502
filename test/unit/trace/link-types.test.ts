import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import type { CapturedPacket } from "../../../codecs/trace/frame.ts";
import { CaptureReader } from "../../../codecs/trace/capture.ts";
import { linuxLapdPacket, unwrapPacket } from "../../../codecs/trace/link-types.ts";
import { pcapngHeader, pcapngPacket } from "../../../codecs/trace/pcapng-writer.ts";
import { octets } from "./octets.ts";

const packet = (linkType: number, hex: string): CapturedPacket => ({
  linkType,
  line: 2,
  octets: octets(hex),
  originalLength: octets(hex).length,
});

describe("link types", () => {
  it("147 is a layer 3 message", () => {
    expect(unwrapPacket(packet(147, "080200015a"))).to.deep.equal({
      layer: "message",
      octets: octets("080200015a"),
      line: "2",
    });
  });

  it("203 is a LAPD frame", () => {
    expect(unwrapPacket(packet(203, "02017f"))).to.deep.equal({ layer: "lapd", octets: octets("02017f"), line: "2" });
  });

  it("177 is a LAPD frame behind a header that tells the direction", () => {
    const header = (type: string): string => `${type} 0000 0008 01000000 00000000 0030`;
    const lapd = { layer: "lapd", octets: octets("02017f"), line: "2" };
    expect(unwrapPacket(packet(177, `${header("0004")} 02017f`))).to.deep.equal({ ...lapd, direction: "sent" });
    expect(unwrapPacket(packet(177, `${header("0000")} 02017f`))).to.deep.equal({ ...lapd, direction: "received" });
  });

  it("177 with a header that is cut or of another protocol stays, with its fault", () => {
    const problems = (hex: string): unknown => (unwrapPacket(packet(177, hex)) as { problems: unknown }).problems;
    expect(problems("0004 0000")).to.deep.equal([new DecodeError("truncated", 4, "header")]);
    expect(problems("0004 0000 0008 01000000 00000000 0800 45")).to.deep.equal([
      new DecodeError("badHeader", 14, "protocol"),
    ]);
  });

  it("reads back what is written for 177, both directions and sides", () => {
    for (const direction of ["sent", "received"] as const) {
      for (const side of ["user", "network"] as const) {
        const written = linuxLapdPacket(octets("02017f"), direction, side);
        expect(unwrapPacket({ linkType: 177, line: 0, octets: written, originalLength: written.length })).to.include({
          direction,
        });
      }
    }
  });

  it("marks a packet that the capture cut, at its end", () => {
    const frame = unwrapPacket({ ...packet(203, "0001 0000 0802"), originalLength: 9 });
    expect(frame).to.have.deep.property("problems", [new DecodeError("truncated", 6, "capture")]);
  });

  it("refuses any other link type by number, and by name where it has one", () => {
    expect(unwrapPacket(packet(139, "00"))).to.deep.equal(
      new DecodeError("unreadableLinkType", 0, "link type 139 (MTP2 with pseudo-header)"),
    );
    expect(unwrapPacket(packet(9999, "00"))).to.deep.equal(new DecodeError("unreadableLinkType", 0, "link type 9999"));
  });

  it("is refused once for each interface of a file, and the others are read", () => {
    const reader = new CaptureReader();
    const parts = [
      pcapngHeader([{ linkType: 139 }, { linkType: 203 }]),
      ...[0, 1, 0, 1].map((line) => pcapngPacket({ time: 0, line, octets: octets("02017f") })),
    ];
    const found = [...parts.flatMap((part) => reader.push(part)), ...reader.end()];
    expect(found.map((one) => (one instanceof DecodeError ? one.code : one.layer))).to.deep.equal([
      "unreadableLinkType",
      "lapd",
      "lapd",
    ]);
  });
});
