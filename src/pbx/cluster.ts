import type { LineReport } from "../lines/line.ts";
import type { Screen, UserPress } from "../users/screen.ts";
import { type AppearanceEvent, appearanceTable, toneOf } from "./appearances.ts";
import type { CallSignal } from "./call-states.ts";
import { type Appearance, type DemoPhone, type FarEnd, type LineSettings, Phone, type PhoneView } from "./phone.ts";
import { TrunkCalls, type TrunkNews } from "./trunk-calls.ts";

/** What a user does at a phone. */
export type PhoneAction =
  | { readonly action: "dial"; readonly to: string }
  | { readonly action: "answer" | "hangup" | "offhook" | "onhook" }
  | { readonly action: "callBack"; readonly to?: string }
  | { readonly action: "press"; readonly key: "dial" | "cancel" | "exit" };

/** What the cluster has for the world, in order. */
export type ClusterOutput =
  /** One whole layer-3 message for the trunk. */
  | { readonly type: "send"; readonly octets: Uint8Array }
  /** Something about this phone has changed. */
  | { readonly type: "phone"; readonly number: string }
  | { readonly type: "press"; readonly number: string; readonly press: UserPress }
  /** A call of that phone to another one here has failed. */
  | {
      readonly type: "failed";
      readonly number: string;
      readonly to: string;
      readonly cause: number;
      readonly alerted: boolean;
    };

/** Why an action cannot be done, as one sentence that says what to do; undefined: it was done. */
export type Refusal = string | undefined;

/** Q.850 causes the cluster clears with. */
const cause = { unallocated: 1, normal: 16, busy: 17, noAnswer: 19, rejected: 21, outOfOrder: 27 } as const;

