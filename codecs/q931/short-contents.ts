import { DecodeError } from "../error.ts";
import { Strictness } from "../leniencies.ts";
import type { AnyElementCodec } from "./elements.ts";
import { isInForm } from "./form.ts";

/** Contents of so many octets at most: with identifier and codeset they make one whole number that a double holds. */
export const shortOctets = 4;

/** Values that are remembered; one more, from a peer that makes them up, forgets them all. */
export const shortValuesKept = 1024;

/**
 * The values of short contents, each read once: a trunk hears the same few bearers, channels and causes all day. Only
 * what needs no leniency and has no fault is remembered, so that strictness and problems stay those of each message.
 */
export class ShortContents {
  readonly #values = new Map<number, unknown>();

  /** The value of the contents from `start` to `end`; undefined where the codec must read them itself. */
  of(codec: AnyElementCodec, octets: Uint8Array, start: number, end: number): unknown {
    let key = (codec.codeset * 0x100 + codec.id) * (shortOctets + 1) + end - start;
    for (let at = start; at < end; at += 1) key = key * 0x100 + (octets[at] as number);
    const known = this.#values.get(key);
    return known === undefined ? this.#read(key, codec, octets.slice(start, end)) : known;
  }

  #read(key: number, codec: AnyElementCodec, contents: Uint8Array): unknown {
    const strictness = new Strictness();
    const value = codec.decode(contents, strictness);
    if (value instanceof DecodeError || strictness.accepted.size > 0 || !isInForm(codec, value, contents)) {
      return undefined;
    }
    if ((codec.problems?.(value).length ?? 0) > 0) return undefined;
    if (this.#values.size >= shortValuesKept) this.#values.clear();
    this.#values.set(key, value);
    return value;
  }
}
