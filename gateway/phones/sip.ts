import { URI } from "sip.js/lib/core/index.js";
import type { HostPort, TlsConfig } from "../../src/config.ts";
import { masked } from "../../src/masked.ts";
import type { RequestId } from "../../src/ids.ts";
import type { Screen, UserKey } from "../../src/users/screen.ts";
import type { PhoneAdapter, PhoneContext } from "../adapter.ts";
import { SipClient, type SipSecrets, sipSecrets } from "../sip/client.ts";
import { type CallTimes, callTimes, ThirdPartyCall } from "./sip/call.ts";

export interface SipPhoneSettings {
  readonly type: "sip";
  /** The cluster's proxy. */
  readonly server: HostPort;
  /** The host part of the users' addresses. */
  readonly domain: string;
  readonly user: string;
  readonly passwordFile?: string;
  readonly tls?: TlsConfig;
  /** When B is available the phone of the user rings; answering it is Dial. */
  readonly ring: boolean;
}

export interface SipPhoneTimes extends CallTimes {
  readonly connectAgainMs: readonly number[];
}

export const sipPhoneTimes: SipPhoneTimes = { ...callTimes, connectAgainMs: [500, 2_000, 10_000, 30_000] };

/** Calls at once; each is two legs for as long as people talk. */
export const sipPhoneLimits = { calls: 1024 } as const;

/** SIP phones without keys of ours: the screen as a MESSAGE (RFC 3428), calls by third-party control (RFC 3725). */
export function sipPhones(settings: SipPhoneSettings, context: PhoneContext): Promise<PhoneAdapter> {
  return createSipPhones(settings, context, sipPhoneTimes);
}

export async function createSipPhones(
  settings: SipPhoneSettings,
  context: PhoneContext,
  times: SipPhoneTimes,
): Promise<PhoneAdapter> {
  const secrets = await sipSecrets(settings, "phones", context);
  const phones = new SipPhones(settings, context, times, secrets);
  await phones.connect();
  return phones;
}

/** What one user has under way. */
interface Ringing {
  readonly call: ThirdPartyCall;
  /** The placeCall that waits for the phone to be answered. */
  dial: { readonly id: number; readonly to: string } | undefined;
}

class SipPhones implements PhoneAdapter {
  readonly #settings: SipPhoneSettings;
  readonly #context: PhoneContext;
  readonly #times: SipPhoneTimes;
  readonly #client: SipClient;
  readonly #ringing = new Map<string, Ringing>();
  readonly #calls = new Set<ThirdPartyCall>();
  #connected: () => void = () => {};
  #stopped = false;

  constructor(settings: SipPhoneSettings, context: PhoneContext, times: SipPhoneTimes, secrets: SipSecrets) {
    this.#settings = settings;
    this.#context = context;
    this.#times = times;
    const { server, user } = settings;
    this.#client = new SipClient(
      { server, user, connectAgainMs: times.connectAgainMs, secrets },
      {
        opened: () => this.#connected(),
        closed: (reason) => {
          context.warn(`the connection to the phones is gone (${reason}): users are not told`);
          this.#connected();
        },
        warn: context.warn,
        drained: context.drained,
      },
    );
  }

  /** Resolves when the first connection stands, or is known not to. */
  connect(): Promise<void> {
    return new Promise((resolve) => {
      this.#connected = resolve;
      this.#client.connect();
    });
  }

  notify(id: number, user: UserKey, screen: Screen | null): void {
    const number = numberOf(user);
    // A text that was shown cannot be taken back; a phone that rings for it can.
    const ringing = this.#ringing.get(number);
    if (ringing !== undefined && !ringing.call.isAnswered) ringing.call.end();
    if (screen === null) return this.#done(id, number);
    this.#message(id, number, screen);
    if (screen.kind === "available" && this.#settings.ring) this.#ring(number, this.#context.neighbour, undefined);
  }

  placeCall(id: number, user: UserKey, to: string, _request: RequestId): void {
    const number = numberOf(user);
    const ringing = this.#ringing.get(number);
    if (ringing?.call.isAnswered !== true) {
      ringing?.call.end();
      return this.#ring(number, to, { id, to });
    }
    this.#ringing.delete(number);
    ringing.call.join(to);
    this.#done(id, number);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const call of [...this.#calls]) call.end();
    await this.#client.stop();
  }

  /** `as`: the caller that the phone shows. */
  #ring(number: string, as: string, dial: Ringing["dial"]): void {
    if (this.#client.state !== "up") return this.#refuse(number, dial, "the cluster cannot be reached");
    if (this.#calls.size >= sipPhoneLimits.calls) return this.#refuse(number, dial, "too many calls stand already");
    const { domain } = this.#settings;
    const port = { agent: this.#client.agent, domain, times: this.#times };
    const call: ThirdPartyCall = new ThirdPartyCall(port, number, as, {
      answered: () => this.#answered(number),
      refused: (reason) => this.#refuse(number, this.#ringing.get(number)?.dial, reason),
      ended: () => {
        this.#calls.delete(call);
        if (this.#ringing.get(number)?.call === call) this.#ringing.delete(number);
      },
    });
    this.#calls.add(call);
    this.#ringing.set(number, { call, dial });
  }

  /** An answered phone is Dial, unless a call was to be placed anyway. */
  #answered(number: string): void {
    const ringing = this.#ringing.get(number);
    if (ringing === undefined) return;
    if (ringing.dial === undefined) {
      this.#context.post({ type: "user", user: `${this.#context.neighbour}/${number}`, press: { key: "dial" } });
      return;
    }
    this.#ringing.delete(number);
    ringing.call.join(ringing.dial.to);
    this.#done(ringing.dial.id, number);
  }

  #refuse(number: string, dial: Ringing["dial"], reason: string): void {
    // A user who does not answer when B is free lives with the text; T3 runs.
    if (dial !== undefined) this.#done(dial.id, number, reason);
  }

  #message(id: number, number: string, { lines }: Screen): void {
    if (this.#client.state !== "up") return this.#done(id, number, "the cluster cannot be reached");
    const { domain, user } = this.#settings;
    const { core } = this.#client.agent;
    const [target, from] = [new URI("sip", number, domain), new URI("sip", user, domain)];
    const content = Buffer.from(lines.join("\n"), "utf8").toString("latin1");
    const body = { contentDisposition: "render", contentType: "text/plain;charset=utf-8", content };
    core.message(core.makeOutgoingRequestMessage("MESSAGE", target, from, target, {}, [], body), {
      onAccept: () => this.#done(id, number),
      onReject: ({ message }) => this.#done(id, number, `the phone answered MESSAGE with ${message.statusCode}`),
    });
  }

  #done(of: number, number: string, reason?: string): void {
    if (this.#stopped) return;
    if (reason === undefined) return this.#context.post({ type: "done", of, ok: true });
    this.#context.warn(`phone ${masked(number)}: ${reason}`);
    this.#context.post({ type: "done", of, ok: false, reason });
  }
}

function numberOf(user: UserKey): string {
  return user.slice(user.indexOf("/") + 1);
}
