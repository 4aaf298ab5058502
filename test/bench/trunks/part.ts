import { median, type Part, ratioOf, type Row, type Unit } from "../harness.ts";
import type { FlowName } from "./flows.ts";
import { holds, type Load } from "./load.ts";
import type { TrunkType } from "./relay-order.ts";
import { Rig } from "./rig.ts";
import { trunkKinds } from "./trunk-types.ts";

interface Loading {
  /** Pairs of trunks, and calls at once on each. */
  readonly pairs: number;
  readonly callsPerPair: number;
  /** How many times the rate at which latency is measured it has to carry. */
  readonly calmMargin: number;
  /** Messages until the code of the relay is warm. */
  readonly warmMessages: number;
  /** Calls that stand at once where memory is measured, and over how many pairs. Absent: too few to be weighed. */
  readonly standing?: Standing;
}

interface Standing {
  readonly pairs: number;
  readonly calls: number;
  /** What each of them may cost; absent: no aim is set. */
  readonly aimOctets?: number;
  /** How long they have stood when they are weighed: until what their setting up leaves behind is gone. */
  readonly afterMs?: number;
}

/** What a call that stands may cost: 50,000 in a gigabyte. */
const aimOctets = 1e9 / 50_000;

const sipLoading: Loading = {
  ...{ pairs: 1, callsPerPair: 128, calmMargin: 3, warmMessages: 20_000 },
  // Timer L and timer M (RFC 6026): so long is a transaction of INVITE kept behind its 2xx.
  standing: { pairs: 1, calls: 4000, afterMs: 34_000 },
};

/** ONE table: how each trunk type is loaded. A data link has seven frames under way, so there are many of them. */
const loads: { readonly [type in TrunkType]: Loading } = {
  lapd: {
    ...{ pairs: 32, callsPerPair: 4, calmMargin: 1.2, warmMessages: 60_000 },
    standing: { pairs: 32, calls: 960, aimOctets },
  },
  h323: {
    ...{ pairs: 1, callsPerPair: 128, calmMargin: 1.2, warmMessages: 60_000 },
    standing: { pairs: 2, calls: 50_000, aimOctets },
  },
  iua: { pairs: 1, callsPerPair: 30, calmMargin: 1.2, warmMessages: 6000 },
  "sip cisco": sipLoading,
  "sip ecma355": sipLoading,
  "sip plain": sipLoading,
};

/** Longer than that nothing is warmed: the machine is too busy for figures anyway. */
const warmingMs = 15_000;
const measuringMs = 1000;
/** Messages a second at which latency is measured: the most that both relays carry with their margin. */
const calmRates = [1000, 500, 250, 100] as const;
/** So many calls are set up at once where they then stand, and end at once. */
const callsChanging = 500;

const relays = ["gateway", "bare"] as const;

interface Rate {
  readonly rate: number;
  readonly cpuNs: number;
}

interface Measured extends Rate {
  readonly p50Us: number;
  readonly p99Us: number;
}

/** Calls and call backs relayed between two trunks of each type: the gateway beside a relay that only cuts frames. */
export const trunks: Part = {
  name: "trunks",
  async *rows(rounds) {
    for (const type of Object.keys(loads) as TrunkType[]) yield* rowsOfType(type, rounds);
  },
};

export async function* rowsOfType(type: TrunkType, rounds: number): AsyncIterable<Row> {
  yield* relayed(type, rounds);
  const { standing } = loads[type];
  if (standing !== undefined) yield await memory(type, standing);
}

async function* relayed(type: TrunkType, rounds: number): AsyncIterable<Row> {
  const rigs: Rig[] = [];
  try {
    for (const relay of relays) rigs.push(await Rig.start({ type, pairs: loads[type].pairs, relay }));
    for (const flow of trunkKinds[type].flows) {
      const measured: Measured[][] = relays.map(() => []);
      for (const rig of rigs) await warm(rig, flow, loads[type]);
      const carried: number[] = [];
      for (const rig of rigs) carried.push((await rateOf(rig, flow, loads[type])).rate);
      const calmRate = calmRates.find((each) => each * loads[type].calmMargin <= Math.min(...carried)) ?? calmRates[3];
      for (let round = 0; round < rounds; round += 1) {
        for (const [index, rig] of rigs.entries()) {
          const rate = await rateOf(rig, flow, loads[type]);
          measured[index]?.push({ ...rate, ...(await latencyOf(rig, flow, calmRate)) });
        }
      }
      yield* rowsOf(`${type} ${flow}`, calmRate, measured);
    }
  } finally {
    for (const rig of rigs) await rig.stop();
  }
}

