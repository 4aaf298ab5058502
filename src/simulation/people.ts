import type { PhoneAction } from "../pbx/cluster.ts";
import type { PhoneState, PhoneView } from "../pbx/phone.ts";
import type { Screen } from "../users/screen.ts";
import { Random } from "./random.ts";

type Act =
  | "wait"
  | "call"
  | "redial"
  | "callBack"
  | "answer"
  | "hangup"
  | "offhook"
  | "onhook"
  | "dial"
  | "cancel"
  | "exit";
type Habit = readonly (readonly [weight: number, act: Act])[];

/** ONE table: what a person does at a phone that is in this state. */
const atPhone: { readonly [State in PhoneState]: Habit } = {
  idle: [
    [60, "call"],
    [25, "wait"],
    [5, "callBack"],
    [5, "offhook"],
  ],
  dialTone: [
    [50, "call"],
    [20, "onhook"],
    [30, "wait"],
  ],
  dialling: [
    [80, "wait"],
    [10, "hangup"],
    [10, "callBack"],
  ],
  ringback: [
    [35, "callBack"],
    [40, "wait"],
    [25, "hangup"],
  ],
  ringing: [
    [50, "answer"],
    [40, "wait"],
    [10, "hangup"],
  ],
  talking: [
    [40, "hangup"],
    [55, "wait"],
    [5, "call"],
  ],
  held: [
    [60, "hangup"],
    [40, "wait"],
  ],
  busyTone: [
    [75, "callBack"],
    [20, "hangup"],
    [5, "call"],
  ],
  reorderTone: [
    [50, "callBack"],
    [50, "hangup"],
  ],
  endedTone: [
    [80, "hangup"],
    [20, "wait"],
  ],
};

/** ONE table: what a person does with a screen. */
const atScreen: { readonly [Kind in Screen["kind"]]: Habit } = {
  activated: [
    [60, "wait"],
    [15, "exit"],
    [5, "cancel"],
    [20, "call"],
  ],
  available: [
    [65, "dial"],
    [10, "redial"],
    [8, "wait"],
    [7, "cancel"],
    [10, "exit"],
  ],
  notice: [
    [50, "exit"],
    [20, "callBack"],
    [15, "wait"],
    [15, "dial"],
  ],
};

/** How often in a thousand the screen has a person's attention, where there is one. */
const looksAtScreen = 800;
/** Some screens are looked at while the phone is in use: keys then come at the wrong time. */
const looksWhileTalking = 100;

/** What the person does now; undefined: nothing. `numbers` are those a call may go to. */
export function actionOf(view: PhoneView, numbers: readonly string[], roll: number): PhoneAction | undefined {
  const random = new Random(roll);
  const { screen, state } = view;
  const looks = screen !== null && random.chance(state === "idle" ? looksAtScreen : looksWhileTalking);
  const act = chosen(looks ? atScreen[screen.kind] : atPhone[state], random);
  switch (act) {
    case "wait":
      return undefined;
    case "call":
      return { action: "dial", to: random.pick(numbers) };
    case "redial": {
      const [to] = /^\d+/.exec(screen?.lines[0] ?? "") ?? [];
      return to === undefined ? undefined : { action: "dial", to };
    }
    case "callBack":
    case "answer":
    case "hangup":
    case "offhook":
    case "onhook":
      return { action: act };
    case "dial":
    case "cancel":
    case "exit":
      return { action: "press", key: act };
    default:
      return act satisfies never;
  }
}

function chosen(habit: Habit, random: Random): Act {
  let left = random.below(habit.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, act] of habit) {
    if (left < weight) return act;
    left -= weight;
  }
  return "wait";
}
