import type { Channel, Trunk } from "../ids.ts";
import type { Input } from "../seam.ts";
import type { Pdu } from "../pdu.ts";
import type { Agenda } from "./agenda.ts";
import { linkTrunk } from "./configs.ts";
import type { LinkPlan } from "./plan.ts";
import type { Random } from "./random.ts";

type End = 0 | 1;
const ends: readonly End[] = [0, 1];

/** Who is at the end of a trunk. */
export interface LinkEnd {
  readonly running: boolean;
  give(input: Input): void;
}

/** A trunk between two gateways: a connection that carries frames late, not at all, or twice, and that can be cut. */
export class SimulatedLink {
  readonly #index: number;
  readonly #plan: LinkPlan;
  readonly #agenda: Agenda;
  readonly #random: Random;
  readonly #nodes: readonly [LinkEnd, LinkEnd];
  /** The channel each end has open. */
  readonly #channels: [Channel | undefined, Channel | undefined] = [undefined, undefined];
  /** What an end asked to open. Whole messages: both ask once; lapd: end 1 connects, end 0 listens. */
  readonly #asked: [Channel | undefined, Channel | undefined] = [undefined, undefined];
  /** When the last frame toward each end arrives: none overtakes another. */
  readonly #arrivals: [number, number] = [0, 0];
  readonly trunk: Trunk;
  /** Until when nothing that is sent arrives, or toward each end nothing arrives. */
  #losesUntil = 0;
  readonly #heldUntil: [number, number] = [0, 0];
  #whole = true;
  #silent = false;
  #connections = 0;

  constructor(index: number, plan: LinkPlan, nodes: readonly LinkEnd[], agenda: Agenda, random: Random) {
    this.#index = index;
    this.trunk = linkTrunk(index);
    this.#plan = plan;
    this.#agenda = agenda;
    this.#random = random;
    const [first, second] = plan.ends.map((end) => nodes[end]);
    if (first === undefined || second === undefined) throw new Error(`link ${index} ends at no node`);
    this.#nodes = [first, second];
  }

  endOf(node: LinkEnd): End {
    return this.#nodes[0] === node ? 0 : 1;
  }

  nodeAt(end: End): LinkEnd {
    return this.#nodes[end];
  }

  open(end: End, channel: Channel): void {
    this.#asked[end] = channel;
    if (this.#plan.carrier === "lapd") this.#later(end, { type: "connect", link: this.#index, end, channel });
    else this.#tryToJoin();
  }

  /** The outcome of `open`, after the time it takes. */
  connect(end: End, channel: Channel): void {
    if (this.#asked[end] !== channel) return;
    const other = otherEnd(end);
    const reachable = this.#whole && this.#nodes[other].running;
    if (this.#plan.carrier === "qsig") {
      if (!reachable || this.#asked[other] === undefined || this.#isJoined()) return;
      return this.#join(this.#asked[0] ?? "", this.#asked[1] ?? "", "us");
    }
    this.#asked[end] = undefined;
    if (reachable) return this.#join(`in-${this.#connections + 1}`, channel, "peer");
    this.#nodes[end].give({ type: "closed", trunk: this.trunk, channel, reason: "connection refused" });
  }

  send(end: End, channel: Channel, { octets }: Pdu): void {
    if (this.#channels[end] !== channel || !this.#whole) return;
    const to = otherEnd(end);
    const target = this.#channels[to];
    if (target === undefined || this.#random.chance(this.#plan.lossPerMille)) return;
    if (this.#agenda.now < this.#losesUntil) return;
    const frame = { type: "frame", link: this.#index, to, channel: target, octets } as const;
    this.#later(to, frame);
    if (this.#random.chance(this.#plan.duplicatePerMille)) this.#later(to, frame);
  }

  arrive(to: End, channel: Channel, octets: Uint8Array): void {
    if (this.#channels[to] !== channel || !this.#whole) return;
    this.#nodes[to].give({
      type: "received",
      trunk: this.trunk,
      channel,
      pdu: { carrier: this.#plan.carrier, octets },
    });
  }

  /** An end closes its channel; what it sent before still arrives. */
  close(end: End, channel: Channel, reason: string): void {
    if (this.#asked[end] === channel) this.#asked[end] = undefined;
    if (this.#channels[end] !== channel) return;
    this.#channels[end] = undefined;
    this.#tell(otherEnd(end), reason);
  }

  /** `connection`: the one that ended; a newer one may have the same name. */
  ended(to: End, connection: number, reason: string): void {
    const channel = this.#channels[to];
    if (channel === undefined || connection !== this.#connections) return;
    this.#channels[to] = undefined;
    this.#nodes[to].give({ type: "closed", trunk: this.trunk, channel, reason });
    this.#tryToJoin();
  }

  /** The process at this end is gone. */
  nodeDown(end: End): void {
    this.#asked[end] = undefined;
    this.#channels[end] = undefined;
    if (this.#whole) this.#tell(otherEnd(end), "connection reset");
  }

  cut(how: "ended" | "silent"): void {
    this.#whole = false;
    this.#silent = how === "silent";
    if (!this.#silent) for (const end of ends) this.#tell(end, "cut");
  }

  /** Frames get lost; a carrier that is reliable is only late. */
  lose(forMs: number): void {
    if (this.#plan.carrier === "qsig") this.hold("both", forMs);
    else this.#losesUntil = this.#agenda.now + forMs;
  }

  hold(way: End | "both", forMs: number): void {
    for (const end of ends) if (way === "both" || way === end) this.#heldUntil[end] = this.#agenda.now + forMs;
  }

  mend(): void {
    if (this.#whole) return;
    this.#whole = true;
    for (const end of ends) this.#tell(end, "connection reset");
    this.#tryToJoin();
  }

  #isJoined(): boolean {
    return this.#channels.some((channel) => channel !== undefined);
  }

  /** Whole messages: nobody asks again, so the connection comes back by itself. */
  #tryToJoin(): void {
    const [channel, other] = this.#asked;
    if (this.#plan.carrier !== "qsig" || channel === undefined || other === undefined) return;
    if (this.#whole && !this.#isJoined()) this.#later(0, { type: "connect", link: this.#index, end: 0, channel });
  }

  #join(first: Channel, second: Channel, by: "us" | "peer"): void {
    this.#connections += 1;
    this.#channels[0] = first;
    this.#channels[1] = second;
    this.#nodes[0].give({ type: "opened", trunk: this.trunk, channel: first, by });
    this.#nodes[1].give({ type: "opened", trunk: this.trunk, channel: second, by: "us" });
  }

  #tell(end: End, reason: string): void {
    if (this.#channels[end] === undefined) return;
    this.#later(end, { type: "ended", link: this.#index, to: end, connection: this.#connections, reason });
  }

  #later(toward: End, happening: Parameters<Agenda["at"]>[1]): void {
    const { now } = this.#agenda;
    const atMs = Math.max(
      this.#arrivals[toward],
      this.#heldUntil[toward],
      now + this.#random.between(this.#plan.delayMs),
    );
    this.#arrivals[toward] = atMs;
    this.#agenda.at(atMs, happening);
  }
}

function otherEnd(end: End): End {
  return end === 0 ? 1 : 0;
}
