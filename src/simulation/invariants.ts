import type { DecodeError } from "../../codecs/error.ts";
import { find, isOf } from "../../codecs/q931/element.ts";
import { cause } from "../../codecs/q931/ie/cause.ts";
import { channelIdentification } from "../../codecs/q931/ie/channel-identification.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import { shift } from "../../codecs/q931/ie/shift.ts";
import { transitCounter } from "../../codecs/q931/ie/transit-counter.ts";
import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import { toHex } from "../../codecs/shape.ts";
import type { LineKey, LineReport } from "../lines/line.ts";
import { clusterTrunk } from "./configs.ts";
import type { SeenMessage, SeenService, SeenStep } from "./ledger.ts";

/** What must hold after every step of every core; pure: it reads what was seen at the seam, and nothing of the core. */
export interface Invariant {
  readonly name: string;
  /** Where it is demanded. */
  readonly rule: string;
  /** What is wrong, in words; undefined: it holds. */
  readonly check: (step: SeenStep) => string | undefined;
}

/** User A is told that user B is free, without a path or on one that waits for him (R10). */
const told: ReadonlySet<string> = new Set(["Recall", "Reserved"]);
const clearings: ReadonlySet<MessageName | null> = new Set(["DISCONNECT", "RELEASE", "RELEASE COMPLETE"] as const);
const passedOn: ReadonlySet<MessageName | null> = new Set([
  ...(["SETUP", "ALERTING", "PROGRESS", "CONNECT", "FACILITY", "NOTIFY", "INFORMATION"] as const),
]);

/** ONE table. */
export const invariants: readonly Invariant[] = [
  {
    name: "no error in call completion",
    rule: "onFault: an error thrown there is caught, and would pass unseen",
    check: ({ outputs }) =>
      first(outputs, (output) =>
        output.type === "trace" && output.entry.type === "fault"
          ? `${output.entry.during}: ${output.entry.text}`
          : undefined,
      ),
  },
  {
    name: "everything sent can be read",
    rule: "Q.931 4.5, CC 1",
    check: ({ sent }) => first(sent, ({ message }) => unreadable(message)),
  },
  {
    name: "no timer in Idle",
    rule: "R9",
    check: ({ node }) =>
      first(node.touched, ({ request, state, timers }) =>
        state === "Idle" && timers.size > 0 ? `${request} is over and ${[...timers].join(", ")} runs` : undefined,
      ),
  },
  {
    name: "the store holds what the core holds",
    rule: "design 3: a crash loses sends, never state",
    check: ({ node }) => first(node.touched, staleRecord),
  },
  {
    name: "one active request a phone",
    rule: "R25, S-08",
    check: ({ node: { services, touched } }) =>
      first(touched, (one) => {
        const user = activeFor(one);
        if (user === undefined) return undefined;
        for (const other of services.values()) {
          if (other !== one && activeFor(other) === user) return `${user} has two active requests`;
        }
        return undefined;
      }),
  },
  {
    name: "ccExecPossible only for a line that is free",
    rule: "R25, R21",
    check: execPossible,
  },
  {
    name: "a notification only while the service runs",
    rule: "R25",
    check: ({ node, outputs, transitions }) =>
      first(outputs, (output) => {
        if (output.type !== "notify" || !output.sound) return undefined;
        // A process that stood still meets all that is due at once: T2 ends in the same step what T_GUARD told of.
        const isOver = transitions.some(
          ({ machine, to, of }) => machine === "originating" && told.has(to) && node.services.get(of)?.state === "Idle",
        );
        if (isOver) return undefined;
        const running = [...node.services.values()].some(
          ({ record, state }) => record?.role === "originating" && record.user === output.user && told.has(state),
        );
        return running ? undefined : `${output.user} is told that B is free, and no call back of his is in Recall`;
      }),
  },
  {
    name: "the relay changes only what it may",
    rule: "R25, R1",
    // What call completion ends here, a bridge too, is no longer relayed (R6).
    check: ({ node, received, sent, transitions }) =>
      transitions.some(({ machine }) => machine === "originating" || machine === "terminating")
        ? undefined
        : first(received, (one) => changedByRelay(one, sent, node.bridges)),
  },
  {
    name: "limits hold",
    rule: "limits.requestsPerLine",
    check: ({ node, plan }) => {
      const most = plan.nodes[node.index]?.requestsPerLine ?? 0;
      return first(node.touched, ({ record }) => {
        if (record?.role !== "terminating" || !isPhone(record.line)) return undefined;
        let count = 0;
        for (const { record: other } of node.services.values()) {
          if (other?.role === "terminating" && other.line === record.line) count += 1;
        }
        return count > most ? `${record.line} has ${count} requests of ${most}` : undefined;
      });
    },
  },
];

function unreadable(message: Message | DecodeError): string | undefined {
  if ("code" in message) return `a message sent cannot be read: ${message.code}`;
  const problem = message.problems[0];
  return problem === undefined ? undefined : `${message.message ?? message.type} was sent with ${problem.code}`;
}

