import type { CallNews, CallSignal } from "./call-states.ts";

/** One call as it stands at a phone. `tone`: the call is over, the handset still off hook. */
export type AppearanceState = "dialling" | "ringback" | "ringing" | "talking" | "held" | "tone" | "gone";

/** What a user does with one call. */
export type AppearanceAction = "answer" | "hold" | "retrieve" | "clear";

export type AppearanceEvent = Exclude<CallNews, "notified"> | AppearanceAction;

interface Row {
  readonly to: AppearanceState;
  /** What the far end is told. */
  readonly signal?: CallSignal;
}

type Rows = { readonly [event in AppearanceEvent]?: Row };

const over: Row = { to: "gone", signal: "clear" };

/** ONE table: what becomes of a call at a phone. An event without a row changes nothing. */
export const appearanceTable: { readonly [state in AppearanceState]: Rows } = {
  dialling: { alerting: { to: "ringback" }, connected: { to: "talking" }, cleared: { to: "tone" }, clear: over },
  ringback: { connected: { to: "talking" }, cleared: { to: "tone" }, clear: over },
  ringing: { answer: { to: "talking", signal: "answer" }, cleared: { to: "gone" }, clear: over },
  talking: { hold: { to: "held", signal: "hold" }, cleared: { to: "tone" }, clear: over },
  held: { retrieve: { to: "talking", signal: "retrieve" }, cleared: { to: "gone" }, clear: over },
  tone: { clear: { to: "gone" } },
  gone: {},
};

/**
 * The tone a caller hears at the end of a call, by cause (Q.850): busy for 17, reorder for all that failed otherwise.
 */
export type Tone = "busy" | "reorder" | "ended";

export function toneOf(cause: number, wasTalking: boolean): Tone {
  if (wasTalking) return "ended";
  return cause === 17 ? "busy" : "reorder";
}
