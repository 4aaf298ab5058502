import type { StoredRequest } from "../../src/completion/record.ts";
import type { RequestId } from "../../src/ids.ts";
import type { Store } from "./store.ts";

/** The store of the demo and of tests: nothing survives the process. Records are kept as JSON, as a real store does. */
export function memoryStore(): Store {
  const records = new Map<RequestId, string>();
  return {
    load: async () => [...records.values()].map((text) => JSON.parse(text) as StoredRequest),
    async commit(batch) {
      const texts = batch.map((save) => (save.record === null ? null : JSON.stringify(save.record)));
      for (const [index, { request }] of batch.entries()) {
        const text = texts[index] ?? null;
        if (text === null) records.delete(request);
        else records.set(request, text);
      }
      return "durable";
    },
    close: async () => {},
  };
}
