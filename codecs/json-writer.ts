import { hexDigits } from "./shape.ts";

const initialOctets = 65_536;

/** What one character of a text takes at most: an escape. */
const characterOctets = 6;

/** Members' names as they are printed, with quotes and colon. Names of ours: they are few and need no escape. */
const names = new Map<string, Uint8Array>();

/** JSON that is text, or a part of one, as the octets that are printed of it. ASCII. */
export function jsonOctets(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/**
 * JSON as its octets, written at once: neither an object nor a string stands between a value and what is printed of it.
 * What it writes of a value is what `toJson` makes of it.
 */
export class JsonWriter {
  #octets = new Uint8Array(initialOctets);
  #at = 0;

  /** Octets written and not yet taken. */
  get length(): number {
    return this.#at;
  }

  /** What was written. It stands until more is written, over it. */
  take(): Uint8Array {
    const taken = this.#octets.subarray(0, this.#at);
    this.#at = 0;
    return taken;
  }

  value(value: unknown): void {
    switch (typeof value) {
      case "string":
        return this.string(value);
      case "number":
        return this.number(value);
      case "object":
        if (value === null) return this.raw("null");
        if (value instanceof Uint8Array) return this.hex(value);
        if (Array.isArray(value)) return this.list(value);
        return this.object(value);
      default:
        return this.raw(String(value));
    }
  }

  object(value: object): void {
    this.#octet(0x7b);
    this.members(value);
    this.#octet(0x7d);
  }

  /** Those of an object without its braces: others may follow. `problems` are told elsewhere, and perhaps one more. */
  members(value: object, without = "problems"): void {
    let isFirst = true;
    for (const name in value) {
      const member = (value as Readonly<Record<string, unknown>>)[name];
      if (member === undefined || name === "problems" || name === without) continue;
      if (!isFirst) this.#octet(0x2c);
      isFirst = false;
      this.name(name);
      this.value(member);
    }
  }

  list(values: readonly unknown[]): void {
    this.#octet(0x5b);
    for (let index = 0; index < values.length; index += 1) {
      if (index > 0) this.#octet(0x2c);
      this.value(values[index]);
    }
    this.#octet(0x5d);
  }

  name(name: string): void {
    let octets = names.get(name);
    if (octets === undefined) {
      octets = jsonOctets(`"${name}":`);
      names.set(name, octets);
    }
    this.octets(octets);
  }

  string(text: string): void {
    this.#makeRoom(text.length + 2);
    const out = this.#octets;
    let at = this.#at;
    out[at++] = 0x22;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code < 0x20 || code > 0x7e || code === 0x22 || code === 0x5c) return this.raw(JSON.stringify(text));
      out[at++] = code;
    }
    out[at++] = 0x22;
    this.#at = at;
  }

  number(value: number): void {
    if (!(value >= 0 && value < 1e9 && Number.isInteger(value))) return this.raw(String(value));
    this.#makeRoom(9);
    let end = this.#at + 1;
    for (let rest = value; rest >= 10; rest = (rest / 10) | 0) end += 1;
    this.#at = end;
    let rest = value;
    do {
      const tenth = (rest / 10) | 0;
      this.#octets[--end] = 0x30 + rest - 10 * tenth;
      rest = tenth;
    } while (rest > 0);
  }

  /** In quotes, two lower case digits an octet. */
  hex(octets: Uint8Array): void {
    this.#makeRoom(2 * octets.length + 2);
    const out = this.#octets;
    let at = this.#at;
    out[at++] = 0x22;
    for (let index = 0; index < octets.length; index += 1) {
      const octet = octets[index] as number;
      out[at++] = hexDigits.charCodeAt(octet >> 4);
      out[at++] = hexDigits.charCodeAt(octet & 15);
    }
    out[at++] = 0x22;
    this.#at = at;
  }

  /** JSON that stands already, or a part of one. */
  octets(octets: Uint8Array): void {
    this.#makeRoom(octets.length);
    const out = this.#octets;
    let at = this.#at;
    for (let index = 0; index < octets.length; index += 1) out[at++] = octets[index] as number;
    this.#at = at;
  }

  /** What was written from one place to another since the last `take`, once more. */
  again(start: number, end: number): void {
    this.#makeRoom(end - start);
    this.#octets.copyWithin(this.#at, start, end);
    this.#at += end - start;
  }

  /** JSON as text, or a part of one. Beyond ASCII, UTF-8 as far as our texts go, then an escape. */
  raw(text: string): void {
    this.#makeRoom(characterOctets * text.length);
    const out = this.#octets;
    let at = this.#at;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code < 0x80) out[at++] = code;
      else if (code < 0x800) {
        out[at++] = 0xc0 | (code >> 6);
        out[at++] = 0x80 | (code & 0x3f);
      } else {
        for (const character of `\\u${code.toString(16).padStart(4, "0")}`) out[at++] = character.charCodeAt(0);
      }
    }
    this.#at = at;
  }

  #octet(octet: number): void {
    if (this.#at === this.#octets.length) this.#makeRoom(1);
    this.#octets[this.#at++] = octet;
  }

  #makeRoom(octets: number): void {
    if (this.#at + octets <= this.#octets.length) return;
    const larger = new Uint8Array(2 * (this.#at + octets));
    larger.set(this.#octets.subarray(0, this.#at));
    this.#octets = larger;
  }
}
