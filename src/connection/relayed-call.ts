import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { Trunk } from "../ids.ts";
import type { LegMessage } from "../trunk/trunk.ts";
import type { ConnectionId } from "./connection.ts";
import { withMoreDigits } from "./dialled.ts";

/** One bearer call as the relay joins it: `from` is the caller's leg, `to` the called one's. */
export interface RelayedCall {
  readonly id: number;
  readonly from: { readonly trunk: Trunk; readonly connection: ConnectionId };
  readonly to: { readonly trunk: Trunk; readonly connection: ConnectionId };
  /** The SETUP as it came, and the elements of the SETUP as they were sent on (R4: requests are built from these). */
  readonly received: LegMessage;
  readonly sent: readonly InformationElement[];
  /** The number may still grow (R29); call completion hears of the call when it does not any more. */
  readonly overlap?: true;
}

/** The call with the digits of this INFORMATION too: requests are made of all of them (R4, R29). */
export function dialledFurther(call: RelayedCall, information: Message): RelayedCall {
  const { received, sent } = call;
  const more = (ies: readonly InformationElement[]) => withMoreDigits(ies, information) ?? ies;
  return { ...call, received: { ...received, ies: more(received.ies) }, sent: more(sent) };
}
