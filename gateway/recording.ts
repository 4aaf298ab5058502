import { createHash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { fromHex, toHex } from "../codecs/shape.ts";
import type { Input, Output } from "../src/seam.ts";
import type { Recorder } from "./drive.ts";

/** The first line of a recording; another version of the format has another number. */
export const recordingHead = JSON.stringify({ qsig: "recording", version: 1 });

/** One line: an input before the core has it, or what came of the one before. */
export type RecordedLine =
  | { readonly now: number; readonly input: Input }
  /** The running hash over all outputs so far. */
  | { readonly outputs: number; readonly hash: string };

/** A hash of every output so far, so that one line tells whether a rerun is the same up to here. */
export class OutputHash {
  #hash = "";

  /** The hash with these outputs too, in hex. */
  add(outputs: readonly Output[]): string {
    this.#hash = createHash("sha256").update(this.#hash).update(lineOf(outputs)).digest("hex").slice(0, 32);
    return this.#hash;
  }
}

/**
 * Writes what goes into the core to a file that `qsig rerun` takes, each line before the core goes on: a recording of a
 * crash ends with what crashed it. It holds the numbers of callers. Throws where the file cannot be made.
 */
export function startRecording(path: string): Recorder & { stop(): void } {
  const file = openSync(path, "w", 0o600);
  const hash = new OutputHash();
  const write = (line: string): void => void writeSync(file, `${line}\n`);
  write(recordingHead);
  return {
    input: (input, now) => write(lineOf({ now, input })),
    outputs: (outputs) => write(lineOf({ outputs: outputs.length, hash: hash.add(outputs) })),
    stop: () => closeSync(file),
  };
}

/** One line as text: octets as `{"hex": "..."}`. */
export function lineOf(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (each instanceof Uint8Array ? { hex: toHex(each) } : each));
}

/** The line that `lineOf` wrote; undefined where it is none. */
export function readLine(text: string): RecordedLine | undefined {
  try {
    const line = JSON.parse(text, (_key, each: unknown) => octetsOf(each) ?? each) as unknown;
    if (typeof line !== "object" || line === null) return undefined;
    return "input" in line || "hash" in line ? (line as RecordedLine) : undefined;
  } catch {
    return undefined;
  }
}

function octetsOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== "object" || value === null || Object.keys(value).join() !== "hex") return undefined;
  const { hex } = value as { readonly hex: unknown };
  return typeof hex === "string" ? fromHex(hex) : undefined;
}
