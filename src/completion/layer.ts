// Stands in until the completion layer lands: every call is relayed, nothing is completed.
import type { Completion, CompletionPort } from "./completion.ts";
export class CompletionLayer implements Completion {
  constructor(_port: CompletionPort) {}
  bearerSetup() { return { verdict: "relay" } as const; }
  callSetup() {} callFailed() {} callMessage() {} callClearing() { return []; } connectionEvent() { return false; }
  line() {} user() {} timer() {} restore() {} cancel() {} activate() {} done() {} store() {}
}
