import { expect } from "chai";
import { Layer3 } from "../../../src/trunk/layer3.ts";
import { fromHex } from "../../../codecs/shape.ts";
import type { TrunkContext } from "../../../src/trunk/trunk.ts";
import type { TraceEntry } from "../../../src/trace.ts";
import { faultOf } from "../../../src/connection/faults.ts";

/** A SETUP without Called party number. */
const withoutNumber = fromHex("080200010504038090a31803a98382") ?? new Uint8Array(0);

function receive(...layer: ConstructorParameters<typeof Layer3>) {
  const traces: TraceEntry[] = [];
  const context: Partial<TrunkContext> = {
    now: 7,
    trace: (entry) => traces.push(entry),
    nextLeg: () => 1,
  };
  const event = new Layer3(...layer).receive(withoutNumber, context as TrunkContext);
  if (event?.type !== "setup") throw new Error("no setup came");
  return { told: traces.filter(({ type }) => type === "leniency"), fault: faultOf(event.message) };
}

describe("a trunk", () => {
  it("tells each leniency that a message needs, and lets it pass", () => {
    const { told, fault } = receive("east");
    const entry = { at: 7, type: "leniency", trunk: "east", leniency: "calledNumberAbsent" };
    expect(told).to.deep.equal([{ ...entry, verdict: "accepted" }]);
    expect(fault).to.equal(undefined);
  });

  it("answers a leniency that is switched off as the fault it is", () => {
    const { told, fault } = receive("east", ["calledNumberAbsent"]);
    expect(told.map((entry) => entry.type === "leniency" && entry.verdict)).to.deep.equal(["refused"]);
    expect(fault).to.equal(96); // mandatory information element is missing (Q.931 5.8.6.1)
  });
});
