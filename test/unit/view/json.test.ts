import { expect } from "chai";
import { isoDialect } from "../../../codecs/dialect.ts";
import { DecodeError } from "../../../codecs/error.ts";
import { decodeFacility } from "../../../codecs/facility/decode.ts";
import { decodeMessage, messageLimits } from "../../../codecs/q931/decode.ts";
import type { Message } from "../../../codecs/q931/message.ts";
import { ShapeError, toHex } from "../../../codecs/shape.ts";
import type { EncodeOptions } from "../../../codecs/view/message-from-json.ts";
import { messageFromJson } from "../../../codecs/view/message-from-json.ts";
import type { MessageJson } from "../../../codecs/view/message-json.ts";
import { messageToJson, unreadToJson } from "../../../codecs/view/message-json.ts";
import { message, octets } from "../q931/octets.ts";

const context = { index: 0, carrier: "none" } as const;
const jsonOf = (hex: string): MessageJson => messageToJson(message(hex), context);

function written(json: unknown, options: EncodeOptions = {}): string {
  const result = messageFromJson(json, options);
  return result instanceof ShapeError ? expect.fail(result.text) : toHex(result);
}

const suspend = "a1 08 02 01 01 02 01 20 05 00";
const facilityHex = `08 02 80 02 62 1c 16 9f aa 06 80 01 00 82 01 00 8b 01 00 ${suspend}`;

describe("JSON of a message", () => {
  it("has the members of design.md section 6, in their order", () => {
    const line = messageToJson(message(facilityHex), {
      carrier: "lapd",
      from: "b",
      time: "2026-01-01T00:00:00.000Z",
      index: 3,
    });
    const argument = { none: null };
    const invoke = { component: "invoke", invokeId: 1, operation: "ccSuspend", code: 32, argument };
    const interpretation = "discardAnyUnrecognisedInvokePdu";
    const nfe = { sourceEntity: "endPINX", destinationEntity: "endPINX" };
    expect(JSON.stringify(line)).to.equal(
      JSON.stringify({
        index: 3,
        time: "2026-01-01T00:00:00.000Z",
        from: "b",
        carrier: "lapd",
        message: "FACILITY",
        callReference: { value: 2, flag: 1, length: 2 },
        ies: [
          {
            id: 28,
            codeset: 0,
            name: "Facility",
            hex: facilityHex.replaceAll(" ", "").slice(10),
            value: { profile: 159, nfe, interpretation, components: [invoke] },
          },
        ],
        apdus: [{ ...invoke, interpretation }],
        problems: [],
      }),
    );
  });

  it("leaves out time and side where they are not known", () => {
    const { time, from } = jsonOf(facilityHex);
    expect([time, from]).to.deep.equal([undefined, undefined]);
    expect(jsonOf(facilityHex)).not.to.have.any.keys("time", "from", "segments", "outer", "type", "hex");
  });

  it("says interpretation on the invokes of its element only", () => {
    const result = "a2 03 02 01 07";
    const { apdus } = jsonOf(`08 02 00 01 62 1c 13 9f 8b 01 01 ${suspend} ${result} 1c 0b 9f ${suspend}`);
    expect(apdus.map(({ interpretation }) => interpretation)).to.deep.equal([
      "clearCallIfAnyInvokePduNotRecognised",
      undefined,
      undefined,
    ]);
  });

  it("tells a problem beside its element and with the message, both from the message's first octet", () => {
    const { ies, problems } = jsonOf("08 02 00 01 45 28 01 41 08 01 81 1c 06 9f a5 03 02 01 01");
    expect(ies.map((ie) => ie.problems?.map(({ code, at }) => [code, at]))).to.deep.equal([
      undefined,
      [["truncated", 11]],
      [["unknownComponent", 14]],
    ]);
    expect(ies[1]).to.include({ hex: "080181" }).and.not.to.have.property("value");
    expect(problems).to.deep.equal(ies.flatMap((ie) => ie.problems ?? []));
    expect(problems[0]?.text).to.equal("the octets end before the value does");
  });

  it("tells a mandatory element that is absent, by name", () => {
    const { problems } = jsonOf("08 02 00 01 45");
    expect(problems).to.deep.equal([
      { code: "missingInformationElement", at: 5, text: "Cause: a mandatory information element is absent" },
    ]);
  });

  it("keeps the type of a message that has no name", () => {
    const line = jsonOf("08 02 00 01 3f 28 01 41");
    expect(line).to.include({ message: null, type: 0x3f });
    expect(written(line)).to.equal("080200013f280141");
  });

  it("of octets that are no message keeps them", () => {
    const error = decodeMessage(octets("09 02 00 01 05"));
    const line = error instanceof DecodeError ? unreadToJson(error, octets("09 02 00 01 05"), context) : undefined;
    expect(line).to.deep.equal({
      ...context,
      message: null,
      callReference: null,
      ies: [],
      apdus: [],
      problems: [{ code: "badHeader", at: 0, text: "protocolDiscriminator: the message header cannot be read" }],
      hex: "0902000105",
    });
  });
});

