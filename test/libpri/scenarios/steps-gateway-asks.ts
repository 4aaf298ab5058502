import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Live } from "../scenario.ts";
import type { Expected } from "../wire.ts";

const { anna } = cluster;

/** libpri's user. */
export const dora = "2001";

/** What the trunk carries when Anna calls Dora, who is busy. */
export const busyCallWire: readonly Expected[] = [
  "> SETUP",
  "< CALL PROCEEDING",
  "< DISCONNECT 17",
  "> RELEASE 17",
  "< RELEASE COMPLETE 17",
];

/** Anna calls Dora, who is busy, and hangs up. `cc`: libpri's record of the call. */
export async function busyCall({ gateway, libpri }: Live): Promise<{ readonly cc: number }> {
  gateway.act(anna, { action: "dial", to: dora });
  const ring = await libpri.event("ring");
  const { cc } = await libpri.command("ccavail", ring.call);
  await libpri.command("hangup", ring.call, 17);
  await gateway.phoneWhen(anna, ({ state }) => state === "busyTone");
  gateway.act(anna, { action: "hangup" });
  return { cc };
}

/** Which way a request goes on: its connection kept, or released. */
export type Answer = "retained" | "released";

export const answers = ["retained", "released"] as const satisfies readonly Answer[];

/** The proposal that libpri answers so. */
export const proposalFor = { retained: "retain", released: "release" } as const satisfies Record<Answer, string>;

/** What the trunk carries until a request is accepted. */
export const acceptedWire = (answer: Answer, kind = "ccbsRequest"): readonly Expected[] => [
  `> SETUP ${kind}`,
  "< CALL PROCEEDING",
  ...(answer === "retained"
    ? [`< CONNECT ${kind}.result`, "> CONNECT ACKNOWLEDGE"]
    : [`< RELEASE 16 ${kind}.result`, "> RELEASE COMPLETE 16"]),
];

/** Anna presses CallBack and libpri accepts. `cis`: libpri's number of the connection. */
export async function accepted(live: Live, cc: number): Promise<{ readonly cis: number }> {
  const { gateway, libpri } = live;
  gateway.act(anna, { action: "callBack" });
  const cis = await libpri.event("ring", { where: ({ callIndependent }) => callIndependent });
  await libpri.event("cc-request", { where: (request) => request.cc === cc });
  await libpri.command("ccrsp", cc, "ok");
  await gateway.screen(anna, "activated");
  return { cis: cis.call };
}

/** A busy call and an accepted request for call back. */
export async function requested(live: Live): Promise<{ readonly cc: number; readonly cis: number }> {
  const { cc } = await busyCall(live);
  return { cc, ...(await accepted(live, cc)) };
}

/** Anna's phone says how the request ended. */
export async function noticed({ gateway }: Live, text: string): Promise<void> {
  const { screen } = await gateway.screen(anna, "notice");
  expect(screen?.lines[0]).to.equal(text);
}

/** Dora is free and Anna is told. */
export async function available({ gateway, libpri }: Live, cc: number): Promise<void> {
  await libpri.command("ccfree", cc);
  await gateway.phoneWhen(anna, ({ screen, sound }) => screen?.kind === "available" && sound);
}

/** Anna presses Dial: the recall rings at Dora's. `call`: libpri's number of it. */
export async function recalled({ gateway, libpri }: Live): Promise<{ readonly call: number }> {
  gateway.act(anna, { action: "press", key: "dial" });
  const recall = await libpri.event("ring", { where: ({ callIndependent, to }) => !callIndependent && to === dora });
  await libpri.event("cc-call");
  return { call: recall.call };
}

/** Dora answers the recall, both talk, Anna hangs up. */
export async function answered({ gateway, libpri }: Live, call: number): Promise<void> {
  await libpri.command("alert", call);
  await gateway.phoneWhen(anna, ({ state }) => state === "ringback");
  await libpri.command("answer", call);
  await gateway.phoneWhen(anna, ({ state }) => state === "talking");
  await libpri.event("cc-cancel");
  gateway.act(anna, { action: "hangup" });
  await libpri.event("hangup-ack", { where: (hangup) => hangup.call === call });
}

/** Dora is free. */
export const freeWire: Readonly<Record<Answer, readonly Expected[]>> = {
  retained: ["< FACILITY ccExecPossible"],
  released: ["< SETUP ccExecPossible", "> CALL PROCEEDING", "> CONNECT", "< CONNECT ACKNOWLEDGE"],
};

/** The gateway, or libpri, ends a request before Dora is free. */
export const cancelWire: Readonly<Record<"gateway" | "libpri", Readonly<Record<Answer, readonly string[]>>>> = {
  gateway: {
    retained: ["> RELEASE 16 ccCancel", "< RELEASE COMPLETE 16"],
    released: ["> SETUP ccCancel", "< RELEASE COMPLETE 16"],
  },
  libpri: {
    retained: ["< RELEASE 16 ccCancel", "> RELEASE COMPLETE 16"],
    released: ["< SETUP ccCancel", "> RELEASE COMPLETE 16"],
  },
};

/** Anna presses Dial where the service is over: an ordinary call; Dora answers, Anna hangs up. */
export async function dialledWithout({ gateway, libpri }: Live): Promise<void> {
  gateway.act(anna, { action: "press", key: "dial" });
  const { call } = await libpri.event("ring", { where: ({ callIndependent, to }) => !callIndependent && to === dora });
  await talked({ gateway, libpri }, call);
}

/** Dora answers, Anna hangs up. */
export async function talked({ gateway, libpri }: Pick<Live, "gateway" | "libpri">, call: number): Promise<void> {
  await libpri.command("alert", call);
  await gateway.phoneWhen(anna, ({ state }) => state === "ringback");
  await libpri.command("answer", call);
  await gateway.phoneWhen(anna, ({ state }) => state === "talking");
  gateway.act(anna, { action: "hangup" });
  await libpri.event("hangup-ack", { where: (hangup) => hangup.call === call });
}

/** An ordinary call from SETUP to its end. */
export const ordinaryCallWire: readonly Expected[] = [
  "> SETUP",
  "< CALL PROCEEDING",
  "< ALERTING",
  "< CONNECT",
  "> CONNECT ACKNOWLEDGE",
  "> DISCONNECT 16",
  "< RELEASE 16",
  "> RELEASE COMPLETE 16",
];

/** The recall from Dial to the end of the call; the service ends with RELEASE of the connection. */
export const recallWire: readonly Expected[] = [
  "> SETUP ccRingout",
  "< CALL PROCEEDING",
  "< ALERTING",
  "< CONNECT",
  ["> CONNECT ACKNOWLEDGE", "> RELEASE 16 ccCancel"],
  "< RELEASE COMPLETE 16",
  "> DISCONNECT 16",
  "< RELEASE 16",
  "> RELEASE COMPLETE 16",
];
