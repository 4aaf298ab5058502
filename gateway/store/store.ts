import type { StoredRequest } from "../../src/completion/record.ts";
import type { Save } from "../../src/seam.ts";

/** Where requests live through a restart. */
export interface Store {
  /** Every record that stands, in no order. */
  load(): Promise<readonly StoredRequest[]>;
  /**
   * All of the batch or nothing, in its order. `durable`: it survives a crash now. `fenced`: another node owns the cell
   * and nothing was written. Rejects where the store cannot be reached: the same batch may then come again.
   */
  commit(batch: readonly Save[]): Promise<"durable" | "fenced">;
  close(): Promise<void>;
}
