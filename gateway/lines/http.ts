import { createHash, timingSafeEqual } from "node:crypto";
import type http from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import type { HostPort } from "../../src/config.ts";
import { snapshotOf } from "../../src/lines/line-state.ts";
import type { AdapterContext, LineAdapter } from "../adapter.ts";
import { readOctets } from "../http/body.ts";
import { type HttpLimits, httpLimits, openHttp } from "../http/server.ts";
import { keyLeastOctets, readSecret } from "../secret.ts";
import { type BoardLimits, boardLimits, LineBoard } from "./http/board.ts";
import { DocumentError, readEvent, readLine, readSnapshot } from "./http/documents.ts";

export interface HttpLineSettings {
  readonly type: "http";
  readonly bind: HostPort;
  /** The bearer token of the feeder, one line. */
  readonly tokenFile: string;
  /** Without a sign of life of the feeder for so long, the lines count as lost. */
  readonly silenceMs: number;
}

export const feedLimits = {
  bodyOctets: 64 * 1024,
  feeds: 16,
  /** What waits for a feeder that does not read; beyond it, the feed ends. */
  queuedOctets: 1024 * 1024,
} as const;

export interface HttpLineLimits {
  readonly http: HttpLimits;
  readonly board: BoardLimits;
}

interface Answer {
  readonly status: number;
  readonly json?: unknown;
}

/** Why a request was refused. The sentence goes to the feeder and to the log. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/** Lines as scripts of the cluster push them: docs/lines-http.openapi.yaml. */
export function httpLines(settings: HttpLineSettings, context: AdapterContext): Promise<LineAdapter> {
  return createHttpLines(settings, context, { http: httpLimits, board: boardLimits });
}

export async function createHttpLines(
  settings: HttpLineSettings,
  context: AdapterContext,
  limits: HttpLineLimits,
): Promise<LineAdapter & { readonly url: string }> {
  const token = digest(await readSecret(settings.tokenFile, "the token of the feeder of lines", keyLeastOctets));
  const feeds = new Feeds(context);
  const { silenceMs } = settings;
  const board = new LineBoard({ context, silenceMs, limits: limits.board, ask: (type, line) => feeds.ask(type, line) });
  const isFeeder = (request: http.IncomingMessage) => {
    const [, given = ""] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "") ?? [];
    return timingSafeEqual(digest(given), token);
  };
  const server = await openHttp(
    settings.bind,
    limits.http,
    (request, response) => void serve(request, response, board, context, isFeeder),
    { who: `lines of ${context.neighbour}`, advice: "set lines.bind to another" },
  );
  feeds.open(server.server, board, isFeeder, settings.silenceMs);
  const lineOf = (key: string) => key.slice(key.indexOf("/") + 1);
  return {
    url: server.url,
    watch: (line) => board.watch(lineOf(line)),
    unwatch: (line) => board.unwatch(lineOf(line)),
    async stop() {
      board.stop();
      feeds.stop();
      await server.stop();
    },
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

async function serve(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  board: LineBoard,
  context: AdapterContext,
  isFeeder: (request: http.IncomingMessage) => boolean,
): Promise<void> {
  let answer: Answer;
  try {
    if (!isFeeder(request)) throw new Refusal(401, "give the token of tokenFile: Authorization: Bearer TOKEN");
    await context.drained();
    board.heard();
    answer = await answerTo(request, board);
  } catch (error) {
    const { status, message } = refusalOf(error);
    context.warn(`${request.socket.remoteAddress} fed lines in vain: ${message}`);
    answer = { status, json: { error: message } };
  }
  if (response.destroyed) return;
  const challenge = answer.status === 401 ? { "www-authenticate": 'Bearer realm="qsig lines"' } : {};
  const close = answer.status >= 400 ? { connection: "close" } : {};
  const type = answer.json === undefined ? {} : { "content-type": "application/json; charset=utf-8" };
  response.writeHead(answer.status, { ...type, ...challenge, ...close, "cache-control": "no-store" });
  response.end(answer.json === undefined ? undefined : `${JSON.stringify(answer.json)}\n`);
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof DocumentError) return new Refusal(400, error.message);
  return new Refusal(400, `the request cannot be read: ${error instanceof Error ? error.message : String(error)}`);
}

async function answerTo(request: http.IncomingMessage, board: LineBoard): Promise<Answer> {
  const path = (request.url ?? "").split("?")[0] ?? "";
  const [, version, what, line, more, ...rest] = path.split("/");
  if (version === "v1" && rest.length === 0) {
    const parts = [what, ...(line === undefined ? [] : [":line"]), ...(more === undefined ? [] : [more])];
    switch (`${request.method} ${parts.join("/")}`) {
      case "GET watched":
        return { status: 200, json: { lines: board.watched } };
      case "POST heartbeat":
        return { status: 204 };
      case "GET lines/:line":
        return known(board, readLine(line));
      case "PUT lines/:line":
        return take(board, { line, snapshot: await readJson(request) });
      case "POST lines/:line/events":
        return take(board, { line, event: await readJson(request) });
      default:
    }
  }
  throw new Refusal(404, "there is nothing under this path and method; see docs/lines-http.openapi.yaml");
}

