import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Dialect, Message, MessageJson } from "../../../codecs/index.ts";
import {
  DecodeError,
  decodeMessage,
  elements,
  encodeMessage,
  facility,
  fromHex,
  messageFromJson,
  messageToJson,
  observedDialect,
  rejectFor,
  toHex,
} from "../../../codecs/index.ts";
import { facilityMeanings, invalidMeanings, messageMeanings } from "./meaning.ts";

interface Vector {
  readonly name: string;
  readonly kind: "facility-ie" | "q931-message" | "facility-ie-invalid";
  readonly hex: string;
}

const read = (name: string): string => readFileSync(`test/vectors/${name}`, "utf8");
const vectors = JSON.parse(read("vectors.json")) as readonly Vector[];
const flows = read("flows.txt")
  .split("\n")
  .filter((line) => line !== "");

/** A Facility element alone rides in a FACILITY message of its own. */
const facilityHeader = "0802000162";

const octetsOf = (hex: string): Uint8Array => fromHex(hex) ?? expect.fail(`not hex: ${hex}`);
const messageHex = ({ kind, hex }: Vector): string => (kind === "q931-message" ? hex : facilityHeader + hex);

function decoded(hex: string): Message {
  const message = decodeMessage(octetsOf(hex));
  return message instanceof DecodeError ? expect.fail(message.code) : message;
}

/** The JSON as a file would hold it. */
function jsonOf(message: Message): MessageJson {
  return JSON.parse(JSON.stringify(messageToJson(message, { index: 0, carrier: "none" }))) as MessageJson;
}

/** The JSON without the octets of any element that has a value. */
function withoutOctets(message: Message): unknown {
  const { ies, ...rest } = jsonOf(message);
  return { ...rest, ies: ies.map(({ hex, ...ie }) => (ie.value === undefined ? { ...ie, hex } : ie)) };
}

/** The options that the Facility elements of a message were written with; undefined where it has none. */
function dialectOf(message: Message): Dialect | undefined {
  const contents = elements(message, facility).map((ie) => ie.octets.subarray(2));
  return contents.length === 0
    ? undefined
    : (observedDialect(...contents) ?? expect.fail("no dialect gives these octets"));
}

function encoded(json: unknown, dialect: Dialect | undefined): string {
  const octets = messageFromJson(json, dialect === undefined ? {} : { dialect });
  return octets instanceof Uint8Array ? toHex(octets) : expect.fail(octets.text);
}

function expectMeaning({ name, kind }: Vector, json: MessageJson): void {
  if (kind === "q931-message") {
    const { ies, ...meaning } = messageMeanings[name] ?? expect.fail("no meaning");
    expect(json).to.deep.include(meaning);
    const others = json.ies.filter((ie) => ie.name !== "Facility").map((ie) => [ie.name, ie.value]);
    expect(others).to.deep.equal(ies);
    expect(json.problems).to.deep.equal([]);
  }
  if (kind === "facility-ie") {
    const { apdus, header } = facilityMeanings[name] ?? expect.fail("no meaning");
    const value = json.ies[0]?.value ?? expect.fail("no value");
    const { components: _, interpretation: __, ...rest } = value as Readonly<Record<string, unknown>>;
    const standard = { profile: 0x9f, nfe: { sourceEntity: "endPINX", destinationEntity: "endPINX" } };
    expect(json.apdus).to.deep.equal(apdus);
    expect(rest).to.deep.equal({ ...standard, ...header });
    expect(json.problems).to.deep.equal([]);
  }
  if (kind === "facility-ie-invalid") {
    const { apdus, problem } = invalidMeanings[name] ?? expect.fail("no meaning");
    const expected = problem === undefined ? [] : [{ code: problem.code, at: problem.at + facilityHeader.length / 2 }];
    expect(json.apdus).to.deep.equal(apdus);
    expect(json.problems.map(({ code, at }) => ({ code, at }))).to.deep.equal(expected);
    expect(json.ies[0]?.problems ?? []).to.deep.equal(json.problems);
  }
}

describe("vectors", () => {
  it("each has its meaning written down, and each meaning its vector", () => {
    const meanings = { ...facilityMeanings, ...messageMeanings, ...invalidMeanings };
    expect(vectors.map(({ name }) => name)).to.have.members(Object.keys(meanings));
  });

  for (const vector of vectors) {
    const hex = messageHex(vector);

    it(`${vector.name} decodes to its meaning`, () => {
      expectMeaning(vector, jsonOf(decoded(hex)));
    });

    if (vector.kind !== "facility-ie-invalid") {
      it(`${vector.name} encodes back to the same octets, every hex beside a value deleted`, () => {
        const message = decoded(hex);
        expect(encoded(withoutOctets(message), dialectOf(message))).to.equal(hex);
      });
    }

    it(`${vector.name} gives its octets back through --exact, and when it is passed on`, () => {
      const message = decoded(hex);
      expect(messageFromJson(jsonOf(message), { exact: true })).to.deep.equal(octetsOf(hex));
      const draft = { message: message.message ?? expect.fail("no name"), ies: message.ies };
      expect(toHex(encodeMessage(message.callReference, draft))).to.equal(hex);
    });

    it(`${vector.name} cut at any octet is a message or an error, never an exception`, () => {
      const octets = octetsOf(hex);
      for (let length = 0; length < octets.length; length += 1) {
        const cut = decodeMessage(octets.subarray(0, length));
        if (cut instanceof DecodeError) expect(length).to.be.lessThan(facilityHeader.length / 2);
        else expect(cut.ies.reduce((sum, ie) => sum + ie.octets.length, facilityHeader.length / 2)).to.equal(length);
      }
    });
  }
});

describe("answers to the invalid vectors", () => {
  const answers: readonly (readonly [name: string, answer: string])[] = [
    ["bad.missing.numberB", "reject of 1: invoke mistypedArgument"],
    ["bad.nonnumeric", "reject of 1: invoke mistypedArgument"],
    ["bad.argument.absent", "accepted"],
    ["bad.unknown.op", "reject of 1: invoke unrecognizedOperation"],
    ["bad.truncated.oid", "reject of 1: general badlyStructuredComponent"],
    ["bad.component.unknown", "reject of null: general unrecognizedComponent"],
  ];
  for (const [name, answer] of answers) {
    it(`${name}: ${answer}`, () => {
      const vector = vectors.find((each) => each.name === name) ?? expect.fail(name);
      const [component] = elements(decoded(messageHex(vector)), facility)[0]?.value?.components ?? [];
      const reject = rejectFor(component ?? expect.fail("no component"));
      const told = reject && `reject of ${reject.invokeId}: ${reject.problemClass} ${reject.problem}`;
      expect(told ?? "accepted").to.equal(answer);
    });
  }
});

describe("flows of two libpri endpoints", () => {
  it("are all here", () => {
    expect(flows).to.have.length(152);
  });

  for (const line of flows) {
    const [flow, step, from, hex = ""] = line.split(" ");
    it(`${flow} ${step}${from} decodes without a problem and comes back from its JSON`, () => {
      const message = decoded(hex);
      expect(jsonOf(message).problems).to.deep.equal([]);
      expect(message.message).not.to.equal(null);
      expect(encoded(withoutOctets(message), dialectOf(message))).to.equal(hex);
    });
  }
});
