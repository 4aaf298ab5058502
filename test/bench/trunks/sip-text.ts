/** SIP messages of a load as text, one character an octet: what they need and no more (RFC 3261 8). */

/** What a message says of the call it is of. */
export interface Fields {
  readonly from: string;
  readonly to: string;
  readonly callId: string;
}

/** What a response repeats of its request (RFC 3261 8.2.6.2). */
export interface Repeated extends Fields {
  readonly via: string;
  readonly cseq: string;
}

export interface Body {
  readonly contentType: string;
  readonly octets: Uint8Array;
}

export const via = "SIP/2.0/TCP bench.invalid";
const contact = "Contact: <sip:bench@127.0.0.1;transport=tcp>\r\n";
/** Who has a Contact: what makes a dialog (RFC 3261 12.1). */
const withContact = /^(?:INVITE|SIP\/2\.0 (?:18|200))/;

export function message(firstLine: string, { via, from, to, callId, cseq }: Repeated, body: Body | undefined): Buffer {
  const hops = firstLine.startsWith("SIP/2.0") ? "" : "Max-Forwards: 70\r\n";
  const reach = withContact.test(firstLine) ? contact : "";
  const type = body === undefined ? "" : `Content-Type: ${body.contentType}\r\n`;
  const bodyOctets = body?.octets.length ?? 0;
  const head =
    `${firstLine}\r\nVia: ${via}\r\n${hops}From: ${from}\r\nTo: ${to}\r\nCall-ID: ${callId}\r\nCSeq: ${cseq}\r\n` +
    `${reach}${type}Content-Length: ${bodyOctets}\r\n\r\n`;
  const octets = Buffer.allocUnsafe(head.length + bodyOctets);
  octets.write(head, 0, "latin1");
  if (body !== undefined) octets.set(body.octets, head.length);
  return octets;
}

/** The first line and header fields, each with the CRLF before it. */
export function headOf(frame: Buffer): string {
  return frame.toString("latin1", 0, bodyAt(frame) - 2);
}

export function fieldOf(head: string, name: string): string {
  const at = head.indexOf(`\r\n${name}: `);
  if (at === -1) return "";
  const start = at + name.length + 4;
  return head.slice(start, head.indexOf("\r\n", start));
}

export function repeatedOf(head: string): Repeated {
  return {
    via: fieldOf(head, "Via"),
    from: fieldOf(head, "From"),
    to: fieldOf(head, "To"),
    callId: fieldOf(head, "Call-ID"),
    cseq: fieldOf(head, "CSeq"),
  };
}

/** Where requests in the dialog go: the URI of Contact. */
export function targetOf(head: string): string {
  return /<([^>]*)>/.exec(fieldOf(head, "Contact"))?.[1] ?? "";
}

const headEnd = Buffer.from("\r\n\r\n");
const qsigType = "application/qsig";

function bodyAt(frame: Buffer): number {
  return frame.indexOf(headEnd) + headEnd.length;
}

/** Where QSIG begins in the body, alone or as a part of one; undefined where there is none. */
export function qsigAt(frame: Buffer, head: string): number | undefined {
  const type = fieldOf(head, "Content-Type");
  if (type === qsigType) return bodyAt(frame);
  if (!type.startsWith("multipart/")) return undefined;
  const part = frame.indexOf(qsigType, bodyAt(frame), "latin1");
  return part === -1 ? undefined : frame.indexOf(headEnd, part) + headEnd.length;
}
