import { PassThrough } from "node:stream";
import { loadConfig } from "../../../gateway/config/load.ts";
import { withSite } from "../../../gateway/demo/demo.ts";
import { DemoSite } from "../../../gateway/demo/site.ts";
import { type Gateway, startGateway } from "../../../gateway/gateway.ts";
import { createLog } from "../../../gateway/log.ts";
import { createH323Trunk, h323Limits } from "../../../gateway/trunks/h323.ts";
import type { TlsEndOptions } from "../../../gateway/tls/end.ts";
import { DemoCluster, type PhoneAction } from "../../../src/pbx/cluster.ts";
import type { PhoneView } from "../../../src/pbx/phone.ts";
import { createPinx } from "../../../src/pinx.ts";
import { eventually } from "../../until.ts";
import { type Files, issue, issueAuthority, type Issued } from "./pki.ts";

/** One gateway with a cluster of two phones in its process, and an h323 trunk to another one. */
export class TlsGateway {
  readonly gateway: Gateway;
  readonly #site: DemoSite;
  readonly #log: () => string;

  private constructor(gateway: Gateway, site: DemoSite, log: () => string) {
    this.gateway = gateway;
    this.#site = site;
    this.#log = log;
  }

  /** `digit`: what the numbers of its phones begin with; `trunk`: the YAML of the h323 trunk to the other one. */
  static async start(digit: "1" | "2", trunk: string, options: Partial<TlsEndOptions> = {}): Promise<TlsGateway> {
    const loaded = loadConfig(configuration(digit, trunk));
    if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text }) => `line ${line}: ${text}`).join("; "));
    const phones = [1, 2].map((n) => ({ number: `${digit}00${n}`, name: `User ${digit}${n}` }));
    const site = new DemoSite(new DemoCluster("own", phones, 1));
    const types = withSite(site);
    const stream = new PassThrough();
    const lines: string[] = [];
    stream.on("data", (chunk: Buffer) => lines.push(chunk.toString()));
    // A call before the cluster has its trunk would go nowhere.
    let ready: () => void = () => {};
    const opened = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const gateway = await startGateway(loaded.config, {
      core: createPinx(),
      log: createLog("info", stream),
      registry: {
        ...types,
        trunks: {
          ...types.trunks,
          demo: async (_settings, context) => {
            const trunk = site.trunk(context);
            const open = (channel: string) => {
              trunk.open(channel);
              ready();
            };
            return { ...trunk, open };
          },
          h323: (config, context) => createH323Trunk(config, context, h323Limits, options),
        },
      },
    });
    await opened;
    return new TlsGateway(gateway, site, () => lines.join(""));
  }

  get log(): string {
    return this.#log();
  }

  /** Where its h323 trunk listens. */
  get port(): number {
    const address = this.gateway.inspect.trunks().find(({ trunk }) => trunk === "far")?.address ?? "";
    return Number(address.slice(address.lastIndexOf(":") + 1));
  }

  /** Its trunk takes calls. */
  get isUp(): boolean {
    const condition = this.gateway.inspect.trunks().find(({ trunk }) => trunk === "far")?.condition;
    return condition === "up" || condition === "idle";
  }

  act(number: string, action: PhoneAction): void {
    const refusal = this.#site.act(number, action);
    if (refusal !== undefined) throw new Error(refusal);
  }

  phone(number: string): PhoneView {
    const found = this.#site.views().find((view) => view.number === number);
    if (found === undefined) throw new Error(`no phone ${number}`);
    return found;
  }

  stop(): Promise<void> {
    return this.gateway.stop();
  }
}

function configuration(digit: "1" | "2", trunk: string): string {
  return `
gateway: { name: gw-${digit} }
neighbours:
  own:
    numbers: ["${digit}xxx"]
    trunk: { type: demo }
    media: external
    callCompletion: { mode: assisted, guard: 100ms }
    lines: { type: demo }
    phones: { type: demo }
  far:
    numbers: ["${digit === "1" ? "2" : "1"}xxx"]
    trunk: ${trunk}
    media: external
`;
}

/** 1001 calls 2001, who is busy, asks for call back, and is told when 2001 is free. */
export async function toldOfFree(west: TlsGateway, east: TlsGateway): Promise<void> {
  east.act("2001", { action: "offhook" });
  west.act("1001", { action: "dial", to: "2001" });
  await eventually(() => west.phone("1001").state === "busyTone");
  west.act("1001", { action: "callBack" });
  await eventually(() => west.phone("1001").screen?.kind === "activated");
  east.act("2001", { action: "onhook" });
  await eventually(() => west.phone("1001").screen?.kind === "available");
}

/** The identities of two gateways of one CA, as their files. */
export class Identities {
  readonly ca: Issued;
  readonly #files: Files;
  readonly #own: Readonly<Record<"gw-1" | "gw-2", Issued>>;

  private constructor(files: Files, ca: Issued, one: Issued, two: Issued) {
    [this.#files, this.ca, this.#own] = [files, ca, { "gw-1": one, "gw-2": two }];
  }

  static async make(files: Files): Promise<Identities> {
    const ca = await issueAuthority("Lab CA");
    return new Identities(files, ca, await issue("gw-1.example", ca), await issue("gw-2.example", ca));
  }

  of(name: "gw-1" | "gw-2"): Issued {
    return this.#own[name];
  }

  /** The YAML of `tls` of this gateway, which expects the other one. */
  tls(name: "gw-1" | "gw-2", wishes = "", own: Issued = this.#own[name]): string {
    const { certificate, key, trustAnchors } = this.#files.config(name, own, [this.ca]);
    const other = name === "gw-1" ? "gw-2.example" : "gw-1.example";
    const files = `certificate: ${certificate}, key: ${key}, trustAnchors: ${trustAnchors}`;
    return `{ ${files}, allowedNames: [${other}]${wishes} }`;
  }
}
