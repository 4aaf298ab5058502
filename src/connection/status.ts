import { element } from "../../codecs/q931/element.ts";
import { callState } from "../../codecs/q931/ie/call-state.ts";
import { causeElement } from "../../codecs/q931/make.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";

/** STATUS of libpri says location user, and so do we (CC 3.6 [RUN]). */
const userLocation = 0;

/** What STATUS says: why, and the call state by its number. */
export function statusElements(cause: number, state: number): readonly InformationElement[] {
  return [causeElement(cause, userLocation), element(callState, { codingStandard: 0, state })];
}
