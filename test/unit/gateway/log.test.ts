import { PassThrough } from "node:stream";
import { expect } from "chai";
import { createLog, type LogLevel, logLevels } from "../../../gateway/log.ts";
import { traceLog } from "../../../gateway/trace-log.ts";
import type { TraceEntry } from "../../../src/trace.ts";

function logged(level: LogLevel) {
  const stream = new PassThrough();
  const log = createLog(level, stream);
  const lines = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const text = (stream.read() as Buffer | null)?.toString() ?? "";
    return text.split("\n").filter((line) => line !== "");
  };
  return { log, lines };
}

const entries: TraceEntry[] = [
  { at: 1, type: "alarm", trunk: "west", text: "5550042 cannot be reached" },
  { at: 1, type: "refused", trunk: "west", kind: "call", cause: 3, text: "no neighbour has the called number" },
  { at: 1, type: "fault", during: "the key dial", text: "Error: no 5550042" },
  { at: 1, type: "dropped", trunk: "west", text: "APDUs of an answer: the other leg is over" },
  { at: 2, type: "request", request: "a1-1", text: "2001 has become available" },
  {
    at: 3,
    type: "transition",
    machine: "lapd",
    of: "west",
    event: "UA",
    from: "TEI assigned",
    to: "multiple frame established",
  },
  {
    at: 4,
    type: "transition",
    machine: "lapd",
    of: "west",
    event: "T203",
    from: "multiple frame established",
    to: "timer recovery",
  },
  {
    at: 5,
    type: "transition",
    machine: "originating",
    of: "a1-1",
    event: "error",
    from: "Requested",
    to: "Idle",
    reason: "refused: 2001 forwards all calls",
  },
  { at: 5, type: "transition", machine: "originating", of: "a1-2", event: "aBusy", from: "Active", to: "Active" },
  {
    at: 6,
    type: "pdu",
    trunk: "west",
    channel: "c1",
    direction: "in",
    carrier: "lapd",
    octets: Uint8Array.of(2, 1, 0x7f),
  },
];

describe("log", () => {
  it("writes one line a record with time and level, from its level up", async () => {
    const { log, lines } = logged("info");
    for (const level of logLevels) log[level](`said at ${level}`);
    const written = await lines();
    expect(written.map((line) => line.replace(/^\S+ /, ""))).to.deep.equal([
      "error said at error",
      "warn said at warn",
      "info said at info",
    ]);
    expect(written[0]).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z /);
  });

  it("lets no text forge a record or move a cursor", async () => {
    const { log, lines } = logged("info");
    log.info("name\n2026-01-01 error forged \u001b[2J\u2028x");
    expect((await lines()).map((line) => line.replace(/^\S+ /, ""))).to.deep.equal([
      "info name\\u000a2026-01-01 error forged \\u001b[2J\\u2028x",
    ]);
  });
});

describe("log of the trace", () => {
  const texts = async (level: LogLevel) => {
    const { log, lines } = logged(level);
    const subscriber = traceLog(log, "gw-1");
    for (const entry of entries) subscriber(entry);
    return (await lines()).map((line) => line.replace(/^\S+ /, ""));
  };

  it("tells alarms, every step of a request, and links that come up or go down, every number masked", async () => {
    expect(await texts("info")).to.deep.equal([
      "warn gw-1: trunk west: ***42 cannot be reached",
      "info gw-1: trunk west: call refused with cause 3: no neighbour has the called number",
      "error gw-1: fault in call completion during the key dial: Error: no ***42",
      "warn gw-1: trunk west: not passed on: APDUs of an answer: the other leg is over",
      "info gw-1: request a1-1: ***01 has become available",
      "info gw-1: trunk west: data link TEI assigned > multiple frame established on UA",
      "info gw-1: request a1-1: Requested > Idle on error: refused: ***01 forwards all calls",
    ]);
  });

  it("adds the ladder at debug, the last line too, and still masks", async () => {
    const written = await texts("debug");
    expect(written.filter((line) => line.startsWith("debug"))).to.have.length(5);
    expect(written.join("\n")).to.not.match(/5550042|2001/);
  });

  it("adds the octets at trace only", async () => {
    expect((await texts("trace")).filter((line) => line.startsWith("trace"))).to.deep.equal([
      "trace gw-1: west c1 in 02017f",
    ]);
    expect((await texts("debug")).join()).to.not.contain("02017f");
  });
});
