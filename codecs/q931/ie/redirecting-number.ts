import type { ElementCodec } from "../element.ts";
import type { PartyNumberElement } from "../number.ts";
import { decodeNumber, encodeNumber, isNumberInForm, partyNumberElement } from "../number.ts";

export const redirectingNumber: ElementCodec<PartyNumberElement> = {
  id: 0x74,
  codeset: 0,
  name: "Redirecting number",
  clause: "Q.952",
  shape: partyNumberElement,
  decode: (contents) => decodeNumber(contents),
  encode: encodeNumber,
  isInForm: isNumberInForm,
};
