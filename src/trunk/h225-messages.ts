import { type EndpointType, type H323MessageBody, H323UserInformation } from "../../codecs/generated/h323-messages.ts";
import { aliasDigits, qsigTunnel, userUserElement } from "../../codecs/h225/index.ts";
import { encodePer } from "../../codecs/per/index.ts";
import { element, elementOctets, find, isOf } from "../../codecs/q931/element.ts";
import { bearerCapability } from "../../codecs/q931/ie/bearer-capability.ts";
import { callState } from "../../codecs/q931/ie/call-state.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { cause } from "../../codecs/q931/ie/cause.ts";
import { connectedNumber } from "../../codecs/q931/ie/connected-number.ts";
import { display } from "../../codecs/q931/ie/display.ts";
import { keypadFacility } from "../../codecs/q931/ie/keypad-facility.ts";
import { notificationIndicator } from "../../codecs/q931/ie/notification-indicator.ts";
import { progressIndicator } from "../../codecs/q931/ie/progress-indicator.ts";
import { redirectingNumber } from "../../codecs/q931/ie/redirecting-number.ts";
import { sendingComplete } from "../../codecs/q931/ie/sending-complete.ts";
import { causeElement, encodeMessage, isCallIndependent } from "../../codecs/q931/index.ts";
import type { CallReference, InformationElement, MessageDraft } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import type { H323TrunkConfig } from "../config.ts";
import { markers, OuterTemplate, tunnelMarker } from "./h225-templates.ts";

/** H.225.0 version 7, whose additions our module names; peers take their number from the wire. */
const protocolIdentifier = "0.0.8.2250.0.7";

/** What one H.225.0 call is known by (H.225.0 7.5). */
export interface OuterCall {
  readonly callReference: CallReference;
  readonly callIdentifier: Uint8Array;
  readonly conferenceID: Uint8Array;
  readonly manner: OuterManner;
}

/** How a trunk writes its outer messages. */
export interface OuterManner {
  /** Bearer capability of a SETUP that is not for a bearer, as this peer writes it. */
  readonly cisBearer: Uint8Array;
  readonly cisGoal: "callIndependent" | "create";
  readonly tunnellingRequired: boolean;
  readonly multipleCalls: boolean;
}

/** Unrestricted, H.221 (transports 2.2 [MEM]). */
const defaultCisBearer = Uint8Array.of(0x88, 0x90, 0xa5);

export function mannerOf({
  cisBearer = defaultCisBearer,
  cisGoal = "callIndependent",
  tunnellingRequired = false,
  multipleCalls = false,
}: H323TrunkConfig): OuterManner {
  return { cisBearer: elementOctets(bearerCapability.id, cisBearer), cisGoal, tunnellingRequired, multipleCalls };
}

const endpoint: EndpointType = {
  gateway: {},
  mc: false,
  undefinedNode: false,
  supportedTunnelledProtocols: [{ id: { tunnelledProtocolObjectID: qsigTunnel } }],
};

const connection = ({ manner: { multipleCalls } }: OuterCall) => ({
  multipleCalls,
  maintainConnection: multipleCalls,
});

type Body = (call: OuterCall, draft: MessageDraft) => H323MessageBody;

const proceeding = (call: OuterCall) => ({
  ...{ protocolIdentifier, destinationInfo: endpoint, callIdentifier: { guid: call.callIdentifier } },
  ...connection(call),
});

const facilityBody: Body = (call) => ({
  facility: {
    ...{ protocolIdentifier, reason: { transportedInformation: null } },
    ...{ callIdentifier: { guid: call.callIdentifier }, ...connection(call) },
  },
});

/**
 * ONE table: the outer message that a QSIG message rides in, with its body (transports 2.2). What is not here rides in
 * FACILITY: H.225.0 has no DISCONNECT, no RELEASE and no CONNECT ACKNOWLEDGE.
 */
