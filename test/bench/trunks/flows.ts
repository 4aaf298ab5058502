import type { MessageKey } from "./messages.ts";

/** Which end of the relay somebody is at. */
export type End = "near" | "far";
export const otherEnd = { near: "far", far: "near" } as const;

type Answers = { readonly [received in MessageKey]?: readonly MessageKey[] };

/** One call or connection: who begins it, and what each side answers to what. */
export interface Leg {
  readonly from: End;
  readonly setup: MessageKey;
  readonly calling: Answers;
  readonly called: Answers;
}

const release: Answers = { RELEASE: ["RELEASE COMPLETE"] };
const answered: Answers = { SETUP: ["CALL PROCEEDING", "ALERTING", "CONNECT"] };

/** Both talk, and the caller hangs up. */
const call: Leg = {
  from: "near",
  setup: "SETUP",
  calling: { CONNECT: ["CONNECT ACKNOWLEDGE", "DISCONNECT"], ...release },
  called: { ...answered, DISCONNECT: ["RELEASE"] },
};

/** Both talk, and nobody hangs up before `hangUp` of the load. */
const standing: Leg = { ...call, calling: { CONNECT: ["CONNECT ACKNOWLEDGE"], ...release } };

const connection = (from: End, setup: MessageKey, answer: MessageKey): Leg => ({
  from,
  setup,
  calling: release,
  called: { SETUP: ["CIS PROCEEDING", answer] },
});

/** ONE table: what a load does over and over. Messages of one type are told apart by their sender alone. */
export const flows = {
  /** SETUP to RELEASE COMPLETE. */
  basic: [call],
  /** Busy, request and result, "B is free", recall (CC flow F2). */
  "call back": [
    {
      from: "near",
      setup: "SETUP",
      calling: { DISCONNECT: ["RELEASE"] },
      called: { SETUP: ["CALL PROCEEDING", "DISCONNECT busy"], RELEASE: ["RELEASE COMPLETE"] },
    },
    connection("near", "SETUP ccbsRequest", "RELEASE result"),
    connection("far", "SETUP ccExecPossible", "RELEASE"),
    { ...call, setup: "SETUP ccRingout" },
  ],
  standing: [standing],
} as const satisfies { readonly [name: string]: readonly Leg[] };

export type FlowName = keyof typeof flows;

/** What one call of each flow sends into the relay, from both its ends. */
export type MessagesOf = { readonly [flow in FlowName]: number };
export const qsigMessages: MessagesOf = { basic: 8, "call back": 21, standing: 8 };

/** Messages that a relay carries from end to end, so that their way through it can be timed (R1). */
export const timed: ReadonlySet<MessageKey> = new Set<MessageKey>([
  "SETUP",
  "SETUP ccbsRequest",
  "SETUP ccExecPossible",
  "SETUP ccRingout",
  "ALERTING",
  "CONNECT",
  "DISCONNECT",
]);
