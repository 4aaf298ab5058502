import type { Leniency } from "../../codecs/leniencies.ts";
import { step } from "../machine.ts";
import type { Trunk } from "../ids.ts";
import type { InterfaceIdentifier } from "./iua-messages.ts";
import { type LinkAction, type LinkEvent, type LinkState, linkTable } from "./iua-tables.ts";
import { Layer3 } from "./layer3.ts";

/** The data link below one interface identifier, and the calls on it. */
export class IuaLink {
  /** Its number among the links of the trunk. */
  readonly number: number;
  readonly identifier: InterfaceIdentifier;
  readonly layer3: Layer3;
  #state: LinkState = "Released";

  constructor(trunk: Trunk, number: number, identifier: InterfaceIdentifier, strict?: readonly Leniency[]) {
    this.number = number;
    this.identifier = identifier;
    this.layer3 = new Layer3(trunk, strict);
  }

  get state(): LinkState {
    return this.#state;
  }

  get up(): boolean {
    return this.#state === "Established";
  }

  /** What is to be done; undefined where the event means nothing in this state. */
  handle(event: LinkEvent): readonly LinkAction[] | undefined {
    const taken = step<LinkState, LinkEvent, LinkAction, unknown>(linkTable, this.#state, undefined, event);
    if ("unexpected" in taken) return undefined;
    this.#state = taken.to;
    return taken.do;
  }
}
