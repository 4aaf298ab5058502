import { elementCodec } from "../element.ts";
import type { PartyNumberElement } from "../number.ts";
import { partyNumberElement, readNumber, writeNumber } from "../number.ts";

export const redirectionNumber = elementCodec<PartyNumberElement>({
  id: 0x76,
  codeset: 0,
  name: "Redirection number",
  clause: "Q.952",
  shape: partyNumberElement,
  read: readNumber,
  write: writeNumber,
});
