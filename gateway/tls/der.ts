export const tags = { integer: 0x02, sequence: 0x30, utcTime: 0x17, generalizedTime: 0x18 } as const;
const constructed = 0x20;

/** Where a value stands: `content` is behind its header. */
export interface DerValue {
  readonly tag: number;
  readonly content: number;
  readonly end: number;
}

/** The value at `at` (X.690): the definite form, lengths of at most four octets. Throws where it passes `end`. */
export function readDer(octets: Uint8Array, at: number, end: number): DerValue {
  const [tag, first] = [octets[at], octets[at + 1]];
  if (tag === undefined || first === undefined || at + 2 > end) throw unreadable();
  const extra = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || extra > 4) throw unreadable();
  let length = extra === 0 ? first : 0;
  for (let index = 0; index < extra; index += 1) length = length * 256 + (octets[at + 2 + index] ?? 0);
  const content = at + 2 + extra;
  if (content + length > end) throw unreadable();
  return { tag, content, end: content + length };
}

export function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const lengths: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) lengths.unshift(rest % 256);
  const head = length < 0x80 ? [tags.sequence, length] : [tags.sequence, 0x80 | lengths.length, ...lengths];
  return new Uint8Array(Buffer.concat([Uint8Array.from(head), ...parts]));
}

/**
 * How many values a structure holds, those in OCTET STRINGs not among them; counting ends at one more than `most`.
 * Costs nothing beside what asn1js takes to read them.
 */
export function countValues(octets: Uint8Array, most: number): number {
  let count = 0;
  for (let at = 0; at < octets.length && count <= most; count += 1) {
    const { tag, content, end } = readDer(octets, at, octets.length);
    at = (tag & constructed) === 0 ? end : content;
  }
  return count;
}

function unreadable(): Error {
  return new Error("it is no DER");
}
