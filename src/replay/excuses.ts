import { find } from "../../codecs/q931/element.ts";
import { callState } from "../../codecs/q931/ie/call-state.ts";
import type { Message } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import type { OperationName } from "../../codecs/rose/operations.ts";
import { codingSuffix, type Difference, orderPath } from "./compare.ts";
import type { Sent } from "./player.ts";
import {
  causeOf,
  componentsOf,
  invokes,
  isClearing,
  type Placed,
  type Side,
  setupOf,
  type TraceConnection,
} from "./trace.ts";

/** The whole replay. */
export interface Scene {
  readonly as: Side;
  /** The messages of the trace, and of the core. */
  readonly all: readonly Placed[];
  readonly sent: readonly Sent[];
}

/** Where a difference stands. */
export interface Where extends Scene {
  /** The message of the trace that was being handled. */
  readonly number: number;
  /** Of the trace; undefined where the core opened one that the trace does not have. */
  readonly connection: TraceConnection | undefined;
  /** The trace's message; absent where the core sent one more. */
  readonly trace?: Message;
  /** The core's; absent where it did not send it. */
  readonly core?: Message;
}

/** Why a difference is none that matters. */
export interface Excuse {
  readonly rule: string;
  readonly words: string;
  fits(difference: Difference, where: Where): boolean;
}

const isCis = ({ connection }: Where) => connection?.kind !== "call";
const opens = ({ connection }: Where, ...operations: readonly OperationName[]) => opensWith(connection, ...operations);
const opensWith = (connection: TraceConnection | undefined, ...operations: readonly OperationName[]) => {
  const setup = connection === undefined ? undefined : setupOf(connection);
  return setup !== undefined && invokes(setup, ...operations);
};
const isOpenedByOther = ({ connection, as }: Where) => connection !== undefined && connection.opener !== as;

const isExtra = ({ path, trace, core }: Difference, name: MessageName) =>
  path === "message" && core === name && trace === undefined;
const isMissing = ({ path, trace, core }: Difference, name: MessageName) =>
  path === "message" && trace === name && core === undefined;
const isFarewell = ({ message, connection }: Sent, where: Where) =>
  connection === where.connection && message.message === "RELEASE" && invokes(message, "ccCancel");
/** PublicTypeOfNumber and PrivateTypeOfNumber 4 and 6, and what is left of them. */
const maskedTypes: Readonly<Record<string, string>> = {
  subscriberNumber: "unknown",
  localNumber: "unknown",
  abbreviatedNumber: "nationalNumber",
};
const names: ReadonlySet<string> = new Set<OperationName>(["callingName", "calledName", "connectedName", "busyName"]);

/** The recall was answered or cleared; also in the step that this message brings about. */
const isRecallOver = ({ all, number }: Where) =>
  all.some((each) => {
    if (each.number > number) return false;
    const { message, connection } = each;
    if (message.message === "RESTART") return true;
    return opensWith(connection, "ccRingout") && (message.message === "CONNECT" || isClearing(message));
  });
const isForgotten = ({ all, number, as }: Where) =>
  all.some(
    (each) =>
      each.number <= number &&
      each.from !== as &&
      componentsOf(each.message).some(
        (component) => component.component === "returnError" && component.error === "failureToMatch",
      ),
  );
const isServiceEnd = ({ core }: Where) => core?.message === "RELEASE" && invokes(core, "ccCancel");
const isUnanswered = ({ connection, as }: Where) => connection?.messages.every(({ from }) => from !== as) === true;

