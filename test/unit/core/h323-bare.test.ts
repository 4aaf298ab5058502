import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { decodeH225 } from "../../../codecs/h225/index.ts";
import { find } from "../../../codecs/q931/element.ts";
import { facility } from "../../../codecs/q931/ie/facility.ts";
import { decodeMessage } from "../../../codecs/q931/index.ts";
import { toHex } from "../../../codecs/shape.ts";
import { outer, qsig } from "../h225/outer.ts";
import { octets } from "../trace/octets.ts";
import { H323Call, outerNumbers, reference, untouched } from "./h323-calls.ts";
import { h323Config, lines, only, type SentOuter } from "./h323-relay.ts";

const bare = { tunnels: false } as const;
const h245 = { pdu: { h245Control: [octets("0102")] } };
const native = "callCompletion: { mode: native, peer: { transitCounter: false } }";
const towardsNative = h323Config({ ...untouched, east: native });
const setupElements = "a104038090a31803a98381";

function innerOf(sent: SentOuter): string[] {
  const read = decodeH225(sent.octets);
  if (read instanceof DecodeError) throw new Error(read.code);
  return (read.tunnelled?.messages ?? []).map(toHex);
}

/** Without the QSIG of its tunnel, as the other side would have sent it. */
function sameBeside(sent: SentOuter, came: Uint8Array): void {
  const [one, other] = [sent.octets, came].map((each) => {
    const read = decodeH225(each);
    if (read instanceof DecodeError) throw new Error(read.code);
    const { tunnelledSignallingMessage: _tunnel, ...beside } = read.userInformation?.h323UuPdu ?? {};
    return { beside, ies: read.message.ies.slice(0, -1) };
  });
  expect(one).to.deep.equal(other);
}

