import { expect } from "chai";
import { traceRing } from "../../../gateway/ring.ts";
import { press, rig } from "./rig.ts";

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
