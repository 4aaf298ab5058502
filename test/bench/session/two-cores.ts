import type { InformationElement, MessageName } from "../../../codecs/index.ts";
import {
  bChannelElement,
  calledPartyNumber,
  callingPartyNumber,
  causeElement,
  DecodeError,
  element,
  encodeMessage,
} from "../../../codecs/index.ts";
import { bearerCapability } from "../../../codecs/q931/ie/bearer-capability.ts";
import { demoConfig, demoSettings } from "../../../gateway/demo/config.ts";
import type { Config } from "../../../src/config.ts";
import type { LineKey, LineSnapshot } from "../../../src/lines/line.ts";
import { createPinx, type PinxCore } from "../../../src/pinx.ts";
import type { Input, Output } from "../../../src/seam.ts";

export type Side = "west" | "east";
export const sides = ["west", "east"] as const;

const still = { registered: "yes", calls: 0, ringingIn: 0, offhook: false, dnd: false, forward: {}, epoch: 1 } as const;
const free: LineSnapshot = { ...still, uses: 1 };
const busy: LineSnapshot = { ...still, calls: 1, offhook: true, uses: 1 };
const dial = { key: "dial" } as const;
const callBack = { key: "callBack" } as const;

/** The demo's, but a request is never one too many, its connection is released, and a free line counts at once. */
function configOf(side: Side): Config {
  const trunk = side === "west" ? 'listen: "127.0.0.1:1"' : 'connect: "127.0.0.1:1"';
  const { core } = demoConfig(side, trunk, demoSettings);
  const many = 4_000_000;
  return {
    ...core,
    limits: { requests: many, requestsPerLine: many, requestsPerTrunk: many },
    neighbours: core.neighbours.map((each) => ({
      ...each,
      numbers: each.name === "west" ? ["1*"] : ["2*"],
      callCompletion: {
        ...each.callCompletion,
        guardMs: 0,
        our: { ...each.callCompletion.our, connectionProposal: "release" },
      },
    })),
  };
}

/** Which message a cluster gets from its core, under which call reference. */
interface Told {
  readonly type: number;
  readonly reference: number;
}

const setupType = 0x05;

/** Two cores joined by LAPD frames in one process, in virtual time; this is the clusters behind them. */
export class TwoCores {
  readonly cores: Readonly<Record<Side, PinxCore>> = { west: createPinx(), east: createPinx() };
  #now = 1_700_000_000_000;
  readonly #wire: { readonly to: Side; readonly octets: Uint8Array }[] = [];
  readonly #channels = new Map<string, string>();
  /** What a cluster was told since it last said something. */
  readonly #told: Told[] = [];
  /** Frames that each core sent to the other. */
  readonly frames: Record<Side, number> = { west: 0, east: 0 };
  #references = 0;

