import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { causeElement, decodeElements } from "../../codecs/q931/index.ts";
import type { InformationElement, MessageDraft } from "../../codecs/q931/message.ts";
import { CapturePackets } from "../../gateway/capture-packets.ts";
import type { Config } from "../../src/config.ts";
import { requirePeer } from "../peers/require.ts";
import { decodeWithTshark } from "../peers/tshark.ts";
import { TrunkHost } from "../unit/sip/trunk-host.ts";
import { octets } from "../unit/trace/octets.ts";
import { config } from "../unit/trunk/sip-wire.ts";
import { freePort } from "../free-port.ts";

/** A call-independent SETUP with a ccbsRequest, and a Facility element with ccExecPossible (libpri's octets). */
const request = decodeElements(
  octets(
    "a10402a8801801ac1c2e9faa068001008201008b0100a1200201010201283018a006800432303031800433303032" +
      "400504038090a38c01ff6c0600803230303170058033303032",
  ),
);
const bearer = decodeElements(octets("04038090a31803a983816c0600803230303170058033303032"));
const draft = (message: MessageDraft["message"], ...ies: InformationElement[]): MessageDraft => ({ message, ies });

/** tshark takes a request's body into its header text where that has a 0 octet: tshark-differences.md. */
const ofBinaryBodies = "Trailing stray characters";

/** Two trunks of ours on loopback; what the first one's connections carried goes to tshark. */
describe("captures of sip trunks, read by tshark", function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), "qsig-sip-capture-"));
  after(() => rmSync(folder, { recursive: true }));

  for (const profile of ["cisco", "ecma355"] as const) {
    it(`profile ${profile}: QSIG in every body, alone and beside a session description`, async function () {
      requirePeer(this, "tshark");
      const [one, other] = [await freePort(), await freePort()];
      const trunk = (own: number, peer: number) => ({
        ...config(profile),
        ...{ domain: "127.0.0.1", servers: [{ host: "127.0.0.1", port: peer }] },
        listen: { host: "127.0.0.1", port: own },
      });
      const [near, far] = [await TrunkHost.start(trunk(one, other)), await TrunkHost.start(trunk(other, one))];
      try {
        for (const host of [near, far]) host.begin();
        for (const host of [near, far]) await host.event("linkUp");
        await callIndependent(near, far);
        await bearerCall(near, far);
        const neighbour = { name: "east", trunk: trunk(one, other) };
        const packets = new CapturePackets({ name: "gw", neighbours: [neighbour] } as unknown as Config);
        const rows = near.crossed.map((pdu, at) => packets.packet({ at: 1000 + at, ...pdu }) ?? new Uint8Array(0));
        const file = join(folder, `${profile}.pcapng`);
        writeFileSync(file, Buffer.concat([packets.header(), ...rows]));
        const frames = await decodeWithTshark(file);
        const problems = frames.flatMap((frame) => frame.problems).filter((problem) => problem !== ofBinaryBodies);
        expect(problems).to.deep.equal([]);
        const read = frames.filter(({ message }) => message !== null);
        expect(read.map(({ message, operations }) => [message, ...operations].join(" "))).to.deep.equal([
          ...["SETUP ccbsRequest", "CALL PROCEEDING", "CONNECT", "RELEASE", "RELEASE COMPLETE"],
          ...["SETUP", "CALL PROCEEDING", "ALERTING", "CONNECT", "DISCONNECT", "RELEASE"],
          ...(profile === "ecma355" ? ["RELEASE COMPLETE"] : []),
        ]);
        expect(new Set(read.map(({ interface: name }) => name))).to.deep.equal(new Set(["east"]));
      } finally {
        await Promise.all([near.stop(), far.stop()]);
      }
    });
  }
});

async function setUp(near: TrunkHost, far: TrunkHost, ies: readonly InformationElement[]): Promise<[number, number]> {
  const leg = near.bench.machine.openLeg(near.bench) ?? expect.fail("no leg");
  near.send(leg, { message: "SETUP", ies });
  const event = await far.event("setup");
  return [leg, "leg" in event ? event.leg : 0];
}

async function callIndependent(near: TrunkHost, far: TrunkHost): Promise<void> {
  const [leg, other] = await setUp(near, far, request);
  for (const name of ["CALL PROCEEDING", "CONNECT"] as const) {
    far.send(other, draft(name));
    await near.event(name);
  }
  near.send(leg, draft("RELEASE", causeElement(16)));
  await far.event("RELEASE");
  far.send(other, draft("RELEASE COMPLETE", causeElement(16)));
  await near.event("RELEASE COMPLETE");
}

async function bearerCall(near: TrunkHost, far: TrunkHost): Promise<void> {
  const [leg, other] = await setUp(near, far, bearer);
  const sdp = { contentType: "application/sdp", octets: octets("763d300d0a") };
  const kept = { carrier: "sip", part: "beside", headers: [], sdp } as const;
  for (const name of ["CALL PROCEEDING", "ALERTING", "CONNECT"] as const) {
    far.send(other, { ...draft(name), kept });
    await near.event(name);
  }
  near.send(leg, draft("DISCONNECT", causeElement(16)));
  await far.event("DISCONNECT");
  far.send(other, draft("RELEASE", causeElement(16)));
  await near.event("RELEASE");
  near.send(leg, draft("RELEASE COMPLETE", causeElement(16)));
  await far.event("RELEASE COMPLETE");
}
