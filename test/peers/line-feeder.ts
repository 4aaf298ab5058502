import { once } from "node:events";
import { WebSocket } from "ws";

/** A script of a cluster as docs/lines-http.openapi.yaml has it: it hears what is wanted and feeds it. */
export class LineFeeder {
  readonly #socket: WebSocket;
  /** What the gateway said, oldest first. */
  readonly said: { readonly type: string; readonly line?: string; readonly text?: string }[] = [];
  /** What is told of a line as soon as it is wanted; absent: nothing is. */
  readonly answers = new Map<string, object>();
  #wake: (() => void)[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data: Buffer) => {
      const message = JSON.parse(data.toString("utf8")) as (typeof this.said)[number];
      this.said.push(message);
      const answer = this.answers.get(message.line ?? "");
      if (message.type === "watch" && answer !== undefined) this.send({ line: message.line, snapshot: answer });
      for (const wake of this.#wake.splice(0)) wake();
    });
  }

  /** Rejects where the gateway refuses it. */
  static async connect(url: string, token: string, path = "/v1/feed"): Promise<LineFeeder> {
    const socket = new WebSocket(`${url.replace("http", "ws")}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    // What is wanted may come with the answer to the handshake.
    const feeder = new LineFeeder(socket);
    await once(socket, "open");
    return feeder;
  }

  send(message: unknown): void {
    this.#socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  async until(test: (feeder: LineFeeder) => boolean): Promise<void> {
    while (!test(this)) await new Promise<void>((resolve) => this.#wake.push(resolve));
  }

  /** Resolves when the gateway ended it. */
  ended(): Promise<unknown> {
    return once(this.#socket, "close");
  }

  close(): void {
    this.#socket.terminate();
  }
}
