import { expect } from "chai";
import { toHex } from "../../codecs/shape.ts";
import type { DemoCluster } from "../../src/pbx/cluster.ts";
import { TwoClusters } from "./two-clusters.ts";

describe("demo cluster", () => {
  describe("settings of a line", () => {
    /** What 1001 hears when it calls 2001 over the trunk, and 2002 inside the cluster. */
    const rows = [
      ["do not disturb", { dnd: true }, "busyTone", 17],
      ["not registered", { registered: false }, "reorderTone", 27],
      ["taken out", { exists: false }, "reorderTone", 1],
    ] as const;
    for (const [name, settings, state, cause] of rows) {
      it(`${name}: callers hear ${state}, cause ${cause}`, () => {
        const world = new TwoClusters();
        world.east.set("2001", settings);
        world.act("1001", { action: "dial", to: "2001" });
        world.act("2002", { action: "dial", to: "2001" });
        for (const number of ["1001", "2002"]) expect(world.phone(number)).to.include({ state, cause });
      });
    }

    it("forward all: another phone rings", () => {
      const world = new TwoClusters();
      world.east.set("2001", { forwardAll: "2002" });
      world.act("1001", { action: "dial", to: "2001" });
      expect([world.phone("2001").state, world.phone("2002").state]).to.deep.equal(["idle", "ringing"]);
      expect(world.east.snapshot("2001")).to.deep.include({ forward: { all: "2002" } });
    });

    it("shows them to a line monitor; a line that was taken out is absent", () => {
      const world = new TwoClusters();
      world.east.set("2001", { dnd: true, registered: false });
      expect(world.east.snapshot("2001")).to.include({ dnd: true, registered: "no" });
      world.east.set("2001", { exists: false });
      expect(world.east.snapshot("2001")).to.equal("absent");
    });

    it("reset: its calls end and its line counts afresh", () => {
      const world = new TwoClusters();
      world.act("1001", { action: "dial", to: "2001" });
      world.act("2001", { action: "answer" });
      world.east.reset("2001");
      world.settle();
      expect([world.phone("1001").state, world.phone("2001").state]).to.deep.equal(["endedTone", "idle"]);
      expect(world.east.snapshot("2001")).to.include({ epoch: 2, uses: 0, offhook: false });
    });
  });

  describe("calls over the trunk", () => {
    it("rings, answers and hangs up as Q.931 has it", () => {
      const world = new TwoClusters();
      world.act("1001", { action: "dial", to: "2001" });
      expect(world.phone("1001").state).to.equal("ringback");
      expect(world.phone("2001")).to.include({ state: "ringing", offhook: false });
      expect(world.phone("2001").far?.number).to.equal("1001");
      world.act("2001", { action: "answer" });
      expect([world.phone("1001").state, world.phone("2001").state]).to.deep.equal(["talking", "talking"]);
      world.act("2001", { action: "hangup" });
      expect(world.phone("2001")).to.include({ state: "idle", offhook: false });
      expect(world.phone("1001")).to.include({ state: "endedTone", offhook: true, cause: 16 });
      expect(world.ladder).to.deep.equal([
        "west SETUP",
        "east CALL PROCEEDING",
        "east ALERTING",
        "east CONNECT",
        "west CONNECT ACKNOWLEDGE",
        "east DISCONNECT",
        "west RELEASE",
        "east RELEASE COMPLETE",
      ]);
    });

    it("sends SETUP with speech, channel, private numbers and Sending complete", () => {
      const world = new TwoClusters();
      world.act("1001", { action: "dial", to: "2001" });
      const octets = (world.messages[0]?.ies ?? []).filter(({ id }) => id !== 0x1c).map((ie) => toHex(ie.octets));
      expect(octets).to.deep.equal(["04038090a3", "1803a98381", "6c06098331303031", "70058932303031", "a1"]);
    });

    it("tells each side the other's name", () => {
      const world = new TwoClusters();
      world.act("1001", { action: "dial", to: "2001" });
      expect(world.phone("2001").far).to.deep.equal({ number: "1001", name: "User 11" });
      expect(world.phone("1001").far).to.deep.equal({ number: "2001", name: "User 21" });
      const name = toHex(world.messages[0]?.ies.find(({ id }) => id === 0x1c)?.octets ?? new Uint8Array());
      expect(name).to.equal("1c1d9faa068001008201008b0100a10f020101020100800755736572203131");
    });

    it("answers SETUP with the channel in the first response only", () => {
      const world = new TwoClusters();
      world.act("1001", { action: "dial", to: "2001" });
      const channels = world.messages.map((message) => message.ies.filter(({ id }) => id === 0x18).length);
      expect(channels).to.deep.equal([1, 1, 0]);
    });

    it("clears a busy phone's call by CALL PROCEEDING and DISCONNECT 17 (R1)", () => {
      const world = new TwoClusters();
      world.act("2001", { action: "offhook" });
      world.act("1001", { action: "dial", to: "2001" });
      expect(world.phone("1001")).to.include({ state: "busyTone", cause: 17, offhook: true });
      expect(world.ladder).to.deep.equal([
        "west SETUP",
        "east CALL PROCEEDING",
        "east DISCONNECT",
        "west RELEASE",
        "east RELEASE COMPLETE",
      ]);
    });

    it("refuses an unknown number by RELEASE COMPLETE 1", () => {
      const world = new TwoClusters();
      world.act("1001", { action: "dial", to: "2999" });
      expect(world.phone("1001")).to.include({ state: "reorderTone", cause: 1 });
      expect(world.ladder).to.deep.equal(["west SETUP", "east RELEASE COMPLETE"]);
    });

    it("clears from the caller's side while it rings, and rejects from the called side with 21", () => {
      const world = new TwoClusters();
      world.act("1001", { action: "dial", to: "2001" });
      world.act("1001", { action: "hangup" });
      expect([world.phone("1001").state, world.phone("2001").state]).to.deep.equal(["idle", "idle"]);
      world.act("1001", { action: "dial", to: "2001" });
      world.act("2001", { action: "hangup" });
      expect(world.phone("1001")).to.include({ state: "reorderTone", cause: 21 });
    });

    it("takes another call reference and the same channel again for the next call", () => {
      const world = new TwoClusters();
      for (let call = 0; call < 2; call++) {
        world.act("1001", { action: "dial", to: "2001" });
        world.act("1001", { action: "hangup" });
      }
      const setups = world.messages.filter(({ message }) => message === "SETUP");
      expect(setups.map(({ callReference }) => callReference.value)).to.deep.equal([1, 2]);
    });

    it("survives both sides hanging up at once", () => {
      const world = new TwoClusters();
      world.act("1001", { action: "dial", to: "2001" });
      world.act("2001", { action: "answer" });
      world.west.act("1001", { action: "hangup" });
      world.east.act("2001", { action: "hangup" });
      world.settle();
      world.act("1001", { action: "dial", to: "2001" });
      expect(world.phone("2001").state).to.equal("ringing");
    });
  });

  describe("busy trigger", () => {
    it("with 2 a talking phone still rings, and a third call is busy", () => {
      const world = new TwoClusters(2);
      world.act("2002", { action: "dial", to: "2001" });
      world.act("2001", { action: "answer" });
      world.act("1001", { action: "dial", to: "2001" });
      expect(world.phone("1001").state).to.equal("ringback");
      world.act("1002", { action: "dial", to: "2001" });
      expect(world.phone("1002").state).to.equal("busyTone");
    });

    it("holds the first call when the second is answered and brings it back after it", () => {
      const world = new TwoClusters(2);
      world.act("2002", { action: "dial", to: "2001" });
      world.act("2001", { action: "answer" });
      world.act("1001", { action: "dial", to: "2001" });
      world.act("2001", { action: "answer" });
      expect(world.phone("2001").held).to.deep.equal(["2002"]);
      world.act("2001", { action: "hangup" });
      expect(world.phone("2001").far?.number).to.equal("2002");
      expect(world.phone("2001")).to.include({ state: "talking", offhook: true });
    });

    it("S-37 holds the conversation by NOTIFY before it dials another", () => {
      const world = new TwoClusters(2);
      world.act("1001", { action: "dial", to: "2001" });
      world.act("2001", { action: "answer" });
      world.ladder.length = 0;
      world.act("1001", { action: "dial", to: "2002" });
      expect(world.ladder.slice(0, 2)).to.deep.equal(["west NOTIFY", "west SETUP"]);
      expect(world.phone("2001").onHold).to.equal(true);
    });
  });

  describe("lines", () => {
    it("counts calls, rings and uses as the line model wants them", () => {
      const world = new TwoClusters();
      expect(world.east.snapshot("2001")).to.include({ registered: "yes", calls: 0, ringingIn: 0, uses: 0 });
      world.act("1001", { action: "dial", to: "2001" });
      expect(world.east.snapshot("2001")).to.include({ calls: 0, ringingIn: 1, offhook: false, uses: 0 });
      expect(world.west.snapshot("1001")).to.include({ calls: 1, ringingIn: 0, offhook: true, uses: 1 });
      world.act("2001", { action: "answer" });
      expect(world.east.snapshot("2001")).to.include({ calls: 1, ringingIn: 0, offhook: true, uses: 1 });
      world.act("1001", { action: "hangup" });
      expect(world.east.snapshot("2001")).to.include({ calls: 0, offhook: true, uses: 1 });
      world.act("2001", { action: "onhook" });
      expect(world.east.snapshot("2001")).to.include({ calls: 0, offhook: false, uses: 1 });
    });

    it("knows which lines the cluster has not", () => {
      expect(new TwoClusters().east.snapshot("2999")).to.equal("absent");
    });
  });

  describe("keys", () => {
    const available = {
      kind: "available",
      locale: "en",
      lines: ["2001 has become available", "Time 09:05 01/02/2026", "Press Dial to call"],
      keys: ["Dial", "Cancel", "Exit"],
    } as const;
    const presses = (cluster: DemoCluster) => {
      const found: unknown[] = [];
      for (let output = cluster.poll(); output !== undefined; output = cluster.poll()) {
        if (output.type === "press") found.push(output.press);
      }
      return found;
    };

    it("CallBack after busy tone tells the gateway, then puts the phone on hook", () => {
      const world = new TwoClusters();
      world.act("2001", { action: "offhook" });
      world.act("1001", { action: "dial", to: "2001" });
      world.west.act("1001", { action: "callBack" });
      expect(presses(world.west)).to.deep.equal([{ key: "callBack" }]);
      expect(world.phone("1001").state).to.equal("idle");
    });

    it("CallBack during ringback leaves the call alone", () => {
      const world = new TwoClusters();
      world.act("1001", { action: "dial", to: "2001" });
      world.west.act("1001", { action: "callBack" });
      expect(world.phone("1001").state).to.equal("ringback");
    });

    it("a press silences the sound mark, Exit closes the screen", () => {
      const world = new TwoClusters();
      world.west.show("1001", available, true);
      expect(world.phone("1001")).to.include({ sound: true });
      world.west.act("1001", { action: "press", key: "exit" });
      expect(presses(world.west)).to.deep.equal([{ key: "exit" }]);
      expect(world.phone("1001")).to.include({ sound: false, screen: null });
    });

    it("refuses what cannot be done with a sentence that says what to do", () => {
      const world = new TwoClusters();
      const refusals = [
        world.act("1009", { action: "answer" }),
        world.act("1001", { action: "answer" }),
        world.act("1001", { action: "hangup" }),
        world.act("1001", { action: "press", key: "dial" }),
        world.act("1001", { action: "dial", to: "12a4" }),
      ];
      expect(refusals).to.deep.equal([
        "there is no phone 1009 in east: it has 2001, 2002, 2003",
        "1001 does not ring: there is nothing to answer",
        "1001 is on hook: there is nothing to hang up",
        "1001 shows no key dial: press a key that stands on its screen",
        '"12a4" cannot be dialled: give 1 to 20 of the keys 0-9, * and #',
      ]);
    });
  });
});
