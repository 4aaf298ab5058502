import { expect } from "chai";
import { Drive, inputsOfNeighbourPerTick, inputsPerTick, queueFull } from "../../../gateway/drive.ts";
import { traceRing } from "../../../gateway/ring.ts";
import { memoryStore } from "../../../gateway/store/memory.ts";
import type { Input, Output } from "../../../src/seam.ts";
import { longestHoldMs } from "../../../src/lanes.ts";
import { FakeCore } from "./fake-core.ts";
import { HeldStore, press, record, rig, save, send } from "./rig.ts";
import { VirtualClock } from "./virtual-clock.ts";

describe("the pump", () => {
  it("handles inputs in the order they were posted, each with the time of its tick", async () => {
    const { core, clock, drive } = rig();
    const startedAt = clock.now();
    drive.post(press("dial"));
    drive.post(press("exit"));
    await clock.pass(10);
    drive.post({ type: "store", state: "full" });
    await clock.settle();
    expect(core.types).to.deep.equal(["user", "user", "store"]);
    expect(core.times).to.deep.equal([startedAt, startedAt, startedAt + 10]);
  });

  it("runs nothing before start, and then all that was posted", async () => {
    const core = new FakeCore();
    const clock = new VirtualClock();
    const store = memoryStore();
    const ring = traceRing(1, () => {});
    const drive = new Drive({ core, store, clock, ring, deliver: () => {}, onFenced: () => {}, onStore: () => {} });
    drive.post(press());
    await clock.settle();
    expect(core.inputs).to.have.length(0);
    drive.start();
    await clock.settle();
    expect(core.inputs).to.have.length(1);
  });

  it("lets what an adapter posts from inside its own call wait for the next tick", async () => {
    const core = new FakeCore((input) => (input.type === "user" ? [send("c1", 1)] : []));
    const clock = new VirtualClock();
    const order: string[] = [];
    const drive: Drive = new Drive({
      core,
      store: memoryStore(),
      clock,
      ring: traceRing(1, () => {}),
      deliver: () => {
        order.push("delivering");
        drive.post({ type: "closed", trunk: "east", channel: "c1", reason: "gone" });
        order.push("delivered");
      },
      onFenced: () => {},
      onStore: () => {},
      record: { input: (input) => order.push(input.type), outputs: () => {} },
    });
    drive.start();
    drive.post(press());
    await clock.settle();
    expect(order).to.deep.equal(["user", "delivering", "delivered", "closed"]);
  });

  it("refuses to be run inside itself", async () => {
    const ticks: (() => void)[] = [];
    const clock = { now: () => 0, at: () => () => {}, soon: (run: () => void) => void ticks.push(run) };
    const core = new FakeCore(() => [send("c1", 1)]);
    const drive: Drive = new Drive({
      core,
      store: memoryStore(),
      clock,
      ring: traceRing(1, () => {}),
      deliver: () => {
        drive.post(press());
        ticks.shift()?.();
      },
      onFenced: () => {},
      onStore: () => {},
    });
    drive.start();
    drive.post(press());
    expect(() => ticks.shift()?.()).to.throw("the pump runs inside itself");
  });

  it("handles so many inputs a tick at most, and timers get their turn between", async () => {
    const { core, clock, drive } = rig();
    core.timeoutAt = clock.now();
    for (let count = 0; count < inputsOfNeighbourPerTick + 1; count += 1) drive.post(press());
    await clock.settle();
    expect(core.types.indexOf("timeout")).to.equal(inputsOfNeighbourPerTick);
    expect(core.types).to.have.length(inputsOfNeighbourPerTick + 2);
  });

  for (const [what, neighbours, ofEach, due] of [
    ["so many of each neighbour", 3, inputsOfNeighbourPerTick + 1, 3 * inputsOfNeighbourPerTick],
    ["so many of all", inputsPerTick + 1, 1, inputsPerTick],
  ] as const) {
    it(`handles more where more neighbours wait: ${what}`, async () => {
      const { core, clock, drive } = rig();
      core.timeoutAt = clock.now();
      for (let count = 0; count < neighbours * ofEach; count += 1) {
        drive.post({ type: "closed", trunk: `${count % neighbours}`, channel: "in-1", reason: "" });
      }
      await clock.settle();
      expect(core.types.indexOf("timeout")).to.equal(due);
      expect(core.types).to.have.length(neighbours * ofEach + 1);
    });
  }

  it("tells the core of a timeout when it is due, not before, and follows a due time that moves", async () => {
    const { core, clock, drive } = rig((input, self) => {
      if (input.type === "user") self.timeoutAt = clock.now() + (input.press.key === "dial" ? 1000 : 200);
      return [];
    });
    drive.post(press("dial"));
    await clock.pass(999);
    expect(core.types).to.deep.equal(["user"]);
    drive.post(press("exit"));
    await clock.pass(199);
    expect(core.types).to.deep.equal(["user", "user"]);
    await clock.pass(1);
    expect(core.types).to.deep.equal(["user", "user", "timeout"]);
    expect(clock.timers).to.equal(0);
  });

  it("records every input with its time before the core sees it, timeouts too", async () => {
    const { core, clock, drive, seen } = rig();
    const startedAt = clock.now();
    drive.post(press());
    core.timeoutAt = startedAt + 5;
    await clock.pass(5);
    expect(seen.recorded).to.deep.equal([
      ["user", startedAt],
      ["timeout", startedAt + 5],
    ]);
  });

  it("never lets time go back for the core", async () => {
    let now = 1000;
    const ticks: (() => void)[] = [];
    const clock = { now: () => now, at: () => () => {}, soon: (run: () => void) => void ticks.push(run) };
    const core = new FakeCore();
    const ring = traceRing(1, () => {});
    const drive = new Drive({
      core,
      store: memoryStore(),
      clock,
      ring,
      deliver: () => {},
      onFenced: () => {},
      onStore: () => {},
    });
    drive.start();
    drive.post(press());
    ticks.shift()?.();
    now = 400;
    drive.post(press());
    ticks.shift()?.();
    expect(core.times).to.deep.equal([1000, 1000]);
  });

  it("answers ask with the outputs of that very input", async () => {
    const { clock, drive } = rig((input) =>
      input.type === "user" ? [send("c1", input.press.key === "dial" ? 1 : 2)] : [],
    );
    drive.post(press("dial"));
    const asked = drive.ask(press("exit"));
    drive.post(press("dial"));
    await clock.settle();
    const outputs = await asked;
    expect(outputs.map((output) => output.type === "send" && output.pdu.octets[0])).to.deep.equal([2]);
  });

  it("asks the adapters of a neighbour to stop reading while its queue is full, and then to go on", async () => {
    const { clock, drive } = rig();
    for (let count = 0; count < queueFull - 1; count += 1) drive.post(press());
    expect(drive.drained("east")).to.equal(undefined);
    drive.post(press());
    expect(drive.drained("west"), "of another").to.equal(undefined);
    let drained = false;
    void drive.drained("east")?.then(() => {
      drained = true;
    });
    await Promise.resolve();
    expect(drained).to.equal(false);
    await clock.settle();
    expect(drained).to.equal(true);
    expect(drive.drained("east")).to.equal(undefined);
  });

  it("gives neighbours their turns, one input each: who floods the gateway holds up nobody else", async () => {
    const { core, clock, drive } = rig();
    const received = (trunk: string): Input => ({ type: "closed", trunk, channel: "c", reason: "" });
    for (let count = 0; count < 3; count += 1) drive.post(received("east"));
    drive.post(received("west"));
    drive.post(press());
    drive.post({ type: "store", state: "full" });
    drive.post(received("north"));
    await clock.settle();
    const whose = core.inputs.map((input) => ("trunk" in input ? input.trunk : input.type));
    expect(whose).to.deep.equal(["store", "east", "west", "north", "east", "east", "user"]);
  });
});

