import type http from "node:http";
import { ApiError, type SendEvent } from "./route.ts";

export const eventLimits = {
  streams: 64,
  /** Octets that wait for a client that does not read; beyond them it is dropped and may come again. */
  queuedOctets: 1024 * 1024,
  /** A comment goes this often, so that a client that has gone is noticed. */
  keepAliveMs: 15_000,
} as const;

/** The server-sent events that are open. */
export class EventStreams {
  readonly #ends = new Set<() => void>();

  open(
    response: http.ServerResponse,
    headers: http.OutgoingHttpHeaders,
    follow: (send: SendEvent) => () => void,
  ): void {
    if (this.#ends.size >= eventLimits.streams) throw new ApiError(503, "too many clients follow the events already");
    response.writeHead(200, { ...headers, "content-type": "text/event-stream; charset=utf-8" });
    const write = (text: string) => {
      response.write(text);
      if (response.writableLength > eventLimits.queuedOctets) response.destroy();
    };
    const keepAlive = setInterval(() => write(":\n\n"), eventLimits.keepAliveMs);
    const unsubscribe = follow((event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
    const end = () => {
      clearInterval(keepAlive);
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
