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

  it("warns where a monitor does not tell ringing from talking", () => {
    const warned = (kind: "ccbs" | "ccnr", canDetectUse?: false) => {
      const world = asB.failedCall();
      world.cis("east", kind === "ccbs" ? asB.request() : asB.ccnrRequest());
      world.line(asB.b, { ...idle, ...(canDetectUse === undefined ? {} : { canDetectUse }) });
      return lines(world.traced).filter((line) => line.includes("ringing from talking"));
    };
    expect(warned("ccnr", false)).to.deep.equal([
      "user B's line does not tell ringing from talking: the end of any use counts",
    ]);
    expect(warned("ccnr")).to.deep.equal([]);
    expect(warned("ccbs", false), "a free line will do").to.deep.equal([]);
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

describe("timeline of an end", () => {
  const lastReason = (world: { traced: readonly TraceEntry[] }) =>
    lines(world.traced.filter((entry) => entry.type === "transition")).at(-1);

  it("says what ended a request of user A", () => {
    const byUser = asA.retained();
    byUser.press(asA.a, "cancel");
    expect(lastReason(byUser)).to.equal("userCancels: Active > Idle (cancelled by user A)");
    const done = asA.calling();
    done.recall.alert().answer();
    expect(lastReason(done.world)).to.equal("recallAnswered: Calling > Idle (completed: user B answered)");
    const failed = asA.calling();
    failed.recall.clear("to", 27);
    expect(lines(failed.world.traced)).to.include(
      "recallCleared: Calling > Offered (2001 cannot be reached: cause 27)",
    );
    const reset = asA.retained();
    reset.line(asA.a, "absent");
    expect(lastReason(reset)).to.equal(
      "aReset: Active > Idle (user A's phone registered anew or is gone, or another user logged in or out)",
    );
  });

  it("says what ended a request for user B", () => {
    const expired = asB.retained();
    expired.pass(3_600_000);
    expect(lastReason(expired)).to.equal("T2: Monitoring > Idle (expired)");
    const silent = asB.failedCall();
    silent.cis("east", asB.request());
    silent.pass(4000);
    expect(lastReason(silent)).to.equal("T_RESPONSE: Requested > Idle (refused: the line monitor did not answer)");
    const unreachable = asB.notifiedBySetup();
    unreachable.lose(4, 63, "timer");
    expect(lastReason(unreachable)).to.equal("setupFailed: Notified > Idle (user A cannot be reached: cause 63)");
    const again = asB.retained();
    again.cis("east", asB.request());
    expect(lastReason(again)).to.equal("request: Monitoring > Monitoring (refused: shortTermRejection)");
  });

  it("stores nothing anew for a step that changes nothing to keep", () => {
    const world = asA.retained();
    const before = [...world.store.values()][0];
    world.cis("east", asA.ccExecPossibleSetup());
    expect([...world.store.values()][0]).to.equal(before);
  });
});
