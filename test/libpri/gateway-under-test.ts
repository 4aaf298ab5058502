import type { LineAdapter } from "../../gateway/adapter.ts";
import { loadConfig } from "../../gateway/config/load.ts";
import { DemoCluster, type PhoneAction } from "../../src/pbx/cluster.ts";
import { withSite } from "../../gateway/demo/demo.ts";
import type { DemoPhone, PhoneView } from "../../src/pbx/phone.ts";
import { DemoSite } from "../../gateway/demo/site.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { createPinx } from "../../src/pinx.ts";
import type { TraceEntry } from "../../src/trace.ts";
import { patienceMs, until } from "../until.ts";
import type { HopGateway } from "./hop.ts";

/** Settings that differ from scenario to scenario, as they stand in a configuration file. */
export interface GatewaySettings {
  /** Of the trunk to libpri. */
  readonly our?: Readonly<Record<string, string | boolean>>;
  readonly peer?: Readonly<Record<string, string | boolean>>;
  /** Of the cluster the gateway stands in for, beside `mode` and `guard`. */
  readonly cluster?: Readonly<Record<string, string | number | boolean>>;
  /** Numbers of voice mail behind libpri. */
  readonly pilots?: readonly string[];
  readonly limits?: Readonly<Record<string, number>>;
  /** T_RESPONSE of the trunk to libpri. */
  readonly response?: string;
  readonly t309?: string;
  /** How Anna's calls give her number. */
  readonly anna?: Pick<DemoPhone, "restricted" | "typeOfNumber">;
  /** The line monitor never says anything. */
  readonly silentMonitor?: boolean;
}

/** The numbers of the cluster; libpri has 2xxx. */
export const cluster = { anna: "1001", ben: "1002" } as const;

export const t309Default = "6s";

/**
 * A whole gateway in this process: a demo cluster whose lines it watches and whose phones it draws on, and a `lapd`
 * trunk that libpri connects to over TCP. Nothing in it is a stand-in but the phones.
 */
export class GatewayUnderTest {
  readonly #gateway: Gateway;
  readonly #site: DemoSite;
  readonly #hop: HopGateway | undefined;
  /** Where libpri connects. */
  readonly port: number;

  private constructor(gateway: Gateway, site: DemoSite, hop: HopGateway | undefined) {
    this.#gateway = gateway;
    this.#site = site;
    this.#hop = hop;
    const address = gateway.inspect.trunks().find(({ trunk }) => trunk === "libpri")?.address ?? "";
    this.port = hop?.port ?? Number(address.slice(address.lastIndexOf(":") + 1));
  }

