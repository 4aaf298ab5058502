import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DecodeError } from "../../codecs/error.ts";
import { TraceDecoder, type TraceOptions, type TraceRow } from "../../codecs/trace/decoder.ts";
import { root } from "../root.ts";

/** Traces nobody on this project wrote; they lie beside it and are not part of it. */
export const sharedTraces = join(root, "../shared/traces");

/** Call it first in a `before` hook: skips the suite where the traces are not there. */
export function requireSharedTraces(context: Mocha.Context): void {
  if (existsSync(sharedTraces)) return;
  console.log("    skipped: the folder ../shared/traces is not there");
  context.skip();
}

/** Names of the captures of libpri pairs; none where the folder is absent. */
export function libpriCaptures(): string[] {
  const folder = join(sharedTraces, "libpri");
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".pcap")) : [];
}

/** The rows of a shared file, which must be whole. */
export function rowsOf(path: string, options: Partial<TraceOptions> = {}): TraceRow[] {
  const decoder = new TraceDecoder({ from: "auto", protocol: "auto", all: false, ...options });
  const found = [...decoder.push(readFileSync(join(sharedTraces, path))), ...decoder.end()];
  return found.map((row) => {
    if (row instanceof DecodeError) throw new Error(`${path}: ${row.code} at ${row.offset}`);
    return row;
  });
}
