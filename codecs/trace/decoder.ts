import type { Mutable } from "../ber/codec.ts";
import { DecodeError } from "../error.ts";
import { type Leniency, Strictness } from "../leniencies.ts";
import type { Protocol } from "../rose/operations.ts";
import { type Content, readItem } from "./content.ts";
import { AutoReader, type FormatName, formats } from "./formats.ts";
import type { TraceFrame, TraceReader } from "./frame.ts";
import type { TraceItem } from "./message.ts";
import { protocolOf } from "./protocol.ts";
import { SegmentJoiner } from "./segments.ts";
import { type Side, Sides } from "./sides.ts";
import { Unwrapper } from "./unwrap.ts";

export interface TraceOptions {
  readonly from: FormatName | "auto";
  readonly protocol: Protocol | "auto";
  /** Frames without a message too. */
  readonly all: boolean;
  /** Leniencies that are refused; absent: none. */
  readonly strict?: ReadonlySet<Leniency>;
}

/** One printed row. */
export interface TraceRow {
  readonly index: number;
  readonly item: TraceItem;
  readonly from?: Side;
  readonly content: Content;
  /** Faults of trace, link and protocol; those of the content stay in it. Offsets count from the item's first octet. */
  readonly problems: readonly DecodeError[];
}

/**
 * Which protocol a trace speaks and which side is "a" may show late. Items wait for it, this many and this many octets;
 * then what has been seen decides.
 */
export const waitingLimits = { items: 10_000, octets: 4 * 1024 * 1024 } as const;

/** A whole trace: chunks of the file in, rows out, in constant memory. A DecodeError is a fault of the file. */
export class TraceDecoder {
  readonly #all: boolean;
  readonly #strictness: Strictness | undefined;
  readonly #reader: TraceReader;
  readonly #unwrapper = new Unwrapper();
  readonly #segments = new SegmentJoiner();
  readonly #sides = new Sides();
  #protocol: Protocol | undefined;
  /** Signs of DSS1 count when no sign of QSIG comes. */
  #looksDss1 = false;
  /** For the first row that was read by it. */
  #assumed: readonly DecodeError[] = [];
  /** Undefined from when nothing needs to wait any more. */
  #waiting: (TraceItem | DecodeError)[] | undefined = [];
  #waitingOctets = 0;
  #rows = 0;

  constructor({ from, protocol, all, strict }: TraceOptions) {
    this.#strictness = strict && new Strictness(strict);
    this.#all = all;
    this.#reader = from === "auto" ? new AutoReader() : formats[from].open();
    this.#protocol = protocol === "auto" ? undefined : protocol;
  }

  push(chunk: Uint8Array): (TraceRow | DecodeError)[] {
    return this.#read(this.#reader.push(chunk));
  }

  /** The rows that wait for what may never come: for a file that is read while it grows. What was seen decides. */
  flush(): (TraceRow | DecodeError)[] {
    const rows: (TraceRow | DecodeError)[] = [];
    if (this.#waiting && this.#waiting.length > 0) this.#release(rows);
    return rows;
  }

  end(): (TraceRow | DecodeError)[] {
    const rows = this.#read(this.#reader.end());
    for (const item of this.#unwrapper.end()) this.#join(item, rows);
    for (const item of this.#segments.end()) this.#take(item, rows);
    this.#release(rows);
    return rows;
  }

  #read(frames: readonly (TraceFrame | DecodeError)[]): (TraceRow | DecodeError)[] {
    const rows: (TraceRow | DecodeError)[] = [];
    for (const frame of frames) {
      if (frame instanceof DecodeError) this.#take(frame, rows);
      else for (const item of this.#unwrapper.read(frame)) this.#join(item, rows);
    }
    return rows;
  }

  #join(item: TraceItem, rows: (TraceRow | DecodeError)[]): void {
    for (const whole of this.#segments.read(item)) {
      if (this.#all || whole.holds !== "none" || whole.problems.length > 0) this.#take(whole, rows);
    }
  }

  /** Adds the row of this item to `rows`, and those of all that waited for it. */
  #take(item: TraceItem | DecodeError, rows: (TraceRow | DecodeError)[]): void {
    if (!this.#waiting) {
      rows.push(this.#rowOf(item));
      return;
    }
    // A copy: its octets may lie in a piece of the file, which would wait with them.
    this.#waiting.push(item instanceof DecodeError ? item : { ...item, octets: item.octets.slice() });
    if (item instanceof DecodeError) return;
    this.#waitingOctets += item.octets.length;
    this.#see(item);
    const { items, octets } = waitingLimits;
    const known = this.#protocol !== undefined && this.#sides.known;
    if (known || this.#waiting.length > items || this.#waitingOctets > octets) this.#release(rows);
  }

  /** What the item tells of the trace as a whole. */
  #see(item: TraceItem): void {
    const content = readItem(item, this.#protocol ?? "qsig");
    if (content.holds === "message" && !this.#sides.known) this.#sides.see(item, content.message);
    if (this.#protocol) return;
    const sign = item.protocol ?? protocolOf(content, item);
    if (sign === "qsig") this.#protocol = sign;
    else if (sign === "dss1") this.#looksDss1 = true;
  }

  #release(rows: (TraceRow | DecodeError)[]): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    if (!this.#protocol && !this.#looksDss1) this.#assumed = [new DecodeError("protocolAssumed", 0)];
    this.#protocol ??= this.#looksDss1 ? "dss1" : "qsig";
    for (const item of waiting) rows.push(this.#rowOf(item));
  }

  #rowOf(item: TraceItem | DecodeError): TraceRow | DecodeError {
    if (item instanceof DecodeError) return item;
    const content = readItem(item, this.#protocol ?? "qsig", this.#strictness);
    const message = content.holds === "message" ? content.message : undefined;
    if (message) this.#sides.see(item, message);
    const from = this.#sides.of(item, message);
    const row: Mutable<TraceRow> = { index: this.#rows, item, content, problems: item.problems };
    if (from !== undefined) row.from = from;
    // An H.225 message that stands for itself is of neither protocol.
    if (
      this.#assumed.length > 0 &&
      item.carrier !== "h225" &&
      content.holds !== "none" &&
      content.holds !== "unreadable"
    ) {
      row.problems = [...item.problems, ...this.#assumed];
      this.#assumed = [];
    }
    this.#rows += 1;
    return row;
  }
}
