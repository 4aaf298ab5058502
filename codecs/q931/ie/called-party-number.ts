import type { ElementCodec } from "../element.ts";
import type { PartyNumberElement } from "../number.ts";
import { decodeNumber, encodeNumber, partyNumberElement } from "../number.ts";

export const calledPartyNumber: ElementCodec<PartyNumberElement> = {
  id: 0x70,
  codeset: 0,
  name: "Called party number",
  clause: "Q.931 4.5.8",
  shape: partyNumberElement,
  decode: decodeNumber,
  encode: encodeNumber,
};
