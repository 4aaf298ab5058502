import type { LapdTrunkConfig } from "../../../src/config.ts";
import { LapdTrunk } from "../../../src/trunk/lapd.ts";
import { octets, TrunkBench, trunk } from "./bench.ts";

const config: LapdTrunkConfig = {
  type: "lapd",
  role: "listen",
  host: "127.0.0.1",
  port: 0,
  side: "user",
  t309Ms: 6000,
};

/** A trunk whose channel is open; what it said so far (SABME) is kept. */
export function openBench(side: "user" | "network" = "user"): TrunkBench {
  const made = new TrunkBench(new LapdTrunk(trunk, { ...config, side }));
  made.handle({ type: "start" });
  made.handle({ type: "opened", channel: "in-1", by: "peer" });
  return made;
}

/** A user side whose link is up. */
export function upBench(): TrunkBench {
  const made = openBench();
  made.receive(octets("00 01 73"));
  made.told();
  made.taken();
  return made;
}

/** The shortest message: type FACILITY under reference `value`, 08 02 hh ll 62. */
export function send(made: TrunkBench, value: number): boolean {
  return made.machine.sendUnder({ value, flag: 0, length: 2 }, { message: "FACILITY", ies: [] }, made);
}

export const message = (value: number) => `08 02 00 ${value.toString(16).padStart(2, "0")} 62`;
/** The peer's I frame: network commands have C/R 1. */
export const peerI = (ns: number, nr: number, poll = 0) =>
  octets(`02 01 ${two(ns << 1)} ${two((nr << 1) | poll)} ${message(ns)}`);
export const ourI = (ns: number, nr: number, value = ns) => `00 01 ${two(ns << 1)} ${two(nr << 1)} ${message(value)}`;
export const ourRR = (nr: number, final = 0) => `02 01 01 ${two((nr << 1) | final)}`;
export const ourEnquiry = (nr: number) => `00 01 01 ${two((nr << 1) | 1)}`;
export const two = (octet: number) => octet.toString(16).padStart(2, "0");
