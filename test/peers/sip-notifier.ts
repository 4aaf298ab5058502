import net from "node:net";
import tls from "node:tls";

export interface SipMessage {
  readonly start: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** How a SUBSCRIBE is answered. */
export type Answer = { readonly status: number; readonly headers?: readonly string[] };

interface Subscription {
  readonly socket: net.Socket;
  readonly request: SipMessage;
  readonly tag: string;
  version: number;
  cseq: number;
}

/**
 * A notifier of event packages over TCP, written in raw SIP so that it can also do what no good one does. It keeps one
 * subscription a line and package, the newest.
 */
export class SipNotifier {
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();
  readonly #subscriptions = new Map<string, Subscription>();
  /** What came, requests and responses, oldest first. */
  readonly heard: SipMessage[] = [];
  /** Says how to answer; without one all are taken for as long as they ask. */
  answer: (request: SipMessage) => Answer = () => ({ status: 200 });
  /** The first document of a subscription; undefined: none is sent. */
  first: (line: string, event: string, version: number) => string | undefined = () => undefined;
  #wake: (() => void)[] = [];
  #tags = 0;

  /** `identity`: speaks TLS, and wants the client's certificate. */
  constructor(identity?: { readonly cert: string; readonly key: string; readonly ca: string }) {
    const take = (socket: net.Socket) => this.#accept(socket);
    this.#server =
      identity === undefined ? net.createServer(take) : tls.createServer({ ...identity, requestCert: true }, take);
  }

