import {
  DecodeError,
  bChannelElement,
  bearerCapability,
  calledPartyNumber,
  causeElement,
  channelIdentification,
  cisBearerCapability,
  cisChannelIdentification,
  element,
  find,
} from "../../../codecs/index.ts";
import type { InformationElement, Message, MessageName } from "../../../codecs/index.ts";
import type { NeighbourConfig } from "../../../src/config.ts";
import type { ConnectionEvent, Connections } from "../../../src/connection/connection.ts";
import { destinationOf } from "../../../src/connection/dialled.ts";
import { Relay } from "../../../src/connection/relay.ts";
import type { DigitRules } from "../../../src/digits.ts";
import { Routes } from "../../../src/routes.ts";
import type { Opaque } from "../../../src/pdu.ts";
import type { TraceEntry } from "../../../src/trace.ts";
import type { Kept } from "../../../src/trunk/trunk.ts";

interface Sent extends Kept {
  readonly to: number;
  readonly what: string;
  readonly ies: readonly InformationElement[];
}

type Clearing = Kept & { readonly disconnect?: boolean };

/** Two neighbours, a and b; everything the relay sends is written down. */
export function world(
  media: "through" | "external" = "external",
  typeOfC = "lapd",
  digits: Readonly<Record<string, DigitRules>> = {},
  typeOfAAndB = "lapd",
) {
  const neighbours = [
    neighbour("a", "1xxx", media, typeOfAAndB),
    neighbour("b", "2xxx", media, typeOfAAndB),
    neighbour("c", "3xxx", media, typeOfC),
    neighbour("d", "4*", media),
    neighbour("e", "49x", media),
  ].map((each) => ({ ...each, digits: digits[each.name] ?? none }));
  const routes = new Routes(neighbours);
  const sent: Sent[] = [];
  const timers = new Map<string, number>();
  const told: string[] = [];
  let connections = 100;
  const down = new Set<string>();
  const congested = new Set<string>();
  const active = new Set<number>();
  const traced: TraceEntry[] = [];
  const clock = { now: 0 };
  const fake = {
    setup(trunk: string, kind: string, ies: readonly InformationElement[], { kept }: Kept) {
      if (connections === Number.POSITIVE_INFINITY) return undefined;
      sent.push({ to: ++connections, what: `SETUP ${trunk} ${kind}`, ies, ...(kept === undefined ? {} : { kept }) });
      return connections;
    },
    send: (to: number, what: MessageName, ies: readonly InformationElement[], { kept }: Kept = {}) =>
      sent.push({ to, what, ies, ...(kept === undefined ? {} : { kept }) }) > 0,
    carry: (to: number, kept: Opaque) => void sent.push({ to, what: "carried", ies: [], kept }),
    clear: (to: number, cause: number, ies: readonly InformationElement[] = [], options: Clearing = {}) =>
      void sent.push({ to, what: `clear ${cause}${options.disconnect ? " D" : ""}`, ies, kept: options.kept }),
    isActive: (connection: number) => active.has(connection),
    linkUp: (trunk: string) => !down.has(trunk),
    isCongested: (trunk: string) => congested.has(trunk),
  } as unknown as Connections;
  const relay = new Relay({
    get now() {
      return clock.now;
    },
    maxTransit: 10,
    connections: fake,
    neighbour: (name) => neighbours.find((n) => n.name === name),
    destination: (ies, from) =>
      destinationOf(
        ies,
        neighbours.find((n) => n.name === from),
        routes,
      ),
    dialled: (event) => void relay.setup(event),
    callDialled: (call) => void told.push(`dialled ${find(call.received, calledPartyNumber)?.digits}`),
    startTimer: (connection, timer, afterMs) => {
      timers.set(`${connection} ${timer}`, afterMs);
      return { of: connection, name: timer, at: clock.now + afterMs, also: undefined };
    },
    stopTimer: ({ of, name }) => void timers.delete(`${of} ${name}`),
    trace: (entry) => void traced.push(entry),
    callPassing: (_call, message) => message,
    callMessage: (_call, from, message) => void told.push(`${from} ${message.message}`),
    callClearing: (_call, from, cause, ies) => {
      told.push(`${from} cleared ${cause}`);
      return ies;
    },
  });
  return { relay, sent, timers, told, down, congested, active, traced, clock };
}

const none: DigitRules = { in: [], out: [] };

function neighbour(name: string, numbers: string, media: "through" | "external", type = "lapd"): NeighbourConfig {
  const callCompletion = { peer: { busyNeedsDisconnect: true, transitCounter: true } };
  return { name, numbers: [numbers], media, trunk: { type, side: "user" }, callCompletion } as never;
}

const bearer = (): InformationElement => {
  const value = bearerCapability.decode(Uint8Array.of(0x80, 0x90, 0xa3));
  if (value instanceof DecodeError) throw new Error("speech, 64 kbit/s, A-law decodes");
  return element(bearerCapability, value);
};

export function setup(
  to: string | undefined,
  kind: "call" | "cis" = "call",
): Extract<ConnectionEvent, { type: "setup" }> {
  const called = to === undefined ? [] : [number(to)];
  const ies =
    kind === "call"
      ? [bearer(), bChannelElement(7), ...called]
      : [
          element(bearerCapability, cisBearerCapability),
          element(channelIdentification, cisChannelIdentification),
          ...called,
        ];
  return { type: "setup", connection: 1, trunk: "a", kind, message: message("SETUP", ies) };
}

export const number = (digits: string) => element(calledPartyNumber, { typeOfNumber: 0, numberingPlan: 9, digits });

export function message(name: MessageName, ies: readonly InformationElement[] = []): Message {
  return { callReference: { value: 1, flag: 0, length: 2 }, type: 0, message: name, ies, problems: [] };
}

export const from = (connection: number, name: MessageName, ies: readonly InformationElement[] = []) =>
  ({ type: "message", connection, trunk: connection === 1 ? "a" : "b", message: message(name, ies) }) as const;

export const cleared = (connection: number, cause: number) =>
  ({
    type: "clearing",
    connection,
    trunk: connection === 1 ? "a" : "b",
    cause,
    reason: "message",
    message: message("RELEASE COMPLETE", [causeElement(cause, 5)]),
  }) as const;
