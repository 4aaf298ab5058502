import { element, isOf } from "../../codecs/q931/element.ts";
import { shift, type Shift } from "../../codecs/q931/ie/shift.ts";
import { transitCounter } from "../../codecs/q931/ie/transit-counter.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";

/** How a SETUP is counted on its way (R31). */
export interface TransitPolicy {
  /** PINXs that a call may pass; one more is a loop. */
  readonly most: number;
  /** The next PINX takes a Transit counter that nobody before us wrote. */
  readonly insert: boolean;
}

/**
 * The elements of a SETUP as the next PINX gets them: the Transit counter one higher, or put in with 1 where there is
 * none. Undefined: the call has passed too many, so it runs in a circle. A counter that cannot be read stays as it is.
 */
export function countTransit(
  ies: readonly InformationElement[],
  { most, insert }: TransitPolicy,
): readonly InformationElement[] | undefined {
  const at = ies.findIndex((ie) => isOf(ie, transitCounter));
  const counter = ies[at];
  if (counter === undefined) return insert && isWhole(ies.at(-1)) ? [...ies, ...first(ies)] : ies;
  if (!isOf(counter, transitCounter) || counter.value === undefined) return ies;
  const count = counter.value.count + 1;
  return count > most ? undefined : ies.with(at, element(transitCounter, { count }));
}

/** Octets behind an element that was cut short, or behind a shift, would become a part of it. */
function isWhole(last: InformationElement | undefined): boolean {
  return last === undefined || (last.problems === undefined && !isOf(last, shift));
}

/** The counter behind all elements, with the shift that is due there (Q.931 4.5.3: a locking one only goes up). */
function first(ies: readonly InformationElement[]): readonly InformationElement[] {
  const { codeset } = transitCounter;
  const active = ies.reduce((before, ie) => lockedBy(ie) ?? before, 0);
  const counter = element(transitCounter, { count: 1 });
  return active === codeset ? [counter] : [element(shift, { codeset, locking: active < codeset }), counter];
}

function lockedBy(ie: InformationElement): number | undefined {
  if (!isOf<Shift>(ie, shift) || ie.value?.locking !== true) return undefined;
  return ie.value.codeset;
}
