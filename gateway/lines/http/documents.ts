import type { FailedCall, LineDialog } from "../../../src/lines/line.ts";
import { type LineEvent, type LineState, replaced, unknownLine } from "../../../src/lines/line-state.ts";

export const documentLimits = { calls: 32, text: 64, busyTrigger: 16, cause: 127 } as const;
/** Q.850. */
const userBusy = 17;

/** Why a document is refused, as a sentence that says what to send. */
export class DocumentError extends Error {}

type Fields = Readonly<Record<string, unknown>>;

/** A line of the cluster: the digits it is dialled by. */
export function readLine(value: unknown): string {
  if (typeof value === "string" && /^\d{1,20}$/.test(value)) return value;
  throw new DocumentError('a line is text of 1 to 20 digits, such as "2001"');
}

const snapshotFields = [
  ...["exists", "registered", "registration", "calls", "offhook"],
  ...["dnd", "forward", "voicemail", "user", "busyTrigger"],
];

/** The whole truth about a line: what is left out is not so. `before` is what was known, for the uses counted. */
export function readSnapshot(document: unknown, before: LineState | undefined): LineState | "absent" {
  const fields = fieldsOf(document, snapshotFields, "a snapshot");
  if (fields["exists"] === false) return "absent";
  const [voicemail, user] = [optionalText(fields, "voicemail"), optionalText(fields, "user")];
  return replaced(before ?? unknownLine, {
    registered: flag(fields, "registered", true) ? "yes" : "no",
    registration: optionalText(fields, "registration") ?? "",
    calls: readCalls(fields["calls"] ?? []),
    offhook: flag(fields, "offhook", false),
    dnd: flag(fields, "dnd", false),
    forward: readForward(fields["forward"] ?? {}),
    ...(voicemail === undefined ? {} : { voicemail: { pilot: voicemail } }),
    ...(user === undefined ? {} : { user }),
    ...(fields["busyTrigger"] === undefined ? {} : { busyTrigger: readTrigger(fields["busyTrigger"]) }),
  });
}

/** A call of the line to another one of the cluster failed (R15): an event that leaves the line as it is. */
export interface FailedEvent extends Pick<FailedCall, "to" | "cause" | "alerted"> {
  readonly event: "failed";
}

/** The names of the events, as docs/lines-http.openapi.yaml has them. */
export function eventNames(): readonly string[] {
  return Object.keys(events);
}

/** ONE table: what each event holds, and how it is read. */
const events: { readonly [Name in (LineEvent | FailedEvent)["event"]]: (fields: Fields) => LineEvent | FailedEvent } = {
  failed: (fields) => {
    const { to, cause = userBusy } = only(fields, "to", "cause", "alerted");
    return { event: "failed", to: readLine(to), cause: readCause(cause), alerted: flag(fields, "alerted", false) };
  },
  call: (fields) => {
    const { event, ...call } = fields;
    return { event: "call", call: readCall(call) };
  },
  terminated: (fields) => ({ event: "terminated", id: text(only(fields, "id")["id"], "id") }),
  hook: (fields) => ({ event: "hook", offhook: flag(only(fields, "offhook"), "offhook") }),
  registered: (fields) => {
    return { event: "registered", registration: optionalText(only(fields, "registration"), "registration") ?? "" };
  },
  unregistered: (fields) => {
    only(fields);
    return { event: "unregistered" };
  },
  dnd: (fields) => ({ event: "dnd", on: flag(only(fields, "on"), "on") }),
  forward: (fields) => {
    const given = Object.entries(only(fields, "all", "busy", "noAnswer")).filter(([name]) => name !== "event");
    return { event: "forward", ...Object.fromEntries(given.map(([name, to]) => [name, textOrNull(to, name)])) };
  },
  voicemail: (fields) => ({ event: "voicemail", pilot: textOrNull(only(fields, "pilot")["pilot"], "pilot") }),
  user: (fields) => ({ event: "user", user: textOrNull(only(fields, "user")["user"], "user") }),
  busyTrigger: (fields) => ({ event: "busyTrigger", calls: readTrigger(only(fields, "calls")["calls"]) }),
};

