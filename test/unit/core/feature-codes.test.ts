import { expect } from "chai";
import { bChannelElement, calledPartyNumber, element, find, type MessageName } from "../../../codecs/index.ts";
import { cause } from "../../../codecs/q931/ie/cause.ts";
import { display } from "../../../codecs/q931/ie/display.ts";
import { sendingComplete } from "../../../codecs/q931/ie/sending-complete.ts";
import { inIa5 } from "../../../src/completion/feature-codes.ts";
import { busy, idle, setup } from "./network.ts";
import { atSouth, atWest, OneCore } from "./one-core.ts";

const [a, b] = ["2001", "3001"] as const;

/** A call under this reference to the digits, and how the gateway ends it. */
function dial(core: OneCore, value: number, digits: string, from: string = a): string {
  const before = core.carried.length;
  core.cluster(atWest, value, 0, "SETUP", setup(from, digits));
  return answers(core, before);
}

function answers(core: OneCore, before: number): string {
  return core.carried
    .slice(before)
    .filter(({ by }) => by.trunk === "west")
    .map(({ message }) => [message.message, find(message, cause)?.cause, find(message, display)?.text].filter(Boolean))
    .map((words) => words.join(" "))
    .join(", ");
}

const failed = (more?: string) => {
  const core = new OneCore(more);
  return core.busyAt(core.call(a, b));
};

