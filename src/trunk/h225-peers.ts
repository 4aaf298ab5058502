import { row, step, type Table } from "../machine.ts";
import type { Channel, Trunk } from "../ids.ts";
import type { TrunkContext } from "./trunk.ts";

/** R12: nothing is connected; a peer has spoken; the last connection or SETUP failed; nobody answers any more. */
export type H323State = "idle" | "up" | "failing" | "down";

type H323Event =
  /** A message came. A connection alone says nothing: behind it TLS may still be refused. */
  | { readonly type: "heard" }
  /** The last connection is gone. */
  | { readonly type: "alone" }
  /** A peer could not be connected, or did not answer a SETUP. */
  | { readonly type: "failed" }
  /** A peer that had failed takes connections again. */
  | { readonly type: "reached" }
  | { readonly type: "T_DOWN" }
  | { readonly type: "T_PROBE" };

type H323Action = "startTimers" | "stopTimers" | "startT_DOWN" | "probe" | "linkUp" | "linkDown";

/** Each message is one. */
const heard: H323Event = { type: "heard" };

/** What the guards read. */
interface H323View {
  readonly connected: boolean;
  /** Every peer failed when it was tried last. */
  readonly allFailed: boolean;
}

const recovered = row("idle", "stopTimers");
const answered = row("up", "stopTimers");
const fails = row("failing", "startTimers");

/** ONE table: the state of an h323 trunk (R12). Calls that stand are never touched by it. */
export const h323Table = {
  idle: {
    heard: row("up"),
    alone: row("idle"),
    failed: fails,
    otherwise: "ignore",
  },
  up: {
    heard: row("up"),
    alone: row("idle"),
    failed: fails,
    otherwise: "ignore",
  },
  failing: {
    heard: answered,
    alone: row("failing"),
    failed: row("failing"),
    reached: ({ connected }) => (connected ? answered : recovered),
    T_PROBE: row("failing", "probe"),
    T_DOWN: ({ connected, allFailed }) =>
      connected || !allFailed ? row("failing", "startT_DOWN") : row("down", "linkDown"),
    otherwise: "ignore",
  },
  down: {
    heard: row("up", "stopTimers", "linkUp"),
    alone: row("down"),
    failed: row("down"),
    reached: row("idle", "stopTimers", "linkUp"),
    T_PROBE: row("down", "probe"),
    otherwise: "ignore",
  },
} satisfies Table<H323State, H323Event, H323Action, H323View>;

export const h323Timers = {
  /** So long every peer fails, and the trunk is down (R12). */
  downMs: 60_000,
  /** One of the peers that failed is asked whether it takes connections again. */
  probeMs: 10_000,
} as const;

/** The peers of an h323 trunk: who is called next, and what state the trunk is in by how that went. */
export class H225Peers {
  readonly #trunk: Trunk;
  readonly #count: number;
  readonly #failed = new Set<number>();
  readonly #channels = new Set<Channel>();
  #state: H323State = "idle";
  #probes = 0;
  /** Somebody was told that every peer failed. */
  #isTold = false;

  constructor(trunk: Trunk, count: number) {
    this.#trunk = trunk;
    this.#count = count;
  }

  get state(): H323State {
    return this.#state;
  }

  /** The first of the list that was not tried and has not failed, else that was not tried; undefined: none is left. */
  next(tried: ReadonlySet<number>): number | undefined {
    let failed: number | undefined;
    for (let peer = 0; peer < this.#count; peer += 1) {
      if (tried.has(peer)) continue;
      if (!this.#failed.has(peer)) return peer;
      failed ??= peer;
    }
    return failed;
  }

  /** True where it was a probe: nobody else waits for it. */
  opened(channel: Channel, context: TrunkContext): boolean {
    if (!isProbe(channel)) {
      this.#channels.add(channel);
      return false;
    }
    this.#failed.delete(peerOf(channel));
    this.#step({ type: "reached" }, context);
    context.output({ type: "close", after: 0, trunk: this.#trunk, channel, reason: "the peer can be reached" });
    return true;
  }

  heard(channel: Channel, context: TrunkContext): void {
    this.#isTold = false;
    if (this.#failed.size > 0) this.#failed.delete(peerOf(channel));
    this.#step(heard, context);
  }

  /** What was asked of the peer at the other end of our channel did not work. */
  failed(channel: Channel, reason: string, context: TrunkContext): void {
    this.#failed.add(peerOf(channel));
    if (this.#failed.size === this.#count && !this.#isTold) {
      this.#isTold = true;
      this.#alarm(`no peer can be reached: ${reason}`, context);
    }
    this.#step({ type: "failed" }, context);
  }

  closed(channel: Channel, context: TrunkContext): void {
    if (this.#channels.delete(channel) && this.#channels.size === 0) this.#step({ type: "alone" }, context);
  }

  timer(name: "T_DOWN" | "T_PROBE", context: TrunkContext): void {
    this.#step({ type: name }, context);
  }

  stop(context: TrunkContext): void {
    this.#do("stopTimers", context);
  }

  #step(event: H323Event, context: TrunkContext): void {
    const view = { connected: this.#channels.size > 0, allFailed: this.#failed.size === this.#count };
    const next = step<H323State, H323Event, H323Action, H323View>(h323Table, this.#state, view, event);
    const { now: at } = context;
    const of = this.#trunk;
    if ("unexpected" in next) {
      return context.trace({ at, type: "ignored", machine: "h323", of, event: event.type, state: this.#state });
    }
    const from = this.#state;
    this.#state = next.to;
    for (const action of next.do) this.#do(action, context);
    if (from === next.to) return;
    context.trace({ at, type: "transition", machine: "h323", of, event: event.type, from, to: next.to });
  }

  #do(action: H323Action, context: TrunkContext): void {
    switch (action) {
      case "startTimers":
        context.startTimer("T_PROBE", h323Timers.probeMs);
        return context.startTimer("T_DOWN", h323Timers.downMs);
      case "startT_DOWN":
        return context.startTimer("T_DOWN", h323Timers.downMs);
      case "stopTimers":
        context.stopTimer("T_PROBE");
        return context.stopTimer("T_DOWN");
      case "probe":
        return this.#probe(context);
      case "linkUp":
        this.#alarm("a peer can be reached again", context);
        return context.event({ type: "linkUp", trunk: this.#trunk });
      case "linkDown":
        this.#alarm(`no peer can be reached for ${h323Timers.downMs / 1000} s: the trunk is down`, context);
        return context.event({ type: "linkDown", trunk: this.#trunk, reason: "no peer can be reached" });
      default:
        action satisfies never;
    }
  }

  /** One of those that failed, in turn. */
  #probe(context: TrunkContext): void {
    context.startTimer("T_PROBE", h323Timers.probeMs);
    const failed = [...this.#failed];
    const peer = failed[this.#probes % failed.length];
    if (peer === undefined) return;
    this.#probes += 1;
    const channel = `probe-${this.#probes}/${peer}`;
    context.output({ type: "open", id: context.nextOutput(), after: 0, trunk: this.#trunk, channel });
  }

  #alarm(text: string, context: TrunkContext): void {
    context.trace({ at: context.now, type: "alarm", trunk: this.#trunk, text });
  }
}

function isProbe(channel: Channel): boolean {
  return channel.startsWith("probe-");
}

/** Of a channel of ours: which of the list it goes to; none of a peer's. */
export function peerOf(channel: Channel): number {
  return Number(channel.split("/")[1] ?? -1);
}
