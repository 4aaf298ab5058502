import { crc32c } from "../../../gateway/trunks/sctp/crc32c.ts";
import type { Scene, Wire } from "./attack.ts";

const iuaPayload = 1;
const chunk = { data: 0, initAck: 2, sack: 3, heartbeat: 4, abort: 6, cookieEcho: 10, cookieAck: 11 } as const;
const headOctets = 12;
const dataHeadOctets = 16;
const packetOctets = 1400;
/** Chunks under way at a time, and how long they may stay unacknowledged before they go once more. */
const window = 128;
const againMs = 300;
const giveUpMs = 3000;

/**
 * As much of an SCTP endpoint as it takes to send messages fast (RFC 9260): npm sctp waits for a timer with each
 * bundle, and a million of them would take a quarter of an hour. What the other end sends is acknowledged unread.
 */
export class SctpSender {
  readonly #wire: Wire;
  /** Tags of the two ends. */
  readonly #own: number;
  #peer = 0;
  #tsn = 1;
  #received = 0;
  /** Octets of DATA chunks that are not acknowledged, by TSN. */
  readonly #outstanding = new Map<number, Buffer>();
  readonly #sequence = new Map<number, number>();
  #state: "opening" | "up" | "over" = "opening";
  #movedAt = performance.now();
  #wake: () => void = () => {};
  readonly #again: NodeJS.Timeout;

  private constructor(wire: Wire, tag: number) {
    this.#wire = wire;
    this.#own = tag || 1;
    this.#again = setInterval(() => this.#late(), againMs);
  }

