import { expect } from "chai";
import { describe, it } from "mocha";
import {
  countUse,
  forwardsToVoicemail,
  isBusy,
  isFree,
  isReady,
  observeUse,
  occupied,
} from "../../../src/lines/facts.ts";
import type { LineSnapshot } from "../../../src/lines/line.ts";

const idle: LineSnapshot = {
  registered: "yes",
  calls: 0,
  ringingIn: 0,
  offhook: false,
  dnd: false,
  forward: {},
  uses: 0,
  epoch: 1,
};
const inCall: LineSnapshot = { ...idle, calls: 1, offhook: true, uses: 1 };
const offHook: LineSnapshot = { ...idle, offhook: true, uses: 1 };
const ringing: LineSnapshot = { ...idle, ringingIn: 1 };

describe("line facts", () => {
  it("counts calls, and a handset off the hook that has no call yet", () => {
    expect([idle, ringing, offHook, inCall, { ...inCall, calls: 3 }].map(occupied)).to.deep.equal([0, 0, 1, 1, 3]);
  });

  it("S-60: is busy from the busy trigger on", () => {
    const calls = [0, 1, 2, 3, 4];
    const busyAt = (trigger: number) => calls.map((n) => isBusy({ ...idle, calls: n, offhook: n > 0 }, trigger));
    expect(busyAt(1)).to.deep.equal([false, true, true, true, true]);
    expect(busyAt(2)).to.deep.equal([false, false, true, true, true]);
    expect(busyAt(4)).to.deep.equal([false, false, false, false, true]);
  });

  it("R21: is free below the trigger, when nothing rings, and while the phone is registered or nobody can tell", () => {
    expect(isFree(idle, 1)).to.equal(true);
    expect(isFree({ ...idle, registered: "unknown" }, 1)).to.equal(true);
    expect(isFree({ ...idle, registered: "no" }, 1)).to.equal(false);
    expect(isFree(ringing, 1)).to.equal(false);
    expect(isFree(offHook, 1)).to.equal(false);
    expect(isFree(inCall, 1)).to.equal(false);
    expect(isFree(inCall, 2)).to.equal(true);
  });

  it("S-13: tells a line that forwards all calls to its voice mail", () => {
    const voicemail = { pilot: "5000" };
    expect(forwardsToVoicemail({ ...idle, forward: { all: "5000" }, voicemail })).to.equal(true);
    expect(forwardsToVoicemail({ ...idle, forward: { all: "2002" }, voicemail })).to.equal(false);
    expect(forwardsToVoicemail({ ...idle, forward: { busy: "5000" }, voicemail })).to.equal(false);
    expect(forwardsToVoicemail({ ...idle, forward: { all: "5000" } })).to.equal(false);
    expect(forwardsToVoicemail(idle)).to.equal(false);
  });
});

describe("line use since activation", () => {
  it("S-27: CCBS takes any free line", () => {
    expect(isReady("ccbs", countUse(idle, false), idle, 1)).to.equal(true);
    expect(isReady("ccbs", countUse(idle, false), inCall, 1)).to.equal(false);
  });

  it("S-28: CCNR waits for a whole cycle, off the hook and on again", () => {
    const start = countUse(idle, false);
    expect(isReady("ccnr", start, idle, 1)).to.equal(false);
    const during = observeUse(start, offHook, false);
    expect(isReady("ccnr", during, offHook, 1)).to.equal(false);
    const after = { ...idle, uses: 1 };
    expect(isReady("ccnr", observeUse(during, after, false), after, 1)).to.equal(true);
  });

  it("sees a cycle that began and ended between two snapshots", () => {
    const after = { ...idle, uses: 3 };
    expect(isReady("ccnr", observeUse(countUse({ ...idle, uses: 2 }, false), after, false), after, 1)).to.equal(true);
  });

  it("S-29: cycles before activation do not count", () => {
    const before = { ...idle, uses: 7 };
    expect(observeUse(countUse(before, false), before, false).used).to.equal(false);
  });

  it("counts a line that is in use at activation: somebody is there", () => {
    expect(countUse(inCall, false).used).to.equal(true);
  });

  it("systems 4.2: ringing alone is no use", () => {
    expect(observeUse(countUse(idle, false), ringing, false).used).to.equal(false);
  });

  it("S-64: a new registration re-arms, and uses in its epoch count from zero", () => {
    const used = observeUse(countUse(idle, false), offHook, false);
    const reset = observeUse(used, { ...idle, epoch: 2, uses: 0 }, false);
    expect(reset).to.deep.equal({ epoch: 2, since: 0, used: false });
    expect(observeUse(reset, { ...idle, epoch: 2, uses: 1 }, false).used).to.equal(true);
    expect(observeUse(used, { ...idle, epoch: 2, uses: 1 }, false).used).to.equal(true);
  });

  it("systems 4.2: what may only ring counts when it began after activation and is over (PIDF)", () => {
    const inUse: LineSnapshot = { ...idle, calls: 1, uses: 1, canDetectUse: false };
    const after: LineSnapshot = { ...inUse, calls: 0 };
    const rung = observeUse(countUse(inUse, false), after, false);
    expect(rung.used, "the call of user A that rang at activation").to.equal(false);
    const again = observeUse(rung, { ...inUse, uses: 2 }, false);
    expect(again.used).to.equal(true);
    expect(isReady("ccnr", again, { ...inUse, uses: 2 }, 1)).to.equal(false);
    expect(isReady("ccnr", again, { ...after, uses: 2 }, 1)).to.equal(true);
  });

  it("systems 4.2: a call of which only the end was seen counts where policy says so", () => {
    const after: LineSnapshot = { ...idle, unseen: 1 };
    expect(observeUse(countUse(idle, false), after, false).used).to.equal(false);
    expect(observeUse(countUse(idle, true), after, true).used).to.equal(true);
    expect(observeUse(countUse(after, true), after, true).used, "before activation").to.equal(false);
  });
});
