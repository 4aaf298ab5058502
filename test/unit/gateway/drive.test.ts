import { expect } from "chai";
import { commitRetryMs } from "../../../gateway/commits.ts";
import { Drive, fifoFull, inputsPerTick } from "../../../gateway/drive.ts";
import type { LaneOutput } from "../../../gateway/lanes.ts";
import { traceRing } from "../../../gateway/ring.ts";
import { memoryStore } from "../../../gateway/store/memory.ts";
import type { Store } from "../../../gateway/store/store.ts";
import type { StoredRequest } from "../../../src/completion/record.ts";
import type { Input, Output, Save } from "../../../src/seam.ts";
import { FakeCore } from "./fake-core.ts";
import { VirtualClock } from "./virtual-clock.ts";

const record = (request: string, state = "Active") => ({ request, role: "originating", state }) as unknown as StoredRequest;
const save = (number: number, request = "r1", state = "Active"): Output => ({
  type: "save",
  save: number,
  request,
  record: record(request, state),
});
const send = (channel: string, mark: number, after = 0): Output => ({
  type: "send",
  after,
  trunk: "east",
  channel,
  pdu: { carrier: "lapd", octets: Uint8Array.of(mark) },
});
const press = (key: "dial" | "exit" = "dial"): Input => ({ type: "user", user: "east/1001", press: { key } });

/** A store whose commits end when the test says how. */
class HeldStore implements Store {
  readonly batches: (readonly Save[])[] = [];
  readonly #open: ((result: "durable" | "fenced" | Error) => void)[] = [];

  load = async () => [];
  close = async () => {};

  commit(batch: readonly Save[]): Promise<"durable" | "fenced"> {
    this.batches.push(batch);
    return new Promise((resolve, reject) => {
      this.#open.push((result) => (result instanceof Error ? reject(result) : resolve(result)));
    });
  }

  get inFlight(): number {
    return this.#open.length;
  }

  end(result: "durable" | "fenced" | Error): void {
    this.#open.shift()?.(result);
  }
}

function rig(answer: (input: Input, core: FakeCore) => readonly Output[] = () => [], store: Store = memoryStore()) {
  const core = new FakeCore(answer);
  const clock = new VirtualClock();
  const delivered: LaneOutput[] = [];
  const seen = { fenced: 0, store: [] as string[], recorded: [] as [string, number][] };
  const ring = traceRing(4, () => {});
  const drive = new Drive({
    core,
    store,
    clock,
    ring,
    deliver: (output) => delivered.push(output),
    onFenced: () => {
      seen.fenced += 1;
    },
    onStore: (state) => seen.store.push(state),
    record: (input, now) => seen.recorded.push([input.type, now]),
  });
  drive.start();
  const marks = () => delivered.map((output) => (output.type === "send" ? output.pdu.octets[0] : output.type));
  return { core, clock, drive, delivered, marks, seen, ring };
}

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

  it("never runs inside itself: what an adapter posts while it is given an output waits for the next tick", async () => {
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
      record: (input) => order.push(input.type),
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

  it("handles at most 256 inputs a tick, and timers get their turn between", async () => {
    const { core, clock, drive } = rig();
    core.timeoutAt = clock.now();
    for (let count = 0; count < inputsPerTick + 1; count += 1) drive.post(press());
    await clock.settle();
    expect(core.types.indexOf("timeout")).to.equal(inputsPerTick);
    expect(core.types).to.have.length(inputsPerTick + 2);
  });

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
    const drive = new Drive({ core, store: memoryStore(), clock, ring, deliver: () => {}, onFenced: () => {}, onStore: () => {} });
    drive.start();
    drive.post(press());
    ticks.shift()?.();
    now = 400;
    drive.post(press());
    ticks.shift()?.();
    expect(core.times).to.deep.equal([1000, 1000]);
  });

  it("answers ask with the outputs of that very input", async () => {
    const { clock, drive } = rig((input) => (input.type === "user" ? [send("c1", input.press.key === "dial" ? 1 : 2)] : []));
    drive.post(press("dial"));
    const asked = drive.ask(press("exit"));
    drive.post(press("dial"));
    await clock.settle();
    const outputs = await asked;
    expect(outputs.map((output) => output.type === "send" && output.pdu.octets[0])).to.deep.equal([2]);
  });

  it("asks adapters to stop reading while the FIFO is full, and lets them go on when it is drained", async () => {
    const { clock, drive } = rig();
    for (let count = 0; count < fifoFull - 1; count += 1) drive.post(press());
    expect(drive.drained()).to.equal(undefined);
    drive.post(press());
    let drained = false;
    void drive.drained()?.then(() => {
      drained = true;
    });
    await Promise.resolve();
    expect(drained).to.equal(false);
    await clock.settle();
    expect(drained).to.equal(true);
    expect(drive.drained()).to.equal(undefined);
  });
});

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
    const { clock, drive, marks } = rig(() => [save(1, "r1", "Requested"), send("c1", 1, 1), save(2, "r1"), send("c1", 2, 2)], store);
    drive.post(press());
    await clock.settle();
    expect(store.batches).to.deep.equal([[{ type: "save", save: 2, request: "r1", record: record("r1") }]]);
    store.end("durable");
    await clock.settle();
    expect(marks()).to.deep.equal([1, 2]);
  });

  it("tries a rejected commit again, each time later, and tells the core away once and ok once", async () => {
    const store = new HeldStore();
    const { core, clock, drive, marks, seen } = rig((input) => (input.type === "user" ? [save(1), send("c1", 1, 1)] : []), store);
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

describe("stopping the pump", () => {
  it("handles, commits and lets leave what is there, then takes nothing more", async () => {
    const { core, clock, drive, marks } = rig(() => [save(1), send("c1", 1, 1)]);
    drive.post(press());
    await drive.stop();
    expect(marks()).to.deep.equal([1]);
    drive.post(press());
    await clock.settle();
    expect(core.inputs).to.have.length(1);
    expect(clock.timers).to.equal(0);
  });

  it("does not wait for a store that does not answer", async () => {
    const store = new HeldStore();
    const { clock, drive, marks } = rig(() => [save(1), send("c1", 1, 1)], store);
    drive.post(press());
    const stopped = drive.stop();
    await clock.pass(1000);
    await stopped;
    expect(marks()).to.deep.equal([]);
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

describe("the trace ring", () => {
  const entry = (at: number) => ({ at, type: "request", request: "r1", text: String(at) }) as const;

  it("keeps the last entries, oldest first", () => {
    const ring = traceRing(3, () => {});
    for (const at of [1, 2]) ring.push(entry(at));
    expect(ring.entries().map(({ at }) => at)).to.deep.equal([1, 2]);
    for (const at of [3, 4, 5]) ring.push(entry(at));
    expect(ring.entries().map(({ at }) => at)).to.deep.equal([3, 4, 5]);
  });

  it("tells subscribers until they end, and takes off one that throws", () => {
    const faults: unknown[] = [];
    const ring = traceRing(3, (error) => faults.push(error));
    const heard: number[] = [];
    const end = ring.subscribe(({ at }) => heard.push(at));
    ring.subscribe(() => {
      throw new Error("broken");
    });
    ring.push(entry(1));
    ring.push(entry(2));
    end();
    ring.push(entry(3));
    expect(heard).to.deep.equal([1, 2]);
    expect(faults).to.have.length(1);
  });

  it("gets every trace output of the core", async () => {
    const { clock, drive, ring } = rig(() => [{ type: "trace", entry: entry(7) }]);
    drive.post(press());
    await clock.settle();
    expect(ring.entries()).to.deep.equal([entry(7)]);
  });
});
