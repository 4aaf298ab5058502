/** What `build/libpri-peer` prints; README.md says what each means. */

/** Events by name, with the fields each has beside `at` (Unix time, milliseconds). */
export interface EventFields {
  readonly listening: { readonly port: number };
  readonly "link-up": object;
  readonly "link-lost": { readonly reason: string };
  readonly ready: { readonly version: string };
  readonly "data-link-up": object;
  readonly "data-link-down": object;
  readonly ring: OfCall & {
    readonly channel: number;
    readonly callIndependent: boolean;
    readonly from: string;
    readonly name: string;
    /** Octet 3a of Calling party number, without its extension bit. */
    readonly presentation: number;
    readonly to: string;
  };
  /** One more part of a number that comes in parts. */
  readonly information: OfCall & { readonly digits: string };
  readonly "setup-ack": OfCall;
  readonly proceeding: OfCall;
  readonly progress: OfCall;
  readonly ringing: OfCall;
  readonly answer: OfCall;
  readonly "connect-ack": OfCall;
  readonly facility: OfCall;
  readonly "hangup-request": OfCall & { readonly cause: number };
  readonly hangup: OfCall & { readonly cause: number };
  readonly "hangup-ack": OfCall;
  readonly "connected-line": OfCall & { readonly number: string; readonly name: string };
  readonly "cc-available": OfRecord;
  readonly "cc-request": OfRecord & { readonly mode: "ccbs" | "ccnr" };
  readonly "cc-response": OfRecord & {
    readonly status: "success" | "timeout" | "error" | "reject";
    /** libpri's number of the ROSE error or problem. */
    readonly code: number;
    readonly text?: string;
  };
  readonly "cc-free": OfRecord;
  readonly "cc-b-free": OfRecord;
  readonly "cc-status-request": OfRecord;
  readonly "cc-status-response": OfRecord & { readonly status: "busy" | "free" };
  readonly "cc-status": OfRecord & { readonly status: "busy" | "free" };
  readonly "cc-call": OfRecord;
  readonly "cc-cancel": OfRecord & { readonly side: "originating" | "terminating" };
  readonly "cc-stop-alerting": OfRecord;
  readonly restart: { readonly channel: number };
  readonly "restart-ack": { readonly channel: number };
  readonly notify: { readonly info: number };
  readonly error: object;
  readonly other: { readonly number: number };
}

interface OfCall {
  /** The peer's own number of the call, never used twice. */
  readonly call: number;
}

interface OfRecord extends OfCall {
  /** libpri's number of the call-completion record. */
  readonly cc: number;
}

export type EventName = keyof EventFields;
export type PeerEvent<Name extends EventName = EventName> = {
  readonly [N in Name]: { readonly event: N; readonly at: number } & EventFields[N];
}[Name];

/** One LAPD frame without FCS as it crossed the trunk; `raw`: made by the command `raw`, not by libpri. */
export interface PeerFrame {
  readonly direction: "sent" | "received";
  readonly octets: Uint8Array;
  readonly at: number;
  readonly raw: boolean;
}

/** Commands, and what their replies carry. */
export interface Replies {
  readonly call: { readonly call: number };
  readonly cccall: { readonly call: number };
  readonly ccavail: { readonly cc: number };
  readonly timer: { readonly ms: number };
  readonly digit: object;
  readonly more: object;
  readonly overlap: object;
  readonly proceed: object;
  readonly alert: object;
  readonly divert: object;
  readonly answer: object;
  readonly hangup: object;
  readonly ccreq: object;
  readonly ccrsp: object;
  readonly ccfree: object;
  readonly ccstatus: object;
  readonly cccancel: object;
  readonly ccretain: object;
  readonly ccenable: object;
  readonly autoproceed: object;
  readonly restart: object;
  readonly raw: object;
  readonly cut: object;
  readonly restore: object;
  readonly debug: object;
}

/** A line of the program's output. */
export type Line =
  | PeerEvent
  | {
      readonly event: "frame";
      readonly at: number;
      readonly direction: "sent" | "received";
      readonly hex: string;
      readonly raw?: true;
    }
  | { readonly reply: number; readonly result: number; readonly error?: string };
