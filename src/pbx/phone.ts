import type { LineDialog, LineSnapshot } from "../lines/line.ts";
import type { Screen } from "../users/screen.ts";
import type { AppearanceState, Tone } from "./appearances.ts";

/** The other end of a call: a call on the trunk, or another phone of the cluster. */
export type FarEnd =
  | { readonly kind: "trunk"; readonly call: number }
  | { readonly kind: "phone"; readonly appearance: Appearance }
  | { readonly kind: "none" };

/** One call at one phone. */
export interface Appearance {
  readonly phone: Phone;
  /** The same at both phones of a call inside the cluster. */
  readonly call: string;
  readonly direction: LineDialog["direction"];
  state: AppearanceState;
  far: FarEnd;
  readonly number: string;
  name: string;
  /** The far end has put us on hold. */
  onHold: boolean;
  tone: Tone | undefined;
  cause: number | undefined;
}

/** What the page shows of a phone in one word. */
export type PhoneState =
  | "idle"
  | "dialTone"
  | "dialling"
  | "ringback"
  | "ringing"
  | "talking"
  | "held"
  | "busyTone"
  | "reorderTone"
  | "endedTone";

/** A phone as the API and the page see it. */
export interface PhoneView {
  readonly neighbour: string;
  readonly number: string;
  readonly name: string;
  readonly state: PhoneState;
  readonly offhook: boolean;
  /** Who is at the other end of the call that `state` speaks of. */
  readonly far?: { readonly number: string; readonly name: string };
  /** Why the call ended, Q.850. */
  readonly cause?: number;
  /** The other end has put this call on hold. */
  readonly onHold: boolean;
  /** Calls on hold, by number. */
  readonly held: readonly string[];
  readonly screen: Screen | null;
  /** The sound mark: the phone plays the call back sound until its user presses a key. */
  readonly sound: boolean;
  readonly can: {
    readonly answer: boolean;
    readonly hangup: boolean;
    readonly callBack: boolean;
  };
}

/** What a state of the foremost call is called on the page. */
const phoneStates = {
  dialling: "dialling",
  ringback: "ringback",
  ringing: "ringing",
  talking: "talking",
  held: "held",
} as const satisfies Partial<Record<AppearanceState, PhoneState>>;

const toneStates = {
  busy: "busyTone",
  reorder: "reorderTone",
  ended: "endedTone",
} as const satisfies Record<Tone, PhoneState>;

/** The call a phone shows is the first of these that it has. */
const foremost: readonly AppearanceState[] = ["talking", "dialling", "ringback", "tone", "ringing", "held"];

/** A phone as the PBX has it in its books. */
export interface DemoPhone {
  readonly number: string;
  readonly name: string;
  /** Its calls show neither number nor name. */
  readonly restricted?: boolean;
  /** As its calls give it, Q.931 4.5.10; 0, unknown, where absent. */
  readonly typeOfNumber?: number;
  /** Of its number and those it calls; 9, private, where absent. */
  readonly numberingPlan?: number;
}

/** Numbering plan 9, private (Q.931 4.5.10). */
export const privatePlan = 9;

/** What can be set at a phone or in the PBX for its line. */
export interface LineSettings {
  /** False: taken out of the PBX. */
  readonly exists: boolean;
  readonly registered: boolean;
  readonly dnd: boolean;
  /** Another phone of the cluster that takes every call, each while this one is busy, or each that nobody answers. */
  readonly forwardAll: string | undefined;
  readonly forwardBusy?: string | undefined;
  readonly forwardNoAnswer?: string | undefined;
}

const asDelivered: LineSettings = { exists: true, registered: true, dnd: false, forwardAll: undefined };

/** One phone with one line: hook, calls and what the gateway put on its screen. */
export class Phone {
  readonly number: string;
  readonly name: string;
  readonly restricted: boolean;
  readonly typeOfNumber: number;
  readonly numberingPlan: number;
  screen: Screen | null = null;
  sound = false;
  settings = asDelivered;
  readonly #appearances: Appearance[] = [];
  #offhook = false;
  #uses = 0;
  #epoch = 1;

  constructor({ number, name, restricted = false, typeOfNumber = 0, numberingPlan = privatePlan }: DemoPhone) {
    this.number = number;
    this.name = name;
    this.restricted = restricted;
    this.typeOfNumber = typeOfNumber;
    this.numberingPlan = numberingPlan;
  }

