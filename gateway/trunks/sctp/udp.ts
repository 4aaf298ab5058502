import dgram from "node:dgram";
import { EventEmitter } from "node:events";
import type { HostPort } from "../../../src/config.ts";
import sctp from "sctp";
import Endpoint, { type Association } from "sctp/lib/endpoint.js";
import { GuardedAssociation } from "./association.ts";
import { chunkTypes, faultOf } from "./packet-guard.ts";
import type { SctpAssociation, SctpEvents, SctpLimits, SctpProvider } from "./provider.ts";

/** What a provider of SCTP in UDP is told (RFC 6951); `sctpPort` is the same at both ends. */
export interface UdpOptions {
  readonly bind: HostPort;
  /** Whom `connect` calls. */
  readonly peer?: HostPort;
  readonly sctpPort: number;
  /** Told of every packet that is dropped, in words. */
  readonly dropped: (why: string) => void;
}

/** Parameters of the library, for the whole process: RTO.Initial of 3 s would make every lost INIT a long wait. */
sctp.defaults({ rto_initial: 1000, sack_timeout: 100 });

interface Peer {
  readonly link: Link;
  readonly endpoint: Endpoint;
  association: GuardedAssociation | undefined;
}

/** SCTP of npm sctp in UDP, each peer with an endpoint of its own, so that one cannot harm another. */
export async function udpProvider(options: UdpOptions, limits: SctpLimits): Promise<SctpProvider> {
  const { host, port } = options.bind;
  const socket = dgram.createSocket("udp4");
  await new Promise<void>((resolve, reject) => {
    socket.once("error", (error) => reject(new Error(`cannot bind UDP ${host}:${port}: ${error.message}`)));
    socket.bind(port, host, resolve);
  });
  return new UdpProvider(socket, options, limits);
}

/** What the library takes for its UDP socket: the packets of one peer, guarded. */
class Link extends EventEmitter {
  readonly #socket: dgram.Socket;

  constructor(socket: dgram.Socket) {
    super();
    this.#socket = socket;
  }

  send(packet: Buffer, port: number, address: string, sent?: (error: Error | null) => void): void {
    // A datagram that could not leave is one that was lost: SCTP repeats it.
    this.#socket.send(packet, port, address, () => sent?.(null));
  }
}

class UdpProvider implements SctpProvider {
  readonly #socket: dgram.Socket;
  readonly #options: UdpOptions;
  readonly #limits: SctpLimits;
  readonly #peers = new Map<string, Peer>();
  #stopping: Promise<void> | undefined;
  #accept: ((association: SctpAssociation) => SctpEvents | undefined) | undefined;

  constructor(socket: dgram.Socket, options: UdpOptions, limits: SctpLimits) {
    this.#socket = socket;
    this.#options = options;
    this.#limits = limits;
    // Unreachable ports and the like are for the timers of SCTP.
    socket.on("error", (error) => options.dropped(error.message));
    socket.on("message", (packet, { address, port }) => this.#received(packet, address, port));
  }

  get address(): string {
    return `${this.#options.bind.host}:${this.#socket.address().port}`;
  }

  connect(events: SctpEvents): SctpAssociation {
    const { peer: called, sctpPort } = this.#options;
    if (called === undefined) throw new Error("this end of SCTP has no peer to call");
    const { host, port } = called;
    this.#drop(`${host}:${port}`);
    // Every attempt begins with an endpoint of its own: the library keeps what was (B11).
    const peer = this.#peer(host, port, true);
    const association = this.#guarded(peer, peer.endpoint.ASSOCIATE({ remotePort: sctpPort }), `${host}:${port}`);
    association.listen(events);
    return association;
  }

  listen(accept: (association: SctpAssociation) => SctpEvents | undefined): void {
    this.#accept = accept;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    this.#accept = undefined;
    for (const key of [...this.#peers.keys()]) this.#drop(key);
    // The last ABORTs are handed to the system before the socket goes.
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise<void>((resolve) => this.#socket.close(() => resolve()));
  }

  #received(packet: Buffer, address: string, port: number): void {
    const key = `${address}:${port}`;
    let peer = this.#peers.get(key);
    const standing = peer?.association?.standing;
    const fault = faultOf(packet, standing && { ...standing, windowChunks: this.#limits.windowChunks });
    if (fault !== undefined) return this.#options.dropped(`a packet from ${key}: ${fault}`);
    if (peer === undefined) {
      if (this.#accept === undefined || packet[12] !== chunkTypes.init) return;
      if (this.#peers.size >= this.#limits.associations) return this.#options.dropped(`${key}: too many associations`);
      peer = this.#peer(address, port, false);
    }
    try {
      peer.link.emit("message", packet, { address, port });
    } catch (error) {
      // B2, B16: what the guard let pass and the library trips over is one packet lost.
      this.#options.dropped(`a packet from ${key}: ${String(error)}`);
    }
  }

  #peer(address: string, port: number, connects: boolean): Peer {
    const { sctpPort } = this.#options;
    const { streams, windowOctets } = this.#limits;
    const link = new Link(this.#socket);
    const made: { endpoint?: Endpoint } = {};
    Endpoint.INITIALIZE(
      { localPort: sctpPort, MIS: streams, OS: streams, a_rwnd: windowOctets, ootb: false },
      { udpTransport: link, udpPeer: { address, port } },
      (error, endpoint) => {
        if (error === null) made.endpoint = endpoint;
      },
    );
    if (made.endpoint === undefined) throw new Error(`SCTP port ${sctpPort} is taken`);
    const key = `${address}:${port}`;
    const peer: Peer = { link, endpoint: made.endpoint, association: undefined };
    this.#peers.set(key, peer);
    if (connects) return peer;
    made.endpoint.on("association", (association: Association) => this.#accepted(peer, association, key));
    this.#forgetUnless(peer, key);
    return peer;
  }

  #accepted(peer: Peer, association: Association, key: string): void {
    const guarded = this.#guarded(peer, association, key);
    const events = this.#accept?.(guarded);
    if (events === undefined) guarded.abort();
    else guarded.listen(events);
  }

  #guarded(peer: Peer, association: Association, key: string): GuardedAssociation {
    // B16: a second COOKIE ECHO that is valid must not make a second association.
    peer.association?.abort();
    const guarded = new GuardedAssociation(association, this.#limits, () => this.#ended(peer, key));
    peer.association = guarded;
    return guarded;
  }

  /** A peer that sent INIT and nothing more costs an endpoint; it goes when the time to connect is over. */
  #forgetUnless(peer: Peer, key: string): void {
    setTimeout(() => {
      if (peer.association === undefined) this.#ended(peer, key);
    }, this.#limits.connectMs).unref();
  }

  #ended(peer: Peer, key: string): void {
    if (this.#peers.get(key) === peer) this.#peers.delete(key);
    peer.endpoint.DESTROY();
    peer.link.removeAllListeners();
  }

  #drop(key: string): void {
    const peer = this.#peers.get(key);
    if (peer?.association === undefined) {
      if (peer !== undefined) this.#ended(peer, key);
      return;
    }
    peer.association.abort();
  }
}
