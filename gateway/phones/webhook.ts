import { randomUUID } from "node:crypto";
import type { HostPort } from "../../src/config.ts";
import { masked } from "../../src/masked.ts";
import type { RequestId } from "../../src/ids.ts";
import type { Screen, UserKey } from "../../src/users/screen.ts";
import type { PhoneAdapter, PhoneContext } from "../adapter.ts";
import { startApi } from "../api/server.ts";
import { userPage } from "../console/files.ts";
import { noLog } from "../log.ts";
import { keyLeastOctets, readSecret } from "../secret.ts";
import { type Delivered, type DeliveryLimits, deliver, deliveryLimits } from "./webhook/deliver.ts";
import { linkPath } from "./webhook/link.ts";
import { userRoutes } from "./webhook/routes.ts";

export interface WebhookSettings {
  readonly type: "webhook";
  /** What takes the posts: docs/webhook.md. */
  readonly url: string;
  /** The key that signs posts and links, one line. */
  readonly keyFile: string;
  /** Where users open their page. */
  readonly bind: HostPort;
  /** The same as users reach it, without a slash at the end; absent: as bound. */
  readonly pageUrl?: string;
  readonly linkLifeMs: number;
}

/** What a user sees now, for the page. */
export class UserScreens {
  readonly #screens = new Map<string, Screen>();
  readonly #followers = new Map<string, Set<() => void>>();

  get(number: string): Screen | null {
    return this.#screens.get(number) ?? null;
  }

  set(number: string, screen: Screen | null): void {
    if (screen === null) this.#screens.delete(number);
    else this.#screens.set(number, screen);
    for (const follower of this.#followers.get(number) ?? []) follower();
  }

  /** Returns what ends it. */
  follow(number: string, follower: () => void): () => void {
    const all = this.#followers.get(number) ?? new Set();
    this.#followers.set(number, all.add(follower));
    return () => {
      all.delete(follower);
      if (all.size === 0) this.#followers.delete(number);
    };
  }
}

/** Users of soft clients: signed posts to a program of the cluster, and a page under a personal link. */
export function webhookPhones(settings: WebhookSettings, context: PhoneContext): Promise<PhoneAdapter> {
  return createWebhookPhones(settings, context, deliveryLimits);
}

export async function createWebhookPhones(
  settings: WebhookSettings,
  context: PhoneContext,
  limits: DeliveryLimits,
): Promise<PhoneAdapter & { readonly link: (number: string) => string }> {
  const key = await readSecret(settings.keyFile, "the key of webhook and links", keyLeastOctets);
  const screens = new UserScreens();
  const { html, files } = await userPage();
  const page = await startApi({
    settings: settings.bind,
    routes: userRoutes({ key, html, context, screens }),
    files,
    log: { ...noLog, error: context.warn },
    open: { refused: (sentence) => context.warn(`the page of a user: ${sentence}`) },
    words: { who: `the users' page of ${context.neighbour}`, advice: "set phones.bind to another" },
  });
  const base = settings.pageUrl ?? page.url.replace(/\/$/, "");
  const link = (number: string) => base + linkPath(key, number, Date.now() + settings.linkLifeMs);
  const posts = new Posts(settings.url, key, context, limits);
  const numberOf = (user: UserKey) => user.slice(user.indexOf("/") + 1);
  return {
    link,
    notify(id, user, screen, sound) {
      const number = numberOf(user);
      screens.set(number, screen);
      posts.screen(id, number, { type: "screen", screen, sound, link: link(number) });
    },
    placeCall(id, user, to, request) {
      posts.call(id, numberOf(user), { type: "placeCall", to, request });
    },
    async stop() {
      posts.stop();
      await page.stop();
    },
  };
}

type Content =
  | { readonly type: "screen"; readonly screen: Screen | null; readonly sound: boolean; readonly link: string }
  | { readonly type: "placeCall"; readonly to: string; readonly request: RequestId };

/** The posts under way: the newest screen of a user ends the tries of the one before. */
class Posts {
  readonly #url: string;
  readonly #key: string;
  readonly #context: PhoneContext;
  readonly #limits: DeliveryLimits;
  readonly #screens = new Map<string, AbortController>();
  readonly #stopped = new AbortController();

  constructor(url: string, key: string, context: PhoneContext, limits: DeliveryLimits) {
    this.#url = url;
    this.#key = key;
    this.#context = context;
    this.#limits = limits;
  }

  screen(id: number, number: string, content: Content): void {
    this.#screens.get(number)?.abort();
    const own = new AbortController();
    this.#screens.set(number, own);
    void this.#post(id, number, content, AbortSignal.any([own.signal, this.#stopped.signal])).then(() => {
      if (this.#screens.get(number) === own) this.#screens.delete(number);
    });
  }

  call(id: number, number: string, content: Content): void {
    void this.#post(id, number, content, this.#stopped.signal);
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #post(id: number, user: string, content: Content, ended: AbortSignal): Promise<void> {
    const body = JSON.stringify({ id: randomUUID(), at: new Date().toISOString(), user, ...content });
    const result = await deliver(this.#url, this.#key, body, this.#limits, ended);
    if (!this.#stopped.signal.aborted) this.#done(id, user, result);
  }

  #done(of: number, user: string, result: Delivered): void {
    if (result.ok) return this.#context.post({ type: "done", of, ok: true });
    this.#context.warn(`user ${masked(user)}: ${result.reason}`);
    this.#context.post({ type: "done", of, ok: false, reason: result.reason });
  }
}
