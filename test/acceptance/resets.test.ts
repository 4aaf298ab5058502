import { expect } from "chai";
import { activated, metBusy, World } from "./world.ts";

describe("acceptance, section 7: resets and mobility", () => {
  it("S-63 the originating phone is reset: the call back is cancelled by itself, without alert or screen", () => {
    const world = activated().press("1001", "exit").reset("1001").pass(1_000);
    expect(world.sent("west").filter((text) => text.endsWith("ccCancel"))).to.have.length(1);
    expect([...world.requests("west"), ...world.requests("east")]).to.deep.equal([]);
    world.hangUp("2001").pass(5_000);
    expect([world.screen("1001"), world.phone("1001").sound]).to.deep.equal([undefined, false]);
  });

  it("S-64 the called phone is reset: the call back stands, and A is alerted when B is available later", () => {
    const world = activated().press("1001", "exit").reset("2001").pass(10);
    expect(world.requests("east")).to.have.length(1);
    world.act("2001", { action: "offhook" }).act("2001", { action: "onhook" }).pass(2_000);
    expect(world.screen("1001")).to.equal("2001 has become available");
  });

  it("S-70 another user logs in at a phone: requests tied to it are cancelled, as caller and as called", () => {
    const caller = metBusy(new World().overlay("1001", { user: "anna" })).callBack("1001");
    caller.overlay("1001", { user: "ben" }).pass(1_000);
    expect([...caller.requests("west"), ...caller.requests("east")]).to.deep.equal([]);
    const called = metBusy(new World().overlay("2001", { user: "dora" })).callBack("1001");
    called.overlay("2001", {}).pass(1_000);
    expect([...called.requests("west"), ...called.requests("east")]).to.deep.equal([]);
  });
});

describe("acceptance, section 8: timers", () => {
  const options = { between: { west: ", our: { t1: 5s, t3: 20s }" } };
  const told = () => activated(options).hangUp("2001").pass(2_000);

  it("S-71 T3 starts when A is told", () => {
    const world = activated(options).pass(60_000);
    expect(world.requests("west")).to.deep.equal(["originating ccbs Active"]);
    world.hangUp("2001").pass(2_000);
    const [request] = world.stored("west");
    const due = request?.timers.T3 ?? 0;
    expect(due - world.now).to.be.within(18_000, 20_000);
  });

  it("S-72 A does not complete the call before T3 expires: the call back is cancelled", () => {
    const world = told().pass(25_000);
    expect(world.sent("west").filter((text) => text.endsWith("ccCancel"))).to.have.length(1);
    expect([...world.requests("west"), ...world.requests("east")]).to.deep.equal([]);
  });

  it("S-73 after T3 the phone still states that B is available", () => {
    expect(told().pass(25_000).screen("1001")).to.equal("2001 has become available");
  });

  it("S-74 after T3 A can still dial B, as an ordinary call", () => {
    const world = told().pass(25_000).press("1001", "dial");
    expect(world.phone("2001").state).to.equal("ringing");
    expect(world.sent("west")).not.to.include("SETUP ccRingout");
  });

  it("S-75 T1 supervises the request: without an answer activation fails, and the user reads so", () => {
    const world = metBusy(new World(options)).deaf("east").callBack("1001").pass(4_000);
    expect(world.requests("west").some((text) => text.endsWith("Requested"))).to.equal(true);
    world.pass(2_000);
    expect(world.screen("1001")).to.equal("CallBack failed: no answer about 2001");
  });
});
