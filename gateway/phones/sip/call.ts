import {
  type AckableIncomingResponseWithSession,
  type Body,
  type OutgoingInviteRequest,
  type Session,
  URI,
} from "sip.js/lib/core/index.js";
import type { SipUserAgent } from "../../sip/user-agent.ts";

export const callTimes = {
  /** How long user A's phone rings. */
  ringMs: 30_000,
  /** How long an answered phone waits for what the gateway makes of it. */
  waitMs: 10_000,
  /** How long B's rings: under 64 times T1, after which A's gives up waiting for its ACK (RFC 3261 13.3.1.4). */
  joinMs: 28_000,
} as const;

export type CallTimes = { readonly [time in keyof typeof callTimes]: number };

export interface CallPort {
  readonly agent: SipUserAgent;
  readonly domain: string;
  readonly times: CallTimes;
}

/** What became of user A's phone. */
export interface CallEvents {
  answered(): void;
  /** Before it was answered. */
  refused(reason: string): void;
  /** Once, after everything else. */
  ended(): void;
}

/** One leg: its INVITE, and once it is answered its dialog. */
interface Leg {
  readonly request: OutgoingInviteRequest;
  answer?: AckableIncomingResponseWithSession;
  session?: Session;
  isAcknowledged?: true;
}

/**
 * A third-party call, RFC 3725 flow I: user A's phone is called without an offer; what it offers goes to user B, and
 * B's answer comes back in the ACK. To B the caller is user A, so that a trunk carries A's number (R48).
 */
export class ThirdPartyCall {
  readonly #port: CallPort;
  readonly #user: string;
  readonly #events: CallEvents;
  readonly #a: Leg;
  #b: Leg | undefined;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  /** Rings the phone of `user`, with `to` as the caller: that is whom it will talk to. */
  constructor(port: CallPort, user: string, to: string, events: CallEvents) {
    this.#port = port;
    this.#user = user;
    this.#events = events;
    this.#timer = setTimeout(() => this.#refused("it was not answered"), port.times.ringMs);
    this.#a = this.#invite(user, to, undefined, {
      accepted: () => this.#answered(),
      rejected: (status) => this.#refused(`it answered with SIP status ${status}`),
    });
  }

  get isAnswered(): boolean {
    return this.#a.answer !== undefined && !this.#ended;
  }

  /** User A's phone has answered: calls `to` for it. */
  join(to: string): void {
    const offer = this.#a.answer?.message.body;
    if (this.#ended || offer === undefined || this.#b !== undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), this.#port.times.joinMs);
    this.#b = this.#invite(to, this.#user, sdp(offer), {
      accepted: (leg) => this.#joined(leg),
      rejected: () => this.end(),
    });
  }

  /** Hangs up whatever stands. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    if (this.#b !== undefined) hangUp(this.#b);
    if (this.#a.answer !== undefined && this.#a.session !== undefined) {
      // The offer must be answered, if only by no media at all (RFC 3264 6).
      acknowledge(this.#a, refused(this.#a.answer.message.body));
      this.#a.session.bye();
    } else if (this.#a.answer === undefined) this.#a.request.cancel();
    this.#events.ended();
  }

  #answered(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), this.#port.times.waitMs);
    this.#events.answered();
  }

  #joined(leg: Leg): void {
    clearTimeout(this.#timer);
    acknowledge(leg);
    acknowledge(this.#a, leg.answer?.message.body);
  }

  #refused(reason: string): void {
    if (this.#ended) return;
    this.#events.refused(`the phone of the user: ${reason}`);
    this.end();
  }

  #invite(
    to: string,
    from: string,
    body: Body | undefined,
    on: { accepted(leg: Leg): void; rejected(status: number): void },
  ): Leg {
    const { agent, domain } = this.#port;
    const [target, caller] = [new URI("sip", to, domain), new URI("sip", from, domain)];
    const fields = [`Contact: ${agent.contact}`, `P-Asserted-Identity: <${caller.toString()}>`];
    const message = agent.core.makeOutgoingRequestMessage("INVITE", target, caller, target, {}, fields, body);
    const request = agent.core.invite(message, {
      onAccept: (answer) => {
        leg.answer = answer;
        leg.session = answer.session;
        answer.session.delegate = {
          onBye: (bye) => {
            bye.accept();
            this.#left(leg);
          },
        };
        if (this.#ended) return hangUp(leg);
        on.accepted(leg);
      },
      onReject: ({ message: rejection }) => {
        if (!this.#ended) on.rejected(rejection.statusCode ?? 0);
      },
    });
    const leg: Leg = { request };
    return leg;
  }

  /** One of them hung up: so does the other. */
  #left(leg: Leg): void {
    if (this.#ended) return;
    delete leg.session;
    this.end();
  }
}

function hangUp(leg: Leg): void {
  if (leg.answer === undefined) leg.request.cancel();
  acknowledge(leg);
  leg.session?.bye();
}

function acknowledge(leg: Leg, answer?: string): void {
  if (leg.answer === undefined || leg.isAcknowledged === true) return;
  leg.isAcknowledged = true;
  leg.answer.ack(answer === undefined ? {} : { body: sdp(answer) });
}

function sdp(content: string): Body {
  return { contentDisposition: "session", contentType: "application/sdp", content };
}

/** The answer that takes none of the media offered: every port 0. */
function refused(offer: string): string {
  return offer.replace(/^(m=\S+) \d+/gm, "$1 0");
}
