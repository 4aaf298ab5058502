import { expect } from "chai";
import { activated, available } from "./world.ts";

describe("acceptance, section 4: completing the call", () => {
  it("S-33 a call dialled by hand is an ordinary call, without an APDU of call completion", () => {
    const world = available().press("1001", "exit").dial("1001", "2001");
    expect(world.phone("2001").state).to.equal("ringing");
    expect(world.sent("west")).not.to.include("SETUP ccRingout");
  });

  it("S-34 dialling by hand does not change the call back", () => {
    const world = available().press("1001", "exit");
    const before = [world.requests("west"), world.requests("east")];
    world.dial("1001", "2001").hangUp("1001").pass(1_000);
    expect([world.requests("west"), world.requests("east")]).to.deep.equal(before);
  });

  it("S-35 after the call dialled by hand, CallBack still shows has become available with its keys", () => {
    const world = available().press("1001", "exit").talk("1001", "2001").hangUp("1001").pass(1_000);
    world.callBack("1001");
    expect(world.screen("1001")).to.equal("2001 has become available");
    expect(world.phone("1001").screen?.keys).to.deep.equal(["Dial", "Cancel", "Exit"]);
  });

  it("S-36 an A in a call who has capacity left gets alert and screen", () => {
    const world = activated({ busyTrigger: 2 });
    // With two calls a line, 2001 is busy again only with the second.
    world.press("1001", "exit").talk("1001", "1002").hangUp("2001").pass(2_000);
    expect([world.screen("1001"), world.phone("1001").sound]).to.deep.equal(["2001 has become available", true]);
  });

  it("S-37 Dial with an active call holds that call by itself, then calls B", () => {
    const world = activated({ busyTrigger: 2 });
    world.press("1001", "exit").talk("1001", "1002").hangUp("2001").pass(2_000).press("1001", "dial");
    expect(world.phone("1001").held).to.deep.equal(["1002"]);
    expect([world.phone("1002").onHold, world.phone("2001").state]).to.deep.equal([true, "ringing"]);
  });

  it("S-38 or Exit, end the call, press CallBack, Dial", () => {
    const world = activated({ busyTrigger: 2 });
    world.press("1001", "exit").talk("1001", "1002").hangUp("2001").pass(2_000).press("1001", "exit");
    world.hangUp("1001").callBack("1001").press("1001", "dial");
    expect(world.phone("2001").state).to.equal("ringing");
  });

  it("S-39 B's phone was removed: Dial gives reorder tone", () => {
    const world = available();
    world.cluster("east").set("2001", { exists: false });
    world.press("1001", "dial").pass(1_000);
    expect(world.phone("1001").state).to.equal("reorderTone");
  });

  it("S-40 after that the user may cancel, or ask again", () => {
    const failed = () => {
      const world = available();
      world.cluster("east").set("2001", { exists: false });
      return world.press("1001", "dial").pass(1_000).hangUp("1001");
    };
    const cancelled = failed();
    expect(cancelled.requests("west").filter((text) => !text.endsWith("Offered"))).to.deep.equal([]);
    const again = failed();
    again.cluster("east").set("2001", { exists: true });
    again.talk("2002", "2001").dial("1001", "2001").callBack("1001");
    expect(again.screen("1001")).to.equal("CallBack is activated on 2001");
  });

  describe("two requesters", () => {
    const two = () => activated().dial("1002", "2001").callBack("1002");
    const both = () => two().hangUp("2001").pass(2_000);

    it("S-41 both see the activation screen", () => {
      const world = two();
      for (const number of ["1001", "1002"]) {
        expect(world.screen(number)).to.equal("CallBack is activated on 2001");
      }
    });

    it("S-42 when B becomes available both are told at once; fifo tells one after the other", () => {
      const world = both();
      for (const number of ["1001", "1002"]) {
        expect([world.screen(number), world.phone(number).sound]).to.deep.equal(["2001 has become available", true]);
      }
      const fifo = activated({ cluster: { east: ", queue: fifo" } })
        .dial("1002", "2001")
        .callBack("1002");
      fifo.hangUp("2001").pass(2_000);
      expect([fifo.screen("1001"), fifo.screen("1002")]).to.deep.equal([
        "2001 has become available",
        "CallBack is activated on 2001",
      ]);
    });

    it("S-43 the first of them to press Dial connects", () => {
      const world = both().press("1002", "dial").answer("2001");
      expect([world.phone("1002").state, world.phone("2001").far?.number]).to.deep.equal(["talking", "1002"]);
    });

    it("S-44 the other meets a busy B: told so, and neither side is left with a request", () => {
      const world = both().press("1002", "dial").answer("2001").press("1001", "dial").pass(1_000);
      expect(world.sent("east").some((text) => text.includes("error remoteUserBusyAgain"))).to.equal(true);
      expect(world.screen("1001")).to.equal("2001 is busy again");
      expect(world.phone("1001").state).to.equal("busyTone");
    });
  });
});
