import { linuxLapdPacket } from "../codecs/trace/link-types.ts";
import { pcapngHeader, pcapngPacket } from "../codecs/trace/pcapng-writer.ts";
import type { Config, NeighbourConfig } from "../src/config.ts";
import type { Channel, Trunk } from "../src/ids.ts";
import type { TraceEntry } from "../src/trace.ts";

type PduEntry = Extract<TraceEntry, { readonly type: "pdu" }>;

/** LINKTYPE_LINUX_LAPD keeps the direction of a LAPD frame; LINKTYPE_RAW begins with IP. */
const linkTypes = { linuxLapd: 177, ip: 101 } as const;

/**
 * What crosses the trunks as a pcapng that tshark opens: LAPD as it is, H.225.0, SIP and IUA inside an IP of our
 * making, with the registered ports. Whoever holds it holds the numbers of callers.
 */
export class CapturePackets {
  readonly #name: string;
  readonly #neighbours: readonly NeighbourConfig[];
  /** Octets sent so far on each channel, each way: TCP and SCTP count. */
  readonly #sent = new Map<string, number>();
  readonly #channels = new Map<string, number>();

  constructor({ name, neighbours }: Config) {
    this.#name = name;
    this.#neighbours = neighbours.filter(({ trunk }) => trunk.type !== "demo");
  }

  /** One interface a trunk, with its name. */
  header(): Uint8Array {
    const interfaces = this.#neighbours.map(({ name, trunk }) => ({
      linkType: trunk.type === "lapd" ? linkTypes.linuxLapd : linkTypes.ip,
      name,
    }));
    return pcapngHeader(interfaces, `qsig-gateway ${this.#name}`);
  }

  /** undefined: nothing that such a file holds. */
  packet(entry: TraceEntry): Uint8Array | undefined {
    if (entry.type !== "pdu") return undefined;
    const line = this.#neighbours.findIndex(({ name }) => name === entry.trunk);
    const octets = this.#framed(entry, this.#neighbours[line]);
    const direction = entry.direction === "in" ? "received" : "sent";
    return octets && pcapngPacket({ time: entry.at, line, direction, octets });
  }

  #framed(entry: PduEntry, neighbour: NeighbourConfig | undefined): Uint8Array | undefined {
    if (neighbour === undefined) return undefined;
    const { trunk } = neighbour;
    switch (entry.carrier) {
      case "lapd":
        if (trunk.type !== "lapd") return undefined;
        return linuxLapdPacket(entry.octets, entry.direction === "in" ? "received" : "sent", trunk.side);
      case "h225":
        return ip(entry, 6, this.#tcp(entry, 1720, tpkt(entry.octets)));
      case "iua":
        return ip(entry, 132, this.#sctp(entry));
      case "sip":
        return ip(entry, 6, this.#tcp(entry, 5060, entry.octets));
      case "qsig":
        return undefined;
      default:
        return entry.carrier satisfies never;
    }
  }

  /** Our port is that of the channel, the peer's the registered one. */
  #tcp({ trunk, channel, direction }: PduEntry, registered: number, payload: Uint8Array): Uint8Array {
    const sequence = this.#count(`${trunk}/${channel}/${direction}`, payload.length) + 1;
    const own = this.#port(trunk, channel);
    const ends = direction === "out" ? [own, registered] : [registered, own];
    const pushAcknowledge = 0x18;
    const head = [...ends.flatMap(word), ...long(sequence), ...long(1), 0x50, pushAcknowledge, 0xff, 0xff, 0, 0, 0, 0];
    return joined(head, payload);
  }

  /**
   * One DATA chunk, payload protocol IUA (RFC 4233 1.5.1). Each association has a port of its own at the peer: a reader
   * would take equal TSNs of two on the same ports for a retransmission, and not look into it.
   */
  #sctp({ trunk, channel, direction, octets }: PduEntry): Uint8Array {
    const tsn = this.#count(`${trunk}/${channel}/${direction}`, 1) + 1;
    const length = 16 + octets.length;
    const [wholeOrdered, iua, stream] = [3, 1, 0];
    const peer = this.#port(trunk, channel);
    const ends = direction === "out" ? [9900, peer] : [peer, 9900];
    return Uint8Array.of(
      ...[...ends.flatMap(word), ...long(peer), 0, 0, 0, 0],
      ...[0, wholeOrdered, ...word(length), ...long(tsn), ...word(stream), ...word(tsn - 1), ...long(iua), ...octets],
      ...Array.from({ length: -length & 3 }, () => 0),
    );
  }

  #count(key: string, by: number): number {
    const before = this.#sent.get(key) ?? 0;
    this.#sent.set(key, before + by);
    return before;
  }

  /** Each channel looks like a connection of its own. */
  #port(trunk: Trunk, channel: Channel): number {
    const key = `${trunk}/${channel}`;
    const known = this.#channels.get(key);
    if (known !== undefined) return known;
    const port = 49_152 + (this.#channels.size % 16_384);
    this.#channels.set(key, port);
    return port;
  }
}

/** IPv4 between addresses for documentation (RFC 5737): 192.0.2.1 is the gateway. */
function ip({ direction }: PduEntry, protocol: number, payload: Uint8Array): Uint8Array {
  const [ours, theirs] = [
    [192, 0, 2, 1],
    [192, 0, 2, 2],
  ] as const;
  const addresses = direction === "out" ? [...ours, ...theirs] : [...theirs, ...ours];
  return Uint8Array.of(0x45, 0, ...word(20 + payload.length), 0, 0, 0, 0, 64, protocol, 0, 0, ...addresses, ...payload);
}

/** RFC 1006. */
function tpkt(octets: Uint8Array): Uint8Array {
  return joined([3, 0, ...word(octets.length + 4)], octets);
}

function joined(head: readonly number[], rest: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head.length + rest.length);
  whole.set(head);
  whole.set(rest, head.length);
  return whole;
}

const word = (value: number): number[] => [(value >>> 8) & 0xff, value & 0xff];
const long = (value: number): number[] => [...word(value >>> 16), ...word(value)];
