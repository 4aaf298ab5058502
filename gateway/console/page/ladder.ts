import type { LadderApdu, LadderRow } from "../../demo/ladder.ts";
import { make } from "./dom.ts";

type Row<Kind extends LadderRow["kind"]> = Extract<LadderRow, { readonly kind: Kind }>;

/** Rows that stay on the page; the oldest go. */
const rowsKept = 500;

/** What a component looks like in front of its name. */
const marks: Readonly<Record<LadderApdu["component"], string>> = {
  invoke: "",
  returnResult: "result ",
  returnError: "error ",
  reject: "reject ",
  unknown: "",
};

/** The live ladder: one line a message, arrows between the lanes of those who speak. */
export class LadderView {
  readonly #rows: HTMLElement;

  constructor(rows: HTMLElement) {
    this.#rows = rows;
    rows.tabIndex = 0;
    rows.addEventListener("pointerover", (event) => this.#trace(event.target));
    rows.addEventListener("pointerleave", () => this.#trace(null));
    rows.addEventListener("focusin", (event) => this.#trace(event.target));
    rows.addEventListener("keydown", (event) => this.#walk(event));
  }

  clear(): void {
    this.#rows.replaceChildren();
  }

  add(row: LadderRow): void {
    const rows = this.#rows;
    const follows = rows.scrollHeight - rows.scrollTop - rows.clientHeight < 40;
    const added = make(
      "li",
      { class: row.kind, "data-at": String(row.at) },
      make("time", {}, clock(row.at)),
      ...draw(row),
    );
    decorate(added, row);
    // The two gateways tell of themselves, so a row may come a moment after one that it precedes.
    let before = rows.lastElementChild;
    while (before instanceof HTMLElement && Number(before.dataset["at"]) > row.at)
      before = before.previousElementSibling;
    rows.insertBefore(added, before === null ? rows.firstElementChild : before.nextElementSibling);
    while (rows.childElementCount > rowsKept) rows.firstElementChild?.remove();
    if (follows) rows.scrollTop = rows.scrollHeight;
  }

  /** Lights up every message of the call or connection under the pointer. */
  #trace(target: EventTarget | null): void {
    const reference = target instanceof Element ? target.closest("li")?.dataset["reference"] : undefined;
    for (const li of this.#rows.children) {
      if (li instanceof HTMLElement)
        li.classList.toggle("same", reference !== undefined && li.dataset["reference"] === reference);
    }
  }

  /** Up and down walk along the messages; Enter on one shows its octets. */
  #walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const labels: (Element | null)[] = [...this.#rows.querySelectorAll("li button.label")].filter(isSeen);
    const at = labels.indexOf(document.activeElement);
    const next = labels[at < 0 ? (step > 0 ? 0 : labels.length - 1) : at + step];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  }
}

function draw(row: LadderRow): readonly Node[] {
  switch (row.kind) {
    case "message":
      return [arrow(row), make("code", { class: "octets", hidden: "" }, spaced(row.hex))];
    case "step":
      return [make("span", { class: `note lane-${row.lane}` }, stepText(row))];
    case "wire":
      return [make("span", { class: row.whole ? "note whole" : "note" }, row.text)];
    default:
      return row satisfies never;
  }
}

/** A data link only matters as up or down. */
function stepText({ machine, from, to }: Row<"step">): string {
  if (machine !== "lapd") return `${machine}: ${from} → ${to}`;
  return to === "multiple frame established" ? "data link up" : "data link down";
}

function decorate(li: HTMLElement, row: LadderRow): void {
  if (row.kind === "step") {
    li.title = `${row.machine} machine, event ${row.event}`;
    li.classList.toggle("cc", row.machine !== "lapd");
  }
  if (row.kind !== "message") return;
  li.dataset["reference"] = row.reference;
  li.classList.add(row.of);
  li.classList.toggle("cc", row.of === "cis" || row.apdus.some(isCallCompletion));
}

function arrow(row: Row<"message">): HTMLElement {
  const parties = row.called === undefined ? "" : ` ${row.calling ?? ""} → ${row.called}`;
  const cause = row.cause === undefined ? "" : ` ${row.cause}`;
  const label = make("button", { type: "button", class: "label", tabindex: "-1" }, make("b", {}, row.message), parties);
  if (cause !== "") label.append(make("span", { class: "cause", title: "Cause" }, cause));
  for (const one of row.apdus) label.append(badge(one));
  label.title = `${row.of === "cis" ? "call-independent connection" : row.of}: click for the octets`;
  label.addEventListener("click", () => {
    const octets = label.closest("li")?.querySelector<HTMLElement>(".octets");
    if (octets) octets.hidden = !octets.hidden;
  });
  const left = Math.min(row.from, row.to);
  const direction = row.to > row.from ? "right" : "left";
  return make("div", { class: `arrow ${direction} gap-${left}` }, label);
}

function badge(apdu: LadderApdu): HTMLElement {
  const kind = isCallCompletion(apdu) ? "completion" : "other";
  return make("span", { class: `apdu ${apdu.component} ${kind}` }, `${marks[apdu.component]}${apdu.name}`);
}

/** A filter may have put the row away. */
function isSeen(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** Call completion, and not the name that came along. */
function isCallCompletion({ component, name }: LadderApdu): boolean {
  return component === "returnError" || component === "reject" || name.startsWith("cc");
}

function clock(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, "0");
  const seconds = `${two(date.getSeconds())}.${String(Math.floor(date.getMilliseconds())).padStart(3, "0")}`;
  return `${two(date.getHours())}:${two(date.getMinutes())}:${seconds}`;
}

function spaced(hex: string): string {
  return hex.replace(/../g, "$& ").trim();
}