describe("a message from JSON", () => {
  const setup = {
    message: "SETUP",
    callReference: { value: 2, flag: 0, length: 2 },
    ies: [
      {
        id: 4,
        value: {
          codingStandard: 1,
          informationTransferCapability: 8,
          transferMode: 0,
          informationTransferRate: 0,
          layers: [],
        },
      },
      { id: 24, value: { interfaceType: "other", exclusive: true, dChannel: true, channelSelection: 0 } },
      { id: 0x6f, hex: "6f0101" },
    ],
  };

  it("needs message, callReference and of each element id and value, or hex without a codec", () => {
    expect(written(setup)).to.equal("08020002050402a8801801ac6f0101");
  });

  it("never reads hex beside a value", () => {
    const line = { ...setup, ies: [{ id: 8, hex: "08028191", value: { codingStandard: 0, location: 1, cause: 16 } }] };
    expect(written({ ...line, message: "DISCONNECT" })).to.equal("080200024508028190");
    expect(written({ ...line, message: "DISCONNECT" }, { exact: true })).to.equal("080200024508028190");
  });

  it("reads hex with exact where it says the same: another form of lengths, TRUE or spare bits", () => {
    for (const hex of [
      "08 02 00 01 62 1c 0d 9f a1 81 08 02 01 01 02 01 20 05 00 28 00",
      "08 02 00 01 62 1c 10 9f a2 0d 02 01 01 30 08 02 01 28 30 03 80 01 05",
      "08 02 00 01 45 08 02 91 90",
    ]) {
      const line: unknown = JSON.parse(JSON.stringify(jsonOf(hex)));
      expect(written(line, { exact: true })).to.equal(hex.replaceAll(" ", ""));
      expect(written(line)).not.to.equal(hex.replaceAll(" ", ""));
    }
  });

  it("reads hex with exact of operations that were read as DSS1", () => {
    const hex = `08 02 00 01 62 1c 0c 91 a1 81 08 ${suspend.slice(6)}`;
    const decoded = message(hex);
    const value = decodeFacility(octets(hex).subarray(7), "dss1");
    const dss1: Message = { ...decoded, ies: decoded.ies.map((ie) => ({ ...ie, value })) };
    const line = messageToJson(dss1, context);
    expect(line.apdus[0]).to.deep.include({ operation: "aOCSSpecialArr", code: 32, protocol: "dss1" });
    expect(line.apdus[0]?.["argument"]).to.deep.equal({ chargeNotAvailable: null });
    expect(written(line, { exact: true })).to.equal(hex.replaceAll(" ", ""));
  });

  it("writes Facility elements in the dialect asked for", () => {
    const line = jsonOf("08 02 00 01 62 1c 10 9f a2 0d 02 01 01 30 08 02 01 28 30 03 80 01 ff");
    expect(written(line, { dialect: { ...isoDialect, trueOctet: 0x01 } })).to.match(/800101$/);
    expect(written(line, { dialect: { ...isoDialect, opCoding: "global" } })).to.include("06042b0c0928");
  });

  it("takes elements of another codeset behind their shift", () => {
    const hex = "08020001059431018190" + "280141";
    const line = jsonOf(hex);
    expect(line.ies.map(({ codeset }) => codeset)).to.deep.equal([0, 4, 0, 0]);
    expect(written(line)).to.equal(hex);
    expect(written({ ...line, ies: line.ies.map(({ value: _, ...ie }) => ie) })).to.equal(hex);
  });

  it("takes names or codes of components, and hex where nobody knows the type", () => {
    const write = (component: object): string => {
      const value = { profile: 159, components: [component] };
      return written({ ...setup, message: "FACILITY", ies: [{ id: 28, value }] }).slice(16);
    };
    const invoke = { component: "invoke", invokeId: 1 };
    expect(write({ ...invoke, operation: "ccSuspend", argument: { none: null } })).to.equal("a1080201010201200500");
    expect(write({ ...invoke, code: 32, argument: { none: null } })).to.equal("a1080201010201200500");
    expect(write({ ...invoke, operation: null, code: 127, argument: "0500" })).to.equal("a10802010102017f0500");
    expect(write({ ...invoke, code: "1.3.12.9.32", argument: "0500" })).to.equal("a10b02010106042b0c09200500");
    expect(write({ component: "returnResult", invokeId: 1 })).to.equal("a203020101");
    const dss1 = { ...invoke, protocol: "dss1" };
    expect(write({ ...dss1, operation: "ectExecute" })).to.equal("a106020101020106");
    expect(write({ ...dss1, code: 30, argument: "chargingDuringACall" })).to.equal("a10902010102011e0a0101");
    expect(write({ ...dss1, code: 30, argument: "0500" })).to.equal("a10802010102011e0500");
    expect(write({ component: "returnError", invokeId: 1, error: "unspecified" })).to.equal("a307020101020203f0");
    expect(write({ component: "reject", invokeId: null, problemClass: "general", problem: 0 })).to.equal(
      "a4050500800100",
    );
    expect(write({ component: "unknown", invokeId: null, octets: "a503020101" })).to.equal("a503020101");
  });
});

