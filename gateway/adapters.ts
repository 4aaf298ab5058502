import type { TrunkConfig } from "../src/config.ts";
import type { Input } from "../src/seam.ts";
import type { Trunk } from "../src/ids.ts";
import type { StoredOriginating } from "../src/completion/record.ts";
import type { UserKey } from "../src/users/screen.ts";
import type {
  AdapterContext,
  Create,
  CrossedPdu,
  LineAdapter,
  PhoneAdapter,
  PhoneContext,
  TrunkAdapter,
} from "./adapter.ts";
import type { GatewayConfig } from "./config/gateway-config.ts";
import type { LaneOutput } from "../src/lanes.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { Pace } from "./pace.ts";
import type { Registry } from "./registry.ts";
import type { TlsEvent } from "./tls/event.ts";
import { sparing } from "./warnings.ts";

/** What the adapters may use of the drive. */
export interface AdapterPort {
  post(input: Input): void;
  drained(neighbour: Trunk): Promise<void> | undefined;
  requestsOf(user: UserKey): readonly StoredOriginating[];
  trace(pdu: CrossedPdu): void;
}

/** The adapters of every neighbour, and the way of an output to the one it is for. */
export class Adapters {
  readonly #types: Registry;
  readonly #log: Log;
  readonly #trunks = new Map<Trunk, TrunkAdapter>();
  readonly #lines = new Map<Trunk, LineAdapter>();
  readonly #phones = new Map<Trunk, PhoneAdapter>();
  readonly #metrics: Metrics;
  #post: (input: Input) => void = () => {};

  constructor(types: Registry, log: Log, metrics: Metrics) {
    this.#types = types;
    this.#log = log;
    this.#metrics = metrics;
  }

  /** Rejects with the first adapter that cannot start; `stop` then ends those that did. */
  async start(config: GatewayConfig, port: AdapterPort): Promise<void> {
    this.#post = (input) => port.post(input);
    for (const { name, trunk } of config.core.neighbours) {
      const warn = sparing(
        (text) => this.#log.warn(`${name}: ${text}`),
        () => performance.now(),
      );
      const context: AdapterContext = {
        neighbour: name,
        post: this.#post,
        drained: () => port.drained(name),
        trace: (pdu) => port.trace(pdu),
        tls: (event) => this.#tls(name, event, warn),
        warn,
      };
      const cluster = config.clusters.get(name);
      this.#trunks.set(name, await create(this.#types.trunks, trunk, paced(trunk, context)));
      if (cluster?.lines !== undefined) this.#lines.set(name, await create(this.#types.lines, cluster.lines, context));
      if (cluster?.phones !== undefined) {
        const own: PhoneContext = { ...context, requests: (user) => port.requestsOf(user) };
        this.#phones.set(name, await create(this.#types.phones, cluster.phones, own));
      }
    }
  }

  address(trunk: Trunk): string | undefined {
    return this.#trunks.get(trunk)?.address;
  }

  /** Hands an output to its adapter. One that is absent or fails is answered for, so the core never waits for it. */
  deliver(output: LaneOutput): void {
    try {
      if (this.#hand(output)) return;
      this.#refuse(output, "the neighbour has no such adapter");
    } catch (error) {
      this.#log.error(`an adapter failed at ${output.type}: ${String(error)}`);
      this.#refuse(output, "the adapter failed");
    }
  }

  async stop(): Promise<void> {
    const all = [this.#trunks, this.#lines, this.#phones].flatMap((adapters) => [...adapters.values()]);
    const results = await Promise.allSettled(all.map((adapter) => adapter.stop()));
    for (const result of results) {
      if (result.status === "rejected") this.#log.error(`an adapter did not stop: ${String(result.reason)}`);
    }
  }

  #tls(name: Trunk, event: TlsEvent, warn: (text: string) => void): void {
    this.#metrics.tls(name, event);
    switch (event.type) {
      case "refused":
        return warn(event.text);
      case "expires":
        return this.#log.warn(`${name}: ${event.text}`);
      case "notReloaded":
        return this.#log.error(`${name}: ${event.text}`);
      case "reloaded":
        return this.#log.info(`${name}: ${event.text}`);
      case "dates":
        return;
      default:
        event satisfies never;
    }
  }

  /** False where nobody is there to take it. */
  #hand(output: LaneOutput): boolean {
    switch (output.type) {
      case "open":
        return give(this.#trunks.get(output.trunk), (trunk) => trunk.open(output.channel));
      case "send": {
        const trunk = this.#trunks.get(output.trunk);
        trunk?.send(output.channel, output.pdu);
        return trunk !== undefined;
      }
      case "close":
        return give(this.#trunks.get(output.trunk), (trunk) => trunk.close(output.channel, output.reason));
      case "watch":
        return give(this.#lines.get(neighbourOf(output.line)), (lines) => lines.watch(output.line));
      case "unwatch":
        return give(this.#lines.get(neighbourOf(output.line)), (lines) => lines.unwatch(output.line));
      case "notify": {
        const { id, user, screen, sound } = output;
        return give(this.#phones.get(neighbourOf(user)), (phones) => phones.notify(id, user, screen, sound));
      }
      case "placeCall": {
        const { id, user, to, request } = output;
        return give(this.#phones.get(neighbourOf(user)), (phones) => phones.placeCall(id, user, to, request));
      }
      default:
        return output satisfies never;
    }
  }

  #refuse(output: LaneOutput, reason: string): void {
    switch (output.type) {
      case "open":
      case "send":
        this.#post({ type: "closed", trunk: output.trunk, channel: output.channel, reason });
        break;
      case "watch":
        this.#post({ type: "line", line: output.line, snapshot: "lost" });
        break;
      case "notify":
      case "placeCall":
        this.#post({ type: "done", of: output.id, ok: false, reason });
        break;
      case "close":
      case "unwatch":
        break; // What is not there is closed already.
      default:
        output satisfies never;
    }
  }
}

/** The context of a trunk that is read from no faster than its limit says. */
function paced(trunk: TrunkConfig, context: AdapterContext): AdapterContext {
  const most = "limits" in trunk ? trunk.limits?.messagesPerSecond : undefined;
  if (most === undefined) return context;
  const pace = new Pace(most, context.warn);
  return {
    ...context,
    post(input) {
      if (input.type === "received") pace.count();
      context.post(input);
    },
    drained: () => pace.drained() ?? context.drained(),
  };
}

function give<Adapter>(adapter: Adapter | undefined, use: (adapter: Adapter) => void): boolean {
  if (adapter === undefined) return false;
  use(adapter);
  return true;
}

/** The neighbour of a line or user, `neighbour/number`: names of neighbours hold no slash. */
function neighbourOf(key: string): Trunk {
  return key.slice(0, key.indexOf("/"));
}

/** The one place where the type of settings picks the creator made for just these settings, so the cast holds. */
async function create<Settings extends { readonly type: string }, Adapter, Context extends AdapterContext>(
  creators: { readonly [type: string]: unknown },
  settings: Settings,
  context: Context,
): Promise<Adapter> {
  const creator = creators[settings.type] as Create<Settings, Adapter, Context> | undefined;
  if (creator === undefined) throw new Error(`${context.neighbour}: there is no adapter of type ${settings.type}`);
  return creator(settings, context);
}
