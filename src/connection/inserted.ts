import { isSingleOctet } from "../../codecs/q931/element.ts";
import { shift } from "../../codecs/q931/ie/shift.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";

/** The elements with one more of codeset 0 where its identifier belongs (Q.931 4.5.1); the others as they stand. */
export function inserted(ies: readonly InformationElement[], ie: InformationElement): readonly InformationElement[] {
  const behind = ies.findIndex(({ id }) => id === shift.id || (id > ie.id && !isSingleOctet(id)));
  return behind < 0 ? [...ies, ie] : ies.toSpliced(behind, 0, ie);
}
