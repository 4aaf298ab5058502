import type { Mutable } from "../ber/codec.ts";
import { DecodeError } from "../error.ts";
import type { CapturedPacket, Direction, TraceReader } from "./frame.ts";
import { OctetQueue } from "./octet-queue.ts";
import { packetOctetsLimit } from "./pcap.ts";

// draft-ietf-opsawg-pcapng: blocks of type, total length, body, total length again; numbers in the order of the
// section.

/** Interfaces one section may describe. */
export const interfacesLimit = 4096;

/**
 * What a packet block holds beside its packet: fixed fields, padding and options. A longer one is a length that lies.
 */
const packetBlockOctetsLimit = packetOctetsLimit + 65_536;

export const blockTypes = {
  sectionHeader: 0x0a0d0d0a,
  interfaceDescription: 1,
  obsoletePacket: 2,
  simplePacket: 3,
  enhancedPacket: 6,
} as const;

export const byteOrderMagic = 0x1a2b3c4d;

const blockHeadOctets = 8;
const blockTailOctets = 4;

interface Interface {
  readonly linkType: number;
  readonly snapLength: number;
  readonly ticksPerMs: number;
  readonly offsetMs: number;
}

/** `body` is a block without its head and tail. */
type BlockReader = (body: DataView, section: Section) => CapturedPacket | DecodeError | undefined;

interface Section {
  littleEndian: boolean;
  interfaces: Interface[];
  /** Interfaces of the sections before: a line is counted through the whole file. */
  linesBefore: number;
}

const blockReaders: Readonly<Record<number, BlockReader>> = {
  [blockTypes.interfaceDescription]: readInterface,
  [blockTypes.obsoletePacket]: readObsoletePacket,
  [blockTypes.simplePacket]: readSimplePacket,
  [blockTypes.enhancedPacket]: readEnhancedPacket,
};

/** A next-generation capture file: several sections and interfaces, both byte orders, unknown blocks passed over. */
export class PcapngReader implements TraceReader<CapturedPacket> {
  readonly #queue = new OctetQueue();
  readonly #section: Section = { littleEndian: false, interfaces: [], linesBefore: 0 };
  #ended = false;

