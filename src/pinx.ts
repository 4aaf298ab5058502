import type { Completion, CompletionHeld, CompletionPort } from "./completion/completion.ts";
import { GuardedCompletion } from "./completion/guarded.ts";
import { CompletionLayer } from "./completion/layer.ts";
import type { Config, NeighbourConfig } from "./config.ts";
import type { ConnectionEvent } from "./connection/connection.ts";
import { destinationOf } from "./connection/dialled.ts";
import { InMemoryConnections } from "./connection/in-memory.ts";
import { ConnectionLayer } from "./connection/layer.ts";
import type { ConnectionPort, TrunkSeat } from "./connection/port.ts";
import { throughPairs } from "./connection/media.ts";
import { numbersFor } from "./connection/numbers.ts";
import { Relay } from "./connection/relay.ts";
import type { RelayPort, RelayTimer } from "./connection/relay-port.ts";
import { Fifo } from "./fifo.ts";
import { type DigitRules, translatedDigits } from "./digits.ts";
import { Routes } from "./routes.ts";
import { Guids } from "./guids.ts";
import type { Core, Input, Output } from "./seam.ts";
import type { Trunk } from "./ids.ts";
import { longTimerMs, type TimerOwners, timerLayers } from "./timer-layers.ts";
import { CoreTimers, type Expired } from "./timers.ts";
import type { TraceEntry } from "./trace.ts";
import { createTrunk } from "./trunk/registry.ts";
import type { LegEvent, TrunkContext } from "./trunk/trunk.ts";

type InputOf<Type extends Input["type"]> = Extract<Input, { readonly type: Type }>;

/** The whole core: one PINX between its neighbours. Pure: inputs with their time in, outputs out. */
export function createPinx(): PinxCore {
  return new Pinx();
}

/** What a core keeps, each as a count: what grows for ever is a leak. */
export interface Held extends CompletionHeld {
  readonly timers: number;
  readonly connections: number;
  /** Legs that the relay joins. */
  readonly relayed: number;
  readonly channels: number;
  readonly callReferences: number;
}

export interface PinxCore extends Core {
  readonly held: Held;
}

class Pinx implements PinxCore {
  #now = 0;
  readonly #timers = new CoreTimers<TimerOwners>(timerLayers);
  readonly #outputs = new Fifo<Output>();
  readonly #legEvents = new Fifo<LegEvent>();
  readonly #connectionEvents = new Fifo<ConnectionEvent>();
  readonly #neighbours = new Map<Trunk, NeighbourConfig>();
  readonly #seats = new Map<Trunk, TrunkSeat>();
  readonly #connections: ConnectionLayer;
  /** Those of call completion. */
  readonly #ours: InMemoryConnections;
  readonly #relay: Relay;
  readonly #completion: Completion;
  #config: Config | undefined;
  #routes = new Routes([]);
  #pairs: ReadonlyMap<Trunk, Trunk> = new Map();
  #requestPrefix = "";
  #guids = new Guids(new Uint8Array(16));
  #requests = 0;
  #legs = 0;
  #outputIds = 0;
  #saves = 0;

