import { expect } from "chai";
import { channelIdentification, element, find } from "../../../codecs/index.ts";
import { shift } from "../../../codecs/q931/ie/shift.ts";
import { transitCounter } from "../../../codecs/q931/ie/transit-counter.ts";
import { messagesHeldPerConnection } from "../../../src/connection/limits.ts";
import { facilityElement } from "../connection/bench.ts";
import { cleared, from, message, setup, world } from "./relay-world.ts";

describe("relay", () => {
  it("answers a bearer SETUP with CALL PROCEEDING and sends it on with a channel of the other trunk", () => {
    const { relay, sent } = world();
    const call = relay.setup(setup("2001"));
    expect(sent.map(({ to, what }) => `${to} ${what}`)).to.deep.equal(["1 CALL PROCEEDING", "101 SETUP b call"]);
    expect(find({ ies: sent[1]?.ies ?? [] }, channelIdentification)?.channels).to.deep.equal([1]);
    expect(call?.sent).to.equal(sent[1]?.ies);
  });

  it("leaves the channel alone on a trunk without timeslots, and never runs out of them", () => {
    const { relay, sent } = world("external", "h323");
    for (let call = 1; call <= 40; call += 1) relay.setup({ ...setup("3001"), connection: call });
    const setups = sent.filter(({ what }) => what === "SETUP c call");
    expect(setups).to.have.length(40);
    expect(find({ ies: setups.at(-1)?.ies ?? [] }, channelIdentification)?.channels).to.deep.equal([7]);
  });

  it("leaves the channel alone where the timeslots are wired through", () => {
    const { relay, sent } = world("through");
    relay.setup(setup("2001"));
    expect(find({ ies: sent[1]?.ies ?? [] }, channelIdentification)?.channels).to.deep.equal([7]);
  });

  for (const [what, number, cause] of [
    ["a number nobody has", "9001", 3],
    ["the trunk it came from", "1002", 3],
  ] as const) {
    it(`clears a call to ${what} with cause ${cause}`, () => {
      const { relay, sent } = world();
      expect(relay.setup(setup(number))).to.equal(undefined);
      expect(sent.map(({ what }) => what)).to.deep.equal([`clear ${cause}`]);
    });
  }

  it("clears a call over a trunk that is down with cause 27", () => {
    const { relay, sent, down } = world();
    down.add("b");
    relay.setup(setup("2001"));
    expect(sent.map(({ what }) => what)).to.deep.equal(["clear 27"]);
  });

  it("passes what has meaning for the call and keeps CALL PROCEEDING on its leg", () => {
    const { relay, sent, told } = world();
    relay.setup(setup("2001"));
    expect(relay.size).to.equal(2);
    for (const name of ["CALL PROCEEDING", "ALERTING", "CONNECT", "CONNECT ACKNOWLEDGE"] as const) {
      relay.message(from(101, name));
    }
    relay.message(from(1, "FACILITY"));
    expect(sent.slice(2).map(({ to, what }) => `${to} ${what}`)).to.deep.equal([
      "1 ALERTING",
      "1 CONNECT",
      "101 FACILITY",
    ]);
    expect(told).to.deep.equal([
      "to CALL PROCEEDING",
      "to ALERTING",
      "to CONNECT",
      "to CONNECT ACKNOWLEDGE",
      "from FACILITY",
    ]);
  });

  it("turns RELEASE COMPLETE 17 into DISCONNECT with the same Cause octets (R1)", () => {
    const { relay, sent } = world();
    relay.setup(setup("2001"));
    relay.clearing(cleared(101, 17));
    const last = sent.at(-1);
    expect(last?.what).to.equal("clear 17 D");
    expect(last?.ies.map((ie) => [...ie.octets])).to.deep.equal([[0x08, 2, 0x85, 0x91]]);
  });

  it("tells the other leg of the first clearing only", () => {
    const { relay, sent } = world();
    relay.setup(setup("2001"));
    relay.clearing(cleared(101, 17));
    relay.clearing(cleared(1, 16));
    expect(sent.filter(({ what }) => what.startsWith("clear"))).to.have.length(1);
  });

  it("waits for B's first response on a call-independent connection, then sends its own CALL PROCEEDING (R1)", () => {
    const { relay, sent, timers } = world();
    relay.setup(setup("2001", "cis"));
    expect(sent.map(({ what }) => what)).to.deep.equal(["SETUP b cis"]);
    expect(timers.get("1 firstResponse")).to.equal(2500);
    relay.timer(1, "firstResponse");
    relay.message(from(101, "CALL PROCEEDING"));
    relay.message(from(101, "CONNECT"));
    expect(sent.slice(1).map(({ to, what }) => `${to} ${what}`)).to.deep.equal(["1 CALL PROCEEDING", "1 CONNECT"]);
  });

  it("gives a channel back when its leg is gone, and refuses the 31st call with cause 34", () => {
    const { relay, sent } = world();
    const calls = Array.from({ length: 31 }, (_, i) => relay.setup({ ...setup("2001"), connection: 1000 + i }));
    expect(calls.at(-1)).to.equal(undefined);
    expect(sent.at(-1)?.what).to.equal("clear 34");
    relay.gone(calls[4]?.to.connection ?? 0);
    const again = relay.setup({ ...setup("2001"), connection: 2000 });
    expect(find({ ies: again?.sent ?? [] }, channelIdentification)?.channels).to.deep.equal([5]);
  });

  it("says why a call is refused, and raises an alarm where people must act (R2, R31)", () => {
    const { relay, congested, traced } = world();
    relay.setup(setup("9001"));
    congested.add("b");
    relay.setup(setup("2001"));
    expect(traced.map((entry) => `${entry.type} ${"cause" in entry ? entry.cause : ""}`.trim())).to.deep.equal([
      "refused 3",
      "refused 42",
      "alarm",
    ]);
  });

  it("refuses a bearer call between unlike media with cause 65, and relays a call-independent connection (R2)", () => {
    const { relay, sent, traced } = world("through", "demo");
    relay.setup(setup("3001"));
    expect(sent.map(({ what }) => what)).to.deep.equal(["clear 65"]);
    expect(traced.map(({ type }) => type)).to.deep.equal(["refused", "alarm"]);
    relay.setup({ ...setup("3001", "cis"), connection: 2 });
    expect(sent.at(-1)?.what).to.equal("SETUP c cis");
  });

  for (const trunk of ["a", "b"]) {
    it(`refuses a new call with cause 42 while trunk ${trunk} of it is congested, and no running one`, () => {
      const { relay, sent, congested } = world();
      relay.setup(setup("2001"));
      congested.add(trunk);
      expect(relay.setup({ ...setup("2001"), connection: 2 })).to.equal(undefined);
      expect(sent.at(-1)).to.include({ to: 2, what: "clear 42" });
      relay.message(from(101, "ALERTING"));
      expect(sent.at(-1)).to.include({ to: 1, what: "ALERTING" });
    });
  }

  it("puts a Transit counter into a SETUP and clears one that passed too many PINXs with cause 25 (R31)", () => {
    const { relay, sent } = world();
    const call = relay.setup(setup("2001"));
    expect(find({ ies: call?.sent ?? [] }, transitCounter)).to.deep.equal({ count: 1 });
    const counted = (count: number) => {
      const event = setup("2001");
      const ies = [
        ...event.message.ies,
        element(shift, { codeset: 4, locking: true }),
        element(transitCounter, { count }),
      ];
      return { ...event, connection: 10 + count, message: message("SETUP", ies) };
    };
    expect(find({ ies: relay.setup(counted(9))?.sent ?? [] }, transitCounter)).to.deep.equal({ count: 10 });
    expect(relay.setup(counted(10))).to.equal(undefined);
    expect(sent.at(-1)).to.include({ to: 20, what: "clear 25" });
  });

  it("clears a call that is not Active and silent for 4 h on both legs, and counts from its last message (R30)", () => {
    const { relay, sent, clock, timers, told } = world();
    relay.setup(setup("2001"));
    expect(timers.get("1 silence")).to.equal(14_400_000);
    clock.now = 1000;
    relay.message(from(101, "ALERTING"));
    clock.now = 14_400_000;
    relay.timer(1, "silence");
    expect(timers.get("1 silence")).to.equal(1000);
    expect(sent.at(-1)?.what).to.equal("ALERTING");
    clock.now = 14_401_000;
    relay.timer(1, "silence");
    expect(sent.slice(-2).map(({ to, what }) => `${to} ${what}`)).to.deep.equal(["1 clear 102", "101 clear 102"]);
    expect(told.at(-1)).to.equal("from cleared 102");
  });

  it("lets an Active call be silent for ever (R30)", () => {
    const { relay, sent, clock, active } = world();
    relay.setup(setup("2001"));
    active.add(1);
    clock.now = 15_000_000;
    const before = sent.length;
    relay.timer(1, "silence");
    expect(sent).to.have.length(before);
  });

  it("passes APDUs of an answering RELEASE where the other leg still lives, else counts them (R1)", () => {
    const { relay, sent, traced, active } = world();
    relay.setup(setup("2001"));
    const answer = { ...from(1, "RELEASE", [facilityElement]), type: "answer" } as const;
    relay.answer(answer);
    expect(traced.map(({ type }) => type)).to.deep.equal(["dropped"]);
    active.add(101);
    relay.answer(answer);
    expect(sent.at(-1)).to.deep.equal({ to: 101, what: "FACILITY", ies: [facilityElement] });
  });

  it("keeps what the caller sends before B's first response, as much as the limit says", () => {
    const { relay, sent, traced } = world();
    relay.setup(setup("2001"));
    for (let i = 0; i <= messagesHeldPerConnection; i++) relay.message(from(1, "FACILITY", [facilityElement]));
    expect(sent.map(({ what }) => what)).to.deep.equal(["CALL PROCEEDING", "SETUP b call"]);
    expect(traced.map(({ type }) => type)).to.deep.equal(["dropped"]);
    relay.message(from(101, "CALL PROCEEDING"));
    expect(sent.slice(2)).to.deep.equal(
      new Array(messagesHeldPerConnection).fill({ to: 101, what: "FACILITY", ies: [facilityElement] }),
    );
    relay.message(from(1, "FACILITY"));
    expect(sent).to.have.length(3 + messagesHeldPerConnection);
  });
});
