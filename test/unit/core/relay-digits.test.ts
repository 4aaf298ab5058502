import { expect } from "chai";
import { calledPartyNumber, callingPartyNumber, element, find } from "../../../codecs/index.ts";
import { connectedNumber } from "../../../codecs/q931/ie/connected-number.ts";
import { redirectingNumber } from "../../../codecs/q931/ie/redirecting-number.ts";
import type { DigitRules } from "../../../src/digits.ts";
import { facilityElement } from "../connection/bench.ts";
import { from, number, setup, world } from "./relay-world.ts";

/** Trunk a dials 0 before numbers of others; trunk b knows our own users by 8 and four digits, as E.164. */
const digits: Record<string, DigitRules> = {
  a: { in: [{ match: "0*", strip: 1, add: "" }], out: [{ match: "2xxx", strip: 0, add: "0" }] },
  b: {
    in: [{ match: "81xxx", strip: 1, add: "", numberingPlan: 9 }],
    out: [{ match: "1xxx", strip: 0, add: "8", numberingPlan: 1, typeOfNumber: 4 }],
  },
};
const plain = { typeOfNumber: 0, numberingPlan: 9 };

function called(to: string) {
  const made = world("external", "lapd", digits);
  const event = setup(to);
  const calling = element(callingPartyNumber, { ...plain, presentation: 0, screening: 3, digits: "1001" });
  const redirecting = element(redirectingNumber, { ...plain, presentation: 0, reason: 1, digits: "1002" });
  const ies = [...event.message.ies, calling, redirecting, facilityElement];
  return { ...made, ies, event: { ...event, message: { ...event.message, ies } } };
}

describe("digit rules of the relay (R4)", () => {
  it("translate every number of a SETUP from one trunk's words to the other's, and no other octet", () => {
    const { relay, event, ies } = called("02001");
    const call = relay.setup(event);
    const sent = { ies: call?.sent ?? [] };
    expect(call?.to.trunk).to.equal("b");
    expect(find(sent, calledPartyNumber)).to.deep.equal({ ...plain, digits: "2001" });
    expect(find(sent, callingPartyNumber)).to.deep.equal({
      typeOfNumber: 4,
      numberingPlan: 1,
      presentation: 0,
      screening: 3,
      digits: "81001",
    });
    expect(find(sent, redirectingNumber)?.digits).to.equal("81002");
    expect(sent.ies).to.include(facilityElement);
    expect(sent.ies, "the bearer is the very element").to.include(ies[0]);
    expect(call?.received.ies, "what came is kept as it came").to.equal(ies);
  });

  it("translate the other way round what comes back", () => {
    const { relay, event, sent } = called("02001");
    relay.setup(event);
    relay.message(from(101, "CONNECT", [element(connectedNumber, { ...plain, digits: "2001" })]));
    expect(find({ ies: sent.at(-1)?.ies ?? [] }, connectedNumber)?.digits).to.equal("02001");
  });

  it("leave what a service says as its trunk wants it alone", () => {
    const { relay, event } = called("02001");
    const call = relay.setup(event, { ies: event.message.ies, trunk: "b", translated: true });
    expect(find({ ies: call?.sent ?? [] }, callingPartyNumber)?.digits).to.equal("1001");
  });

  it("apply to whole numbers: digits are collected, also where nobody else could have them", () => {
    const made = world("external", "lapd", digits);
    expect(made.relay.collects(setup("0"))).to.equal(true);
    made.relay.message(from(1, "INFORMATION", [number("200")]));
    expect(made.sent.map(({ what }) => what)).to.deep.equal(["SETUP ACKNOWLEDGE"]);
    made.relay.message(from(1, "INFORMATION", [number("1")]));
    expect(made.sent, "0* may go on").to.have.length(1);
    made.relay.timer(1, "T302");
    expect(made.sent.slice(1).map(({ what }) => what)).to.deep.equal(["CALL PROCEEDING", "SETUP b call"]);
    expect(find({ ies: made.sent[2]?.ies ?? [] }, calledPartyNumber)?.digits).to.equal("2001");
    expect(made.relay.collects({ ...setup("041"), connection: 2 }), "never digit by digit").to.equal(true);
  });
});
