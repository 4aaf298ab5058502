/** The body of a SIP message: its Content-Type as it stands there, and its octets. */
export interface SipBody {
  readonly contentType: string;
  readonly octets: Uint8Array;
}

/** Parts of a multipart body that are read; a body of more is not. */
export const mostParts = 8;

/** QSIG in a body (RFC 3204); the second is what older Cisco routers write [S]. */
const qsigTypes: ReadonlySet<string> = new Set(["application/qsig", "application/x-q931"]);
const sdpType = "application/sdp";

/** What a body holds for us; both absent where there is neither. */
export interface Contents {
  readonly qsig?: Uint8Array;
  readonly sdp?: SipBody;
}

/** Reads a body, of one part or `multipart/mixed` (RFC 2046 5.1). What is neither QSIG nor SDP is left. */
export function contentsOf(body: SipBody | undefined): Contents {
  const parts = body === undefined ? [] : partsOf(body);
  const qsig = parts.find(({ contentType }) => qsigTypes.has(mediaType(contentType)))?.octets;
  const sdp = parts.find(({ contentType }) => mediaType(contentType) === sdpType);
  return { ...(qsig === undefined ? {} : { qsig }), ...(sdp === undefined ? {} : { sdp }) };
}

/** The body that holds both, or the one that there is. */
export function bodyOf({ qsig, sdp }: Contents): SipBody | undefined {
  if (qsig === undefined) return sdp;
  const own: SipBody = { contentType: "application/qsig", octets: qsig };
  return sdp === undefined ? own : multipart([sdp, own]);
}

/** The media type in lower case, without parameters. */
export function mediaType(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

/** A boundary that is in none of the parts. */
function multipart(parts: readonly SipBody[]): SipBody {
  const contents = parts.map(({ octets }) => latin1(octets));
  let boundary = "qsig";
  while (contents.some((content) => content.includes(boundary))) boundary += "-";
  const text = parts.map(
    ({ contentType }, at) =>
      `--${boundary}\r\nContent-Type: ${contentType}${dispositionOf(contentType)}\r\n\r\n${contents[at]}\r\n`,
  );
  return {
    contentType: `multipart/mixed;boundary=${boundary}`,
    octets: octetsOf(`${text.join("")}--${boundary}--\r\n`),
  };
}

/** RFC 3204 3: a gateway must know what to do with it, else the request makes no sense. */
function dispositionOf(contentType: string): string {
  return qsigTypes.has(contentType) ? "\r\nContent-Disposition: signal;handling=required" : "";
}

/** None where the boundary is absent or the parts are too many. */
function partsOf(body: SipBody): readonly SipBody[] {
  if (!mediaType(body.contentType).startsWith("multipart/")) return [body];
  const [, quoted, plain] = /;\s*boundary\s*=\s*(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(body.contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return [];
  // The CRLF before a boundary belongs to it (RFC 2046 5.1.1).
  const pieces = `\r\n${latin1(body.octets)}`.split(`\r\n--${boundary}`).slice(1);
  const end = pieces.findIndex((piece) => piece.startsWith("--"));
  if (end < 0 || end > mostParts) return [];
  return pieces.slice(0, end).flatMap(partOf);
}

function partOf(piece: string): SipBody[] {
  const start = piece.indexOf("\r\n");
  const end = piece.indexOf("\r\n\r\n", start);
  if (start < 0 || end < 0) return [];
  const type = /^content-type[ \t]*:[ \t]*(\S[^\r\n]*)$/im.exec(piece.slice(start + 2, end))?.[1];
  return type === undefined ? [] : [{ contentType: type.trim(), octets: octetsOf(piece.slice(end + 4)) }];
}

/** So many octets become characters in one call: more would be too many arguments. */
const charactersAtOnce = 1024;

function latin1(octets: Uint8Array): string {
  let text = "";
  for (let at = 0; at < octets.length; at += charactersAtOnce) {
    text += String.fromCharCode(...octets.subarray(at, at + charactersAtOnce));
  }
  return text;
}

function octetsOf(text: string): Uint8Array {
  const octets = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) octets[at] = text.charCodeAt(at);
  return octets;
}
