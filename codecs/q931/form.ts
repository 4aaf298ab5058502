import { sameOctets } from "../same-octets.ts";
import type { AnyElementCodec } from "./elements.ts";
import { facility } from "./ie/facility.ts";

/** Whether contents are what we would write. BER leaves the components of Facility more than one form. */
export function isInForm(codec: AnyElementCodec, value: unknown, contents: Uint8Array): boolean {
  if (codec.id === facility.id) return true;
  return codec.isInForm?.(value, contents) ?? sameOctets(codec.encode(value), contents);
}