describe("what is wrong with the JSON of a message", () => {
  const reference = { value: 1, flag: 0, length: 2 };
  const withIes = (...ies: readonly unknown[]): object => ({ message: "FACILITY", callReference: reference, ies });
  const withComponent = (component: unknown): object =>
    withIes({ id: 28, value: { profile: 159, components: [component] } });
  const invoke = { component: "invoke", invokeId: 1, operation: "ccbsRequest" };
  const party = { unknownPartyNumber: "1" };
  const argument = { numberA: { presentationAllowedAddress: party }, numberB: party, service: "0402a880" };
  const at = "ies[0].value.components[0]";

  const mistakes: readonly (readonly [json: unknown, text: string | RegExp])[] = [
    [[], "here: give an object with message, callReference and ies"],
    [{ message: "SETTUP" }, /^message: give one of "ALERTING", .*"STATUS"$/],
    [{ message: null }, /^message: give one of/],
    [{ message: null, type: 256 }, "type: give a whole number from 0 to 255"],
    [{ message: "SETUP" }, "callReference: give an object with value, flag, length"],
    [
      { message: "SETUP", callReference: { value: 128, flag: 0, length: 1 } },
      "callReference.value: give a whole number from 0 to 127",
    ],
    [{ message: "SETUP", callReference: { value: 1, flag: 2, length: 2 } }, "callReference.flag: give one of 0, 1"],
    [{ message: "SETUP", callReference: reference }, "ies: give the list of elements"],
    [withIes(1), "ies[0]: give an object with id, codeset and value"],
    [withIes({ id: 400 }), "ies[0].id: give a whole number from 0 to 255"],
    [withIes({ id: 8, codeset: 9 }), "ies[0].codeset: give a whole number from 0 to 7"],
    [withIes({ id: 8 }), "ies[0]: give a value, or the element's octets as hex"],
    [withIes({ id: 8, hex: "0" }), "ies[0].hex: give octets as an even number of hex digits"],
    [withIes({ id: 8, hex: "2800" }), "ies[0].hex: give octets that begin with identifier 8"],
    [withIes({ id: 0x6f, value: {} }), "ies[0].value: give hex in its place: this element is passed on unread"],
    [
      withIes({ id: 0x31, codeset: 4, value: { count: 1 } }),
      "ies[0].codeset: give 0, or a Shift element (id 144) to 4 before it",
    ],
    [
      withIes({ id: 8, value: { codingStandard: 0, location: 1, cause: "16" } }),
      "ies[0].value.cause: give a whole number from 0 to 127",
    ],
    [
      withIes({ id: 40, value: { text: "x".repeat(256) } }),
      "ies[0].value: give contents of 255 octets at most, not 256",
    ],
    [
      withIes({
        id: 28,
        value: {
          profile: 159,
          components: Array(26).fill({ ...invoke, operation: "ccSuspend", argument: { none: null } }),
        },
      }),
      "ies[0].value: give contents of 255 octets at most, not 261: put the components in elements of their own",
    ],
    [
      withIes(...Array<unknown>(17).fill({ id: 40, value: { text: "x".repeat(250) } })),
      `ies: give elements of ${messageLimits.octets} octets in all with their header, not 4289`,
    ],
    [withIes({ id: 28, value: { profile: 31, components: [] } }), "ies[0].value.profile: give one of 159, 145, 17"],
    [
      withIes({ id: 28, value: { profile: 159, npp: 255, components: [] } }),
      "ies[0].value.npp: give a whole number from 0 to 254",
    ],
    [
      withIes({ id: 28, value: { profile: 159, interpretation: "ignore", components: [] } }),
      /^ies\[0\]\.value\.interpretation: give one of discardAny/,
    ],
    [withComponent({ component: "call" }), /^ies\[0\]\.value\.components\[0\]\.component: give one of "invoke",/],
    [withComponent({ ...invoke, invokeId: 40000 }), `${at}.invokeId: give a whole number from -32768 to 32767`],
    [withComponent({ ...invoke, operation: "ccbs" }), /operation: give one of null, "callingName"/],
    [
      withComponent({ ...invoke, operation: null }),
      `${at}.operation: give a name of the table, or null and a code beside it`,
    ],
    [withComponent({ ...invoke, code: 27 }), `${at}.operation: give "ccnrRequest", which its code says, or no code`],
    [withComponent({ ...invoke, code: 1.5 }), `${at}.code: give a local code, or an object identifier in dots`],
    [withComponent({ ...invoke, argument: "30" }), `${at}.argument: give whole BER values as hex digits`],
    [
      withComponent({ ...invoke, argument: { ...argument, numberB: { unknownPartyNumber: "12*" } } }),
      `${at}.argument.numberB.unknownPartyNumber: give a NumericString, its length from 1 to 20`,
    ],
    [
      withComponent({ ...invoke, argument: { ...argument, numberB: undefined } }),
      /argument\.numberB: give an object with one of unknownPartyNumber, publicPartyNumber/,
    ],
    [
      withComponent({ ...invoke, argument: { ...argument, retain: true } }),
      /argument\.retain: give no such member, only an object with numberA, numberB, service, subaddrA \(optional\)/,
    ],
    [withComponent(invoke), /argument: give an object with numberA/],
    [
      withComponent({ component: "reject", invokeId: 1, problemClass: "invoke", problem: "unknownOperation" }),
      /^ies\[0\]\.value\.components\[0\]\.problem: give one of duplicateInvocation, .* or its number$/,
    ],
    [
      withComponent({ component: "invoke", invokeId: 1, operation: null, code: 127, argument: { none: null } }),
      `${at}.argument: give whole BER values as hex digits`,
    ],
  ];
  for (const [json, text] of mistakes) {
    it(`${String(text)}`, () => {
      const error = messageFromJson(json);
      expect(error).to.be.instanceOf(ShapeError);
      if (text instanceof RegExp) expect(error).to.have.property("text").that.matches(text);
      else expect(error).to.have.property("text", text);
    });
  }
});
