import { loadConfig } from "../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { timeline } from "../../gateway/timeline.ts";
import { createPinx } from "../../src/pinx.ts";
import { type LibpriPeer, startLibpri } from "../peers/libpri/peer.ts";
import type { PeerFrame, Replies } from "../peers/libpri/protocol.ts";
import { until } from "../until.ts";
import type { Captures } from "./captures.ts";
import { ends, type Middle, upStates } from "./middle-trunks.ts";
import { type Expected, wireDifferenceAtRest, wireOf } from "./wire.ts";

/** The two sides of the gateway: user A is behind `east`, user B behind `west`; each is a libpri. */
export const sides = ["east", "west"] as const;
export type Side = (typeof sides)[number];

/** The users' numbers. */
export const users = { anna: "1001", dora: "2001" } as const;

export interface BetweenLive {
  readonly east: LibpriPeer;
  readonly west: LibpriPeer;
  /** Why a request was bridged, as its timeline says; undefined where it was relayed. */
  decision(): string | undefined;
}

/** One run with a libpri on both sides of the gateway at once (R40). */
export interface BetweenScenario {
  readonly name: string;
  /** Of the gateway's `callCompletion` for each. */
  readonly gateway?: Partial<Record<Side, Readonly<Record<string, unknown>>>>;
  /** Commands to each libpri before anything happens. */
  readonly libpri: Partial<Record<Side, readonly (readonly [command: keyof Replies, ...words: (string | number)[]])[]>>;
  run(live: BetweenLive): Promise<void>;
  /** What each trunk carried, seen from the gateway. */
  readonly wire: Readonly<Record<Side, readonly Expected[]>>;
}

/**
 * The trunks in the middle, from east to west: with none there is one gateway between the two libpri, with each of them
 * one more.
 */
export type Way = readonly Middle[];

/** Rejects where anything is not as the scenario says. */
export async function runBetween(scenario: BetweenScenario, captures: Captures, way: Way = []): Promise<void> {
  const live = await Between.start(scenario, way);
  try {
    await scenario.run(live).catch((error: unknown) => {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${live.carried()}`);
    });
    for (const side of sides) {
      const difference = await wireDifferenceAtRest(live[side], () => live[side].frames, scenario.wire[side]);
      if (difference !== undefined) throw new Error(`${side}: ${difference}`);
    }
    if (live.open > 0) throw new Error(`${live.open} requests are left open`);
  } finally {
    const name = [scenario.name, ...way].join("-");
    for (const side of sides) captures.add(`${name}-${side}`, live[side].frames);
    await live.stop();
  }
}

class Between implements BetweenLive {
  readonly east: LibpriPeer;
  readonly west: LibpriPeer;
  readonly #gateways: readonly Gateway[];
  readonly #way: Way;

  private constructor(way: Way, gateways: readonly Gateway[], east: LibpriPeer, west: LibpriPeer) {
    this.#way = way;
    this.#gateways = gateways;
    this.east = east;
    this.west = west;
  }

  static async start({ gateway: settings, libpri }: BetweenScenario, way: Way): Promise<Between> {
    const gateways: Gateway[] = [];
    for (const text of await configurations(settings, way)) {
      const loaded = loadConfig(text);
      if (!loaded.ok)
        throw new Error(loaded.faults.map(({ line, text: fault }) => `line ${line}: ${fault}`).join("; "));
      gateways.push(await startGateway(loaded.config, { core: createPinx() }));
    }
    const [east, west] = await Promise.all(sides.map((side) => connected(gateways, side)));
    if (east === undefined || west === undefined) throw new Error("two sides are two peers");
    const between = new Between(way, gateways, east, west);
    try {
      await Promise.all(sides.map((side) => between.#ready(side, libpri[side] ?? [])));
      return between;
    } catch (error) {
      await between.stop();
      throw error;
    }
  }

  get open(): number {
    return this.#gateways.reduce((sum, { inspect }) => sum + inspect.requests().length, 0);
  }

  decision(): string | undefined {
    const texts = this.#gateways.flatMap(({ inspect }) => {
      const entries = inspect.entries();
      return inspect
        .requests()
        .flatMap(({ request }) => timeline(entries, request).map(({ text }) => /bridged: .*/.exec(text)?.[0]));
    });
    return texts.find((text) => text !== undefined);
  }

  carried(): string {
    return sides.map((side) => `${side} carried:\n  ${linesOf(this[side].frames).join("\n  ")}`).join("\n");
  }

  async stop(): Promise<void> {
    await Promise.all(sides.map((side) => this[side].stop()));
    await Promise.all(this.#gateways.map((gateway) => gateway.stop()));
  }

  async #ready(side: Side, commands: NonNullable<BetweenScenario["libpri"][Side]>): Promise<void> {
    await this[side].event("data-link-up");
    for (const [at, gateway] of this.#gateways.entries()) {
      await allUp(gateway, { east: upStates[this.#way[at - 1] ?? "lapd"], west: upStates[this.#way[at] ?? "lapd"] });
    }
    for (const command of commands) await this[side].command(...command);
  }
}

/** Every data link is in its state; a trunk without one tells none. */
async function allUp({ inspect }: Gateway, due: Readonly<Record<Side, readonly string[]>>): Promise<void> {
  const down = () => inspect.trunks().filter(({ trunk, state }) => !due[trunk as Side].includes(state ?? ""));
  await until(
    () => down().length === 0 || undefined,
    (look) => inspect.subscribe(look),
    {
      complaint: () =>
        `not up: ${down()
          .map(({ trunk, state }) => `${trunk} ${state}`)
          .join(", ")}`,
    },
  );
}

function connected(gateways: readonly Gateway[], side: Side): Promise<LibpriPeer> {
  const trunks = (side === "east" ? gateways[0] : gateways.at(-1))?.inspect.trunks() ?? [];
  const address = trunks.find(({ trunk }) => trunk === side)?.address ?? "";
  return startLibpri({ role: "network", connect: Number(address.slice(address.lastIndexOf(":") + 1)) });
}

function linesOf(frames: readonly PeerFrame[]): string[] {
  return wireOf(frames).map(({ line }) => line);
}

/** The gateways in the order they start. */
async function configurations(settings: BetweenScenario["gateway"], way: Way): Promise<readonly string[]> {
  const own = (side: Side) => {
    const trunk = `{ type: lapd, listen: "127.0.0.1:0", side: user }`;
    return neighbour(side, side === "east" ? "1xxx" : "2xxx", trunk, { dialect: "libpri", ...settings?.[side] });
  };
  const middle = await Promise.all(way.map((type) => ends[type]()));
  const beyond = (side: Side, trunk: string) =>
    neighbour(side, side === "east" ? "1xxx" : "2xxx", trunk, { dialect: "libpri" });
  return Array.from({ length: way.length + 1 }, (_, at) => {
    const [toEast, toWest] = [middle[at - 1]?.[1], middle[at]?.[0]];
    const east = toEast === undefined ? own("east") : beyond("east", toEast);
    return `neighbours:${east}${toWest === undefined ? own("west") : beyond("west", toWest)}\n`;
  });
}

function neighbour(name: string, numbers: string, trunk: string, settings: Readonly<Record<string, unknown>>): string {
  return `
  ${name}:
    numbers: ["${numbers}"]
    trunk: ${trunk}
    media: external
    callCompletion: ${JSON.stringify({ mode: "native", ...settings })}`;
}
