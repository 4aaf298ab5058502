import type { Channel, Trunk } from "../ids.ts";
import { Reconnect } from "./reconnect.ts";
import type { SipResponse } from "./sip-events.ts";
import type { TrunkContext } from "./trunk.ts";

/** ONE table: the timers of the connection to the server. All [MEM]: RFC 3261 11 leaves the time to us. */
export const sipLinkTimers = {
  /** OPTIONS, while the server answers. */
  optionsMs: 30_000,
  /** How long its answer is waited for. */
  answerMs: 5_000,
} as const;

type State = "Closed" | "Connecting" | "Asking" | "Up" | "Up, asking";

/** What the link may use of its trunk. */
export interface SipLinkPort {
  readonly trunk: Trunk;
  /** Sends OPTIONS of no call and returns its transaction. */
  ask(channel: Channel, context: TrunkContext): number;
}

/**
 * The connection to the server of a trunk. It is up when the server has answered OPTIONS, whatever it says: a socket
 * that is open shows nothing, of TLS least of all. Servers are tried in turn. Timers `reopen`, `options`, `answer`.
 */
export class SipLink {
  readonly #port: SipLinkPort;
  readonly #reconnect: Reconnect;
  #state: State = "Closed";
  #channel: Channel | undefined;
  #asked: number | undefined;
  /** Something came on the connection since it was asked. */
  #heard = false;
  #writable = true;

  constructor(port: SipLinkPort) {
    this.#port = port;
    this.#reconnect = new Reconnect(port.trunk, true);
  }

  get up(): boolean {
    return this.#state === "Up" || this.#state === "Up, asking";
  }

  get congested(): boolean {
    return !this.#writable;
  }

  /** Where PDUs go; undefined while there is no connection. */
  get channel(): Channel | undefined {
    return this.#channel;
  }

  start(context: TrunkContext): void {
    this.#enter("Connecting", "start", context);
    this.#reconnect.start(context);
  }

  opened(channel: Channel, context: TrunkContext): void {
    if (!this.#reconnect.opened(channel)) return;
    this.#channel = channel;
    this.#writable = true;
    this.#enter("Asking", "opened", context);
    this.#ask(context);
  }

  closed(channel: Channel, reason: string, context: TrunkContext): void {
    if (this.#reconnect.failed(channel, context)) return this.#enter("Connecting", "closed", context);
    if (channel !== this.#channel) return;
    const wasUp = this.up;
    this.#channel = undefined;
    for (const timer of ["options", "answer"]) context.stopTimer(timer);
    this.#enter("Connecting", "closed", context);
    this.#reconnect.lost(context);
    if (wasUp) context.event({ type: "linkDown", trunk: this.#port.trunk, reason });
  }

  flow(channel: Channel, writable: boolean): void {
    if (channel === this.#channel) this.#writable = writable;
  }

  /** A message came on this channel. */
  heard(channel: Channel): void {
    if (channel === this.#channel) this.#heard = true;
  }

  timer(name: string, context: TrunkContext): void {
    if (name === "reopen") return this.start(context);
    if (this.#channel === undefined) return;
    if (name === "options") {
      this.#enter("Up, asking", "options", context);
      return this.#ask(context);
    }
    // The answer may wait behind what comes. Where it does not, timer F of its transaction ends the waiting.
    if (this.#heard) return this.#wait(context);
    this.#close("the server does not answer OPTIONS", context);
  }

  /** The response to OPTIONS: any but those that only the rim can have made says that somebody is there. */
  answered({ transaction, status }: SipResponse, context: TrunkContext): void {
    if (transaction !== this.#asked) return;
    this.#asked = undefined;
    if (status === 408) return this.#close("the server does not answer OPTIONS", context);
    const wasUp = this.up;
    context.stopTimer("answer");
    context.startTimer("options", sipLinkTimers.optionsMs);
    this.#enter("Up", "answered", context);
    this.#reconnect.up();
    if (!wasUp) context.event({ type: "linkUp", trunk: this.#port.trunk });
  }

  stop(context: TrunkContext): void {
    this.#reconnect.stop(context);
    this.#close("the trunk is stopped", context);
  }

  #ask(context: TrunkContext): void {
    if (this.#channel === undefined) return;
    this.#asked = this.#port.ask(this.#channel, context);
    this.#wait(context);
  }

  #wait(context: TrunkContext): void {
    this.#heard = false;
    context.startTimer("answer", sipLinkTimers.answerMs);
  }

  #close(reason: string, context: TrunkContext): void {
    if (this.#channel === undefined) return;
    const { trunk } = this.#port;
    context.output({ type: "close", after: 0, trunk, channel: this.#channel, reason });
  }

  #enter(to: State, event: string, context: TrunkContext): void {
    const from = this.#state;
    this.#state = to;
    if (from === to) return;
    context.trace({ at: context.now, type: "transition", machine: "sip", of: this.#port.trunk, event, from, to });
  }
}
