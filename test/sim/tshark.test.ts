import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { pcapngHeader, pcapngPacket } from "../../codecs/trace/pcapng-writer.ts";
import { toHex } from "../../codecs/shape.ts";
import { messageText } from "../../src/ladder.ts";
import type { Output } from "../../src/seam.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { requirePeer } from "../peers/require.ts";
import { decodeWithTshark } from "../peers/tshark.ts";

/** Bare Q.931 messages, DLT 147 as decodeWithTshark reads it. */
const bareQ931 = 147;
const seeds = [13, 16, 22, 110];

describe("what simulated gateways send, read by tshark", () => {
  const folder = mkdtempSync(join(tmpdir(), "qsig-simulated-"));
  after(() => rmSync(folder, { recursive: true }));

  it("is known to it by the same names and has nothing to complain of", async function () {
    requirePeer(this, "tshark");
    const sent = distinctMessages();
    const packets = sent.map((octets, index) => pcapngPacket({ time: index, octets }));
    const file = join(folder, "simulated.pcapng");
    writeFileSync(file, Buffer.concat([pcapngHeader([{ linkType: bareQ931 }]), ...packets]));
    const frames = await decodeWithTshark(file);
    expect(frames).to.have.length(sent.length);
    expect(frames.length).to.be.greaterThan(300);
    for (const [index, { message, problems }] of frames.entries()) {
      const ours = messageText(sent[index] ?? new Uint8Array());
      expect(problems, ours).to.deep.equal([]);
      expect(ours.startsWith(message ?? "no message"), `${ours} is ${message} to tshark`).to.equal(true);
    }
    const operations = new Set(frames.flatMap((frame) => frame.operations));
    const cc = ["ccbsRequest", "ccnrRequest", "ccExecPossible", "ccRingout", "ccCancel", "ccSuspend", "ccResume"];
    expect([...operations]).to.include.members([...cc, "ccPathReserve"]);
  });
});

/** Layer-3 messages that differ, of some worlds. */
function distinctMessages(): Uint8Array[] {
  const found = new Map<string, Uint8Array>();
  const onStep = (_node: number, outputs: readonly Output[]) => {
    for (const output of outputs) {
      if (output.type !== "trace" || output.entry.type !== "message" || output.entry.direction !== "out") continue;
      found.set(toHex(output.entry.octets), output.entry.octets);
    }
  };
  for (const seed of seeds) simulate(seed, { hours: 0.05, onStep });
  return [...found.values()];
}
