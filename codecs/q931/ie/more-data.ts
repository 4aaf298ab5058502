import { present } from "../../shape.ts";
import { elementCodec } from "../element.ts";

/** User information continues in another message. */
export const moreData = elementCodec<true>({
  id: 0xa0,
  codeset: 0,
  name: "More data",
  clause: "Q.931 4.5.20",
  shape: present(),
  read: () => true,
  write: (writer, value) => writer.expect(value === true),
});
