import type { DecodeError } from "../../codecs/error.ts";
import type { CallReference, Message, MessageDraft } from "../../codecs/q931/message.ts";
import type { Channel, Trunk } from "../ids.ts";
import type { Opaque, Pdu } from "../pdu.ts";
import type { Output } from "../seam.ts";
import type { TraceEntry } from "../trace.ts";

/**
 * A leg is one call reference's life on a trunk: whole QSIG messages both ways. The number is unique in one core, never
 * reused.
 */
export type LegId = number;

/** A D-channel of a trunk that has several, each with call references of its own; counted from 0. */
export type LinkNumber = number;

/** What the carrier brought beside a message, or is to bring. */
export interface Kept {
  readonly kept?: Opaque | undefined;
}

/** A QSIG message of a leg as it came, and one as it is to go. */
export type LegMessage = Message & Kept;
export type LegDraft = MessageDraft & Kept;

/** What a trunk machine tells the connection layer, in order. `link` is absent where the trunk has one. */
export type LegEvent = { readonly link?: LinkNumber } & (
  | { readonly type: "setup"; readonly trunk: Trunk; readonly leg: LegId; readonly message: LegMessage }
  | { readonly type: "message"; readonly trunk: Trunk; readonly leg: LegId; readonly message: LegMessage }
  /**
   * The carrier brought something of this leg, behind the QSIG messages that were in it, if any: the relay takes it to
   * the other leg whatever became of those (R13.3).
   */
  | { readonly type: "carried"; readonly trunk: Trunk; readonly leg: LegId; readonly kept: Opaque }
  /** Any message but SETUP under a reference that is not in use. */
  | { readonly type: "unknownReference"; readonly trunk: Trunk; readonly message: Message }
  /** Reference 0: RESTART, RESTART ACKNOWLEDGE, STATUS. */
  | { readonly type: "global"; readonly trunk: Trunk; readonly message: Message }
  | { readonly type: "unreadable"; readonly trunk: Trunk; readonly error: DecodeError; readonly octets: Uint8Array }
  /**
   * Again while the link is up: it was reset, and messages on their way may be lost (Q.921 DL-ESTABLISH indication).
   */
  | { readonly type: "linkUp"; readonly trunk: Trunk }
  | { readonly type: "linkDown"; readonly trunk: Trunk; readonly reason: string }
);

/** The inputs that concern one trunk; `timer` is one of its own timers of the heap. */
export type TrunkInput =
  | { readonly type: "start" }
  /** The trunk is taken out of service: the link is released in order, the channel closed. */
  | { readonly type: "stop" }
  | { readonly type: "opened"; readonly channel: Channel; readonly by: "us" | "peer" }
  | { readonly type: "received"; readonly channel: Channel; readonly pdu: Pdu }
  | { readonly type: "closed"; readonly channel: Channel; readonly reason: string }
  | { readonly type: "flow"; readonly channel: Channel; readonly writable: boolean }
  | { readonly type: "timer"; readonly name: string };

/** What a trunk machine may use of the core: nothing else of the world reaches it. */
export interface TrunkContext {
  readonly now: number;
  /** `after` is 0: the core raises it where a save must be durable first. PDUs are traced by the core. */
  output(output: Output): void;
  trace(entry: TraceEntry): void;
  event(event: LegEvent): void;
  startTimer(name: string, afterMs: number): void;
  stopTimer(name: string): void;
  nextLeg(): LegId;
  nextOutput(): number;
  /** 16 octets that no other call of any gateway has, from the seed of the configuration. */
  guid(): Uint8Array;
}

/** One pure machine a trunk type: PDUs of its carrier to legs and back. */
export interface TrunkMachine {
  handle(input: TrunkInput, context: TrunkContext): void;
  /** Takes a free call reference, or undefined when all are in use. */
  openLeg(context: TrunkContext): LegId | undefined;
  /** False, and nothing sent: the link is down, the leg is closed, or the message is longer than the carrier takes. */
  send(leg: LegId, draft: LegDraft, context: TrunkContext): boolean;
  /**
   * What another leg's carrier brought; `draft.kept` of what was sent before it may be the same. Absent: this carrier
   * brings nothing beside QSIG.
   */
  carry?(leg: LegId, kept: Opaque, context: TrunkContext): void;
  /** Under any reference, in use or not: answers to unknown references and reference 0. */
  sendUnder(callReference: CallReference, draft: MessageDraft, context: TrunkContext, link?: LinkNumber): boolean;
  /** The neighbour takes calls but no QSIG for now (R14). Absent: it takes QSIG. */
  readonly refusesQsig?: boolean;
  /** The peer of this leg knows no DISCONNECT: one message clears its call. Absent: it does. */
  clearsAtOnce?(leg: LegId): boolean;
  /** Of a leg on a trunk with several links. */
  linkOf?(leg: LegId): LinkNumber | undefined;
  /** The call reference is free again. */
  closeLeg(leg: LegId, context: TrunkContext): void;
  /** A link is. */
  readonly up: boolean;
  /** Call references in use, the peer's and ours. */
  readonly legs: number;
  /** What is sent waits: no new calls until it has left. Nothing is dropped. */
  readonly congested: boolean;
}
