import { readOctets } from "../../http/body.ts";
import { Readable } from "node:stream";
import { signature } from "./link.ts";

export const deliveryLimits = {
  answerMs: 5_000,
  /** The answer is read for its status; more is not taken. */
  answerOctets: 4 * 1024,
  /** Before each further try. */
  againMs: [1_000, 5_000, 25_000],
} as const;

export interface DeliveryLimits {
  readonly answerMs: number;
  readonly answerOctets: number;
  readonly againMs: readonly number[];
}

export type Delivered = { readonly ok: true } | { readonly ok: false; readonly reason: string };

type Try = Delivered | { readonly ok: false; readonly reason: string; readonly again: true };

/**
 * POSTs the signed body until it is taken, a refusal is final, or the tries are used up. `ended`: something newer
 * took its place, and it is done with. Never rejects.
 */
export async function deliver(
  url: string,
  key: string,
  body: string,
  limits: DeliveryLimits,
  ended: AbortSignal,
): Promise<Delivered> {
  for (const [tries, waitMs] of [...limits.againMs, undefined].entries()) {
    const result = await attempt(url, key, body, limits, ended);
    if (!("again" in result)) return result;
    if (ended.aborted) return { ok: true };
    if (waitMs === undefined) return { ok: false, reason: `${result.reason}, tried ${tries + 1} times` };
    await sleep(waitMs, ended);
  }
  throw new Error("the last try has no wait");
}

async function attempt(
  url: string,
  key: string,
  body: string,
  limits: DeliveryLimits,
  ended: AbortSignal,
): Promise<Try> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-qsig-signature": signature(key, body, Date.now()) },
      body,
      redirect: "error",
      signal: AbortSignal.any([AbortSignal.timeout(limits.answerMs), ended]),
    });
    if (response.body !== null) await readOctets(Readable.fromWeb(response.body as never), limits.answerOctets);
    if (response.ok) return { ok: true };
    const reason = `the webhook answered with HTTP status ${response.status}`;
    return response.status >= 500 || response.status === 429
      ? { ok: false, reason, again: true }
      : { ok: false, reason };
  } catch (error) {
    return { ok: false, reason: `the webhook cannot be reached (${reasonOf(error, limits)})`, again: true };
  }
}

/** fetch hides what happened behind "fetch failed". */
function reasonOf(error: unknown, limits: DeliveryLimits): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer in ${limits.answerMs} ms`;
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}

function sleep(ms: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      ended.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    ended.addEventListener("abort", wake);
  });
}
