import type { PhoneContext } from "../../../gateway/adapter.ts";
import type { StoredOriginating } from "../../../src/completion/record.ts";
import type { Inbox } from "./inbox.ts";

/** What an adapter of phones is given in tests, and what it warned of. */
export interface TestContext extends PhoneContext {
  readonly warnings: string[];
  /** What the users asked for, to be filled by the test. */
  readonly own: StoredOriginating[];
}

export function phoneContext(inbox: Inbox): TestContext {
  const warnings: string[] = [];
  const own: StoredOriginating[] = [];
  return {
    neighbour: "west",
    post: (input) => inbox.post(input),
    drained: () => undefined,
    warn: (text) => void warnings.push(text),
    requests: (user) => own.filter((request) => request.user === user),
    warnings,
    own,
  };
}
