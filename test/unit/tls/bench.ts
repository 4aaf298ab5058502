import net from "node:net";
import tls from "node:tls";
import type { HostPort, TlsConfig } from "../../../src/config.ts";
import { connectTls, type TlsConnection } from "../../../gateway/tls/connect.ts";
import { TlsEnd, type TlsEndOptions } from "../../../gateway/tls/end.ts";
import type { TlsEvent } from "../../../gateway/tls/event.ts";
import { type TlsLimits, tlsLimits } from "../../../gateway/tls/limits.ts";
import { TlsListener } from "../../../gateway/tls/listen.ts";
import { Files, issue, issueAuthority, type Issued } from "./pki.ts";

/** Two ends of one CA, east and west, and whoever else comes; `clean` ends all of it after each test. */
export class TlsBench {
  readonly files = new Files();
  readonly ca: Issued;
  readonly east: Issued;
  readonly west: Issued;
  readonly #cleanup: (() => unknown)[] = [];

  private constructor(ca: Issued, east: Issued, west: Issued) {
    [this.ca, this.east, this.west] = [ca, east, west];
  }

  static async make(): Promise<TlsBench> {
    const ca = await issueAuthority("Lab CA");
    return new TlsBench(ca, await issue("east.example", ca), await issue("west.example", ca));
  }

  atEnd(clean: () => unknown): void {
    this.#cleanup.push(clean);
  }

  async clean(): Promise<void> {
    for (const clean of this.#cleanup.splice(0).reverse()) await clean();
  }

  async open(config: TlsConfig, options: Partial<TlsEndOptions> = {}) {
    const events: TlsEvent[] = [];
    const end = await TlsEnd.open(config, { report: (event) => events.push(event), ...options });
    this.atEnd(() => end.stop());
    return { end, events };
  }

  /** East, which expects west. */
  openEast(options: Partial<TlsEndOptions> = {}) {
    return this.open(this.files.config("east", this.east, [this.ca], { allowedNames: ["west.example"] }), options);
  }

  /** A listener as west, which takes east. */
  async listen(options: Partial<TlsEndOptions> = {}, wishes: Partial<TlsConfig> = {}) {
    const { end, events } = await this.open(this.files.config("west", this.west, [this.ca], wishes), options);
    const taken: TlsConnection[] = [];
    const guest = { end, take: (connection: TlsConnection) => void taken.push(connection) };
    const listener = await TlsListener.open({ host: "127.0.0.1", port: 0 }, guest, 60_000);
    this.atEnd(async () => {
      for (const { socket } of taken) socket.destroy();
      await listener.close();
    });
    return { listener, guest, end, taken, events, to: { host: "127.0.0.1", port: listener.port } };
  }

  async connect(end: TlsEnd, to: HostPort): Promise<TlsConnection> {
    const connection = await connectTls(end, to, { connectMs: 10_000 });
    this.atEnd(() => connection.socket.destroy());
    return connection;
  }

  /** A client of Node's own, which checks nothing. */
  rawClient(port: number, options: tls.ConnectionOptions): tls.TLSSocket {
    const socket = tls.connect({ host: "127.0.0.1", port, rejectUnauthorized: false, ...options });
    this.#keep(socket);
    return socket;
  }

  plainClient(port: number): net.Socket {
    const socket = net.connect({ host: "127.0.0.1", port });
    this.#keep(socket);
    return socket;
  }

  #keep(socket: net.Socket): void {
    socket.on("error", () => {});
    // A socket that nobody reads never says that it is closed.
    socket.resume();
    this.atEnd(() => socket.destroy());
  }
}

export function short(limits: Partial<TlsLimits>): Partial<TlsEndOptions> {
  return { limits: { ...tlsLimits, ...limits } };
}

/** The faults that were reported. */
export function refusals(events: readonly TlsEvent[]): string[] {
  return events.flatMap((event) => (event.type === "refused" ? [event.fault] : []));
}

export function closed(socket: net.Socket): Promise<unknown> {
  return new Promise((resolve) => socket.once("close", resolve));
}

export function keyPair({ pem, keyPem }: Issued): { cert: string; key: string } {
  return { cert: pem, key: keyPem };
}
