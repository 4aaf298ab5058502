import { record, text } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { octetsOf, textOf } from "../octets.ts";

export interface Display {
  /** One character an octet: IA5, but 8-bit characters are met. */
  readonly text: string;
}

export const display: ElementCodec<Display> = {
  id: 0x28,
  codeset: 0,
  name: "Display",
  clause: "Q.931 4.5.16",
  shape: record<Display>({ text: text(255) }),
  decode: (contents) => ({ text: textOf(contents) }),
  encode: (value) => Uint8Array.from(octetsOf(value.text)),
};
