import { expect } from "chai";
import fc from "fast-check";
import { DecodeError } from "../../../codecs/error.ts";
import { leniencyNames, Strictness } from "../../../codecs/leniencies.ts";
import { decodeElements } from "../../../codecs/q931/decode.ts";
import { contentsOf, element, elementOctets } from "../../../codecs/q931/element.ts";
import type { AnyElementCodec } from "../../../codecs/q931/elements.ts";
import { codecOf, elementCodecs, elementName } from "../../../codecs/q931/elements.ts";
import { facility } from "../../../codecs/q931/ie/facility.ts";
import { ShapeError, toHex, toJson } from "../../../codecs/shape.ts";
import { octets } from "./octets.ts";

/** An element on the wire and what it says, by hand from the figures of the standards. */
const values: readonly (readonly [hex: string, codeset: number, name: string, value: unknown])[] = [
  ["00 02 81 05", 0, "Segmented message", { first: true, remaining: 1, messageType: 5 }],
  ["00 02 00 05", 0, "Segmented message", { first: false, remaining: 0, messageType: 5 }],
  ["04 03 80 90 a3", 0, "Bearer capability", capability(0, 0, 16, [[1, 3]])],
  ["04 03 90 90 a2", 0, "Bearer capability", capability(0, 16, 16, [[1, 2]])],
  ["04 02 88 90", 0, "Bearer capability", capability(0, 8, 16, [])],
  ["04 02 a8 80", 0, "Bearer capability", capability(1, 8, 0, [])],
  ["04 03 88 98 82", 0, "Bearer capability", { ...capability(0, 8, 24, []), rateMultiplier: 2 }],
  [
    "04 06 88 90 21 4f c6 e6",
    0,
    "Bearer capability",
    {
      ...capability(0, 8, 16, []),
      layers: [
        { layer: 1, protocol: 1, parameters: octets("4f c6") },
        { layer: 3, protocol: 6 },
      ],
    },
  ],
  ["04 04 88 10 00 80", 0, "Bearer capability", { ...capability(0, 8, 16, []), transferParameters: octets("00 80") }],
  ["08 02 81 91", 0, "Cause", { codingStandard: 0, location: 1, cause: 17 }],
  ["08 02 80 e5", 0, "Cause", { codingStandard: 0, location: 0, cause: 101 }],
  ["08 03 81 e0 6c", 0, "Cause", { codingStandard: 0, location: 1, cause: 96, diagnostics: octets("6c") }],
  ["08 03 01 83 90", 0, "Cause", { codingStandard: 0, location: 1, recommendation: 3, cause: 16 }],
  ["14 01 06", 0, "Call state", { codingStandard: 0, state: 6 }],
  ["14 01 3d", 0, "Call state", { codingStandard: 0, state: 61 }],
  ["18 01 ac", 0, "Channel identification", channel("other", true, true, 0)],
  ["18 01 8c", 0, "Channel identification", channel("basic", true, true, 0)],
  ["18 01 89", 0, "Channel identification", channel("basic", true, false, 1)],
  ["18 01 83", 0, "Channel identification", channel("basic", false, false, 3)],
  [
    "18 03 a9 83 81",
    0,
    "Channel identification",
    { ...channel("other", true, false, 1), codingStandard: 0, channelType: 3, channels: [1] },
  ],
  [
    "18 05 a1 83 01 02 9f",
    0,
    "Channel identification",
    { ...channel("other", false, false, 1), codingStandard: 0, channelType: 3, channels: [1, 2, 31] },
  ],
  [
    "18 06 a9 93 00 00 00 01",
    0,
    "Channel identification",
    { ...channel("other", true, false, 1), codingStandard: 0, channelType: 3, slotMap: octets("00 00 00 01") },
  ],
  [
    "18 04 e9 85 83 8a",
    0,
    "Channel identification",
    { ...channel("other", true, false, 1), interfaceIdentifier: 5, codingStandard: 0, channelType: 3, channels: [10] },
  ],
  ["18 03 ec 01 80", 0, "Channel identification", { ...channel("other", true, true, 0), interfaceIdentifier: 128 }],
  ["1e 02 81 88", 0, "Progress indicator", { codingStandard: 0, location: 1, description: 8 }],
  ["27 01 f9", 0, "Notification indicator", { description: 0x79 }],
  ["28 05 41 6c 69 63 65", 0, "Display", { text: "Alice" }],
  ["28 01 fc", 0, "Display", { text: "\u00fc" }],
  ["29 05 1a 0b 16 15 09", 0, "Date/time", { year: 26, month: 11, day: 22, hour: 21, minute: 9 }],
  ["2c 02 2a 37", 0, "Keypad facility", { text: "*7" }],
  ["34 01 4f", 0, "Signal", { signal: 0x4f }],
  ["4c 06 00 80 31 30 30 31", 0, "Connected number", number(0, 0, { presentation: 0, screening: 0 }, "1001")],
  ["4d 04 80 50 31 32", 0, "Connected subaddress", subaddress(0, false, "50 31 32")],
  ["6c 06 09 83 31 30 30 31", 0, "Calling party number", number(0, 9, { presentation: 0, screening: 3 }, "1001")],
  ["6c 06 49 a3 31 30 30 31", 0, "Calling party number", number(4, 9, { presentation: 1, screening: 3 }, "1001")],
  ["6c 05 89 31 30 30 31", 0, "Calling party number", number(0, 9, {}, "1001")],
  ["6c 02 00 c3", 0, "Calling party number", number(0, 0, { presentation: 2, screening: 3 }, "")],
  ["6d 05 a8 01 02 03 04", 0, "Calling party subaddress", subaddress(2, true, "01 02 03 04")],
  ["70 05 89 32 30 30 31", 0, "Called party number", number(0, 9, {}, "2001")],
  ["70 05 91 2a 37 39 23", 0, "Called party number", number(1, 1, {}, "*79#")],
  ["71 03 80 50 31", 0, "Called party subaddress", subaddress(0, false, "50 31")],
  [
    "74 06 00 00 8f 31 32 33",
    0,
    "Redirecting number",
    number(0, 0, { presentation: 0, screening: 0, reason: 15 }, "123"),
  ],
  ["76 05 89 33 30 30 31", 0, "Redirection number", number(0, 9, {}, "3001")],
  ["79 01 87", 0, "Restart indicator", { restartClass: 7 }],
  ["79 01 80", 0, "Restart indicator", { restartClass: 0 }],
  ["7c 02 88 90", 0, "Low layer compatibility", capability(0, 8, 16, [])],
  ["7c 04 08 c0 90 a3", 0, "Low layer compatibility", { ...capability(0, 8, 16, [[1, 3]]), negotiation: true }],
  ["7d 02 91 81", 0, "High layer compatibility", highLayer(1, {})],
  ["7d 03 91 5e 81", 0, "High layer compatibility", highLayer(0x5e, { extendedCharacteristics: 1 })],
  ["7e 03 04 68 69", 0, "User-user", { protocolDiscriminator: 4, information: octets("68 69") }],
  ["94", 0, "Shift", { codeset: 4, locking: true }],
  ["9d", 3, "Shift", { codeset: 5, locking: false }],
  ["a0", 0, "More data", true],
  ["a1", 0, "Sending complete", true],
  ["bf", 0, "Congestion level", { level: 15 }],
  ["d2", 0, "Repeat indicator", { indication: 2 }],
  ["31 01 81", 4, "Transit counter", { count: 1 }],
  ["32 01 82", 5, "Party category", { category: 2 }],
];

