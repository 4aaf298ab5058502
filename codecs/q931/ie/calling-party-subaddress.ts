import { elementCodec } from "../element.ts";
import type { PartySubaddressElement } from "../subaddress.ts";
import { partySubaddressElement, readSubaddress, writeSubaddress } from "../subaddress.ts";

export const callingPartySubaddress = elementCodec<PartySubaddressElement>({
  id: 0x6d,
  codeset: 0,
  name: "Calling party subaddress",
  clause: "Q.931 4.5.11",
  shape: partySubaddressElement,
  read: readSubaddress,
  write: writeSubaddress,
});
