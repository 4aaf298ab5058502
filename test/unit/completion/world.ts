import { expect } from "chai";
import { element, find } from "../../../codecs/q931/element.ts";
import { bearerCapability } from "../../../codecs/q931/ie/bearer-capability.ts";
import { calledPartyNumber } from "../../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../../codecs/q931/ie/calling-party-number.ts";
import { cause } from "../../../codecs/q931/ie/cause.ts";
import { causeElement } from "../../../codecs/q931/make.ts";
import type { InformationElement, Message } from "../../../codecs/q931/message.ts";
import type { MessageName } from "../../../codecs/q931/messages.ts";
import { messageTypes } from "../../../codecs/q931/messages.ts";
import type { CompletionPort, HeldSetup, SetupVerdict } from "../../../src/completion/completion.ts";
import { CompletionLayer } from "../../../src/completion/layer.ts";
import type { StoredRequest } from "../../../src/completion/record.ts";
import type { Config, NeighbourConfig } from "../../../src/config.ts";
import type { ConnectionId } from "../../../src/connection/connection.ts";
import { numbersFor } from "../../../src/connection/numbers.ts";
import type { RelayedCall } from "../../../src/connection/relayed-call.ts";
import type { LineKey, LineReport, LineSnapshot } from "../../../src/lines/line.ts";
import { translatedDigits, type DigitRules } from "../../../src/digits.ts";
import { matches } from "../../../src/number-pattern.ts";
import type { RequestId, Trunk } from "../../../src/ids.ts";
import type { HeldTimer } from "../../../src/held-timers.ts";
import { CoreTimers } from "../../../src/timers.ts";
import type { TraceEntry } from "../../../src/trace.ts";
import type { Screen, UserKey } from "../../../src/users/screen.ts";
import { FakeConnections } from "./fake-connections.ts";
import { apdusText, numbersText } from "./text.ts";
import { neighbour, type Place, type Settings } from "./world-config.ts";

export type { Settings } from "./world-config.ts";

export const idle: LineSnapshot = {
  registered: "yes",
  calls: 0,
  ringingIn: 0,
  offhook: false,
  dnd: false,
  forward: {},
  uses: 0,
  epoch: 1,
};
export const busy: LineSnapshot = { ...idle, calls: 1, offhook: true, uses: 1 };

/**
 * Everything around the completion layer: time, connections, relay, phones, lines, store; and what it did, in words.
 */
export class World implements CompletionPort {
  now = 0;
  readonly config: Config;
  readonly log: string[] = [];
  readonly traced: TraceEntry[] = [];
  readonly connections = new FakeConnections((line) => this.log.push(line));
  readonly store = new Map<RequestId, StoredRequest>();
  /** Requests whose record was taken out of the store, in order. */
  readonly removed: RequestId[] = [];
  readonly layer: CompletionLayer;
  readonly #timers = new CoreTimers<{ completion: RequestId }>({ completion: "held" });
  readonly #neighbours: ReadonlyMap<Trunk, NeighbourConfig>;
  #requests = 0;
  outputs = 0;
  /** The call that a held SETUP became. */
  relayed: RelayedCall | undefined;
  redone: readonly InformationElement[] | undefined;

  constructor(places: readonly Place[], settings: Settings) {
    const neighbours = places.map((place) => neighbour(place, settings));
    this.#neighbours = new Map(neighbours.map((each) => [each.name, each]));
    this.config = {
      name: "gw",
      neighbours,
      limits: { requests: 100, requestsPerLine: 10, requestsPerTrunk: 50, ...settings.limits },
      maxTransit: 10,
      utcOffsetMinutes: 0,
    };
    this.layer = new CompletionLayer(this);
  }

  // The port.

  neighbour(name: Trunk): NeighbourConfig | undefined {
    return this.#neighbours.get(name);
  }

  route(digits: string, from: Trunk): NeighbourConfig | undefined {
    const number = translatedDigits(this.neighbour(from)?.digits.in ?? [], digits);
    return this.config.neighbours.find(({ numbers }) => numbers.some((pattern) => matches(pattern, number)));
  }

  numbersFor(ies: readonly InformationElement[], from: Trunk, to: Trunk): readonly InformationElement[] {
    const none: DigitRules = { in: [], out: [] };
    return numbersFor(ies, this.neighbour(from)?.digits ?? none, this.neighbour(to)?.digits ?? none);
  }

  notify(user: UserKey, screen: Screen | null, sound: boolean): number {
    this.log.push(`screen ${user}: ${screen?.lines[0] ?? "nothing"}${sound ? " (sound)" : ""}`);
    return ++this.outputs;
  }

  watch(line: LineKey): void {
    this.log.push(`watch ${line}`);
  }

  unwatch(line: LineKey): void {
    this.log.push(`unwatch ${line}`);
  }