function capability(
  codingStandard: number,
  transfer: number,
  rate: number,
  layers: readonly (readonly [number, number])[],
) {
  return {
    codingStandard,
    informationTransferCapability: transfer,
    transferMode: 0,
    informationTransferRate: rate,
    layers: layers.map(([layer, protocol]) => ({ layer, protocol })),
  };
}

function channel(interfaceType: "basic" | "other", exclusive: boolean, dChannel: boolean, channelSelection: number) {
  return { interfaceType, exclusive, dChannel, channelSelection };
}

function number(typeOfNumber: number, numberingPlan: number, octet3a: object, digits: string) {
  return { typeOfNumber, numberingPlan, ...octet3a, digits };
}

function subaddress(typeOfSubaddress: number, odd: boolean, information: string) {
  return { typeOfSubaddress, odd, information: octets(information) };
}

function highLayer(characteristics: number, more: object) {
  return { codingStandard: 0, interpretation: 4, presentationMethod: 1, characteristics, ...more };
}

function codecAt(codeset: number, id: number): AnyElementCodec {
  return codecOf(codeset, id) ?? expect.fail(`no codec of ${id} in codeset ${codeset}`);
}

/** The identifier in the table: single-octet elements with a value keep their upper half. */
function idOf(first: number): number {
  return first >= 0x80 && (first & 0xf0) !== 0xa0 ? first & 0xf0 : first;
}

