import { expect } from "chai";
import { longestHoldMs } from "../../../src/lanes.ts";
import type { Output } from "../../../src/seam.ts";
import { HeldStore, press, rig, save, send } from "./rig.ts";

describe("lanes", () => {
  it("hold an output until the save it waits for is durable", async () => {
    const store = new HeldStore();
    const { clock, drive, marks } = rig(() => [save(1), send("c1", 1, 1)], store);
    drive.post(press());
    await clock.settle();
    expect(marks()).to.deep.equal([]);
    expect(drive.waiting).to.equal(1);
    store.end("durable");
    await clock.settle();
    expect(marks()).to.deep.equal([1]);
  });

  it("hold nothing longer than half of T200: a store that is away must not bring the data link down", async () => {
    const { clock, drive, marks } = rig(() => [save(1), send("c1", 1, 1), send("c1", 2)], new HeldStore());
    drive.post(press());
    await clock.pass(longestHoldMs - 1);
    expect(marks()).to.deep.equal([]);
    await clock.pass(1);
    expect(marks()).to.deep.equal([1, 2]);
    expect(drive.waiting).to.equal(0);
  });

  it("never change the order within a lane, and never wait for each other", async () => {
    const store = new HeldStore();
    const outputs = [save(1), send("cis", 1), send("cis", 2, 1), send("cis", 3), send("call", 4)];
    const { clock, drive, marks } = rig(() => outputs, store);
    drive.post(press());
    await clock.settle();
    expect(marks()).to.deep.equal([1, 4]);
    store.end("durable");
    await clock.settle();
    expect(marks()).to.deep.equal([1, 4, 2, 3]);
  });

  it("are one each for channels, lines and users, channels of two trunks told apart", async () => {
    const store = new HeldStore();
    const outputs: Output[] = [
      save(1),
      send("c", 1, 1),
      { ...send("c", 2), trunk: "west" } as Output,
      { type: "notify", id: 1, after: 1, user: "east/1001", screen: null, sound: false },
      { type: "watch", line: "east/1001" },
      { type: "placeCall", id: 2, after: 0, user: "east/1001", to: "2001", request: "r1" },
    ];
    const { clock, drive, marks } = rig(() => outputs, store);
    drive.post(press());
    await clock.settle();
    expect(marks()).to.deep.equal([2, "watch"]);
    store.end("durable");
    await clock.settle();
    expect(marks()).to.deep.equal([2, "watch", 1, "notify", "placeCall"]);
  });
});
