import type { Message } from "../q931/message.ts";
import type { TraceItem } from "./message.ts";
import { sameOctets } from "../same-octets.ts";

/** Which end of the line: "a" sent the first SETUP of the trace, "b" is the other. */
export type Side = "a" | "b";

/** Tells the ends apart by who sent each frame or, where nothing shows that, by the flag of the call reference. */
export class Sides {
  #first: { readonly item: TraceItem; readonly message: Message } | undefined;
  /** A second SETUP took the first one's reference: its flag tells nothing any more. */
  #reused = false;

  /** Whether a SETUP has come: before it no side can be told. */
  get known(): boolean {
    return this.#first !== undefined;
  }

  /** To be called with every message, in the order of the trace. */
  see(item: TraceItem, message: Message): void {
    if (message.message !== "SETUP") return;
    if (!this.#first) this.#first = { item, message };
    else if (this.#isSameReference(message) && !sameOctets(item.octets, this.#first.item.octets)) this.#reused = true;
  }

  /** The side that sent this message; undefined where it cannot be told. */
  of(item: TraceItem, message: Message | undefined): Side | undefined {
    if (!this.#first) return undefined;
    const first = this.#first.item.sender;
    if (first && item.sender) {
      if (item.sender.self === first.self) return "a";
      return item.sender.self === first.peer ? "b" : undefined;
    }
    if (!message || this.#reused || !this.#isSameReference(message)) return undefined;
    return message.callReference.flag === this.#first.message.callReference.flag ? "a" : "b";
  }

  #isSameReference({ callReference: { value, length } }: Message): boolean {
    const first = this.#first?.message.callReference;
    return first !== undefined && length > 0 && value === first.value && length === first.length;
  }
}
