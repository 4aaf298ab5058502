import type { TunnelPlace } from "../codecs/h225/index.ts";
import type { SipKept, SipPdu } from "./trunk/sip-events.ts";

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
