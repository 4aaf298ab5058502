import type { MessageDraft } from "../../codecs/q931/message.ts";
import type { HeldTimer } from "../held-timers.ts";
import type { Trunk } from "../ids.ts";
import type { LinkNumber } from "../trunk/trunk.ts";

/** A RESTART that we send: the operator's, or one that came on the paired trunk. */
export interface Restart {
  readonly draft: MessageDraft;
  readonly link?: LinkNumber | undefined;
  /** It is acknowledged, or there is no link any more on which anything stands. */
  readonly done: () => void;
}

/** RESTARTs that wait on one trunk; a PBX restarts each of its channels when its link comes up. */
export const restartsHeldPerTrunk = 64;

export interface RestartsPort {
  /** False: the link is down. */
  send(trunk: Trunk, { draft, link }: Restart): boolean;
  startT316(trunk: Trunk): HeldTimer;
  stopTimer(timer: HeldTimer): void;
  alarm(trunk: Trunk, text: string): void;
}

interface Queue {
  readonly waiting: Restart[];
  /** How often the first was sent. */
  sent: number;
  t316: HeldTimer | undefined;
}

/** The RESTARTs that we send (Q.931 5.5.1), on each trunk one after the other: an acknowledgement is of the first. */
export class Restarts {
  readonly #port: RestartsPort;
  readonly #queues = new Map<Trunk, Queue>();

  constructor(port: RestartsPort) {
    this.#port = port;
  }

  /** False, and nothing will be sent: the link is down, or too many wait already. */
  add(trunk: Trunk, restart: Restart): boolean {
    const queue = this.#queues.get(trunk) ?? { waiting: [], sent: 0, t316: undefined };
    if (queue.waiting.length >= restartsHeldPerTrunk) return false;
    if (queue.waiting.length === 0 && !this.#port.send(trunk, restart)) return false;
    this.#queues.set(trunk, queue);
    queue.waiting.push(restart);
    if (queue.waiting.length === 1) this.#sent(trunk, queue);
    return true;
  }

  /** False: nobody waits for it. */
  acknowledged(trunk: Trunk): boolean {
    const first = this.#next(trunk);
    first?.done();
    return first !== undefined;
  }

  /** T316, Q.931 5.5.1: sent once more, then it is for people to look after. */
  expired(trunk: Trunk): void {
    const queue = this.#queues.get(trunk);
    const first = queue?.waiting[0];
    if (queue === undefined || first === undefined) return;
    if (queue.sent < 2 && this.#port.send(trunk, first)) return this.#sent(trunk, queue);
    this.#port.alarm(trunk, "RESTART was not acknowledged: check the peer");
    this.#next(trunk);
  }

  linkDown(trunk: Trunk): void {
    const queue = this.#queues.get(trunk);
    if (queue === undefined) return;
    this.#queues.delete(trunk);
    this.#stop(queue);
    for (const restart of queue.waiting) restart.done();
  }

  /** Takes the first away and sends the one behind it. */
  #next(trunk: Trunk): Restart | undefined {
    const queue = this.#queues.get(trunk);
    if (queue === undefined) return undefined;
    this.#stop(queue);
    const first = queue.waiting.shift();
    const [second] = queue.waiting;
    queue.sent = 0;
    if (second === undefined) this.#queues.delete(trunk);
    else if (this.#port.send(trunk, second)) this.#sent(trunk, queue);
    return first;
  }

  #sent(trunk: Trunk, queue: Queue): void {
    queue.sent += 1;
    queue.t316 = this.#port.startT316(trunk);
  }

  #stop(queue: Queue): void {
    if (queue.t316 !== undefined) this.#port.stopTimer(queue.t316);
    queue.t316 = undefined;
  }
}
