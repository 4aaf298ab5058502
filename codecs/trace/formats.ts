import { DecodeError } from "../error.ts";
import { CiscoDebugReader, isCiscoDebug } from "./cisco-debug.ts";
import { CaptureReader, isCapture } from "./capture.ts";
import { CucmTraceReader, isCucmTrace } from "./cucm-trace.ts";
import { FlowListReader, isFlowList } from "./flow-list.ts";
import type { TraceFrame, TraceReader } from "./frame.ts";
import { HexDumpReader, isHexDump } from "./hex-dump.ts";
import { HexReader, readHex } from "./hex.ts";
import { type Line, LineSplitter } from "./lines.ts";
import { isMisdnDump, MisdnDumpReader } from "./misdn-dump.ts";
import { PairedEnds } from "./paired-ends.ts";
import { PriDebugReader } from "./pri-debug.ts";
import { readPriLine } from "./pri-debug-line.ts";
import { TaggedHexReader, type TaggedForm, taggedForms } from "./tagged-hex.ts";

interface Format {
  open(): TraceReader;
  /** Whether a file that begins with these octets is of the format; there may be fewer than it needs to know. */
  fitsStart?(octets: Uint8Array): boolean;
  /** Whether this line of a text shows the format. */
  fitsLine?(text: string): boolean;
}

/**
 * ONE table: the trace formats, and how each is recognised. The first line of a text that any of them knows decides.
 */
export const formats = {
  pcap: {
    open: () => new CaptureReader(),
    fitsStart: isCapture,
  },
  misdn: { open: () => new MisdnDumpReader(), fitsStart: isMisdnDump },
  pri: { open: () => new PairedEnds(new PriDebugReader()), fitsLine: (text) => readPriLine(text) !== undefined },
  cisco: { open: () => new CiscoDebugReader(), fitsLine: isCiscoDebug },
  cucm: { open: () => new CucmTraceReader(), fitsLine: isCucmTrace },
  comware: tagged(taggedForms.comware),
  xsr: tagged(taggedForms.xsr),
  teles: tagged(taggedForms.teles),
  linkbit: tagged(taggedForms.linkbit),
  hisax: tagged(taggedForms.hisax),
  yate: tagged(taggedForms.yate),
  flows: { open: () => new FlowListReader(), fitsLine: isFlowList },
  dump: { open: () => new HexDumpReader(), fitsLine: isHexDump },
  hex: { open: () => new HexReader(), fitsLine: isHex },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

const rows: readonly Format[] = Object.values(formats);

/** Octets that tell the binary formats apart. */
const startOctets = 16;

/** Octets of a text in which one of its lines must show what it is. */
export const recognitionOctetsLimit = 4 * 1024 * 1024;

/** Recognises the format by what comes first, then reads all of it. */
export class AutoReader implements TraceReader {
  #reader: TraceReader | undefined;
  #refused = false;
  /** The first octets, as many as a format may ask for. */
  #start: Uint8Array = new Uint8Array(0);
  #waiting: Uint8Array[] = [];
  #octets = 0;
  readonly #lines = new LineSplitter();

  push(chunk: Uint8Array): (TraceFrame | DecodeError)[] {
    if (this.#refused) return [];
    if (this.#reader) return this.#reader.push(chunk);
    this.#waiting.push(chunk);
    this.#octets += chunk.length;
    if (this.#start.length < startOctets) {
      this.#start = Uint8Array.of(...this.#start, ...chunk.subarray(0, startOctets - this.#start.length));
    }
    const found = this.#open(this.#lines.push(chunk));
    if (this.#reader || this.#octets < recognitionOctetsLimit) return found;
    return [this.#refuse()];
  }

  end(): (TraceFrame | DecodeError)[] {
    if (this.#refused || this.#octets === 0) return [];
    const found = this.#reader ? [] : this.#open(this.#lines.end());
    return [...found, ...(this.#reader?.end() ?? [this.#refuse()])];
  }

  /** Opens the reader as soon as the format shows, and gives it all that came before. */
  #open(lines: readonly Line[]): (TraceFrame | DecodeError)[] {
    const format = rows.find((row) => row.fitsStart?.(this.#start)) ?? byLines(lines);
    if (!format) return [];
    const reader = format.open();
    this.#reader = reader;
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting.flatMap((chunk) => reader.push(chunk));
  }

  #refuse(): DecodeError {
    this.#refused = true;
    this.#waiting = [];
    return new DecodeError("notATrace", 0);
  }
}

function byLines(lines: readonly Line[]): Format | undefined {
  for (const { text } of lines) {
    const row = rows.find((format) => format.fitsLine?.(text));
    if (row) return row;
  }
  return undefined;
}

/** A word like "face" is no frame: hex has a digit and at least two octets. */
function isHex(text: string): boolean {
  const line = text.replace(/#.*/, "");
  if (!/\d/.test(line)) return false;
  const { octets, fault } = readHex(line);
  return fault === undefined && octets.length >= 2;
}

function tagged(form: TaggedForm): Format {
  return { open: () => new TaggedHexReader(form), fitsLine: (text) => form.start.test(text) };
}