/** Digits a phone can dial: the number, or a feature code. */
const dialable = /^[0-9*#]{1,20}$/;

/**
 * A little PBX in memory: phones with one line each, calls among them and on one QSIG trunk. It has no call completion
 * of its own: the gateway does that for it, as for a real cluster.
 */
export class DemoCluster {
  readonly name: string;
  readonly #busyTrigger: number;
  readonly #directPrefix: string | undefined;
  readonly #phones: ReadonlyMap<string, Phone>;
  readonly #calls = new TrunkCalls();
  readonly #onTrunk = new Map<number, Appearance>();
  readonly #outputs: ClusterOutput[] = [];
  #trunkUp = false;
  #callsMade = 0;

  /** `directPrefix`: in front of a number it means that phone itself, whatever is forwarded there. */
  constructor(name: string, phones: readonly DemoPhone[], busyTrigger: number, directPrefix?: string) {
    this.name = name;
    this.#busyTrigger = busyTrigger;
    this.#directPrefix = directPrefix;
    this.#phones = new Map(phones.map((phone) => [phone.number, new Phone(phone)]));
  }

  poll(): ClusterOutput | undefined {
    return this.#outputs.shift();
  }

  views(): readonly PhoneView[] {
    return [...this.#phones.values()].map((phone) => phone.view(this.name));
  }

  view(number: string): PhoneView | undefined {
    return this.#phones.get(number)?.view(this.name);
  }

  has(number: string): boolean {
    return this.#phones.has(number);
  }

  snapshot(number: string): LineReport {
    const phone = this.#phones.get(number);
    return phone?.settings.exists === true ? phone.snapshot : "absent";
  }

  /** What an administrator, or the user, sets for a line; what is not given stays. */
  set(number: string, settings: Partial<LineSettings>): void {
    const phone = this.#phones.get(number);
    if (phone === undefined) return;
    phone.settings = { ...phone.settings, ...settings };
    this.#changed(phone);
  }

  /** The phone loses power and registers anew: its calls end. */
  reset(number: string): void {
    const phone = this.#phones.get(number);
    if (phone === undefined) return;
    for (const one of phone.all()) this.#step(one, "clear", cause.normal);
    phone.cradle();
    phone.register();
    this.#changed(phone);
    this.#flush();
  }

  /** The PBX's time for a call that rings there is over: it goes on to where the line forwards those, or ends. */
  unanswered(number: string): void {
    const phone = this.#phones.get(number);
    const ringing = phone?.first("ringing");
    if (phone === undefined || ringing === undefined) return;
    const next = this.#phones.get(phone.settings.forwardNoAnswer ?? "");
    if (next === undefined) this.#step(ringing, "clear", cause.noAnswer);
    else this.#moveTo(next, ringing);
    this.#changed(phone);
    this.#flush();
  }

  /** One layer-3 message from the trunk. */
  receive(octets: Uint8Array): void {
    for (const news of this.#calls.receive(octets)) this.#trunkNews(news);
    this.#flush();
  }

  /** The trunk has come, or gone with every call on it. */
  trunk(up: boolean): void {
    this.#trunkUp = up;
    if (!up) for (const call of this.#calls.drop()) this.#trunkNews({ type: "cleared", call, cause: cause.outOfOrder });
    this.#flush();
  }

  /** A user does something at the phone. */
  act(number: string, action: PhoneAction): Refusal {
    const phone = this.#phones.get(number);
    if (phone === undefined) {
      return `there is no phone ${number} in ${this.name}: it has ${[...this.#phones.keys()].join(", ")}`;
    }
    const refusal = this.#act(phone, action);
    if (refusal === undefined) this.#changed(phone);
    this.#flush();
    return refusal;
  }

  /** The gateway draws on a phone. */
  show(number: string, screen: Screen | null, sound: boolean): Refusal {
    const phone = this.#phones.get(number);
    if (phone === undefined) return `there is no phone ${number}`;
    phone.screen = screen;
    phone.sound = sound;
    this.#changed(phone);
    return undefined;
  }

  #act(phone: Phone, action: PhoneAction): Refusal {
    if (action.action !== "offhook" && action.action !== "onhook") phone.sound = false;
    switch (action.action) {
      case "dial":
        return this.#dial(phone, action.to);
      case "answer":
        return this.#answer(phone);
      case "hangup":
        return this.#hangUp(phone);
      case "offhook":
        return this.#offHook(phone);
      case "onhook":
        return this.#onHook(phone);
      case "callBack":
        return this.#callBack(phone, action.to);
      case "press":
        return this.#press(phone, action.key);
      default:
        return action satisfies never;
    }
  }

  #offHook(phone: Phone): Refusal {
    if (phone.offhook) return `${phone.number} is off hook already`;
    if (phone.first("ringing") !== undefined) return this.#answer(phone);
    phone.lift();
    return undefined;
  }

  #onHook(phone: Phone): Refusal {
    if (!phone.offhook) return `${phone.number} is on hook already`;
    for (const one of phone.all()) if (one.state !== "ringing") this.#step(one, "clear", cause.normal);
    phone.cradle();
    return undefined;
  }

  /** Ends the current call; a call on hold comes back; a phone that only rings rejects the call. */
  #hangUp(phone: Phone): Refusal {
    const ringing = phone.first("ringing");
    const ended = phone.current ?? (phone.offhook ? undefined : ringing);
    if (ended === undefined && !phone.offhook) return `${phone.number} is on hook: there is nothing to hang up`;
    if (ended !== undefined) this.#step(ended, "clear", ended === ringing ? cause.rejected : cause.normal);
    const held = phone.first("held");
    if (held === undefined) phone.cradle();
    else this.#step(held, "retrieve");
    return undefined;
  }

  #answer(phone: Phone): Refusal {
    const ringing = phone.first("ringing");
    if (ringing === undefined) return `${phone.number} does not ring: there is nothing to answer`;
    this.#putAside(phone);
    phone.lift();
    this.#step(ringing, "answer");
    return undefined;
  }

  #dial(phone: Phone, to: string): Refusal {
    if (!dialable.test(to)) return `"${to}" cannot be dialled: give 1 to 20 of the keys 0-9, * and #`;
    this.#putAside(phone);
    phone.lift();
    if (this.#phones.has(to)) this.#callInside(phone, to, this.#target(to));
    else this.#callOut(phone, to);
    return undefined;
  }

  /** The current call makes room: a conversation is held, anything else ends. */
  #putAside(phone: Phone): void {
    const current = phone.current;
    if (current !== undefined) this.#step(current, current.state === "talking" ? "hold" : "clear", cause.normal);
  }

  #callOut(phone: Phone, to: string): void {
    const call = this.#trunkUp ? this.#calls.setup(phone, to) : undefined;
    const far: FarEnd = call === undefined ? { kind: "none" } : { kind: "trunk", call };
    const appearance = phone.add(this.#nameOfCall(), far, "dialling", to, "");
    if (call === undefined) this.#step(appearance, "cleared", cause.outOfOrder);
    else this.#onTrunk.set(call, appearance);
  }

  #callInside(phone: Phone, to: string, target: Phone | undefined): void {
    const call = this.#nameOfCall();
    const calling = phone.add(call, { kind: "none" }, "dialling", to, target?.name ?? "");
    if (target === undefined) return this.#step(calling, "cleared", cause.unallocated);
    if (!target.settings.registered) return this.#step(calling, "cleared", cause.outOfOrder);
    if (this.#isBusy(target)) return this.#step(calling, "cleared", cause.busy);
    const called = target.add(call, { kind: "phone", appearance: calling }, "ringing", phone.number, phone.name);
    calling.far = { kind: "phone", appearance: called };
    this.#changed(target);
    this.#step(calling, "alerting");
  }

  /** After busy tone the call is over, so the key puts the phone on hook as real ones do; a call that rings stays. */
  #callBack(phone: Phone, to: string | undefined): Refusal {
    this.#outputs.push({ type: "press", number: phone.number, press: { key: "callBack", ...(to ? { to } : {}) } });
    const tone = phone.first("tone");
    if (tone !== undefined && phone.current === tone) return this.#hangUp(phone);
    return undefined;
  }

  #press(phone: Phone, key: "dial" | "cancel" | "exit"): Refusal {
    const shown = phone.screen?.keys.map((one) => one.toLowerCase()) ?? [];
    if (!shown.includes(key)) return `${phone.number} shows no key ${key}: press a key that stands on its screen`;
    // The phone itself closes the screen (S-22); what Dial and Cancel do to it is the gateway's to say.
    if (key === "exit") phone.screen = null;
    this.#outputs.push({ type: "press", number: phone.number, press: { key } });
    return undefined;
  }

  #trunkNews(news: TrunkNews): void {
    if (news.type === "offered") return this.#offered(news);
    const appearance = this.#onTrunk.get(news.call);
    if (appearance === undefined) return;
    if (news.type === "cleared") this.#onTrunk.delete(news.call);
    if (news.type === "held" || news.type === "retrieved") {
      appearance.onHold = news.type === "held";
      return this.#changed(appearance.phone);
    }
    if (news.name !== undefined) appearance.name = news.name;
    this.#step(appearance, news.type, news.type === "cleared" ? news.cause : undefined);
  }

  #offered(news: Extract<TrunkNews, { type: "offered" }>): void {
    const phone = this.#target(news.called);
    if (phone === undefined) return this.#calls.signal(news.call, "refuse", cause.unallocated);
    this.#calls.signal(news.call, "proceed");
    if (!phone.settings.registered) return this.#calls.signal(news.call, "clear", cause.outOfOrder);
    // QSIG peers offer call back on DISCONNECT 17, so a busy phone is told that way (R1).
    if (this.#isBusy(phone)) return this.#calls.signal(news.call, "clear", cause.busy, phone.name);
    this.#calls.signal(news.call, "alert", undefined, phone.name);
    const far = { kind: "trunk", call: news.call } as const;
    this.#onTrunk.set(news.call, phone.add(this.#nameOfCall(), far, "ringing", news.calling, news.name));
    this.#changed(phone);
  }

  /** The phone that takes a call to this number, after at most one forwarding. */
  #target(called: string): Phone | undefined {
    const prefix = this.#directPrefix;
    const isDirect = prefix !== undefined && called.startsWith(prefix);
    const phone = this.#phones.get(isDirect ? called.slice(prefix.length) : called);
    const { forwardAll, forwardBusy } = phone?.settings ?? {};
    const isBusy = phone !== undefined && this.#isBusy(phone);
    const forward = forwardAll ?? (isBusy ? forwardBusy : undefined);
    const target = isDirect || forward === undefined ? phone : (this.#phones.get(forward) ?? phone);
    return target?.settings.exists === true ? target : undefined;
  }

  #isBusy({ settings, load }: Phone): boolean {
    return settings.dnd || load >= this.#busyTrigger;
  }

  /** A call that rings rings there instead. */
  #moveTo(next: Phone, ringing: Appearance): void {
    ringing.phone.remove(ringing);
    const { call, far, number, name } = ringing;
    const moved = next.add(call, far, "ringing", number, name);
    if (far.kind === "trunk") this.#onTrunk.set(far.call, moved);
    if (far.kind === "phone") far.appearance.far = { kind: "phone", appearance: moved };
    this.#changed(next);
  }

  /** One step of one call at one phone, and what its far end is told. */
  #step(appearance: Appearance, event: AppearanceEvent, why?: number): void {
    const row = appearanceTable[appearance.state][event];
    if (row === undefined) return;
    const before = appearance.state;
    appearance.state = row.to;
    if (row.to === "tone") {
      appearance.cause = why;
      appearance.tone = toneOf(why ?? cause.normal, before === "talking");
    }
    if (row.to === "tone" && before !== "talking") this.#failed(appearance, before === "ringback");
    if (row.to === "gone") appearance.phone.remove(appearance);
    if (row.signal !== undefined) this.#tell(appearance, row.signal, why);
    this.#changed(appearance.phone);
  }

  /** What goes past us is told by the far end, and what stays inside by us alone. */
  #failed({ phone, far, number: to, cause: why = cause.normal }: Appearance, alerted: boolean): void {
    if (far.kind === "trunk" || !this.#phones.has(to)) return;
    this.#outputs.push({ type: "failed", number: phone.number, to, cause: why, alerted });
  }

  #nameOfCall(): string {
    this.#callsMade += 1;
    return String(this.#callsMade);
  }

  #tell(appearance: Appearance, signal: CallSignal, why: number | undefined): void {
    const far = appearance.far;
    if (far.kind === "trunk") {
      this.#calls.signal(far.call, signal, why, appearance.phone.name);
      if (signal === "clear") this.#onTrunk.delete(far.call);
    }
    if (far.kind !== "phone") return;
    if (signal === "hold" || signal === "retrieve") far.appearance.onHold = signal === "hold";
    if (signal === "answer") this.#step(far.appearance, "connected");
    if (signal === "clear") this.#step(far.appearance, "cleared", why);
    this.#changed(far.appearance.phone);
  }

  #changed(phone: Phone): void {
    const waiting = this.#outputs.some((output) => output.type === "phone" && output.number === phone.number);
    if (!waiting) this.#outputs.push({ type: "phone", number: phone.number });
  }

  /** What the calls have to send goes behind what was said before. */
  #flush(): void {
    for (let octets = this.#calls.poll(); octets !== undefined; octets = this.#calls.poll()) {
      this.#outputs.push({ type: "send", octets });
    }
  }
}
