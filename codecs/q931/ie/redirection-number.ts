import type { ElementCodec } from "../element.ts";
import type { PartyNumberElement } from "../number.ts";
import { decodeNumber, encodeNumber, isNumberInForm, partyNumberElement } from "../number.ts";

export const redirectionNumber: ElementCodec<PartyNumberElement> = {
  id: 0x76,
  codeset: 0,
  name: "Redirection number",
  clause: "Q.952",
  shape: partyNumberElement,
  decode: decodeNumber,
  encode: encodeNumber,
  isInForm: isNumberInForm,
};
