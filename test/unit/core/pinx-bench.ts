import {
  DecodeError,
  type CallReference,
  type InformationElement,
  type Message,
  type MessageName,
  decodeMessage,
  encodeMessage,
} from "../../../codecs/index.ts";
import { cause } from "../../../codecs/q931/ie/cause.ts";
import { find } from "../../../codecs/q931/element.ts";
import { loadConfig } from "../../../gateway/config/load.ts";
import type { Config } from "../../../src/config.ts";
import { createPinx } from "../../../src/pinx.ts";
import type { Core, Input, Output } from "../../../src/seam.ts";
import type { Trunk } from "../../../src/ids.ts";
import type { TraceEntry } from "../../../src/trace.ts";

/** A message that the core sent. */
export interface SentMessage {
  readonly trunk: Trunk;
  readonly message: Message;
  /** `b SETUP`, `a DISCONNECT 17`. */
  readonly line: string;
}

/** A whole core whose neighbours are all trunks of type `demo`: whole messages in and out, virtual time. */
export class PinxBench {
  now = 1_700_000_000_000;
  readonly core: Core = createPinx();
  readonly sent: SentMessage[] = [];
  readonly traced: TraceEntry[] = [];
  readonly outputs: Output[] = [];
  #seen = 0;

  constructor(config: Config) {
    this.give({ type: "configure", config, seed: new Uint8Array(16) });
    for (const { name } of config.neighbours) this.give({ type: "opened", trunk: name, channel: "demo", by: "us" });
  }

  give(input: Input): void {
    this.core.handle(input, this.now);
    for (let output = this.core.poll(); output !== undefined; output = this.core.poll()) this.#took(output);
  }

  /** A message of that neighbour; `flag` 0 under a reference of its own, 1 under one of the core's. */
  receive(
    trunk: Trunk,
    reference: readonly [value: number, flag: 0 | 1],
    name: MessageName,
    ies: readonly InformationElement[] = [],
  ): void {
    const callReference: CallReference = { value: reference[0], flag: reference[1], length: 2 };
    const octets = encodeMessage(callReference, { message: name, ies });
    this.give({ type: "received", trunk, channel: "demo", pdu: { carrier: "qsig", octets } });
  }

  pass(ms: number): void {
    const end = this.now + ms;
    for (let due = this.core.nextTimeout(); due !== undefined && due <= end; due = this.core.nextTimeout()) {
      this.now = Math.max(this.now, due);
      this.give({ type: "timeout" });
    }
    this.now = end;
  }

  /** What was sent since the last call. */
  lines(): string[] {
    const lines = this.sent.slice(this.#seen).map(({ line }) => line);
    this.#seen = this.sent.length;
    return lines;
  }

  traces<Type extends TraceEntry["type"]>(type: Type): Extract<TraceEntry, { type: Type }>[] {
    return this.traced.filter((entry) => entry.type === type) as Extract<TraceEntry, { type: Type }>[];
  }

  #took(output: Output): void {
    this.outputs.push(output);
    if (output.type === "trace") this.traced.push(output.entry);
    if (output.type !== "send") return;
    const message = decodeMessage(output.pdu.octets);
    if (message instanceof DecodeError) throw new Error(`the core sent what cannot be read: ${message.code}`);
    const why = find(message, cause)?.cause;
    const line = [output.trunk, message.message, ...(why === undefined ? [] : [why])].join(" ");
    this.sent.push({ trunk: output.trunk, message, line });
  }
}

/** Neighbours a, b, ... with 1xxx, 2xxx, ...; `more` are keys of each in YAML's flow style. */
export function demoNeighbours(more: Readonly<Record<string, string>>, gateway = ""): Config {
  const neighbours = Object.entries(more).map(
    ([name, keys], index) => `
  ${name}: { numbers: ["${index + 1}xxx"], trunk: { type: demo }, media: external${keys === "" ? "" : `, ${keys}`} }`,
  );
  const loaded = loadConfig(`gateway: { ${gateway} }\nneighbours:${neighbours.join("")}\n`);
  if (!loaded.ok) throw new Error(loaded.faults.map(({ line, text }) => `line ${line}: ${text}`).join("; "));
  return loaded.config.core;
}
