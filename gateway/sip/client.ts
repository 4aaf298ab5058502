import net from "node:net";
import type { HostPort } from "../../src/config.ts";
import { sipLimits } from "./limits.ts";
import { SipUserAgent, type SipUserAgentEvents } from "./user-agent.ts";

export interface SipClientSettings {
  readonly server: HostPort;
  readonly user: string;
  readonly password?: string;
  /** Before each further try to connect; the last stands for all that follow. */
  readonly connectAgainMs: readonly number[];
}

export interface SipClientEvents extends Pick<SipUserAgentEvents, "warn" | "drained"> {
  opened(): void;
  /** It is tried again by itself. */
  closed(reason: string): void;
}

/** A user agent that stays connected to one server of a cluster over TCP: for line monitors and phones. */
export class SipClient {
  readonly agent: SipUserAgent;
  readonly #settings: SipClientSettings;
  readonly #events: SipClientEvents;
  #state: "connecting" | "up" | "down" = "down";
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(settings: SipClientSettings, events: SipClientEvents) {
    this.#settings = settings;
    this.#events = events;
    const { user, password } = settings;
    const credentials = password === undefined ? {} : { credentials: { username: user, password } };
    this.agent = new SipUserAgent(
      { transport: "tcp", user, limits: sipLimits, ...credentials },
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
    const { host, port } = this.#settings.server;
    this.#state = "connecting";
    this.agent.connect(net.connect({ host, port, noDelay: true, keepAlive: true }));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.agent.stop();
  }

  #opened(): void {
    this.#state = "up";
    this.#failures = 0;
    this.#events.opened();
  }

  #closed(reason: string): void {
    if (this.#stopped) return;
    this.#state = "down";
    const { connectAgainMs } = this.#settings;
    const waitMs = connectAgainMs[Math.min(this.#failures, connectAgainMs.length - 1)] ?? 0;
    this.#failures += 1;
    this.#timer = setTimeout(() => this.connect(), waitMs);
    this.#events.closed(reason);
  }
}
