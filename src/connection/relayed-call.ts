import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { Trunk } from "../seam.ts";
import type { ConnectionId } from "./connection.ts";

/** One bearer call as the relay joins it: `from` is the caller's leg, `to` the called one's. */
export interface RelayedCall {
  readonly id: number;
  readonly from: { readonly trunk: Trunk; readonly connection: ConnectionId };
  readonly to: { readonly trunk: Trunk; readonly connection: ConnectionId };
  /** The SETUP as it came, and the elements of the SETUP as they were sent on (R4: requests are built from these). */
  readonly received: Message;
  readonly sent: readonly InformationElement[];
}
