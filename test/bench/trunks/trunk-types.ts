import type { End } from "./flows.ts";
import { H323Station } from "./h323-station.ts";
import { iuaStation } from "./iua-station.ts";
import { lapdStation } from "./lapd-station.ts";
import type { Load, Pair } from "./load.ts";
import type { Ports, TrunkType } from "./relay-order.ts";

/** Both ends of a pair of trunks. */
export type Stations = Pair["stations"] & {
  /** Calls may begin. */
  isUp(): boolean;
  stop(): Promise<void>;
};

/** Stations before there is a relay: where it may call them, and how they get at it. */
export interface Prepared {
  readonly peer: Ports;
  connect(relay: Ports, bare: boolean): Promise<Stations>;
}

interface TrunkKind {
  /** The trunk of the gateway at this end, as a configuration says it. */
  trunk(end: End, peer: number): string;
  prepare(load: Load): Promise<Prepared>;
}

const nobody: Ports = { near: 0, far: 0 };
const sides = { near: "network", far: "user" } as const;

/** ONE table: what a load needs of each trunk type. */
export const trunkKinds: { readonly [type in TrunkType]: TrunkKind } = {
  lapd: {
    trunk: (end) => `{ type: lapd, listen: "127.0.0.1:0", side: ${sides[end]} }`,
    prepare: async (load) => ({
      peer: nobody,
      async connect({ near: nearPort, far: farPort }, bare) {
        const far = await lapdStation("far", farPort, bare, load.arrival("far"));
        const near = await lapdStation("near", nearPort, bare, load.arrival("near"));
        const stop = async (): Promise<void> => {
          near.stop();
          far.stop();
        };
        return { near, far, stop, isUp: () => near.isUp() && far.isUp() };
      },
    }),
  },
  h323: {
    trunk: (_, peer) => `{ type: h323, listen: "127.0.0.1:0", peers: ["127.0.0.1:${peer}"], multipleCalls: true }`,
    async prepare(load) {
      const [near, far] = [new H323Station(load.arrival("near")), new H323Station(load.arrival("far"))];
      return {
        peer: { near: await near.listen(), far: await far.listen() },
        async connect(relay) {
          await near.call(relay.near);
          await far.call(relay.far);
          const stop = async (): Promise<void> => {
            near.stop();
            far.stop();
          };
          return { near, far, stop, isUp: () => true };
        },
      };
    },
  },
  iua: {
    trunk: (end) => `{ type: iua, role: sg, bind: "127.0.0.1:0", interfaces: [1], side: ${sides[end]} }`,
    prepare: async (load) => ({
      peer: nobody,
      async connect(relay, bare) {
        const near = await iuaStation(relay.near, bare, load.arrival("near"));
        const far = await iuaStation(relay.far, bare, load.arrival("far"));
        const stop = async (): Promise<void> => void (await Promise.all([near.stop(), far.stop()]));
        return { near, far, stop, isUp: () => near.isUp() && far.isUp() };
      },
    }),
  },
};
