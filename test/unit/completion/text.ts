import { elements, find } from "../../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../../codecs/q931/ie/calling-party-number.ts";
import { facility } from "../../../codecs/q931/ie/facility.ts";
import type { InformationElement } from "../../../codecs/q931/message.ts";
import type { Component, Invoke } from "../../../codecs/rose/component.ts";
import { isInvokeOf } from "../../../codecs/rose/make.ts";
import { partiesOfArgument } from "../../../src/completion/parties.ts";

/** `1001>2001`: who calls whom. */
export function numbersText(ies: readonly InformationElement[]): string {
  const [calling, called] = [callingPartyNumber, calledPartyNumber].map((codec) => find({ ies }, codec)?.digits ?? "");
  return `${calling}>${called}`;
}

/** The components of a message in words: `ccbsRequest(1) 1001>2001 retain`. */
export function apdusText(ies: readonly InformationElement[]): string[] {
  return elements({ ies }, facility).flatMap(({ value }) => (value?.components ?? []).map(componentText));
}

function componentText(component: Component): string {
  const id = component.invokeId ?? "none";
  switch (component.component) {
    case "invoke":
      return [`${component.operation ?? component.code}(${id})`, ...argumentText(component)].join(" ");
    case "returnResult": {
      const result = (component.result ?? {}) as { noPathReservation?: boolean; retainService?: boolean };
      return `result(${id})${result.noPathReservation ? "" : " path"}${result.retainService ? " retainService" : ""}`;
    }
    case "returnError":
      return `error ${component.error ?? component.code}(${id})`;
    case "reject":
      return `reject ${component.problem}(${id})`;
    case "unknown":
      return "unreadable";
    default:
      return component satisfies never;
  }
}

function argumentText(invoke: Invoke): string[] {
  if (isInvokeOf(invoke, "ccbsRequest") || isInvokeOf(invoke, "ccnrRequest")) {
    const { argument } = invoke;
    const { a, b } = partiesOfArgument(argument);
    const retain = argument.retainSigConnection;
    return [
      `${a.digits}>${b.digits}`,
      ...("presentationRestrictedAddress" in argument.numberA ? ["restricted"] : []),
      ...("numberNotAvailableDueToInterworking" in argument.numberA ? ["withheld"] : []),
      ...(retain === undefined ? [] : [retain ? "retain" : "release"]),
      ...(argument.canRetainService === true ? ["canRetainService"] : []),
    ];
  }
  if ((isInvokeOf(invoke, "ccCancel") || isInvokeOf(invoke, "ccExecPossible")) && "fullArg" in invoke.argument) {
    const { a, b } = partiesOfArgument(invoke.argument.fullArg);
    return [`full ${a.digits}>${b.digits}`];
  }
  return [];
}
