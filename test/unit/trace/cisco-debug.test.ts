import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { CiscoDebugReader, ciscoMessageOctetsLimit } from "../../../codecs/trace/cisco-debug.ts";
import { AutoReader } from "../../../codecs/trace/formats.ts";
import type { TraceFrame } from "../../../codecs/trace/frame.ts";
import { ascii } from "./octets.ts";

// Invented: the forms are those of IOS, the calls and numbers are not.

function read(text: string, chunk = Number.POSITIVE_INFINITY, reader = new CiscoDebugReader()): TraceFrame[] {
  const whole = ascii(text);
  const found: TraceFrame[] = [];
  for (let at = 0; at < whole.length; at += chunk) found.push(...reader.push(whole.subarray(at, at + chunk)));
  return [...found, ...reader.end()];
}

const hexOf = (frames: readonly TraceFrame[]): string[] =>
  frames.map((frame) => Buffer.from(frame.octets).toString("hex"));

const call = `Mar  1 10:11:12.345: ISDN Se3/0:23 Q931: TX -> SETUP pd = 8  callref = 0x00A3
	Bearer Capability i = 0x8090A3
		Standard = CCITT
		Transfer Capability = Speech
	Channel ID i = 0xA98381
		Exclusive, Channel 1
	Facility i = 0x9FAA068001008201008B0100A10D0201010201008005416C696365
		Protocol Profile =  Networking Extensions
		0xA10D0201010201008005416C696365
		Component = Invoke component
			Invoke Id = 1
	Display i = 'Alice'
	Calling Party Number i = 0x0081, '1001'
		Plan:Unknown, Type:Unknown
	Called Party Number i = 0x80, '2001'
Mar  1 10:11:12.400: ISDN Se3/0:23 Q931: RX <- CALL_PROC pd = 8  callref = 0x80A3
	Channel ID i = 0xA98381
Mar  1 10:11:13.000: ISDN Se3/0:23 Q931: RX <- DISCONNECT pd = 8  callref = 0x80A3
	Cause i = 0x8191 - User busy
`;

const messages = [
  "080200a305" +
    "04038090a3" +
    "1803a98381" +
    "1c1b9faa068001008201008b0100a10d0201010201008005416c696365" +
    "2805416c696365" +
    "6c06008131303031" +
    "70058032303031",
  "080280a3021803a98381",
  "080280a34508028191",
];

describe("Cisco debug reader", () => {
  it("makes the octets of each message again, with direction, interface and clock", () => {
    const frames = read(call);
    expect(hexOf(frames)).to.deep.equal(messages);
    expect(frames[0]).to.include({
      layer: "message",
      carrier: "lapd",
      direction: "sent",
      line: "Se3/0:23",
      clock: "Mar  1 10:11:12.345",
    });
    expect(frames[1]).to.include({ direction: "received", clock: "Mar  1 10:11:12.400" });
    for (const frame of frames) expect(frame).not.to.have.property("problems");
  });

  it("gives the same frames however the text is cut into chunks, and is recognised", () => {
    for (const chunk of [1, 13, 100]) expect(read(call, chunk)).to.deep.equal(read(call));
    const auto = new AutoReader();
    expect([...auto.push(ascii(call)), ...auto.end()]).to.deep.equal(read(call));
  });

  it("reads pastes that lost their line ends and their indentation", () => {
    const flat = call.replaceAll(/\s*\n\s*/g, " ");
    expect(hexOf(read(flat))).to.deep.equal(messages);
  });

  it("reads elements that have the clock of their line before them, and lines without an interface", () => {
    const text = `20:52:14: ISDN BR0: TX -> SETUP pd = 8  callref = 0x2E
20:52:14:         Bearer Capability i = 0x8890
20:52:14:         Keypad Facility i = '5551111'
20:52:34:         Cause i =0x829F08 - Normal, unspecified
RX <- CONNECT_ACK pd = 8  callref = 0xAE
`;
    const frames = read(text);
    expect(hexOf(frames)).to.deep.equal(["08012e0504028890" + "2c0735353531313131" + "0803829f08", "0801ae0f"]);
    expect(frames.map(({ line, clock }) => [line, clock])).to.deep.equal([
      ["BR0", "20:52:14"],
      [undefined, undefined],
    ]);
  });

  it("reads quotes and arrows that a word processor made its own", () => {
    const curly = [
      "TX \xe2\x86\x92 SETUP pd = 8  callref = 0x04",
      " Called Party Number i = 0x80, \xe2\x80\x98415\xe2\x80\x99",
      " Display i = 'O'Hara'",
    ].join("\n");
    expect(hexOf(read(curly))).to.deep.equal(["08010405" + "700480343135" + "28064f2748617261"]);
  });

  it("joins a long value that goes on in the next lines, and not the copy of a part behind it", () => {
    const text =
      "TX -> FACILITY pd = 8  callref = 0x0001\n Facility i = 0x9FA10702\n   0101\n02017F\n   0xA107020101\n";
    expect(hexOf(read(text))).to.deep.equal(["08020001621c099fa10702010102017f"]);
    const below = "TX -> FACILITY pd = 8  callref = 0x0001\n Facility i = \n   0x9FA107\n";
    expect(hexOf(read(below))).to.deep.equal(["08020001621c039fa107"]);
  });

  it("writes Sending Complete, which has no contents", () => {
    expect(hexOf(read("TX -> SETUP pd = 8  callref = 0x0001\n\tSending Complete\n\tSignal i = 0x01\n"))).to.deep.equal([
      "0802000105a1340101",
    ]);
  });

  it("says what it could not make again: a message or an element of another name, contents too long", () => {
    const [strange] = read("TX -> TELEPATHY pd = 8  callref = 0x0001\n Cause i = 0x8190\n");
    expect(strange).to.include({ layer: "unknown" });
    expect(strange?.problems).to.deep.equal([new DecodeError("unknownMessageName", 4, "TELEPATHY")]);
    const [lost] = read(
      "TX -> RELEASE pd = 8  callref = 0x0001\n Cause i = 0x8190\n Codeset 6 IE 0x28 i = 0x01\n Wonder i = 0x01\n",
    );
    expect(hexOf([lost as TraceFrame])).to.deep.equal(["080200014d08028190"]);
    expect(lost?.problems?.map(({ code, path }) => [code, path])).to.deep.equal([
      ["unknownElementName", "0x28"],
      ["unknownElementName", "Wonder"],
    ]);
    const [long] = read(`TX -> RELEASE pd = 8  callref = 0x0001\n Display i = 0x${"41".repeat(256)}\n`);
    expect(long?.problems?.map(({ code }) => code)).to.deep.equal(["tooLong"]);
  });

  it("keeps a message within its limit, whatever the text strings together", () => {
    const [frame] = read(
      `TX -> RELEASE pd = 8  callref = 0x0001\n${`Display i = 0x${"41".repeat(250)}\n`.repeat(100)}`,
    );
    expect(frame?.octets.length).to.be.at.most(ciscoMessageOctetsLimit + 2);
  });

  it("passes over elements that belong to no message", () => {
    expect(read("	Cause i = 0x8190\n")).to.deep.equal([]);
  });
});
