import { DecodeError } from "../../error.ts";
import { elementCodec } from "../element.ts";
import type { PartyNumberElement } from "../number.ts";
import { isLast } from "../octets.ts";
import { partyNumberElement, readNumber, writeNumber } from "../number.ts";

export const calledPartyNumber = elementCodec<PartyNumberElement>({
  id: 0x70,
  codeset: 0,
  name: "Called party number",
  clause: "Q.931 4.5.8",
  shape: partyNumberElement,
  read(reader, strictness) {
    const hasOctet3a = reader.left > 1 && !isLast(reader.octets[reader.at] ?? 0);
    if (hasOctet3a && strictness?.allows("presentationOfCalledNumber") === false) {
      return new DecodeError("notStrict", 1, "presentationOfCalledNumber");
    }
    return readNumber(reader, strictness);
  },
  write: writeNumber,
});