/** ONE table: what may differ in a replay, and by which rule. What no row fits is a fault. */
export const excuses: readonly Excuse[] = [
  {
    rule: "R41",
    words: "each side counts its own call references",
    fits: ({ path }) => path === "call reference",
  },
  {
    rule: "R41, R44",
    words: "each side counts its own invoke ids",
    fits: ({ path }) => path.endsWith(".invokeId") && !/^(result|error|reject) /.test(path),
  },
  {
    rule: "R41",
    words: "elements may stand in another order where each is the same",
    fits: ({ path }) => path === orderPath,
  },
  {
    rule: "R41",
    words: "the same value in other octets: TRUE as 01 or ff, lengths in another form",
    fits: ({ path }) => path.endsWith(`.${codingSuffix}`),
  },
  { rule: "R41", words: "who clears says so by its own location", fits: ({ path }) => path === "Cause.location" },
  {
    rule: "R41",
    words: "CALL PROCEEDING and CONNECT where libpri says CALL PROCEEDING alone (F2, F8)",
    fits: ({ trace, core }, where) =>
      trace === undefined && core === "CONNECT" && isOpenedByOther(where) && opens(where, "ccExecPossible"),
  },
  {
    rule: "R41",
    words: "remoteUserBusyAgain where libpri says cause 17 alone (G12)",
    fits: ({ path, trace }) => path === "error remoteUserBusyAgain" && trace === undefined,
  },
  {
    rule: "R9, R11, R34",
    words: "the service is over with its recall: either side may release the connection",
    fits: (difference, where) => isExtra(difference, "RELEASE") && isServiceEnd(where) && isRecallOver(where),
  },
  {
    rule: "R9",
    words: "after failureToMatch the call is set up once more without ccRingout, and nothing is left to cancel",
    fits: (difference, where) =>
      isForgotten(where) &&
      (isExtra(difference, "SETUP") ||
        (isExtra(difference, "RELEASE") && isCis(where)) ||
        (isMissing(difference, "SETUP") && opens(where, "ccCancel"))),
  },
  {
    rule: "R9, R32",
    words: "a call that is set up once more takes a channel of its own",
    fits: ({ path }, where) => path === "Channel identification.channels" && isForgotten(where),
  },
  {
    rule: "CC 5.7",
    words: "both released the connection: each RELEASE answers the other",
    fits: (difference, where) =>
      isMissing(difference, "RELEASE COMPLETE") && where.sent.some((each) => isFarewell(each, where)),
  },
  {
    rule: "R18",
    words: "libpri tells its call state by itself after a link loss; we ask for the peer's",
    fits: (difference, where) =>
      isMissing(difference, "STATUS") && where.trace !== undefined && causeOf(where.trace) === 31,
  },
  {
    rule: "R18",
    words: "what was held while the link was lost goes when the peer has said that it kept the connection",
    fits: ({ path }, where) => path === "order of messages" && where.trace?.message === "STATUS",
  },
  {
    rule: "R18",
    words: "libpri gives 31 as the cause of its call state",
    fits: ({ path, trace }, where) => path === "Cause.cause" && trace === "31" && where.trace?.message === "STATUS",
  },
  {
    rule: "R18",
    words: "our RESTART is of the whole trunk",
    fits: ({ path }, where) => where.trace?.message === "RESTART" && path !== "message",
  },
  {
    rule: "CC 5.7",
    words: "libpri answers CONNECT ACKNOWLEDGE with STATUS where it sent CONNECT with ccSuspend [RUN F8]",
    fits: (difference, where) =>
      isMissing(difference, "STATUS") && where.trace !== undefined && causeOf(where.trace) === 101,
  },
  {
    rule: "R18",
    words: "a reference that nobody knows has call state 0; libpri clears it with 81",
    fits: (difference, where) =>
      (isExtra(difference, "STATUS") && where.core !== undefined && find(where.core, callState)?.state === 0) ||
      (isMissing(difference, "RELEASE COMPLETE") && where.trace !== undefined && causeOf(where.trace) === 81),
  },
  {
    rule: "CC 1.6",
    words: "libpri masks the type of number with 3, so 4 is written as 0 and 6 as 2 [RUN]",
    fits: ({ path, trace, core }) => path.endsWith("TypeOfNumber") && maskedTypes[core ?? ""] === trace,
  },
  {
    rule: "R31",
    words: "the core passes on the calls of the phones behind it, and counts that",
    fits: ({ path, trace }) => path.startsWith("Transit counter") && trace === undefined,
  },
  {
    rule: "R1",
    words: "a call is answered by CALL PROCEEDING at once; the trace leaves it unanswered",
    fits: ({ trace, core }, where) =>
      trace === undefined && core === "CALL PROCEEDING" && isOpenedByOther(where) && isUnanswered(where),
  },
  {
    rule: "R17",
    words: "a name beside the APDU is another service, which asks for no call back",
    fits: ({ path, core }, where) => core === undefined && names.has(path) && isCis(where),
  },
  {
    rule: "CC 3.4",
    words: "the channel stood in the first response already; libpri repeats it [RUN]",
    fits: ({ path, core }, where) =>
      path === "Channel identification" && core === undefined && isCis(where) && where.trace?.message !== "SETUP",
  },
  {
    rule: "CC 6.2",
    words: "libpri has no presentation for user B's own number, and says not available [RUN]",
    fits: ({ path, trace }, where) =>
      path === "Calling party number.presentation" && trace === "2" && opens(where, "ccExecPossible", "ccCancel"),
  },
];

export function excuseFor(difference: Difference, where: Where): Excuse | undefined {
  return excuses.find((each) => each.fits(difference, where));
}
