import { Routes } from "../../src/routes.ts";
import type { Output } from "../../src/seam.ts";
import type { UserKey } from "../../src/users/screen.ts";
import type { Config } from "../../src/config.ts";
import type { Gateway } from "../gateway.ts";
import { CapturePackets } from "../capture-packets.ts";
import { liveLadder } from "../live-ladder.ts";
import { timeline } from "../timeline.ts";
import { ApiError, type ApiResponse, type Route } from "./route.ts";

/** The API of one gateway: requests, trunks, the live ladder. Where no page takes its place, `/` lists the routes. */
export function gatewayRoutes(gateway: Gateway, config: Config): readonly Route[] {
  const { inspect } = gateway;
  const routes: readonly Route[] = [
    { method: "GET", path: "/api/requests", handle: () => ok({ requests: inspect.requests() }) },
    { method: "POST", path: "/api/requests", handle: ({ body }) => activate(gateway, config, body) },
    {
      method: "GET",
      path: "/api/requests/:request",
      handle: ({ parameters }) => show(gateway, parameters["request"] ?? ""),
    },
    {
      method: "DELETE",
      path: "/api/requests/:request",
      handle: ({ parameters }) => cancel(gateway, parameters["request"] ?? ""),
    },
    { method: "GET", path: "/api/lines", handle: () => ok({ lines: inspect.lines() }) },
    { method: "GET", path: "/api/trunks", handle: () => ok({ trunks: inspect.trunks() }) },
    {
      method: "GET",
      path: "/api/metrics",
      handle: () => ({ status: 200, text: gateway.metrics(), contentType: metricsType }),
    },
    {
      method: "GET",
      path: "/api/events",
      handle: () => ({ follow: (send) => followLadder(gateway, (line) => send("ladder", { line })) }),
    },
    {
      method: "GET",
      path: "/api/capture",
      handle: () => ({ stream: (write) => capture(gateway, config, write), contentType: "application/x-pcapng" }),
    },
  ];
  const table = routes.map(({ method, path }) => `${method} ${path}`);
  return [{ method: "GET", path: "/", handle: () => ok({ gateway: config.name, routes: table }) }, ...routes];
}

/** The text format of Prometheus, version 0.0.4. */
const metricsType = "text/plain; version=0.0.4; charset=utf-8";

function ok(json: unknown): ApiResponse {
  return { status: 200, json };
}

function show(gateway: Gateway, request: string): ApiResponse {
  const record = gateway.inspect.requests().find((other) => other.request === request);
  const events = timeline(gateway.inspect.entries(), request);
  if (record === undefined && events.length === 0) throw unknown(request);
  return ok({ request: record ?? null, timeline: events });
}

async function cancel(gateway: Gateway, request: string): Promise<ApiResponse> {
  if (!gateway.inspect.requests().some((other) => other.request === request)) throw unknown(request);
  const outputs = await gateway.ask({ type: "operator", command: { command: "cancel", request } });
  return ok({ request, says: said(outputs) });
}

function unknown(request: string): ApiError {
  return new ApiError(404, `there is no request ${request}; qsig requests list shows those that stand`);
}

/**
 * 202 with the new request; what the far side says to it, its timeline tells. 409 with the reason where there is
 * none.
 */
async function activate(gateway: Gateway, config: Config, body: unknown): Promise<ApiResponse> {
  const { user, to } = fields(body);
  const outputs = await gateway.ask({
    type: "operator",
    command: { command: "activate", user: userKey(config, user), to },
  });
  const says = said(outputs);
  const request = outputs.flatMap((output) => requestOf(output) ?? []).at(-1);
  if (request !== undefined) return { status: 202, json: { request, says } };
  throw new ApiError(
    409,
    says.at(-1) ?? "no request came of it: call back works after a call that met a busy or silent line",
  );
}

function fields(body: unknown): { readonly user: string; readonly to: string } {
  const { user, to } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  if (typeof user === "string" && typeof to === "string" && number.test(to)) return { user, to };
  throw new ApiError(400, 'send {"user": "2001", "to": "1001"}: who asks, and the digits of the line asked for');
}

/** What a user may dial; whether call back takes it is for the core to say (S-11). */
const number = /^[0-9*#]{1,32}$/;

/** `neighbour/number` as it is, or a bare number by the routes. */
function userKey(config: Config, user: string): UserKey {
  const [neighbour, digits, ...rest] = user.split("/");
  if (digits !== undefined && neighbour !== undefined && rest.length === 0) {
    if (config.neighbours.some(({ name }) => name === neighbour)) return `${neighbour}/${digits}`;
    throw new ApiError(404, `there is no neighbour ${neighbour}`);
  }
  const found = new Routes(config.neighbours).neighbourOf(user);
  if (found === undefined) throw new ApiError(404, `no neighbour has the number ${user}`);
  return `${found.name}/${user}`;
}

function requestOf(output: Output): string | undefined {
  if (output.type === "save" && output.record !== null) return output.request;
  return undefined;
}

/** What the core said in words: to the trace, or on the user's screen. */
function said(outputs: readonly Output[]): string[] {
  return outputs.flatMap((output) => {
    if (output.type === "notify") return output.screen === null ? [] : [output.screen.lines.join("; ")];
    if (output.type !== "trace") return [];
    const { entry } = output;
    if (entry.type === "request") return [entry.text];
    return entry.type === "transition" && entry.reason !== undefined ? [entry.reason] : [];
  });
}

/** What crosses the trunks from now on, as pcapng. */
function capture(gateway: Gateway, config: Config, write: (octets: Uint8Array) => void): () => void {
  const packets = new CapturePackets(config);
  write(packets.header());
  return gateway.inspect.subscribe((entry) => {
    const packet = packets.packet(entry);
    if (packet !== undefined) write(packet);
  });
}

/** Every line of the ladder from the oldest that is kept on. */
function followLadder(gateway: Gateway, send: (line: string) => void): () => void {
  const lines = liveLadder((at) => new Date(at).toISOString(), send);
  for (const entry of gateway.inspect.entries()) lines.push(entry);
  const unsubscribe = gateway.inspect.subscribe(lines.push);
  return () => {
    lines.stop();
    unsubscribe();
  };
}
