import { expect } from "chai";
import fc from "fast-check";
import { DecodeError } from "../../../codecs/error.ts";
import type { Component } from "../../../codecs/rose/component.ts";
import { decodeComponent } from "../../../codecs/rose/decode.ts";
import { encodeComponent } from "../../../codecs/rose/encode.ts";
import { invoke, isErrorOf, isInvokeOf, isResultOf, returnError, returnResult } from "../../../codecs/rose/make.ts";
import { errorOf, errors, operationOf, operations, protocols } from "../../../codecs/rose/operations.ts";
import { reject, rejectFor } from "../../../codecs/rose/problems.ts";
import { toHex } from "../../../codecs/shape.ts";
import { octets } from "../q931/octets.ts";

const none = { none: null } as const;

/** By hand from CC 1 and 2.1. */
const components: readonly (readonly [hex: string, component: Component])[] = [
  ["a1 08 02 01 0b 02 01 20 05 00", invoke("ccSuspend", 11, none)],
  ["a1 08 02 01 ff 02 01 1d 05 00", invoke("ccExecPossible", -1, { extArg: none })],
  [
    "a1 0b 02 01 02 80 01 01 02 01 21 05 00",
    { component: "invoke", invokeId: 2, linkedId: 1, operation: "ccResume", code: 33, argument: none },
  ],
  [
    "a1 0b 02 01 0a 06 04 2b 0c 09 1f 05 00",
    { component: "invoke", invokeId: 10, operation: "ccRingout", code: "1.3.12.9.31", argument: none },
  ],
  ["a1 06 02 01 01 02 01 7f", { component: "invoke", invokeId: 1, operation: null, code: 127 }],
  [
    "a1 0b 02 01 01 06 03 2a 03 04 02 01 05",
    { component: "invoke", invokeId: 1, operation: null, code: "1.2.3.4", argument: octets("02 01 05") },
  ],
  [
    "a1 0a 02 01 01 02 01 7f 05 00 05 00",
    { component: "invoke", invokeId: 1, operation: null, code: 127, argument: octets("05 00 05 00") },
  ],
  ["a2 0a 02 01 01 30 05 02 01 28 30 00", returnResult("ccbsRequest", 1, {})],
  ["a2 0d 02 01 01 30 08 02 01 28 30 03 80 01 ff", returnResult("ccbsRequest", 1, { noPathReservation: true })],
  ["a2 03 02 01 01", { component: "returnResult", invokeId: 1 }],
  [
    "a2 0a 02 01 01 30 05 02 01 7f 05 00",
    { component: "returnResult", invokeId: 1, operation: null, code: 127, result: octets("05 00") },
  ],
  ["a3 07 02 01 01 02 02 03 f2", returnError("shortTermRejection", 1)],
  ["a3 07 02 01 01 02 02 03 f0", { component: "returnError", invokeId: 1, error: "unspecified", code: 1008 }],
  [
    "a3 0f 02 01 01 02 02 03 f0 30 06 06 02 2a 03 05 00",
    returnError("unspecified", 1, { extensionId: "1.2.3", extensionArgument: octets("05 00") }),
  ],
  [
    "a3 0a 02 01 01 06 05 2b 0c 09 87 72",
    { component: "returnError", invokeId: 1, error: "shortTermRejection", code: "1.3.12.9.1010" },
  ],
  ["a3 06 02 01 01 02 01 63", { component: "returnError", invokeId: 1, error: null, code: 99 }],
  ["a4 06 02 01 01 81 01 01", reject(1, "invoke", "unrecognizedOperation")],
  ["a4 05 05 00 80 01 02", reject(null, "general", "badlyStructuredComponent")],
  ["a4 06 02 01 01 82 01 00", reject(1, "returnResult", "unrecognizedInvocation")],
  ["a4 06 02 01 01 83 01 04", reject(1, "returnError", "mistypedParameter")],
  ["a4 06 02 01 01 81 01 09", { component: "reject", invokeId: 1, problemClass: "invoke", problem: 9 }],
];