function known(board: LineBoard, line: string): Answer {
  const told = board.told(line);
  if (told === undefined) throw new Refusal(404, "nothing is known of this line");
  return { status: 200, json: told === "absent" ? { exists: false } : snapshotOf(told) };
}

/** One message of the feeder, over HTTP or its WebSocket. */
function take(board: LineBoard, message: unknown): Answer {
  const { line: name, snapshot, event } = (message ?? {}) as Record<string, unknown>;
  const line = readLine(name);
  if ((snapshot === undefined) === (event === undefined)) throw new DocumentError("send either snapshot or event");
  const before = board.told(line);
  if (snapshot === undefined) {
    const read = readEvent(event, before);
    if (read.event === "failed") {
      board.failed(line, read);
      return { status: 204 };
    }
    if (board.event(line, read)) return { status: 204 };
    throw new Refusal(409, "nothing is known of this line that an event could change: send its snapshot first");
  }
  if (board.tell(line, readSnapshot(snapshot, before === "absent" ? undefined : before))) return { status: 204 };
  throw new Refusal(507, `there are ${boardLimits.lines} lines already: tell those that are watched`);
}

async function readJson(request: http.IncomingMessage): Promise<unknown> {
  const octets = await readOctets(request, feedLimits.bodyOctets);
  if (octets === undefined) throw new Refusal(413, `the body is longer than ${feedLimits.bodyOctets} octets`);
  return parse(octets);
}

function parse(octets: Buffer): unknown {
  try {
    return JSON.parse(octets.toString("utf8"));
  } catch {
    throw new Refusal(400, "the body is no JSON");
  }
}

/** The WebSockets of feeders: what is wanted goes out, lines may come in. */
class Feeds {
  readonly #context: AdapterContext;
  readonly #sockets = new Set<WebSocket>();
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: feedLimits.bodyOctets });
  #beat: NodeJS.Timeout | undefined;

  constructor(context: AdapterContext) {
    this.#context = context;
  }

  open(
    server: http.Server,
    board: LineBoard,
    isFeeder: (request: http.IncomingMessage) => boolean,
    silenceMs: number,
  ): void {
    server.on("upgrade", (request: http.IncomingMessage, socket, head: Buffer) => {
      const status = this.#refusal(request, isFeeder);
      if (status === undefined) {
        this.#server.handleUpgrade(request, socket, head, (feed) => this.#add(feed, board));
        return;
      }
      this.#context.warn(`${request.socket.remoteAddress} asked for a feed of lines in vain: ${status}`);
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    });
    // A feeder that answers pings lives, whether its lines change or not.
    this.#beat = setInterval(() => {
      for (const feed of this.#sockets) feed.ping();
    }, silenceMs / 3);
  }

  ask(type: "watch" | "unwatch", line: string): void {
    for (const feed of this.#sockets) this.#send(feed, { type, line });
  }

  stop(): void {
    clearInterval(this.#beat);
    for (const feed of this.#sockets) feed.terminate();
    this.#server.close();
  }

  #refusal(request: http.IncomingMessage, isFeeder: (request: http.IncomingMessage) => boolean): string | undefined {
    if (!isFeeder(request)) return "401 Unauthorized";
    if (request.url !== "/v1/feed") return "404 Not Found";
    return this.#sockets.size < feedLimits.feeds ? undefined : "503 Service Unavailable";
  }

  #add(feed: WebSocket, board: LineBoard): void {
    board.heard();
    this.#sockets.add(feed);
    for (const line of board.watched) this.#send(feed, { type: "watch", line });
    feed.on("pong", () => board.heard());
    feed.on("message", (data: Buffer) => {
      board.heard();
      this.#take(feed, board, data);
      const drained = this.#context.drained();
      if (drained === undefined) return;
      feed.pause();
      void drained.then(() => feed.resume());
    });
    feed.on("error", (error) => this.#context.warn(`a feed of lines ended: ${error.message}`));
    feed.on("close", () => {
      this.#sockets.delete(feed);
      // What happens while nobody feeds is not seen.
      if (this.#sockets.size === 0) board.silent();
    });
  }

  #take(feed: WebSocket, board: LineBoard, data: Buffer): void {
    try {
      take(board, parse(data));
    } catch (error) {
      const { message } = refusalOf(error);
      this.#context.warn(`a feed of lines said in vain: ${message}`);
      this.#send(feed, { type: "error", text: message });
    }
  }

  #send(feed: WebSocket, message: object): void {
    feed.send(JSON.stringify(message));
    if (feed.bufferedAmount > feedLimits.queuedOctets) feed.terminate();
  }
}
