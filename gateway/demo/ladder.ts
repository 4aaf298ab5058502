import { DecodeError } from "../../codecs/error.ts";
import { isCallIndependent } from "../../codecs/q931/call-independent.ts";
import { decodeMessage } from "../../codecs/q931/decode.ts";
import { find, findAll } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { cause } from "../../codecs/q931/ie/cause.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import type { Message } from "../../codecs/q931/message.ts";
import type { Component } from "../../codecs/rose/component.ts";
import { toHex } from "../../codecs/shape.ts";
import type { TraceEntry } from "../../src/trace.ts";

/** The four who speak, from left to right as the page draws them, and what carries their QSIG. */
export const lanes = [
  "cluster west",
  "QSIG in memory",
  "gateway west",
  "QSIG on LAPD, TCP",
  "gateway east",
  "QSIG in memory",
  "cluster east",
] as const;
/** Counts those who speak. */
export type Lane = 0 | 1 | 2 | 3;
export type Side = "west" | "east";

/** One APDU of a message, in one word for the ladder. */
export interface LadderApdu {
  readonly component: Component["component"];
  /** Operation, error or problem by the standard's name, or its code. */
  readonly name: string;
}

/** One row of the ladder. */
export type LadderRow = { readonly at: number } & (
  | {
      readonly kind: "message";
      readonly from: Lane;
      readonly to: Lane;
      readonly message: string;
      /** The same for every message of one call or connection. */
      readonly reference: string;
      /** A bearer call, a call-independent signalling connection, or the trunk itself. */
      readonly of: "call" | "cis" | "trunk";
      readonly calling?: string;
      readonly called?: string;
      readonly cause?: number;
      readonly apdus: readonly LadderApdu[];
      readonly hex: string;
    }
  /** A step of a machine of one gateway. */
  | {
      readonly kind: "step";
      readonly lane: Lane;
      readonly machine: string;
      readonly from: string;
      readonly to: string;
      readonly event: string;
    }
  /** What happened to the line between the gateways. */
  | { readonly kind: "wire"; readonly whole: boolean; readonly text: string }
);

/** Machines whose steps stand in the ladder: those of call completion, not of each call reference. */
const shownMachines: ReadonlySet<string> = new Set(["originating", "terminating"]);

/** The state of a data link that works (Q.921 table D-1). */
export const linkUpState = "multiple frame established";

/** Makes ladder rows of the traces of both gateways. It remembers which references are call-independent connections. */
export class Ladder {
  readonly #cis = new Set<string>();

  /** `side`: the gateway that traced it. Nothing for entries that are no part of the ladder. */
  row(side: Side, entry: TraceEntry): LadderRow | undefined {
    if (entry.type === "message") return this.#message(side, entry);
    if (entry.type !== "transition" || entry.from === entry.to) return undefined;
    const { at, machine, from, to, event } = entry;
    const ofLink = machine === "lapd" && (from === linkUpState || to === linkUpState);
    if (!ofLink && !shownMachines.has(machine)) return undefined;
    return { kind: "step", at, lane: gatewayLane(side), machine, from, to, event };
  }

  #message(side: Side, entry: Extract<TraceEntry, { type: "message" }>): LadderRow | undefined {
    const between = entry.trunk !== side;
    // A message between the gateways is traced by both: once is enough, where it was sent.
    if (between && entry.direction === "in") return undefined;
    const [from, to] = between ? [gatewayLane(side), gatewayLane(other(side))] : ends(side, entry.direction);
    const message = decodeMessage(entry.octets);
    const hex = toHex(entry.octets);
    if (message instanceof DecodeError) {
      return { kind: "message", at: entry.at, from, to, message: "?", reference: "", of: "trunk", apdus: [], hex };
    }
    const { value, flag } = message.callReference;
    const reference = `${Math.min(from, to)}/${flag === 0 ? from : to}/${value}`;
    return {
      kind: "message",
      at: entry.at,
      from,
      to,
      message: message.message ?? `type ${message.type}`,
      reference,
      of: value === 0 ? "trunk" : this.#kindOf(message, reference),
      ...details(message),
      hex,
    };
  }

  #kindOf(message: Message, reference: string): "call" | "cis" {
    if (message.message === "SETUP" && isCallIndependent(message)) this.#cis.add(reference);
    const kind = this.#cis.has(reference) ? "cis" : "call";
    if (message.message === "RELEASE COMPLETE") this.#cis.delete(reference);
    return kind;
  }
}

function details(message: Message) {
  const calling = message.message === "SETUP" ? find(message, callingPartyNumber)?.digits : undefined;
  const called = message.message === "SETUP" ? find(message, calledPartyNumber)?.digits : undefined;
  const why = find(message, cause)?.cause;
  return {
    ...(calling === undefined ? {} : { calling }),
    ...(called === undefined ? {} : { called }),
    ...(why === undefined ? {} : { cause: why }),
    apdus: findAll(message, facility).flatMap(({ components }) => components.map(apdu)),
  };
}

function apdu(component: Component): LadderApdu {
  switch (component.component) {
    case "invoke":
      return { component: "invoke", name: component.operation ?? String(component.code) };
    case "returnResult":
      return { component: "returnResult", name: component.operation ?? String(component.code ?? "") };
    case "returnError":
      return { component: "returnError", name: component.error ?? String(component.code) };
    case "reject":
      return { component: "reject", name: String(component.problem) };
    case "unknown":
      return { component: "unknown", name: "unreadable component" };
    default:
      return component satisfies never;
  }
}

function ends(side: Side, direction: "in" | "out"): readonly [Lane, Lane] {
  const cluster = side === "west" ? 0 : 3;
  return direction === "in" ? [cluster, gatewayLane(side)] : [gatewayLane(side), cluster];
}

function gatewayLane(side: Side): Lane {
  return side === "west" ? 1 : 2;
}

function other(side: Side): Side {
  return side === "west" ? "east" : "west";
}
