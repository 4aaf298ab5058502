import type net from "node:net";
import type { Channel } from "../../src/ids.ts";
import type { AdapterContext } from "../adapter.ts";
import { hasRoom, saidNothing } from "./room.ts";
import { atTurnEnd } from "./turn-end.ts";

/** What one trunk over TCP may cost, whoever connects to it. */
export interface TcpLimits {
  readonly connections: number;
  readonly halfOpen: number;
  /** Octets that wait for a peer that does not read; beyond them its connection is closed. */
  readonly queuedOctets: number;
  /** A frame that has begun is whole within this time, or the connection is closed. */
  readonly frameMs: number;
  readonly connectMs: number;
  /** What waits to be written gets this long when the gateway stops. */
  readonly stopMs: number;
}

/** How a carrier cuts a TCP stream into its PDUs. */
export interface Framing {
  readonly carrier: "lapd" | "h225";
  /** Octets in front of a PDU. */
  readonly headOctets: number;
  /** Whether a PDU of so many octets has a frame: it is neither empty nor too long. */
  fits(length: number): boolean;
  /** Writes the head of a PDU of so many octets. */
  writeHead(into: Uint8Array, at: number, length: number): void;
  framer(): Framer;
}

export interface Framer {
  /** The PDUs that are whole now, in order; none after a fault. */
  push(chunk: Uint8Array): Uint8Array[];
  /** Why the octets of a peer cannot be frames any more, in words. */
  readonly fault: string | undefined;
  /** A frame has begun and is not whole yet. */
  readonly partial: boolean;
}

/** As much is written at once although the turn goes on: what Node's sockets hold before they say it is enough. */
const writeOctets = 16 * 1024;

interface Connection {
  readonly socket: net.Socket;
  readonly framer: Framer;
  /** PDUs of this turn of the event loop: they leave in one write, of so many octets. */
  leaving: Uint8Array[];
  leavingOctets: number;
  readonly leave: () => void;
  writable: boolean;
  frameTimer: NodeJS.Timeout | undefined;
  /** Why we end it; the first reason stands. */
  reason: string | undefined;
  /** What it says of a peer that closes it without a word. */
  silentEnd: string | undefined;
}

/** In TLS 1.3 a client is done before the server has judged it (RFC 8446 2): this is how a refusal looks then. */
const silentPeer = "the peer closed the connection without a word: it may have refused our certificate; see its log";

/** A channel that is being connected: what calls it off, and when it is over. */
interface Dialling {
  readonly off: AbortController;
  readonly done: Promise<void>;
}

/** The sockets of one trunk by channel. */
export class TcpChannels {
  readonly #context: AdapterContext;
  readonly #framing: Framing;
  readonly #limits: TcpLimits;
  readonly #connections = new Map<Channel, Connection>();
  readonly #dialling = new Map<Channel, Dialling>();
  /** Connections of peers that have said nothing yet. */
  readonly #silent = new Set<Connection>();
  #stopped = false;

  constructor(context: AdapterContext, framing: Framing, limits: TcpLimits) {
    this.#context = context;
    this.#framing = framing;
    this.#limits = limits;
  }

