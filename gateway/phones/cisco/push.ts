import { randomBytes } from "node:crypto";
import http from "node:http";
import type { HostPort } from "../../../src/config.ts";
import { readOctets } from "../../http/body.ts";
import { basicAuthorization, type Credentials, digestAuthorization } from "../../http/digest.ts";
import { executeObject, type PhoneAnswer, pushedOctets, readAnswer } from "./objects.ts";

export const pushLimits = {
  /** An answer of three items has a few hundred octets. */
  answerOctets: 16 * 1024,
  /** From the first octet we send to the last we read. */
  answerMs: 5_000,
} as const;

export type PushLimits = { readonly [limit in keyof typeof pushLimits]: number };

/** How the gateway shows who it is: in every request, or as an answer to the phone's challenge. */
export type PushAuthentication =
  | { readonly scheme: "none" }
  | { readonly scheme: "basic" | "digest"; readonly credentials: Credentials };

interface Reply {
  readonly status: number;
  readonly challenge: readonly string[];
  readonly body: Buffer | undefined;
}

const path = "/CGI/Execute";

/** POSTs an execute object to a phone and reads what it says. Never rejects. */
export async function push(
  phone: HostPort,
  urls: readonly string[],
  authentication: PushAuthentication,
  limits: PushLimits,
): Promise<PhoneAnswer> {
  const xml = executeObject(urls);
  if (Buffer.byteLength(xml) > pushedOctets) {
    return { ok: false, again: false, reason: `phones take ${pushedOctets} octets; make url or audioFile shorter` };
  }
  const body = `XML=${encodeURIComponent(xml)}`;
  try {
    const signal = AbortSignal.timeout(limits.answerMs);
    const first = await post(phone, body, firstHeader(authentication), signal, limits);
    const answer = answerTo(first, authentication);
    return read(answer === undefined ? first : await post(phone, body, answer, signal, limits), limits);
  } catch (error) {
    return { ok: false, again: true, reason: `the phone cannot be reached (${reasonOf(error, limits)})` };
  }
}

function firstHeader(authentication: PushAuthentication): string | undefined {
  return authentication.scheme === "basic" ? basicAuthorization(authentication.credentials) : undefined;
}

/** The second request's header, where the phone asked for a digest. */
function answerTo({ status, challenge }: Reply, authentication: PushAuthentication): string | undefined {
  if (status !== 401 || authentication.scheme !== "digest") return undefined;
  const request = { method: "POST", uri: path, cnonce: randomBytes(12).toString("hex"), count: 1 };
  for (const each of challenge) {
    const header = digestAuthorization(each, authentication.credentials, request);
    if (header !== undefined) return header;
  }
  return undefined;
}

function post(
  { host, port }: HostPort,
  body: string,
  authorization: string | undefined,
  signal: AbortSignal,
  limits: PushLimits,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": Buffer.byteLength(body),
      ...(authorization === undefined ? {} : { authorization }),
    };
    const request = http.request({ host, port, path, method: "POST", headers, signal, agent: false }, (response) => {
      readOctets(response, limits.answerOctets).then((octets) => {
        // What is longer than the limit is not read any further.
        if (octets === undefined) response.destroy();
        const challenge = response.headersDistinct["www-authenticate"] ?? [];
        resolve({ status: response.statusCode ?? 0, challenge, body: octets });
      }, reject);
    });
    request.on("error", reject);
    request.end(body);
  });
}

function read({ status, body }: Reply, limits: PushLimits): PhoneAnswer {
  if (status === 401) {
    return { ok: false, again: false, reason: "the phone refused user and password: give those it is controlled by" };
  }
  if (status !== 200)
    return { ok: false, again: status >= 500, reason: `the phone answered with HTTP status ${status}` };
  if (body === undefined) {
    return { ok: false, again: false, reason: `the phone answered more than ${limits.answerOctets} octets` };
  }
  return readAnswer(body);
}

function reasonOf(error: unknown, limits: PushLimits): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError" || error.name === "AbortError") return `no answer in ${limits.answerMs} ms`;
  return error.message;
}
