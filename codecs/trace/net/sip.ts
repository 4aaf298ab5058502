import { latin } from "../latin.ts";

/** Parts that a multipart body may have, in one another too. */
export const sipPartsLimit = 64;

/** Bodies that hold a QSIG message (RFC 3204 3.1, and what Cisco's gateways call it). */
const qsigTypes = new Set(["application/qsig", "application/x-q931"]);

const headEnd = "\r\n\r\n";
const startOctetsLimit = 40;

/** Whether a SIP message begins here (RFC 3261 7.1, 7.2). */
export function isSipStart(octets: Uint8Array): boolean {
  return /^(?:SIP\/2\.0 |[A-Z]{2,20} (?:sips?|tel):)/.test(latin(octets.subarray(0, startOctetsLimit)));
}

/** Whether these few octets may become the beginning of one. */
export function maySipStart(octets: Uint8Array): boolean {
  if (octets.length >= startOctetsLimit) return false;
  const text = latin(octets);
  return "SIP/2.0 ".startsWith(text) || /^[A-Z]{1,20}(?: [a-z]{0,4})?$/.test(text);
}

/** Start line and headers with the empty line behind them; undefined until that comes within the limit. */
export function headOf(octets: Uint8Array, limit: number): string | undefined {
  const text = latin(octets.subarray(0, limit));
  const end = text.indexOf(headEnd);
  return end === -1 ? undefined : text.slice(0, end + headEnd.length);
}

/** RFC 3261 20.14; undefined where the message does not say it. */
export function contentLengthOf(head: string): number | undefined {
  const value = headerOf(head, "content-length", "l");
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** The QSIG messages in the body of a whole SIP message. */
export function qsigBodies(octets: Uint8Array): Uint8Array[] {
  const text = latin(octets);
  const end = text.indexOf(headEnd);
  if (end === -1) return [];
  const start = end + headEnd.length;
  const spans: Span[] = [];
  addParts(text, { start, end: start + (contentLengthOf(text.slice(0, start)) ?? text.length) }, 0, spans);
  return spans.map((span) => octets.subarray(span.start, span.end));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Adds what holds QSIG of the body `of`, whose headers begin at `head` and end where it starts. */
function addParts(text: string, of: Span, head: number, found: Span[]): void {
  const [type = "", ...parameters] = (headerOf(text.slice(head, of.start), "content-type", "c") ?? "").split(";");
  const name = type.trim().toLowerCase();
  if (qsigTypes.has(name)) found.push({ start: of.start, end: Math.min(of.end, text.length) });
  if (!name.startsWith("multipart/")) return;
  const boundary = parameters.map((each) => /^\s*boundary\s*=\s*"?([^"]{1,70}?)"?\s*$/i.exec(each)?.[1]).find(Boolean);
  if (boundary === undefined) return;
  for (const part of partsOf(text, of, `--${boundary}`)) {
    const end = text.indexOf(headEnd, part.start);
    if (end === -1 || end >= part.end || found.length === sipPartsLimit) continue;
    addParts(text, { start: end + headEnd.length, end: part.end }, part.start, found);
  }
}

/** What stands between the boundaries (RFC 2046 5.1.1); each part with the line end before its own headers. */
function partsOf(text: string, of: Span, boundary: string): Span[] {
  const parts: Span[] = [];
  let at = text.indexOf(boundary, of.start);
  while (at !== -1 && at < of.end && parts.length < sipPartsLimit) {
    const start = at + boundary.length;
    if (text.startsWith("--", start)) break;
    const next = text.indexOf(`\r\n${boundary}`, start);
    parts.push({ start, end: next === -1 ? Math.min(of.end, text.length) : next });
    at = next === -1 ? -1 : next + 2;
  }
  return parts;
}

/** The value of a header by its long or its short name; a folded one as one line. */
function headerOf(head: string, name: string, short: string): string | undefined {
  const lines = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  for (const line of lines) {
    const colon = line.indexOf(":");
    const found = colon === -1 ? "" : line.slice(0, colon).trim().toLowerCase();
    if (found === name || found === short) return line.slice(colon + 1).trim();
  }
  return undefined;
}