/** What stays of components that are wrong, the one problem, and the reject they deserve (CC 2.3). */
const broken: readonly (readonly [hex: string, kept: object, problem: readonly [string, number], answer: string])[] = [
  ["", { component: "unknown", invokeId: null }, ["truncated", 0], "null general badlyStructuredComponent"],
  [
    "a5 03 02 01 01",
    { component: "unknown", invokeId: null },
    ["unknownComponent", 0],
    "null general unrecognizedComponent",
  ],
  [
    "a1 0a 02 01 01",
    { component: "unknown", invokeId: null },
    ["truncated", 0],
    "null general badlyStructuredComponent",
  ],
  ["a1 03 02 01 01", { component: "unknown", invokeId: 1 }, ["missingField", 5], "1 general mistypedComponent"],
  ["a1 05 02 01 01 05 00", { component: "unknown", invokeId: 1 }, ["unexpectedTag", 5], "1 general mistypedComponent"],
  [
    "a1 07 02 01 01 02 01 7f 05",
    { component: "unknown", invokeId: 1 },
    ["truncated", 9],
    "1 general badlyStructuredComponent",
  ],
  [
    "a1 08 02 01 01 02 01 20 05 00 00",
    { component: "unknown", invokeId: 1 },
    ["trailingOctets", 10],
    "1 general badlyStructuredComponent",
  ],
  [
    "a1 08 02 01 01 02 01 28 05 00",
    { component: "invoke", operation: "ccbsRequest", argument: octets("05 00") },
    ["unexpectedTag", 8],
    "1 invoke mistypedArgument",
  ],
  [
    "a1 0a 02 01 01 02 01 20 05 00 05 00",
    { component: "invoke", operation: "ccSuspend", argument: octets("05 00 05 00") },
    ["trailingOctets", 10],
    "1 invoke mistypedArgument",
  ],
  [
    "a1 06 02 01 01 02 01 28",
    { component: "invoke", operation: "ccbsRequest" },
    ["argumentAbsent", 8],
    "1 invoke mistypedArgument",
  ],
  [
    "a2 0a 02 01 01 30 05 02 01 28 05 00",
    { component: "returnResult", operation: "ccbsRequest", result: octets("05 00") },
    ["unexpectedTag", 10],
    "1 returnResult mistypedResult",
  ],
  [
    "a2 08 02 01 01 30 03 02 01 28",
    { component: "returnResult", operation: "ccbsRequest" },
    ["missingField", 10],
    "1 returnResult mistypedResult",
  ],
  [
    "a3 09 02 01 01 02 02 03 f0 05 00",
    { component: "returnError", error: "unspecified", parameter: octets("05 00") },
    ["unexpectedTag", 9],
    "1 returnError mistypedParameter",
  ],
  ["a4 05 02 01 01 05 00", { component: "unknown" }, ["unexpectedTag", 5], "none: a reject is never rejected"],
];

