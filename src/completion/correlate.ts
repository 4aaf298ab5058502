import { Groups } from "../one-or-many.ts";
import type { Trunk } from "../ids.ts";
import type { Parties } from "./parties.ts";
import { isExact, isLenient, isSameNumbers, isTail, leastCommonDigits, plainDigits } from "./parties.ts";

/** What is looked for by its parties. */
export interface Correlated {
  /** The trunk that the request came or went on (R19). */
  readonly trunk: Trunk;
  readonly parties: Parties;
  /** The plain digits of user A and user B as a correlator has them, in one piece: to read the parties costs more. */
  digits: string;
}

export interface Match<Service> {
  readonly service: Service;
  readonly how: "exact" | "lenient";
  /** More than one matched octet for octet; the oldest was taken (CC 5.7 "alias match"). */
  readonly alias: boolean;
}

/**
 * Services by their parties. Lookups by whole digits cost the same however many services there are; only what matches
 * none of them falls back on the last digits.
 */
export class Correlator<Service extends Correlated> {
  readonly #byDigits = new Groups<number, Service>();
  readonly #byTail = new Groups<number, Service>();

  get size(): number {
    return this.#byDigits.size + this.#byTail.size;
  }

  add(service: Service): void {
    service.digits = digitsOf(service.parties);
    this.#byDigits.add(hash(service.digits), service);
    this.#byTail.add(hash(tailOf(service.digits)), service);
  }

  /** With the parties it was added with. */
  remove(service: Service): void {
    this.#byDigits.remove(hash(service.digits), service);
    this.#byTail.remove(hash(tailOf(service.digits)), service);
  }

  /** On the trunk of the service: an exact match first, else the one lenient match; none where two are as good. */
  find(parties: Parties, trunk: Trunk): Match<Service> | undefined {
    const digits = digitsOf(parties);
    const sameDigits = this.#byDigits
      .get(hash(digits))
      .filter((each) => each.digits === digits && each.trunk === trunk);
    const exact = sameDigits.filter((service) => isExact(service.parties, parties));
    if (exact[0] !== undefined) return { service: exact[0], how: "exact", alias: exact.length > 1 };
    const lenient = sameDigits.filter((service) => isLenient(service.parties, parties));
    return this.#only(lenient) ?? this.#only(this.#lenientByTail(digits, parties, trunk));
  }

  /** R19: by the numbers alone, on whatever trunk, where they name one service. */
  findAnywhere(parties: Parties): Match<Service> | undefined {
    const candidates = this.#withTailOf(digitsOf(parties));
    return this.#only(candidates.filter((service) => isSameNumbers(service.parties, parties)));
  }

  #lenientByTail(digits: string, parties: Parties, trunk: Trunk): readonly Service[] {
    return this.#withTailOf(digits).filter((service) => service.trunk === trunk && isLenient(service.parties, parties));
  }

  /** Those whose numbers may be these by their digits: many numbers end alike, and few of them are tails. */
  #withTailOf(digits: string): readonly Service[] {
    const at = digits.indexOf(between);
    const a = digits.slice(0, at);
    const b = digits.slice(at + 1);
    return this.#byTail.get(hash(tailOf(digits))).filter((service) => {
      const { digits: theirs } = service;
      const end = theirs.indexOf(between);
      return isTail(theirs.slice(0, end), a) && isTail(theirs.slice(end + 1), b);
    });
  }

  #only([first, second]: readonly Service[]): Match<Service> | undefined {
    return first === undefined || second !== undefined ? undefined : { service: first, how: "lenient", alias: false };
  }
}

/** No character of a number (IA5), and of one octet. */
const between = "\u00ff";

/** In one piece: a service keeps it. */
function digitsOf({ a, b }: Parties): string {
  return [plainDigits(a.digits), plainDigits(b.digits)].join(between);
}

function tailOf(digits: string): string {
  const at = digits.indexOf(between);
  const a = digits.slice(Math.max(0, at - leastCommonDigits), at);
  return `${a}${between}${digits.slice(at + 1).slice(-leastCommonDigits)}`;
}

/**
 * Keys are hashes of 30 bits (FNV-1a), which V8 keeps in the place of a pointer; a key of text would take as much
 * memory as the octets of the service. What is found by one is compared as a whole.
 */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value & 0x3fffffff;
}
