import { encodeIua } from "../../../codecs/iua/index.ts";
import { type SctpAssociation, sctpLimits } from "../../../gateway/trunks/sctp/provider.ts";
import { nodeSctpProvider } from "../../../gateway/trunks/sctp/node-sctp.ts";
import { active, aspUp, dataMessage, linkMessage } from "../../../src/trunk/iua-messages.ts";
import { type MessageKey, messages, octetsOf, Template, typeOf } from "./messages.ts";
import { type Arrival, FramePath, type Station, type Templates } from "./path.ts";

/** IUA header, interface identifier, DLCI, and the head of the protocol data (RFC 4233 3). */
const headOctets = 28;
const interfaceIdentifier = 1;

const templates = Object.fromEntries(
  Object.keys(messages).map((key) => {
    const octets = dataMessage("DATA request", interfaceIdentifier, octetsOf(key as MessageKey));
    return [key, new Template(typeOf(key as MessageKey), octets, headOctets + 2)] as const;
  }),
) as unknown as Templates;

/** The class and type of a message. */
const kinds = { data: [0x0501, 0x0502], beat: 0x0303, established: 0x0506 } as const;

class IuaPath extends FramePath {
  association: SctpAssociation | undefined;

  constructor() {
    super(templates);
  }

  say(octets: Uint8Array): void {
    this.association?.send(octets, 0);
  }

  protected write(frame: Uint8Array): void {
    this.association?.send(frame, 1);
  }
}

/** An application server process; `bare`: who answers is another one, so nothing is asked for. */
export async function iuaStation(
  port: number,
  bare: boolean,
  arrival: Arrival,
): Promise<Station & { isUp(): boolean; stop(): Promise<void> }> {
  const local = {
    transport: "udp",
    bind: { host: "127.0.0.1", port: 0 },
    peer: { host: "127.0.0.1", port },
    sctpPort: 9900,
  } as const;
  const provider = await nodeSctpProvider({ ...local, dropped: () => {} }, sctpLimits);
  const path = new IuaPath();
  let isUp = false;
  path.association = provider.connect({
    up() {
      if (bare) isUp = true;
      else {
        path.say(aspUp(undefined));
        path.say(active("ASPAC", [interfaceIdentifier]));
        path.say(linkMessage("ESTABLISH request", interfaceIdentifier));
      }
    },
    message(octets) {
      const kind = ((octets[2] ?? 0) << 8) | (octets[3] ?? 0);
      if (kinds.data.some((each) => each === kind)) arrival(path, octets, headOctets);
      else if (kind === kinds.established) isUp = true;
      else if (kind === kinds.beat) path.say(encodeIua("BEAT ACK", []));
    },
    writable() {},
    down() {
      isUp = false;
    },
  });
  return { path: () => path, isUp: () => isUp, stop: () => provider.stop() };
}
