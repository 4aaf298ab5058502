import { fromHex } from "../../codecs/shape.ts";

/**
 * Octets that a service keeps as long as it waits, in hex as the store has them: an array of octets with its buffer
 * takes three times the memory.
 */
export type KeptOctets = string;

/** Readings that are remembered. */
const readings = 8;

/**
 * What kept octets say, read when it is asked for: a service is busy for a few steps, in which it is asked often, and
 * then waits for an hour. So the last few readings are remembered, and no service keeps its own.
 */
export function reading<Value>(read: (octets: Uint8Array) => Value): (kept: KeptOctets) => Value {
  const known: KeptOctets[] = [];
  const values: Value[] = [];
  let next = 0;
  return (kept) => {
    const at = known.indexOf(kept);
    if (at >= 0) return values[at] as Value;
    const value = read(fromHex(kept) ?? none);
    known[next] = kept;
    values[next] = value;
    next = (next + 1) % readings;
    return value;
  };
}

const none = new Uint8Array(0);
