import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { decodeFacility } from "../../../codecs/facility/decode.ts";
import { encodeFacility } from "../../../codecs/facility/encode.ts";
import { facilityShape } from "../../../codecs/facility/json.ts";
import { ShapeError, toJson } from "../../../codecs/shape.ts";
import { componentWords } from "../../../codecs/view/component-words.ts";
import { octets } from "../q931/octets.ts";

/** Facility contents as a public network sends them, by hand from the modules, and how people are told. */
const rows: readonly (readonly [hex: string, words: string])[] = [
  ["91 a1 06 020101 020103", "identify the malicious caller [mCIDRequest, invoke 1]"],
  ["91 a1 06 020101 020104", "join both calls to a three-party call [begin3PTY, invoke 1]"],
  ["91 a1 06 020101 020106", "join both calls and leave them [ectExecute, invoke 1]"],
  [
    "91 a1 18 020101 020107 3010 0a0102 0a0101 3006 800432303031 0500",
    "divert all numbers to 2001 (on no reply) [activationDiversion, invoke 1]",
  ],
  ["91 a1 0f 020101 02010d 3007 3005 8003313233 ", "deflect this call to 123 [callDeflection, invoke 1]"],
  [
    "91 a1 27 020101 02010e 301f 0a0102 3006800432303031 020101 400504038090a3 a108a006800431303031",
    "call 2001 instead of 1001 (on busy) [callRerouteing, invoke 1]",
  ],
  [
    "91 a1 16 020101 02010f 300e 020102 0a0103 a106a0048002 3130",
    "this call was diverted 2 times, last by 10 (on no reply) [divertingLegInformation2, invoke 1]",
  ],
  [
    "91 a1 09 020101 020113 0101ff",
    "the number that the call was diverted to may be shown [divertingLegInformation3, invoke 1]",
  ],
  ["91 a1 12 020101 020122 300a a1053003020107 820100", "the charge so far is 7 units [aOCDChargingUnit, invoke 1]"],
  [
    "91 a1 1a 020101 020123 3012 3010 a10e 8103455552 a207 810200fa 820101",
    "the charge of the call is 250 x 0.01 EUR [aOCECurrency, invoke 1]",
  ],
  ["91 a1 08 020101 020121 0500", "the charge is not known [aOCDCurrency, invoke 1]"],
  ["91 a1 0e 020101 0606040082670101 020105", "call back can be asked for: call linkage 5 [callInfoRetain, invoke 1]"],
  ["91 a1 0e 020101 0606040082670102 020105", "asks for call back when busy: call linkage 5 [cCBSRequest, invoke 1]"],
  [
    "91 a2 15 020101 3010 0606040082670102 3006 0a0100 020109",
    "call back accepted: reference 9 [result, cCBSRequest, invoke 1]",
  ],
  ["91 a1 0b 020101 0606040082670206", "call back can be asked for [cCBSTAvailable, invoke 1]"],
  [
    "91 a1 18 020101 0606040082710105 300b 0a0101 a006800432303031",
    "the call was transferred to 2001, who has answered [ectInform, invoke 1]",
  ],
  ["91 a1 09 020101 02011e 0a0101", "asks for chargingRequest: chargingDuringACall [chargingRequest, invoke 1]"],
  ["91 a3 0b 020101 0606040082670117", "refused [error shortTermDenial, invoke 1]"],
];

describe("DSS1 operations", () => {
  for (const [hex, words] of rows) {
    it(`are told: ${words}`, () => {
      const facility = decodeFacility(octets(hex), "dss1");
      if (facility instanceof DecodeError) expect.fail(facility.code);
      expect(facility.problems).to.equal(undefined);
      expect(facility.components.map((component) => componentWords(component))).to.deep.equal([words]);
      expect(encodeFacility(facility)).to.deep.equal(octets(hex));
      const again = facilityShape.fromJson(JSON.parse(JSON.stringify(toJson(facility))), "");
      if (again instanceof ShapeError) expect.fail(again.text);
      expect(encodeFacility(again)).to.deep.equal(octets(hex));
    });
  }
});
