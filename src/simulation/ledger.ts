import { DecodeError } from "../../codecs/error.ts";
import { decodeMessage } from "../../codecs/q931/decode.ts";
import type { Message } from "../../codecs/q931/message.ts";
import type { StoredRequest } from "../completion/record.ts";
import type { LineKey, LineReport } from "../lines/line.ts";
import type { Input, Output } from "../seam.ts";
import type { RequestId, Trunk } from "../ids.ts";
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

/** One layer-3 message as it crossed a trunk, read when somebody asks what it says. */
export class SeenMessage {
  readonly trunk: Trunk;
  readonly #octets: Uint8Array;
  #message: Message | DecodeError | undefined;

  constructor(trunk: Trunk, octets: Uint8Array) {
    this.trunk = trunk;
    this.#octets = octets;
  }

  get message(): Message | DecodeError {
    this.#message ??= decodeMessage(this.#octets);
    return this.#message;
  }

  /** Readable, or undefined. */
  get readable(): Message | undefined {
    return this.message instanceof DecodeError ? undefined : this.message;
  }
}

/** What is known of one gateway while its process lives. */
export interface SeenNode {
  readonly index: number;
  readonly services: Map<RequestId, SeenService>;
  /** Those of which anything was seen since the last step that was judged: all others were judged as they are. */
  readonly touched: Set<SeenService>;
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
  readonly #rows = new RowCounts();
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
  settle({ services, touched }: SeenNode): void {
    if (touched.size === 0) return;
    for (const { request, state } of touched) if (state === "Idle") services.delete(request);
    touched.clear();
  }

  /** How often each row of the tables was taken: `machine from event to`. */
  get rows(): ReadonlyMap<string, number> {
    return this.#rows.named();
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
        if (service !== undefined) {
          service.record = output.record;
          node.touched.add(service);
        }
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
        (entry.direction === "in" ? step.received : step.sent).push(new SeenMessage(entry.trunk, entry.octets));
        return;
      }
      case "transition":
        return this.#transition(node, entry, step.transitions);
      case "timer": {
        const service = node.services.get(entry.of);
        if (service === undefined) return;
        if (entry.change === "start") service.timers.add(entry.timer);
        else service.timers.delete(entry.timer);
        node.touched.add(service);
        return;
      }
      default:
        return;
    }
  }

  #transition(node: SeenNode, entry: Transition, transitions: Transition[]): void {
    this.#rows.count(entry);
    transitions.push(entry);
    if (entry.machine !== "originating" && entry.machine !== "terminating") return;
    const { of: request, machine: role, to: state } = entry;
    const known = node.services.get(request);
    if (known === undefined) return know(node, { request, role, state, timers: new Set(), record: null });
    known.state = state;
    node.touched.add(known);
  }
}

type Counts = Map<string, number>;

/** How often each row was taken, counted without a name for it: a call back takes some seventy. */
class RowCounts {
  /** By machine, state, event and next state. */
  readonly #counts = new Map<string, Map<string, Map<string, Counts>>>();

  count({ machine, from, event, to }: Transition): void {
    const counts = within(within(within(this.#counts, machine), from), event);
    counts.set(to, (counts.get(to) ?? 0) + 1);
  }

  named(): ReadonlyMap<string, number> {
    const rows = new Map<string, number>();
    for (const [machine, states] of this.#counts)
      for (const [from, events] of states)
        for (const [event, counts] of events)
          for (const [to, count] of counts) rows.set(`${machine} ${from} ${event} ${to}`, count);
    return rows;
  }
}

/** The map that stands there, a new one where none does. */
function within<Inner>(outer: Map<string, Map<string, Inner>>, key: string): Map<string, Inner> {
  let inner = outer.get(key);
  if (inner === undefined) {
    inner = new Map();
    outer.set(key, inner);
  }
  return inner;
}

function know(node: SeenNode, service: SeenService): void {
  node.services.set(service.request, service);
  node.touched.add(service);
}

function newNode(index: number): SeenNode {
  return { index, services: new Map(), touched: new Set(), bridges: false, lines: new Map() };
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
    know(node, restored(record));
    if (isForAnotherTrunk(record)) node.bridges = true;
  }
}
