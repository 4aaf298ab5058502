import { expect } from "chai";
import { describe, it } from "mocha";
import { isoDialect } from "../../../codecs/dialect.ts";
import { element, find } from "../../../codecs/q931/element.ts";
import { bearerCapability } from "../../../codecs/q931/ie/bearer-capability.ts";
import { calledPartyNumber } from "../../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../../codecs/q931/ie/calling-party-number.ts";
import { invoke } from "../../../codecs/rose/make.ts";
import { operation } from "./diversion.ts";
import { apdu } from "../../../src/completion/messages.ts";
import { a, ccCancel, ccExecPossible, recalled, retained } from "./originating-steps.ts";
import { busy, idle, setupIes } from "./world.ts";

describe("originating side: Dial (R3, R4)", () => {
  it("the SETUP must come within 15 s; then A gets the rest of T3, and at least 5 s", () => {
    const world = recalled();
    world.pass(20_000);
    world.press(a, "dial");
    world.expect("place west/1001 to 2001");
    world.pass(15_000);
    expect(world.states).to.deep.equal(["originating Recall"]);
    world.pass(9999);
    expect(world.states).to.deep.equal(["originating Recall"]);
    world.pass(1);
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/1001");
    const late = recalled();
    late.pass(28_000);
    late.press(a, "dial");
    late.pass(15_000 + 4999);
    expect(late.states).to.deep.equal(["originating Recall"]);
    late.pass(1);
    expect(late.states).to.deep.equal([]);
  });

  it("A off the hook to dial is not busy: nothing is sent", () => {
    const world = recalled();
    world.press(a, "dial");
    world.take();
    world.line(a, { ...idle, offhook: true, uses: 1 });
    world.line(a, busy);
    world.expect();
    expect(world.states).to.deep.equal(["originating Dialling"]);
  });

  it("R3: a call to B that A's line shows answered, and no SETUP of ours: completed by another route", () => {
    const world = recalled();
    const before = { id: "1", direction: "initiator", state: "confirmed", remote: "2001" } as const;
    world.line(a, { ...busy, dialogs: [before] });
    world.press(a, "dial");
    world.take();
    world.line(a, { ...busy, dialogs: [before, { ...before, id: "2", state: "early" }] });
    world.line(a, { ...busy, dialogs: [before, { ...before, id: "3", remote: "2002" }] });
    world.line(a, { ...busy, dialogs: [before, { ...before, id: "4", direction: "recipient" }] });
    world.expect();
    expect(world.states).to.deep.equal(["originating Dialling"]);
    world.line(a, { ...busy, dialogs: [before, { ...before, id: "2" }] });
    world.expect("3 RELEASE 16 ccCancel(2)", "screen west/1001: nothing", "unwatch west/1001");
    expect(world.traced.filter((entry) => entry.type === "transition").at(-1)).to.include({
      reason: "completed by another route",
    });
  });

  it("R49: a phone that cannot hold does not dial while A talks; when that call is over Dial works", () => {
    const world = recalled({ phones: { locale: "en", locales: [], canHold: false } });
    world.line(a, busy);
    world.press(a, "dial");
    world.expect("screen west/1001: You are on a call");
    expect(world.states).to.deep.equal(["originating Recall"]);
    world.line(a, { ...idle, offhook: true, uses: 2 });
    world.press(a, "dial");
    world.expect("place west/1001 to 2001");
    const holding = recalled();
    holding.line(a, busy);
    holding.press(a, "dial");
    holding.expect("place west/1001 to 2001");
  });

  it("S-87: the screen is in the language of A's phone, by its number", () => {
    const german = [{ match: "10xx", locale: "de" }] as const;
    const shown = (locales: readonly { readonly match: string; readonly locale: "de" }[]) => {
      const world = retained({ phones: { locale: "fr", locales, canHold: true } });
      world.receive(3, "FACILITY", ccExecPossible());
      return world.take();
    };
    expect(shown(german)).to.deep.equal(["screen west/1001: 2001 ist jetzt erreichbar (sound)"]);
    expect(shown([])).to.deep.equal(["screen west/1001: 2001 est maintenant disponible (sound)"]);
  });

  it("the phone refuses to dial: A is told and may press again", () => {
    const world = recalled();
    world.press(a, "dial");
    world.take();
    world.layer.done(2, true, undefined);
    world.expect();
    world.layer.done(99, false, "unknown");
    world.expect();
    const refusing = recalled();
    refusing.press(a, "dial");
    const dial = refusing.outputs;
    refusing.take();
    refusing.layer.done(dial, false, "the line is in use");
    refusing.expect("screen west/1001: Your phone could not place the call");
    expect(refusing.states).to.deep.equal(["originating Recall"]);
    refusing.press(a, "dial");
    refusing.expect("place west/1001 to 2001");
  });

  it("S-33, S-34: a call by hand, with no Dial pressed, is an ordinary one and changes nothing", () => {
    for (const world of [retained(), recalled()]) {
      const before = world.states;
      const call = world.call("west", setupIes("1001", "2001"))?.alert().answer();
      world.expect("relay east 1001>2001");
      call?.clear("from", 16);
      expect(world.states).to.deep.equal(before);
    }
  });

  it("Dial pressed, but another number called: relayed as it is", () => {
    const world = recalled();
    world.press(a, "dial");
    world.take();
    world.call("west", setupIes("1001", "2002"));
    world.expect("relay east 1001>2002");
    world.call("west", setupIes("1002", "2001"));
    world.expect("relay east 1002>2001");
    expect(world.states).to.deep.equal(["originating Dialling"]);
  });

  it("R22: a SETUP of path replacement is no Dial", () => {
    const world = recalled();
    world.press(a, "dial");
    world.take();
    world.call("west", setupIes("1001", "2001", operation(5)));
    world.expect("relay east 1001>2001 pathReplaceSetup(9)");
    expect(world.states).to.deep.equal(["originating Dialling"]);
  });

  it("dialByHand: the next SETUP to B is the recall", () => {
    const world = recalled({ cluster: { dialByHand: true } });
    world.call("west", setupIes("1001", "2001"));
    world.expect("screen west/1001: nothing", "relay east 1001>2001 ccRingout(1)");
  });

  it("R4: numbers and bearer of the request, all else of the new SETUP; an invoke id that is free", () => {
    const world = recalled();
    world.press(a, "dial");
    const name = apdu(
      invoke("callingName", 1, {
        name: { namePresentationAllowed: { namePresentationAllowedSimple: Uint8Array.of(65) } },
      }),
      isoDialect,
    );
    const muLaw = element(bearerCapability, {
      codingStandard: 0,
      informationTransferCapability: 0,
      transferMode: 0,
      informationTransferRate: 16,
      layers: [{ layer: 1, protocol: 2 }],
    });
    const calling = element(callingPartyNumber, { typeOfNumber: 4, numberingPlan: 1, digits: "1001" });
    const called = element(calledPartyNumber, { typeOfNumber: 4, numberingPlan: 1, digits: "2001" });
    const recall = world.call("west", [muLaw, name, calling, called])?.relayed.sent ?? [];
    expect(world.take().at(-1)).to.equal("relay east 1001>2001 callingName(1) ccRingout(2)");
    const original = setupIes("1001", "2001");
    for (const codec of [callingPartyNumber, calledPartyNumber, bearerCapability]) {
      expect(find({ ies: recall }, codec as typeof calledPartyNumber)).to.deep.equal(
        find({ ies: original }, codec as typeof calledPartyNumber),
      );
    }
  });

  it("R4: another bearer is another call: no ccRingout, and the service ends when it is answered", () => {
    const world = recalled();
    world.press(a, "dial");
    const digital = element(bearerCapability, {
      codingStandard: 0,
      informationTransferCapability: 8,
      transferMode: 0,
      informationTransferRate: 16,
      layers: [],
    });
    const recall = world.call("west", [digital, ...setupIes("1001", "2001").slice(1)]);
    world.expect("place west/1001 to 2001", "screen west/1001: nothing", "relay east 1001>2001");
    recall?.alert().answer();
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/1001");
  });

  it("ccCancel or T2 while Dial waits: the SETUP goes on as an ordinary call", () => {
    const cancelled = recalled();
    cancelled.press(a, "dial");
    cancelled.receive(3, "RELEASE", ccCancel());
    cancelled.take();
    cancelled.call("west", setupIes("1001", "2001"));
    cancelled.expect("relay east 1001>2001");
    const expired = recalled({ our: { ccbsT2Ms: 10_000 } });
    expired.press(a, "dial");
    expired.take();
    expired.pass(10_000);
    expired.expect("3 RELEASE 16 ccCancel(2)", "screen west/1001: CallBack on 2001 has expired", "unwatch west/1001");
    expired.call("west", setupIes("1001", "2001"));
    expired.expect("relay east 1001>2001");
  });

  it("R3: the connection is lost while Dial waits: an ordinary call, and B is told", () => {
    const world = recalled();
    world.press(a, "dial");
    world.take();
    world.lose(3, 41, "linkDown");
    world.expect("4 SETUP 1001>2001 ccCancel(1) full 1001>2001", "screen west/1001: nothing", "unwatch west/1001");
  });

  it("pressing Dial twice places one call", () => {
    const world = recalled();
    world.press(a, "dial");
    world.press(a, "dial");
    world.expect("place west/1001 to 2001");
  });
});
