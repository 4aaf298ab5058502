import { DecodeError } from "../../codecs/error.ts";
import {
  decodeFrame,
  encodeFrame,
  type Frame,
  modulus,
  n201,
  type SupervisoryName,
  type UnnumberedName,
} from "../../codecs/lapd/index.ts";
import { step } from "../machine.ts";
import {
  type DataLinkAction,
  type DataLinkEvent,
  type DataLinkState,
  type DataLinkVariables,
  distance,
  type MdlErrorCode,
  q921,
  q921Parameters,
} from "./q921.ts";

/**
 * Messages of one link that wait for the peer: sent and not acknowledged, or not yet sent. One more takes the link
 * down.
 */
export const messagesQueuedPerLink = 1024;

/** So many are enough to refuse new calls: those that stand still need the other half. */
export const messagesOfCongestion = messagesQueuedPerLink / 2;

type LinkTimer = "T200" | "T203";

/** What the link asks for, in order. */
export type DataLinkEffect =
  | { readonly type: "frame"; readonly octets: Uint8Array }
  | { readonly type: "deliver"; readonly information: Uint8Array }
  /** DL-ESTABLISH confirm or indication; while established: reset, messages may be lost. */
  | { readonly type: "established" }
  /** DL-RELEASE confirm or indication; `silent`: the peer did not answer at all. */
  | { readonly type: "released"; readonly reason: string; readonly silent: boolean }
  | { readonly type: "startTimer"; readonly timer: LinkTimer; readonly afterMs: number }
  | { readonly type: "stopTimer"; readonly timer: LinkTimer }
  | { readonly type: "error"; readonly code: MdlErrorCode }
  | { readonly type: "transition"; readonly event: string; readonly from: DataLinkState; readonly to: DataLinkState }
  | { readonly type: "ignored"; readonly event: string; readonly state: DataLinkState }
  /** Not a frame for this link: Q.921 2.9 says to discard it. */
  | { readonly type: "discarded"; readonly why: string };

