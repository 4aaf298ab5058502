import net from "node:net";

/** Where a gateway can be reached. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * How the line fails. `ended`: both gateways see their connection end. `silent`: nothing passes and nobody is told, as
 * when a cable is pulled far away; the connections end when the line is whole again.
 */
export type Failure = "ended" | "silent";

/**
 * The line between the two gateways of the demo: what enters at `address` comes out at the far gateway, until it is
 * cut.
 */
export interface Wire {
  readonly address: Address;
  /** When the cut line is whole again, Unix time in milliseconds; undefined: it is whole. */
  readonly cutUntil: number | undefined;
  /** Lets nothing through for so long. A cut during a cut takes its place. */
  cut(forMs: number, failure: Failure): void;
  stop(): Promise<void>;
}

/** Called when the line is cut or whole again. */
export type WireSubscriber = (cutUntil: number | undefined) => void;

/** Listens on a free port of loopback and joins every connection to one of its own to `far`. */
export async function startWire(far: Address, changed: WireSubscriber): Promise<Wire> {
  const pairs = new Set<Pair>();
  let whole: NodeJS.Timeout | undefined;
  let cutUntil: number | undefined;
  const server = net.createServer((near) => {
    if (cutUntil !== undefined) return void near.destroy();
    const pair = new Pair(near, net.connect(far.port, far.host), () => pairs.delete(pair));
    pairs.add(pair);
  });
  const end = () => {
    for (const pair of pairs) pair.end();
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
    cut(forMs, failure) {
      clearTimeout(whole);
      cutUntil = Date.now() + forMs;
      if (failure === "ended") end();
      else for (const pair of pairs) pair.silence();
      changed(cutUntil);
      whole = setTimeout(() => {
        cutUntil = undefined;
        end();
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

/** Two connections that are one: what one end sends the other gets, the end of one is the end of the other. */
class Pair {
  readonly #ends: readonly [net.Socket, net.Socket];

  constructor(near: net.Socket, far: net.Socket, ended: () => void) {
    this.#ends = [near, far];
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.setNoDelay(true);
      from.pipe(to);
      from.on("error", () => this.end());
      from.on("close", () => {
        this.end();
        ended();
      });
    }
  }

  /** What is sent from now on is lost. */
  silence(): void {
    for (const socket of this.#ends) socket.unpipe().resume();
  }

  end(): void {
    for (const socket of this.#ends) socket.destroy();
  }
}
