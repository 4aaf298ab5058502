import { expect } from "chai";
import { describe, it } from "mocha";
import type { StoredRequest } from "../../../src/completion/record.ts";
import { step } from "./flows.ts";
import * as asA from "./originating-steps.ts";
import * as asB from "./terminating-steps.ts";
import { busy, idle, servingA, servingB, setupIes } from "./world.ts";
import type { Settings, World } from "./world.ts";

const { a } = asA;
const { b } = asB;

/** The process of `before` died after `ms`; another one reads its store, its trunks not up yet. */
function restarted(before: World, make: (settings: Settings) => World, settings: Settings = {}): World {
  const world = make(settings);
  world.now = before.now;
  world.link("east", false);
  world.layer.restore([...before.store.values()]);
  return world;
}

function linkUp(world: World): string[] {
  world.take();
  world.link("east", true);
  return world.take();
}

describe("a clock set back over a restart", () => {
  const hour = 3_600_000;
  const setBack = (before: World, make: (settings: Settings) => World): World => {
    before.now -= 5 * hour;
    const world = restarted(before, make);
    world.link("east", true);
    world.take();
    return world;
  };

  for (const [side, before, make] of [
    ["A", () => asA.retained(), servingA],
    ["B", () => asB.notified(), servingB],
  ] as const) {
    it(`lets T2 of user ${side}'s side run its whole time and no longer: it is the bound`, () => {
      const world = setBack(before(), make);
      world.pass(hour - 1);
      expect(world.take()).to.deep.equal([]);
      world.pass(1);
      expect(world.take().join()).to.contain("ccCancel");
    });
  }
});

describe("records", () => {
  it("are JSON and name everything: state, kind, parties, timers by their due time", () => {
    const world = asA.recalled();
    expect([...world.store.values()]).to.deep.equal([
      {
        request: "r1",
        role: "originating",
        state: "Recall",
        kind: "ccbs",
        user: "west/1001",
        to: "2001",
        cluster: "west",
        trunk: "east",
        setup: "04038090a36c0609833130303170058932303031",
        retainDemanded: true,
        retainService: false,
        reservesPath: false,
        timers: { T2: 3_600_000, T3: 30_000 },
        epoch: 1,
      },
    ] satisfies StoredRequest[]);
    expect([...asB.notified().store.values()]).to.deep.equal([
      {
        request: "r1",
        role: "terminating",
        state: "Notified",
        kind: "ccbs",
        trunk: "east",
        cluster: "west",
        line: "west/2001",
        argument: "3022a00ba5090a0100120431303031a5090a0100120432303031400504038090a38d01ff",
        retainService: false,
        failures: 0,
        timers: { T2: 3_600_000 },
        use: { epoch: 1, since: 0, used: true },
      },
    ] satisfies StoredRequest[]);
  });

  it("are not kept of an offer or of a call that failed", () => {
    const offered = servingA();
    offered.call("west", setupIes("1001", "2001"))?.clear("to", 17);
    expect(offered.states).to.deep.equal([]);
    expect(asB.failedCall().states).to.deep.equal([]);
  });

  it("follow the use of a line that CCNR waits for", () => {
    const world = asB.failedCall();
    world.cis("east", asB.ccnrRequest());
    world.line(b, idle);
    world.line(b, busy);
    expect([...world.store.values()].map((record) => record.role === "terminating" && record.use?.used)).to.deep.equal([
      true,
    ]);
  });
});

describe("originating side after a restart (R26)", () => {
  it("O-Active waits for a SETUP; its T2 goes on", () => {
    const before = asA.released();
    before.pass(600_000);
    const world = restarted(before, servingA);
    world.expect("watch west/1001");
    world.line(a, idle);
    world.link("east", true);
    world.pass(2_000_000);
    world.cis("east", asA.ccExecPossibleSetup());
    world.expect("1 CALL PROCEEDING", "1 CONNECT", "screen west/1001: 2001 has become available (sound)");
    const expired = restarted(before, servingA);
    expired.link("east", true);
    expired.take();
    expired.pass(3_000_000 - 1);
    expired.expect();
    expired.pass(1);
    expired.expect(
      "1 SETUP 1001>2001 ccCancel(1) full 1001>2001",
      "screen west/1001: CallBack on 2001 has expired",
      "unwatch west/1001",
    );
  });

  it("a timer that was due meanwhile fires at once", () => {
    const before = asA.released();
    const world = restarted(before, servingA);
    world.link("east", true);
    world.now += 4_000_000;
    world.take();
    world.pass(0);
    expect(world.take()[0]).to.equal("1 SETUP 1001>2001 ccCancel(1) full 1001>2001");
  });

  it("O-Recall and O-Dialling: T3 starts again once, A sees the screen", () => {
    const dialling = asA.recalled();
    dialling.press(a, "dial");
    for (const before of [asA.recalled(), dialling]) {
      before.pass(10_000);
      const world = restarted(before, servingA);
      world.expect("watch west/1001", "screen west/1001: 2001 has become available (sound)");
      world.press(a, "dial");
      world.link("east", true);
      world.call("west", setupIes("1001", "2001"));
      world.expect("place west/1001 to 2001", "screen west/1001: nothing", "relay east 1001>2001 ccRingout(1)");
      const silent = restarted(before, servingA);
      silent.pass(29_999);
      expect(silent.states).to.deep.equal(["originating Recall"]);
      silent.pass(1);
      expect(silent.states).to.deep.equal([]);
    }
  });

  it("O-Suspended, O-Requested, O-Calling end with a ccCancel SETUP as soon as the trunk is up, and A is told", () => {
    const suspended = asA.retained();
    suspended.line(a, busy);
    suspended.receive(3, "FACILITY", asA.ccExecPossible());
    for (const before of [suspended, asA.asked(), asA.calling().world]) {
      const world = restarted(before, servingA);
      expect(world.take()).to.include("screen west/1001: CallBack on 2001 was lost in a restart");
      expect(linkUp(world)).to.deep.equal(["1 SETUP 1001>2001 ccCancel(1) full 1001>2001"]);
      expect(linkUp(world)).to.deep.equal([]);
      expect(world.states).to.deep.equal([]);
      expect(world.timers).to.equal(0);
    }
  });

  it("O-Clearing: nobody is told, the other side is", () => {
    const before = asA.asked();
    before.press(a, "cancel");
    const world = restarted(before, servingA);
    world.expect();
    expect(linkUp(world)).to.deep.equal(["1 SETUP 1001>2001 ccCancel(1) full 1001>2001"]);
  });

  it("S-14: CallBack shows the activated screen", () => {
    const world = restarted(asA.retained(), servingA);
    world.take();
    world.press(a, "callBack");
    world.expect("screen west/1001: CallBack is activated on 2001");
  });

  it("S-63: the phone of A registered anew meanwhile", () => {
    const world = restarted(asA.released(), servingA);
    world.link("east", true);
    world.take();
    world.line(a, { ...idle, epoch: 2 });
    world.expect("1 SETUP 1001>2001 ccCancel(1) full 1001>2001", "screen west/1001: nothing", "unwatch west/1001");
  });
});

