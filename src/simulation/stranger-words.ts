import type { Component } from "../../codecs/rose/component.ts";
import { invoke, returnError, returnResult } from "../../codecs/rose/make.ts";
import type { OperationName, QsigErrorName } from "../../codecs/rose/operations.ts";
import { reject } from "../../codecs/rose/problems.ts";
import type { Random } from "./random.ts";

/** What a PINX of another make does on a connection. */
export type Word =
  | "nothing"
  | "connect"
  | "alert"
  | "clear"
  | "clearBusy"
  /** The answer to what the SETUP invoked. */
  | "connectResult"
  | "facilityResult"
  | "releaseResult"
  | "refuse"
  | "reject"
  | "clearBusyAgain"
  | "clearNoMatch"
  | "clearInterworking"
  | "ccExecPossible"
  | "ccSuspend"
  | "ccResume"
  | "ccCancel"
  | "ccRingout"
  | "clearWithSuspend"
  | "clearWithCancel"
  | "transfer"
  /** A new call to user B of what the connection is about. */
  | "callWithRingout"
  | "callWithPathReserve"
  /** A new call-independent connection to the other user of what the connection is about. */
  | "setupWithExec"
  | "setupWithCancel";

/** What its SETUP invoked. */
export interface Invoked {
  readonly operation: OperationName | undefined;
  readonly invokeId: number;
}

/** `message`: undefined clears, with the cause. */
export interface Said {
  readonly message?: "CONNECT" | "ALERTING" | "FACILITY";
  readonly cause?: number;
  readonly components: readonly Component[];
}

type Weighted = readonly (readonly [weight: number, word: Word])[];

/** Q.850. */
const causes = { normal: 16, busy: 17 } as const;
/** Of its own invokes behind that of its SETUP. */
const nextInvokeId = 3;

const refusals: readonly QsigErrorName[] = [
  "shortTermRejection",
  "longTermRejection",
  "supplementaryServiceInteractionNotAllowed",
];

/** ONE table: what a word is in a message. */
export const words: {
  readonly [W in Exclude<Word, "nothing" | `callWith${string}` | `setupWith${string}`>]: (
    invoked: Invoked,
    random: Random,
  ) => Said;
} = {
  connect: () => ({ message: "CONNECT", components: [] }),
  alert: () => ({ message: "ALERTING", components: [] }),
  clear: (_, random) => ({ cause: random.pick([16, 17, 3, 27, 102]), components: [] }),
  clearBusy: () => ({ cause: causes.busy, components: [] }),
  connectResult: (invoked, random) => ({ message: "CONNECT", components: result(invoked, random) }),
  facilityResult: (invoked, random) => ({ message: "FACILITY", components: result(invoked, random) }),
  releaseResult: (invoked, random) => ({ cause: causes.normal, components: result(invoked, random) }),
  refuse: ({ invokeId }, random) => ({
    cause: causes.normal,
    components: [returnError(random.pick(refusals) as "shortTermRejection", invokeId)],
  }),
  reject: ({ invokeId }) => ({
    cause: causes.normal,
    components: [reject(invokeId, "invoke", "unrecognizedOperation")],
  }),
  clearBusyAgain: ({ invokeId }) => ({
    cause: causes.busy,
    components: [returnError("remoteUserBusyAgain", invokeId)],
  }),
  clearNoMatch: ({ invokeId }) => ({ cause: causes.normal, components: [returnError("failureToMatch", invokeId)] }),
  clearInterworking: ({ invokeId }) => ({
    cause: causes.normal,
    components: [returnError("failedDueToInterworking", invokeId)],
  }),
  ccExecPossible: () => facility(invoke("ccExecPossible", nextInvokeId, { extArg: { none: null } })),
  ccSuspend: () => facility(invoke("ccSuspend", nextInvokeId, { none: null })),
  ccResume: () => facility(invoke("ccResume", nextInvokeId, { none: null })),
  ccCancel: () => facility(invoke("ccCancel", nextInvokeId, { extArg: { none: null } })),
  ccRingout: () => facility(invoke("ccRingout", nextInvokeId, { none: null })),
  clearWithSuspend: () => ({
    cause: causes.normal,
    components: [invoke("ccSuspend", nextInvokeId, { none: null })],
  }),
  clearWithCancel: () => ({
    cause: causes.normal,
    components: [invoke("ccCancel", nextInvokeId, { extArg: { none: null } })],
  }),
  transfer: () =>
    facility(
      invoke("callTransferComplete", nextInvokeId, {
        endDesignation: "primaryEnd",
        redirectionNumber: { presentationRestricted: null },
      }),
    ),
};

/** ONE table: what it answers, mostly; nothing in particular where there is no row. */
export const answers: { readonly [Heard in OperationName | "call" | "pathReserved"]?: Weighted } = {
  ccbsRequest: [
    [40, "connectResult"],
    [20, "releaseResult"],
    [8, "refuse"],
    [8, "reject"],
    [8, "ccCancel"],
    [16, "nothing"],
  ],
  ccExecPossible: [
    [30, "callWithPathReserve"],
    [25, "callWithRingout"],
    [20, "ccSuspend"],
    [5, "ccCancel"],
    [10, "connect"],
    [10, "nothing"],
  ],
  ccPathReserve: [
    [50, "facilityResult"],
    [10, "clearBusyAgain"],
    [15, "clearNoMatch"],
    [10, "clearInterworking"],
    [5, "clearWithCancel"],
    [10, "nothing"],
  ],
  ccRingout: [
    [25, "alert"],
    [10, "connect"],
    [15, "clearBusy"],
    [10, "clearBusyAgain"],
    [10, "clearNoMatch"],
    [10, "setupWithCancel"],
    [20, "nothing"],
  ],
  call: [
    [45, "clearBusy"],
    [40, "alert"],
    [15, "nothing"],
  ],
  pathReserved: [
    [45, "ccRingout"],
    [15, "clearWithSuspend"],
    [15, "clearWithCancel"],
    [10, "clear"],
    [15, "nothing"],
  ],
};

/** What it says unasked, whatever has been said before. */
export const whims: { readonly [Kind in "cis" | "call"]: Weighted } = {
  cis: [
    [15, "ccExecPossible"],
    [15, "ccSuspend"],
    [15, "ccResume"],
    [5, "ccCancel"],
    [15, "callWithRingout"],
    [15, "callWithPathReserve"],
    [5, "clear"],
    [5, "clearWithCancel"],
    [10, "connectResult"],
    [5, "reject"],
  ],
  call: [
    [15, "alert"],
    [15, "connect"],
    [10, "clear"],
    [10, "clearBusy"],
    [5, "clearWithCancel"],
    [5, "clearWithSuspend"],
    [10, "ccRingout"],
    [10, "facilityResult"],
    [10, "transfer"],
    [25, "setupWithExec"],
    [25, "setupWithCancel"],
  ],
};

export function wordOf(choices: Weighted, random: Random): Word {
  let left = random.below(choices.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, word] of choices) {
    if (left < weight) return word;
    left -= weight;
  }
  return "nothing";
}

function facility(component: Component): Said {
  return { message: "FACILITY", components: [component] };
}

function result({ operation, invokeId }: Invoked, random: Random): readonly Component[] {
  if (operation === "ccPathReserve") return [returnResult("ccPathReserve", invokeId, { none: null })];
  if (operation !== "ccbsRequest" && operation !== "ccnrRequest") return [];
  const agreed = { noPathReservation: random.chance(300), retainService: random.chance(500) };
  return [returnResult(operation, invokeId, agreed)];
}
