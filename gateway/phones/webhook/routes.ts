import { keyLabel } from "../../../src/users/catalogues.ts";
import type { Screen, UserKey, UserPress } from "../../../src/users/screen.ts";
import type { PhoneContext } from "../../adapter.ts";
import { ApiError, type ApiRequest, type ApiResponse, type Route } from "../../api/route.ts";
import { linkRefusal } from "./link.ts";

export interface UserPagePort {
  readonly key: string;
  readonly html: string;
  readonly context: PhoneContext;
  readonly screens: {
    get(number: string): Screen | null;
    follow(number: string, follower: () => void): () => void;
  };
}

/** How often the list of own requests is looked at: their states change without a screen too. */
const lookMs = 1_000;

/** What a user may dial; whether call back takes it is for the core to say (S-11). */
const dialled = /^[0-9*#]{1,32}$/;

/** The page of a user and what it asks for, all under the personal link. */
export function userRoutes(port: UserPagePort): readonly Route[] {
  const path = "/u/:number/:expiry/:mac";
  const own = (request: ApiRequest, answer: (number: string) => ApiResponse) => answer(numberOf(port, request));
  return [
    {
      method: "GET",
      path,
      handle: (request) =>
        own(request, () => ({ status: 200, text: port.html, contentType: "text/html; charset=utf-8" })),
    },
    {
      method: "GET",
      path: `${path}/events`,
      handle: (request) => own(request, (number) => ({ follow: (send) => follow(port, number, send) })),
    },
    {
      method: "POST",
      path: `${path}/press`,
      handle: (request) =>
        own(request, (number) => {
          port.context.post({ type: "user", user: userOf(port, number), press: pressOf(request.body) });
          return { status: 202, json: {} };
        }),
    },
  ];
}

function numberOf({ key }: UserPagePort, { parameters }: ApiRequest): string {
  const { number = "", expiry = "", mac = "" } = parameters;
  const refusal = linkRefusal(key, { number, expiry, mac }, Date.now());
  if (refusal !== undefined) throw new ApiError(403, refusal);
  return number;
}

function userOf({ context }: UserPagePort, number: string): UserKey {
  return `${context.neighbour}/${number}`;
}

/** The screen and the own requests, at once and whenever they change. */
function follow(port: UserPagePort, number: string, send: (event: string, data: unknown) => void): () => void {
  let said = "";
  const look = () => {
    const requests = port.context.requests(userOf(port, number)).map(({ to, kind, state }) => ({ to, kind, state }));
    const state = { number, screen: drawn(port.screens.get(number)), requests };
    const now = JSON.stringify(state);
    if (now !== said) send("state", state);
    said = now;
  };
  const timer = setInterval(look, lookMs);
  const end = port.screens.follow(number, look);
  look();
  return () => {
    clearInterval(timer);
    end();
  };
}

/** The keys with their labels in the language of the screen. */
function drawn(screen: Screen | null) {
  if (screen === null) return null;
  const keys = screen.keys.map((key) => ({ key: key.toLowerCase(), label: keyLabel(screen.locale, key) }));
  return { locale: screen.locale, lines: screen.lines, keys };
}

function pressOf(body: unknown): UserPress {
  const { key, to } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  if (key === "dial" || key === "cancel" || key === "exit") return { key };
  if (key === "callBack" && to === undefined) return { key };
  if (key === "callBack" && typeof to === "string" && dialled.test(to)) return { key, to };
  throw new ApiError(400, 'send {"key": "dial", "cancel", "exit" or "callBack"}, with "to": a number for callBack');
}
