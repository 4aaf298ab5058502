import type { Leniency } from "../leniencies.ts";

/** ONE table: message type octets and names (Q.931 table 4-2, Q.932; ECMA-143 and ECMA-165 use a part of them). */
export const messageTypes = {
  ALERTING: 0x01,
  "CALL PROCEEDING": 0x02,
  PROGRESS: 0x03,
  SETUP: 0x05,
  CONNECT: 0x07,
  "SETUP ACKNOWLEDGE": 0x0d,
  "CONNECT ACKNOWLEDGE": 0x0f,
  "USER INFORMATION": 0x20,
  "SUSPEND REJECT": 0x21,
  "RESUME REJECT": 0x22,
  HOLD: 0x24,
  SUSPEND: 0x25,
  RESUME: 0x26,
  "HOLD ACKNOWLEDGE": 0x28,
  "SUSPEND ACKNOWLEDGE": 0x2d,
  "RESUME ACKNOWLEDGE": 0x2e,
  "HOLD REJECT": 0x30,
  RETRIEVE: 0x31,
  "RETRIEVE ACKNOWLEDGE": 0x33,
  "RETRIEVE REJECT": 0x37,
  DISCONNECT: 0x45,
  RESTART: 0x46,
  RELEASE: 0x4d,
  "RESTART ACKNOWLEDGE": 0x4e,
  "RELEASE COMPLETE": 0x5a,
  SEGMENT: 0x60,
  FACILITY: 0x62,
  REGISTER: 0x64,
  NOTIFY: 0x6e,
  "STATUS ENQUIRY": 0x75,
  "CONGESTION CONTROL": 0x79,
  INFORMATION: 0x7b,
  STATUS: 0x7d,
} as const;

export type MessageName = keyof typeof messageTypes;

/** One element that a message must have; `clause` says who demands it. */
export interface MandatoryElement {
  readonly id: number;
  readonly name: string;
  readonly clause: string;
}

const cause = { id: 0x08, name: "Cause" };
const restartIndicator = { id: 0x79, name: "Restart indicator", clause: "Q.931 3.4.1, 3.4.2" };

/**
 * ONE table: what each message must have, all in codeset 0. Left out on purpose: Called party number in SETUP and
 * Facility in FACILITY, whose demand is [MEM] and which libpri does not check; Channel identification outside SETUP and
 * Cause in RELEASE and RELEASE COMPLETE, which are due in the first response and the first clearing message only.
 */
export const mandatoryElements: Readonly<Partial<Record<MessageName, readonly MandatoryElement[]>>> = {
  SETUP: [
    { id: 0x04, name: "Bearer capability", clause: "Q.931 3.1.14 [1S libpri]" },
    { id: 0x18, name: "Channel identification", clause: "ECMA-143 [1S libpri]" },
  ],
  PROGRESS: [{ id: 0x1e, name: "Progress indicator", clause: "Q.931 3.1.8 [1S libpri]" }],
  DISCONNECT: [{ ...cause, clause: "Q.931 3.1.5 [1S libpri]" }],
  RESTART: [restartIndicator],
  "RESTART ACKNOWLEDGE": [restartIndicator],
  SEGMENT: [{ id: 0x00, name: "Segmented message", clause: "Q.931 3.5.1 [2S]" }],
  NOTIFY: [{ id: 0x27, name: "Notification indicator", clause: "Q.931 3.1.7 [1S libpri]" }],
  STATUS: [
    { ...cause, clause: "Q.931 3.1.15 [1S libpri]" },
    { id: 0x14, name: "Call state", clause: "Q.931 3.1.15 [1S libpri]" },
  ],
};

/** ONE table: what a message goes without by a leniency, all in codeset 0 (CC 3.3 [MEM]). */
export const dueElements: Readonly<Partial<Record<MessageName, { readonly id: number; readonly leniency: Leniency }>>> =
  {
    SETUP: { id: 0x70, leniency: "calledNumberAbsent" }, // CC 3.3 [MEM]
    FACILITY: { id: 0x1c, leniency: "facilityAbsent" }, // CC 3.3 [MEM]
  };

const mandatoryByType = byType(mandatoryElements);
const dueByType = byType(dueElements);

/** What a message of this type must have, as `mandatoryElements` says. */
export function mandatoryOf(type: number): readonly MandatoryElement[] | undefined {
  return mandatoryByType[type];
}

/** What a message of this type goes without by a leniency, as `dueElements` says. */
export function dueOf(type: number): { readonly id: number; readonly leniency: Leniency } | undefined {
  return dueByType[type];
}

function byType<Row>(rows: Readonly<Partial<Record<MessageName, Row>>>): readonly (Row | undefined)[] {
  const byType: (Row | undefined)[] = [];
  for (const name of Object.keys(rows) as MessageName[]) byType[messageTypes[name]] = rows[name];
  return byType;
}

const namesByType: readonly (MessageName | undefined)[] = Object.entries(messageTypes).reduce<MessageName[]>(
  (names, [name, type]) => {
    names[type] = name as MessageName;
    return names;
  },
  [],
);

/** The name of a message type octet, or null. */
export function messageName(type: number): MessageName | null {
  return namesByType[type] ?? null;
}
