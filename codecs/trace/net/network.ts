import type { Mutable } from "../../ber/codec.ts";
import { DecodeError } from "../../error.ts";
import type { TraceFrame } from "../frame.ts";
import { itemOf, type Sender, type TraceItem } from "../message.ts";
import { Fragments, type Joined } from "./fragments.ts";
import type { WaitingBudget } from "./in-order.ts";
import { type Datagram, protocolNumbers, readDatagram, uint16 } from "./ip.ts";
import type { Carried } from "./measure.ts";
import { itemsOf } from "./messages.ts";
import { SctpDirection, type SctpMessage } from "./sctp.ts";
import { type Carriage, SignallingStream } from "./signalling-stream.ts";
import { isSipStart } from "./sip.ts";
import { readSegment, TcpDirection } from "./tcp.ts";
import { sameOctets } from "../../same-octets.ts";

/** Directions of connections followed at a time; past it the one that was silent longest is given up. */
export const flowsLimit = 4096;

/** SIP over UDP repeats its messages (RFC 3261 17): so many of the last ones are known again. */
export const repeatedDatagramsLimit = 64;

/** www.iana.org/assignments/service-names-port-numbers: SCTP in UDP (RFC 6951). */
const sctpTunnelPort = 9899;

/** www.iana.org/assignments/sctp-parameters: what a user message of SCTP holds. */
const payloadProtocols: ReadonlyMap<number, Carried> = new Map([
  [1, "iua"],
  [13, "h225"],
]);

interface Flow {
  readonly sender: Sender;
  readonly tcp?: TcpDirection<Carriage>;
  readonly sctp?: SctpDirection;
  /** Of the frame that came last: what is given up has it too. */
  time: number | undefined;
}

type Found = Carriage | SctpMessage | DecodeError;

/** Follows TCP, SCTP and UDP through a trace: IP packets in, the messages they carried out, each once. */
export class Network {
  readonly #budget: WaitingBudget = { octets: 0 };
  /** By protocol, addresses and ports; in the order of their last packet. */
  readonly #flows = new Map<string, Flow>();
  readonly #fragments = new Fragments();
  readonly #datagrams: { readonly flow: string; readonly octets: Uint8Array }[] = [];

  /** The messages that this frame completes; one item without a message where it completes none. */
  follow(frame: TraceFrame): TraceItem[] {
    const datagram = readDatagram(frame.octets);
    if (datagram instanceof DecodeError) return [withoutMessage(frame, "IP", [datagram])];
    if (datagram.fragment === undefined) return this.#read(frame, datagram);
    const items = this.#fragments.put(datagram, frame.time).flatMap((found) => this.#readJoined(found, frame));
    return items.length > 0 ? items : [withoutMessage(frame, "IP fragment", [])];
  }

  /** What was incomplete when the trace ended. */
  end(): TraceItem[] {
    const items = this.#fragments.end().flatMap((found) => this.#readJoined(found, noFrame));
    for (const flow of this.#flows.values()) items.push(...giveUp(flow));
    this.#flows.clear();
    return items;
  }

  #readJoined(found: Joined | DecodeError, frame: TraceFrame): TraceItem[] {
    if (found instanceof DecodeError) return [withoutMessage(frame, "IP fragment", [found])];
    const { datagram, time } = found;
    const { octets } = datagram;
    return this.#read(frameAt(octets, time), datagram);
  }

