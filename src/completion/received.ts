import type { PartyNumber } from "../../codecs/generated/addressing-data-elements-asn1-97.ts";
import { Reader } from "../../codecs/ber/reader.ts";
import type { Interpretation } from "../../codecs/facility/facility.ts";
import { contentsOf, elementOctets, elements, isOf } from "../../codecs/q931/element.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import { fromPartyNumber } from "../../codecs/q931/party-number.ts";
import type { Component, Invoke, Reject } from "../../codecs/rose/component.ts";
import { componentTags, decodeComponent } from "../../codecs/rose/decode.ts";
import type { OperationName } from "../../codecs/rose/operations.ts";
import { rejectFor } from "../../codecs/rose/problems.ts";
import { plainDigits } from "./parties.ts";

/** What the APDUs of one message ask of us. */
export interface Received {
  /** Those that could be read, in order. */
  readonly components: readonly Component[];
  /** What goes back in the next message: unrecognised or mistyped components (CC 2.3). */
  readonly rejects: readonly Reject[];
  /** An invoke that nobody knows, sent to clear what it came in (CC 2.3 rule 4). */
  readonly mustClear: boolean;
}

/**
 * The APDUs that are for us (CC 2.3, R17, R27). `called`: the number that a destination address has to be; absent on a
 * connection that ends here, where everything is for us.
 */
export function readApdus(message: Message, called?: string): Received {
  const components: Component[] = [];
  const rejects: Reject[] = [];
  let mustClear = false;
  for (const { value } of elements(message, facility)) {
    if (value === undefined || value.npp !== undefined || !isForUs(value.nfe?.destinationEntityAddress, called))
      continue;
    for (const component of value.components) {
      const reject = rejectFor(component);
      // An error that nobody knows, or with a parameter that nobody reads, is an error all the same (CC 1.5).
      if (reject === undefined || component.component === "returnError") components.push(component);
      else if (isUnrecognised(component)) {
        // What the sender wants done with an operation that nobody knows; absent means reject (ECMA-165, CC 2.2).
        const answer = unrecognised[value.interpretation ?? "rejectAnyUnrecognisedInvokePdu"];
        if (answer === "reject") rejects.push(reject);
        if (answer === "clear") mustClear = true;
      } else rejects.push(reject);
    }
  }
  return { components, rejects, mustClear };
}

const unrecognised: { readonly [How in Interpretation]: "discard" | "clear" | "reject" } = {
  discardAnyUnrecognisedInvokePdu: "discard",
  clearCallIfAnyInvokePduNotRecognised: "clear",
  rejectAnyUnrecognisedInvokePdu: "reject",
};

function isUnrecognised(component: Component): boolean {
  return component.component === "invoke" && component.operation === null;
}

/** No address, or the number that was called. */
function isForUs(address: PartyNumber | undefined, called: string | undefined): boolean {
  return (
    address === undefined ||
    called === undefined ||
    plainDigits(fromPartyNumber(address).digits) === plainDigits(called)
  );
}

/** The first invoke of this operation that is for us, whatever its argument. */
export function invokeOf(message: Message, operation: OperationName, called: string): Invoke | undefined {
  return invokeThat(message, (each) => each.operation === operation, called);
}

function invokeThat(message: Message, isIt: (invoke: Invoke) => boolean, called?: string): Invoke | undefined {
  for (const ie of message.ies) {
    if (!isOf(ie, facility) || ie.value === undefined) continue;
    if (!isForUs(ie.value.nfe?.destinationEntityAddress, called)) continue;
    for (const component of ie.value.components) {
      if (component.component === "invoke" && isIt(component)) return component;
    }
  }
  return undefined;
}

/** R22: operations of a SETUP that is no call of a user's own choice. */
const otherServices: ReadonlySet<OperationName | null> = new Set<OperationName>([
  "pathReplaceSetup",
  "divertingLegInformation2",
  "ccbsRequest",
  "ccnrRequest",
  "ccCancel",
  "ccExecPossible",
  "ccPathReserve",
  "ccRingout",
  "ccSuspend",
  "ccResume",
]);

/** R22: a SETUP with one of these is neither an offer nor a Dial. */
export function isOfAnotherService(setup: Message): boolean {
  return invokeThat(setup, ({ operation }) => otherServices.has(operation)) !== undefined;
}

/** An invoke id that no component of these elements uses. */
export function freeInvokeId(ies: readonly InformationElement[]): number {
  const used = new Set(
    elements({ ies }, facility).flatMap(({ value }) => (value?.components ?? []).map(({ invokeId }) => invokeId)),
  );
  let id = 1;
  while (used.has(id)) id += 1;
  return id;
}

/**
 * The elements without their ccRingout or ccPathReserve (R5, R10): the Facility element keeps the octets of its header
 * and of its other components, and goes when none is left; every other element stays as it came.
 */
export function withoutRingout(ies: readonly InformationElement[]): readonly InformationElement[] {
  return withoutOperation(ies, "ccRingout", "ccPathReserve");
}

/** The same for invokes of any operations. */
export function withoutOperation(
  ies: readonly InformationElement[],
  ...operations: readonly OperationName[]
): readonly InformationElement[] {
  return without(
    ies,
    (component) =>
      component.component === "invoke" && component.operation !== null && operations.includes(component.operation),
  );
}

/** The elements without what answers our ccRingout: the other leg knows nothing of that invoke (R44). */
export function withoutAnswerTo(ies: readonly InformationElement[], invokeId: number): readonly InformationElement[] {
  return without(ies, (component) => isAnswer(component) && component.invokeId === invokeId);
}

function isAnswer({ component }: Component): boolean {
  return component === "returnResult" || component === "returnError" || component === "reject";
}

function without(
  ies: readonly InformationElement[],
  isOut: (component: Component) => boolean,
): readonly InformationElement[] {
  return ies.flatMap((ie) => {
    if (!isOf(ie, facility) || !(ie.value?.components ?? []).some(isOut)) return [ie];
    const parts = topLevelValues(contentsOf(ie));
    const kept = parts.filter((octets) => !isOut(decodeComponent(octets)));
    if (!kept.some((octets) => isComponent(octets))) return [];
    const contents = Uint8Array.of(contentsOf(ie)[0] ?? 0, ...kept.flatMap((octets) => [...octets]));
    const components = (ie.value?.components ?? []).filter((component) => !isOut(component));
    return [{ ...ie, octets: elementOctets(ie.id, contents), value: { ...ie.value, components } }];
  });
}

function isComponent(octets: Uint8Array): boolean {
  return (Object.values(componentTags) as number[]).includes(octets[0] ?? 0);
}

/** What stands behind the protocol profile, value by value; octets that are no value stay together. */
function topLevelValues(contents: Uint8Array): Uint8Array[] {
  const reader = new Reader(contents, 1);
  const values: Uint8Array[] = [];
  while (reader.at < reader.end) {
    const at = reader.at;
    const value = reader.open();
    if (value === undefined) return [...values, contents.subarray(at)];
    values.push(value);
  }
  return values;
}
