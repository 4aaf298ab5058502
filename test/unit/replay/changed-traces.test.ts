import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Replay } from "../../../src/replay/replay.ts";
import type { Side } from "../../../src/replay/trace.ts";
import { faultsOf, played, readFlows } from "../../interop/replay-corpus.ts";
import { root } from "../../root.ts";

const flows = readFileSync(join(root, "test/vectors/flows.txt"), "latin1").split("\n");

/** F1: 1001 calls 2001, busy; asks, the connection is kept; ccExecPossible, ccRingout, answered, cleared. */
function retained(): string[] {
  return flows.filter((line) => line.startsWith("F1-ccbs-retain "));
}

/** The same with the octets of message `number` changed; it must be there to be changed. */
function changed(number: number, from: string, to: string): string[] {
  return retained().map((line, index) => {
    if (index !== number - 1) return line;
    expect(line).to.include(from);
    return line.replace(from, to);
  });
}

function without(number: number): string[] {
  return retained().filter((_, index) => index !== number - 1);
}

function play(lines: readonly string[], as: Side): Replay {
  const [flow] = readFlows(Buffer.from(`${lines.join("\n")}\n`, "latin1"));
  if (flow === undefined) throw new Error("there is no flow");
  return played(flow, as);
}

const faults = (lines: readonly string[], as: Side) => faultsOf(play(lines, as));

/** What the replay says of message `number`. */
function saidOf(lines: readonly string[], as: Side, number: number): string[] {
  return play(lines, as).lines.flatMap((line) =>
    line.type === "message" && line.number === number
      ? line.differences.map(({ path, rule = "FAULT" }) => `${path} (${rule})`)
      : [],
  );
}

describe("a changed trace", () => {
  it("is no fault while it is not changed", () => {
    expect(faults(retained(), "a")).to.deep.equal([]);
    expect(faults(retained(), "b")).to.deep.equal([]);
  });

  // Message 6 is the request: numberB 2001 is `12 04 32303031`, digits in the APDU and in the Called number.
  it("shows a number of the request that is not the call's", () => {
    const other = changed(6, "12043230303140", "12043230303240");
    expect(faults(other, "a")).to.include(
      "6 ccbsRequest.argument.numberB.privatePartyNumber.privateNumberDigits: 2002, not 2001",
    );
  });

  it("shows a service that is not the call's bearer", () => {
    expect(faults(changed(6, "400504038090a3", "400504038090a2"), "a")).to.deep.equal([
      "6 ccbsRequest.argument.service: 04038090a2, not 04038090a3",
    ]);
  });

  it("shows an interpretation of another value", () => {
    expect(faults(changed(6, "8b0101a1", "8b0100a1"), "a")).to.deep.equal([
      "6 ccbsRequest.interpretation: discardAnyUnrecognisedInvokePdu, not clearCallIfAnyInvokePduNotRecognised",
    ]);
  });

  it("shows the answer to an invoke that nobody sent", () => {
    expect(faults(changed(8, "02010230080201", "02010530080201"), "b")).to.deep.equal([
      "8 result of ccbsRequest.invokeId: 5, not 2",
    ]);
  });

  it("shows a cause that the core would not give", () => {
    const flow = flows.filter((line) => line.startsWith("F2-ccbs-release "));
    const other = flow.map((line) => line.replace("080280024d08028190", "080280024d0802819f"));
    expect(other).not.to.deep.equal(flow);
    expect(faults(other, "b")).to.deep.equal(["8 Cause.cause: 31, not 16"]);
  });

  it("shows a message that is missing", () => {
    expect(faults(without(7), "b")).to.deep.equal(["+ message: nothing, not CALL PROCEEDING"]);
    expect(faults(without(9), "a")).to.deep.equal(["+ message: nothing, not CONNECT ACKNOWLEDGE"]);
  });

  it("shows a message that the core has no reason for", () => {
    // Without ccExecPossible user A is told nothing: Dial does nothing, and the call goes out as an ordinary one.
    expect(faults(without(10), "a")).to.deep.equal(["10 ccRingout: invoke, not nothing"]);
    // Without the result nothing is active.
    expect(faults(without(8), "a")).to.include("10 ccRingout: invoke, not nothing");
  });

  it("shows a message of another type", () => {
    expect(faults(changed(8, "0802800207", "080280024d"), "b")).not.to.deep.equal([]);
    expect(faults(changed(12, "0802800302", "0802800303"), "b")).to.include("+ message: nothing, not CALL PROCEEDING");
  });

  it("shows an operation that is none", () => {
    expect(faults(changed(10, "02011d0500", "02017f0500"), "b")).to.include("10 message: FACILITY, not nothing");
  });
});

describe("what R41 grants", () => {
  it("other call references, of every connection alike", () => {
    const others = retained().map((line) => line.replace(/ ([AB]) 0802([08])0/, " $1 0802$21"));
    expect(faults(others, "a")).to.deep.equal([]);
    expect(saidOf(others, "a", 6)).to.include("call reference (R41)");
  });

  it("elements in another order", () => {
    // Calling and Called number of the request change places.
    const ordered = changed(6, "6c06098331303031" + "70058932303031", "70058932303031" + "6c06098331303031");
    expect(saidOf(ordered, "a", 6)).to.include("order of elements (R41)");
    expect(faults(ordered, "a")).to.deep.equal([]);
  });

  it("another location of the same cause", () => {
    const flow = flows.filter((line) => line.startsWith("F2-ccbs-release "));
    const other = flow.map((line) => line.replace("080280024d08028190", "080280024d08028490"));
    expect(faults(other, "b")).to.deep.equal([]);
    expect(saidOf(other, "b", 8)).to.include("Cause.location (R41)");
  });
});
