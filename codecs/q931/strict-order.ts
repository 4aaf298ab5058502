import type { Leniency, Strictness } from "../leniencies.ts";
import { isSingleOctet } from "./element.ts";
import { facility } from "./ie/facility.ts";
import { notificationIndicator } from "./ie/notification-indicator.ts";
import { progressIndicator } from "./ie/progress-indicator.ts";
import { repeatIndicator } from "./ie/repeat-indicator.ts";

/** Elements that a message may have several of (Q.931 4.5.1 [MEM], Facility CC 3.3 [LP]). */
const repeatable = new Set([facility.id, progressIndicator.id, notificationIndicator.id]);

/** Judges the places of the elements of one codeset, where somebody counts leniencies. */
export class StrictOrder {
  readonly #strictness: Strictness;
  #highest = 0;
  readonly #seen: number[] = [];

  constructor(strictness: Strictness) {
    this.#strictness = strictness;
  }

  /** Another codeset is locked. */
  begin(): void {
    this.#highest = 0;
    this.#seen.length = 0;
  }

  /** The leniency that the next element needs and that is switched off. */
  refuses(id: number): Leniency | undefined {
    // Ascending, the usual order: it cannot have come before.
    if (id > this.#highest && !isSingleOctet(id)) {
      this.#seen.push(id);
      this.#highest = id;
      return undefined;
    }
    const isAgain = this.#isAgain(id);
    this.#seen.push(id);
    if (isSingleOctet(id)) return undefined;
    if (isAgain && !this.#strictness.allows("elementRepeated")) return "elementRepeated";
    if (id < this.#highest && !this.#strictness.allows("elementOrder")) return "elementOrder";
    this.#highest = id;
    return undefined;
  }

  /** A Repeat indicator stands before elements that come again on purpose (Q.931 4.5.24). */
  #isAgain(id: number): boolean {
    return this.#seen.includes(id) && !repeatable.has(id) && !this.#seen.includes(repeatIndicator.id);
  }
}
