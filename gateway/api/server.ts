import type http from "node:http";
import { httpLimits, openHttp } from "../http/server.ts";
import type { Log } from "../log.ts";
import { readJson } from "./body.ts";
import { EventStreams } from "./event-streams.ts";
import { refusal } from "./guard.ts";
import { ApiError, type ApiRequest, type Route, type StaticFile } from "./route.ts";

export interface ApiSettings {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
}

export const apiLimits = { bodyOctets: 64 * 1024, ...httpLimits } as const;

/** Sent with every answer. The console runs no script and shows no frame but its own. */
const headers = {
  "content-security-policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
} as const;

export interface Api {
  /** `http://host:port/` */
  readonly url: string;
  stop(): Promise<void>;
}

export interface ApiOptions {
  readonly settings: ApiSettings;
  readonly routes: readonly Route[];
  readonly files: readonly StaticFile[];
  readonly log: Log;
  /** For pages of users: any name may lead here, as the paths themselves are secret. Each refusal is told. */
  readonly open?: { readonly refused: (sentence: string) => void };
  /** Of the ListenError; absent: those of the console. */
  readonly words?: { readonly who: string; readonly advice: string };
  /** Tests shorten them. */
  readonly limits?: { readonly [limit in keyof typeof apiLimits]?: number };
}

/** Rejects with a ListenError where the port cannot be had. */
export async function startApi(options: ApiOptions): Promise<Api> {
  const streams = new EventStreams();
  const http = await openHttp(
    options.settings,
    { ...apiLimits, ...options.limits },
    (request, response) => {
      answer(request, response, options, streams).catch((error: unknown) => fail(response, error, options));
    },
    options.words ?? { who: "the console", advice: "choose another with --port" },
  );
  return {
    url: `${http.url}/`,
    stop: () => {
      streams.stop();
      return http.stop();
    },
  };
}

async function answer(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  options: ApiOptions,
  streams: EventStreams,
): Promise<void> {
  const refused = options.open === undefined ? refusal(request) : undefined;
  if (refused !== undefined) throw refused;
  const url = new URL(request.url ?? "/", "http://gateway");
  const file = options.files.find(({ path }) => path === url.pathname);
  if (file !== undefined) return sendFile(request, response, file);
  const { route, parameters } = find(options.routes, request.method ?? "", url.pathname);
  const body = await readJson(request, apiLimits.bodyOctets);
  const apiRequest: ApiRequest = { parameters, query: url.searchParams, body };
  const result = await route.handle(apiRequest);
  if ("follow" in result) return streams.follow(response, headers, result.follow);
  if ("stream" in result) {
    return streams.open(response, { ...headers, "content-type": result.contentType }, result.stream);
  }
  if ("text" in result) {
    response.writeHead(result.status, { ...headers, "content-type": result.contentType });
    response.end(result.text);
    return;
  }
  send(response, result.status, result.json);
}

function find(routes: readonly Route[], method: string, path: string) {
  const allowed: string[] = [];
  for (const route of routes) {
    const parameters = match(route.path, path);
    if (parameters === undefined) continue;
    if (route.method === method) return { route, parameters };
    allowed.push(route.method);
  }
  if (allowed.length > 0) throw new ApiError(405, `${path} takes ${allowed.join(" or ")}`);
  throw new ApiError(404, "there is nothing under this path");
}

/** The values of the `:names`, or undefined where the path is another. */
function match(pattern: string, path: string): Record<string, string> | undefined {
  const names = pattern.split("/");
  const segments = path.split("/");
  if (names.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? "";
    if (!name.startsWith(":")) {
      if (name !== segment) return undefined;
    } else if (segment === "") return undefined;
    else parameters[name.slice(1)] = decode(segment);
  }
  return parameters;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ApiError(400, "the path holds a % that is no escape");
  }
}

function sendFile(request: http.IncomingMessage, response: http.ServerResponse, file: StaticFile): void {
  if (request.method !== "GET" && request.method !== "HEAD") throw new ApiError(405, `${file.path} takes GET`);
  response.writeHead(200, { ...headers, "content-type": file.contentType });
  response.end(request.method === "HEAD" ? undefined : file.body);
}

function send(response: http.ServerResponse, status: number, json: unknown): void {
  response.writeHead(status, { ...headers, "content-type": "application/json; charset=utf-8" });
  response.end(`${JSON.stringify(json)}\n`);
}

/** Errors are JSON with a sentence; what is our own fault goes to the log, not to the client. */
function fail(response: http.ServerResponse, error: unknown, { log, open }: ApiOptions): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // An unread body would be taken for the next request.
  response.setHeader("connection", "close");
  if (error instanceof ApiError) {
    open?.refused(error.message);
    return send(response, error.status, { error: error.message });
  }
  log.error(`the API failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  send(response, 500, { error: "the gateway failed at this; its log says why" });
}
