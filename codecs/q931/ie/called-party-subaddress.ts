import type { ElementCodec } from "../element.ts";
import type { PartySubaddressElement } from "../subaddress.ts";
import { decodeSubaddress, encodeSubaddress, partySubaddressElement } from "../subaddress.ts";

export const calledPartySubaddress: ElementCodec<PartySubaddressElement> = {
  id: 0x71,
  codeset: 0,
  name: "Called party subaddress",
  clause: "Q.931 4.5.9",
  shape: partySubaddressElement,
  decode: decodeSubaddress,
  encode: encodeSubaddress,
};
