import { loadConfig } from "../../gateway/config/load.ts";
import { freePort } from "../free-port.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { createPinx } from "../../src/pinx.ts";

/**
 * What is between libpri and the gateway under test: nothing; a gateway with an h323 trunk to that one; or two, so that
 * the second joins two h323 trunks, with media that pass through.
 */
export type Hop = "direct" | "h323" | "h323-h323";

/** A gateway that relays between libpri, behind `lapd`, and the gateway under test. */
export interface HopGateway {
  readonly gateway: Gateway;
  stop(): Promise<void>;
  /** Where libpri connects. */
  readonly port: number;
  /** The trunk to libpri as the gateway under test says it. */
  readonly trunk: string;
}

export async function startHop(
  hop: Exclude<Hop, "direct">,
  libpriRole: "network" | "user",
  t309: string,
): Promise<HopGateway> {
  const ports = await Promise.all(Array.from({ length: 4 }, () => freePort()));
  const [own = 0, far = 0, beyond = 0, end = 0] = ports;
  const side = libpriRole === "network" ? "user" : "network";
  const neighbour = (name: string, numbers: string, trunk: string, media = "external") => `
  ${name}:
    numbers: ["${numbers}"]
    trunk: { ${trunk} }
    media: ${media}
    callCompletion: { mode: native, dialect: libpri }`;
  const gateway = await start(`
gateway: { name: hop }
neighbours:${neighbour("libpri", "2xxx", `type: lapd, listen: "127.0.0.1:0", side: ${side}, t309: ${t309}`)}${neighbour(
    "gateway",
    "1xxx",
    h323(own, far),
  )}
`);
  const address = gateway.inspect.trunks().find(({ trunk }) => trunk === "libpri")?.address ?? "";
  const port = Number(address.slice(address.lastIndexOf(":") + 1));
  if (hop === "h323") return { gateway, port, trunk: `{ ${h323(far, own)} }`, stop: () => gateway.stop() };
  const middle = await start(`
gateway: { name: middle }
neighbours:${[
    neighbour("libpri", "2xxx", h323(far, own), "through"),
    neighbour("gateway", "1xxx", h323(beyond, end), "through"),
  ].join("")}
`);
  const stop = async (): Promise<void> => {
    await middle.stop();
    await gateway.stop();
  };
  return { gateway, port, trunk: `{ ${h323(end, beyond)} }`, stop };
}

async function start(text: string): Promise<Gateway> {
  const loaded = loadConfig(text);
  if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text: fault }) => `line ${line}: ${fault}`).join("; "));
  return startGateway(loaded.config, { core: createPinx() });
}

function h323(own: number, peer: number): string {
  return `type: h323, listen: "127.0.0.1:${own}", peers: ["127.0.0.1:${peer}"]`;
}
