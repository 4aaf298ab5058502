import type { LineDialog } from "./line.ts";
import { type LineState, replaced } from "./line-state.ts";

/** One document of the dialog package (RFC 4235), as its parser gives it. */
export interface DialogDocument {
  readonly version: number;
  /** full: all dialogs there are; partial: those that changed. */
  readonly state: "full" | "partial";
  readonly dialogs: readonly {
    /** Unique within the documents of one line. */
    readonly key: string;
    /** undefined: it has terminated. */
    readonly dialog: LineDialog | undefined;
  }[];
}

/** One document of the reg package (RFC 3680), reduced to the contacts that stand. */
export interface RegistrationDocument {
  readonly version: number;
  readonly state: "full" | "partial";
  readonly contacts: readonly {
    readonly key: string;
    /** Of the REGISTER: a device that starts anew has a new one. */
    readonly callId: string;
    readonly isActive: boolean;
    /** It has just come to be: "created" or "registered". */
    readonly isNew: boolean;
  }[];
}

/** What was taken of the documents of one subscription. Never changed, only replaced. */
export interface Documents<Entry> {
  readonly version: number;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** Dialogs that stand, and those known to have terminated: notifiers repeat them until they forget them. */
export type DialogDocuments = Documents<LineDialog | undefined>;
export type RegistrationDocuments = Documents<{ readonly callId: string }>;

/**
 * What a document is to the ones before (RFC 4235 3.7.2, RFC 3680 5.2): `next` is taken, `old` is passed over, and
 * after a `gap` only a full one will do, which a new SUBSCRIBE brings. A full one is taken whatever its version: the
 * CSeq of the dialog keeps the order, and kamailio 5.6.3 says version 0 in every reginfo [RUN].
 */
export function orderOf(
  before: { readonly version: number } | undefined,
  document: { readonly version: number; readonly state: "full" | "partial" },
): "next" | "old" | "gap" {
  if (document.state === "full") return "next";
  if (before === undefined) return "gap";
  if (document.version <= before.version) return "old";
  return document.version === before.version + 1 ? "next" : "gap";
}

/** The documents with one more, which `orderOf` calls next, and the line after it. */
export function takeDialogs(
  line: LineState,
  before: DialogDocuments | undefined,
  { version, state, dialogs }: DialogDocument,
): { readonly line: LineState; readonly documents: DialogDocuments } {
  const known = before?.entries ?? new Map<string, LineDialog | undefined>();
  const entries = new Map(state === "full" ? [] : known);
  // Of a call of which only the end was told nobody knows whether it was answered; the first document tells no ends.
  let unseen = 0;
  for (const { key, dialog } of dialogs) {
    if (dialog === undefined && before !== undefined && !known.has(key)) unseen += 1;
    entries.set(key, dialog);
  }
  const told = [...entries].flatMap(([key, dialog]) => (dialog === undefined ? [] : [[key, dialog] as const]));
  const calls = new Map(told.filter(([key]) => line.endedByReset?.has(key) !== true));
  const endedByReset = new Set(told.flatMap(([key]) => (calls.has(key) ? [] : [key])));
  const next = replaced(line, { ...line, calls, endedByReset });
  return { line: { ...next, unseen: next.unseen + unseen }, documents: { version, entries } };
}

/**
 * As `takeDialogs`. The registration is that of the newest contact: one that expires later is no reset. `dialogs`: what
 * was told of the calls; where the one device there is has started anew (RFC 3261 10.2: it keeps its Call-ID as long as
 * it runs), they are over, whoever goes on telling of them.
 */
export function takeRegistrations(
  line: LineState,
  before: RegistrationDocuments | undefined,
  { version, state, contacts }: RegistrationDocument,
  dialogs: DialogDocuments | undefined,
): { readonly line: LineState; readonly documents: RegistrationDocuments } {
  const entries = new Map(state === "full" ? [] : before?.entries);
  for (const { key, callId, isActive } of contacts) {
    if (isActive) entries.set(key, { callId });
    else entries.delete(key);
  }
  const documents = { version, entries };
  const active = [...entries.values()].map(({ callId }) => callId);
  const last = active.at(-1);
  if (last === undefined) {
    return { line: replaced(line, { ...line, registered: "no", calls: new Map() }), documents };
  }
  const newest = contacts.findLast(({ isActive, isNew }) => isActive && isNew)?.callId;
  const registration = newest ?? (active.includes(line.registration) ? line.registration : last);
  const isAnew = line.registration !== "" && line.registration !== registration;
  if (!isAnew) return { line: replaced(line, { ...line, registered: "yes", registration }), documents };
  const ended = active.length === 1 ? [...line.calls.keys(), ...(dialogs?.entries.keys() ?? [])] : [];
  const endedByReset = new Set([...(line.endedByReset ?? []), ...ended]);
  const anew = {
    ...line,
    registered: "yes",
    registration,
    calls: new Map<string, LineDialog>(),
    endedByReset,
  } as const;
  return { line: replaced(line, anew), documents };
}