describe("h323 peers that do not tunnel (R13.8)", () => {
  it("call one another as if nobody were between them", () => {
    const call = new H323Call();
    const { sent } = call.west("SETUP", { ...bare, parts: { ies: `04038090a3${outerNumbers}` } });
    expect(lines(sent)).to.deep.equal(["east SETUP"]);
    for (const name of ["CALL PROCEEDING", "ALERTING", "CONNECT"] as const) {
      const { came, sent: on } = call.east(name, bare);
      expect(toHex(only(on).octets)).to.equal(toHex(came));
    }
    const { came: media, sent: on } = call.west("FACILITY", { ...bare, parts: h245 });
    expect(toHex(only(on).octets)).to.equal(toHex(media));
    const { came: end, sent: ended } = call.west("RELEASE COMPLETE", { ...bare, parts: { ies: "08028090" } });
    expect(toHex(only(ended).octets)).to.equal(toHex(end));
    expect([call.relay.core.held.connections, call.relay.core.held.callReferences]).to.deep.equal([0, 0]);
    expect(call.relay.alarms()).to.deep.equal([]);
  });

  it("call a native one: the gateway makes the inner basic call, in step with the outer one", () => {
    const call = new H323Call(towardsNative);
    const { came, sent } = call.west("SETUP", { ...bare, parts: { ies: `04038090a5${outerNumbers}` } });
    const setup = only(sent);
    // 04 03 80 90 a3 and a channel: the peer has a record to match.
    expect(innerOf(setup)).to.deep.equal([
      toHex(qsig("SETUP", reference(0, 0x321), `${setupElements}${outerNumbers}`)),
    ]);
    sameBeside(setup, came);
    const inner = [qsig("ALERTING", reference(1, 0x321))];
    const { came: alerting, sent: on } = call.east("ALERTING", { inner });
    expect(lines(on)).to.deep.equal(["west ALERTING"]);
    sameBeside(only(on), alerting);
    call.east("CONNECT", { inner: [qsig("CONNECT", reference(1, 0x321))] });
    const end = [qsig("DISCONNECT", reference(1, 0x321), "08028090")];
    expect(lines(call.east("FACILITY", { inner: end }).sent)).to.deep.equal([
      "east FACILITY [RELEASE]",
      "west RELEASE COMPLETE",
    ]);
  });

  it("are called by one that tunnels: what they say outside is said inside too", () => {
    const call = new H323Call();
    call.setup();
    for (const name of ["CALL PROCEEDING", "ALERTING", "CONNECT"] as const) {
      const { came, sent } = call.east(name, bare);
      const [on] = sent.filter(({ trunk }) => trunk === "west");
      expect(lines(on === undefined ? [] : [on])).to.deep.equal([`west ${name} [${name}]`]);
      sameBeside(on as SentOuter, came);
    }
    const carried = call.west("FACILITY", { inner: "1c099fa106020101020128" });
    expect(lines(carried.sent)).to.deep.equal([]);
    const dropped = call.relay.entries.flatMap((entry) => (entry.type === "dropped" ? [entry.text] : []));
    expect(dropped).to.deep.equal(["FACILITY: its APDUs stay behind, the peer does not tunnel"]);
    const end = [qsig("DISCONNECT", reference(0), "08028090")];
    expect(lines(call.west("FACILITY", { inner: end }).sent)).to.deep.equal([
      "west FACILITY [RELEASE]",
      "east RELEASE COMPLETE",
    ]);
  });

  it("clear with a reason of H.225.0 where no Cause says it (R13.5)", () => {
    for (const [reason, cause] of [
      [{ destinationRejection: null }, "95"],
      [{ unreachableDestination: null }, "83"],
      [{ inConf: null }, "a9"],
    ] as const) {
      const call = new H323Call();
      call.connect();
      const body = { releaseComplete: { protocolIdentifier: "0.0.8.2250.0.4", reason } };
      const { sent } = call.east("RELEASE COMPLETE", { ...bare, parts: { body } });
      expect(innerOf(only(sent))[0]).to.match(new RegExp(`0802..${cause}$`));
    }
  });

  it("that refuse the tunnel get the call without it, and call back is off until they tunnel", () => {
    const call = new H323Call();
    call.setup();
    const body = { releaseComplete: { protocolIdentifier: "0.0.8.2250.0.4", reason: rejected } };
    expect(lines(call.east("RELEASE COMPLETE", { ...bare, parts: { body } }).sent)).to.deep.equal(["east SETUP"]);
    expect(call.relay.alarms()).to.deep.equal([
      "the neighbour refuses the tunnel: there is no call back with it until it tunnels QSIG",
    ]);
    expect(lines(call.east("ALERTING", bare).sent)).to.deep.equal(["west ALERTING [ALERTING]"]);
    call.relay.receive("west", "in-2", cisSetup(9));
    expect(lines(call.relay.taken())).to.deep.equal(["west RELEASE COMPLETE [RELEASE COMPLETE]"]);
    call.relay.receive("east", "in-1", cisSetup(10, "1001"));
    call.relay.taken();
    call.relay.receive("west", "in-3", cisSetup(11));
    expect(lines(call.relay.taken())).to.deep.equal(["east SETUP [SETUP]"]);
  });

  it("that refuse the tunnel: a request towards them is answered with shortTermRejection (R14)", () => {
    const call = new H323Call(h323Config({ west: native, east: native }));
    call.setup();
    const body = { releaseComplete: { protocolIdentifier: "0.0.8.2250.0.4", reason: rejected } };
    call.east("RELEASE COMPLETE", { ...bare, parts: { body } });
    // ccbsRequest of transports 2.3: 2001 wants 3002, here to 2002.
    const request = "1c2e9faa068001008201008b0100a1200201010201283018a006800432303031800432303032400504038090a38c01ff";
    const setup = `0402a8801801ac${request}70058032303032`;
    call.relay.receive(
      "west",
      "in-2",
      outer("SETUP", reference(0, 9), { inner: [qsig("SETUP", reference(0, 9), setup)] }),
    );
    const [answer, ...more] = call.relay.taken();
    expect(more).to.deep.equal([]);
    const message = decodeMessage(octets(answer === undefined ? "" : (innerOf(answer)[0] ?? "")));
    if (message instanceof DecodeError) throw new Error(message.code);
    expect(message.message).to.equal("RELEASE COMPLETE");
    expect(find(message, facility)?.components[0]).to.include({
      component: "returnError",
      error: "shortTermRejection",
    });
  });

  it("that take a call-independent connection for a call are released at once", () => {
    const call = new H323Call();
    call.relay.receive("west", "in-1", cisSetup(0x321));
    expect(lines(call.relay.taken())).to.deep.equal(["east SETUP [SETUP]"]);
    expect(lines(call.east("ALERTING", bare).sent)).to.deep.equal([
      "east RELEASE COMPLETE",
      "west RELEASE COMPLETE [RELEASE COMPLETE]",
    ]);
    expect(call.relay.alarms()).to.deep.equal([
      "the neighbour took a call-independent connection for a call: " +
        "there is no call back with it until it tunnels QSIG",
    ]);
  });

  it("answer with CALL PROCEEDING outside before their tunnel begins: one first response, not two", () => {
    const call = new H323Call();
    call.setup();
    const { sent } = call.east("CALL PROCEEDING", { ...bare, parts: { body: announcing } });
    expect(lines(sent)).to.deep.equal(["west CALL PROCEEDING [CALL PROCEEDING]"]);
    expect(lines(call.east("FACILITY", { inner: [qsig("CALL PROCEEDING", reference(1))] }).sent)).to.deep.equal([]);
    expect(lines(call.east("ALERTING").sent)).to.deep.equal(["west ALERTING [ALERTING]"]);
  });
});

