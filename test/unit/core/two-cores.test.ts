import { expect } from "chai";
import type { InformationElement, MessageName } from "../../../codecs/index.ts";
import {
  bChannelElement,
  calledPartyNumber,
  callingPartyNumber,
  causeElement,
  DecodeError,
  decodeMessage,
  element,
  encodeMessage,
  find,
} from "../../../codecs/index.ts";
import { bearerCapability } from "../../../codecs/q931/ie/bearer-capability.ts";
import { facility } from "../../../codecs/q931/ie/facility.ts";
import { demoConfig, demoSettings } from "../../../gateway/demo/config.ts";
import type { PinxCore } from "../../../src/pinx.ts";
import { createPinx } from "../../../src/pinx.ts";
import type { Input, Output } from "../../../src/seam.ts";

type Side = "west" | "east";

/** What a core was given and what it gave, in order: the whole of its life. */
interface Life {
  readonly inputs: { readonly input: Input; readonly now: number }[];
  readonly outputs: Output[];
}

const idle = { registered: "yes", calls: 0, ringingIn: 0, offhook: false, dnd: false, forward: {}, epoch: 1 } as const;

/** Two cores joined by octets alone, in virtual time; the test is the clusters behind them. */
class TwoCores {
  now = 1_700_000_000_000;
  readonly cores: Record<Side, PinxCore> = { west: createPinx(), east: createPinx() };
  readonly lives: Record<Side, Life> = { west: { inputs: [], outputs: [] }, east: { inputs: [], outputs: [] } };
  readonly #wire: { readonly to: Side; readonly octets: Uint8Array }[] = [];

