import { randomBytes } from "node:crypto";
import type { NeighbourConfig } from "../src/config.ts";
import type { StoredRequest } from "../src/completion/record.ts";
import type { Core, Input, Output } from "../src/seam.ts";
import type { Trunk } from "../src/ids.ts";
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
import { TrunkWatch, type WatchedTrunk } from "./trunk-watch.ts";
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

/** What is watched of it is absent until it told a state. */
export interface TrunkState extends Partial<WatchedTrunk> {
  readonly trunk: Trunk;
  readonly type: string;
  /** Where it listens, `host:port`; absent where it does not. */
  readonly address?: string;
}

/** Rejects with a sentence that says what to do, with nothing left open. */
export async function startGateway(config: GatewayConfig, options: GatewayOptions): Promise<Gateway> {
  const log = options.log ?? noLog;
  const types = options.registry ?? registry;
  const clock = options.clock ?? systemClock();
  const store = await types.stores[config.store.type](config.store);
  const ring = traceRing(traceEntriesKept, (error) => log.error(`a subscriber of the trace failed: ${String(error)}`));
  const capture = options.capture === undefined ? undefined : await startCapture(options.capture, config.core, log);
  const metrics = new Metrics();
  ring.subscribe(metrics.push);
  const watch = new TrunkWatch((trunk, alarm, text) => {
    metrics.trunkAlarm(trunk, alarm);
    const line = `${config.core.name}: trunk ${trunk} ${text}`;
    if (alarm === "up") log.info(line);
    else log.warn(line);
  });
  for (const { name, trunk } of config.core.neighbours) if (trunk.type === "h323") watch.startsIdle(name, clock.now());
  ring.subscribe(watch.push);
  ring.subscribe(traceLog(log, config.core.name));
  if (capture !== undefined) ring.subscribe(capture.subscriber);
  const adapters = new Adapters(types, log, metrics);
  const drive = new Drive({
    core: options.core,
    store,
    ...(options.record === undefined ? {} : { record: options.record }),
    clock,
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
  const inspected = inspect(config, { drive, adapters, ring, watch, now: () => clock.now() });
  return {
    post: (input) => drive.post(input),
    ask: (input) => drive.ask(input),
    inspect: inspected,
    metrics: () => metrics.text([...drive.requests.values()], inspected.trunks()),
    stop,
  };
}

interface Inspected {
  readonly drive: Drive;
  readonly adapters: Adapters;
  readonly ring: TraceRing;
  readonly watch: TrunkWatch;
  now(): number;
}

function inspect({ core }: GatewayConfig, { drive, adapters, ring, watch, now }: Inspected): Inspect {
  const trunkState = ({ name, trunk }: NeighbourConfig): TrunkState => {
    const address = adapters.address(name);
    return {
      trunk: name,
      type: trunk.type,
      ...(address === undefined ? {} : { address }),
      ...watch.of(name, now()),
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
