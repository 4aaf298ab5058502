import type { Component } from "../../codecs/rose/component.ts";
import type { ErrorName } from "../../codecs/rose/operations.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import {
  beginsClearing,
  calledDigits,
  callingDigits,
  causeOf,
  componentsOf,
  invokes,
  isClearing,
  type Placed,
  type Side,
  setupOf,
  type TraceMessage,
} from "./trace.ts";

/** What users, phones and the line monitor behind the named side do. */
export type NearStimulus =
  | "callBack"
  | "dial"
  | "call"
  | "say"
  | "clear"
  | "cancel"
  | "aBusy"
  | "aFree"
  | "bSeen"
  | "bUnseen"
  | "bAbsent"
  | "bFree";

/** What happens that the core cannot know by itself, and that the trace shows by what follows. */
export type Stimulus = NearStimulus | "forget" | "full" | "relink" | "outage" | "restart";

/** A message of the named side that the world brings about. */
interface Row {
  readonly stimulus: Stimulus;
  /** For the reader of a replay. */
  readonly words: string;
  fits(own: Placed, all: readonly Placed[]): boolean;
  /** The message before which it has to happen: the own one where absent; undefined where the core needs no help. */
  before?(own: Placed, all: readonly Placed[]): TraceMessage | undefined;
}

const isCis = ({ connection: { kind } }: Placed) => kind === "cis" || kind === "unknown";
const isCall = ({ connection: { kind } }: Placed) => kind === "call";
const named = ({ message }: Placed, ...names: readonly MessageName[]) =>
  message.message !== null && names.includes(message.message);
const isSetup = (own: Placed) => named(own, "SETUP");
const hasError = ({ message }: Placed, ...errors: readonly ErrorName[]) =>
  componentsOf(message).some((each) => each.component === "returnError" && isOneOf(each.error, errors));
const isOneOf = (error: ErrorName | null, errors: readonly ErrorName[]) => error !== null && errors.includes(error);
const isResponse = ({ component }: Component) => component === "returnResult" || component === "returnError";
const isFirstResponse = ({ connection, number }: Placed) => connection.messages[1]?.number === number;

/** What a side says of a reference that it does not know: 81 invalid call reference, 101 not in this state. */
const forgottenCauses: ReadonlySet<number> = new Set([81, 101]);

const isUnknownReference = (own: Placed) =>
  beginsClearing(own) && named(own, "RELEASE COMPLETE") && forgottenCauses.has(causeOf(own.message) ?? 0);

/** It answers what only one who knows nothing of the call back answers so (G1, G2). */
const isForgetful = (own: Placed) =>
  hasError(own, "failureToMatch") ||
  (isFirstResponse(own) && named(own, "RELEASE COMPLETE") && invokes(own.message, "ccCancel"));

/** ccExecPossible came in a SETUP while the connection of the request was still up in the trace: it was lost. */
const isExecBesideConnection = ({ connection, number }: Placed, all: readonly Placed[]) => {
  const setup = setupOf(connection);
  return (
    setup !== undefined &&
    invokes(setup, "ccExecPossible") &&
    all.some(
      (each) =>
        each.number < number &&
        each.message.message === "CONNECT" &&
        componentsOf(each.message).some(isResponse) &&
        !each.connection.messages.some((later) => later.number < number && isClearing(later.message)),
    )
  );
};

/** The last message of the other side that carries this invoke and came before. */
const lastExecPossible = (own: Placed, all: readonly Placed[]) =>
  all.findLast((each) => each.number < own.number && each.from !== own.from && invokes(each.message, "ccExecPossible"));

/** A request for the same numbers came before: the core refuses the second one by itself (G13). */
const isDuplicate = ({ connection, number }: Placed, all: readonly Placed[]) => {
  const request = setupOf(connection);
  return all.some(
    (each) =>
      request !== undefined &&
      each.number < number &&
      each.message !== request &&
      invokes(each.message, "ccbsRequest", "ccnrRequest") &&
      callingDigits(each.message) === callingDigits(request) &&
      calledDigits(each.message) === calledDigits(request),
  );
};

/** The message that this one answers on its connection. */
const answered = ({ connection, number, from }: Placed) =>
  connection.messages.findLast((each) => each.number < number && each.from !== from);

/**
 * ONE table: what has to happen for the named side to have sent a message. The first row that fits; no row: the core
 * sends it by itself.
 */
