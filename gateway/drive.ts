import { strict as assert } from "node:assert";
import type { StoredOriginating, StoredRequest } from "../src/completion/record.ts";
import type { Core, Input, Output } from "../src/seam.ts";
import type { RequestId, Trunk } from "../src/ids.ts";
import type { UserKey } from "../src/users/screen.ts";
import type { CrossedPdu } from "./adapter.ts";
import type { Clock } from "./clock.ts";
import { Commits } from "./commits.ts";
import { InputQueues } from "./input-queues.ts";
import { Lanes, type LaneOutput } from "../src/lanes.ts";
import { RequestTable } from "./request-table.ts";
import type { TraceRing } from "./ring.ts";
import type { Store } from "./store/store.ts";
import { WatchedLines } from "./watched-lines.ts";

/** Inputs that one tick handles before timers, store and adapters get their turn. */
export const inputsPerTick = 256;
/** Inputs of one neighbour that make a tick longer: who floods us makes the others' turns come no later than so. */
export const inputsOfNeighbourPerTick = 64;
/** Waiting inputs of a neighbour from which on its adapters stop reading, and below which they go on. */
export const queueFull = 1024;
export const queueDrained = inputsOfNeighbourPerTick;
/** How long `stop` waits for the store. */
export const stopMs = 1000;

/** Sees each input before the core has it, and then what came of it. */
export interface Recorder {
  input(input: Input, now: number): void;
  outputs(outputs: readonly Output[]): void;
}

export interface DriveOptions {
  readonly core: Core;
  readonly store: Store;
  readonly clock: Clock;
  readonly ring: TraceRing;
  /** Takes an output that has left its lane to its adapter. Must not throw. */
  readonly deliver: (output: LaneOutput) => void;
  /** Another node owns the cell: the core and its lanes are dropped and the drive does nothing any more. */
  readonly onFenced: () => void;
  /** The store went away, or came back. */
  readonly onStore: (state: "away" | "ok", reason: string) => void;
  /** Sees every input before the core does, with the `now` of its tick: enough to run the core again bit for bit. */
  readonly record?: Recorder;
}

interface Waiting {
  readonly input: Input;
  readonly answer?: (outputs: readonly Output[]) => void;
}

interface Drained {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

/**
 * The pump between core and world: a queue in for each neighbour, lanes out, one group commit. Only here is the core
 * told the time.
 */
export class Drive {
  readonly #options: DriveOptions;
  readonly #lanes = new Lanes();
  readonly #commits: Commits;
  readonly #requests = new RequestTable();
  readonly lines = new WatchedLines();
  readonly #inputs = new InputQueues<Waiting>();
  #state: "starting" | "running" | "stopped" | "fenced" = "starting";
  #ticking = false;
  #tickAsked = false;
  #now = 0;
  #mark = 0;
  #timer: { readonly at: number; readonly cancel: () => void } | undefined;
  /** Of neighbours whose adapters stopped reading. */
  readonly #drained = new Map<Trunk, Drained>();

