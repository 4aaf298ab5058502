import { expect } from "chai";
import type { LineSnapshot } from "../../../src/lines/line.ts";
import { busy, idle } from "./network.ts";
import { dialog, OneCore } from "./one-core.ts";

/** A is 2001 and B 2002, both in `west`: their calls never reach the gateway. */
const [a, b, c] = ["2001", "2002", "2003"] as const;
const free: LineSnapshot = { ...idle, dialogs: [] };
const inCall = (...dialogs: NonNullable<LineSnapshot["dialogs"]>): LineSnapshot => ({
  ...busy,
  calls: dialogs.filter(({ state, direction }) => state === "confirmed" || direction === "initiator").length,
  ringingIn: dialogs.filter(({ state, direction }) => state === "early" && direction === "recipient").length,
  dialogs,
});
const ask = { key: "callBack", to: b } as const;

/** B is busy with somebody else, and A has asked for call back by B's number. */
function asked(more?: string): OneCore {
  const core = new OneCore(more).press(a, ask);
  core.see(b, inCall(dialog("x", "initiator", "confirmed", "9"))).pass(10);
  core.see(a, free).pass(10);
  return core;
}

/** B is free and A was told. */
function told(more?: string): OneCore {
  const core = asked(more).see(b, free);
  core.pass(10);
  return core;
}

/** A has pressed Dial and his phone calls B. */
function dialled(more?: string): OneCore {
  const core = told(more).press(a, { key: "dial" }).placedOk(true);
  return core.see(a, inCall(dialog("d", "initiator", "trying", b)));
}

