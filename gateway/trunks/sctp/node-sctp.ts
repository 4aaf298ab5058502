import type { HostPort } from "../../../src/config.ts";
import sctp from "sctp";
import Endpoint, { type Association } from "sctp/lib/endpoint.js";
import { GuardedAssociation } from "./association.ts";
import { type Carrier, type CarrierEvents, Link } from "./carrier.ts";
import { ipCarrier } from "./ip-carrier.ts";
import { chunkTypes, faultOf } from "./packet-guard.ts";
import type { SctpAssociation, SctpEvents, SctpLimits, SctpProvider } from "./provider.ts";
import { udpCarrier } from "./udp-carrier.ts";

/** What a provider of SCTP is told; `sctpPort` is the same at both ends. */
export interface SctpOptions {
  /** In UDP (RFC 6951), or on IP itself, where hosts have no port but that of SCTP. */
  readonly transport: "udp" | "ip";
  readonly bind: HostPort;
  /** Whom `connect` calls. */
  readonly peer?: HostPort;
  readonly sctpPort: number;
  /** Told of every packet that is dropped, in words. */
  readonly dropped: (why: string) => void;
}

/**
 * Parameters of the library, for the whole process: RTO.Initial of 3 s would make every lost INIT a long wait. A packet
 * of PMTU octets has heads of IP and UDP around it in an Ethernet frame.
 */
sctp.defaults({ rto_initial: 1000, sack_timeout: 100, PMTU: 1452 });

interface Peer {
  readonly link: Link;
  readonly endpoint: Endpoint;
  association: GuardedAssociation | undefined;
}

/** SCTP of npm sctp, each peer with an endpoint of its own, so that one cannot harm another. */
export async function nodeSctpProvider(options: SctpOptions, limits: SctpLimits): Promise<SctpProvider> {
  const { transport, bind, sctpPort } = options;
  const received: { packet: CarrierEvents["packet"] } = { packet: () => {} };
  const events: CarrierEvents = {
    packet: (packet, address, port) => received.packet(packet, address, port),
    fault: options.dropped,
  };
  const carrier =
    transport === "ip" ? await ipCarrier({ host: bind.host, sctpPort }, events) : await udpCarrier(bind, events);
  const provider = new NodeSctpProvider(carrier, options, limits);
  received.packet = (packet, address, port) => provider.received(packet, address, port);
  return provider;
}

class NodeSctpProvider implements SctpProvider {
  readonly #carrier: Carrier;
  readonly #options: SctpOptions;
  readonly #limits: SctpLimits;
  readonly #peers = new Map<string, Peer>();
  #stopping: Promise<void> | undefined;
  #accept: ((association: SctpAssociation) => SctpEvents | undefined) | undefined;

  constructor(carrier: Carrier, options: SctpOptions, limits: SctpLimits) {
    this.#carrier = carrier;
    this.#options = options;
    this.#limits = limits;
  }

  get address(): string {
    return this.#carrier.address;
  }

  connect(events: SctpEvents): SctpAssociation {
    const { peer: called, sctpPort } = this.#options;
    if (called === undefined) throw new Error("this end of SCTP has no peer to call");
    const { host } = called;
    // On IP a peer is told by its SCTP port.
    const port = this.#options.transport === "ip" ? sctpPort : called.port;
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
    await this.#carrier.close();
  }

  received(packet: Buffer, address: string, port: number): void {
    const key = `${address}:${port}`;
    let peer = this.#peers.get(key);
    const standing = peer?.association?.standing;
    const fault = faultOf(packet, standing && { ...standing, windowChunks: this.#limits.windowChunks });
    if (fault !== undefined) return this.#options.dropped(`a packet from ${key}: ${fault}`);
    if (peer === undefined) {
      if (this.#accept === undefined || packet[12] !== chunkTypes.init) return;
      const full = this.#full();
      if (full !== undefined && !this.#forgetOldest(full))
        return this.#options.dropped(`an association with ${key} is refused: ${full}`);
      peer = this.#peer(address, port, false);
    }
    try {
      peer.link.emit("message", packet, { address, port });
    } catch (error) {
      // B2, B16: what the guard let pass and the library trips over is one packet lost.
      this.#options.dropped(`a packet from ${key}: ${String(error)}`);
    }
  }

  /** Why there is no room for one more; undefined: there is. */
  #full(): string | undefined {
    const { associations, halfOpen } = this.#limits;
    if (this.#peers.size >= associations) return `there are ${associations}, as many as limits.connections allows`;
    const notUp = [...this.#peers.values()].filter(({ association }) => association?.isUp !== true).length;
    return notUp < halfOpen ? undefined : `${halfOpen} are not up yet, as many as limits.halfOpen allows`;
  }

  /** An INIT that nothing followed may be forged (RFC 9260 5.1): the oldest such peer goes. False: there is none. */
  #forgetOldest(full: string): boolean {
    const oldest = [...this.#peers].find(([, { association }]) => association === undefined);
    if (oldest === undefined) return false;
    const [key, peer] = oldest;
    this.#options.dropped(`an INIT of ${key} is forgotten: ${full}`);
    this.#ended(peer, key);
    return true;
  }

  #peer(address: string, port: number, connects: boolean): Peer {
    const { sctpPort } = this.#options;
    const { streams, windowOctets } = this.#limits;
    const link = new Link(this.#carrier);
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
