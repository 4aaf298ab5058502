import type { DecodeErrorCode } from "../error.ts";
import type {
  GeneralProblem,
  InvokeProblem,
  ReturnErrorProblem,
  ReturnResultProblem,
} from "../generated/facility-information-element-components.ts";
import type { Component, ProblemClass, Reject } from "./component.ts";
import { componentTags } from "./tags.ts";

interface Problems {
  readonly general: GeneralProblem;
  readonly invoke: InvokeProblem;
  readonly returnResult: ReturnResultProblem;
  readonly returnError: ReturnErrorProblem;
}

/** The problems of a class by name. */
export type ProblemOf<Class extends ProblemClass> = Exclude<Problems[Class], number>;

export function reject<Class extends ProblemClass>(
  invokeId: number | null,
  problemClass: Class,
  problem: ProblemOf<Class>,
): Reject {
  return { component: "reject", invokeId, problemClass, problem };
}

/**
 * ONE table: what a component that could not be read as one gets as an answer. Every other code is a fault of its
 * structure. (CC 2.1; when to send it: ECMA-165 [MEM])
 */
const generalProblems: Partial<Record<DecodeErrorCode, ProblemOf<"general">>> = {
  unknownComponent: "unrecognizedComponent",
  unexpectedTag: "mistypedComponent",
  missingField: "mistypedComponent",
  badValue: "mistypedComponent",
};

/**
 * The reject that a received component deserves; undefined where it is in order, and for a reject, which is never
 * rejected (CC 2.3.6). Whether to send it is the receiver's decision (interpretation, R17).
 */
export function rejectFor(component: Component): Reject | undefined {
  const { invokeId } = component;
  switch (component.component) {
    case "invoke":
      if (component.operation === null) return reject(invokeId, "invoke", "unrecognizedOperation");
      return isUnread(component.argument, component) ? reject(invokeId, "invoke", "mistypedArgument") : undefined;
    case "returnResult":
      return isUnread(component.result, component) ? reject(invokeId, "returnResult", "mistypedResult") : undefined;
    case "returnError":
      if (component.error === null) return reject(invokeId, "returnError", "unrecognizedError");
      return isUnread(component.parameter, component)
        ? reject(invokeId, "returnError", "mistypedParameter")
        : undefined;
    case "reject":
      return undefined;
    case "unknown": {
      if (component.octets[0] === componentTags.reject) return undefined;
      const code = component.problems[0]?.code;
      return reject(invokeId, "general", (code && generalProblems[code]) ?? "badlyStructuredComponent");
    }
  }
}

/** There is a problem, and no value was made in spite of it. */
function isUnread(value: unknown, { problems }: Component): boolean {
  return problems !== undefined && (value === undefined || value instanceof Uint8Array);
}