  constructor() {
    this.#connections = new ConnectionLayer(this.#connectionPort());
    this.#relay = new Relay(this.#relayPort());
    this.#ours = new InMemoryConnections({
      connections: this.#connections,
      isServed: (trunk) => this.#neighbours.get(trunk)?.callCompletion.mode === "assisted",
      emit: (event) => this.#connectionEvents.push(event),
    });
    const port = this.#completionPort();
    this.#completion = new GuardedCompletion(new CompletionLayer(port), port);
  }

  handle(input: Input, now: number): void {
    // The rim's clock never goes back; a caller whose clock does must not fire timers twice.
    this.#now = Math.max(this.#now, now);
    this.#dispatch(input);
    this.#settle();
  }

  poll(): Output | undefined {
    return this.#outputs.shift();
  }

  nextTimeout(): number | undefined {
    return this.#timers.next();
  }

  get held(): Held {
    return {
      timers: this.#timers.size,
      connections: this.#connections.size + this.#ours.size,
      relayed: this.#relay.size,
      channels: this.#relay.channels,
      callReferences: [...this.#seats.values()].reduce((sum, { machine }) => sum + machine.legs, 0),
      ...this.#completion.held,
    };
  }

  #dispatch(input: Input): void {
    switch (input.type) {
      case "configure":
        return this.#configure(input);
      case "restore":
        return this.#complete((completion) => completion.restore(input.records));
      case "timeout":
        return this.#expire();
      case "opened":
      case "received":
      case "closed":
      case "flow":
        return this.#trunkInput(input);
      case "line":
        return this.#complete((completion) => completion.line(input.line, input.snapshot));
      case "callFailed":
        return this.#complete((completion) => completion.failedInside(input.call));
      case "user":
        return this.#complete((completion) => completion.user(input.user, input.press));
      case "operator":
        return this.#operator(input.command);
      case "stop":
        return this.#stop();
      case "done":
        return this.#complete((completion) => completion.done(input.of, input.ok, input.reason));
      case "store":
        return this.#complete((completion) => completion.store(input.state));
      default:
        input satisfies never;
    }
  }

  #configure({ config, seed }: InputOf<"configure">): void {
    this.#config = config;
    this.#routes = new Routes(config.neighbours);
    this.#pairs = throughPairs(config.neighbours);
    this.#guids = new Guids(seed);
    this.#requestPrefix = [...seed.subarray(0, 3)].map((octet) => octet.toString(16).padStart(2, "0")).join("");
    for (const neighbour of config.neighbours) {
      this.#neighbours.set(neighbour.name, neighbour);
      const { name, trunk } = neighbour;
      const seat = { machine: createTrunk(neighbour), context: this.#trunkContext(name), config: trunk };
      this.#seats.set(neighbour.name, seat);
      seat.machine.handle({ type: "start" }, seat.context);
    }
  }

  #trunkInput(input: InputOf<"opened"> | InputOf<"received"> | InputOf<"closed"> | InputOf<"flow">): void {
    const seat = this.#seats.get(input.trunk);
    if (seat === undefined) return;
    if (input.type === "received") this.#tracePdu(input, "in");
    seat.machine.handle(input, seat.context);
  }

  #stop(): void {
    for (const seat of this.#seats.values()) seat.machine.handle({ type: "stop" }, seat.context);
  }

  #operator(command: InputOf<"operator">["command"]): void {
    switch (command.command) {
      case "activate":
        return this.#complete((completion) => completion.activate(command.user, command.to));
      case "cancel":
        return this.#complete((completion) => completion.cancel(command.request));
      case "restart":
        return this.#connections.restart(command.trunk);
      default:
        command satisfies never;
    }
  }

  /** Timers that are due, one by one: an earlier one may stop a later. No more than ran before, so this ends. */
  #expire(): void {
    for (let left = this.#timers.size; left > 0; left--) {
      const timer = this.#timers.expire(this.#now);
      if (timer === undefined) return;
      this.#fire(timer);
      this.#settle();
    }
  }

  #fire(timer: Expired<TimerOwners>): void {
    switch (timer.layer) {
      case "trunk": {
        const seat = this.#seats.get(timer.of);
        return seat?.machine.handle({ type: "timer", name: timer.name }, seat.context);
      }
      case "connection":
        return this.#connections.timer(timer.of, timer.name);
      case "relay":
        return this.#relay.timer(timer.of, timer.name as RelayTimer);
      case "completion":
        return this.#complete((completion) => completion.timer(timer.of, timer.name));
      default:
        timer satisfies never;
    }
  }

  /** Events go up one layer at a time until nothing is left to tell: no layer is ever entered from inside itself. */
  #settle(): void {
    for (;;) {
      const leg = this.#legEvents.shift();
      if (leg !== undefined) {
        this.#connections.handle(leg);
        continue;
      }
      const event = this.#connectionEvents.shift();
      if (event === undefined) return;
      this.#connectionEvent(event);
    }
  }

  #connectionEvent(event: ConnectionEvent): void {
    switch (event.type) {
      case "setup":
        return this.#relay.collects(event) ? undefined : this.#setup(event);
      case "message":
        return this.#relay.owns(event.connection) ? this.#relay.message(event) : this.#toCompletion(event);
      case "clearing":
        return this.#relay.owns(event.connection) ? this.#relay.clearing(event) : this.#toCompletion(event);
      case "answer":
        return this.#relay.owns(event.connection) ? this.#relay.answer(event) : this.#toCompletion(event);
      case "carried":
        return this.#relay.carried(event);
      case "gone":
        this.#relay.gone(event.connection);
        return this.#toCompletion(event);
      case "linkUp":
      case "linkDown":
        return this.#toCompletion(event);
      default:
        event satisfies never;
    }
  }

  /** The completion layer looks first: what belongs to a service of ours ends there, all else is relayed. */
  #setup(event: Extract<ConnectionEvent, { readonly type: "setup" }>): void {
    if (event.kind === "cis") {
      const owned = this.#complete((completion) => completion.connectionEvent(event));
      if (!owned) this.#relay.setup(event);
      return;
    }
    this.#complete((completion) => {
      const verdict = completion.bearerSetup(event.connection, event.trunk, event.message);
      if (verdict.verdict === "handled") return;
      const { ies, trunk, onto } = verdict;
      const isAsItCame = ies === undefined && trunk === undefined;
      const call =
        onto === undefined
          ? this.#relay.setup(event, isAsItCame ? undefined : verdict)
          : this.#relay.join(event, { ...onto, sent: ies ?? event.message.ies });
      // Call completion hears of it when its number is whole.
      if (call?.overlap === true) return;
      if (call !== undefined) completion.callSetup(call, verdict.request);
      else if (verdict.request !== undefined) completion.callFailed(verdict.request);
    });
  }

  #toCompletion(event: ConnectionEvent): void {
    this.#complete((completion) => completion.connectionEvent(event));
  }

  /**
   * One step of the completion layer. What it sends in a step that also saves leaves only when that save is durable;
   * a relayed call never waits for the store.
   */
  #complete<Result>(step: (completion: Completion) => Result): Result {
    const first = this.#outputs.length;
    const saves = this.#saves;
    const result = step(this.#completion);
    if (this.#saves === saves) return result;
    this.#outputs.change(first, (output) => ("after" in output ? { ...output, after: this.#saves } : output));
    return result;
  }

  #output(output: Output): void {
    if (output.type === "send") this.#tracePdu(output, "out");
    this.#outputs.push(output);
  }

  #trace(entry: TraceEntry): void {
    this.#outputs.push({ type: "trace", entry });
  }

  #tracePdu({ trunk, channel, pdu }: Pick<InputOf<"received">, "trunk" | "channel" | "pdu">, direction: "in" | "out") {
    // A SIP message is whole in the rim alone, which traces it.
    if (pdu.carrier === "sip") return;
    this.#trace({ at: this.#now, type: "pdu", trunk, channel, direction, carrier: pdu.carrier, octets: pdu.octets });
  }

  #trunkContext(trunk: Trunk): TrunkContext {
    const pinx = this;
    return {
      get now() {
        return pinx.#now;
      },
      output: (output) => this.#output(output),
      event: (event) => this.#legEvents.push(event),
      trace: (entry) => this.#trace(entry),
      startTimer: (name, afterMs) => void this.#timers.start("trunk", trunk, name, this.#now + afterMs),
      stopTimer: (name) => this.#timers.stop("trunk", trunk, name),
      nextLeg: () => ++this.#legs,
      nextOutput: () => ++this.#outputIds,
      guid: () => this.#guids.next(),
    };
  }

  #connectionPort(): ConnectionPort {
    const pinx = this;
    return {
      get now() {
        return pinx.#now;
      },
      trunk: (trunk) => this.#seats.get(trunk),
      pairOf: (trunk) => this.#pairs.get(trunk),
      emit: (event) => this.#connectionEvents.push(event),
      startTimer: (of, name, afterMs) => this.#timers.start("connection", of, name, this.#now + afterMs),
      stopTimer: (timer) => this.#timers.stopHeld("connection", timer),
      trace: (entry) => this.#trace(entry),
    };
  }

  #relayPort(): RelayPort {
    const pinx = this;
    return {
      get now() {
        return pinx.#now;
      },
      get maxTransit() {
        return pinx.#configured.maxTransit;
      },
      connections: this.#connections,
      neighbour: (trunk) => this.#neighbours.get(trunk),
      destination: (ies, from) => destinationOf(ies, this.#neighbours.get(from), this.#routes),
      startTimer: (connection, name, afterMs) =>
        this.#timers.start("relay", connection, name, this.#now + afterMs, afterMs > longTimerMs),
      stopTimer: (timer) => this.#timers.stopHeld("relay", timer),
      trace: (entry) => this.#trace(entry),
      dialled: (setup) => this.#setup(setup),
      callDialled: (call) => this.#complete((completion) => completion.callSetup(call, undefined)),
      callPassing: (call, message) => this.#complete((completion) => completion.callPassing(call, message)),
      callMessage: (call, from, message) => this.#complete((completion) => completion.callMessage(call, from, message)),
      callClearing: (call, from, cause, ies) =>
        this.#complete((completion) => completion.callClearing(call, from, cause, ies)),
    };
  }

  #completionPort(): CompletionPort {
    const pinx = this;
    return {
      get now() {
        return pinx.#now;
      },
      get config() {
        return pinx.#configured;
      },
      connections: this.#ours,
      neighbour: (trunk) => this.#neighbours.get(trunk),
      route: (digits, from) => this.#routes.neighbourOf(translatedDigits(this.#digitsOf(from).in, digits)),
      numbersFor: (ies, from, to) => numbersFor(ies, this.#digitsOf(from), this.#digitsOf(to)),
      notify: (user, screen, sound) => this.#numbered((id) => ({ type: "notify", id, after: 0, user, screen, sound })),
      watch: (line) => this.#output({ type: "watch", line }),
      unwatch: (line) => this.#output({ type: "unwatch", line }),
      placeCall: (user, to, request) =>
        this.#numbered((id) => ({ type: "placeCall", id, after: 0, user, to, request })),
      save: (request, record) => this.#output({ type: "save", save: ++this.#saves, request, record }),
      startTimer: (request, name, afterMs) =>
        this.#timers.start("completion", request, name, this.#now + afterMs, afterMs > longTimerMs),
      stopTimer: (timer) => this.#timers.stopHeld("completion", timer),
      trace: (entry) => this.#trace(entry),
      openCall: (trunk, ies) => this.#relay.open(trunk, ies),
      relayHeld: (held, ies, trunk) =>
        this.#relay.setup({ ...held, type: "setup", kind: "call" }, { ies, trunk, held: true, translated: true }),
      redoCall: (call, ies) => this.#relay.redo(call, ies),
      nextRequestId: () => [this.#requestPrefix, ++this.#requests].join("-"),
    };
  }

  #digitsOf(trunk: Trunk): DigitRules {
    return this.#neighbours.get(trunk)?.digits ?? { in: [], out: [] };
  }

  get #configured(): Config {
    if (this.#config === undefined) throw new Error("the first input of a core is configure");
    return this.#config;
  }

  #numbered(make: (id: number) => Output): number {
    const id = ++this.#outputIds;
    this.#output(make(id));
    return id;
  }
}
