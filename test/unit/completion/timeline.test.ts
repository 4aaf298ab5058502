import { expect } from "chai";
import { describe, it } from "mocha";
import type { TraceEntry } from "../../../src/trace.ts";
import * as asA from "./originating-steps.ts";
import * as asB from "./terminating-steps.ts";
import { idle } from "./world.ts";

/** Transitions, timers and notes of a request as one line each. */
function lines(entries: readonly TraceEntry[]): string[] {
  return entries.flatMap((entry) => {
    switch (entry.type) {
      case "transition":
        return [`${entry.event}: ${entry.from} > ${entry.to}${entry.reason === undefined ? "" : ` (${entry.reason})`}`];
      case "timer":
        return [`${entry.timer} ${entry.change}${entry.afterMs === undefined ? "" : ` ${entry.afterMs}`}`];
      case "ignored":
        return [`${entry.event}: ignored in ${entry.state}`];
      case "request":
        return [entry.text];
      default:
        return [];
    }
  });
}

describe("timeline of a request", () => {
  it("tells every step, timer and reason, also what was ignored", () => {
    const world = asA.recalled();
    world.pass(30_000);
    expect(lines(world.traced)).to.deep.equal([
      "callCleared: Idle > Offered",
      "T_OFFER start 25000",
      "userAsks: Offered > Requested",
      "T_OFFER stop",
      "T1 start 30000",
      "result: Requested > Active",
      "T1 stop",
      "T2 start 3600000",
      "ccExecPossible: Active > Recall",
      "T3 start 30000",
      "T3 expired",
      "T3: Recall > Idle (CallBack on 2001 was not used in time)",
      "T2 stop",
    ]);
  });

  it("says why a request was refused", () => {
    const world = asB.failedCall();
    world.cis("east", asB.request());
    world.traced.length = 0;
    world.line(asB.b, { ...idle, forward: { all: "5000" }, voicemail: { pilot: "5000" } });
    expect(lines(world.traced)[0]).to.equal(
      "lineSeen: Requested > Idle (refused: 2001 forwards all calls to voice mail)",
    );
  });

  it("says why the phone did not dial", () => {
    const world = asA.recalled();
    world.press(asA.a, "dial");
    world.traced.length = 0;
    world.layer.done(world.outputs, false, "the line is in use");
    expect(lines(world.traced)[0]).to.equal(
      "dialFailed: Dialling > Recall (Your phone could not place the call: the line is in use)",
    );
  });

  it("keeps one number for life: the entries of a request are of that request", () => {
    const world = asB.notified();
    const of = world.traced.flatMap((entry) => ("of" in entry ? [entry.of] : []));
    expect([...new Set(of)]).to.deep.equal(["r1"]);
  });

  it("ignored is never unseen", () => {
    const world = asB.retained();
    world.traced.length = 0;
    world.receive(3, "FACILITY", asB.ccResume());
    expect(lines(world.traced)).to.deep.equal(["ccResume: ignored in Monitoring"]);
  });
});
