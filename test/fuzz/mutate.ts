import type { Random } from "../../src/simulation/random.ts";

/** One way to spoil octets; `others` is what else may be mixed in. */
type Mutation = (octets: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array;

/** Octets that decoders branch on: tags, lengths of each form, edges of numbers. */
const telling = [
  0x00, 0x01, 0x02, 0x04, 0x05, 0x06, 0x08, 0x0a, 0x1c, 0x1f, 0x30, 0x7f, 0x80, 0x81, 0x82, 0x84, 0x88, 0x91,
];
const tellingHigh = [0x9f, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xaa, 0xbf, 0xfe, 0xff];
const tellingOctets = [...telling, ...tellingHigh];

/** A mutated input never grows beyond this: sizes are for the limits' own tests. */
const longest = 8192;

/** Constructed tags that may hold themselves, for values nested in values. */
const nests = [
  [0x30, 0x80],
  [0xa1, 0x80],
  [0xa0, 0x82, 0x01, 0x00],
  [0x24, 0x80],
  [0x1c, 0x7f],
  [0x96, 0x1c],
];

const flipBits: Mutation = (octets, random) =>
  changed(octets, random, (octet) => octet ^ (1 << random.below(8)), 1 + random.below(8));

const replaceOctets: Mutation = (octets, random) =>
  changed(octets, random, () => random.pick(tellingOctets), 1 + random.below(3));

const lieAboutLength: Mutation = (octets, random) =>
  changed(octets, random, (octet) => octet + random.pick([-16, -2, -1, 1, 2, 16, 127, 128]), 1);

const truncate: Mutation = (octets, random) => octets.subarray(0, random.below(octets.length + 1));

const remove: Mutation = (octets, random) => {
  const [from, to] = range(octets, random);
  return joined(octets.subarray(0, from), octets.subarray(to));
};

const repeat: Mutation = (octets, random) => {
  const [from, to] = range(octets, random);
  const times = 1 + random.below(random.below(8) === 0 ? 64 : 3);
  const copies = Array.from({ length: times }, () => octets.subarray(from, to));
  return joined(octets.subarray(0, to), ...copies, octets.subarray(to));
};

const splice: Mutation = (octets, random, others) => {
  const other = random.pick(others);
  return joined(octets.subarray(0, random.below(octets.length + 1)), other.subarray(random.below(other.length + 1)));
};

const insert: Mutation = (octets, random, others) => {
  const other = random.pick(others);
  const [from, to] = range(other, random);
  const at = random.below(octets.length + 1);
  return joined(octets.subarray(0, at), other.subarray(from, to), octets.subarray(at));
};

const nest: Mutation = (octets, random) => {
  const at = random.below(octets.length + 1);
  const opening = Uint8Array.from(random.pick(nests));
  const depth = 1 + random.below(random.below(8) === 0 ? 512 : 12);
  return joined(octets.subarray(0, at), ...Array.from({ length: depth }, () => opening), octets.subarray(at));
};

const mutations = [
  flipBits,
  flipBits,
  replaceOctets,
  replaceOctets,
  lieAboutLength,
  truncate,
  remove,
  repeat,
  splice,
  insert,
  nest,
];

/** One to four mutations of one of `corpus`, the same for the same state of `random`. */
export function mutate(corpus: readonly Uint8Array[], random: Random): Uint8Array {
  let octets = random.pick(corpus);
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    octets = random.pick(mutations)(octets, random, corpus).subarray(0, longest);
  }
  return new Uint8Array(octets);
}

function changed(octets: Uint8Array, random: Random, change: (octet: number) => number, times: number): Uint8Array {
  const copy = new Uint8Array(octets);
  for (let left = octets.length === 0 ? 0 : times; left > 0; left -= 1) {
    const at = random.below(copy.length);
    copy[at] = change(copy[at] ?? 0);
  }
  return copy;
}

function range(octets: Uint8Array, random: Random): [from: number, to: number] {
  const from = random.below(octets.length + 1);
  return [from, from + random.below(octets.length - from + 1)];
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts).subarray(0, longest));
}
