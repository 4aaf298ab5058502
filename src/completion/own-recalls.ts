import type { Message } from "../../codecs/q931/message.ts";
import type { ConnectionId } from "../connection/connection.ts";
import { isBusy } from "../lines/facts.ts";
import type { FailedCall, LineDialog, LineReport, LineSnapshot } from "../lines/line.ts";
import type { Common } from "./common.ts";
import { verdictOf } from "./common.ts";
import type { SetupVerdict } from "./completion.ts";
import { isInMemory } from "./in-memory.ts";
import type { OriginatingService, SeenCall } from "./originating-services.ts";
import type { OriginatingSide } from "./originating-side.ts";
import { withoutRingout } from "./received.ts";
import type { TerminatingService } from "./terminating-services.ts";
import type { TerminatingSide } from "./terminating-side.ts";

/** Both lines are answered within this: it is one call (R15). */
const togetherMs = 2000;
/** Q.850. */
const causes = { normalClearing: 16, userBusy: 17 } as const;

/** Recalls of services whose two sides are both ours: across the gateway, or inside one cluster (R15). */
export class OwnRecalls {
  readonly #common: Common;
  readonly #originating: OriginatingSide;
  readonly #terminating: TerminatingSide;

  constructor(common: Common, originating: OriginatingSide, terminating: TerminatingSide) {
    this.#common = common;
    this.#originating = originating;
    this.#terminating = terminating;
  }

  /** The side of user B, where user B is called. */
  ringing(service: OriginatingService): TerminatingService | undefined {
    const other = this.#otherOf(service);
    return other?.state === "Ringing" ? other : undefined;
  }

  /** The SETUP of user A goes on as `verdict` says: user B's side takes its ccRingout out of it. */
  present(
    service: OriginatingService,
    verdict: Extract<SetupVerdict, { verdict: "relay" }>,
    { connection, message }: { readonly connection: ConnectionId; readonly message: Message },
  ): SetupVerdict {
    const { ccRingoutInvokeId: invokeId, request, trunk } = service;
    if (verdict.ies === undefined) return verdict;
    const plain = { verdict: "relay", ies: withoutRingout(verdict.ies), trunk, request } as const;
    const other = this.#otherOf(service);
    if (other === undefined || invokeId === undefined) return plain;
    const by = { connection, invokeId, setup: { ...message, ies: verdict.ies } };
    const presented = verdictOf(this.#common, () => this.#terminating.post(other, { type: "ccRingout" }, by));
    if (presented === undefined) return plain;
    if (presented.verdict === "relay") return { ...presented, request };
    const error = "remoteUserBusyAgain";
    this.#originating.post(service, { type: "recallCleared", by: "B", cause: causes.userBusy, error });
    return presented;
  }

  /** What the line of user A says of the call that Dial leads to. */
  lineOfA(service: OriginatingService, report: LineReport): void {
    if (service.over || typeof report !== "object" || report.dialogs === undefined) return;
    if (service.seen !== undefined) return this.#follow(service, service.seen, report.dialogs);
    if (service.state === "Dialling" || service.state === "Recall") this.#find(service, report.dialogs);
    const waits = service.seen !== undefined || service.state === "Dialling";
    if (!waits) service.dialogsBefore = new Set(report.dialogs.map(({ id }) => id));
  }

  /** What the line of user B says of it. */
  lineOfB(other: TerminatingService, report: LineReport): void {
    if (typeof report !== "object" || !isInMemory(this.#common.port, other.trunk)) return;
    const service = this.#originating.correlator.find(other.parties, other.cluster)?.service;
    if (service?.seen === undefined || !isAnswered(report, other.parties.a.digits)) return;
    service.seen.usedAt ??= this.#common.port.now;
    this.#settle(service, service.seen);
  }

  /** The phone has dialled. Where its line tells no dialogs this is all that will be known (R15). */
  dialled(service: OriginatingService): void {
    const report = this.#common.lines.reportOf(service.user);
    const isSeen = typeof report === "object" && report.dialogs !== undefined;
    if (isInside(service) && !isSeen) this.#originating.post(service, { type: "unobserved" });
  }

  /** The monitor says that a call failed. True where it is the one that Dial led to: nothing more is offered then. */
  failed(service: OriginatingService | undefined, { to, cause }: FailedCall): boolean {
    if (service === undefined || !isInside(service) || service.to !== to) return false;
    // The dialog may be over before anybody saw it.
    if (service.state === "Dialling") this.#begin(service);
    if (service.state !== "Calling" && service.state !== "CallOnly") return false;
    this.#end(service, { by: "B", cause });
    return true;
  }

  #otherOf(service: OriginatingService): TerminatingService | undefined {
    if (service.other !== undefined || !isInMemory(this.#common.port, service.trunk)) return undefined;
    return this.#terminating.correlator.find(service.parties, service.cluster)?.service;
  }

  #find(service: OriginatingService, dialogs: readonly LineDialog[]): void {
    const targets = this.#targetsOf(service);
    const call = dialogs.find(
      ({ id, direction, remote }) =>
        direction === "initiator" && !service.dialogsBefore.has(id) && targets.has(remote ?? ""),
    );
    if (call === undefined) return;
    if (!isInside(service)) {
      // R3: its SETUP went another way than past us.
      if (call.state === "confirmed") this.#originating.post(service, { type: "otherRoute" });
      return;
    }
    // S-33: without Dial it is an ordinary call.
    if (!this.#begin(service)) return;
    service.seen = { id: call.id, remote: call.remote ?? "", confirmedAt: undefined, usedAt: undefined };
    this.#follow(service, service.seen, dialogs);
  }

  /** The recall is under way: user B's side is told as by ccRingout. */
  #begin(service: OriginatingService): boolean {
    this.#originating.post(service, { type: "recallSetup", fits: true });
    if (service.state !== "Calling") return false;
    const other = this.#otherOf(service);
    if (other !== undefined) this.#terminating.post(other, { type: "ccRingout" });
    return true;
  }

  /** S-49: inside the cluster the recall goes where user B's forwarding sends it. */
  #targetsOf(service: OriginatingService): ReadonlySet<string> {
    const report = this.#reportOfB(service);
    const { all, busy, noAnswer } = report?.forward ?? {};
    return new Set([service.to, all, busy, noAnswer].filter((number) => number !== undefined));
  }

  #follow(service: OriginatingService, seen: SeenCall, dialogs: readonly LineDialog[]): void {
    const dialog = dialogs.find(({ id }) => id === seen.id);
    if (dialog === undefined) return this.#over(service, seen);
    seen.remote = dialog.remote ?? seen.remote;
    if (dialog.state === "early" && !service.alerted) this.#alerting(service);
    if (dialog.state !== "confirmed") return;
    seen.confirmedAt ??= this.#common.port.now;
    this.#settle(service, seen);
  }

  #alerting(service: OriginatingService): void {
    const ringing = this.ringing(service);
    service.alerted = true;
    this.#originating.post(service, { type: "recallAlerting" });
    if (ringing === undefined) return;
    ringing.alerted = true;
    this.#terminating.post(ringing, { type: "ringAlerting" });
  }