export const stimuli: readonly Row[] = [
  // Bearer calls: the phones behind the named side.
  {
    stimulus: "dial",
    words: "user A presses Dial, and the phone calls",
    fits: (own) => isCall(own) && isSetup(own) && invokes(own.message, "ccRingout"),
  },
  { stimulus: "call", words: "a phone calls", fits: (own) => isCall(own) && isSetup(own) },
  {
    stimulus: "forget",
    words: "the named side has forgotten its call backs",
    fits: (own) => isCall(own) && isForgetful(own),
    before: answered,
  },
  {
    stimulus: "clear",
    words: "the phone's side clears the call",
    fits: (own) => isCall(own) && beginsClearing(own) && !hasError(own, "failureToMatch", "failedDueToInterworking"),
  },
  {
    stimulus: "say",
    words: "the phone's side goes on with the call",
    fits: (own) =>
      isCall(own) &&
      named(own, "ALERTING", "PROGRESS", "CONNECT", "FACILITY", "NOTIFY", "INFORMATION", "SETUP ACKNOWLEDGE"),
  },
  // Call-independent connections: user A.
  {
    stimulus: "callBack",
    words: "user A presses CallBack",
    fits: (own) => isCis(own) && isSetup(own) && invokes(own.message, "ccbsRequest", "ccnrRequest"),
  },
  {
    stimulus: "forget",
    words: "the named side has forgotten its call backs",
    fits: (own) => isCis(own) && isForgetful(own),
    before: answered,
  },
  {
    stimulus: "forget",
    words: "the named side has forgotten its call backs",
    fits: (own, all) => isUnknownReference(own) && all.some((each) => each.from === own.from && isForgetful(each)),
    before: answered,
  },
  {
    stimulus: "outage",
    words: "the link was lost for longer than T309",
    fits: isUnknownReference,
    before: answered,
  },
  {
    stimulus: "outage",
    words: "the link was lost for longer than T309",
    fits: (own, all) => isCis(own) && isFirstResponse(own) && isExecBesideConnection(own, all),
    before: answered,
  },
  {
    stimulus: "cancel",
    words: "the call back is given up",
    fits: (own) => isCis(own) && invokes(own.message, "ccCancel") && (isSetup(own) || beginsClearing(own)),
  },
  {
    stimulus: "aBusy",
    words: "user A is busy by now",
    fits: (own) => isCis(own) && invokes(own.message, "ccSuspend"),
    before: lastExecPossible,
  },
  {
    stimulus: "aFree",
    words: "user A is free again",
    fits: (own) => isCis(own) && invokes(own.message, "ccResume"),
  },
  // Call-independent connections: user B.
  {
    stimulus: "bFree",
    words: "user B is free",
    fits: (own) => isCis(own) && invokes(own.message, "ccExecPossible"),
  },
  {
    stimulus: "full",
    words: "the named side takes no request now",
    fits: (own) => isCis(own) && isFirstResponse(own) && hasError(own, "shortTermRejection"),
    before: (own, all) => (isDuplicate(own, all) ? undefined : answered(own)),
  },
  {
    stimulus: "bUnseen",
    words: "the line monitor cannot see user B's line",
    fits: (own) => isCis(own) && !isFirstResponse(own) && hasError(own, "shortTermRejection"),
  },
  {
    stimulus: "bAbsent",
    words: "the line monitor knows no such line",
    fits: (own) => isCis(own) && !isFirstResponse(own) && hasError(own, "longTermRejection"),
  },
  {
    stimulus: "bSeen",
    words: "the line monitor tells of user B's line",
    fits: (own) => isCis(own) && componentsOf(own.message).some(isResponse) && !hasError(own, ...allErrors),
  },
  {
    stimulus: "call",
    words: "a PBX behind the named side opens a connection",
    fits: (own) => isCis(own) && isSetup(own),
  },
  // The link, where a message tells of it.
  { stimulus: "relink", words: "the link was lost and is back", fits: (own) => named(own, "STATUS ENQUIRY") },
  { stimulus: "restart", words: "the operator restarts the trunk", fits: (own) => named(own, "RESTART") },
];

/** What may have happened besides: a message may need one of these and one of `stimuli`. */
const besides: readonly Row[] = [
  {
    stimulus: "outage",
    words: "the link was lost for longer than T309",
    fits: (own, all) => isCis(own) && isSetup(own) && isExecBesideConnection(own, all),
  },
];

const allErrors: readonly ErrorName[] = [
  "shortTermRejection",
  "longTermRejection",
  "supplementaryServiceInteractionNotAllowed",
  "unspecified",
];

/** One thing that happens before a message of the trace is handled, for the sake of message `for`. */
export interface Cue {
  readonly stimulus: Stimulus;
  readonly words: string;
  readonly own: Placed;
}

/** What happens before which message, by its number. */
export function cuesOf(messages: readonly Placed[], side: Side): ReadonlyMap<number, readonly Cue[]> {
  const cues = new Map<number, Cue[]>();
  for (const own of messages) {
    if (own.from !== side) continue;
    for (const table of [besides, stimuli]) {
      const row = table.find((each) => each.fits(own, messages));
      const number = row && (row.before === undefined ? own : row.before(own, messages))?.number;
      if (row === undefined || number === undefined) continue;
      const before = cues.get(number) ?? [];
      before.push({ stimulus: row.stimulus, words: row.words, own });
      cues.set(number, before);
    }
  }
  return cues;
}
