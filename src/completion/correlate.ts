import type { Trunk } from "../seam.ts";
import type { Parties } from "./parties.ts";
import { isExact, isLenient, isSameNumbers, leastCommonDigits, plainDigits } from "./parties.ts";

/** What is looked for by its parties. */
export interface Correlated {
  /** The trunk that the request came or went on (R19). */
  readonly trunk: Trunk;
  readonly parties: Parties;
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
  readonly #byDigits = new Map<string, Service[]>();
  readonly #byTail = new Map<string, Service[]>();

  get size(): number {
    return this.#byDigits.size + this.#byTail.size;
  }

  add(service: Service): void {
    append(this.#byDigits, digitsKey(service.parties), service);
    append(this.#byTail, tailKey(service.parties), service);
  }

  /** With the parties it was added with. */
  remove(service: Service): void {
    drop(this.#byDigits, digitsKey(service.parties), service);
    drop(this.#byTail, tailKey(service.parties), service);
  }

  /** On the trunk of the service: an exact match first, else the one lenient match; none where two are as good. */
  find(parties: Parties, trunk: Trunk): Match<Service> | undefined {
    const sameDigits = this.#among(this.#byDigits, digitsKey(parties), trunk);
    const exact = sameDigits.filter((service) => isExact(service.parties, parties));
    if (exact[0] !== undefined) return { service: exact[0], how: "exact", alias: exact.length > 1 };
    const lenient = sameDigits.filter((service) => isLenient(service.parties, parties));
    return this.#only(lenient) ?? this.#only(this.#lenientByTail(parties, trunk));
  }

  /** R19: by the numbers alone, on whatever trunk, where they name one service. */
  findAnywhere(parties: Parties): Match<Service> | undefined {
    const candidates = this.#byTail.get(tailKey(parties)) ?? [];
    return this.#only(candidates.filter((service) => isSameNumbers(service.parties, parties)));
  }

  #lenientByTail(parties: Parties, trunk: Trunk): Service[] {
    const candidates = this.#among(this.#byTail, tailKey(parties), trunk);
    return candidates.filter((service) => isLenient(service.parties, parties));
  }

  #among(index: ReadonlyMap<string, Service[]>, key: string, trunk: Trunk): Service[] {
    return (index.get(key) ?? []).filter((service) => service.trunk === trunk);
  }

  #only([first, second]: readonly Service[]): Match<Service> | undefined {
    return first === undefined || second !== undefined ? undefined : { service: first, how: "lenient", alias: false };
  }
}

function digitsKey({ a, b }: Parties): string {
  return `${plainDigits(a.digits)}>${plainDigits(b.digits)}`;
}

function tailKey({ a, b }: Parties): string {
  const tail = (digits: string) => plainDigits(digits).slice(-leastCommonDigits);
  return `${tail(a.digits)}>${tail(b.digits)}`;
}

function append<Service>(index: Map<string, Service[]>, key: string, service: Service): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [service]);
  else known.push(service);
}

function drop<Service>(index: Map<string, Service[]>, key: string, service: Service): void {
  const known = index.get(key);
  if (known === undefined) return;
  const at = known.indexOf(service);
  if (at >= 0) known.splice(at, 1);
  if (known.length === 0) index.delete(key);
}
