import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { decodeH225 } from "../../../codecs/h225/index.ts";
import { find } from "../../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../../codecs/q931/ie/called-party-number.ts";
import { decodeMessage } from "../../../codecs/q931/index.ts";
import { toHex } from "../../../codecs/shape.ts";
import { bodyOf, outer, qsig } from "../h225/outer.ts";
import { octets } from "../trace/octets.ts";
import { H323Call, outerNumbers, reference, untouched } from "./h323-calls.ts";
import { h323Config, lines, only, type SentOuter } from "./h323-relay.ts";

/** It left as it came; what we answer on its own leg is another matter. */
function same({ came, sent }: { readonly came: Uint8Array; readonly sent: readonly SentOuter[] }): void {
  const onwards = sent.filter(({ octets: each }) => each[2] === came[2]);
  expect(toHex(only(onwards).octets)).to.equal(toHex(came));
}

function read(octetsOf: Uint8Array) {
  const result = decodeH225(octetsOf);
  if (result instanceof DecodeError) throw new Error(result.code);
  return result;
}

const h245 = { h245Control: [octets("0102")] };
const rule = '{ match: "2xxx", strip: 1, add: "77", plan: private, type: unknown }';
const facilityIe = "1c099fa106020101020128";

describe("a call between two h323 trunks", () => {
  it("passes with media addresses, tokens and what nobody reads, bit for bit, from SETUP to its end (R13)", () => {
    const call = new H323Call();
    same({ came: outerOfSetup(), sent: call.setup() });
    for (const name of ["CALL PROCEEDING", "ALERTING", "CONNECT"] as const) same(call.east(name));
    same(call.east("NOTIFY", { inner: "2701f9" }));
    same(call.west("FACILITY", { inner: facilityIe }));
    same(call.east("FACILITY", { inner: facilityIe, parts: { pdu: h245 } }));
    same(call.west("FACILITY", { inner: [qsig("DISCONNECT", reference(0), "08028090")] }));
    expect(lines(call.east("FACILITY", { inner: [qsig("RELEASE", reference(1))] }).sent)).to.deep.equal([
      "east RELEASE COMPLETE [RELEASE COMPLETE]",
    ]);
    expect(call.relay.alarms()).to.deep.equal([]);
  });

  it("waits for B's first response, where its media may be; after 2.5 s we answer, and B's goes on", () => {
    const call = new H323Call();
    call.setup();
    call.relay.pass(2499);
    expect(lines(call.relay.taken())).to.deep.equal([]);
    call.relay.pass(1);
    expect(lines(call.relay.taken())).to.deep.equal(["west CALL PROCEEDING [CALL PROCEEDING]"]);
    expect(lines(call.east("CALL PROCEEDING").sent)).to.deep.equal(["west CALL PROCEEDING"]);
    same(call.east("ALERTING"));
  });

  it("keeps what the caller's carrier brings until B has answered, H.245 in the tunnel too", () => {
    const call = new H323Call();
    call.setup();
    const { came, sent } = call.west("FACILITY", { tunnels: false, parts: { pdu: h245 } });
    expect(lines(sent)).to.deep.equal([]);
    const [proceeding, early] = call.east("CALL PROCEEDING").sent;
    expect(lines([proceeding as SentOuter])).to.deep.equal(["west CALL PROCEEDING [CALL PROCEEDING]"]);
    expect(toHex(early?.octets ?? octets(""))).to.equal(toHex(came));
  });

  it("ends with the outer message that brought the end, behind DISCONNECT where the inner call needs it (R1)", () => {
    const call = new H323Call();
    call.setup();
    const { came, sent } = call.east("RELEASE COMPLETE", { inner: "08028091", parts: { ies: "08028091" } });
    expect(lines(sent)).to.deep.equal(["west CALL PROCEEDING [CALL PROCEEDING]", "west FACILITY [DISCONNECT]"]);
    const last = only(call.west("FACILITY", { inner: [qsig("RELEASE", reference(0))] }).sent);
    const { message, userInformation, tunnelled } = read(last.octets);
    const due = read(came);
    expect(message.ies[0]).to.deep.equal(due.message.ies[0]);
    expect(userInformation?.h323UuPdu.h323MessageBody).to.deep.equal(due.userInformation?.h323UuPdu.h323MessageBody);
    expect(tunnelled?.messages.map(toHex)).to.have.length(1);
  });
});

describe("a call between two h323 trunks: numbers", () => {
  const rules = `${untouched.east}, digits: { out: [${rule}] }`;

  it("change inside and outside together: elements, dialled digits, party numbers (R13.1)", () => {
    const call = new H323Call(h323Config({ ...untouched, east: rules }));
    const sent = read(only(call.setup()).octets);
    expect(find(sent.message, calledPartyNumber)).to.include({ digits: "77001", numberingPlan: 9 });
    const inner = decodeMessage(sent.tunnelled?.messages[0] ?? octets(""));
    if (inner instanceof DecodeError) throw new Error(inner.code);
    expect(find(inner, calledPartyNumber)).to.include({ digits: "77001", numberingPlan: 9 });
    const due = bodyOf("SETUP", true);
    const body = sent.userInformation?.h323UuPdu.h323MessageBody;
    if (!("setup" in due) || body === undefined || !("setup" in body)) throw new Error("no SETUP");
    expect(body.setup.destinationAddress).to.deep.equal([
      { dialledDigits: "77001" },
      { partyNumber: { privateNumber: { privateTypeOfNumber: { unknown: null }, privateNumberDigits: "77001" } } },
    ]);
    const came = read(outerOfSetup()).userInformation?.h323UuPdu.h323MessageBody ?? {};
    expect({ setup: { ...body.setup, destinationAddress: due.setup.destinationAddress } }).to.deep.equal(came);
  });
});

