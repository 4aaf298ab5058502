import { expect } from "chai";
import fc from "fast-check";
import { DecodeError } from "../../../codecs/error.ts";
import {
  cisBasicChannelIdentification,
  cisBearerCapability,
  cisChannelIdentification,
  isCallIndependent,
} from "../../../codecs/q931/call-independent.ts";
import { decodeElements, decodeMessage, messageLimits } from "../../../codecs/q931/decode.ts";
import { element, elementOctets, elements, find, findAll } from "../../../codecs/q931/element.ts";
import { elementName } from "../../../codecs/q931/elements.ts";
import { encodeMessage, encodeOctets, orderElements } from "../../../codecs/q931/encode.ts";
import { bearerCapability } from "../../../codecs/q931/ie/bearer-capability.ts";
import { calledPartyNumber } from "../../../codecs/q931/ie/called-party-number.ts";
import { cause } from "../../../codecs/q931/ie/cause.ts";
import { channelIdentification } from "../../../codecs/q931/ie/channel-identification.ts";
import { display } from "../../../codecs/q931/ie/display.ts";
import { partyCategory } from "../../../codecs/q931/ie/party-category.ts";
import { repeatIndicator } from "../../../codecs/q931/ie/repeat-indicator.ts";
import { sendingComplete } from "../../../codecs/q931/ie/sending-complete.ts";
import { shift } from "../../../codecs/q931/ie/shift.ts";
import { transitCounter } from "../../../codecs/q931/ie/transit-counter.ts";
import { bChannelElement, causeElement } from "../../../codecs/q931/make.ts";
import type { InformationElement } from "../../../codecs/q931/message.ts";
import { mandatoryElements, messageName, messageTypes } from "../../../codecs/q931/messages.ts";
import { toHex } from "../../../codecs/shape.ts";
import { message, octets } from "./octets.ts";

describe("message header", () => {
  const references: readonly (readonly [hex: string, value: number, flag: number, length: number])[] = [
    ["08 02 00 02 0f", 2, 0, 2],
    ["08 02 80 02 0f", 2, 1, 2],
    ["08 02 7f ff 0f", 32767, 0, 2],
    ["08 02 80 00 0f", 0, 1, 2],
    ["08 01 05 0f", 5, 0, 1],
    ["08 01 ff 0f", 127, 1, 1],
    ["08 00 0f", 0, 0, 0],
  ];
  for (const [hex, value, flag, length] of references) {
    it(`${hex} has reference ${value}, flag ${flag}, of ${length} octets`, () => {
      const decoded = message(hex);
      expect(decoded.callReference).to.deep.equal({ value, flag, length });
      expect(decoded.message).to.equal("CONNECT ACKNOWLEDGE");
      expect(encodeMessage(decoded.callReference, { message: "CONNECT ACKNOWLEDGE", ies: [] })).to.deep.equal(
        octets(hex),
      );
    });
  }

  const broken: readonly (readonly [hex: string, offset: number, path: string])[] = [
    ["", 0, "protocolDiscriminator"],
    ["09 02 00 02 05", 0, "protocolDiscriminator"],
    ["08", 1, "callReference"],
    ["08 03 00 00 02 05", 1, "callReference"],
    ["08 12 00 02 05", 1, "callReference"],
    ["08 02", 2, "messageType"],
    ["08 02 00 02", 4, "messageType"],
    ["08 00", 2, "messageType"],
  ];
  for (const [hex, offset, path] of broken) {
    it(`"${hex}" is a broken header at ${offset}: ${path}`, () => {
      const error = decodeMessage(octets(hex));
      expect(error).to.be.instanceOf(DecodeError).and.to.include({ code: "badHeader", offset, path });
    });
  }

  it("with a type of no name keeps the type", () => {
    const decoded = message("08 02 00 02 3f 28 01 41");
    expect(decoded).to.include({ type: 0x3f, message: null });
    expect(toHex(encodeOctets(decoded.callReference, decoded.type, decoded.ies))).to.equal("080200023f280141");
  });

  it("is named both ways for every type", () => {
    for (const [name, type] of Object.entries(messageTypes)) expect(messageName(type)).to.equal(name);
    expect(new Set(Object.values(messageTypes)).size).to.equal(Object.keys(messageTypes).length);
  });

  it("refuses to write a reference that does not fit its length", () => {
    const write = (value: number, length: number) => () =>
      encodeMessage({ value, flag: 0, length }, { message: "SETUP", ies: [] });
    expect(write(128, 1)).to.throw(RangeError);
    expect(write(32768, 2)).to.throw(RangeError);
    expect(write(1, 0)).to.throw(RangeError);
    expect(write(1, 3)).to.throw(RangeError);
  });

  it("is written whole with any number of elements, whatever room there is", () => {
    const longest = `7eff${"ab".repeat(255)}`;
    for (let count = 0; count <= 40; count += 1) {
      const ies = Array.from({ length: count }, () => ({ octets: octets(longest) }));
      const written = encodeOctets({ value: 1, flag: 0, length: 2 }, 0x05, ies);
      expect(toHex(written)).to.equal(`0802000105${longest.repeat(count)}`);
    }
  });

  it("takes as many octets as the limit and not one more", () => {
    const long = new Uint8Array(messageLimits.octets + 1);
    long.set(octets("08 02 00 01 62"));
    expect(decodeMessage(long)).to.be.instanceOf(DecodeError).and.to.have.property("code", "tooLong");
    expect(decodeMessage(long.subarray(0, messageLimits.octets))).not.to.be.instanceOf(DecodeError);
  });
});

