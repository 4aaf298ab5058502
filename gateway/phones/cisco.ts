import type http from "node:http";
import { masked } from "../../src/masked.ts";
import type { HostPort } from "../../src/config.ts";
import type { UserKey } from "../../src/users/screen.ts";
import type { PhoneAdapter, PhoneContext } from "../adapter.ts";
import { type HttpLimits, httpLimits } from "../http/server.ts";
import { readSecret } from "../secret.ts";
import type { PhoneAnswer } from "./cisco/objects.ts";
import { type Door, enterHttp } from "./cisco/door.ts";
import { isOf, type Page, type Pages, page, sendPage } from "./cisco/pages.ts";
import { CiscoPhone, type CiscoPhoneSettings, type PhoneTimes, phoneTimes } from "./cisco/phone.ts";
import { type PushAuthentication, type PushLimits, push, pushLimits } from "./cisco/push.ts";
import { alertTone } from "./tone.ts";

export interface CiscoSettings {
  readonly type: "cisco";
  /** Where phones fetch their screens from. */
  readonly bind: HostPort;
  /** The same as the phones reach it, without a slash at the end; absent: as bound. */
  readonly url?: string;
  readonly authentication: "none" | "basic" | "digest";
  /** Who may control the phones. */
  readonly user?: string;
  readonly passwordFile?: string;
  readonly audioFile: string;
  readonly phones: readonly CiscoPhoneSettings[];
}

/** Tests shorten these. */
export interface CiscoLimits {
  readonly http: HttpLimits;
  readonly times: PhoneTimes;
  readonly push: PushLimits;
}

/** Cisco phones over HTTP: pushed to at /CGI/Execute, screens and the phone service fetched from us. */
export function ciscoPhones(settings: CiscoSettings, context: PhoneContext): Promise<PhoneAdapter> {
  return createCiscoPhones(settings, context, { http: httpLimits, times: phoneTimes, push: pushLimits });
}

export async function createCiscoPhones(
  settings: CiscoSettings,
  context: PhoneContext,
  limits: CiscoLimits,
): Promise<PhoneAdapter> {
  const authentication = await authenticationOf(settings);
  const phones = new Map<string, CiscoPhone>();
  const sound = { name: settings.audioFile, octets: alertTone() };
  const guest = {
    neighbour: context.neighbour,
    has: (request: http.IncomingMessage) => isOf(pages, request.url ?? "/", addressOf(request)),
    take: (request: http.IncomingMessage, response: http.ServerResponse) => void answer(pages, request, response),
  };
  const door = await enterHttp(settings.bind, guest, limits.http);
  const pages: Pages = { url: settings.url ?? door.url, phones, context, sound };
  for (const phone of settings.phones) {
    const port = {
      push: (address: HostPort, urls: readonly string[]) => push(address, urls, authentication, limits.push),
      urlOf: (token: string) => `${pages.url}/screens/${token}`,
      sound: settings.audioFile,
      times: limits.times,
      warn: context.warn,
    };
    phones.set(phone.number, new CiscoPhone(phone, port));
  }
  return adapter(pages, door);
}

function adapter({ phones, context }: Pages, door: Door): PhoneAdapter {
  let stopped = false;
  const done = (id: number, number: string, answer: PhoneAnswer) => {
    if (stopped) return;
    if (answer.ok) return context.post({ type: "done", of: id, ok: true });
    context.warn(`phone ${masked(number)}: ${answer.reason}`);
    context.post({ type: "done", of: id, ok: false, reason: answer.reason });
  };
  const use = (id: number, user: UserKey, what: (phone: CiscoPhone) => Promise<PhoneAnswer>) => {
    const number = user.slice(user.indexOf("/") + 1);
    const phone = phones.get(number);
    const none: PhoneAnswer = { ok: false, again: false, reason: "no phone has this number: add it to phones.phones" };
    if (phone === undefined) return done(id, number, none);
    void what(phone).then((answer) => done(id, number, answer));
  };
  return {
    notify: (id, user, screen, sound) => use(id, user, (phone) => phone.show(screen, sound)),
    placeCall: (id, user, to) => use(id, user, (phone) => phone.dial(to)),
    async stop() {
      stopped = true;
      for (const phone of phones.values()) phone.stop();
      await door.leave();
    },
  };
}

async function authenticationOf({ authentication: scheme, ...own }: CiscoSettings): Promise<PushAuthentication> {
  if (scheme === "none") return { scheme };
  const { user = "", passwordFile = "" } = own;
  return { scheme, credentials: { user, password: await readSecret(passwordFile, "the password of the phones") } };
}

async function answer(pages: Pages, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const from = addressOf(request);
  const result = await pageFor(pages, request, from);
  if (result.refused !== undefined) pages.context.warn(`${from} asked for ${result.refused}: refused`);
  // A phone that went away while it waited is no fault.
  if (!response.destroyed) sendPage(response, result);
}

function addressOf({ socket }: http.IncomingMessage): string {
  return (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
}

/** Phones read only; whatever else is asked of us is refused before its body is read. */
async function pageFor(pages: Pages, request: http.IncomingMessage, from: string): Promise<Page> {
  if (request.method === "GET") return page(pages, request.url ?? "/", from);
  const text = "phones ask by GET\n";
  return {
    status: 405,
    contentType: "text/plain; charset=utf-8",
    body: text,
    refused: `something by ${request.method}`,
  };
}
