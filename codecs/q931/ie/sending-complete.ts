import { present } from "../../shape.ts";
import { elementCodec } from "../element.ts";

/** The called number is complete; nothing but its presence says so. */
export const sendingComplete = elementCodec<true>({
  id: 0xa1,
  codeset: 0,
  name: "Sending complete",
  clause: "Q.931 4.5.27",
  shape: present(),
  read: () => true,
  write: (writer, value) => writer.expect(value === true),
});
