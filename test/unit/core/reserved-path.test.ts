import { expect } from "chai";
import { bChannelElement, causeElement } from "../../../codecs/index.ts";
import type { Config } from "../../../src/config.ts";
import { busy, idle } from "./network.ts";
import { type Far, fromEast, fromWest, ThreeCores, toWest } from "./three-cores.ts";

const reserves: Far = { dialect: "generic-iso", our: { noPathReservation: false, connectionProposal: "retain" } };
const westPhones = { core: "west", trunk: "phones" };

/** The phones of these PINXs have their bearers there. */
function ownsBearers(config: Config): Config {
  const neighbours = config.neighbours.map((each) =>
    each.name === "phones" ? { ...each, callCompletion: { ...each.callCompletion, ownsBearers: true as const } } : each,
  );
  return { ...config, neighbours };
}

/** Two PINXs that reserve, and a gateway between them that relays. */
function network(east = reserves, west = reserves): ThreeCores {
  return new ThreeCores(east, west, ownsBearers).callBusy().ask();
}

const callsOf = (cores: ThreeCores) => [...cores.sent(fromEast)].filter((text) => !text.includes("Request"));

/** Of the path, and of the connection: one of the two comes through. */
const cancelled = ["DISCONNECT ccCancel", "RELEASE ccCancel"];

describe("a path reserved through a gateway (R10)", () => {
  it("is relayed end to end, before A is told; ccRingout rings B on it", () => {
    const cores = network();
    expect(cores.screen).to.equal("CallBack is activated on 2001");
    cores.bIsFree();
    expect(cores.sent(fromWest).slice(-2)).to.deep.equal(["FACILITY ccExecPossible", "FACILITY returnResult"]);
    expect(cores.screen).to.equal("2001 has become available");
    expect(cores.left).to.deep.equal(["east originating Reserved", "west terminating PathReserved"]);
    const at = cores.recall();
    expect(callsOf(cores)).to.deep.equal(["SETUP ccPathReserve", "FACILITY ccRingout"]);
    expect(cores.sent(toWest).slice(-2)).to.deep.equal(["SETUP ccPathReserve", "FACILITY ccRingout"]);
    cores.answer(at);
    expect(cores.left).to.deep.equal([]);
    cores.cluster({ core: "east", trunk: "phones" }, at, 0, "DISCONNECT", [causeElement(16)]);
    cores.pass(60_000);
    expect(cores.services(fromEast).at(-1)?.message.message).to.equal("RELEASE COMPLETE");
  });

  it("toward B's phones the call carries no APDU of the path", () => {
    const cores = network().bIsFree();
    cores.recall();
    expect(cores.sent(westPhones)).to.deep.equal([]);
    const setups = cores.services(westPhones).filter(({ message }) => message.message === "SETUP");
    expect(setups).to.have.length(2);
  });

  it("where one side does not reserve, the call back goes without", () => {
    const plain: Far = { ...reserves, our: { ...reserves.our, noPathReservation: true } };
    for (const cores of [network(reserves, plain), network(plain, reserves)]) {
      cores.bIsFree();
      cores.answer(cores.recall());
      expect(callsOf(cores).slice(0, 1)).to.deep.equal(["SETUP ccRingout"]);
      expect(cores.left).to.deep.equal([]);
    }
  });

  it("A becomes busy while it is reserved: suspended in the DISCONNECT, resumed, reserved anew", () => {
    const cores = network();
    cores.cut.add("gateway/west");
    cores.line("west", "phones/2001", idle);
    cores.cut.delete("gateway/west");
    cores.a(busy);
    cores.pass(100);
    expect(cores.sent(fromEast).at(-1)).to.equal("FACILITY ccSuspend");
    cores.a(idle);
    cores.pass(100);
    expect(cores.sent(fromEast).slice(-2)).to.deep.equal(["FACILITY ccResume", "SETUP ccPathReserve"]);
    expect(cores.screen).to.equal("2001 has become available");
  });

  it("A cancels: ccCancel in the DISCONNECT of the path, and nothing is left", () => {
    const cores = network().bIsFree().press("cancel");
    expect(cores.sent(fromEast).slice(-2)).to.deep.equal(cancelled);
    cores.pass(60_000);
    expect(cores.left).to.deep.equal([]);
  });

  it("A cancels while B becomes busy: ccCancel is heard in a DISCONNECT that crosses B's own", () => {
    const keeps: Far = { ...reserves, our: { ...reserves.our, retainService: true } };
    const cores = network(keeps, keeps).bIsFree();
    cores.atOnce(
      { core: "east", input: { type: "user", user: "phones/1001", press: { key: "cancel" } } },
      { core: "west", input: { type: "line", line: "phones/2001", snapshot: busy } },
    );
    expect(cores.sent(fromEast).slice(-2)).to.deep.equal(cancelled);
    expect(cores.sent(fromWest)).to.include("DISCONNECT remoteUserBusyAgain");
    expect(cores.left).to.deep.equal([]);
  });

  it("T3 ends it, and B's channel is free again", () => {
    const cores = network().bIsFree();
    cores.pass(31_000);
    expect(cores.left).to.deep.equal([]);
    expect(cores.sent(fromEast).slice(-2)).to.deep.equal(cancelled);
  });

  it("B becomes busy while it is reserved: 17, and A is told", () => {
    const cores = network().bIsFree();
    cores.line("west", "phones/2001", busy);
    cores.pass(100);
    expect(cores.sent(fromWest).slice(-2)).to.deep.equal(["DISCONNECT remoteUserBusyAgain", "RELEASE ccCancel"]);
    expect(cores.screen).to.equal("2001 is busy again");
    cores.pass(60_000);
    expect(cores.left).to.deep.equal([]);
  });

  it("B is busy again when he is rung on it: the error answers ccRingout", () => {
    const cores = network().bIsFree();
    cores.busyAgain(cores.recall());
    expect(cores.sent(fromWest).filter((text) => text.startsWith("DISCONNECT"))).to.deep.equal([
      "DISCONNECT remoteUserBusyAgain",
    ]);
    expect(cores.screen).to.equal("2001 is busy again");
    cores.pass(60_000);
    expect(cores.left).to.deep.equal([]);
  });

  it("a PINX starts anew while a path is there: the other side goes on without it, and the call back is made", () => {
    for (const core of ["east", "west"] as const) {
      const cores = network().bIsFree();
      cores.restart(core);
      cores.line("west", "phones/2001", idle);
      cores.line("east", "phones/1001", idle);
      cores.pass(15_000);
      expect(cores.screen, core).to.equal("2001 has become available");
      const at = cores.recall();
      cores.cluster(westPhones, at + 1, 1, "ALERTING", [bChannelElement(30)]);
      expect(cores.screens.get("east/phones/1001")?.at(-1), core).to.equal(null);
    }
  });
});
