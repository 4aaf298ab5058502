import { expect } from "chai";
import fc from "fast-check";
import { H323UserInformation } from "../../../codecs/generated/h323-messages.ts";
import { qsigTunnel, userUserElement } from "../../../codecs/h225/index.ts";
import { encodePer } from "../../../codecs/per/index.ts";
import { encodeMessage } from "../../../codecs/q931/index.ts";
import type { MessageName } from "../../../codecs/q931/messages.ts";
import { toHex } from "../../../codecs/shape.ts";
import { qsig } from "../h225/outer.ts";
import { valuesOf } from "../per/values.ts";
import { H323Call, outerValue, reference } from "./h323-calls.ts";
import { lines } from "./h323-relay.ts";

const facility = qsig("FACILITY", reference(1), "1c099fa106020101020128");

/** Any message of H.225.0, with additions that no version has yet; its tunnel brings this, or it has none. */
const outerMessage = fc
  .record({
    name: fc.constantFrom<MessageName>("FACILITY", "NOTIFY", "INFORMATION", "PROGRESS", "ALERTING", "CONNECT"),
    value: valuesOf(H323UserInformation, "later"),
    isTunnelled: fc.boolean(),
  })
  .map(({ name, value, isTunnelled }) => {
    const { tunnelledSignallingMessage: _tunnel, ...pdu } = value.h323UuPdu;
    const id = { tunnelledProtocolObjectID: qsigTunnel };
    const tunnel = { tunnelledProtocolID: { id }, messageContent: [facility], tunnellingRequired: null };
    const h323UuPdu = isTunnelled ? { ...pdu, tunnelledSignallingMessage: tunnel } : pdu;
    const information = encodePer(H323UserInformation, { ...value, h323UuPdu });
    const ies = [{ id: 0x28, codeset: 0, octets: Uint8Array.of(0x28, 1, 0x41) }, userUserElement(information)];
    const callReference = { value: outerValue, flag: 1, length: 2 } as const;
    return { isTunnelled, octets: encodeMessage(callReference, { message: name, ies }) };
  });

describe("any outer message of a call that stands", () => {
  it("passes between two h323 trunks bit for bit, whatever is in it, with a QSIG message or without (R13)", () => {
    const call = new H323Call();
    call.connect();
    fc.assert(
      fc.property(outerMessage, ({ octets }) => {
        call.relay.receive("east", [...(call.relay.open.get("east") ?? [])].at(-1) ?? "", octets);
        const sent = call.relay.taken();
        expect(sent.map((each) => toHex(each.octets))).to.deep.equal([toHex(octets)]);
      }),
      { numRuns: 300, seed: 17 },
    );
    expect(call.relay.alarms()).to.deep.equal([]);
    expect(lines(call.east("FACILITY", { inner: "1c099fa106020101020128" }).sent)).to.have.length(1);
  });
});
