import { element } from "../../codecs/q931/element.ts";
import { bearerCapability } from "../../codecs/q931/ie/bearer-capability.ts";
import { callState } from "../../codecs/q931/ie/call-state.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { notificationIndicator } from "../../codecs/q931/ie/notification-indicator.ts";
import { sendingComplete } from "../../codecs/q931/ie/sending-complete.ts";
import { bChannelElement } from "../../codecs/q931/make.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import { type DemoPhone, privatePlan } from "./phone.ts";

/** What a dialled number is before anybody translates it. */
const unknown = 0;

/** `04 03 80 90 a3`: speech, 64 kbit/s, A-law. */
const speech = element(bearerCapability, {
  codingStandard: 0,
  informationTransferCapability: 0,
  transferMode: 0,
  informationTransferRate: 0x10,
  layers: [{ layer: 1, protocol: 3 }],
});

/** Octet 3a of Calling party number (Q.931 4.5.10). */
const presentations = { allowed: 0, restricted: 1 } as const;

/** An en bloc SETUP. The PBX vouches for its phones' numbers: network provided, as libpri sends it. */
export function setupElements(
  channel: number,
  { number, numberingPlan = privatePlan, typeOfNumber = unknown, restricted = false }: DemoPhone,
  called: string,
  name: readonly InformationElement[],
): readonly InformationElement[] {
  return [
    speech,
    bChannelElement(channel),
    ...name,
    element(callingPartyNumber, {
      numberingPlan,
      typeOfNumber,
      presentation: restricted ? presentations.restricted : presentations.allowed,
      screening: 3,
      digits: number,
    }),
    element(calledPartyNumber, { numberingPlan, typeOfNumber: unknown, digits: called }),
    element(sendingComplete, true),
  ];
}

export function callStateElement(state: number): InformationElement {
  return element(callState, { codingStandard: 0, state });
}

/** Q.931 4.5.22 leaves the values to the services; Q.953.2 names these two. */
export const notifications = { remoteHold: 0x79, remoteRetrieval: 0x7a } as const;

export function notificationElement(description: number): InformationElement {
  return element(notificationIndicator, { description });
}