describe("elements of a message", () => {
  it("stay in the order of the wire, unknown and repeated ones too", () => {
    const { ies } = message("08 02 00 01 62 28 01 41 6f 02 aa bb 28 01 42 a1");
    expect(ies.map(({ id }) => id)).to.deep.equal([0x28, 0x6f, 0x28, 0xa1]);
    expect(ies[1]).to.deep.equal({ id: 0x6f, codeset: 0, octets: octets("6f 02 aa bb") });
    expect(findAll({ ies }, display)).to.deep.equal([{ text: "A" }, { text: "B" }]);
    expect(find({ ies }, sendingComplete)).to.equal(true);
    expect(elements({ ies }, display)).to.have.length(2);
  });

  it("that cannot be read keep their octets and say why", () => {
    const { ies, problems } = message("08 02 00 01 45 08 01 81 28 01 41");
    expect(ies[0]).to.deep.include({ id: 0x08, octets: octets("08 01 81") });
    expect(ies[0]?.problems).to.deep.equal([new DecodeError("truncated", 3)]);
    expect(find({ ies }, cause)).to.equal(undefined);
    expect(find({ ies }, display)).to.deep.equal({ text: "A" });
    expect(problems).to.deep.equal([]);
  });

  it("whose length reaches past the end keep what there is", () => {
    const { ies } = message("08 02 00 01 62 28 05 41 42");
    expect(ies).to.have.length(1);
    expect(ies[0]).to.deep.include({ id: 0x28, octets: octets("28 05 41 42") });
    expect(ies[0]?.problems).to.deep.equal([new DecodeError("truncated", 4)]);
  });

  it("own their octets: the buffer of the receiver may change", () => {
    const wire = octets("08 02 00 01 62 28 01 41");
    const decoded = decodeMessage(wire);
    wire.fill(0);
    expect(decoded).to.have.nested.property("ies[0].octets").that.deep.equals(octets("28 01 41"));
  });

  it("change the codeset by shifts, which stay in the list", () => {
    const { ies } = message(
      "08 02 00 01 05 28 01 41 9c 31 01 82 28 01 42 94 31 01 83 28 01 00 95 32 01 81 90 28 01 43",
    );
    expect(ies.map(({ id, codeset }) => [id, codeset])).to.deep.equal([
      [0x28, 0],
      [0x90, 0],
      [0x31, 4],
      [0x28, 0],
      [0x90, 0],
      [0x31, 4],
      [0x28, 4],
      [0x90, 0],
      [0x32, 5],
      [0x90, 0],
      [0x28, 0],
    ]);
    expect(findAll({ ies }, transitCounter)).to.deep.equal([{ count: 2 }, { count: 3 }]);
    expect(find({ ies }, partyCategory)).to.deep.equal({ category: 1 });
    expect(findAll({ ies }, display).map(({ text }) => text)).to.deep.equal(["A", "B", "C"]);
    expect(findAll({ ies }, shift)).to.have.length(4);
  });

  it("are named by codeset", () => {
    expect(elementName(0, 0x32)).to.equal("Information request");
    expect(elementName(5, 0x32)).to.equal("Party category");
    expect(elementName(4, 0x04)).to.equal(null);
    expect(elementName(7, 0x90)).to.equal("Shift");
  });

  it("are as many as the limit, and what follows is one element nobody reads", () => {
    const one = octets("28 00");
    const list = (count: number): Uint8Array =>
      Uint8Array.from({ length: count * 2 }, (_, index) => one[index % 2] ?? 0);
    expect(decodeElements(list(messageLimits.elements)).every((ie) => ie.problems === undefined)).to.equal(true);
    const over = decodeElements(list(messageLimits.elements + 3));
    expect(over).to.have.length(messageLimits.elements + 1);
    expect(over.at(-1)?.octets).to.deep.equal(list(3));
    expect(over.at(-1)?.problems).to.deep.equal([new DecodeError("tooMany", 0)]);
  });

  it("past the limit may begin with a shift", () => {
    const shifts = new Uint8Array(messageLimits.elements + 2).fill(0x94);
    expect(decodeElements(shifts).at(-1)?.octets).to.deep.equal(octets("94 94"));
  });
});

