import net from "node:net";
import type { Random } from "../../../src/simulation/random.ts";

export const host = "127.0.0.1";
/** Of a peer that is hostile at full speed: what a kernel hands over at once. */
export const batch = 64;

/** What an attack is against. */
export interface Scene {
  readonly port: number;
  /** Frames, packets, requests or connections. */
  readonly count: number;
  readonly random: Random;
  /** What mutations begin with. */
  readonly corpus: readonly Uint8Array[];
  /** A connection to the port, as somebody who may have one: with TLS its handshake is done. */
  connect(): Promise<net.Socket>;
  /** A way for packets of SCTP, which tells what comes back. */
  wire(received?: (packet: Buffer) => void): Promise<Wire>;
}

/** What a configuration of the neighbour may need: ports that are free, addresses, and the folder of its files. */
export interface Ground {
  readonly lines: number;
  readonly phones: number;
  /** UDP below SCTP: of the gateway, and of who it calls. */
  readonly sctp: number;
  readonly sctpPeer: number;
  /** SCTP on IP: of the gateway, and of who attacks it. */
  readonly addresses: readonly [string, string];
  readonly folder: string;
}

/** Resolves when somebody who behaves is served at the port; rejects where he is not, for long. */
export type Served = (scene: Pick<Scene, "connect" | "wire" | "random">) => Promise<void>;

/** What brings packets of SCTP to who is attacked. */
export interface Wire {
  readonly sctpPort: number;
  /** Resolves when the system has it. */
  send(packet: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export interface Attack {
  readonly name: string;
  /** Resolves when it has sent so many. */
  run(scene: Scene): Promise<void>;
  /** They count when the gateway has read them: many go down with a connection that one before them ended. */
  readonly countsRead?: true;
}

/** A connection, or one that failed: what it is good for its caller sees. */
export async function connected(port: number): Promise<net.Socket> {
  const socket = net.connect({ host, port });
  socket.on("error", () => {});
  await heard(socket, "connect");
  return socket.resume();
}

/** Resolves with the event, or when the socket is closed. */
export function heard(socket: net.Socket, event: "connect" | "secureConnect" | "drain" | "close"): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off(event, done);
      socket.off("close", done);
      resolve();
    };
    if (socket.destroyed) return resolve();
    socket.on(event, done);
    if (event !== "close") socket.on("close", done);
  });
}

export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** `run` so many times, `atOnce` of them at a time. */
export async function inTurns(count: number, atOnce: number, run: () => Promise<void>): Promise<void> {
  let begun = 0;
  const turns = async (): Promise<void> => {
    for (; begun < count; ) {
      begun += 1;
      await run();
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, turns));
}
