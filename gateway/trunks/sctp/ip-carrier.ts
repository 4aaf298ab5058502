import type { Socket } from "raw-socket";
import type { Carrier, CarrierEvents } from "./carrier.ts";

export type RawSocket = Pick<
  typeof import("raw-socket"),
  "createSocket" | "AddressFamily" | "SocketLevel" | "SocketOption"
>;

/** RFC 9260 1.2. */
const sctpProtocol = 132;
const headerOctets = 20;
/** An IP packet has no more. */
const longestPacketOctets = 65_535;

/** Those that are open: the package does not hold what waits for its callbacks, and garbage collection takes it. */
const sockets = new Set<Socket>();

/** Every packet to this address, or to any for 0.0.0.0; `sctpPort` is ours. */
export interface IpBinding {
  readonly host: string;
  readonly sctpPort: number;
}

/**
 * SCTP on IP, for PRI gateways that speak nothing else. The raw socket is ours and not the library's, which would open
 * ICMP and a discard service on SCTP port 9 as well. Needs CAP_NET_RAW and the package raw-socket; rejects with what is
 * missing; `load` gives the package. A kernel with SCTP of its own would answer our peers too: its module must not be
 * loaded.
 */
export async function ipCarrier(
  { host, sctpPort }: IpBinding,
  events: CarrierEvents,
  load: () => Promise<RawSocket> = () => import("raw-socket"),
): Promise<Carrier> {
  const raw = await loaded(load);
  const socket = open(raw);
  sockets.add(socket);
  // The package closes it of itself behind an error.
  const closed = new Promise<void>((resolve) => {
    socket.once("close", () => {
      sockets.delete(socket);
      resolve();
    });
  });
  const any = host === "0.0.0.0";
  // We write the IP header, where our address is one that the kernel would not choose.
  if (!any) socket.setOption(raw.SocketLevel.IPPROTO_IP, raw.SocketOption.IP_HDRINCL, 1);
  socket.on("error", (error: Error) => events.fault(error.message));
  socket.on("message", (received: Buffer, address: string) => {
    const start = ((received[0] ?? 0) & 0x0f) << 2;
    // Ports of SCTP are the first four octets.
    if (start < headerOctets || received.length < start + 4) return;
    if (!any && addressAt(received, 16) !== host) return;
    if (received.readUInt16BE(start + 2) !== sctpPort) return;
    // A copy: the package receives the next one where this one stands.
    events.packet(Buffer.from(received.subarray(start)), address, received.readUInt16BE(start));
  });
  return {
    address: host,
    send(packet, _, address, sent) {
      const octets = any ? packet : Buffer.concat([header(host, address, packet.length), packet]);
      socket.send(octets, 0, octets.length, address, (error) => {
        if (error !== null) events.fault(error.message);
        setImmediate(sent);
      });
    },
    close() {
      if (sockets.has(socket)) socket.close();
      return closed;
    },
  };
}

async function loaded(load: () => Promise<RawSocket>): Promise<RawSocket> {
  try {
    return await load();
  } catch (error) {
    throw new Error(
      "transport ip needs the package raw-socket, which is not installed: run npm install raw-socket " +
        `(it compiles: python3, make, g++), or use transport udp (${textOf(error)})`,
    );
  }
}

function open(raw: RawSocket): Socket {
  try {
    return raw.createSocket({
      addressFamily: raw.AddressFamily.IPv4,
      protocol: sctpProtocol,
      bufferSize: longestPacketOctets,
    });
  } catch (error) {
    throw new Error(
      `cannot open a raw socket for SCTP: ${textOf(error)}; ` +
        "run as root or with CAP_NET_RAW (setcap cap_net_raw+ep on node), or use transport udp",
    );
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** IPv4 without options; the kernel fills in identification and checksum (raw(7)). */
function header(from: string, to: string, payload: number): Buffer {
  const timeToLive = 64;
  const length = headerOctets + payload;
  const addresses = [from, to].flatMap((address) => address.split(".").map(Number));
  return Buffer.from([0x45, 0, length >> 8, length & 0xff, 0, 0, 0, 0, timeToLive, sctpProtocol, 0, 0, ...addresses]);
}

function addressAt(packet: Buffer, at: number): string {
  return packet.subarray(at, at + 4).join(".");
}