describe("Cisco's older form of QSIG in H.225.0", () => {
  /** `version` of the parameter where it has one, then protoParam with a Facility element. */
  const parameter = (data: string) => ({
    nonStandardIdentifier: { h221NonStandard: { t35CountryCode: 181, t35Extension: 0, manufacturerCode: 18 } },
    data: octets(data),
  });

  it("is told once, with the names of its elements, and passes as it came", () => {
    const call = new H323Call();
    call.connect();
    for (const data of ["20011c051c039f0001", "60010200011c051c039f0001"]) {
      const parts = { pdu: { nonStandardControl: [parameter(data)] } };
      const { came, sent } = call.west("FACILITY", { ...bare, parts });
      expect(toHex(only(sent).octets)).to.equal(toHex(came));
    }
    expect(call.relay.alarms()).to.deep.equal([
      "the neighbour sends QSIG in Cisco's older form (Facility): for call back let its trunk tunnel QSIG by Annex M.1",
    ]);
  });

  it("is nothing where the parameter is another one, or is cut", () => {
    const call = new H323Call();
    call.connect();
    const other = { nonStandardIdentifier: { object: "1.3.12.9" }, data: octets("20011c051c039f0001") };
    for (const each of [other, parameter("00"), parameter("20011c051c03"), parameter("")]) {
      call.west("FACILITY", { ...bare, parts: { pdu: { nonStandardControl: [each] } } });
    }
    expect(call.relay.alarms()).to.deep.equal([]);
  });
});

describe("the outer call of h323", () => {
  it("is asked for its state and says it, whatever the inner one is in; to no call it is Null (R12)", () => {
    const call = new H323Call();
    call.setup();
    const enquiry = outer("STATUS ENQUIRY", reference(0, 0x321), { body: status });
    const states: string[] = [];
    const ask = (): void => {
      call.relay.receive("west", "in-1", enquiry);
      states.push(...call.relay.taken().map(({ octets: sent }) => toHex(sent).slice(0, 24)));
    };
    ask();
    for (const name of ["CALL PROCEEDING", "ALERTING", "CONNECT"] as const) {
      call.east(name);
      ask();
    }
    call.relay.receive("west", "in-1", outer("STATUS ENQUIRY", reference(0, 77), { body: status }));
    states.push(...call.relay.taken().map(({ octets: sent }) => toHex(sent).slice(0, 24)));
    const due = (value: string, state: string) => `0802${value}7d0802819e1401${state}`;
    expect(states).to.deep.equal([...["06", "09", "07", "0a"].map((state) => due("8321", state)), due("804d", "00")]);
  });

  it("that its peer has forgotten is over (Q.931 5.8.11), and an old report of it is nothing", () => {
    const call = new H323Call();
    call.connect();
    call.relay.receive("west", "in-1", outer("STATUS", reference(0, 0x321), { ies: "0802809e14010a", body: status }));
    expect(lines(call.relay.taken())).to.deep.equal([]);
    call.relay.receive("west", "in-1", outer("STATUS", reference(0, 0x321), { ies: "0802809e140100", body: status }));
    expect(lines(call.relay.taken())).to.deep.equal(["east FACILITY [DISCONNECT]"]);
  });
});

const rejected = { tunnelledSignallingRejected: null } as const;
const announcing = {
  callProceeding: {
    ...{ protocolIdentifier: "0.0.8.2250.0.5", callIdentifier: { guid: new Uint8Array(16) } },
    destinationInfo: {
      ...{ terminal: {}, mc: false, undefinedNode: false },
      supportedTunnelledProtocols: [{ id: { tunnelledProtocolObjectID: "1.3.12.9" } }],
    },
    ...{ multipleCalls: false, maintainConnection: false },
  },
};
const status = {
  status: { protocolIdentifier: "0.0.8.2250.0.4", callIdentifier: { guid: new Uint8Array(16) } },
};

/** A call-independent connection, in its tunnel. */
function cisSetup(value: number, called = "2001"): Uint8Array {
  const digits = [...called].map((digit) => `3${digit}`).join("");
  const inner = [qsig("SETUP", reference(0), `0402a8801801ac700580${digits}`)];
  return outer("SETUP", reference(0, value), { ies: "04038890a5", inner });
}
