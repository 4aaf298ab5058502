import net from "node:net";

/** Where a gateway can be reached. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** The line between the two gateways of the demo: what enters at `address` comes out at the far gateway, until it is cut. */
export interface Wire {
  readonly address: Address;
  /** When the cut line is whole again, Unix time in milliseconds; undefined: it is whole. */
  readonly cutUntil: number | undefined;
  /** Ends every connection and lets none through for so long. A cut during a cut takes its place. */
  cut(forMs: number): void;
  stop(): Promise<void>;
}

/** Called when the line is cut or whole again. */
export type WireSubscriber = (cutUntil: number | undefined) => void;

/** Listens on a free port of loopback and joins every connection to one of its own to `far`. */
export async function startWire(far: Address, changed: WireSubscriber): Promise<Wire> {
  const sockets = new Set<net.Socket>();
  let whole: NodeJS.Timeout | undefined;
  let cutUntil: number | undefined;
  const keep = (socket: net.Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on("close", () => sockets.delete(socket));
  };
  const server = net.createServer((near) => {
    if (cutUntil !== undefined) return void near.destroy();
    const out = net.connect(far.port, far.host);
    join(near, out);
    keep(near);
    keep(out);
  });
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    address: { host: "127.0.0.1", port: (server.address() as net.AddressInfo).port },
    get cutUntil() {
      return cutUntil;
    },
    cut(forMs) {
      clearTimeout(whole);
      cutUntil = Date.now() + forMs;
      end();
      changed(cutUntil);
      whole = setTimeout(() => {
        cutUntil = undefined;
        changed(undefined);
      }, forMs);
    },
    async stop() {
      clearTimeout(whole);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      end();
      await closed;
    },
  };
}

/** What one end sends the other gets; the end of one is the end of the other. */
function join(one: net.Socket, other: net.Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to);
    from.on("error", () => to.destroy());
    from.on("close", () => to.destroy());
  }
}
