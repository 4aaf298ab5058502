import { latin } from "./latin.ts";

/** A longer line is cut here and marked: a whole message of 64 KiB in spaced hex fits. */
export const lineOctetsLimit = 262_144;

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** The line was longer than `lineOctetsLimit`; `text` is its beginning. */
  readonly cut: boolean;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Cuts a byte stream into lines. Octets become characters one to one: every format we read writes its data in ASCII.
 */
export class LineSplitter {
  #number = 0;
  #text = "";
  #cut = false;

  push(chunk: Uint8Array): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let feed = chunk.indexOf(lineFeed); feed !== -1; feed = chunk.indexOf(lineFeed, start)) {
      this.#append(chunk.subarray(start, feed));
      lines.push(this.#take());
      start = feed + 1;
    }
    this.#append(chunk.subarray(start));
    return lines;
  }

  end(): Line[] {
    return this.#text === "" ? [] : [this.#take()];
  }

  #append(octets: Uint8Array): void {
    const room = lineOctetsLimit - this.#text.length;
    if (octets.length > room) this.#cut = true;
    this.#text += latin(octets.subarray(0, room));
  }

  #take(): Line {
    this.#number += 1;
    const ending = this.#text.charCodeAt(this.#text.length - 1) === carriageReturn ? 1 : 0;
    const text = this.#text.slice(0, this.#text.length - ending);
    const line = {
      number: this.#number,
      text: this.#number === 1 ? text.replace(byteOrderMark, "") : text,
      cut: this.#cut,
    };
    this.#text = "";
    this.#cut = false;
    return line;
  }
}

/** UTF-8's, read octet by octet. */
const byteOrderMark = /^\xef\xbb\xbf/;
