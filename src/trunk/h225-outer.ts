import { type H225Message, H225Forms, type OuterMessage, qsigTunnel } from "../../codecs/h225/index.ts";
import { announcesQsig, takesSeveralCalls } from "./h225-bare.ts";
import type { Identifiers } from "../pdu.ts";
import { identifiersOf, saysMore } from "./h225-kept.ts";

/** What a trunk asks of every outer message, and its form alone says. */
export interface OuterFacts {
  /** Something beside what its tunnel brought (R13.3). */
  readonly saysMore: boolean;
  /** The called side tunnels QSIG; undefined: it says nothing of itself. */
  readonly announcesQsig: boolean | undefined;
  /** Its sender takes several calls on this connection and keeps it; undefined: it says neither. */
  readonly takesSeveralCalls: boolean | undefined;
  /** What is in it may be QSIG in Cisco's older form. */
  readonly hasNonStandard: boolean;
  /** Of a SETUP: where they stand. */
  readonly identifiers: Partial<Identifiers>;
}

export type Outer = OuterMessage<OuterFacts>;

export function outerForms(): H225Forms<OuterFacts> {
  return new H225Forms(factsOf);
}

function factsOf(message: H225Message): OuterFacts {
  const { nonStandardData, nonStandardControl } = message.userInformation?.h323UuPdu ?? {};
  return {
    saysMore: saysMore(message),
    announcesQsig: announcesQsig(message),
    takesSeveralCalls: takesSeveralCalls(message),
    hasNonStandard: nonStandardData !== undefined || nonStandardControl !== undefined,
    identifiers: identifiersOf(message),
  };
}

/** The QSIG messages in its tunnel. */
export function tunnelled({ tunnelled: tunnel }: Outer): readonly Uint8Array[] {
  return tunnel?.protocol === qsigTunnel ? tunnel.messages : [];
}

/** What the call of this SETUP is known by; versions before 2 know no callIdentifier: all its octets are 0 then. */
export function identifiersIn(read: Outer): Identifiers {
  const { callIdentifier, conferenceID } = read.facts.identifiers;
  return {
    callIdentifier: callIdentifier === undefined ? new Uint8Array(16) : read.own(callIdentifier),
    conferenceID: conferenceID === undefined ? new Uint8Array(16) : read.own(conferenceID),
  };
}