describe("mandatory elements", () => {
  const missing: readonly (readonly [hex: string, names: readonly string[]])[] = [
    ["08 02 00 01 05", ["Bearer capability", "Channel identification"]],
    ["08 02 00 01 05 04 02 a8 80", ["Channel identification"]],
    ["08 02 00 01 05 04 02 a8 80 18 01 ac", []],
    ["08 02 00 01 05 04 00 18 00", []],
    ["08 02 00 01 45", ["Cause"]],
    ["08 02 00 01 45 94 08 02 81 90", ["Cause"]],
    ["08 02 00 01 4d", []],
    ["08 02 00 01 5a", []],
    ["08 02 00 01 7d", ["Cause", "Call state"]],
    ["08 02 00 01 6e", ["Notification indicator"]],
    ["08 02 00 01 03", ["Progress indicator"]],
    ["08 02 00 00 46", ["Restart indicator"]],
    ["08 02 80 00 4e", ["Restart indicator"]],
    ["08 02 00 01 60", ["Segmented message"]],
    ["08 02 00 01 62", []],
    ["08 02 00 01 01", []],
  ];
  for (const [hex, names] of missing) {
    it(`${hex} lacks ${names.join(" and ") || "nothing"}`, () => {
      const { problems } = message(hex);
      const expected = names.map((name) => new DecodeError("missingInformationElement", octets(hex).length, name));
      expect(problems).to.deep.equal(expected);
    });
  }

  it("are named as their codecs are, with the clause that demands them", () => {
    for (const { id, name, clause } of Object.values(mandatoryElements).flat()) {
      expect(elementName(0, id)).to.equal(name);
      expect(clause).not.to.equal("");
    }
  });
});

describe("call-independent connection", () => {
  const setups: readonly (readonly [hex: string, is: boolean])[] = [
    ["08 02 00 01 05 04 02 a8 80 18 01 ac", true],
    ["08 02 00 01 05 04 02 a8 80 18 01 8c", true],
    ["08 02 00 01 05 04 02 88 90 18 01 ac", true],
    ["08 02 00 01 05 04 02 a8 80 18 03 a9 83 81", true],
    ["08 02 00 01 05 04 02 a8 80", true],
    ["08 02 00 01 05 04 03 80 90 a3 18 03 a9 83 81", false],
    ["08 02 00 01 05 04 02 88 80 18 03 a9 83 81", false],
    ["08 02 00 01 05", false],
  ];
  for (const [hex, is] of setups) {
    it(`${hex}: ${is}`, () => expect(isCallIndependent(message(hex))).to.equal(is));
  }

  it("is made of a8 80 and ac, on basic rate 8c", () => {
    expect(toHex(element(bearerCapability, cisBearerCapability).octets)).to.equal("0402a880");
    expect(toHex(element(channelIdentification, cisChannelIdentification).octets)).to.equal("1801ac");
    expect(toHex(element(channelIdentification, cisBasicChannelIdentification).octets)).to.equal("18018c");
  });
});

