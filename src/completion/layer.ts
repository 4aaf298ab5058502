import type { Message } from "../../codecs/q931/message.ts";
import { find } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import { returnError } from "../../codecs/rose/make.ts";
import type { ConnectionEvent, ConnectionId } from "../connection/connection.ts";
import type { RelayedCall } from "../connection/relayed-call.ts";
import { Lines } from "../lines/lines.ts";
import type { FailedCall, LineKey, LineReport } from "../lines/line.ts";
import type { RequestId, Trunk } from "../ids.ts";
import type { Screen, UserKey, UserPress } from "../users/screen.ts";
import { Users } from "../users/users.ts";
import { Bridges } from "./bridges.ts";
import { Calls } from "./calls.ts";
import { CisEvents } from "./cis-events.ts";
import type { AnyService, Common } from "./common.ts";
import { Census, verdictOf } from "./common.ts";
import type { Completion, CompletionHeld, CompletionPort, SetupVerdict } from "./completion.ts";
import { apdu, dialectOf } from "./messages.ts";
import { OriginatingSide } from "./originating-side.ts";
import { FeatureCodes, featureCallOf } from "./feature-codes.ts";
import { isInMemory } from "./in-memory.ts";
import { localeOf } from "./locale.ts";
import { ofSetup, type OriginatingService, unseenBy } from "./originating-services.ts";
import { OwnRecalls } from "./own-recalls.ts";
import { PathEvents } from "./path-events.ts";
import { bearerFits, partiesOfSetup } from "./parties.ts";
import { invokeOf, isOfAnotherService, withoutRingout } from "./received.ts";
import type { StoredRequest } from "./record.ts";
import { Repeats } from "./repeats.ts";
import { Steps } from "./runner.ts";
import { normalClearing, ServiceConnections } from "./service-connections.ts";
import { TerminatingSide } from "./terminating-side.ts";
import type { TimerName } from "./timers.ts";

/** Q.850: what a user who only names user B asks for, until his line says otherwise (R15). */
const userBusy = 17;
const byNumber = { why: "asked for by number" } as const;

/** What makes a bearer SETUP a recall. */
interface Recall {
  readonly type: "ccRingout" | "ccPathReserve";
  readonly invokeId: number;
}

/** What a recall that matches nothing is answered with (G2, R17). */
const unmatched = { ccRingout: "failureToMatch", ccPathReserve: "failedDueToInterworking" } as const;

/** Call completion for assisted neighbours: finds whose service an event is of, and hands it to that side's table. */
export class CompletionLayer implements Completion {
  readonly #port: CompletionPort;
  readonly #common: Common;
  readonly #originating: OriginatingSide;
  readonly #terminating: TerminatingSide;
  readonly #bridges: Bridges;
  readonly #own: OwnRecalls;
  readonly #calls: Calls;
  readonly #cis: CisEvents;
  readonly #features: FeatureCodes;
  /** What a phone was last told. */
  #shown: Screen | null | undefined;
  readonly #paths: PathEvents;
  readonly #repeats: Repeats;
  #store: "ok" | "full" | "away" = "ok";

