import type { StoredOriginating, StoredRequest } from "../src/completion/record.ts";
import type { RequestId } from "../src/ids.ts";
import type { UserKey } from "../src/users/screen.ts";

/** The record of every request that stands, found by its number and by the user who asked. */
export class RequestTable {
  readonly #all = new Map<RequestId, StoredRequest>();
  readonly #ofUser = new Map<UserKey, Map<RequestId, StoredOriginating>>();

  get all(): ReadonlyMap<RequestId, StoredRequest> {
    return this.#all;
  }

  /** What a user asked for, oldest first. */
  of(user: UserKey): readonly StoredOriginating[] {
    return [...(this.#ofUser.get(user)?.values() ?? [])];
  }

  set(request: RequestId, record: StoredRequest | null): void {
    const before = this.#all.get(request);
    if (before?.role === "originating" && before.user !== (record as StoredOriginating | null)?.user) {
      const own = this.#ofUser.get(before.user);
      own?.delete(request);
      if (own?.size === 0) this.#ofUser.delete(before.user);
    }
    if (record === null) this.#all.delete(request);
    else this.#all.set(request, record);
    if (record?.role !== "originating") return;
    const own = this.#ofUser.get(record.user) ?? new Map<RequestId, StoredOriginating>();
    this.#ofUser.set(record.user, own.set(request, record));
  }
}
