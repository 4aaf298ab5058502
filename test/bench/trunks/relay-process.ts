import { loadConfig } from "../../../gateway/config/load.ts";
import { startGateway } from "../../../gateway/gateway.ts";
import { createPinx } from "../../../src/pinx.ts";
import { callingPorts, joinedAssociations, joinedPorts } from "./bare-relay.ts";
import { heads } from "./cutter.ts";
import type { Answer, Asked, Ports, RelayOrder } from "./relay-order.ts";

// The relay that is measured, in a process of its own: the gateway or the bare one, as its first argument says.

const order = JSON.parse(process.argv[2] ?? "") as RelayOrder;
tell(order.gateway === undefined ? { ports: await bare(order), victim: 0 } : await gateway(order.gateway));

process.on("message", (asked: Asked) => {
  if (asked === "end") process.exit(0);
  if (asked === "collect") globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  tell({ usage: { processorUs: user + system, rss, used: heapUsed + external } });
});
process.on("disconnect", () => process.exit(0));

async function bare({ type, peers, pairs }: RelayOrder): Promise<readonly Ports[]> {
  const made: Ports[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const of = peers[pair] ?? { near: 0, far: 0 };
    const [near, far] =
      type === "iua"
        ? await joinedAssociations()
        : type === "lapd"
          ? await joinedPorts(heads.lapd)
          : await callingPorts(heads.h323, of.near, of.far);
    made.push({ near, far });
  }
  return made;
}

async function gateway(text: string): Promise<Answer> {
  const loaded = loadConfig(text);
  if (!loaded.ok) throw new Error(loaded.faults.map((fault) => fault.text).join("; "));
  const { inspect } = await startGateway(loaded.config, { core: createPinx() });
  const port = (name: string): number =>
    Number(
      inspect
        .trunks()
        .find(({ trunk }) => trunk === name)
        ?.address?.split(":")[1],
    );
  const ports = Array.from({ length: order.pairs }, (_, pair) => ({
    near: port(`near${pair}`),
    far: port(`far${pair}`),
  }));
  return { ports, victim: port("victim") };
}

function tell(answer: Answer): void {
  process.send?.(answer);
}
