import { expect } from "chai";
import { activated, available, World } from "./world.ts";

describe("acceptance, section 5: forwarding", () => {
  /** How B's user may forward to 2003, after 1001 has asked. */
  const kinds = ["forwardAll", "forwardBusy", "forwardNoAnswer"] as const;
  /** In this cluster 77 and a number is the phone itself, whatever its user forwards. */
  const recallPrefix = { cluster: { east: ', recallPrefix: "77"' } };
  const states = (world: World) => [world.phone("2001").state, world.phone("2003").state];

  for (const kind of kinds) {
    it(`S-48 forwarding set after activation is supported: ${kind}`, () => {
      const world = activated(recallPrefix)
        .set("2001", { [kind]: "2003" })
        .hangUp("2001")
        .pass(2_000);
      expect(world.screen("1001")).to.equal("2001 has become available");
      world.press("1001", "dial").answer("2001");
      expect([world.phone("1001").state, ...states(world)]).to.deep.equal(["talking", "talking", "idle"]);
      expect([...world.requests("west"), ...world.requests("east")]).to.deep.equal([]);
    });
  }

  it("S-49 inside a cluster, forwarding set after activation: the call back reaches whom B forwards to", () => {
    const world = new World().talk("1002", "1003").callBack("1001", "1002").pass(100);
    expect(world.screen("1001")).to.equal("CallBack is activated on 1002");
    world.set("1002", { forwardAll: "1003" }).hangUp("1002").hangUp("1003").pass(5_000);
    world.press("1001", "dial");
    expect([world.phone("1002").state, world.phone("1003").state]).to.deep.equal(["idle", "ringing"]);
  });

  it("S-50 over QSIG, before T3: the call back always reaches B, past its forwarding", () => {
    const world = activated(recallPrefix).set("2001", { forwardAll: "2003" }).hangUp("2001").pass(2_000);
    expect(states(world.dial("1002", "2001")), "a plain call is forwarded").to.deep.equal(["idle", "ringing"]);
    world.hangUp("1002").press("1001", "dial");
    expect(states(world)).to.deep.equal(["ringing", "idle"]);
    expect([world.called("east").at(-1), world.phone("1001").state]).to.deep.equal(["772001", "ringback"]);
  });

  it("S-51 over QSIG, after T3: Dial is a plain call, and reaches B or C as B forwards", () => {
    const late = (kind: (typeof kinds)[number]) => {
      const world = available({ ...recallPrefix, between: { west: ", our: { t3: 20s }" } }).pass(25_000);
      return world.set("2001", { [kind]: "2003" });
    };
    const dialled = (world: World) => states(world.press("1001", "dial"));
    expect(dialled(late("forwardAll"))).to.deep.equal(["idle", "ringing"]);
    expect(dialled(late("forwardBusy"))).to.deep.equal(["ringing", "idle"]);
    expect(dialled(late("forwardBusy").talk("2002", "2001"))).to.deep.equal(["talking", "ringing"]);
    const unanswered = late("forwardNoAnswer").press("1001", "dial");
    expect(states(unanswered)).to.deep.equal(["ringing", "idle"]);
    expect(states(unanswered.unanswered("2001"))).to.deep.equal(["idle", "ringing"]);
    expect(unanswered.sent("west")).not.to.include("SETUP ccRingout");
  });
});

describe("acceptance, section 6: suspend and resume", () => {
  /** 1001 has asked, and talks to 1002 when 2001 becomes available. */
  const suspended = (options?: ConstructorParameters<typeof World>[0]) =>
    activated(options).press("1001", "exit").talk("1001", "1002").hangUp("2001").pass(2_000);
  const suspends = (world: World) => world.sent("west").filter((text) => text.endsWith("ccSuspend")).length;
  const resumes = (world: World) => world.sent("west").filter((text) => text.endsWith("ccResume")).length;

  it("S-53 A is busy when B becomes available: ccSuspend", () => {
    expect(suspends(suspended())).to.equal(1);
  });

  it("S-54 on ccSuspend B's side no longer tells of B", () => {
    const world = suspended();
    expect(world.requests("east")).to.deep.equal(["terminating ccbs Suspended"]);
    const told = world.sent("east").length;
    world.talk("2002", "2001").hangUp("2001").pass(10_000);
    expect(
      world
        .sent("east")
        .slice(told)
        .filter((text) => text.includes("cc")),
    ).to.deep.equal([]);
  });

  it("S-55 when A becomes available: ccResume", () => {
    const world = suspended();
    expect(resumes(world)).to.equal(0);
    expect(resumes(world.hangUp("1001").pass(100))).to.equal(1);
  });

  it("S-56 on ccResume B's side watches again, and tells of a free B", () => {
    const world = suspended();
    const told = () => world.sent("east").filter((text) => text.endsWith("ccExecPossible")).length;
    const before = told();
    world.hangUp("1001").pass(5_000);
    expect(told()).to.equal(before + 1);
  });

  it("S-57 while suspended A gets no alert", () => {
    expect(suspended().pass(60_000).phone("1001").sound).to.equal(false);
  });

  it("S-58 while suspended A gets no screen", () => {
    expect(suspended().pass(60_000).screen("1001")).to.equal(undefined);
  });

  it("S-59 after resume, when B becomes available, A gets alert and screen", () => {
    const { screen, sound } = suspended().hangUp("1001").pass(5_000).phone("1001");
    expect([screen?.lines[0], sound]).to.deep.equal(["2001 has become available", true]);
  });

  it("S-60 busy is decided by the busy trigger: 1 suspends, 2 and 4 alert", () => {
    for (const [trigger, count] of [
      [1, 1],
      [2, 0],
      [4, 0],
    ] as const) {
      const world = activated({ cluster: { west: "" }, westTrigger: trigger });
      world.press("1001", "exit").talk("1001", "1002").hangUp("2001").pass(2_000);
      expect(suspends(world), `busy trigger ${trigger}`).to.equal(count);
      expect(world.screen("1001") !== undefined, `busy trigger ${trigger}`).to.equal(count === 0);
    }
  });

  it("S-61 suspend and resume work inside a cluster, over QSIG and over intercluster trunks", () => {
    for (const trunk of ["lapd", "h323"] as const) {
      const world = suspended({ trunk });
      expect(suspends(world), trunk).to.equal(1);
      world.hangUp("1001").pass(5_000);
      expect(world.screen("1001"), trunk).to.equal("2001 has become available");
    }
    const inside = new World().talk("1002", "1003").callBack("1001", "1002").pass(100);
    expect(inside.screen("1001")).to.equal("CallBack is activated on 1002");
    inside.press("1001", "exit").dial("1001", "2001").answer("2001").hangUp("1002").pass(5_000);
    expect(inside.screen("1001")).to.equal(undefined);
    inside.hangUp("1001").pass(5_000);
    expect(inside.screen("1001")).to.equal("1002 has become available");
  });

  it("S-62 suspend and resume work over H.225 trunks with QSIG in their tunnel", () => {
    const world = suspended({ trunk: "h323" });
    expect(suspends(world)).to.equal(1);
    expect(resumes(world.hangUp("1001").pass(5_000))).to.equal(1);
    expect(world.screen("1001")).to.equal("2001 has become available");
  });
});