function* rowsOf(
  name: string,
  calmRate: number,
  [ours = [], bare = []]: readonly (readonly Measured[])[],
): Iterable<Row> {
  const columns = [
    ["rate", "msg/s", "rate"],
    ["CPU a message", "ns", "cpuNs"],
    [`p50 at ${calmRate}/s`, "us", "p50Us"],
    [`p99 at ${calmRate}/s`, "us", "p99Us"],
  ] as const satisfies readonly (readonly [string, Unit, keyof Measured])[];
  for (const [what, unit, key] of columns) {
    const [own, other] = [median(ours.map((each) => each[key])), median(bare.map((each) => each[key]))];
    const ratio = ratioOf(unit, own, other);
    yield { name: `${name}, ${what}`, unit, ours: own, other, peer: "bare relay", ratio };
  }
}

async function warm({ load }: Rig, flow: FlowName, { callsPerPair, warmMessages }: Loading): Promise<void> {
  const until = load.sent + warmMessages;
  const start = performance.now();
  load.start(flow, callsPerPair);
  while (load.sent < until && performance.now() - start < warmingMs) await passed(10);
  await load.stop();
}

/** With as many calls at once as the relay is loaded with. */
async function rateOf(rig: Rig, flow: FlowName, { callsPerPair }: Loading): Promise<Rate> {
  const { load } = rig;
  load.start(flow, callsPerPair);
  const [before, sent, start] = [await rig.usage(), load.sent, performance.now()];
  await passed(measuringMs);
  const [after, messages, tookMs] = [await rig.usage(), load.sent - sent, performance.now() - start];
  await load.stop();
  return {
    rate: (messages / tookMs) * 1000,
    cpuNs: ((after.processorUs - before.processorUs) * 1000) / messages,
  };
}

/** Of calls that begin evenly, so many that the relay carries this rate. */
async function latencyOf({ load }: Rig, flow: FlowName, calmRate: number): Promise<Omit<Measured, keyof Rate>> {
  const times: number[] = [];
  load.times = times;
  const start = performance.now();
  await load.evenly(flow, calmRate, () => performance.now() - start > measuringMs);
  load.times = undefined;
  times.sort((left, right) => left - right);
  const share = (of: number): number => (times[Math.floor(times.length * of)] ?? Number.NaN) * 1000;
  return { p50Us: share(0.5), p99Us: share(0.99) };
}

/** What a call that stands costs the gateway: what its process takes, garbage collected. */
async function memory(type: TrunkType, { pairs, calls, aimOctets: aim, afterMs = 0 }: Standing): Promise<Row> {
  const rig = await Rig.start({ type, pairs, relay: "gateway" });
  try {
    const { load } = rig;
    const before = await rig.usage("collect");
    for (let call = 0; call < calls; call += 1) {
      // The first of each pair alone: its connection is the others' too.
      if (call < pairs || load.up - load.answered > callsChanging) await allAnswered(load);
      load.one("standing", call, Math.floor(call / pairs));
    }
    await allAnswered(load);
    await passed(afterMs);
    const after = await rig.usage("collect");
    await load.hangUp(callsChanging);
    const octets = (after.rss - before.rss) / calls;
    const row = { name: `${type}, each of ${calls} calls`, unit: "KB", ours: octets / 1000, peer: "the aim" } as const;
    if (aim === undefined) return { ...row, other: null, ratio: null, missing: "none is set: it is what sip.js takes" };
    return { ...row, other: aim / 1000, ratio: aim / octets };
  } finally {
    await rig.stop();
  }
}

function allAnswered(load: Load): Promise<void> {
  return holds(
    () => load.answered === load.up,
    () => `${load.up - load.answered} calls do not come up`,
  );
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
