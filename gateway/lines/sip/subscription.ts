import type { IncomingNotifyRequest, Subscription as SipDialog, URI } from "sip.js/lib/core/index.js";
import type { SipUserAgent } from "../../sip/user-agent.ts";
import type { Pacer } from "./pacer.ts";

/** One event package, as subscribers ask for it. */
export interface Package {
  readonly event: string;
  readonly accept: string;
}

export const subscriptionTimes = {
  /** Before each further try after a failure; the last stands for all that follow. */
  againMs: [1_000, 5_000, 30_000],
  /** After a refusal that somebody must mend: 403, 489, 404. */
  refusedMs: 300_000,
  /** A refresh is sent when this much of the time is used up. */
  refreshPart: 0.8,
  /** No subscription is asked for again sooner, whatever a peer says. */
  leastMs: 1_000,
} as const;

export interface SubscriptionTimes {
  readonly againMs: readonly number[];
  readonly refusedMs: number;
  readonly refreshPart: number;
  readonly leastMs: number;
}

/** Why there is no state: no such line, somebody must mend the configuration, or it may come back by itself. */
export type Failure = "absent" | "refused" | "lost";

export interface SubscriptionPort {
  readonly agent: SipUserAgent;
  readonly from: URI;
  readonly target: URI;
  readonly package: Package;
  readonly expiresS: number;
  readonly pacer: Pacer;
  readonly times: SubscriptionTimes;
  /** The body of a NOTIFY. False: nothing can be made of it but by a full one, so the subscription is refreshed. */
  document(octets: Uint8Array): boolean;
  /** What was known is worth nothing now. */
  failed(failure: Failure, reason: string): void;
}

/** Responses that a person must mend, or that say there is no such line (RFC 6665 4.1.2.1, RFC 3261 21.4). */
const refusals: Readonly<Record<number, Failure>> = { 404: "absent", 410: "absent", 604: "absent", 403: "refused" };
const badEvent = 489;

/**
 * One subscription that stays (RFC 6665): asked for at the pace of all, refreshed, taken up again after what ended it.
 */
export class Subscription {
  readonly #port: SubscriptionPort;
  #expiresS: number;
  #failures = 0;
  /** The dialog, once a NOTIFY has made it. */
  #dialog: SipDialog | undefined;
  /** Counts attempts: what an earlier one still says does not matter. */
  #attempt = 0;
  #timer: NodeJS.Timeout | undefined;
  #takeBack: () => void = () => {};

  constructor(port: SubscriptionPort) {
    this.#port = port;
    this.#expiresS = port.expiresS;
  }

  start(): void {
    this.drop();
    this.#takeBack = this.#port.pacer.run(() => this.#subscribe());
  }

  /** The connection is gone, and with it what was asked on it. */
  drop(): void {
    this.#attempt += 1;
    clearTimeout(this.#timer);
    this.#takeBack();
    this.#dialog?.dispose();
    this.#dialog = undefined;
  }

  /** Unsubscribes where there is something to. */
  stop(): void {
    const dialog = this.#dialog;
    if (dialog !== undefined) {
      this.#attempt += 1;
      dialog.delegate = { onNotify: (request) => void request.accept(), onTerminated: () => dialog.dispose() };
      dialog.unsubscribe();
      this.#dialog = undefined;
    }
    this.drop();
  }

  #subscribe(): void {
    const { agent, target, from, package: kind } = this.#port;
    const attempt = this.#attempt;
    const fields = [`Event: ${kind.event}`, `Accept: ${kind.accept}`, `Expires: ${this.#expiresS}`];
    const extra = [...fields, `Contact: ${agent.contact}`];
    const request = agent.core.makeOutgoingRequestMessage("SUBSCRIBE", target, from, target, {}, extra);
    const isOurs = () => attempt === this.#attempt;
    agent.core.subscribe(request, {
      onReject: ({ message }) => {
        const [least] = [Number(message.getHeader("min-expires"))];
        if (isOurs()) this.#rejected(message.statusCode ?? 0, message.getHeader("retry-after"), least);
      },
      onNotifyTimeout: () => {
        if (isOurs()) this.#again("lost", "no NOTIFY came for a SUBSCRIBE");
      },
      onNotify: ({ request: notify, subscription }) => {
        if (!isOurs()) return void notify.reject({ statusCode: 481 });
        if (subscription !== undefined) this.#established(subscription, notify.message.cseq);
        this.#notified(notify);
      },
    });
  }