  /** For one more connection of a peer; where there is none, why not is told. */
  hasRoom(): boolean {
    const connections = this.#connections.size + this.#dialling.size;
    return hasRoom(
      { connections, silent: this.#silent.size, limits: this.#limits },
      { closeOldestSilent: () => this.#closeOldestSilent(), warn: (text) => this.#context.warn(text) },
    );
  }

  #closeOldestSilent(): boolean {
    const [oldest] = this.#silent;
    if (oldest === undefined) return false;
    this.#silent.delete(oldest);
    this.#fail(oldest, saidNothing);
    return true;
  }

  refuse(channel: Channel, reason: string): void {
    this.#context.post({ type: "closed", trunk: this.#context.neighbour, channel, reason });
  }

  connect(channel: Channel, socket: net.Socket): void {
    const { connectMs } = this.#limits;
    const tooLong = setTimeout(() => socket.destroy(new Error(`no connection within ${connectMs} ms`)), connectMs);
    socket.once("connect", () =>
      this.#context.post({ type: "opened", trunk: this.#context.neighbour, channel, by: "us" }),
    );
    socket.once("connect", () => clearTimeout(tooLong));
    socket.once("close", () => clearTimeout(tooLong));
    this.add(channel, socket);
  }

  /** As `connect`, where there is no socket before its peer was judged. The signal calls it off. */
  dial(channel: Channel, connecting: (signal: AbortSignal) => Promise<net.Socket>): void {
    const off = new AbortController();
    const done = connecting(off.signal)
      .then((socket) => {
        this.#dialling.delete(channel);
        if (socket.destroyed) throw new Error("closed by the peer");
        this.add(channel, socket, silentPeer);
        this.#context.post({ type: "opened", trunk: this.#context.neighbour, channel, by: "us" });
      })
      .catch((error: unknown) => {
        this.#dialling.delete(channel);
        if (!this.#stopped) this.refuse(channel, error instanceof Error ? error.message : String(error));
      });
    this.#dialling.set(channel, { off, done });
  }

  /** A connection of a peer. */
  accept(channel: Channel, socket: net.Socket): void {
    this.#silent.add(this.add(channel, socket));
    this.#context.post({ type: "opened", trunk: this.#context.neighbour, channel, by: "peer" });
  }

  /** `silentEnd`: what it means that the peer closes it before its first octet. */
  add(channel: Channel, socket: net.Socket, silentEnd?: string): Connection {
    const connection: Connection = {
      socket,
      framer: this.#framing.framer(),
      leaving: [],
      leavingOctets: 0,
      leave: () => this.#write(channel, connection),
      writable: true,
      frameTimer: undefined,
      reason: undefined,
      silentEnd,
    };
    this.#connections.set(channel, connection);
    socket.on("data", (chunk) => this.#read(channel, connection, chunk));
    socket.on("drain", () => this.#flow(channel, connection, true));
    socket.on("end", () => this.#ended(connection, "closed by the peer"));
    socket.on("error", (error) => this.#ended(connection, error.message));
    socket.on("close", () => {
      clearTimeout(connection.frameTimer);
      this.#silent.delete(connection);
      // A channel that was named again meanwhile belongs to the newer connection.
      if (this.#connections.get(channel) === connection) this.#connections.delete(channel);
      if (!this.#stopped) this.refuse(channel, connection.reason ?? "closed by the peer");
    });
    return connection;
  }

  send(channel: Channel, octets: Uint8Array): void {
    const connection = this.#connections.get(channel);
    if (connection === undefined || connection.reason !== undefined) return;
    const { fits, headOctets } = this.#framing;
    const { length } = octets;
    if (!fits(length)) return this.#fail(connection, `a frame of ${length} octets cannot be sent`);
    connection.leavingOctets += headOctets + length;
    if (connection.leaving.push(octets) === 1) atTurnEnd(connection.leave);
    // A turn that is long is heard of by the peer, and by the limits, before it ends.
    if (connection.leavingOctets >= writeOctets) this.#write(channel, connection);
  }

  end(channel: Channel, reason: string): void {
    this.#dialling.get(channel)?.off.abort(reason);
    const connection = this.#connections.get(channel);
    if (connection === undefined || connection.reason !== undefined) return;
    this.#write(channel, connection);
    connection.reason = reason;
    // What was sent still leaves; a peer that does not take it gets no more time than a frame may take.
    connection.socket.end();
    clearTimeout(connection.frameTimer);
    connection.frameTimer = setTimeout(() => connection.socket.destroy(), this.#limits.frameMs);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const dialling = [...this.#dialling.values()];
    for (const { off } of dialling) off.abort("the gateway stops");
    await Promise.all(dialling.map(({ done }) => done));
    for (const [channel, connection] of this.#connections) this.#write(channel, connection);
    const sockets = [...this.#connections.values()].map(({ socket }) => socket);
    const closed = sockets.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
    for (const socket of sockets) socket.destroySoon();
    const tooLong = setTimeout(() => sockets.map((socket) => socket.destroy()), this.#limits.stopMs);
    await Promise.all(closed);
    clearTimeout(tooLong);
  }

  #write(channel: Channel, connection: Connection): void {
    const { leaving, socket } = connection;
    if (leaving.length === 0 || connection.reason !== undefined) return;
    const octets = framed(this.#framing, leaving, connection.leavingOctets);
    connection.leaving = [];
    connection.leavingOctets = 0;
    if (!socket.write(octets)) this.#flow(channel, connection, false);
    if (socket.writableLength > this.#limits.queuedOctets) this.#fail(connection, "the peer does not read");
  }

  #read(channel: Channel, connection: Connection, chunk: Uint8Array): void {
    const { framer, socket } = connection;
    if (connection.reason !== undefined) return;
    connection.silentEnd = undefined;
    if (this.#silent.size > 0) this.#silent.delete(connection);
    const trunk = this.#context.neighbour;
    const { carrier } = this.#framing;
    const frames = framer.push(chunk);
    for (const octets of frames) {
      this.#context.post({ type: "received", trunk, channel, pdu: { carrier, octets } });
    }
    if (framer.fault !== undefined) {
      this.#context.warn(`a connection is closed: ${framer.fault}`);
      return this.#fail(connection, framer.fault);
    }
    // The time runs from a frame's first octet: a peer that sends one octet now and then gains none.
    if (frames.length > 0 || !framer.partial) {
      clearTimeout(connection.frameTimer);
      connection.frameTimer = undefined;
    }
    if (framer.partial) {
      connection.frameTimer ??= setTimeout(
        () => this.#fail(connection, "a frame was not completed"),
        this.#limits.frameMs,
      );
    }
    const drained = this.#context.drained();
    if (drained === undefined) return;
    socket.pause();
    void drained.then(() => socket.resume());
  }

  #flow(channel: Channel, connection: Connection, writable: boolean): void {
    if (connection.writable === writable || connection.reason !== undefined) return;
    connection.writable = writable;
    this.#context.post({ type: "flow", trunk: this.#context.neighbour, channel, writable });
  }

  #ended(connection: Connection, reason: string): void {
    const { silentEnd } = connection;
    if (connection.reason === undefined && silentEnd !== undefined) this.#context.warn(`${silentEnd} (${reason})`);
    this.#fail(connection, silentEnd ?? reason);
  }

  #fail(connection: Connection, reason: string): void {
    connection.reason ??= reason;
    connection.socket.destroy();
  }
}

/** PDUs as frames one behind the other, of so many octets, in the pool that Node writes from. */
function framed({ headOctets, writeHead }: Framing, pdus: readonly Uint8Array[], octets: number): Uint8Array {
  const frames = Buffer.allocUnsafe(octets);
  let at = 0;
  for (const pdu of pdus) {
    writeHead(frames, at, pdu.length);
    frames.set(pdu, at + headOctets);
    at += headOctets + pdu.length;
  }
  return frames;
}
