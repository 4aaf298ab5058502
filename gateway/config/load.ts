import { open } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import { build } from "./build.ts";
import type { GatewayConfig } from "./gateway-config.ts";
import { type Fault, Reader, type Setting } from "./read.ts";
import { schema } from "./schema.ts";

/** A configuration file is read whole; one longer than this is another file by mistake. */
export const longestConfigOctets = 1024 * 1024;

export type Loaded =
  | { readonly ok: true; readonly config: GatewayConfig; readonly settings: readonly Setting[] }
  /** Every fault, in the order of the file. */
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads the text of a configuration file. */
export function loadConfig(text: string): Loaded {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: true });
  const broken = [...document.errors, ...document.warnings].map(({ pos, message }) => {
    return { line: counter.linePos(pos[0]).line, path: "", text: `the YAML cannot be read: ${message}` };
  });
  if (broken.length > 0) return { ok: false, faults: broken };
  const reader = new Reader(document, counter);
  const values = reader.read(schema);
  // Faults between keys show only where each key by itself is right.
  const config = reader.faults.length > 0 ? undefined : build(values, (path, fault) => reader.fault(path, fault));
  if (config === undefined || reader.faults.length > 0) {
    return { ok: false, faults: [...reader.faults].sort((a, b) => a.line - b.line) };
  }
  return { ok: true, config, settings: reader.settings };
}

/** Rejects with a sentence where the file cannot be read. */
export async function loadConfigFile(path: string): Promise<Loaded> {
  return loadConfig(await readText(path));
}

async function readText(path: string): Promise<string> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path);
  } catch (error) {
    throw new Error(`cannot read the configuration ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    if ((await file.stat()).size > longestConfigOctets) {
      throw new Error(`${path} is longer than ${longestConfigOctets} octets: is it a configuration?`);
    }
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}
