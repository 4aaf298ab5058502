import { loadConfig } from "../config/load.ts";
import type { GatewayConfig } from "../config/gateway-config.ts";
import type { Side } from "./ladder.ts";

/** What a test sets otherwise than the demo; as in a configuration file, times are text with a unit. */
export interface DemoSettings {
  /** How long a line must stay free before its caller is told. */
  readonly guard: string;
  /** How long active calls and connections outlive a cut trunk. */
  readonly t309: string;
  /** How long a user has to press Dial. */
  readonly t3: string;
  /** How long a call back after busy lives. */
  readonly ccbsT2: string;
  /** Ending is what a person at the page can watch: the screen says at once why there will be no call back. */
  readonly onConnectionLost: "goOn" | "end";
}

export const demoSettings: DemoSettings = {
  guard: "2s",
  t309: "6s",
  t3: "30s",
  ccbsT2: "60min",
  onConnectionLost: "end",
};

/** Numbers of each cluster. */
const numbers: Readonly<Record<Side, string>> = { west: "1xxx", east: "2xxx" };

/**
 * The configuration of one gateway of the demo: its own cluster, which knows no call completion, and the other gateway,
 * which does. `media: external`: there is no media at all.
 */
export function demoConfig(side: Side, trunk: string, settings: DemoSettings): GatewayConfig {
  const far: Side = side === "west" ? "east" : "west";
  const { guard, t309, t3, ccbsT2, onConnectionLost } = settings;
  const our = `{ connectionProposal: retain, t3: ${t3}, ccbsT2: ${ccbsT2}, onConnectionLost: ${onConnectionLost} }`;
  const loaded = loadConfig(`
gateway: { name: ${side} }
neighbours:
  ${side}:
    numbers: ["${numbers[side]}"]
    trunk: { type: demo }
    media: external
    callCompletion: { mode: assisted, guard: ${guard} }
    lines: { type: demo }
    phones: { type: demo }
  ${far}:
    numbers: ["${numbers[far]}"]
    trunk: { type: lapd, ${trunk}, side: ${side === "west" ? "network" : "user"}, t309: ${t309} }
    media: external
    callCompletion: { mode: native, our: ${our} }
`);
  if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text }) => `line ${line}: ${text}`).join("; "));
  return loaded.config;
}
