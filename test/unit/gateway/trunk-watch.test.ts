import { expect } from "chai";
import { flapping, type TrunkAlarm, TrunkWatch } from "../../../gateway/trunk-watch.ts";
import type { TraceEntry } from "../../../src/trace.ts";
import { octets } from "../trace/octets.ts";

type Machine = Extract<TraceEntry, { readonly type: "transition" }>["machine"];

describe("the watch over trunks", () => {
  function start() {
    const alarms: [trunk: string, alarm: TrunkAlarm, text: string][] = [];
    const watch = new TrunkWatch((trunk, alarm, text) => alarms.push([trunk, alarm, text]));
    const step = (at: number, machine: Machine, of: string, from: string, to: string, event = "x") =>
      watch.push({ at, type: "transition", machine, of, event, from, to });
    return { alarms, watch, step };
  }
  const [up, down] = ["multiple frame established", "awaiting establishment"];

  it("knows nothing of a trunk that told nothing", () => {
    expect(start().watch.of("east", 0)).to.equal(undefined);
  });

  it("tells up and down of a data link, with how long the other lasted, and no step between", () => {
    const { alarms, watch, step } = start();
    step(1_000, "lapd", "east", "TEI assigned", down);
    step(4_000, "lapd", "east", down, up);
    step(5_000, "lapd", "east", up, "timer recovery");
    step(6_000, "lapd", "east", "timer recovery", up);
    step(64_000, "lapd", "east", up, down);
    expect(alarms).to.deep.equal([
      ["east", "up", "is up (multiple frame established), after 3 s"],
      ["east", "down", "is down (awaiting establishment), after 60 s"],
    ]);
    expect(watch.of("east", 64_000)).to.deep.equal({
      ...{ condition: "down", since: 64_000, state: down, isFlapping: false },
    });
  });

  it("has the states of an h323 trunk as they are; only down is an alarm", () => {
    const { alarms, watch, step } = start();
    watch.startsIdle("east", 0);
    expect(watch.of("east", 0)).to.deep.equal({ condition: "idle", since: 0, state: "idle", isFlapping: false });
    step(1, "h323", "east", "idle", "up");
    step(2, "h323", "east", "up", "failing");
    expect(watch.of("east", 3)).to.include({ condition: "failing", since: 2 });
    step(60_002, "h323", "east", "failing", "down");
    step(70_002, "h323", "east", "down", "idle");
    expect(alarms.map(([, alarm]) => alarm)).to.deep.equal(["down", "up"]);
  });

  it("counts a trunk of several links as up while one is, and associations not at all", () => {
    const { alarms, watch, step } = start();
    step(1, "iua", "east/a", "Down", "Active");
    expect(watch.of("east", 1)).to.equal(undefined);
    step(2, "iua", "east/1", "Released", "Established");
    step(3, "iua", "east/2", "Released", "Established");
    step(4, "iua", "east/1", "Established", "Released");
    expect(watch.of("east", 4)).to.include({ condition: "up", since: 2 });
    step(5, "iua", "east/2", "Established", "Released");
    expect(alarms.map(([trunk, alarm]) => `${trunk} ${alarm}`)).to.deep.equal(["east up", "east down"]);
  });

  it("takes SIP for up while it is asked for a sign of life", () => {
    const { watch, step } = start();
    step(1, "sip", "east", "Asking", "Up");
    step(2, "sip", "east", "Up", "Up, asking");
    expect(watch.of("east", 2)).to.include({ condition: "up", since: 1 });
  });

  it(`calls it flapping at ${flapping.downs} times down, not at one fewer, nor when they lie further apart`, () => {
    for (const [downs, apartMs, expected] of [
      [flapping.downs, 1_000, 1],
      [flapping.downs - 1, 1_000, 0],
      [flapping.downs, flapping.withinMs / (flapping.downs - 1) + 1, 0],
    ] as const) {
      const { alarms, watch, step } = start();
      for (let count = 0; count < downs; count += 1) {
        step(count * apartMs, "lapd", "east", down, up);
        step(count * apartMs + 1, "lapd", "east", up, down);
      }
      expect(alarms.filter(([, alarm]) => alarm === "flapping")).to.have.length(expected);
      const last = (downs - 1) * apartMs + 1;
      expect(watch.of("east", last)?.isFlapping).to.equal(expected === 1);
      expect(watch.of("east", last + flapping.withinMs)?.isFlapping).to.equal(false);
    }
  });

  it("tells that the peer has restarted: by RESTART, and by SABME on a data link that stands", () => {
    const { alarms, watch, step } = start();
    const restart = { at: 1, type: "message", trunk: "east", octets: octets("0802000046790187") } as const;
    watch.push({ ...restart, direction: "in" });
    watch.push({ ...restart, direction: "out" });
    watch.push({ ...restart, direction: "in", octets: octets("080200004e") });
    step(1, "lapd", "west", down, up);
    step(2, "lapd", "west", up, up, "SABME");
    step(3, "lapd", "west", up, up, "I");
    expect(alarms.filter(([, alarm]) => alarm === "restarted")).to.deep.equal([
      ["east", "restarted", "has a peer that restarted: RESTART"],
      ["west", "restarted", "has a peer that restarted: SABME on a data link that stands"],
    ]);
  });
});
