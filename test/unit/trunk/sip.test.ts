import { expect } from "chai";
import { find } from "../../../codecs/q931/element.ts";
import { connectedNumber } from "../../../codecs/q931/ie/connected-number.ts";
import { callingPartyNumber, causeElement, cause, decodeElements, facility } from "../../../codecs/q931/index.ts";
import type { InformationElement } from "../../../codecs/q931/message.ts";
import { facilityElement } from "../../../codecs/q931/ie/facility.ts";
import { facilityOf } from "../../../codecs/facility/index.ts";
import { invoke } from "../../../codecs/rose/make.ts";
import { contentsOf } from "../../../codecs/sip/body.ts";
import { nameElements, nameOf } from "../../../src/party-names.ts";
import { setupOf } from "../../../src/trunk/sip-numbers.ts";
import { apdu, beside, called, cis, draft, portOf, sdp, setup, SipWire, text, told } from "./sip-wire.ts";

describe("trunk sip, profile plain: a call", () => {
  it("is INVITE, 100, 180, 200, ACK and BYE (R2)", () => {
    const wire = new SipWire("plain");
    const { near, far, left, right } = called(wire);
    right(draft("CALL PROCEEDING"));
    right(draft("ALERTING"));
    right(draft("CONNECT"));
    left(draft("CONNECT ACKNOWLEDGE"));
    left(draft("DISCONNECT", causeElement(16)));
    right(draft("RELEASE"));
    expect(wire.taken()).to.deep.equal(["> INVITE 3002", "< 100", "< 180", "< 200", "> ACK", "> BYE", "< 200"]);
    expect(told(wire.left)).to.deep.equal(["CALL PROCEEDING", "ALERTING", "CONNECT", "RELEASE"]);
    expect(told(wire.right)).to.deep.equal(["CONNECT ACKNOWLEDGE", "DISCONNECT", "RELEASE COMPLETE"]);
    wire.left.machine.closeLeg(near, wire.left);
    wire.right.machine.closeLeg(far, wire.right);
    wire.settle();
    expect([wire.taken(), wire.left.machine.legs, wire.right.machine.legs]).to.deep.equal([[], 0, 0]);
  });

  it("that is refused says why, in the status and in Reason (RFC 3326): CALL PROCEEDING, then DISCONNECT (R1)", () => {
    const wire = new SipWire("plain");
    const { left, right } = called(wire);
    right(draft("CALL PROCEEDING"));
    right(draft("DISCONNECT", causeElement(34)));
    expect(wire.taken()).to.deep.equal(["> INVITE 3002", "< 100", "< 503"]);
    const events = wire.left.events.splice(0).flatMap((event) => (event.type === "message" ? [event.message] : []));
    expect(events.map(({ message }) => message)).to.deep.equal(["CALL PROCEEDING", "DISCONNECT"]);
    expect(events[1] && find(events[1], cause)?.cause, "503 alone would be 41").to.equal(34);
    left(draft("RELEASE"));
    expect([told(wire.left), told(wire.right)]).to.deep.equal([["RELEASE COMPLETE"], ["RELEASE"]]);
    expect(wire.taken()).to.deep.equal([]);
  });

  it("that nobody answers after it rang is cause 19, before it 102 (R2)", () => {
    for (const [rang, value] of [
      [true, 19],
      [false, 102],
    ] as const) {
      const wire = new SipWire("plain");
      const { near, right } = called(wire);
      if (rang) right(draft("ALERTING"));
      wire.left.told();
      const { call, transaction } = wire.messages[0] ?? expect.fail("no INVITE");
      const timeout = { type: "response", call, transaction, method: "INVITE", status: 408, headers: [] } as const;
      wire.receive(wire.left, timeout);
      const last = wire.left.events.at(-1);
      expect(last?.type === "message" && find(last.message, cause)?.cause, `leg ${near}`).to.equal(value);
    }
  });

  it("that the caller gives up is cancelled; the answer that crosses CANCEL is acknowledged and ended", () => {
    const wire = new SipWire("plain");
    const { left, right } = called(wire);
    right(draft("ALERTING"));
    left(draft("DISCONNECT", causeElement(16)));
    expect(wire.taken().slice(2)).to.deep.equal(["> CANCEL", "< 487"]);
    expect(told(wire.right)).to.deep.equal(["DISCONNECT"]);

    const late = new SipWire("plain");
    const call = called(late);
    late.held = (message) => message.method === "CANCEL";
    call.left(draft("DISCONNECT", causeElement(16)));
    call.right(draft("CONNECT"));
    expect(late.taken().slice(1)).to.deep.equal(["> CANCEL", "< 200", "> ACK", "> BYE", "< 200"]);
    expect(told(late.left)).to.deep.equal(["RELEASE"]);
  });

  it("has its APDUs left behind, and no call-independent connection", () => {
    const wire = new SipWire("plain");
    const { setup: offered, left } = called(wire, [...setup, ...apdu]);
    expect(offered.ies.some(({ id }) => id === facility.id)).to.equal(false);
    wire.taken();
    left(draft("FACILITY", ...apdu));
    expect(wire.taken()).to.deep.equal([]);
    const leg = wire.left.machine.openLeg(wire.left) ?? expect.fail("no leg");
    expect(wire.left.machine.send(leg, { message: "SETUP", ies: cis }, wire.left)).to.equal(false);
  });

  it("asks with OPTIONS whether it lives: 200 is STATUS, 481 its end", () => {
    const wire = new SipWire("plain");
    const { left, right } = called(wire);
    right(draft("CONNECT"));
    wire.left.told();
    left(draft("STATUS ENQUIRY"));
    expect(told(wire.left)).to.deep.equal(["STATUS"]);
    wire.held = ({ method }) => method === "OPTIONS";
    left(draft("STATUS ENQUIRY"));
    const { call, transaction } = wire.kept.at(-1)?.message ?? expect.fail("no OPTIONS");
    wire.receive(wire.left, { type: "response", call, transaction, method: "OPTIONS", status: 481, headers: [] });
    expect(told(wire.left)).to.deep.equal(["DISCONNECT"]);
  });

  it("is refused where its INVITE makes no call: no number 404, not up 503", () => {
    const wire = new SipWire("plain");
    const invite = { type: "request", call: "in-9", transaction: 9, method: "INVITE", headers: [] } as const;
    wire.receive(wire.right, { ...invite, to: "anna" });
    wire.right.handle({ type: "closed", channel: "out-1", reason: "reset" });
    wire.receive(wire.right, { ...invite, to: "3002" });
    expect(wire.taken()).to.deep.equal(["< 404", "< 503"]);
    expect(wire.right.told()).to.deep.equal(["linkDown: reset"]);
  });
});

