import { expect } from "chai";
import { fromHex } from "../../codecs/shape.ts";
import { Ladder, linkUpState } from "../../gateway/demo/ladder.ts";
import type { TraceEntry } from "../../src/trace.ts";

const ccbsRequest =
  "0802000205 0402a880 1801ac 1c389faa068001008201008b0101a12a0201020201283022a00ba5090a0100120431303031" +
  "a5090a0100120432303031400504038090a38d0101 6c06098331303031 70058932303031";

function message(trunk: string, direction: "in" | "out", hex: string): TraceEntry {
  const octets = fromHex(hex.replaceAll(" ", "")) ?? new Uint8Array();
  return { at: 1, type: "message", trunk, direction, octets };
}

describe("demo ladder", () => {
  it("draws a request between the gateways with its numbers and its APDU", () => {
    const row = new Ladder().row("west", message("east", "out", ccbsRequest));
    expect(row).to.deep.include({
      kind: "message",
      from: 1,
      to: 2,
      message: "SETUP",
      of: "cis",
      calling: "1001",
      called: "2001",
      apdus: [{ component: "invoke", name: "ccbsRequest" }],
    });
  });

  it("draws a message between the gateways once, where it was sent", () => {
    expect(new Ladder().row("east", message("west", "in", ccbsRequest))).to.equal(undefined);
  });

  it("draws both directions of a cluster's own trunk", () => {
    const ladder = new Ladder();
    const setup = "0802000105 04038090a3 1803a98381 70058932303031";
    expect(ladder.row("west", message("west", "in", setup))).to.deep.include({ from: 0, to: 1, of: "call" });
    expect(ladder.row("west", message("west", "out", "0802800145 08028191"))).to.deep.include({
      from: 1,
      to: 0,
      message: "DISCONNECT",
      cause: 17,
    });
    expect(ladder.row("east", message("east", "out", setup))).to.deep.include({ from: 2, to: 3 });
  });

  it("knows the answers of a connection for its own, and a new call under the same reference for another", () => {
    const ladder = new Ladder();
    const request = ladder.row("west", message("east", "out", ccbsRequest));
    const answer = ladder.row("east", message("west", "out", "0802800202 1801ac"));
    expect(answer).to.deep.include({ of: "cis", from: 2, to: 1 });
    expect(answer).to.have.property("reference", request?.kind === "message" ? request.reference : undefined);
    // The same value allocated by the other gateway is another connection.
    expect(ladder.row("east", message("west", "out", "0802000201"))).to.deep.include({ of: "call" });
    ladder.row("east", message("west", "out", "080280025a"));
    expect(ladder.row("west", message("east", "out", "0802000205 04038090a3 1803a98381"))).to.deep.include({
      of: "call",
    });
  });

  it("shows errors by name, octets nobody can read as they are, and the steps that explain the call back", () => {
    const ladder = new Ladder();
    const refused = "080280024d 08028190 1c159faa068001008201008b0100a307020101020203f2";
    expect(ladder.row("east", message("west", "out", refused))).to.deep.include({
      apdus: [{ component: "returnError", name: "shortTermRejection" }],
    });
    expect(ladder.row("west", message("west", "in", "0999"))).to.deep.include({ message: "?", hex: "0999" });
    const step = { at: 1, type: "transition", of: "1", event: "result", from: "O-Requested", to: "O-Active" } as const;
    expect(ladder.row("west", { ...step, machine: "originating" })).to.deep.include({ kind: "step", lane: 1 });
    expect(ladder.row("west", { ...step, machine: "connection" })).to.equal(undefined);
    expect(ladder.row("west", { ...step, machine: "lapd" })).to.equal(undefined);
    expect(ladder.row("west", { ...step, machine: "lapd", to: linkUpState })).to.deep.include({ kind: "step" });
  });
});
