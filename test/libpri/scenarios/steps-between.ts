import type { PeerEvent } from "../../peers/libpri/protocol.ts";
import type { BetweenLive } from "../between.ts";
import { users } from "../between.ts";

const { anna, dora } = users;

/** libpri's records of the call: user A's and user B's. */
export interface Records {
  readonly ofA: number;
  readonly ofB: number;
}

/** Anna calls Dora, who is busy. */
export async function busyCall({ east, west }: BetweenLive): Promise<Records> {
  const { call } = await east.command("call", anna, dora, 1);
  const ring = await west.event("ring");
  const { cc: ofB } = await west.command("ccavail", ring.call);
  await west.command("hangup", ring.call, 17);
  const { cc: ofA } = await east.event("cc-available", { where: (record) => record.call === call });
  await east.event("hangup-ack", { where: (hangup) => hangup.call === call });
  return { ofA, ofB };
}

/** Anna's side asks and Dora's accepts. */
export async function requested(live: BetweenLive): Promise<Records> {
  const records = await busyCall(live);
  const { east, west } = live;
  await east.command("ccreq", records.ofA, "ccbs");
  await west.event("cc-request", { where: ({ cc }) => cc === records.ofB });
  await west.command("ccrsp", records.ofB, "ok");
  const isAccepted = ({ cc, status }: PeerEvent<"cc-response">) => cc === records.ofA && status === "success";
  await east.event("cc-response", { where: isAccepted });
  return records;
}

/** Dora is free and Anna's side is told. */
export async function free({ east, west }: BetweenLive, { ofA, ofB }: Records): Promise<void> {
  await west.command("ccfree", ofB);
  await east.event("cc-free", { where: ({ cc }) => cc === ofA });
}

/** The recall comes to Dora's side. The number of it at either side. */
export async function recalled(
  { east, west }: BetweenLive,
  { ofA, ofB }: Records,
): Promise<{ readonly atA: number; readonly atB: number }> {
  const { call: atA } = await east.command("cccall", ofA, 2);
  const { call: atB } = await west.event("ring", { where: ({ callIndependent }) => !callIndependent });
  await west.event("cc-call", { where: ({ cc }) => cc === ofB });
  return { atA, atB };
}

/**
 * Dora answers, both talk, Anna hangs up. Over a bridge the gateway ends the service on both sides; where it relays,
 * the user of Anna's libpri has to.
 */
export async function answered(live: BetweenLive, records: Records, how: "relayed" | "bridged"): Promise<void> {
  const { east, west } = live;
  const { atA, atB } = await recalled(live, records);
  await west.command("alert", atB);
  await east.event("ringing", { where: ({ call }) => call === atA });
  await west.command("answer", atB);
  await east.event("answer", { where: ({ call }) => call === atA });
  if (how === "relayed") await east.command("cccancel", records.ofA);
  else await east.event("cc-cancel");
  await west.event("cc-cancel");
  await east.command("hangup", atA, 16);
  await west.event("hangup-ack", { where: ({ call }) => call === atB });
  await east.event("hangup", { where: ({ call }) => call === atA });
}