describe("feature codes on the trunk (R16)", () => {
  it("*79 asks for the last failed call; the call is ended with 16 and the phone is told", () => {
    const core = failed();
    expect(dial(core, 10, "*79")).to.equal("CALL PROCEEDING, DISCONNECT 16 CallBack on 3001 is being set up");
    core.see(b, busy).see(a, idle);
    expect(core.screen(a)).to.equal("CallBack is activated on 3001");
    expect(core.states).to.have.length(2);
  });

  it("*79 without a failed call is refused with 21", () => {
    expect(dial(new OneCore(), 10, "*79")).to.equal("CALL PROCEEDING, DISCONNECT 21 No call for CallBack");
  });

  it("*79 and a number asks for that number, across the gateway and inside the cluster", () => {
    for (const to of [b, "2002"]) {
      const core = new OneCore();
      expect(dial(core, 10, `*79${to}`)).to.equal(`CALL PROCEEDING, DISCONNECT 16 CallBack on ${to} is being set up`);
      core.see(to, busy).see(a, idle);
      expect(core.screen(a)).to.equal(`CallBack is activated on ${to}`);
    }
    expect(dial(new OneCore(), 10, "*799999")).to.equal("CALL PROCEEDING, DISCONNECT 21 No call for CallBack");
    expect(dial(new OneCore(), 10, "*793*1")).to.equal("CALL PROCEEDING, DISCONNECT 21 No call for CallBack");
  });

  it("R8: asked while the call still alerts: that call goes on untouched", () => {
    const core = new OneCore();
    const at = core.call(a, b);
    core.cluster(atSouth, at, 1, "ALERTING", [bChannelElement(30)]);
    const before = core.carried.length;
    expect(dial(core, 10, "*79")).to.include("DISCONNECT 16");
    expect(core.carried.slice(before).filter(({ by }) => by.trunk === "south")).to.deep.equal([]);
    core.see(b, { ...idle, ringingIn: 1 }).see(a, busy);
    expect(core.states).to.deep.equal(["originating ccnr Active", "terminating ccnr Monitoring"]);
    core.cluster(atSouth, at, 1, "CONNECT");
    core.pass(10);
    core.expectClean();
    expect(core.screen(a)).to.equal("3001 has answered the call: CallBack is cancelled");
  });

  it("S-08: another number is confirmed by dialling it a second time", () => {
    const core = failed();
    dial(core, 10, "*79");
    core.see(b, busy).see(a, idle);
    expect(dial(core, 11, "*792002")).to.equal("CALL PROCEEDING, DISCONNECT 21 CallBack is activated on 3001");
    expect(core.screens.get(`gateway/west/${a}`)?.at(-1)?.lines[1]).to.equal("Press CallBack again for 2002 instead");
    expect(dial(core, 12, "*792002")).to.include("DISCONNECT 16");
    core.see("2002", busy);
    expect(core.screen(a)).to.equal("CallBack is activated on 2002");
  });

  it("*78 shows what is active, #79 cancels it", () => {
    const core = failed();
    dial(core, 10, "*79");
    core.see(b, busy).see(a, idle);
    expect(dial(core, 11, "*78")).to.equal("CALL PROCEEDING, DISCONNECT 16 CallBack is activated on 3001");
    expect(dial(core, 12, "#79")).to.equal("CALL PROCEEDING, DISCONNECT 16 CallBack on 3001 is cancelled");
    core.pass(10);
    core.expectClean();
    expect(dial(core, 13, "*78")).to.equal("CALL PROCEEDING, DISCONNECT 16 No CallBack is active");
    expect(dial(core, 14, "#79")).to.equal("CALL PROCEEDING, DISCONNECT 21 No CallBack is active");
    expect(core.screen(a)).to.equal("No CallBack is active");
  });

  it("the key is trunk and Calling number; without one it is nobody's", () => {
    const core = failed();
    expect(dial(core, 10, "*79", "2007")).to.include("DISCONNECT 21");
    const before = core.carried.length;
    const anonymous = setup(a, "*79").filter((ie) => ie.id !== 0x6c);
    core.cluster(atWest, 11, 0, "SETUP", anonymous);
    expect(answers(core, before)).to.equal(
      "CALL PROCEEDING, DISCONNECT 21 CallBack is not possible: your number is not known",
    );
  });

  it("other codes, and those of a neighbour that is not served, are numbers", () => {
    const codes = ', featureCodes: { activate: "88", cancel: "89", status: "80" }';
    expect(dial(failed(codes), 10, "88")).to.include("DISCONNECT 16");
    expect(dial(failed(codes), 10, "*79")).to.equal("RELEASE COMPLETE 3");
  });

  it("is dialled in parts, the number behind it ended by T302 or Sending complete (R29)", () => {
    const core = failed();
    const more = (digits: string, ...ies: Parameters<OneCore["cluster"]>[4] & object) => {
      const number = element(calledPartyNumber, { typeOfNumber: 0, numberingPlan: 9, digits });
      core.cluster(atWest, 10, 0, "INFORMATION" satisfies MessageName, [number, ...ies]);
    };
    const before = core.carried.length;
    expect(dial(core, 10, "*")).to.equal("SETUP ACKNOWLEDGE");
    for (const digit of "79") more(digit);
    core.pass(14_999);
    expect(answers(core, before)).to.equal("SETUP ACKNOWLEDGE");
    core.pass(1);
    expect(answers(core, before)).to.include("DISCONNECT 16 CallBack on 3001");
    const named = new OneCore();
    const start = named.carried.length;
    dial(named, 10, "*79"[0] as string);
    const part = element(calledPartyNumber, { typeOfNumber: 0, numberingPlan: 9, digits: "792002" });
    named.cluster(atWest, 10, 0, "INFORMATION", [element(sendingComplete, true), part]);
    expect(answers(named, start)).to.include("DISCONNECT 16 CallBack on 2002");
    const none = new OneCore();
    const at = none.carried.length;
    dial(none, 10, "*");
    none.pass(15_000);
    expect(answers(none, at)).to.include(" 28");
  });

  it("answers in the user's language, in the letters that Display has", () => {
    expect(inIa5("Rückruf bei 3001 wird eingerichtet")).to.equal("Rueckruf bei 3001 wird eingerichtet");
    expect(inIa5("Le rappel de 3001 est activé")).to.equal("Le rappel de 3001 est active");
    expect(inIa5("Große Ñandú → 1")).to.equal("Grosse Nandu ? 1");
    expect(inIa5("x".repeat(81))).to.have.length(80);
  });
});
