import { expect } from "chai";
import { bChannelElement, causeElement } from "../../../codecs/index.ts";
import { busy, idle } from "./network.ts";
import { atSouth, atWest, OneCore } from "./one-core.ts";

/** A is 2001 in `west`, B 3001 in `south`: the gateway serves both, and their calls cross it. */
const [a, b] = ["2001", "3001"] as const;

/** A's call met a busy B, and A asked. */
function asked(more?: string): OneCore {
  const core = new OneCore(more);
  core.busyAt(core.call(a, b)).press(a, { key: "callBack" }).see(b, busy).see(a, idle);
  core.pass(10);
  return core;
}

function told(more?: string): OneCore {
  const core = asked(more).see(b, idle);
  core.pass(10);
  return core;
}

/** The recall and its number at both trunks. */
function recalled(core: OneCore): number {
  core.press(a, { key: "dial" });
  return core.call(a, b);
}

/** Messages on B's trunk since `from`. */
function toB(core: OneCore, from: number): string[] {
  return core.carried
    .slice(from)
    .filter(({ by }) => by.trunk === atSouth.trunk)
    .map(({ message }) => `${message.message}`);
}

describe("two clusters that the gateway serves itself", () => {
  it("S-01, S-05: asked, told, dialled and answered, and no APDU crosses a trunk", () => {
    const core = told();
    expect(core.screen(a)).to.equal("3001 has become available");
    const from = core.carried.length;
    const at = recalled(core);
    expect(toB(core, from)).to.deep.equal(["SETUP"]);
    core.cluster(atSouth, at, 1, "ALERTING", [bChannelElement(30)]);
    expect(core.states).to.deep.equal(["originating ccbs Calling", "terminating ccbs Ringing"]);
    core.cluster(atSouth, at, 1, "CONNECT");
    core.pass(10);
    core.expectClean();
    expect(core.words("gateway").filter((word) => word === "completed: user B answered")).to.have.length(2);
  });

  it("S-06: an unanswered call is one for CCNR", () => {
    const core = new OneCore();
    const at = core.call(a, b);
    core.cluster(atSouth, at, 1, "ALERTING", [bChannelElement(30)]);
    core
      .press(a, { key: "callBack" })
      .see(b, { ...idle, ringingIn: 1 })
      .see(a, idle);
    expect(core.states).to.deep.equal(["originating ccnr Active", "terminating ccnr Monitoring"]);
  });

  it("R5: a B whose line is busy when A dials is not called: A's call is cleared with 17, both sides end", () => {
    const core = told().see(b, busy);
    const from = core.carried.length;
    recalled(core);
    core.pass(10);
    expect(toB(core, from)).to.deep.equal([]);
    const last = core.carried.at(-1);
    expect([last?.by.trunk, last?.message.message]).to.deep.equal([atWest.trunk, "DISCONNECT"]);
    core.expectClean();
    expect(core.screen(a)).to.equal("3001 is busy again");
  });

  it("B's cluster says busy: the same, and a service that both sides keep goes on", () => {
    const core = told();
    core.busyAt(recalled(core)).pass(10);
    core.expectClean();
    expect(core.screen(a)).to.equal("3001 is busy again");
    const kept = told(", our: { retainService: true }");
    kept.busyAt(recalled(kept)).pass(10);
    expect(
      kept.screens
        .get("gateway/west/2001")
        ?.map((shown) => shown?.lines[0])
        .slice(-3),
    ).to.deep.equal([
      undefined,
      "3001 is busy again: CallBack goes on",
      // His line has said that he is free all the time.
      "3001 has become available",
    ]);
    expect(kept.states).to.deep.equal(["originating ccbs Recall", "terminating ccbs Notified"]);
  });

  it("S-39: B cannot be reached", () => {
    const core = told();
    const at = recalled(core);
    core.cluster(atSouth, at, 1, "RELEASE COMPLETE", [causeElement(1)]);
    core.pass(10);
    core.expectClean();
    expect(core.screen(a)).to.equal("3001 cannot be reached");
  });

  it("S-33: a call by hand is an ordinary one", () => {
    const core = told();
    const at = core.call(a, b);
    core.cluster(atSouth, at, 1, "CONNECT", [bChannelElement(30)]);
    expect(core.states).to.deep.equal(["originating ccbs Recall", "terminating ccbs Notified"]);
  });

  it("R3: the call went another way than past the gateway: completed by another route", () => {
    const core = told().press(a, { key: "dial" });
    const dialogs = [{ id: "1", direction: "initiator", state: "confirmed", remote: b }] as const;
    core.see(a, { ...busy, dialogs: dialogs.map((each) => ({ ...each, state: "early" as const })) });
    expect(core.states).to.include("originating ccbs Dialling");
    core.see(a, { ...busy, dialogs }).pass(10);
    core.expectClean();
    expect(core.words("gateway")).to.include("completed by another route");
  });

  it("S-50: the recall goes with the prefix that ignores forwarding", () => {
    const core = told(', recallPrefix: "77"');
    recalled(core);
    const last = core.carried.filter(({ by }) => by.trunk === atSouth.trunk).at(-1);
    expect(Buffer.from(last?.octets ?? []).toString("latin1")).to.include("773001");
  });
});
