import {
  type AckableIncomingResponseWithSession,
  type Body,
  type IncomingInviteRequest,
  type IncomingResponse,
  type OutgoingInviteRequest,
  type Session,
  URI,
} from "sip.js/lib/core/index.js";
import type { SipUserAgent } from "../../sip/user-agent.ts";
import { blackHole, placesOf, withOrigin } from "./description.ts";

export const callTimes = {
  /** How long user A's phone rings. */
  ringMs: 30_000,
  /** How long an answered phone waits for what the gateway makes of it. */
  waitMs: 10_000,
  /** How long B's rings: as T301 has it (Q.931 9.1), three minutes. Its own side gives up sooner. */
  joinMs: 180_000,
  /** Where both ends change their media at once, the one that began the call waits longer (RFC 3261 14.1). */
  glareMs: 2_100,
} as const;

/** How often the media of user A are asked to change where it changes them itself. */
const glares = 3;

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
}

/**
 * A third-party call (RFC 3725). User A's phone is called without an offer, and its offer is answered by no media at
 * once as in flow IV, so that A may hang up whenever it likes. Then B is called with what A offered, as in flow I, and
 * A is asked to talk to what B answered. To B the caller is user A, so that a trunk carries A's number (R48).
 */
export class ThirdPartyCall {
  readonly #port: CallPort;
  readonly #user: string;
  readonly #events: CallEvents;
  readonly #a: Leg;
  #b: Leg | undefined;
  #joined = false;
  /** Of what A's phone is told. */
  readonly #session = String(Date.now());
  #version = 0;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  /** Rings the phone of `user`, with `to` as the caller: that is whom it will talk to. */
  constructor(port: CallPort, user: string, to: string, events: CallEvents) {
    this.#port = port;
    this.#user = user;
    this.#events = events;
    this.#timer = setTimeout(() => this.#refused("it was not answered"), port.times.ringMs);
    this.#a = this.#invite(user, to, undefined, {
      accepted: (leg) => this.#answered(leg),
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
      accepted: ({ answer }) => this.#talk(offer, answer?.message.body ?? "", glares),
      rejected: () => this.end(),
    });
  }

  /** Hangs up whatever stands. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    for (const leg of [this.#b, this.#a]) if (leg !== undefined) hangUp(leg);
    this.#events.ended();
  }

  #answered({ answer }: Leg): void {
    if (answer?.message.body === "") return this.#refused("it answered without an offer of media");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), this.#port.times.waitMs);
    this.#events.answered();
  }

  /** B has answered: A's media go where B's are. */
  #talk(offer: string, answer: string, tries: number): void {
    clearTimeout(this.#timer);
    if (tries === 0) return this.end();
    const later = () => {
      this.#timer = setTimeout(() => this.#talk(offer, answer, tries - 1), this.#port.times.glareMs);
    };
    this.#change(this.#a, withOrigin(answer, this.#origin()), {
      accepted: (own) => {
        this.#joined = true;
        // Its media may be somewhere else by now: then B is told.
        if (this.#ended || placesOf(own) === placesOf(offer) || this.#b === undefined) return;
        this.#change(this.#b, own, { accepted: () => {}, rejected: () => this.end() });
      },
      rejected: (status) => {
        if (this.#ended) return;
        if (status === pending) later();
        else this.end();
      },
    });
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
    const rejected = ({ message: { statusCode = 0 } }: IncomingResponse) => {
      if (!this.#ended) on.rejected(statusCode);
    };
    const request = agent.core.invite(message, {
      onAccept: (answer) => {
        answer.ack(this.#acknowledgement(answer, body));
        // Of several phones that answered at once the first has it (RFC 3261 13.2.2.4).
        if (this.#ended || leg.answer !== undefined) return void answer.session.bye();
        leg.answer = answer;
        leg.session = answer.session;
        this.#listen(leg, answer.session);
        on.accepted(leg);
      },
      onRedirect: rejected,
      onReject: rejected,
    });
    const leg: Leg = { request };
    return leg;
  }

  /** Where we offered nothing, what the answer offers must be answered (RFC 3261 13.2.1). */
  #acknowledgement({ message }: AckableIncomingResponseWithSession, offered: Body | undefined): { body?: Body } {
    if (offered !== undefined || message.body === "") return {};
    return { body: sdp(blackHole(message.body, this.#origin())) };
  }

  #listen(leg: Leg, session: Session): void {
    session.delegate = {
      onBye: (bye) => {
        bye.accept();
        this.#left(leg);
      },
      onInvite: (request) => this.#renegotiate(leg, request),
    };
  }

  /** One of them changes its media, as for hold: so does the other (RFC 3725 7). */
  #renegotiate(leg: Leg, request: IncomingInviteRequest): void {
    const [other, offer] = [leg === this.#a ? this.#b : this.#a, request.message.body];
    const refuse = (statusCode: number) => void request.reject({ statusCode });
    if (offer === "") return refuse(notAcceptable);
    if (!this.#joined || other === undefined) return refuse(pending);
    const told = other === this.#a ? withOrigin(offer, this.#origin()) : offer;
    this.#change(other, told, {
      accepted: (answer) => {
        if (this.#ended) return refuse(terminated);
        const own = leg === this.#a ? withOrigin(answer, this.#origin()) : answer;
        request.accept({ statusCode: 200, extraHeaders: [this.#contact()], body: sdp(own) });
      },
      rejected: refuse,
    });
  }

  /** A re-INVITE with this offer. */
  #change(leg: Leg, offer: string, on: { accepted(answer: string): void; rejected(status: number): void }): void {
    const rejected = ({ message: { statusCode = 0 } }: IncomingResponse) => on.rejected(statusCode);
    const accepted = (response: AckableIncomingResponseWithSession) => {
      response.ack();
      on.accepted(response.message.body);
    };
    try {
      leg.session?.invite(
        { onAccept: accepted, onRedirect: rejected, onReject: rejected },
        { extraHeaders: [this.#contact()], body: sdp(offer) },
      );
    } catch {
      // Another one is on its way in either direction (RFC 3261 14.1).
      on.rejected(pending);
    }
  }

  #contact(): string {
    return `Contact: ${this.#port.agent.contact}`;
  }

  #origin(): { readonly session: string; readonly version: number } {
    this.#version += 1;
    return { session: this.#session, version: this.#version };
  }

  /** One of them hung up: so does the other. */
  #left(leg: Leg): void {
    if (this.#ended) return;
    delete leg.session;
    this.end();
  }
}

/** Request Pending, Not Acceptable Here and Request Terminated (RFC 3261 21.4). */
const [pending, notAcceptable, terminated] = [491, 488, 487];

function hangUp(leg: Leg): void {
  if (leg.answer === undefined) leg.request.cancel();
  leg.session?.bye();
}

function sdp(content: string): Body {
  return { contentDisposition: "session", contentType: "application/sdp", content };
}
