import type { LineDialog, LineSnapshot } from "./line.ts";

/** What happens to one line, in the words every monitor can find for it. Calls are as RFC 4235 has dialogs. */
export type LineEvent =
  | { readonly event: "call"; readonly call: LineDialog }
  | { readonly event: "terminated"; readonly id: string }
  | { readonly event: "hook"; readonly offhook: boolean }
  /** The device registered. `registration` changes where it did so anew, after a reset (S-63, S-64). */
  | { readonly event: "registered"; readonly registration: string }
  | { readonly event: "unregistered" }
  | { readonly event: "dnd"; readonly on: boolean }
  /** What is given changes; null ends a forwarding. */
  | {
      readonly event: "forward";
      readonly all?: string | null;
      readonly busy?: string | null;
      readonly noAnswer?: string | null;
    }
  | { readonly event: "voicemail"; readonly pilot: string | null }
  /** Who is logged in at the phone (S-70); null: nobody. */
  | { readonly event: "user"; readonly user: string | null }
  | { readonly event: "busyTrigger"; readonly calls: number };

/** A line as its monitor knows it: what the snapshot is made of. Never changed, only replaced. */
export interface LineState {
  readonly registered: LineSnapshot["registered"];
  /** What names the registration of the device: a Call-ID, a word of the cluster's; "" where none is known. */
  readonly registration: string;
  /** By id. */
  readonly calls: ReadonlyMap<string, LineDialog>;
  readonly offhook: boolean;
  readonly dnd: boolean;
  readonly forward: LineSnapshot["forward"];
  readonly voicemail?: { readonly pilot: string };
  readonly user?: string;
  readonly busyTrigger?: number;
  readonly canDetectUse?: false;
  readonly uses: number;
  readonly unseen: number;
  /**
   * Calls that a reset of the device ended (S-64), while their monitor goes on telling of them: kamailio 5.6.3 started
   * anew repeats a dialog whose end it did not see in its life before [RUN].
   */
  readonly endedByReset?: ReadonlySet<string>;
}

/** What a monitor says; the uses are counted here. */
export type LineFacts = Omit<LineState, "uses" | "unseen">;

/** A line of which nothing is known but that it is there. */
export const unknownLine: LineState = {
  registered: "unknown",
  registration: "",
  calls: new Map(),
  offhook: false,
  dnd: false,
  forward: {},
  uses: 0,
  unseen: 0,
};

export function snapshotOf(line: LineState): LineSnapshot {
  const dialogs = [...line.calls.values()];
  const ringingIn = dialogs.filter(isRinging).length;
  return {
    registered: line.registered,
    calls: dialogs.length - ringingIn,
    ringingIn,
    offhook: line.offhook,
    dnd: line.dnd,
    forward: line.forward,
    ...(line.voicemail === undefined ? {} : { voicemail: line.voicemail }),
    ...(line.user === undefined ? {} : { user: line.user }),
    ...(line.busyTrigger === undefined ? {} : { busyTrigger: line.busyTrigger }),
    ...(line.canDetectUse === undefined ? {} : { canDetectUse: line.canDetectUse }),
    uses: line.uses,
    unseen: line.unseen,
    dialogs,
    epoch: epochOf(line.registration),
  };
}

/** A call that rings in and that nobody has answered is no use of the line (S-28). */
function isRinging({ direction, state }: LineDialog): boolean {
  return direction === "recipient" && state !== "confirmed";
}

/** The line after the event. */
export function lineAfter(line: LineState, event: LineEvent): LineState {
  const isUnseen = event.event === "terminated" && !line.calls.has(event.id);
  const next = replaced(line, step(line, event));
  return isUnseen ? { ...next, unseen: next.unseen + 1 } : next;
}

/** `facts` in place of what was known, with the uses counted: afresh where the device registered anew. */
export function replaced(before: LineState, facts: LineFacts): LineState {
  const isAnew = before.registration !== "" && before.registration !== facts.registration;
  const { uses, unseen } = isAnew ? unknownLine : before;
  const wasInUse = !isAnew && isInUse(before);
  return { ...facts, uses: isInUse(facts) && !wasInUse ? uses + 1 : uses, unseen };
}

function step(line: LineState, event: LineEvent): LineFacts {
  switch (event.event) {
    case "call":
      return { ...line, calls: new Map(line.calls).set(event.call.id, event.call) };
    case "terminated":
      return { ...line, calls: new Map([...line.calls].filter(([id]) => id !== event.id)) };
    case "hook":
      return { ...line, offhook: event.offhook };
    case "registered":
      return registered(line, event.registration);
    case "unregistered":
      return { ...line, registered: "no", calls: new Map(), offhook: false };
    case "dnd":
      return { ...line, dnd: event.on };
    case "forward":
      return { ...line, forward: forwarded(line.forward, event) };
    case "voicemail": {
      const { voicemail: _pilot, ...rest } = line;
      return event.pilot === null ? rest : { ...rest, voicemail: { pilot: event.pilot } };
    }
    case "user": {
      const { user: _user, ...rest } = line;
      return event.user === null ? rest : { ...rest, user: event.user };
    }
    case "busyTrigger":
      return { ...line, busyTrigger: event.calls };
    default:
      return event satisfies never;
  }
}

/** A device that registers anew has lost its calls. */
function registered(line: LineState, registration: string): LineFacts {
  const isAnew = line.registration !== "" && registration !== line.registration;
  const kept = { ...line, registered: "yes", registration } as const;
  return isAnew ? { ...kept, calls: new Map(), offhook: false } : kept;
}

function forwarded(now: LineSnapshot["forward"], change: Extract<LineEvent, { event: "forward" }>) {
  const next: { all?: string; busy?: string; noAnswer?: string } = { ...now };
  for (const when of ["all", "busy", "noAnswer"] as const) {
    const to = change[when];
    if (to === null) delete next[when];
    else if (to !== undefined) next[when] = to;
  }
  return next;
}

/** Somebody is at the phone: it is off the hook, calls out or talks. */
function isInUse({ calls, offhook }: Pick<LineState, "calls" | "offhook">): boolean {
  return offhook || [...calls.values()].some((call) => !isRinging(call));
}

/**
 * A number for a registration that is the same after a restart of ours: FNV-1a, 32 bits. Two registrations of one
 * device have the same with a chance of one in four thousand million.
 */
function epochOf(registration: string): number {
  if (registration === "") return 0;
  let hash = 0x811c9dc5;
  for (let at = 0; at < registration.length; at += 1) {
    hash = Math.imul(hash ^ registration.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash;
}
