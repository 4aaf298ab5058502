import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "../../root.ts";
/** Trunk types that are measured: those of `trunk-types.ts`. */
export type TrunkType = "lapd" | "h323" | "iua" | "sip cisco" | "sip ecma355" | "sip plain";

/** Where the two ends of a pair connect, or are called. */
export interface Ports {
  readonly near: number;
  readonly far: number;
}

/** What a relay process is to be. */
export interface RelayOrder {
  readonly type: TrunkType;
  readonly pairs: number;
  /** Ports of the stations that want to be called. */
  readonly peers: readonly Ports[];
  /** The configuration of a gateway; undefined: the bare relay. */
  readonly gateway?: string;
  /** Of each neighbour that is attacked: lines that are watched from the beginning. */
  readonly watched: readonly (readonly string[])[];
}

/** Where others than the load find the gateway: the trunk of each neighbour that is attacked, 0 where it has none. */
export interface VictimPorts {
  readonly trunks: readonly number[];
  readonly console: number;
}

export interface Usage {
  readonly processorUs: number;
  /** Octets: of the process, and of what JavaScript holds. */
  readonly rss: number;
  readonly used: number;
  /** PDUs of neighbours that are attacked that the core was given. */
  readonly taken: number;
}

export type Asked = "usage" | "collect" | "end";
export type Answer = { readonly ports: readonly Ports[]; readonly victims: VictimPorts } | { readonly usage: Usage };

/** A relay that runs. */
export class RelayProcess {
  readonly #child: ChildProcess;
  readonly #died: Promise<never>;
  readonly ports: readonly Ports[];
  readonly victims: VictimPorts;

  private constructor(child: ChildProcess, died: Promise<never>, ports: readonly Ports[], victims: VictimPorts) {
    this.#child = child;
    this.#died = died;
    this.victims = victims;
    this.ports = ports;
  }

  static async start(order: RelayOrder): Promise<RelayProcess> {
    const profile = process.env["QSIG_BENCH_PROFILE"];
    const child = fork(join(root, "dist/test/bench/trunks/relay-process.js"), [JSON.stringify(order)], {
      execArgv: [
        "--expose-gc",
        ...(profile !== undefined && order.gateway !== undefined ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : []),
      ],
    });
    const ended = died(child);
    const [answer] = (await Promise.race([once(child, "message"), ended])) as [Answer];
    if (!("ports" in answer)) throw new Error("a relay begins with its ports");
    return new RelayProcess(child, ended, answer.ports, answer.victims);
  }

  /** `collect`: garbage is collected first. */
  async usage(asked: "usage" | "collect" = "usage"): Promise<Usage> {
    this.#child.send(asked);
    const [answer] = (await Promise.race([once(this.#child, "message"), this.#died])) as [Answer];
    if (!("usage" in answer)) throw new Error("usage was asked for");
    return answer.usage;
  }

  /** Rejects when the relay ends by itself; never resolves. */
  get died(): Promise<never> {
    return this.#died;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const closed = once(this.#child, "close");
    this.#child.send("end");
    await closed;
  }
}

/** Rejects when it has ended by itself; nobody need be told at the time. */
function died(child: ChildProcess): Promise<never> {
  const ended = once(child, "exit").then(([code]): never => {
    throw new Error(`the relay ended with ${code}`);
  });
  ended.catch(() => {});
  return ended;
}
