import { expect } from "chai";
import { commitRetryMs } from "../../../gateway/commits.ts";
import { memoryStore } from "../../../gateway/store/memory.ts";
import type { Store } from "../../../gateway/store/store.ts";
import { HeldStore, press, record, rig, save, send } from "./rig.ts";

describe("group commit", () => {
  it("never has two commits in flight: what grows meanwhile goes together in the next", async () => {
    const store = new HeldStore();
    let number = 0;
    const { clock, drive, marks } = rig(() => {
      number += 1;
      return [save(number, `r${number}`), send("c1", number, number)];
    }, store);
    drive.post(press());
    await clock.settle();
    for (let count = 0; count < 3; count += 1) {
      drive.post(press());
      await clock.settle();
    }
    expect(store.inFlight).to.equal(1);
    expect(store.batches.map((batch) => batch.map(({ save: n }) => n))).to.deep.equal([[1]]);
    store.end("durable");
    await clock.settle();
    expect(store.batches.map((batch) => batch.map(({ save: n }) => n))).to.deep.equal([[1], [2, 3, 4]]);
    expect(marks()).to.deep.equal([1]);
    store.end("durable");
    await clock.settle();
    expect(marks()).to.deep.equal([1, 2, 3, 4]);
  });

  it("commits only the last of several saves of one request, and lets all that waited for them go", async () => {
    const store = new HeldStore();
    const { clock, drive, marks } = rig(
      () => [save(1, "r1", "Requested"), send("c1", 1, 1), save(2, "r1"), send("c1", 2, 2)],
      store,
    );
    drive.post(press());
    await clock.settle();
    expect(store.batches).to.deep.equal([[{ type: "save", save: 2, request: "r1", record: record("r1") }]]);
    store.end("durable");
    await clock.settle();
    expect(marks()).to.deep.equal([1, 2]);
  });

  it("tries a rejected commit again, each time later, and tells the core away once and ok once", async () => {
    const store = new HeldStore();
    const { core, clock, drive, marks, seen } = rig(
      (input) => (input.type === "user" ? [save(1), send("c1", 1, 1)] : []),
      store,
    );
    drive.post(press());
    await clock.settle();
    store.end(new Error("disk full"));
    await clock.pass(commitRetryMs.first - 1);
    expect(store.inFlight).to.equal(0);
    await clock.pass(1);
    store.end(new Error("disk full"));
    await clock.pass(2 * commitRetryMs.first - 1);
    expect(store.inFlight).to.equal(0);
    await clock.pass(1);
    expect(marks()).to.deep.equal([]);
    store.end("durable");
    await clock.settle();
    expect(marks()).to.deep.equal([1]);
    expect(core.inputs.filter(({ type }) => type === "store")).to.deep.equal([
      { type: "store", state: "away" },
      { type: "store", state: "ok" },
    ]);
    expect(seen.store).to.deep.equal(["away", "ok"]);
  });

  it("puts what grew while a commit was rejected into the next try, newer records in place of older ones", async () => {
    const store = new HeldStore();
    let number = 0;
    const requests = ["r1", "r2", "r1"];
    const { clock, drive } = rig((input) => {
      if (input.type !== "user") return [];
      number += 1;
      return [save(number, requests[number - 1])];
    }, store);
    for (let count = 0; count < 3; count += 1) {
      drive.post(press());
      await clock.settle();
    }
    store.end(new Error("gone"));
    await clock.pass(commitRetryMs.first);
    expect(store.batches[1]?.map(({ save: n, request }) => [n, request])).to.deep.equal([
      [2, "r2"],
      [3, "r1"],
    ]);
  });

  it("takes a store that throws at once for one that rejects", async () => {
    const store = memoryStore();
    const throwing: Store = {
      ...store,
      commit: () => {
        throw new Error("not open");
      },
    };
    const { clock, drive, seen } = rig((input) => (input.type === "user" ? [save(1)] : []), throwing);
    drive.post(press());
    await clock.settle();
    expect(seen.store).to.deep.equal(["away"]);
  });

  it("drops core and lanes where it is fenced, tells its owner, and does nothing any more", async () => {
    const store = new HeldStore();
    const { core, clock, drive, marks, seen } = rig(() => [save(1), send("c1", 1, 1)], store);
    drive.post(press());
    await clock.settle();
    store.end("fenced");
    await clock.settle();
    drive.post(press());
    core.timeoutAt = clock.now();
    expect(await drive.ask(press())).to.deep.equal([]);
    await clock.pass(1000);
    expect(core.types).to.deep.equal(["user"]);
    expect(marks()).to.deep.equal([]);
    expect(drive.waiting).to.equal(0);
    expect(seen.fenced).to.equal(1);
  });
});
