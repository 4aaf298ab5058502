import type { CallReference, Message } from "../../codecs/q931/message.ts";
import type { Trunk } from "../ids.ts";
import type { LegEvent, LegId } from "./trunk.ts";
import { Register } from "../register.ts";

/** Two octets, less the global reference 0 (Q.931 4.3). */
export const highestCallReference = 0x7fff;

/** Who allocated the value of a reference: each side counts for itself, so the same value may stand for two legs. */
type Allocator = "us" | "peer";

/**
 * The call references of one trunk, of any trunk type: which leg each stands for (Q.931 4.3). A reference is ours until
 * `close`, also while the link is down.
 */
export class References {
  readonly #legs = new Register<number, LegId>();
  /** As we write it: flag 0 where we allocated it, 1 where the peer did. */
  readonly #references = new Register<LegId, CallReference>();
  #last = 0;
  #allocated = 0;

  get size(): number {
    return this.#references.size;
  }

  /** The next free value for a leg of ours; undefined when all are in use. */
  open(leg: LegId): boolean {
    if (this.#allocated === highestCallReference) return false;
    do this.#last = (this.#last % highestCallReference) + 1;
    while (this.#legs.has(key("us", this.#last)));
    this.#allocated += 1;
    this.#legs.set(key("us", this.#last), leg);
    this.#references.set(leg, { value: this.#last, flag: 0, length: 2 });
    return true;
  }

  /** What to write in a message of this leg. */
  of(leg: LegId): CallReference | undefined {
    return this.#references.get(leg);
  }

  close(leg: LegId): void {
    const reference = this.#references.get(leg);
    if (reference === undefined) return;
    if (reference.flag === 0) this.#allocated -= 1;
    this.#references.delete(leg);
    this.#legs.delete(key(reference.flag === 0 ? "us" : "peer", reference.value));
  }

  /** Where a message goes; a SETUP under a new reference opens a leg. */
  receive(trunk: Trunk, message: Message, nextLeg: () => LegId): LegEvent {
    const { value, flag, length } = message.callReference;
    if (length > 0 && value === 0) return { type: "global", trunk, message };
    const leg = this.#legs.get(key(flag === 0 ? "peer" : "us", value));
    if (leg !== undefined) return { type: "message", trunk, leg, message };
    if (message.message !== "SETUP" || flag === 1 || length === 0) return { type: "unknownReference", trunk, message };
    const opened = nextLeg();
    this.#legs.set(key("peer", value), opened);
    this.#references.set(opened, { value, flag: 1, length });
    return { type: "setup", trunk, leg: opened, message };
  }
}

function key(allocator: Allocator, value: number): number {
  return allocator === "us" ? value : -1 - value;
}
