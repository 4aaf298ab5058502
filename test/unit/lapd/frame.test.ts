import { expect } from "chai";
import fc from "fast-check";
import { DecodeError } from "../../../codecs/error.ts";
import type { Frame, SupervisoryName, UnnumberedName } from "../../../codecs/lapd/frame.ts";
import { decodeFrame, encodeFrame, n201, supervisoryFrames, unnumberedFrames } from "../../../codecs/lapd/frame.ts";
import { fromHex, toHex } from "../../../codecs/shape.ts";

const octets = (hex: string): Uint8Array => fromHex(hex.replaceAll(" ", "")) ?? new Uint8Array(0);
const none = new Uint8Array(0);

/** Written by hand from Q.921 figures 5 to 7 and table 5. */
const frames: readonly (readonly [hex: string, frame: Frame])[] = [
  ["00 01 7f", { sapi: 0, commandResponse: 0, tei: 0, frame: "SABME", pollFinal: true, information: none }],
  ["02 01 7f", { sapi: 0, commandResponse: 1, tei: 0, frame: "SABME", pollFinal: true, information: none }],
  ["00 01 73", { sapi: 0, commandResponse: 0, tei: 0, frame: "UA", pollFinal: true, information: none }],
  ["00 01 1f", { sapi: 0, commandResponse: 0, tei: 0, frame: "DM", pollFinal: true, information: none }],
  ["00 01 53", { sapi: 0, commandResponse: 0, tei: 0, frame: "DISC", pollFinal: true, information: none }],
  ["02 01 01 01", { sapi: 0, commandResponse: 1, tei: 0, frame: "RR", nr: 0, pollFinal: true }],
  ["02 01 05 0a", { sapi: 0, commandResponse: 1, tei: 0, frame: "RNR", nr: 5, pollFinal: false }],
  ["02 01 09 fe", { sapi: 0, commandResponse: 1, tei: 0, frame: "REJ", nr: 127, pollFinal: false }],
  ["00 01 fe 03 08 00", frameI(0, 127, 1, true, "0800")],
  ["02 01 02 00", frameI(1, 1, 0, false, "")],
  ["fc ff 03 0f", { sapi: 63, commandResponse: 0, tei: 127, frame: "UI", pollFinal: false, information: octets("0f") }],
  ["fc ff bf", { sapi: 63, commandResponse: 0, tei: 127, frame: "XID", pollFinal: true, information: none }],
  [
    "02 01 87 5b 00 00 02 01",
    { sapi: 0, commandResponse: 1, tei: 0, frame: "FRMR", pollFinal: false, information: octets("5b00000201") },
  ],
];

function frameI(commandResponse: 0 | 1, ns: number, nr: number, poll: boolean, information: string): Frame {
  return { sapi: 0, commandResponse, tei: 0, frame: "I", ns, nr, poll, information: octets(information) };
}

describe("LAPD frames", () => {
  for (const [hex, frame] of frames) {
    it(`${frame.frame} ${hex} is read and written`, () => {
      expect(decodeFrame(octets(hex))).to.deep.equal(frame);
      expect(toHex(encodeFrame(frame))).to.equal(hex.replaceAll(" ", ""));
    });
  }

  const faults: readonly (readonly [hex: string, code: string, offset: number])[] = [
    ["", "truncated", 0],
    ["00 01", "truncated", 2],
    ["00 01 00", "truncated", 3],
    ["00 01 01", "truncated", 3],
    ["01 01 7f", "badValue", 0],
    ["00 00 7f", "badValue", 1],
    ["00 01 0d 00", "badValue", 2],
    ["00 01 11 00", "badValue", 2],
    ["00 01 23", "badValue", 2],
    ["00 01 01 00 00", "trailingOctets", 4],
    ["00 01 7f 00", "trailingOctets", 3],
  ];
  for (const [hex, code, offset] of faults) {
    it(`"${hex}" is ${code} at ${offset}`, () => {
      expect(decodeFrame(octets(hex)))
        .to.be.instanceOf(DecodeError)
        .and.to.include({ code, offset });
    });
  }

  it("takes N201 octets of information and not one more", () => {
    const frame = (length: number): Uint8Array => Uint8Array.of(0, 1, 0, 0, ...new Uint8Array(length));
    expect(decodeFrame(frame(n201))).to.have.nested.property("information.length", n201);
    expect(decodeFrame(frame(n201 + 1)))
      .to.be.instanceOf(DecodeError)
      .and.to.have.property("code", "tooLong");
    const long = { ...(decodeFrame(frame(n201)) as Frame), information: new Uint8Array(n201 + 1) } as Frame;
    expect(() => encodeFrame(long)).to.throw(RangeError);
  });

  it("reads back every frame it writes", () => {
    fc.assert(
      fc.property(anyFrame(), (frame) => {
        expect(decodeFrame(encodeFrame(frame))).to.deep.equal(frame);
      }),
    );
  });

  it("answers any octets with a frame or an error, and writes a frame it read as it was", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (input) => {
        const frame = decodeFrame(input);
        if (!(frame instanceof DecodeError)) expect(encodeFrame(frame)).to.deep.equal(input);
      }),
    );
  });
});

function anyFrame(): fc.Arbitrary<Frame> {
  const number = fc.integer({ min: 0, max: 127 });
  const address = {
    sapi: fc.integer({ min: 0, max: 63 }),
    commandResponse: fc.constantFrom(0, 1),
    tei: number,
  } as const;
  const information = fc.uint8Array({ maxLength: n201 });
  const supervisory = Object.keys(supervisoryFrames) as SupervisoryName[];
  const unnumbered = Object.keys(unnumberedFrames) as UnnumberedName[];
  return fc.oneof(
    fc.record({
      ...address,
      frame: fc.constant("I" as const),
      ns: number,
      nr: number,
      poll: fc.boolean(),
      information,
    }),
    fc.record({ ...address, frame: fc.constantFrom(...supervisory), nr: number, pollFinal: fc.boolean() }),
    fc.constantFrom(...unnumbered).chain((frame) =>
      fc.record({
        ...address,
        frame: fc.constant(frame),
        pollFinal: fc.boolean(),
        information: unnumberedFrames[frame].information ? information : fc.constant(none),
      }),
    ),
  );
}
