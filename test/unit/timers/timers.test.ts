import { expect } from "chai";
import fc from "fast-check";
import { TimerHeap } from "../../../src/timers.ts";

function expireAll(heap: TimerHeap<string>, now: number): string[] {
  const expired: string[] = [];
  for (let timer = heap.expire(now); timer !== undefined; timer = heap.expire(now)) expired.push(timer);
  return expired;
}

describe("timers: TimerHeap", () => {
  it("expires due timers by time, and those of one millisecond in the order of their start", () => {
    const heap = new TimerHeap<string>();
    heap.start("late", "late", 20);
    heap.start("b", "b", 10);
    heap.start("a", "a", 10);
    expect(heap.next()).to.equal(10);
    expect(expireAll(heap, 9)).to.deep.equal([]);
    expect(expireAll(heap, 10)).to.deep.equal(["b", "a"]);
    expect(heap.next()).to.equal(20);
  });

  it("restarts a running timer under its key", () => {
    const heap = new TimerHeap<string>();
    heap.start("T303", "first", 5);
    heap.start("T303", "second", 8);
    expect(heap.size).to.equal(1);
    expect(heap.dueAt("T303")).to.equal(8);
    expect(expireAll(heap, 100)).to.deep.equal(["second"]);
  });

  it("forgets a stopped timer and tells whether it ran", () => {
    const heap = new TimerHeap<string>();
    heap.start("T308", "T308", 5);
    expect(heap.stop("T308")).to.equal(true);
    expect(heap.stop("T308")).to.equal(false);
    expect(heap.next()).to.equal(undefined);
    expect(heap.dueAt("T308")).to.equal(undefined);
  });

  it("behaves as a plain sorted list under any sequence of starts, stops and expiries", () => {
    const operation = fc.oneof(
      fc.record({ do: fc.constant("start" as const), key: fc.nat(12), at: fc.nat(40) }),
      fc.record({ do: fc.constant("stop" as const), key: fc.nat(12), at: fc.constant(0) }),
      fc.record({ do: fc.constant("expire" as const), key: fc.constant(0), at: fc.nat(40) }),
    );
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 80 }), (operations) => {
        const heap = new TimerHeap<string>();
        let model: { key: string; timer: string; at: number }[] = [];
        operations.forEach((each, index) => {
          const key = String(each.key);
          if (each.do === "expire") {
            const due = model.filter((timer) => timer.at <= each.at).sort((one, other) => one.at - other.at);
            model = model.filter((timer) => timer.at > each.at);
            expect(expireAll(heap, each.at)).to.deep.equal(due.map((timer) => timer.timer));
            return;
          }
          model = model.filter((timer) => timer.key !== key);
          if (each.do === "stop") heap.stop(key);
          else {
            model.push({ key, timer: `${key}#${index}`, at: each.at });
            heap.start(key, `${key}#${index}`, each.at);
          }
          expect(heap.size).to.equal(model.length);
          expect(heap.next()).to.equal(model.length === 0 ? undefined : Math.min(...model.map((timer) => timer.at)));
        });
      }),
    );
  });
});
