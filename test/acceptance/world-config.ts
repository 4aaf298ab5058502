import { loadConfig } from "../../gateway/config/load.ts";
import type { Input } from "../../src/seam.ts";

export type Side = "west" | "east";

/** How the two gateways are joined: the configuration of the trunk at each of them. */
const trunks = {
  lapd: {
    west: '{ type: lapd, listen: "127.0.0.1:5001", side: network }',
    east: '{ type: lapd, connect: "127.0.0.1:5001", side: user }',
  },
  h323: {
    west: '{ type: h323, peers: ["127.0.0.2:1720"] }',
    east: '{ type: h323, peers: ["127.0.0.1:1720"] }',
  },
} as const;

export interface WorldOptions {
  readonly trunk?: keyof typeof trunks;
  /** More of `callCompletion` of the clusters, `, busyTrigger: 2`. */
  readonly cluster?: Partial<Record<Side, string>>;
  /** More of `callCompletion` of the trunk between the gateways, at each gateway. */
  readonly between?: Partial<Record<Side, string>>;
  readonly phones?: Partial<Record<Side, string>>;
  /** The cluster of that side is a neighbour whose call completion nobody configured. */
  readonly unconfigured?: Side;
  readonly busyTrigger?: number;
  /** The clusters are the gateways' own PINX: bearers end there, so that a path can be reserved (R10). */
  readonly ownsBearers?: true;
  /** Of the numbers that phones give, Q.931 4.5.10: private, where absent. */
  readonly numberingPlan?: number;
  /** Of west alone. */
  readonly westTrigger?: number;
}

/** The first input of the gateway of that side. */
export function configuration(side: Side, options: WorldOptions): Input {
  const { trunk = "lapd", cluster = {}, between = {}, phones = {} } = options;
  const busyTrigger = triggerOf(side, options);
  const far = side === "west" ? "east" : "west";
  const numbers = { west: "1xxx", east: "2xxx" };
  const served = `    callCompletion: { mode: assisted, guard: 1s, busyTrigger: ${busyTrigger}${cluster[side] ?? ""} }
    lines: { type: demo }
    phones: { type: demo${phones[side] ?? ""} }
`;
  const loaded = loadConfig(`
gateway: { name: ${side} }
neighbours:
  ${side}:
    numbers: ["${numbers[side]}"]
    trunk: { type: demo }
    media: external
${options.unconfigured === side ? "" : served}  ${far}:
    numbers: ["${numbers[far]}"]
    trunk: ${trunks[trunk][side]}
    media: external
    callCompletion: { mode: native${between[side] ?? ""} }
`);
  if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text }) => `line ${line}: ${text}`).join("; "));
  const { ownsBearers } = options;
  const neighbours = loaded.config.core.neighbours.map((each) =>
    ownsBearers === undefined || each.name !== side
      ? each
      : { ...each, callCompletion: { ...each.callCompletion, ownsBearers } },
  );
  const config = { ...loaded.config.core, neighbours, utcOffsetMinutes: 0 };
  return { type: "configure", config, seed: new Uint8Array(16).fill(side === "west" ? 1 : 2) };
}

export function triggerOf(side: Side, { busyTrigger = 1, westTrigger = busyTrigger }: WorldOptions): number {
  return side === "west" ? westTrigger : busyTrigger;
}
