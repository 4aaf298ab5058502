import type { ElementCodec } from "../element.ts";
import type { PartySubaddressElement } from "../subaddress.ts";
import { decodeSubaddress, encodeSubaddress, partySubaddressElement } from "../subaddress.ts";

export const connectedSubaddress: ElementCodec<PartySubaddressElement> = {
  id: 0x4d,
  codeset: 0,
  name: "Connected subaddress",
  clause: "Q.951 5.4.2",
  shape: partySubaddressElement,
  decode: decodeSubaddress,
  encode: encodeSubaddress,
};
