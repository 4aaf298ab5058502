import { expect } from "chai";
import { describe, it } from "mocha";
import type { Domain, Facts } from "./domain.ts";
import { domains } from "./domain.ts";
import { everyOutcome } from "./table-text.ts";

/** A state with the timers that run in it. */
interface Configuration {
  readonly state: string;
  readonly timers: readonly string[];
}

const nameOf = ({ state, timers }: Configuration) => `${state} [${timers.join(" ")}]`;

/** T3 that is paused is kept, not running; Idle stops all. */
function timersAfter(before: readonly string[], to: string, actions: readonly object[]): readonly string[] {
  const running = new Set(before);
  for (const action of actions as { type: string; timer?: string }[]) {
    if (action.type === "start") running.add(action.timer as string);
    if (action.type === "stop") running.delete(action.timer as string);
    if (action.type === "pauseT3") running.delete("T3");
    if (action.type === "resumeT3") running.add("T3");
  }
  return to === "Idle" ? [] : [...running].sort();
}

/** What can follow a configuration: a timer fires only where it runs, and no longer runs when it has fired. */
function following(domain: Domain, from: Configuration, only: (event: string) => boolean): Configuration[] {
  const found = new Map<string, Configuration>();
  for (const [name, events] of Object.entries(domain.events)) {
    if (!only(name) || (domain.timers.includes(name) && !from.timers.includes(name))) continue;
    const timers = from.timers.filter((timer) => timer !== name);
    for (const event of events) {
      const taken = (facts: Facts) => (fits(domain, facts, from) ? domain.step(from.state, facts, event) : undefined);
      for (const { outcome } of everyOutcome(domain.facts, taken)) {
        if (outcome === undefined || "unexpected" in outcome) continue;
        const next = { state: outcome.to, timers: timersAfter(timers, outcome.to, outcome.do) };
        found.set(nameOf(next), next);
      }
    }
  }
  return [...found.values()];
}

function fits(domain: Domain, facts: Facts, { timers }: Configuration): boolean {
  return Object.entries(domain.tied).every(([fact, timer]) => facts[fact] === timers.includes(timer));
}

function closure(domain: Domain, from: Configuration, only: (event: string) => boolean): Configuration[] {
  const seen = new Map([[nameOf(from), from]]);
  for (const one of seen.values()) {
    for (const next of following(domain, one, only)) if (!seen.has(nameOf(next))) seen.set(nameOf(next), next);
  }
  return [...seen.values()];
}

/** States that last as long as the call they belong to, whose end the relay tells (R8, R30). */
const boundByACall = ["Offered", "Kept"];

for (const [role, domain] of Object.entries(domains)) {
  describe(`${role} table: timer laws`, () => {
    // A restart starts the timers of the record anew: `restored` is not a way into a state.
    const reached = closure(domain, { state: "Idle", timers: [] }, (event) => event !== "restored");

    it("reaches every state", () => {
      expect([...new Set(reached.map(({ state }) => state))]).to.have.members([...domain.states]);
    });

    it("has a way out of every state by time alone", () => {
      const stuck = reached
        .filter(({ state, timers }) => state !== "Idle" && !(boundByACall.includes(state) && timers.length === 0))
        .filter(
          (one) =>
            !closure(domain, one, (event) => domain.timers.includes(event)).some(({ state }) => state === "Idle"),
        );
      expect(stuck.map(nameOf)).to.deep.equal([]);
    });

    it("lets no timer run where its expiry has no row", () => {
      const deaf = reached.flatMap((one) =>
        one.timers.filter((timer) => ignores(domain, one, timer)).map((timer) => `${one.state} ${timer}`),
      );
      expect([...new Set(deaf)]).to.deep.equal([]);
    });
  });
}

function ignores(domain: Domain, one: Configuration, timer: string): boolean {
  return (domain.events[timer] ?? []).some((event) =>
    everyOutcome(domain.facts, (context) => domain.step(one.state, context, event)).some(
      ({ outcome }) => "unexpected" in outcome,
    ),
  );
}
