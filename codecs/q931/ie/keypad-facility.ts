import { record, text } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { octetsOf, textOf } from "../octets.ts";

export interface KeypadFacility {
  /** One character an octet, IA5. */
  readonly text: string;
}

export const keypadFacility: ElementCodec<KeypadFacility> = {
  id: 0x2c,
  codeset: 0,
  name: "Keypad facility",
  clause: "Q.931 4.5.18",
  shape: record<KeypadFacility>({ text: text(255) }),
  decode: (contents) => ({ text: textOf(contents) }),
  encode: (value) => Uint8Array.from(octetsOf(value.text)),
};