  #established(dialog: SipDialog, cseq: number): void {
    const attempt = this.#attempt;
    this.#dialog = dialog;
    dialog.delegate = {
      onNotify: (request) => {
        if (attempt !== this.#attempt) void request.reject({ statusCode: 481 });
        // RFC 3261 12.2.2. sip.js does not count the NOTIFY that made the dialog.
        else if (request.message.cseq <= cseq) void request.reject({ statusCode: 500 });
        else this.#notified(request);
      },
      onTerminated: () => {
        if (attempt === this.#attempt) this.#again("lost", "a subscription has ended");
      },
    };
  }

  #notified(notify: IncomingNotifyRequest): void {
    const { message } = notify;
    const { state, reason, retryAfterMs } = subscriptionState(message.getHeader("subscription-state") ?? "");
    const taken = message.body === "" || this.#port.document(Buffer.from(message.body, "latin1"));
    void notify.accept();
    if (state === "terminated") return this.#terminated(reason, retryAfterMs);
    if (!taken) return this.#unread();
    this.#failures = 0;
    this.#refreshLater();
  }

  /** A full document helps after a gap; where that cannot be read either, more of them at once would not. */
  #unread(): void {
    this.#failures += 1;
    if (this.#failures === 1) this.#full();
    else this.#again("lost", "what the cluster notifies cannot be read");
  }

  #terminated(reason: string, retryAfterMs: number | undefined): void {
    const words = `the cluster ended a subscription (${reason === "" ? "no reason given" : reason})`;
    if (reason === "noresource") return this.#again("absent", words, this.#port.times.refusedMs);
    if (reason === "rejected") return this.#again("refused", words, this.#port.times.refusedMs);
    this.#again("lost", words, retryAfterMs);
  }

  #refreshLater(): void {
    const dialog = this.#dialog;
    if (dialog === undefined) return;
    const { refreshPart, leastMs } = this.#port.times;
    clearTimeout(this.#timer);
    const waitMs = Math.max(leastMs, dialog.subscriptionExpires * 1000 * refreshPart);
    this.#timer = setTimeout(() => this.#full(), waitMs);
  }

  /** A SUBSCRIBE in the dialog: it lasts longer, and a full document comes (RFC 6665 4.1.2.2). */
  #full(): void {
    clearTimeout(this.#timer);
    this.#takeBack();
    this.#takeBack = this.#port.pacer.run(() => {
      const { agent, package: kind } = this.#port;
      const fields = [`Event: ${kind.event}`, `Accept: ${kind.accept}`, `Expires: ${this.#expiresS}`];
      // What ends the dialog comes to its delegate; anything else leaves it as long as it was good.
      this.#dialog?.subscribe({}, { extraHeaders: [...fields, `Contact: ${agent.contact}`] });
      this.#refreshLater();
    });
  }

  #rejected(status: number, retryAfter: string | undefined, minExpires: number): void {
    if (status === 423 && minExpires > this.#expiresS && minExpires <= longestExpiresS) {
      this.#expiresS = minExpires;
      return this.start();
    }
    const failure = refusals[status];
    const { event } = this.#port.package;
    if (failure === "absent") return this.#again(failure, `${status} to SUBSCRIBE`, this.#port.times.refusedMs);
    if (failure === "refused" || status === badEvent || status === 401 || status === 407) {
      const words =
        status === badEvent ? `the cluster has no event package ${event}` : `${status} to SUBSCRIBE ${event}`;
      return this.#again("refused", `${words}: mend the cluster or lines`, this.#port.times.refusedMs);
    }
    const seconds = /^\s*(\d{1,6})/.exec(retryAfter ?? "")?.[1];
    this.#again("lost", `${status} to SUBSCRIBE`, seconds === undefined ? undefined : Number(seconds) * 1000);
  }

  #again(failure: Failure, reason: string, afterMs?: number): void {
    const { againMs, leastMs } = this.#port.times;
    const waitMs = afterMs ?? againMs[Math.min(this.#failures, againMs.length - 1)] ?? leastMs;
    this.#failures += 1;
    this.drop();
    this.#timer = setTimeout(() => this.start(), Math.max(leastMs, waitMs));
    this.#port.failed(failure, reason);
  }
}

/** What 423 may raise the time to: a day. */
const longestExpiresS = 86_400;

/** RFC 6665 8.2.3. */
function subscriptionState(header: string): {
  readonly state: string;
  readonly reason: string;
  readonly retryAfterMs: number | undefined;
} {
  const [state = "", ...parameters] = header.split(";").map((part) => part.trim().toLowerCase());
  const value = (name: string) => parameters.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  const seconds = /^\d{1,6}$/.exec(value("retry-after") ?? "")?.[0];
  return {
    state,
    reason: value("reason") ?? "",
    retryAfterMs: seconds === undefined ? undefined : Number(seconds) * 1000,
  };
}
