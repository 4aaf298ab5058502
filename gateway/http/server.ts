import http from "node:http";
import type { AddressInfo } from "node:net";

/** What one HTTP server may cost, whoever connects to it. */
export const httpLimits = {
  headerOctets: 16 * 1024,
  connections: 256,
  headersMs: 5_000,
  requestMs: 10_000,
  /** How late a slow client is noticed; Node's 30 s would make the two times above mean little. */
  checkMs: 1_000,
} as const;

export type HttpLimits = { readonly [limit in keyof typeof httpLimits]: number };

export interface HttpAddress {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
}

export interface HttpServer {
  readonly server: http.Server;
  /** `http://host:port` of where it listens. */
  readonly url: string;
  /** Ends every connection. */
  stop(): Promise<void>;
}

/**
 * A server with limits. `who` and `advice` stand in the sentence of the ListenError where the port cannot be had: "the
 * console", "choose another with --port".
 */
export async function openHttp(
  { host, port }: HttpAddress,
  limits: HttpLimits,
  handle: (request: http.IncomingMessage, response: http.ServerResponse) => void,
  words: { readonly who: string; readonly advice: string },
): Promise<HttpServer> {
  const server = http.createServer(
    {
      maxHeaderSize: limits.headerOctets,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkMs,
    },
    handle,
  );
  server.maxConnections = limits.connections;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const sentence = `${words.who} cannot listen on ${host}:${port} (${error.message}); ${words.advice}`;
      reject(new ListenError(error.code, sentence));
    });
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    server,
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** `code` as the system gave it, `EADDRINUSE`. */
export class ListenError extends Error {
  readonly code: string | undefined;

  constructor(code: string | undefined, sentence: string) {
    super(sentence);
    this.code = code;
  }
}
