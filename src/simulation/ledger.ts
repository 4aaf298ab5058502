import { DecodeError } from "../../codecs/error.ts";
import { decodeMessage } from "../../codecs/q931/decode.ts";
import type { Message } from "../../codecs/q931/message.ts";
import type { StoredRequest } from "../completion/record.ts";
import type { LineKey, LineReport } from "../lines/line.ts";
import type { Input, Output, RequestId, Trunk } from "../seam.ts";
import type { TraceEntry } from "../trace.ts";
import { clusterTrunk } from "./configs.ts";
import type { Plan } from "./plan.ts";

type Transition = Extract<TraceEntry, { readonly type: "transition" }>;

/** A service as it is seen from outside the core: by what it traces and saves. */
export interface SeenService {
  readonly request: RequestId;
  readonly role: "originating" | "terminating";
  state: string;
  readonly timers: Set<string>;
  /** As it was saved last. */
  record: StoredRequest | null;
}

/** One layer-3 message as it crossed a trunk. */
export interface SeenMessage {
  readonly trunk: Trunk;
  readonly octets: Uint8Array;
  readonly message: Message | DecodeError;
}

/** What is known of one gateway while its process lives. */
export interface SeenNode {
  readonly index: number;
  readonly services: Map<RequestId, SeenService>;
  /** It asked for call back on behalf of another trunk. */
  bridges: boolean;
  /** The monitor's last word on each line. */
  readonly lines: Map<LineKey, LineReport>;
}

/** One step of one core: what it was given, what it gave, and what is known of it since. */
export interface SeenStep {
  readonly plan: Plan;
  readonly node: SeenNode;
  readonly input: Input;
  readonly outputs: readonly Output[];
  readonly received: readonly SeenMessage[];
  readonly sent: readonly SeenMessage[];
  /** Steps of all machines. */
  readonly transitions: readonly Transition[];
}

/** One line of the story: which gateway, and what its core traced. */
export interface Told {
  readonly node: number;
  readonly entry: TraceEntry;
}

/** How many entries the story keeps. */
export const entriesKept = 500;

/** Everything that was seen at the seams of all cores: what the invariants judge. */
export class Ledger {
  readonly #plan: Plan;
  readonly nodes: SeenNode[];
  /** How often each row of the tables was taken: `machine from event to`. */
  readonly rows = new Map<string, number>();
  readonly #story: Told[] = [];
  #told = 0;
  messages = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.nodes = plan.nodes.map((_, index) => newNode(index));
  }

  /** The process of this node starts anew: only what it restores is known. */
  forget(node: number): void {
    this.nodes[node] = newNode(node);
  }

  see(index: number, input: Input, outputs: readonly Output[]): SeenStep {
    const node = this.nodes[index];
    if (node === undefined) throw new Error(`there is no node ${index}`);
    if (input.type === "line") node.lines.set(input.line, input.snapshot);
    if (input.type === "restore") restore(node, input.records);
    const step = { plan: this.#plan, node, input, outputs, received: [], sent: [], transitions: [] };
    for (const output of outputs) this.#output(node, output, step);
    return step;
  }

  /** The step was judged: a service that is over is not known any more. */
  settle(index: number): void {
    const services = this.nodes[index]?.services;
    for (const { request, state } of services?.values() ?? []) if (state === "Idle") services?.delete(request);
  }

  /** The last entries, oldest first. */
  get story(): readonly Told[] {
    const next = this.#told % entriesKept;
    return this.#told <= entriesKept ? this.#story : [...this.#story.slice(next), ...this.#story.slice(0, next)];
  }

  #output(
    node: SeenNode,
    output: Output,
    step: { received: SeenMessage[]; sent: SeenMessage[]; transitions: Transition[] },
  ): void {
    switch (output.type) {
      case "save": {
        const service = node.services.get(output.request);
        if (service !== undefined) service.record = output.record;
        if (isForAnotherTrunk(output.record)) node.bridges = true;
        return;
      }
      case "unwatch":
        node.lines.delete(output.line);
        return;
      case "trace":
        return this.#entry(node, output.entry, step);
      default:
        return;
    }
  }

  #entry(
    node: SeenNode,
    entry: TraceEntry,
    step: { received: SeenMessage[]; sent: SeenMessage[]; transitions: Transition[] },
  ): void {
    if (entry.type === "pdu") return;
    this.#story[this.#told % entriesKept] = { node: node.index, entry };
    this.#told += 1;
    switch (entry.type) {
      case "message": {
        this.messages += 1;
        const { trunk, octets } = entry;
        const seen = { trunk, octets, message: decodeMessage(octets) };
        (entry.direction === "in" ? step.received : step.sent).push(seen);
        return;
      }
      case "transition":
        return this.#transition(node, entry, step.transitions);
      case "timer": {
        const timers = node.services.get(entry.of)?.timers;
        if (entry.change === "start") timers?.add(entry.timer);
        else timers?.delete(entry.timer);
        return;
      }
      default:
        return;
    }
  }

  #transition(node: SeenNode, entry: Transition, transitions: Transition[]): void {
    const row = `${entry.machine} ${entry.from} ${entry.event} ${entry.to}`;
    this.rows.set(row, (this.rows.get(row) ?? 0) + 1);
    transitions.push(entry);
    if (entry.machine !== "originating" && entry.machine !== "terminating") return;
    const { of: request, machine: role, to: state } = entry;
    const known = node.services.get(request);
    if (known === undefined) node.services.set(request, { request, role, state, timers: new Set(), record: null });
    else known.state = state;
  }
}

/** Readable, or undefined. */
export function readable({ message }: SeenMessage): Message | undefined {
  return message instanceof DecodeError ? undefined : message;
}

function newNode(index: number): SeenNode {
  return { index, services: new Map(), bridges: false, lines: new Map() };
}

function restored(record: StoredRequest): SeenService {
  const { request, role, state } = record;
  return { request, role, state, timers: new Set(), record };
}

function isForAnotherTrunk(record: StoredRequest | null): boolean {
  return record?.role === "originating" && !record.user.startsWith(`${clusterTrunk}/`);
}

function restore(node: SeenNode, records: readonly StoredRequest[]): void {
  for (const record of records) {
    node.services.set(record.request, restored(record));
    if (isForAnotherTrunk(record)) node.bridges = true;
  }
}
