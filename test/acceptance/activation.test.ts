import { expect } from "chai";
import { metBusy, World } from "./world.ts";

describe("acceptance, section 1: activation", () => {
  it("S-01 a user can be told on the phone when the called line becomes available", () => {
    const world = metBusy().callBack("1001").hangUp("2001").pass(2_000);
    expect(world.screen("1001")).to.equal("2001 has become available");
  });

  it("S-02 works when B is in the same cluster as A", () => {
    const world = new World().talk("1002", "1003").callBack("1001", "1002").pass(100);
    expect(world.screen("1001")).to.equal("CallBack is activated on 1002");
    world.hangUp("1002").pass(5_000);
    expect([world.screen("1001"), world.phone("1001").sound]).to.deep.equal(["1002 has become available", true]);
    world.press("1001", "dial").answer("1002");
    expect([world.phone("1001").state, world.phone("1002").state]).to.deep.equal(["talking", "talking"]);
    expect(world.messages("west", "east")).to.deep.equal([]);
  });

  it("S-03 works over a QSIG trunk to a remote PINX, end to end", () => {
    const world = metBusy().callBack("1001").hangUp("2001").pass(2_000).press("1001", "dial").answer("2001");
    expect([world.phone("1001").state, world.phone("2001").state]).to.deep.equal(["talking", "talking"]);
    expect(world.sent("west")).to.include("SETUP ccbsRequest").and.include("SETUP ccRingout");
    expect([...world.requests("west"), ...world.requests("east")]).to.deep.equal([]);
  });

  it("S-04 works over a QSIG-enabled intercluster trunk, tunnelled in H.225", () => {
    const world = metBusy(new World({ trunk: "h323" }))
      .callBack("1001")
      .hangUp("2001")
      .pass(2_000);
    expect(world.screen("1001")).to.equal("2001 has become available");
    world.press("1001", "dial").answer("2001");
    expect(world.phone("1001").state).to.equal("talking");
  });

  it("S-05 activation is accepted while A hears busy tone: ccbsRequest", () => {
    const world = metBusy();
    expect(world.phone("1001").state).to.equal("busyTone");
    world.callBack("1001");
    expect(world.sent("west")).to.include("SETUP ccbsRequest");
    expect(world.screen("1001")).to.equal("CallBack is activated on 2001");
  });

  it("S-06 activation is accepted while A hears ringback: ccnrRequest, the call goes on ringing", () => {
    const world = new World().dial("1001", "2001").callBack("1001");
    expect(world.sent("west")).to.include("SETUP ccnrRequest");
    expect([world.phone("1001").state, world.phone("2001").state]).to.deep.equal(["ringback", "ringing"]);
    expect(world.screen("1001")).to.equal("CallBack is activated on 2001");
  });

  it("S-07 activation is accepted during the reorder tone that follows the no-answer timer: ccnrRequest", () => {
    const world = new World().dial("1001", "2001").pass(30_000).unanswered("2001");
    expect([world.phone("1001").state, world.phone("1001").cause]).to.deep.equal(["reorderTone", 19]);
    world.callBack("1001");
    expect(world.sent("west")).to.include("SETUP ccnrRequest");
    expect(world.screen("1001")).to.equal("CallBack is activated on 2001");
    world.act("2001", { action: "offhook" }).act("2001", { action: "onhook" }).pass(2_000);
    expect(world.screen("1001")).to.equal("2001 has become available");
  });

  it("S-08 a phone has one request: the same B shows it, another B takes its place once the user confirms", () => {
    const world = metBusy().callBack("1001").press("1001", "exit").dial("1001", "2001").callBack("1001");
    expect(world.screen("1001")).to.equal("CallBack is activated on 2001");
    world.press("1001", "exit").dial("1001", "2002").callBack("1001");
    expect(world.phone("1001").screen?.lines[1]).to.equal("Press CallBack again for 2002 instead");
    expect(world.requests("west").filter((text) => text.endsWith("Active"))).to.have.length(1);
    world.callBack("1001").pass(100);
    expect(world.screen("1001")).to.equal("CallBack is activated on 2002");
    expect(world.requests("west").filter((text) => text.endsWith("Active"))).to.have.length(1);
  });

  it("S-09 a called phone may hold several requests at once", () => {
    const world = metBusy().callBack("1001").dial("1002", "2001").callBack("1002");
    expect(world.requests("east")).to.deep.equal(Array(2).fill("terminating ccbs Monitoring"));
  });

  it("S-10 numbers hold digits only: others are refused in words", () => {
    const world = new World();
    world.give("west", { type: "user", user: "west/1001", press: { key: "callBack", to: "12a4" } });
    expect(world.requests("west")).to.deep.equal([]);
    expect(world.screen("1001")).to.be.a("string");
  });

  it("S-11 a number with # or * is refused for call back", () => {
    for (const number of ["2#01", "*2001"]) {
      const world = new World().dial("1001", number).callBack("1001");
      expect(world.requests("west"), number).to.deep.equal([]);
      expect(world.sent("west").filter((text) => text.includes("Request"))).to.deep.equal([]);
    }
  });

  it("S-12 call back can be switched off for the whole cluster, and the user reads so", () => {
    const world = metBusy(new World({ cluster: { west: ", enabled: false" } })).callBack("1001");
    expect(world.screen("1001")).to.equal("CallBack is switched off");
    expect(world.sent("west")).not.to.include("SETUP ccbsRequest");
  });

  it("S-13 a B that forwards all calls to voice mail cannot be asked for", () => {
    const world = metBusy().overlay("2001", { forward: { all: "2800" }, voicemail: { pilot: "2800" } });
    world.callBack("1001").pass(100);
    expect(world.sent("east").filter((text) => text.includes("error"))).to.have.length(1);
    expect(world.screen("1001")).to.match(/2001 (does not|cannot) take CallBack/);
  });

  it("S-14 CallBack with a request shows its screen again: activated, then has become available", () => {
    const world = metBusy().callBack("1001").press("1001", "exit");
    expect(world.screen("1001")).to.equal(undefined);
    world.callBack("1001");
    expect(world.screen("1001")).to.equal("CallBack is activated on 2001");
    world.hangUp("2001").pass(2_000).press("1001", "exit").callBack("1001");
    expect(world.screen("1001")).to.equal("2001 has become available");
  });
});
