import { expect } from "chai";
import { callingPartyNumber, find } from "../../../codecs/index.ts";
import type { Message } from "../../../codecs/index.ts";
import { busy, componentsOf, idle } from "./network.ts";
import { fromEast, fromWest, ThreeCores, toEast, toWest } from "./three-cores.ts";

/** East keeps the connection, west releases it: the gateway bridges. */
function bridged(known: Readonly<Record<string, unknown>> = {}): ThreeCores {
  return new ThreeCores({ dialect: "libpri", known }, { dialect: "avaya-cm" });
}

/** The other way round, and both keep the service where B is busy again. */
function keepingService(west: boolean): ThreeCores {
  const keeps = { retainService: true };
  return new ThreeCores(
    { dialect: "ecma-legacy", our: keeps, known: { peer: { canRetainService: true } } },
    { dialect: "generic-iso", our: { retainService: west } },
  );
}

const activated = "CallBack is activated on 2001";
const available = "2001 has become available";
const nobody: string[] = [];

describe("a bridge between two native neighbours (R6)", () => {
  it("says in the timeline why", () => {
    const network = bridged().callBusy().ask();
    expect(network.words("gateway").slice(0, 2)).to.deep.equal([
      "bridged: east wants the connection kept, west releases it",
      "bridged: east wants the connection kept, west releases it",
    ]);
  });

  it("accepts only when user B's side has", () => {
    const network = bridged().callBusy().askOnly();
    expect(network.sent(toWest)).to.deep.equal(["SETUP ccbsRequest"]);
    expect(network.sent(toEast)).to.deep.equal([]);
    network.line("west", "phones/2001", busy);
    expect(network.sent(toEast)).to.deep.equal(["CONNECT returnResult"]);
  });

  it("T1: user A's side hears shortTermRejection 2 s before its own T1", () => {
    const network = bridged({ peer: { t1: "12s" } })
      .callBusy()
      .askOnly();
    network.cut.add("gateway/west");
    network.pass(9999);
    expect(network.sent(toEast)).to.deep.equal([]);
    network.pass(1);
    expect(network.sent(toEast)).to.deep.equal(["RELEASE shortTermRejection"]);
    expect(network.left).to.deep.equal([]);
  });

  it("the same error: user B's side refuses for good", () => {
    const network = bridged().callBusy().ask("absent");
    expect(network.sent(toEast)).to.deep.equal(["RELEASE longTermRejection"]);
    expect(network.screen).to.equal("2001 does not take CallBack");
    expect(network.left).to.deep.equal([]);
  });

  it("the link to user B's side is down: shortTermRejection", () => {
    const network = bridged().callBusy();
    network.give("gateway", { type: "closed", trunk: "west", channel: "demo", reason: "cut" });
    network.ask();
    expect(network.sent(toEast)).to.deep.equal(["RELEASE shortTermRejection"]);
    expect(network.left).to.deep.equal([]);
  });

  it("user A gives up before the result: so does the other leg", () => {
    const network = bridged().callBusy();
    network.cut.add("gateway/west");
    network.ask().press("cancel");
    network.pass(40_000);
    expect(network.left).to.deep.equal([]);
  });

  it("a second request while the first runs is refused", () => {
    const network = bridged().callBusy().ask();
    network.stored.get("east")?.clear();
    network.restart("east");
    network.callBusy().ask();
    expect(network.sent(toEast).at(-1)).to.equal("RELEASE COMPLETE shortTermRejection");
    expect(network.words("gateway")).to.include("refused: it is asked for already");
  });

  it("user A cancels: ccCancel on both legs, once", () => {
    const network = bridged().callBusy().ask().press("cancel");
    expect(network.sent(fromEast).at(-1)).to.equal("RELEASE ccCancel");
    expect(network.sent(toWest).filter((each) => each.endsWith("ccCancel"))).to.deep.equal(["SETUP ccCancel"]);
    expect(network.sent(toEast).filter((each) => each.endsWith("ccCancel"))).to.deep.equal([]);
    expect(network.left).to.deep.equal(nobody);
  });

  it("user B's side cancels: ccCancel on both legs, once", () => {
    const network = bridged().callBusy().ask();
    network.line("west", "phones/2001", "absent");
    expect(network.sent(toEast).filter((each) => each.endsWith("ccCancel"))).to.deep.equal(["RELEASE ccCancel"]);
    expect(network.sent(toWest).filter((each) => each.endsWith("ccCancel"))).to.deep.equal([]);
    expect(network.screen).to.equal("CallBack on 2001 was cancelled by the other side");
    expect(network.left).to.deep.equal(nobody);
  });

  it("T2: user A's side ends first, user B's 60 s later had nothing been said", () => {
    const network = bridged({ our: { ccbsT2: "10min" } })
      .callBusy()
      .ask();
    const started = (network.entries.get("gateway") ?? []).flatMap((entry) =>
      entry.type === "timer" && entry.timer === "T2" && entry.change === "start" ? [entry.afterMs] : [],
    );
    expect(started).to.have.members([600_000, 660_000]);
    network.pass(600_000);
    expect(network.sent(toEast).at(-1)).to.equal("RELEASE ccCancel");
    expect(network.left).to.deep.equal(nobody);
  });

  it("runs no T3: user A's side decides", () => {
    const network = bridged().callBusy().ask().bIsFree();
    const timers = (network.entries.get("gateway") ?? []).flatMap((entry) =>
      entry.type === "timer" && entry.change === "start" ? [entry.timer] : [],
    );
    expect(timers).not.to.include("T3");
    expect(timers).not.to.include("T_OFFER");
  });

  it("suspend and resume go through where something carries them", () => {
    const network = keepingService(false).callBusy().ask().a(busy).bIsFree();
    expect(network.sent(toWest).at(-1)).to.match(/ ccSuspend$/);
    network.a(idle);
    network.pass(100);
    expect(network.sent(toWest).at(-1)).to.match(/ ccResume$/);
    expect(network.screen).to.equal(available);
    network.answer(network.recall());
    expect(network.left).to.deep.equal(nobody);
  });

  it("a side that never goes on after ccSuspend is not sent one: B's last word is told once more (R35)", () => {
    const network = bridged().callBusy().ask().a(busy).bIsFree();
    expect(network.sent(fromEast).at(-1)).to.equal("FACILITY ccSuspend");
    expect(network.sent(toWest).filter((each) => /cc(Suspend|Resume)/.test(each))).to.deep.equal([]);
    network.a(idle);
    network.pass(100);
    expect(network.sent(toEast).filter((each) => each.endsWith("ccExecPossible"))).to.have.length(2);
    expect(network.screen).to.equal(available);
    network.answer(network.recall());
    expect(network.left).to.deep.equal(nobody);
  });

  it("the recall has an invoke id of its own, numbers and service of the request on that leg", () => {
    const network = bridged().callBusy().ask().bIsFree();
    network.recall();
    const [came, went] = [fromEast, toWest].map(
      (end) => network.services(end).findLast(({ message }) => message.message === "SETUP")?.message as Message,
    );
    const request = network.services(toWest).find(({ message }) => message.message === "SETUP")?.message as Message;
    expect(find(went as Message, callingPartyNumber)).to.deep.equal(find(request, callingPartyNumber));
    expect(componentsOf(went as Message)).to.have.length(componentsOf(came as Message).length);
  });

  it("busy again without retention of the service: both legs end, user A is told with his own invoke id", () => {
    const network = bridged().callBusy().ask().bIsFree();
    network.busyAgain(network.recall());
    expect(network.sent(toEast)).to.include("DISCONNECT remoteUserBusyAgain");
    const invoke = network
      .services(fromEast)
      .flatMap(({ message }) => componentsOf(message))
      .find((each) => each.component === "invoke" && each.operation === "ccRingout");
    const errors = network
      .services(toEast)
      .flatMap(({ message }) => componentsOf(message))
      .filter((each) => each.component === "returnError");
    expect(errors.map((each) => each.invokeId)).to.deep.equal([invoke?.invokeId]);
    expect(network.left).to.deep.equal(nobody);
  });

  it("busy again, and both sides keep the service: both legs wait for the next time", () => {
    const network = keepingService(true).callBusy().ask().bIsFree();
    const at = network.recall();
    network.line("west", "phones/2001", busy);
    network.busyAgain(at);
    expect(network.screen).to.equal("2001 is busy again: CallBack goes on");
    expect(network.left).to.deep.equal([
      "east originating Active",
      "gateway terminating Monitoring",
      "gateway originating Active",
      "west terminating Monitoring",
    ]);
    network.bIsFree();
    expect(network.screen).to.equal(available);
    network.answer(network.recall());
    expect(network.left).to.deep.equal(nobody);
  });

  it("the service is kept only where user B's side keeps it", () => {
    const network = keepingService(false).callBusy().ask().bIsFree();
    network.busyAgain(network.recall());
    expect(network.sent(toEast).slice(-2)).to.deep.equal(["RELEASE ccCancel", "DISCONNECT remoteUserBusyAgain"]);
    expect(network.left).to.deep.equal(nobody);
  });

  it("three tries in 30 s to reach user A, then ccCancel on both legs", () => {
    const network = new ThreeCores({ dialect: "avaya-cm" }, { dialect: "ecma-legacy" }).callBusy().ask();
    network.give("gateway", { type: "closed", trunk: "east", channel: "demo", reason: "cut" });
    network.bIsFree();
    network.pass(29_000);
    expect(network.sent(toWest).filter((each) => each.endsWith("ccCancel"))).to.have.length(1);
    expect(network.requests("gateway")).to.deep.equal([]);
    expect(network.requests("west")).to.deep.equal([]);
  });

  it("the connection of one leg is lost: that leg goes on released, the other as it was", () => {
    const network = bridged().callBusy().ask();
    network.give("gateway", { type: "closed", trunk: "east", channel: "demo", reason: "cut" });
    network.give("east", { type: "closed", trunk: "gateway", channel: "demo", reason: "cut" });
    network.pass(100_000);
    network.give("gateway", { type: "opened", trunk: "east", channel: "demo", by: "us" });
    network.give("east", { type: "opened", trunk: "gateway", channel: "demo", by: "us" });
    network.bIsFree();
    expect(network.sent(toEast).at(-1)).to.equal("SETUP ccExecPossible");
    expect(network.screen).to.equal(available);
    network.answer(network.recall());
    expect(network.left).to.deep.equal(nobody);
  });

  it("B's word is lost with the connection to user A: it is told once more (R18)", () => {
    const network = bridged().callBusy().ask();
    network.cut.add("gateway/east");
    network.bIsFree();
    expect(network.screen).to.equal(activated);
    network.give("gateway", { type: "closed", trunk: "east", channel: "demo", reason: "cut" });
    network.give("east", { type: "closed", trunk: "gateway", channel: "demo", reason: "cut" });
    network.pass(7000);
    network.cut.clear();
    network.give("gateway", { type: "opened", trunk: "east", channel: "demo", by: "us" });
    network.give("east", { type: "opened", trunk: "gateway", channel: "demo", by: "us" });
    network.pass(30_000);
    expect(network.screen).to.equal(available);
    network.answer(network.recall());
    expect(network.left).to.deep.equal(nobody);
  });

  it("a restart of the gateway: both legs go on", () => {
    const network = bridged().callBusy().ask();
    network.restart("gateway");
    network.pass(100);
    network.bIsFree();
    expect(network.screen).to.equal(available);
    network.answer(network.recall());
    expect(network.left).to.deep.equal(nobody);
  });

  it("a restart that finds one leg alone ends it", () => {
    const network = bridged().callBusy().ask();
    const stored = network.stored.get("gateway");
    const [leg] = network.requests("gateway").filter(({ role }) => role === "originating");
    if (leg !== undefined) stored?.delete(leg.request);
    network.restart("gateway");
    network.pass(1000);
    expect(network.requests("gateway")).to.deep.equal([]);
    expect(network.words("gateway")).to.include("the other leg of the bridge did not outlive the restart");
  });

  /** West must not read restricted numbers, and A restricts hers. */
  function restricted(west: "generic-iso" | "avaya-cm", proposal: "retain" | "release"): ThreeCores {
    const network = new ThreeCores(
      { dialect: "generic-iso", our: { connectionProposal: proposal } },
      { dialect: west, known: { untrusted: true } },
    );
    network.restricted = true;
    return network.callBusy().ask();
  }

  it("R20: a restricted number and a neighbour that must not read it: the connection there is kept", () => {
    const network = restricted("generic-iso", "release");
    expect(network.words("gateway")).to.include("bridged: west must not read the restricted number");
    expect(network.sent(toEast).at(-1)).to.equal("RELEASE returnResult");
    expect(network.sent(fromWest).at(-1)).to.equal("CONNECT returnResult");
    network.bIsFree();
    network.answer(network.recall());
    expect(network.left).to.deep.equal(nobody);
  });

  it("R20: its connection is lost: nothing can name the request, and both legs end", () => {
    const network = restricted("generic-iso", "release");
    network.give("gateway", { type: "closed", trunk: "west", channel: "demo", reason: "cut" });
    network.pass(7000);
    expect(network.requests("gateway")).to.deep.equal([]);
    expect(network.sent(toEast).at(-1)).to.equal("SETUP ccCancel");
    network.give("gateway", { type: "opened", trunk: "west", channel: "demo", by: "us" });
    network.pass(7000);
    expect(network.sent(toWest).filter((each) => each.endsWith("ccCancel"))).to.deep.equal([]);
  });

  it("R20: the request keeps the connection already: relayed", () => {
    const network = restricted("generic-iso", "retain");
    expect(network.requests("gateway")).to.deep.equal([]);
    expect(network.screen).to.equal(activated);
  });

  it("R20: a neighbour that keeps no connection: refused for good, and the timeline says why", () => {
    const network = restricted("avaya-cm", "release");
    expect(network.sent(toEast)).to.deep.equal(["RELEASE COMPLETE longTermRejection"]);
    expect(network.words("gateway")).to.include("refused: number withheld, and west does not keep the connection");
  });

  it("after a restart B's last word is told once more where A had not heard it", () => {
    const network = bridged().callBusy().ask().bIsFree();
    const leg = network.requests("gateway").find(({ role }) => role === "terminating");
    if (leg?.role !== "terminating") throw new Error("there is no leg to east");
    network.stored.get("gateway")?.set(leg.request, { ...leg, state: "Monitoring" });
    network.restart("gateway");
    network.pass(1000);
    expect(network.sent(toEast).filter((each) => each === "SETUP ccExecPossible")).to.have.length(1);
  });

  it("relays what agrees, and keeps nothing of it", () => {
    const network = new ThreeCores({ dialect: "libpri" }, { dialect: "cisco-cucm" }).callBusy().ask();
    expect(network.screen).to.equal(activated);
    expect(network.requests("gateway")).to.deep.equal([]);
  });
});
