import { elementCodec } from "../element.ts";
import type { PartySubaddressElement } from "../subaddress.ts";
import { partySubaddressElement, readSubaddress, writeSubaddress } from "../subaddress.ts";

export const calledPartySubaddress = elementCodec<PartySubaddressElement>({
  id: 0x71,
  codeset: 0,
  name: "Called party subaddress",
  clause: "Q.931 4.5.9",
  shape: partySubaddressElement,
  read: readSubaddress,
  write: writeSubaddress,
});
