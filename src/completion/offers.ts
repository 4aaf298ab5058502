import type { UserKey } from "../users/screen.ts";
import type { OriginatingService } from "./originating-services.ts";
import { Register } from "../register.ts";

/** Offers a user may have at a time: the newest are kept. */
export const offersPerUser = 4;

/** The calls of each user that he may still ask call back for, oldest first. */
export class Offers {
  readonly #byUser = new Register<UserKey, readonly OriginatingService[]>();

  /** Users who have an offer. */
  get size(): number {
    return this.#byUser.size;
  }

  /** The newest of the user, to this number where one is given. */
  newest(user: UserKey, to?: string): OriginatingService | undefined {
    return this.#byUser.get(user)?.findLast((offered) => to === undefined || offered.to === to);
  }

  of(user: UserKey): readonly OriginatingService[] {
    return this.#byUser.get(user) ?? [];
  }

  has(service: OriginatingService): boolean {
    return this.#byUser.get(service.user)?.includes(service) ?? false;
  }

  /** Returns the oldest where there is one too many. */
  add(service: OriginatingService): OriginatingService | undefined {
    const offers = [...(this.#byUser.get(service.user) ?? []), service];
    this.#byUser.set(service.user, offers);
    return offers.length > offersPerUser ? offers[0] : undefined;
  }

  remove(service: OriginatingService): void {
    const left = (this.#byUser.get(service.user) ?? []).filter((offer) => offer !== service);
    if (left.length === 0) this.#byUser.delete(service.user);
    else this.#byUser.set(service.user, left);
  }
}
