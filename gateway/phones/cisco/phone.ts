import { randomBytes } from "node:crypto";
import type { HostPort } from "../../../src/config.ts";
import type { Screen } from "../../../src/users/screen.ts";
import type { PhoneAnswer } from "./objects.ts";

/** One phone of the configuration. */
export interface CiscoPhoneSettings {
  readonly number: string;
  readonly address: HostPort;
  readonly model: string;
}

/** A screen as it stands at a phone, under the token that its URLs carry. */
export interface Shown {
  readonly screen: Screen;
  readonly token: string;
}

export const phoneTimes = {
  /** How long a key of the phone waits for what the gateway says to it; longer, and the phone gives up. */
  heldMs: 2_000,
  /** Before each further try to reach a phone that did not answer: it restarts, or its path does. */
  againMs: [1_000, 4_000, 10_000],
} as const;

export interface PhoneTimes {
  readonly heldMs: number;
  readonly againMs: readonly number[];
}

/** What one phone may use. */
export interface PhonePort {
  /** Sends execute items to the phone. */
  push(phone: HostPort, urls: readonly string[]): Promise<PhoneAnswer>;
  urlOf(token: string): string;
  readonly sound: string;
  readonly times: PhoneTimes;
  warn(text: string): void;
}

/** Ends where the phone's request for a page was answered. */
type Held = (shown: Shown | undefined) => void;

/** One phone: what it shows, the request it waits in, and the pushes to it, one after the other. */
export class CiscoPhone {
  readonly settings: CiscoPhoneSettings;
  readonly #port: PhonePort;
  #shown: Shown | undefined;
  #held: Held | undefined;
  /** Counts screens: a push that is tried again ends where another screen took its place. */
  #turn = 0;
  #last: Promise<unknown> = Promise.resolve();
  readonly #sleepers = new Set<() => void>();

  constructor(settings: CiscoPhoneSettings, port: PhonePort) {
    this.settings = settings;
    this.#port = port;
  }

  get shown(): Shown | undefined {
    return this.#shown;
  }

  /**
   * Shows the screen, null takes it away. A phone that waits for a page gets it as the answer, so keys work behind a
   * NAT too; others are pushed to. Never rejects.
   */
  async show(screen: Screen | null, sound: boolean): Promise<PhoneAnswer> {
    this.#begin();
    const alert = sound ? [`Play:${this.#port.sound}`] : [];
    const shown = screen === null ? undefined : { screen, token: randomBytes(16).toString("base64url") };
    const held = this.#held;
    this.#release(shown ?? this.#shown);
    this.#shown = shown;
    if (shown === undefined) return this.#push(["Init:Services"]);
    if (held === undefined) return this.#push([this.#port.urlOf(shown.token), ...alert]);
    if (alert.length > 0) void this.#push(alert);
    return { ok: true };
  }

  /** Makes the phone call. What may have reached it is not sent twice: it would call twice. */
  dial(to: string): Promise<PhoneAnswer> {
    this.#begin();
    this.#release(this.#shown);
    return this.#inTurn(() => this.#port.push(this.settings.address, [`Dial:${to}`]));
  }

  /** The screen that comes in time, else what stands; called where a request of the phone was passed on. */
  next(): Promise<Shown | undefined> {
    this.#release(this.#shown);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#release(this.#shown), this.#port.times.heldMs);
      this.#held = (shown) => {
        clearTimeout(timer);
        resolve(shown);
      };
    });
  }

  stop(): void {
    this.#begin();
    this.#release(this.#shown);
  }

  /** A newer screen does not wait behind the tries of an older one. */
  #begin(): void {
    this.#turn += 1;
    for (const wake of [...this.#sleepers]) wake();
  }

  #release(shown: Shown | undefined): void {
    const held = this.#held;
    this.#held = undefined;
    held?.(shown);
  }

  #inTurn<Value>(run: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(run);
    this.#last = turn;
    return turn;
  }

  #push(urls: readonly string[]): Promise<PhoneAnswer> {
    const turn = this.#turn;
    return this.#inTurn(async () => {
      const { againMs } = this.#port.times;
      for (const [tries, waitMs] of [...againMs, undefined].entries()) {
        // What another screen took the place of is done with.
        if (turn !== this.#turn) return { ok: true };
        const answer = await this.#port.push(this.settings.address, urls);
        if (answer.ok || !answer.again) return this.#judged(answer);
        if (waitMs === undefined) return { ...answer, reason: `${answer.reason}, tried ${tries + 1} times` };
        await this.#sleep(waitMs, turn);
      }
      throw new Error("the last try has no wait");
    });
  }

  #judged(answer: PhoneAnswer): PhoneAnswer {
    if (answer.ok && answer.silent === true) this.#port.warn(`a phone did not play ${this.#port.sound}`);
    return answer;
  }

  #sleep(ms: number, turn: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#sleepers.add(wake);
      if (turn !== this.#turn) wake();
    });
  }
}
