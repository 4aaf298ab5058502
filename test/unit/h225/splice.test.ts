import { expect } from "chai";
import fc from "fast-check";
import { DecodeError } from "../../../codecs/error.ts";
import { H323UserInformation } from "../../../codecs/generated/h323-messages.ts";
import {
  changeUserInformation,
  decodeH225,
  h225OctetsLimit,
  spliceTunnel,
  userUserElement,
} from "../../../codecs/h225/index.ts";
import { decodePer, encodePer } from "../../../codecs/per/index.ts";
import { encodeMessage } from "../../../codecs/q931/index.ts";
import { toHex } from "../../../codecs/shape.ts";
import { valuesOf } from "../per/values.ts";
import { octets } from "../trace/octets.ts";
import { octetsOf, vectors } from "./vectors.ts";

function spliced(message: Uint8Array, messages: readonly Uint8Array[]): Uint8Array {
  const result = spliceTunnel(message, messages);
  if (result instanceof DecodeError) throw new Error(`${result.code} at ${result.offset} ${result.path}`);
  return result;
}

function tunnelled(message: Uint8Array): readonly string[] {
  const read = decodeH225(message);
  if (read instanceof DecodeError) throw new Error(read.code);
  return (read.tunnelled?.messages ?? []).map(toHex);
}

/** A message with an element before and one behind its User-user element. */
const before = octets("08020007 62 1c00");
const messageWith = (information: Uint8Array): Uint8Array =>
  Uint8Array.of(...before, ...userUserElement(information).octets, 0x7d, 0x01, 0x80);

const information = valuesOf(H323UserInformation, "later");
/** A tunnel is one of QSIG or none. */
const tunnels = fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { maxLength: 3 });
const runs = { numRuns: 300, seed: 11 };

describe("the tunnel of a received H.225 message", () => {
  for (const { name } of vectors) {
    it(`of ${name} is written again bit for bit`, () => {
      const whole = octetsOf(name);
      expect(toHex(spliced(whole, tunnelled(whole).map(octets)))).to.equal(toHex(whole));
      expect(toHex(changed(whole, (value) => value))).to.equal(toHex(whole));
    });
  }

  it("is replaced by a longer one: lengths grow, all else stays (FACILITY of the vectors)", () => {
    const whole = toHex(octetsOf("FACILITY_DISC"));
    // One octet more: of the User-user element, of the open type, of the message.
    const due = whole.replace("7e003b", "7e003c").replace("1000032b0c090109", "1100032b0c09010a");
    expect(toHex(spliced(octets(whole), [octets("0802000545080280 9000".replace(" ", ""))]))).to.equal(`${due}00`);
  });

  it("goes and comes back in a message whose other additions stay", () => {
    const whole = octetsOf("SETUP_CIS");
    const without = spliced(whole, []);
    expect(tunnelled(without)).to.deep.equal([]);
    const setup = octets("0802000505");
    // What came with the old tunnel is gone with it: no tunnellingRequired.
    expect(tunnelled(spliced(without, [setup]))).to.deep.equal([toHex(setup)]);
    expect(tunnelled(spliced(whole, [setup, setup]))).to.deep.equal([toHex(setup), toHex(setup)]);
  });

  it("comes into a message of a sender that knows no additions (version 1)", () => {
    const oldest = encodePer(H323UserInformation, {
      h323UuPdu: { h323MessageBody: { information: { protocolIdentifier: "0.0.8.2250.0.1" } } },
      userData: { protocolDiscriminator: 8, userInformation: octets("010203") },
    });
    const with1 = spliced(messageWith(oldest), [octets("0802000505")]);
    expect(tunnelled(with1)).to.deep.equal(["0802000505"]);
    expect(toHex(spliced(with1, []))).to.equal(toHex(messageWith(oldest)));
  });

  it("changes nothing but the tunnel in any message, and back again gives what came (Annex M.1, R13)", () => {
    fc.assert(
      fc.property(information, tunnels, (value, messages) => {
        const whole = messageWith(encodePer(H323UserInformation, value));
        const changedOnce = spliced(whole, messages);
        expect(tunnelled(changedOnce)).to.deep.equal(
          withQsig(value) || messages.length === 0 ? messages.map(toHex) : [],
        );
        const read = decodePer(H323UserInformation, informationOf(changedOnce));
        if (read instanceof DecodeError) throw new Error(read.code);
        expect(withoutTunnel(read)).to.equal(withoutTunnel(value));
        expect(toHex(changedOnce.subarray(0, before.length))).to.equal(toHex(before));
        expect(toHex(changedOnce.subarray(-3))).to.equal("7d0180");
        const came = value.h323UuPdu.tunnelledSignallingMessage;
        if (came !== undefined && messages.length > 0 && came.messageContent.length > 0) {
          expect(toHex(spliced(changedOnce, came.messageContent))).to.equal(toHex(whole));
        }
      }),
      runs,
    );
  });

  it("is an error where the message ends before its element does, and where the tunnel cannot be read", () => {
    const whole = octetsOf("FACILITY");
    for (let at = 0; at < whole.length; at += 1) {
      expect(spliceTunnel(whole.subarray(0, at), []), `${at}`).to.be.instanceOf(DecodeError);
    }
    expect(spliceTunnel(octets("08020007 5a"), [])).to.have.property("code", "truncated");
    const bad = octets(toHex(octetsOf("FACILITY_DISC")).replace("032b0c090109", "032b0c090143"));
    expect(spliceTunnel(bad, [octets("08")])).to.be.instanceOf(DecodeError);
  });

  it("is an error where it is no message of Q.931", () => {
    const other = octetsOf("FACILITY");
    other[0] = 0xa1;
    expect(spliceTunnel(other, [])).to.deep.include({ code: "badHeader", offset: 0 });
  });

  it("is an error past the octets that a TPKT can carry", () => {
    const facility = octetsOf("FACILITY");
    const room = h225OctetsLimit - spliced(facility, [octets("08007d")]).length;
    const withRest = (rest: number): Uint8Array => Uint8Array.of(...facility, ...new Uint8Array(rest));
    expect(spliced(withRest(room), [octets("08007d")])).to.have.length(h225OctetsLimit);
    expect(spliceTunnel(withRest(room + 1), [octets("08007d")])).to.have.property("code", "tooLong");
  });
});

