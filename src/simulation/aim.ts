import type { OriginatingState } from "../completion/originating.ts";
import type { TerminatingState } from "../completion/terminating.ts";

/** Where a service has to be for the faults of an aim. */
export type Mark =
  | { readonly role: "originating"; readonly state: OriginatingState }
  | { readonly role: "terminating"; readonly state: TerminatingState };

/** Faults that wait for a moment: they come when a service of a core enters this state, whichever is the first. */
export type Aim = Mark & { readonly shots: readonly Shot[] };

export type Side = "A" | "B";
/** The gateway of that user, or the one whose service it is: that may be a bridge. */
export type Place = Side | "here";

/** One fault, so long after the moment, named by what it is to the service. */
export type Shot = { readonly afterMs: number } & (
  | { readonly shot: "cut"; readonly at: Place; readonly how: "ended" | "silent"; readonly forMs: number }
  | { readonly shot: "lose"; readonly at: Place; readonly forMs: number }
  | { readonly shot: "hold"; readonly at: Place; readonly way: 0 | 1 | "both"; readonly forMs: number }
  | { readonly shot: "restart"; readonly at: Place; readonly end: 0 | 1 }
  | {
      readonly shot: "crash" | "stop";
      readonly at: Place;
      readonly forMs: number;
      readonly clockMs: number;
      readonly wiped: boolean;
    }
  | { readonly shot: "store" | "monitor"; readonly at: Place; readonly forMs: number }
  | { readonly shot: "clock"; readonly at: Place; readonly byMs: number }
  /** The operator cancels this very service. */
  | { readonly shot: "cancel" }
  | { readonly shot: "act"; readonly who: Side; readonly action: AimedAction }
  /** The phone loses power, or is taken out of its cluster. */
  | { readonly shot: "line"; readonly who: Side; readonly change: "reset" | "deleted"; readonly forMs: number }
  /** Nobody is at either user's phone. */
  | { readonly shot: "leave"; readonly forMs: number }
);

/** `call`, `callBack`: to the other user of the service. */
export type AimedAction =
  | "offhook"
  | "onhook"
  | "hangup"
  | "answer"
  | "press dial"
  | "press cancel"
  | "call"
  | "callBack";
