import { expect } from "chai";
import { activated, available } from "./world.ts";

describe("acceptance, section 2: screens and soft keys", () => {
  const cancelLine = "Press Cancel to deactivate";
  const exitLine = "Press Exit to quit this screen";
  const linesOf = (world: ReturnType<typeof available>) => world.phone("1001").screen?.lines ?? [];

  it("S-15 the activation screen says on whom: CallBack is activated on 2001", () => {
    expect(linesOf(activated())[0]).to.equal("CallBack is activated on 2001");
  });
  it("S-16 the activation screen says how to deactivate", () => {
    expect(linesOf(activated())[1]).to.equal(cancelLine);
  });
  it("S-17 the activation screen says how to quit", () => {
    expect(linesOf(activated())[2]).to.equal(exitLine);
  });
  it("S-18 the available screen says who: 2001 has become available", () => {
    expect(linesOf(available())[0]).to.equal("2001 has become available");
  });
  it("S-19 the available screen says when, HH:MM MM/DD/YYYY, padded with zeros", () => {
    expect(linesOf(available())[1]).to.equal("Time 03:04 01/02/2026");
  });
  it("S-20 the available screen says how to call", () => {
    expect(linesOf(available())[2]).to.equal("Press Dial to call");
  });
  it("S-21 the available screen says how to deactivate and quit", () => {
    expect(linesOf(available()).slice(3)).to.deep.equal([cancelLine, exitLine]);
  });

  it("S-22 Exit closes the screen and leaves the request, and the availability, alive", () => {
    const waiting = activated().press("1001", "exit");
    expect(waiting.screen("1001")).to.equal(undefined);
    expect(waiting.requests("west")).to.deep.equal(["originating ccbs Active"]);
    const told = available().press("1001", "exit");
    expect(told.requests("west")).to.deep.equal(["originating ccbs Recall"]);
    expect(told.callBack("1001").screen("1001")).to.equal("2001 has become available");
  });

  it("S-23 Cancel deactivates before and after availability: ccCancel, and nothing is left", () => {
    for (const world of [activated(), available()]) {
      world.press("1001", "cancel").pass(5_000);
      expect(world.sent("west").filter((text) => text.endsWith("ccCancel"))).to.have.length(1);
      expect([...world.requests("west"), ...world.requests("east")]).to.deep.equal([]);
    }
  });

  it("S-24 Dial places the call to B, with ccRingout", () => {
    const world = available().press("1001", "dial");
    expect(world.phone("2001").state).to.equal("ringing");
    expect(world.sent("west")).to.include("SETUP ccRingout");
  });

  it("S-25 an audio alert is played together with the available screen, and not with the other", () => {
    expect(activated().phone("1001").sound).to.equal(false);
    const { sound, screen } = available().phone("1001");
    expect([sound, screen?.kind]).to.deep.equal([true, "available"]);
  });
});
