import type { PhoneState, PhoneView } from "../../../src/pbx/phone.ts";
import { post } from "./api.ts";
import { make } from "./dom.ts";
import { bell, handset } from "./icons.ts";

interface SoftKey {
  readonly label: string;
  readonly action: string;
  readonly body?: unknown;
}

type Caption = (far: string, view: PhoneView) => string;

/** What the status line says in each state. */
const captions: Readonly<Record<PhoneState, Caption>> = {
  idle: () => "",
  dialTone: () => "dial tone",
  dialling: (far) => `calling ${far} …`,
  ringback: (far) => `${far} rings …`,
  ringing: (far) => `${far === "" ? "somebody" : far} calls`,
  talking: (far, { onHold }) => (onHold ? `on hold at ${far}` : `talking to ${far}`),
  held: (far) => `${far} on hold`,
  busyTone: (far) => `${far} is busy`,
  reorderTone: (far, { cause }) => `${far}: ${causeTexts[cause ?? 0] ?? "the call failed"} (cause ${cause ?? "?"})`,
  endedTone: (far) => `${far} has hung up`,
};

/** Q.850 in the words of a phone. */
const causeTexts: Readonly<Record<number, string>> = {
  1: "no such number",
  3: "no route",
  16: "the call has ended",
  18: "no answer",
  19: "no answer",
  21: "rejected",
  27: "out of order",
  34: "all channels busy",
  41: "trunk failure",
  102: "no answer from the trunk",
};

/** Keys below the glass. */
const softKeys = 3;

const callBack: SoftKey = { label: "CallBack", action: "callBack" };

/** One phone of the page, drawn once and renewed with every view of it. */
export class PhoneCard {
  readonly element: HTMLElement;
  readonly #number: string;
  readonly #bell = make("span", { class: "bell", role: "img", "aria-label": "call back sound" }, bell());
  readonly #hook = make("button", { type: "button", class: "handset" }, handset());
  readonly #status = make("p", { class: "status" });
  readonly #lines: HTMLElement;
  readonly #softKeys: readonly HTMLButtonElement[];
  readonly #refusal = make("p", { class: "refusal", role: "alert" });
  #keys: readonly SoftKey[] = [];
  #view: PhoneView;

  constructor(view: PhoneView) {
    this.#view = view;
    this.#number = view.number;
    this.#lines = make("div", { class: "lines", "data-number": view.number });
    this.#softKeys = Array.from({ length: softKeys }, (_, at) => this.#softKey(at));
    this.#hook.addEventListener("click", () => void this.#do(this.#view.offhook ? "hangup" : "offhook"));
    const heading = make("h3", {}, make("b", {}, view.number), ` ${view.name}`, this.#bell);
    const glass = make("div", { class: "glass" }, this.#status, this.#lines);
    glass.setAttribute("aria-live", "polite");
    const body = make("div", { class: "body" }, glass, make("div", { class: "soft-keys" }, ...this.#softKeys));
    this.element = make(
      "article",
      { class: "phone", "data-number": view.number, "aria-label": `phone ${view.number}, ${view.name}` },
      heading,
      make("div", { class: "set" }, this.#hook, body),
      make("div", { class: "dial", role: "group", "aria-label": "call" }, this.#dialForm()),
      this.#refusal,
    );
    this.show(view);
  }

  /** Keys that call the other phones at once. */
  speedDial(others: readonly PhoneView[]): void {
    const dial = this.element.querySelector(".dial");
    for (const { number, name } of others) {
      const key = make("button", { type: "button", class: "speed", title: `call ${name}` }, number);
      key.addEventListener("click", () => void this.#do("dial", { to: number }));
      dial?.insertBefore(key, dial.lastElementChild);
    }
  }

  show(view: PhoneView): void {
    this.#view = view;
    const { element } = this;
    element.dataset["state"] = view.state;
    element.dataset["screen"] = view.screen?.kind ?? "";
    element.classList.toggle("offhook", view.offhook);
    element.classList.toggle("sounding", view.sound);
    this.#bell.hidden = !view.sound;
    this.#hook.setAttribute("aria-label", view.offhook ? "hang up" : view.can.answer ? "answer" : "lift the handset");
    this.#hook.title = this.#hook.getAttribute("aria-label") ?? "";
    const far = view.far === undefined ? "" : `${view.far.number} ${view.far.name}`.trim();
    const held = view.held.length > 0 ? ` (${view.held.join(", ")} on hold)` : "";
    this.#status.textContent = captions[view.state](far, view) + held;
    this.#lines.replaceChildren(...(view.screen?.lines ?? []).map((line) => make("p", {}, line)));
    this.#keys = keysOf(view);
    for (const [at, key] of this.#softKeys.entries()) {
      key.textContent = this.#keys[at]?.label ?? "";
      key.disabled = this.#keys[at] === undefined;
    }
  }

  #softKey(at: number): HTMLButtonElement {
    const key = make("button", { type: "button" });
    key.addEventListener("click", () => {
      const pressed = this.#keys[at];
      if (pressed !== undefined) void this.#do(pressed.action, pressed.body);
    });
    return key;
  }

  #dialForm(): HTMLFormElement {
    const label = `number to call from ${this.#number}`;
    const field = make("input", { type: "text", inputmode: "tel", maxlength: "20", size: "4", placeholder: "other" });
    field.setAttribute("aria-label", label);
    field.autocomplete = "off";
    const form = make("form", {}, field, make("button", { type: "submit" }, "Call"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#do("dial", { to: field.value.trim() });
      field.value = "";
    });
    return form;
  }

  async #do(action: string, body: unknown = {}): Promise<void> {
    this.#refusal.textContent = (await post(`/api/demo/phones/${this.#number}/${action}`, body)) ?? "";
  }
}

/** The soft keys: those of the gateway's screen first, then what the call allows, as far as there is room. */
function keysOf({ screen, state, can }: PhoneView): readonly SoftKey[] {
  const shown = (screen?.keys ?? []).map((key) => ({ label: key, action: "press", body: { key: key.toLowerCase() } }));
  const answer = can.answer ? [{ label: "Answer", action: "answer" }] : [];
  const end = can.hangup ? [{ label: state === "ringing" ? "Reject" : "EndCall", action: "hangup" }] : [];
  // A notice may ask for CallBack; while one runs there is nothing to ask for.
  const again = can.callBack && (screen === null || screen.kind === "notice") ? [callBack] : [];
  const ofCall = screen === null ? [...answer, ...end, ...again] : [...answer, ...again, ...end];
  return [...shown, ...ofCall].slice(0, softKeys);
}
