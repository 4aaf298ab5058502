import { element, find } from "../../../codecs/q931/element.ts";
import { bearerCapability } from "../../../codecs/q931/ie/bearer-capability.ts";
import { callState } from "../../../codecs/q931/ie/call-state.ts";
import { cause } from "../../../codecs/q931/ie/cause.ts";
import { channelIdentification } from "../../../codecs/q931/ie/channel-identification.ts";
import {
  bChannelElement,
  causeElement,
  cisBearerCapability,
  cisChannelIdentification,
  decodeMessage,
  encodeOctets,
  messageTypes,
  type CallReference,
  type InformationElement,
  type Message,
  type MessageDraft,
  type MessageName,
} from "../../../codecs/q931/index.ts";
import { DecodeError } from "../../../codecs/error.ts";
import type { TrunkConfig } from "../../../src/config.ts";
import type { ConnectionEvent, ConnectionId, ConnectionKind } from "../../../src/connection/connection.ts";
import { ConnectionLayer } from "../../../src/connection/layer.ts";
import type { ConnectionPort, TimerOwner, TrunkSeat } from "../../../src/connection/port.ts";
import type { HeldTimer } from "../../../src/held-timers.ts";
import { TimerHeap } from "../../../src/timers.ts";
import type { Opaque } from "../../../src/pdu.ts";
import type { TraceEntry } from "../../../src/trace.ts";
import type { LegDraft, LegId, TrunkContext, TrunkMachine } from "../../../src/trunk/trunk.ts";

export const trunk = "east";
export const pair = "pair";

/** Voice on an A-law B-channel, as libpri writes it (CC 3.2). */
export const speech: InformationElement = {
  id: bearerCapability.id,
  codeset: 0,
  octets: Uint8Array.of(0x04, 0x03, 0x80, 0x90, 0xa3),
  value: bearerCapability.decode(Uint8Array.of(0x80, 0x90, 0xa3)),
};
export const cisBearer = element(bearerCapability, cisBearerCapability);
export const cisChannel = element(channelIdentification, cisChannelIdentification);
/** Some Facility element: the connection layer looks at its identifier only. */
export const facilityElement: InformationElement = { id: 0x1c, codeset: 0, octets: Uint8Array.of(0x1c, 0x01, 0x9f) };

export function setupElements(kind: ConnectionKind, channel = 1): readonly InformationElement[] {
  return kind === "cis" ? [cisBearer, cisChannel] : [speech, bChannelElement(channel)];
}

const letters: Readonly<Partial<Record<MessageName, string>>> = {
  SETUP: "U",
  "CALL PROCEEDING": "P",
  "CONNECT ACKNOWLEDGE": "A",
  DISCONNECT: "D",
  RELEASE: "R",
  "RELEASE COMPLETE": "C",
  STATUS: "S",
  "STATUS ENQUIRY": "E",
};
const reasons = { message: "m", timer: "t", linkDown: "l", restart: "r", protocolError: "p" } as const;

interface Sent {
  readonly leg: LegId | undefined;
  readonly reference: CallReference | undefined;
  readonly draft: LegDraft;
}

/** A connection layer over one trunk that keeps what it is given; virtual time. */
export class Bench implements ConnectionPort {
  readonly layer = new ConnectionLayer(this);
  readonly events: ConnectionEvent[] = [];
  readonly sent: Sent[] = [];
  readonly traces: TraceEntry[] = [];
  readonly timers = new TimerHeap<{ readonly owner: TimerOwner; readonly name: string }>();
  readonly openLegs = new Set<LegId>();
  /** What was to go beside messages, by leg. */
  readonly carried: [LegId, Opaque][] = [];
  /** Sends and events in order, as short codes. */
  readonly log: string[] = [];
  now = 0;
  up = true;
  /** Another trunk is wired through to it; what goes there is logged behind a `>`. */
  isPaired = false;
  isPairUp = true;
  /** Longest message in octets of its elements that the trunk takes. */
  longest = 250;
  config: TrunkConfig = { type: "lapd", role: "listen", host: "127.0.0.1", port: 0, side: "user", t309Ms: 6000 };
  #legs: LegId = 0;
  readonly #seat: TrunkSeat;
  readonly #pair: TrunkSeat;

