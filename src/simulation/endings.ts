import type { StoredRequest } from "../completion/record.ts";
import type { Held } from "../pinx.ts";
import type { SeenNode } from "./ledger.ts";
import { pairOf } from "./pairs.ts";
import type { Plan } from "./plan.ts";

/** The whole world between two steps. */
export interface SeenWorld {
  readonly plan: Plan;
  readonly nodes: readonly SeenNode[];
  /** What each core says it holds. */
  readonly held: readonly Held[];
}

/** What must hold when nothing is under way (`quiet`, in a calm world), and when all has run out (`end`). */
export interface WorldInvariant {
  readonly name: string;
  readonly rule: string;
  readonly when: "quiet" | "end";
  readonly check: (world: SeenWorld) => string | undefined;
}

/** ONE table. */
export const worldInvariants: readonly WorldInvariant[] = [
  {
    name: "both sides hold the same services",
    rule: "R25",
    when: "quiet",
    check: ({ nodes }) => {
      const [asked, served] = [pairs(nodes, "originating"), pairs(nodes, "terminating")];
      return (
        missing(asked, served, "user A's side holds it alone") ?? missing(served, asked, "user B's side holds it alone")
      );
    },
  },
  {
    name: "every request ends",
    rule: "R9, R25, R26: T2 is the bound",
    when: "end",
    check: ({ nodes }) => {
      for (const { index, services } of nodes) {
        for (const { request, role, state } of services.values()) {
          return `node ${index}: ${role} ${request} still is in ${state}`;
        }
      }
      return undefined;
    },
  },
  {
    name: "nothing is kept of what is over",
    rule: "design 3: memory is bounded",
    when: "end",
    check: ({ plan, held }) => {
      for (const [node, { timers, ...others }] of held.entries()) {
        const kept = Object.entries(others).filter(([, count]) => count !== 0);
        if (kept.length > 0) return `node ${node} holds ${kept.map(([what, count]) => `${count} ${what}`).join(", ")}`;
        // The T203 of each data link runs for ever.
        const most = plan.links.filter(({ ends, carrier }) => carrier === "lapd" && ends.includes(node)).length;
        if (timers > most) return `node ${node} runs ${timers} timers, and has ${most} data links`;
      }
      return undefined;
    },
  },
];

/** How many services each pair of users has on one side, by `A>B`. */
function pairs(nodes: readonly SeenNode[], role: StoredRequest["role"]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { services } of nodes) {
    for (const { record, state } of services.values()) {
      if (record?.role !== role || state === "Idle") continue;
      const { a = "?", b = "?" } = pairOf(record) ?? {};
      const pair = `${a}>${b}`;
      found.set(pair, (found.get(pair) ?? 0) + 1);
    }
  }
  return found;
}

function missing(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>, words: string) {
  for (const [pair, count] of one) if ((other.get(pair) ?? 0) < count) return `${pair}: ${words}`;
  return undefined;
}
