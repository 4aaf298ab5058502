import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { ConnectionEvent, ConnectionId } from "../connection/connection.ts";
import type { RelayedCall } from "../connection/relayed-call.ts";
import type { FailedCall, LineKey, LineReport } from "../lines/line.ts";
import type { RequestId, Trunk } from "../seam.ts";
import type { UserKey, UserPress } from "../users/screen.ts";
import type { Completion, CompletionHeld, CompletionPort, SetupVerdict } from "./completion.ts";
import type { StoredRequest } from "./record.ts";

/** Q.850 temporary failure, where `onFault: clear` ends the call. */
const temporaryFailure = 41;

type FaultPort = Pick<CompletionPort, "now" | "connections" | "neighbour" | "trace">;

/**
 * Call completion whose faults stay its own: an error thrown in it is traced, what it was to do is not done, and the
 * call or connection that carried it goes on as if there were no call completion, or is cleared where a neighbour of it
 * says `onFault: clear`.
 */
export class GuardedCompletion implements Completion {
  readonly #port: FaultPort;
  readonly #inner: Completion;

  constructor(inner: Completion, port: FaultPort) {
    this.#inner = inner;
    this.#port = port;
  }

  get held(): CompletionHeld {
    return this.#inner.held;
  }

  bearerSetup(connection: ConnectionId, trunk: Trunk, message: Message): SetupVerdict {
    try {
      return this.#inner.bearerSetup(connection, trunk, message);
    } catch (error) {
      this.#tell("a SETUP", error);
      return this.#clears([{ trunk, connection }]) ? { verdict: "handled" } : { verdict: "relay" };
    }
  }

  callSetup(call: RelayedCall, request: RequestId | undefined): void {
    try {
      this.#inner.callSetup(call, request);
    } catch (error) {
      this.#tell("the SETUP of a call", error);
      this.#clears([call.from, call.to]);
    }
  }

  callFailed(request: RequestId): void {
    try {
      this.#inner.callFailed(request);
    } catch (error) {
      this.#tell("a recall that failed", error);
    }
  }

  callPassing<Passed extends Message>(call: RelayedCall, message: Passed): Passed | undefined {
    try {
      return this.#inner.callPassing(call, message);
    } catch (error) {
      this.#tell(`${message.message} of a call`, error);
      return message;
    }
  }

  callMessage(call: RelayedCall, from: "from" | "to", message: Message): void {
    try {
      this.#inner.callMessage(call, from, message);
    } catch (error) {
      this.#tell(`${message.message} of a call`, error);
      this.#clears([call.from, call.to]);
    }
  }

  callClearing(
    call: RelayedCall,
    from: "from" | "to",
    cause: number,
    ies: readonly InformationElement[],
  ): readonly InformationElement[] {
    try {
      return this.#inner.callClearing(call, from, cause, ies);
    } catch (error) {
      this.#tell("the end of a call", error);
      return ies;
    }
  }

  connectionEvent(event: ConnectionEvent): boolean {
    try {
      return this.#inner.connectionEvent(event);
    } catch (error) {
      this.#tell(`the event ${event.type} of a connection`, error);
      return event.type === "setup" && (this.#clears([event]) || this.#isInMemory(event));
    }
  }

  line(line: LineKey, report: LineReport): void {
    try {
      this.#inner.line(line, report);
    } catch (error) {
      this.#tell("a report of a line", error);
    }
  }

  failedInside(call: FailedCall): void {
    try {
      this.#inner.failedInside(call);
    } catch (error) {
      this.#tell("a call that failed", error);
    }
  }

  user(user: UserKey, press: UserPress): void {
    try {
      this.#inner.user(user, press);
    } catch (error) {
      this.#tell(`the key ${press.key}`, error);
    }
  }

  timer(request: RequestId, timer: string): void {
    try {
      this.#inner.timer(request, timer);
    } catch (error) {
      this.#tell(timer, error);
    }
  }

  restore(records: readonly StoredRequest[]): void {
    try {
      this.#inner.restore(records);
    } catch (error) {
      this.#tell("the requests of the store", error);
    }
  }

  cancel(request: RequestId): void {
    try {
      this.#inner.cancel(request);
    } catch (error) {
      this.#tell("a request that is cancelled", error);
    }
  }

  activate(user: UserKey, to: string): void {
    try {
      this.#inner.activate(user, to);
    } catch (error) {
      this.#tell("a request of the operator", error);
    }
  }

  done(of: number, ok: boolean, reason: string | undefined): void {
    try {
      this.#inner.done(of, ok, reason);
    } catch (error) {
      this.#tell("the answer of a phone", error);
    }
  }

  store(state: "ok" | "full" | "away"): void {
    try {
      this.#inner.store(state);
    } catch (error) {
      this.#tell("the state of the store", error);
    }
  }

  #tell(during: string, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#port.trace({ at: this.#port.now, type: "fault", during, text });
  }

  /** What never leaves this core has nobody to be relayed to (R15): it is over. */
  #isInMemory({ connection, to }: Extract<ConnectionEvent, { readonly type: "setup" }>): boolean {
    if (to !== undefined) this.#port.connections.clear(connection, temporaryFailure);
    return to !== undefined;
  }

  /** True where a neighbour of these legs wants the fault heard: then they are cleared. */
  #clears(legs: readonly { readonly trunk: Trunk; readonly connection: ConnectionId }[]): boolean {
    if (!legs.some(({ trunk }) => this.#port.neighbour(trunk)?.callCompletion.onFault === "clear")) return false;
    for (const { connection } of legs) this.#port.connections.clear(connection, temporaryFailure);
    return true;
  }
}
