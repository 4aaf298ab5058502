import { type WaitingBudget, waitingOctetsLimit } from "./in-order.ts";
import { type Carried, measure } from "./measure.ts";
import type { StreamReader } from "./tcp.ts";

/** A message as TCP, UDP or SCTP carried it. */
export interface Carriage {
  readonly carrier: Carried;
  readonly octets: Uint8Array;
  /** Whether no octet of it is missing. */
  readonly isWhole: boolean;
}

const nothing = new Uint8Array(0);

/**
 * Cuts the octets of one TCP direction into H.225 and SIP messages. What is neither is passed over; a message may begin
 * again where a segment does.
 */
export class SignallingStream implements StreamReader<Carriage> {
  readonly #budget: WaitingBudget;
  #octets: Uint8Array = nothing;
  /** What the last message came in: a gap between two of them may have held more. */
  #carrier: Carried | undefined;

  constructor(budget: WaitingBudget) {
    this.#budget = budget;
  }

  push(octets: Uint8Array): Carriage[] {
    let rest = joined(this.#octets, octets);
    const found: Carriage[] = [];
    for (;;) {
      const measured = measure(rest);
      if (measured === "foreign") rest = nothing;
      if (measured === "foreign" || measured.length === undefined || measured.length > rest.length) break;
      const { carrier, start = 0, length } = measured;
      this.#carrier = carrier ?? this.#carrier;
      if (carrier !== undefined) found.push({ carrier, octets: rest.subarray(start, length), isWhole: true });
      rest = rest.subarray(length);
    }
    this.#keep(rest.slice());
    if (this.#budget.octets > waitingOctetsLimit) found.push(...this.lose());
    return found;
  }

  lose(): Carriage[] {
    const found = this.end();
    if (found.length > 0 || this.#carrier === undefined) return found;
    return [{ carrier: this.#carrier, octets: nothing, isWhole: false }];
  }

  end(): Carriage[] {
    const octets = this.#octets;
    this.#keep(nothing);
    const measured = measure(octets);
    if (measured === "foreign" || measured.carrier === undefined) return [];
    return [{ carrier: measured.carrier, octets: octets.subarray(measured.start ?? 0), isWhole: false }];
  }

  #keep(octets: Uint8Array): void {
    this.#budget.octets += octets.length - this.#octets.length;
    this.#octets = octets;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
