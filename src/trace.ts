import type { Leniency } from "../codecs/leniencies.ts";
import type { Channel, RequestId, Trunk } from "./ids.ts";
import type { Pdu } from "./pdu.ts";

/**
 * One entry for each input, output and transition: the ladder, a request's timeline, the audit, metrics and the capture
 * file all derive from these. Numbers stand unmasked here; whoever prints masks.
 */
export type TraceEntry = { readonly at: number } & (
  | {
      /** One PDU as it crossed the seam. */
      readonly type: "pdu";
      readonly trunk: Trunk;
      readonly channel: Channel;
      readonly direction: "in" | "out";
      readonly carrier: Pdu["carrier"];
      readonly octets: Uint8Array;
    }
  | {
      /** One whole layer-3 message. */
      readonly type: "message";
      readonly trunk: Trunk;
      readonly direction: "in" | "out";
      readonly octets: Uint8Array;
    }
  | {
      readonly type: "transition";
      readonly machine: "originating" | "terminating" | "connection" | "lapd" | "iua" | "h323" | "sip";
      /** The request, or `trunk` and leg of a connection. */
      readonly of: string;
      readonly event: string;
      readonly from: string;
      readonly to: string;
      /** In words, for the timeline: "refused: 2001 does not accept call back". */
      readonly reason?: string;
    }
  | {
      readonly type: "ignored";
      readonly machine: string;
      readonly of: string;
      readonly event: string;
      readonly state: string;
    }
  | {
      readonly type: "timer";
      readonly of: string;
      readonly timer: string;
      readonly change: "start" | "stop" | "expired";
      readonly afterMs?: number;
    }
  | {
      /** The last message received needs this leniency; once a message however often it does. */
      readonly type: "leniency";
      readonly trunk: Trunk;
      readonly leniency: Leniency;
      readonly verdict: "accepted" | "refused";
    }
  | { readonly type: "request"; readonly request: RequestId; readonly text: string }
  | {
      /** A SETUP that came on this trunk and was not relayed. */
      readonly type: "refused";
      readonly trunk: Trunk;
      readonly kind: "call" | "cis";
      /** Q.850. */
      readonly cause: number;
      readonly text: string;
    }
  /** Something a peer sent on this trunk that could not be passed on. */
  | { readonly type: "dropped"; readonly trunk: Trunk; readonly text: string }
  /** An error was thrown in call completion during that: a fault of this program. Calls go on (onFault). */
  | { readonly type: "fault"; readonly during: string; readonly text: string }
  | { readonly type: "alarm"; readonly trunk: Trunk; readonly text: string }
);
