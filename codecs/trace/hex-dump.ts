import { DecodeError } from "../error.ts";
import type { TraceFrame, TraceReader } from "./frame.ts";
import { layerOf, readHex } from "./hex.ts";
import { LineSplitter } from "./lines.ts";

// Hex with an offset before each line, as Wireshark, xxd, od and hexdump print it. An offset of 0 begins a frame.

/** Octets of one frame; a dump of something else is longer. */
export const dumpOctetsLimit = 65_536;

/** Octets of one line. */
const lineOctets = 16;

/** `0010  08 02`, `00000010: 0802`: a colon or two spaces tell an offset from octets. */
const line = /^\s*(?<offset>[0-9A-Fa-f]{4,8})(?:: *| {2,}|\t)(?<rest>[0-9A-Fa-f]{2}.*)$/;

/** Whether a line is the first of a frame in a dump. */
export function isHexDump(text: string): boolean {
  const found = line.exec(text)?.groups;
  return found !== undefined && Number.parseInt(found["offset"] ?? "", 16) === 0;
}

export class HexDumpReader implements TraceReader {
  readonly #lines = new LineSplitter();
  #found: TraceFrame[] = [];
  #octets: number[] = [];
  #problems: DecodeError[] = [];

  push(chunk: Uint8Array): TraceFrame[] {
    for (const { text } of this.#lines.push(chunk)) this.#read(text);
    return this.#take();
  }

  end(): TraceFrame[] {
    for (const { text } of this.#lines.end()) this.#read(text);
    this.#close();
    return this.#take();
  }

  #take(): TraceFrame[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #read(text: string): void {
    const groups = line.exec(text)?.groups;
    if (!groups) return;
    const offset = Number.parseInt(groups["offset"] ?? "", 16);
    if (offset === 0) this.#close();
    else if (offset !== this.#octets.length && this.#problems.length === 0) {
      this.#problems.push(new DecodeError("octetsLost", this.#octets.length));
    }
    if (this.#octets.length < dumpOctetsLimit) this.#octets.push(...octetsOf(groups["rest"] ?? ""));
  }

  #close(): void {
    const octets = Uint8Array.from(this.#octets);
    const problems = this.#problems;
    this.#octets = [];
    this.#problems = [];
    if (octets.length === 0) return;
    this.#found.push({ layer: layerOf(octets), octets, ...(problems.length > 0 ? { problems } : {}) });
  }
}

/** The octets of a line, one or two in a group; the characters that many programs print behind them end it. */
function octetsOf(text: string): number[] {
  const octets: number[] = [];
  // Behind the octets stand two spaces or a bar; hexdump puts two spaces between its halves as well.
  const [first = "", second = ""] = text.split(/ {2,}|\t|\|/);
  const half = groupsOf(first);
  octets.push(...half);
  if (half.length === lineOctets / 2) octets.push(...groupsOf(second));
  return octets.slice(0, lineOctets);
}

function groupsOf(text: string): number[] {
  const groups = text.trim().split(" ");
  const end = groups.findIndex((group) => !/^(?:[0-9A-Fa-f]{2}){1,2}$/.test(group));
  return groups.slice(0, end === -1 ? groups.length : end).flatMap((group) => [...readHex(group).octets]);
}
