import type { Trunk } from "../src/ids.ts";
import type { TraceEntry } from "../src/trace.ts";

/** What a trunk is good for: connected, ready to connect, connected with trouble, of no use. */
export type TrunkCondition = "idle" | "up" | "failing" | "down";

export type TrunkAlarm = "up" | "down" | "flapping" | "restarted";

/** A trunk as it is watched, for `qsig trunks` and the metrics. */
export interface WatchedTrunk {
  readonly condition: TrunkCondition;
  /** Since when, in Unix milliseconds. */
  readonly since: number;
  /** As its machine calls it: "multiple frame established". */
  readonly state: string;
  readonly isFlapping: boolean;
}

/** So many times down within that time is flapping. */
export const flapping = { downs: 5, withinMs: 5 * 60_000 } as const;

type Transition = Extract<TraceEntry, { readonly type: "transition" }>;

/** ONE table: the condition for each state of a trunk's machine; what is not here has no say. */
const conditions: Readonly<Partial<Record<Transition["machine"], (state: string) => TrunkCondition | undefined>>> = {
  // Q.921 4.2: the two states in which frames carry messages.
  lapd: (state) => (state === "multiple frame established" || state === "timer recovery" ? "up" : "down"),
  // RFC 4233 1.5.3: of a link; those of associations say nothing of the D-channel.
  iua: (state) => (({ Established: "up", "Awaiting establishment": "down", Released: "down" }) as const)[state],
  // R12.
  h323: (state) => (["idle", "up", "failing", "down"] as const).find((condition) => condition === state),
  // The state of the connection to the server; it is asked for a sign of life while it is up.
  sip: (state) => (state.startsWith("Up") ? "up" : "down"),
};

interface Watched {
  condition: TrunkCondition;
  since: number;
  state: string;
  /** Of a trunk with several links: the condition of each. */
  readonly links: Map<string, TrunkCondition>;
  /** When it went down, as far back as flapping looks. */
  downs: number[];
}

/** Follows the trace and raises the alarms of trunks. */
export class TrunkWatch {
  readonly #trunks = new Map<Trunk, Watched>();
  readonly #raise: (trunk: Trunk, alarm: TrunkAlarm, text: string) => void;

  /** `text` of an alarm goes on behind the trunk's name: "is up (idle), after 12 s". */
  constructor(raise: (trunk: Trunk, alarm: TrunkAlarm, text: string) => void) {
    this.#raise = raise;
  }

  /** Before its first call nothing is connected, and nothing is wrong (R12). */
  startsIdle(trunk: Trunk, at: number): void {
    const watched = this.#watched(trunk, at);
    [watched.condition, watched.state] = ["idle", "idle"];
  }

  /** A subscriber of the trace. */
  readonly push = (entry: TraceEntry): void => {
    if (entry.type === "transition") return this.#changed(entry);
    if (entry.type === "message" && entry.direction === "in" && isRestart(entry.octets)) {
      this.#raise(entry.trunk, "restarted", "has a peer that restarted: RESTART");
    }
  };

  /** Undefined until the trunk told a state. */
  of(trunk: Trunk, now: number): WatchedTrunk | undefined {
    const watched = this.#trunks.get(trunk);
    if (watched === undefined) return undefined;
    const { condition, since, state, downs } = watched;
    return { condition, since, state, isFlapping: within(downs, now).length >= flapping.downs };
  }

  #changed({ machine, of, event, from, to, at }: Transition): void {
    const read = conditions[machine];
    const own = read?.(to);
    if (read === undefined || own === undefined) return;
    const [trunk = of] = of.split("/");
    // Q.921 5.5.1.2: what stands is established anew, by a peer that knows nothing of it.
    if (machine === "lapd" && event === "SABME" && read(from) === "up" && own === "up") {
      this.#raise(trunk, "restarted", "has a peer that restarted: SABME on a data link that stands");
    }
    const watched = this.#watched(trunk, at);
    watched.links.set(of, own);
    watched.state = to;
    // A trunk with several links is up while one is.
    const condition = [...watched.links.values()].includes("up") ? "up" : own;
    if (condition !== watched.condition) this.#turn(trunk, watched, condition, at);
  }

  #watched(trunk: Trunk, at: number): Watched {
    const known = this.#trunks.get(trunk);
    if (known !== undefined) return known;
    const watched: Watched = { condition: "down", since: at, state: "", links: new Map(), downs: [] };
    this.#trunks.set(trunk, watched);
    return watched;
  }

  #turn(trunk: Trunk, watched: Watched, condition: TrunkCondition, at: number): void {
    const { condition: before, since, state } = watched;
    watched.condition = condition;
    watched.since = at;
    const seconds = Math.round((at - since) / 1000);
    if (before === "down") return this.#raise(trunk, "up", `is up (${state}), after ${seconds} s`);
    if (condition !== "down") return;
    this.#raise(trunk, "down", `is down (${state}), after ${seconds} s`);
    const downs = within(watched.downs, at);
    watched.downs = [...downs, at];
    if (downs.length + 1 !== flapping.downs) return;
    const minutes = flapping.withinMs / 60_000;
    this.#raise(trunk, "flapping", `is flapping: down ${flapping.downs} times within ${minutes} min; look at the link`);
  }
}

function within(downs: readonly number[], now: number): readonly number[] {
  return downs.filter((at) => at > now - flapping.withinMs);
}

/** Q.931 table 4-2: message type 0100 0110, behind the call reference. */
function isRestart(octets: Uint8Array): boolean {
  return octets[0] === 0x08 && octets[2 + ((octets[1] ?? 0) & 0x0f)] === 0x46;
}