describe("trunk sip, profile plain: numbers", () => {
  const number = (type: number, presentation: number, digits: string): InformationElement[] =>
    decodeElements(
      Uint8Array.from([0x6c, 2 + digits.length, type, 0x80 | (presentation << 5), ...text(digits)]),
    ).slice();
  const calling = (ies: readonly InformationElement[]) => {
    const wire = new SipWire("plain");
    const { setup: offered } = called(wire, [...setup.filter(({ id }) => id !== 0x6c), ...ies]);
    const [invite] = wire.messages;
    const headers = Object.fromEntries((invite?.headers ?? []).map(([name, value]) => [name, value]));
    const from = invite?.type === "request" ? invite.from?.user : undefined;
    return { headers, from, read: find(offered, callingPartyNumber) };
  };

  it("stand in From and P-Asserted-Identity, international ones with +", () => {
    const { headers, from, read } = calling(number(0x11, 0, "4930123"));
    expect(from).to.equal("+4930123");
    expect(headers).to.deep.equal({ "P-Asserted-Identity": "<sip:+4930123@pbx.example>" });
    expect(read).to.include({ typeOfNumber: 1, numberingPlan: 1, presentation: 0, digits: "4930123" });
  });

  it("that are restricted stay so: From is anonymous, Privacy says it (RFC 3325)", () => {
    const { headers, from, read } = calling(number(0x00, 1, "2001"));
    expect(from).to.equal("anonymous");
    expect(headers).to.deep.equal({ "P-Asserted-Identity": "<sip:2001@pbx.example>", Privacy: "id" });
    expect(read).to.include({ presentation: 1, digits: "2001" });
  });

  it("that are absent are not available", () => {
    const { headers, from, read } = calling([]);
    expect([from, headers]).to.deep.equal(["anonymous", {}]);
    expect(read).to.include({ presentation: 2, digits: "" });
  });
});