describe("call back inside one cluster (R15)", () => {
  it("S-02: a busy B who becomes free is told, Dial calls him, and the answer ends it", () => {
    const core = asked();
    expect(core.screen(a)).to.equal("CallBack is activated on 2002");
    expect(core.states).to.deep.equal(["originating ccbs Active", "terminating ccbs Monitoring"]);
    core.see(b, free).pass(10);
    expect(core.screen(a)).to.equal("2002 has become available");
    core.press(a, { key: "dial" });
    expect(core.placed.map(({ user, to }) => `${user} ${to}`)).to.deep.equal(["west/2001 2002"]);
    core.placedOk(true).see(a, inCall(dialog("d", "initiator", "early", b)));
    core.see(b, inCall(dialog("d", "recipient", "early", a)));
    expect(core.states).to.deep.equal(["originating ccbs Calling", "terminating ccbs Ringing"]);
    core.see(a, inCall(dialog("d", "initiator", "confirmed", b)));
    core.see(b, inCall(dialog("d", "recipient", "confirmed", a)));
    core.pass(10);
    core.expectClean();
    expect(core.words("gateway")).to.include("completed: user B answered");
  });

  it("kind: B who is free when A asks must be used first (CCNR), B who is busy need not (CCBS)", () => {
    const core = new OneCore().press(a, ask).see(b, free).see(a, free);
    core.pass(10_000);
    expect(core.states).to.deep.equal(["originating ccnr Active", "terminating ccnr Monitoring"]);
    expect(core.screen(a)).to.equal("CallBack is activated on 2002");
    core
      .see(b, { ...busy, uses: 2 })
      .see(b, { ...free, uses: 2 })
      .pass(10);
    expect(core.screen(a)).to.equal("2002 has become available");
  });

  it("CCNR runs its own T2 on both sides", () => {
    const core = new OneCore().press(a, ask).see(b, free).see(a, free);
    core.pass(60 * 60_000 + 1000);
    expect(core.states).to.have.length(2);
    core.pass(135 * 60_000);
    core.expectClean();
    expect(core.screen(a)).to.equal("CallBack on 2002 has expired");
  });

  it("both lines answered within 2 s are one call, though their dialogs have other names", () => {
    const answeredAfter = (ms: number) => {
      const core = dialled().see(a, inCall(dialog("d", "initiator", "confirmed", b)));
      core.pass(ms);
      core.see(b, inCall(dialog("e", "recipient", "confirmed", a)));
      return core.states;
    };
    expect(answeredAfter(2000)).to.deep.equal([]);
    expect(answeredAfter(2001)).to.deep.equal(["originating ccbs Calling", "terminating ccbs Ringing"]);
    const bFirst = dialled().see(b, inCall(dialog("e", "recipient", "confirmed", a)));
    bFirst.pass(1999);
    expect(bFirst.see(a, inCall(dialog("d", "initiator", "confirmed", b))).states).to.deep.equal([]);
  });

  it("a call that somebody else picks up is none: A hangs up and it is over", () => {
    const core = dialled().see(a, inCall(dialog("d", "initiator", "early", b)));
    core.see(a, inCall(dialog("d", "initiator", "confirmed", b)));
    core.pass(5000);
    core.see(a, free).pass(10);
    core.expectClean();
    expect(core.words("gateway")).to.include("the recall was cleared: cause 16");
  });

  it("S-49: the recall that user B's forwarding takes to C reaches C, and is fulfilled there", () => {
    const forwarding = { ...free, forward: { all: c } };
    const core = told().see(b, forwarding).press(a, { key: "dial" });
    core.placedOk(true).see(a, inCall(dialog("d", "initiator", "early", c)));
    expect(core.states).to.include("originating ccbs Calling");
    core.see(a, inCall(dialog("d", "initiator", "confirmed", c))).pass(10);
    core.expectClean();
  });

  it("S-49: forwarding set after activation, told by the number that the call goes to", () => {
    const core = dialled().see(a, inCall(dialog("d", "initiator", "confirmed", c)));
    core.pass(10);
    core.expectClean();
  });

  it("B is busy again: A is told and may press CallBack once more", () => {
    const core = dialled().see(b, inCall(dialog("y", "initiator", "confirmed", "9")));
    core.see(a, free).pass(10);
    expect(core.screen(a)).to.equal("2002 is busy again");
    expect(core.states).to.deep.equal([]);
    core
      .press(a, { key: "callBack" })
      .see(b, inCall(dialog("y", "initiator", "confirmed", "9")))
      .pass(10);
    expect(core.screen(a)).to.equal("CallBack is activated on 2002");
  });

  it("a service that both sides keep outlives busy again", () => {
    const core = dialled(", our: { retainService: true }").see(b, inCall(dialog("y", "initiator", "confirmed", "9")));
    core.see(a, free).pass(10);
    expect(core.screen(a)).to.equal("2002 is busy again: CallBack goes on");
    expect(core.states).to.deep.equal(["originating ccbs Active", "terminating ccbs Monitoring"]);
    core.see(b, free).pass(10);
    expect(core.screen(a)).to.equal("2002 has become available");
  });

  it("A hangs up before anybody answers: the service is over", () => {
    const core = dialled().see(a, inCall(dialog("d", "initiator", "early", b)));
    core.see(a, free).pass(10);
    core.expectClean();
  });

  it("R3: T_DIAL without a call gives A the screen back", () => {
    const core = told().press(a, { key: "dial" }).placedOk(true);
    core.pass(15_001);
    expect(core.states).to.include("originating ccbs Recall");
    const refusing = told().press(a, { key: "dial" }).placedOk(false);
    expect(refusing.screen(a)).to.equal("Your phone could not place the call");
    expect(refusing.states).to.include("originating ccbs Recall");
  });

  it("S-33, S-34: a call to B by hand changes nothing, a call that was there before Dial is not the recall", () => {
    const core = told().see(a, inCall(dialog("h", "initiator", "early", b)));
    expect(core.states).to.include("originating ccbs Recall");
    core
      .press(a, { key: "dial" })
      .placedOk(true)
      .see(a, inCall(dialog("h", "initiator", "confirmed", b)));
    expect(core.states).to.include("originating ccbs Dialling");
    const other = told().press(a, { key: "dial" }).placedOk(true);
    other.see(a, inCall(dialog("o", "initiator", "early", "9"))).see(a, inCall(dialog("i", "recipient", "early", b)));
    expect(other.states).to.include("originating ccbs Dialling");
  });

  it("dialByHand: the next call to B is the recall", () => {
    const core = told(", dialByHand: true").see(a, inCall(dialog("h", "initiator", "early", b)));
    expect(core.states).to.deep.equal(["originating ccbs Calling", "terminating ccbs Ringing"]);
  });

  it("S-61: A is busy when B becomes free: suspended, nothing is shown, and resumed", () => {
    const core = asked()
      .see(a, inCall(dialog("z", "initiator", "confirmed", "9")))
      .see(b, free);
    core.pass(10);
    expect(core.states).to.deep.equal(["originating ccbs Suspended", "terminating ccbs Suspended"]);
    expect(core.screen(a)).to.equal("CallBack is activated on 2002");
    core.see(a, free).pass(10);
    expect(core.screen(a)).to.equal("2002 has become available");
  });

  it("a monitor without dialogs: fulfilled at Dial, and the timeline says so", () => {
    const core = new OneCore().press(a, ask).see(b, busy).see(a, idle).see(b, idle);
    core.pass(10);
    core.press(a, { key: "dial" }).placedOk(true).pass(10);
    core.expectClean();
    expect(core.words("gateway")).to.include("completed at Dial: completion not observable");
  });

  it("S-13, S-63: B who forwards to voice mail is refused, a phone of A that registers anew cancels", () => {
    const core = new OneCore()
      .press(a, ask)
      .see(b, { ...free, forward: { all: "2900" }, voicemail: { pilot: "2900" } });
    core.pass(10);
    core.expectClean();
    expect(core.screen(a)).to.equal("2002 does not take CallBack");
    expect(core.words("gateway")).to.include("refused: 2002 forwards all calls to voice mail");
    const reset = asked().see(a, { ...free, epoch: 2 });
    reset.pass(10);
    reset.expectClean();
  });

  it("refuses a number that nobody has, and one's own", () => {
    const core = new OneCore().press(a, { key: "callBack", to: "9999" });
    expect(core.screen(a)).to.equal("No call for CallBack");
    core.press(a, { key: "callBack", to: a });
    core.expectClean();
  });

  it("S-08: another B replaces the request when CallBack is pressed a second time", () => {
    const core = asked().press(a, { key: "callBack", to: c });
    expect(core.screen(a)).to.equal("CallBack is activated on 2002");
    core.press(a, { key: "callBack", to: c }).see(c, busy).pass(10);
    expect(core.screen(a)).to.equal("CallBack is activated on 2003");
    expect(core.states).to.have.length(2);
  });

  it("S-23: Cancel ends both sides", () => {
    const core = asked().press(a, { key: "cancel" });
    core.pass(10);
    core.expectClean();
    expect(core.words("gateway")).to.include("user A's side ended the service");
  });

  it("outlives a restart: B who is free is told anew", () => {
    const core = asked();
    core.restart("gateway");
    core.see(b, inCall(dialog("x", "initiator", "confirmed", "9"))).see(a, free);
    expect(core.states).to.deep.equal(["originating ccbs Active", "terminating ccbs Monitoring"]);
    core.see(b, free).pass(10);
    expect(core.screen(a)).to.equal("2002 has become available");
  });
});