describe("terminating side after a restart (R26)", () => {
  it("T-Monitoring goes on as released", () => {
    for (const before of [asB.retained(), asB.released()]) {
      const world = restarted(before, servingB);
      world.expect("watch west/2001");
      world.link("east", true);
      world.line(b, idle);
      world.pass(3000);
      world.expect("1 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
    }
  });

  it("T-Notified still takes the ccRingout", () => {
    const world = restarted(asB.notified(), servingB);
    world.take();
    world.line(b, idle);
    world.call("east", asB.recallSetup());
    world.expect("relay west 1001>2001 callingName(5)");
  });

  it("T-Suspended tells A anew: he suspends again if he is busy", () => {
    const before = asB.notified();
    before.receive(3, "FACILITY", asB.ccSuspend());
    const world = restarted(before, servingB);
    world.link("east", true);
    world.take();
    world.line(b, idle);
    world.pass(3000);
    world.expect("1 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
    world.receive(1, "CONNECT", asB.ccSuspend());
    expect(world.states).to.deep.equal(["terminating Suspended"]);
  });

  it("T-Requested is forgotten, T-Ringing ends", () => {
    const requested = asB.failedCall();
    requested.cis("east", asB.request());
    const world = restarted(requested, servingB);
    world.expect();
    expect(world.states).to.deep.equal([]);
    const rang = restarted(asB.ringing().world, servingB);
    expect(linkUp(rang)).to.deep.equal(["1 SETUP 2001>1001 ccCancel(1) full 1001>2001"]);
    expect(rang.states).to.deep.equal([]);
  });

  it("R20: a service whose A said no number cannot go on", () => {
    const before = servingB();
    before.cis("east", asB.requestOf("", "2001", { withheld: true }));
    before.line(b, busy);
    const world = restarted(before, servingB);
    world.expect();
    expect(world.states).to.deep.equal([]);
    expect(world.timers).to.equal(0);
  });

  it("CCNR: a use before the restart counts", () => {
    const before = asB.failedCall();
    before.cis("east", asB.ccnrRequest());
    before.line(b, idle);
    before.line(b, busy);
    const world = restarted(before, servingB);
    world.link("east", true);
    world.take();
    world.line(b, { ...idle, uses: 1 });
    world.pass(3000);
    world.expect("1 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
  });

  it("R9: drops what belongs to a neighbour that is no longer configured, and what nobody can read", () => {
    const [record] = asB.retained().store.values();
    if (record?.role !== "terminating") throw new Error("no record");
    const world = servingB();
    const lost: StoredRequest[] = [
      { ...record, request: "x1", trunk: "gone" },
      { ...record, request: "x2", argument: "30zz" },
      { ...record, request: "x3", argument: "3000" },
    ];
    for (const each of lost) world.store.set(each.request, each);
    world.layer.restore(lost);
    world.expect();
    expect(world.states).to.deep.equal([]);
    const told = world.traced.flatMap((entry) => (entry.type === "request" ? [entry.request] : []));
    expect(told).to.deep.equal(["x1", "x2", "x3"]);
  });

  it("counts what it restores against the limits", () => {
    const world = restarted(asB.retained(), servingB, { limits: { requests: 1 } });
    world.link("east", true);
    world.take();
    world.cis("east", asB.requestOf("1002", "2001"));
    world.expect("1 RELEASE COMPLETE 16 error shortTermRejection(7)");
    world.cis("east", step("G7-T2-expiry-atA-release", 10).ies);
    world.take();
    world.cis("east", asB.requestOf("1002", "2001"));
    world.expect("3 CALL PROCEEDING", "watch west/2001");
  });
});
