import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { CapturePackets } from "../../../gateway/capture-packets.ts";
import { loadConfig } from "../../../gateway/config/load.ts";
import type { TraceEntry } from "../../../src/trace.ts";
import { requirePeer } from "../../peers/require.ts";
import { decodeWithTshark } from "../../peers/tshark.ts";
import { octetsOf } from "../h225/vectors.ts";
import { octets } from "../trace/octets.ts";

const loaded = loadConfig(`
neighbours:
  east: { numbers: [1xxx], trunk: { type: lapd, connect: "127.0.0.1:5", side: network } }
  home: { numbers: [3xxx], trunk: { type: demo } }
  west: { numbers: [2xxx], trunk: { type: h323, peers: ["127.0.0.1:6"] } }
  north: { numbers: [4xxx], trunk: { type: iua, role: sg, interfaces: [1], side: network } }
`);
if (!loaded.ok) throw new Error("the configuration of this test is wrong");
const { core } = loaded.config;

type Pdu = Extract<TraceEntry, { readonly type: "pdu" }>;

const pdu = (
  trunk: string,
  carrier: Pdu["carrier"],
  direction: Pdu["direction"],
  octetsOfIt: Uint8Array,
): TraceEntry => {
  return { at: 1000, type: "pdu", trunk, channel: "c1", direction, carrier, octets: octetsOfIt };
};

/** DATA indication with CONNECT and a ccbsRequest result (iua-vectors.txt). */
const iua = octets(
  "010005020000003c00010008000000010005000800010000000e002308028005071c189faa068001" +
    "008201008b0100a20a0201013005020128300000",
);

describe("packets of a capture", () => {
  it("are none for what no file of packets holds", () => {
    const packets = new CapturePackets(core);
    expect(packets.packet({ at: 1, type: "alarm", trunk: "east", text: "no frame" })).to.equal(undefined);
    expect(packets.packet(pdu("home", "qsig", "in", octets("0802")))).to.equal(undefined);
    expect(packets.packet(pdu("nobody", "lapd", "in", octets("0802")))).to.equal(undefined);
  });

  it("are read by tshark: LAPD, H.225.0 with its tunnel, IUA, several on one channel", async function () {
    requirePeer(this, "tshark");
    const folder = await mkdtemp(join(tmpdir(), "qsig-packets-"));
    try {
      const packets = new CapturePackets(core);
      const entries = [
        pdu("east", "lapd", "out", octets("0001000008020001 5a".replace(" ", ""))),
        pdu("west", "h225", "out", octetsOf("SETUP_CIS")),
        pdu("west", "h225", "in", octetsOf("CALL_PROCEEDING")),
        pdu("west", "h225", "out", octetsOf("FACILITY")),
        pdu("north", "iua", "out", iua),
        pdu("north", "iua", "out", iua),
      ];
      const parts = [packets.header(), ...entries.map((entry) => packets.packet(entry) ?? expect.fail("no packet"))];
      const file = join(folder, "capture.pcapng");
      await writeFile(file, Buffer.concat(parts));
      const frames = await decodeWithTshark(file);
      expect(frames.map(({ interface: name, message, operations }) => [name, message, ...operations])).to.deep.equal([
        ["east", "RELEASE COMPLETE"],
        ["west", "SETUP", "ccbsRequest"],
        ["west", "CALL PROCEEDING"],
        ["west", "FACILITY", "ccExecPossible"],
        ["north", "CONNECT", "ccbsRequest"],
        ["north", "CONNECT", "ccbsRequest"],
      ]);
      expect(frames.flatMap(({ problems }) => problems)).to.deep.equal([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
