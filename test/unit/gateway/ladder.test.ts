import { expect } from "chai";
import { ladder } from "../../../src/ladder.ts";
import { masked, maskedText } from "../../../src/masked.ts";
import { timeline } from "../../../gateway/timeline.ts";
import type { TraceEntry } from "../../../src/trace.ts";

const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const message = (at: number, direction: "in" | "out", octets: string, trunk = "west"): TraceEntry => ({
  at,
  type: "message",
  trunk,
  direction,
  octets: hex(octets),
});
const transition = (at: number, from: string, to: string, event: string, reason?: string): TraceEntry => ({
  at,
  type: "transition",
  machine: "terminating",
  of: "r1",
  event,
  from,
  to,
  ...(reason === undefined ? {} : { reason }),
});
const timer = (at: number, name: string, change: "start" | "stop" | "expired"): TraceEntry => ({
  at,
  type: "timer",
  of: "r1",
  timer: name,
  change,
});

// SETUP of a call-independent connection with ccbsRequest, 2001 asks for 3002.
const setup =
  "080200050504 02a8801801ac1c2e9faa06800100820100 8b0100a120020101020128" +
  "3018a006800432303031800433303032400504038090a38c01ff6c0600803230303170058033303032";
const alerting = "0802800501";
const disconnect = "0802800545080280 91";

const clean = (text: string) => text.replaceAll(" ", "");

describe("masking", () => {
  const rows: readonly (readonly [string, string])[] = [
    ["2001", "***01"],
    ["12", "***"],
    ["", "***"],
    ["+4930123456", "***56"],
  ];
  for (const [number, shown] of rows) it(`shows ${number} as ${shown}`, () => expect(masked(number)).to.equal(shown));

  it("finds the numbers in a text and leaves causes and timers", () => {
    expect(maskedText("refused: 2001 forwards to 49301234, cause 17, T1")).to.equal(
      "refused: ***01 forwards to ***34, cause 17, T1",
    );
  });
});

describe("ladder", () => {
  it("prints one line for a message with the states and timers it changed", () => {
    const entries = [
      message(5_000, "in", clean(setup)),
      transition(5_000, "Idle", "Requested", "request"),
      timer(5_000, "T2", "start"),
      timer(5_000, "T1", "stop"),
      message(5_041, "out", alerting),
    ];
    const what = "SETUP A=***01 B=***02 ccbsRequest inv=1".padEnd(46);
    const states = "T: Idle > Requested".padEnd(40);
    expect(ladder(entries)).to.deep.equal([
      `+000000  west>         ${what}  ${states}  T2+ T1-`,
      "+000041  >west         ALERTING",
    ]);
  });

  it("begins a line of its own for what no message of that moment caused", () => {
    const entries = [
      message(0, "in", alerting),
      timer(30_000, "T3", "expired"),
      transition(30_000, "Recall", "Idle", "T3"),
      transition(30_500, "Idle", "Idle", "userAsks", "2001 is not known"),
    ];
    expect(ladder(entries)).to.deep.equal([
      "+000000  west>         ALERTING",
      "+030000  timer         T3                                              T: Recall > Idle",
      "+030500                userAsks                                        T: Idle userAsks (***01 is not known)",
    ]);
  });

  it("tells causes, alarms, words about requests, and what was ignored", () => {
    const entries: TraceEntry[] = [
      message(0, "out", clean(disconnect), "east"),
      { at: 0, type: "ignored", machine: "terminating", of: "r1", event: "ccResume", state: "Active" },
      { at: 1, type: "alarm", trunk: "east", text: "no connection to 5550001" },
      { at: 2, type: "request", request: "a1-1", text: "2001 has become available" },
    ];
    expect(ladder(entries)).to.deep.equal([
      "+000000  >east         DISCONNECT cause=17                             terminating: Active ignores ccResume",
      "+000001  east          ALARM no connection to ***01",
      "+000002  request       a1-1 ***01 has become available",
    ]);
  });

  it("prints what it cannot read as such", () => {
    expect(ladder([message(0, "in", "ff00")])).to.deep.equal(["+000000  west>         unreadable: badHeader at 0"]);
    expect(ladder([message(0, "in", "080200013f")])).to.deep.equal(["+000000  west>         type 0x3f"]);
  });

  it("leaves PDUs to the capture", () => {
    const pdu: TraceEntry = {
      at: 0,
      type: "pdu",
      trunk: "w",
      channel: "c",
      direction: "in",
      carrier: "lapd",
      octets: hex("00"),
    };
    expect(ladder([pdu])).to.deep.equal([]);
  });
});

describe("timeline of a request", () => {
  it("holds what concerns it alone, in words, numbers as they are", () => {
    const entries: TraceEntry[] = [
      message(1, "in", alerting),
      transition(2, "Idle", "Requested", "request"),
      { ...transition(2, "Idle", "Active", "other"), of: "r2" } as TraceEntry,
      { at: 3, type: "timer", of: "r1", timer: "T2", change: "start", afterMs: 3_600_000 },
      { at: 4, type: "ignored", machine: "terminating", of: "r1", event: "ccResume", state: "Requested" },
      { at: 5, type: "request", request: "r1", text: "2001 is watched" },
      { at: 5, type: "request", request: "r2", text: "not this" },
      transition(5, "Requested", "Requested", "aBusy"),
      transition(6, "Requested", "Idle", "T2", "2001 never became free"),
    ];
    expect(timeline(entries, "r1")).to.deep.equal([
      { at: 2, text: "Idle > Requested on request" },
      { at: 3, text: "T2 started for 3600 s" },
      { at: 4, text: "ccResume ignored in Requested" },
      { at: 5, text: "2001 is watched" },
      { at: 5, text: "aBusy in Requested" },
      { at: 6, text: "Requested > Idle on T2: 2001 never became free" },
    ]);
  });
});
