import { randomBytes } from "node:crypto";
import type { NeighbourConfig } from "../src/config.ts";
import type { StoredRequest } from "../src/completion/record.ts";
import type { Core, Input, Output, Trunk } from "../src/seam.ts";
import type { TraceEntry } from "../src/trace.ts";
import { Adapters } from "./adapters.ts";
import { startCapture } from "./capture.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { GatewayConfig } from "./config/gateway-config.ts";
import { type Recorder, Drive } from "./drive.ts";
import { type Log, noLog } from "./log.ts";
import { Metrics } from "./metrics.ts";
import { type Registry, registry } from "./registry.ts";
import { type TraceRing, type TraceSubscriber, traceRing } from "./ring.ts";
import { traceLog } from "./trace-log.ts";
import type { WatchedLine } from "./watched-lines.ts";

/** Entries of the trace that are kept for timelines and for whoever begins to watch. */
export const traceEntriesKept = 10_000;

export interface GatewayOptions {
  readonly core: Core;
  readonly log?: Log;
  /** The file that takes every LAPD frame of the trunks, as pcapng. */
  readonly capture?: string;
  /** Takes what the core is given, for `qsig rerun`. */
  readonly record?: Recorder;
  /** Tests put virtual time, a fixed seed and adapters of their own here. */
  readonly clock?: Clock;
  readonly seed?: Uint8Array;
  readonly registry?: Registry;
}

/** A gateway that runs, for the command line, the demo and tests. */
export interface Gateway {
  post(input: Input): void;
  /** As `post`; resolves with every output the core gave to this very input. */
  ask(input: Input): Promise<readonly Output[]>;
  readonly inspect: Inspect;
  /** The metrics in the text format of Prometheus. */
  metrics(): string;
  /** Ends cleanly within two seconds: what is pending is committed and sent, then everything closes. */
  stop(): Promise<void>;
}

export interface Inspect {
  requests(): readonly StoredRequest[];
  trunks(): readonly TrunkState[];
  lines(): readonly WatchedLine[];
  /** The last entries of the trace, oldest first. */
  entries(): readonly TraceEntry[];
  /** Returns what ends the subscription. */
  subscribe(subscriber: TraceSubscriber): () => void;
}

export interface TrunkState {
  readonly trunk: Trunk;
  readonly type: string;
  /** Where it listens, `host:port`; absent where it does not. */
  readonly address?: string;
  /** Of its data link by its standard's name, of h323 idle, up, failing or down; absent until the trunk told one. */
  readonly state?: string;
}

/** Rejects with a sentence that says what to do, with nothing left open. */
export async function startGateway(config: GatewayConfig, options: GatewayOptions): Promise<Gateway> {
  const log = options.log ?? noLog;
  const types = options.registry ?? registry;
  const store = await types.stores[config.store.type](config.store);
  const ring = traceRing(traceEntriesKept, (error) => log.error(`a subscriber of the trace failed: ${String(error)}`));
  const capture = options.capture === undefined ? undefined : await startCapture(options.capture, config.core, log);
  const metrics = new Metrics();
  ring.subscribe(metrics.push);
  ring.subscribe(traceLog(log, config.core.name));
  if (capture !== undefined) ring.subscribe(capture.subscriber);
  const adapters = new Adapters(types, log, metrics);
  const drive = new Drive({
    core: options.core,
    store,
    ...(options.record === undefined ? {} : { record: options.record }),
    clock: options.clock ?? systemClock(),
    ring,
    deliver: (output) => adapters.deliver(output),
    onFenced: () => {
      log.error("another node has taken the requests over: this one stands by");
      void adapters.stop();
    },
    onStore: (state, reason) =>
      state === "ok" ? log.info("the store is back") : log.error(`the store cannot be reached: ${reason}`),
  });
  const stop = async () => {
    await drive.stop();
    await adapters.stop();
    await store.close();
    await capture?.stop();
  };
  drive.post({ type: "configure", config: config.core, seed: options.seed ?? new Uint8Array(randomBytes(16)) });
  try {
    drive.post({ type: "restore", records: await store.load() });
    await adapters.start(config, drive);
  } catch (error) {
    await stop();
    throw error;
  }
  drive.start();
  for (const { name } of config.core.neighbours) {
    const address = adapters.address(name);
    if (address !== undefined) log.info(`${config.core.name}: trunk ${name} listens on ${address}`);
  }
  return {
    post: (input) => drive.post(input),
    ask: (input) => drive.ask(input),
    inspect: inspect(config, drive, adapters, ring),
    metrics: () => metrics.text([...drive.requests.values()]),
    stop,
  };
}

/** Machines whose state is that of their trunk. */
const statesOf: ReadonlySet<string> = new Set(["lapd", "h323", "sip"]);

function inspect({ core }: GatewayConfig, drive: Drive, adapters: Adapters, ring: TraceRing): Inspect {
  const states = new Map<Trunk, string>();
  ring.subscribe((entry) => {
    if (entry.type !== "transition") return;
    if (statesOf.has(entry.machine)) states.set(entry.of, entry.to);
    // Of a link or an association of the trunk: what changed last.
    if (entry.machine === "iua") states.set(entry.of.slice(0, entry.of.indexOf("/")), entry.to);
  });
  const trunkState = ({ name, trunk }: NeighbourConfig): TrunkState => {
    const address = adapters.address(name);
    const state = states.get(name);
    return {
      trunk: name,
      type: trunk.type,
      ...(address === undefined ? {} : { address }),
      ...(state === undefined ? {} : { state }),
    };
  };
  return {
    requests: () => [...drive.requests.values()],
    trunks: () => core.neighbours.map(trunkState),
    lines: () => drive.lines.all(),
    entries: () => ring.entries(),
    subscribe: (subscriber) => ring.subscribe(subscriber),
  };
}
