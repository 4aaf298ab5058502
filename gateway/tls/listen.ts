import type net from "node:net";
import tls from "node:tls";
import type { HostPort } from "../../src/config.ts";
import type { TlsConnection } from "./connect.ts";
import type { TlsEnd } from "./end.ts";
import { TlsRefusal } from "./faults.ts";
import { handshakeFault, shownChain } from "./handshake.ts";
import type { JudgedPeer } from "./judge.ts";

/** Somebody at a listener: whose certificates it takes, and where the connections go. */
export interface TlsGuest {
  readonly end: TlsEnd;
  readonly take: (connection: TlsConnection) => void;
}

/** A TCP port with TLS. Neighbours may share it: a connection is of the one whose name its certificate has (R12). */
export class TlsListener {
  readonly #server: tls.Server;
  readonly #guests = new Map<TlsGuest, () => void>();
  /** Whose certificate it shows: that of the first guest. */
  #first: TlsEnd;
  /** Connections that are not judged yet, by the address and port they come from. */
  readonly #handshakes = new Map<string, Handshake>();

  private constructor(first: TlsEnd, keepAliveMs: number) {
    this.#first = first;
    this.#server = tls.createServer({
      ...first.context,
      requestCert: true,
      // pkijs judges what Node would, and more, before anything is read.
      rejectUnauthorized: false,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: keepAliveMs,
    });
    this.#server.on("connection", (socket: net.Socket) => this.#begin(socket));
    this.#server.on("tlsClientError", (error, socket) => this.#fail(remote(socket), handshakeFault(error)));
    this.#server.on("secureConnection", (socket) => void this.#assign(socket));
    if (first.keylog !== undefined) this.#server.on("keylog", first.keylog);
  }

  /** Rejects with a sentence where the port cannot be had. The certificate that it shows is that of `guest`. */
  static async open({ host, port }: HostPort, guest: TlsGuest, keepAliveMs: number): Promise<TlsListener> {
    const listener = new TlsListener(guest.end, keepAliveMs);
    const server = listener.#server;
    await new Promise<void>((resolve, reject) => {
      server.on("error", (error: Error) => reject(new Error(`cannot listen on ${host}:${port}: ${error.message}`)));
      server.listen(port, host, resolve);
    });
    listener.add(guest);
    return listener;
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  add(guest: TlsGuest): void {
    this.#guests.set(
      guest,
      guest.end.onReloaded(() => this.#renew()),
    );
    this.#renew();
  }

  /** True where nobody is left. */
  remove(guest: TlsGuest): boolean {
    this.#guests.get(guest)?.();
    this.#guests.delete(guest);
    for (const { end } of [...this.#guests.keys()].slice(0, 1)) this.#first = end;
    return this.#guests.size === 0;
  }

  /** Connections that were handed on stay. */
  async close(): Promise<void> {
    if (this.#server.listening) await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** For handshakes from now on. The CAs of all guests tell a client which certificate to show. */
  #renew(): void {
    const anchors = [...this.#guests.keys()].map(({ end }) => String(end.context.ca));
    this.#server.setSecureContext({ ...this.#first.context, ca: anchors });
  }

  #begin(socket: net.Socket): void {
    const key = remote(socket);
    const { halfOpen, halfOpenOfSource, handshakeMs } = this.#first.limits;
    const source = socket.remoteAddress ?? "";
    const ofSource = [...this.#handshakes.values()].filter((other) => other.source === source).length;
    if (this.#handshakes.size >= halfOpen || ofSource >= halfOpenOfSource) {
      this.#report(key, new TlsRefusal("tooMany", `${this.#handshakes.size}, ${ofSource} of them from there`));
      socket.destroy();
      return;
    }
    // Node's own handshakeTimeout begins anew with every octet.
    const timer = setTimeout(() => this.#fail(key, new TlsRefusal("tooSlow", `${handshakeMs} ms`)), handshakeMs);
    this.#handshakes.set(key, { source, socket, timer });
    socket.once("close", () => this.#fail(key, new TlsRefusal("ended")));
  }

  /** The first reason is told; what follows from it is not. */
  #fail(key: string, refusal: TlsRefusal): void {
    const handshake = this.#end(key);
    if (handshake === undefined) return;
    this.#report(key, refusal);
    handshake.socket.destroy();
  }

  #end(key: string): Handshake | undefined {
    const handshake = this.#handshakes.get(key);
    this.#handshakes.delete(key);
    clearTimeout(handshake?.timer);
    return handshake;
  }

  /** Nobody knows whose it would have been: all are told. */
  #report(from: string, refusal: TlsRefusal): void {
    for (const { end } of this.#guests.keys()) end.refused(refusal, from);
  }

  async #assign(socket: tls.TLSSocket): Promise<void> {
    // Whoever takes it listens for errors of its own.
    socket.on("error", () => {});
    const key = remote(socket);
    const chain = shownChain(socket, this.#first.limits.chainCertificates);
    const guests = [...this.#guests.keys()];
    const verdicts = await Promise.all(guests.map((guest) => verdictOf(guest, chain)));
    // Gone meanwhile, or not in time.
    if (this.#end(key) === undefined) return void socket.destroy();
    const takers = verdicts.flatMap((verdict) => ("peer" in verdict ? [verdict] : []));
    const [taker, another] = takers;
    if (taker !== undefined && another === undefined && this.#guests.has(taker.guest)) {
      return taker.guest.take({ socket, peer: taker.peer });
    }
    const several = new TlsRefusal("severalTrunks", takers.map(({ peer }) => peer.name).join(", "));
    for (const verdict of verdicts) verdict.guest.end.refused("refusal" in verdict ? verdict.refusal : several, key);
    socket.destroy();
  }
}

interface Handshake {
  readonly source: string;
  readonly socket: net.Socket;
  readonly timer: NodeJS.Timeout;
}

type GuestVerdict =
  | { readonly guest: TlsGuest; readonly peer: JudgedPeer }
  | { readonly guest: TlsGuest; readonly refusal: TlsRefusal };

async function verdictOf(guest: TlsGuest, chain: readonly Uint8Array[]): Promise<GuestVerdict> {
  try {
    return { guest, peer: await guest.end.judge(chain, "client") };
  } catch (error) {
    return { guest, refusal: error instanceof TlsRefusal ? error : new TlsRefusal("unreadable", String(error)) };
  }
}

/** Of a connection that lives, no other has the same. */
function remote({ remoteAddress = "", remotePort = 0 }: net.Socket): string {
  return `${remoteAddress.replace(/^::ffff:/, "")}:${remotePort}`;
}
