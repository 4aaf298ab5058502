import { elementCodec } from "../element.ts";
import type { PartyNumberElement } from "../number.ts";
import { partyNumberElement, readNumber, writeNumber } from "../number.ts";

export const connectedNumber = elementCodec<PartyNumberElement>({
  id: 0x4c,
  codeset: 0,
  name: "Connected number",
  clause: "Q.951 5.4.1",
  shape: partyNumberElement,
  read: readNumber,
  write: writeNumber,
});
