import { isCallIndependent } from "../../codecs/q931/call-independent.ts";
import { DecodeError } from "../../codecs/error.ts";
import { decodeMessage } from "../../codecs/q931/decode.ts";
import { encodeOctets } from "../../codecs/q931/encode.ts";
import type { CallReference, Message } from "../../codecs/q931/message.ts";
import type { Config } from "../config.ts";
import { connectionTimers } from "../connection/timers.ts";
import { createPinx } from "../pinx.ts";
import type { Core, Input, Output } from "../seam.ts";
import { InvokeIds } from "./invoke-ids.ts";
import { answerTo, localAnswer, taken } from "./local-answers.ts";
import { NearSide, received, trunks } from "./near-side.ts";
import { type Cue, cuesOf, type Stimulus } from "./stimuli.ts";
import {
  beginsClearing,
  componentsOf,
  invokes,
  isClearing,
  type Placed,
  type Side,
  type TraceConnection,
} from "./trace.ts";

/** A message that the core sent to the other side. */
export interface Sent {
  readonly message: Message;
  readonly atMs: number;
  /** The number of the trace's message that was being handled. */
  readonly during: number;
  /** The connection of the trace that it belongs to; undefined where the trace has none. */
  readonly connection: TraceConnection | undefined;
  /** The message of the trace that it was taken for. */
  of: Placed | undefined;
}

/** What happened, in order. */
export type PlayEvent =
  | { readonly type: "cue"; readonly words: string; readonly atMs: number }
  /** `delivered`: false where the core never opened that connection. */
  | { readonly type: "received"; readonly trace: Placed; readonly delivered: boolean }
  | { readonly type: "expected"; readonly trace: Placed; sent: Sent | undefined }
  | { readonly type: "sent"; readonly sent: Sent };

/**
 * The core plays one side of a trace in virtual time: the other side's messages are given to it at their times, the
 * world behind the named side does what the trace shows it did, and what the core sends is put beside the trace's.
 */
export class Player {
  readonly #config: Config;
  readonly #side: Side;
  readonly #messages: readonly Placed[];
  readonly #cues: ReadonlyMap<number, readonly Cue[]>;
  readonly #events: PlayEvent[] = [];
  readonly #sent: Sent[] = [];
  readonly #waiting: Input[] = [];
  /** Connections of the trace by the core's reference of them. */
  readonly #connections = new Map<string, TraceConnection>();
  readonly #near: NearSide;
  readonly #invokeIds = new InvokeIds();
  #core: Core = createPinx();
  #now: number;
  #at: Placed | undefined;

