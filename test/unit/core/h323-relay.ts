import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { decodeH225 } from "../../../codecs/h225/index.ts";
import { decodeMessage } from "../../../codecs/q931/index.ts";
import { toHex } from "../../../codecs/shape.ts";
import { loadConfig } from "../../../gateway/config/load.ts";
import { createPinx, type PinxCore } from "../../../src/pinx.ts";
import type { Channel, Trunk } from "../../../src/ids.ts";
import type { Input, Output } from "../../../src/seam.ts";
import type { TraceEntry } from "../../../src/trace.ts";

/** An outer message that the core sent. */
export interface SentOuter {
  readonly trunk: Trunk;
  readonly channel: Channel;
  readonly octets: Uint8Array;
}

const trunkOf = (peers: string) => `{ type: h323, peers: [${peers}] }`;

interface Keys {
  /** Of the neighbours, beside numbers and trunk. */
  readonly west?: string;
  readonly east?: string;
  /** What `east` has; by default 2xxx. */
  readonly numbers?: string;
}

/** Two h323 neighbours; `west` has the numbers 1xxx. */
export function h323Config(keys: Keys = {}) {
  const none = "callCompletion: { mode: none }";
  return `
gateway: { name: middle }
neighbours:
  west: { numbers: ["1xxx"], trunk: ${trunkOf("127.0.0.1:1")}, ${keys.west ?? none} }
  east: { numbers: ["${keys.numbers ?? "2xxx"}"], trunk: ${trunkOf("127.0.0.1:2, 127.0.0.1:3")}, ${keys.east ?? none} }
`;
}

/** A core between two h323 trunks whose peers are the test: what it asks to open opens at once, or is refused. */
export class H323Relay {
  readonly core: PinxCore = createPinx();
  readonly sent: SentOuter[] = [];
  readonly entries: TraceEntry[] = [];
  /** Channels of ours that stand, by trunk. */
  readonly open = new Map<Trunk, Set<Channel>>();
  /** Peers that refuse to be connected: `east/1`. */
  readonly dead = new Set<string>();
  /** Channels that the core asked for, in order. */
  readonly asked: Channel[] = [];
  now = 1_700_000_000_000;

  constructor(text: string = h323Config()) {
    const loaded = loadConfig(text);
    if (!("config" in loaded)) throw new Error(JSON.stringify(loaded));
    this.give({ type: "configure", config: loaded.config.core, seed: new Uint8Array(16).fill(7) });
  }

  give(input: Input): void {
    this.core.handle(input, this.now);
    const opened: Output[] = [];
    for (let output = this.core.poll(); output !== undefined; output = this.core.poll()) {
      if (output.type === "trace") this.entries.push(output.entry);
      else if (output.type === "send") {
        const { trunk, channel, pdu } = output;
        if (pdu.carrier === "h225") this.sent.push({ trunk, channel, octets: pdu.octets });
      } else if (output.type === "open") opened.push(output);
      else if (output.type === "close") this.open.get(output.trunk)?.delete(output.channel);
    }
    for (const output of opened) {
      if (output.type !== "open") continue;
      const { trunk, channel } = output;
      this.asked.push(channel);
      if (this.dead.has(`${trunk}/${channel.split("/")[1]}`)) {
        this.give({ type: "closed", trunk, channel, reason: "connection refused" });
        continue;
      }
      this.open.set(trunk, (this.open.get(trunk) ?? new Set()).add(channel));
      this.give({ type: "opened", trunk, channel, by: "us" });
    }
  }

  receive(trunk: Trunk, channel: Channel, octets: Uint8Array): void {
    this.give({ type: "received", trunk, channel, pdu: { carrier: "h225", octets } });
  }

  pass(ms: number): void {
    const end = this.now + ms;
    for (let next = this.core.nextTimeout(); next !== undefined && next <= end; next = this.core.nextTimeout()) {
      this.now = Math.max(this.now, next);
      this.give({ type: "timeout" });
    }
    this.now = end;
  }

  /** What was sent since the last call. */
  taken(): SentOuter[] {
    return this.sent.splice(0);
  }

  /** States of the trunk since the last call. */
  states(trunk: Trunk): string[] {
    const all = this.entries.splice(0);
    return all.flatMap((entry) =>
      entry.type === "transition" && entry.machine === "h323" && entry.of === trunk ? [entry.to] : [],
    );
  }

  alarms(): string[] {
    return this.entries.flatMap((entry) => (entry.type === "alarm" ? [entry.text] : []));
  }
}

/** Each as `east SETUP [SETUP]`, its tunnelled messages in brackets; without them where there is no tunnel. */
export function lines(sent: readonly SentOuter[]): string[] {
  return sent.map(({ trunk, octets }) => `${trunk} ${nameOf(octets)}`);
}

function nameOf(octets: Uint8Array): string {
  const read = decodeH225(octets);
  if (read instanceof DecodeError) throw new Error(`${read.code}: ${toHex(octets)}`);
  const inner = read.tunnelled?.messages.map((each) => {
    const message = decodeMessage(each);
    return message instanceof DecodeError ? "?" : message.message;
  });
  return `${read.message.message}${inner === undefined ? "" : ` [${inner.join(", ")}]`}`;
}

/** The one that was sent, which must be one. */
export function only(sent: readonly SentOuter[]): SentOuter {
  expect(lines(sent)).to.have.length(1);
  return sent[0] as SentOuter;
}
