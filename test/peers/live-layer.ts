import type { MessageName } from "../../codecs/q931/index.ts";
import type { TrunkAdapter } from "../../gateway/adapter.ts";
import { lapdTrunk } from "../../gateway/trunks/lapd.ts";
import type { LapdTrunkConfig } from "../../src/config.ts";
import type { ConnectionEvent } from "../../src/connection/connection.ts";
import { ConnectionLayer } from "../../src/connection/layer.ts";
import type { Input, Output } from "../../src/seam.ts";
import { LapdTrunk } from "../../src/trunk/lapd.ts";
import type { LegEvent, TrunkContext, TrunkInput } from "../../src/trunk/trunk.ts";
import { patienceMs } from "../until.ts";

export const trunk = "live";

/** The lower session layer alone on a real lapd trunk: real sockets, real time, no core above it. */
export class LiveLayer {
  readonly layer: ConnectionLayer;
  readonly alarms: string[] = [];
  readonly #machine: LapdTrunk;
  readonly #context: TrunkContext;
  readonly #config: LapdTrunkConfig;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #legEvents: LegEvent[] = [];
  readonly #untaken: ConnectionEvent[] = [];
  #adapter: TrunkAdapter | undefined;
  #wake: () => void = () => undefined;
  #numbers = 0;

  constructor(config: LapdTrunkConfig) {
    this.#config = config;
    this.#machine = new LapdTrunk(trunk, config);
    this.#context = this.#trunkContext();
    const seat = { machine: this.#machine, context: this.#context, config };
    this.layer = new ConnectionLayer({
      now: 0,
      trunk: () => seat,
      pairOf: () => undefined,
      emit: (event) => {
        this.#untaken.push(event);
        this.#wake();
      },
      startTimer: (owner, name, afterMs) => {
        this.#start(`${owner}/${name}`, afterMs, () => this.layer.timer(owner, name));
        return { of: owner, name, at: afterMs, also: undefined };
      },
      stopTimer: ({ of, name }) => this.#stop(`${of}/${name}`),
      trace: this.#context.trace,
    });
  }

  async start(): Promise<void> {
    const post = (input: Input) => this.#handle(input as TrunkInput);
    this.#adapter = await lapdTrunk(this.#config, { neighbour: trunk, post, drained: () => undefined, warn: () => {} });
    this.#handle({ type: "start" });
  }

  async stop(): Promise<void> {
    for (const key of this.#timers.keys()) this.#stop(key);
    await this.#adapter?.stop();
  }

  /** Where it listens. */
  get port(): number {
    return Number(this.#adapter?.address?.split(":").at(-1));
  }

  /** Timers that run, by name; T200 and T203 are the link's. */
  get timers(): string[] {
    return [...this.#timers.keys()].map((key) => key.split("/")[1] ?? "").filter((name) => !/^T20/.test(name));
  }

  /** The next event of this type, come or to come; those before it are dropped. */
  async event<Type extends ConnectionEvent["type"]>(type: Type): Promise<Extract<ConnectionEvent, { type: Type }>> {
    const until = performance.now() + patienceMs;
    for (;;) {
      for (let event = this.#untaken.shift(); event !== undefined; event = this.#untaken.shift()) {
        if (event.type === type) return event as Extract<ConnectionEvent, { type: Type }>;
      }
      const leftMs = until - performance.now();
      if (leftMs <= 0) throw new Error(`no ${type} within ${patienceMs} ms; alarms: ${this.alarms.join("; ")}`);
      await this.#somethingNew(leftMs);
    }
  }

  /** The peer's next message of this name. */
  async message(name: MessageName): Promise<void> {
    while ((await this.event("message")).message.message !== name);
  }

  #somethingNew(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #trunkContext(): TrunkContext {
    return {
      now: 0,
      output: (output) => this.#output(output),
      event: (event) => this.#legEvents.push(event),
      trace: (entry) => {
        if (entry.type === "alarm") this.alarms.push(entry.text);
      },
      startTimer: (name, afterMs) => this.#start(`link/${name}`, afterMs, () => this.#handle({ type: "timer", name })),
      stopTimer: (name) => this.#stop(`link/${name}`),
      nextLeg: () => ++this.#numbers,
      nextOutput: () => ++this.#numbers,
      guid: () => new Uint8Array(16),
    };
  }

  #output(output: Output): void {
    if (output.type === "send") this.#adapter?.send(output.channel, output.pdu);
    else if (output.type === "open") this.#adapter?.open(output.channel);
    else if (output.type === "close") this.#adapter?.close(output.channel, output.reason);
  }

  #handle(input: TrunkInput): void {
    this.#machine.handle(input, this.#context);
    for (let event = this.#legEvents.shift(); event !== undefined; event = this.#legEvents.shift()) {
      this.layer.handle(event);
    }
  }

  #start(key: string, afterMs: number, run: () => void): void {
    this.#stop(key);
    const expire = () => {
      this.#timers.delete(key);
      run();
    };
    this.#timers.set(key, setTimeout(expire, afterMs));
  }

  #stop(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }
}
