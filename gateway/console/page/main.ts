import type { LadderRow } from "../../demo/ladder.ts";
import type { PhoneView } from "../../../src/pbx/phone.ts";
import { post } from "./api.ts";
import { byId, make } from "./dom.ts";
import { LadderView } from "./ladder.ts";
import { PhoneCard } from "./phone-card.ts";
import { Sound } from "./sound.ts";

/** What the gateway says when somebody begins to listen, and again after a lost connection. */
interface Start {
  readonly phones: readonly PhoneView[];
  /** Who speaks, and between two of them over what. */
  readonly lanes: readonly string[];
  readonly rows: readonly LadderRow[];
  readonly cutForMs: number;
}

const cards = new Map<string, PhoneCard>();
const views = new Map<string, PhoneView>();
const sound = new Sound();
const ladder = new LadderView(byId("rows"));

function start({ phones, lanes, rows, cutForMs }: Start): void {
  byId("lanes").replaceChildren(...lanes.map((lane, at) => make("span", at % 2 === 0 ? {} : { class: "trunk" }, lane)));
  for (const view of phones) showPhone(view);
  ladder.clear();
  for (const row of rows) ladder.add(row);
  showWire(cutForMs);
}

function showPhone(view: PhoneView): void {
  const before = views.get(view.number);
  views.set(view.number, view);
  const card = cards.get(view.number);
  if (card === undefined) addPhone(view);
  else card.show(view);
  const anew = before?.sound !== true || before.screen?.lines.join() !== view.screen?.lines.join();
  if (view.sound && anew && before !== undefined) sound.play();
}

function addPhone(view: PhoneView): void {
  const card = new PhoneCard(view);
  for (const other of views.values()) {
    if (other.number === view.number) continue;
    card.speedDial([other]);
    cards.get(other.number)?.speedDial([view]);
  }
  cards.set(view.number, card);
  document.querySelector(`[data-cluster="${view.neighbour}"]`)?.append(card.element);
}

let wholeAt = 0;
let ticking: ReturnType<typeof setInterval> | undefined;

/** 0: the line is whole. */
function showWire(cutForMs: number): void {
  wholeAt = Date.now() + cutForMs;
  clearInterval(ticking);
  const tick = () => {
    const left = Math.ceil((wholeAt - Date.now()) / 1000);
    document.body.classList.toggle("cut", left > 0);
    byId("wire-state").textContent = left > 0 ? `trunk cut, whole in ${left} s` : "trunk whole";
    if (left <= 0) clearInterval(ticking);
  };
  ticking = setInterval(tick, 250);
  tick();
}

function follow(): void {
  const events = new EventSource("/api/demo/events");
  const on = <Data>(name: string, handle: (data: Data) => void) =>
    events.addEventListener(name, (event) => handle(JSON.parse((event as MessageEvent<string>).data) as Data));
  on<Start>("start", start);
  on<PhoneView>("phone", showPhone);
  on<LadderRow>("row", (row) => ladder.add(row));
  on<{ readonly cutForMs: number }>("wire", ({ cutForMs }) => showWire(cutForMs));
  events.addEventListener("open", () => byId("connection").toggleAttribute("hidden", true));
  events.addEventListener("error", () => byId("connection").toggleAttribute("hidden", false));
}

function toggle(id: string, className: string, when: boolean): void {
  const box = byId(id) as HTMLInputElement;
  const apply = () => byId("rows").classList.toggle(className, box.checked === when);
  box.addEventListener("change", apply);
  apply();
}

for (const button of document.querySelectorAll<HTMLElement>("[data-cut]")) {
  const cut = { ms: Number(button.dataset["cut"]), failure: button.dataset["failure"] };
  button.addEventListener("click", () => void post("/api/demo/cut", cut));
}
byId("mute").addEventListener("click", () => {
  sound.muted = !sound.muted;
  byId("mute").setAttribute("aria-pressed", String(sound.muted));
  byId("mute").textContent = sound.muted ? "Sound off" : "Sound on";
});
byId("clear").addEventListener("click", () => ladder.clear());
toggle("completion-only", "completion-only", true);
toggle("steps", "no-steps", false);
follow();
