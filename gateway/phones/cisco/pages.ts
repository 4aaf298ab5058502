import type http from "node:http";
import { keyLabel } from "../../../src/users/catalogues.ts";
import type { SoftKey, UserKey, UserPress } from "../../../src/users/screen.ts";
import type { PhoneContext } from "../../adapter.ts";
import { type Key, menuObject, numberObject, positionOf, textObject } from "./objects.ts";
import type { CiscoPhone, Shown } from "./phone.ts";

/** What the pages of one neighbour's phones are made of. */
export interface Pages {
  /** As the phones reach us, without a slash at the end. */
  readonly url: string;
  readonly phones: ReadonlyMap<string, CiscoPhone>;
  readonly context: PhoneContext;
  readonly sound: { readonly name: string; readonly octets: Uint8Array };
}

export interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** For the operator's log: why it was refused. */
  readonly refused?: string;
}

const xmlType = "text/xml; charset=utf-8";

/** What a user may dial; whether call back takes it is for the core to say (S-11). */
const dialled = /^[0-9*#]{1,32}$/;

const keyOfPath: Readonly<Record<string, UserPress>> = { dial: { key: "dial" }, cancel: { key: "cancel" } };

/** Whether it is the sound or a screen of these phones, or one of these phones asks for a service. */
export function isOf(pages: Pages, target: string, from: string): boolean {
  if (!URL.canParse(target, pages.url)) return false;
  const { pathname, searchParams } = new URL(target, pages.url);
  const [, first, second = ""] = pathname.split("/");
  if (first === "screens") return showing(pages, second) !== undefined;
  if (first === "phones") return phoneAt(pages, from, searchParams.get("number")) !== undefined;
  return first === pages.sound.name;
}

/** One page for a phone that asks for it. `from`: the address of the phone. */
export async function page(pages: Pages, target: string, from: string): Promise<Page> {
  if (!URL.canParse(target, pages.url)) return refused(400, "a request target that is no path");
  const { pathname, searchParams } = new URL(target, pages.url);
  const [, first, second = "", third, ...rest] = pathname.split("/");
  if (rest.length > 0) return refused(404, "no such page");
  if (first === pages.sound.name && second === "" && third === undefined) {
    return { status: 200, contentType: "audio/basic", body: pages.sound.octets };
  }
  if (first === "screens") return screenPage(pages, second, third);
  if (first === "phones" && third === undefined) return servicePage(pages, second, searchParams, from);
  return refused(404, "no such page");
}

/** A screen under its token, or a key of it. Whoever knows the token is the phone it was sent to. */
async function screenPage(pages: Pages, token: string, key: string | undefined): Promise<Page> {
  const phone = showing(pages, token);
  const shown = phone?.shown;
  if (phone === undefined || shown === undefined) {
    return { ...refused(404, "a screen that does not stand, or never did"), ...inactive };
  }
  if (key === undefined) return xml(drawn(pages, phone, shown));
  const press = keyOfPath[key];
  if (press === undefined || !shown.screen.keys.some((each) => each.toLowerCase() === key)) {
    return { ...refused(404, "a key that is not on the screen"), ...inactive };
  }
  return pressed(pages, phone, press);
}

function showing(pages: Pages, token: string): CiscoPhone | undefined {
  return [...pages.phones.values()].find(({ shown }) => shown?.token === token);
}

/** S-26: what a key says whose screen is gone. */
const inactive = { contentType: xmlType, body: textObject({ lines: ["Key Is Not Active"] }, []) };

async function pressed(pages: Pages, phone: CiscoPhone, press: UserPress): Promise<Page> {
  const next = phone.next();
  pages.context.post({ type: "user", user: userOf(pages, phone), press });
  const shown = await next;
  return xml(shown === undefined ? textObject({ lines: ["CallBack"] }, [exitKey(phone)]) : drawn(pages, phone, shown));
}

/** The phone service: a phone is known by the address it asks from, and by `number` where several share one. */
async function servicePage(pages: Pages, name: string, query: URLSearchParams, from: string): Promise<Page> {
  const phone = phoneAt(pages, from, query.get("number"));
  if (phone === undefined) return refused(403, "the phone service, from where no configured phone is");
  const to = query.get("to");
  switch (name) {
    case "menu":
      return xml(menu(pages, phone));
    case "number":
      return xml(numberObject("CallBack", serviceUrl(pages, phone, "callback")));
    case "callback":
      if (to !== null && !dialled.test(to)) return refused(400, "the phone service, with what is no number");
      return pressed(pages, phone, { key: "callBack", ...(to === null ? {} : { to }) });
    default:
      return refused(404, "no such page");
  }
}

function phoneAt(pages: Pages, from: string, number: string | null): CiscoPhone | undefined {
  const there = [...pages.phones.values()].filter(({ settings }) => settings.address.host === from);
  if (number !== null) return there.find(({ settings }) => settings.number === number);
  return there.length === 1 ? there[0] : undefined;
}

/** The last failed call, any number, and what the user asked for already. */
function menu(pages: Pages, phone: CiscoPhone): string {
  const own = pages.context.requests(userOf(pages, phone));
  return menuObject([
    { name: "CallBack", url: serviceUrl(pages, phone, "callback") },
    { name: "CallBack ...", url: serviceUrl(pages, phone, "number") },
    ...own.map(({ to }) => ({ name: `CallBack ${to}`, url: `${serviceUrl(pages, phone, "callback")}&to=${to}` })),
  ]);
}

function serviceUrl(pages: Pages, phone: CiscoPhone, name: string): string {
  return `${pages.url}/phones/${name}?number=${phone.settings.number}`;
}

function drawn(pages: Pages, phone: CiscoPhone, { screen, token }: Shown): string {
  const keys = screen.keys.map((key) => softKey(pages, phone, token, { key, label: keyLabel(screen.locale, key) }));
  return textObject(screen, keys);
}

/** Exit is the phone's own: it closes the screen and leaves the request alive (S-22). */
function softKey(
  pages: Pages,
  phone: CiscoPhone,
  token: string,
  { key, label }: { readonly key: SoftKey; readonly label: string },
): Key {
  if (key === "Exit") return exitKey(phone, label);
  const url = `${pages.url}/screens/${token}/${key.toLowerCase()}`;
  return { name: label, url, position: positionOf(phone.settings.model, key) };
}

function exitKey(phone: CiscoPhone, label = keyLabel("en", "Exit")): Key {
  return { name: label, url: "SoftKey:Exit", position: positionOf(phone.settings.model, "Exit") };
}

function userOf(pages: Pages, phone: CiscoPhone): UserKey {
  return `${pages.context.neighbour}/${phone.settings.number}`;
}

function xml(body: string): Page {
  return { status: 200, contentType: xmlType, body };
}

function refused(status: number, what: string): Page {
  return { status, contentType: "text/plain; charset=utf-8", body: `${what}\n`, refused: what };
}

/** Sends a page; a phone asks for each anew. */
export function sendPage(response: http.ServerResponse, { status, contentType, body }: Page): void {
  const headers = {
    "content-type": contentType,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    // What is refused may have a body that was not read.
    ...(status === 200 ? {} : { connection: "close" }),
  };
  response.writeHead(status, headers);
  response.end(body);
}
