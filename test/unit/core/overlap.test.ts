import { expect } from "chai";
import { calledPartyNumber, find } from "../../../codecs/index.ts";
import { element, isOf } from "../../../codecs/q931/element.ts";
import { sendingComplete } from "../../../codecs/q931/ie/sending-complete.ts";
import type { InformationElement } from "../../../codecs/q931/message.ts";
import { digitsPerNumber } from "../../../src/connection/dialled.ts";
import { messagesHeldPerConnection } from "../../../src/connection/limits.ts";
import { t302Ms } from "../../../src/connection/number-collection.ts";
import { cleared, from, number, setup, world } from "./relay-world.ts";

/** As the core does it: the relay sees whether it needs more digits, else the call goes on. */
function called(digits: string | undefined, more: readonly InformationElement[] = []) {
  const made = world();
  const event = setup(digits);
  const whole = { ...event, message: { ...event.message, ies: [...event.message.ies, ...more] } };
  if (!made.relay.collects(whole)) made.relay.setup(whole);
  return made;
}

const complete = element(sendingComplete, true);
const dial = (digits: string, ...more: readonly InformationElement[]) =>
  from(1, "INFORMATION", [number(digits), ...more]);

function lines({ sent }: ReturnType<typeof world>): string[] {
  return sent.map(({ to, what, ies }) => {
    const digits = find({ ies }, calledPartyNumber)?.digits;
    const isComplete = ies.some((ie) => isOf(ie, sendingComplete));
    return `${to} ${what}${digits === undefined ? "" : ` ${digits}`}${isComplete ? " complete" : ""}`;
  });
}

