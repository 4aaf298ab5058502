import type { CallCompletionConfig } from "../config.ts";
import { hasOtherUser, isBusy } from "../lines/facts.ts";
import type { LineReport } from "../lines/line.ts";
import { mayReach } from "../routes.ts";
import type { RequestId } from "../ids.ts";
import type { Reason } from "../users/reasons.ts";
import { reasonText } from "../users/reasons.ts";
import type { UserKey } from "../users/screen.ts";
import { recallElements } from "./call-numbers.ts";
import { isOfUserA, timersOfB } from "./bridge.ts";
import type { By, Common } from "./common.ts";
import { Correlator } from "./correlate.ts";
import { trunkOf } from "./in-memory.ts";
import { originatingEnds } from "./ends.ts";
import { bareInvoke, dialectOf } from "./messages.ts";
import { isNameless, reservesPath, withProposal } from "./negotiation.ts";
import { Offers } from "./offers.ts";
import type {
  OriginatingAction,
  OriginatingContext,
  OriginatingEvent,
  OriginatingRow,
  OriginatingState,
} from "./originating.ts";
import { originating } from "./originating/table.ts";
import type { OriginatingService } from "./originating-services.ts";
import {
  durableActions,
  durableStates,
  ofSetup,
  restoredOriginating,
  storedOriginating,
} from "./originating-services.ts";
import { OriginatingPath, type Post } from "./originating-path.ts";
import { OriginatingSignals } from "./originating-signals.ts";
import { freeInvokeId, withoutRingout } from "./received.ts";
import type { StoredOriginating } from "./record.ts";
import type { Side, Stepped } from "./runner.ts";
import { Runner } from "./runner.ts";
import { dueOf } from "./running-timers.ts";
import { normalClearing } from "./service-connections.ts";
import type { TimerConfig, TimerName } from "./timers.ts";
import { leastRestOfT3Ms } from "./timers.ts";
import { Register } from "../register.ts";

type TimerAction = Extract<OriginatingAction, { readonly type: "start" | "stop" | "pauseT3" | "resumeT3" }>;

