import type { Message } from "../../codecs/q931/message.ts";
import type { HeldTimer } from "../held-timers.ts";
import type { ConnectionEvent, ConnectionId, Connections } from "./connection.ts";
import { type Destination, withMoreDigits, withSendingComplete } from "./dialled.ts";
import { type Refusal, refusals } from "./refusals.ts";

type Setup = Extract<ConnectionEvent, { readonly type: "setup" }>;

/** T302: how long a caller may think between two digits (Q.931 table 9-1: 10 to 15 s). */
export const t302Ms = 15_000;

/** A SETUP with the digits dialled so far, and its T302. */
interface Begun {
  readonly setup: Setup;
  readonly t302: HeldTimer;
}

export interface CollectionPort {
  readonly connections: Connections;
  destination(setup: Setup): Destination;
  startT302(connection: ConnectionId, afterMs: number): HeldTimer;
  stopTimer(timer: HeldTimer): void;
  /** The SETUP as if it had come with all these digits; its caller has had SETUP ACKNOWLEDGE. */
  dialled(setup: Setup): void;
  refuse(setup: Setup, refusal: Refusal): void;
}

/** Bearer calls whose digits do not say yet whose number it is: overlap sending ends here (R29, Q.931 5.2.4). */
export class NumberCollection {
  readonly #port: CollectionPort;
  readonly #begun = new Map<ConnectionId, Begun>();

  constructor(port: CollectionPort) {
    this.#port = port;
  }

  get size(): number {
    return this.#begun.size;
  }

  owns(connection: ConnectionId): boolean {
    return this.#begun.has(connection);
  }

  /** True where the call needs more digits: SETUP ACKNOWLEDGE asks for them. */
  begin(setup: Setup): boolean {
    const { progress, feature } = this.#port.destination(setup);
    // A whole feature code in a SETUP was not dialled in parts: who dials so sends the first digit alone (R16).
    if (setup.kind === "cis" || progress !== "collect" || feature === "whole") return false;
    this.#port.connections.send(setup.connection, "SETUP ACKNOWLEDGE", []);
    this.#wait(setup);
    return true;
  }

  #wait(setup: Setup): void {
    const { connection } = setup;
    const before = this.#begun.get(connection);
    if (before !== undefined) this.#port.stopTimer(before.t302);
    this.#begun.set(connection, { setup, t302: this.#port.startT302(connection, t302Ms) });
  }

  message(connection: ConnectionId, message: Message): void {
    const setup = this.#begun.get(connection)?.setup;
    if (setup === undefined || message.message !== "INFORMATION") return;
    const ies = withMoreDigits(setup.message.ies, message);
    if (ies === undefined) return this.#end(setup, refusals.incompleteNumber);
    const dialled = { ...setup, message: { ...setup.message, ies } };
    switch (this.#port.destination(dialled).progress) {
      case "whole":
        return this.#whole(dialled);
      case "overlap":
        return this.#end(dialled);
      case "collect":
        return this.#wait(dialled);
    }
  }

  /** T302 ran out: what was dialled is the number, if it is one. */
  expired(connection: ConnectionId): void {
    const begun = this.#begun.get(connection);
    if (begun !== undefined) this.#whole(begun.setup);
  }

  /** The caller gave up. */
  forget(connection: ConnectionId): void {
    const begun = this.#begun.get(connection);
    if (begun === undefined) return;
    this.#begun.delete(connection);
    this.#port.stopTimer(begun.t302);
  }

  /** En bloc from here on: nobody further on needs to wait for more. */
  #whole(setup: Setup): void {
    const { message } = setup;
    const { neighbour, feature } = this.#port.destination(setup);
    if (neighbour === undefined && feature !== "whole") return this.#end(setup, refusals.incompleteNumber);
    this.#end({ ...setup, message: { ...message, ies: withSendingComplete(message.ies) } });
  }

  #end(setup: Setup, refusal?: Refusal): void {
    this.forget(setup.connection);
    if (refusal === undefined) this.#port.dialled(setup);
    else this.#port.refuse(setup, refusal);
  }
}
