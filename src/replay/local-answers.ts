import type { CallReference, Message, MessageDraft } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import { causeElement } from "../../codecs/q931/make.ts";
import { encodeMessage } from "../../codecs/q931/encode.ts";
import { callStates } from "../connection/states.ts";
import { statusElements } from "../connection/status.ts";

/** Q.850: 16 normal call clearing, 30 response to STATUS ENQUIRY. */
const normalClearing = causeElement(16);
const responseToStatusEnquiry = 30;

/** ONE table: what Q.931 obliges the other end of a leg to, whoever is there (Q.931 5.1, 5.3.3, 5.8.10). */
const localAnswers: { readonly [Name in MessageName]?: MessageDraft } = {
  CONNECT: { message: "CONNECT ACKNOWLEDGE", ies: [] },
  DISCONNECT: { message: "RELEASE", ies: [normalClearing] },
  RELEASE: { message: "RELEASE COMPLETE", ies: [] },
  "STATUS ENQUIRY": { message: "STATUS", ies: statusElements(responseToStatusEnquiry, callStates.Active) },
};

/** The answer of an end that has nothing to say beyond its duty. */
export function localAnswer({ message }: Message): MessageDraft | undefined {
  return message === null ? undefined : localAnswers[message];
}

/** The first response of a phone's side, which keeps T303 from running out (Q.931 5.2.5.1). */
export const proceeding: MessageDraft = { message: "CALL PROCEEDING", ies: [] };

/** What answers a SETUP with ccCancel, whatever is known of it (CC 5.7). */
export const taken: MessageDraft = { message: "RELEASE COMPLETE", ies: [normalClearing] };

/** Octets of an answer to a message with this reference. */
export function answerTo({ value, flag, length }: CallReference, draft: MessageDraft): Uint8Array {
  return encodeMessage({ value, flag: flag === 0 ? 1 : 0, length }, draft);
}
