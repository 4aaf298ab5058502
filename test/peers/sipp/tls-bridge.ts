import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";

const host = "127.0.0.1";

/** The certificate that the bridge shows, its key, and the CA of the other end. */
export interface BridgeIdentity {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

/** TLS for a program that has none, as Debian's sipp: octets pass as they come, an end of one side ends the other. */
export class TlsBridge {
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();

  private constructor(server: net.Server, far: () => net.Socket, event: "connection" | "secureConnection") {
    this.#server = server;
    server.on(event, (near: net.Socket) => this.#join(near, far()));
  }

  /** Who connects to it without TLS is at that port, with TLS. */
  static out(port: number, identity: BridgeIdentity): Promise<TlsBridge> {
    const far = () => tls.connect({ host, port, ...identity, checkServerIdentity: () => undefined });
    return listening(new TlsBridge(net.createServer(), far, "connection"));
  }

  /** Who connects to it with TLS is at that port, without. */
  static in(port: number, identity: BridgeIdentity): Promise<TlsBridge> {
    const server = tls.createServer({ ...identity, requestCert: true, rejectUnauthorized: true });
    return listening(new TlsBridge(server, () => net.connect({ host, port }), "secureConnection"));
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, host);
    await once(this.#server, "listening");
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #join(near: net.Socket, far: net.Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from);
      from.setNoDelay(true);
      from.pipe(to);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}

async function listening(bridge: TlsBridge): Promise<TlsBridge> {
  await bridge.listen();
  return bridge;
}
