import type { PeerEvent } from "../../peers/libpri/protocol.ts";
import { cluster } from "../gateway-under-test.ts";
import type { Live } from "../scenario.ts";
import { type Answer, proposalFor } from "./steps-gateway-asks.ts";
import type { Expected } from "../wire.ts";

const { anna, ben } = cluster;

/** libpri's user. */
export const dora = "2001";

/** What the trunk carries when Dora calls Anna, who is busy. */
export const busyCallWire: readonly Expected[] = [
  "< SETUP",
  "> CALL PROCEEDING",
  "> DISCONNECT 17",
  "< RELEASE 17",
  "> RELEASE COMPLETE 17",
];

/** Ben calls Anna inside the cluster and both talk. */
export async function annaTalks({ gateway }: Live): Promise<void> {
  gateway.act(ben, { action: "dial", to: anna });
  await gateway.phoneWhen(anna, ({ state }) => state === "ringing");
  gateway.act(anna, { action: "answer" });
  await gateway.phoneWhen(anna, ({ state }) => state === "talking");
}

/** Dora calls Anna, who talks. `options` go to libpri's `call`. `cc`: libpri's record. */
export async function busyCall(live: Live, ...options: string[]): Promise<{ readonly cc: number }> {
  await annaTalks(live);
  const { call } = await live.libpri.command("call", dora, anna, 1, ...options);
  const { cc } = await live.libpri.event("cc-available", { where: (record) => record.call === call });
  await live.libpri.event("hangup-ack", { where: (hangup) => hangup.call === call });
  return { cc };
}

/** What the trunk carries until the gateway has accepted a request: its connection kept, or released. */
export const acceptedWire = (answer: Answer, kind = "ccbsRequest"): readonly Expected[] => [
  `< SETUP ${kind}`,
  "> CALL PROCEEDING",
  ...(answer === "retained"
    ? [`> CONNECT ${kind}.result`, "< CONNECT ACKNOWLEDGE"]
    : [`> RELEASE 16 ${kind}.result`, "< RELEASE COMPLETE 16"]),
];

/** libpri asks and is accepted. `cis`: libpri's number of the connection. */
export async function accepted(
  { libpri }: Live,
  cc: number,
  kind: "ccbs" | "ccnr" = "ccbs",
): Promise<{ readonly cis: number }> {
  await libpri.command("ccreq", cc, kind);
  const isAccepted = (response: PeerEvent<"cc-response">) => response.cc === cc && response.status === "success";
  const { call } = await libpri.event("cc-response", { where: isAccepted });
  return { cis: call };
}

/** A busy call and an accepted request. */
export async function requested(
  live: Live,
  ...options: string[]
): Promise<{ readonly cc: number; readonly cis: number }> {
  const { cc } = await busyCall(live, ...options);
  return { cc, ...(await accepted(live, cc)) };
}

/** Anna hangs up and libpri is told that she is free. */
export async function annaIsFree({ gateway, libpri }: Live, cc: number): Promise<void> {
  gateway.act(anna, { action: "hangup" });
  await libpri.event("cc-free", { where: (free) => free.cc === cc });
}

/** The recall rings at Anna's. */
export async function recalled({ gateway, libpri }: Live, cc: number): Promise<{ readonly call: number }> {
  const { call } = await libpri.command("cccall", cc, 2);
  await gateway.phoneWhen(anna, ({ state }) => state === "ringing");
  await libpri.event("ringing", { where: (ringing) => ringing.call === call });
  return { call };
}

/** Anna answers, both talk, Dora hangs up. */
export async function answered({ gateway, libpri }: Live, call: number): Promise<void> {
  gateway.act(anna, { action: "answer" });
  await libpri.event("answer", { where: (answer) => answer.call === call });
  await libpri.event("cc-cancel");
  await libpri.command("hangup", call, 16);
  await gateway.phoneWhen(anna, ({ state }) => state === "endedTone");
}

/** libpri's command that makes the gateway answer so. */
export const retention = (answer: Answer) => ["ccretain", "request", proposalFor[answer]] as const;

/** Anna is free. */
export const freeWire: Readonly<Record<Answer, readonly Expected[]>> = {
  retained: ["> FACILITY ccExecPossible"],
  // libpri keeps it so until it suspends or cancels (CC 3.5 [RUN F2]).
  released: ["> SETUP ccExecPossible", "< CALL PROCEEDING"],
};

/** The recall to the end of the call; the service ends with RELEASE of the connection. */
export const recallWire: readonly Expected[] = [
  "< SETUP ccRingout",
  "> CALL PROCEEDING",
  "> ALERTING",
  ["> CONNECT", "> RELEASE 16 ccCancel", "< CONNECT ACKNOWLEDGE", "< RELEASE COMPLETE 16"],
  "< DISCONNECT 16",
  "> RELEASE 16",
  "< RELEASE COMPLETE 16",
];