  constructor() {
    for (const [side, trunk] of [
      ["west", 'listen: "127.0.0.1:1"'],
      ["east", 'connect: "127.0.0.1:1"'],
    ] as const) {
      const seed = new Uint8Array(16).fill(side === "west" ? 1 : 2);
      this.give(side, { type: "configure", config: demoConfig(side, trunk, demoSettings).core, seed });
    }
    this.give("west", { type: "opened", trunk: "west", channel: this.#asked("west", "west"), by: "us" });
    this.give("east", { type: "opened", trunk: "east", channel: this.#asked("east", "east"), by: "us" });
    this.give("east", { type: "opened", trunk: "west", channel: this.#asked("east", "west"), by: "us" });
    this.give("west", { type: "opened", trunk: "east", channel: "wire", by: "peer" });
    this.pass(2000);
  }

  give(side: Side, input: Input): void {
    this.#handle(side, input);
    for (let frame = this.#wire.shift(); frame !== undefined; frame = this.#wire.shift()) {
      const [trunk, channel] = frame.to === "west" ? ["east", "wire"] : ["west", this.#asked("east", "west")];
      this.#handle(frame.to, { type: "received", trunk, channel, pdu: { carrier: "lapd", octets: frame.octets } });
    }
  }

  /** A message of the cluster of that side; `flag` 0 under a reference of the cluster, 1 of the gateway. */
  cluster(side: Side, value: number, flag: 0 | 1, message: MessageName, ies: readonly InformationElement[] = []): void {
    const octets = encodeMessage({ value, flag, length: 2 }, { message, ies });
    this.give(side, {
      type: "received",
      trunk: side,
      channel: this.#asked(side, side),
      pdu: { carrier: "qsig", octets },
    });
  }

  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const due = (["west", "east"] as const)
        .map((side) => ({ side, at: this.cores[side].nextTimeout() ?? Number.POSITIVE_INFINITY }))
        .sort((a, b) => a.at - b.at)[0];
      if (due === undefined || due.at > end) break;
      this.now = Math.max(this.now, due.at);
      this.give(due.side, { type: "timeout" });
    }
    this.now = end;
  }

  /** Operations that a core sent on the trunk between the two. */
  operations(side: Side): string[] {
    return this.lives[side].outputs.flatMap((output) => {
      if (output.type !== "trace" || output.entry.type !== "message") return [];
      if (output.entry.direction !== "out" || output.entry.trunk === side) return [];
      const message = decodeMessage(output.entry.octets);
      if (message instanceof DecodeError) return ["unreadable"];
      const components = find(message, facility)?.components ?? [];
      return components.map((c) => (c.component === "invoke" ? (c.operation ?? "unknown") : c.component));
    });
  }

  /** The channel that a core asked the rim to open. */
  #asked(side: Side, trunk: string): string {
    const open = this.lives[side].outputs.find((output) => output.type === "open" && output.trunk === trunk);
    return open?.type === "open" ? open.channel : "";
  }

  #handle(side: Side, input: Input): void {
    const life = this.lives[side];
    life.inputs.push({ input, now: this.now });
    this.cores[side].handle(input, this.now);
    for (let output = this.cores[side].poll(); output !== undefined; output = this.cores[side].poll()) {
      life.outputs.push(output);
      if (output.type === "send" && output.trunk !== side) {
        this.#wire.push({ to: side === "west" ? "east" : "west", octets: output.pdu.octets });
      }
    }
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

/** 1001 calls 2001, who is busy, asks, is told; presses Dial, 2001 answers. */
function callBack(): TwoCores {
  const world = new TwoCores();
  world.cluster("west", 1, 0, "SETUP", setup("1001", "2001"));
  world.cluster("east", 1, 1, "CALL PROCEEDING", [bChannelElement(30)]);
  world.cluster("east", 1, 1, "DISCONNECT", [causeElement(17)]);
  world.cluster("east", 1, 1, "RELEASE COMPLETE");
  world.cluster("west", 1, 0, "RELEASE", [causeElement(17)]);
  world.give("west", { type: "user", user: "west/1001", press: { key: "callBack" } });
  world.give("east", { type: "line", line: "east/2001", snapshot: { ...idle, calls: 1, offhook: true, uses: 1 } });
  world.give("west", { type: "line", line: "west/1001", snapshot: { ...idle, uses: 1 } });
  world.give("east", { type: "line", line: "east/2001", snapshot: { ...idle, uses: 1 } });
  world.pass(5000);
  world.give("west", { type: "user", user: "west/1001", press: { key: "dial" } });
  world.cluster("west", 2, 0, "SETUP", setup("1001", "2001"));
  world.cluster("east", 2, 1, "ALERTING", [bChannelElement(30)]);
  world.cluster("east", 2, 1, "CONNECT");
  world.pass(1000);
  return world;
}

describe("two cores in virtual time", () => {
  it("complete a call to a busy user by octets alone", () => {
    const world = callBack();
    expect(world.operations("west")).to.deep.equal(["ccbsRequest", "ccRingout", "ccCancel"]);
    // R11: each side ends the service at CONNECT; their RELEASEs cross and answer each other (CC 5.7).
    expect(world.operations("east")).to.deep.equal(["returnResult", "ccExecPossible", "ccCancel"]);
    const screens = world.lives.west.outputs.flatMap((output) => (output.type === "notify" ? [output.screen] : []));
    expect(screens.map((screen) => screen?.kind ?? null)).to.deep.equal(["activated", "available", null]);
    for (const { outputs } of Object.values(world.lives)) {
      expect(outputs.findLast((output) => output.type === "save")?.record).to.equal(null);
    }
  });

  it("run again from their recorded inputs, output for output", () => {
    for (const { inputs, outputs } of Object.values(callBack().lives)) {
      const core = createPinx();
      const again: Output[] = [];
      for (const { input, now } of inputs) {
        core.handle(input, now);
        for (let output = core.poll(); output !== undefined; output = core.poll()) again.push(output);
      }
      expect(again).to.deep.equal(outputs);
    }
  });

  it("let what is sent in a step that saves wait for that save, and nothing of a relayed call", () => {
    const { outputs } = callBack().lives.west;
    const sends = outputs.flatMap((output) => (output.type === "send" && output.trunk === "east" ? [output] : []));
    const saves = outputs.flatMap((output) => (output.type === "save" ? [output.save] : []));
    const request = sends.find(({ after }) => after !== 0);
    expect(request?.after).to.be.oneOf(saves);
    const firstSetup = sends.find(({ pdu }) => pdu.octets[8] === 0x05);
    expect(firstSetup?.after).to.equal(0);
  });

  it("keep nothing of a call back that is over: of all timers the T203 of the link alone runs", () => {
    const world = callBack();
    expect(world.cores.west.held).to.include({ connections: 2, relayed: 2, channels: 2, callReferences: 2 });
    world.cluster("west", 2, 0, "DISCONNECT", [causeElement(16)]);
    world.cluster("west", 2, 0, "RELEASE COMPLETE");
    world.cluster("east", 2, 1, "RELEASE", [causeElement(16)]);
    world.pass(120_000);
    for (const { held } of Object.values(world.cores)) {
      const { timers, ...rest } = held;
      expect(
        Object.values(rest).every((count) => count === 0),
        JSON.stringify(rest),
      ).to.equal(true);
      expect(timers).to.equal(1);
    }
  });

  it("tell the data links goodbye at the end", () => {
    const world = callBack();
    world.give("west", { type: "stop" });
    const last = world.lives.west.outputs.findLast((output) => output.type === "send" && output.trunk === "east");
    // DISC, Q.921 3.6.5: control 0x43 with the P bit 0x53.
    expect(last?.type === "send" ? (last.pdu.octets[2] ?? 0) & 0xef : undefined).to.equal(0x43);
  });
});
