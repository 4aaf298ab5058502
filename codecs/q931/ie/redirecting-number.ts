import { elementCodec } from "../element.ts";
import type { PartyNumberElement } from "../number.ts";
import { partyNumberElement, readNumber, writeNumber } from "../number.ts";

export const redirectingNumber = elementCodec<PartyNumberElement>({
  id: 0x74,
  codeset: 0,
  name: "Redirecting number",
  clause: "Q.952",
  shape: partyNumberElement,
  read: readNumber,
  write: writeNumber,
});
