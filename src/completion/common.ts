import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import type { ConnectionId } from "../connection/connection.ts";
import type { RelayedCall } from "../connection/relayed-call.ts";
import type { Lines } from "../lines/lines.ts";
import type { Trunk } from "../ids.ts";
import type { Users } from "../users/users.ts";
import type { CompletionPort, SetupVerdict } from "./completion.ts";
import type { OriginatingEvent, OriginatingState } from "./originating.ts";
import type { OriginatingService } from "./originating-services.ts";
import type { Stepped, Steps } from "./runner.ts";
import type { ServiceConnections } from "./service-connections.ts";
import type { TerminatingEvent, TerminatingState } from "./terminating.ts";
import type { TerminatingService } from "./terminating-services.ts";

export type AnyService = OriginatingService | TerminatingService;

/** What both sides share. */
export interface Common {
  readonly port: CompletionPort;
  readonly steps: Steps;
  readonly connections: ServiceConnections<AnyService>;
  readonly lines: Lines<AnyService>;
  readonly users: Users;
  readonly census: Census;
  /** A leg of a bridge took a step (R6). */
  readonly bridged: {
    originatingStepped(service: OriginatingService, step: Stepped<OriginatingState, OriginatingEvent, By>): void;
    terminatingStepped(service: TerminatingService, step: Stepped<TerminatingState, TerminatingEvent, By>): void;
    /** The last word of user B's side is that he is free. */
    isFree(service: TerminatingService): boolean;
  };
  /** R26. */
  readonly repeats: { ask(service: OriginatingService): void; drop(service: OriginatingService): void };
  /** The answer to the SETUP or clearing that is being handled; a step writes it. */
  readonly answer: Answer;
}

export interface Answer {
  verdict?: SetupVerdict | undefined;
  /** Elements for the clearing that goes to the other leg. */
  added: InformationElement[];
}

/** What a step says of the bearer SETUP that brings it. */
export function verdictOf({ answer }: Common, step: () => void): SetupVerdict | undefined {
  answer.verdict = undefined;
  step();
  return answer.verdict;
}

/** A request of a peer, as it will be answered. */
export interface Asked {
  readonly operation: "ccbsRequest" | "ccnrRequest";
  readonly argument: CcRequestArg;
  /** Its connection is to be kept (CC 5.2). */
  readonly retain: boolean;
  readonly retainService: boolean;
  /** User A has only named user B: his line says what there is to complete (R15). */
  readonly kindByLine: boolean;
}

/** What brought an event, for the actions of its row. */
export interface By {
  /** The connection it came on; of a SETUP the one that it opens. */
  readonly connection?: ConnectionId;
  /** It came in a CIS SETUP of its own. */
  readonly opens?: boolean;
  /** CALL PROCEEDING was sent on it already (R7). */
  readonly proceeding?: boolean;
  readonly invokeId?: number;
  /** A bearer SETUP. */
  readonly setup?: Message;
  readonly call?: RelayedCall;
  readonly asked?: Asked;
  /** In words, for the timeline. */
  readonly why?: string;
}

/** How many requests there are, against the limits of the configuration. */
export class Census {
  readonly #port: CompletionPort;
  #all = 0;
  readonly #onTrunk = new Map<Trunk, number>();
  readonly #ofCaller = new Map<string, number>();

  constructor(port: CompletionPort) {
    this.#port = port;
  }

  get size(): number {
    return this.#all;
  }

  /** One more would be too many, in all or on this trunk. */
  isFull(trunk: Trunk): boolean {
    const { requests, requestsPerTrunk } = this.#port.config.limits;
    return this.#all >= requests || (this.#onTrunk.get(trunk) ?? 0) >= requestsPerTrunk;
  }

  /** One more of this caller would be too many. A number that is withheld is nobody's. */
  isCallerFull(trunk: Trunk, caller: string): boolean {
    const { requestsPerCaller } = this.#port.config.limits;
    return requestsPerCaller !== undefined && (this.#ofCaller.get(`${trunk}/${caller}`) ?? 0) >= requestsPerCaller;
  }

  /** `caller`: user A of a request that another PBX sent. */
  enter(trunk: Trunk, caller = ""): void {
    this.#all += 1;
    count(this.#onTrunk, trunk, 1);
    this.#countCaller(trunk, caller, 1);
  }

  leave(trunk: Trunk, caller = ""): void {
    this.#all -= 1;
    count(this.#onTrunk, trunk, -1);
    this.#countCaller(trunk, caller, -1);
  }

  /** Only where there is a limit for one: the limits stay as long as the core. */
  #countCaller(trunk: Trunk, caller: string, by: 1 | -1): void {
    if (caller === "" || this.#port.config.limits.requestsPerCaller === undefined) return;
    count(this.#ofCaller, `${trunk}/${caller}`, by);
  }
}

function count(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const now = (counts.get(key) ?? 0) + by;
  if (now === 0) counts.delete(key);
  else counts.set(key, now);
}
