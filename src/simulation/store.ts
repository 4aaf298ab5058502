import type { StoredRequest } from "../completion/record.ts";
import type { Output } from "../seam.ts";
import type { RequestId } from "../ids.ts";

type Save = Extract<Output, { readonly type: "save" }>;

/** What the store does with a commit that is asked for now. */
export type Commit = "started" | "none" | "refused";

/** A store with group commit that is slow, full or away, and that a crash robs of what was not durable. */
export class SimulatedStore {
  readonly durable = new Map<RequestId, StoredRequest>();
  state: "ok" | "full" | "away" = "ok";
  /** Every save up to this number is durable. */
  mark = 0;
  #batch = new Map<RequestId, StoredRequest | null>();
  #committing: Map<RequestId, StoredRequest | null> | undefined;
  #highest = 0;
  #committingTo = 0;

  add({ save, request, record }: Save): void {
    this.#batch.set(request, record);
    this.#highest = save;
  }

  commit(): Commit {
    if (this.#committing !== undefined || this.#batch.size === 0) return "none";
    if (this.state !== "ok") return "refused";
    this.#committing = this.#batch;
    this.#committingTo = this.#highest;
    this.#batch = new Map();
    return "started";
  }

  /** The commit that was started has ended. */
  committed(): void {
    for (const [request, record] of this.#committing ?? []) {
      if (record === null) this.durable.delete(request);
      else this.durable.set(request, record);
    }
    this.#committing = undefined;
    this.mark = this.#committingTo;
  }

  wipe(): void {
    this.durable.clear();
  }

  /** The process died; a commit that was under way may have reached the disk (`reached`). */
  crash(reached: boolean): void {
    if (reached) this.committed();
    this.#batch = new Map();
    this.#committing = undefined;
    this.#highest = 0;
    this.mark = 0;
  }
}
