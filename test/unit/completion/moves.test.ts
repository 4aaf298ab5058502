import { expect } from "chai";
import { calledPartySubaddress } from "../../../codecs/q931/ie/called-party-subaddress.ts";
import { redirectionNumber } from "../../../codecs/q931/ie/redirection-number.ts";
import { element } from "../../../codecs/q931/element.ts";
import type { DiversionReason } from "../../../codecs/generated/call-diversion-operations-asn1-97.ts";
import { divertedTo, operation, presentation, rerouteing, transferComplete } from "./diversion.ts";
import { a, result } from "./originating-steps.ts";
import { b, request } from "./terminating-steps.ts";
import { idle, servingA, servingB, setupIes } from "./world.ts";
import type { Call, Settings, World } from "./world.ts";

/** A, 1001, calls B, 2001. */
function calling(settings: Settings = {}): { world: World; call: Call } {
  const world = servingA(settings);
  const call = world.call("west", setupIes("1001", "2001"));
  if (call === undefined) throw new Error("the call was not relayed");
  world.take();
  return { world, call };
}

const nothing = "screen west/1001: No call for CallBack";
const asksFor = (number: string, kind = "ccbs") => `3 SETUP 1001>${number} ${kind}Request(1) 1001>${number} retain`;

describe("a call that user B forwards (R22)", () => {
  it("S-45: C rings: call back is for C, and the screen names C", () => {
    const { world, call } = calling();
    call.alert().message("FACILITY", [divertedTo("2002")]);
    call.alert().clear("to", 19);
    world.press(a, "callBack");
    world.expect(asksFor("2002", "ccnr"));
    expect(
      world.traced.filter((entry) => "reason" in entry).map((entry) => "reason" in entry && entry.reason),
    ).to.include("no longer offered: the call was diverted, and another user rings");
  });

  it("S-45: in the message that alerts, and however often it was diverted", () => {
    const { world, call } = calling();
    call.message("FACILITY", [divertedTo("2002")]);
    call.message("ALERTING", [divertedTo("2003")]);
    world.press(a, "callBack");
    world.expect(asksFor("2003", "ccnr"));
  });

  it("S-46: C is busy: call back is for B", () => {
    const { world, call } = calling();
    call.alert().message("FACILITY", [divertedTo("2002")]);
    call.clear("to", 17);
    world.press(a, "callBack");
    world.expect(asksFor("2001"));
  });

  it("C who may not be told is not told: call back is for B", () => {
    for (const said of [
      [divertedTo("2002", "cfu", "notificationWithoutDivertedToNr")],
      [divertedTo("2002", "cfu", "noNotification")],
      [divertedTo("2002"), presentation(false)],
    ]) {
      const { world, call } = calling();
      call.message("FACILITY", said);
      call.alert().clear("to", 17);
      world.press(a, "callBack");
      world.expect(asksFor("2001"));
    }
    const told = calling();
    told.call.message("FACILITY", [divertedTo("2002"), presentation(true)]);
    told.call.alert();
    told.world.press(a, "callBack");
    told.world.expect(asksFor("2002", "ccnr"));
  });

  it("a Redirection number says it as well, for clusters without QSIG", () => {
    const { world, call } = calling();
    call.message("NOTIFY", [element(redirectionNumber, { typeOfNumber: 0, numberingPlan: 9, digits: "2002" })]);
    call.alert();
    world.press(a, "callBack");
    world.expect(asksFor("2002", "ccnr"));
  });

  it("R38: C is shown as A dials him, where that number reaches him; else B is shown", () => {
    const digits = { in: [{ match: "3xxx", strip: 1, add: "2" }], out: [{ match: "2xxx", strip: 1, add: "3" }] };
    for (const [c, shown] of [
      ["3002", "2002"],
      ["9002", "2001"],
    ] as const) {
      const { world, call } = calling({ digits: { east: digits } });
      call.message("FACILITY", [divertedTo(c)]).alert();
      world.press(a, "callBack");
      world.expect(`3 SETUP 1001>${c} ccnrRequest(1) 1001>${c} retain`);
      world.receive(3, "CONNECT", result());
      world.expect("watch west/1001", `screen west/1001: CallBack is activated on ${shown}`);
    }
  });

  it("a subaddress of B is none of C's", () => {
    const world = servingA();
    const subaddress = element(calledPartySubaddress, {
      typeOfSubaddress: 2,
      odd: false,
      information: Uint8Array.of(1),
    });
    const call = world.call("west", [...setupIes("1001", "2001"), subaddress]);
    call?.message("FACILITY", [divertedTo("2002")]);
    call?.alert();
    world.take();
    world.press(a, "callBack");
    expect(world.connections.sent.at(-1)?.ies.some(({ id }) => id === calledPartySubaddress.id)).to.equal(false);
  });

  it("a request that runs already stays with whom it is for", () => {
    const { world, call } = calling();
    call.alert();
    world.press(a, "callBack");
    world.expect(asksFor("2001", "ccnr"));
    call.message("FACILITY", [divertedTo("2002")]);
    call.alert();
    world.expect();
    expect(world.states).to.deep.equal(["originating Requested"]);
  });

  it("rerouted or transferred: no longer a call to complete, on either side", () => {
    for (const [leg, ie] of [
      ["to", rerouteing()],
      ["to", transferComplete()],
      ["from", transferComplete()],
      ["to", operation(11)],
      ["to", operation(13)],
    ] as const) {
      const { world, call } = calling();
      call.alert().message("FACILITY", [ie], leg);
      call.clear("to", 17);
      world.press(a, "callBack");
      world.expect(nothing);
      const serving = servingB();
      const kept = serving.call("east", setupIes("1001", "2001"));
      kept?.message("FACILITY", [ie], leg);
      kept?.clear("to", 17);
      expect(serving.timers, "T_RETENTION").to.equal(0);
    }
  });

  it("what happens behind the answer changes nothing", () => {
    const { world, call } = calling();
    call.alert().answer();
    call.message("FACILITY", [transferComplete()]);
    world.press(a, "callBack");
    world.expect(nothing);
  });
});

