import type { LineKey } from "../lines/line.ts";
import type { LineUse } from "../lines/facts.ts";
import type { RequestId, Trunk } from "../ids.ts";
import type { UserKey } from "../users/screen.ts";
import type { OriginatingState } from "./originating.ts";
import type { TerminatingState } from "./terminating.ts";
import type { Kind, TimerName } from "./timers.ts";

/** A request as the store keeps it: JSON values only, everything `restore` needs. Connections die with the process. */
export type StoredRequest = StoredOriginating | StoredTerminating;

interface Stored {
  readonly request: RequestId;
  readonly kind: Kind;
  /** The neighbour whose trunk carries the service. */
  readonly trunk: Trunk;
  /** The assisted neighbour with the line of our user. */
  readonly cluster: Trunk;
  readonly retainService: boolean;
  /** The other leg, where this is one of a bridge (R6). */
  readonly other?: RequestId;
  /** When each running timer is due, Unix time in ms. */
  readonly timers: { readonly [Name in TimerName]?: number };
}

export interface StoredOriginating extends Stored {
  readonly role: "originating";
  readonly state: OriginatingState;
  readonly user: UserKey;
  /** User B as user A dials him. */
  readonly to: string;
  /** Elements of the SETUP as sent, in hex (R4). */
  readonly setup: string;
  readonly retainDemanded: boolean;
  readonly reservesPath: boolean;
  /** The registration of user A's phone; another one cancels (S-63). */
  readonly epoch?: number;
  /** What is left of T3 while Dial waits. */
  readonly t3RestMs?: number;
}

export interface StoredTerminating extends Stored {
  readonly role: "terminating";
  readonly state: TerminatingState;
  readonly line: LineKey;
  /** CcRequestArg in BER, in hex: quoted as it was received (R4). */
  readonly argument: string;
  readonly use?: LineUse;
  readonly failures: number;
}
