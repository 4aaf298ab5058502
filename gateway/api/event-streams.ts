import type http from "node:http";
import { ApiError, type SendEvent } from "./route.ts";

export const eventLimits = {
  streams: 64,
  /** Octets that wait for a client that does not read; beyond them it is dropped and may come again. */
  queuedOctets: 1024 * 1024,
  /** A comment goes this often, so that a client that has gone is noticed. */
  keepAliveMs: 15_000,
} as const;

/** The answers that go on until the client goes: server-sent events, captures. */
export class EventStreams {
  readonly #ends = new Set<() => void>();

  follow(
    response: http.ServerResponse,
    headers: http.OutgoingHttpHeaders,
    follow: (send: SendEvent) => () => void,
  ): void {
    const contentType = { "content-type": "text/event-stream; charset=utf-8" };
    this.open(response, { ...headers, ...contentType }, (write: (text: string) => void) => {
      const keepAlive = setInterval(() => write(":\n\n"), eventLimits.keepAliveMs);
      const unsubscribe = follow((event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      return () => {
        clearInterval(keepAlive);
        unsubscribe();
      };
    });
  }

  /** `subscribe` gets what writes to the client, and returns what ends it. */
  open<Part extends string | Uint8Array>(
    response: http.ServerResponse,
    headers: http.OutgoingHttpHeaders,
    subscribe: (write: (part: Part) => void) => () => void,
  ): void {
    if (this.#ends.size >= eventLimits.streams) throw new ApiError(503, "too many clients follow the events already");
    response.writeHead(200, headers);
    const unsubscribe = subscribe((part) => {
      response.write(part);
      if (response.writableLength > eventLimits.queuedOctets) response.destroy();
    });
    const end = () => {
      this.#ends.delete(end);
      unsubscribe();
    };
    this.#ends.add(end);
    response.on("close", end);
    response.on("error", end);
  }

  stop(): void {
    for (const end of [...this.#ends]) end();
  }
}