  constructor(options: DriveOptions) {
    this.#options = options;
    this.#commits = new Commits(options.store, options.clock, {
      durable: (mark) => {
        this.#mark = mark;
        this.#release();
      },
      store: (state, reason) => {
        options.onStore(state, reason);
        this.post({ type: "store", state });
      },
      fenced: () => this.#onFenced(),
    });
  }

  /** Inputs gather from the first on, but the core runs only from here on: the adapters it asks must be there. */
  start(): void {
    this.#state = "running";
    this.#askTick();
  }

  /** Puts an input at the end of its queue. Never runs the core, so anyone may call it at any time. */
  post(input: Input): void {
    this.#enqueue({ input });
  }

  /** As `post`; resolves with every output the core gave to this very input, with none once the drive has stopped. */
  ask(input: Input): Promise<readonly Output[]> {
    return new Promise((answer) => this.#enqueue({ input, answer }));
  }

  /** What an adapter saw, beside what the core tells. */
  trace(pdu: CrossedPdu): void {
    this.#now = Math.max(this.#now, this.#options.clock.now());
    this.#options.ring.push({ at: this.#now, ...pdu });
  }

  /** undefined while the neighbour's adapters may read on; otherwise resolves when they may again. */
  drained(neighbour: Trunk): Promise<void> | undefined {
    const known = this.#drained.get(neighbour);
    if (known !== undefined || this.#inputs.lengthOf(neighbour) < queueFull) return known?.promise;
    let resolve = () => {};
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    this.#drained.set(neighbour, { promise, resolve });
    return promise;
  }

  /** The record of every request that stands, as the core saved it last. */
  get requests(): ReadonlyMap<RequestId, StoredRequest> {
    return this.#requests.all;
  }

  /** Those of one user, oldest first. */
  requestsOf(user: UserKey): readonly StoredOriginating[] {
    return this.#requests.of(user);
  }

  /** Outputs that wait in their lanes for the store. */
  get waiting(): number {
    return this.#lanes.waiting;
  }

  /**
   * Handles what waits, commits it and lets it leave, as far as the store answers in `stopMs`; then ends.
   */
  async stop(): Promise<void> {
    this.#exhaust();
    if (this.#state === "running") this.post({ type: "stop" });
    this.#exhaust();
    if (this.#state === "running") {
      const { clock } = this.#options;
      let cancel = () => {};
      const tooLong = new Promise<void>((resolve) => {
        cancel = clock.at(clock.now() + stopMs, resolve);
      });
      await Promise.race([this.#commits.settle(), tooLong]);
      cancel();
    }
    if (this.#state !== "fenced") this.#end("stopped");
  }

  /** Handles all that waits. */
  #exhaust(): void {
    while (this.#state === "running" && this.#inputs.length > 0) this.#tick();
  }

  #enqueue(waiting: Waiting): void {
    if (this.#state === "stopped" || this.#state === "fenced") {
      waiting.answer?.([]);
      return;
    }
    this.#inputs.push(waiting);
    this.#askTick();
  }

  #askTick(): void {
    if (this.#tickAsked || this.#state === "starting") return;
    this.#tickAsked = true;
    this.#options.clock.soon(() => {
      this.#tickAsked = false;
      if (this.#state === "running") this.#tick();
    });
  }

  #tick(): void {
    assert(!this.#ticking, "the pump runs inside itself");
    this.#ticking = true;
    const { core, clock } = this.#options;
    this.#now = Math.max(this.#now, clock.now());
    // What is posted meanwhile waits for the next tick.
    for (let left = this.#inputs.forTick(inputsOfNeighbourPerTick, inputsPerTick); left > 0; left -= 1) {
      const waiting = this.#inputs.shift();
      if (waiting !== undefined) this.#step(waiting);
    }
    const due = core.nextTimeout();
    if (due !== undefined && due <= this.#now) this.#step({ input: { type: "timeout" } });
    this.#commits.flush();
    this.#lanes.release(this.#mark, this.#now, this.#options.deliver);
    this.#ticking = false;
    this.#arm();
  }

  #step({ input, answer }: Waiting): void {
    const { core, record } = this.#options;
    record?.input(input, this.#now);
    if (input.type === "restore") for (const saved of input.records) this.#requests.set(saved.request, saved);
    if (input.type === "line") this.lines.report(input.line, input.snapshot);
    core.handle(input, this.#now);
    const outputs: Output[] | undefined = answer === undefined && record === undefined ? undefined : [];
    for (let output = core.poll(); output !== undefined; output = core.poll()) {
      this.#sort(output);
      outputs?.push(output);
    }
    if (outputs === undefined) return;
    record?.outputs(outputs);
    answer?.(outputs);
  }

  #sort(output: Output): void {
    switch (output.type) {
      case "save":
        this.#requests.set(output.request, output.record);
        this.#commits.add(output);
        break;
      case "trace":
        this.#options.ring.push(output.entry);
        break;
      case "watch":
      case "unwatch":
        this.lines[output.type](output.line);
        this.#lanes.add(output);
        break;
      default:
        this.#lanes.add(output);
    }
  }

  /** Lanes that waited for the store leave outside a tick: nothing in them runs the core. */
  #release(): void {
    assert(!this.#ticking, "a commit ended inside a tick");
    if (this.#state === "running") this.#lanes.release(this.#mark, this.#now, this.#options.deliver);
  }

  #arm(): void {
    for (const [neighbour, { resolve }] of this.#drained) {
      if (this.#inputs.lengthOf(neighbour) > queueDrained) continue;
      this.#drained.delete(neighbour);
      resolve();
    }
    if (this.#inputs.length > 0) this.#askTick();
    const at = earlier(this.#options.core.nextTimeout(), this.#lanes.due);
    if (at === this.#timer?.at) return;
    this.#timer?.cancel();
    this.#timer = undefined;
    if (at === undefined) return;
    const cancel = this.#options.clock.at(at, () => {
      this.#timer = undefined;
      this.#askTick();
    });
    this.#timer = { at, cancel };
  }

  #onFenced(): void {
    this.#end("fenced");
    this.#options.onFenced();
  }

  #end(state: "stopped" | "fenced"): void {
    this.#state = state;
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#commits.stop();
    this.#lanes.clear();
    for (const { resolve } of this.#drained.values()) resolve();
    this.#drained.clear();
    for (let left = this.#inputs.shift(); left !== undefined; left = this.#inputs.shift()) left.answer?.([]);
  }
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}
