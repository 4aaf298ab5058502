import type { CallCompletionConfig } from "../config.ts";
import type { Trunk } from "../ids.ts";
import type { CompletionPort } from "./completion.ts";
import { dialect } from "./dialects.ts";

/** A service whose two sides are both ours: no trunk lies between them (R15). */
export function isInMemory(port: Pick<CompletionPort, "neighbour">, trunk: Trunk): boolean {
  return port.neighbour(trunk)?.callCompletion.mode === "assisted";
}

/**
 * What a service reads of the trunk that carries it. In memory the connection is kept (R15), no path is reserved (R10)
 * and the other side can all we can; timers and T2 are as the neighbour has them.
 */
export function trunkOf(port: Pick<CompletionPort, "neighbour">, trunk: Trunk): CallCompletionConfig | undefined {
  const completion = port.neighbour(trunk)?.callCompletion;
  if (completion?.mode !== "assisted") return completion;
  let inMemory = ofAssisted.get(completion);
  if (inMemory === undefined) {
    const kept = { connectionProposal: "retain", connectionResponse: "retain", noPathReservation: true } as const;
    inMemory = { ...completion, our: { ...completion.our, ...kept }, peer: dialect("generic-iso").peer };
    ofAssisted.set(completion, inMemory);
  }
  return inMemory;
}

/** Each is asked for with every message, and made once. */
const ofAssisted = new WeakMap<CallCompletionConfig, CallCompletionConfig>();
