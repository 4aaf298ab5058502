import type { RequestId } from "../seam.ts";
import type { Reason } from "./reasons.ts";
import type { Screen, UserKey, UserPress } from "./screen.ts";
import { activatedScreen, availableScreen, noticeScreen, replaceScreen } from "./screens.ts";

/** A request of a user, or an offer of one. */
export interface OwnRequest {
  readonly request: RequestId;
  /** User B as user A dials him. */
  readonly to: string;
}

/** What a press asks of the completion layer. */
export type Command =
  /** `instead`: the active request that the new one replaces. */
  | { readonly command: "ask"; readonly offer: RequestId; readonly instead?: RequestId }
  | { readonly command: "dial" | "cancel"; readonly request: RequestId }
  /** An ordinary call, after T3 cancelled the request that the screen came from (S-74). */
  | { readonly command: "call"; readonly to: string; readonly request: RequestId }
  | { readonly command: "none" };

interface UserState {
  /** The one active request of the phone (S-08). */
  active?: OwnRequest;
  /** What CallBack shows again (S-14): the last of "activated" and "available". */
  screen?: Screen;
  /** The request is gone by T3, its screen stays and Dial still calls (S-73, S-74). */
  kept?: OwnRequest & { readonly screen: Screen | undefined };
  /** The offer that a second press of CallBack takes instead of the active request. */
  wanted?: RequestId;
}

export interface UsersPort {
  readonly now: number;
  readonly utcOffsetMinutes: number;
  notify(user: UserKey, screen: Screen | null, sound: boolean): void;
}

/** What each phone shows, and what its keys mean: one active request a phone (S-08). */
export class Users {
  readonly #port: UsersPort;
  readonly #users = new Map<UserKey, UserState>();

  constructor(port: UsersPort) {
    this.#port = port;
  }

  active(user: UserKey): OwnRequest | undefined {
    return this.#users.get(user)?.active;
  }

  /** The request was sent. */
  begin(user: UserKey, own: OwnRequest): void {
    this.#users.set(user, { active: own });
  }

  /** A request that was restored from the store: it had been activated. */
  resume(user: UserKey, own: OwnRequest): void {
    this.#users.set(user, { active: own, screen: activatedScreen(own.to) });
  }

  /** The request is over, or the user gave it up; what the phone shows is told by `tell` or `hide`. */
  end(user: UserKey, request: RequestId): void {
    const state = this.#users.get(user);
    if (state?.active?.request !== request) return;
    delete state.active;
    delete state.wanted;
    delete state.screen;
    this.#forgetIfEmpty(user, state);
  }

  showActivated(user: UserKey, { to }: OwnRequest): void {
    this.#show(user, activatedScreen(to), false);
  }

  /** With the alert (S-25). */
  showAvailable(user: UserKey, { to }: OwnRequest): void {
    this.#show(user, availableScreen(to, this.#port.now, this.#port.utcOffsetMinutes), true);
  }

  hide(user: UserKey): void {
    this.#port.notify(user, null, false);
  }

  tell(user: UserKey, reason: Reason, to: string): void {
    this.#port.notify(user, noticeScreen(reason, to), false);
  }

  /** Before `end`, where T3 ends the request: the phone goes on stating that B is free, and Dial still calls. */
  keep(user: UserKey, own: OwnRequest): void {
    const state = this.#users.get(user) ?? {};
    state.kept = { ...own, screen: state.screen };
    this.#users.set(user, state);
  }

  /** `offer`: the newest failed call of this user, to `press.to` where that is given. */
  press(user: UserKey, press: UserPress, offer: OwnRequest | undefined): Command {
    const state = this.#users.get(user) ?? {};
    switch (press.key) {
      case "callBack":
        return this.#callBack(user, state, press.to, offer);
      case "dial":
        return this.#dial(user, state);
      case "cancel":
        return this.#cancel(user, state);
      case "exit":
        return this.#exit(user, state);
      default:
        press satisfies never;
        return { command: "none" };
    }
  }

  #callBack(user: UserKey, state: UserState, to: string | undefined, offer: OwnRequest | undefined): Command {
    const { active } = state;
    if (active === undefined) {
      if (offer === undefined) return this.#nothingToAsk(user, state, to);
      return { command: "ask", offer: offer.request };
    }
    const isSame = to === undefined ? offer === undefined || offer.to === active.to : to === active.to;
    if (isSame) return this.#showAgain(user, state, active);
    if (offer === undefined) return this.#nothingToAsk(user, state, to);
    if (state.wanted === offer.request) return { command: "ask", offer: offer.request, instead: active.request };
    state.wanted = offer.request;
    this.#port.notify(user, replaceScreen(active.to, offer.to), false);
    return { command: "none" };
  }

  #nothingToAsk(user: UserKey, { kept }: UserState, to: string | undefined): Command {
    if (kept?.screen !== undefined && (to ?? kept.to) === kept.to) this.#port.notify(user, kept.screen, false);
    else this.tell(user, "nothingToCallBack", to ?? "");
    return { command: "none" };
  }

  /** S-14, S-35. */
  #showAgain(user: UserKey, { screen }: UserState, active: OwnRequest): Command {
    if (screen === undefined) this.tell(user, "requestRunning", active.to);
    else this.#port.notify(user, screen, false);
    return { command: "none" };
  }

  #dial(user: UserKey, { active, kept }: UserState): Command {
    if (active !== undefined) return { command: "dial", request: active.request };
    if (kept === undefined) return { command: "none" };
    this.#users.delete(user);
    this.hide(user);
    return { command: "call", to: kept.to, request: kept.request };
  }

  #cancel(user: UserKey, { active }: UserState): Command {
    if (active !== undefined) return { command: "cancel", request: active.request };
    return this.#exitAndForget(user);
  }

  /** Exit closes the screen; a request, or the state that B is available, lives on (S-22). */
  #exit(user: UserKey, state: UserState): Command {
    if (state.active === undefined) return this.#exitAndForget(user);
    delete state.wanted;
    this.hide(user);
    return { command: "none" };
  }

  #exitAndForget(user: UserKey): Command {
    this.#users.delete(user);
    this.hide(user);
    return { command: "none" };
  }

  #show(user: UserKey, screen: Screen, sound: boolean): void {
    const state = this.#users.get(user) ?? {};
    state.screen = screen;
    this.#users.set(user, state);
    this.#port.notify(user, screen, sound);
  }

  #forgetIfEmpty(user: UserKey, state: UserState): void {
    if (state.active === undefined && state.kept === undefined) this.#users.delete(user);
  }
}
