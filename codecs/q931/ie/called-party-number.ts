import { DecodeError } from "../../error.ts";
import type { ElementCodec } from "../element.ts";
import type { PartyNumberElement } from "../number.ts";
import { isLast } from "../octets.ts";
import { decodeNumber, encodeNumber, isNumberInForm, partyNumberElement } from "../number.ts";

export const calledPartyNumber: ElementCodec<PartyNumberElement> = {
  id: 0x70,
  codeset: 0,
  name: "Called party number",
  clause: "Q.931 4.5.8",
  shape: partyNumberElement,
  decode(contents, strictness) {
    const hasOctet3a = contents.length > 1 && !isLast(contents[0] ?? 0);
    if (hasOctet3a && strictness?.allows("presentationOfCalledNumber") === false) {
      return new DecodeError("notStrict", 1, "presentationOfCalledNumber");
    }
    return decodeNumber(contents, strictness);
  },
  encode: encodeNumber,
  isInForm: isNumberInForm,
};
