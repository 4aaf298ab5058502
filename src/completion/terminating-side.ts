import type { Dialect } from "../../codecs/dialect.ts";
import { encodeOctets } from "../../codecs/ber/codec.ts";
import { CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { returnError } from "../../codecs/rose/make.ts";
import { toHex } from "../../codecs/shape.ts";
import type { CallCompletionConfig } from "../config.ts";
import { countUse, hasOtherUser, isBusy, isReady, observeUse } from "../lines/facts.ts";
import type { LineUse } from "../lines/facts.ts";
import type { LineReport, LineSnapshot } from "../lines/line.ts";
import type { RequestId } from "../ids.ts";
import { withCalledPrefix } from "./call-numbers.ts";
import { endsFirstMs, timerOfAMs } from "./bridge.ts";
import type { By, Common } from "./common.ts";
import { Correlator } from "./correlate.ts";
import { isInMemory, trunkOf } from "./in-memory.ts";
import { terminatingEnds } from "./ends.ts";
import { apdu, dialectOf } from "./messages.ts";
import { withoutRingout } from "./received.ts";
import { LineQueue } from "./line-queue.ts";
import { reservesPath } from "./negotiation.ts";
import type { StoredTerminating } from "./record.ts";
import type { Side, Stepped } from "./runner.ts";
import { Runner } from "./runner.ts";
import { dueOf } from "./running-timers.ts";
import { normalClearing } from "./service-connections.ts";
import { anyUseCounts, follows, refusalOf } from "./line-words.ts";
import type {
  RingoutError,
  TerminatingAction,
  TerminatingContext,
  TerminatingEvent,
  TerminatingRow,
  TerminatingState,
} from "./terminating.ts";
import { terminating } from "./terminating/table.ts";
import { TerminatingPath } from "./terminating-path.ts";
import { TerminatingSignals } from "./terminating-signals.ts";
import type { TerminatingService } from "./terminating-services.ts";
import {
  durableActions,
  durableStates,
  isReachable,
  numberOfB,
  restoredTerminating,
  storedTerminating,
} from "./terminating-services.ts";
import type { Kind, TimerConfig, TimerName } from "./timers.ts";
import { retryPausesMs } from "./timers.ts";
import { Register } from "../register.ts";

/** Q.850. */
const userBusy = 17;
const callRejected = 21;

/** What the rows of the terminating table do. */
export class TerminatingSide
  implements Side<TerminatingService, TerminatingState, TerminatingEvent, TerminatingAction, TerminatingContext, By>
{
  readonly role = "terminating";
  readonly table = terminating;
  readonly durable = durableStates;
  readonly durableActions = durableActions;
  readonly services = new Register<RequestId, TerminatingService>();
  /** Requests, and apart from them the calls that were kept. */
  readonly correlator = new Correlator<TerminatingService>();
  readonly kept = new Correlator<TerminatingService>();
  readonly runner: Runner<
    TerminatingService,
    TerminatingState,
    TerminatingEvent,
    TerminatingAction,
    TerminatingContext,
    By
  >;
  readonly path: TerminatingPath;
  readonly #signals: TerminatingSignals;
  readonly #common: Common;
  readonly #queue: LineQueue;

  constructor(common: Common) {
    this.#common = common;
    this.path = new TerminatingPath(common);
    this.#signals = new TerminatingSignals(common, this.path, (service, event) => this.post(service, event));
    this.#queue = new LineQueue(common, (service) => this.post(service, { type: "turn" }));
    this.runner = new Runner(common.port, common.steps, this);
  }

  /** Index entries besides the services. */
  get held(): number {
    return this.correlator.size + this.kept.size;
  }

  post(service: TerminatingService, event: TerminatingEvent, by: By = {}): void {
    this.runner.post(service, event, by);
  }

  line(service: TerminatingService, report: LineReport): void {
    if (service.state === "Requested") return this.#lineSeen(service, report);
    if (report === "absent") return this.post(service, { type: "bDeleted" });
    if (typeof report === "object" && hasOtherUser(service.lineUser, report)) {
      return this.post(service, { type: "bDeleted" }, { why: "another user logged in or out at user B's phone" });
    }
    if (report === "lost") {
      // systems 4.2: a gap is no freedom; the next snapshot decides.
      service.free = false;
      return;
    }
    service.lineUser ??= report.user ?? "";
    const used = service.use?.used;
    service.use = this.#useOf(service, report);
    if (service.use.used !== used) this.runner.save(service);
    const free = this.#isReady(service, report);
    if (free === service.free) return;
    service.free = free;
    service.waitsForTurn = false;
    this.post(service, { type: free ? "bFree" : "bBusy" });
    if (!free) this.#queue.callNext(service);
  }

  expired(service: TerminatingService, timer: TimerName): void {
    this.runner.expired(service, timer, { type: timer } as TerminatingEvent, {});
  }

  restore(record: StoredTerminating): boolean {
    const service = restoredTerminating(record);
    if (service === undefined) return false;
    this.services.set(service.request, service);
    this.#count(service);
    for (const [timer, due] of Object.entries(record.timers) as [TimerName, number][]) {
      this.runner.resume(service, timer, due, this.#durationMs(service, timer));
    }
    this.post(service, { type: "restored" });
    return true;
  }

  timerConfig({ trunk, cluster }: TerminatingService): TimerConfig {
    const { port } = this.#common;
    return { trunk: trunkOf(port, trunk), cluster: port.neighbour(cluster)?.callCompletion };
  }

  contextOf(service: TerminatingService): TerminatingContext {
    const report = this.#common.lines.reportOf(service.line);
    return {
      kind: service.kind,
      connected: service.connection !== undefined,
      retain: service.retain,
      retainService: service.retainService,
      reachable: isReachable(service, this.#trunk(service)),
      bFree: service.free,
      bBusy: typeof report === "object" && isBusy(report, this.#busyTrigger(service), this.#queue.ringBeside(service)),
      failsForwarded: this.#cluster(service)?.onForwarded === "fail" && this.#isForwarded(service, report),
      alerted: service.alerted,
      inTime: dueOf(service.timers, "T2") !== undefined,
      reserves: reservesPath(this.#trunk(service), this.#cluster(service)),
      fifo: this.#queue.isFifo(service),
      turn: this.#queue.hasTurn(service),
      failures: service.failures,
    };
  }

  reason(_service: TerminatingService, event: TerminatingEvent, taken: TerminatingRow, by: By): string | undefined {
    if (by.why !== undefined) return by.why;
    const refused = taken.do.find((action) => action.type === "refuse");
    const ended = taken.to === "Idle" ? terminatingEnds[event.type] : undefined;
    if (refused !== undefined) return `refused: ${ended ?? refused.error}`;
    return ended !== undefined && "cause" in event ? `${ended}: cause ${event.cause}` : ended;
  }

  record(service: TerminatingService): StoredTerminating {
    return storedTerminating(service);
  }

  entered(service: TerminatingService): void {
    service.waitsForTurn = false;
    if (service.state === "Kept") {
      this.services.set(service.request, service);
      this.kept.add(service);
    }
    if (service.state === "Idle") this.#forget(service);
    this.#queue.callNext(service);
  }

  stepped(service: TerminatingService, step: Stepped<TerminatingState, TerminatingEvent, By>): void {
    if (service.bridged) this.#common.bridged.terminatingStepped(service, step);
  }

  perform(service: TerminatingService, action: TerminatingAction, by: By): void {
    const { port, connections, lines, answer } = this.#common;
    switch (action.type) {
      case "start":
        if (action.timer === "T_RETRY") service.failures += 1;
        return this.runner.start(service, action.timer, this.#durationMs(service, action.timer));
      case "stop":
        this.runner.stop(service, action.timer);
        return;
      case "become":
        service.kind = action.kind;
        return;
      case "proceed":
        return this.#proceed(service, by);
      case "watch":
        return this.#watch(service);
      case "accept":
        return this.#signals.accept(service, action.in);
      case "refuse":
        return this.#signals.refuse(service, action.error, by);
      case "replace":
        return this.#signals.ccCancel(service, "nothing");
      case "countFromNow": {
        const report = lines.reportOf(service.line);
        service.use = typeof report === "object" ? countUse(report, this.#countsUnseen(service)) : undefined;
        if (service.kind === "ccnr" && typeof report === "object" && report.canDetectUse === false) {
          this.runner.tell(service, anyUseCounts);
        }
        return;
      }
      case "look":
        return this.#look(service);
      case "waitTurn":
        service.waitsForTurn = true;
        return;
      case "callNext":
        return this.#queue.callNext(service);
      case "ccExecPossible":
        return action.in === "FACILITY" ? this.#signals.execInFacility(service) : this.#signals.execInSetup(service);
      case "ccCancel":
        return this.#signals.ccCancel(service, action.without);
      case "release":
        this.path.clear(service, normalClearing);
        connections.clear(service);
        if (by.opens === true && by.connection !== undefined) port.connections.clear(by.connection, normalClearing);
        return;
      case "holdPath":
        return this.path.hold(service, by);
      case "clearPath":
        return this.path.clear(service, action.cause);
      case "present":
        return this.#present(service, by);
      case "refuseRingout":
        return this.#refuseRingout(service, action.error, by);
      case "rejectRingout":
        if (by.connection !== undefined) port.connections.clear(by.connection, callRejected, [], { disconnect: true });
        answer.verdict = { verdict: "handled" };
        return;
      case "answerBusyAgain": {
        const invokeId = service.ccRingoutInvokeId;
        // R15: the other side hears it as the end of the call that both see.
        if (invokeId === undefined || isInMemory(port, service.trunk)) return;
        answer.added.push(apdu(returnError("remoteUserBusyAgain", invokeId), this.#dialect(service)));
        return;
      }
      default:
        action satisfies never;
    }
  }

  /** R21: what the guard has seen already need not be seen again; R19: each failure pauses longer. */
  #durationMs(service: TerminatingService, timer: TimerName): number {
    const durationMs = this.runner.durationMs(service, timer);
    if (service.bridged) return timerOfAMs(timer, durationMs, this.timerConfig(service).trunk);
    // R15: both sides run T2 here, and user A is to read that it has expired.
    if (timer === "T2" && isInMemory(this.#common.port, service.trunk)) return durationMs + endsFirstMs;
    if (timer === "T_GUARD") return Math.max(0, durationMs - this.#common.lines.freeForMs(service.line));
    if (timer !== "T_RETRY") return durationMs;
    return retryPausesMs[service.failures - 1] ?? retryPausesMs.at(-1) ?? durationMs;
  }

  /** The request is answered: CALL PROCEEDING now, the result when the line is known. */
  #proceed(service: TerminatingService, { connection, invokeId, asked }: By): void {
    if (connection === undefined || asked === undefined) return;
    const { port, connections } = this.#common;
    this.kept.remove(service);
    this.#discount(service);
    service.octets = toHex(encodeOctets(CcRequestArg, asked.argument));
    service.requested = true;
    service.operation = asked.operation;
    service.retain = asked.retain;
    service.retainService = asked.retainService;
    service.kindByLine = asked.kindByLine;
    service.openInvokeId = invokeId;
    this.services.set(service.request, service);
    this.#count(service);
    connections.own(service, connection);
    port.connections.send(connection, "CALL PROCEEDING", []);
  }

  #watch(service: TerminatingService): void {
    // R6: the line of a bridge is its other leg.
    if (service.bridged) return;
    const report = this.#common.lines.watch(service.line, service);
    if (report !== undefined) this.line(service, report);
  }

  #lineSeen(service: TerminatingService, report: LineReport): void {
    if (typeof report === "object") service.lineUser ??= report.user ?? "";
    const refused = refusalOf(report, numberOfB(service));
    if (refused === undefined) return this.post(service, { type: "lineSeen", ...this.#kindBy(service, report) });
    this.post(service, { type: "lineSeen", refusal: refused.error }, { why: refused.why });
  }

  /** R15: a busy line is one to complete a busy call to; a free one has not answered. */
  #kindBy(service: TerminatingService, report: LineReport): { readonly byLine?: Kind } {
    if (!service.kindByLine || typeof report !== "object") return {};
    return { byLine: isBusy(report, this.#busyTrigger(service)) ? "ccbs" : "ccnr" };
  }

  #look(service: TerminatingService): void {
    const report = this.#common.lines.reportOf(service.line);
    const isReady = typeof report === "object" && this.#isReady(service, report);
    service.free = service.bridged ? this.#common.bridged.isFree(service) : isReady;
    if (service.free) this.post(service, { type: "bFree" });
  }

  /** R5: toward user B the recall is an ordinary call, if need be on a route that ignores forwarding. */
  #present(service: TerminatingService, { setup, invokeId }: By): void {
    if (setup === undefined) return;
    service.ccRingoutInvokeId = invokeId;
    this.path.leave(service);
    if (service.bridged) return;
    const { port, answer } = this.#common;
    const { trunk, cluster, request } = service;
    const prefix = port.neighbour(cluster)?.callCompletion.recallPrefix ?? "";
    if (this.#isForwarded(service, this.#common.lines.reportOf(service.line))) this.runner.tell(service, follows);
    const ies = withCalledPrefix(port.numbersFor(withoutRingout(setup.ies), trunk, cluster), prefix);
    answer.verdict = { verdict: "relay", ies, trunk: cluster, translated: true, request };
  }

  /** R5: nothing on the trunk says that a recall ignores forwarding; only a route of the cluster can (S-50). */
  #isForwarded(service: TerminatingService, report: LineReport | undefined): boolean {
    if (typeof report !== "object" || this.#cluster(service)?.recallPrefix !== "") return false;
    return report.forward.all !== undefined || report.dnd;
  }

  /** R5: busy by DISCONNECT 17, as the caller's PBX expects it (R1); no match as the first response (G2). */
  #refuseRingout(service: TerminatingService, error: RingoutError, { connection, invokeId }: By): void {
    if (connection === undefined || invokeId === undefined) return;
    if (connection === service.path?.connection) this.path.leave(service);
    const { port, answer } = this.#common;
    const busy = error === "remoteUserBusyAgain";
    const ies = isInMemory(port, service.trunk) ? [] : [apdu(returnError(error, invokeId), this.#dialect(service))];
    port.connections.clear(connection, busy ? userBusy : normalClearing, ies, { disconnect: busy });
    answer.verdict = { verdict: "handled" };
  }

  #forget(service: TerminatingService): void {
    this.kept.remove(service);
    this.#discount(service);
    if (this.services.delete(service.request)) this.#common.lines.unwatch(service.line, service);
  }

  #count(service: TerminatingService): void {
    service.counted = true;
    this.correlator.add(service);
    this.#common.census.enter(service.trunk, service.parties.a.digits);
  }

  #discount(service: TerminatingService): void {
    if (!service.counted) return;
    service.counted = false;
    this.correlator.remove(service);
    this.#common.census.leave(service.trunk, service.parties.a.digits);
  }

  #isReady(service: TerminatingService, snapshot: LineSnapshot): boolean {
    const use = service.use ?? countUse(snapshot, this.#countsUnseen(service));
    return isReady(service.kind, use, snapshot, this.#busyTrigger(service));
  }

  #useOf(service: TerminatingService, snapshot: LineSnapshot): LineUse {
    const { use } = service;
    const countsUnseen = this.#countsUnseen(service);
    return use === undefined ? countUse(snapshot, countsUnseen) : observeUse(use, snapshot, countsUnseen);
  }

  #countsUnseen(service: TerminatingService): boolean {
    return this.#cluster(service)?.countUnseenCalls === true;
  }

  #busyTrigger(service: TerminatingService): number {
    return this.#cluster(service)?.busyTrigger ?? 1;
  }

  #dialect({ trunk }: TerminatingService): Dialect {
    return dialectOf(this.#common.port.neighbour(trunk));
  }

  #trunk({ trunk }: TerminatingService): CallCompletionConfig | undefined {
    return trunkOf(this.#common.port, trunk);
  }

  #cluster({ cluster }: TerminatingService): CallCompletionConfig | undefined {
    return this.#common.port.neighbour(cluster)?.callCompletion;
  }
}