describe("stopping the pump", () => {
  it("handles, commits and lets leave what is there, then takes nothing more", async () => {
    const { core, clock, drive, marks } = rig(({ type }) => (type === "stop" ? [] : [save(1), send("c1", 1, 1)]));
    drive.post(press());
    await drive.stop();
    expect(marks()).to.deep.equal([1]);
    drive.post(press());
    await clock.settle();
    expect(core.inputs.map(({ type }) => type)).to.deep.equal(["user", "stop"]);
    expect(clock.timers).to.equal(0);
  });

  it("does not wait for a store that does not answer", async () => {
    const store = new HeldStore();
    const { clock, drive, marks } = rig(() => [save(1), send("c1", 1, 1)], store);
    drive.post(press());
    const stopped = drive.stop();
    await clock.pass(longestHoldMs - 1);
    expect(marks()).to.deep.equal([]);
    await clock.pass(1000);
    await stopped;
    // The outputs of the press and of the stop: held back as long as may be, not for ever.
    expect(marks()).to.deep.equal([1, 1]);
    expect(clock.timers).to.equal(0);
  });

  it("tries a store that was away once more at once", async () => {
    const store = new HeldStore();
    const { clock, drive, marks } = rig((input) => (input.type === "user" ? [save(1), send("c1", 1, 1)] : []), store);
    drive.post(press());
    await clock.settle();
    store.end(new Error("away"));
    await clock.settle();
    const stopped = drive.stop();
    await clock.settle();
    store.end("durable");
    await stopped;
    expect(marks()).to.deep.equal([1]);
  });
});

describe("the records the pump mirrors", () => {
  it("are what was restored and saved last, without those that ended", async () => {
    const outputs: Output[][] = [[save(1, "r1", "Active")], [{ type: "save", save: 2, request: "r0", record: null }]];
    const { clock, drive } = rig((input) => (input.type === "user" ? (outputs.shift() ?? []) : []));
    drive.post({ type: "restore", records: [record("r0")] });
    drive.post(press());
    await clock.settle();
    expect([...drive.requests.keys()]).to.deep.equal(["r0", "r1"]);
    drive.post(press());
    await clock.settle();
    expect([...drive.requests.values()]).to.deep.equal([record("r1")]);
  });
});
