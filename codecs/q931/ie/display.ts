import { record, text } from "../../shape.ts";
import { elementCodec } from "../element.ts";

export interface Display {
  /** One character an octet: IA5, but 8-bit characters are met. */
  readonly text: string;
}

export const display = elementCodec<Display>({
  id: 0x28,
  codeset: 0,
  name: "Display",
  clause: "Q.931 4.5.16",
  shape: record<Display>({ text: text(255) }),
  read: (reader) => ({ text: reader.text() }),
  write: (writer, value) => writer.text(value.text, 255),
});
