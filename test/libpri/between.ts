import { loadConfig } from "../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { timeline } from "../../gateway/timeline.ts";
import { createPinx } from "../../src/pinx.ts";
import { type LibpriPeer, startLibpri } from "../peers/libpri/peer.ts";
import type { PeerFrame, Replies } from "../peers/libpri/protocol.ts";
import { freeUdpPort } from "../peers/usrsctp.ts";
import { Files } from "../unit/tls/pki.ts";
import { Identities } from "../unit/tls/two-gateways.ts";
import { until } from "../until.ts";
import type { Captures } from "./captures.ts";
import { freeTcpPort } from "./hop.ts";
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

/** One gateway between the two, or two of them with a trunk of this type in their middle. */
export type Way = "direct" | "h323" | "h323-tls" | "iua" | "sip-cisco" | "sip-ecma355";

/** Rejects where anything is not as the scenario says. */
export async function runBetween(scenario: BetweenScenario, captures: Captures, way: Way = "direct"): Promise<void> {
  const live = await Between.start(scenario, way);
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
    const name = way === "direct" ? scenario.name : `${scenario.name}-${way}`;
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
    for (const side of sides) await this[side].stop();
    for (const gateway of this.#gateways) await gateway.stop();
  }

  async #ready(side: Side, commands: NonNullable<BetweenScenario["libpri"][Side]>): Promise<void> {
    await this[side].event("data-link-up");
    const [atEast, atWest] = [this.#gateways[0], this.#gateways.at(-1)];
    const lapd = "multiple frame established";
    const middle = upIn[this.#way];
    if (atEast !== undefined) await allUp(atEast, { east: lapd, west: this.#way === "direct" ? lapd : middle });
    if (atWest !== undefined) await allUp(atWest, { west: lapd, east: this.#way === "direct" ? lapd : middle });
    for (const command of commands) await this[side].command(...command);
  }
}

/** The state of a trunk in the middle before its first call; one without states tells none. */
const upIn: { readonly [way in Way]: string | undefined } = {
  direct: undefined,
  h323: "idle",
  "h323-tls": "idle",
  iua: "Established",
  "sip-cisco": "Up",
  "sip-ecma355": "Up",
};

/** Every data link is in its state; a trunk without one tells none. */
async function allUp({ inspect }: Gateway, due: Readonly<Record<Side, string | undefined>>): Promise<void> {
  const down = () => inspect.trunks().filter(({ trunk, state }) => state !== due[trunk as Side]);
  await until(
    () => down().length === 0 || undefined,
    (look) => inspect.subscribe(look),
    {
      timeoutMs: 5000,
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
  if (way === "direct") return [`neighbours:${own("east")}${own("west")}\n`];
  const middle = await trunksBetween(way);
  const beyond = (side: Side, trunk: string) =>
    neighbour(side, side === "east" ? "1xxx" : "2xxx", trunk, { dialect: "libpri" });
  return [
    `neighbours:${own("east")}${beyond("west", middle[0])}\n`,
    `neighbours:${own("west")}${beyond("east", middle[1])}\n`,
  ];
}

/** The trunk in the middle, as each of the two gateways says it. */
async function trunksBetween(way: Exclude<Way, "direct">): Promise<readonly [string, string]> {
  if (way === "iua") {
    const port = await freeUdpPort();
    const iua = "type: iua, interfaces: [1]";
    return [
      `{ ${iua}, role: sg, bind: "127.0.0.1:${port}", side: network }`,
      `{ ${iua}, role: asp, bind: "127.0.0.1:0", peer: "127.0.0.1:${port}", side: user }`,
    ];
  }
  const [one, other] = [await freeTcpPort(), await freeTcpPort()];
  if (way === "sip-cisco" || way === "sip-ecma355") {
    const sip = (own: number, peer: number) =>
      `{ type: sip, profile: ${way.slice(4)}, listen: "127.0.0.1:${own}", server: ["127.0.0.1:${peer}"] }`;
    return [sip(one, other), sip(other, one)];
  }
  const h323 = (own: number, peer: number, tls: string) =>
    `{ type: h323, listen: "127.0.0.1:${own}", peers: ["127.0.0.1:${peer}"]${tls} }`;
  if (way === "h323") return [h323(one, other, ""), h323(other, one, "")];
  const identities = await identitiesOfLab();
  const tls = (name: "gw-1" | "gw-2") => `, tls: ${identities.tls(name)}`;
  return [h323(one, other, tls("gw-1")), h323(other, one, tls("gw-2"))];
}

/** One CA and two identities for all scenarios; their files go with the process. */
let lab: Promise<Identities> | undefined;

function identitiesOfLab(): Promise<Identities> {
  if (lab === undefined) {
    const files = new Files();
    process.once("exit", () => files.remove());
    lab = Identities.make(files);
  }
  return lab;
}

function neighbour(name: string, numbers: string, trunk: string, settings: Readonly<Record<string, unknown>>): string {
  return `
  ${name}:
    numbers: ["${numbers}"]
    trunk: ${trunk}
    media: external
    callCompletion: ${JSON.stringify({ mode: "native", ...settings })}`;
}
