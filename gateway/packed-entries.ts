import type { TraceEntry } from "../src/trace.ts";

type Word = string | number | undefined;

const wordsPerEntry = 5;

/** Up to so many octets a loop takes less time than `set`. */
const fewOctets = 64;

/**
 * The last entries of a trace. Those of calls, of which there are ten a message, are kept in a few large arrays that
 * stay as long as the gateway does, their octets one behind the other: as objects they would live just long enough for
 * the collector to copy each of them twice. Those of requests and alarms stay what they are.
 */
export class PackedEntries {
  readonly #capacity: number;
  readonly #types: TraceEntry["type"][] = [];
  readonly #at: Float64Array;
  readonly #words: Word[] = [];
  /** Those that are not packed. */
  readonly #whole: (TraceEntry | undefined)[] = [];
  readonly #octets: Uint8Array;
  /** Where its octets begin, counted from the first that was ever kept; and how many they are. */
  readonly #starts: Float64Array;
  readonly #lengths: Uint32Array;
  /** The place that the next entry takes: the oldest one's where all are taken. */
  #next = 0;
  #kept = 0;

  /** Entries whose octets had to make room for later ones go before their turn. */
  constructor(capacity: number, octetsKept: number) {
    this.#capacity = capacity;
    this.#at = new Float64Array(capacity);
    this.#starts = new Float64Array(capacity);
    this.#lengths = new Uint32Array(capacity);
    this.#octets = new Uint8Array(octetsKept);
  }

  push(entry: TraceEntry): void {
    const place = this.#next;
    this.#next = place + 1 === this.#capacity ? 0 : place + 1;
    this.#types[place] = entry.type;
    this.#at[place] = entry.at;
    this.#whole[place] = this.#pack(place, entry) ? undefined : entry;
  }

  /** Oldest first. */
  all(): TraceEntry[] {
    const entries: TraceEntry[] = [];
    for (let count = 0; count < this.#types.length; count += 1) {
      const place = (this.#next + count) % this.#types.length;
      const entry = this.#whole[place] ?? this.#unpacked(place);
      if (entry !== undefined) entries.push(entry);
    }
    return entries;
  }

  /** False where it stays as it is. */
  #pack(place: number, entry: TraceEntry): boolean {
    switch (entry.type) {
      case "pdu":
        return (
          this.#keep(place, entry.octets) &&
          this.#write(place, entry.trunk, entry.direction, entry.channel, entry.carrier)
        );
      case "message":
        return this.#keep(place, entry.octets) && this.#write(place, entry.trunk, entry.direction);
      case "transition":
        return (
          entry.reason === undefined && this.#write(place, entry.machine, entry.of, entry.event, entry.from, entry.to)
        );
      case "ignored":
        return this.#write(place, entry.machine, entry.of, entry.event, entry.state);
      case "timer":
        return this.#write(place, entry.of, entry.timer, entry.change, entry.afterMs);
      default:
        return false;
    }
  }

  #unpacked(place: number): TraceEntry | undefined {
    const at = this.#at[place] ?? 0;
    const type = this.#types[place];
    const first = place * wordsPerEntry;
    const [one, two, three, four, five] = this.#words.slice(first, first + wordsPerEntry);
    const octets = type === "pdu" || type === "message" ? this.#octetsOf(place) : undefined;
    switch (type) {
      case "pdu":
        return (
          octets && ({ at, type, trunk: one, channel: three, direction: two, carrier: four, octets } as TraceEntry)
        );
      case "message":
        return octets && ({ at, type, trunk: one, direction: two, octets } as TraceEntry);
      case "transition":
        return { at, type, machine: one, of: two, event: three, from: four, to: five } as TraceEntry;
      case "ignored":
        return { at, type, machine: one, of: two, event: three, state: four } as TraceEntry;
      case "timer": {
        const lasting = four === undefined ? {} : { afterMs: four };
        return { at, type, of: one, timer: two, change: three, ...lasting } as TraceEntry;
      }
      default:
        return undefined;
    }
  }

  #write(place: number, one: Word, two: Word, three?: Word, four?: Word, five?: Word): true {
    const words = this.#words;
    const first = place * wordsPerEntry;
    words[first] = one;
    words[first + 1] = two;
    words[first + 2] = three;
    words[first + 3] = four;
    words[first + 4] = five;
    return true;
  }

  /** False where there is no room for so many. */
  #keep(place: number, octets: Uint8Array): boolean {
    const kept = this.#octets;
    const { length } = octets;
    if (length > kept.length) return false;
    let offset = this.#kept % kept.length;
    // In one piece.
    if (offset + length > kept.length) {
      this.#kept += kept.length - offset;
      offset = 0;
    }
    if (length > fewOctets) kept.set(octets, offset);
    else for (let i = 0; i < length; i += 1) kept[offset + i] = octets[i] as number;
    this.#starts[place] = this.#kept;
    this.#lengths[place] = length;
    this.#kept += length;
    return true;
  }

  /** Undefined where later ones took their place. */
  #octetsOf(place: number): Uint8Array | undefined {
    const start = this.#starts[place] ?? 0;
    if (this.#kept - start > this.#octets.length) return undefined;
    const offset = start % this.#octets.length;
    return this.#octets.slice(offset, offset + (this.#lengths[place] ?? 0));
  }
}
