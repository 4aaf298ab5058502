import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";
import type { Random } from "../../../src/simulation/random.ts";
import { mutate } from "../mutate.ts";
import { type Attack, connected, heard, host, inTurns, pause } from "./attack.ts";
import { patienceMs } from "../../until.ts";

/** Connections of one attacker at a time: one short of what a lapd trunk takes. */
const atOnce = 3;

/** What a connection begins with, and how what was mutated becomes its next frame. */
export interface Speech {
  /** As many go over one connection: where one of them closes it, the others are lost. */
  readonly frames: number;
  readonly opening: Uint8Array;
  frame(mutated: Uint8Array, random: Random): Uint8Array;
}

/** Mutated frames, framed rightly, on one connection after the other. */
export function mutatedFrames(speech: () => Speech): Attack {
  return {
    name: "mutated frames",
    countsRead: true,
    run: ({ connect, count, random, corpus }) =>
      inTurns(Math.ceil(count / speech().frames), atOnce, async () => {
        const { opening, frames: most, frame } = speech();
        const frames = Array.from({ length: Math.min(most, count) }, () =>
          frame(mutate(corpus, random).subarray(0, 2048), random),
        );
        await said(await connect(), Buffer.concat([opening, ...frames]));
      }),
  };
}

/** What is no frame at all: mutated octets as they are, on a connection each. */
export const mutatedStreams: Attack = {
  name: "mutated streams",
  run: ({ connect, count, random, corpus }) =>
    inTurns(count, atOnce, async () => said(await connect(), mutate(corpus, random))),
};

/** The first record of a TLS client, mutated. */
export const mutatedHandshakes: Attack = {
  name: "mutated handshakes",
  async run({ port, count, random }) {
    const corpus = [await clientHello()];
    await inTurns(count, atOnce, async () => said(await connected(port), mutate(corpus, random)));
  },
};

export async function clientHello(): Promise<Uint8Array> {
  const server = net.createServer();
  server.listen(0, host);
  await once(server, "listening");
  const client = tls.connect({ host, port: (server.address() as net.AddressInfo).port });
  client.on("error", () => {});
  const [socket] = (await once(server, "connection")) as [net.Socket];
  const [record] = (await once(socket, "data")) as [Uint8Array];
  client.destroy();
  server.close();
  return record;
}

/** Resolves when the other end has closed; one that does not within a moment is closed by ours. */
async function said(socket: net.Socket, octets: Uint8Array): Promise<void> {
  const tooLong = setTimeout(() => socket.destroy(), patienceMs);
  socket.end(octets);
  await heard(socket, "close");
  clearTimeout(tooLong);
}

/** Connections that say one octet and nothing more, hundreds of them at a time (slowloris). */
export const connections: Attack = {
  name: "connections",
  async run({ port, count }) {
    const open: net.Socket[] = [];
    for (let made = 0; made < count; made += 1) {
      const socket = net.connect({ host, port });
      socket.on("error", () => {});
      socket.on("connect", () => socket.write(Uint8Array.of(0)));
      open.push(socket);
      if (open.length < 200) continue;
      await pause();
      for (const each of open.splice(0)) each.destroy();
    }
    for (const each of open) each.destroy();
  },
};