/** One Q.921 data link: the variables of 3.5.2, and the actions of the table. Values in, effects out. */
export class DataLink {
  #state: DataLinkState = "TEI assigned";
  readonly #variables = {
    vs: 0,
    va: 0,
    vr: 0,
    retransmissions: 0,
    peerReceiverBusy: false,
    rejectException: false,
    layer3Initiated: false,
  };
  /** The C/R bit of our commands: 0 on the user side, 1 on the network side (3.3.2). */
  readonly #ourCommand: 0 | 1;
  /** From V(A) on: first what is sent and not acknowledged, then what waits. */
  #queue: Uint8Array[] = [];
  #acknowledgePending = false;
  readonly #runs: Record<LinkTimer, boolean> = { T200: false, T203: false };
  #effects: DataLinkEffect[] = [];

  constructor(side: "user" | "network") {
    this.#ourCommand = side === "user" ? 0 : 1;
  }

  get state(): DataLinkState {
    return this.#state;
  }

  /** Layer 3 may send. While we set the link up anew by ourselves, messages wait. */
  get up(): boolean {
    if (this.#state === "awaiting establishment") return !this.#variables.layer3Initiated;
    return this.#state === "multiple frame established" || this.#state === "timer recovery";
  }

  /** Messages that wait for the peer, sent or not. */
  get waiting(): number {
    return this.#queue.length;
  }

  receive(octets: Uint8Array): DataLinkEffect[] {
    const event = this.#eventOf(octets);
    return typeof event === "string" ? [{ type: "discarded", why: event }] : this.handle(event);
  }

  /** DL-DATA request. Undefined, and nothing sent: the link is down, or the message is longer than N201. */
  send(information: Uint8Array): DataLinkEffect[] | undefined {
    if (!this.up || information.length > n201) return undefined;
    if (this.#queue.length >= messagesQueuedPerLink) return this.handle({ type: "queueFull" });
    this.#queue.push(information);
    this.#transmit();
    return this.#taken();
  }

  handle(event: DataLinkEvent): DataLinkEffect[] {
    if (event.type === "T200" || event.type === "T203") {
      // It was stopped in the millisecond in which it ran out.
      if (!this.#runs[event.type]) return [];
      this.#runs[event.type] = false;
    }
    const from = this.#state;
    const next = step<DataLinkState, DataLinkEvent, DataLinkAction, DataLinkVariables>(
      q921,
      from,
      this.#variables,
      event,
    );
    if ("unexpected" in next) return [{ type: "ignored", event: event.type, state: from }];
    this.#state = next.to;
    if (next.to !== from) this.#effects.push({ type: "transition", event: event.type, from, to: next.to });
    for (const action of next.do) this.#do(action, event);
    this.#transmit();
    if (this.#acknowledgePending) this.#supervise("RR", "response", false);
    return this.#taken();
  }

  #taken(): DataLinkEffect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }

  /** The event of a frame, or why it is discarded. */
  #eventOf(octets: Uint8Array): DataLinkEvent | string {
    const frame = decodeFrame(octets);
    if (frame instanceof DecodeError) {
      const error = isOurs(octets) ? illegalFrames[`${frame.code} ${frame.path}`] : undefined;
      return error === undefined ? `no frame: ${frame.code}` : { type: "illegal", error };
    }
    if (frame.sapi !== sapi || frame.tei !== tei) return `frame for SAPI ${frame.sapi}, TEI ${frame.tei}`;
    const command = frame.commandResponse !== this.#ourCommand;
    if (frame.frame === "SABME" && !command) return "the peer takes the same side as we: one must be user, one network";
    if (command ? responsesOnly.has(frame.frame) : commandsOnly.has(frame.frame))
      return { type: "illegal", error: "L" };
    if (frame.frame === "I")
      return { type: "I", ns: frame.ns, nr: frame.nr, pollFinal: frame.poll, information: frame.information };
    if ("nr" in frame) return { type: frame.frame, nr: frame.nr, pollFinal: frame.pollFinal, command };
    return { type: frame.frame, pollFinal: frame.pollFinal };
  }

  #do(action: DataLinkAction, event: DataLinkEvent): void {
    const variables = this.#variables;
    switch (action) {
      case "sendSABME":
        return this.#unnumbered("SABME", true);
      case "sendDISC":
        return this.#unnumbered("DISC", true);
      case "sendUA":
        return this.#unnumbered("UA", isPoll(event));
      case "sendDM":
        return this.#unnumbered("DM", isPoll(event));
      case "enquire":
        this.#supervise("RR", "command", true);
        return this.#startTimer("T200");
      case "respond":
        return this.#supervise("RR", "response", true);
      case "reject":
        return this.#supervise("REJ", "response", isPoll(event));
      case "accept":
        variables.vr = following(variables.vr);
        if (event.type === "I") this.#effects.push({ type: "deliver", information: event.information });
        return;
      case "owe":
        this.#acknowledgePending = true;
        return;
      case "acknowledge":
        return this.#acknowledge(event);
      case "retransmit":
        variables.vs = variables.va;
        return;
      case "setRejectException":
      case "clearRejectException":
        variables.rejectException = action === "setRejectException";
        return;
      case "peerBusy":
      case "peerReady":
        variables.peerReceiverBusy = action === "peerBusy";
        return;
      case "byLayer3":
      case "byUs":
        variables.layer3Initiated = action === "byLayer3";
        return;
      default:
        return this.#settle(action, event);
    }
  }

  /** The actions on timers, queue and layer 3. */
  #settle(action: SettlingAction, event: DataLinkEvent): void {
    const variables = this.#variables;
    switch (action) {
      case "clearExceptions":
        variables.peerReceiverBusy = false;
        variables.rejectException = false;
        this.#acknowledgePending = false;
        return;
      case "resetVariables":
        variables.vs = 0;
        variables.va = 0;
        variables.vr = 0;
        return;
      case "resetCount":
        variables.retransmissions = 0;
        return;
      case "count":
        variables.retransmissions += 1;
        return;
      case "discardQueue":
        return this.#discardQueue();
      case "startT200":
        return this.#startTimer("T200");
      case "stopT200":
        return this.#stopTimer("T200");
      case "startT203":
        return this.#startTimer("T203");
      case "stopT203":
        return this.#stopTimer("T203");
      case "indicateEstablished":
        this.#effects.push({ type: "established" });
        return;
      case "indicateReleased":
        this.#discardQueue();
        this.#effects.push({ type: "released", reason: releaseReason(event), silent: event.type === "T200" });
        return;
      default:
        this.#effects.push({ type: "error", code: action });
    }
  }

  #discardQueue(): void {
    this.#queue = [];
    this.#variables.vs = this.#variables.va;
  }

  /** 5.6.3.2: the peer has everything before N(R). */
  #acknowledge(event: DataLinkEvent): void {
    if (!("nr" in event)) return;
    this.#queue.splice(0, distance(this.#variables.va, event.nr));
    this.#variables.va = event.nr;
  }

  /** 5.6.1: I frames leave while the window is open and the peer takes them; each carries the acknowledgement owed. */
  #transmit(): void {
    const variables = this.#variables;
    while (this.#state === "multiple frame established" && !variables.peerReceiverBusy) {
      const outstanding = distance(variables.va, variables.vs);
      const information = this.#queue[outstanding];
      if (information === undefined || outstanding >= q921Parameters.k) return;
      const { vs: ns, vr: nr } = variables;
      this.#frame({ sapi, tei, commandResponse: this.#ourCommand, frame: "I", ns, nr, poll: false, information });
      variables.vs = following(variables.vs);
      this.#acknowledgePending = false;
      if (this.#runs.T200) continue;
      this.#stopTimer("T203");
      this.#startTimer("T200");
    }
  }

  #unnumbered(frame: UnnumberedName, pollFinal: boolean): void {
    const commandResponse = this.#bitOf(frame === "SABME" || frame === "DISC" ? "command" : "response");
    this.#frame({ sapi, tei, commandResponse, frame, pollFinal, information: none });
  }

  #supervise(frame: SupervisoryName, role: Role, pollFinal: boolean): void {
    this.#acknowledgePending = false;
    this.#frame({ sapi, tei, commandResponse: this.#bitOf(role), frame, nr: this.#variables.vr, pollFinal });
  }

  /** C/R of our frames in this role (3.3.2). */
  #bitOf(role: Role): 0 | 1 {
    if (role === "command") return this.#ourCommand;
    return this.#ourCommand === 0 ? 1 : 0;
  }

  #frame(frame: Frame): void {
    this.#effects.push({ type: "frame", octets: encodeFrame(frame) });
  }

  #startTimer(timer: LinkTimer): void {
    this.#runs[timer] = true;
    const afterMs = timer === "T200" ? q921Parameters.t200Ms : q921Parameters.t203Ms;
    this.#effects.push({ type: "startTimer", timer, afterMs });
  }

  #stopTimer(timer: LinkTimer): void {
    if (!this.#runs[timer]) return;
    this.#runs[timer] = false;
    this.#effects.push({ type: "stopTimer", timer });
  }
}

