import { present } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";

/** User information continues in another message. */
export const moreData: ElementCodec<true> = {
  id: 0xa0,
  codeset: 0,
  name: "More data",
  clause: "Q.931 4.5.20",
  shape: present(),
  decode: () => true,
  encode: () => new Uint8Array(0),
};