  /** `port`: where it listens for libpri; 0 takes a free one. */
  static async start(
    libpriRole: "network" | "user",
    settings: GatewaySettings = {},
    { port = 0, hop }: { readonly port?: number; readonly hop?: HopGateway | undefined } = {},
  ): Promise<GatewayUnderTest> {
    const site = new DemoSite(
      new DemoCluster(
        "cluster",
        [
          { number: cluster.anna, name: "Anna Berg", ...settings.anna },
          { number: cluster.ben, name: "Ben Roth" },
        ],
        1,
      ),
    );
    const side = libpriRole === "network" ? "user" : "network";
    const lapd = `{ type: lapd, listen: "127.0.0.1:${port}", side: ${side}, t309: ${settings.t309 ?? t309Default} }`;
    const loaded = loadConfig(configuration(settings, hop?.trunk ?? lapd));
    if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text }) => `line ${line}: ${text}`).join("; "));
    const registry = withSite(site);
    const gateway = await startGateway(loaded.config, {
      core: createPinx(),
      registry:
        settings.silentMonitor === true ? { ...registry, lines: { demo: async () => silentMonitor } } : registry,
    });
    return new GatewayUnderTest(gateway, site, hop);
  }

  /** A user does something at a phone; throws with the phone's own sentence where it cannot be done. */
  act(number: string, action: PhoneAction): void {
    const refusal = this.#site.act(number, action);
    if (refusal !== undefined) throw new Error(`phone ${number}: ${refusal}`);
  }

  phone(number: string): PhoneView {
    const view = this.#site.views().find((phone) => phone.number === number);
    if (view === undefined) throw new Error(`there is no phone ${number}`);
    return view;
  }

  /** The phone as soon as `when` is true of it; rejects with what it shows instead. */
  phoneWhen(number: string, when: (phone: PhoneView) => boolean, timeoutMs = patienceMs): Promise<PhoneView> {
    return until(
      () => (when(this.phone(number)) ? this.phone(number) : undefined),
      (look) => this.#site.subscribe(look),
      { timeoutMs, complaint: () => `${String(when)}; ${describe(this.phone(number))}` },
    );
  }

  /** The phone when its screen is of that kind, or gone for null. */
  screen(number: string, kind: "activated" | "available" | "notice" | null, timeoutMs = patienceMs) {
    return this.phoneWhen(number, ({ screen }) => (screen?.kind ?? null) === kind, timeoutMs);
  }

  /** Resolves when the gateway, too, has its data link or has lost it: libpri may know a moment earlier. */
  async link(state: "up" | "down"): Promise<void> {
    const established = ["multiple frame established"];
    if (this.#hop === undefined) return trunkIs(this.#gateway, "libpri", state, established);
    await trunkIs(this.#hop.gateway, "libpri", state, established);
    if (state === "down") return;
    await trunkIs(this.#hop.gateway, "gateway", "up", this.#hop.upStates);
    await trunkIs(this.#gateway, "libpri", "up", this.#hop.upStates);
  }

  /** Requests that are open. */
  requests() {
    return this.#gateway.inspect.requests();
  }

  entries(): readonly TraceEntry[] {
    return this.#gateway.inspect.entries();
  }

  /** Resolves when call completion has heard that the user talks: his phone knows a moment earlier. */
  async heardBusy(): Promise<void> {
    const { inspect } = this.#gateway;
    await until(
      () => inspect.entries().some((entry) => entry.type === "transition" && entry.event === "aBusy") || undefined,
      (look) => inspect.subscribe(look),
      { complaint: () => "user A is busy" },
    );
  }

  /** The operator ends the only request that is open. */
  cancel(): void {
    const [only, ...more] = this.requests();
    if (only === undefined || more.length > 0) throw new Error(`${more.length + (only ? 1 : 0)} requests are open`);
    this.#gateway.post({ type: "operator", command: { command: "cancel", request: only.request } });
  }

  restart(): void {
    this.#gateway.post({ type: "operator", command: { command: "restart", trunk: "libpri" } });
  }

  /** Resolves when the gateway next to it knows it, too, but for h323 trunks, which have no link that could be down. */
  async stop(): Promise<void> {
    await this.#gateway.stop();
    const hop = this.#hop;
    if (hop === undefined || hop.upStates.includes("idle")) return;
    await trunkIs(hop.gateway, "gateway", "down", hop.upStates);
  }
}

async function trunkIs(
  { inspect }: Gateway,
  trunk: string,
  state: "up" | "down",
  upStates: readonly string[],
): Promise<void> {
  const stateNow = () => inspect.trunks().find((each) => each.trunk === trunk)?.state;
  await until(
    () => upStates.includes(stateNow() ?? "") === (state === "up") || undefined,
    (look) => inspect.subscribe(look),
    { complaint: () => `trunk ${trunk} is ${state}; it is ${stateNow()}` },
  );
}

const silentMonitor: LineAdapter = { watch: () => {}, unwatch: () => {}, stop: async () => {} };

/** `trunk`: the one on which libpri is. */
function configuration(settings: GatewaySettings, trunk: string): string {
  const { our = {}, peer = {}, cluster: more, limits, response = "4s", pilots: voicemailPilots = [] } = settings;
  // JSON is YAML.
  const options = (values: object = {}) => JSON.stringify(values);
  const native = { mode: "native", dialect: "libpri", response, voicemailPilots, our, peer };
  return `
gateway: { name: live, limits: ${options(limits)} }
neighbours:
  cluster:
    numbers: ["1xxx"]
    trunk: { type: demo }
    media: external
    callCompletion: ${options({ mode: "assisted", guard: "100ms", ...more })}
    lines: { type: demo }
    phones: { type: demo }
  libpri:
    numbers: ["2xxx"]
    trunk: ${trunk}
    media: external
    callCompletion: ${options(native)}
`;
}

function describe({ state, far, cause, screen }: PhoneView): string {
  return `the phone is ${JSON.stringify({ state, far, cause, screen: screen?.lines })}`;
}
