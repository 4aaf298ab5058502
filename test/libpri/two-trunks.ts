import { loadConfig } from "../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { registry } from "../../gateway/registry.ts";
import { createPinx } from "../../src/pinx.ts";
import { type LibpriPeer, startLibpri } from "../peers/libpri/peer.ts";
import { until } from "../until.ts";
import { wireOf } from "./wire.ts";

/** What differs from run to run, as it stands in a configuration file. */
export interface TrunkSettings {
  readonly numbers?: string;
  /** More keys of the neighbour, in YAML's flow style without the braces. */
  readonly more?: string;
}

/**
 * A gateway between two libpri, both native neighbours: west has 1xxx, east 2xxx. libpri is the network side on both
 * trunks.
 */
export class TwoTrunks {
  readonly #gateway: Gateway;
  readonly west: LibpriPeer;
  readonly east: LibpriPeer;

  private constructor(gateway: Gateway, west: LibpriPeer, east: LibpriPeer) {
    this.#gateway = gateway;
    this.west = west;
    this.east = east;
  }

  static async start(settings: { readonly west?: TrunkSettings; readonly east?: TrunkSettings }): Promise<TwoTrunks> {
    const loaded = loadConfig(configuration(settings));
    if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text }) => `line ${line}: ${text}`).join("; "));
    const gateway = await startGateway(loaded.config, { core: createPinx(), registry });
    const libpri = (trunk: string) => startLibpri({ role: "network", connect: portOf(gateway, trunk) });
    const run = new TwoTrunks(gateway, await libpri("west"), await libpri("east"));
    try {
      await Promise.all([run.west.event("data-link-up"), run.east.event("data-link-up"), run.#up()]);
    } catch (error) {
      await run.stop();
      throw error;
    }
    return run;
  }

  /** Every layer-3 message of that trunk, seen from the gateway. */
  wire(side: "west" | "east"): string[] {
    return wireOf(this[side].frames).map(({ line }) => line);
  }

  async quiet(): Promise<void> {
    await Promise.all([this.west.quiet(), this.east.quiet()]);
  }

  async stop(): Promise<void> {
    await Promise.all([this.west.stop(), this.east.stop()]);
    await this.#gateway.stop();
  }

  async #up(): Promise<void> {
    const states = () => this.#gateway.inspect.trunks().map(({ state }) => state);
    await until(
      () => states().every((state) => state === "multiple frame established") || undefined,
      (look) => this.#gateway.inspect.subscribe(look),
      { complaint: () => `both data links are up; they are ${states().join(", ")}` },
    );
  }
}

function portOf(gateway: Gateway, trunk: string): number {
  const address = gateway.inspect.trunks().find((one) => one.trunk === trunk)?.address ?? "";
  return Number(address.slice(address.lastIndexOf(":") + 1));
}

function configuration({ west, east }: { readonly west?: TrunkSettings; readonly east?: TrunkSettings }): string {
  const neighbour = (name: string, { numbers, more = "media: external" }: TrunkSettings, pattern: string) => `
  ${name}: {
    numbers: ["${numbers ?? pattern}"], trunk: { type: lapd, listen: "127.0.0.1:0", side: user },
    ${more}, callCompletion: { mode: native, dialect: libpri } }`;
  return `neighbours:${neighbour("west", west ?? {}, "1xxx")}${neighbour("east", east ?? {}, "2xxx")}\n`;
}
