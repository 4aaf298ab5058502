import { expect } from "chai";
import { describe, it } from "mocha";
import { isoDialect } from "../../../codecs/dialect.ts";
import { causeElement } from "../../../codecs/q931/make.ts";
import type { Component } from "../../../codecs/rose/component.ts";
import { invoke, returnError, returnResult } from "../../../codecs/rose/make.ts";
import { reject } from "../../../codecs/rose/problems.ts";
import { apdu } from "../../../src/completion/messages.ts";
import { repeatsAtOnce } from "../../../src/completion/repeats.ts";
import { a, ccExecPossibleSetup, released, retained } from "./originating-steps.ts";
import { servingA, setupIes, type World } from "./world.ts";

const audited = { peer: { auditByRepeat: true } } as const;
const with16 = (component: Component) => [causeElement(16), apdu(component, isoDialect)];
const accepted = (agreed = {}) => returnResult("ccbsRequest", 1, { noPathReservation: true, ...agreed });
const has = () => with16(returnError("shortTermRejection", 1));
/** The request of `released` once more, on the connection that is next. */
const repeat = "4 SETUP 1001>2001 ccbsRequest(1) 1001>2001 release";

function back(world: World): World {
  world.link("east", false);
  world.link("east", true);
  return world;
}

describe("auditByRepeat (R26)", () => {
  it("is off unless it is set: another make may take the repeat for a second request", () => {
    back(released()).expect();
  });

  it("repeats a request without a connection when its trunk is up again", () => {
    back(released(audited)).expect(repeat);
    back(retained(audited)).expect();
  });

  it("repeats a request whose kept connection the peer cleared without a word, not one that the link took", () => {
    const cleared = retained(audited);
    cleared.receive(3, "RELEASE", [causeElement(41)]);
    expect(cleared.take()).to.have.length(1);
    const unknown = retained(audited);
    unknown.lose(3, 41, "protocolError");
    expect(unknown.take()).to.have.length(1);
    const lost = retained(audited);
    lost.lose(3, 27, "linkDown");
    lost.expect();
  });

  it("the peer refuses what it has: the request goes on", () => {
    const world = back(released(audited));
    world.take();
    world.receive(4, "RELEASE COMPLETE", has());
    world.expect();
    expect(world.states).to.deep.equal(["originating Active"]);
    world.cis("east", ccExecPossibleSetup());
    world.expect("5 CALL PROCEEDING", "5 CONNECT", "screen west/1001: 2001 has become available (sound)");
  });

  it("the peer had lost it and takes it anew, on a connection that it keeps", () => {
    const world = back(released(audited));
    world.take();
    world.receive(4, "CALL PROCEEDING");
    world.receive(4, "CONNECT", [apdu(accepted(), isoDialect)]);
    world.expect();
    expect(world.traced.at(-1)).to.include({ event: "repeatAccepted", to: "Active" });
    world.receive(4, "FACILITY", [apdu(invoke("ccExecPossible", 2, { extArg: { none: null } }), isoDialect)]);
    world.expect("screen west/1001: 2001 has become available (sound)");
    world.press(a, "cancel");
    expect(world.take()[0]).to.match(/^4 RELEASE 16 ccCancel/);
  });

  it("the peer takes it anew and releases: it waits for a SETUP as before", () => {
    const world = back(released(audited));
    world.take();
    world.receive(4, "RELEASE", with16(accepted()));
    expect(world.states).to.deep.equal(["originating Active"]);
    world.cis("east", ccExecPossibleSetup());
    expect(world.take()).to.include("screen west/1001: 2001 has become available (sound)");
  });

  it("agrees anew on what is kept where user B is busy again", () => {
    const keeps = { our: { retainService: true }, peer: { auditByRepeat: true, canRetainService: true } };
    const world = back(released(keeps));
    world.receive(4, "RELEASE", with16(accepted({ retainService: true })));
    world.cis("east", ccExecPossibleSetup());
    expect([...world.store.values()].map(({ retainService }) => retainService)).to.deep.equal([true]);
  });

  it("the peer neither has it nor takes it: user A is told", () => {
    const world = back(released(audited));
    world.take();
    world.receive(4, "RELEASE COMPLETE", with16(returnError("longTermRejection", 1)));
    world.expect(
      "5 SETUP 1001>2001 ccCancel(1) full 1001>2001",
      "screen west/1001: The other side has forgotten CallBack on 2001",
      "unwatch west/1001",
    );
    expect(world.states).to.deep.equal([]);
  });

  it("an error on a connection that stays is an answer as well", () => {
    const world = back(released(audited));
    world.take();
    world.receive(4, "FACILITY", [apdu(returnError("shortTermRejection", 1), isoDialect)]);
    world.expect("4 RELEASE 16");
    expect(world.states).to.deep.equal(["originating Active"]);
  });

  it("no answer, a reject, or CONNECT without one say nothing: the request goes on", () => {
    for (const answer of [
      (world: World) => world.receive(4, "RELEASE COMPLETE", [causeElement(31)]),
      (world: World) => world.receive(4, "RELEASE COMPLETE", with16(reject(1, "invoke", "unrecognizedOperation"))),
      (world: World) => world.receive(4, "RELEASE COMPLETE", with16(returnError("shortTermRejection", 9))),
      (world: World) => world.lose(4, 102, "timer"),
      (world: World) => world.receive(4, "CONNECT"),
    ]) {
      const world = back(released(audited));
      answer(world);
      expect(world.states).to.deep.equal(["originating Active"]);
      expect(world.layer.held.serviceConnections).to.equal(0);
    }
  });

  it("a request that ends meanwhile takes its repeat with it", () => {
    const world = back(released(audited));
    world.take();
    world.press(a, "cancel");
    expect(world.take()).to.include("4 RELEASE 16 ccCancel(2)");
    expect(world.layer.held.serviceConnections).to.equal(1);
  });

  it("an acceptance that comes when user A has been told already is not needed", () => {
    const world = back(released(audited));
    world.cis("east", ccExecPossibleSetup());
    world.take();
    world.receive(4, "CONNECT", [apdu(accepted(), isoDialect)]);
    world.expect("4 RELEASE 16 ccCancel(2)");
    expect(world.states).to.deep.equal(["originating Recall"]);
  });

  it(`asks ${repeatsAtOnce} at once, and the next when one is answered`, () => {
    const world = servingA({ ...audited, our: { connectionProposal: "release" } });
    const users = Array.from({ length: repeatsAtOnce + 2 }, (_, at) => String(1001 + at));
    for (const user of users) {
      world.call("west", setupIes(user, "2001"))?.clear("to", 17);
      world.take();
      world.press(`west/${user}`, "callBack");
      const [request = ""] = world.take().filter((line) => line.includes(" SETUP "));
      const connection = Number.parseInt(request, 10);
      world.receive(connection, "RELEASE", with16(accepted()));
    }
    expect(world.states).to.have.length(repeatsAtOnce + 2);
    back(world);
    const setups = () => world.take().filter((line) => line.includes(" SETUP "));
    const first = setups();
    expect(first).to.have.length(repeatsAtOnce);
    world.receive(Number.parseInt(first[0] ?? "", 10), "RELEASE COMPLETE", has());
    expect(setups()).to.have.length(1);
    world.press(`west/${users[3]}`, "cancel");
    expect(setups().filter((line) => line.includes("ccbsRequest"))).to.have.length(1);
    world.link("east", false);
    world.lose(Number.parseInt(first[1] ?? "", 10), 27, "linkDown");
    expect(setups()).to.deep.equal([]);
    expect(world.layer.held.serviceConnections).to.equal(repeatsAtOnce);
  });
});
