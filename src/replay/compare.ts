import { elementName } from "../../codecs/q931/elements.ts";
import { isOf } from "../../codecs/q931/element.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import { shift } from "../../codecs/q931/ie/shift.ts";
import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { Facility } from "../../codecs/facility/facility.ts";
import type { Component } from "../../codecs/rose/component.ts";
import { isObject, toHex } from "../../codecs/shape.ts";

/** One thing that the core did otherwise than the trace; a side that says nothing there is absent. */
export interface Difference {
  /** `Cause.location`, `ccbsRequest.argument.numberA`, `message`. */
  readonly path: string;
  readonly trace?: string;
  readonly core?: string;
}

export const orderPath = "order of elements";
export const codingSuffix = "coding";

/** Everything in which the core's message differs: type, reference, elements, APDUs field by field. */
export function compareMessages(trace: Message, core: Message): readonly Difference[] {
  const type = differing("message", nameOf(trace), nameOf(core));
  const reference = differing("call reference", referenceOf(trace), referenceOf(core));
  return [...type, ...reference, ...compareElements(trace.ies, core.ies), ...compareOrder(trace.ies, core.ies)];
}

export function nameOf({ message, type }: Message): string {
  return message ?? `type ${toHex(Uint8Array.of(type))}`;
}

function referenceOf({ callReference: { value, flag } }: Message): string {
  return `${value}${flag === 1 ? "*" : ""}`;
}

function differing(path: string, trace: string | undefined, core: string | undefined): Difference[] {
  if (trace === core) return [];
  return [{ path, ...(trace === undefined ? {} : { trace }), ...(core === undefined ? {} : { core }) }];
}

/** Facility elements are read together: which component stands in which of them means nothing. */
function compareElements(trace: readonly InformationElement[], core: readonly InformationElement[]): Difference[] {
  const keys = new Set([...trace, ...core].filter((ie) => ie.id !== shift.id).map(keyOf));
  return [...keys].flatMap((key) => {
    const [ours, theirs] = [core.filter((ie) => keyOf(ie) === key), trace.filter((ie) => keyOf(ie) === key)];
    const either = theirs[0] ?? ours[0];
    if (either !== undefined && isOf(either, facility)) return compareFacilities(theirs, ours);
    return Array.from({ length: Math.max(ours.length, theirs.length) }).flatMap((_, index) =>
      compareElement(theirs[index], ours[index]),
    );
  });
}

function keyOf({ id, codeset }: InformationElement): string {
  return `${codeset}/${id}`;
}

function compareElement(trace: InformationElement | undefined, core: InformationElement | undefined): Difference[] {
  const either = trace ?? core;
  if (either === undefined) return [];
  const name = elementName(either.codeset, either.id) ?? `element ${toHex(Uint8Array.of(either.id))}`;
  if (trace === undefined || core === undefined) return differing(name, whole(trace), whole(core));
  if (toHex(trace.octets) === toHex(core.octets)) return [];
  if (trace.value === undefined || core.value === undefined) return differing(name, whole(trace), whole(core));
  const fields = compareValues(name, trace.value, core.value);
  return fields.length > 0 ? fields : differing(`${name}.${codingSuffix}`, toHex(trace.octets), toHex(core.octets));
}

function whole(ie: InformationElement | undefined): string | undefined {
  return ie === undefined ? undefined : toHex(ie.octets);
}

function compareOrder(trace: readonly InformationElement[], core: readonly InformationElement[]): Difference[] {
  const [ours, theirs] = [core.map(keyOf), trace.map(keyOf)];
  const common = (all: readonly string[], others: readonly string[]) => all.filter((key) => others.includes(key));
  const order = (all: readonly string[]) =>
    [...new Set(all)].map((key) => elementName(Number(key.split("/")[0]), Number(key.split("/")[1])) ?? key).join(", ");
  return differing(orderPath, order(common(theirs, ours)), order(common(ours, theirs)));
}

/** A component with the element that it stood in. */
interface Apdu {
  readonly component: Component;
  readonly envelope: Omit<Facility, "components" | "problems">;
  readonly element: InformationElement;
}

function compareFacilities(trace: readonly InformationElement[], core: readonly InformationElement[]): Difference[] {
  const [theirs, ours] = [apdus(trace), [...apdus(core)]];
  const differences = theirs.flatMap((apdu) => {
    const at = ours.findIndex((each) => apduName(each.component) === apduName(apdu.component));
    const [found] = at === -1 ? [] : ours.splice(at, 1);
    return found === undefined ? [missing(apdu)] : compareApdus(apdu, found);
  });
  return [
    ...differences,
    ...ours.map(({ component }) => ({ path: apduName(component), core: component.component }) as const),
  ];
}

function missing({ component }: Apdu): Difference {
  return { path: apduName(component), trace: component.component };
}

function apdus(ies: readonly InformationElement[]): Apdu[] {
  return ies.flatMap((ie) => {
    if (!isOf(ie, facility) || ie.value === undefined) return [];
    const { components, problems: _, ...envelope } = ie.value;
    return components.map((component) => ({ component, envelope, element: ie }));
  });
}

/** `ccbsRequest`, `result of ccbsRequest`, `error shortTermRejection`. */
export function apduName(component: Component): string {
  switch (component.component) {
    case "invoke":
      return String(component.operation ?? component.code);
    case "returnResult":
      return `result of ${component.operation ?? component.code ?? "nothing named"}`;
    case "returnError":
      return `error ${component.error ?? component.code}`;
    case "reject":
      return `reject ${component.problem}`;
    case "unknown":
      return "unknown component";
    default:
      return component satisfies never;
  }
}

function compareApdus(trace: Apdu, core: Apdu): Difference[] {
  const name = apduName(trace.component);
  const fields = [
    ...compareValues(name, trace.envelope, core.envelope),
    ...compareValues(name, trace.component, core.component),
  ];
  if (fields.length > 0 || toHex(trace.element.octets) === toHex(core.element.octets)) return fields;
  // Values alike, octets not: told only where the element holds this component alone, else another one is the reason.
  const alone = [trace, core].every(({ element }) => isOf(element, facility) && element.value?.components.length === 1);
  return alone ? differing(`${name}.${codingSuffix}`, toHex(trace.element.octets), toHex(core.element.octets)) : [];
}

/** Field by field; `problems` of the reading are no field. */
function compareValues(path: string, trace: unknown, core: unknown): Difference[] {
  if (isFields(trace) && isFields(core)) {
    const names = new Set([...Object.keys(trace), ...Object.keys(core)].filter((name) => name !== "problems"));
    return [...names].flatMap((name) => compareValues(`${path}.${name}`, trace[name], core[name]));
  }
  return differing(path, textOf(trace), textOf(core));
}

function isFields(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !(value instanceof Uint8Array);
}

function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value instanceof Uint8Array) return toHex(value);
  return typeof value === "object" ? JSON.stringify(value, octetsAsHex) : String(value);
}

function octetsAsHex(_name: string, value: unknown): unknown {
  return value instanceof Uint8Array ? toHex(value) : value;
}
