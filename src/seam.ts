import type { TunnelPlace } from "../codecs/h225/index.ts";
import type { FailedCall, LineKey, LineReport } from "./lines/line.ts";
import type { Config } from "./config.ts";
import type { StoredRequest } from "./completion/record.ts";
import type { TraceEntry } from "./trace.ts";
import type { SipKept, SipPdu } from "./trunk/sip-events.ts";
import type { Screen, UserKey, UserPress } from "./users/screen.ts";

/** A trunk is named by its neighbour: each neighbour has one. */
export type Trunk = string;
/** One transport connection of a trunk. The rim names what a peer opened, the core names what it asks for. */
export type Channel = string;
/** The number a request keeps for life, unique in one core and never used again. */
export type RequestId = string;

/** What a carrier moves. `h225`: a message without its TPKT; `qsig`: a layer-3 message, no layer 2 (in-process). */
export type Pdu =
  | { readonly carrier: "lapd" | "qsig" | "h225"; readonly octets: Uint8Array }
  /** One IUA message, and the SCTP stream it goes on. */
  | { readonly carrier: "iua"; readonly octets: Uint8Array; readonly stream: number }
  | SipPdu;

/**
 * What came beside a QSIG message and is not ours to read: media addresses, tokens, what nobody here knows. The relay
 * takes it to the other leg as it is; a trunk of the same carrier sends it on, any other drops it. Plain data, so that
 * it can stand in a PDU of the seam and in a recording.
 */
export type Opaque = KeptH225 | SipKept;

/** An outer H.225.0 message as it came, without its TPKT. */
export interface KeptH225 {
  readonly carrier: "h225";
  readonly octets: Uint8Array;
  /** The QSIG messages of its tunnel; where it has none, the one that it stands for (R13.8). */
  readonly messages: readonly Uint8Array[];
  readonly isTunnelled: boolean;
  /** Where its tunnel stands, where that is known. */
  readonly tunnelPlace?: TunnelPlace | undefined;
  /** Of a SETUP. */
  readonly identifiers?: Identifiers;
  /** It says something beside these: a FACILITY that only brought them may go with them (R13.3). */
  readonly saysMore: boolean;
}

/** What an H.225.0 call is known by from end to end (H.225.0 7.5). */
export interface Identifiers {
  readonly callIdentifier: Uint8Array;
  readonly conferenceID: Uint8Array;
}

/** Everything that can happen to the core; what is of one neighbour, in its order. */
export type Input =
  | { readonly type: "configure"; readonly config: Config; readonly seed: Uint8Array }
  | { readonly type: "restore"; readonly records: readonly StoredRequest[] }
  | { readonly type: "timeout" }
  | { readonly type: "opened"; readonly trunk: Trunk; readonly channel: Channel; readonly by: "us" | "peer" }
  | { readonly type: "received"; readonly trunk: Trunk; readonly channel: Channel; readonly pdu: Pdu }
  | { readonly type: "closed"; readonly trunk: Trunk; readonly channel: Channel; readonly reason: string }
  | { readonly type: "flow"; readonly trunk: Trunk; readonly channel: Channel; readonly writable: boolean }
  /** The whole truth about a line, never a delta; "lost" while the monitor cannot see it, "absent" for no such line. */
  | { readonly type: "line"; readonly line: LineKey; readonly snapshot: LineReport }
  /** A call inside a cluster failed: its user may ask for call back (R15). */
  | { readonly type: "callFailed"; readonly call: FailedCall }
  | { readonly type: "user"; readonly user: UserKey; readonly press: UserPress }
  /** Answer to the output of that `id`. */
  | { readonly type: "done"; readonly of: number; readonly ok: boolean; readonly reason?: string }
  | { readonly type: "store"; readonly state: "ok" | "full" | "away" }
  | { readonly type: "operator"; readonly command: OperatorCommand }
  /** The last input: data links are told goodbye. Calls and requests are not: they may go on after a restart. */
  | { readonly type: "stop" };

export type OperatorCommand =
  | { readonly command: "activate"; readonly user: UserKey; readonly to: string }
  | { readonly command: "cancel"; readonly request: RequestId }
  | { readonly command: "restart"; readonly trunk: Trunk };

/** Everything the core asks for. `after` is the number of the save that must be durable first, 0 for none. */
export type Output =
  | { readonly type: "save"; readonly save: number; readonly request: RequestId; readonly record: StoredRequest | null }
  | {
      readonly type: "open";
      readonly id: number;
      readonly after: number;
      readonly trunk: Trunk;
      readonly channel: Channel;
    }
  | {
      readonly type: "send";
      readonly after: number;
      readonly trunk: Trunk;
      readonly channel: Channel;
      readonly pdu: Pdu;
    }
  | {
      readonly type: "close";
      readonly after: number;
      readonly trunk: Trunk;
      readonly channel: Channel;
      readonly reason: string;
    }
  | { readonly type: "watch" | "unwatch"; readonly line: LineKey }
  | {
      readonly type: "notify";
      readonly id: number;
      readonly after: number;
      readonly user: UserKey;
      /** null takes the screen away. */
      readonly screen: Screen | null;
      readonly sound: boolean;
    }
  | {
      readonly type: "placeCall";
      readonly id: number;
      readonly after: number;
      readonly user: UserKey;
      readonly to: string;
      readonly request: RequestId;
    }
  | { readonly type: "trace"; readonly entry: TraceEntry };

/**
 * The seam between the pure core and the rim: three verbs, no callbacks, no clock. `now` is Unix time in
 * milliseconds.
 */
export interface Core {
  handle(input: Input, now: number): void;
  poll(): Output | undefined;
  nextTimeout(): number | undefined;
}

/** One change of the durable state: the record after its step, or null when the request has ended. */
export interface Save {
  readonly save: number;
  readonly request: RequestId;
  readonly record: StoredRequest | null;
}
