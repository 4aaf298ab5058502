import { expect } from "chai";
import { DecodeError } from "../../codecs/error.ts";
import { decodeIua } from "../../codecs/iua/index.ts";
import { loadConfig } from "../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { createPinx } from "../../src/pinx.ts";
import { lapdStation } from "../bench/trunks/lapd-station.ts";
import { holds, Load } from "../bench/trunks/load.ts";

const interfaces = [1, 7];
const iua = 'type: iua, interfaces: [1, 7], bind: "127.0.0.1:0"';

async function start(neighbours: string): Promise<Gateway> {
  const loaded = loadConfig(`neighbours: { ${neighbours} }`);
  if (!loaded.ok) throw new Error(loaded.faults.map(({ text }) => text).join("; "));
  return startGateway(loaded.config, { core: createPinx() });
}

const trunkOf = ({ inspect }: Gateway, name: string) => inspect.trunks().find(({ trunk }) => trunk === name);
const portOf = (gateway: Gateway, name: string): number =>
  Number(trunkOf(gateway, name)?.address?.split(":")[1] ?? Number.NaN);
const isUp = (gateway: Gateway): boolean => trunkOf(gateway, "pri")?.condition === "up";

/** The interfaces whose messages a gateway sent and received. */
function interfacesOf({ inspect }: Gateway): ReadonlySet<unknown> {
  return new Set(
    inspect.entries().flatMap((entry) => {
      if (entry.type !== "pdu" || entry.carrier !== "iua") return [];
      const read = decodeIua(entry.octets);
      const isData = !(read instanceof DecodeError) && read.class === 5 && (read.type === 1 || read.type === 2);
      // The integer identifier is the first parameter of QPTM (RFC 4233 3.3.1).
      return isData ? [Buffer.from(entry.octets).readUInt32BE(12)] : [];
    }),
  );
}

describe("two processes behind one signalling gateway, all gateways of ours on SCTP (override)", () => {
  const cleanup: (() => Promise<unknown>)[] = [];
  after(async () => {
    for (const clean of cleanup.reverse()) await clean();
  });

  it("the second takes the traffic of both interfaces over; when it ends the first has it again", async () => {
    const load = new Load();
    const near = 'near: { numbers: ["1xxxx"], trunk: { type: lapd, listen: "127.0.0.1:0", side: network } }';
    const gateway = await start(`${near}, pri: { numbers: ["2xxxx"], trunk: { ${iua}, role: sg, side: network } }`);
    cleanup.push(() => gateway.stop());
    const calls = [0, 0];
    const process = async (index: number): Promise<Gateway> => {
      const peer = `peer: "127.0.0.1:${portOf(gateway, "pri")}"`;
      const pri = `pri: { numbers: ["1xxxx"], trunk: { ${iua}, role: asp, ${peer}, side: user } }`;
      const far = 'far: { numbers: ["2xxxx"], trunk: { type: lapd, listen: "127.0.0.1:0", side: user } }';
      const own = await start(`${pri}, ${far}`);
      const arrival = load.arrival("far");
      const station = await lapdStation("far", portOf(own, "far"), false, (path, frame, at) => {
        if (frame[at + 4] === 0x05) calls[index] = (calls[index] ?? 0) + 1;
        arrival(path, frame, at);
      });
      cleanup.push(async () => station.stop());
      stations.push(station);
      return own;
    };
    const stations: Awaited<ReturnType<typeof lapdStation>>[] = [];
    const station = await lapdStation("near", portOf(gateway, "near"), false, load.arrival("near"));
    cleanup.push(async () => station.stop());
    const first = await process(0);
    cleanup.push(() => first.stop());
    const [far] = stations;
    if (far === undefined) throw new Error("no station");
    load.add({ stations: { near: station, far }, called: { near: "10000", far: "20000" } });
    const some = async (): Promise<void> => {
      for (let call = 0; call < 6; call += 1) load.one("basic", 0, call);
      await load.stop();
    };
    await holds(
      () => station.isUp() && far.isUp() && isUp(gateway) && isUp(first),
      () => "the first process does not come up",
    );
    await some();
    expect(calls).to.deep.equal([6, 0]);
    expect([...interfacesOf(gateway)]).to.have.members(interfaces);

    const second = await process(1);
    await holds(
      () => isUp(second) && !isUp(first) && isUp(gateway) && stations[1]?.isUp() === true,
      () => "the second does not take over",
    );
    await some();
    expect(calls).to.deep.equal([6, 6]);
    expect([...interfacesOf(second)]).to.have.members(interfaces);

    await second.stop();
    await holds(
      () => isUp(first) && isUp(gateway),
      () => "the first does not take the traffic back",
    );
    await some();
    expect(calls).to.deep.equal([12, 6]);
  });
});
