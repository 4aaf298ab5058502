import type { MachineName } from "./machines.ts";
import type { Mutant } from "./mutants.ts";

/** The timers of a connection that may run in a state; none in those that are not listed (CC 3.5, R18). */
const running: Readonly<Record<string, readonly string[]>> = {
  "Call Initiated": ["T303"],
  "Overlap Sending": ["T304"],
  "Outgoing Call Proceeding": ["T310", "T322"],
  "Call Delivered": ["T322"],
  "Incoming Call Proceeding": ["T322"],
  "Call Received": ["T322"],
  Active: ["T322"],
  "Link Lost": ["T309"],
  "Clear Held": ["T309"],
  "Disconnect Request": ["T305"],
  "Release Request": ["T308"],
};

/** States in which no message of the peer arrives: nothing has come yet, or the link is down. */
const unheard: readonly string[] = ["Null", "Link Lost", "Clear Held"];

/**
 * Why nobody can tell the mutant from the row: rows that states share name what only some of them need. Undefined: it
 * must be seen.
 */
export function reasonForNoEffect(machine: MachineName, { state, event, change }: Mutant): string | undefined {
  if (machine !== "bearerCall" && machine !== "cisConnection") return undefined;
  // A call that we did not originate, and a connection without a bearer, have no T310.
  const possible = (running[state] ?? []).filter((timer) => timer !== "T310" || machine === "bearerCall");
  const left = possible.filter((timer) => timer !== event);
  const stopped = / ?without stop (T\d+)$/.exec(change)?.[1];
  if (stopped !== undefined && !left.includes(stopped)) return `${stopped} does not run here`;
  if (change.endsWith("without stopTimers") && left.length === 0) return "no timer runs here";
  if (change.endsWith("without sendHeld") && !["Active", "Clear Held"].includes(state)) return "nothing is held here";
  return event === "otherwise" && unheard.includes(state) ? "no message arrives here" : undefined;
}