const carriers: { readonly [name in MessageName]?: Body } = {
  SETUP: setupBody,
  "CALL PROCEEDING": (call) => ({ callProceeding: proceeding(call) }),
  ALERTING: (call) => ({ alerting: proceeding(call) }),
  CONNECT: (call) => ({ connect: { ...proceeding(call), conferenceID: call.conferenceID } }),
  PROGRESS: ({ callIdentifier: guid }) => ({
    progress: { protocolIdentifier, destinationInfo: endpoint, callIdentifier: { guid } },
  }),
  "RELEASE COMPLETE": ({ callIdentifier: guid }) => ({
    releaseComplete: { protocolIdentifier, callIdentifier: { guid } },
  }),
};

/** ONE table: messages that are their own where there is no tunnel to carry them; the others have no word then. */
const ownCarriers: typeof carriers = {
  ...carriers,
  "SETUP ACKNOWLEDGE": ({ callIdentifier: guid }) => ({
    setupAcknowledge: { protocolIdentifier, callIdentifier: { guid } },
  }),
  INFORMATION: ({ callIdentifier: guid }) => ({ information: { protocolIdentifier, callIdentifier: { guid } } }),
  NOTIFY: ({ callIdentifier: guid }) => ({ notify: { protocolIdentifier, callIdentifier: { guid } } }),
};

/** The elements of the inner message that stand in the outer one too; the others are of the tunnel alone. */
const repeated: ReadonlySet<number> = new Set(
  [
    ...[bearerCapability, cause, progressIndicator, display, callingPartyNumber, calledPartyNumber],
    ...[connectedNumber, redirectingNumber, sendingComplete, notificationIndicator, keypadFacility],
  ].map(({ id }) => id),
);

/** H.225.0 7.4.1: the Facility element is there and empty. */
const emptyFacility: InformationElement = { id: 0x1c, codeset: 0, octets: Uint8Array.of(0x1c, 0) };

/** The outer message that carries this one; `tunnelled` are its octets. */
export function withTunnel(call: OuterCall, draft: MessageDraft, tunnelled: Uint8Array): Uint8Array {
  const own = carriers[draft.message];
  const message = own === undefined ? "FACILITY" : draft.message;
  return written({ call, message, draft, body: own ?? facilityBody, messageContent: [tunnelled] });
}

/** The outer message that says it without a tunnel; undefined where H.225.0 has none that does (R13.8). */
export function withoutTunnel(call: OuterCall, draft: MessageDraft): Uint8Array | undefined {
  const own = ownCarriers[draft.message];
  if (own === undefined) return undefined;
  return written({ call, message: draft.message, draft, body: own, messageContent: [] });
}

/** The answer to STATUS ENQUIRY on the outer call (Q.931 5.8.10); `state` is one of Q.931 4.5.7. */
export function status(call: OuterCall, state: number): Uint8Array {
  const ies = [causeElement(responseToStatusEnquiry), element(callState, { codingStandard: 0, state })];
  const { callIdentifier: guid } = call;
  const body: Body = () => ({ status: { protocolIdentifier, callIdentifier: { guid } } });
  return written({ call, message: "STATUS", draft: { message: "STATUS", ies }, body, messageContent: [] });
}

const responseToStatusEnquiry = 30;

/** RELEASE COMPLETE of the outer call with nothing in its tunnel. */
export function bareRelease(call: OuterCall, ies: readonly InformationElement[]): Uint8Array {
  const draft: MessageDraft = { message: "RELEASE COMPLETE", ies };
  const body = carriers["RELEASE COMPLETE"] ?? facilityBody;
  return written({ call, message: draft.message, draft, body, messageContent: [] });
}

/** An outer message to be written. */
interface Outer {
  readonly call: OuterCall;
  /** Its own name: `draft` may ride in another one. */
  readonly message: MessageName;
  readonly draft: MessageDraft;
  readonly body: Body;
  /** What its tunnel carries. */
  readonly messageContent: readonly Uint8Array[];
}

