import type { End } from "./flows.ts";
import { holds, Load } from "./load.ts";
import { RelayProcess, type TrunkType, type Usage, type VictimPorts } from "./relay-order.ts";
import { type Stations, trunkKinds } from "./trunk-types.ts";

export interface RigOptions {
  readonly type: TrunkType;
  /** Pairs of trunks: a near one and a far one, whose calls go to each other. */
  readonly pairs: number;
  readonly relay: "gateway" | "bare";
  /** Other neighbours of the gateway, for whoever attacks them. */
  readonly victims?: readonly Victim[];
}

export interface Victim {
  /** Its keys, as a configuration has them. */
  readonly keys: readonly string[];
  /** Lines of it that are watched from the beginning. */
  readonly watched: readonly string[];
}

/** A relay process, and a load at both its ends. */
export class Rig {
  readonly load: Load;
  readonly #relay: RelayProcess;
  readonly #stations: readonly Stations[];

  private constructor(load: Load, relay: RelayProcess, stations: readonly Stations[]) {
    this.load = load;
    this.#relay = relay;
    this.#stations = stations;
  }

  static async start({ type, pairs, relay: who, victims = [] }: RigOptions): Promise<Rig> {
    const kind = trunkKinds[type];
    const load = new Load(kind.messagesOf);
    const prepared = await Promise.all(Array.from({ length: pairs }, () => kind.prepare(load, who === "bare")));
    const peers = prepared.map(({ peer }) => peer);
    const configuration = peers.flatMap(({ near, far }, pair) => [
      neighbour(`near${pair}`, calledNumber("near", pair).slice(0, 3), keysOf(kind, "near", near)),
      neighbour(`far${pair}`, calledNumber("far", pair).slice(0, 3), keysOf(kind, "far", far)),
    ]);
    for (const [at, { keys }] of victims.entries()) configuration.push(neighbour(`victim${at}`, `9${at}`, keys));
    const gateway = who === "bare" ? {} : { gateway: `neighbours:${configuration.join("")}\n` };
    const relay = await RelayProcess.start({
      type,
      pairs,
      peers,
      ...gateway,
      watched: victims.map(({ watched }) => watched),
    });
    const stations: Stations[] = [];
    for (const [pair, ports] of relay.ports.entries()) {
      const of = await prepared[pair]?.connect(ports, who === "bare");
      if (of === undefined) throw new Error("a relay has as many pairs as it was asked for");
      load.add({ stations: of, called: { near: calledNumber("near", pair), far: calledNumber("far", pair) } });
      stations.push(of);
    }
    await holds(
      () => stations.every((each) => each.isUp()),
      () => `${type}: the trunks do not come up`,
    );
    return new Rig(load, relay, stations);
  }

  /** Where they are attacked. */
  get victims(): VictimPorts {
    return this.#relay.victims;
  }

  /** Rejects when the relay ends by itself; never resolves. */
  get died(): Promise<never> {
    return this.#relay.died;
  }

  usage(asked: "usage" | "collect" = "usage"): Promise<Usage> {
    return this.#relay.usage(asked);
  }

  async stop(): Promise<void> {
    for (const each of this.#stations) await each.stop();
    await this.#relay.stop();
  }
}

/** A neighbour with this trunk. */
function keysOf({ trunk, keys = [] }: (typeof trunkKinds)[TrunkType], end: End, peer: number): readonly string[] {
  return [`trunk: ${trunk(end, peer)}`, ...keys];
}

function calledNumber(end: "near" | "far", pair: number): string {
  return `${end === "near" ? 1 : 2}${String(pair).padStart(2, "0")}00`;
}

function neighbour(name: string, prefix: string, keys: readonly string[]): string {
  return [`\n  ${name}:`, `numbers: ["${prefix}xx"]`, ...keys].join("\n    ");
}