  async start(port = 0): Promise<{ readonly host: string; readonly port: number }> {
    await new Promise<void>((resolve) => this.#server.listen(port, "127.0.0.1", resolve));
    return { host: "127.0.0.1", port: (this.#server.address() as net.AddressInfo).port };
  }

  async stop(): Promise<void> {
    this.disconnect();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** All connections break. */
  disconnect(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** SUBSCRIBEs that came, `line event expires`. */
  get asked(): readonly string[] {
    return this.heard
      .filter(({ start }) => start.startsWith("SUBSCRIBE"))
      .map((request) => `${lineOf(request)} ${request.headers.get("event")} ${request.headers.get("expires")}`);
  }

  /** Statuses of the answers to what we sent. */
  get answers(): readonly number[] {
    return this.heard
      .filter(({ start }) => start.startsWith("SIP/2.0"))
      .map(({ start }) => Number(start.split(" ")[1]));
  }

  async until(test: (notifier: SipNotifier) => boolean): Promise<void> {
    while (!test(this)) await new Promise<void>((resolve) => this.#wake.push(resolve));
  }

  /** Resolves when the subscriber has a connection that takes more. */
  async flowing(): Promise<void> {
    for (;;) {
      const socket = [...this.#sockets].at(-1);
      if (socket !== undefined && socket.writableLength < 64 * 1024) return;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  /** Sends a NOTIFY in the subscription; `version` counts up by itself where `body` asks for it. */
  notify(
    line: string,
    event: string,
    body: string | ((version: number) => string),
    more: { readonly state?: string; readonly toTag?: string; readonly callId?: string; readonly event?: string } = {},
  ): void {
    const subscription = this.#subscriptions.get(`${line} ${event}`);
    if (subscription === undefined) throw new Error(`nobody subscribed to ${line} ${event}`);
    const text = typeof body === "string" ? body : body(subscription.version);
    if (typeof body !== "string") subscription.version += 1;
    const { request, tag, socket } = subscription;
    const contact = /<([^>]+)>/.exec(request.headers.get("contact") ?? "")?.[1] ?? "";
    const from = request.headers.get("from") ?? "";
    subscription.cseq += 1;
    socket.write(
      [
        `NOTIFY ${contact} SIP/2.0`,
        `Via: SIP/2.0/TCP 127.0.0.1;branch=z9hG4bK${line}${event}${subscription.cseq}${this.heard.length}`,
        "Max-Forwards: 70",
        `From: <sip:${line}@127.0.0.1>;tag=${tag}`,
        `To: ${more.toTag === undefined ? from : from.replace(/tag=[^;]+/, `tag=${more.toTag}`)}`,
        `Call-ID: ${more.callId ?? request.headers.get("call-id")}`,
        `CSeq: ${subscription.cseq} NOTIFY`,
        `Contact: <sip:127.0.0.1:${(socket.localPort ?? 0).toString()};transport=tcp>`,
        `Event: ${more.event ?? event}`,
        `Subscription-State: ${more.state ?? "active;expires=600"}`,
        "Content-Type: application/xml",
        `Content-Length: ${Buffer.byteLength(text)}`,
        "",
        text,
      ].join("\r\n"),
    );
  }

  #accept(socket: net.Socket): void {
    this.#sockets.add(socket);
    let rest = "";
    socket.on("close", () => this.#sockets.delete(socket));
    socket.on("error", () => {});
    socket.setEncoding("latin1").on("data", (part: string) => {
      rest += part;
      for (let end = rest.indexOf("\r\n\r\n"); end >= 0; end = rest.indexOf("\r\n\r\n")) {
        const length = Number(/^content-length:\s*(\d+)/im.exec(rest.slice(0, end))?.[1] ?? 0);
        if (rest.length < end + 4 + length) break;
        this.#take(socket, parse(rest.slice(0, end), rest.slice(end + 4, end + 4 + length)));
        rest = rest.slice(end + 4 + length);
      }
    });
  }

  #take(socket: net.Socket, message: SipMessage): void {
    this.heard.push(message);
    if (message.start.startsWith("SUBSCRIBE")) this.#subscribe(socket, message);
    else if (!/^(SIP|ACK)/.test(message.start)) this.#respond(socket, message);
    for (const wake of this.#wake.splice(0)) wake();
  }

  #respond(socket: net.Socket, request: SipMessage): void {
    const { status } = this.answer(request);
    const same = ["via", "from", "call-id", "cseq"].map((name) => `${name}: ${request.headers.get(name)}`);
    const to = `to: ${request.headers.get("to")};tag=t`;
    socket.write([`SIP/2.0 ${status} x`, ...same, to, "Content-Length: 0", "", ""].join("\r\n"));
  }

  #subscribe(socket: net.Socket, request: SipMessage): void {
    const { status, headers = [] } = this.answer(request);
    this.#tags += 1;
    const toTag = /;tag=([^;]+)/.exec(request.headers.get("to") ?? "")?.[1];
    const tag = toTag ?? `n${this.#tags}`;
    const expires = request.headers.get("expires") ?? "600";
    const to = toTag === undefined ? `${request.headers.get("to")};tag=${tag}` : request.headers.get("to");
    const same = ["via", "from", "call-id", "cseq"].map((name) => `${name}: ${request.headers.get(name)}`);
    const contact = `Contact: <sip:127.0.0.1:${socket.localPort};transport=tcp>`;
    const own = status === 200 ? [`Expires: ${expires}`, contact] : [];
    socket.write(
      [`SIP/2.0 ${status} x`, ...same, `to: ${to}`, ...own, ...headers, "Content-Length: 0", "", ""].join("\r\n"),
    );
    if (status !== 200 || expires === "0") return;
    const [line, event] = [lineOf(request), request.headers.get("event") ?? ""];
    const known = this.#subscriptions.get(`${line} ${event}`);
    const next = toTag !== undefined && known !== undefined ? { ...known, socket } : undefined;
    const subscription = next ?? { socket, request, tag, version: 0, cseq: 0 };
    this.#subscriptions.set(`${line} ${event}`, subscription);
    const body = this.first(line, event, subscription.version);
    if (body === undefined) return;
    subscription.version += 1;
    this.notify(line, event, body, { state: `active;expires=${expires}` });
  }
}

/** The user part of the request URI, which names the line whose document is wanted. */
function lineOf({ headers }: SipMessage): string {
  return /sip:([^@]+)@/.exec(headers.get("to") ?? "")?.[1] ?? "";
}

function parse(head: string, body: string): SipMessage {
  const [start = "", ...fields] = head.split("\r\n");
  const headers = new Map<string, string>();
  for (const field of fields) {
    const colon = field.indexOf(":");
    const name = field.slice(0, colon).toLowerCase();
    if (!headers.has(name)) headers.set(name, field.slice(colon + 1).trim());
  }
  return { start, headers, body };
}

/** A dialog-info document of these dialogs. */
export function dialogInfo(
  line: string,
  version: number,
  dialogs: readonly {
    readonly id: string;
    readonly direction?: string;
    readonly state: string;
    readonly remote?: string;
  }[],
  state: "full" | "partial" = "full",
): string {
  const all = dialogs.map(({ id, direction = "recipient", state: now, remote }) => {
    const other = remote === undefined ? "" : `<remote><identity>sip:${remote}@127.0.0.1</identity></remote>`;
    return `<dialog id="${id}" call-id="${id}@x" direction="${direction}"><state>${now}</state>${other}</dialog>`;
  });
  const root = `version="${version}" state="${state}" entity="sip:${line}@127.0.0.1"`;
  return `<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" ${root}>${all.join("")}</dialog-info>`;
}

/** A reginfo document of one line with these contacts, by Call-ID and event. */
export function regInfo(
  version: number,
  contacts: readonly {
    readonly id: string;
    readonly callId: string;
    readonly event: string;
    readonly isActive?: boolean;
  }[],
  state: "full" | "partial" = "full",
): string {
  const all = contacts.map(({ id, callId, event, isActive = true }) => {
    const word = isActive ? "active" : "terminated";
    return `<contact id="${id}" state="${word}" event="${event}" callid="${callId}"/>`;
  });
  const registration = `<registration aor="sip:1001@127.0.0.1" id="r" state="active">${all.join("")}</registration>`;
  const root = `xmlns="urn:ietf:params:xml:ns:reginfo" version="${version}" state="${state}"`;
  return `<?xml version="1.0"?><reginfo ${root}>${registration}</reginfo>`;
}
