import { type End, type FlowName, flows, type Leg, type MessagesOf, otherEnd, qsigMessages, timed } from "./flows.ts";
import { callOf, callsAtOnce, type MessageKey, type Particulars, typeOf } from "./messages.ts";
import type { LegEnd, Path, Station } from "./path.ts";

/** Who the calls of one pair of stations go to, by the end that begins them. */
export type Called = { readonly [end in End]: string };

export interface Pair {
  readonly stations: { readonly [end in End]: Station };
  readonly called: Called;
}

const releaseComplete = typeOf("RELEASE COMPLETE");
const nobody: Particulars = { call: 0, called: "", channel: 1 };
const answers = new WeakMap<Leg["calling"], ReadonlyMap<number, readonly MessageKey[]>>();

/** Calls through a relay, in a closed loop: a call that ends makes room for the next one. */
export class Load {
  readonly #pairs: Pair[] = [];
  readonly #calls = new Map<number, Call>();
  #last = 0;
  #again = false;
  /** Calls that ended so far. */
  ended = 0;
  /** Calls whose caller has heard CONNECT. */
  answered = 0;
  /** Milliseconds that messages took through the relay; undefined: not measured. */
  times: number[] | undefined;
  readonly #paths = new Set<Path>();
  readonly #messagesOf: MessagesOf;

  constructor(messagesOf: MessagesOf = qsigMessages) {
    this.#messagesOf = messagesOf;
  }

