import { isoDialect } from "../../../codecs/dialect.ts";
import { facilityOf } from "../../../codecs/facility/encode.ts";
import { decodeElements } from "../../../codecs/q931/decode.ts";
import { facilityElement } from "../../../codecs/q931/ie/facility.ts";
import type { InformationElement } from "../../../codecs/q931/message.ts";
import type { Component } from "../../../codecs/rose/component.ts";
import { invoke } from "../../../codecs/rose/make.ts";
import type {
  DiversionReason,
  SubscriptionOption,
} from "../../../codecs/generated/call-diversion-operations-asn1-97.ts";

function apdu(component: Component): InformationElement {
  return facilityElement(facilityOf([component], isoDialect), isoDialect);
}

/** An operation by its number, with an argument that nobody can read: as it is met on the wire. */
export function operation(code: number): InformationElement {
  const component = { component: "invoke", invokeId: 9, operation: null, code, argument: Uint8Array.of(5, 0) } as const;
  const [read] = decodeElements(apdu(component).octets);
  if (read === undefined) throw new Error("one element is one element");
  return read;
}

const privateNumber = (digits: string) =>
  ({
    privatePartyNumber: { privateTypeOfNumber: "unknown", privateNumberDigits: digits },
  }) as const;

/** User B's side tells that the call goes to C. */
export function divertedTo(
  c: string,
  diversionReason: DiversionReason = "cfnr",
  subscriptionOption: SubscriptionOption = "notificationWithDivertedToNr",
): InformationElement {
  const argument = { diversionReason, subscriptionOption, nominatedNr: privateNumber(c) };
  return apdu(invoke("divertingLegInformation1", 7, argument));
}

/** Whether A may be told who C is. */
export function presentation(presentationAllowedIndicator: boolean): InformationElement {
  return apdu(invoke("divertingLegInformation3", 8, { presentationAllowedIndicator }));
}

/** callRerouteing and callTransferComplete by number: what they say does not matter here. */
export const rerouteing = () => operation(19);
export const transferComplete = () => operation(12);