  #settle(service: OriginatingService, seen: SeenCall): void {
    if (seen.confirmedAt === undefined || !this.#isOneCall(service, seen, seen.confirmedAt)) return;
    const ringing = this.ringing(service);
    service.seen = undefined;
    this.#originating.post(service, { type: "recallAnswered" });
    if (ringing !== undefined) this.#terminating.post(ringing, { type: "ringAnswered" });
  }

  /** Both lines are in the same call, or were answered together. A line that is not watched must be believed. */
  #isOneCall(service: OriginatingService, seen: SeenCall, confirmedAt: number): boolean {
    const report = this.#reportOfB(service);
    if (seen.remote !== service.to || report === undefined) return true;
    if (report.dialogs?.some(({ id, state }) => id === seen.id && state === "confirmed") === true) return true;
    return seen.usedAt !== undefined && Math.abs(seen.usedAt - confirmedAt) <= togetherMs;
  }

  /** The dialog is gone: user B was busy, or user A has hung up. */
  #over(service: OriginatingService, seen: SeenCall): void {
    const report = this.#reportOfB(service);
    const { busyTrigger = 1 } = this.#common.port.neighbour(service.trunk)?.callCompletion ?? {};
    const hasRung = service.alerted || seen.confirmedAt !== undefined;
    const wasBusy = !hasRung && report !== undefined && isBusy(report, busyTrigger);
    this.#end(service, wasBusy ? { by: "B", cause: causes.userBusy } : { by: "A", cause: causes.normalClearing });
  }

  #end(service: OriginatingService, end: { readonly by: "A" | "B"; readonly cause: number }): void {
    const ringing = this.ringing(service);
    service.seen = undefined;
    this.#originating.post(service, { type: "recallCleared", ...end });
    if (ringing !== undefined) this.#terminating.post(ringing, { type: "ringCleared", ...end });
  }

  #reportOfB(service: OriginatingService): LineSnapshot | undefined {
    const report = this.#common.lines.reportOf(`${service.trunk}/${service.to}`);
    return typeof report === "object" ? report : undefined;
  }
}

/** No SETUP of its calls crosses a trunk: only the lines show them. */
function isInside({ cluster, trunk, other }: OriginatingService): boolean {
  return cluster === trunk && other === undefined;
}

function isAnswered({ calls, dialogs }: LineSnapshot, a: string): boolean {
  if (dialogs === undefined) return calls > 0;
  return dialogs.some(
    ({ direction, state, remote = a }) => direction === "recipient" && state === "confirmed" && remote === a,
  );
}