function written(outer: Outer): Uint8Array {
  const { call, message, draft } = outer;
  const information = informationOf(outer);
  const ies = message === "FACILITY" ? [emptyFacility] : outerElements(call, draft);
  return encodeMessage(call.callReference, { message, ies: [...ies, userUserElement(information)] });
}

/** By the template of its kind, but for SETUP, in which numbers stand, and what is long. */
function informationOf(outer: Outer): Uint8Array {
  const { call, message, messageContent } = outer;
  const [content, ...more] = messageContent;
  if (message === "SETUP" || more.length > 0) return encoded(outer);
  return templateOf(outer, content !== undefined).fill(call, content ?? nothing) ?? encoded(outer);
}

function templateOf(outer: Outer, isTunnelled: boolean): OuterTemplate {
  const { call, message, messageContent } = outer;
  const known = templates[Number(call.manner.multipleCalls)]?.[Number(isTunnelled)];
  const template = known?.get(message);
  if (template !== undefined) return template;
  const marked = { ...outer, call: { ...call, ...markers }, messageContent: messageContent.map(() => tunnelMarker) };
  const made = new OuterTemplate(encoded(marked), isTunnelled);
  known?.set(message, made);
  return made;
}

const nothing = new Uint8Array(0);
/** Of each message, as a trunk that shares no connections and one that does writes it, without and with a tunnel. */
type Templates = Map<MessageName, OuterTemplate>;
const templates: readonly (readonly Templates[])[] = [
  [new Map(), new Map()],
  [new Map(), new Map()],
];

function encoded({ call, message, draft, body, messageContent }: Outer): Uint8Array {
  const tunnelledProtocolID = { id: { tunnelledProtocolObjectID: qsigTunnel } };
  // Of use in SETUP alone: the answer is the refusal.
  const isRequired = message === "SETUP" && call.manner.tunnellingRequired;
  const required = isRequired ? ({ tunnellingRequired: null } as const) : {};
  const tunnelled = { tunnelledSignallingMessage: { tunnelledProtocolID, messageContent, ...required } };
  const tunnel = messageContent.length === 0 ? {} : tunnelled;
  const h323MessageBody = body(call, draft);
  return encodePer(H323UserInformation, { h323UuPdu: { h323MessageBody, h245Tunnelling: false, ...tunnel } });
}

function outerElements({ manner: { cisBearer } }: OuterCall, draft: MessageDraft): readonly InformationElement[] {
  const isCis = draft.message === "SETUP" && isCallIndependent(draft);
  return draft.ies
    .filter((ie) => ie.codeset === 0 && (repeated.has(ie.id) || draft.message === "STATUS"))
    .map((ie) => (isCis && isOf(ie, bearerCapability) ? { ...ie, octets: cisBearer } : ie));
}

function setupBody(call: OuterCall, draft: MessageDraft): H323MessageBody {
  const { conferenceID, manner } = call;
  const callIdentifier = { guid: call.callIdentifier };
  const [from, to] = [
    aliasOf(find(draft, callingPartyNumber)?.digits),
    aliasOf(find(draft, calledPartyNumber)?.digits),
  ];
  const isForNoBearer = isCallIndependent(draft) && manner.cisGoal === "callIndependent";
  return {
    setup: {
      ...{ protocolIdentifier, sourceInfo: endpoint, activeMC: false, conferenceID, callIdentifier },
      ...(from === undefined ? {} : { sourceAddress: [from] }),
      ...(to === undefined ? {} : { destinationAddress: [to] }),
      conferenceGoal: isForNoBearer ? { callIndependentSupplementaryService: null } : { create: null },
      callType: { pointToPoint: null },
      ...{ mediaWaitForConnect: false, canOverlapSend: false, ...connection(call) },
    },
  };
}

/** A number of other digits stands in the Q.931 element alone. */
function aliasOf(digits: string | undefined): { readonly dialledDigits: string } | undefined {
  return digits !== undefined && aliasDigits.test(digits) ? { dialledDigits: digits } : undefined;
}
