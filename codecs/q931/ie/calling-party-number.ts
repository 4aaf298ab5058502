import { elementCodec } from "../element.ts";
import type { PartyNumberElement } from "../number.ts";
import { partyNumberElement, readNumber, writeNumber } from "../number.ts";

export const callingPartyNumber = elementCodec<PartyNumberElement>({
  id: 0x6c,
  codeset: 0,
  name: "Calling party number",
  clause: "Q.931 4.5.10",
  shape: partyNumberElement,
  read: readNumber,
  write: writeNumber,
});
