import { loadConfig } from "../../gateway/config/load.ts";
import { DemoCluster, type PhoneAction } from "../../gateway/demo/cluster.ts";
import { withSite } from "../../gateway/demo/demo.ts";
import type { PhoneView } from "../../gateway/demo/phone.ts";
import { DemoSite } from "../../gateway/demo/site.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { createPinx } from "../../src/pinx.ts";
import type { TraceEntry } from "../../src/trace.ts";
import { until } from "../until.ts";

/** Settings that differ from scenario to scenario, as they stand in a configuration file. */
export interface GatewaySettings {
  /** Of the trunk to libpri. */
  readonly our?: Readonly<Record<string, string | boolean>>;
  readonly peer?: Readonly<Record<string, string | boolean>>;
  /** Of the cluster the gateway stands in for, beside `mode` and `guard`. */
  readonly cluster?: Readonly<Record<string, string | number | boolean>>;
  readonly t309?: string;
}

/** The numbers of the cluster; libpri has 2xxx. */
export const cluster = { anna: "1001", ben: "1002" } as const;

const patienceMs = 5000;

/**
 * A whole gateway in this process: a demo cluster whose lines it watches and whose phones it draws on, and a `lapd`
 * trunk that libpri connects to over TCP. Nothing in it is a stand-in but the phones.
 */
export class GatewayUnderTest {
  readonly #gateway: Gateway;
  readonly #site: DemoSite;
  /** Where libpri connects. */
  readonly port: number;

  private constructor(gateway: Gateway, site: DemoSite, port: number) {
    this.#gateway = gateway;
    this.#site = site;
    this.port = port;
  }

  static async start(libpriRole: "network" | "user", settings: GatewaySettings = {}): Promise<GatewayUnderTest> {
    const site = new DemoSite(
      new DemoCluster(
        "cluster",
        [
          { number: cluster.anna, name: "Anna Berg" },
          { number: cluster.ben, name: "Ben Roth" },
        ],
        1,
      ),
    );
    const loaded = loadConfig(configuration(libpriRole, settings));
    if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text }) => `line ${line}: ${text}`).join("; "));
    const gateway = await startGateway(loaded.config, { core: createPinx(), registry: withSite(site) });
    const address = gateway.inspect.trunks().find(({ trunk }) => trunk === "libpri")?.address ?? "";
    return new GatewayUnderTest(gateway, site, Number(address.slice(address.lastIndexOf(":") + 1)));
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

  /** Resolves when the gateway, too, has its data link: libpri may have it a moment earlier. */
  async linkUp(timeoutMs = patienceMs): Promise<void> {
    const isUp = () => this.#gateway.inspect.trunks().some(({ state }) => state === "multiple frame established");
    await until(
      () => isUp() || undefined,
      (look) => this.#gateway.inspect.subscribe(look),
      { timeoutMs, complaint: () => "the gateway has its data link" },
    );
  }

  /** Requests that are open. */
  requests() {
    return this.#gateway.inspect.requests();
  }

  entries(): readonly TraceEntry[] {
    return this.#gateway.inspect.entries();
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

  stop(): Promise<void> {
    return this.#gateway.stop();
  }
}

function configuration(
  libpriRole: "network" | "user",
  { our, peer, cluster: more, t309 = "6s" }: GatewaySettings,
): string {
  const side = libpriRole === "network" ? "user" : "network";
  // JSON is YAML.
  const options = (values: object = {}) => JSON.stringify(values);
  return `
gateway: { name: live }
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
    trunk: { type: lapd, listen: "127.0.0.1:0", side: ${side}, t309: ${t309} }
    media: external
    callCompletion: { mode: native, dialect: libpri, our: ${options(our)}, peer: ${options(peer)} }
`;
}

function describe({ state, far, cause, screen }: PhoneView): string {
  return `the phone is ${JSON.stringify({ state, far, cause, screen: screen?.lines })}`;
}
