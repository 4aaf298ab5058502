import { expect } from "chai";
import fc from "fast-check";
import { CoreTimers } from "../../../src/timers.ts";

interface Owners {
  trunk: string;
  completion: string;
  connection: number;
}

function made(): CoreTimers<Owners> {
  return new CoreTimers<Owners>({ trunk: "found", completion: "found", connection: "found" });
}

describe("timers: CoreTimers", () => {
  it("expires the timers of all layers by time, and those of one millisecond in the order of their start", () => {
    const timers = made();
    timers.start("connection", 7, "T303", 10);
    timers.start("trunk", "west", "T200", 10);
    timers.start("completion", "r-1", "T2", 5);
    timers.start("connection", 7, "T308", 10);
    expect([timers.size, timers.next()]).to.deep.equal([4, 5]);
    expect(timers.expire(4)).to.equal(undefined);
    const expired = [1, 2, 3, 4, 5].map(() => timers.expire(10));
    expect(expired).to.deep.equal([
      { layer: "completion", of: "r-1", name: "T2" },
      { layer: "connection", of: 7, name: "T303" },
      { layer: "trunk", of: "west", name: "T200" },
      { layer: "connection", of: 7, name: "T308" },
      undefined,
    ]);
  });

  it("keeps owners of one name in two layers apart, and timers of one owner", () => {
    const timers = made();
    timers.start("trunk", "west", "T200", 1);
    timers.start("completion", "west", "T200", 2);
    timers.start("trunk", "west", "T203", 3);
    timers.stop("trunk", "west", "T200");
    timers.stop("trunk", "west", "T200");
    timers.stop("completion", "west", "T203");
    expect([timers.expire(9)?.layer, timers.expire(9)?.name, timers.expire(9)]).to.deep.equal([
      "completion",
      "T203",
      undefined,
    ]);
  });

  it("behaves as a plain sorted list under any sequence of starts, stops and expiries", () => {
    const operation = fc.record({
      what: fc.constantFrom("start" as const, "stop" as const, "expire" as const),
      layer: fc.constantFrom("trunk" as const, "completion" as const),
      of: fc.constantFrom("a", "b", "c"),
      name: fc.constantFrom("T1", "T2", "T3"),
      at: fc.nat(40),
    });
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 80 }), (operations) => {
        const timers = made();
        let model: { layer: string; of: string; name: string; at: number }[] = [];
        for (const { what, layer, of, name, at } of operations) {
          if (what === "expire") {
            const due = model.filter((each) => each.at <= at).sort((one, other) => one.at - other.at);
            model = model.filter((each) => each.at > at);
            for (const { at: _, ...each } of due) expect(timers.expire(at)).to.deep.equal(each);
            expect(timers.expire(at)).to.equal(undefined);
            continue;
          }
          model = model.filter((each) => each.layer !== layer || each.of !== of || each.name !== name);
          if (what === "stop") timers.stop(layer, of, name);
          else {
            model.push({ layer, of, name, at });
            timers.start(layer, of, name, at);
          }
          expect(timers.size).to.equal(model.length);
          expect(timers.next()).to.equal(model.length === 0 ? undefined : Math.min(...model.map((each) => each.at)));
        }
      }),
    );
  });

  it("leaves timers to the owners that hold them", () => {
    const timers = new CoreTimers<{ completion: string; trunk: string }>({ completion: "held", trunk: "found" });
    const t1 = timers.start("completion", "r-1", "T1", 30);
    const again = timers.start("completion", "r-1", "T1", 10, true);
    timers.start("trunk", "west", "T200", 20);
    expect([t1.name, t1.at, again.at, timers.size]).to.deep.equal(["T1", 30, 10, 3]);
    timers.stopHeld("completion", again);
    timers.stopHeld("completion", again);
    expect([timers.size, timers.next()]).to.deep.equal([2, 20]);
    expect(timers.expire(20)).to.deep.equal({ layer: "trunk", of: "west", name: "T200" });
    expect(timers.expire(30)).to.deep.equal({ layer: "completion", of: "r-1", name: "T1" });
    timers.stopHeld("completion", t1);
    expect(timers.size).to.equal(0);
  });
});
