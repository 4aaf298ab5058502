import { element, find } from "../../codecs/q931/element.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { display } from "../../codecs/q931/ie/display.ts";
import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { FeatureCodes as Codes } from "../config.ts";
import type { ConnectionId } from "../connection/connection.ts";
import type { Trunk } from "../ids.ts";
import { catalogues } from "../users/catalogues.ts";
import { type Reason, withB } from "../users/reasons.ts";
import type { Locale, Screen, UserKey, UserPress } from "../users/screen.ts";
import type { Users } from "../users/users.ts";
import type { CompletionPort, SetupVerdict } from "./completion.ts";
import { localeOf } from "./locale.ts";

/** Q.850: the code did what it says, or it did not. */
const causes = { accepted: 16, refused: 21 } as const;

/** What a user dialled instead of a number (R16). */
export type FeatureCall =
  /** `to`: the number behind the code; absent: the last failed call. */
  { readonly code: "activate"; readonly to?: string } | { readonly code: "cancel" | "status" };

/** The code that these digits are; undefined: they are a number. */
export function featureCallOf(codes: Codes | undefined, dialled: string): FeatureCall | undefined {
  if (codes === undefined) return undefined;
  if (dialled === codes.cancel) return { code: "cancel" };
  if (dialled === codes.status) return { code: "status" };
  if (!dialled.startsWith(codes.activate)) return undefined;
  const to = dialled.slice(codes.activate.length);
  return to === "" ? { code: "activate" } : { code: "activate", to };
}

/** What answers the call. */
interface Answer {
  readonly cause: number;
  readonly text: string;
}

interface FeaturesPort {
  readonly port: CompletionPort;
  readonly users: Users;
  /** The key as if it were pressed at the phone; `setup` names user A. The screen that the phone got. */
  press(user: UserKey, press: UserPress, setup: readonly InformationElement[]): Screen | null | undefined;
  /** The number of the last failed call. */
  lastFailed(user: UserKey): string | undefined;
}

/** Call back by dialling: the gateway ends these calls itself, and the phone is told as after a key (R16). */
export class FeatureCodes {
  readonly #port: FeaturesPort;

  constructor(port: FeaturesPort) {
    this.#port = port;
  }

  /** The key is trunk and Calling number: several neighbours may share one. */
  take(call: FeatureCall, connection: ConnectionId, trunk: Trunk, message: Message): SetupVerdict {
    const { port } = this.#port;
    const calling = find(message, callingPartyNumber)?.digits ?? "";
    const user: UserKey = `${trunk}/${calling}`;
    const { cause, text } =
      calling === "" ? refused("numberMissing", localeOf(port, user)) : this.#do(call, user, message.ies);
    port.connections.clear(connection, cause, [element(display, { text: inIa5(text) })], { disconnect: true });
    return { verdict: "handled" };
  }

  #do(call: FeatureCall, user: UserKey, ies: readonly InformationElement[]): Answer {
    if (call.code === "activate") return this.#activate(user, call.to, ies);
    const own = this.#port.users.shown(user);
    const locale = localeOf(this.#port.port, user);
    if (own === undefined) {
      this.#port.users.tell(user, "nothingActive", "");
      const { text } = refused("nothingActive", locale);
      return { cause: call.code === "status" ? causes.accepted : causes.refused, text };
    }
    const key = call.code === "cancel" ? "cancel" : "callBack";
    const shown = this.#port.press(user, { key }, ies);
    return { cause: causes.accepted, text: shown?.lines[0] ?? textOf("cancelled", own.to, locale) };
  }

  /** Accepted where a request to that number is under way now; what comes of it the phone is told. */
  #activate(user: UserKey, to: string | undefined, ies: readonly InformationElement[]): Answer {
    const { port, users } = this.#port;
    const wanted = to ?? this.#port.lastFailed(user);
    const shown = this.#port.press(user, { key: "callBack", ...(to === undefined ? {} : { to }) }, ies);
    const active = users.active(user);
    const isAccepted = active !== undefined && (wanted === undefined || active.to === wanted);
    const text = shown?.lines[0] ?? textOf("requestRunning", active?.to ?? "", localeOf(port, user));
    return { cause: isAccepted ? causes.accepted : causes.refused, text };
  }
}

function refused(reason: Reason, locale: Locale): Answer {
  return { cause: causes.refused, text: textOf(reason, "", locale) };
}

function textOf(reason: Reason, to: string, locale: Locale): string {
  return withB(catalogues[locale].reasons[reason].text, to);
}

/** What a Display element may hold (Q.931 4.5.16). */
const longestDisplay = 80;
const german: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue", ß: "ss" };

/** Display is IA5: letters lose their marks. */
export function inIa5(text: string): string {
  const plain = text
    .replace(/[äöüÄÖÜß]/g, (letter) => german[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  return plain.replace(/[^\x20-\x7e]/g, "?").slice(0, longestDisplay);
}
