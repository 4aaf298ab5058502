import { loadConfig } from "../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { createSipLines, sipLineTimes } from "../../gateway/lines/sip.ts";
import { registry } from "../../gateway/registry.ts";
import { createPinx } from "../../src/pinx.ts";
import { Baresip } from "../peers/baresip.ts";
import { PresenceCluster } from "../peers/kamailio/presence.ts";
import { type LibpriPeer, startLibpri } from "../peers/libpri/peer.ts";
import { wireOf } from "../libpri/wire.ts";
import { until } from "../until.ts";
import { freePort } from "../free-port.ts";

/**
 * A SIP cluster without call completion (kamailio; phones 2001 and 2002 are baresip), served by our gateway through
 * trunk, lines and phones of type sip; behind the other trunk a PBX that speaks QSIG (libpri, 1xxx).
 */
export class ServedCluster {
  readonly libpri: LibpriPeer;
  readonly gateway: Gateway;
  readonly kamailio: PresenceCluster;
  readonly #phones = new Map<string, Baresip>();
  readonly #keep: (part: { stop(): Promise<unknown> }) => void;
  readonly #log: readonly string[];

  private constructor(
    parts: Pick<ServedCluster, "libpri" | "gateway" | "kamailio">,
    keep: (part: { stop(): Promise<unknown> }) => void,
    log: readonly string[],
  ) {
    this.libpri = parts.libpri;
    this.gateway = parts.gateway;
    this.kamailio = parts.kamailio;
    this.#keep = keep;
    this.#log = log;
  }

  /** `keep` is told of every part as soon as it runs. `more` of callCompletion, `, recallPrefix: "77"`. */
  static async start(keep: (part: { stop(): Promise<unknown> }) => void, more = ""): Promise<ServedCluster> {
    const trunk = await freePort();
    const kamailio = await PresenceCluster.start({ trunk: `127.0.0.1:${trunk}` });
    keep(kamailio);
    const loaded = loadConfig(configuration(kamailio.port, trunk, more));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    const log: string[] = [];
    const gateway = await startGateway(loaded.config, {
      core: createPinx(),
      log: listening(log),
      registry: refreshing,
    });
    keep(gateway);
    const port = Number(gateway.inspect.trunks()[0]?.address?.split(":")[1]);
    const libpri = await startLibpri({ role: "network", connect: port });
    keep(libpri);
    const cluster = new ServedCluster({ libpri, gateway, kamailio }, keep, log);
    await cluster.startPhones();
    await libpri.event("data-link-up");
    await cluster.until("both trunks up", () => {
      const states = gateway.inspect.trunks().map(({ state }) => state);
      return states.join() === "multiple frame established,Up";
    });
    return cluster;
  }

  /** 2001 and 2002, new ones where there were some: those have lost their power. */
  async startPhones(): Promise<void> {
    for (const number of ["2001", "2002"]) await this.startPhone(number);
  }

  async startPhone(number: string): Promise<void> {
    await this.#phones.get(number)?.stop();
    const phone = await Baresip.start(number, this.kamailio.port);
    this.#keep(phone);
    this.#phones.set(number, phone);
  }

  phone(number: string): Baresip {
    const found = this.#phones.get(number);
    if (found === undefined) throw new Error(`no phone ${number}`);
    return found;
  }

  async until(what: string, test: () => boolean): Promise<void> {
    await until(
      () => (test() ? true : undefined),
      (look) => {
        const timer = setInterval(look, 20);
        return () => clearInterval(timer);
      },
      { complaint: () => `${what}\n${this.story()}` },
    );
  }

  /** Waits until the one request of this side is in that state, `Active`. */
  request(state: string): Promise<void> {
    return this.until(`a request ${state}`, () => this.gateway.inspect.requests().some((each) => each.state === state));
  }

  /** What libpri's trunk carried, seen from the gateway: `> FACILITY ccSuspend`. */
  wire(): string[] {
    return wireOf(this.libpri.frames).map(({ line }) => line);
  }

  story(): string {
    const requests = this.gateway.inspect.requests().map(({ role, state }) => `${role} ${state}`);
    const lines = this.gateway.inspect.lines().map((line) => JSON.stringify(line));
    const words = this.gateway.inspect.entries().flatMap((entry) => (entry.type === "request" ? [entry.text] : []));
    return [...requests, ...lines, ...words, ...this.#log].join("\n  ");
  }
}

/** Subscriptions to lines last a minute, and are refreshed after three seconds. */
const refreshing: typeof registry = {
  ...registry,
  lines: {
    ...registry.lines,
    sip: (settings, context) => createSipLines(settings, context, { ...sipLineTimes, refreshPart: 0.05 }),
  },
};

function listening(log: string[]): NonNullable<Parameters<typeof startGateway>[1]["log"]> {
  const take = (text: string) => void log.push(text);
  return { level: "info", error: take, warn: take, info: take, debug: () => {}, trace: () => {} };
}

function configuration(kamailio: number, trunk: number, more: string): string {
  return `neighbours:
  east:
    numbers: ["1xxx"]
    trunk: { type: lapd, listen: "127.0.0.1:0", side: user }
    media: external
    callCompletion: { mode: native, dialect: libpri }
  west:
    numbers: ["2xxx"]
    trunk: { type: sip, profile: plain, domain: "127.0.0.1", server: ["127.0.0.1:${kamailio}"],
             listen: "127.0.0.1:${trunk}" }
    media: external
    callCompletion: { mode: assisted, guard: 300ms${more} }
    lines: { type: sip, server: "127.0.0.1:${kamailio}", expires: 60s }
    phones: { type: sip, server: "127.0.0.1:${kamailio}" }
`;
}
