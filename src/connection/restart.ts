import { element, find } from "../../codecs/q931/element.ts";
import { channelIdentification } from "../../codecs/q931/ie/channel-identification.ts";
import { restartIndicator } from "../../codecs/q931/ie/restart-indicator.ts";
import type { InformationElement, Message, MessageDraft } from "../../codecs/q931/message.ts";
import { channelsNamed } from "./channels-named.ts";
import { faultOf } from "./faults.ts";
import { causes } from "./rows.ts";
import { statusElements } from "./status.ts";

/** Q.931 4.5.25: class of a RESTART. */
const restartClasses = { indicatedChannels: 0, singleInterface: 6, allInterfaces: 7 } as const;

/** REST 0 Null of the global reference (Q.931 table 4-8). */
const restNull = 0;

/** Ours is for the whole trunk: one interface, one D-channel. */
export const restartMessage: MessageDraft = {
  message: "RESTART",
  ies: [element(restartIndicator, { restartClass: restartClasses.allInterfaces })],
};

/**
 * What a RESTART asks for: the answer, and the channels whose calls are cleared first; "all" of the trunk's (Q.931
 * 5.5.2).
 */
export function readRestart(message: Message): {
  readonly clears: readonly number[] | "all";
  readonly answer: MessageDraft;
} {
  const restartClass = find(message, restartIndicator)?.restartClass;
  const acknowledge: MessageDraft = { message: "RESTART ACKNOWLEDGE", ies: message.ies.filter(isEchoed) };
  if (restartClass === restartClasses.singleInterface || restartClass === restartClasses.allInterfaces) {
    return { clears: "all", answer: acknowledge };
  }
  const clears = channelsNamed(message.ies);
  if (restartClass === restartClasses.indicatedChannels && clears.length > 0) return { clears, answer: acknowledge };
  const named = message.ies.some((ie) => ie.id === channelIdentification.id && ie.codeset === 0);
  const fault =
    faultOf(message) ??
    (restartClass === restartClasses.indicatedChannels && !named
      ? causes.mandatoryElementMissing
      : causes.invalidElementContents);
  return { clears: [], answer: { message: "STATUS", ies: statusElements(fault, restNull) } };
}

/** Any message but RESTART, RESTART ACKNOWLEDGE and STATUS under the global reference (Q.931 5.8.3.2 f). */
export const answerToGlobal: MessageDraft = {
  message: "STATUS",
  ies: statusElements(causes.invalidCallReference, restNull),
};

function isEchoed(ie: InformationElement): boolean {
  return ie.codeset === 0 && (ie.id === restartIndicator.id || ie.id === channelIdentification.id);
}
