import type { Component, InformationElement, Message, MessageName } from "../../../codecs/index.ts";
import {
  bChannelElement,
  calledPartyNumber,
  callingPartyNumber,
  DecodeError,
  decodeMessage,
  element,
  encodeMessage,
} from "../../../codecs/index.ts";
import { elements } from "../../../codecs/q931/element.ts";
import { bearerCapability } from "../../../codecs/q931/ie/bearer-capability.ts";
import { facility } from "../../../codecs/q931/ie/facility.ts";
import { loadConfig } from "../../../gateway/config/load.ts";
import type { Config } from "../../../src/config.ts";
import type { StoredRequest } from "../../../src/completion/record.ts";
import type { LineReport, LineSnapshot } from "../../../src/lines/line.ts";
import { createPinx } from "../../../src/pinx.ts";
import type { Core, Input, Output } from "../../../src/seam.ts";
import type { RequestId } from "../../../src/ids.ts";
import type { TraceEntry } from "../../../src/trace.ts";
import type { Screen } from "../../../src/users/screen.ts";

/** One end of a wire: a trunk of a core. */
export interface End {
  readonly core: string;
  readonly trunk: string;
}

/** One message on a wire, by the end that sent it. */
export interface Carried {
  readonly by: End;
  readonly octets: Uint8Array;
  readonly message: Message;
}

export const idle: LineSnapshot = {
  registered: "yes",
  calls: 0,
  ringingIn: 0,
  offhook: false,
  dnd: false,
  forward: {},
  uses: 1,
  epoch: 1,
};
export const busy: LineSnapshot = { ...idle, calls: 1, offhook: true };

/**
 * Cores joined by wires of whole messages, in virtual time: trunks of type `demo` back to back. A trunk without a wire
 * is a cluster that the test plays.
 */
export class Network {
  now = 1_700_000_000_000;
  readonly carried: Carried[] = [];
  readonly entries = new Map<string, TraceEntry[]>();
  readonly screens = new Map<string, (Screen | null)[]>();
  /** Calls that phones were asked to place, each with the number of its output. */
  readonly placed: { readonly id: number; readonly user: string; readonly to: string }[] = [];
  readonly watched = new Set<string>();
  readonly stored = new Map<string, Map<RequestId, StoredRequest>>();
  readonly #cores = new Map<string, Core>();
  readonly #wires: readonly (readonly [End, End])[];
  readonly #queue: { readonly core: string; readonly input: Input }[] = [];
  readonly #change: (config: Config) => Config;
  readonly #configs: Readonly<Record<string, string>>;
  /** Wires that carry nothing now, by one of their ends. */
  readonly cut = new Set<string>();

  /** `change`: what no file can say. */
  constructor(
    configs: Readonly<Record<string, string>>,
    wires: readonly (readonly [End, End])[],
    change: (config: Config) => Config = (config) => config,
  ) {
    this.#change = change;
    this.#wires = wires;
    this.#configs = configs;
    for (const name of Object.keys(configs)) this.#start(name);
  }

  /** The core starts anew with what its store holds. */
  restart(core: string): void {
    const records = [...(this.stored.get(core)?.values() ?? [])];
    const ends = this.#wires.flat().filter((end) => end.core !== core);
    for (const end of ends.filter((each) => this.#other(each)?.core === core)) {
      this.give(end.core, { type: "closed", trunk: end.trunk, channel: "demo", reason: "the peer restarts" });
    }
    this.#start(core, records);
    for (const end of ends.filter((each) => this.#other(each)?.core === core)) {
      this.give(end.core, { type: "opened", trunk: end.trunk, channel: "demo", by: "us" });
    }
  }

  give(core: string, input: Input): void {
    this.atOnce({ core, input });
  }

  /** What each of these leads to meets that of the others on the way. */
  atOnce(...given: readonly { readonly core: string; readonly input: Input }[]): void {
    this.#queue.push(...given);
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      this.#handle(next.core, next.input);
    }
  }

  /** A message of the cluster behind that trunk; `flag` 0 under a reference of the cluster, 1 of the core. */
  cluster(at: End, value: number, flag: 0 | 1, message: MessageName, ies: readonly InformationElement[] = []): void {
    const octets = encodeMessage({ value, flag, length: 2 }, { message, ies });
    this.give(at.core, { type: "received", trunk: at.trunk, channel: "demo", pdu: { carrier: "qsig", octets } });
  }

  line(core: string, line: `${string}/${string}`, snapshot: LineReport): void {
    this.give(core, { type: "line", line, snapshot });
  }

  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const due = [...this.#cores]
        .map(([name, core]) => ({ core: name, at: core.nextTimeout() ?? Number.POSITIVE_INFINITY }))
        .sort((a, b) => a.at - b.at)[0];
      if (due === undefined || due.at > end) break;
      this.now = Math.max(this.now, due.at);
      this.give(due.core, { type: "timeout" });
    }
    this.now = end;
  }

