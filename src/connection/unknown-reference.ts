import { find } from "../../codecs/q931/element.ts";
import { callState } from "../../codecs/q931/ie/call-state.ts";
import { causeElement } from "../../codecs/q931/make.ts";
import type { Message, MessageDraft } from "../../codecs/q931/message.ts";
import { causes } from "./rows.ts";
import { callStates } from "./states.ts";
import { statusElements } from "./status.ts";

const releaseComplete = (cause: number): MessageDraft => ({ message: "RELEASE COMPLETE", ies: [causeElement(cause)] });

/** What a message under a reference that is not in use is answered with, if at all (Q.931 5.8.3.2, R18). */
export function answerToUnknown(message: Message): MessageDraft | undefined {
  // Nothing is asked of us under the dummy reference, and SETUP with flag 1 answers a SETUP we never sent.
  if (message.callReference.length === 0 || message.message === "SETUP") return undefined;
  switch (message.message) {
    case "RELEASE COMPLETE":
      return undefined;
    case "STATUS ENQUIRY":
      return { message: "STATUS", ies: statusElements(causes.responseToStatusEnquiry, callStates.Null) };
    case "STATUS": {
      const state = find(message, callState)?.state;
      return state === undefined || state === callStates.Null
        ? undefined
        : releaseComplete(causes.notCompatibleWithState);
    }
    default:
      return releaseComplete(causes.invalidCallReference);
  }
}
