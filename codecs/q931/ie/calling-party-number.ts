import type { ElementCodec } from "../element.ts";
import type { PartyNumberElement } from "../number.ts";
import { decodeNumber, encodeNumber, isNumberInForm, partyNumberElement } from "../number.ts";

export const callingPartyNumber: ElementCodec<PartyNumberElement> = {
  id: 0x6c,
  codeset: 0,
  name: "Calling party number",
  clause: "Q.931 4.5.10",
  shape: partyNumberElement,
  decode: decodeNumber,
  encode: encodeNumber,
  isInForm: isNumberInForm,
};
