import { find, findAll } from "../../codecs/q931/element.ts";
import { isCallIndependent } from "../../codecs/q931/call-independent.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { cause } from "../../codecs/q931/ie/cause.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import type { Message } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import type { Component } from "../../codecs/rose/component.ts";
import type { OperationName } from "../../codecs/rose/operations.ts";

/** Who sent a message: "a" sent the first SETUP. */
export type Side = "a" | "b";

/** One message of the trace that is replayed. */
export interface TraceMessage {
  /** From 1, in the order of the trace. */
  readonly number: number;
  readonly atMs: number;
  readonly from: Side;
  readonly message: Message;
}

/** One call reference's life in the trace. */
export interface TraceConnection {
  readonly id: number;
  readonly kind: "call" | "cis" | "global" | "unknown";
  /** Who sent its SETUP; who allocated the reference where there is none. */
  readonly opener: Side;
  readonly messages: TraceMessage[];
}

/** A message with what it belongs to. */
export interface Placed extends TraceMessage {
  readonly connection: TraceConnection;
}

export function otherSide(side: Side): Side {
  return side === "a" ? "b" : "a";
}

/** Who gave the reference its value. */
export function allocatorOf({ from, message }: Pick<TraceMessage, "from" | "message">): Side {
  return message.callReference.flag === 0 ? from : otherSide(from);
}

/** Gives each message its connection. A reference begins a new life with a SETUP that is no copy of the last. */
export function place(messages: readonly TraceMessage[]): readonly Placed[] {
  const alive = new Map<string, TraceConnection>();
  let connections = 0;
  return messages.map((each) => {
    const { value, length } = each.message.callReference;
    const opener = allocatorOf(each);
    const isGlobal = value === 0 && length > 0;
    const key = isGlobal ? "global" : `${opener}${value}`;
    let connection = alive.get(key);
    if (connection === undefined || (isSetup(each) && !isCopy(each, connection))) {
      const kind = isGlobal ? "global" : kindOf(each.message);
      connections += 1;
      connection = { id: connections, kind, opener, messages: [] };
      alive.set(key, connection);
    }
    connection.messages.push(each);
    return { ...each, connection };
  });
}

function kindOf(message: Message): TraceConnection["kind"] {
  if (message.message !== "SETUP") return "unknown";
  return isCallIndependent(message) ? "cis" : "call";
}

function isSetup({ message }: TraceMessage): boolean {
  return message.message === "SETUP";
}

/** T303 sends a SETUP again while nothing but SETUPs is known of the connection. */
function isCopy(setup: TraceMessage, { messages }: TraceConnection): boolean {
  return messages.every((before) => isSetup(before) && before.from === setup.from);
}

/** The SETUP that opened the connection; undefined where the trace began later. */
export function setupOf({ messages }: TraceConnection): Message | undefined {
  return messages.find(isSetup)?.message;
}

export function componentsOf(message: Pick<Message, "ies">): readonly Component[] {
  return findAll(message, facility).flatMap(({ components }) => components);
}

/** An invoke of one of these operations stands in the message. */
export function invokes(message: Pick<Message, "ies">, ...operations: readonly OperationName[]): boolean {
  return componentsOf(message).some(
    (each) => each.component === "invoke" && each.operation !== null && operations.includes(each.operation),
  );
}

const clearingNames: ReadonlySet<MessageName | null> = new Set<MessageName>([
  "DISCONNECT",
  "RELEASE",
  "RELEASE COMPLETE",
]);

export function isClearing({ message }: Pick<Message, "message">): boolean {
  return clearingNames.has(message);
}

/** The first message that clears its connection, whoever sends it. */
export function beginsClearing({ number, connection, message }: Placed): boolean {
  return isClearing(message) && connection.messages.find((each) => isClearing(each.message))?.number === number;
}

export function callingDigits(message: Pick<Message, "ies">): string {
  return find(message, callingPartyNumber)?.digits ?? "";
}

export function calledDigits(message: Pick<Message, "ies">): string {
  return find(message, calledPartyNumber)?.digits ?? "";
}

/** The cause of a message, where it has one. */
export function causeOf(message: Pick<Message, "ies">): number | undefined {
  return find(message, cause)?.cause;
}
