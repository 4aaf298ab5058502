import type { RequestId } from "../ids.ts";
import type { Input } from "../seam.ts";
import { TimerHeap } from "../timers.ts";
import type { Step } from "./step.ts";

/** What is to happen in the world. `life`: of the process it is meant for; one that died since never gets it. */
export type Happening =
  | { readonly type: "step"; readonly step: Step }
  /** What an aimed fault is for the service that it waited for. */
  | { readonly type: "aimed"; readonly step: Step }
  | { readonly type: "input"; readonly node: number; readonly life: number; readonly input: Input }
  /** A message of the gateway reaches its cluster. */
  | { readonly type: "toCluster"; readonly node: number; readonly life: number; readonly octets: Uint8Array }
  | {
      readonly type: "placeCall";
      readonly node: number;
      readonly life: number;
      readonly id: number;
      readonly phone: string;
      readonly to: string;
      readonly request: RequestId;
    }
  | { readonly type: "durable"; readonly node: number; readonly life: number }
  | { readonly type: "timeout"; readonly node: number; readonly life: number }
  | {
      readonly type: "frame";
      readonly link: number;
      readonly to: 0 | 1;
      readonly channel: string;
      readonly octets: Uint8Array;
    }
  | { readonly type: "connect"; readonly link: number; readonly end: 0 | 1; readonly channel: string }
  | {
      readonly type: "ended";
      readonly link: number;
      readonly to: 0 | 1;
      readonly connection: number;
      readonly reason: string;
    }
  | { readonly type: "boot" | "storeBack" | "monitorBack"; readonly node: number }
  | { readonly type: "lineBack"; readonly node: number; readonly phone: string }
  | { readonly type: "mended"; readonly link: number }
  | { readonly type: "closingTime" };

/** While one of these is due, something is under way between two parties. */
const underWay: ReadonlySet<Happening["type"]> = new Set<Happening["type"]>([
  "input",
  "toCluster",
  "placeCall",
  "durable",
  "frame",
  "connect",
  "ended",
]);

/** Virtual time: what happens next, in the order of time and, within one millisecond, of planning. */
export class Agenda {
  /** The wake-up of a node has its index for a key, what was planned a number below zero. */
  readonly #heap = new TimerHeap<Happening, number>();
  #planned = 0;
  #underWay = 0;
  now: number;

  constructor(now: number) {
    this.now = now;
  }

  /** Nothing is on its way: the world changes only by a step, a timer or a trouble that ends. */
  get quiet(): boolean {
    return this.#underWay === 0;
  }

  at(atMs: number, happening: Happening): void {
    this.#planned += 1;
    if (underWay.has(happening.type)) this.#underWay += 1;
    this.#heap.start(-this.#planned, happening, Math.max(this.now, atMs));
  }

  /** The one wake-up of a node: a new one takes the place of the old. */
  wake(node: number, life: number, atMs: number | undefined): void {
    if (atMs === undefined) this.#heap.stop(node);
    else if (this.#heap.dueAt(node) !== atMs)
      this.#heap.start(node, { type: "timeout", node, life }, Math.max(this.now, atMs));
  }

  /** The next happening until then; time stands where it happens. */
  take(untilMs: number): Happening | undefined {
    const at = this.#heap.next();
    if (at === undefined || at > untilMs) {
      this.now = untilMs;
      return undefined;
    }
    this.now = at;
    const happening = this.#heap.expire(at);
    if (happening !== undefined && underWay.has(happening.type)) this.#underWay -= 1;
    return happening;
  }
}