/** What sent the call to voice mail, and what became of it there (S-65 to S-69). iDivert has no reason of its own. */
const reasons: readonly (readonly [string, DiversionReason])[] = [
  ["Forward All", "cfu"],
  ["Forward Busy", "cfb"],
  ["Forward No Answer", "cfnr"],
  ["iDivert", "unknown"],
];
const outcomes: readonly (readonly [string, boolean, (call: Call, reason: DiversionReason) => unknown])[] = [
  [
    "S-65 VM-Connected",
    false,
    (call, reason) =>
      call
        .alert()
        .message("FACILITY", [divertedTo("2900", reason)], "to")
        .alert()
        .answer(),
  ],
  ["S-66 Ring-Out, a profile without a pilot", true, (call) => call.alert()],
  [
    "S-67 VM or network failure",
    false,
    (call, reason) =>
      call
        .alert()
        .message("FACILITY", [divertedTo("2900", reason)], "to")
        .clear("to", 41),
  ],
  [
    "S-68 VM port busy",
    false,
    (call, reason) =>
      call
        .alert()
        .message("FACILITY", [divertedTo("2900", reason)], "to")
        .clear("to", 17),
  ],
];

describe("a call that user B sends to voice mail", () => {
  for (const [what, isAllowed, happens] of outcomes) {
    for (const [why, reason] of reasons) {
      it(`${what}, ${why} (S-69): CallBack ${isAllowed ? "asks" : "does nothing"}`, () => {
        const { world, call } = calling({ trunk: { voicemailPilots: ["2900"] } });
        happens(call, reason);
        world.press(a, "callBack");
        world.expect(isAllowed ? asksFor("2001", "ccnr") : nothing);
      });
    }
  }

  it("S-67, S-68: user B's side refuses a request for a call that went there", () => {
    const world = servingB({ cluster: { voicemailPilots: ["2900"] } });
    world
      .call("east", setupIes("1001", "2001"))
      ?.message("FACILITY", [divertedTo("2900")])
      .clear("to", 17);
    world.take();
    world.cis("east", request());
    world.expect("3 RELEASE COMPLETE 16 error longTermRejection(2)");
    expect(
      world.traced.some((e) => "reason" in e && e.reason === "refused: the call to 2001 went to voice mail"),
    ).to.equal(true);
    const other = servingB({ cluster: { voicemailPilots: ["2900"] } });
    other
      .call("east", setupIes("1001", "2001"))
      ?.message("FACILITY", [divertedTo("2002")])
      .clear("to", 17);
    other.cis("east", request());
    other.line(b, idle);
    expect(other.states).to.deep.equal(["terminating Monitoring"]);
  });
});