describe("trunk sip, profile plain: who answered (RFC 4497, RFC 3325)", () => {
  const answered = (...octets: number[]) => {
    const wire = new SipWire("plain");
    const { right } = called(wire);
    right(draft("CONNECT", ...decodeElements(Uint8Array.from([0x4c, octets.length, ...octets]))));
    const response = wire.messages.find((message) => message.type === "response" && message.status === 200);
    const told = wire.left.events.find((event) => event.type === "message" && event.message.message === "CONNECT");
    const read = told?.type === "message" ? find(told.message, connectedNumber) : undefined;
    return { headers: Object.fromEntries(response?.headers ?? []), read };
  };

  it("stands in the 200 and in CONNECT, an international number with +", () => {
    const { headers, read } = answered(0x11, 0x80, ...text("4930123"));
    expect(headers).to.deep.include({ "P-Asserted-Identity": "<sip:+4930123@pbx.example>" });
    expect(headers).to.not.have.property("Privacy");
    expect(read).to.include({ typeOfNumber: 1, numberingPlan: 1, presentation: 0, digits: "4930123" });
  });

  it("is restricted where it was", () => {
    const { headers, read } = answered(0x00, 0xa0, ...text("3002"));
    expect(headers).to.deep.include({ "P-Asserted-Identity": "<sip:3002@pbx.example>", Privacy: "id" });
    expect(read).to.include({ presentation: 1, digits: "3002" });
  });

  it("is nobody's where there is no number", () => {
    const { headers, read } = answered(0x00, 0xc3);
    expect(headers).to.not.have.property("P-Asserted-Identity");
    expect(read).to.equal(undefined);
  });
});

