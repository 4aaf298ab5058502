import { expect } from "chai";
import { activated, World } from "./world.ts";

/** 1001 has asked for call back on 2001, which did not answer. */
function unanswered(): World {
  return new World().dial("1001", "2001").callBack("1001").hangUp("1001").pass(2_000);
}

describe("acceptance, section 3: what becomes available means", () => {
  it("S-27 after busy, B is available when the phone goes on hook", () => {
    const world = activated().pass(60_000);
    expect(world.screen("1001")).to.equal("CallBack is activated on 2001");
    world.hangUp("2001").pass(2_000);
    expect(world.screen("1001")).to.equal("2001 has become available");
  });

  it("S-28 after no answer, B is available only after off hook and on hook: ringing again is not enough", () => {
    const world = unanswered().dial("1002", "2001").hangUp("1002").pass(60_000);
    expect(world.screen("1001")).to.equal("CallBack is activated on 2001");
    world.act("2001", { action: "offhook" }).pass(2_000);
    expect(world.screen("1001")).to.equal("CallBack is activated on 2001");
    world.act("2001", { action: "onhook" }).pass(2_000);
    expect(world.screen("1001")).to.equal("2001 has become available");
  });

  it("S-29 cycles before activation do not count", () => {
    const world = new World().dial("1001", "2001").hangUp("1001");
    world.act("2001", { action: "offhook" }).act("2001", { action: "onhook" }).pass(5_000);
    world.callBack("1001").pass(60_000);
    expect(world.screen("1001")).to.equal("CallBack is activated on 2001");
  });

  it("S-30 a phone without hook states: it has called out and gone on hook", () => {
    const world = unanswered().overlay("2001", { offhook: false });
    world.dial("2001", "2002").pass(2_000);
    expect(world.screen("1001")).to.equal("CallBack is activated on 2001");
    world.hangUp("2001").pass(2_000);
    expect(world.screen("1001")).to.equal("2001 has become available");
  });

  it("S-31 a route point that forwards to a phone can be called back: the monitor shows that phone", () => {
    const world = new World().alias("2003", "2001").set("2003", { forwardAll: "2001" });
    world.talk("2002", "2001").dial("1001", "2003").callBack("1001");
    expect(world.screen("1001")).to.equal("CallBack is activated on 2003");
    world.hangUp("2001").pass(2_000);
    expect(world.screen("1001")).to.equal("2003 has become available");
    expect(world.press("1001", "dial").phone("2001").state).to.equal("ringing");
  });

  it("S-32 hook cycles of B while the service is suspended do not alert A; monitoring restarts at resume", () => {
    const world = activated().press("1001", "exit").talk("1001", "1002").hangUp("2001").pass(2_000);
    expect(world.requests("east")).to.deep.equal(["terminating ccbs Suspended"]);
    world.talk("2002", "2001").hangUp("2001").pass(5_000);
    expect(world.screen("1001")).to.equal(undefined);
    world.hangUp("1001").pass(5_000);
    expect(world.screen("1001")).to.equal("2001 has become available");
  });
});
