import type { CarrierEvents } from "../../../gateway/trunks/sctp/carrier.ts";
import { ipCarrier } from "../../../gateway/trunks/sctp/ip-carrier.ts";
import { udpCarrier } from "../../../gateway/trunks/sctp/udp-carrier.ts";
import { host, type Wire } from "./attack.ts";
import type { Ground } from "./attack.ts";

/** What carries packets of SCTP: UDP from a port of its own each time, UDP from the port of the peer, or IP. */
export type SctpTransport = "udp" | "udp of the peer" | "ip";

export async function wireOf(
  transport: SctpTransport,
  { sctp, sctpPeer, addresses }: Ground,
  received: (packet: Buffer) => void,
): Promise<Wire> {
  const events: CarrierEvents = { packet: received, fault: () => {} };
  const [gateway, attacker] = addresses;
  const [carrier, to] =
    transport === "ip"
      ? [await ipCarrier({ host: attacker, sctpPort }, events), gateway]
      : [await udpCarrier({ host, port: transport === "udp" ? 0 : sctpPeer }, events), host];
  return {
    sctpPort,
    send: (packet) => new Promise((resolve) => carrier.send(Buffer.from(packet), sctp, to, resolve)),
    close: () => carrier.close(),
  };
}

/** Of both ends, as the gateway has it where its configuration says nothing. */
const sctpPort = 9900;
