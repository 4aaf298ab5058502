import { record, text } from "../../shape.ts";
import { elementCodec } from "../element.ts";

export interface KeypadFacility {
  /** One character an octet, IA5. */
  readonly text: string;
}

export const keypadFacility = elementCodec<KeypadFacility>({
  id: 0x2c,
  codeset: 0,
  name: "Keypad facility",
  clause: "Q.931 4.5.18",
  shape: record<KeypadFacility>({ text: text(255) }),
  read: (reader) => ({ text: reader.text() }),
  write: (writer, value) => writer.text(value.text, 255),
});
