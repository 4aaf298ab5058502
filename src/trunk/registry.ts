import type { NeighbourConfig, TrunkConfig } from "../config.ts";
import type { Trunk } from "../ids.ts";
import { DemoTrunk } from "./demo.ts";
import { H225Trunk } from "./h225.ts";
import { IuaTrunk } from "./iua.ts";
import { LapdTrunk } from "./lapd.ts";
import { SipTrunk } from "./sip.ts";
import type { TrunkMachine } from "./trunk.ts";

type Machines = {
  readonly [Type in TrunkConfig["type"]]: (
    trunk: Trunk,
    config: Extract<TrunkConfig, { type: Type }>,
    neighbour: NeighbourConfig,
  ) => TrunkMachine;
};

/** ONE table: trunk type -> machine. A new trunk type is its file here, its file in the rim, and one row in each. */
const machines: Machines = {
  lapd: (trunk, config, { strict }) => new LapdTrunk(trunk, config, strict),
  h323: (trunk, config, { strict = [], callCompletion: { mode } }) =>
    new H225Trunk(trunk, config, { strict, isNative: mode === "native" }),
  iua: (trunk, config, { strict }) => new IuaTrunk(trunk, config, strict),
  sip: (trunk, config, { strict, media }) => new SipTrunk(trunk, config, strict, media),
  demo: (trunk, _config, { strict }) => new DemoTrunk(trunk, strict),
};

type Create = (name: Trunk, config: TrunkConfig, neighbour: NeighbourConfig) => TrunkMachine;

export function createTrunk(neighbour: NeighbourConfig): TrunkMachine {
  const { name, trunk } = neighbour;
  return (machines[trunk.type] as Create)(name, trunk, neighbour);
}
