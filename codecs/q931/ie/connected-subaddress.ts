import { elementCodec } from "../element.ts";
import type { PartySubaddressElement } from "../subaddress.ts";
import { partySubaddressElement, readSubaddress, writeSubaddress } from "../subaddress.ts";

export const connectedSubaddress = elementCodec<PartySubaddressElement>({
  id: 0x4d,
  codeset: 0,
  name: "Connected subaddress",
  clause: "Q.951 5.4.2",
  shape: partySubaddressElement,
  read: readSubaddress,
  write: writeSubaddress,
});
