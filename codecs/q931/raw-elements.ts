import { isSingleOctet } from "./element.ts";
import { identifierOf } from "./elements.ts";
import { shift } from "./ie/shift.ts";
import type { InformationElement } from "./message.ts";

export type RawElement = Pick<InformationElement, "id" | "octets">;

/** Bit 4 of a shift: it is for the next element alone (Q.931 4.5.3, 4.5.4). */
const nonLocking = 0x08;

/** The elements of codeset 0 in a message, up to `end`: their octets, of which none is read. One cut off is none. */
export function rawElements(message: Uint8Array, end = message.length): readonly RawElement[] {
  const elements: RawElement[] = [];
  let locked = 0;
  let codeset = 0;
  for (let at = 3 + (message[1] ?? 0); at < end; ) {
    const first = message[at] ?? 0;
    const id = identifierOf(first);
    const next = at + (isSingleOctet(id) ? 1 : 2 + (message[at + 1] ?? 0));
    if (id === shift.id) {
      codeset = first & 0x07;
      if ((first & nonLocking) === 0) locked = codeset;
    } else {
      if (codeset === 0 && next <= end) elements.push({ id, octets: message.subarray(at, next) });
      codeset = locked;
    }
    at = next;
  }
  return elements;
}
