import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { peers } from "../require.ts";
import type { EventName, Line, PeerEvent, PeerFrame, Replies } from "./protocol.ts";
import { patienceMs } from "../../until.ts";

export type LibpriOptions = {
  readonly role: "network" | "user";
} & ({ readonly listen: number } | { readonly connect: number });

const quietStepMs = 10;

interface Waiting {
  /** True when it has taken the event. */
  offer(event: PeerEvent): boolean;
  fail(error: Error): void;
}

/**
 * Starts the libpri peer. `listen: 0` takes a free port, told in `port`. Does not wait for the other side: commands
 * work once the trunk was connected, calls once the event `data-link-up` came.
 */
export async function startLibpri(options: LibpriOptions): Promise<LibpriPeer> {
  const program = peers.libpri.program();
  if (program === undefined) throw new Error(`libpri: ${peers.libpri.reason()}`);
  const link = "listen" in options ? ["listen", String(options.listen)] : ["connect", String(options.connect)];
  const peer = new LibpriPeer(spawn(program, [options.role, ...link]), options.role);
  if ("listen" in options) peer.port = (await peer.event("listening")).port;
  return peer;
}

/** One libpri, a process of its own, at one end of a trunk. */
export class LibpriPeer {
  /** Where it listens; 0 where it connects. */
  port = 0;
  /** Every frame of the trunk in the order of time, seen from libpri. */
  readonly frames: PeerFrame[] = [];
  /** Every event, taken or not. */
  readonly events: PeerEvent[] = [];
  /** libpri's own messages. */
  log = "";
  readonly role: "network" | "user";
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #untaken: PeerEvent[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #replies: { resolve(line: Line): void; reject(error: Error): void; command: string }[] = [];
  #ended: Error | undefined;

  constructor(process: ChildProcessWithoutNullStreams, role: "network" | "user") {
    this.#process = process;
    this.role = role;
    createInterface({ input: process.stdout }).on("line", (line) => this.#line(JSON.parse(line) as Line));
    process.stderr.setEncoding("latin1").on("data", (text: string) => {
      this.log += text;
    });
    process.stdin.on("error", () => undefined); // the exit says more
    process.on("close", (code, signal) => this.#exit(code ?? signal));
  }

  /**
   * The earliest event of that name that no call of this took before, come or to come. `where` picks among them.
   * Rejects after `timeoutMs` with what came instead.
   */
  event<Name extends EventName>(
    name: Name,
    { timeoutMs = patienceMs, where = () => true }: EventOptions<Name> = {},
  ): Promise<PeerEvent<Name>> {
    const isWanted = (event: PeerEvent) => event.event === name && where(event as PeerEvent<Name>);
    const index = this.#untaken.findIndex(isWanted);
    if (index !== -1) return Promise.resolve(this.#untaken.splice(index, 1)[0] as PeerEvent<Name>);
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => end(this.#silence(name, timeoutMs)), timeoutMs);
      const end = (outcome: PeerEvent<Name> | Error) => {
        clearTimeout(timer);
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      const waiting: Waiting = {
        offer: (event) => {
          if (!isWanted(event)) return false;
          end(event as PeerEvent<Name>);
          return true;
        },
        fail: end,
      };
      this.#waiting.push(waiting);
    });
  }

  /** Runs a command of README.md; rejects where libpri refuses it. */
  async command<Name extends keyof Replies>(name: Name, ...words: (string | number)[]): Promise<Replies[Name]> {
    if (this.#ended !== undefined) throw this.#ended;
    const command = [name, ...words].join(" ");
    const reply = new Promise<Line>((resolve, reject) => this.#replies.push({ resolve, reject, command }));
    this.#process.stdin.write(`${command}\n`);
    return (await reply) as unknown as Replies[Name];
  }

  /** The layer-3 messages of the I frames so far, without layer 2. */
  messages(direction: PeerFrame["direction"]): Uint8Array[] {
    return this.frames
      .filter((frame) => frame.direction === direction && frame.octets.length > 4 && ((frame.octets[2] ?? 1) & 1) === 0)
      .map((frame) => frame.octets.subarray(4));
  }

  /**
   * Resolves when no frame has crossed the trunk for `forMs`: what was to be answered has been. Counted in short
   * sleeps, since the gateways of a test run in this process: where it is busy each sleep is longer, and the silence.
   */
  async quiet(forMs = 100): Promise<void> {
    let seen = this.frames.length;
    for (let stillMs = 0; stillMs < forMs; ) {
      await sleep(quietStepMs);
      stillMs = this.frames.length === seen ? stillMs + quietStepMs : 0;
      seen = this.frames.length;
    }
  }

  /** Ends it; ends its process by force where it does not go by itself in 2 s. */
  async stop(): Promise<void> {
    if (this.#ended !== undefined) return;
    const exit = once(this.#process, "close");
    this.#process.stdin.end("quit\n");
    const force = setTimeout(() => this.#process.kill("SIGKILL"), 2000);
    await exit;
    clearTimeout(force);
  }

  #line(line: Line): void {
    if ("reply" in line) {
      const waiting = this.#replies.shift();
      if (line.error === undefined && line.result === 0) waiting?.resolve(line);
      else
        waiting?.reject(new Error(`libpri ${this.role}: ${waiting.command}: ${line.error ?? `gave ${line.result}`}`));
    } else if (line.event === "frame") {
      const { direction, at, hex, raw = false } = line;
      this.frames.push({ direction, at, raw, octets: Uint8Array.from(Buffer.from(hex, "hex")) });
    } else {
      this.events.push(line);
      if (!this.#waiting.some((waiting) => waiting.offer(line))) this.#untaken.push(line);
    }
  }

  #exit(how: number | string | null): void {
    this.#ended = new Error(`libpri ${this.role} ended with ${how}; it said: ${this.log.slice(-500)}`);
    for (const { reject } of this.#replies.splice(0)) reject(this.#ended);
    for (const waiting of [...this.#waiting]) waiting.fail(this.#ended);
  }

  #silence(name: EventName, timeoutMs: number): Error {
    const last = this.events.slice(-8).map((event) => JSON.stringify(event));
    return new Error(`libpri ${this.role}: no ${name} within ${timeoutMs} ms; the last events: ${last.join(" ")}`);
  }
}

export interface EventOptions<Name extends EventName> {
  readonly timeoutMs?: number;
  readonly where?: (event: PeerEvent<Name>) => boolean;
}
