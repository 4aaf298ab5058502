import { facilityOf } from "../codecs/facility/index.ts";
import { findAll } from "../codecs/q931/element.ts";
import { facility, facilityElement } from "../codecs/q931/ie/facility.ts";
import type { InformationElement, Message } from "../codecs/q931/message.ts";
import { invoke, isInvokeOf } from "../codecs/rose/make.ts";

export type NameOperation = "callingName" | "calledName" | "connectedName";

/** NameData has 1 to 50 octets (QSIG-NA). */
const longestName = 50;

/** The user's name beside the message (QSIG-NA); no element for a user without one. */
export function nameElements(operation: NameOperation, invokeId: number, name: string): readonly InformationElement[] {
  if (name === "") return [];
  const argument = {
    name: { namePresentationAllowed: { namePresentationAllowedSimple: latin1(name.slice(0, longestName)) } },
  };
  const value = facilityOf([invoke(operation, invokeId, argument)], undefined, "discardAnyUnrecognisedInvokePdu");
  return [facilityElement(value)];
}

/** The name in a message, where it is there, readable and may be shown. */
export function nameOf(message: Pick<Message, "ies">, operation: NameOperation): string | undefined {
  const components = findAll(message, facility).flatMap((value) => value.components);
  for (const component of components) {
    if (!isInvokeOf(component, operation)) continue;
    const { argument } = component;
    const name = "name" in argument ? argument.name : argument.nameSequence.name;
    if (!("namePresentationAllowed" in name)) continue;
    const allowed = name.namePresentationAllowed;
    if ("namePresentationAllowedSimple" in allowed) return text(allowed.namePresentationAllowedSimple);
  }
  return undefined;
}

/** ISO 8859-1, the character set of a simple name; what it has not becomes a question mark. */
function latin1(name: string): Uint8Array {
  return Uint8Array.from(name, (char) => (char.charCodeAt(0) < 0x100 ? char.charCodeAt(0) : 0x3f));
}

function text(octets: Uint8Array): string {
  return String.fromCharCode(...octets);
}
