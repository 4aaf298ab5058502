import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { decodeH225, h225OctetsLimit, type H225Message, qsigTunnel } from "../../../codecs/h225/index.ts";
import { toHex } from "../../../codecs/shape.ts";
import { octets } from "../trace/octets.ts";
import { octetsOf, vectors } from "./vectors.ts";

function decoded(given: Uint8Array): H225Message {
  const read = decodeH225(given);
  if (read instanceof DecodeError) throw new Error(read.code);
  return read;
}

const problems = (given: Uint8Array): unknown =>
  decoded(given).message.ies.flatMap((ie) => (ie.problems ?? []).map(({ code }) => code));

const guid = octets("00112233445566778899aabbccddeeff");

describe("H.225 messages", () => {
  const due: readonly (readonly [string, string, string])[] = [
    ["SETUP", "SETUP", "05"],
    ["SETUP_CIS", "SETUP", "05"],
    ["CALL_PROCEEDING", "CALL PROCEEDING", "02"],
    ["FACILITY", "FACILITY", "62"],
    ["FACILITY_EMPTY", "FACILITY", "62"],
    ["FACILITY_DISC", "FACILITY", "45"],
    ["FACILITY_REL", "FACILITY", "4d"],
    ["RELCOMP", "RELEASE COMPLETE", "5a"],
  ];

  it("has all vectors", () => expect(vectors.map(({ name }) => name)).to.deep.equal(due.map(([name]) => name)));

  for (const [name, outer, type] of due) {
    it(`finds the tunnelled message of ${name}`, () => {
      const { message, tunnelled } = decoded(octetsOf(name));
      expect(message.message).to.equal(outer);
      expect(message.callReference).to.include({ value: 7, length: 2 });
      expect(tunnelled?.protocol).to.equal(qsigTunnel);
      expect(tunnelled?.messages).to.have.length(1);
      const inner = toHex(tunnelled?.messages[0] ?? octets(""));
      expect(inner).to.match(new RegExp(`^0802.{4}${type}`));
      expect(toHex(octetsOf(name))).to.match(new RegExp(`${inner}$`));
      expect(problems(octetsOf(name))).to.deep.equal([]);
    });

    it(`keeps every octet of ${name} in its elements`, () => {
      const whole = octetsOf(name);
      const written = decoded(whole).message.ies.map((ie) => toHex(ie.octets));
      expect(toHex(whole.subarray(0, 5)) + written.join("")).to.equal(toHex(whole));
    });

    it(`reads ${name} cut anywhere as an error or with a problem, and no tunnelled message`, () => {
      const whole = octetsOf(name);
      for (let at = 0; at < whole.length; at += 1) {
        const read = decodeH225(whole.subarray(0, at));
        if (!(read instanceof DecodeError)) expect(read.tunnelled, `${at}`).to.equal(undefined);
      }
    });
  }

  it("gives the fields of the User-user element by their names", () => {
    const { userInformation } = decoded(octetsOf("SETUP_CIS"));
    const pdu = userInformation?.h323UuPdu ?? expect.fail("no H323-UU-PDU");
    const { setup } = pdu.h323MessageBody as { setup: Record<string, unknown> };
    expect(setup).to.deep.include({
      protocolIdentifier: "0.0.8.2250.0.7",
      destinationAddress: [{ dialledDigits: "3002" }],
      activeMC: false,
      conferenceID: guid.toReversed(),
      callType: { pointToPoint: null },
    });
    expect(setup["conferenceGoal"]).to.deep.equal({ callIndependentSupplementaryService: null });
    expect(setup["sourceInfo"]).to.deep.include({
      vendor: { vendor: { t35CountryCode: 181, t35Extension: 0, manufacturerCode: 18 } },
      supportedTunnelledProtocols: [
        { tunnelledProtocolID: undefined, id: { tunnelledProtocolObjectID: qsigTunnel } },
      ].map(({ id }) => ({ id })),
    });
    expect(pdu.tunnelledSignallingMessage).to.have.property("tunnellingRequired", null);
  });

  it("without a User-user element, or with one of another kind, carry nothing", () => {
    expect(decoded(octets("08020007 62 1c00"))).to.not.have.property("userInformation");
    expect(problems(octets("08020007 62 1c00"))).to.deep.equal([]);
    expect(problems(octets("08020007 05 7e0002 0420"))).to.deep.equal(["badValue"]);
    expect(problems(octets("08020007 05 7e0009 0520"))).to.deep.equal(["truncated"]);
    expect(problems(octets("08020007 05 7e0000"))).to.deep.equal(["truncated"]);
  });

  it("longer than a TPKT are refused", () => {
    expect(decodeH225(new Uint8Array(h225OctetsLimit + 1))).to.have.property("code", "tooLong");
  });
});
