import { expect } from "chai";
import type { Codec } from "../../../codecs/ber/codec.ts";
import { encodeOctets } from "../../../codecs/ber/codec.ts";
import { fromJson } from "../../../codecs/ber/json.ts";
import { toJson } from "../../../codecs/shape.ts";
import { DecodeError } from "../../../codecs/error.ts";
import { Component } from "../../../codecs/generated/facility-information-element-components.ts";
import { CharacterSet } from "../../../codecs/generated/name-operations-asn1-97.ts";
import { CcExtension, CcRequestArg, CcRequestRes } from "../../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { hexOf } from "./octets.ts";

const request = {
  numberA: { presentationAllowedAddress: { unknownPartyNumber: "1001" } },
  numberB: { unknownPartyNumber: "2001" },
  service: "04038090a3",
};
const invoke = (fields: object): object => ({ invoke: { invokeId: 1, opcode: { local: 40 }, ...fields } });

describe("values as JSON", () => {
  it("octets are hex, everything else stays", () => {
    const value = fromJson(CcRequestArg, request);
    if (value instanceof DecodeError) expect.fail(value.path);
    expect(hexOf(value.service)).to.equal("04038090a3");
    expect(toJson(value)).to.deep.equal(request);
    expect(hexOf(encodeOctets(CcRequestArg, value))).to.equal("3015a006800431303031800432303031400504038090a3");
  });

  it("takes names and numbers of a type that may have both", () => {
    expect(fromJson(CharacterSet, "iso8859-1")).to.equal("iso8859-1");
    expect(fromJson(CharacterSet, 77)).to.equal(77);
  });

  const faults: readonly (readonly [what: string, codec: Codec<unknown>, json: unknown, code: string, path: string])[] =
    [
      ["a field too few", CcRequestArg, { numberB: request.numberB }, "missingField", "CcRequestArg.numberA"],
      ["a field too many", CcRequestArg, { ...request, numberC: 1 }, "badValue", "CcRequestArg.numberC"],
      [
        "a star among digits",
        CcRequestArg,
        { ...request, numberB: { unknownPartyNumber: "*79" } },
        "badValue",
        "CcRequestArg.numberB.unknownPartyNumber",
      ],
      [
        "too many digits",
        CcRequestArg,
        { ...request, numberB: { unknownPartyNumber: "1".repeat(21) } },
        "badValue",
        "CcRequestArg.numberB.unknownPartyNumber",
      ],
      ["half an octet", CcRequestArg, { ...request, service: "040" }, "badValue", "CcRequestArg.service"],
      ["two alternatives", CcExtension, { none: null, multiple: [] }, "badValue", "CcExtension"],
      ["no alternative", CcExtension, {}, "badValue", "CcExtension"],
      ["an unknown alternative", CcExtension, { some: null }, "badValue", "CcExtension"],
      ["a list for an object", CcRequestRes, [], "badValue", "CcRequestRes"],
      ["null for an object", CcRequestRes, null, "badValue", "CcRequestRes"],
      ["an object for a list", CcExtension, { multiple: {} }, "badValue", "CcExtension.multiple"],
      [
        "a wrong element",
        CcExtension,
        { multiple: [{ extensionId: "1.40", extensionArgument: "0500" }] },
        "badValue",
        "CcExtension.multiple.0.extensionId",
      ],
      [
        "an open type of two values",
        Component,
        invoke({ argument: "05000500" }),
        "badValue",
        "Component.invoke.argument",
      ],
      ["an open type cut off", Component, invoke({ argument: "0502" }), "badValue", "Component.invoke.argument"],
      ["a number out of range", Component, invoke({ linkedId: 40000 }), "badValue", "Component.invoke.linkedId"],
      ["half a number", Component, invoke({ linkedId: 0.5 }), "badValue", "Component.invoke.linkedId"],
      ["text for a truth", CcRequestRes, { retainService: "true" }, "badValue", "CcRequestRes.retainService"],
      ["a name inherited from Object", CharacterSet, "toString", "badValue", "CharacterSet"],
      ["a number above its range", CharacterSet, 256, "badValue", "CharacterSet"],
    ];
  for (const [what, codec, json, code, path] of faults) {
    it(`refuses ${what}`, () => {
      const value = fromJson(codec, json);
      expect(value).to.be.instanceOf(DecodeError);
      expect(value).to.include({ code, path });
    });
  }
});
