import { DecodeError } from "../error.ts";
import type { TraceFrame, TraceReader } from "./frame.ts";
import { readHex } from "./hex.ts";
import { type Line, LineSplitter } from "./lines.ts";
import { type PriLine, readPriLine, readWrapped } from "./pri-debug-line.ts";

// The debug text of libpri ("pri debug span 1" in Asterisk), both generations. A message is a header of three lines,
// then one line of octets for each information element, each followed by a copy in words which we pass over.

/** A message longer than any LAPD frame carries: its length is a lie, or elements of many messages ran together. */
export const priMessageOctetsLimit = 4096;

type Header = Extract<PriLine, { type: "header" }>;
type Octets = Extract<PriLine, { type: "octets" }>;

/** A message whose lines are still coming. */
interface Block {
  readonly header: Header;
  /** libpri shows a message when it is queued, without its elements, and again when it is sent. */
  readonly queued: boolean;
  reference: readonly number[];
  readonly contents: number[];
}

export class PriDebugReader implements TraceReader {
  readonly #lines = new LineSplitter();
  #found: TraceFrame[] = [];
  #block: Block | undefined;
  #queued = false;
  /** Octets in brackets whose closing bracket is still to come. */
  #wrapped: Octets | undefined;
  /** A LAPD frame in hex; the message it carries may follow in words. */
  #link: TraceFrame | undefined;

  push(chunk: Uint8Array): TraceFrame[] {
    for (const line of this.#lines.push(chunk)) this.#read(line);
    return this.#take();
  }

  end(): TraceFrame[] {
    for (const line of this.#lines.end()) this.#read(line);
    this.#closeWrapped();
    this.#closeBlock();
    this.#closeLink();
    return this.#take();
  }

  #take(): TraceFrame[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #read(line: Line): void {
    if (this.#wrapped && this.#readWrapped(this.#wrapped, line.text)) return;
    const read = readPriLine(line.text);
    if (!read) return;
    if (read.type === "octets" && !read.closed) this.#wrapped = read;
    else this.#accept(read);
  }

  /** True where this line was the rest of a wrapped one. */
  #readWrapped(wrapped: Octets, text: string): boolean {
    const rest = readWrapped(text);
    const hex = `${wrapped.hex} ${rest?.hex ?? ""}`;
    if (!rest || hex.length > 3 * priMessageOctetsLimit) {
      this.#closeWrapped();
      return false;
    }
    this.#wrapped = { ...wrapped, hex, closed: rest.closed };
    if (rest.closed) this.#closeWrapped();
    return true;
  }

  #closeWrapped(): void {
    const wrapped = this.#wrapped;
    this.#wrapped = undefined;
    if (wrapped) this.#accept(wrapped);
  }

  #accept(line: PriLine): void {
    const block = this.#block;
    switch (line.type) {
      case "queued":
        this.#closeBlock();
        this.#queued = true;
        return;
      case "header":
        this.#closeBlock();
        this.#block = { header: line, queued: this.#queued, reference: [], contents: [] };
        this.#queued = false;
        return;
      case "reference":
        if (block) block.reference = line.octets;
        return;
      case "messageType":
        if (block) this.#append(block, [line.value]);
        return;
      case "octets":
        if (line.link) this.#openLink(line);
        else if (block) this.#append(block, readHex(line.hex).octets);
        return;
      default:
        line satisfies never;
    }
  }

  #append(block: Block, octets: Iterable<number>): void {
    block.contents.push(...octets);
    const length = 1 + block.reference.length + block.contents.length;
    if (length >= Math.min(block.header.length, priMessageOctetsLimit)) this.#closeBlock();
  }

  #closeBlock(): void {
    const block = this.#block;
    this.#block = undefined;
    if (!block || block.reference.length === 0) return;
    const octets = Uint8Array.from([block.header.discriminator, ...block.reference, ...block.contents]);
    const { length } = block.header;
    const headerOnly = block.contents.length <= 1;
    // Shown again, whole, when it is sent.
    if (headerOnly && (block.queued || length > octets.length)) return;
    const link = this.#link;
    if (link && link.direction === block.header.direction && endsWith(link.octets, octets)) {
      this.#closeLink();
      return;
    }
    this.#closeLink();
    const lost = octets.length === length ? [] : [new DecodeError("badLength", octets.length, `len=${length}`)];
    this.#found.push({
      layer: "message",
      carrier: "lapd",
      octets,
      ...originOf(block.header),
      ...(lost.length > 0 ? { problems: lost } : {}),
    });
  }

  #openLink(line: Octets): void {
    this.#closeBlock();
    this.#closeLink();
    this.#link = { layer: "lapd", octets: readHex(line.hex).octets, ...originOf(line) };
  }

  #closeLink(): void {
    if (this.#link) this.#found.push(this.#link);
    this.#link = undefined;
  }
}

function originOf(line: PriLine): Pick<TraceFrame, "direction" | "line" | "clock"> {
  return {
    direction: line.direction,
    ...(line.line === undefined ? {} : { line: line.line }),
    ...(line.clock === undefined ? {} : { clock: line.clock }),
  };
}

function endsWith(octets: Uint8Array, end: Uint8Array): boolean {
  const start = octets.length - end.length;
  return start >= 0 && end.every((octet, at) => octets[start + at] === octet);
}
