import { expect } from "chai";
import type { Direction, TraceFrame, TraceReader } from "../../../codecs/trace/frame.ts";
import { PairedEnds, pairedFramesLimit } from "../../../codecs/trace/paired-ends.ts";
import { octets } from "./octets.ts";

const setup = "08020001050403809ba3";
const proceeding = "0802800102";
const restart = "0802000046";

/** `> hex` is sent, `< hex` received. */
function show(lines: readonly string[], layer: TraceFrame["layer"] = "message"): string[] {
  const frames = lines.map(
    (line) =>
      ({ layer, octets: octets(line.slice(2)), direction: line.startsWith(">") ? "sent" : "received" }) as const,
  );
  const reader = new PairedEnds(listed(frames));
  return [...frames.flatMap(() => reader.push(new Uint8Array(0))), ...reader.end()].map((frame) => {
    const { direction, octets: whole } = frame as TraceFrame;
    return `${marks[direction ?? "none"]} ${Buffer.from(whole).toString("hex")}`;
  });
}

const marks: Readonly<Record<Direction | "none", string>> = { sent: ">", received: "<", none: "-" };

/** Gives one frame a chunk. */
function listed(frames: readonly TraceFrame[]): TraceReader {
  const rest = [...frames];
  return { push: () => rest.splice(0, 1), end: () => rest };
}

describe("a text written by both ends of a line", () => {
  it("comes out once and without direction, from the first message on", () => {
    const lines = [`> ${restart}`, `< ${restart}`, `> ${setup}`, `< ${setup}`, `> ${proceeding}`, `< ${proceeding}`];
    expect(show(lines)).to.deep.equal([`- ${restart}`, `- ${setup}`, `- ${proceeding}`]);
  });

  it("comes out once where the ends do not write in turn", () => {
    const other = `${setup}00`;
    const lines = [`> ${setup}`, `> ${other}`, `< ${setup}`, `> ${proceeding}`, `< ${other}`, `< ${proceeding}`];
    expect(show(lines)).to.deep.equal([`- ${setup}`, `- ${other}`, `- ${proceeding}`]);
  });

  it("is known as such by LAPD frames too", () => {
    const frame = `00010000${setup}`;
    expect(show([`> ${frame}`, `< ${frame}`], "lapd")).to.deep.equal([`- ${frame}`]);
  });

  it("is known as such later, where the text begins in the middle", () => {
    expect(show([`< ${proceeding}`, `> ${setup}`, `< ${setup}`])).to.deep.equal([`< ${proceeding}`, `> ${setup}`]);
  });
});

describe("a text written by one end", () => {
  it("comes out whole, though both ends send the same RESTART", () => {
    const lines = [`> ${restart}`, `< ${restart}`, `> ${setup}`, `< ${proceeding}`];
    expect(show(lines)).to.deep.equal(lines);
    expect(show(lines.slice(0, 2))).to.deep.equal(lines.slice(0, 2));
  });

  it("comes out while it is read: no more than the limit waits", () => {
    const lines = Array.from({ length: pairedFramesLimit + 1 }, () => `> ${restart}`);
    const frames = lines.map(() => ({ layer: "message", octets: octets(restart), direction: "sent" }) as const);
    const reader = new PairedEnds(listed(frames));
    const shown = frames.map(() => reader.push(new Uint8Array(0)).length);
    expect(shown.at(-2)).to.equal(0);
    expect(shown.at(-1)).to.equal(pairedFramesLimit + 1);
  });
});
