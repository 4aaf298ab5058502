import { URI } from "sip.js/lib/core/index.js";
import type { HostPort, TlsConfig } from "../../src/config.ts";
import type { LineKey } from "../../src/lines/line.ts";
import type { AdapterContext, LineAdapter } from "../adapter.ts";
import { SipClient, type SipSecrets, sipSecrets } from "../sip/client.ts";
import { SipLine } from "./sip/line.ts";
import { Pacer } from "./sip/pacer.ts";
import { type SubscriptionTimes, subscriptionTimes } from "./sip/subscription.ts";

export interface SipLineSettings {
  readonly type: "sip";
  /** The cluster's presence server or proxy. */
  readonly server: HostPort;
  /** The host part of the lines' addresses. */
  readonly domain: string;
  /** `presence` where the cluster offers nothing better: it does not tell ringing from talking. */
  readonly package: "dialog" | "presence";
  /** Subscribe to registrations too: resets are seen by them. */
  readonly registrations: boolean;
  readonly user: string;
  readonly passwordFile?: string;
  readonly tls?: TlsConfig;
  readonly expiresS: number;
  /** SUBSCRIBEs a second. */
  readonly pace: number;
}

export interface SipLineTimes extends SubscriptionTimes {
  /** Before each further try to connect. */
  readonly connectAgainMs: readonly number[];
}

export const sipLineTimes: SipLineTimes = { ...subscriptionTimes, connectAgainMs: [500, 2_000, 10_000, 30_000] };

/** Lines of a SIP cluster by its event packages: dialog (RFC 4235), reg (RFC 3680), or presence. */
export function sipLines(settings: SipLineSettings, context: AdapterContext): Promise<LineAdapter> {
  return createSipLines(settings, context, sipLineTimes);
}

export async function createSipLines(
  settings: SipLineSettings,
  context: AdapterContext,
  times: SipLineTimes,
): Promise<LineAdapter> {
  const secrets = await sipSecrets(settings, "lines", context);
  const lines = new SipLines(settings, context, times, secrets);
  lines.connect();
  return lines;
}

class SipLines implements LineAdapter {
  readonly #settings: SipLineSettings;
  readonly #context: AdapterContext;
  readonly #times: SipLineTimes;
  readonly #client: SipClient;
  readonly #pacer: Pacer;
  readonly #lines = new Map<LineKey, SipLine>();

  constructor(settings: SipLineSettings, context: AdapterContext, times: SipLineTimes, secrets: SipSecrets) {
    this.#settings = settings;
    this.#context = context;
    this.#times = times;
    this.#pacer = new Pacer(settings.pace);
    const { server, user } = settings;
    const { connectAgainMs } = times;
    this.#client = new SipClient(
      { server, user, connectAgainMs, secrets },
      {
        opened: () => {
          for (const line of this.#lines.values()) line.start();
        },
        closed: (reason) => {
          context.warn(`the connection to the lines is gone (${reason}): watched lines are lost until it is back`);
          for (const line of this.#lines.values()) line.lose();
        },
        warn: context.warn,
        drained: context.drained,
      },
    );
  }

  connect(): void {
    this.#client.connect();
  }

  watch(key: LineKey): void {
    const { domain, package: kind, registrations, user, expiresS } = this.#settings;
    const line = new SipLine({
      agent: this.#client.agent,
      pacer: this.#pacer,
      times: this.#times,
      expiresS,
      from: new URI("sip", user, domain),
      target: new URI("sip", key.slice(key.indexOf("/") + 1), domain),
      packages: registrations ? [kind, "reg"] : [kind],
      report: (snapshot) => this.#context.post({ type: "line", line: key, snapshot }),
      warn: this.#context.warn,
    });
    this.#lines.get(key)?.stop();
    this.#lines.set(key, line);
    // While it connects, what comes of that will say.
    if (this.#client.state === "up") line.start();
    else if (this.#client.state === "down") line.lose();
  }

  unwatch(key: LineKey): void {
    this.#lines.get(key)?.stop();
    this.#lines.delete(key);
  }

  async stop(): Promise<void> {
    for (const line of this.#lines.values()) line.stop();
    this.#lines.clear();
    this.#pacer.stop();
    await this.#client.stop();
  }
}
