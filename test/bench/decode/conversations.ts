import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromHex } from "../../../codecs/index.ts";
import type { Random } from "../../../src/simulation/random.ts";
import { root } from "../../root.ts";
import { ethernet, iuaData, sctpData, sctpEnds, sctpSack, tcp, tcpEnds } from "./packets.ts";

export interface GeneratedPacket {
  /** The interface of the capture: a trunk, or the Ethernet. */
  readonly line: number;
  readonly octets: Uint8Array;
}

export type Conversation = Iterator<GeneratedPacket>;

/** LAPD trunks of the capture; the interface behind them is the Ethernet. */
export const trunks = 8;
export const ethernetLine = trunks;

/** One end of a data link; the number counts as it sends. */
interface LapdEnd {
  ns: number;
}

/** One message of a call and who sends it: 0 has made the call. */
interface Step {
  readonly from: 0 | 1;
  readonly octets: Uint8Array;
}

/** ONE table: of how many in a hundred calls each carrier has. */
const shares = { lapd: 60, iua: 15, h225OverSctp: 10, h225OverTcp: 15 } as const;

/** SCTP payload protocols: RFC 4233 and the IANA registry. */
const payloadProtocols = { iua: 1, h323: 13 } as const;

/** A segment of TCP in so many is cut in two. */
const oneInCut = 8;

/** Calls made of this project's own flows, each with a call reference, a port or sequence numbers of its own. */
export class Conversations {
  private readonly random: Random;
  private readonly flows: readonly (readonly Step[])[] = readFlows();
  private readonly h225: readonly Step[] = readH225();
  private readonly lapd = Array.from({ length: trunks }, (): [LapdEnd, LapdEnd] => [{ ns: 0 }, { ns: 0 }]);
  private readonly associations = Array.from({ length: 4 }, (_, index) => sctpEnds(index));
  private calls = 0;

  constructor(random: Random) {
    this.random = random;
  }

  next(): Conversation {
    const call = this.calls;
    this.calls += 1;
    const drawn = this.random.below(100);
    if (drawn < shares.lapd) return this.lapdCall(call);
    if (drawn < shares.lapd + shares.iua) return this.iuaCall(call);
    return drawn < 100 - shares.h225OverTcp ? this.h225OverSctp() : this.h225OverTcp(call);
  }

  /** The messages of a flow with the call reference of this call. */
  private flow(call: number): Step[] {
    const reference = 1 + (call % 0x7ffe);
    return this.random.pick(this.flows).map(({ from, octets }) => {
      const own = octets.slice();
      own[2] = ((own[2] ?? 0) & 0x80) | (reference >> 8);
      own[3] = reference & 0xff;
      return { from, octets: own };
    });
  }

  private *lapdCall(call: number): Generator<GeneratedPacket> {
    const line = this.random.below(trunks);
    const ends = this.lapd[line] as [LapdEnd, LapdEnd];
    for (const { from, octets } of this.flow(call)) {
      const [own, other] = ordered(ends, from);
      // The network side has made the call: C/R 1 in its commands, 0 in those of the user side (Q.921 3.3.2).
      const address = [from === 0 ? 0x02 : 0x00, 0x01];
      const frame = new Uint8Array(4 + octets.length);
      frame.set([...address, own.ns << 1, other.ns << 1]);
      frame.set(octets, 4);
      own.ns = (own.ns + 1) % 128;
      yield { line, octets: frame };
      yield { line, octets: Uint8Array.of(...address, 0x01, own.ns << 1) };
    }
  }

  private *iuaCall(call: number): Generator<GeneratedPacket> {
    for (const { from, octets } of this.flow(call))
      yield* this.overSctp(from, iuaData(octets, from), payloadProtocols.iua);
  }

  private *h225OverSctp(): Generator<GeneratedPacket> {
    for (const { from, octets } of this.h225) yield* this.overSctp(from, octets.subarray(4), payloadProtocols.h323);
  }

  private *overSctp(from: 0 | 1, payload: Uint8Array, protocol: number): Generator<GeneratedPacket> {
    const ends = this.random.pick(this.associations);
    const [own, other] = ordered(ends, from);
    yield { line: ethernetLine, octets: ethernet(sctpData(own, other, payload, protocol)) };
    yield { line: ethernetLine, octets: ethernet(sctpSack(other, own)) };
  }

  private *h225OverTcp(call: number): Generator<GeneratedPacket> {
    const ends = tcpEnds(call, this.random);
    const send = (from: 0 | 1, flags: number, payload: Uint8Array = none): GeneratedPacket => {
      const [own, other] = ordered(ends, from);
      return { line: ethernetLine, octets: ethernet(tcp(own, other, flags, payload)) };
    };
    yield send(0, flags.syn);
    yield send(1, flags.syn | flags.ack);
    yield send(0, flags.ack);
    for (const { from, octets } of this.h225) {
      const cut = this.random.below(oneInCut) === 0 ? 1 + this.random.below(octets.length - 1) : octets.length;
      yield send(from, flags.ack | flags.push, octets.subarray(0, cut));
      if (cut < octets.length) yield send(from, flags.ack | flags.push, octets.subarray(cut));
      yield send(from === 0 ? 1 : 0, flags.ack);
    }
    yield send(0, flags.fin | flags.ack);
    yield send(1, flags.fin | flags.ack);
    yield send(0, flags.ack);
  }
}

const none = new Uint8Array(0);
const flags = { fin: 0x01, syn: 0x02, push: 0x08, ack: 0x10 } as const;

function ordered<End>([first, second]: readonly [End, End], from: 0 | 1): readonly [own: End, other: End] {
  return from === 0 ? [first, second] : [second, first];
}

/** Lines `flow step sender hex`, whole flows in a row. */
function readFlows(): Step[][] {
  const flows = new Map<string, Step[]>();
  for (const line of linesOf("flows.txt")) {
    const [name = "", , sender, hex = ""] = line.split(" ");
    const steps = flows.get(name) ?? [];
    steps.push({ from: sender === "A" ? 0 : 1, octets: octetsOf(hex) });
    flows.set(name, steps);
  }
  return [...flows.values()];
}

/** Lines `name octets hex`, the messages of one call; the flag of the call reference says who sent each. */
function readH225(): Step[] {
  return linesOf("h225-vectors.txt").map((line) => {
    const octets = octetsOf(line.split(" ")[2] ?? "");
    return { from: (octets[6] ?? 0) & 0x80 ? 1 : 0, octets };
  });
}

function linesOf(file: string): string[] {
  const text = readFileSync(join(root, "test/vectors", file), "utf8");
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

function octetsOf(hex: string): Uint8Array {
  const octets = fromHex(hex);
  if (octets === undefined) throw new Error(`not hex: ${hex}`);
  return octets;
}
