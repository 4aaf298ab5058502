import { expect } from "chai";
import { type LibpriPeer, startLibpri } from "../peers/libpri/peer.ts";
import type { PeerFrame, Replies } from "../peers/libpri/protocol.ts";
import type { Captures } from "./captures.ts";
import { type GatewaySettings, GatewayUnderTest, t309Default } from "./gateway-under-test.ts";
import { type Hop, type HopGateway, startHop } from "./hop.ts";
import { type Expected, wireDifferenceAtRest, wireOf } from "./wire.ts";

/** The two sides of a live run. After a restart `gateway` or `libpri` is another one: take it from here again. */
export interface Live {
  readonly gateway: GatewayUnderTest;
  readonly libpri: LibpriPeer;
  /** Ends that side and starts it anew: it remembers nothing. Resolves when the data link is there and quiet. */
  restart(side: "gateway" | "libpri"): Promise<void>;
}

/** One live run: what is done and seen on both sides, and everything the trunk carries meanwhile. */
export interface Scenario {
  /** Also the name of its capture, `build/captures/NAME.pcapng`. */
  readonly name: string;
  /** Which side of the trunk libpri is; network where absent. */
  readonly role?: "network" | "user";
  readonly gateway?: GatewaySettings;
  /** Commands to libpri before anything happens. */
  readonly libpri?: readonly (readonly [command: keyof Replies, ...words: (string | number)[]])[];
  /** Does it, and expects on both sides what it says there. */
  run(live: Live): Promise<void>;
  /** Every layer-3 message, seen from the gateway. */
  readonly wire: readonly Expected[];
  /** Behind another gateway the wire is this one, or the scenario cannot be there: why. Absent: it is the same. */
  readonly behindHop?: readonly Expected[] | string;
  /** Requests still open at the end; 0 where absent. */
  readonly open?: number;
}

/** Scenarios of one subject. */
export interface Suite {
  readonly title: string;
  readonly scenarios: readonly Scenario[];
}

/** Runs it with a gateway and a libpri of its own; rejects where anything is not as the scenario says. */
export async function runScenario(scenario: Scenario, captures: Captures, hop: Hop = "direct"): Promise<void> {
  const live = await LiveRun.start(scenario, hop);
  try {
    await scenario.run(live).catch((error: unknown) => {
      throw new Error(
        `${error instanceof Error ? error.message : String(error)}\nthe trunk carried:\n${live.carried()}`,
      );
    });
    const { wire, behindHop } = scenario;
    const expected = hop === "direct" || typeof behindHop === "string" ? wire : (behindHop ?? wire);
    const difference = await wireDifferenceAtRest(live.libpri, () => live.frames, expected);
    if (difference !== undefined) throw new Error(difference);
    const faults = live.gateway.entries().filter(({ type }) => type === "fault");
    expect(faults, "errors thrown in call completion").to.deep.equal([]);
    expect(live.gateway.requests(), "requests that are left open").to.have.length(scenario.open ?? 0);
  } finally {
    captures.add(hop === "direct" ? scenario.name : `${scenario.name}-${hop}`, live.frames);
    await live.stop();
  }
}

class LiveRun implements Live {
  gateway: GatewayUnderTest;
  libpri: LibpriPeer;
  readonly #scenario: Scenario;
  readonly #hop: HopGateway | undefined;
  readonly #earlier: PeerFrame[] = [];

  private constructor(scenario: Scenario, hop: HopGateway | undefined, gateway: GatewayUnderTest, libpri: LibpriPeer) {
    this.#hop = hop;
    this.#scenario = scenario;
    this.gateway = gateway;
    this.libpri = libpri;
  }

  static async start(scenario: Scenario, hop: Hop): Promise<LiveRun> {
    const { role = "network" } = scenario;
    const between = hop === "direct" ? undefined : await startHop(hop, role, scenario.gateway?.t309 ?? t309Default);
    const gateway = await GatewayUnderTest.start(role, scenario.gateway, { hop: between });
    const live = new LiveRun(scenario, between, gateway, await startLibpri({ role, connect: gateway.port }));
    try {
      await live.#ready();
      return live;
    } catch (error) {
      await live.stop();
      throw error;
    }
  }

  /** What the trunk carried, by every libpri of this run. */
  get frames(): readonly PeerFrame[] {
    return [...this.#earlier, ...this.libpri.frames];
  }

  async restart(side: "gateway" | "libpri"): Promise<void> {
    const { role = "network" } = this.#scenario;
    const { port } = this.gateway;
    await this.libpri.quiet();
    if (side === "gateway") {
      await this.gateway.stop();
      this.gateway = await GatewayUnderTest.start(role, this.#scenario.gateway, { port, hop: this.#hop });
      await this.gateway.link("up");
    } else {
      await this.libpri.stop();
      this.#earlier.push(...this.libpri.frames);
      this.libpri = await startLibpri({ role, connect: port });
      await this.#ready();
    }
    // What the two sides say of connections that one of them forgot comes before anything new.
    await this.libpri.quiet(300);
  }

  carried(): string {
    return wireOf(this.frames)
      .map(({ line }) => `  ${line}`)
      .join("\n");
  }

  async stop(): Promise<void> {
    await this.libpri.stop();
    await this.gateway.stop();
    await this.#hop?.stop();
  }

  async #ready(): Promise<void> {
    await Promise.all([this.libpri.event("data-link-up"), this.gateway.link("up")]);
    for (const command of this.#scenario.libpri ?? []) await this.libpri.command(...command);
  }
}
