import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { pcapngHeader, pcapngPacket } from "../../codecs/trace/pcapng-writer.ts";
import { requirePeer } from "./require.ts";
import { decodeWithTshark } from "./tshark.ts";

/** The oracle itself: it must read what is right and complain of what is wrong. */
describe("tshark", () => {
  let folder: string;

  before(async function () {
    requirePeer(this, "tshark");
    folder = await mkdtemp(join(tmpdir(), "qsig-tshark-"));
  });

  after(() => (folder === undefined ? undefined : rm(folder, { recursive: true })));

  for (const [linkType, header] of [
    [147, ""],
    [177, "00000000000000000000000000000030"],
    [203, ""],
  ] as const) {
    it(`names messages and operations, link type ${linkType}`, async () => {
      const layer2 = linkType === 147 ? "" : "00010000";
      const frames = await decode(linkType, [header + layer2 + ccbsRequestSetup, header + layer2 + rejection]);
      expect(frames).to.deep.equal([
        {
          interface: "trunk",
          message: "SETUP",
          callReference: 2,
          operations: ["ccbsRequest", "callingName"],
          errors: [],
          problems: [],
        },
        {
          interface: "trunk",
          message: "RELEASE",
          callReference: 2,
          operations: [],
          errors: ["shortTermRejection"],
          problems: [],
        },
      ]);
    });
  }

  it("prints a frame without a layer-3 message", async () => {
    expect(await decode(203, ["00017f"])).to.deep.equal([
      { interface: "trunk", message: null, callReference: null, operations: [], errors: [], problems: [] },
    ]);
  });

  it("says what is wrong: a component cut short, an argument of the wrong type", async () => {
    const [cutShort, wrongType] = await decode(147, [
      ccbsRequestSetup.slice(0, 40),
      ccbsRequestSetup.replace("3022a00ba509", "0422a00ba509"),
    ]);
    expect(cutShort?.problems).to.include("Malformed Packet (Exception occurred)");
    expect(wrongType?.problems.join()).to.match(/BER Error/);
  });

  async function decode(linkType: number, frames: readonly string[]) {
    const file = join(folder, `${linkType}.pcapng`);
    const packets = frames.map((hex, time) => pcapngPacket({ time, octets: Uint8Array.from(Buffer.from(hex, "hex")) }));
    await writeFile(file, Buffer.concat([pcapngHeader([{ linkType, name: "trunk" }]), ...packets]));
    return decodeWithTshark(file);
  }
});

/** SETUP with ccbsRequest and callingName as libpri 1.6 sends it: flow F1 of the captures the vectors come from. */
const ccbsRequestSetup =
  "08020002050402a8801801ac1c389faa068001008201008b0101a12a0201020201283022a00ba5090a0100120431303031" +
  "a5090a0100120432303031400504038090a3" +
  "8d01011c1b9faa068001008201008b0100a10d0201030201008005416c6963656c0609833130303170058932303031";
/** RELEASE with returnError shortTermRejection, flow F5. */
const rejection = "080280024d080281901c159faa068001008201008b0100a307020102020203f2";