  constructor() {
    for (const side of sides) {
      const seed = new Uint8Array(16).fill(side === "west" ? 1 : 2);
      this.give(side, { type: "configure", config: configOf(side), seed });
    }
    this.give("west", { type: "opened", trunk: "west", channel: this.#channel("west", "west"), by: "us" });
    this.give("east", { type: "opened", trunk: "east", channel: this.#channel("east", "east"), by: "us" });
    this.give("east", { type: "opened", trunk: "west", channel: this.#channel("east", "west"), by: "us" });
    this.#channels.set("west east", "wire");
    this.give("west", { type: "opened", trunk: "east", channel: "wire", by: "peer" });
    this.pass(2000);
  }

  give(side: Side, input: Input): void {
    this.#handle(side, input);
    for (let frame = this.#wire.shift(); frame !== undefined; frame = this.#wire.shift()) {
      const trunk = frame.to === "west" ? "east" : "west";
      const pdu = { carrier: "lapd", octets: frame.octets } as const;
      this.#handle(frame.to, { type: "received", trunk, channel: this.#channel(frame.to, trunk), pdu });
    }
  }

  /** Timers that are due, on both sides. */
  pass(ms: number): void {
    this.#now += ms;
    for (const side of sides) {
      while ((this.cores[side].nextTimeout() ?? Infinity) <= this.#now) this.give(side, { type: "timeout" });
    }
  }

  /** User `a` of the west calls `b` of the east, who is busy, and asks for call back: the request is accepted. */
  request(a: string, b: string): void {
    const call = this.#call(a, b);
    this.#say("east", call.called, 1, "CALL PROCEEDING", [bChannelElement(30)]);
    this.#say("east", call.called, 1, "DISCONNECT", [causeElement(17)]);
    this.#say("east", call.called, 1, "RELEASE COMPLETE");
    this.#say("west", call.calling, 0, "RELEASE", [causeElement(17)]);
    this.give("west", { type: "user", user: `west/${a}`, press: callBack });
    // A report of its own, as a monitor makes one for each line.
    this.#line("east", b, { ...busy, forward: {} });
  }

  /** The whole of a call back: asked for, B free, A dials, B answers, they talk and hang up. */
  callBack(a: string, b: string): void {
    this.request(a, b);
    this.#line("west", a, free);
    this.#line("east", b, free);
    this.pass(1);
    this.give("west", { type: "user", user: `west/${a}`, press: dial });
    const recall = this.#call(a, b);
    this.#say("east", recall.called, 1, "ALERTING", [bChannelElement(30)]);
    this.#say("east", recall.called, 1, "CONNECT");
    this.#say("west", recall.calling, 0, "DISCONNECT", [causeElement(16)]);
    this.#say("west", recall.calling, 0, "RELEASE COMPLETE");
    this.#say("east", recall.called, 1, "RELEASE", [causeElement(16)]);
  }

  /** SETUP of `a` to `b`: its reference at the west's cluster, and that of the SETUP that the east's cluster gets. */
  #call(a: string, b: string): { readonly calling: number; readonly called: number } {
    this.#references = (this.#references % 0x7ffe) + 1;
    this.#told.length = 0;
    this.#say("west", this.#references, 0, "SETUP", setup(a, b));
    const called = this.#told.find(({ type }) => type === setupType)?.reference;
    if (called === undefined) throw new Error(`no SETUP for ${b}`);
    return { calling: this.#references, called };
  }

  #line(side: Side, number: string, snapshot: LineSnapshot): void {
    const line: LineKey = `${side}/${number}`;
    this.give(side, { type: "line", line, snapshot });
  }

  /** A message of the cluster of that side; `flag` 0 under a reference of the cluster, 1 of the gateway. */
  #say(side: Side, value: number, flag: 0 | 1, message: MessageName, ies: readonly InformationElement[] = []): void {
    const octets = encodeMessage({ value, flag, length: 2 }, { message, ies });
    const channel = this.#channel(side, side);
    this.give(side, { type: "received", trunk: side, channel, pdu: { carrier: "qsig", octets } });
  }

  #channel(side: Side, trunk: Side): string {
    return this.#channels.get(`${side} ${trunk}`) ?? "";
  }

  #handle(side: Side, input: Input): void {
    const core = this.cores[side];
    core.handle(input, this.#now);
    for (let output = core.poll(); output !== undefined; output = core.poll()) this.#take(side, output);
  }

  #take(side: Side, output: Output): void {
    if (output.type === "open") this.#channels.set(`${side} ${output.trunk}`, output.channel);
    if (output.type !== "send") return;
    const { octets } = output.pdu;
    if (output.trunk !== side) {
      this.frames[side] += 1;
      this.#wire.push({ to: side === "west" ? "east" : "west", octets });
    } else this.#told.push({ type: octets[4] ?? 0, reference: (((octets[2] ?? 0) & 0x7f) << 8) | (octets[3] ?? 0) });
  }
}

function setup(from: string, to: string): InformationElement[] {
  const value = bearerCapability.decode(Uint8Array.of(0x80, 0x90, 0xa3));
  if (value instanceof DecodeError) throw new Error("speech, 64 kbit/s, A-law decodes");
  return [
    element(bearerCapability, value),
    bChannelElement(1),
    element(callingPartyNumber, { typeOfNumber: 0, numberingPlan: 9, presentation: 0, screening: 0, digits: from }),
    element(calledPartyNumber, { typeOfNumber: 0, numberingPlan: 9, digits: to }),
  ];
}
