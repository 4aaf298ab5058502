import { DecodeError } from "../error.ts";
import type { Layer, TraceFrame, TraceReader } from "./frame.ts";
import { type Line, LineSplitter } from "./lines.ts";

/**
 * Bare hex, one frame a line: `0x` before octets, any of space, tab, `:`, `-` and `,` between them, `#` begins a
 * comment. A line that is no hex is a frame with a problem, never the end of the trace.
 */
export class HexReader implements TraceReader {
  readonly #lines = new LineSplitter();

  push(chunk: Uint8Array): TraceFrame[] {
    return this.#lines.push(chunk).flatMap(readLine);
  }

  end(): TraceFrame[] {
    return this.#lines.end().flatMap(readLine);
  }
}

/** 0x91 ROSE, 0x11 the same with an extension, 0x92 CMIP, 0x93 ACSE, 0x9f networking extensions (Q.932 8.2.3.1). */
const profiles = new Set([0x91, 0x11, 0x92, 0x93, 0x9f]);

/** ONE table: what a frame is, by its first octets (design of `qsig decode`). The first row that fits wins. */
const firstOctets: readonly { readonly layer: Layer; fits(first: number, second: number): boolean }[] = [
  { layer: "message", fits: (first) => first === 0x08 },
  { layer: "facilityElement", fits: (first) => first === 0x1c },
  { layer: "facility", fits: (first) => profiles.has(first) },
  { layer: "component", fits: (first) => first >= 0xa1 && first <= 0xa4 },
  // RFC 1006 6, RFC 4233 3.1: version and a reserved octet.
  { layer: "tpkt", fits: (first, second) => first === 3 && second === 0 },
  { layer: "iua", fits: (first, second) => first === 1 && second === 0 },
  // Q.921 2.3: the first address octet ends in 0, the second in 1.
  { layer: "lapd", fits: (first, second) => (first & 1) === 0 && (second & 1) === 1 },
];

/** What these octets are by their first two; "unknown" where no row of the table fits. */
export function layerOf(octets: Uint8Array): Layer {
  const [first = -1, second = -1] = octets;
  return firstOctets.find((row) => row.fits(first, second))?.layer ?? "unknown";
}

function readLine(line: Line): TraceFrame[] {
  const text = line.text.replace(/#.*/, "");
  if (text.trim() === "" && !line.cut) return [];
  const { octets, fault } = readHex(text);
  if (line.cut) return [{ layer: "unknown", octets, problems: [new DecodeError("tooLong", 0, `line ${line.number}`)] }];
  if (fault === undefined) return [{ layer: layerOf(octets), octets }];
  const at = `line ${line.number}, column ${fault + 1}`;
  return [{ layer: "unknown", octets, problems: [new DecodeError("notHex", octets.length, at)] }];
}

/** Octets up to the first character that is no hex; `fault` is its place, from 0. */
export function readHex(text: string): { readonly octets: Uint8Array; readonly fault?: number } {
  const octets = new Uint8Array(text.length >> 1);
  let count = 0;
  let at = 0;
  while (at < text.length) {
    if (isSeparator(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    // `0x` stands before an octet or before the whole line.
    if (text.charCodeAt(at) === 0x30 && (text.charCodeAt(at + 1) | 0x20) === 0x78) at += 2;
    const high = digit(text.charCodeAt(at));
    const low = digit(text.charCodeAt(at + 1));
    if (high === undefined || low === undefined) {
      return { octets: octets.subarray(0, count), fault: high === undefined ? at : at + 1 };
    }
    octets[count] = high * 16 + low;
    count += 1;
    at += 2;
  }
  return { octets: octets.subarray(0, count) };
}

const separators = new Set([" ", "\t", ":", "-", ","].map((character) => character.charCodeAt(0)));

function isSeparator(character: number): boolean {
  return separators.has(character);
}

function digit(character: number): number | undefined {
  if (character >= 0x30 && character <= 0x39) return character - 0x30;
  const letter = character | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}
