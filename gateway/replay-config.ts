import { trunks } from "../src/replay/near-side.ts";
import { type Policy, withPolicy } from "../src/replay/policy.ts";
import type { Config } from "../src/config.ts";
import { loadConfig } from "./config/load.ts";
import type { Fault } from "./config/read.ts";

/** Settings of the trunk to the other side, as `our` and `peer` of a configuration file have them. */
export interface GivenSettings {
  readonly our: Readonly<Record<string, string>>;
  readonly peer: Readonly<Record<string, string>>;
}

/** The core's configuration for a replay: what was given, else what the trace shows, else the defaults. */
export function replayConfig(policy: Policy, given: GivenSettings): Config | readonly Fault[] {
  const loaded = loadConfig(`
gateway: { name: replay }
neighbours:
  ${trunks.near}:
    numbers: ${numbers(policy.numbers, nobody.near)}
    trunk: { type: demo }
    callCompletion: { mode: assisted }
    lines: { type: demo }
    phones: { type: demo }
  ${trunks.far}:
    numbers: ${numbers(policy.farNumbers, nobody.far)}
    trunk: { type: demo }
    callCompletion: { mode: native, our: ${inFlow(given.our)}, peer: ${inFlow(given.peer)} }
`);
  if (!loaded.ok) return loaded.faults;
  return withPolicy(loaded.config.core, policy, new Set([given.our, given.peer].flatMap(Object.keys).map(inCode)));
}

/** A side needs a number; these are nobody's. */
const nobody = { near: "0", far: "00" } as const;

function numbers(shown: readonly string[], none: string): string {
  return JSON.stringify(shown.length > 0 ? shown : [none]);
}

/** A YAML mapping on one line. */
function inFlow(settings: Readonly<Record<string, string>>): string {
  return `{ ${Object.entries(settings)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }`;
}

/** Durations have their unit in the name inside: `t1` is `t1Ms`. */
function inCode(key: string): string {
  return key === "t1" ? "t1Ms" : key;
}
