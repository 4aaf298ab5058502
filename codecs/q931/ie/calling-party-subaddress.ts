import type { ElementCodec } from "../element.ts";
import type { PartySubaddressElement } from "../subaddress.ts";
import { decodeSubaddress, encodeSubaddress, partySubaddressElement } from "../subaddress.ts";

export const callingPartySubaddress: ElementCodec<PartySubaddressElement> = {
  id: 0x6d,
  codeset: 0,
  name: "Calling party subaddress",
  clause: "Q.931 4.5.11",
  shape: partySubaddressElement,
  decode: decodeSubaddress,
  encode: encodeSubaddress,
};
