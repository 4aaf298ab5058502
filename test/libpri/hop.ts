import { loadConfig } from "../../gateway/config/load.ts";
import { ends, type Middle, upStates } from "./middle-trunks.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { createPinx } from "../../src/pinx.ts";

/**
 * What is between libpri and the gateway under test: nothing; a gateway with a trunk of that type to that one; or two,
 * so that the second joins two h323 trunks, with media that pass through.
 */
export type Hop = "direct" | Middle | "h323-h323";

/** A gateway that relays between libpri, behind `lapd`, and the gateway under test. */
export interface HopGateway {
  readonly gateway: Gateway;
  stop(): Promise<void>;
  /** Where libpri connects. */
  readonly port: number;
  /** The trunk to libpri as the gateway under test says it, and its states when it can carry calls. */
  readonly trunk: string;
  readonly upStates: readonly string[];
}

export async function startHop(
  hop: Exclude<Hop, "direct">,
  libpriRole: "network" | "user",
  t309: string,
): Promise<HopGateway> {
  const type = hop === "h323-h323" ? "h323" : hop;
  const [own, far] = await ends[type]();
  const side = libpriRole === "network" ? "user" : "network";
  const neighbour = (name: string, numbers: string, trunk: string, media = "external") => `
  ${name}:
    numbers: ["${numbers}"]
    trunk: ${trunk}
    media: ${media}
    callCompletion: { mode: native, dialect: libpri }`;
  const near = `{ type: lapd, listen: "127.0.0.1:0", side: ${side}, t309: ${t309} }`;
  const gateway = await start(`
gateway: { name: hop }
neighbours:${[neighbour("libpri", "2xxx", near), neighbour("gateway", "1xxx", own)].join("")}
`);
  const address = gateway.inspect.trunks().find(({ trunk }) => trunk === "libpri")?.address ?? "";
  const port = Number(address.slice(address.lastIndexOf(":") + 1));
  if (hop !== "h323-h323") return { gateway, port, trunk: far, upStates: upStates[type], stop: () => gateway.stop() };
  const [beyond, end] = await ends[type]();
  const middle = await start(`
gateway: { name: middle }
neighbours:${[neighbour("libpri", "2xxx", far, "through"), neighbour("gateway", "1xxx", beyond, "through")].join("")}
`);
  const stop = async (): Promise<void> => {
    await middle.stop();
    await gateway.stop();
  };
  return { gateway, port, trunk: end, upStates: upStates[type], stop };
}

async function start(text: string): Promise<Gateway> {
  const loaded = loadConfig(text);
  if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text: fault }) => `line ${line}: ${fault}`).join("; "));
  return startGateway(loaded.config, { core: createPinx() });
}
