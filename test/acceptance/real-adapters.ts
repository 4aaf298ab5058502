import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../../gateway/config/load.ts";
import { withSite } from "../../gateway/demo/demo.ts";
import { DemoSite } from "../../gateway/demo/site.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { DemoCluster, type PhoneAction } from "../../src/pbx/cluster.ts";
import type { PhoneView } from "../../src/pbx/phone.ts";
import { createPinx } from "../../src/pinx.ts";
import { CiscoPhone } from "../peers/cisco-phone.ts";
import { LineFeeder } from "../peers/line-feeder.ts";
import { registry } from "../../gateway/registry.ts";
import { until } from "../until.ts";
import { freePort } from "../free-port.ts";

const token = "a token of sixteen octets at least";

/**
 * One gateway in real time whose cluster `west` (1001, 1002) has Cisco phones over HTTP and a script that feeds its
 * lines; `east` (2001, 2002) is a cluster in memory. Trunks are in memory, lines and phones of west are sockets.
 */
export class RealAdapters {
  readonly gateway: Gateway;
  readonly cisco: CiscoPhone;
  /** Of the phone service. */
  readonly url: string;
  readonly script: Script;
  readonly #sites: Readonly<Record<"west" | "east", DemoSite>>;

  private constructor(
    parts: Pick<RealAdapters, "gateway" | "cisco" | "url" | "script">,
    sites: Readonly<Record<"west" | "east", DemoSite>>,
  ) {
    this.gateway = parts.gateway;
    this.cisco = parts.cisco;
    this.url = parts.url;
    this.script = parts.script;
    this.#sites = sites;
  }

  /** `more` of callCompletion of west, `, audioFile: Chime.raw`. */
  static async start(keep: (stop: () => unknown) => void, more = ""): Promise<RealAdapters> {
    const folder = await mkdtemp(join(tmpdir(), "qsig-adapters-"));
    keep(() => rm(folder, { recursive: true }));
    const tokenFile = join(folder, "token");
    await writeFile(tokenFile, token);
    const cisco = await CiscoPhone.start({ host: "127.0.0.21" });
    keep(() => cisco.stop());
    const [lines, phones] = [await freePort(), await freePort()];
    const loaded = loadConfig(configuration({ lines, phones, tokenFile, cisco: cisco.address.port, more }));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    const sites = { west: site("west", "1"), east: site("east", "2") };
    const gateway = await startGateway(loaded.config, { core: createPinx(), registry: both(sites) });
    keep(() => gateway.stop());
    const feeder = await LineFeeder.connect(`http://127.0.0.1:${lines}`, token);
    keep(() => feeder.close());
    const script = new Script(feeder, sites.west);
    keep(script.start());
    const url = `http://127.0.0.1:${phones}`;
    const adapters = new RealAdapters({ gateway, cisco, url, script }, sites);
    keep(adapters.#dialler());
    return adapters;
  }

  act(number: string, action: PhoneAction): void {
    const refusal = this.#of(number).act(number, action);
    if (refusal !== undefined) throw new Error(refusal);
  }

  phone(number: string): PhoneView {
    const found = this.#of(number)
      .views()
      .find((view) => view.number === number);
    if (found === undefined) throw new Error(`no phone ${number}`);
    return found;
  }

  async state(number: string, state: PhoneView["state"]): Promise<void> {
    await until(
      () => (this.phone(number).state === state ? true : undefined),
      (look) => this.#of(number).subscribe(look),
      { complaint: () => `${number} is ${this.phone(number).state}, not ${state}` },
    );
  }

  #of(number: string): DemoSite {
    return this.#sites[number.startsWith("1") ? "west" : "east"];
  }

  /** What the Cisco phone of 1001 dials, its line in the cluster dials. */
  #dialler(): () => void {
    let done = 0;
    let stopped = false;
    void (async () => {
      while (!stopped) {
        await this.cisco.until(({ dialled }) => stopped || dialled.length > done);
        const to = this.cisco.dialled[done];
        if (stopped || to === undefined) return;
        done += 1;
        this.act("1001", { action: "dial", to });
      }
    })();
    return () => {
      stopped = true;
    };
  }
}

function site(name: string, digit: string): DemoSite {
  const phones = [1, 2].map((n) => ({ number: `${digit}00${n}`, name: `User ${n}` }));
  return new DemoSite(new DemoCluster(name, phones, 1));
}

/** Each trunk of type demo is that neighbour's own cluster; the lines and phones of east are too. */
function both(sites: Readonly<Record<"west" | "east", DemoSite>>): typeof registry {
  const east = withSite(sites.east);
  return {
    ...east,
    trunks: {
      ...registry.trunks,
      demo: async (_settings, context) => sites[context.neighbour === "west" ? "west" : "east"].trunk(context),
    },
  };
}

/** The cluster's script: the whole truth about a line whenever its phone has changed, or when it is asked for. */
class Script {
  readonly #feeder: LineFeeder;
  readonly #west: DemoSite;
  /** What the PBX knows of a line besides what its phone does. */
  readonly #more = new Map<string, object>();

  constructor(feeder: LineFeeder, west: DemoSite) {
    this.#feeder = feeder;
    this.#west = west;
  }

  start(): () => void {
    for (const view of this.#west.views()) this.#tell(view);
    return this.#west.subscribe((view) => this.#tell(view));
  }

  /** From now on: `{ forward: { all: "1800" }, voicemail: "1800" }`. */
  says(number: string, more: object): void {
    this.#more.set(number, more);
    const view = this.#west.views().find((each) => each.number === number);
    if (view !== undefined) this.#tell(view);
  }

  #tell({ number, offhook, state }: PhoneView): void {
    const inCall = state === "talking" || state === "ringback" || state === "dialling";
    const ringing = state === "ringing";
    const call = { id: "c", direction: ringing ? "recipient" : "initiator", state: ringing ? "early" : "confirmed" };
    const calls = inCall || ringing ? [call] : [];
    const snapshot = { registration: "boot-1", offhook, calls, ...this.#more.get(number) };
    this.#feeder.answers.set(number, snapshot);
    this.#feeder.send({ line: number, snapshot });
  }
}

function configuration(at: {
  readonly lines: number;
  readonly phones: number;
  readonly tokenFile: string;
  readonly cisco: number;
  readonly more: string;
}): string {
  return `neighbours:
  west:
    numbers: ["1xxx"]
    trunk: { type: demo }
    media: external
    callCompletion: { mode: assisted, guard: 100ms${at.more} }
    lines: { type: http, bind: "127.0.0.1:${at.lines}", tokenFile: "${at.tokenFile}" }
    phones:
      type: cisco
      bind: "127.0.0.1:${at.phones}"
      authentication: none
      phones: [{ number: "1001", address: "127.0.0.21:${at.cisco}", model: "7970" }]
  east:
    numbers: ["2xxx"]
    trunk: { type: demo }
    media: external
    callCompletion: { mode: assisted, guard: 100ms }
    lines: { type: demo }
    phones: { type: demo }
`;
}
