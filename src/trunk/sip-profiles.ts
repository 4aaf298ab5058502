import { element } from "../../codecs/q931/element.ts";
import { progressIndicator } from "../../codecs/q931/ie/progress-indicator.ts";
import { causeElement, privateNetworkLocal } from "../../codecs/q931/make.ts";
import type { MessageDraft } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import { contentsOf } from "../../codecs/sip/body.ts";
import type { SipTrunkConfig } from "../config.ts";
import type { SipCall } from "./sip-calls.ts";
import { causeOfStatus } from "./sip-causes.ts";
import { headersOf, type SipMessage } from "./sip-events.ts";
import { connectedOf } from "./sip-numbers.ts";

/** What becomes of a QSIG message: a request, a response with this status, or nothing. */
export type SipAct = "INVITE" | 100 | 180 | 183 | 200 | "INFO" | "end" | "OPTIONS" | "nothing";

/** How one kind of SIP trunk says QSIG. */
export interface SipProfile {
  /** QSIG stands in bodies; else it ends here. */
  readonly tunnels: boolean;
  /** What each message becomes; `otherwise` those that are not named. */
  readonly acts: { readonly [name in MessageName]?: SipAct };
  readonly otherwise: SipAct;
  /** INFO goes in an early dialog too (RFC 6086 4.2.2). */
  readonly hasEarlyInfo: boolean;
  /** How the first message of a called side goes that has no response of its own. */
  readonly firstResponse: 183 | 200;
  /** The QSIG messages that a SIP message is which carries none. */
  meaning(call: SipCall, event: SipMessage): readonly MessageDraft[];
}

const ends = { DISCONNECT: "end", RELEASE: "end", "RELEASE COMPLETE": "end" } as const;

/** ONE table: the profiles of a sip trunk. */
export const sipProfiles: { readonly [name in SipTrunkConfig["profile"]]: SipProfile } = {
  // R2, RFC 4497: nothing but the basic call crosses, and the names of who calls and who answers (`sip-names.ts`).
  plain: {
    tunnels: false,
    acts: {
      ...ends,
      SETUP: "INVITE",
      "CALL PROCEEDING": 100,
      ALERTING: 180,
      PROGRESS: 183,
      CONNECT: 200,
      "STATUS ENQUIRY": "OPTIONS",
    },
    otherwise: "nothing",
    hasEarlyInfo: false,
    firstResponse: 183,
    meaning: meaningInPlain,
  },
  // R24: each message in the SIP message that is most like it. [MEM]
  cisco: {
    tunnels: true,
    acts: {
      ...ends,
      SETUP: "INVITE",
      "CALL PROCEEDING": 183,
      "SETUP ACKNOWLEDGE": 183,
      ALERTING: 180,
      PROGRESS: 183,
      CONNECT: 200,
      // The ACK says it.
      "CONNECT ACKNOWLEDGE": "nothing",
    },
    otherwise: "INFO",
    hasEarlyInfo: true,
    firstResponse: 183,
    meaning: (call, event) => (isEnd(event) ? released(event) : meaningInPlain(call, event)),
  },
  // R24: 200 at once, then INFO; BYE has the last message. ECMA-355
  ecma355: {
    tunnels: true,
    acts: { SETUP: "INVITE", "RELEASE COMPLETE": "end" },
    otherwise: "INFO",
    hasEarlyInfo: false,
    firstResponse: 200,
    meaning: (_call, event) => (isEnd(event) ? released(event) : []),
  },
};

/** The SIP message ends the call. */
function isEnd(event: SipMessage): boolean {
  if (event.type === "response") return event.method === "INVITE" && event.status >= 300;
  return event.method === "BYE" || event.method === "CANCEL";
}

function released(event: SipMessage): readonly MessageDraft[] {
  return [{ message: "RELEASE COMPLETE", ies: [causeElement(causeOf(event))] }];
}

function meaningInPlain(call: SipCall, event: SipMessage): readonly MessageDraft[] {
  if (event.type === "request") {
    if (event.method === "ACK") return [{ message: "CONNECT ACKNOWLEDGE", ies: [] }];
    return isEnd(event) ? [{ message: "DISCONNECT", ies: [causeElement(causeOf(event))] }] : [];
  }
  if (event.method !== "INVITE") return [];
  if (event.status >= 300) {
    const cause = event.status === 408 && call.alerted ? noAnswer : causeOf(event);
    return [...proceeding(call), { message: "DISCONNECT", ies: [causeElement(cause)] }];
  }
  if (event.status >= 200) return [{ message: "CONNECT", ies: connectedOf(event.headers) }];
  if (event.status === 180 && !call.alerted) return [...proceeding(call), { message: "ALERTING", ies: [] }];
  if (event.status === 183) {
    const description = contentsOf(event.body).sdp === undefined ? notEndToEndIsdn : inBandInformation;
    const progress = element(progressIndicator, { codingStandard: 0, location: privateNetworkLocal, description });
    return [...proceeding(call), { message: "PROGRESS", ies: [progress] }];
  }
  return proceeding(call);
}

/** R2: a 408 of a phone that rang is no answer. */
const noAnswer = 19;
/** `progressDescriptions` of Q.931. */
const [notEndToEndIsdn, inBandInformation] = [1, 8];
const normalCallClearing = 16;

/** R1: the first response, so that DISCONNECT may follow. */
function proceeding({ proceeding: isTold }: SipCall): readonly MessageDraft[] {
  return isTold ? [] : [{ message: "CALL PROCEEDING", ies: [] }];
}

/** Why the call ends: Reason says it best (RFC 3326, RFC 6432), then the status. */
function causeOf(event: SipMessage): number {
  const reason = /^Q\.850\s*;(?:[^,]*;)?\s*cause\s*=\s*(\d{1,3})\b/i;
  for (const value of headersOf(event.headers, "reason")) {
    const cause = Number(reason.exec(value.trim())?.[1] ?? 0);
    if (cause > 0 && cause < 128) return cause;
  }
  return event.type === "response" ? causeOfStatus(event.status) : normalCallClearing;
}