  /** An association that is up, or over where the other end wants none. */
  static async connect(wireOf: Scene["wire"], tag: number): Promise<SctpSender> {
    const taking: { packet: (packet: Buffer) => void } = { packet: () => {} };
    const sender = new SctpSender(await wireOf((packet) => taking.packet(packet)), tag);
    taking.packet = (packet) => sender.#take(packet);
    sender.#open();
    while (sender.#state === "opening") await sender.#woken();
    return sender;
  }

  get isOver(): boolean {
    return this.#state === "over";
  }

  /** As many of them as one packet holds and the window allows; resolves with how many went. */
  async send(message: () => Uint8Array, stream: number, most: number): Promise<number> {
    while (this.#outstanding.size >= window && !this.isOver) await this.#woken();
    const chunks: Buffer[] = [];
    for (let octets = headOctets; octets < packetOctets && chunks.length < most; ) {
      const made = this.#data(message(), stream);
      octets += made.length;
      chunks.push(made);
    }
    void this.#packet(...chunks);
    return chunks.length;
  }

  /** Everything is acknowledged, or nothing more will be. */
  async settled(): Promise<void> {
    while (this.#outstanding.size > 0 && !this.isOver) await this.#woken();
  }

  async close(): Promise<void> {
    if (this.#state === "up") await this.#packet(Buffer.from([chunk.abort, 0, 0, 4]));
    this.#end();
    await this.#wire.close();
  }

  #open(): void {
    const init = Buffer.alloc(20);
    init.set([1, 0, 0, 20]);
    init.writeUInt32BE(this.#own, 4);
    init.writeUInt32BE(1 << 20, 8);
    init.set([0, 64, 0, 64], 12);
    init.writeUInt32BE(this.#tsn, 16);
    void this.#packet(init);
  }

  #data(message: Uint8Array, stream: number): Buffer {
    const length = dataHeadOctets + message.length;
    const made = Buffer.alloc(length + (-length & 3));
    made.set([chunk.data, 3]);
    made.writeUInt16BE(length, 2);
    made.writeUInt32BE(this.#tsn, 4);
    const next = this.#sequence.get(stream) ?? 0;
    this.#sequence.set(stream, (next + 1) & 0xffff);
    made.writeUInt16BE(stream, 8);
    made.writeUInt16BE(next, 10);
    made.writeUInt32BE(iuaPayload, 12);
    made.set(message, dataHeadOctets);
    if (this.#outstanding.size === 0) this.#movedAt = performance.now();
    this.#outstanding.set(this.#tsn, made);
    this.#tsn = (this.#tsn + 1) >>> 0;
    return made;
  }

  #packet(...chunks: readonly Buffer[]): Promise<void> {
    const head = Buffer.alloc(headOctets);
    head.writeUInt16BE(this.#wire.sctpPort, 0);
    head.writeUInt16BE(this.#wire.sctpPort, 2);
    head.writeUInt32BE(this.#peer, 4);
    const packet = Buffer.concat([head, ...chunks]);
    packet.writeUInt32LE(crc32c(packet, 8), 8);
    return this.#wire.send(packet);
  }

  #take(packet: Buffer): void {
    // On IP an answer to somebody before us comes here as well.
    if (packet.length < headOctets || packet.readUInt32BE(4) !== this.#own) return;
    for (let at = headOctets; at + 4 <= packet.length; ) {
      const length = packet.readUInt16BE(at + 2);
      if (length < 4) return;
      this.#chunk(packet.subarray(at, at + length));
      at += length + (-length & 3);
    }
    this.#wake();
  }

  #chunk(octets: Buffer): void {
    switch (octets[0]) {
      case chunk.initAck:
        if (this.#state !== "opening") return;
        this.#peer = octets.readUInt32BE(4);
        this.#received = (octets.readUInt32BE(16) - 1) >>> 0;
        return void this.#packet(cookieEcho(octets));
      case chunk.cookieAck:
        this.#state = "up";
        return;
      case chunk.sack:
        return this.#acknowledged(octets.readUInt32BE(4));
      case chunk.data:
        if (octets.readUInt32BE(4) === (this.#received + 1) >>> 0) this.#received = (this.#received + 1) >>> 0;
        return this.#acknowledge();
      case chunk.heartbeat:
        octets[0] = 5;
        return void this.#packet(octets);
      case chunk.abort:
        return this.#end();
      default:
    }
  }

  #acknowledged(upTo: number): void {
    for (const tsn of this.#outstanding.keys()) {
      if (((upTo - tsn) | 0) < 0) break;
      this.#outstanding.delete(tsn);
      this.#movedAt = performance.now();
    }
  }

  #acknowledge(): void {
    const sack = Buffer.alloc(16);
    sack.set([chunk.sack, 0, 0, 16]);
    sack.writeUInt32BE(this.#received, 4);
    sack.writeUInt32BE(1 << 20, 8);
    void this.#packet(sack);
  }

  /** What is lost goes once more, in its order; a peer that takes nothing is given up. */
  #late(): void {
    const lateMs = performance.now() - this.#movedAt;
    if (this.#state === "opening") {
      if (lateMs > giveUpMs) this.#end();
      else this.#open();
    } else if (this.#outstanding.size > 0 && lateMs > giveUpMs) this.#end();
    else if (this.#outstanding.size > 0 && lateMs > againMs) {
      for (const made of [...this.#outstanding.values()].slice(0, 8)) void this.#packet(made);
    }
  }

  #end(): void {
    clearInterval(this.#again);
    this.#state = "over";
    this.#wake();
  }

  #woken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

/** The state cookie of INIT ACK (parameter 7), sent back. */
function cookieEcho(initAck: Buffer): Buffer {
  for (let at = 20; at + 4 <= initAck.length; ) {
    const length = initAck.readUInt16BE(at + 2);
    if (length < 4) break;
    if (initAck.readUInt16BE(at) === 7) {
      const echo = Buffer.concat([
        Buffer.from([chunk.cookieEcho, 0, length >> 8, length]),
        initAck.subarray(at + 4, at + length),
      ]);
      return Buffer.concat([echo, Buffer.alloc(-length & 3)]);
    }
    at += length + (-length & 3);
  }
  return Buffer.from([chunk.cookieEcho, 0, 0, 4]);
}