  constructor(config: Config, side: Side, messages: readonly Placed[]) {
    this.#config = config;
    this.#side = side;
    this.#messages = messages;
    this.#cues = cuesOf(messages, side);
    this.#near = new NearSide(side, {
      give: (input) => this.#give(input),
      later: (input) => void this.#waiting.push(input),
    });
    this.#now = messages[0]?.atMs ?? 0;
  }

  play(): readonly PlayEvent[] {
    this.#start();
    for (const message of this.#messages) {
      this.#passTo(message.atMs);
      this.#at = message;
      const cues = this.#cues.get(message.number) ?? [];
      for (const cue of cues) if (cue.own !== message) this.#cue(cue);
      if (message.from === this.#side) this.#expect(message, cues);
      else this.#deliver(message);
    }
    this.#matchLate();
    return this.#events;
  }

  // The other side of the trace.

  #deliver(trace: Placed): void {
    const reference = this.#referenceFor(trace);
    this.#events.push({ type: "received", trace, delivered: reference !== undefined });
    if (reference === undefined) return;
    const { type, ies, message } = trace.message;
    if (message === "SETUP") this.#connections.set(keyOf(reference, "received"), trace.connection);
    this.#give(received(trunks.far, encodeOctets(reference, type, this.#invokeIds.translate(trace.connection, ies))));
  }

  /** The reference as the core knows it: that of the trace where the other side gave it. */
  #referenceFor({ connection, message: { callReference } }: Placed): CallReference | undefined {
    if (connection.kind === "global" || connection.opener !== this.#side) return callReference;
    for (const [key, known] of this.#connections) {
      if (known === connection) return { ...callReference, value: Number(key.slice(1)), length: 2 };
    }
    return undefined;
  }

  #sends(octets: Uint8Array): void {
    const message = decodeMessage(octets);
    if (message instanceof DecodeError) throw new Error(`the core sent what it cannot read: ${message.code}`);
    const connection = message.message === "SETUP" ? this.#openedBy(message) : this.#connectionOf(message);
    const sent: Sent = { message, atMs: this.#now, during: this.#at?.number ?? 0, connection, of: undefined };
    this.#sent.push(sent);
    this.#events.push({ type: "sent", sent });
    if (this.#isBeyond(sent)) this.#answer(message);
  }

  #connectionOf({ callReference }: Message): TraceConnection | undefined {
    if (callReference.value > 0) return this.#connections.get(keyOf(callReference, "sent"));
    return this.#messages.find(({ connection }) => connection.kind === "global")?.connection;
  }

  /** The connection of the trace that the core's SETUP is for. */
  #openedBy(setup: Message): TraceConnection | undefined {
    const key = keyOf(setup.callReference, "sent");
    const connection = this.#awaitedSetup(setup)?.connection;
    this.#connections.delete(key);
    if (connection === undefined) return undefined;
    this.#connections.set(key, connection);
    this.#near.callAgain(connection);
    return connection;
  }

  #awaitedSetup(setup: Message): Placed | undefined {
    const known = new Set(this.#connections.values());
    return this.#messages.find(
      ({ from, number, message, connection }) =>
        from === this.#side &&
        number >= (this.#at?.number ?? 0) &&
        message.message === "SETUP" &&
        !known.has(connection) &&
        purposeOf(message) === purposeOf(setup),
    );
  }

  /** The trace holds no such message from here on, and nothing of the other side that would answer it. */
  #isBeyond({ message, connection }: Sent): boolean {
    if (connection === undefined) return true;
    const later = connection.messages.filter(({ number }) => number >= (this.#at?.number ?? 0));
    if (later.some((each) => each.from === this.#side && each.message.type === message.type)) return false;
    return !isClearing(message) || !later.some((each) => isClearing(each.message));
  }

  /** What the trace does not answer is answered as any PBX would. */
  #answer(message: Message): void {
    const isCancel = message.message === "SETUP" && invokes(message, "ccCancel");
    const answer = isCancel ? taken : localAnswer(message);
    if (answer !== undefined) this.#waiting.push(received(trunks.far, answerTo(message.callReference, answer)));
  }

  // The named side.

  #expect(trace: Placed, cues: readonly Cue[]): void {
    let sent = this.#match(trace);
    if (sent === undefined) {
      for (const cue of cues) if (cue.own === trace) this.#cue(cue);
      sent = this.#match(trace);
    }
    if (sent !== undefined) this.#take(sent, trace);
    this.#events.push({ type: "expected", trace, sent });
    this.#give({ type: "store", state: "ok" });
  }

  /** The oldest message of that connection that is of the type, else one that clears where the trace's does first. */
  #match(trace: Placed): Sent | undefined {
    const open = this.#sent.filter(({ of, connection }) => of === undefined && connection === trace.connection);
    const same = open.find(({ message }) => message.type === trace.message.type);
    return same ?? (beginsClearing(trace) ? open.find(({ message }) => isClearing(message)) : undefined);
  }

  #take(sent: Sent, trace: Placed): void {
    sent.of = trace;
    this.#invokeIds.note(trace.connection, trace.message, sent.message);
  }

  /** What the core sent later than the trace is the same message all the same. */
  #matchLate(): void {
    for (const event of this.#events) {
      if (event.type !== "expected" || event.sent !== undefined) continue;
      event.sent = this.#match(event.trace);
      if (event.sent !== undefined) this.#take(event.sent, event.trace);
    }
  }

  // What happens besides messages.

  #cue({ stimulus, words, own }: Cue): void {
    this.#events.push({ type: "cue", words, atMs: this.#now });
    this.#act(stimulus, own);
  }

  #act(stimulus: Stimulus, own: Placed): void {
    switch (stimulus) {
      case "forget":
        return this.#forget();
      case "full":
        return this.#give({ type: "store", state: "full" });
      case "relink":
        return this.#cut(0);
      case "outage":
        return this.#cut(connectionTimers.T309.afterMs);
      case "restart":
        return this.#give({ type: "operator", command: { command: "restart", trunk: trunks.far } });
      default:
        return this.#near.act(stimulus, own);
    }
  }

  /** The core starts anew, without what it had stored. */
  #forget(): void {
    if (!this.#near.isBusyWithRequests) return;
    this.#near.forget();
    this.#start();
  }

  /** The link is lost for so long. */
  #cut(forMs: number): void {
    const [trunk, channel] = [trunks.far, trunks.far];
    this.#give({ type: "closed", trunk, channel, reason: "the link was lost" });
    this.#passTo(this.#now + forMs);
    this.#give({ type: "opened", trunk, channel, by: "us" });
  }

  // The seam of the core.

  #start(): void {
    this.#core = createPinx();
    this.#give({ type: "configure", config: this.#config, seed: new Uint8Array(16) });
  }

  #give(input: Input): void {
    this.#waiting.push(input);
    for (;;) {
      const next = this.#waiting.shift() ?? this.#due(this.#now);
      if (next === undefined) return;
      this.#core.handle(next, this.#now);
      for (let output = this.#core.poll(); output !== undefined; output = this.#core.poll()) this.#output(output);
    }
  }

  #due(untilMs: number): Input | undefined {
    const atMs = this.#core.nextTimeout();
    return atMs !== undefined && atMs <= untilMs ? { type: "timeout" } : undefined;
  }

  #passTo(atMs: number): void {
    while (this.#due(atMs) !== undefined) {
      this.#now = Math.max(this.#now, this.#core.nextTimeout() ?? atMs);
      this.#give({ type: "timeout" });
    }
    this.#now = Math.max(this.#now, atMs);
  }

  #output(output: Output): void {
    if (output.type === "open") {
      this.#waiting.push({ type: "opened", trunk: output.trunk, channel: output.trunk, by: "us" });
    } else if (output.type === "send" && output.trunk === trunks.far) this.#sends(output.pdu.octets);
    else this.#near.take(output, this.#at?.connection);
  }
}

/** Whose reference it is, and its value: `c5` is the core's, `p5` the other side's. */
function keyOf({ value, flag }: CallReference, way: "sent" | "received"): string {
  return `${(flag === 0) === (way === "sent") ? "c" : "p"}${value}`;
}

/** What a SETUP is for: a call, or a connection for certain operations of call completion. */
function purposeOf(setup: Message): string {
  if (!isCallIndependent(setup)) return "call";
  return componentsOf(setup)
    .flatMap((each) => (each.component === "invoke" && each.operation?.startsWith("cc") === true ? each.operation : []))
    .join(" ");
}
