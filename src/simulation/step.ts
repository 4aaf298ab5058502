import type { PhoneAction } from "../pbx/cluster.ts";
import type { RequestId } from "../ids.ts";
import type { Aim } from "./aim.ts";

/**
 * One thing that happens to the world from outside. A run is a list of these: any of them may be left out, and what is
 * left is a run too. `roll` is the chance that the step has in it, so that it does not move with the others.
 */
export type Step = { readonly atMs: number } & (
  | { readonly step: "person"; readonly node: number; readonly phone: string; readonly roll: number }
  /** The trunk is gone: both ends see it, or nothing passes and nobody is told. */
  | { readonly step: "cut"; readonly link: number; readonly how: "ended" | "silent"; readonly forMs: number }
  /** The process dies, or ends in order; its clock differs when it is back. */
  | {
      readonly step: "crash" | "stop";
      readonly node: number;
      readonly forMs: number;
      readonly clockMs: number;
      /** What it has stored is gone as well. */
      readonly wiped?: boolean;
    }
  | { readonly step: "store"; readonly node: number; readonly state: "away" | "full"; readonly forMs: number }
  | { readonly step: "monitor"; readonly node: number; readonly forMs: number }
  /** The process stood still, as in a suspended machine. */
  | { readonly step: "clock"; readonly node: number; readonly byMs: number }
  | { readonly step: "restart"; readonly link: number; readonly end: 0 | 1 }
  | { readonly step: "operator"; readonly node: number; readonly roll: number }
  | { readonly step: "cancel"; readonly node: number; readonly request: RequestId }
  /** Frames get lost for a while, and the transport connection stays. */
  | { readonly step: "lose"; readonly link: number; readonly forMs: number }
  /** Frames toward that end, or both, are late: then they come all at once. */
  | { readonly step: "hold"; readonly link: number; readonly way: 0 | 1 | "both"; readonly forMs: number }
  | { readonly step: "act"; readonly node: number; readonly phone: string; readonly action: PhoneAction }
  /** Nobody is at these phones. */
  | { readonly step: "leave"; readonly phones: readonly string[]; readonly forMs: number }
  /** The PINX of another make says something of its own accord. */
  | { readonly step: "stranger"; readonly roll: number }
  /** From now on the next service in that state meets these. */
  | { readonly step: "aim"; readonly aim: Aim }
  | {
      readonly step: "line";
      readonly node: number;
      readonly phone: string;
      readonly change: "dnd" | "forward" | "unregistered" | "deleted" | "reset";
      readonly forMs: number;
    }
);

export type StepKind = Step["step"];
export type StepOf<Kind extends StepKind> = Extract<Step, { readonly step: Kind }>;
