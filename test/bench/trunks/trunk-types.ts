import { type End, type FlowName, type MessagesOf, qsigMessages } from "./flows.ts";
import { H323Station } from "./h323-station.ts";
import { iuaStation } from "./iua-station.ts";
import { lapdStation } from "./lapd-station.ts";
import type { Load, Pair } from "./load.ts";
import type { Ports, TrunkType } from "./relay-order.ts";
import type { Profile } from "./sip-manners.ts";
import { SipStation } from "./sip-station.ts";

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
  /** What it carries, and what of that each end sends. */
  readonly flows: readonly Exclude<FlowName, "standing">[];
  readonly messagesOf: MessagesOf;
  /** The trunk of the gateway at this end, as a configuration says it. */
  trunk(end: End, peer: number): string;
  /** What else it says of the neighbour. */
  readonly keys?: readonly string[];
  prepare(load: Load, bare: boolean): Promise<Prepared>;
}

const nobody: Ports = { near: 0, far: 0 };
const sides = { near: "network", far: "user" } as const;

const qsig = { flows: ["basic", "call back"], messagesOf: qsigMessages } as const;

/** Messages of SIP are counted here, and not those of QSIG in them. */
function sip(
  profile: Profile,
  { messagesOf, ...more }: Pick<TrunkKind, "messagesOf"> & Partial<Pick<TrunkKind, "flows" | "keys">>,
): TrunkKind {
  return {
    ...{ flows: qsig.flows, messagesOf, ...more },
    trunk: (_, peer) => `{ type: sip, profile: ${profile}, server: ["127.0.0.1:${peer}"] }`,
    async prepare(load, bare) {
      const near = new SipStation(profile, "near", load.arrival("near"));
      const far = new SipStation(profile, "far", load.arrival("far"));
      const stop = async (): Promise<void> => {
        near.stop();
        far.stop();
      };
      const stations = { near, far, stop, isUp: () => near.isUp() && far.isUp() };
      const peer = { near: await near.listen(bare), far: await far.listen(bare) };
      return { peer, connect: () => Promise.resolve(stations) };
    },
  };
}

/** ONE table: what a load needs of each trunk type. */
export const trunkKinds: { readonly [type in TrunkType]: TrunkKind } = {
  lapd: {
    ...qsig,
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
    ...qsig,
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
    ...qsig,
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
  "sip cisco": sip("cisco", { messagesOf: { basic: 7, "call back": 19, standing: 7 } }),
  "sip ecma355": sip("ecma355", { messagesOf: { basic: 15, "call back": 38, standing: 15 } }),
  // Without QSIG there is nothing that a call back could be asked for with.
  "sip plain": sip("plain", {
    ...{ flows: ["basic"], keys: ["callCompletion: { mode: none }"] },
    messagesOf: { basic: 7, "call back": 0, standing: 7 },
  }),
};