describe("trunk sip, profile plain: names (ECMA-164, RFC 3325)", () => {
  const latin = "Änne Groß";
  const utf8 = "\u00c3\u0084nne Gro\u00c3\u009f";
  const number = (presentation: number): readonly InformationElement[] =>
    decodeElements(Uint8Array.from([0x6c, 6, 0x00, 0x80 | (presentation << 5), ...text("2001")]));
  const hidden = { name: { namePresentationRestricted: { namePresentationRestrictedSimple: text("Anna") } } } as const;
  const restricted = facilityElement(facilityOf([invoke("callingName", 1, hidden)]));

  /** What stands in the INVITE for such a caller, and what the far end reads of it. */
  const calling = (presentation: number, name: readonly InformationElement[]) => {
    const wire = new SipWire("plain");
    const others = setup.filter(({ id }) => id !== callingPartyNumber.id);
    const { setup: offered } = called(wire, [...others, ...name, ...number(presentation)]);
    const [invite] = wire.messages;
    if (invite?.type !== "request") return expect.fail("no INVITE");
    const asserted = new Map(invite.headers).get("P-Asserted-Identity");
    return { from: invite.from?.displayName, asserted, read: nameOf(offered, "callingName") };
  };

  for (const [what, presentation, name, due] of [
    [
      "a name goes with its number, in UTF-8, and is read as it was",
      ...[0, nameElements("callingName", 1, latin)],
      { from: utf8, asserted: `"${utf8}" <sip:2001@pbx.example>`, read: latin },
    ],
    [
      "what would end the display name is left out",
      ...[0, nameElements("callingName", 1, 'A"\r\nVia: x\\')],
      { from: "AVia: x", asserted: '"AVia: x" <sip:2001@pbx.example>', read: "AVia: x" },
    ],
    ["nobody is without one", 0, [], { from: undefined, asserted: "<sip:2001@pbx.example>", read: undefined }],
    [
      "a name that is restricted stays here",
      ...[0, [restricted]],
      { from: undefined, asserted: "<sip:2001@pbx.example>", read: undefined },
    ],
    [
      "of a number that is restricted only the trusted peer is told, and Privacy keeps it from the called user",
      ...[1, nameElements("callingName", 1, "Anna")],
      { from: "Anonymous", asserted: '"Anna" <sip:2001@pbx.example>', read: undefined },
    ],
  ] as const) {
    it(what, () => expect(calling(presentation, name)).to.deep.equal(due));
  }

  for (const [what, headers, due] of [
    ["that of From", [["From", '"Anna" <sip:2001@a>;tag=1']], "Anna"],
    [
      "that of P-Asserted-Identity before it",
      [
        ["From", '"Eve" <sip:2001@a>;tag=1'],
        ["P-Asserted-Identity", "Anna <sip:2001@a>"],
      ],
      "Anna",
    ],
    [
      "that of From where P-Asserted-Identity has none",
      [
        ["From", '"Anna" <sip:2001@a>;tag=1'],
        ["P-Asserted-Identity", "<sip:2001@a>"],
      ],
      "Anna",
    ],
    [
      "none with privacy",
      [
        ["From", '"Anna" <sip:2001@a>;tag=1'],
        ["Privacy", "id"],
      ],
      undefined,
    ],
    ["none of an anonymous caller", [["From", '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=1']], undefined],
    ["what is no UTF-8 as Latin-1", [["From", '"\u00c4nne 100%" <sip:2001@a>;tag=1']], "Änne 100%"],
    ["as many characters as QSIG takes", [["From", `"${"x".repeat(60)}" <sip:2001@a>;tag=1`]], "x".repeat(50)],
  ] as const) {
    it(`in an INVITE: ${what}`, () => {
      const read = setupOf({
        ...{ type: "request", method: "INVITE", call: "1", transaction: 1, to: "3002" },
        headers: headers.map(([name, value]) => [name, value] as const),
      });
      expect(read && nameOf(read, "callingName")).to.equal(due);
    });
  }

  it("of who answers goes back in the 200", () => {
    const wire = new SipWire("plain");
    const { right } = called(wire);
    const connected = decodeElements(Uint8Array.from([0x4c, 6, 0x00, 0x80, ...text("3002")]));
    right(draft("CONNECT", ...nameElements("connectedName", 1, latin), ...connected));
    const response = wire.messages.find((message) => message.type === "response" && message.status === 200);
    expect(response?.headers).to.deep.include(["P-Asserted-Identity", `"${utf8}" <sip:3002@pbx.example>`]);
    const told = wire.left.events.find((event) => event.type === "message" && event.message.message === "CONNECT");
    expect(told?.type === "message" && nameOf(told.message, "connectedName")).to.equal(latin);
  });
});

