import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { httpLimits } from "../../../gateway/http/server.ts";
import { createHttpLines } from "../../../gateway/lines/http.ts";
import { boardLimits } from "../../../gateway/lines/http/board.ts";
import type { Input } from "../../../src/seam.ts";
import { LineFeeder } from "../../peers/line-feeder.ts";
import { median, type Part, type Row } from "../harness.ts";
import { TwoCores } from "../session/two-cores.ts";

const lines = 20_000;
const eventsPerSecond = 500;
/** Each line becomes free once: that many events, one every 2 ms. */
const measured = 2_500;
const token = "a token of sixteen octets at least";
const nobody = "no other system serves lines of a cluster to QSIG";

const numberOf = (index: number) => `2${String(index).padStart(7, "0")}`;
const busy = { registration: "r", offhook: true, calls: [{ id: "c", direction: "initiator", state: "confirmed" }] };
const free = { event: "terminated", id: "c" };
const cradle = { event: "hook", offhook: false };

/**
 * 20,000 lines that requests wait for, fed through the WebSocket of `lines: http`; 500 times a second one becomes free,
 * and ccExecPossible leaves for its user. Time from the script's message to the APDU on the trunk.
 */
export const watchedLines: Part = {
  name: "lines",
  async *rows() {
    const folder = await mkdtemp(join(tmpdir(), "qsig-bench-"));
    const tokenFile = join(folder, "token");
    await writeFile(tokenFile, token);
    const empty = memoryMb();
    const cores = new TwoCores();
    for (let index = 0; index < lines; index += 1) cores.request(`1${numberOf(index).slice(1)}`, numberOf(index));
    const cored = memoryMb();
    const sentAt = new Map<string, number>();
    const latencies: number[] = [];
    let reported = 0;
    const post = (input: Input) => {
      if (input.type === "line") reported += 1;
      const before = cores.frames.east;
      cores.give("east", input);
      // The guard time is none, yet a timer of its own.
      cores.pass(1);
      const at = input.type === "line" ? sentAt.get(input.line) : undefined;
      if (at !== undefined && cores.frames.east > before) latencies.push((performance.now() - at) * 1e6);
    };
    const context = { neighbour: "east", post, drained: () => undefined, warn: () => {} };
    const settings = { type: "http", bind: { host: "127.0.0.1", port: 0 }, tokenFile, silenceMs: 600_000 } as const;
    const adapter = await createHttpLines(settings, context, { http: httpLimits, board: boardLimits });
    const feeder = await LineFeeder.connect(adapter.url, token);
    try {
      for (let index = 0; index < lines; index += 1) feeder.answers.set(numberOf(index), busy);
      for (let index = 0; index < lines; index += 1) adapter.watch(`east/${numberOf(index)}`);
      // Not before the cores know of every line that it is busy: events behind those reports would wait for them.
      while (reported < lines) await sleep(20);
      const fed = memoryMb();
      const used = process.cpuUsage();
      await drive(feeder, sentAt, latencies);
      const { user, system } = process.cpuUsage(used);
      yield row("20,000 lines watched: cores", "MB", cored - empty);
      yield row("20,000 lines watched: monitor", "MB", fed - cored);
      yield row("event: processor time, all ends", "ns", ((user + system) * 1000) / measured);
      yield row("event to APDU, median", "ns", median(latencies));
      yield row(
        "event to APDU, p99",
        "ns",
        latencies.toSorted((a, b) => a - b)[Math.floor(latencies.length * 0.99)] ?? 0,
      );
    } finally {
      feeder.close();
      await adapter.stop();
      await rm(folder, { recursive: true });
    }
  },
};

/** The script's events at their pace. Rejects where APDUs stay away. */
async function drive(feeder: LineFeeder, sentAt: Map<string, number>, latencies: readonly number[]): Promise<void> {
  const startedAt = performance.now();
  for (let sent = 0; sent < measured; sent += 1) {
    const line = numberOf(sent);
    const dueAt = startedAt + (sent * 1000) / eventsPerSecond;
    if (performance.now() < dueAt) await sleep(dueAt - performance.now());
    sentAt.set(`east/${line}`, performance.now());
    feeder.send({ line, event: free });
    feeder.send({ line, event: cradle });
  }
  const giveUpAt = performance.now() + 30_000;
  while (latencies.length < measured) {
    if (performance.now() > giveUpAt) throw new Error(`${latencies.length} of ${measured} events led to an APDU`);
    await sleep(20);
  }
}

function row(name: string, unit: Row["unit"], ours: number): Row {
  return { name, unit, ours, other: null, peer: "none", ratio: null, missing: nobody };
}

function memoryMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