describe("a call inside the cluster that failed, as its monitor tells (R15)", () => {
  const failed = (cause: number, alerted: boolean, to: string = b) => {
    const core = new OneCore();
    core.give("gateway", { type: "callFailed", call: { line: `west/${a}`, to, cause, alerted } });
    return core.press(a, { key: "callBack" });
  };

  it("S-05, S-07: it is offered, as a busy one or as one that nobody answered, whatever the line says later", () => {
    const atBusy = failed(17, false).see(b, free).see(a, free);
    expect(atBusy.states[0]).to.match(/^originating ccbs/);
    const unanswered = failed(19, true).see(b, busy).see(a, free);
    expect(unanswered.states).to.deep.equal(["originating ccnr Active", "terminating ccnr Monitoring"]);
  });

  it("ends the recall that Dial led to, whether or not its dialog was seen", () => {
    for (const isSeen of [false, true]) {
      const core = told()
        .see(b, inCall(dialog("y", "initiator", "confirmed", "9")))
        .press(a, { key: "dial" });
      core.placedOk(true);
      if (isSeen) core.see(a, inCall(dialog("d", "initiator", "trying", b)));
      core.give("gateway", { type: "callFailed", call: { line: `west/${a}`, to: b, cause: 17, alerted: false } });
      core.see(a, free).pass(10);
      expect(core.screen(a)).to.equal("2002 is busy again");
      expect(core.states).to.deep.equal([]);
    }
    const gone = told().press(a, { key: "dial" }).placedOk(true);
    gone.give("gateway", { type: "callFailed", call: { line: `west/${a}`, to: b, cause: 1, alerted: false } });
    expect(gone.screen(a)).to.equal("2002 cannot be reached");
    const other = told().press(a, { key: "dial" }).placedOk(true);
    other.give("gateway", { type: "callFailed", call: { line: `west/${a}`, to: c, cause: 17, alerted: false } });
    expect(other.states).to.include("originating ccbs Dialling");
  });

  it("what neither rang nor was busy, and what crosses a trunk, is no offer", () => {
    for (const core of [failed(1, false), failed(17, false, "3001"), failed(17, false, "9")]) {
      expect(core.screen(a)).to.equal("No call for CallBack");
      core.expectClean();
    }
  });

  it("the offer lasts as long as that of any call", () => {
    const core = new OneCore();
    core.give("gateway", { type: "callFailed", call: { line: `west/${a}`, to: b, cause: 17, alerted: false } });
    core.pass(25_001);
    core.press(a, { key: "callBack" });
    expect(core.screen(a)).to.equal("No call for CallBack");
  });
});