/** What the rows of the originating table do. */
export class OriginatingSide
  implements Side<OriginatingService, OriginatingState, OriginatingEvent, OriginatingAction, OriginatingContext, By>
{
  readonly role = "originating";
  readonly table = originating;
  readonly durable = durableStates;
  readonly durableActions = durableActions;
  readonly services = new Register<RequestId, OriginatingService>();
  readonly correlator = new Correlator<OriginatingService>();
  readonly runner: Runner<
    OriginatingService,
    OriginatingState,
    OriginatingEvent,
    OriginatingAction,
    OriginatingContext,
    By
  >;
  readonly path: OriginatingPath;
  readonly #signals: OriginatingSignals;
  readonly #common: Common;
  readonly #offers = new Offers();
  /** placeCall outputs that were not answered yet. */
  readonly #dials = new Map<number, OriginatingService>();

  constructor(common: Common) {
    this.#common = common;
    this.runner = new Runner(common.port, common.steps, this);
    const post: Post = (service, event, by) => this.post(service, event, by);
    this.path = new OriginatingPath(common, post);
    this.#signals = new OriginatingSignals(common, this.path, post);
  }

  /** Offers, placeCalls and index entries besides the services. */
  get held(): number {
    return this.#offers.size + this.#dials.size + this.correlator.size;
  }

  post(service: OriginatingService, event: OriginatingEvent, by: By = {}): void {
    this.runner.post(service, event, by);
  }

  offer(user: UserKey, to?: string): OriginatingService | undefined {
    return this.#offers.newest(user, to);
  }

  offers(user: UserKey): readonly OriginatingService[] {
    return this.#offers.of(user);
  }

  /** Why the offer cannot be asked for, if so. Nothing tells it from one given up, its answer open (CC 6.3). */
  refusal(service: OriginatingService): Reason | undefined {
    const { port, census } = this.#common;
    const trunk = this.#trunk(service);
    if (trunk?.enabled !== true || this.#cluster(service)?.enabled !== true) return "serviceOff";
    if (!mayReach(this.#cluster(service), service.cluster, service.trunk)) return "outOfReach";
    const argument = ofSetup.argument(service.setup);
    if (argument === undefined) return "badNumber";
    if (isNameless(argument, trunk) && !trunk.peer.canRetain) return "numberWithheld";
    if (this.correlator.find(service.parties, service.trunk)?.service.state === "Clearing") return "requestRunning";
    if (census.isFull(service.trunk)) return "tooManyRequests";
    return port.connections.linkUp(service.trunk) ? undefined : "trunkDown";
  }

  /** A Dial did not lead to a call, or the phone has dialled: then its service. */
  done(of: number, ok: boolean, why: string | undefined): OriginatingService | undefined {
    const service = this.#dials.get(of);
    if (service === undefined) return undefined;
    this.#dials.delete(of);
    if (ok) return service;
    this.post(service, { type: "dialFailed" }, why === undefined ? {} : { why });
    return undefined;
  }

  expired(service: OriginatingService, timer: TimerName): void {
    this.runner.expired(service, timer, { type: timer } as OriginatingEvent, {});
  }

  line(service: OriginatingService, report: LineReport): void {
    if (report === "lost") return;
    if (report === "absent" || report.registered === "no" || hasOtherUser(service.lineUser, report)) {
      return this.post(service, { type: "aReset" });
    }
    service.lineUser ??= report.user ?? "";
    if (service.epoch === undefined) {
      service.epoch = report.epoch;
      this.runner.save(service);
    } else if (report.epoch !== service.epoch) return this.post(service, { type: "aReset" });
    const aBusy = this.#isBusy(service, report);
    if (aBusy === service.aBusy) return;
    service.aBusy = aBusy;
    this.post(service, { type: aBusy ? "aBusy" : "aFree" });
  }

  restore(record: StoredOriginating): boolean {
    const { users } = this.#common;
    const service = restoredOriginating(record);
    this.services.set(service.request, service);
    this.#count(service);
    if (service.state !== "Clearing" && service.other === undefined) users.resume(service.user, service);
    for (const [timer, due] of Object.entries(record.timers) as [TimerName, number][]) {
      this.runner.resume(service, timer, due);
    }
    this.post(service, { type: "restored" });
    return true;
  }

  timerConfig(service: OriginatingService): TimerConfig {
    const on = { trunk: this.#trunk(service), cluster: this.#cluster(service) };
    return service.other === undefined ? on : timersOfB(on);
  }

  contextOf(service: OriginatingService): OriginatingContext {
    const report = this.#common.lines.reportOf(service.user);
    const trunk = this.#trunk(service);
    return {
      kind: service.kind,
      offerable: service.offerable,
      connected: service.connection !== undefined,
      retainDemanded: service.retainDemanded,
      retainService: service.retainService,
      // A bridge passes it on: user A's PINX decides (R6).
      reinvokes: trunk?.our.onBusyAgain === "reinvoke" && service.other === undefined,
      reserves: service.reservesPath && reservesPath(trunk, this.#cluster(service)),
      path: service.path !== undefined,
      waits: dueOf(service.timers, "T_BUSY") !== undefined,
      aBusy: typeof report === "object" && this.#isBusy(service, report),
      cannotDial: typeof report === "object" && report.calls > 0 && !this.#canHold(service),
      alerted: service.alerted,
      suspends: trunk?.peer.suspends ?? true,
      dialByHand: this.#cluster(service)?.dialByHand ?? false,
      audits: trunk?.peer.auditByRepeat ?? false,
      endsWithConnection: trunk?.our.onConnectionLost === "end" || service.nameless,
    };
  }

  reason(service: OriginatingService, event: OriginatingEvent, taken: OriginatingRow, by: By): string | undefined {
    const told = taken.do.find((action) => action.type === "tell");
    const ended = taken.to === "Idle" ? originatingEnds[event.type] : undefined;
    const text = told === undefined ? ended : reasonText(told.reason, service.to);
    if (text === undefined) return by.why;
    const why = by.why ?? ("cause" in event ? `cause ${event.cause}` : undefined);
    return why === undefined ? text : `${text}: ${why}`;
  }

  record(service: OriginatingService): StoredOriginating {
    return storedOriginating(service);
  }

  entered(service: OriginatingService): void {
    const { users } = this.#common;
    if (service.state === "Offered" && service.other === undefined) this.#keepOffer(service);
    if (service.state === "Requested") this.#offers.remove(service);
    if (service.state === "Clearing") users.end(service.user, service.request);
    if (service.state === "Idle") this.#forget(service);
  }

  stepped(service: OriginatingService, step: Stepped<OriginatingState, OriginatingEvent, By>): void {
    if (service.other !== undefined) this.#common.bridged.originatingStepped(service, step);
  }

  perform(service: OriginatingService, action: OriginatingAction, by: By): void {
    const { port, connections, users } = this.#common;
    if (service.other !== undefined && isOfUserA(action)) return;
    switch (action.type) {
      case "start":
      case "stop":
      case "pauseT3":
      case "resumeT3":
        return this.#time(service, action);
      case "become":
        service.kind = action.kind;
        return;
      case "request":
        return this.#request(service);
      case "adopt":
        return this.#signals.adopt(service, by);
      case "connect":
        return this.#signals.connect(service);
      case "send":
        return this.#signals.send(service, action.operation);
      case "ccCancel":
        return this.#signals.ccCancel(service, action.without);
      case "release":
        this.path.clear(service, normalClearing);
        connections.clear(service);
        if (by.opens === true && by.connection !== undefined) port.connections.clear(by.connection, normalClearing);
        return;
      case "repeat":
        return this.#common.repeats.ask(service);
      case "refuseSetup":
        return this.#signals.clearWithCancel(service, by.connection);
      case "hold":
        return this.#signals.hold(service, by);
      case "takeHeld":
        return this.#signals.takeHeld(service);
      case "refuseHeld":
        return this.#signals.refuseHeld(service);
      case "watch":
        return this.#watch(service);
      case "reservePath":
        return this.path.reserve(service);
      case "clearPath":
        return this.path.clear(service, action.cause);
      case "placeCall":
        return this.#placeCall(service);
      case "recall":
        return this.#recall(service, action.ccRingout, by);
      case "redoCall":
        if (by.call !== undefined) port.redoCall(by.call.id, withoutRingout(by.call.sent));
        return;
      case "show":
        return this.#show(service, action.screen);
      case "tell":
        if (action.reason === "recallExpired") return users.keep(service.user, service);
        return users.tell(service.user, action.reason, service.to);
      default:
        action satisfies never;
    }
  }

  #time(service: OriginatingService, action: TimerAction): void {
    switch (action.type) {
      case "start":
        return this.runner.start(service, action.timer);
      case "stop":
        this.runner.stop(service, action.timer);
        return;
      case "pauseT3":
        service.t3RestMs = this.runner.stop(service, "T3");
        return;
      case "resumeT3":
        this.runner.start(service, "T3", Math.max(service.t3RestMs ?? 0, leastRestOfT3Ms));
        service.t3RestMs = undefined;
        return;
      default:
        action satisfies never;
    }
  }

  /** What is known of user A's line already is where its changes count from. */
  #watch(service: OriginatingService): void {
    const report = this.#common.lines.watch(service.user, service);
    if (typeof report !== "object") return;
    service.epoch ??= report.epoch;
    service.lineUser ??= report.user ?? "";
    service.aBusy = this.#isBusy(service, report);
  }

  #placeCall(service: OriginatingService): void {
    if (service.dial !== undefined) this.#dials.delete(service.dial);
    service.dial = this.#common.port.placeCall(service.user, service.to, service.request);
    this.#dials.set(service.dial, service);
  }

  #show(service: OriginatingService, screen: "activated" | "available" | "nothing"): void {
    const { users } = this.#common;
    if (screen === "nothing") return users.hide(service.user);
    users[screen === "activated" ? "showActivated" : "showAvailable"](service.user, service);
  }

  #request(service: OriginatingService): void {
    const trunk = this.#trunk(service);
    const argument = ofSetup.argument(service.setup);
    if (argument === undefined || trunk === undefined) {
      return this.post(service, { type: "connectionCleared", by: "peer" });
    }
    if (service.other === undefined) this.#common.users.begin(service.user, service);
    const full = withProposal(argument, trunk, service.asksToRetainService);
    service.retainDemanded = full.retainSigConnection === true;
    service.nameless = isNameless(argument, trunk);
    this.#count(service);
    if (!this.#signals.request(service, full)) this.post(service, { type: "connectionCleared", by: "link" });
  }

  #recall(service: OriginatingService, ccRingout: boolean, { setup }: By): void {
    const { answer } = this.#common;
    const { request, trunk } = service;
    if (setup === undefined || !ccRingout) {
      answer.verdict = { verdict: "relay", trunk, request };
      return;
    }
    const onto = this.path.ringout(service);
    if (onto !== undefined) {
      answer.verdict = {
        verdict: "relay",
        ies: recallElements(setup.ies, ofSetup.elements(service.setup)),
        onto,
        request,
      };
      return;
    }
    service.ccRingoutInvokeId = freeInvokeId(setup.ies);
    const ie = bareInvoke("ccRingout", service.ccRingoutInvokeId, dialectOf(this.#common.port.neighbour(trunk)));
    const ies = recallElements(setup.ies, ofSetup.elements(service.setup), ie);
    answer.verdict = { verdict: "relay", ies, trunk, translated: true, request };
  }

  /** A call to offer; or one whose request, or recall, failed for now: it starts afresh (S-40, R34). */
  #keepOffer(service: OriginatingService): void {
    if (this.#offers.has(service)) return;
    this.#letGo(service);
    this.services.set(service.request, service);
    const tooMany = this.#offers.add(service);
    if (tooMany !== undefined) this.post(tooMany, { type: "userCancels" });
  }

  #forget(service: OriginatingService): void {
    this.#offers.remove(service);
    this.#letGo(service);
    this.services.delete(service.request);
  }

  /** What only a request under way has: its line, its user's attention, its place among the others. */
  #letGo(service: OriginatingService): void {
    const { users, lines, repeats } = this.#common;
    lines.unwatch(service.user, service);
    repeats.drop(service);
    users.end(service.user, service.request);
    if (service.dial !== undefined) this.#dials.delete(service.dial);
    this.#uncount(service);
  }

  #count(service: OriginatingService): void {
    if (service.counted) return;
    service.counted = true;
    this.correlator.add(service);
    this.#common.census.enter(service.trunk);
  }

  #uncount(service: OriginatingService): void {
    if (!service.counted) return;
    service.counted = false;
    this.correlator.remove(service);
    this.#common.census.leave(service.trunk);
  }

  #isBusy(service: OriginatingService, report: Exclude<LineReport, string>): boolean {
    return isBusy(report, this.#cluster(service)?.busyTrigger ?? 1);
  }

  #canHold({ cluster }: OriginatingService): boolean {
    return this.#common.port.neighbour(cluster)?.phones?.canHold ?? true;
  }

  #trunk({ trunk }: OriginatingService): CallCompletionConfig | undefined {
    return trunkOf(this.#common.port, trunk);
  }

  #cluster({ cluster }: OriginatingService): CallCompletionConfig | undefined {
    return this.#common.port.neighbour(cluster)?.callCompletion;
  }
}