  /** Messages that the ends sent so far. */
  get sent(): number {
    let sent = 0;
    for (const path of this.#paths) sent += path.sent;
    return sent;
  }

  /** Whose messages count. */
  uses(path: Path): void {
    this.#paths.add(path);
  }

  add(pair: Pair): void {
    this.#pairs.push(pair);
  }

  get up(): number {
    return this.#calls.size;
  }

  /** So many calls at once on each pair, and each that ends is followed by another. */
  start(flow: FlowName, callsPerPair: number): void {
    this.#again = true;
    for (const [index] of this.#pairs.entries()) {
      for (let slot = 0; slot < callsPerPair; slot += 1) this.one(flow, index, slot);
    }
  }

  /**
   * Calls that begin evenly, over all pairs, so many that the ends send `messagesPerS`, until `isOver`; then resolves
   * when they have ended.
   */
  async evenly(flow: FlowName, messagesPerS: number, isOver: () => boolean): Promise<void> {
    const start = performance.now();
    const callsPerMs = messagesPerS / 1000 / this.#messagesOf[flow];
    for (let calls = 0; !isOver(); ) {
      for (const due = (performance.now() - start) * callsPerMs; calls < due; calls += 1) this.one(flow, calls, calls);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await this.stop();
  }

  /** Resolves when every call has ended. */
  async stop(): Promise<void> {
    this.#again = false;
    await holds(
      () => this.#calls.size === 0,
      () => `${this.#calls.size} calls do not end`,
    );
  }

  /** One call on this pair and B-channel. */
  one(flow: FlowName, pair: number, slot: number): void {
    const of = this.#pairs[pair % this.#pairs.length];
    if (of === undefined) throw new Error("a load without a pair");
    do this.#last = (this.#last + 1) % callsAtOnce;
    while (this.#calls.has(this.#last));
    const call = new Call(this, of, flow, { call: this.#last, called: "", channel: channelOf(slot) }, () => {
      this.#calls.delete(call.number);
      this.ended += 1;
      if (this.#again) this.one(flow, pair, slot);
    });
    this.#calls.set(call.number, call);
    call.begin();
  }

  /** Of calls that stand: resolves when all have ended, of which so many are about to at once. */
  async hangUp(atOnce: number): Promise<void> {
    let hungUp = this.ended;
    for (const call of this.#calls.values()) {
      call.hangUp();
      hungUp += 1;
      if (hungUp - this.ended < atOnce) continue;
      await holds(
        () => this.ended === hungUp,
        () => `${hungUp - this.ended} calls do not end`,
      );
    }
    await this.stop();
  }

  /** For the stations of that end. */
  arrival(end: End): (path: Path, frame: Uint8Array, at: number) => void {
    return (path, frame, at) => {
      const ours = path.referenceOf(frame, at);
      const type = frame[at + 4] ?? 0;
      const leg = path.legs.get(ours);
      if (leg !== undefined) return leg.received(type);
      // Of a call that is over here: nothing is done about it (Q.931 5.8.3.2).
      if (type === releaseComplete) return;
      // Once more from a relay that was kept waiting for its answer (T308).
      if (type === typeOf("RELEASE")) return path.send("RELEASE COMPLETE", ours, nobody);
      const number = type === typeOf("SETUP") ? callOf(frame.subarray(at)) : undefined;
      const call = number === undefined ? undefined : this.#calls.get(number);
      if (call === undefined)
        throw new Error(`message ${Buffer.from(frame.subarray(at)).toString("hex")} of no call at the ${end} end`);
      call.offered(path, ours);
    };
  }
}

/** The channels of an E1 interface: timeslot 16 is the D-channel. */
function channelOf(slot: number): number {
  const channel = (slot % 30) + 1;
  return channel < 16 ? channel : channel + 1;
}

class Call {
  readonly #load: Load;
  readonly #pair: Pair;
  readonly #legs: readonly Leg[];
  readonly #particulars: Particulars;
  readonly #done: () => void;
  readonly #sentAt = new Map<number, number>();
  #leg = 0;
  #hangUp = (): void => {};

  constructor(load: Load, pair: Pair, flow: FlowName, particulars: Particulars, done: () => void) {
    this.#load = load;
    this.#pair = pair;
    this.#legs = flows[flow];
    this.#particulars = particulars;
    this.#done = done;
  }

  get number(): number {
    return this.#particulars.call;
  }

  begin(): void {
    const leg = this.#current;
    const path = this.#pair.stations[leg.from].path();
    this.#load.uses(path);
    const reference: { value: number } = { value: 0 };
    const send = (key: MessageKey): void => this.#send(leg, path, reference.value, key);
    const end = (): void => {
      path.legs.delete(reference.value);
      this.#leg += 1;
      if (this.#leg === this.#legs.length) this.#done();
      else this.begin();
    };
    this.#hangUp = () => send("DISCONNECT");
    reference.value = path.open(new Side(leg.calling, send, end, (type) => this.#arrived(type)));
    send(leg.setup);
  }

  /** Its SETUP is at the other end. */
  offered(path: Path, reference: number): void {
    this.#arrived(typeOf("SETUP"));
    this.#load.uses(path);
    // The caller's side may be at its next leg before this one has ended.
    const leg = this.#current;
    const send = (key: MessageKey): void => this.#send(leg, path, reference, key);
    const side = new Side(
      leg.called,
      send,
      () => path.legs.delete(reference),
      (type) => this.#arrived(type),
    );
    path.legs.set(reference, side);
    side.received(typeOf("SETUP"));
  }

  hangUp(): void {
    this.#hangUp();
  }

  get #current(): Leg {
    const leg = this.#legs[this.#leg];
    if (leg === undefined) throw new Error("a leg behind the last");
    return leg;
  }

  #send(leg: Leg, path: Path, reference: number, key: MessageKey): void {
    if (key === "CONNECT ACKNOWLEDGE") this.#load.answered += 1;
    if (this.#load.times !== undefined && timed.has(key)) this.#sentAt.set(typeOf(key), performance.now());
    const called = this.#pair.called[otherEnd[leg.from]];
    path.send(key, reference, { ...this.#particulars, called });
  }

  #arrived(type: number): void {
    const sentAt = this.#load.times === undefined ? undefined : this.#sentAt.get(type);
    if (sentAt === undefined) return;
    this.#sentAt.delete(type);
    this.#load.times?.push(performance.now() - sentAt);
  }
}

/** One end of a leg: answers as its table says, and is over with RELEASE COMPLETE, sent or received. */
class Side implements LegEnd {
  readonly #answers: ReadonlyMap<number, readonly MessageKey[]>;
  readonly #send: (key: MessageKey) => void;
  readonly #end: () => void;
  readonly #arrived: (type: number) => void;

  constructor(
    table: Leg["calling"],
    send: (key: MessageKey) => void,
    end: () => void,
    arrived: (type: number) => void,
  ) {
    this.#answers = byType(table);
    this.#send = send;
    this.#end = end;
    this.#arrived = arrived;
  }

  received(type: number): void {
    this.#arrived(type);
    const keys = this.#answers.get(type) ?? [];
    for (const key of keys) this.#send(key);
    if (type === releaseComplete || keys.includes("RELEASE COMPLETE")) this.#end();
  }
}

/** Tables are few, calls many. */
function byType(table: Leg["calling"]): ReadonlyMap<number, readonly MessageKey[]> {
  const known = answers.get(table);
  if (known !== undefined) return known;
  const made = new Map(Object.entries(table).map(([key, keys]) => [typeOf(key as MessageKey), keys] as const));
  answers.set(table, made);
  return made;
}

/** Resolves when it holds; rejects after a minute in which it does not. */
export async function holds(condition: () => boolean, complaint: () => string, patienceMs = 60_000): Promise<void> {
  for (const since = performance.now(); !condition(); ) {
    if (performance.now() - since > patienceMs) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
