import type net from "node:net";
import { WebSocket } from "ws";
import { mutate } from "../mutate.ts";
import { type Attack, batch, heard, host, inTurns, pause } from "./attack.ts";

/** Connections of one attacker at a time. */
const atOnce = 16;
/** Some answers do not end by themselves: streams of events. */
const patienceMs = 250;

/** Each on a connection of its own, half of them spoilt in their body alone, with the length that it has then. */
export const mutatedRequests: Attack = {
  name: "mutated requests",
  run: ({ connect, count, random, corpus }) =>
    inTurns(count, atOnce, async () => {
      const request = Buffer.from(random.below(2) === 0 ? mutate(corpus, random) : random.pick(corpus));
      const end = request.indexOf("\r\n\r\n") + 4;
      const body = end < 4 ? Buffer.alloc(0) : request.subarray(end);
      const isWhole = end < 4 || body.length === 0 || random.below(2) === 0;
      const octets = isWhole ? request : withBody(request.subarray(0, end), mutate([body, ...corpus], random));
      await asked(await connect(), octets);
    }),
};

function withBody(head: Buffer, body: Uint8Array): Buffer {
  const text = head.toString("latin1").replace(/content-length: *\d+/i, `content-length: ${body.length}`);
  return Buffer.concat([Buffer.from(text, "latin1"), body]);
}

/** Resolves when the other end has closed. */
async function asked(socket: net.Socket, octets: Uint8Array): Promise<void> {
  const tooLong = setTimeout(() => socket.destroy(), patienceMs);
  socket.end(octets);
  await heard(socket, "close");
  clearTimeout(tooLong);
}

/** Mutated documents on a WebSocket that stands; one that ends is followed by another. */
export function mutatedFeed(path: string, token: string, documents: readonly Uint8Array[]): Attack {
  return {
    name: "mutated messages of a feed",
    async run({ port, count, random }) {
      let feed: WebSocket | undefined;
      for (let sent = 0; sent < count; sent += 1) {
        if (feed === undefined || feed.readyState !== WebSocket.OPEN) feed = await feedAt(port, path, token);
        feed.send(mutate(documents, random), { binary: random.below(8) === 0 });
        if (sent % batch === 0) await pause();
        // The other end answers each: who reads no answers is cut off, so the answers are read.
        while (feed.bufferedAmount > 64 * 1024) await pause();
      }
      feed?.close();
    },
  };
}

async function feedAt(port: number, path: string, token: string): Promise<WebSocket> {
  const feed = new WebSocket(`ws://${host}:${port}${path}`, { headers: { authorization: `Bearer ${token}` } });
  feed.on("error", () => {});
  feed.on("message", () => {});
  await new Promise<void>((resolve) => {
    feed.once("open", () => resolve());
    feed.once("close", () => resolve());
  });
  return feed;
}