/** `before` is what is known of the line: it may have only so many calls. */
export function readEvent(document: unknown, before: LineState | "absent" | undefined): LineEvent | FailedEvent {
  const fields = fieldsOf(document, undefined, "an event");
  const { event } = fields;
  const names = Object.keys(events) as (keyof typeof events)[];
  const name = names.find((known) => known === event);
  if (name === undefined) throw new DocumentError(`an event has a field event: ${names.join(", ")}`);
  const read = events[name](fields);
  const calls = typeof before === "object" ? before.calls : undefined;
  if (read.event === "call" && calls?.has(read.call.id) === false && calls.size >= documentLimits.calls) {
    throw new DocumentError(`calls of a line are at most ${documentLimits.calls}: tell those that have terminated`);
  }
  return read;
}

function readCause(value: unknown): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= documentLimits.cause) return value;
  throw new DocumentError(`cause is a whole number from 1 to ${documentLimits.cause} (Q.850), such as 17 for busy`);
}

function readCalls(value: unknown): LineState["calls"] {
  if (!Array.isArray(value) || value.length > documentLimits.calls) {
    throw new DocumentError(`calls is a list of at most ${documentLimits.calls}`);
  }
  return new Map(value.map(readCall).map((call) => [call.id, call]));
}

const directions: readonly LineDialog["direction"][] = ["initiator", "recipient"];
const states: readonly LineDialog["state"][] = ["trying", "proceeding", "early", "confirmed"];

function readCall(value: unknown): LineDialog {
  const fields = fieldsOf(value, ["id", "direction", "state", "remote"], "a call");
  const remote = optionalText(fields, "remote");
  return {
    id: text(fields["id"], "id"),
    direction: oneOf(directions, fields["direction"], "direction"),
    state: oneOf(states, fields["state"], "state"),
    ...(remote === undefined ? {} : { remote }),
  };
}

function oneOf<const Name extends string>(names: readonly Name[], value: unknown, field: string): Name {
  const name = names.find((known) => known === value);
  if (name === undefined) throw new DocumentError(`${field} is ${names.join(", ")}`);
  return name;
}

function readForward(value: unknown): LineState["forward"] {
  const fields = fieldsOf(value, ["all", "busy", "noAnswer"], "forward");
  return Object.fromEntries(Object.entries(fields).map(([name, to]) => [name, text(to, name)]));
}

function readTrigger(value: unknown): number {
  const { busyTrigger } = documentLimits;
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= busyTrigger) return value;
  throw new DocumentError(`busyTrigger is a whole number from 1 to ${busyTrigger}`);
}

/** An object, with these fields and no others where `names` are given. */
function fieldsOf(value: unknown, names: readonly string[] | undefined, what: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new DocumentError(`${what} is an object`);
  }
  const strange = names === undefined ? undefined : Object.keys(value).find((name) => !names.includes(name));
  if (strange === undefined) return value as Fields;
  const quoted = JSON.stringify(strange.slice(0, documentLimits.text));
  throw new DocumentError(`${what} has no field ${quoted}; it has ${names?.join(", ")}`);
}

function only(fields: Fields, ...names: readonly string[]): Fields {
  return fieldsOf(fields, ["event", ...names], `the event ${String(fields["event"])}`);
}

function flag(fields: Fields, name: string, otherwise?: boolean): boolean {
  const value = fields[name] ?? otherwise;
  if (typeof value === "boolean") return value;
  throw new DocumentError(`${name} is true or false`);
}

function text(value: unknown, name: string): string {
  if (typeof value === "string" && value.length > 0 && value.length <= documentLimits.text) return value;
  throw new DocumentError(`${name} is text of 1 to ${documentLimits.text} characters`);
}

function textOrNull(value: unknown, name: string): string | null {
  return value === null ? null : text(value, name);
}

function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return value === undefined ? undefined : text(value, name);
}