describe("ROSE components", () => {
  for (const [hex, component] of components) {
    it(`${hex} is read and written`, () => {
      expect(decodeComponent(octets(hex))).to.deep.equal(component);
      expect(toHex(encodeComponent(component))).to.equal(hex.replaceAll(" ", ""));
    });
  }

  for (const [hex, kept, [code, offset], answer] of broken) {
    it(`"${hex}" is ${code} at ${offset}, to be rejected: ${answer}`, () => {
      const component = decodeComponent(octets(hex));
      expect(component).to.deep.include(kept);
      expect(component.problems?.map((problem) => [problem.code, problem.offset])).to.deep.equal([[code, offset]]);
      const given = rejectFor(component);
      const told = given && `${given.invokeId} ${given.problemClass} ${given.problem}`;
      expect(told ?? "none: a reject is never rejected").to.equal(answer);
      expect(toHex(encodeComponent(component))).to.equal(hex.replaceAll(" ", ""));
    });
  }

  const mended: readonly (readonly [hex: string, argument: object])[] = [
    ["a1 06 02 01 01 02 01 20", none],
    ["a1 06 02 01 01 02 01 1f", none],
    ["a1 06 02 01 01 02 01 1c", { extArg: none }],
    ["a1 06 02 01 01 02 01 1d", { extArg: none }],
    ["a1 06 02 01 01 02 01 07", { null: null }],
    ["a1 06 02 01 01 02 01 3c", none],
    ["a1 06 02 01 01 02 01 45", none],
    ["a1 06 02 01 01 02 01 54", { null: null }],
  ];
  for (const [hex, argument] of mended) {
    it(`${hex} is taken as ${JSON.stringify(argument)}, with a problem and no reject`, () => {
      const component = decodeComponent(octets(hex));
      expect(component).to.deep.include({ argument });
      expect(component.problems?.map((problem) => problem.code)).to.deep.equal(["argumentAbsent"]);
      expect(rejectFor(component)).to.equal(undefined);
    });
  }

  it("that are in order, and rejects, are not rejected; unknown operations and errors are", () => {
    const answers = components.map(([, component]) => rejectFor(component)?.problem);
    expect(answers.filter((problem) => problem !== undefined)).to.deep.equal([
      ...["unrecognizedOperation", "unrecognizedOperation", "unrecognizedOperation"],
      "unrecognizedError",
    ]);
  });

  it("are narrowed by operation only where the value could be read", () => {
    const readable = decodeComponent(octets("a1 08 02 01 01 02 01 20 05 00"));
    const unreadable = decodeComponent(octets("a1 08 02 01 01 02 01 28 05 00"));
    const result = decodeComponent(octets("a2 0a 02 01 01 30 05 02 01 28 30 00"));
    const error = decodeComponent(octets("a3 07 02 01 01 02 02 03 f5"));
    expect(isInvokeOf(readable, "ccSuspend")).to.equal(true);
    expect(isInvokeOf(readable, "ccResume")).to.equal(false);
    expect(isInvokeOf(unreadable, "ccbsRequest")).to.equal(false);
    expect(isResultOf(result, "ccbsRequest") && result.result.noPathReservation).to.equal(undefined);
    expect(isResultOf(result, "ccnrRequest")).to.equal(false);
    expect(isErrorOf(error, "failureToMatch")).to.equal(true);
    expect(isErrorOf(result, "failureToMatch")).to.equal(false);
  });

  it("have codes local and global for every operation and error", () => {
    for (const [name, { code }] of Object.entries(operations)) {
      expect([operationOf(code), operationOf(`1.3.12.9.${code}`)]).to.deep.equal([name, name]);
    }
    for (const [name, { code }] of Object.entries(errors)) {
      expect([errorOf(code), errorOf(`1.3.12.9.${code}`)]).to.deep.equal([name, name]);
    }
    expect([operationOf(127), operationOf("1.3.12.9"), errorOf(4)]).to.deep.equal([null, null, null]);
  });

  it("have one code for every operation and error of DSS1", () => {
    for (const [name, { code }] of Object.entries(protocols.dss1.operations))
      expect(operationOf(code, "dss1")).to.equal(name);
    for (const [name, { code }] of Object.entries(protocols.dss1.errors)) expect(errorOf(code, "dss1")).to.equal(name);
    // Local codes of QSIG have a global form; those of DSS1 have none.
    expect([operationOf("1.3.12.9.15", "dss1"), operationOf("0.4.0.359.1.2"), errorOf(4, "dss1")]).to.deep.equal([
      null,
      null,
      "notImplemented",
    ]);
  });

  it("of DSS1 say so: their numbers mean other operations", () => {
    const whole = octets("a1 08 02 01 01 02 01 20 05 00");
    expect(decodeComponent(whole, "dss1")).to.deep.equal({
      component: "invoke",
      invokeId: 1,
      operation: "aOCSSpecialArr",
      code: 32,
      protocol: "dss1",
      argument: { chargeNotAvailable: null },
    });
    expect(encodeComponent(decodeComponent(whole, "dss1"))).to.deep.equal(whole);
    expect(decodeComponent(octets("a1 06 02 01 01 02 01 06"), "dss1")).to.deep.equal({
      component: "invoke",
      invokeId: 1,
      operation: "ectExecute",
      code: 6,
      protocol: "dss1",
    });
  });

  it("of DSS1 that have no name keep code and octets", () => {
    const unnamed = decodeComponent(octets("a1 08 02 01 01 02 01 63 05 00"), "dss1");
    const expected = { component: "invoke", invokeId: 1, operation: null, code: 99, argument: octets("05 00") };
    expect(unnamed).to.deep.equal(expected);
  });

  it("of neither protocol get no name of either", () => {
    for (const code of ["01", "20", "0c"]) {
      const component = decodeComponent(octets(`a1 08 02 01 01 02 01 ${code} 05 00`), "other");
      expect(component).to.include({ operation: null }).and.not.to.have.property("protocol");
    }
  });

  it("of DSS1 are no operation of QSIG, whatever their name", () => {
    const cancel = { ...invoke("ccCancel", 1, { extArg: none }), protocol: "dss1" } as const;
    expect(isInvokeOf(cancel, "ccCancel")).to.equal(false);
    expect(() => encodeComponent(cancel)).to.throw(RangeError, "dss1 has no operation ccCancel");
    const error = { ...returnError("resourceUnavailable", 1), protocol: "dss1" } as const;
    expect(isErrorOf(error, "resourceUnavailable")).to.equal(false);
    expect(encodeComponent(error)).to.deep.equal(octets("a3 06 02 01 01 02 01 0b"));
  });

  it("refuse to be written with a value outside its type", () => {
    const long = { presentationAllowedAddress: { unknownPartyNumber: "123456789012345678901" } };
    const request = { numberA: long, numberB: { unknownPartyNumber: "1" }, service: octets("04 02 a8 80") };
    expect(() => encodeComponent(invoke("ccbsRequest", 1, request))).to.throw(RangeError);
    expect(() => encodeComponent(invoke("ccSuspend", 32768, none))).to.throw(RangeError);
    const untyped = { component: "invoke", invokeId: 1, operation: null, code: 99, argument: none } as const;
    expect(() => encodeComponent(untyped)).to.throw(RangeError);
  });

  it("of any octets are a component, and never an exception", () => {
    const start = fc.constantFrom(0xa1, 0xa2, 0xa3, 0xa4, 0xa5);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 30 }), (tag, body) => {
        const component = decodeComponent(Uint8Array.of(tag, body.length, ...body));
        if (component.problems === undefined) {
          const again = decodeComponent(encodeComponent(component));
          expect(again).to.deep.equal(component);
        } else expect(component.problems[0]).to.be.instanceOf(DecodeError);
      }),
      { numRuns: 2000 },
    );
  });
});
