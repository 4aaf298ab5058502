import type { ElementCodec } from "../element.ts";
import type { PartyNumberElement } from "../number.ts";
import { decodeNumber, encodeNumber, isNumberInForm, partyNumberElement } from "../number.ts";

export const connectedNumber: ElementCodec<PartyNumberElement> = {
  id: 0x4c,
  codeset: 0,
  name: "Connected number",
  clause: "Q.951 5.4.1",
  shape: partyNumberElement,
  decode: decodeNumber,
  encode: encodeNumber,
  isInForm: isNumberInForm,
};
