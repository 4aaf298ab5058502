import { isSingleOctet } from "./element.ts";
import { identifierOf } from "./elements.ts";
import { shift } from "./ie/shift.ts";
import type { InformationElement } from "./message.ts";

export type RawElement = Pick<InformationElement, "id" | "octets">;

/**
 * The elements of a message by their octets, none of them read; up to `end`. Undefined where there is a shift: then
 * identifiers do not say what they are. One that is cut off is none.
 */
export function rawElements(message: Uint8Array, end = message.length): readonly RawElement[] | undefined {
  const elements: RawElement[] = [];
  for (let at = 3 + (message[1] ?? 0); at < end; ) {
    const id = identifierOf(message[at] ?? 0);
    if (id === shift.id) return undefined;
    const next = at + (isSingleOctet(id) ? 1 : 2 + (message[at + 1] ?? 0));
    if (next <= end) elements.push({ id, octets: message.subarray(at, next) });
    at = next;
  }
  return elements;
}
