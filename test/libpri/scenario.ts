import { expect } from "chai";
import { type LibpriPeer, startLibpri } from "../peers/libpri/peer.ts";
import type { Replies } from "../peers/libpri/protocol.ts";
import { requirePeer } from "../peers/require.ts";
import { Captures } from "./captures.ts";
import { type GatewaySettings, GatewayUnderTest } from "./gateway-under-test.ts";
import { type Expected, wireDifference, wireOf } from "./wire.ts";

/** The two sides of a live run. */
export interface Live {
  readonly gateway: GatewayUnderTest;
  readonly libpri: LibpriPeer;
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
  /** Requests still open at the end; 0 where absent. */
  readonly open?: number;
}

/** A suite with one test a scenario, then tshark over everything they carried. */
export function runScenarios(title: string, scenarios: readonly Scenario[]): void {
  describe(title, function () {
    this.timeout(60_000);
    const captures = new Captures();

    before(function () {
      requirePeer(this, "libpri");
    });

    for (const scenario of scenarios) {
      it(scenario.name, () => run(scenario, captures));
    }

    it("tshark reads every frame the gateway sent as we meant it", async function () {
      requirePeer(this, "tshark");
      expect(await captures.objections()).to.deep.equal([]);
    });
  });
}

async function run(scenario: Scenario, captures: Captures): Promise<void> {
  const { role = "network", open = 0 } = scenario;
  const gateway = await GatewayUnderTest.start(role, scenario.gateway);
  const libpri = await startLibpri({ role, connect: gateway.port });
  try {
    await Promise.all([libpri.event("data-link-up"), gateway.linkUp()]);
    for (const command of scenario.libpri ?? []) await libpri.command(...command);
    await scenario.run({ gateway, libpri }).catch((error: unknown) => {
      throw new Error(
        `${error instanceof Error ? error.message : String(error)}\nthe trunk carried:\n${carried(libpri)}`,
      );
    });
    await libpri.quiet();
    const difference = wireDifference(
      wireOf(libpri.frames).map(({ line }) => line),
      scenario.wire,
    );
    if (difference !== undefined) throw new Error(difference);
    expect(gateway.requests(), "requests that are left open").to.have.length(open);
  } finally {
    captures.add(scenario.name, libpri.frames);
    await libpri.stop();
    await gateway.stop();
  }
}

function carried(libpri: LibpriPeer): string {
  return wireOf(libpri.frames)
    .map(({ line }) => `  ${line}`)
    .join("\n");
}
