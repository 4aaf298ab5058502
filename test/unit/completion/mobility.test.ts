import { expect } from "chai";
import { describe, it } from "mocha";
import * as asA from "./originating-steps.ts";
import * as asB from "./terminating-steps.ts";
import { busy, idle } from "./world.ts";

/** Extension mobility: the user of a phone logs in or out. */
describe("S-70: another user at the phone cancels every request that is tied to it", () => {
  it("of the caller: who was there first is who asked", () => {
    const world = asA.asked();
    world.receive(3, "CALL PROCEEDING");
    world.receive(3, "CONNECT", asA.result());
    world.line(asA.a, { ...idle, user: "anna" });
    world.line(asA.a, { ...busy, user: "anna" });
    expect(world.states).to.deep.equal(["originating Active"]);
    world.take();
    world.line(asA.a, { ...idle, user: "carla" });
    world.expect("3 RELEASE 16 ccCancel(2)", "screen west/1001: nothing", "unwatch west/1001");
  });

  it("of the caller: a login where nobody was, and a logout", () => {
    const login = asA.retained();
    login.line(asA.a, { ...idle, user: "carla" });
    expect(login.states).to.deep.equal([]);
  });

  it("of the called: login and logout, while a reset keeps the request (S-64)", () => {
    const logout = asB.failedCall();
    logout.cis("east", asB.request());
    logout.line(asB.b, { ...busy, user: "dora" });
    logout.line(asB.b, { ...busy, user: "dora", epoch: 2 });
    expect(logout.states).to.deep.equal(["terminating Monitoring"]);
    logout.take();
    logout.line(asB.b, busy);
    logout.expect("3 RELEASE 16 ccCancel(1)", "unwatch west/2001");
    const login = asB.retained();
    login.line(asB.b, { ...busy, user: "dora" });
    expect(login.states).to.deep.equal([]);
  });
});
