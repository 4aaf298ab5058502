import type { RequestId } from "../ids.ts";
import type { Reason } from "./reasons.ts";
import type { Locale, Screen, UserKey, UserPress } from "./screen.ts";
import { activatedScreen, availableScreen, noticeScreen, replaceScreen } from "./screens.ts";
import { Register } from "../register.ts";

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

/** The one active request of a phone (S-08). */
interface Active {
  readonly own: OwnRequest;
  /** What CallBack shows again (S-14): "activated", or since when B is available; made when it is shown. */
  shows: "activated" | number | undefined;
  /** The offer that a second press of CallBack takes instead. */
  wanted: RequestId | undefined;
}

/** A request that T3 has ended: its screen stays and Dial still calls (S-73, S-74). */
interface Kept {
  readonly own: OwnRequest;
  readonly screen: Screen;
}

export interface UsersPort {
  readonly now: number;
  readonly utcOffsetMinutes: number;
  localeOf(user: UserKey): Locale;
  notify(user: UserKey, screen: Screen | null, sound: boolean): void;
}

const none: Command = { command: "none" };

/** What each phone shows, and what its keys mean: one active request a phone (S-08). */
export class Users {
  readonly #port: UsersPort;
  readonly #active = new Register<UserKey, Active>();
  readonly #kept = new Map<UserKey, Kept>();

  constructor(port: UsersPort) {
    this.#port = port;
  }

  /** Users with a request under way. */
  get size(): number {
    return this.#active.size;
  }

  /** The request that the phone's screen is of, also one that T3 has ended. */
  shown(user: UserKey): OwnRequest | undefined {
    return this.active(user) ?? this.#kept.get(user)?.own;
  }

  active(user: UserKey): OwnRequest | undefined {
    return this.#active.get(user)?.own;
  }

  /** The request was sent. */
  begin(user: UserKey, own: OwnRequest): void {
    this.#kept.delete(user);
    this.#active.set(user, { own, shows: undefined, wanted: undefined });
  }

  /** A request that was restored from the store: it had been activated. */
  resume(user: UserKey, own: OwnRequest): void {
    this.#active.set(user, { own, shows: "activated", wanted: undefined });
  }

  /** The request is over, or the user gave it up; what the phone shows is told by `tell` or `hide`. */
  end(user: UserKey, request: RequestId): void {
    if (this.active(user)?.request === request) this.#active.delete(user);
  }

  showActivated(user: UserKey, own: OwnRequest): void {
    this.#show(user, own, "activated", false);
  }

  /** With the alert (S-25). */
  showAvailable(user: UserKey, own: OwnRequest): void {
    this.#show(user, own, this.#port.now, true);
  }

  hide(user: UserKey): void {
    this.#port.notify(user, null, false);
  }

  tell(user: UserKey, reason: Reason, to: string): void {
    this.#port.notify(user, noticeScreen(reason, to, this.#port.localeOf(user)), false);
  }

  /** Before `end`, where T3 ends the request: the phone goes on stating that B is free, and Dial still calls. */
  keep(user: UserKey, own: OwnRequest): void {
    const shows = this.#active.get(user)?.shows;
    if (shows !== undefined) this.#kept.set(user, { own, screen: this.#screen(user, own, shows) });
  }

  /** `offer`: the newest failed call of this user, to `press.to` where that is given. */
  press(user: UserKey, press: UserPress, offer: OwnRequest | undefined): Command {
    switch (press.key) {
      case "callBack":
        return this.#callBack(user, press.to, offer);
      case "dial":
        return this.#dial(user);
      case "cancel":
        return this.#cancel(user);
      case "exit":
        return this.#exit(user);
      default:
        press satisfies never;
        return none;
    }
  }

  #callBack(user: UserKey, to: string | undefined, offer: OwnRequest | undefined): Command {
    const active = this.#active.get(user);
    if (active === undefined) {
      return offer === undefined ? this.#nothingToAsk(user, to) : { command: "ask", offer: offer.request };
    }
    const { own } = active;
    const isSame = to === undefined ? offer === undefined || offer.to === own.to : to === own.to;
    if (isSame) return this.#showAgain(user, active);
    if (offer === undefined) return this.#nothingToAsk(user, to);
    if (active.wanted === offer.request) return { command: "ask", offer: offer.request, instead: own.request };
    active.wanted = offer.request;
    this.#port.notify(user, replaceScreen(own.to, offer.to, this.#port.localeOf(user)), false);
    return none;
  }

  #nothingToAsk(user: UserKey, to: string | undefined): Command {
    const kept = this.#kept.get(user);
    if (kept !== undefined && (to ?? kept.own.to) === kept.own.to) this.#port.notify(user, kept.screen, false);
    else this.tell(user, "nothingToCallBack", to ?? "");
    return none;
  }

  /** S-14, S-35. */
  #showAgain(user: UserKey, { own, shows }: Active): Command {
    if (shows === undefined) this.tell(user, "requestRunning", own.to);
    else this.#port.notify(user, this.#screen(user, own, shows), false);
    return none;
  }

  #dial(user: UserKey): Command {
    const active = this.active(user);
    if (active !== undefined) return { command: "dial", request: active.request };
    const kept = this.#kept.get(user);
    if (kept === undefined) return none;
    this.#close(user);
    return { command: "call", to: kept.own.to, request: kept.own.request };
  }

  #cancel(user: UserKey): Command {
    const active = this.active(user);
    return active === undefined ? this.#close(user) : { command: "cancel", request: active.request };
  }

  /** Exit closes the screen; a request, or the state that B is available, lives on (S-22). */
  #exit(user: UserKey): Command {
    const active = this.#active.get(user);
    if (active !== undefined) active.wanted = undefined;
    return this.#close(user);
  }

  #close(user: UserKey): Command {
    this.#kept.delete(user);
    this.hide(user);
    return none;
  }

  #show(user: UserKey, own: OwnRequest, shows: "activated" | number, sound: boolean): void {
    const active = this.#active.get(user);
    if (active !== undefined) active.shows = shows;
    this.#port.notify(user, this.#screen(user, own, shows), sound);
  }

  #screen(user: UserKey, { to }: OwnRequest, shows: "activated" | number): Screen {
    const locale = this.#port.localeOf(user);
    if (shows === "activated") return activatedScreen(to, locale);
    return availableScreen(to, shows, this.#port.utcOffsetMinutes, locale);
  }
}
