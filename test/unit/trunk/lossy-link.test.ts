import { expect } from "chai";
import fc from "fast-check";
import type { TrunkBench } from "./bench.ts";
import { type Fate, maxDelayMs, Wire } from "./wire.ts";

/** xorshift32: the same seed, the same faults. */
function randomOf(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

interface Faults {
  readonly lose: number;
  readonly duplicate: number;
  readonly delay: number;
}

function fates(seed: number, { lose, duplicate, delay }: Faults): () => Fate {
  const random = randomOf(seed);
  const delayMs = () => (random() < delay ? Math.floor(random() * maxDelayMs) : 0);
  return () => {
    if (random() < lose) return [];
    return random() < duplicate ? [delayMs(), delayMs()] : [delayMs()];
  };
}

/** One direction: what was taken to be sent, and what arrived. */
class Direction {
  readonly sent: number[] = [];
  readonly #from: TrunkBench;
  readonly #to: TrunkBench;

  constructor(from: TrunkBench, to: TrunkBench) {
    this.#from = from;
    this.#to = to;
  }

  send(value: number): void {
    const reference = { value, flag: 0, length: 2 } as const;
    const taken = this.#from.machine.sendUnder(reference, { message: "FACILITY", ies: [] }, this.#from);
    if (taken) this.sent.push(value);
  }

  get arrived(): number[] {
    return this.#to.events.flatMap((event) =>
      event.type === "unknownReference" ? [event.message.callReference.value] : [],
    );
  }

  /** Resets and losses of the link that the sender's layer 3 was told of, behind its first establishment. */
  get told(): number {
    return this.#from.events.filter(({ type }) => type === "linkUp" || type === "linkDown").length - 1;
  }
}

function directions(wire: Wire): Direction[] {
  return [new Direction(wire.left, wire.right), new Direction(wire.right, wire.left)];
}

/** In order, nothing twice, nothing that was not sent; all of it unless the sender was told of a reset. */
function expectFaithful(direction: Direction): void {
  const { sent, arrived } = direction;
  const positions = arrived.map((value) => sent.indexOf(value));
  expect(positions.every((position, index) => position > (positions[index - 1] ?? -1))).to.equal(true);
  if (direction.told === 0) expect(arrived).to.deep.equal(sent);
}

/** Messages both ways over a bad wire, then a good one until all is quiet. */
function traffic(seed: number, faults: Faults, count: number): Direction[] {
  const wire = new Wire();
  wire.run(200);
  const both = directions(wire);
  wire.fate = fates(seed, faults);
  const random = randomOf(seed ^ 0x5bd1e995);
  for (let value = 1; value <= count; value++) {
    for (const direction of both) if (random() < 0.7) direction.send(value);
    wire.run(Math.floor(random() * 30));
  }
  wire.run(5000);
  wire.fate = () => [0];
  wire.run(30_000);
  expect(wire.left.machine.up && wire.right.machine.up, "the link is up at the end").to.equal(true);
  for (const direction of both) direction.send(20_000);
  wire.run(1000);
  for (const direction of both) expect(direction.arrived.at(-1), "and carries messages").to.equal(20_000);
  return both;
}

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const share = (most: number) => fc.integer({ min: 0, max: most }).map((percent) => percent / 100);

describe("trunk lapd: two of them over a bad wire", () => {
  it("on a good wire everything arrives once, in order, and nobody is disturbed", () => {
    for (const direction of traffic(1, { lose: 0, duplicate: 0, delay: 0 }, 300)) {
      expect(direction.arrived).to.deep.equal(direction.sent);
      expect(direction.told).to.equal(0);
    }
  });

  it("with frames lost: all arrives once, in order, by repetition alone where few are lost", () => {
    const repaired = [1, 2, 3, 4, 5].map((seed) => traffic(seed, { lose: 0.05, duplicate: 0, delay: 0 }, 100));
    for (const direction of repaired.flat()) {
      expect(direction.arrived).to.deep.equal(direction.sent);
      expect(direction.told).to.equal(0);
    }
  });

  it("with frames lost and doubled: all arrives once, in order, or the sender is told of a reset", () => {
    const faults = fc.record({ lose: share(40), duplicate: share(30), delay: fc.constant(0) });
    fc.assert(
      fc.property(seeds, faults, (seed, chance) => {
        for (const direction of traffic(seed, chance, 60)) expectFaithful(direction);
      }),
      { numRuns: 60 },
    );
  });

  it("with frames lost, doubled and out of order: the same", () => {
    const faults = fc.record({ lose: share(30), duplicate: share(30), delay: share(60) });
    fc.assert(
      fc.property(seeds, faults, (seed, chance) => {
        for (const direction of traffic(seed, chance, 60)) expectFaithful(direction);
      }),
      { numRuns: 60 },
    );
  });

  it("with the connection cut again and again: it comes back each time, and what arrives is in order", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const wire = new Wire();
        wire.run(200);
        const both = directions(wire);
        const random = randomOf(seed);
        for (let value = 1; value <= 80; value++) {
          for (const direction of both) direction.send(value);
          wire.run(Math.floor(random() * 40));
          if (random() < 0.1) wire.cut();
        }
        wire.run(10_000);
        for (const direction of both) {
          expectFaithful(direction);
          direction.send(30_000);
        }
        wire.run(100);
        for (const direction of both) expect(direction.arrived.at(-1)).to.equal(30_000);
      }),
      { numRuns: 30 },
    );
  });

  it("refuses messages while it is cut, and says so; a long cut costs no more than one attempt each 5 s", () => {
    const wire = new Wire();
    wire.run(200);
    wire.open = false;
    wire.cut();
    const [direction] = directions(wire);
    direction?.send(1);
    expect(direction?.sent).to.deep.equal([]);
    const before = wire.left.alarms().length;
    wire.run(60_000);
    expect(wire.left.alarms().length - before).to.be.within(12, 17);
    wire.open = true;
    wire.run(6000);
    expect(wire.left.machine.up && wire.right.machine.up).to.equal(true);
  });
});
