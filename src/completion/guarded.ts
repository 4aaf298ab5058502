import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { ConnectionEvent, ConnectionId } from "../connection/connection.ts";
import type { RelayedCall } from "../connection/relayed-call.ts";
import type { FailedCall, LineKey, LineReport } from "../lines/line.ts";
import type { RequestId, Trunk } from "../ids.ts";
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
    return this.#guarded(
      "a SETUP",
      () => this.#inner.bearerSetup(connection, trunk, message),
      () => (this.#clears([{ trunk, connection }]) ? { verdict: "handled" } : { verdict: "relay" }),
    );
  }

  callSetup(call: RelayedCall, request: RequestId | undefined): void {
    this.#ofCall("the SETUP of a call", call, () => this.#inner.callSetup(call, request));
  }

  callFailed(request: RequestId): void {
    this.#alone("a recall that failed", () => this.#inner.callFailed(request));
  }

  callPassing<Passed extends Message>(call: RelayedCall, message: Passed): Passed | undefined {
    return this.#guarded(
      `${message.message} of a call`,
      () => this.#inner.callPassing(call, message),
      () => message,
    );
  }

  callMessage(call: RelayedCall, from: "from" | "to", message: Message): void {
    this.#ofCall(`${message.message} of a call`, call, () => this.#inner.callMessage(call, from, message));
  }

  callClearing(
    call: RelayedCall,
    from: "from" | "to",
    cause: number,
    ies: readonly InformationElement[],
  ): readonly InformationElement[] {
    return this.#guarded(
      "the end of a call",
      () => this.#inner.callClearing(call, from, cause, ies),
      () => ies,
    );
  }

  connectionEvent(event: ConnectionEvent): boolean {
    return this.#guarded(
      `the event ${event.type} of a connection`,
      () => this.#inner.connectionEvent(event),
      () => event.type === "setup" && (this.#clears([event]) || this.#isInMemory(event)),
    );
  }

  line(line: LineKey, report: LineReport): void {
    this.#alone("a report of a line", () => this.#inner.line(line, report));
  }

  failedInside(call: FailedCall): void {
    this.#alone("a call that failed", () => this.#inner.failedInside(call));
  }

  user(user: UserKey, press: UserPress): void {
    this.#alone(`the key ${press.key}`, () => this.#inner.user(user, press));
  }

  timer(request: RequestId, timer: string): void {
    this.#alone(timer, () => this.#inner.timer(request, timer));
  }

  restore(records: readonly StoredRequest[]): void {
    this.#alone("the requests of the store", () => this.#inner.restore(records));
  }

  cancel(request: RequestId): void {
    this.#alone("a request that is cancelled", () => this.#inner.cancel(request));
  }

  activate(user: UserKey, to: string): void {
    this.#alone("a request of the operator", () => this.#inner.activate(user, to));
  }

  done(of: number, ok: boolean, reason: string | undefined): void {
    this.#alone("the answer of a phone", () => this.#inner.done(of, ok, reason));
  }

  store(state: "ok" | "full" | "away"): void {
    this.#alone("the state of the store", () => this.#inner.store(state));
  }

  #alone(during: string, run: () => void): void {
    this.#guarded(during, run, () => undefined);
  }

  #ofCall(during: string, { from, to }: RelayedCall, run: () => void): void {
    this.#guarded(during, run, () => void this.#clears([from, to]));
  }

  #guarded<Result>(during: string, run: () => Result, otherwise: () => Result): Result {
    try {
      return run();
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#port.trace({ at: this.#port.now, type: "fault", during, text });
      return otherwise();
    }
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
