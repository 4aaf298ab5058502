import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import type { TraceFrame } from "../../../codecs/trace/frame.ts";
import { PriDebugReader } from "../../../codecs/trace/pri-debug.ts";
import { ascii, octets } from "./octets.ts";

function read(text: string, chunk = Number.POSITIVE_INFINITY): TraceFrame[] {
  const reader = new PriDebugReader();
  const whole = ascii(text);
  const found: TraceFrame[] = [];
  for (let at = 0; at < whole.length; at += chunk) found.push(...reader.push(whole.subarray(at, at + chunk)));
  return [...found, ...reader.end()];
}

const alerting = octets("0802 8002 01 1803a98381");

/** The second generation shows what it queues, then what it sends. */
const secondGeneration = `
-- Making new call for cref 2

> DL-DATA request
> Protocol Discriminator: Q.931 (8)  len=10
> TEI=0 Call Ref: len= 2 (reference 2/0x2) (Sent to originator)
> Message Type: ALERTING (1)

> Protocol Discriminator: Q.931 (8)  len=10
> TEI=0 Call Ref: len= 2 (reference 2/0x2) (Sent to originator)
> Message Type: ALERTING (1)
> [18 03 a9 83 81]
> Channel ID (len= 5) [ Ext: 1  IntID: Implicit  Other(PRI)  Spare: 0  Exclusive  Dchan: 0
>                       ChanSel: As indicated in following octets
>                       Ext: 1  Channel: 1 Type: CPE]
q931.c:1 q931_alerting: Call 2 enters state 7
`;

const firstGeneration = `
< Protocol Discriminator: Q.931 (8)  len=10
< Call Ref: len= 2 (reference 2/0x2) (Terminator)
< Message type: ALERTING (1)
< [18 03 a9 83 81]
< Channel ID (len= 5) [ Ext: 1  IntID: Implicit, PRI Spare: 0, Exclusive Dchan: 0
<                       Ext: 1  Channel: 1 ]
-- Processing IE 24 (cs0, Channel Identification)
`;

describe("pri debug reader", () => {
  it("reads the second generation, once what it shows twice", () => {
    expect(read(secondGeneration)).to.deep.equal([
      { layer: "message", carrier: "lapd", octets: alerting, direction: "sent" },
    ]);
  });

  it("reads the first generation", () => {
    expect(read(firstGeneration)).to.deep.equal([
      { layer: "message", carrier: "lapd", octets: alerting, direction: "received" },
    ]);
  });

  it("gives the same frames however the text is cut into chunks", () => {
    const text = secondGeneration + firstGeneration;
    for (const chunk of [1, 7, 64]) expect(read(text, chunk)).to.deep.equal(read(text));
  });

  it("reads through the logger's prefix, with its span and its clock", () => {
    const text = firstGeneration.replaceAll("\n<", "\n[Jan  2 10:11:12] VERBOSE[77] chan_dahdi.c: PRI Span: 3 <");
    const common = { direction: "received", line: "3", clock: "Jan  2 10:11:12" };
    expect(read(text)).to.deep.equal([{ layer: "message", carrier: "lapd", octets: alerting, ...common }]);
  });

  it("reads through list numbers and dashes of a pasted copy", () => {
    const text = firstGeneration
      .split("\n")
      .map((line, index) => `${index}. - ${line}`)
      .join("\n");
    expect(read(text)).to.deep.equal([{ layer: "message", carrier: "lapd", octets: alerting, direction: "received" }]);
  });

  it("joins octets that a pasted copy wrapped", () => {
    const text = firstGeneration.replace("[18 03 a9 83 81]", "[18 03\na9 83\n81]");
    expect(read(text)).to.deep.equal([{ layer: "message", carrier: "lapd", octets: alerting, direction: "received" }]);
  });

  it("shows a message that has no element, and that was queued before it was sent, once", () => {
    const complete = `
> Protocol Discriminator: Q.931 (8)  len=5
> TEI=0 Call Ref: len= 2 (reference 2/0x2) (Sent from originator)
> Message Type: RELEASE COMPLETE (90)
`;
    expect(read(`\n> DL-DATA request${complete}${complete}`)).to.deep.equal([
      { layer: "message", carrier: "lapd", octets: octets("08020002 5a"), direction: "sent" },
    ]);
  });

  it("sets the flag of references of one octet, and leaves dummy references empty", () => {
    const reference = (text: string): string =>
      firstGeneration.replace("Call Ref: len= 2 (reference 2/0x2) (Terminator)", text);
    const one = reference("TEI=64 Call Ref: len= 1 (reference 2/0x2) (Sent to originator)").replace("len=10", "len=9");
    expect(read(one)[0]?.octets).to.deep.equal(octets("0801 82 01 1803a98381"));
    const dummy = reference("TEI=64 Call Ref: len= 0 (reference -32769/0xFFFF7FFF) (Dummy)").replace("len=10", "len=8");
    expect(read(dummy)[0]?.octets).to.deep.equal(octets("0800 01 1803a98381"));
  });

  it("says when the text lost octets of a message", () => {
    const [frame] = read(firstGeneration.replace("[18 03 a9 83 81]", "[18 03 a9 83]"));
    expect(frame?.problems).to.deep.equal([new DecodeError("badLength", 9, "len=10")]);
  });

  it("prefers the LAPD frame where the text shows both it and its message", () => {
    const frame = "0201 0000 0802 8002 01 1803a98381";
    const spaced = (frame.replaceAll(" ", "").match(/../g) ?? []).join(" ");
    const lapd = { layer: "lapd", octets: octets(frame), direction: "received" };
    expect(read(`< [ ${spaced} ]\n< Informational frame:\n${firstGeneration}`)).to.deep.equal([lapd]);
    expect(read(`< [ 02 01 73 ]\n< [ ${spaced} ]\n`)).to.deep.equal([{ ...lapd, octets: octets("020173") }, lapd]);
  });

  it("finds nothing in a text of another kind", () => {
    expect(read("08 02 00 01 5a\n> [not hex]\n< [\n[1c]\n")).to.deep.equal([]);
  });
});
