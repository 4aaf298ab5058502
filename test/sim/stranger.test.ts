import { expect } from "chai";
import { decodeMessage } from "../../codecs/q931/decode.ts";
import { encodeMessage } from "../../codecs/q931/encode.ts";
import { isoDialect } from "../../codecs/dialect.ts";
import { causeElement } from "../../codecs/q931/make.ts";
import type { CallReference, InformationElement } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import { invoke } from "../../codecs/rose/make.ts";
import { numbersFrom, octetsToKeep, requestArgument } from "../../src/completion/call-numbers.ts";
import { apdu, bareInvoke, cisSetup } from "../../src/completion/messages.ts";
import { messageText } from "../../src/ladder.ts";
import { setupElements } from "../../src/pbx/elements.ts";
import { planOf } from "../../src/simulation/plan.ts";
import { Random } from "../../src/simulation/random.ts";
import { Stranger } from "../../src/simulation/stranger.ts";
import { DecodeError } from "../../codecs/error.ts";

const toUs: CallReference = { value: 7, flag: 0, length: 2 };
const call = setupElements(1, { number: "1001", name: "" }, "0001", []);

class Meeting {
  readonly sent: string[] = [];
  readonly octets: Uint8Array[] = [];
  readonly stranger: Stranger;

  constructor(seed: number) {
    const [link] = planOf(1, { hours: 0.1, nodes: 2 }).links;
    if (link === undefined) throw new Error("two gateways have a trunk between them");
    const who = { numbers: ["0001"], others: ["1001"] };
    this.stranger = new Stranger(link, who, new Random(seed), (octets) => {
      this.octets.push(octets);
      this.sent.push(messageText(octets));
    });
  }

  receive(message: MessageName, ies: readonly InformationElement[] = [], reference = toUs): this {
    const octets = encodeMessage(reference, { message, ies });
    this.stranger.give({ type: "received", trunk: "t", channel: "c", pdu: { carrier: "qsig", octets } });
    return this;
  }

  request(): this {
    const argument = requestArgument(octetsToKeep(call));
    if (argument === undefined) throw new Error("the number can be written");
    const ie = apdu(invoke("ccbsRequest", 1, argument), isoDialect);
    return this.receive("SETUP", cisSetup(ie, numbersFrom(octetsToKeep(call))));
  }
}

/** What it sends behind its first response, over many chances. */
function heard(meet: (meeting: Meeting) => void): Set<string> {
  const all = Array.from({ length: 200 }, (_, seed) => {
    const meeting = new Meeting(seed);
    meet(meeting);
    return meeting.sent;
  });
  return new Set(all.flatMap((sent) => sent.slice(1)).map((text) => text.replace(/ \(.*/, "")));
}

describe("a PINX of another make", () => {
  it("accepts, refuses, rejects or leaves a request unanswered", () => {
    const meeting = new Meeting(1).request();
    expect(meeting.sent[0]).to.match(/^CALL PROCEEDING/);
    const said = [...heard((each) => each.request())].join("\n");
    for (const word of [/^CONNECT returnResult/m, /^RELEASE .*returnResult/m, /Rejection/, /reject /, /ccCancel/]) {
      expect(said).to.match(word);
    }
  });

  it("holds a path, or clears it with each error there is", () => {
    const path = [...call, bareInvoke("ccPathReserve", 1, isoDialect)];
    const said = [...heard((each) => each.receive("SETUP", path))].join("\n");
    for (const word of ["FACILITY returnResult", "remoteUserBusyAgain", "failureToMatch", "failedDueToInterworking"]) {
      expect(said).to.include(word);
    }
  });

  it("keeps to Q.931 however it clears", () => {
    const cause = [causeElement(16)];
    const last = (meeting: Meeting) => meeting.sent.at(-1)?.split(" ").slice(0, 2).join(" ");
    expect(last(new Meeting(1).receive("DISCONNECT", cause))).to.equal("RELEASE COMPLETE");
    expect(new Meeting(1).receive("RELEASE COMPLETE", cause).sent).to.deep.equal([]);
    expect(last(new Meeting(1).request().receive("RELEASE", cause))).to.equal("RELEASE COMPLETE");
    const disconnected = new Meeting(1).receive("SETUP", call).receive("DISCONNECT", cause);
    expect(disconnected.sent.at(-1)).to.match(/^RELEASE (?!COMPLETE)/);
    const enquired = new Meeting(1).receive("STATUS ENQUIRY");
    expect(enquired.sent.at(-1)).to.match(/^STATUS/);
  });

  it("says of its own accord what can be read, and nothing once it is quiet", () => {
    const meeting = new Meeting(1);
    for (let roll = 0; roll < 300; roll += 1) meeting.stranger.speak(roll);
    expect(meeting.sent.length).to.be.greaterThan(30);
    for (const octets of meeting.octets) {
      const message = decodeMessage(octets);
      expect(message instanceof DecodeError ? message.code : message.problems).to.deep.equal([]);
    }
    meeting.stranger.quiet();
    const before = meeting.sent.length;
    meeting.stranger.speak(1);
    expect(meeting.sent).to.have.length(before);
    meeting.request();
    expect(meeting.sent.slice(before).join()).to.match(/^RELEASE COMPLETE/);
  });
});