  push(chunk: Uint8Array): (CapturedPacket | DecodeError)[] {
    if (this.#ended) return [];
    this.#queue.push(chunk);
    const found: (CapturedPacket | DecodeError)[] = [];
    for (let more = true; more && !this.#ended; ) {
      const next = this.#next();
      more = next !== "wait";
      if (next !== "wait" && next !== "passed") found.push(next);
    }
    return found;
  }

  end(): DecodeError[] {
    if (this.#ended || (this.#queue.length === 0 && this.#queue.owed === 0)) return [];
    return [this.#fail("truncated", "block")];
  }

  #next(): CapturedPacket | DecodeError | "passed" | "wait" {
    const head = this.#queue.peek(blockHeadOctets + 4);
    if (!head) return "wait";
    const view = viewOf(head);
    if (view.getUint32(0) === blockTypes.sectionHeader && !this.#enterSection(view.getUint32(blockHeadOctets))) {
      return this.#fail("badHeader", "section header");
    }
    const type = view.getUint32(0, this.#section.littleEndian);
    const length = view.getUint32(4, this.#section.littleEndian);
    if (length % 4 !== 0 || length < blockHeadOctets + blockTailOctets) return this.#fail("badLength", "block");
    const read = blockReaders[type];
    if (!read) {
      this.#queue.skip(length);
      return "passed";
    }
    if (length > packetBlockOctetsLimit) return this.#fail("tooLong", "block");
    const start = this.#queue.offset;
    const block = this.#queue.take(length);
    if (!block) return "wait";
    const body = viewOf(block.subarray(blockHeadOctets, length - blockTailOctets));
    const result = read(body, this.#section);
    if (result instanceof DecodeError) return this.#fail(result.code, result.path, start);
    return result ?? "passed";
  }

  /** False where the byte-order magic is none. */
  #enterSection(magic: number): boolean {
    const littleEndian = byteOrders[magic];
    if (littleEndian === undefined) return false;
    this.#section.littleEndian = littleEndian;
    this.#section.linesBefore += this.#section.interfaces.length;
    this.#section.interfaces = [];
    return true;
  }

  #fail(code: DecodeError["code"], path: string, at = this.#queue.offset): DecodeError {
    this.#ended = true;
    return new DecodeError(code, at, path);
  }
}

/** The byte-order magic as it stands, with the order it means. */
const byteOrders: Readonly<Record<number, boolean>> = { [byteOrderMagic]: false, 0x4d3c2b1a: true };

function viewOf(octets: Uint8Array): DataView {
  return new DataView(octets.buffer, octets.byteOffset, octets.length);
}

function readInterface(body: DataView, section: Section): DecodeError | undefined {
  if (body.byteLength < 8) return new DecodeError("truncated", 0, "interface description");
  if (section.interfaces.length === interfacesLimit) return new DecodeError("tooMany", 0, "interfaces");
  const options = readOptions(body, 8, section.littleEndian);
  section.interfaces.push({
    linkType: body.getUint16(0, section.littleEndian),
    snapLength: body.getUint32(4, section.littleEndian),
    ticksPerMs: ticksPerMs(options.get(9)),
    offsetMs: readOffset(options.get(14), section.littleEndian),
  });
  return undefined;
}

/** if_tsresol: a power of ten, or of two where the highest bit is set; microseconds where the option is absent. */
function ticksPerMs(option: DataView | undefined): number {
  const exponent = option?.getUint8(0) ?? 6;
  return (exponent & 0x80 ? 2 ** (exponent & 0x7f) : 10 ** exponent) / 1e3;
}

/** if_tsoffset: seconds added to every time. */
function readOffset(option: DataView | undefined, littleEndian: boolean): number {
  return option && option.byteLength === 8 ? Number(option.getBigInt64(0, littleEndian)) * 1e3 : 0;
}

/** Options by their code, the first of each; those that are empty or lie about their length are left out. */
function readOptions(body: DataView, start: number, littleEndian: boolean): Map<number, DataView> {
  const options = new Map<number, DataView>();
  let at = start;
  while (at + 4 <= body.byteLength) {
    const code = body.getUint16(at, littleEndian);
    const length = body.getUint16(at + 2, littleEndian);
    if (code === 0 || at + 4 + length > body.byteLength) break;
    if (length > 0 && !options.has(code))
      options.set(code, new DataView(body.buffer, body.byteOffset + at + 4, length));
    at += 4 + padded(length);
  }
  return options;
}

function readEnhancedPacket(body: DataView, section: Section): CapturedPacket | DecodeError {
  if (body.byteLength < 20) return new DecodeError("truncated", 0, "enhanced packet");
  const captured = body.getUint32(12, section.littleEndian);
  const packet = takePacket(body, section, {
    line: body.getUint32(0, section.littleEndian),
    ticks: body.getUint32(4, section.littleEndian) * 2 ** 32 + body.getUint32(8, section.littleEndian),
    start: 20,
    captured,
    original: body.getUint32(16, section.littleEndian),
  });
  const end = 20 + padded(captured);
  // Few have options.
  if (packet instanceof DecodeError || end + 4 > body.byteLength) return packet;
  const flags = readOptions(body, end, section.littleEndian).get(2);
  const direction =
    flags && flags.byteLength === 4 ? directions[flags.getUint32(0, section.littleEndian) & 3] : undefined;
  if (direction !== undefined) packet.direction = direction;
  return packet;
}

/** epb_flags, bits 0 and 1; 0 is "not known". */
const directions: readonly (Direction | undefined)[] = [undefined, "received", "sent", undefined];

function readObsoletePacket(body: DataView, section: Section): CapturedPacket | DecodeError {
  if (body.byteLength < 20) return new DecodeError("truncated", 0, "packet");
  return takePacket(body, section, {
    line: body.getUint16(0, section.littleEndian),
    ticks: body.getUint32(4, section.littleEndian) * 2 ** 32 + body.getUint32(8, section.littleEndian),
    start: 20,
    captured: body.getUint32(12, section.littleEndian),
    original: body.getUint32(16, section.littleEndian),
  });
}

function readSimplePacket(body: DataView, section: Section): CapturedPacket | DecodeError {
  if (body.byteLength < 4) return new DecodeError("truncated", 0, "simple packet");
  const original = body.getUint32(0, section.littleEndian);
  const snapLength = section.interfaces[0]?.snapLength || original;
  return takePacket(body, section, { line: 0, start: 4, captured: Math.min(original, snapLength), original });
}

interface PacketFields {
  readonly line: number;
  readonly ticks?: number;
  readonly start: number;
  readonly captured: number;
  readonly original: number;
}

function takePacket(body: DataView, section: Section, fields: PacketFields): Mutable<CapturedPacket> | DecodeError {
  const of = section.interfaces[fields.line];
  if (!of) return new DecodeError("badValue", 0, "interface");
  if (fields.start + fields.captured > body.byteLength) return new DecodeError("badLength", 0, "packet");
  const packet: Mutable<CapturedPacket> = {
    linkType: of.linkType,
    line: section.linesBefore + fields.line,
    octets: new Uint8Array(body.buffer, body.byteOffset + fields.start, fields.captured),
    originalLength: fields.original,
  };
  if (fields.ticks !== undefined) packet.time = fields.ticks / of.ticksPerMs + of.offsetMs;
  return packet;
}

/** Every field of a block is filled to a multiple of four octets. */
export function padded(length: number): number {
  return length + ((4 - (length % 4)) % 4);
}
