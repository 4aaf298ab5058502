import net from "node:net";
import { loadConfig } from "../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { createPinx } from "../../src/pinx.ts";

/** What is between libpri and the gateway under test: nothing, or a gateway with a trunk of this type to that one. */
export type Hop = "direct" | "h323";

/** A gateway that relays between libpri, behind `lapd`, and the gateway under test. */
export interface HopGateway {
  readonly gateway: Gateway;
  /** Where libpri connects. */
  readonly port: number;
  /** The trunk to libpri as the gateway under test says it. */
  readonly trunk: string;
}

export async function startHop(libpriRole: "network" | "user", t309: string): Promise<HopGateway> {
  const [own, far] = [await freeTcpPort(), await freeTcpPort()];
  const side = libpriRole === "network" ? "user" : "network";
  const neighbour = (name: string, numbers: string, trunk: string) => `
  ${name}:
    numbers: ["${numbers}"]
    trunk: { ${trunk} }
    media: external
    callCompletion: { mode: native, dialect: libpri }`;
  const loaded = loadConfig(`
gateway: { name: hop }
neighbours:${neighbour("libpri", "2xxx", `type: lapd, listen: "127.0.0.1:0", side: ${side}, t309: ${t309}`)}${neighbour(
    "gateway",
    "1xxx",
    h323(own, far),
  )}
`);
  if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text }) => `line ${line}: ${text}`).join("; "));
  const gateway = await startGateway(loaded.config, { core: createPinx() });
  const address = gateway.inspect.trunks().find(({ trunk }) => trunk === "libpri")?.address ?? "";
  const port = Number(address.slice(address.lastIndexOf(":") + 1));
  return { gateway, port, trunk: `{ ${h323(far, own)} }` };
}

function h323(own: number, peer: number): string {
  return `type: h323, listen: "127.0.0.1:${own}", peers: ["127.0.0.1:${peer}"]`;
}

/** A port that was free a moment ago: each of two gateways has to know the other's before it starts. */
export async function freeTcpPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
