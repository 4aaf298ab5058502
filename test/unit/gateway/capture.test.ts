import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { PcapngReader } from "../../../codecs/trace/pcapng.ts";
import { captureQueuedOctets, startCapture } from "../../../gateway/capture.ts";
import { loadConfig } from "../../../gateway/config/load.ts";
import { noLog } from "../../../gateway/log.ts";
import type { TraceEntry } from "../../../src/trace.ts";

const loaded = loadConfig(`
neighbours:
  east: { numbers: [1xxx], trunk: { type: lapd, connect: "127.0.0.1:5", side: network } }
  home: { numbers: [3xxx], trunk: { type: demo } }
  west: { numbers: [2xxx], trunk: { type: lapd, connect: "127.0.0.1:6", side: user } }
`);
if (!loaded.ok) throw new Error("the configuration of this test is wrong");
const { core } = loaded.config;

const pdu = (at: number, trunk: string, direction: "in" | "out", carrier: "lapd" | "qsig" = "lapd"): TraceEntry => ({
  at,
  type: "pdu",
  trunk,
  channel: "c1",
  direction,
  carrier,
  octets: Uint8Array.of(0, 1, 0x7f),
});

/** What is left of the address. */
const zeros = [0, 0, 0, 0, 0, 0, 0];

describe("capture file", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "qsig-capture-"));
  });
  after(() => rm(folder, { recursive: true }));

  it("holds every LAPD frame with its time, trunk and direction, and nothing else", async () => {
    const path = join(folder, "a.pcapng");
    const capture = await startCapture(path, core, noLog);
    const at = 1_700_000_000_123;
    capture.subscriber(pdu(at, "west", "in"));
    capture.subscriber({ at, type: "alarm", trunk: "west", text: "no frame" });
    capture.subscriber(pdu(at, "home", "in", "qsig"));
    capture.subscriber(pdu(at + 5, "east", "out"));
    await capture.stop();
    const reader = new PcapngReader();
    const packets = [...reader.push(new Uint8Array(await readFile(path))), ...reader.end()];
    const read = packets.map((packet) => {
      if (packet instanceof DecodeError) return packet.code;
      const { time, line, direction, linkType, octets } = packet;
      return { time, line, direction, linkType, header: [...octets.subarray(0, 16)], frame: [...octets.subarray(16)] };
    });
    const header = (packetType: number, network: number) => [0, packetType, 0, 0, 0, 8, network, ...zeros, 0, 0x30];
    const frame = [0, 1, 0x7f];
    expect(read).to.deep.equal([
      { time: at, line: 1, direction: "received", linkType: 177, header: header(0, 0), frame },
      { time: at + 5, line: 0, direction: "sent", linkType: 177, header: header(4, 1), frame },
    ]);
  });

  it("leaves frames out where the disk is too slow, and says so once", async () => {
    const warnings: string[] = [];
    const path = join(folder, "slow.pcapng");
    const capture = await startCapture(path, core, { ...noLog, warn: (text) => warnings.push(text) });
    const long = { ...pdu(1, "east", "in"), octets: new Uint8Array(4096) } as TraceEntry;
    // A packet in the file is a little longer than its frame, and nothing reaches the disk within one turn.
    for (let octets = 0; octets <= 0.9 * captureQueuedOctets; octets += 4096) capture.subscriber(long);
    expect(warnings).to.deep.equal([]);
    for (let octets = 0; octets <= 0.2 * captureQueuedOctets; octets += 4096) capture.subscriber(long);
    expect(warnings).to.deep.equal([`the disk is too slow: frames are missing in ${path}`]);
    await capture.stop();
  });

  it("that cannot be made is refused with its path", async () => {
    const path = join(folder, "none", "a.pcapng");
    const error = await startCapture(path, core, noLog).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(String(error)).to.contain(`cannot write the capture ${path}`);
  });

  it("on a full disk ends with a word to the log, and the gateway goes on", async () => {
    const errors: string[] = [];
    const capture = await startCapture("/dev/full", core, { ...noLog, error: (text) => errors.push(text) });
    while (errors.length === 0) {
      capture.subscriber(pdu(1, "east", "in"));
      await new Promise((resolve) => setImmediate(resolve));
    }
    capture.subscriber(pdu(2, "east", "in"));
    await capture.stop();
    expect(errors.join()).to.contain("the capture /dev/full ends here");
  });
});
