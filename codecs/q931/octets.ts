import { alphabets, textIn } from "../ber/alphabet.ts";
import { DecodeError } from "../error.ts";

/**
 * Reads the contents of one element octet by octet. Reading past the end is remembered and told by `end`, so that a
 * decoder reads as the standard's figure stands, without a check behind every octet.
 */
export class OctetReader {
  private readonly octets: Uint8Array;
  private offset = 0;

  constructor(octets: Uint8Array) {
    this.octets = octets;
  }

  /** Octets not yet read. */
  get left(): number {
    return this.octets.length - this.offset;
  }

  /** The next octet. Past the end: all ones, so that no extension bit asks for more. */
  next(): number {
    const octet = this.octets[this.offset] ?? 0xff;
    this.offset += 1;
    return octet;
  }

  rest(): Uint8Array {
    const octets = this.octets.subarray(Math.min(this.offset, this.octets.length));
    this.offset += octets.length;
    return octets;
  }

  /** The rest as IA5 characters; undefined where an octet is none. */
  ia5(): string | undefined {
    const { octets } = this;
    const text = textIn(alphabets.IA5String, octets, this.offset, octets.length);
    this.offset = Math.max(this.offset, octets.length);
    return typeof text === "string" ? text : undefined;
  }

  /** Octets up to and with the first whose extension bit says last. */
  group(): Uint8Array {
    const from = this.offset;
    let last = false;
    while (!last) last = isLast(this.next());
    return this.octets.subarray(from, this.offset);
  }

  /** The value, or why the octets are not exactly one. */
  end<Value>(value: Value): Value | DecodeError {
    if (this.offset > this.octets.length) return new DecodeError("truncated", this.octets.length);
    if (this.offset < this.octets.length) return new DecodeError("trailingOctets", this.offset);
    return value;
  }

  /** The octet just read has a value outside its type. */
  bad(): DecodeError {
    if (this.offset > this.octets.length) return new DecodeError("truncated", this.octets.length);
    return new DecodeError("badValue", this.offset - 1);
  }
}

/** Bits `high` to `low` of an octet, numbered as the standards do: 8 is sent first, 1 last. */
export function bits(octet: number, high: number, low: number): number {
  return (octet >> (low - 1)) & ((1 << (high - low + 1)) - 1);
}

/** The extension bit, bit 8: one says that the octet group ends here (Q.931 4.5.1). */
export function isLast(octet: number): boolean {
  return (octet & 0x80) !== 0;
}

/** An octet group: the extension bit is set on the last octet and clear on all before it (Q.931 4.5.1). */
export function group(...octets: number[]): number[] {
  const last = octets.length - 1;
  for (let index = 0; index <= last; index += 1) {
    const octet = octets[index] as number;
    octets[index] = index === last ? octet | 0x80 : octet & 0x7f;
  }
  return octets;
}

/** One octet a character, the low eight bits. */
export function textOf(octets: Uint8Array): string {
  let text = "";
  for (const octet of octets) text += String.fromCharCode(octet);
  return text;
}

export function octetsOf(text: string): number[] {
  const octets: number[] = [];
  for (let index = 0; index < text.length; index += 1) octets.push(text.charCodeAt(index));
  return octets;
}