describe("a call between two h323 trunks: messages that come, go and stay", () => {
  it("what stays on its leg leaves nothing behind: a FACILITY that only brought it is not sent on (R13.3)", () => {
    const call = new H323Call();
    call.connect();
    const stays = [qsig("CONNECT ACKNOWLEDGE", reference(0))];
    expect(lines(call.west("FACILITY", { inner: stays }).sent)).to.deep.equal([]);
    const { came, sent } = call.west("FACILITY", { inner: stays, parts: { pdu: h245 } });
    const left = only(sent);
    expect(lines([left])).to.deep.equal(["east FACILITY"]);
    const without = outer("FACILITY", reference(0, 0x321), { pdu: h245 });
    expect(read(left.octets).userInformation).to.deep.equal(read(without).userInformation);
    expect(came.length).to.be.above(left.octets.length);
  });

  it("several in one leave in one where none changed; where one stays, the others leave in it (R13.4)", () => {
    const call = new H323Call();
    call.connect();
    const both = [qsig("FACILITY", reference(1), facilityIe), qsig("NOTIFY", reference(1), "2701f9")];
    same(call.east("FACILITY", { inner: both }));
    const withAck = [both[0] as Uint8Array, qsig("STATUS", reference(1), "0802809e14010a")];
    const { sent } = call.east("FACILITY", { inner: withAck });
    expect(lines(sent)).to.deep.equal(["west FACILITY [FACILITY]"]);
  });

  it("several in one leave one by one where one changed, the outer one with the message it is of (R13.4)", () => {
    const rules = `${untouched.east}, digits: { in: [${rule}] }`;
    const call = new H323Call(h323Config({ ...untouched, east: rules }));
    call.setup();
    call.east("CALL PROCEEDING");
    call.east("ALERTING");
    const both = [qsig("FACILITY", reference(1), facilityIe), qsig("CONNECT", reference(1), "4c0600803230303100")];
    const { sent } = call.east("CONNECT", { inner: both });
    expect(lines(sent)).to.deep.equal([
      "east FACILITY [CONNECT ACKNOWLEDGE]",
      "west FACILITY [FACILITY]",
      "west CONNECT [CONNECT]",
    ]);
    const body = read(sent[2]?.octets ?? octets("")).userInformation?.h323UuPdu.h323MessageBody;
    expect(body).to.have.nested.property("connect.h245Address");
  });

  it("takes any inner message in any outer one (R13.5)", () => {
    const call = new H323Call();
    call.setup();
    const proceeding = [qsig("CALL PROCEEDING", reference(1))];
    same(call.east("FACILITY", { inner: proceeding }));
    same(call.east("PROGRESS", { inner: [qsig("ALERTING", reference(1))], parts: { ies: "1e028088" } }));
    same(call.east("NOTIFY", { inner: [qsig("CONNECT", reference(1))] }));
  });

  it("takes DISCONNECT in RELEASE COMPLETE: that message, and then the end (R13.5)", () => {
    const call = new H323Call();
    call.connect();
    const { sent } = call.east("RELEASE COMPLETE", { inner: [qsig("DISCONNECT", reference(1), "08028090")] });
    expect(lines(sent)).to.deep.equal(["west FACILITY [DISCONNECT]"]);
    const { sent: end } = call.west("FACILITY", { inner: [qsig("RELEASE", reference(0))] });
    expect(lines(end)).to.deep.equal(["west RELEASE COMPLETE [RELEASE COMPLETE]"]);
    expect(read(only(end).octets).userInformation?.h323UuPdu.h323MessageBody).to.have.nested.property(
      "releaseComplete.reason.destinationRejection",
    );
  });

  it("FACILITY before RELEASE COMPLETE in one goes first, in one of its own", () => {
    const call = new H323Call();
    call.connect();
    const both = [qsig("FACILITY", reference(1), facilityIe), qsig("RELEASE COMPLETE", reference(1), "08028090")];
    const { sent } = call.east("RELEASE COMPLETE", { inner: both });
    expect(lines(sent)).to.deep.equal(["west FACILITY [FACILITY]", "west FACILITY [DISCONNECT]"]);
  });

  it("an inner RELEASE that nobody answers ends with the outer RELEASE COMPLETE (R13.6)", () => {
    const call = new H323Call();
    call.connect();
    call.west("FACILITY", { inner: [qsig("DISCONNECT", reference(0), "08028090")] });
    call.relay.pass(60_000);
    expect(lines(call.relay.taken().filter(({ trunk }) => trunk === "east"))).to.deep.equal([
      "east FACILITY [RELEASE]",
      "east FACILITY [RELEASE]",
      "east RELEASE COMPLETE [RELEASE COMPLETE]",
    ]);
  });
});

function outerOfSetup(): Uint8Array {
  const inner = [qsig("SETUP", reference(0), `04038090a31803a98381${outerNumbers}`)];
  return outer("SETUP", reference(0, 0x321), { ies: `04038090a3${outerNumbers}`, inner });
}
