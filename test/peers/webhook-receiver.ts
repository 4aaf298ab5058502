import { createHmac } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";

export interface Post {
  readonly id: string;
  readonly at: string;
  readonly user: string;
  readonly type: "screen" | "placeCall";
  readonly screen?: { readonly lines: readonly string[]; readonly keys: readonly string[] } | null;
  readonly sound?: boolean;
  readonly link?: string;
  readonly to?: string;
  readonly request?: string;
}

/** A program of a cluster that takes the posts of `phones: webhook`, and checks that they are signed. */
export class WebhookReceiver {
  readonly #key: string;
  readonly #server = http.createServer((request, response) => void this.#take(request, response));
  readonly posts: Post[] = [];
  /** Requests, refused ones too. */
  requests = 0;
  readonly users = new Set(["1001", "1002"]);
  /** Set to answer the next requests by something else. */
  answer: ((response: http.ServerResponse) => void) | undefined;

  constructor(key: string) {
    this.#key = key;
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #take(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    this.requests += 1;
    if (this.answer !== undefined) return this.answer(response);
    const [, seconds = "", given = ""] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(request.headers["x-qsig-signature"])) ?? [];
    const right = createHmac("sha256", this.#key).update(`${seconds}.${body}`).digest("hex");
    if (given !== right) return void response.writeHead(401).end();
    const post = JSON.parse(body) as Post;
    if (!this.users.has(post.user)) return void response.writeHead(404).end();
    this.posts.push(post);
    response.writeHead(204).end();
  }
}