function staleRecord({ request, state, record }: SeenService): string | undefined {
  if (record === null) return undefined;
  if (state === "Idle") return `${request} is over and its record stays`;
  return record.state === state ? undefined : `${request} is in ${state} and its record says ${record.state}`;
}

/** Decided earlier, leaves now: a SETUP once more (T303), what was held while the link or STATUS was awaited (R18). */
const repeats: ReadonlySet<string> = new Set(["T303", "STATUS", "T322", "linkUp"]);

/** Ours and new: the step did not receive one, and does not repeat one. */
function execPossible(step: SeenStep): string | undefined {
  if (!step.sent.some((one) => invokes(one, "ccExecPossible"))) return undefined;
  if (step.received.some((one) => invokes(one, "ccExecPossible"))) return undefined;
  if (step.transitions.some(({ event }) => repeats.has(event))) return undefined;
  const notified = step.transitions.filter(
    ({ machine, to, from }) => machine === "terminating" && to === "Notified" && from !== to,
  );
  if (notified.length === 0) return "ccExecPossible was sent and no service entered Notified";
  return first(notified, ({ of }) => {
    const { state, record } = step.node.services.get(of) ?? {};
    if (state === "Idle") return undefined; // it ended in the same step: several timers were due
    if (record?.role !== "terminating") return `${of} notifies and has no record`;
    // The line of a bridge is its other leg: user B's side looked (R6).
    if (!isPhone(record.line)) return undefined;
    const report = step.node.lines.get(record.line);
    const isFree = mayRing(report, step.plan.nodes[step.node.index]?.busyTrigger ?? 1);
    return isFree
      ? undefined
      : `ccExecPossible was sent for ${record.line}, which is not free: ${JSON.stringify(report)}`;
  });
}

/** R21 in its own words: calls below the trigger, nothing rings, the handset is down, the phone is there. */
function mayRing(report: LineReport | undefined, busyTrigger: number): boolean {
  if (report === undefined || typeof report === "string") return false;
  const { registered, calls, ringingIn, offhook } = report;
  return (
    registered !== "no" && calls < busyTrigger && ringingIn === 0 && !(offhook && calls === 0 && busyTrigger === 1)
  );
}

/** The phone that has this request and none beside it. */
function activeFor({ record, state }: SeenService): LineKey | undefined {
  const isActive = record?.role === "originating" && isPhone(record.user) && state !== "Clearing";
  return isActive ? record.user : undefined;
}

function invokes({ readable: message }: SeenMessage, operation: string): boolean {
  const components = message === undefined ? [] : (find(message, facility)?.components ?? []);
  return components.some((one) => one.component === "invoke" && one.operation === operation);
}

/**
 * A message from one native neighbour that goes on to another. An answer to a ccRingout that a bridge of ours had sent
 * ends on its leg, also when the bridge is over by then (R44): `bridges` allows for it.
 */
function changedByRelay(received: SeenMessage, sent: readonly SeenMessage[], bridges: boolean): string | undefined {
  if (received.trunk === clusterTrunk) return undefined;
  for (const one of sent) {
    if (one.trunk === clusterTrunk || one.trunk === received.trunk) continue;
    const [came, went] = [received.readable, one.readable];
    if (came === undefined || went === undefined) continue;
    if (went.message === came.message && passedOn.has(came.message)) {
      if (same(came.ies.filter(isPassed), went.ies.filter(isPassed))) continue;
      return `${came.message} went on with other elements: ${text(came.ies)} became ${text(went.ies)}`;
    }
    if (!clearings.has(came.message) || !clearings.has(went.message)) continue;
    const meaning = bridges ? came.ies.filter(isCause) : came.ies.filter(hasMeaning);
    if (same(meaning, went.ies.filter(bridges ? isCause : hasMeaning))) continue;
    const names = `${came.message} went on as ${went.message}`;
    return `${names} with another meaning: ${text(came.ies)} became ${text(went.ies)}`;
  }
  return undefined;
}

/** R25: call reference, channel and transit counter (behind its shift) may change, numbers by rule. */
function isPassed(ie: InformationElement): boolean {
  return !isOf(ie, channelIdentification) && !isOf(ie, transitCounter) && ie.id !== shift.id;
}

/** What a clearing message means: its cause and its APDUs (R1). */
function hasMeaning(ie: InformationElement): boolean {
  return isCause(ie) || isOf(ie, facility);
}

function isCause(ie: InformationElement): boolean {
  return isOf(ie, cause);
}

function same(one: readonly InformationElement[], other: readonly InformationElement[]): boolean {
  return text(one) === text(other);
}

function text(ies: readonly InformationElement[]): string {
  return ies.map(({ octets }) => toHex(octets)).join(" ");
}

/** A phone of the cluster that the gateway assists, not a user on the other leg of a bridge. */
function isPhone(key: LineKey): boolean {
  return key.startsWith(`${clusterTrunk}/`);
}

function first<T>(all: Iterable<T>, fault: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const found = fault(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
