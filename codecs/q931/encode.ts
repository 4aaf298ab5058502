import { protocolDiscriminator } from "./decode.ts";
import { element } from "./element.ts";
import { repeatIndicator } from "./ie/repeat-indicator.ts";
import { shift } from "./ie/shift.ts";
import { slabFor } from "../slab.ts";
import type { CallReference, InformationElement, MessageDraft } from "./message.ts";
import { messageTypes } from "./messages.ts";

/** Up to so many octets a loop takes less time than `set`. */
const fewOctets = 24;

/** Writes header and elements, each by its octets, in the order given: a relay changes nothing it did not mean to. */
export function encodeMessage(callReference: CallReference, draft: MessageDraft): Uint8Array {
  return encodeOctets(callReference, messageTypes[draft.message], draft.ies);
}

/** The same by the octet of the type, for messages that have no name. */
export function encodeOctets(
  callReference: CallReference,
  type: number,
  ies: readonly Pick<InformationElement, "octets">[],
): Uint8Array {
  const headerOctets = 3 + callReference.length;
  const slab = slabFor(headerOctets);
  const into = slab.octets;
  let at = slab.free;
  for (let index = ies.length - 1; index >= 0; index -= 1) {
    const { octets } = ies[index] as Pick<InformationElement, "octets">;
    at -= octets.length;
    if (at < headerOctets) {
      // It does not fit: room is made, and it is written again.
      slabFor(ies.reduce((length, ie) => length + ie.octets.length, headerOctets));
      return encodeOctets(callReference, type, ies);
    }
    if (octets.length > fewOctets) into.set(octets, at);
    else for (let i = 0; i < octets.length; i += 1) into[at + i] = octets[i] as number;
  }
  at -= headerOctets;
  writeHeader(into, at, callReference, type);
  return slab.take(at);
}

const greatestReferences = [0, 0x7f, 0x7fff];

/** The greatest value that a call reference of so many octets has (Q.931 4.3). */
export function maxReference(length: number): number {
  return greatestReferences[length] ?? -1;
}

/** Q.931 4.2 to 4.4. A value that does not fit its call reference is the caller's mistake: RangeError. */
function writeHeader(into: Uint8Array, at: number, { value, flag, length }: CallReference, type: number): void {
  if (value < 0 || value > maxReference(length))
    throw new RangeError(`call reference ${value} does not fit ${length} octets`);
  into[at] = protocolDiscriminator;
  into[at + 1] = length;
  if (length === 1) into[at + 2] = (flag << 7) | value;
  if (length === 2) {
    into[at + 2] = (flag << 7) | (value >> 8);
    into[at + 3] = value;
  }
  into[at + 2 + length] = type;
}

/**
 * The elements in the order the standard asks of a sender: codesets ascending behind locking shifts, identifiers
 * ascending inside (Q.931 4.5.1). Elements of one kind keep their order, a Repeat indicator stays before its first one;
 * shifts are made anew.
 */
export function orderElements(ies: readonly InformationElement[]): InformationElement[] {
  const groups: InformationElement[][] = [];
  let repeated = false;
  for (const ie of ies) {
    if (ie.id === shift.id) continue;
    if (repeated) groups.at(-1)?.push(ie);
    else groups.push([ie]);
    repeated = ie.id === repeatIndicator.id;
  }
  const rank = (group: readonly InformationElement[]): number => {
    const ie = group.at(-1);
    return ie === undefined ? 0 : ie.codeset * 0x100 + ie.id;
  };
  const ordered = groups.toSorted((left, right) => rank(left) - rank(right)).flat();
  return ordered.flatMap((ie, index) => {
    const before = ordered[index - 1]?.codeset ?? 0;
    return ie.codeset === before ? [ie] : [element(shift, { codeset: ie.codeset, locking: true }), ie];
  });
}
