import { expect } from "chai";
import { describe, it } from "mocha";
import type { Step } from "../../../src/machine.ts";
import type { Domain, Facts } from "./domain.ts";
import { domains } from "./domain.ts";
import type { TextRow } from "./table-text.ts";
import { actionText, everyOutcome, readTable } from "./table-text.ts";

type Predicate = (context: Facts, event: Facts) => boolean;

/** What one fact of a text row asks. */
function predicate(fact: string): Predicate {
  if (fact === "same kind") return (context, event) => context["kind"] === event["kind"];
  if (fact === "retain asked") return (_context, event) => event["retain"] === true;
  if (fact === "release asked") return (_context, event) => event["retain"] === false;
  if (fact === "refusal") return (_context, event) => event["refusal"] !== undefined;
  if (fact === "without refusal") return (_context, event) => event["refusal"] === undefined;
  const kind = /^kind (\w+)( asked| now)?$/.exec(fact);
  if (kind !== null) return (context, event) => (kind[2] === " asked" ? event : context)["kind"] === kind[1];
  const listed = /^(in|by|byLine|cause|error|failures)( other than)? (.+)$/.exec(fact);
  if (listed !== null) {
    const key = listed[1] as string;
    const list = (listed[3] as string).split(" ");
    const wanted = listed[2] === undefined;
    return (context, event) => list.includes(String(event[key] ?? context[key] ?? absent(event, key))) === wanted;
  }
  const flag = /^(not )?(\w+)$/.exec(fact);
  if (flag === null) throw new Error(`cannot read the fact "${fact}"`);
  const [key, wanted] = [flag[2] as string, flag[1] === undefined];
  return (context, event) => {
    const value = event[key] ?? context[key];
    if (typeof value !== "boolean") throw new Error(`cannot read the fact "${fact}"`);
    return value === wanted;
  };
}

/** `error none`: there is no error at all; `error null`: one that nobody knows. */
function absent(event: Facts, key: string): string {
  return event[key] === null ? "null" : "none";
}

/** Every value of the event under every context finds one text row, and the step is what that row says. */
function cellFaults(walk: Domain, text: readonly TextRow[], state: string, name: string): string[] {
  const rows = text
    .filter((row) => row.state === state && row.event === name)
    .map((row) => ({ ...row, expected: expected(row), facts: row.facts.map(predicate) }));
  if (rows.length === 0) return [`${state}, ${name}: no text row`];
  const faults = (walk.events[name] ?? []).flatMap((event) =>
    everyOutcome(walk.facts, (context) => {
      const taken = outcome(walk.step(state, context, event));
      const found = rows.filter((row) => row.facts.every((fact) => fact(context, event)));
      if (found.length === 1 && found[0]?.expected === taken) return undefined;
      return `${taken}, not ${found.map((row) => `line ${row.line} ${row.expected}`).join(" or ")}`;
    })
      .filter((each) => each.outcome !== undefined)
      .map((each) => `${state}, ${JSON.stringify(event)} under ${JSON.stringify(each.facts)}: ${each.outcome}`),
  );
  return faults.slice(0, 4);
}

function expected(row: TextRow): string {
  return row.to === "ignore" ? "ignore" : `${row.to}: ${row.actions.join("; ")}`;
}

function outcome(taken: Step<string, object>): string {
  return "unexpected" in taken ? taken.unexpected : `${taken.to}: ${taken.do.map(actionText).join("; ")}`;
}

for (const [role, walk] of Object.entries(domains)) {
  describe(`${role} table against the rows written by hand`, () => {
    const text = readTable(walk.text);

    it("names no state and no event that is not there", () => {
      for (const row of text) {
        expect(walk.states, `line ${row.line}`).to.include(row.state);
        expect(Object.keys(walk.events), `line ${row.line}`).to.include(row.event);
        if (row.to !== "ignore") expect(walk.states, `line ${row.line}`).to.include(row.to);
      }
    });

    it("ignores, and traces, what has no row", () => {
      for (const state of walk.states) expect(walk.otherwise(state)).to.equal("ignore");
    });

    for (const state of walk.states) {
      it(`${state}: every event, every value, every fact`, () => {
        expect(Object.keys(walk.events).flatMap((name) => cellFaults(walk, text, state, name))).to.deep.equal([]);
      });
    }
  });
}
