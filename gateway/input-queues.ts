import type { Input } from "../src/seam.ts";
import type { Trunk } from "../src/ids.ts";

/** What waits for the core, from one source: inputs that are handled are dropped by the hundred, not one by one. */
class Queue<Waiting> {
  #items: (Waiting | undefined)[] = [];
  #next = 0;

  get length(): number {
    return this.#items.length - this.#next;
  }

  push(item: Waiting): void {
    this.#items.push(item);
  }

  shift(): Waiting | undefined {
    const item = this.#items[this.#next];
    this.#items[this.#next] = undefined;
    this.#next += 1;
    if (this.#next === this.#items.length) [this.#items, this.#next] = [[], 0];
    else if (this.#next === 1024) [this.#items, this.#next] = [this.#items.slice(1024), 0];
    return item;
  }
}

/**
 * Inputs that wait for the core: a queue for each neighbour, and one for the gateway's own. Own inputs go first; then
 * each neighbour has its turn, one input at a time, so that one that floods us holds up nobody but itself.
 */
export class InputQueues<Waiting extends { readonly input: Input }> {
  readonly #own = new Queue<Waiting>();
  readonly #neighbours = new Map<Trunk, Queue<Waiting>>();
  /** Queues that hold something, in the order of their turns. */
  #turns: Queue<Waiting>[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Inputs for one tick: of each neighbour no more than `ofNeighbour`, of all no more than `most`. */
  forTick(ofNeighbour: number, most: number): number {
    let count = this.#own.length;
    for (const queue of this.#turns) count += Math.min(queue.length, ofNeighbour);
    return Math.min(count, most);
  }

  /** Of one neighbour. */
  lengthOf(neighbour: Trunk): number {
    return this.#neighbours.get(neighbour)?.length ?? 0;
  }

  push(waiting: Waiting): void {
    this.#length += 1;
    const neighbour = neighbourOf(waiting.input);
    if (neighbour === undefined) return this.#own.push(waiting);
    const queue = this.#neighbours.get(neighbour) ?? new Queue<Waiting>();
    this.#neighbours.set(neighbour, queue);
    queue.push(waiting);
    if (queue.length === 1) this.#turns.push(queue);
  }

  shift(): Waiting | undefined {
    if (this.#length === 0) return undefined;
    this.#length -= 1;
    if (this.#own.length > 0) return this.#own.shift();
    const queue = this.#turns.shift();
    const waiting = queue?.shift();
    if (queue !== undefined && queue.length > 0) this.#turns.push(queue);
    return waiting;
  }
}

/** Whose input it is; undefined: our own. */
function neighbourOf(input: Input): Trunk | undefined {
  switch (input.type) {
    case "opened":
    case "received":
    case "closed":
    case "flow":
      return input.trunk;
    case "line":
      return beforeSlash(input.line);
    case "user":
      return beforeSlash(input.user);
    case "callFailed":
      return beforeSlash(input.call.line);
    case "configure":
    case "restore":
    case "timeout":
    case "done":
    case "store":
    case "operator":
    case "stop":
      return undefined;
    default:
      return input satisfies never;
  }
}

/** The neighbour of a line or user, `neighbour/number`. */
function beforeSlash(key: string): Trunk {
  return key.slice(0, key.indexOf("/"));
}
