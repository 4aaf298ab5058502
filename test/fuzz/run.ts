import { entries } from "./entries.ts";
import { mutate } from "./mutate.ts";
import { Random } from "../../src/simulation/random.ts";

/** Processor time that one input may take in one entry; a hang or a square of the length is far beyond. */
export const slowestMs = 500;

/** An input that broke a promise. */
export interface Find {
  readonly entry: string;
  readonly input: Uint8Array;
  readonly reason: string;
  /** Number of the input in its run, from 0. */
  readonly at: number;
}

export interface Run {
  readonly count: number;
  readonly seed: number;
  readonly corpus: readonly Uint8Array[];
  /** Called about once for every thousandth of the run. */
  progress?(done: number): void;
}

/** Mutated inputs through every entry in turn; the first find ends the run. */
export function fuzz({ count, seed, corpus, progress }: Run): Find | undefined {
  const random = new Random(seed);
  const step = Math.max(1, Math.floor(count / 1000));
  for (let at = 0; at < count; at += 1) {
    const input = mutate(corpus, random);
    const find = tryAll(input, at);
    if (find) return find;
    if (at % step === 0) progress?.(at);
  }
  return undefined;
}

/** One input through every entry that takes it; input 0 goes through all. */
export function tryAll(input: Uint8Array, at = 0): Find | undefined {
  for (const { name, every = 1, read } of entries) {
    if (at % every !== 0) continue;
    const reason = tryOne(read, input);
    if (reason !== undefined) return { entry: name, input, reason, at };
  }
  return undefined;
}

/** Why `read` breaks its promise with this input, or undefined. */
export function tryOne(
  read: (octets: Uint8Array) => void,
  input: Uint8Array,
  passed: () => number = () => performance.now(),
  spent: () => number = processorMs,
): string | undefined {
  try {
    // A busy machine is not ours, and a pause to collect garbage is another input's: who is late is tried again, by the
    // processor time, which takes longer to ask for.
    for (const now of [passed, spent, spent]) {
      const start = now();
      read(input);
      if (now() - start < slowestMs) return undefined;
    }
    return `slower than ${slowestMs} ms`;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Time of this process, which on a busy machine is not the time that passes. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What a person needs to see it again. */
export function describeFind({ entry, input, reason, at }: Find, seed: number): string {
  const hex = Buffer.from(input).toString("hex");
  const keep = "Keep it: a .hex file in fixtures/fuzz with this line, named in its README:";
  return `${entry}, seed ${seed}, input ${at}: ${reason}\n${keep}\n${hex}`;
}
