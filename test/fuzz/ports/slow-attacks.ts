import type net from "node:net";
import { type Attack, connected, heard, inTurns, type Served } from "./attack.ts";
import { clientHello } from "./stream-attacks.ts";

/** Connections of one attacker at a time: more than most ports take. */
const atOnce = 500;
/** The longest that a message may take at any port is 10 s; machines with much to do are late. */
const closedMs = 25_000;
const octetMs = 250;
/** What an endless message may cost whoever sends it, before the other end closes. */
const endlessOctets = 64 * 1024 * 1024;
const chunk = Buffer.alloc(64 * 1024, "a");

/** Connections whose message goes on by an octet now and then (slowloris): each is closed by the other end in time. */
export function slowPeers(beginning: string | Uint8Array): Attack {
  return {
    name: "slow peers",
    run: ({ connect, count }) => inTurns(count, atOnce, async () => dribble(await connect(), Buffer.from(beginning))),
  };
}

/** The same with the first record of a TLS client. */
export const slowHandshakes: Attack = {
  name: "slow handshakes",
  async run({ port, count }) {
    const hello = await clientHello();
    await inTurns(count, atOnce, async () => dribble(await connected(port), Buffer.from(hello.subarray(0, 20))));
  },
};

async function dribble(socket: net.Socket, beginning: Buffer): Promise<void> {
  socket.write(beginning);
  const octets = setInterval(() => socket.write("a"), octetMs);
  await closedByPeer(socket).finally(() => clearInterval(octets));
}

async function closedByPeer(socket: net.Socket): Promise<void> {
  const late = setTimeout(() => socket.destroy(new Error("late")), closedMs);
  await heard(socket, "close");
  clearTimeout(late);
  if (socket.errored?.message === "late") throw new Error(`a connection was not closed within ${closedMs} ms`);
}

/** Messages without an end, or longer than they may be: the connection is closed long before all of it is sent. */
export function endless(...beginnings: readonly (string | Uint8Array)[]): Attack {
  return {
    name: "endless messages",
    run: ({ connect, count, random }) =>
      inTurns(count, beginnings.length, async () => pour(await connect(), random.pick(beginnings))),
  };
}

async function pour(socket: net.Socket, beginning: string | Uint8Array): Promise<void> {
  const closed = closedByPeer(socket);
  socket.write(beginning);
  for (let octets = 0; !socket.destroyed && octets < endlessOctets; octets += chunk.length)
    if (!socket.write(chunk)) await heard(socket, "drain");
  if (!socket.destroyed) throw new Error(`${endlessOctets} octets of one message were taken`);
  await closed;
}

/** Those who do not know that the port has TLS: the connection is closed, and what they get is no answer of theirs. */
export const plainText: Attack = {
  name: "plain text",
  run: ({ port, count, random, corpus }) =>
    inTurns(count, 8, async () => {
      const socket = await connected(port);
      let answered = false;
      socket.on("data", ([first]: Buffer) => {
        answered ||= first !== tlsAlert;
      });
      socket.write(random.pick(corpus));
      await closedByPeer(socket);
      if (answered) throw new Error("plain text was answered on a port with TLS");
    }),
};
const tlsAlert = 21;

/** Somebody who behaves, again and again until he is answered: the port has been freed of those before. */
export function answers(say: Uint8Array | string, isAnswer: (octets: Buffer) => boolean): Served {
  return async ({ connect }) => {
    for (const giveUp = performance.now() + closedMs; performance.now() < giveUp; ) {
      const socket = await connect();
      const answered = new Promise<boolean>((resolve) => {
        socket.on("data", (octets: Buffer) => isAnswer(octets) && resolve(true));
        socket.once("close", () => resolve(false));
        setTimeout(() => resolve(false), answerMs);
      });
      if (!socket.destroyed) socket.write(say);
      const isServed = await answered;
      socket.destroy();
      if (isServed) return;
    }
    throw new Error("nobody who behaves is served any more");
  };
}
const answerMs = 2000;