  get offhook(): boolean {
    return this.#offhook;
  }

  lift(): void {
    if (!this.#offhook) this.#uses += 1;
    this.#offhook = true;
  }

  cradle(): void {
    this.#offhook = false;
  }

  /** The phone has registered anew: its line counts afresh. */
  register(): void {
    this.#uses = 0;
    this.#epoch += 1;
  }

  /** `call`: its name in the cluster. */
  add(call: string, far: FarEnd, state: AppearanceState, number: string, name: string): Appearance {
    const appearance: Appearance = {
      phone: this,
      call,
      direction: state === "ringing" ? "recipient" : "initiator",
      state,
      far,
      number,
      name,
      onHold: false,
      tone: undefined,
      cause: undefined,
    };
    this.#appearances.push(appearance);
    return appearance;
  }

  remove(appearance: Appearance): void {
    const at = this.#appearances.indexOf(appearance);
    if (at >= 0) this.#appearances.splice(at, 1);
  }

  all(): readonly Appearance[] {
    return [...this.#appearances];
  }

  first(...states: readonly AppearanceState[]): Appearance | undefined {
    return this.#appearances.find((appearance) => states.includes(appearance.state));
  }

  /** The call the handset is on: everything but calls that ring in or are on hold. */
  get current(): Appearance | undefined {
    return this.first("talking", "dialling", "ringback", "tone");
  }

  /** Calls that count against the busy trigger: a handset off hook without a call takes one place. */
  get load(): number {
    const live = this.#appearances.filter(({ state }) => state !== "tone").length;
    const handset = this.#offhook && this.first("talking", "dialling", "ringback") === undefined ? 1 : 0;
    return live + handset;
  }

  get snapshot(): LineSnapshot {
    const { registered, dnd, forwardAll: all, forwardBusy: busy, forwardNoAnswer: noAnswer } = this.settings;
    const ringingIn = this.#appearances.filter(({ state }) => state === "ringing").length;
    const over = this.#appearances.filter(({ state }) => state === "tone").length;
    return {
      registered: registered ? "yes" : "no",
      calls: this.#appearances.length - ringingIn - over,
      ringingIn,
      offhook: this.#offhook,
      dnd,
      forward: {
        ...(all === undefined ? {} : { all }),
        ...(busy === undefined ? {} : { busy }),
        ...(noAnswer === undefined ? {} : { noAnswer }),
      },
      uses: this.#uses,
      dialogs: this.#appearances.flatMap(dialogOf),
      epoch: this.#epoch,
    };
  }

  view(neighbour: string): PhoneView {
    const shown = this.#shown;
    const state = stateOf(shown, this.#offhook);
    return {
      neighbour,
      number: this.number,
      name: this.name,
      state,
      offhook: this.#offhook,
      ...(shown === undefined ? {} : { far: { number: shown.number, name: shown.name } }),
      ...(shown?.cause === undefined ? {} : { cause: shown.cause }),
      onHold: shown?.onHold ?? false,
      held: this.#appearances.filter((one) => one.state === "held" && one !== shown).map((one) => one.number),
      screen: this.screen,
      sound: this.sound,
      can: {
        answer: this.first("ringing") !== undefined,
        hangup: this.#offhook || shown !== undefined,
        // S-88: On Hook and Ring Out; busy and reorder tone besides (S-05, S-07).
        callBack: state === "idle" || state === "ringback" || state === "busyTone" || state === "reorderTone",
      },
    };
  }

  get #shown(): Appearance | undefined {
    for (const state of foremost) {
      const found = this.first(state);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** A state of a call as the dialog package has it (RFC 4235); what is over is none. */
const dialogStates: { readonly [State in AppearanceState]?: LineDialog["state"] } = {
  dialling: "trying",
  ringback: "early",
  ringing: "early",
  talking: "confirmed",
  held: "confirmed",
};

function dialogOf({ call: id, direction, state: at, number: remote }: Appearance): LineDialog[] {
  const state = dialogStates[at];
  return state === undefined ? [] : [{ id, direction, state, remote }];
}

function stateOf(shown: Appearance | undefined, offhook: boolean): PhoneState {
  if (shown === undefined || shown.state === "gone") return offhook ? "dialTone" : "idle";
  if (shown.state === "tone") return toneStates[shown.tone ?? "ended"];
  return phoneStates[shown.state];
}