describe("making elements", () => {
  it("gives the causes and channels of CC 3.2 and 3.6", () => {
    expect(toHex(causeElement(16).octets)).to.equal("08028190");
    expect(toHex(causeElement(101, 0).octets)).to.equal("080280e5");
    expect(toHex(bChannelElement(2).octets)).to.equal("1803a98382");
    expect(toHex(bChannelElement(2, false).octets)).to.equal("1803a18382");
  });

  it("orders them: codesets behind shifts, identifiers ascending, a Repeat indicator before its first", () => {
    const unordered = [
      element(transitCounter, { count: 1 }),
      element(sendingComplete, true),
      element(calledPartyNumber, { typeOfNumber: 0, numberingPlan: 9, digits: "1" }),
      element(shift, { codeset: 5, locking: false }),
      element(partyCategory, { category: 1 }),
      element(repeatIndicator, { indication: 2 }),
      element(bearerCapability, cisBearerCapability),
      element(display, { text: "second" }),
      element(bearerCapability, { ...cisBearerCapability, codingStandard: 0 }),
      element(display, { text: "third" }),
    ];
    const ordered = orderElements(unordered);
    expect(toHex(octetsOf(ordered))).to.equal(
      ["d2", "0402a880", "04028880", `2806${hexOf("second")}`, `2805${hexOf("third")}`]
        .concat(["70028931", "a1", "94", "310181", "95", "320181"])
        .join(""),
    );
    expect(decodeElements(octetsOf(ordered)).flatMap((ie) => ie.problems ?? [])).to.deep.equal([]);
    expect(orderElements(ordered)).to.deep.equal(ordered);
  });
});

function octetsOf(ies: readonly InformationElement[]): Uint8Array {
  return Uint8Array.from(ies.flatMap((ie) => [...ie.octets]));
}

function hexOf(text: string): string {
  return toHex(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

describe("any octets", () => {
  const header = fc.constantFrom(...["08 02 00 01", "08 02 ff ff", "08 01 05", "08 00"].map(octets));
  const anyElement = fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.uint8Array({ maxLength: 8 }))
    .map(([id, contents]) => (id < 0x80 ? elementOctets(id, contents) : Uint8Array.of(id)));

  it("behind a header are a message whose elements hold every octet", () => {
    fc.assert(
      fc.property(header, fc.integer({ min: 0, max: 255 }), fc.uint8Array({ maxLength: 80 }), (head, type, body) => {
        const wire = Uint8Array.of(...head, type, ...body);
        const decoded = decodeMessage(wire);
        if (decoded instanceof DecodeError) return expect.fail(decoded.code);
        expect(encodeOctets(decoded.callReference, decoded.type, decoded.ies)).to.deep.equal(wire);
      }),
      { numRuns: 1000 },
    );
  });

  it("are a message or an error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (wire) => {
        const decoded = decodeMessage(wire);
        if (decoded instanceof DecodeError) expect(decoded.code).to.equal("badHeader");
      }),
      { numRuns: 1000 },
    );
  });

  it("as elements, known and unknown, survive byte for byte", () => {
    fc.assert(
      fc.property(fc.array(anyElement, { maxLength: 20 }), (list) => {
        const ies = decodeElements(Uint8Array.from(list.flatMap((each) => [...each])));
        expect(ies.map((ie) => ie.octets)).to.deep.equal(list);
      }),
      { numRuns: 1000 },
    );
  });
});