describe("the value of a received User-user element", () => {
  it("is changed in place: other additions and the elements around it stay", () => {
    const setup = changed(octetsOf("SETUP"), (value) => {
      const { h323MessageBody: body } = value.h323UuPdu;
      if (!("setup" in body)) throw new Error("no SETUP");
      const destinationAddress = [{ dialledDigits: "77" }, { h323ID: "b" }];
      return {
        ...value,
        h323UuPdu: { ...value.h323UuPdu, h323MessageBody: { setup: { ...body.setup, destinationAddress } } },
      };
    });
    const read = decodeH225(setup);
    if (read instanceof DecodeError) throw new Error(read.code);
    expect(read.userInformation?.h323UuPdu.h323MessageBody).to.have.nested.property(
      "setup.destinationAddress[0].dialledDigits",
      "77",
    );
    expect(read.tunnelled?.messages.map(toHex)).to.deep.equal(tunnelled(octetsOf("SETUP")));
  });

  it("is refused where it would not be written as it came: a length in two octets that fits one", () => {
    const whole = encodeMessage(
      { value: 7, flag: 0, length: 2 },
      // protocolIdentifier with the length 8006 for 06.
      { message: "INFORMATION", ies: [userUserElement(octets("0400 80060008914a0007"))] },
    );
    expect(changeUserInformation(whole, (value) => value)).to.have.property("code", "notCanonical");
  });
});

type Change = Parameters<typeof changeUserInformation>[1];

function changed(message: Uint8Array, change: Change): Uint8Array {
  const result = changeUserInformation(message, change);
  if (result instanceof DecodeError) throw new Error(`${result.code} at ${result.offset} ${result.path}`);
  return result;
}

function informationOf(message: Uint8Array): Uint8Array {
  return message.subarray(before.length + 4, message.length - 3);
}

/** As text, every octet of it. */
function withoutTunnel({ h323UuPdu, ...rest }: H323UserInformation): string {
  const { tunnelledSignallingMessage: _tunnel, ...others } = h323UuPdu;
  const sorted = (_key: string, value: unknown): unknown => {
    if (value instanceof Uint8Array) return toHex(value);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  };
  return JSON.stringify({ ...rest, others }, sorted);
}

/** The tunnel that comes is one of ours: a random one may be of another protocol. */
function withQsig({ h323UuPdu }: H323UserInformation): boolean {
  const id = h323UuPdu.tunnelledSignallingMessage?.tunnelledProtocolID.id;
  return id === undefined || "tunnelledProtocolObjectID" in id;
}
