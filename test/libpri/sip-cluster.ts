import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { createPinx } from "../../src/pinx.ts";
import type { TraceEntry } from "../../src/trace.ts";
import { Baresip } from "../peers/baresip.ts";
import { Kamailio } from "../peers/kamailio/kamailio.ts";
import { type LibpriPeer, startLibpri } from "../peers/libpri/peer.ts";
import { until } from "../until.ts";
import { wireOf } from "./wire.ts";
import { freePort } from "../free-port.ts";

/** The password of kamailio.cfg, as a file has it. */
const password = "secret\n";

/**
 * A gateway between a libpri PBX (1xxx, `east`, behind lapd) and a SIP cluster of kamailio and a baresip phone (2001,
 * `west`, profile plain).
 */
export class SipCluster {
  readonly libpri: LibpriPeer;
  readonly phone: Baresip;
  readonly gateway: Gateway;
  #kamailio: Kamailio;
  readonly #ports: Parameters<typeof Kamailio.start>[0];
  readonly #folder: string;

  private constructor(
    parts: Pick<SipCluster, "libpri" | "phone" | "gateway">,
    kamailio: Kamailio,
    ports: Parameters<typeof Kamailio.start>[0],
    folder: string,
  ) {
    this.libpri = parts.libpri;
    this.phone = parts.phone;
    this.gateway = parts.gateway;
    this.#kamailio = kamailio;
    this.#ports = ports;
    this.#folder = folder;
  }

  /** With `auth` kamailio challenges the gateway's INVITEs; `name` is that of the phone's user. */
  static async start({ auth = false, name = "" }: { readonly auth?: boolean; readonly name?: string } = {}) {
    const ports = { own: await freePort(), gateway: await freePort(), auth };
    const folder = await mkdtemp(join(tmpdir(), "qsig-sip-"));
    const passwordFile = join(folder, "password");
    await writeFile(passwordFile, password);
    const loaded = loadConfig(configuration(ports, auth ? passwordFile : undefined));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    const started: { stop(): Promise<void> }[] = [];
    const keep = <Part extends { stop(): Promise<void> }>(part: Part): Part => {
      started.push(part);
      return part;
    };
    try {
      const kamailio = keep(await Kamailio.start(ports));
      const gateway = keep(await startGateway(loaded.config, { core: createPinx() }));
      const port = Number(gateway.inspect.trunks()[0]?.address?.split(":")[1]);
      const libpri = keep(await startLibpri({ role: "network", connect: port }));
      const phone = keep(await Baresip.start("2001", ports.own, undefined, name));
      const cluster = new SipCluster({ libpri, phone, gateway }, kamailio, ports, folder);
      await libpri.event("data-link-up");
      await cluster.isUp("multiple frame established,Up");
      return cluster;
    } catch (error) {
      for (const part of started.reverse()) await part.stop();
      throw error;
    }
  }

  /** The states of both trunks, east first. */
  async isUp(states: string): Promise<void> {
    const now = () =>
      this.gateway.inspect
        .trunks()
        .map(({ state }) => state)
        .join();
    await until(
      () => now() === states || undefined,
      (look) => this.gateway.inspect.subscribe(look),
      { complaint: () => `trunks are ${now()}` },
    );
  }

  async restartKamailio(): Promise<void> {
    await this.#kamailio.stop();
    this.#kamailio = await Kamailio.start(this.#ports);
  }

  async stop(): Promise<void> {
    for (const part of [this.phone, this.libpri, this.gateway, this.#kamailio]) await part.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** What libpri's trunk carried, seen from the gateway. */
  wire(): string[] {
    return wireOf(this.libpri.frames).map(({ line }) => line);
  }

  /** The start lines of the calls on the SIP trunk, seen from the gateway: OPTIONS left out. */
  sip(): string[] {
    return messages(this.gateway.inspect.entries())
      .filter(({ text }) => !/\r\nCSeq: \d+ OPTIONS\r\n/i.test(text))
      .map(({ arrow, text }) => `${arrow} ${shortened(text.slice(0, text.indexOf("\r\n")))}`);
  }

  /** Everything, for a test that failed. */
  story(): string {
    return ["libpri:", ...this.wire(), "SIP:", ...this.sip(), "baresip:", this.phone.log.slice(-1500)].join("\n  ");
  }
}

export function messages(entries: readonly TraceEntry[]): { readonly arrow: "<" | ">"; readonly text: string }[] {
  return entries.flatMap((entry) =>
    entry.type === "pdu" && entry.carrier === "sip"
      ? [{ arrow: entry.direction === "in" ? "<" : ">", text: Buffer.from(entry.octets).toString("latin1") } as const]
      : [],
  );
}

/** `INVITE 2001`, `180 Ringing`. */
function shortened(startLine: string): string {
  const status = /^SIP\/2\.0 (\d{3})/.exec(startLine)?.[1];
  return (
    status ??
    startLine
      .replace(/ sip:(?:([^@;]*)@)?.*$/, (_, user: string | undefined) => ` ${user?.replace(/-0x.*/, "") ?? ""}`)
      .trim()
  );
}

function configuration(ports: { readonly own: number; readonly gateway: number }, passwordFile?: string): string {
  const auth = passwordFile === undefined ? "" : `, auth: { username: gateway, passwordFile: "${passwordFile}" }`;
  return `neighbours:
  east:
    numbers: ["1xxx"]
    trunk: { type: lapd, listen: "127.0.0.1:0", side: user }
    media: external
    callCompletion: { mode: native, dialect: libpri }
  west:
    numbers: ["2xxx"]
    trunk: { type: sip, profile: plain, domain: cluster.example, server: ["127.0.0.1:${ports.own}"],
             listen: "127.0.0.1:${ports.gateway}"${auth} }
    callCompletion: { mode: none }
`;
}
