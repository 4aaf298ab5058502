import { expect } from "chai";
import { PackedEntries } from "../../../gateway/packed-entries.ts";
import type { TraceEntry } from "../../../src/trace.ts";
import { octets } from "../trace/octets.ts";

/** One of each type, with and without what may be absent. */
const each: readonly TraceEntry[] = [
  { at: 1, type: "pdu", trunk: "east", channel: "in-1", direction: "in", carrier: "lapd", octets: octets("0001") },
  { at: 2, type: "message", trunk: "east", direction: "out", octets: octets("08020001 05") },
  { at: 3, type: "transition", machine: "lapd", of: "east", event: "SABME", from: "down", to: "up" },
  { at: 4, type: "transition", machine: "originating", of: "r1", event: "error", from: "A", to: "B", reason: "why" },
  { at: 5, type: "ignored", machine: "connection", of: "east 1", event: "ALERTING", state: "Active" },
  { at: 6, type: "timer", of: "east 1", timer: "T303", change: "start", afterMs: 4000 },
  { at: 7, type: "timer", of: "east 1", timer: "T303", change: "stop" },
  { at: 8, type: "leniency", trunk: "east", leniency: "elementForm", verdict: "accepted" },
  { at: 9, type: "request", request: "r1", text: "accepted" },
  { at: 10, type: "refused", trunk: "east", kind: "call", cause: 3, text: "no route" },
  { at: 11, type: "dropped", trunk: "east", text: "APDUs" },
  { at: 12, type: "fault", during: "user", text: "broken" },
  { at: 13, type: "alarm", trunk: "east", text: "no peer" },
];

const message = (at: number, length: number): TraceEntry => ({
  ...{ at, type: "message", trunk: "east", direction: "in" },
  octets: new Uint8Array(length).fill(at),
});

const times = (entries: PackedEntries): readonly number[] => entries.all().map(({ at }) => at);

describe("packed entries of a trace", () => {
  it("come out as they went in, whatever stood in their places before", () => {
    const entries = new PackedEntries(each.length, 1000);
    for (let round = 0; round < 3; round += 1) {
      for (const entry of round === 1 ? each.toReversed() : each) entries.push(entry);
    }
    expect(entries.all()).to.deep.equal(each);
  });

  it("are the last so many, oldest first", () => {
    const entries = new PackedEntries(3, 1000);
    for (const entry of each) entries.push(entry);
    expect(entries.all()).to.deep.equal(each.slice(-3));
  });

  it("share nothing with the octets that were told", () => {
    const entries = new PackedEntries(3, 1000);
    const told = message(1, 3);
    entries.push(told);
    if ("octets" in told) told.octets.fill(9);
    expect(entries.all()).to.deep.equal([message(1, 3)]);
  });

  it("go where their octets make room for later ones, as long ones as short ones", () => {
    const entries = new PackedEntries(100, 300);
    for (let at = 1; at <= 5; at += 1) entries.push(message(at, 100));
    expect(entries.all()).to.deep.equal([3, 4, 5].map((at) => message(at, 100)));
    // 250 have no room behind the last: they begin anew, over what stands there.
    entries.push(message(6, 250));
    expect(times(entries)).to.deep.equal([6]);
    entries.push(message(7, 50));
    expect(entries.all()).to.deep.equal([message(6, 250), message(7, 50)]);
    entries.push(message(8, 1));
    expect(times(entries)).to.deep.equal([7, 8]);
  });

  it("stay whole where they have more octets than are kept", () => {
    const entries = new PackedEntries(2, 300);
    entries.push(message(1, 300));
    entries.push(message(2, 301));
    expect(entries.all()).to.deep.equal([message(1, 300), message(2, 301)]);
  });
});