describe("trunk sip: what passes between two SIP legs", () => {
  it("session descriptions as they came, with 183, 180 and 200", () => {
    const wire = new SipWire("plain");
    const { setup: offered, right } = called(wire, setup, beside(4000));
    expect(offered.kept).to.deep.include({ carrier: "sip", sdp: sdp(4000) });
    right(draft("PROGRESS"), beside(5000));
    right(draft("ALERTING"), { carrier: "sip", part: "beside", headers: [["Alert-Info", "<a>"]] });
    right(draft("CONNECT"), beside(5001));
    expect(wire.messages.map((message) => portOf(contentsOf(message.body).sdp))).to.deep.equal([
      ...["4000", "5000", undefined, "5001"],
      undefined,
    ]);
    expect(wire.messages[2]?.headers).to.deep.equal([["Alert-Info", "<a>"]]);
    const kept = wire.left.events.flatMap((event) => (event.type === "message" ? [event.message.kept] : []));
    const ports = kept.map((one) => (one?.carrier === "sip" ? portOf(one.sdp) : "-"));
    expect(ports.slice(1), "ALERTING says again what PROGRESS did").to.deep.equal(["5000", "5000", "5001"]);
  });

  it("the status of a refusal", () => {
    const wire = new SipWire("plain");
    const { right } = called(wire);
    right(draft("DISCONNECT", causeElement(21)), { carrier: "sip", part: "beside", status: 603, headers: [] });
    expect(wire.taken().at(-1)).to.equal("< 603");
  });

  it("an offer in 200 and its answer in ACK", () => {
    const wire = new SipWire("plain");
    const { near, right } = called(wire, setup, { carrier: "sip", part: "beside", headers: [] });
    right(draft("CONNECT"), beside(6000));
    expect(wire.taken().slice(1), "the ACK waits for the answer").to.deep.equal(["< 200"]);
    wire.left.machine.carry?.(near, { ...beside(7000), part: "ACK" }, wire.left);
    wire.settle();
    expect(wire.taken()).to.deep.equal(["> ACK"]);
    const carried = wire.right.events.find(({ type }) => type === "carried");
    expect(carried?.type === "carried" && carried.kept).to.deep.include({ part: "ACK", sdp: sdp(7000) });
  });

  it("hold: an INVITE in the call and its answer; two at once are 491", () => {
    const wire = new SipWire("plain");
    const { near, far, right } = called(wire, setup, beside(4000));
    right(draft("CONNECT"), beside(5000));
    wire.right.events.length = 0;
    wire.left.machine.carry?.(near, { ...beside(4001), part: "INVITE" }, wire.left);
    wire.settle();
    const carried = wire.right.events.find(({ type }) => type === "carried");
    expect(carried?.type === "carried" && carried.kept).to.deep.include({ part: "INVITE", sdp: sdp(4001) });
    wire.left.events.length = 0;
    wire.left.machine.carry?.(near, { ...beside(4002), part: "INVITE" }, wire.left);
    wire.right.machine.carry?.(far, { ...beside(5001), part: "answer", status: 200 }, wire.right);
    wire.settle();
    const answers = wire.left.events.flatMap((event) => (event.type === "carried" ? [event.kept] : []));
    expect(answers.map((one) => (one.carrier === "sip" ? one.status : 0))).to.deep.equal([491, 200]);
    expect(wire.taken().slice(-3)).to.deep.equal(["> INVITE", "< 200", "> ACK"]);
  });

  it("nothing where the other leg is none: hold is answered here, each stream of the offer", () => {
    const wire = new SipWire("plain");
    const { right } = called(wire);
    right(draft("CONNECT"));
    const { call } = wire.messages[0] ?? expect.fail("no INVITE");
    wire.taken();
    const offer = text("v=0\r\nm=audio 4000 RTP/AVP 0 8\r\na=sendonly\r\nm=video 4002 RTP/AVP 99\r\n");
    wire.receive(wire.right, {
      ...{ type: "request", call, transaction: 77, method: "INVITE", headers: [] },
      body: { contentType: "application/sdp", octets: offer },
    });
    expect(wire.taken()).to.deep.equal(["< 200"]);
    const answer = String.fromCharCode(...(wire.messages.at(-1)?.body?.octets ?? []));
    expect(answer.match(/^[ma]=.*/gm)).to.deep.equal(["m=audio 9 RTP/AVP 0 8", "a=inactive", "m=video 0 RTP/AVP 99"]);
  });
});
