import { expect } from "chai";
import { DecodeError } from "../../codecs/error.ts";
import { decodeMessage } from "../../codecs/q931/decode.ts";
import { encodeMessage } from "../../codecs/q931/encode.ts";
import { display } from "../../codecs/q931/ie/display.ts";
import { element } from "../../codecs/q931/element.ts";
import type { Config } from "../../src/config.ts";
import { messageText } from "../../src/ladder.ts";
import type { Input, Output } from "../../src/seam.ts";
import { worldInvariants } from "../../src/simulation/endings.ts";
import { invariants } from "../../src/simulation/invariants.ts";
import { type Plan, planOf } from "../../src/simulation/plan.ts";
import { stepsOf } from "../../src/simulation/steps.ts";
import { runWorld } from "../../src/simulation/world.ts";
import { type Spoiling, spoilt } from "./spoilt.ts";

type Save = Extract<Output, { type: "save" }>;

/** Three gateways in a chain or star, whole messages, and nothing that fails but people. */
function calmPlan(): Plan {
  const plan = planOf(4, { hours: 0.3, nodes: 3 });
  const whole = { carrier: "qsig", lossPerMille: 0, duplicatePerMille: 0, delayMs: [1, 5] } as const;
  return {
    ...plan,
    calm: true,
    nodes: plan.nodes.map((node) => ({ ...node, storeMs: [0, 1], requestsPerLine: 1 })),
    links: plan.links.map((link) => ({ ...link, ...whole })),
  };
}

/** One row an invariant: a core that breaks it. */
const spoilings: { readonly [invariant: string]: () => Spoiling } = {
  "no error in call completion": () => ({
    output: (output) =>
      output.type === "notify"
        ? [output, { type: "trace", entry: { at: 0, type: "fault", during: "user", text: "thrown" } }]
        : [output],
  }),
  "everything sent can be read": () => ({ output: resent("cluster", (octets) => octets.subarray(0, 3)) }),
  "no timer in Idle": () => ({
    output: (output) => (isStop(output) ? [] : [output]),
  }),
  "the store holds what the core holds": () => ({
    output: (output) => (output.type === "save" && output.record === null ? [] : [output]),
  }),
  "one active request a phone": () => ({ output: (output) => [withUser(output)] }),
  "ccExecPossible only for a line that is free": () => ({
    // The core believes that every line is free; its peer in the world was told the truth.
    input: (input) => (isSeen(input) ? { ...input, snapshot: { ...input.snapshot, calls: 0, offhook: false } } : input),
  }),
  "a notification only while the service runs": notifiesTwice,
  "the relay changes only what it may": () => ({ output: resent("link1", withDisplay) }),
  "limits hold": () => ({ input: configured((config) => ({ ...config, limits: limits(config, 1000) })) }),
  "both sides hold the same services": () => ({
    output: (output) => (output.type === "send" && messageText(output.pdu.octets).includes("ccCancel") ? [] : [output]),
  }),
  "every request ends": () => ({ input: configured(withoutEnd) }),
  "nothing is kept of what is over": () => ({ held: (held) => ({ ...held, channels: held.channels + 1 }) }),
  "nothing throws": () => ({
    handle: (input) => {
      if (input.type === "user" && input.press.key === "dial") throw new Error("the key Dial");
    },
  }),
  "time goes on": () => ({ nextTimeout: (now) => now }),
};

describe("each invariant can fail", () => {
  const plan = calmPlan();
  const steps = stepsOf(plan);

  it("with a core of ours none does", () => {
    const { fault, requested, completed } = runWorld(plan, steps);
    expect(fault?.words).to.equal(undefined);
    expect(requested).to.be.greaterThan(20);
    expect(completed).to.be.greaterThan(5);
  });

  it("every row of the tables has a core that breaks it", () => {
    const names = [...invariants, ...worldInvariants].map(({ name }) => name);
    expect(Object.keys(spoilings)).to.have.members([...names, "nothing throws", "time goes on"]);
  });

  for (const [name, spoiling] of Object.entries(spoilings)) {
    it(name, () => {
      // Users told wrongly show first where both sides are compared: that rule is of a calm world alone.
      const calm = name !== "one active request a phone";
      const { fault } = runWorld({ ...plan, calm }, steps, { createCore: spoilt(spoiling()) });
      expect(fault?.invariant).to.equal(name);
      expect(fault?.story).not.to.equal(undefined);
    });
  }
});

function isStop(output: Output): boolean {
  return output.type === "trace" && output.entry.type === "timer" && output.entry.change === "stop";
}

function isSeen(input: Input): input is Extract<Input, { type: "line" }> & { snapshot: object } {
  return input.type === "line" && typeof input.snapshot === "object";
}

/** ALERTING leaves on this trunk otherwise than it should. */
function resent(trunk: string, change: (octets: Uint8Array) => Uint8Array): (output: Output) => readonly Output[] {
  return (output) => {
    if (output.type !== "trace" || output.entry.type !== "message" || output.entry.direction !== "out") return [output];
    const { entry } = output;
    return entry.trunk === trunk && messageText(entry.octets).startsWith("ALERTING")
      ? [{ type: "trace", entry: { ...entry, octets: change(entry.octets) } }]
      : [output];
  };
}

function withDisplay(octets: Uint8Array): Uint8Array {
  const message = decodeMessage(octets);
  if (message instanceof DecodeError || message.message === null) return octets;
  const ies = [...message.ies, element(display, { text: "x" } as never)];
  return encodeMessage(message.callReference, { message: message.message, ies });
}

/** Every user is 1001. */
function withUser(output: Output): Output {
  if (output.type === "notify") return { ...output, user: "cluster/1001" };
  if (output.type !== "save" || output.record?.role !== "originating") return output;
  return { ...output, record: { ...output.record, user: "cluster/1001" } };
}

/** Whose service has just ended is told that B is free. */
function notifiesTwice(): Spoiling {
  const users = new Map<string, string>();
  return {
    output: (output) => {
      if (output.type !== "save") return [output];
      const user = userOf(output, users);
      if (output.record !== null || user === undefined) return [output];
      const screen = { kind: "available", locale: "en", lines: [], keys: [] } as const;
      return [output, { type: "notify", id: 0, after: 0, user: user as `${string}/${string}`, screen, sound: true }];
    },
  };
}

function userOf({ request, record }: Save, users: Map<string, string>): string | undefined {
  if (record?.role === "originating") users.set(request, record.user);
  return users.get(request);
}

function configured(change: (config: Config) => Config): (input: Input) => Input {
  return (input) => (input.type === "configure" ? { ...input, config: change(input.config) } : input);
}

function limits({ limits: of }: Config, requestsPerLine: number): Config["limits"] {
  return { ...of, requestsPerLine };
}

function withoutEnd(config: Config): Config {
  const neighbours = config.neighbours.map((neighbour) => {
    const { callCompletion } = neighbour;
    const our = { ...callCompletion.our, ccbsT2Ms: 1e9, ccnrT2Ms: 1e9, t3Ms: 1e9 };
    return { ...neighbour, callCompletion: { ...callCompletion, our } };
  });
  return { ...config, neighbours };
}
