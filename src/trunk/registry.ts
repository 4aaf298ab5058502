import type { NeighbourConfig, TrunkConfig } from "../config.ts";
import type { Trunk } from "../seam.ts";
import { DemoTrunk } from "./demo.ts";
import { LapdTrunk } from "./lapd.ts";
import type { TrunkMachine } from "./trunk.ts";

type Machines = {
  readonly [Type in TrunkConfig["type"]]: (trunk: Trunk, config: Extract<TrunkConfig, { type: Type }>) => TrunkMachine;
};

/** ONE table: trunk type -> machine. A new trunk type is its file here, its file in the rim, and one row in each. */
const machines: Machines = {
  lapd: (trunk, config) => new LapdTrunk(trunk, config),
  demo: (trunk) => new DemoTrunk(trunk),
};

export function createTrunk({ name, trunk }: NeighbourConfig): TrunkMachine {
  return (machines[trunk.type] as (name: Trunk, config: TrunkConfig) => TrunkMachine)(name, trunk);
}
