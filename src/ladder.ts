import { DecodeError } from "../codecs/error.ts";
import { decodeMessage } from "../codecs/q931/decode.ts";
import { find, findAll } from "../codecs/q931/element.ts";
import { calledPartyNumber } from "../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../codecs/q931/ie/calling-party-number.ts";
import { cause } from "../codecs/q931/ie/cause.ts";
import { facility } from "../codecs/q931/ie/facility.ts";
import type { Message } from "../codecs/q931/message.ts";
import type { Component } from "../codecs/rose/component.ts";
import { masked, maskedText } from "./masked.ts";
import type { TraceEntry } from "./trace.ts";

type Entry<Type extends TraceEntry["type"]> = Extract<TraceEntry, { readonly type: Type }>;

/** What is known of one line of the ladder while it grows. */
interface Line {
  readonly at: number;
  readonly who: string;
  readonly what: string;
  steps: string[];
  timers: string[];
}

const columns = { who: 12, what: 46, steps: 40 } as const;

/** Machines by the letter that stands before their states. */
const machineLetters = {
  originating: "O",
  terminating: "T",
  connection: "C",
  lapd: "L",
  iua: "I",
  h323: "H",
  sip: "S",
} as const;

/**
 * The ladder of a trace, one line for each message with the states and timers it changed:
 *
 *     +000020  west>       FACILITY ccbsRequest inv=7                      T: T-Idle > T-Requested
 *
 * `name>` came from that trunk, `>name` went to it. Tests and production print by this one; numbers are always masked.
 */
export class Ladder {
  readonly #time: (at: number) => string;
  #line: Line | undefined;

  /** `time` prints when a line happened; without it lines count milliseconds from the first entry. */
  constructor(time?: (at: number) => string) {
    let startedAt: number | undefined;
    this.#time =
      time ??
      ((at) => {
        startedAt ??= at;
        return `+${String(at - startedAt).padStart(6, "0")}`;
      });
  }

  /** Takes the next entry; gives the line before it, once nothing can be added to that any more. */
  push(entry: TraceEntry): string | undefined {
    const started = startedBy(entry);
    if (started !== undefined) return this.#begin(started);
    switch (entry.type) {
      case "transition":
        return this.#add(entry, "steps", step(entry));
      case "ignored":
        return this.#add(entry, "steps", `${entry.machine}: ${entry.state} ignores ${entry.event}`);
      case "timer":
        return this.#add(entry, "timers", `${entry.timer}${entry.change === "start" ? "+" : "-"}`);
      default:
        return undefined;
    }
  }

  /** The last line, where no more entries come. */
  flush(): string | undefined {
    const line = this.#line;
    this.#line = undefined;
    return line === undefined ? undefined : this.#print(line);
  }

  #begin(line: Line): string | undefined {
    const before = this.flush();
    this.#line = line;
    return before;
  }

  #add(entry: TraceEntry & { readonly of: string }, column: "steps" | "timers", text: string): string | undefined {
    // What happens later, or after nothing, is a line of its own: a user, a timer or the world caused it.
    const cause = "event" in entry ? entry.event : "";
    const before = this.#line?.at === entry.at ? undefined : this.#begin(newLine(entry.at, "", cause));
    this.#line?.[column].push(text);
    return before;
  }

  #print({ at, who, what, steps, timers }: Line): string {
    const cells = [
      this.#time(at),
      who.padEnd(columns.who),
      what.padEnd(columns.what),
      steps.join("; ").padEnd(columns.steps),
      timers.join(" "),
    ];
    return cells.join("  ").trimEnd();
  }
}

/** The ladder of a whole trace. */
export function ladder(entries: readonly TraceEntry[]): string[] {
  const lines = new Ladder();
  return [...entries.map((entry) => lines.push(entry)), lines.flush()].filter((line) => line !== undefined);
}

/** The line that an entry begins; undefined where it adds to one, or stands in no ladder. */
function startedBy(entry: TraceEntry): Line | undefined {
  switch (entry.type) {
    case "message":
      return newLine(
        entry.at,
        entry.direction === "in" ? `${entry.trunk}>` : `>${entry.trunk}`,
        messageText(entry.octets),
      );
    case "request":
      return newLine(entry.at, "request", `${entry.request} ${maskedText(entry.text)}`);
    case "alarm":
      return newLine(entry.at, entry.trunk, `ALARM ${maskedText(entry.text)}`);
    case "timer":
      return entry.change === "expired" ? newLine(entry.at, "timer", entry.timer) : undefined;
    default:
      return undefined;
  }
}

function newLine(at: number, who: string, what: string): Line {
  return { at, who, what, steps: [], timers: [] };
}

/** `O: O-Recall > O-Calling`, with the reason in words where it has one. */
function step({ machine, from, to, event, reason }: Entry<"transition">): string {
  const change = from === to ? `${from} ${event}` : `${from} > ${to}`;
  return `${machineLetters[machine]}: ${change}${reason === undefined ? "" : ` (${maskedText(reason)})`}`;
}

/** One message in words: its name, whom it joins, its cause and its APDUs. */
export function messageText(octets: Uint8Array): string {
  const message = decodeMessage(octets);
  if (message instanceof DecodeError) return `unreadable: ${message.code} at ${message.offset}`;
  const name = message.message ?? `type 0x${message.type.toString(16).padStart(2, "0")}`;
  return [name, ...partiesOf(message), ...causeOf(message), ...apdusOf(message)].join(" ");
}

function partiesOf(message: Message): string[] {
  if (message.message !== "SETUP") return [];
  const a = find(message, callingPartyNumber)?.digits;
  const b = find(message, calledPartyNumber)?.digits;
  return [...(a === undefined ? [] : [`A=${masked(a)}`]), ...(b === undefined ? [] : [`B=${masked(b)}`])];
}

function causeOf(message: Message): string[] {
  const value = find(message, cause)?.cause;
  return value === undefined ? [] : [`cause=${value}`];
}

function apdusOf(message: Message): string[] {
  return findAll(message, facility).flatMap(({ components }) => components.map(apduText));
}

function apduText(component: Component): string {
  const invoke = `inv=${component.invokeId ?? "?"}`;
  switch (component.component) {
    case "invoke":
      return `${component.operation ?? component.code} ${invoke}`;
    case "returnResult":
      return `returnResult ${invoke}`;
    case "returnError":
      return `returnError ${component.error ?? component.code} ${invoke}`;
    case "reject":
      return `reject ${component.problem} ${invoke}`;
    case "unknown":
      return "unknownComponent";
    default:
      return component satisfies never;
  }
}
