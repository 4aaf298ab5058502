import { expect } from "chai";
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DecodeError } from "../../codecs/error.ts";
import { decodeH225 } from "../../codecs/h225/index.ts";
import { longestTpktOctets, tpktFraming } from "../../gateway/trunks/framing.ts";
import { h323Limits } from "../../gateway/trunks/h323.ts";
import { Random } from "../../src/simulation/random.ts";
import { mutate } from "../fuzz/mutate.ts";
import { h323Corpus } from "../fuzz/h323.ts";
import type { Request, Setup } from "../netns/gateway-process.ts";
import { root } from "../root.ts";
import { outer, qsig } from "../unit/h225/outer.ts";
import { freePort } from "../free-port.ts";
import { framed } from "../unit/gateway/framed.ts";
import { patienceMs } from "../until.ts";

/** Loopback addresses of the one that behaves, of a neighbour that does not, and of nobody's. */
const good = "127.0.0.3";
const bad = "127.0.0.2";
const stranger = "127.0.0.9";
const grownOctets = 200 * 1024 * 1024;

function configuration(port: number): string {
  return `
gateway: { api: { bind: "127.0.0.1:0" } }
listeners: [{ type: h323, bind: "127.0.0.1:${port}" }]
neighbours:
  own:
    numbers: ["1xxx"]
    trunk: { type: demo }
    media: external
    callCompletion: { mode: assisted }
    lines: { type: demo }
    phones: { type: demo }
  good: { numbers: ["2xxx"], trunk: { type: h323, peers: ["${good}:1720"] }, media: external }
  bad: { numbers: ["3xxx"], trunk: { type: h323, peers: ["${bad}:1720"] }, media: external }
`;
}

/** A gateway in a process of its own: what it suffers is not ours. */
class Victim {
  readonly port: number;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly #log: string[] = [];