  #read(frame: TraceFrame, datagram: Datagram): TraceItem[] {
    const read = transports.get(datagram.protocol);
    if (!read) return [withoutMessage(frame, "IP", [])];
    const items = read.read(this, frame, datagram);
    return items.length > 0 ? items : [withoutMessage(frame, read.name, [])];
  }

  readTcp(frame: TraceFrame, datagram: Datagram): TraceItem[] {
    const segment = readSegment(datagram.octets, datagram.length);
    if (segment instanceof DecodeError) return [withoutMessage(frame, "TCP", [segment])];
    const ports = portsOf(datagram.octets);
    const [key, before] = this.#flowOf("tcp", datagram, ports);
    const tcp = before?.tcp ?? new TcpDirection(this.#budget, new SignallingStream(this.#budget));
    const flow = before ?? { tcp, sender: senderOf(datagram, ports), time: frame.time };
    const items = this.#keep(key, flow, frame);
    return [...items, ...foundItems(tcp.push(segment), flow, frame)];
  }

  readSctp(frame: TraceFrame, datagram: Datagram): TraceItem[] {
    if (datagram.octets.length < 4)
      return [withoutMessage(frame, "SCTP", [new DecodeError("truncated", datagram.octets.length, "SCTP")])];
    const ports = portsOf(datagram.octets);
    const [key, before] = this.#flowOf("sctp", datagram, ports);
    const sctp = before?.sctp ?? new SctpDirection(this.#budget);
    const flow = before ?? { sctp, sender: senderOf(datagram, ports), time: frame.time };
    const items = this.#keep(key, flow, frame);
    return [...items, ...foundItems(sctp.push(datagram.octets), flow, frame)];
  }

  readUdp(frame: TraceFrame, datagram: Datagram): TraceItem[] {
    // Source and destination port, length, check sequence (RFC 768).
    if (datagram.octets.length < 8) return [];
    const ports = portsOf(datagram.octets);
    const octets = datagram.octets.subarray(8);
    const inner = { ...datagram, octets, length: datagram.length - 8 };
    if (ports.source === sctpTunnelPort || ports.destination === sctpTunnelPort) return this.readSctp(frame, inner);
    if (!isSipStart(octets)) return [];
    const flow = keyOf("udp", datagram, ports);
    if (this.#isRepeated(flow, octets)) return [];
    const carriage: Carriage = { carrier: "sip", octets, isWhole: octets.length >= inner.length };
    return foundItems([carriage], { sender: senderOf(datagram, ports) }, frame);
  }

  #isRepeated(flow: string, octets: Uint8Array): boolean {
    if (this.#datagrams.some((before) => before.flow === flow && sameOctets(before.octets, octets))) return true;
    this.#datagrams.push({ flow, octets: octets.slice() });
    if (this.#datagrams.length > repeatedDatagramsLimit) this.#datagrams.shift();
    return false;
  }

  #flowOf(name: string, datagram: Datagram, ports: Ports): [string, Flow | undefined] {
    const key = keyOf(name, datagram, ports);
    return [key, this.#flows.get(key)];
  }

  /** Puts the flow behind all others; gives what had to make room for it. */
  #keep(key: string, flow: Flow, frame: TraceFrame): TraceItem[] {
    flow.time = frame.time;
    this.#flows.delete(key);
    this.#flows.set(key, flow);
    if (this.#flows.size <= flowsLimit) return [];
    const [oldest] = this.#flows;
    if (oldest === undefined) return [];
    this.#flows.delete(oldest[0]);
    return giveUp(oldest[1]);
  }
}

interface Transport {
  readonly name: string;
  read(network: Network, frame: TraceFrame, datagram: Datagram): TraceItem[];
}

/** ONE table: what IP carries that is followed. */
const transports: ReadonlyMap<number, Transport> = new Map([
  [protocolNumbers.tcp, { name: "TCP", read: (network, frame, datagram) => network.readTcp(frame, datagram) }],
  [protocolNumbers.udp, { name: "UDP", read: (network, frame, datagram) => network.readUdp(frame, datagram) }],
  [protocolNumbers.sctp, { name: "SCTP", read: (network, frame, datagram) => network.readSctp(frame, datagram) }],
] as const satisfies [number, Transport][]);

const nothing = new Uint8Array(0);

/** What ends a trace has no frame of its own. */
const noFrame: TraceFrame = { layer: "ip", octets: nothing };

interface Ports {
  readonly source: number;
  readonly destination: number;
}

/** TCP, UDP and SCTP begin with both ports. */
function portsOf(octets: Uint8Array): Ports {
  return { source: uint16(octets, 0), destination: uint16(octets, 2) };
}

function keyOf(name: string, { source, destination }: Datagram, ports: Ports): string {
  return `${name} ${source}:${ports.source}>${destination}:${ports.destination}`;
}

/** Hosts, not ports: either may open connections to the other. Only within one host the ports tell the ends apart. */
function senderOf({ source, destination }: Datagram, ports: Ports): Sender {
  if (source !== destination) return { self: source, peer: destination };
  return { self: `${source}:${ports.source}`, peer: `${destination}:${ports.destination}` };
}

function giveUp(flow: Flow): TraceItem[] {
  const found = [...(flow.tcp?.end() ?? []), ...(flow.sctp?.end() ?? [])];
  flow.tcp?.drop();
  flow.sctp?.drop();
  return foundItems(found, flow, frameAt(nothing, flow.time));
}

function foundItems(found: readonly Found[], { sender }: Pick<Flow, "sender">, frame: TraceFrame): TraceItem[] {
  const items: Mutable<TraceItem>[] = [];
  for (const each of found) {
    if (each instanceof DecodeError) items.push(withoutMessage(frame, "SCTP", [each]));
    else items.push(...carriedItems(each, sender, frame.time));
  }
  return items;
}

/** That the capture cut the packet is a fault of the messages in it, where it has any: only its time is theirs. */
function carriedItems(found: Carriage | SctpMessage, sender: Sender, time: number | undefined): Mutable<TraceItem>[] {
  const carriage = "carrier" in found ? found : carriageOf(found);
  if (!carriage) return [];
  const { carrier, octets, isWhole } = carriage;
  const frame = frameAt(octets, time);
  const items = isWhole ? itemsOf(carrier, octets, frame) : [itemOf(frame, carrier, "none", octets)];
  for (const item of items) {
    item.sender = sender;
    if (!isWhole) item.problems = [new DecodeError("octetsLost", octets.length)];
  }
  return items;
}

function carriageOf({ payloadProtocol, octets, isWhole }: SctpMessage): Carriage | undefined {
  const carrier = payloadProtocols.get(payloadProtocol);
  return carrier && { carrier, octets, isWhole };
}

function withoutMessage(frame: TraceFrame, name: string, problems: readonly DecodeError[]): Mutable<TraceItem> {
  const item = itemOf(frame, "none", "none", frame.octets);
  item.frame = name;
  item.problems = problems;
  return item;
}

function frameAt(octets: Uint8Array, time: number | undefined): TraceFrame {
  return time === undefined ? { layer: "ip", octets } : { layer: "ip", octets, time };
}
