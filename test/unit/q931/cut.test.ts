import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { expect } from "chai";
import fc from "fast-check";
import { DecodeError } from "../../../codecs/error.ts";
import { decodeFacility } from "../../../codecs/facility/decode.ts";
import { encodeFacility } from "../../../codecs/facility/encode.ts";
import { decodeMessage } from "../../../codecs/q931/decode.ts";
import { isOf } from "../../../codecs/q931/element.ts";
import { facility } from "../../../codecs/q931/ie/facility.ts";
import { operations, type QsigOperationName } from "../../../codecs/rose/operations.ts";
import type { Component } from "../../../codecs/rose/component.ts";
import { fromHex } from "../../../codecs/shape.ts";
import { valuesOf } from "../ber/values.ts";

const octetsOf = (hex: string): Uint8Array => fromHex(hex) ?? expect.fail(`not hex: ${hex}`);

interface Vector {
  readonly name: string;
  readonly kind: string;
  readonly hex: string;
}

const vectors = JSON.parse(readFileSync("test/vectors/vectors.json", "utf8")) as readonly Vector[];
const flows = readFileSync("test/vectors/flows.txt", "utf8").trim().split("\n");
const messages: readonly (readonly [name: string, octets: Uint8Array])[] = [
  ...vectors.filter(({ kind }) => kind === "q931-message").map(({ name, hex }) => [name, octetsOf(hex)] as const),
  ...flows.map((line) => [line.split(" ").slice(0, 3).join(" "), octetsOf(line.split(" ")[3] ?? "")] as const),
];

/** chai takes long to find out that nothing differs. */
function expectSame(value: unknown, due: unknown, length: number): void {
  if (!isDeepStrictEqual(value, due)) expect(value, `${length} octets`).to.deep.equal(due);
}

/** Cut at every octet: elements that are whole say what they said, the one the cut goes through says nothing. */
function expectCutsOf(octets: Uint8Array): void {
  const whole = decodeMessage(octets);
  if (whole instanceof DecodeError) expect.fail(whole.code);
  const header = 3 + whole.callReference.length;
  for (let length = 0; length < octets.length; length += 1) {
    const cut = decodeMessage(octets.slice(0, length));
    if (length < header) {
      expect(cut, `${length} octets`).to.be.instanceOf(DecodeError);
      continue;
    }
    if (cut instanceof DecodeError) expect.fail(`${length} octets: ${cut.code}`);
    let end = header;
    for (const [at, ie] of cut.ies.entries()) {
      const due = whole.ies[at] ?? expect.fail(`${length} octets: an element too many`);
      end += ie.octets.length;
      if (ie.octets.length === due.octets.length) {
        expectSame(ie, due, length);
      } else {
        expect(ie).not.to.have.property("value");
        expect(ie.problems?.map(({ code }) => code)).to.deep.equal(["truncated"]);
      }
    }
    expect(end, `${length} octets`).to.equal(length);
  }
}

/** Contents cut at every octet: whole components say what they said, the last one is unknown, or there is none. */
function expectCutsOfContents(contents: Uint8Array): void {
  const whole = decodeFacility(contents);
  if (whole instanceof DecodeError) expect.fail(whole.code);
  for (let length = 0; length < contents.length; length += 1) {
    const cut = decodeFacility(contents.slice(0, length));
    if (cut instanceof DecodeError) continue;
    for (const [at, component] of cut.components.entries()) {
      if (at === cut.components.length - 1 && component.component === "unknown") {
        expect(component.problems.map(({ code }) => code)).to.deep.equal(["truncated"]);
      } else expectSame(component, whole.components[at], length);
    }
    const { nfe, npp, interpretation } = cut;
    if (cut.components.length > 0) {
      const { nfe: dueNfe, npp: dueNpp, interpretation: dueInterpretation } = whole;
      expectSame([nfe, npp, interpretation], [dueNfe, dueNpp, dueInterpretation], length);
    }
  }
}

describe("a message cut at every octet", () => {
  for (const [name, octets] of messages) {
    it(`${name}: what is whole stays, what is cut is an error and never a value`, () => {
      expectCutsOf(octets);
      const whole = decodeMessage(octets);
      if (whole instanceof DecodeError) expect.fail(whole.code);
      for (const ie of whole.ies) if (isOf(ie, facility)) expectCutsOfContents(ie.octets.slice(2));
    });
  }

  it("random arguments of every operation: the same", () => {
    for (const [name, { argument, code }] of Object.entries(operations)) {
      if (argument === null) continue;
      const property = fc.property(valuesOf(argument.type), fc.boolean(), (value, isSecond) => {
        const invoke: Component = {
          component: "invoke",
          invokeId: 1,
          operation: name as QsigOperationName,
          code,
          argument: value,
        };
        const components = isSecond ? [invoke, invoke] : [invoke];
        expectCutsOfContents(encodeFacility({ profile: 0x9f, components }));
      });
      fc.assert(property, { numRuns: 3 });
    }
  });
});