  placeCall(user: UserKey, to: string): number {
    this.outputs += 1;
    this.log.push(`place ${user} to ${to}`);
    return this.outputs;
  }

  save(request: RequestId, record: StoredRequest | null): void {
    if (record === null) {
      this.removed.push(request);
      this.store.delete(request);
    } else this.store.set(request, JSON.parse(JSON.stringify(record)) as StoredRequest);
  }

  startTimer(request: RequestId, name: string, afterMs: number): HeldTimer {
    return this.#timers.start("completion", request, name, this.now + afterMs);
  }

  stopTimer(timer: HeldTimer): void {
    this.#timers.stopHeld("completion", timer);
  }

  trace(entry: TraceEntry): void {
    this.traced.push(entry);
  }

  nextRequestId(): RequestId {
    this.#requests += 1;
    return `r${this.#requests}`;
  }

  openCall(trunk: Trunk, ies: readonly InformationElement[]): ConnectionId | undefined {
    return this.connections.setup(trunk, "call", ies);
  }

  relayHeld({ connection, trunk, message }: HeldSetup, ies: readonly InformationElement[], to: Trunk) {
    if (this.connections.down.has(to)) {
      this.connections.clear(connection, 27);
      return undefined;
    }
    this.relayed = this.#join(connection, trunk, message, { verdict: "relay", ies, trunk: to });
    return this.relayed;
  }

  redoCall(_call: number, ies: readonly InformationElement[]): void {
    this.redone = ies;
    this.log.push(["redo", numbersText(ies), ...apdusText(ies)].join(" "));
  }

  // What a test does.

  /** What happened since the last look. */
  take(): string[] {
    return this.log.splice(0);
  }

  expect(...lines: readonly string[]): void {
    expect(this.take()).to.deep.equal(lines);
  }

  /** The states of the requests that the store holds. */
  get states(): string[] {
    return [...this.store.values()].map(({ role, state }) => `${role} ${state}`);
  }

  get timers(): number {
    return this.#timers.size;
  }

  /** Time passes; timers fire in order. */
  pass(ms: number): void {
    const until = this.now + ms;
    for (let at = this.#timers.next(); at !== undefined && at <= until; at = this.#timers.next()) {
      this.now = Math.max(this.now, at);
      const due = this.#timers.expire(this.now);
      if (due !== undefined) this.layer.timer(due.of, due.name);
      this.#tellGone();
    }
    this.now = until;
  }

  /** A CIS SETUP of the peer; its connection. */
  cis(trunk: Trunk, ies: readonly InformationElement[]): ConnectionId {
    const connection = this.connections.incoming(trunk, "cis");
    const message = messageOf("SETUP", ies);
    const owned = this.layer.connectionEvent({ type: "setup", connection, trunk, kind: "cis", message });
    if (!owned) this.log.push(`${connection} relayed`);
    this.#tellGone();
    return connection;
  }

  /** Any later message of the peer on a connection, clearing ones included. */
  receive(connection: ConnectionId, name: MessageName, ies: readonly InformationElement[] = []): void {
    const trunk = this.connections.trunkOf(connection);
    const message = messageOf(name, ies);
    if (name === "DISCONNECT" || name === "RELEASE" || name === "RELEASE COMPLETE") {
      this.connections.end(connection);
      const value = find(message, cause)?.cause ?? 31;
      this.layer.connectionEvent({ type: "clearing", connection, trunk, cause: value, reason: "message", message });
    } else {
      if (name === "CONNECT") this.connections.connect(connection);
      this.layer.connectionEvent({ type: "message", connection, trunk, message });
    }
    this.#tellGone();
  }

  /** A connection ends without a message of the peer. */
  lose(connection: ConnectionId, value: number, reason: "timer" | "linkDown" | "protocolError"): void {
    const trunk = this.connections.trunkOf(connection);
    this.connections.end(connection);
    this.layer.connectionEvent({ type: "clearing", connection, trunk, cause: value, reason });
    this.#tellGone();
  }

  /** A bearer SETUP, through the completion layer and the relay. */
  call(from: Trunk, ies: readonly InformationElement[]): Call | undefined {
    const connection = this.connections.incoming(from, "call");
    const received = messageOf("SETUP", ies);
    const verdict = this.layer.bearerSetup(connection, from, received);
    this.#tellGone();
    if (verdict.verdict === "handled") return undefined;
    return this.#relay(connection, from, received, verdict);
  }

  line(line: LineKey, report: LineReport): void {
    this.layer.line(line, report);
    this.#tellGone();
  }

  press(user: UserKey, key: "callBack" | "dial" | "cancel" | "exit", to?: string): void {
    this.layer.user(user, key === "callBack" && to !== undefined ? { key, to } : { key });
    this.#tellGone();
  }

  link(trunk: Trunk, up: boolean): void {
    if (up) this.connections.down.delete(trunk);
    else this.connections.down.add(trunk);
    this.layer.connectionEvent({ type: up ? "linkUp" : "linkDown", trunk });
  }