  constructor(port: CompletionPort) {
    this.#port = port;
    this.#common = {
      port,
      steps: new Steps(),
      connections: new ServiceConnections<AnyService>(port),
      lines: new Lines<AnyService>(port),
      users: new Users({
        get now() {
          return port.now;
        },
        get utcOffsetMinutes() {
          return port.config.utcOffsetMinutes;
        },
        localeOf: (user) => localeOf(port, user),
        notify: (user, screen, sound) => {
          this.#shown = screen;
          port.notify(user, screen, sound);
        },
      }),
      census: new Census(port),
      answer: { added: [] },
      bridged: {
        originatingStepped: (service, step) => this.#bridges.originatingStepped(service, step),
        terminatingStepped: (service, step) => this.#bridges.terminatingStepped(service, step),
        isFree: (service) => this.#bridges.isFree(service),
      },
      repeats: {
        ask: (service) => this.#repeats.ask(service),
        drop: (service) => this.#repeats.drop(service),
      },
    };
    this.#originating = new OriginatingSide(this.#common);
    this.#terminating = new TerminatingSide(this.#common);
    this.#bridges = new Bridges(this.#common, this.#originating, this.#terminating);
    this.#own = new OwnRecalls(this.#common, this.#originating, this.#terminating);
    const ringing = (service: OriginatingService) => this.#bridges.ringing(service) ?? this.#own.ringing(service);
    this.#calls = new Calls(this.#common, this.#originating, this.#terminating, ringing);
    this.#features = new FeatureCodes({
      port,
      users: this.#common.users,
      press: (user, press, setup) => {
        this.#shown = undefined;
        this.#press(user, press, setup);
        return this.#shown;
      },
      lastFailed: (user) => this.#originating.offer(user)?.to,
    });
    this.#paths = new PathEvents(this.#common, this.#originating, this.#terminating, this.#calls);
    this.#repeats = new Repeats(this.#common, (service, event, by) => this.#originating.post(service, event, by));
    this.#cis = new CisEvents(this.#common, this.#originating, this.#terminating, () => this.#store === "ok");
  }

  get held(): CompletionHeld {
    const { census, connections, lines, users } = this.#common;
    return {
      requests: this.#originating.services.size + this.#terminating.services.size,
      counted: census.size,
      indexed: this.#originating.held + this.#terminating.held,
      serviceConnections: connections.size + this.#repeats.size,
      linesWatched: lines.size,
      usersActive: users.size,
    };
  }

  bearerSetup(connection: ConnectionId, trunk: Trunk, message: Message): SetupVerdict {
    const called = find(message, calledPartyNumber)?.digits ?? "";
    const feature = featureCallOf(this.#port.neighbour(trunk)?.callCompletion.featureCodes, called);
    if (feature !== undefined) return this.#features.take(feature, connection, trunk, message);
    const mode = this.#port.route(called, trunk)?.callCompletion.mode;
    const recall = mode === undefined ? undefined : recallIn(message, called);
    if (recall === undefined) return this.#recallOf(connection, trunk, called, message) ?? { verdict: "relay" };
    const refused = () => this.#refuseCall(connection, trunk, unmatched[recall.type], recall.invokeId);
    if (mode === "none") {
      // R17: a neighbour without call completion gets an ordinary call, and no path.
      return recall.type === "ccPathReserve" ? refused() : { verdict: "relay", ies: withoutRingout(message.ies) };
    }
    const taken = this.#recall(recall, connection, trunk, message);
    if (taken !== undefined) return taken;
    // R17: a native neighbour may know a service that we do not.
    return mode === "assisted" ? refused() : { verdict: "relay" };
  }

  callSetup(call: RelayedCall, request: RequestId | undefined): void {
    this.#calls.setup(call, request);
  }

  callFailed(request: RequestId): void {
    this.#calls.failed(request);
  }

  callPassing<Passed extends Message>(call: RelayedCall, message: Passed): Passed | undefined {
    return this.#calls.passing(call, message);
  }

  callMessage(call: RelayedCall, from: "from" | "to", message: Message): void {
    this.#calls.message(call, from, message);
  }

  callClearing(
    call: RelayedCall,
    from: "from" | "to",
    cause: number,
    ies: readonly InformationElement[],
  ): readonly InformationElement[] {
    return this.#calls.clearing(call, from, cause, ies);
  }

  connectionEvent(event: ConnectionEvent): boolean {
    if ("connection" in event && this.#repeats.handle(event)) return true;
    const isOurs = this.#paths.handle(event) || this.#cis.handle(event);
    if (event.type === "linkUp") this.#audit(event.trunk);
    return isOurs;
  }

  /** R26: the PINX behind a trunk that comes up may have started anew. */
  #audit(trunk: Trunk): void {
    const config = this.#port.neighbour(trunk)?.callCompletion;
    if (config?.peer.auditByRepeat !== true || config.mode !== "native") return;
    for (const service of this.#originating.services.values()) {
      if (service.trunk === trunk && service.state === "Active") this.#originating.post(service, { type: "trunkBack" });
    }
  }

  line(line: LineKey, report: LineReport): void {
    const neighbour = this.#port.neighbour(line.slice(0, line.indexOf("/")));
    const busyTrigger = neighbour?.callCompletion.busyTrigger ?? 1;
    for (const service of this.#common.lines.report(line, report, busyTrigger)) {
      if (service.role === "originating") {
        this.#originating.line(service, report);
        this.#own.lineOfA(service, report);
      } else {
        this.#terminating.line(service, report);
        this.#own.lineOfB(service, report);
      }
    }
  }

  failedInside(call: FailedCall): void {
    const { line, to, cause, alerted } = call;
    const active = this.#common.users.active(line);
    const running = active === undefined ? undefined : this.#originating.services.get(active.request);
    if (this.#own.failed(running, call)) return;
    const service = unseenBy(line, to, { isNamed: false }, this.#port);
    // R15: what crosses a trunk is seen there.
    if (service === undefined || service.cluster !== service.trunk) return;
    if (alerted) this.#originating.post(service, { type: "callAlerting" });
    this.#originating.post(service, { type: "callCleared", cause });
  }

  user(user: UserKey, press: UserPress): void {
    this.#press(user, press);
  }

  /** `setup`: a SETUP of the user that says who he is. */
  #press(user: UserKey, press: UserPress, setup?: readonly InformationElement[]): void {
    const wanted = press.key === "callBack" ? press.to : undefined;
    const offer = this.#originating.offer(user, wanted) ?? this.#named(user, wanted, setup);
    const command = this.#common.users.press(user, press, offer);
    switch (command.command) {
      case "ask":
        return this.#ask(command.offer, command.instead);
      case "dial":
        return this.#postTo(command.request, "userDials");
      case "cancel":
        return this.#postTo(command.request, "userCancels");
      case "call":
        this.#port.placeCall(user, command.to, command.request);
        return;
      case "none":
        return;
      default:
        command satisfies never;
    }
  }

  /** R15, R16: a user who names user B is offered a call back to him as after a call that failed. */
  #named(
    user: UserKey,
    to: string | undefined,
    setup: readonly InformationElement[] = [],
  ): OriginatingService | undefined {
    if (to === undefined || this.#common.users.shown(user)?.to === to) return undefined;
    const service = unseenBy(user, to, { isNamed: true, setup }, this.#port);
    if (service !== undefined) this.#originating.post(service, { type: "callCleared", cause: userBusy }, byNumber);
    return service?.state === "Offered" ? service : undefined;
  }

  timer(request: RequestId, timer: string): void {
    const name = timer as TimerName;
    const originating = this.#originating.services.get(request);
    if (originating !== undefined) this.#originating.expired(originating, name);
    const terminating = this.#terminating.services.get(request);
    if (terminating !== undefined) this.#terminating.expired(terminating, name);
  }

  restore(records: readonly StoredRequest[]): void {
    for (const record of records) {
      const isServed = [record.trunk, record.cluster].every((name) => this.#port.neighbour(name) !== undefined);
      // R9: a neighbour that was taken out of the configuration takes its requests with it.
      if (isServed && this.#restore(record)) continue;
      this.#port.save(record.request, null);
      this.#port.trace({
        at: this.#port.now,
        type: "request",
        request: record.request,
        text: "dropped at the restart: its neighbour is no longer configured, or its record cannot be read",
      });
    }
    this.#bridges.restored();
  }

  cancel(request: RequestId): void {
    const terminating = this.#terminating.services.get(request);
    if (terminating !== undefined) this.#terminating.post(terminating, { type: "operatorCancels" });
    else this.#postTo(request, "userCancels");
  }

  activate(user: UserKey, to: string): void {
    this.user(user, { key: "callBack", to });
  }

  done(of: number, ok: boolean, reason: string | undefined): void {
    const dialled = this.#originating.done(of, ok, reason);
    if (dialled !== undefined) this.#own.dialled(dialled);
  }

  store(state: "ok" | "full" | "away"): void {
    this.#store = state;
  }

  #restore(record: StoredRequest): boolean {
    return record.role === "originating" ? this.#originating.restore(record) : this.#terminating.restore(record);
  }

  #ask(offer: RequestId, instead: RequestId | undefined): void {
    const service = this.#originating.services.get(offer);
    if (service === undefined) return;
    const refusal = this.#store === "ok" ? this.#originating.refusal(service) : "storeAway";
    if (refusal === undefined && instead !== undefined) this.#postTo(instead, "userCancels");
    this.#originating.post(service, refusal === undefined ? { type: "userAsks" } : { type: "userAsks", refusal });
  }

  #postTo(request: RequestId, type: "userDials" | "userCancels"): void {
    const service = this.#originating.services.get(request);
    if (service !== undefined) this.#originating.post(service, { type });
  }

  /** A SETUP of user A to user B, while a call back of his is under way (R3). */
  #recallOf(connection: ConnectionId, trunk: Trunk, called: string, message: Message): SetupVerdict | undefined {
    const calling = find(message, callingPartyNumber)?.digits ?? "";
    const own = this.#common.users.active(`${trunk}/${calling}`);
    const service = own === undefined ? undefined : this.#originating.services.get(own.request);
    if (service === undefined || service.to !== called || isOfAnotherService(message)) return undefined;
    const fits = bearerFits(message.ies, ofSetup.elements(service.setup));
    const verdict = verdictOf(this.#common, () =>
      this.#originating.post(service, { type: "recallSetup", fits }, { setup: message }),
    );
    if (verdict?.verdict !== "relay" || !isInMemory(this.#port, service.trunk)) return verdict;
    return this.#own.present(service, verdict, { connection, message });
  }

  /** A recall of a service that ends here: on the trunk of the request, else by the numbers alone (R19). */
  #recall({ type, invokeId }: Recall, connection: ConnectionId, trunk: Trunk, message: Message) {
    const { correlator } = this.#terminating;
    const parties = partiesOfSetup(message.ies);
    const match = correlator.find(parties, trunk) ?? correlator.findAnywhere(parties);
    if (match === undefined) return undefined;
    const by = { connection, invokeId, setup: message };
    return (
      verdictOf(this.#common, () => this.#terminating.post(match.service, { type }, by)) ?? {
        verdict: "relay",
        ies: withoutRingout(message.ies),
      }
    );
  }

  #refuseCall(
    connection: ConnectionId,
    trunk: Trunk,
    error: "failureToMatch" | "failedDueToInterworking",
    invokeId: number,
  ): SetupVerdict {
    const dialect = dialectOf(this.#port.neighbour(trunk));
    this.#port.connections.clear(connection, normalClearing, [apdu(returnError(error, invokeId), dialect)]);
    return { verdict: "handled" };
  }
}

function recallIn(message: Message, called: string): Recall | undefined {
  for (const type of ["ccPathReserve", "ccRingout"] as const) {
    const found = invokeOf(message, type, called);
    if (found !== undefined) return { type, invokeId: found.invokeId };
  }
  return undefined;
}
