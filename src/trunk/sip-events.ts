import type { SipAddress } from "../../codecs/sip/address.ts";
import type { SipBody } from "../../codecs/sip/body.ts";

/** The methods that a trunk uses; the rim answers others. */
export type SipMethod = "INVITE" | "ACK" | "BYE" | "CANCEL" | "INFO" | "OPTIONS";

/** A header field: its name in any case, its value without folding, one character an octet. */
export type SipHeader = readonly [name: string, value: string];

interface OfCall {
  /** Names a call for its whole life: the rim those of peers, the machine its own. Empty: of no call. */
  readonly call: string;
  /** Names a request among those of its side; CANCEL and ACK have that of their INVITE. */
  readonly transaction: number;
  readonly method: SipMethod;
  readonly headers: readonly SipHeader[];
  readonly body?: SipBody;
}

export interface SipRequest extends OfCall {
  readonly type: "request";
  /** The user part of the Request-URI, of an INVITE that begins a call. */
  readonly to?: string;
  /** Of an INVITE of ours that begins a call; of a peer's it stands in `headers`. */
  readonly from?: SipAddress;
}

/** `status` 408 and 503 come from the rim too, where nobody answered or the connection was gone. */
export interface SipResponse extends OfCall {
  readonly type: "response";
  readonly status: number;
}

/** A SIP message without what transactions and dialogs need (RFC 3261 12, 17: the rim's). */
export type SipMessage = SipRequest | SipResponse;

type BodyApart<Message> = Message extends SipMessage
  ? Omit<Message, "body"> & { readonly contentType?: string }
  : never;

/** As it crosses the seam. */
export interface SipPdu {
  readonly carrier: "sip";
  readonly event: BodyApart<SipMessage>;
  /** Of the body, whose type the event has; none without one. */
  readonly octets: Uint8Array;
}

export function sipPdu(message: SipMessage): SipPdu {
  // Taking a property out costs as much as all else here: most messages have none.
  if (message.body === undefined) return { carrier: "sip", event: message, octets: none };
  const { body, ...event } = message;
  return { carrier: "sip", event: { ...event, contentType: body.contentType }, octets: body.octets };
}

const none = new Uint8Array(0);

export function sipMessage({ event, octets }: SipPdu): SipMessage {
  const { contentType } = event;
  return contentType === undefined ? event : { ...event, body: { contentType, octets } };
}

/** What a SIP message brought beside QSIG, for a leg that is SIP as well. Addresses of media pass unread. */
export interface SipKept {
  readonly carrier: "sip";
  /** Beside a QSIG message, or what passes without one: ACK, an INVITE in the call, and the answer to that. */
  readonly part: "beside" | "ACK" | "INVITE" | "answer";
  /** Of a response. */
  readonly status?: number;
  readonly headers: readonly SipHeader[];
  readonly sdp?: SipBody;
}

/** The values of the header fields of this name, in their order. */
export function headersOf(headers: readonly SipHeader[], name: string): readonly string[] {
  return headers.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value);
}
