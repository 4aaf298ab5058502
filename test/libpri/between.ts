import { loadConfig } from "../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { timeline } from "../../gateway/timeline.ts";
import { createPinx } from "../../src/pinx.ts";
import { type LibpriPeer, startLibpri } from "../peers/libpri/peer.ts";
import type { PeerFrame, Replies } from "../peers/libpri/protocol.ts";
import { until } from "../until.ts";
import type { Captures } from "./captures.ts";
import { type Expected, wireDifference, wireOf } from "./wire.ts";

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

/** Rejects where anything is not as the scenario says. */
export async function runBetween(scenario: BetweenScenario, captures: Captures): Promise<void> {
  const live = await Between.start(scenario);
  try {
    await scenario.run(live).catch((error: unknown) => {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${live.carried()}`);
    });
    for (const side of sides) await live[side].quiet();
    for (const side of sides) {
      const difference = wireDifference(linesOf(live[side].frames), scenario.wire[side]);
      if (difference !== undefined) throw new Error(`${side}: ${difference}`);
    }
    if (live.open > 0) throw new Error(`${live.open} requests are left open`);
  } finally {
    for (const side of sides) captures.add(`${scenario.name}-${side}`, live[side].frames);
    await live.stop();
  }
}

class Between implements BetweenLive {
  readonly east: LibpriPeer;
  readonly west: LibpriPeer;
  readonly #gateway: Gateway;

  private constructor(gateway: Gateway, east: LibpriPeer, west: LibpriPeer) {
    this.#gateway = gateway;
    this.east = east;
    this.west = west;
  }

  static async start({ gateway: settings, libpri }: BetweenScenario): Promise<Between> {
    const loaded = loadConfig(configuration(settings));
    if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text }) => `line ${line}: ${text}`).join("; "));
    const gateway = await startGateway(loaded.config, { core: createPinx() });
    const [east, west] = await Promise.all(sides.map((side) => connected(gateway, side)));
    if (east === undefined || west === undefined) throw new Error("two sides are two peers");
    const between = new Between(gateway, east, west);
    try {
      await Promise.all(sides.map((side) => between.#ready(side, libpri[side] ?? [])));
      return between;
    } catch (error) {
      await between.stop();
      throw error;
    }
  }

  get open(): number {
    return this.#gateway.inspect.requests().length;
  }

  decision(): string | undefined {
    const entries = this.#gateway.inspect.entries();
    const texts = this.#gateway.inspect
      .requests()
      .flatMap(({ request }) => timeline(entries, request).map(({ text }) => /bridged: .*/.exec(text)?.[0]));
    return texts.find((text) => text !== undefined);
  }

  carried(): string {
    return sides.map((side) => `${side} carried:\n  ${linesOf(this[side].frames).join("\n  ")}`).join("\n");
  }

  async stop(): Promise<void> {
    for (const side of sides) await this[side].stop();
    await this.#gateway.stop();
  }

  async #ready(side: Side, commands: NonNullable<BetweenScenario["libpri"][Side]>): Promise<void> {
    const { inspect } = this.#gateway;
    const state = () => inspect.trunks().find(({ trunk }) => trunk === side)?.state;
    await this[side].event("data-link-up");
    await until(
      () => state() === "multiple frame established" || undefined,
      (look) => inspect.subscribe(look),
      { timeoutMs: 5000, complaint: () => `the data link to ${side} is ${state()}` },
    );
    for (const command of commands) await this[side].command(...command);
  }
}

function connected(gateway: Gateway, side: Side): Promise<LibpriPeer> {
  const address = gateway.inspect.trunks().find(({ trunk }) => trunk === side)?.address ?? "";
  return startLibpri({ role: "network", connect: Number(address.slice(address.lastIndexOf(":") + 1)) });
}

function linesOf(frames: readonly PeerFrame[]): string[] {
  return wireOf(frames).map(({ line }) => line);
}

function configuration(settings: BetweenScenario["gateway"]): string {
  const neighbour = (side: Side, numbers: string) => `
  ${side}:
    numbers: ["${numbers}"]
    trunk: { type: lapd, listen: "127.0.0.1:0", side: user }
    media: external
    callCompletion: ${JSON.stringify({ mode: "native", dialect: "libpri", ...settings?.[side] })}`;
  return `
gateway: { name: between }
neighbours:${neighbour("east", "1xxx")}${neighbour("west", "2xxx")}
`;
}