  private constructor(port: number, setup: Setup) {
    this.port = port;
    const program = join(root, "dist/test/netns/gateway-process.js");
    this.#child = spawn(process.execPath, [program, JSON.stringify(setup)]);
    this.#child.stderr.on("data", (chunk: Buffer) => this.#log.push(chunk.toString()));
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  static async start(limits: Setup["limits"]): Promise<Victim> {
    const port = await freePort();
    const victim = new Victim(port, { config: configuration(port), phones: ["1001"], limits });
    if (!(await victim.#line()).startsWith("ready")) throw new Error(victim.log);
    return victim;
  }

  get log(): string {
    return this.#log.join("");
  }

  get lives(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async memory(): Promise<number> {
    const request: Request = { memory: true };
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    return Number(await this.#line());
  }

  /** The next it says; nothing where it has ended. */
  async #line(): Promise<string> {
    const next: IteratorResult<string, unknown> = await this.#lines.next();
    return next.done === true ? "" : next.value;
  }

  async stop(): Promise<void> {
    if (!this.lives) return;
    const ended = once(this.#child, "exit");
    this.#child.stdin.end();
    await ended;
  }
}

/** A connection from this address; errors end it, as they are to. */
function connect(victim: Victim, localAddress: string): net.Socket {
  return net.connect({ port: victim.port, host: "127.0.0.1", localAddress }).on("error", () => {});
}

/** One that says a keep-alive: where the queue of the listener was full, only octets bring the handshake to an end. */
function speaking(victim: Victim, localAddress: string): net.Socket {
  const socket = connect(victim, localAddress);
  socket.write(Uint8Array.of(3, 0, 0, 4));
  return socket;
}

/** So many that stay: never more at once than may be there before they have said anything. */
async function staying(victim: Victim, count: number): Promise<net.Socket[]> {
  const sockets: net.Socket[] = [];
  while (sockets.length < count) {
    const length = Math.min(h323Limits.halfOpen / 2, count - sockets.length);
    const more = Array.from({ length }, () => speaking(victim, bad));
    await Promise.all(more.map((socket) => once(socket, "connect")));
    // Answered behind them: what they said has been read.
    await call(victim);
    sockets.push(...more);
  }
  return sockets;
}

/** Closed by the other end, in whatever way. */
async function closed(socket: net.Socket): Promise<void> {
  if (!socket.closed) await new Promise((resolve) => socket.once("close", resolve));
}

let calls = 0;

/** A call to a number that nobody has, from SETUP to its refusal; rejects where it takes too long. */
async function call(victim: Victim): Promise<void> {
  calls += 1;
  const socket = connect(victim, good);
  const reference = { value: (calls % 0x7ffe) + 1, flag: 0, length: 2 } as const;
  const inner = [qsig("SETUP", reference, "a104038090a31803a9838170058039393939")];
  const framer = tpktFraming.framer();
  const tooLong = setTimeout(() => socket.destroy(), patienceMs);
  socket.write(framed(tpktFraming, outer("SETUP", reference, { ies: "04038090a3", inner })) ?? new Uint8Array(0));
  let answered = false;
  for await (const chunk of socket as AsyncIterable<Uint8Array>) {
    const [first] = framer.push(new Uint8Array(chunk));
    const read = first === undefined ? undefined : decodeH225(first);
    if (read === undefined || read instanceof DecodeError) continue;
    answered = read.message.callReference.value === reference.value;
    break;
  }
  clearTimeout(tooLong);
  socket.destroy();
  if (!answered)
    throw new Error(`a call of the good neighbour was not answered within ${patienceMs} ms: ${victim.log}`);
}

describe("hostile peers of an h323 trunk", function () {
  this.timeout(120_000);
  let victim: Victim;

  before(async () => {
    victim = await Victim.start({ frameMs: 1000 });
    await call(victim);
  });
  after(() => victim.stop());

  /** While `attack` goes on the good neighbour is served, and in the end the gateway has not grown. */
  async function survives(attack: () => Promise<void>): Promise<void> {
    const before = await victim.memory();
    let isOver = false;
    const tookMs: number[] = [];
    const service = (async () => {
      do {
        const start = performance.now();
        await call(victim);
        tookMs.push(performance.now() - start);
      } while (!isOver);
    })();
    await attack().finally(() => {
      isOver = true;
    });
    await service;
    const sorted = tookMs.toSorted((one, another) => one - another).map(Math.round);
    console.log(
      `      ${sorted.length} calls beside it, of ${sorted[sorted.length >> 1]} ms, at most ${sorted.at(-1)} ms`,
    );
    expect(victim.lives, victim.log).to.equal(true);
    expect((await victim.memory()) - before).to.be.below(grownOctets);
  }

  it("that send one octet and no more are closed after a while", () =>
    survives(async () => {
      const sockets = Array.from({ length: 500 }, () => connect(victim, bad));
      for (const socket of sockets) socket.write(Uint8Array.of(3));
      await Promise.all(sockets.map(closed));
    }));

  it("that send an octet now and then gain no time by it", () =>
    survives(async () => {
      const socket = connect(victim, bad);
      const octets = setInterval(() => socket.write(Uint8Array.of(3)), 100);
      socket.write(Uint8Array.of(3, 0, 0x10));
      await closed(socket);
      clearInterval(octets);
    }));

  it("that send a TPKT longer than the limit, shorter than its head, or none, are closed at once", () =>
    survives(async () => {
      const heads = [longestTpktOctets + 1, 3, 0].map((length) => Uint8Array.of(3, 0, length >> 8, length & 0xff));
      for (const head of [...heads, new TextEncoder().encode("GET / HTTP/1.1\r\n\r\n")]) {
        const socket = connect(victim, bad);
        socket.write(head);
        await closed(socket);
      }
    }));

  it("that connect ten thousand times are refused: strangers all, a neighbour beyond the limit", () =>
    survives(async () => {
      for (let batch = 0; batch < 20; batch += 1) {
        await Promise.all(Array.from({ length: 300 }, () => closed(speaking(victim, stranger))));
      }
      const stay = await staying(victim, h323Limits.connections);
      for (let batch = 0; batch < 4; batch += 1) {
        await Promise.all(Array.from({ length: 500 }, () => closed(speaking(victim, bad))));
      }
      for (const socket of stay) socket.destroy();
      await Promise.all(stay.map(closed));
    }));

  it("that send mutated messages change nothing for others", () =>
    survives(async () => {
      const random = new Random(20_262);
      const corpus = h323Corpus();
      for (let at = 0; at < 40; at += 1) {
        const socket = connect(victim, bad).resume();
        for (let count = 0; count < 50; count += 1) {
          const frame = framed(tpktFraming, mutate(corpus, random));
          if (frame !== undefined) socket.write(frame);
        }
        socket.end();
        await closed(socket);
      }
    }));
});