describe("information elements", () => {
  for (const [hex, codeset, name, value] of values) {
    it(`${name} ${hex}`, () => {
      const wire = octets(hex);
      const id = idOf(wire[0] ?? 0);
      const codec = codecAt(codeset, id);
      expect(codec.name).to.equal(name);
      expect(elementName(codeset, id)).to.equal(name);
      expect(codec.decode(contentsOf({ id, octets: wire }))).to.deep.equal(value);
      expect(toHex(element(codec, value).octets)).to.equal(hex.replaceAll(" ", ""));
      expect(codec.shape.fromJson(JSON.parse(JSON.stringify(toJson(value))), "")).to.deep.equal(value);
    });
  }

  it("all of the table but Facility, which has tests of its own, stand above; no two share a place", () => {
    const shown = new Set<string>(values.map(([, , name]) => name));
    const places = elementCodecs.map(({ codeset, id }) => `${codeset}/${id}`);
    expect(elementCodecs.map(({ name }) => name).filter((name) => !shown.has(name))).to.deep.equal([facility.name]);
    expect(new Set(places).size).to.equal(places.length);
    expect(elementCodecs.filter(({ clause }) => clause === "")).to.deep.equal([]);
  });

  const faults: readonly (readonly [hex: string, code: string, offset: number])[] = [
    ["00 01 81", "truncated", 1],
    ["04 00", "truncated", 0],
    ["04 01 88", "truncated", 1],
    ["04 02 08 90", "badValue", 0],
    ["04 03 88 90 85", "badValue", 2],
    ["04 03 88 90 21", "truncated", 3],
    ["08 01 81", "truncated", 1],
    ["08 02 01 83", "truncated", 2],
    ["14 00", "truncated", 0],
    ["14 02 06 06", "trailingOctets", 1],
    ["18 00", "truncated", 0],
    ["18 02 e9 05", "truncated", 2],
    ["18 06 e9 01 01 01 01 81", "badValue", 5],
    ["1e 01 81", "truncated", 1],
    ["1e 03 81 88 00", "trailingOctets", 2],
    ["27 02 f9 00", "trailingOctets", 1],
    ["29 02 1a 0b", "truncated", 2],
    ["29 07 1a 0b 16 15 09 01 01", "trailingOctets", 6],
    ["6c 00", "truncated", 0],
    ["6c 01 09", "truncated", 1],
    ["6c 03 09 83 b1", "badValue", 2],
    ["74 03 00 00 0f", "badValue", 2],
    ["6d 00", "truncated", 0],
    ["79 00", "truncated", 0],
    ["7c 02 08 40", "badValue", 1],
    ["7d 01 91", "truncated", 1],
    ["7d 02 91 01", "truncated", 2],
    ["7e 00", "truncated", 0],
  ];
  for (const [hex, code, offset] of faults) {
    it(`contents of ${hex} are ${code} at ${offset}`, () => {
      const wire = octets(hex);
      const error = codecAt(0, wire[0] ?? 0).decode(contentsOf({ id: wire[0] ?? 0, octets: wire }));
      expect(error).to.be.instanceOf(DecodeError).and.to.include({ code, offset });
    });
  }

  it("of any contents are a value or an error; a value is written and read as the same, also through JSON", () => {
    const contents = fc.oneof(fc.uint8Array({ maxLength: 12 }), fc.uint8Array({ maxLength: 255 }));
    fc.assert(
      fc.property(fc.constantFrom<AnyElementCodec>(...elementCodecs), contents, (codec, random) => {
        const whole = elementOctets(codec.id, codec.id < 0x80 ? random : Uint8Array.of((random[0] ?? 0) & 0x0f));
        const value = codec.decode(contentsOf({ id: codec.id, octets: whole }));
        if (value instanceof DecodeError) return;
        expect(codec.shape.check(value, "")).to.equal(undefined);
        const again = element(codec, value).octets;
        expect(withoutProblems(codec.decode(contentsOf({ id: codec.id, octets: again })))).to.deep.equal(
          withoutProblems(value),
        );
        const json: unknown = JSON.parse(JSON.stringify(toJson(value)));
        const back = codec.shape.fromJson(json, "");
        expect(back).not.to.be.instanceOf(ShapeError);
        expect(element(codec, back).octets).to.deep.equal(again);
      }),
      { numRuns: 2000 },
    );
  });

  it("are written exactly where their shape allows: whatever a member is changed to", () => {
    const strangers = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        undefined,
        true,
        false,
        "",
        "other",
        "\u00fc",
        "\u2032",
        0.5,
        Number.NaN,
        [],
        [200],
        {},
      ),
      fc.integer({ min: -2, max: 300 }),
      fc.constantFrom<unknown>(2 ** 28 - 1, 2 ** 28, 2 ** 32, new Uint8Array(3), [null], [1, "1"]),
      fc.constantFrom<unknown>([{ layer: 0, protocol: 1 }], [{ layer: 3, protocol: 32 }], [{ layer: 1, protocol: 3 }]),
    );
    const rows = values.map(([hex, codeset, , value]) => [codecAt(codeset, idOf(octets(hex)[0] ?? 0)), value] as const);
    fc.assert(
      fc.property(
        fc.constantFrom(...rows),
        fc.nat(),
        strangers,
        fc.boolean(),
        ([codec, value], at, stranger, whole) => {
          const names = Object.keys(value as object);
          const name = names[at % Math.max(1, names.length)];
          const changed = whole || name === undefined ? stranger : { ...(value as object), [name]: stranger };
          const wrong = codec.shape.check(changed, codec.name);
          if (wrong === undefined) element(codec, changed);
          else expect(() => element(codec, changed)).to.throw(RangeError, wrong.text);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  const mistakes: readonly (readonly [name: string, value: unknown, text: string])[] = [
    ["Cause", { codingStandard: 0, location: 1, cause: 128 }, "Cause.cause: give a whole number from 0 to 127"],
    ["Cause", { codingStandard: 0, cause: 16 }, "Cause.location: give a whole number from 0 to 15"],
    ["Cause", 16, "Cause: give an object with codingStandard, location, recommendation, cause, diagnostics"],
    [
      "Called party number",
      { typeOfNumber: 0, numberingPlan: 9, digits: "2\u2032" },
      "Called party number.digits: give text of IA5 characters",
    ],
    [
      "Channel identification",
      { interfaceType: "primary", exclusive: true, dChannel: true, channelSelection: 0 },
      'Channel identification.interfaceType: give one of "basic", "other"',
    ],
    ["Sending complete", false, "Sending complete: give true"],
  ];
  for (const [name, value, text] of mistakes) {
    it(`${name} ${JSON.stringify(value)} is refused: ${text}`, () => {
      const codec: AnyElementCodec = elementCodecs.find((each) => each.name === name) ?? expect.fail(name);
      expect(() => element(codec, value)).to.throw(RangeError, text);
      expect(codec.shape.fromJson(value, name)).to.be.instanceOf(ShapeError).and.to.have.property("text", text);
    });
  }

  it("are strict on one trunk while another one is lenient", () => {
    const spareBit = octets("08 02 91 90");
    for (let again = 0; again < 2; again += 1) {
      const lenient = new Strictness();
      const strict = new Strictness(new Set(leniencyNames));
      const value = { codingStandard: 0, location: 1, cause: 16 };
      expect(decodeElements(spareBit, 0, lenient)[0]?.value).to.deep.equal(value);
      expect([...lenient.accepted]).to.deep.equal(["elementForm"]);
      expect(decodeElements(spareBit, 0, strict)[0]).to.not.have.property("value");
      expect([...strict.refused]).to.deep.equal(["elementForm"]);
    }
  });

  it("refuse a member that their value does not have", () => {
    const json = { codingStandard: 0, location: 1, cause: 16, value: 16 };
    expect(codecAt(0, 0x08).shape.fromJson(json, "value"))
      .to.be.instanceOf(ShapeError)
      .and.to.have.property("path", "value.value");
  });

  it("take 255 octets of contents and not one more", () => {
    const display = codecAt(0, 0x28);
    expect(element(display, { text: "x".repeat(255) }).octets).to.have.length(257);
    expect(() => element(display, { text: "x".repeat(256) })).to.throw(RangeError);
  });
});

/** The problems of a Facility element belong to its octets, not to what it says. */
function withoutProblems(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, member: unknown) => (key === "problems" ? undefined : member)));
}
