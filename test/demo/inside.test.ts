import { expect } from "chai";
import { cluster, GatewayUnderTest } from "../libpri/gateway-under-test.ts";

const { anna, ben } = cluster;

/** Two phones of one cluster in real time; nothing is behind the other trunk. */
describe("call back inside the demo cluster (S-02)", () => {
  let gateway: GatewayUnderTest;

  beforeEach(async () => {
    gateway = await GatewayUnderTest.start("network");
  });
  afterEach(() => gateway.stop());

  it("Ben is busy: Anna asks after the call failed, is told, dials, and both talk", async () => {
    gateway.act(ben, { action: "offhook" });
    gateway.act(anna, { action: "dial", to: ben });
    await gateway.phoneWhen(anna, ({ state }) => state === "busyTone");
    gateway.act(anna, { action: "callBack" });
    await gateway.screen(anna, "activated");
    expect(gateway.requests().map(({ kind }) => kind)).to.deep.equal(["ccbs", "ccbs"]);
    gateway.act(ben, { action: "onhook" });
    await gateway.screen(anna, "available");
    gateway.act(anna, { action: "press", key: "dial" });
    await gateway.phoneWhen(ben, ({ state }) => state === "ringing");
    gateway.act(ben, { action: "answer" });
    await gateway.phoneWhen(anna, ({ state, screen }) => state === "talking" && screen === null);
    expect(gateway.requests()).to.deep.equal([]);
    const reasons = gateway.entries().flatMap((entry) => ("reason" in entry ? [entry.reason] : []));
    expect(reasons).to.include("completed: user B answered");
  });

  it("S-06, S-28: Ben does not answer: Anna asks while it rings, and is told when Ben has used the phone", async () => {
    gateway.act(anna, { action: "dial", to: ben });
    await gateway.phoneWhen(anna, ({ state }) => state === "ringback");
    gateway.act(anna, { action: "callBack", to: ben });
    await gateway.screen(anna, "activated");
    gateway.act(anna, { action: "hangup" });
    expect(gateway.requests().map(({ kind }) => kind)).to.deep.equal(["ccnr", "ccnr"]);
    gateway.act(ben, { action: "offhook" });
    gateway.act(ben, { action: "onhook" });
    await gateway.screen(anna, "available");
    gateway.act(anna, { action: "press", key: "cancel" });
    await gateway.screen(anna, null);
    expect(gateway.requests()).to.deep.equal([]);
  });

  it("Ben is busy again when Anna dials: she may ask once more", async () => {
    gateway.act(ben, { action: "offhook" });
    gateway.act(anna, { action: "callBack", to: ben });
    await gateway.screen(anna, "activated");
    gateway.act(ben, { action: "onhook" });
    await gateway.screen(anna, "available");
    gateway.act(ben, { action: "offhook" });
    gateway.act(anna, { action: "press", key: "dial" });
    const { screen } = await gateway.screen(anna, "notice");
    expect(screen?.lines[0]).to.equal(`${ben} is busy again`);
    expect(gateway.requests()).to.deep.equal([]);
  });
});
