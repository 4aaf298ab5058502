import { loadConfig } from "../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { timeline } from "../../gateway/timeline.ts";
import { type DialectName, dialect } from "../../src/completion/dialects.ts";
import { createPinx } from "../../src/pinx.ts";
import { type LibpriPeer, startLibpri } from "../peers/libpri/peer.ts";
import { until } from "../until.ts";
import { GatewayUnderTest } from "./gateway-under-test.ts";
import type { Live } from "./scenario.ts";
import { wireOf } from "./wire.ts";

/**
 * A living libpri (2xxx) on one side of the gateway, a second core of ours (1xxx) on the other that speaks as one make
 * of PBX does. The gateway is told both dialects by name.
 */
export class FarDialect implements Live {
  readonly gateway: GatewayUnderTest;
  readonly libpri: LibpriPeer;
  readonly #middle: Gateway;
  #decision: string | undefined;

  private constructor(far: GatewayUnderTest, middle: Gateway, libpri: LibpriPeer) {
    this.gateway = far;
    this.#middle = middle;
    this.libpri = libpri;
  }

  static async start(name: DialectName, ccretain: readonly ["request" | "response", string]): Promise<FarDialect> {
    const far = await GatewayUnderTest.start("network", speaks(name));
    const loaded = loadConfig(configuration(name, far.port));
    if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text }) => `line ${line}: ${text}`).join("; "));
    const middle = await startGateway(loaded.config, { core: createPinx() });
    const address = middle.inspect.trunks().find(({ trunk }) => trunk === "libpri")?.address ?? "";
    const port = Number(address.slice(address.lastIndexOf(":") + 1));
    const run = new FarDialect(far, middle, await startLibpri({ role: "network", connect: port }));
    try {
      await run.libpri.event("data-link-up");
      await far.link("up");
      await run.#up();
      await run.libpri.command("ccretain", ...ccretain);
      return run;
    } catch (error) {
      await run.stop();
      throw error;
    }
  }

  /** Why the request that is open was bridged; undefined where it was relayed. Ask while it is open. */
  decision(): string | undefined {
    const entries = this.#middle.inspect.entries();
    const texts = this.#middle.inspect
      .requests()
      .flatMap(({ request }) => timeline(entries, request).map(({ text }) => /bridged: .*/.exec(text)?.[0]));
    this.#decision ??= texts.find((text) => text !== undefined);
    return this.#decision;
  }

  /** Requests that are open in the two gateways. */
  get open(): number {
    return this.#middle.inspect.requests().length + this.gateway.requests().length;
  }

  /** What libpri's trunk carried, seen from the gateway. */
  get wire(): string[] {
    return wireOf(this.libpri.frames).map(({ line }) => line);
  }

  restart(): Promise<void> {
    throw new Error("nothing restarts here");
  }

  async stop(): Promise<void> {
    await this.libpri.stop();
    await this.#middle.stop();
    await this.gateway.stop();
  }

  async #up(): Promise<void> {
    const states = () => this.#middle.inspect.trunks().map(({ state }) => state);
    await until(
      () => states().every((state) => state === "multiple frame established") || undefined,
      (look) => this.#middle.inspect.subscribe(look),
      { complaint: () => `both data links are up; they are ${states().join(", ")}` },
    );
  }
}

/** What the far core asks, answers and writes: as that make does; it reads whatever comes. */
function speaks(name: DialectName) {
  const { our, peer } = dialect(name);
  const hex = (octet: number) => `0x${octet.toString(16).padStart(2, "0")}`;
  return {
    our: {
      connectionProposal: our.connectionProposal,
      connectionResponse: our.connectionResponse,
      retainService: our.retainService,
      t1: `${our.t1Ms / 1000}s`,
      t3: `${our.t3Ms / 1000}s`,
    },
    peer: {
      opCoding: peer.opCoding,
      profile: hex(peer.profile),
      boolean: hex(peer.trueOctet),
      canRetainService: true,
    },
  };
}

function configuration(name: DialectName, farPort: number): string {
  return `
gateway: { name: middle }
neighbours:
  far:
    numbers: ["1xxx"]
    trunk: { type: lapd, connect: "127.0.0.1:${farPort}", side: network }
    media: external
    callCompletion: { mode: native, dialect: ${name} }
  libpri:
    numbers: ["2xxx"]
    trunk: { type: lapd, listen: "127.0.0.1:0", side: user }
    media: external
    callCompletion: { mode: native, dialect: libpri }
`;
}
