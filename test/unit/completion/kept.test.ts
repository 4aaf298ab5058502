import { expect } from "chai";
import { describe, it } from "mocha";
import { reading } from "../../../src/completion/kept-octets.ts";
import { dueOf, type RunningTimer, timersDue, timersRunning } from "../../../src/completion/running-timers.ts";
import { withoutTimer } from "../../../src/held-timers.ts";

describe("completion: what a service keeps", () => {
  it("reads kept octets once while they are asked for, and again after others were", () => {
    const read: string[] = [];
    const sum = reading((octets) => {
      read.push([...octets].join());
      return octets.reduce((total, octet) => total + octet, 0);
    });
    expect([sum("0102"), sum("0102"), sum("03"), sum("0102")]).to.deep.equal([3, 3, 3, 3]);
    expect(read).to.deep.equal(["1,2", "3"]);
    for (let octet = 0x10; octet < 0x18; octet += 1) sum(octet.toString(16));
    expect(sum("0102")).to.equal(3);
    expect(read.at(-1)).to.equal("1,2");
  });

  it("reads what is no hex as nothing", () => {
    expect(reading((octets) => octets.length)("0g")).to.equal(0);
  });

  it("knows its running timers by name, in the order they were started", () => {
    const t2: RunningTimer = { of: "r-1", name: "T2", at: 300, also: undefined };
    const t1: RunningTimer = { of: "r-1", name: "T1", at: 10, also: t2 };
    const running: RunningTimer = { of: "r-1", name: "T3", at: 20, also: t1 };
    expect([dueOf(running, "T1"), dueOf(running, "T4"), dueOf(undefined, "T2")]).to.deep.equal([
      10,
      undefined,
      undefined,
    ]);
    expect(timersRunning(running)).to.deep.equal(["T2", "T1", "T3"]);
    expect(Object.entries(timersDue(running))).to.deep.equal([
      ["T2", 300],
      ["T1", 10],
      ["T3", 20],
    ]);
    expect(withoutTimer(running, "T_BUSY")).to.equal(running);
    expect(withoutTimer(running, "T1")).to.equal(running);
    expect(timersDue(running)).to.deep.equal({ T2: 300, T3: 20 });
    expect(withoutTimer(running, "T3")).to.equal(t2);
    expect(withoutTimer(t2, "T2")).to.equal(undefined);
  });
});