describe("overlap sending (R29)", () => {
  it("asks for digits until they say whose number it is, and then sets up en bloc", () => {
    const made = called("2");
    expect(lines(made)).to.deep.equal(["1 SETUP ACKNOWLEDGE"]);
    expect(made.timers.get("1 T302")).to.equal(t302Ms);
    made.relay.message(dial("00"));
    expect(lines(made)).to.have.length(1);
    made.relay.message(dial("1"));
    expect(lines(made).slice(1)).to.deep.equal(["1 CALL PROCEEDING", "101 SETUP b call 2001 complete"]);
    expect(made.timers.has("1 T302")).to.equal(false);
    expect(made.told).to.deep.equal([]);
  });

  it("begins without any digit", () => {
    const made = called(undefined);
    made.relay.message(dial("2001"));
    expect(lines(made)).to.deep.equal(["1 SETUP ACKNOWLEDGE", "1 CALL PROCEEDING", "101 SETUP b call 2001 complete"]);
  });

  it("sends a number that cannot become longer as it came", () => {
    expect(lines(called("2001"))).to.deep.equal(["1 CALL PROCEEDING", "101 SETUP b call 2001"]);
  });

  it("believes Sending complete, in SETUP and in INFORMATION", () => {
    expect(lines(called("2", [complete]))).to.deep.equal(["1 clear 3"]);
    expect(lines(called("41", [complete]))).to.deep.equal(["1 CALL PROCEEDING", "101 SETUP d call 41 complete"]);
    const made = called("49");
    made.relay.message(dial("", complete));
    expect(lines(made).slice(1)).to.deep.equal(["1 CALL PROCEEDING", "101 SETUP d call 49 complete"]);
  });

  it("takes what was dialled for the number when T302 runs out, and clears with 28 what is none", () => {
    const whole = called("49");
    whole.relay.timer(1, "T302");
    expect(lines(whole).slice(1)).to.deep.equal(["1 CALL PROCEEDING", "101 SETUP d call 49 complete"]);
    const part = called("200");
    part.relay.timer(1, "T302");
    expect(lines(part).slice(1)).to.deep.equal(["1 clear 28"]);
    expect(part.relay.owns(1)).to.equal(false);
  });

  it("waits while a longer number would be somebody else's", () => {
    const made = called("49");
    made.relay.message(dial("1"));
    expect(lines(made)).to.deep.equal(["1 SETUP ACKNOWLEDGE"]);
    const longer = called("491");
    longer.relay.message(dial("2"));
    expect(lines(longer).at(-1)).to.equal("101 SETUP d call 4912");
    made.relay.timer(1, "T302");
    expect(lines(made).at(-1)).to.equal("101 SETUP e call 491 complete");
  });

  it(`takes ${digitsPerNumber} digits and no more`, () => {
    const long = "4".repeat(digitsPerNumber - 1);
    const other = called(undefined);
    other.relay.message(dial(long));
    expect(lines(other).at(-1)).to.equal(`101 SETUP d call ${long}`);
    const most = called(undefined);
    most.relay.message(dial(`${long}4`));
    expect(lines(most).at(-1)).to.equal(`101 SETUP d call ${long}4`);
    const past = called(undefined);
    past.relay.message(dial(`${long}44`));
    expect(lines(past).at(-1)).to.equal("1 clear 28");
  });

  it("forgets a caller that gives up", () => {
    const made = called("2");
    made.relay.clearing(cleared(1, 16));
    expect(made.timers.size).to.equal(0);
    made.relay.timer(1, "T302");
    made.relay.gone(1);
    expect(lines(made)).to.deep.equal(["1 SETUP ACKNOWLEDGE"]);
    expect(made.relay.size).to.equal(0);
  });

  it("relays digit by digit where only the called side knows the length, and lets it say when there are enough", () => {
    const made = called("41");
    expect(lines(made)).to.deep.equal(["101 SETUP d call 41"]);
    made.relay.message(from(101, "SETUP ACKNOWLEDGE"));
    made.relay.message(dial("2"));
    made.relay.message(dial("3", complete));
    made.relay.message(from(101, "CALL PROCEEDING"));
    made.relay.message(from(101, "ALERTING"));
    expect(lines(made).slice(1)).to.deep.equal([
      "1 SETUP ACKNOWLEDGE",
      "101 INFORMATION 2",
      "101 INFORMATION 3 complete",
      "1 CALL PROCEEDING",
      "1 ALERTING",
    ]);
    expect(made.told, "the record has all digits").to.deep.equal(["dialled 4123", "to CALL PROCEEDING", "to ALERTING"]);
  });

  it("tells of the whole number also where the called side refuses it before it is enough for it", () => {
    const made = called("41");
    made.relay.message(from(101, "SETUP ACKNOWLEDGE"));
    made.relay.message(dial("2"));
    made.relay.clearing(cleared(101, 17));
    expect(made.told).to.deep.equal(["dialled 412", "to cleared 17"]);
    expect(lines(made).at(-1)).to.equal("1 clear 17 D");
  });

  it("keeps digits until the called side has asked for them, as many as the limit says", () => {
    const made = called(undefined);
    made.relay.message(dial("42"));
    expect(lines(made)).to.deep.equal(["1 SETUP ACKNOWLEDGE", "101 SETUP d call 42"]);
    for (let i = 0; i <= messagesHeldPerConnection; i++) made.relay.message(dial("5"));
    expect(lines(made)).to.have.length(2);
    made.relay.message(from(101, "SETUP ACKNOWLEDGE"));
    expect(lines(made).slice(3)).to.deep.equal(new Array(messagesHeldPerConnection).fill("101 INFORMATION 5"));
  });

  it("drops digits that waited where the called side has enough", () => {
    const made = called(undefined);
    made.relay.message(dial("42"));
    made.relay.message(dial("5"));
    made.relay.message(from(101, "ALERTING"));
    expect(lines(made).slice(2)).to.deep.equal(["1 ALERTING"]);
    expect(made.told).to.deep.equal(["dialled 425", "to ALERTING"]);
  });

  it("is for calls: a call-independent connection and a recall go en bloc", () => {
    const { relay, sent } = world();
    expect(relay.collects(setup("2", "cis"))).to.equal(false);
    relay.setup(setup("41", "cis"));
    expect(sent.map(({ what }) => what)).to.deep.equal(["SETUP d cis"]);
    relay.setup({ ...setup("41"), connection: 2 }, { trunk: "d" });
    expect(sent.slice(1).map(({ what }) => what)).to.deep.equal(["CALL PROCEEDING", "SETUP d call"]);
  });
});
