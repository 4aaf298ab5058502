import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { AutoReader } from "../../../codecs/trace/formats.ts";
import type { TraceFrame } from "../../../codecs/trace/frame.ts";
import { TaggedHexReader, taggedForms, taggedOctetsLimit } from "../../../codecs/trace/tagged-hex.ts";
import { ascii, octets } from "./octets.ts";

function read(form: keyof typeof taggedForms, text: string, chunk = Number.POSITIVE_INFINITY): TraceFrame[] {
  const reader = new TaggedHexReader(taggedForms[form]);
  const whole = ascii(text);
  const found: TraceFrame[] = [];
  for (let at = 0; at < whole.length; at += chunk) found.push(...reader.push(whole.subarray(at, at + chunk)));
  return [...found, ...reader.end()];
}

const setup = octets("00010000 0802 0001 05 0403809090");
const sabme = octets("02017f");
const lapd = { layer: "lapd", carrier: "lapd" } as const;

/** Invented calls in the form of each program. */
const samples: Readonly<Record<keyof typeof taggedForms, { text: string; frames: readonly TraceFrame[] }>> = {
  comware: {
    text: `*Feb 11 10:11:12 Net Tx: Len=14 00 01 00 00 08 02 00
 01 05 04 03 80 90 90
 Net Tx: sapi=00 tei=00 c/r=0 I ns=0 nr=0 p=0
 Net Rx: Len=3 02 01 7f
`,
    frames: [
      { ...lapd, octets: setup, direction: "sent" },
      { ...lapd, octets: sabme, direction: "received" },
    ],
  },
  xsr: {
    text: `Tx ISDN-BRI 1/0 03:33:39:603 CallRef=1 SETUP
00 01 00 00 08 02 00 01 05 04 03 80 90 90
  04 Bearer Capability 80 90 90
Rx ISDN-BRI 1/0 03:33:40:000 SABME
`,
    frames: [{ ...lapd, octets: setup, direction: "sent", line: "ISDN-BRI 1/0", clock: "03:33:39:603" }],
  },
  teles: {
    text: `-----[    1 ]---[ S ]---[ 31:45.45 ]------------
s[00]:00 01 00 00 08 02 00 01
05 04 03 80 90 90
00 SAPI=0 C/R=0 E/A=0
-----[ 2 ]---[ R ]---[ 31:45.46 ]------------
02 01 7f
02 SAPI=0 C/R=1 E/A=0
`,
    frames: [
      { ...lapd, octets: setup, direction: "sent", clock: "31:45.45" },
      { ...lapd, octets: sabme, direction: "received", clock: "31:45.46" },
    ],
  },
  linkbit: {
    text: `* 10:11:12.345 Rx1 SABME
02 01 7f
* 10:11:12.400 Tx1 SETUP  00 01 00 00 08 02 00 01 05 04 03 80 90 90
`,
    frames: [
      { ...lapd, octets: sabme, direction: "received", clock: "10:11:12.345" },
      { ...lapd, octets: setup, direction: "sent", clock: "10:11:12.400" },
    ],
  },
  hisax: {
    text: "D2: TEI 64\nHEX: 02 01 7F\nHEX: 0001000008020001050403809090\n",
    frames: [
      { ...lapd, octets: sabme },
      { ...lapd, octets: setup },
    ],
  },
  yate: {
    text: `SETUP
  [From initiator=true CallRef=1]   08 02 00 01 05
  BearerCaps (codeset=0 type=4)   04 03 80 90 90
    transfer-cap=speech
  Channel (codeset=0 type=24)   18 03 a9 83 81
`,
    frames: [{ layer: "message", carrier: "lapd", octets: octets("0802000105 0403809090 1803a98381") }],
  },
};

describe("programs that print frames behind a line of their own", () => {
  for (const [name, { text, frames }] of Object.entries(samples)) {
    const form = name as keyof typeof taggedForms;
    it(`${name} is recognised and read`, () => {
      expect(read(form, text)).to.deep.equal(frames);
      expect(read(form, text, 5)).to.deep.equal(frames);
      const auto = new AutoReader();
      expect([...auto.push(ascii(text)), ...auto.end()]).to.deep.equal(frames);
    });
  }

  it("comware: says when octets of a frame are lost", () => {
    const [frame] = read("comware", "Net Tx: Len=9 00 01\nNet Tx: sapi=00\n");
    expect(frame).to.deep.equal({
      ...lapd,
      octets: octets("0001"),
      direction: "sent",
      problems: [new DecodeError("badLength", 2, "Len=9")],
    });
  });

  it("end a frame at its limit, whatever hex follows", () => {
    const frames = read(
      "teles",
      `-----[ 1 ]---[ S ]---[ 1:00.00 ]---\n${"00 01 ".repeat(40).trim()}\n`.concat(
        `${"00 01 ".repeat(40).trim()}\n`.repeat(200),
      ),
    );
    expect(frames).to.have.length(1);
    expect(frames[0]?.octets).to.have.length(taggedOctetsLimit);
  });

  it("pass over lines that announce nothing", () => {
    expect(read("xsr", "Tx ISDN-BRI 1/0 03:33:39:603 CallRef=1 SETUP\nno hex\n")).to.deep.equal([]);
  });
});
