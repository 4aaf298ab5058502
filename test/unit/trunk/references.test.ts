import { expect } from "chai";
import {
  decodeMessage,
  encodeMessage,
  type CallReference,
  type Message,
  type MessageName,
} from "../../../codecs/q931/index.ts";
import { DecodeError } from "../../../codecs/error.ts";
import { highestCallReference, References } from "../../../src/trunk/references.ts";
import { trunk } from "./bench.ts";

function message(name: MessageName, value: number, flag: 0 | 1, length = 2): Message {
  const decoded = decodeMessage(encodeMessage({ value, flag, length }, { message: name, ies: [] }));
  if (decoded instanceof DecodeError) throw new Error(decoded.code);
  return decoded;
}

class Legs {
  readonly references = new References();
  #last = 100;

  /** What a message becomes: type of the event and leg. */
  receive(name: MessageName, value: number, flag: 0 | 1, length = 2): string {
    const event = this.references.receive(trunk, message(name, value, flag, length), () => ++this.#last);
    return "leg" in event ? `${event.type} ${event.leg}` : event.type;
  }

  open(leg: number): CallReference | undefined {
    return this.references.open(leg) ? this.references.of(leg) : undefined;
  }
}

describe("call references of a trunk", () => {
  it("allocates 1, 2, 3 ... with flag 0, and does not hand out a freed one at once", () => {
    const legs = new Legs();
    expect(legs.open(1)).to.deep.equal({ value: 1, flag: 0, length: 2 });
    expect(legs.open(2)?.value).to.equal(2);
    legs.references.close(1);
    expect(legs.open(3)?.value).to.equal(3);
    expect(legs.references.of(1)).to.equal(undefined);
  });

  it("goes round behind 32767 past those in use, and has none when all are", () => {
    const { references } = new Legs();
    for (let leg = 1; leg <= highestCallReference; leg++) expect(references.open(leg)).to.equal(true);
    expect(references.of(highestCallReference)?.value).to.equal(0x7fff);
    expect(references.open(40_000)).to.equal(false);
    references.close(5);
    expect(references.open(40_001)).to.equal(true);
    expect(references.of(40_001)?.value).to.equal(5);
  });

  it("keeps the same value of both sides apart (CC 3.1)", () => {
    const legs = new Legs();
    legs.open(1);
    expect(legs.receive("SETUP", 1, 0)).to.equal("setup 101");
    expect(legs.receive("FACILITY", 1, 0)).to.equal("message 101");
    expect(legs.receive("FACILITY", 1, 1)).to.equal("message 1");
    expect(legs.references.of(101)).to.deep.equal({ value: 1, flag: 1, length: 2 });
  });

  it("takes a SETUP under a reference in use for a message of its leg (R44)", () => {
    const legs = new Legs();
    legs.receive("SETUP", 7, 0);
    expect(legs.receive("SETUP", 7, 0)).to.equal("message 101");
  });

  it("knows no leg for any other message, or a SETUP with flag 1, and none after close", () => {
    const legs = new Legs();
    expect(legs.receive("RELEASE", 7, 0)).to.equal("unknownReference");
    expect(legs.receive("SETUP", 7, 1)).to.equal("unknownReference");
    legs.receive("SETUP", 7, 0);
    legs.references.close(101);
    legs.references.close(101);
    expect(legs.receive("RELEASE", 7, 0)).to.equal("unknownReference");
    expect(legs.receive("SETUP", 7, 0)).to.equal("setup 102");
  });

  it("keeps the global and the dummy reference apart from legs", () => {
    const legs = new Legs();
    expect(legs.receive("RESTART", 0, 0)).to.equal("global");
    expect(legs.receive("RESTART", 0, 0, 1)).to.equal("global");
    expect(legs.receive("FACILITY", 0, 0, 0)).to.equal("unknownReference");
    expect(legs.receive("SETUP", 0, 0, 0)).to.equal("unknownReference");
  });

  it("answers a one-octet reference with one octet", () => {
    const legs = new Legs();
    legs.receive("SETUP", 9, 0, 1);
    expect(legs.references.of(101)).to.deep.equal({ value: 9, flag: 1, length: 1 });
  });
});
