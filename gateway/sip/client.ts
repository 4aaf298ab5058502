import net from "node:net";
import type { HostPort, TlsConfig } from "../../src/config.ts";
import type { AdapterContext } from "../adapter.ts";
import { readSecret } from "../secret.ts";
import { connectTls } from "../tls/connect.ts";
import { TlsEnd } from "../tls/end.ts";
import { reportTo } from "../tls/event.ts";
import { sipLimits } from "./limits.ts";
import { SipUserAgent, type SipUserAgentEvents } from "./user-agent.ts";

export interface SipClientSettings {
  readonly server: HostPort;
  readonly user: string;
  readonly secrets: SipSecrets;
  /** Before each further try to connect; the last stands for all that follow. */
  readonly connectAgainMs: readonly number[];
}

/** What the files of a configuration hold. */
export interface SipSecrets {
  readonly password?: string;
  readonly tls?: TlsEnd;
}

/** Reads them. Rejects with a sentence that says which file to mend. `what`: "lines". */
export async function sipSecrets(
  { passwordFile, tls }: { readonly passwordFile?: string; readonly tls?: TlsConfig },
  what: string,
  context: AdapterContext,
): Promise<SipSecrets> {
  return {
    ...(passwordFile === undefined ? {} : { password: await readSecret(passwordFile, `the password of ${what}`) }),
    ...(tls === undefined ? {} : { tls: await TlsEnd.open(tls, { report: reportTo(context) }) }),
  };
}

export interface SipClientEvents extends Pick<SipUserAgentEvents, "warn" | "drained"> {
  opened(): void;
  /** It is tried again by itself. */
  closed(reason: string): void;
}

/** A user agent that stays connected to one server of a cluster over TCP or TLS: for line monitors and phones. */
export class SipClient {
  readonly agent: SipUserAgent;
  readonly #settings: SipClientSettings;
  readonly #events: SipClientEvents;
  #state: "connecting" | "up" | "down" = "down";
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #stopped = new AbortController();

  constructor(settings: SipClientSettings, events: SipClientEvents) {
    this.#settings = settings;
    this.#events = events;
    const { user, secrets } = settings;
    const { password } = secrets;
    const credentials = password === undefined ? {} : { credentials: { username: user, password } };
    this.agent = new SipUserAgent(
      { transport: secrets.tls === undefined ? "tcp" : "tls", user, limits: sipLimits, ...credentials },
      {
        opened: () => this.#opened(),
        closed: (reason) => this.#closed(reason),
        flow: () => {},
        trace: () => {},
        warn: (text) => events.warn(text),
        drained: () => events.drained(),
        // RFC 6665 4.1.3: a NOTIFY of no subscription of ours, such as one of the process before this.
        onNotify: (request) => void request.reject({ statusCode: 481 }),
      },
    );
  }

  get state(): "connecting" | "up" | "down" {
    return this.#state;
  }

  connect(): void {
    const { server, secrets } = this.#settings;
    this.#state = "connecting";
    if (secrets.tls !== undefined) void this.#connectTls(secrets.tls);
    else this.agent.connect(net.connect({ ...server, noDelay: true, keepAlive: true }));
  }

  async stop(): Promise<void> {
    this.#stopped.abort("stopped");
    clearTimeout(this.#timer);
    await this.agent.stop();
    await this.#settings.secrets.tls?.stop();
  }

  async #connectTls(end: TlsEnd): Promise<void> {
    const { connectMs, keepAliveMs } = sipLimits;
    const { signal } = this.#stopped;
    try {
      const { socket } = await connectTls(end, this.#settings.server, { connectMs, keepAliveMs, signal });
      if (signal.aborted) socket.destroy();
      else this.agent.connected(socket);
    } catch (error) {
      this.#closed(error instanceof Error ? error.message : String(error));
    }
  }

  #opened(): void {
    this.#state = "up";
    this.#failures = 0;
    this.#events.opened();
  }

  #closed(reason: string): void {
    if (this.#stopped.signal.aborted) return;
    this.#state = "down";
    const { connectAgainMs } = this.#settings;
    const waitMs = connectAgainMs[Math.min(this.#failures, connectAgainMs.length - 1)] ?? 0;
    this.#failures += 1;
    this.#timer = setTimeout(() => this.connect(), waitMs);
    this.#events.closed(reason);
  }
}
