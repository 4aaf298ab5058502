import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import type { TraceFrame } from "../../../codecs/trace/frame.ts";
import { LapdLinks, linksLimit } from "../../../codecs/trace/lapd-links.ts";
import { octets } from "./octets.ts";

const alerting = "0802 8002 01";
const proceeding = "0802 8002 02";

/** What of these frames is printed: the message of each, or the name of a frame without one in brackets. */
function follow(...frames: (string | TraceFrame)[]): string[] {
  const links = new LapdLinks();
  return frames.map((frame) => {
    const item = links.follow(typeof frame === "string" ? { layer: "lapd", octets: octets(frame) } : frame);
    if (item.problems.length > 0) return item.problems.map(({ code, offset }) => `${code} at ${offset}`).join();
    return item.holds === "message" ? Buffer.from(item.octets).toString("hex") : `[${item.frame}]`;
  });
}

const hex = (text: string): string => text.replaceAll(" ", "");

describe("LAPD links of a trace", () => {
  it("takes messages from I and UI frames of call control, nothing from all others", () => {
    const frames = [
      `0001 0000 ${alerting}`,
      `02ff 03 ${proceeding}`,
      "0001 0102",
      "02017f",
      "0001 73",
      "0001 0000",
      `fcff 03 ${alerting}`,
      "4201 0000 10000b",
    ];
    expect(follow(...frames)).to.deep.equal([
      hex(alerting),
      hex(proceeding),
      "[RR]",
      "[SABME]",
      "[UA]",
      "[I]",
      "[UI]",
      "[I]",
    ]);
  });

  it("shows a repeated I frame once, though its N(R) moved on", () => {
    expect(
      follow(`0001 0000 ${alerting}`, `0001 0200 ${proceeding}`, `0001 0002 ${alerting}`, `0001 0202 ${proceeding}`),
    ).to.deep.equal([hex(alerting), hex(proceeding), "[I]", "[I]"]);
  });

  it("shows equal messages under different numbers, in either direction and on another terminal", () => {
    const frames = [`0001 0000 ${alerting}`, `0001 0200 ${alerting}`, `0201 0000 ${alerting}`, `0083 0000 ${alerting}`];
    expect(follow(...frames)).to.deep.equal(frames.map(() => hex(alerting)));
  });

  it("shows other octets under a number that was used: numbers began anew where the capture does not show it", () => {
    expect(follow(`0001 0000 ${alerting}`, `0001 0000 ${proceeding}`)).to.deep.equal([hex(alerting), hex(proceeding)]);
  });

  it("shows equal messages before and after the link was set up again", () => {
    expect(follow(`0001 0000 ${alerting}`, "02017f", "020173", `0001 0000 ${alerting}`)).to.deep.equal([
      hex(alerting),
      "[SABME]",
      "[UA]",
      hex(alerting),
    ]);
  });

  it("shows the same message under the same number a whole round later", () => {
    const round = Array.from(
      { length: 129 },
      (_, at) => `0001 ${((at % 128) * 2).toString(16).padStart(2, "0")}00 ${alerting}`,
    );
    expect(follow(...round)).to.deep.equal(round.map(() => hex(alerting)));
  });

  it("shows it too where the capture lost nearly a round", () => {
    const frames = [0, 1, 2, 127, 1].map((ns) => `0001 ${(ns * 2).toString(16).padStart(2, "0")}00 ${alerting}`);
    expect(follow(...frames)).to.deep.equal(frames.map(() => hex(alerting)));
  });

  it("keeps a frame that cannot be read, with its fault", () => {
    expect(follow("00", "0001 0100 ff", "0101 0000")).to.deep.equal([
      "truncated at 1",
      "trailingOctets at 4",
      "badValue at 0",
    ]);
  });

  it("reads frames longer than our own links allow", () => {
    expect(follow(`0001 0000 ${"08".repeat(1000)}`)).to.deep.equal(["08".repeat(1000)]);
  });

  it("moves the place of a cut capture to the message", () => {
    const problems = [new DecodeError("truncated", 9, "capture")];
    expect(follow({ layer: "lapd", octets: octets(`0001 0000 ${alerting}`), problems })).to.deep.equal([
      "truncated at 5",
    ]);
  });

  it("names the sender by C/R, or by the direction where the trace has one", () => {
    const links = new LapdLinks();
    const sender = (frame: Partial<TraceFrame>, address: string): unknown =>
      links.follow({ layer: "lapd", line: "0", ...frame, octets: octets(`${address} 0000 ${alerting}`) }).sender;
    expect(sender({}, "0001")).to.deep.equal({ self: "0 user", peer: "0 network" });
    expect(sender({}, "0201")).to.deep.equal({ self: "0 network", peer: "0 user" });
    expect(sender({ direction: "sent" }, "0201")).to.deep.equal({ self: "writer", peer: "peer" });
    expect(sender({ direction: "received" }, "0001")).to.deep.equal({ self: "peer", peer: "writer" });
  });

  it("forgets the link opened first when there are more than the limit, and still reads it", () => {
    const links = new LapdLinks();
    const on = (line: number): string => {
      const item = links.follow({ layer: "lapd", line: String(line), octets: octets(`0001 0000 ${alerting}`) });
      return item.holds;
    };
    for (let line = 0; line < linksLimit; line += 1) expect(on(line)).to.equal("message");
    expect(on(0), "still followed").to.equal("none");
    expect(on(linksLimit)).to.equal("message");
    expect(on(0), "forgotten").to.equal("message");
  });
});
