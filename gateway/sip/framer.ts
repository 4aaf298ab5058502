import type { SipLimits } from "./limits.ts";

/** What one push of octets gave. */
export interface Framed {
  /** Whole messages, one character an octet (latin1): what is not ASCII passes as it came. */
  readonly messages: readonly string[];
  /** Double CRLFs between messages: the peer wants a CRLF back (RFC 5626 4.4.1). */
  readonly pings: number;
}

const headEnd = Buffer.from("\r\n\r\n");
const [cr, lf] = [0x0d, 0x0a];
const contentLength = /\r\n(?:content-length|l)[ \t]*:[ \t]*(\d{1,9})[ \t]*(?=\r\n)/gi;

/** Cuts a stream into SIP messages by Content-Length, which a stream must have (RFC 3261 18.3, 20.14). */
export class SipFramer {
  readonly #limits: SipLimits;
  #rest: Buffer = Buffer.alloc(0);
  /** From where on the end of the head is looked for: each octet is looked at once, however slowly they come. */
  #seen = 0;
  #length: number | undefined;
  #fault: string | undefined;

  constructor(limits: SipLimits) {
    this.#limits = limits;
  }

  /** Why the octets of a peer cannot be SIP any more, in words. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** A message has begun and is not whole yet. */
  get partial(): boolean {
    return this.#rest.length > 0;
  }

  push(chunk: Uint8Array): Framed {
    const octets = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    this.#rest = this.#rest.length === 0 ? octets : Buffer.concat([this.#rest, octets]);
    const messages: string[] = [];
    let pings = 0;
    while (this.#fault === undefined) {
      pings += this.#skipEmptyLines();
      const message = this.#next();
      if (message === undefined) break;
      messages.push(message);
    }
    if (this.#fault !== undefined) this.#rest = Buffer.alloc(0);
    return { messages, pings };
  }

  #next(): string | undefined {
    if (this.#length === undefined && !this.#measure()) return undefined;
    const length = this.#length ?? 0;
    if (this.#rest.length < length) return undefined;
    const message = this.#rest.toString("latin1", 0, length);
    this.#rest = this.#rest.subarray(length);
    this.#length = undefined;
    this.#seen = 0;
    return message;
  }

  /** True once the head says how long the message is. */
  #measure(): boolean {
    const { headOctets, headerFields, bodyOctets } = this.#limits;
    const end = this.#rest.indexOf(headEnd, this.#seen);
    const head = end < 0 ? this.#rest.length : end + headEnd.length;
    if (head > headOctets) return this.#fail(`a head of more than ${headOctets} octets`);
    if (!startsAsSip(this.#rest)) return this.#fail("what is not SIP/2.0");
    if (end < 0) {
      this.#seen = Math.max(0, this.#rest.length - headEnd.length + 1);
      return false;
    }
    const text = this.#rest.toString("latin1", 0, head);
    if (text.split("\r\n").length - 3 > headerFields) return this.#fail(`more than ${headerFields} header fields`);
    const lengths = new Set([...text.matchAll(contentLength)].map(([, digits]) => Number(digits)));
    const [length] = lengths;
    if (length === undefined || lengths.size > 1) return this.#fail("a message without one Content-Length");
    if (length > bodyOctets) return this.#fail(`a body of more than ${bodyOctets} octets`);
    this.#length = head + length;
    return true;
  }

  /** CRLFs before a message keep the connection alive (RFC 3261 7.5, RFC 5626 4.4.1). */
  #skipEmptyLines(): number {
    if (this.#length !== undefined) return 0;
    let at = 0;
    while (this.#rest[at] === cr && this.#rest[at + 1] === lf) at += 2;
    if (at > 0) {
      this.#rest = this.#rest.subarray(at);
      this.#seen = 0;
    }
    return Math.floor(at / 4);
  }

  #fail(what: string): false {
    this.#fault = `the peer sent ${what}`;
    return false;
  }
}

const response = "SIP/2.0 ";

/** As far as it is there: a status line, or a request line whose method is a token. */
function startsAsSip(octets: Buffer): boolean {
  const text = octets.toString("latin1", 0, Math.min(octets.length, 2048));
  const end = text.indexOf("\r\n");
  const line = end < 0 ? text : text.slice(0, end);
  if (line.startsWith(response.slice(0, line.length))) return true;
  if (end < 0) return text.length < 2048 && /^\r?$|^[A-Za-z0-9.!%*_+`'~-]{1,32}($|\r$| [ -~\x80-\xff]*\r?$)/.test(line);
  return /^[A-Za-z0-9.!%*_+`'~-]{1,32} \S{1,1024} SIP\/2\.0$/.test(line);
}