  constructor() {
    const bench = this;
    const machine: TrunkMachine = {
      legs: 0,
      get up() {
        return bench.up;
      },
      congested: false,
      handle: () => undefined,
      openLeg: () => this.opened(),
      send: (leg, draft) => this.#take({ leg, reference: undefined, draft }),
      sendUnder: (reference, draft) => this.#take({ leg: undefined, reference, draft }),
      carry: (leg, kept) => void this.carried.push([leg, kept]),
      closeLeg: (leg) => this.openLegs.delete(leg),
    };
    const context: TrunkContext = {
      now: 0,
      output: () => undefined,
      event: () => undefined,
      trace: () => undefined,
      startTimer: () => undefined,
      stopTimer: () => undefined,
      nextLeg: () => 0,
      nextOutput: () => 0,
      guid: () => new Uint8Array(16),
    };
    this.#seat = {
      machine,
      context,
      get config() {
        return bench.config;
      },
    };
    this.#pair = {
      ...this.#seat,
      machine: {
        ...machine,
        get up() {
          return bench.isPairUp;
        },
        sendUnder: (_, draft) => {
          if (this.isPairUp) this.log.push(`>${codeOfDraft(draft)} ${draft.ies.map((ie) => ie.octets.at(-1)).join()}`);
          return this.isPairUp;
        },
      },
    };
  }

  trunk(name: string): TrunkSeat | undefined {
    if (name === trunk) return this.#seat;
    return name === pair && this.isPaired ? this.#pair : undefined;
  }

  pairOf(name: string): string | undefined {
    return name === trunk && this.isPaired ? pair : undefined;
  }

  emit(event: ConnectionEvent): void {
    this.events.push(event);
    this.log.push(codeOf(event));
  }

  startTimer(owner: TimerOwner, name: string, afterMs: number): HeldTimer {
    const at = this.now + afterMs;
    this.timers.start(`${owner}/${name}`, { owner, name }, at);
    return { of: owner, name, at, also: undefined };
  }

  stopTimer({ of, name }: HeldTimer): void {
    this.timers.stop(`${of}/${name}`);
  }

  trace(entry: TraceEntry): void {
    this.traces.push(entry);
  }

  opened(): LegId {
    this.#legs += 1;
    this.openLegs.add(this.#legs);
    return this.#legs;
  }

  /** The peer's SETUP: the new connection. */
  setup(kind: ConnectionKind, ies: readonly InformationElement[] = setupElements(kind)): ConnectionId {
    const leg = this.opened();
    this.layer.handle({ type: "setup", trunk, leg, message: message("SETUP", ies) });
    return leg;
  }

  receive(leg: LegId, name: MessageName, ies: readonly InformationElement[] = []): void {
    this.layer.handle({ type: "message", trunk, leg, message: message(name, ies) });
  }

  link(up: boolean): void {
    this.up = up;
    this.layer.handle(up ? { type: "linkUp", trunk } : { type: "linkDown", trunk, reason: "cut" });
  }

  /** A timer runs out, whether it runs or not. */
  fire(owner: TimerOwner, name: string): void {
    this.timers.stop(`${owner}/${name}`);
    this.layer.timer(owner, name);
  }

  /** Lets time pass; timers fire at their time. */
  advance(byMs: number): void {
    const until = this.now + byMs;
    for (let next = this.timers.next(); next !== undefined && next <= until; next = this.timers.next()) {
      this.now = next;
      const timer = this.timers.expire(next);
      if (timer !== undefined) this.layer.timer(timer.owner, timer.name);
    }
    this.now = until;
  }

  runs(owner: TimerOwner, name: string): boolean {
    return this.timers.dueAt(`${owner}/${name}`) !== undefined;
  }

  /** Codes since the last call. */
  taken(): string[] {
    return this.log.splice(0);
  }

  /** By the last transition that was traced. */
  stateOf(connection: ConnectionId): string {
    const of = `${trunk} ${connection}`;
    const last = this.traces.findLast((entry) => entry.type === "transition" && entry.of === of);
    return last?.type === "transition" ? last.to : "Null";
  }

  alarms(): string[] {
    return this.traces.flatMap((entry) => (entry.type === "alarm" ? [entry.text] : []));
  }

  #take(sent: Sent): boolean {
    const octets = sent.draft.ies.reduce((length, ie) => length + ie.octets.length, 0);
    if (!this.up || octets > this.longest) return false;
    this.sent.push(sent);
    this.log.push(codeOfDraft(sent.draft));
    return true;
  }
}

function codeOfDraft({ message: name, ies }: MessageDraft): string {
  const value = find({ ies }, cause)?.cause;
  return `${letters[name] ?? name}${value ?? ""}`;
}

function codeOf(event: ConnectionEvent): string {
  switch (event.type) {
    case "setup":
      return `setup ${event.kind}`;
    case "message":
      return "d";
    case "clearing":
      return `t${event.cause}${reasons[event.reason]}`;
    case "answer":
      return "a";
    case "carried":
      return "k";
    case "gone":
      return "g";
    case "linkUp":
    case "linkDown":
      return event.type;
  }
}

/** A message as it would come off the wire. */
export function message(
  name: MessageName | number,
  ies: readonly InformationElement[] = [],
  callReference: CallReference = { value: 1, flag: 0, length: 2 },
): Message {
  const decoded = decodeMessage(encodeOctets(callReference, typeof name === "number" ? name : messageTypes[name], ies));
  if (decoded instanceof DecodeError) throw new Error(`test message ${name}: ${decoded.code}`);
  return decoded;
}

export function status(why: number, state: number): readonly InformationElement[] {
  return [causeElement(why, 0), element(callState, { codingStandard: 0, state })];
}
