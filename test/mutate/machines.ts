import { bearerCall } from "../../src/connection/call-table.ts";
import { cisConnection } from "../../src/connection/cis-table.ts";
import { messagesHeldPerConnection } from "../../src/connection/limits.ts";
import { callStates } from "../../src/connection/states.ts";
import { statusEnquiries } from "../../src/connection/timers.ts";
import { originating } from "../../src/completion/originating/table.ts";
import { terminating } from "../../src/completion/terminating/table.ts";
import { domains } from "../unit/completion/domain.ts";
import { combinations } from "../unit/completion/table-text.ts";
import type { AnyTable, Facts, Machine } from "./mutants.ts";

/** A machine with the tests whose expectations are written by hand. */
export interface Judged extends Machine {
  /** Folders under test/ whose tests play whole scenarios; those listed take their expectations from the table. */
  readonly scenarios: { readonly folders: readonly string[]; readonly without: readonly string[] };
  /** The table once more as rows written by hand, put to it cell by cell. */
  readonly rows: readonly string[];
}

const both = [false, true];

const connectionFacts = {
  originated: both,
  repeated: both,
  enquiries: [1, statusEnquiries],
  enquiring: both,
  held: [0, messagesHeldPerConnection],
};

const connectionEvents: Readonly<Record<string, readonly Facts[]>> = {
  SETUP: [
    { type: "SETUP", refusal: undefined },
    { type: "SETUP", refusal: 96 },
  ],
  STATUS: combinations({
    type: ["STATUS"],
    cause: [30, 95, 96, 101, 102],
    callState: [...new Set(Object.values(callStates))],
  }),
  incomplete: combinations({ type: ["incomplete"], fault: [96, 100] }),
  clear: combinations({ type: ["clear"], disconnect: both }),
};

const completion = {
  answersUnexpected: false,
  scenarios: { folders: ["unit/completion", "unit/core"], without: ["laws.test", "tables.test"] },
  rows: ["unit/completion/tables.test"],
};

const connection = {
  answersUnexpected: true,
  facts: connectionFacts,
  events: connectionEvents,
  // Its rows are played through the layer, so they are scenarios.
  scenarios: { folders: ["unit/connection", "unit/core"], without: ["walk.test"] },
  rows: [],
};

/** ONE table: the machines that are mutated. */
export const machines = {
  originating: { ...domains.originating, ...completion, table: asAny(originating) },
  terminating: { ...domains.terminating, ...completion, table: asAny(terminating) },
  bearerCall: { ...connection, table: asAny(bearerCall) },
  cisConnection: { ...connection, table: asAny(cisConnection) },
} satisfies Record<string, Judged>;

export type MachineName = keyof typeof machines;

/** Tables are plain objects that nobody freezes: a mutant is put into the very table that the core reads. */
function asAny(table: object): AnyTable {
  return table as AnyTable;
}