  /** APDUs that this end sent, each with its message. */
  sent(by: End): string[] {
    return this.carried
      .filter((each) => each.by.core === by.core && each.by.trunk === by.trunk)
      .flatMap(({ message }) => componentsOf(message).map((each) => `${message.message} ${componentText(each)}`));
  }

  /** Everything said of requests in this core, in words. */
  words(core: string): string[] {
    return (this.entries.get(core) ?? []).flatMap((entry) => {
      if (entry.type === "request") return [entry.text];
      return entry.type === "transition" && entry.reason !== undefined ? [entry.reason] : [];
    });
  }

  requests(core: string): StoredRequest[] {
    return [...(this.stored.get(core)?.values() ?? [])];
  }

  #start(name: string, records: readonly StoredRequest[] = []): void {
    const loaded = loadConfig(this.#configs[name] ?? "");
    if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text }) => `${name} line ${line}: ${text}`).join("; "));
    const core = createPinx();
    this.#cores.set(name, core);
    this.stored.set(name, new Map(records.map((record) => [record.request, record])));
    const seed = new Uint8Array(16).fill(this.#cores.size + records.length);
    const config = this.#change(loaded.config.core);
    this.give(name, { type: "configure", config, seed });
    for (const { name: trunk } of config.neighbours) {
      this.give(name, { type: "opened", trunk, channel: "demo", by: "us" });
    }
    if (records.length > 0) this.give(name, { type: "restore", records });
  }

  #handle(name: string, input: Input): void {
    const core = this.#cores.get(name);
    core?.handle(input, this.now);
    for (let output = core?.poll(); output !== undefined; output = core?.poll()) this.#take(name, output);
  }

  #take(core: string, output: Output): void {
    if (output.type === "send") return this.#carry({ core, trunk: output.trunk }, output.pdu.octets);
    if (output.type === "trace") append(this.entries, core, output.entry);
    if (output.type === "notify") append(this.screens, `${core}/${output.user}`, output.screen);
    if (output.type === "placeCall") this.placed.push(output);
    if (output.type === "watch") this.watched.add(output.line);
    if (output.type === "unwatch") this.watched.delete(output.line);
    if (output.type !== "save") return;
    if (output.record === null) this.stored.get(core)?.delete(output.request);
    else this.stored.get(core)?.set(output.request, JSON.parse(JSON.stringify(output.record)) as StoredRequest);
  }

  #carry(by: End, octets: Uint8Array): void {
    const message = decodeMessage(octets);
    if (message instanceof DecodeError) throw new Error(`${by.core} sent what cannot be read: ${message.code}`);
    this.carried.push({ by, octets, message });
    const to = this.#other(by);
    if (to === undefined || this.cut.has(`${by.core}/${by.trunk}`) || this.cut.has(`${to.core}/${to.trunk}`)) return;
    const input = { type: "received", trunk: to.trunk, channel: "demo", pdu: { carrier: "qsig", octets } } as const;
    this.#queue.push({ core: to.core, input });
  }

  #other(end: End): End | undefined {
    const isEnd = (each: End) => each.core === end.core && each.trunk === end.trunk;
    return this.#wires.flatMap(([one, other]) => (isEnd(one) ? [other] : isEnd(other) ? [one] : []))[0];
  }
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

export function componentsOf(message: Message): readonly Component[] {
  return elements(message, facility).flatMap(({ value }) => value?.components ?? []);
}

function componentText(component: Component): string {
  switch (component.component) {
    case "invoke":
      return component.operation ?? `operation ${component.code}`;
    case "returnError":
      return component.error ?? "error";
    default:
      return component.component;
  }
}

/** A SETUP of a phone: speech, who calls whom. `presentation`: 1 restricts the caller's number. */
export function setup(from: string, to: string, presentation: 0 | 1 = 0): InformationElement[] {
  const value = bearerCapability.decode(Uint8Array.of(0x80, 0x90, 0xa3));
  if (value instanceof DecodeError) throw new Error("speech, 64 kbit/s, A-law decodes");
  return [
    element(bearerCapability, value),
    bChannelElement(1),
    element(callingPartyNumber, { typeOfNumber: 0, numberingPlan: 9, presentation, screening: 0, digits: from }),
    element(calledPartyNumber, { typeOfNumber: 0, numberingPlan: 9, digits: to }),
  ];
}
