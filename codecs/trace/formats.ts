import { DecodeError } from "../error.ts";
import { CaptureReader, magicOctets, magicOf } from "./capture.ts";
import type { TraceFrame, TraceReader } from "./frame.ts";
import { HexReader, readHex } from "./hex.ts";
import { type Line, LineSplitter } from "./lines.ts";
import { PairedEnds } from "./paired-ends.ts";
import { pcapMagics } from "./pcap.ts";
import { blockTypes } from "./pcapng.ts";
import { PriDebugReader } from "./pri-debug.ts";
import { readPriLine } from "./pri-debug-line.ts";

interface Format {
  open(): TraceReader;
  /** Whether a file that begins with this number is of the format. */
  fitsMagic?(magic: number): boolean;
  /** Whether this line of a text shows the format. */
  fitsLine?(text: string): boolean;
}

/**
 * ONE table: the trace formats, and how each is recognised. The first line of a text that any of them knows decides.
 */
export const formats = {
  pcap: {
    open: () => new CaptureReader(),
    fitsMagic: (magic) => magic === blockTypes.sectionHeader || Object.hasOwn(pcapMagics, magic),
  },
  pri: { open: () => new PairedEnds(new PriDebugReader()), fitsLine: (text) => readPriLine(text) !== undefined },
  hex: { open: () => new HexReader(), fitsLine: isHex },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

const rows: readonly Format[] = Object.values(formats);

/** Octets of a text in which one of its lines must show what it is. */
export const recognitionOctetsLimit = 4 * 1024 * 1024;

/** Recognises the format by what comes first, then reads all of it. */
export class AutoReader implements TraceReader {
  #reader: TraceReader | undefined;
  #refused = false;
  #waiting: Uint8Array[] = [];
  #octets = 0;
  readonly #lines = new LineSplitter();

  push(chunk: Uint8Array): (TraceFrame | DecodeError)[] {
    if (this.#refused) return [];
    if (this.#reader) return this.#reader.push(chunk);
    this.#waiting.push(chunk);
    this.#octets += chunk.length;
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
    const format = this.#byMagic() ?? byLines(lines);
    if (!format) return [];
    const reader = format.open();
    this.#reader = reader;
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting.flatMap((chunk) => reader.push(chunk));
  }

  #byMagic(): Format | undefined {
    if (this.#octets < magicOctets) return undefined;
    const magic = magicOf(Uint8Array.from(this.#waiting.flatMap((chunk) => [...chunk.subarray(0, magicOctets)])));
    return rows.find((row) => row.fitsMagic?.(magic));
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