type Role = "command" | "response";
type SettlingAction =
  | "clearExceptions"
  | "resetVariables"
  | "resetCount"
  | "count"
  | "discardQueue"
  | `${"start" | "stop"}${LinkTimer}`
  | "indicateEstablished"
  | "indicateReleased"
  | MdlErrorCode;

/** SAPI 0, TEI 0: call control on a point-to-point link (ECMA-141). */
const sapi = 0;
const tei = 0;
/** Table 5. Supervisory frames are both. */
const commandsOnly: ReadonlySet<Frame["frame"]> = new Set<Frame["frame"]>(["I", "SABME", "UI", "DISC"]);
const responsesOnly: ReadonlySet<Frame["frame"]> = new Set<Frame["frame"]>(["DM", "UA", "FRMR"]);
const none = new Uint8Array(0);

/**
 * Which decode errors are a frame rejection condition (5.8.5), by code and path; all others make no frame at all (2.9).
 */
const illegalFrames: Readonly<Record<string, "L" | "M" | "N" | "O">> = {
  "badValue control": "L",
  "trailingOctets ": "M",
  "truncated control": "N",
  "tooLong ": "O",
};

function isOurs([octet2 = 0xff, octet3]: Uint8Array): boolean {
  return octet2 >> 2 === sapi && octet3 === ((tei << 1) | 1);
}

function isPoll(event: DataLinkEvent): boolean {
  return "pollFinal" in event && event.pollFinal;
}

function following(sequenceNumber: number): number {
  return (sequenceNumber + 1) % modulus;
}

/** ONE table: why the link went down, in words. */
const releaseReasons: Readonly<Partial<Record<DataLinkEvent["type"], string>>> = {
  DISC: "the peer released the link (DISC)",
  DM: "the peer refused the link (DM)",
  UA: "the link was released",
  T200: "the peer does not answer on layer 2",
  queueFull: `the peer takes no messages: more than ${messagesQueuedPerLink} wait`,
};

function releaseReason(event: DataLinkEvent): string {
  return event.type === "deactivation" ? event.reason : (releaseReasons[event.type] ?? event.type);
}
