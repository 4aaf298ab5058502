import { Drive } from "../../../gateway/drive.ts";
import type { LaneOutput } from "../../../src/lanes.ts";
import { traceRing } from "../../../gateway/ring.ts";
import { memoryStore } from "../../../gateway/store/memory.ts";
import type { Store } from "../../../gateway/store/store.ts";
import type { StoredRequest } from "../../../src/completion/record.ts";
import type { Input, Output, Save } from "../../../src/seam.ts";
import { FakeCore } from "./fake-core.ts";
import { VirtualClock } from "./virtual-clock.ts";

export const record = (request: string, state = "Active") =>
  ({ request, role: "originating", state }) as unknown as StoredRequest;
export const save = (number: number, request = "r1", state = "Active"): Output => ({
  type: "save",
  save: number,
  request,
  record: record(request, state),
});
export const send = (channel: string, mark: number, after = 0): Output => ({
  type: "send",
  after,
  trunk: "east",
  channel,
  pdu: { carrier: "lapd", octets: Uint8Array.of(mark) },
});
export const press = (key: "dial" | "exit" = "dial"): Input => ({ type: "user", user: "east/1001", press: { key } });

/** A store whose commits end when the test says how. */
export class HeldStore implements Store {
  readonly batches: (readonly Save[])[] = [];
  readonly #open: ((result: "durable" | "fenced" | Error) => void)[] = [];

  load = async () => [];
  close = async () => {};

  commit(batch: readonly Save[]): Promise<"durable" | "fenced"> {
    this.batches.push(batch);
    return new Promise((resolve, reject) => {
      this.#open.push((result) => (result instanceof Error ? reject(result) : resolve(result)));
    });
  }

  get inFlight(): number {
    return this.#open.length;
  }

  end(result: "durable" | "fenced" | Error): void {
    this.#open.shift()?.(result);
  }
}

export function rig(
  answer: (input: Input, core: FakeCore) => readonly Output[] = () => [],
  store: Store = memoryStore(),
) {
  const core = new FakeCore(answer);
  const clock = new VirtualClock();
  const delivered: LaneOutput[] = [];
  const seen = { fenced: 0, store: [] as string[], recorded: [] as [string, number][] };
  const ring = traceRing(4, () => {});
  const drive = new Drive({
    core,
    store,
    clock,
    ring,
    deliver: (output) => delivered.push(output),
    onFenced: () => {
      seen.fenced += 1;
    },
    onStore: (state) => seen.store.push(state),
    record: { input: (input, now) => seen.recorded.push([input.type, now]), outputs: () => {} },
  });
  drive.start();
  const marks = () => delivered.map((output) => (output.type === "send" ? output.pdu.octets[0] : output.type));
  return { core, clock, drive, delivered, marks, seen, ring };
}