  #relay(
    connection: ConnectionId,
    from: Trunk,
    received: Message,
    verdict: Extract<SetupVerdict, { verdict: "relay" }>,
  ): Call {
    const call = this.#join(connection, from, received, verdict);
    this.layer.callSetup(call, verdict.request);
    return new Call(this, call);
  }

  #join(
    connection: ConnectionId,
    from: Trunk,
    received: Message,
    verdict: Extract<SetupVerdict, { verdict: "relay" }>,
  ): RelayedCall {
    const ies = verdict.ies ?? received.ies;
    const to =
      verdict.onto?.trunk ??
      verdict.trunk ??
      this.route(find({ ies }, calledPartyNumber)?.digits ?? "", from)?.name ??
      "nowhere";
    const sent = verdict.translated === true ? ies : this.numbersFor(ies, from, to);
    const leg = verdict.onto?.connection ?? this.connections.incoming(to, "call");
    this.log.push(
      [verdict.onto === undefined ? "relay" : `join ${leg}`, to, numbersText(sent), ...apdusText(sent)].join(" "),
    );
    return { id: connection, from: { trunk: from, connection }, to: { trunk: to, connection: leg }, received, sent };
  }

  #tellGone(): void {
    for (let next = this.connections.over.shift(); next !== undefined; next = this.connections.over.shift()) {
      this.layer.connectionEvent({ type: "gone", ...next });
    }
  }
}

/** A relayed call as a test drives it. */
export class Call {
  readonly #world: World;
  readonly relayed: RelayedCall;
  /** What went on to A of the last message. */
  passed: Message | undefined;
  /** The APDUs that the clearing of the other leg carried. */
  cleared: readonly string[] = [];

  constructor(world: World, relayed: RelayedCall) {
    this.#world = world;
    this.relayed = relayed;
  }

  alert(): this {
    this.#world.layer.callMessage(this.relayed, "to", messageOf("ALERTING", []));
    return this;
  }

  /** Any message, by the leg that sends it; what goes on to A of one of B's side is in `passed`. */
  message(name: MessageName, ies: readonly InformationElement[], leg: "from" | "to" = "to"): this {
    const message = messageOf(name, ies);
    if (leg === "to") this.passed = this.#world.layer.callPassing(this.relayed, message);
    this.#world.layer.callMessage(this.relayed, leg, message);
    return this;
  }

  answer(): this {
    this.#world.layer.callMessage(this.relayed, "to", messageOf("CONNECT", []));
    return this;
  }

  /** `by`: the leg that clears. What call completion adds for the other leg is logged. */
  clear(by: "from" | "to", value: number, ies: readonly InformationElement[] = []): this {
    const came = [causeElement(value), ...ies];
    const passed = this.#world.layer.callClearing(this.relayed, by, value, came);
    this.cleared = apdusText(passed);
    const added = passed.filter((ie) => !came.includes(ie));
    if (added.length > 0) this.#world.log.push(`add ${apdusText(added).join(" ")}`);
    return this;
  }
}

export function messageOf(name: MessageName, ies: readonly InformationElement[]): Message {
  const callReference = { value: 1, flag: 0, length: 2 } as const;
  return { callReference, type: messageTypes[name], message: name, ies, problems: [] };
}

/** A-law speech, who calls whom, private plan as the flows have it. */
export function setupIes(
  calling: string,
  called: string,
  ...more: readonly InformationElement[]
): InformationElement[] {
  const number = { typeOfNumber: 0, numberingPlan: 9 };
  return [
    element(bearerCapability, {
      codingStandard: 0,
      informationTransferCapability: 0,
      transferMode: 0,
      informationTransferRate: 16,
      layers: [{ layer: 1, protocol: 3 }],
    }),
    ...more,
    ...(calling === ""
      ? []
      : [element(callingPartyNumber, { ...number, presentation: 0, screening: 3, digits: calling })]),
    element(calledPartyNumber, { ...number, digits: called }),
  ];
}

/** We serve user A, 1001 in `west`; user B, 2001, is behind libpri in `east`. */
export function servingA(settings: Settings = {}): World {
  return new World(
    [
      { name: "west", numbers: "1xxx", mode: "assisted" },
      { name: "east", numbers: "2xxx", mode: "native" },
      { name: "south", numbers: "3xxx", mode: "none" },
    ],
    settings,
  );
}

/** We serve user B, 2001 in `west`; user A, 1001, is behind libpri in `east`. */
export function servingB(settings: Settings = {}): World {
  return new World(
    [
      { name: "west", numbers: "2xxx", mode: "assisted" },
      { name: "east", numbers: "1xxx", mode: "native" },
      { name: "north", numbers: "4xxx", mode: "native" },
      { name: "south", numbers: "3xxx", mode: "none" },
    ],
    settings,
  );
}
