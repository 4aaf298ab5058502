import { expect } from "chai";
import { decodeOctets, encodeOctets } from "../../../codecs/ber/codec.ts";
import type { Codec } from "../../../codecs/ber/codec.ts";
import type { DecodeErrorCode } from "../../../codecs/error.ts";
import {
  NumberScreened,
  PartyNumber,
  PartySubaddress,
} from "../../../codecs/generated/addressing-data-elements-asn1-97.ts";
import {
  Component,
  NetworkFacilityExtension,
} from "../../../codecs/generated/facility-information-element-components.ts";
import { Extension } from "../../../codecs/generated/manufacturer-specific-service-extension-class-asn1-97.ts";
import {
  CcExtension,
  CcOptionalArg,
  CcRequestArg,
  CcRequestRes,
} from "../../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { hexOf, octetsOf } from "./octets.ts";

const numberA = "a006800431303031";
const numberB = "800432303031";
const service = "400504038090a3";
const mandatory = numberA + numberB + service;
const optional = ["aa0a30080403010203010101", "ab06040450333435", "8c0101", "8d0100", "0500"];

function inside(tag: string, ...parts: readonly string[]): string {
  const content = parts.join("").replaceAll(" ", "");
  return tag + (content.length / 2).toString(16).padStart(2, "0") + content;
}

const request = {
  numberA: { presentationAllowedAddress: { unknownPartyNumber: "1001" } },
  numberB: { unknownPartyNumber: "2001" },
  service: octetsOf("04038090a3"),
};
const everything = {
  ...request,
  subaddrA: { userSpecifiedSubaddress: { subaddressInformation: octetsOf("010203"), oddCountIndicator: true } },
  subaddrB: { nSAPSubaddress: octetsOf("50333435") },
  canRetainService: true,
  retainSigConnection: false,
  extension: { none: null },
};

describe("what is accepted beyond the standard", () => {
  it("the optional fields of a request in any order", () => {
    const turned = inside("30", mandatory, ...[...optional].reverse());
    expect(decodeOctets(CcRequestArg, octetsOf(turned))).to.deep.equal(everything);
    expect(hexOf(encodeOctets(CcRequestArg, everything, { trueOctet: 0x01 }))).to.equal(
      inside("30", mandatory, ...optional),
    );
  });

  it("a request ends quietly at the first tag nobody knows", () => {
    const known = { ...request, canRetainService: true };
    const octets = octetsOf(inside("30", mandatory, "8c01ff", "9f550101", "8d01ff"));
    expect(decodeOctets(CcRequestArg, octets)).to.deep.equal(known);
  });

  it("octets after the last field of any SEQUENCE, extension marker or not", () => {
    const octets = octetsOf("a10d 0a0102 120431303031 8f020000");
    expect(decodeOctets(PartyNumber, octets)).to.deep.equal({
      publicPartyNumber: { publicTypeOfNumber: "nationalNumber", publicNumberDigits: "1001" },
    });
  });

  it("a default value that is sent all the same; we leave it away", () => {
    const value = { noPathReservation: false, retainService: true };
    expect(decodeOctets(CcRequestRes, octetsOf("3006800100810101"))).to.deep.equal(value);
    expect(hexOf(encodeOctets(CcRequestRes, value))).to.equal("30038101ff");
    expect(decodeOctets(CcRequestRes, octetsOf("3000"))).to.deep.equal({});
  });

  it("an INTEGER with superfluous octets and a TRUE of any kind, as one libpri or another sends them", () => {
    expect(decodeOctets(CcRequestRes, octetsOf("3003800142"))).to.deep.equal({ noPathReservation: true });
    expect(decodeOctets(Component, octetsOf("a10a 02020001 02020028 0500"))).to.deep.equal({
      invoke: { invokeId: 1, opcode: { local: 40 }, argument: octetsOf("0500") },
    });
  });
});

describe("what is refused, with its path and octet", () => {
  const faults: readonly (readonly [Codec<unknown>, hex: string, DecodeErrorCode, offset: number, path: string])[] = [
    [CcRequestArg, inside("30", numberA, numberB), "missingField", 16, "CcRequestArg.service"],
    [CcRequestArg, inside("30", numberB, numberA, service), "unexpectedTag", 2, "CcRequestArg.numberA"],
    [CcRequestArg, inside("30", mandatory, "8c01ff", "8c0100"), "unexpectedTag", 26, "CcRequestArg"],
    [CcRequestArg, inside("30", mandatory, "8c02ff00"), "badLength", 25, "CcRequestArg.canRetainService"],
    [
      CcRequestArg,
      inside("30", numberA, "80043230304a", service),
      "badValue",
      15,
      "CcRequestArg.numberB.unknownPartyNumber",
    ],
    [
      CcRequestArg,
      inside("30", "a009a1070a01051202", "3131", numberB, service),
      "badValue",
      6,
      "CcRequestArg.numberA.presentationAllowedAddress.publicPartyNumber.publicTypeOfNumber",
    ],
    [CcRequestArg, inside("30", mandatory, "aa06 040131 040132"), "trailingOctets", 28, "CcRequestArg.subaddrA"],
    [CcOptionalArg, "a103020101", "unexpectedTag", 0, "CcOptionalArg"],
    [
      CcOptionalArg,
      inside("a0", numberA, numberB, service),
      "unexpectedTag",
      4,
      "CcOptionalArg.fullArg.numberA.unknownPartyNumber",
    ],
    [CcExtension, "af05 3003 0601 2a", "missingField", 7, "CcExtension.multiple.0.extensionArgument"],
    [Extension, "3000", "missingField", 2, "Extension.extensionId"],
    [PartyNumber, `8015${"20".repeat(21)}`, "badValue", 0, "PartyNumber.unknownPartyNumber"],
    [PartyNumber, "8200", "unexpectedTag", 0, "PartyNumber"],
    [PartySubaddress, `0415${"00".repeat(21)}`, "badValue", 0, "PartySubaddress.nSAPSubaddress"],
    [NumberScreened, "3009 800131 0a0104", "truncated", 0, "NumberScreened"],
    [NumberScreened, "3006 800131 0a0104", "badValue", 5, "NumberScreened.screeningIndicator"],
    [
      NetworkFacilityExtension,
      "aa06 800100 a103800131",
      "truncated",
      5,
      "NetworkFacilityExtension.sourceEntityAddress",
    ],
    [Component, "a103 020101", "missingField", 5, "Component.invoke.opcode"],
    [Component, "a106 0203018000 02", "badValue", 4, "Component.invoke.invokeId"],
  ];
  for (const [codec, hex, code, offset, path] of faults) {
    it(`${codec.name} ${hex}`, () => {
      expect(decodeOctets(codec, octetsOf(hex))).to.include({ code, offset, path });
    });
  }
});
