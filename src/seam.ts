import type { FailedCall, LineKey, LineReport } from "./lines/line.ts";
import type { Config } from "./config.ts";
import type { StoredRequest } from "./completion/record.ts";
import type { Channel, RequestId, Trunk } from "./ids.ts";
import type { Pdu } from "./pdu.ts";
import type { TraceEntry } from "./trace.ts";
import type { Screen, UserKey, UserPress } from "./users/screen.ts";

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
