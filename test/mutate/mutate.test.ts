import { spawnSync } from "node:child_process";
import { expect } from "chai";
import { describe, it } from "mocha";
import { root } from "../root.ts";
import { reasonForNoEffect } from "./equivalents.ts";
import type { Facts, Machine, Mutant } from "./mutants.ts";
import { mutantsOf, withMutant } from "./mutants.ts";

/** A door that opens for who has the key. */
function door(): Machine {
  return {
    table: {
      Open: { push: { to: "Shut", do: ["click", { type: "start", timer: "T1" }] }, otherwise: "ignore" },
      Shut: {
        pull: (context: Facts, event: Facts) =>
          context["key"] === true && event["force"] !== 0
            ? { to: "Open", do: [{ type: "say", text: event["word"] }] }
            : { to: "Shut", do: [] },
        otherwise: "reject",
      },
    },
    events: {
      pull: [
        { type: "pull", force: 0, word: "ah" },
        { type: "pull", force: 1, word: "ah" },
        { type: "pull", force: 1, word: "oh" },
      ],
    },
    facts: { key: [false, true], light: [false, true] },
    answersUnexpected: true,
  };
}

function outcome({ cell }: Mutant, context: Facts, event: Facts): unknown {
  if (typeof cell !== "function") throw new Error("the cell has no guard");
  return cell(context, event);
}

describe("mutants of a table", () => {
  it("are each row dropped, each other next state, each action dropped, each fact misread, each otherwise", () => {
    expect(mutantsOf(door()).map(({ state, event, change }) => `${state}, ${event}: ${change}`)).to.deep.equal([
      "Open, push: row dropped",
      "Open, push: to Open",
      "Open, push: without click",
      "Open, push: without start timer T1",
      "Open, otherwise: reject, not ignore",
      "Shut, pull: (Shut: ) row dropped",
      "Shut, pull: (Shut: ) to Open",
      "Shut, pull: (Open: say text {word}) row dropped",
      "Shut, pull: (Open: say text {word}) to Shut",
      "Shut, pull: (Open: say text {word}) without say text {word}",
      "Shut, pull: key false taken for true",
      "Shut, pull: key true taken for false",
      "Shut, pull: key negated",
      "Shut, pull: force 0 taken for 1",
      "Shut, pull: force 1 taken for 0",
      "Shut, pull: word ah taken for oh",
      "Shut, pull: word oh taken for ah",
      "Shut, otherwise: ignore, not reject",
    ]);
  });

  it("differ from the row where they say so, and nowhere else", () => {
    const find = (change: string) => mutantsOf(door()).find((each) => each.change === change) as Mutant;
    const [without, withKey] = [{ key: false }, { key: true }];
    const [weak, strong] = [
      { type: "pull", force: 0, word: "ah" },
      { type: "pull", force: 1, word: "oh" },
    ];
    const dropped = find("(Open: say text {word}) without say text {word}");
    expect(outcome(dropped, withKey, strong)).to.deep.equal({ to: "Open", do: [] });
    expect(outcome(dropped, without, strong)).to.deep.equal({ to: "Shut", do: [] });
    const gone = find("(Shut: ) row dropped");
    expect(outcome(gone, withKey, weak)).to.deep.equal({ unexpected: "reject" });
    const misread = find("key false taken for true");
    expect(outcome(misread, without, strong)).to.deep.equal({ to: "Open", do: [{ type: "say", text: "oh" }] });
    expect(outcome(misread, without, weak)).to.deep.equal({ to: "Shut", do: [] });
  });

  it("are in the table while they are tried, also where that fails, and only there", async () => {
    const { table } = door();
    const shared = table["Open"];
    const [mutant] = mutantsOf(door());
    if (mutant === undefined) throw new Error("no mutant");
    let during: unknown;
    const failed = await withMutant(table, mutant, () => {
      during = table["Open"];
      return Promise.reject(new Error("a test"));
    }).catch((error: Error) => error.message);
    expect(failed).to.equal("a test");
    expect(during).to.deep.equal({ otherwise: "ignore" });
    expect(table["Open"]).to.equal(shared);
    expect(shared).to.have.property("push");
  });

  it("without effect are told by the timers that run in a state", () => {
    const reason = (state: string, event: string, change: string) =>
      reasonForNoEffect("bearerCall", { state, event, change });
    expect(reason("Call Delivered", "CONNECT", "without stop T303")).to.equal("T303 does not run here");
    expect(reason("Call Initiated", "CONNECT", "without stop T303")).to.equal(undefined);
    expect(reason("Active", "T322", "(Release Request: stopTimers) without stopTimers")).to.equal("no timer runs here");
    expect(reason("Active", "clear", "without stopTimers")).to.equal(undefined);
    expect(reason("Active", "STATUS", "(Active: sendHeld) without sendHeld")).to.equal(undefined);
    expect(reason("Null", "otherwise", "reject, not ignore")).to.equal("no message arrives here");
    expect(reasonForNoEffect("originating", { state: "Null", event: "otherwise", change: "" })).to.equal(undefined);
  });
});

describe("the tables of states", () => {
  it("have no row that tests do not need: a sample of their mutants, all of them in make mutate", function () {
    this.timeout(300_000);
    const sample = ["dist/test/mutate/main.js", "--sample", "20", "--seed", "1"];
    const { status, stdout, stderr } = spawnSync(process.execPath, sample, { cwd: root, encoding: "utf8" });
    expect(`${stdout}${stderr}`).to.match(/^cisConnection +20 .* 0$/m);
    expect(status, stdout + stderr).to.equal(0);
  });
});
