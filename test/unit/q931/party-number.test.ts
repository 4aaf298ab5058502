import { expect } from "chai";
import type { PartyNumberElement } from "../../../codecs/q931/number.ts";
import {
  fromPartyNumber,
  fromPartySubaddress,
  toPartyNumber,
  toPartySubaddress,
  toPresentedNumber,
} from "../../../codecs/q931/party-number.ts";

const number = (typeOfNumber: number, numberingPlan: number, digits = "1001"): PartyNumberElement => ({
  typeOfNumber,
  numberingPlan,
  digits,
});

/** CC 1.6: plan to choice, type one to one. */
const mapped: readonly (readonly [typeOfNumber: number, plan: number, party: object])[] = [
  [0, 0, { unknownPartyNumber: "1001" }],
  [0, 1, { publicPartyNumber: { publicTypeOfNumber: "unknown", publicNumberDigits: "1001" } }],
  [1, 1, { publicPartyNumber: { publicTypeOfNumber: "internationalNumber", publicNumberDigits: "1001" } }],
  [2, 1, { publicPartyNumber: { publicTypeOfNumber: "nationalNumber", publicNumberDigits: "1001" } }],
  [3, 1, { publicPartyNumber: { publicTypeOfNumber: "networkSpecificNumber", publicNumberDigits: "1001" } }],
  [4, 1, { publicPartyNumber: { publicTypeOfNumber: "subscriberNumber", publicNumberDigits: "1001" } }],
  [6, 1, { publicPartyNumber: { publicTypeOfNumber: "abbreviatedNumber", publicNumberDigits: "1001" } }],
  [0, 3, { dataPartyNumber: "1001" }],
  [0, 4, { telexPartyNumber: "1001" }],
  [0, 8, { nationalStandardPartyNumber: "1001" }],
  [0, 9, { privatePartyNumber: { privateTypeOfNumber: "unknown", privateNumberDigits: "1001" } }],
  [1, 9, { privatePartyNumber: { privateTypeOfNumber: "level2RegionalNumber", privateNumberDigits: "1001" } }],
  [2, 9, { privatePartyNumber: { privateTypeOfNumber: "level1RegionalNumber", privateNumberDigits: "1001" } }],
  [3, 9, { privatePartyNumber: { privateTypeOfNumber: "pISNSpecificNumber", privateNumberDigits: "1001" } }],
  [4, 9, { privatePartyNumber: { privateTypeOfNumber: "localNumber", privateNumberDigits: "1001" } }],
  [6, 9, { privatePartyNumber: { privateTypeOfNumber: "abbreviatedNumber", privateNumberDigits: "1001" } }],
];

describe("PartyNumber of a number element", () => {
  for (const [typeOfNumber, plan, party] of mapped) {
    it(`type ${typeOfNumber}, plan ${plan}: ${JSON.stringify(party)} and back`, () => {
      const made = toPartyNumber(number(typeOfNumber, plan)) ?? expect.fail("none");
      expect(made).to.deep.equal(party);
      expect(fromPartyNumber(made)).to.deep.equal({ typeOfNumber, numberingPlan: plan, digits: "1001" });
    });
  }

  const without: readonly (readonly [why: string, number: PartyNumberElement])[] = [
    ["type 5 has no name", number(5, 1)],
    ["type 7 has no name", number(7, 9)],
    ["plan 2 has no choice", number(0, 2)],
    ["* is not in NumericString", number(0, 9, "*79")],
    ["# is not in NumericString", number(0, 9, "79#")],
    ["no digits", number(0, 9, "")],
    ["21 digits", number(0, 9, "123456789012345678901")],
  ];
  for (const [why, value] of without) {
    it(`is none: ${why}`, () => expect(toPartyNumber(value)).to.equal(undefined));
  }

  it("has 20 digits at most", () => {
    expect(toPartyNumber(number(0, 0, "12345678901234567890"))).to.deep.equal({
      unknownPartyNumber: "12345678901234567890",
    });
  });
});

describe("numberA of a request", () => {
  const party = { unknownPartyNumber: "1001" };
  const rows: readonly (readonly [
    why: string,
    calling: PartyNumberElement | undefined,
    presented: object | undefined,
  ])[] = [
    ["no octet 3a", number(0, 0), { presentationAllowedAddress: party }],
    ["allowed", { ...number(0, 0), presentation: 0, screening: 3 }, { presentationAllowedAddress: party }],
    ["restricted, with digits", { ...number(0, 0), presentation: 1 }, { presentationRestrictedAddress: party }],
    ["restricted, no digits", { ...number(0, 0, ""), presentation: 1 }, { numberNotAvailableDueToInterworking: null }],
    ["no digits", number(0, 0, ""), { numberNotAvailableDueToInterworking: null }],
    ["no element", undefined, { numberNotAvailableDueToInterworking: null }],
    ["digits ASN.1 has no word for", number(0, 0, "*1"), undefined],
  ];
  for (const [why, calling, presented] of rows) {
    it(`${why} (R20)`, () => expect(toPresentedNumber(calling)).to.deep.equal(presented));
  }
});

describe("PartySubaddress of a subaddress element", () => {
  const information = Uint8Array.of(0x50, 0x31);

  it("is NSAP or user specified, and back", () => {
    const nsap = { typeOfSubaddress: 0, odd: false, information };
    const user = { typeOfSubaddress: 2, odd: true, information };
    expect(toPartySubaddress(nsap)).to.deep.equal({ nSAPSubaddress: information });
    expect(toPartySubaddress(user)).to.deep.equal({
      userSpecifiedSubaddress: { subaddressInformation: information, oddCountIndicator: true },
    });
    for (const value of [nsap, user, { ...user, odd: false }]) {
      expect(fromPartySubaddress(toPartySubaddress(value) ?? expect.fail("none"))).to.deep.equal(value);
    }
  });

  it("is none for another type, for no octets and for more than 20", () => {
    const of = (typeOfSubaddress: number, length: number) =>
      toPartySubaddress({ typeOfSubaddress, odd: false, information: new Uint8Array(length) });
    expect([of(1, 2), of(0, 0), of(2, 21)]).to.deep.equal([undefined, undefined, undefined]);
    expect(of(0, 20)).not.to.equal(undefined);
  });
});
