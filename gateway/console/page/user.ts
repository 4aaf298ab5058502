import { post } from "./api.ts";
import { byId, make } from "./dom.ts";

interface Key {
  readonly key: string;
  readonly label: string;
}

interface State {
  readonly number: string;
  readonly screen: { readonly locale: string; readonly lines: readonly string[]; readonly keys: readonly Key[] } | null;
  readonly requests: readonly { readonly to: string; readonly kind: "ccbs" | "ccnr"; readonly state: string }[];
}

/** The personal link: all that this page asks for is under it. */
const link = location.pathname.replace(/\/$/, "");

/** What the states of a request mean to the one who asked. */
const words: Readonly<Record<string, string>> = {
  Requested: "is being set up",
  Active: "waiting",
  Suspended: "waiting until you are free",
  Recall: "has become available",
  Reserved: "has become available",
  Dialling: "calling",
  Calling: "calling",
};

async function press(key: string, to?: string): Promise<void> {
  const fault = await post(`${link}/press`, to === undefined ? { key } : { key, to });
  byId("fault").textContent = fault ?? "";
  byId("fault").hidden = fault === undefined;
}

function draw({ number, screen, requests }: State): void {
  byId("number").textContent = number;
  byId("screen").hidden = screen === null;
  byId("screen").lang = screen?.locale ?? "";
  byId("lines").replaceChildren(...(screen?.lines ?? []).map((line) => make("p", {}, line)));
  byId("keys").replaceChildren(...(screen?.keys ?? []).map(softKey));
  byId("requests").replaceChildren(...requests.map(row));
  byId("none").hidden = requests.length > 0;
}

function softKey({ key, label }: Key): HTMLElement {
  const button = make("button", { type: "button", "data-key": key }, label);
  button.addEventListener("click", () => void press(key));
  return button;
}

function row({ to, state }: State["requests"][number]): HTMLElement {
  const show = make("button", { type: "button" }, "Show");
  show.addEventListener("click", () => void press("callBack", to));
  return make("li", {}, make("div", {}, to, " ", make("span", {}, words[state] ?? state)), show);
}

byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  const field = byId("to") as HTMLInputElement;
  const to = field.value.replace(/[\s().-]/g, "");
  void press("callBack", to === "" ? undefined : to);
});

const events = new EventSource(`${link}/events`);
events.addEventListener("state", (event) => draw(JSON.parse((event as MessageEvent<string>).data) as State));
events.addEventListener("open", () => {
  byId("connection").hidden = true;
});
events.addEventListener("error", () => {
  byId("connection").hidden = false;
});
