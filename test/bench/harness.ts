/**
 * One line of the table and of `build/bench.json`: what we need or reach, what the peer does at the same work in the
 * same run, and how many times better ours is.
 */
export interface Row {
  readonly name: string;
  readonly unit: Unit;
  readonly ours: number;
  /** null where the peer is not there; `missing` says why and what to do. */
  readonly other: number | null;
  readonly peer: string;
  readonly ratio: number | null;
  readonly missing?: string;
}

/** ONE table: what is measured, and which of two numbers is the better one. */
export const units = {
  ns: { better: "less" },
  "frames/s": { better: "more" },
  "msg/s": { better: "more" },
  us: { better: "less" },
  KB: { better: "less" },
  MB: { better: "less" },
  octets: { better: "less" },
} as const satisfies Readonly<Record<string, { readonly better: "less" | "more" }>>;

export type Unit = keyof typeof units;

/** A group of rows that `ARGS="NAME"` selects. */
export interface Part {
  readonly name: string;
  /** Too long to be run where nobody asked for it by name. */
  readonly onlyByName?: true;
  /** Rows as they become known; each contender is measured `rounds` times. */
  rows(rounds: number): AsyncIterable<Row>;
}

/** Measures once, in the unit of the row. */
export type Repetition = () => number | Promise<number>;

/** Someone we are compared with. */
export type Peer = { readonly peer: string } & ({ readonly measure: Repetition } | { readonly missing: string });

/** Of each measurement, where nobody asks for another number. */
export const usualRounds = 7;

/** Every contender once a round, so that what else the machine does falls on all of them; medians. */
export async function compare(
  name: string,
  unit: Unit,
  rounds: number,
  ours: Repetition,
  peers: readonly Peer[],
): Promise<Row[]> {
  const oursMeasured: number[] = [];
  const measured = peers.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    oursMeasured.push(await ours());
    for (const [index, peer] of peers.entries()) {
      if ("measure" in peer) measured[index]?.push(await peer.measure());
    }
  }
  const own = median(oursMeasured);
  return peers.map((peer, index): Row => {
    if ("missing" in peer)
      return { name, unit, ours: own, other: null, peer: peer.peer, ratio: null, missing: peer.missing };
    const other = median(measured[index] ?? []);
    return { name, unit, ours: own, other, peer: peer.peer, ratio: ratioOf(unit, own, other) };
  });
}

/** How many times better `ours` is. */
export function ratioOf(unit: Unit, ours: number, other: number): number {
  return units[unit].better === "less" ? other / ours : ours / other;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const half = sorted.length / 2;
  const high = sorted[Math.floor(half)];
  const low = sorted[Math.ceil(half) - 1];
  if (high === undefined || low === undefined) throw new RangeError("no values have no median");
  return (low + high) / 2;
}

/** Long enough for the clock of processor time and for several garbage collections. */
const usualBatchMs = 40;

/** Code is warm when for so long no batch was faster: V8 compiles a function when it has been called often enough. */
const warmingMs = 1000;

/**
 * Nanoseconds of processor time for one of `count` runs, threads of the garbage collector and the compiler included.
 * The first call warms the code up and finds out how many runs make a batch.
 */
export function timed(run: (count: number) => void, batchMs = usualBatchMs): Repetition {
  let count = 0;
  return () => {
    if (count === 0) count = warmedCount(run, batchMs);
    return (processorMs(() => run(count)) * 1e6) / count;
  };
}

/** How many runs of warm code make a batch. */
function warmedCount(run: (count: number) => void, batchMs: number): number {
  let count = 1;
  let fastest = Number.POSITIVE_INFINITY;
  for (let sinceMs = 0; sinceMs < warmingMs; ) {
    const ms = processorMs(() => run(count));
    sinceMs = ms / count < fastest ? 0 : sinceMs + ms;
    fastest = Math.min(fastest, ms / count);
    if (ms < batchMs) count = Math.ceil(count * Math.min(4, (1.2 * batchMs) / Math.max(ms, 1)));
  }
  return count;
}

function processorMs(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
}
