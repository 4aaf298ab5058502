import type { Message } from "../../../codecs/q931/message.ts";
import type { Channel, Trunk } from "../../../src/ids.ts";
import type { Output } from "../../../src/seam.ts";
import { TimerHeap } from "../../../src/timers.ts";
import type { TraceEntry } from "../../../src/trace.ts";
import type { LegEvent, LegId, TrunkContext, TrunkInput, TrunkMachine } from "../../../src/trunk/trunk.ts";

/** One trunk machine with a context in virtual time: what it asked for and told, in order. */
export class TrunkBench implements TrunkContext {
  readonly machine: TrunkMachine;
  readonly outputs: Output[] = [];
  readonly events: LegEvent[] = [];
  readonly traces: TraceEntry[] = [];
  readonly timers = new TimerHeap<string>();
  now = 0;
  #legs: LegId = 0;
  #ids = 0;
  #guids = 0;

  constructor(machine: TrunkMachine) {
    this.machine = machine;
  }

  handle(input: TrunkInput): void {
    this.machine.handle(input, this);
  }

  receive(octets: Uint8Array, channel: Channel = "in-1", carrier: "lapd" | "qsig" = "lapd"): void {
    this.handle({ type: "received", channel, pdu: { carrier, octets } });
  }

  /** One IUA message as hex. */
  receiveIua(text: string, channel: Channel = "out-1"): void {
    const pairs = text.replaceAll(" ", "").match(/../g) ?? [];
    const pdu = {
      carrier: "iua",
      octets: Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)),
      stream: 0,
    } as const;
    this.handle({ type: "received", channel, pdu });
  }

  /** Lets time pass; timers fire at their time. */
  advance(byMs: number): void {
    const until = this.now + byMs;
    for (let next = this.timers.next(); next !== undefined && next <= until; next = this.timers.next()) {
      this.now = next;
      const name = this.timers.expire(next);
      if (name !== undefined) this.handle({ type: "timer", name });
    }
    this.now = until;
  }

  /** The outputs since the last call. */
  taken(): Output[] {
    return this.outputs.splice(0);
  }

  /** The frames sent since the last call, in hex; other outputs since then are dropped. */
  frames(): string[] {
    return this.taken().flatMap((output) => (output.type === "send" ? [hex(output.pdu.octets)] : []));
  }

  /** Events since the last call, each as one short line. */
  told(): string[] {
    return this.events.splice(0).map(line);
  }

  alarms(): string[] {
    return this.traces.flatMap((entry) => (entry.type === "alarm" ? [entry.text] : []));
  }

  output(output: Output): void {
    this.outputs.push(output);
  }

  event(event: LegEvent): void {
    this.events.push(event);
  }

  trace(entry: TraceEntry): void {
    this.traces.push(entry);
  }

  startTimer(name: string, afterMs: number): void {
    this.timers.start(name, name, this.now + afterMs);
  }

  stopTimer(name: string): void {
    this.timers.stop(name);
  }

  nextLeg(): LegId {
    this.#legs += 1;
    return this.#legs;
  }

  /** The last octet counts. */
  guid(): Uint8Array {
    this.#guids += 1;
    return new Uint8Array(16).fill(this.#guids, 15);
  }

  nextOutput(): number {
    this.#ids += 1;
    return this.#ids;
  }
}

export const trunk: Trunk = "east";

export function hex(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join(" ");
}

export function octets(text: string): Uint8Array {
  return Uint8Array.from(text.split(" "), (octet) => Number.parseInt(octet, 16));
}

function line(event: LegEvent): string {
  switch (event.type) {
    case "setup":
    case "message":
      return `${event.type} ${event.leg} ${name(event.message)}`;
    case "carried":
      return `carried ${event.leg}`;
    case "unknownReference":
    case "global":
      return `${event.type} ${name(event.message)}`;
    case "unreadable":
      return `unreadable ${event.error.code}`;
    case "linkUp":
      return "linkUp";
    case "linkDown":
      return `linkDown: ${event.reason}`;
  }
}

function name({ message, callReference }: Message): string {
  return `${message ?? "?"} ${callReference.value}/${callReference.flag}`;
}
