import { present } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";

/** The called number is complete; nothing but its presence says so. */
export const sendingComplete: ElementCodec<true> = {
  id: 0xa1,
  codeset: 0,
  name: "Sending complete",
  clause: "Q.931 4.5.27",
  shape: present(),
  decode: () => true,
  encode: () => new Uint8Array(0),
};
