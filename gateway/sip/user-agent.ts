import { randomUUID } from "node:crypto";
import type net from "node:net";
import {
  ClientTransaction,
  DigestAuthentication,
  IncomingRequestMessage,
  type IncomingResponseMessage,
  LoggerFactory,
  Parser,
  TransportError,
  URI,
  UserAgentCore,
  type UserAgentCoreDelegate,
} from "sip.js/lib/core/index.js";
import { Absorbed } from "./absorbed.ts";
import { closedByPeer, SipConnection } from "./connection.ts";
import type { SipLimits } from "./limits.ts";
import { badRequest, leaving, received } from "./message-text.ts";
import { useQuickRules } from "./quick-grammar.ts";
import { Turns } from "./turns.ts";

/** sip.js draws branches out of ten million: with some thousand transactions alive two would be the same. */
(ClientTransaction as unknown as { makeId(request: { method: string; branch?: string }): string }).makeId = (
  request,
) => (request.method === "CANCEL" && request.branch !== undefined ? request.branch : `z9hG4bK${randomUUID()}`);

useQuickRules();

export interface SipUserAgentSettings {
  readonly transport: "tcp" | "tls";
  /** The user part of our Contact. */
  readonly user: string;
  /** Where peers reach us, if they may connect; else they use the connection that we made. */
  readonly listen?: { readonly host: string; readonly port: number };
  readonly credentials?: { readonly username: string; readonly password: string };
  readonly limits: SipLimits;
}

export interface SipUserAgentEvents extends UserAgentCoreDelegate {
  /** The connection that requests go on is there; or it ended, or never came to be. */
  opened(): void;
  closed(reason: string): void;
  flow(writable: boolean): void;
  /** A whole message crossed a connection. */
  trace(direction: "in" | "out", octets: Uint8Array): void;
  warn(text: string): void;
  drained(): Promise<void> | undefined;
}

/** What RFC 3261 8.1.1 wants of every message, as sip.js names it. */
const mandatory = ["Via", "From", "To", "Call-ID", "CSeq"];

/**
 * sip.js's core (transactions and dialogs) over our own connections. Requests go on the connection of `connect`, in
 * dialogs too; a response goes back where its request came from. A dialog outlives the connection it began on.
 */
export class SipUserAgent {
  readonly core: UserAgentCore;
  readonly #settings: SipUserAgentSettings;
  readonly #events: SipUserAgentEvents;
  readonly #loggers = new LoggerFactory();
  readonly #connections = new Map<number, SipConnection>();
  readonly #turns = new Turns();
  readonly #silent = new Set<number>();
  readonly #absorbed = new Absorbed();
  #last = 0;
  /** The connection that requests go on. */
  #home: number | undefined;
  /** The one whose message is being read. */
  #reading: number | undefined;
  #stopped = false;

  constructor(settings: SipUserAgentSettings, events: SipUserAgentEvents) {
    this.#settings = settings;
    this.#events = events;
    this.#loggers.builtinEnabled = false;
    const uri = new URI("sip", settings.user, "invalid");
    const transport = { protocol: settings.transport.toUpperCase(), send: (text: string) => this.#send(text) };
    const { credentials } = settings;
    this.core = new UserAgentCore(
      {
        aor: uri,
        contact: { pubGruu: undefined, tempGruu: undefined, uri, toString: () => this.contact },
        displayName: "",
        loggerFactory: this.#loggers,
        hackViaTcp: false,
        routeSet: [],
        sipjsId: "",
        supportedOptionTags: [],
        supportedOptionTagsResponse: [],
        userAgentHeaderFieldValue: "qsig-gateway",
        viaForceRport: true,
        viaHost: "invalid",
        authenticationFactory: () =>
          credentials && new DigestAuthentication(this.#loggers, undefined, credentials.username, credentials.password),
        transportAccessor: () => transport,
      },
      refusing(events),
    );
  }

  /** Our Contact, as the header field has it. */
  get contact(): string {
    return `<${this.core.configuration.contact.uri.toString()}>`;
  }

  /** What is being read came on the connection that requests go on. */
  get isReadingHome(): boolean {
    return this.#reading !== undefined && this.#reading === this.#home;
  }

  /** Connections that stand. */
  get connections(): number {
    return this.#connections.size;
  }

  /** Those of peers that have brought no message yet. */
  get silent(): number {
    return this.#silent.size;
  }

  /** Of those that have brought no message yet. False: there is none. */
  closeOldestSilent(reason: string): boolean {
    const [oldest] = this.#silent;
    if (oldest === undefined) return false;
    this.#silent.delete(oldest);
    this.#connections.get(oldest)?.close(reason);
    return true;
  }

  /** Requests go on this socket from now on; `opened` or `closed` says what became of it. */
  connect(socket: net.Socket): void {
    const number = this.#add(socket);
    this.#home = number;
    const ready = (): void => {
      this.#named(number);
      this.#events.opened();
    };
    // One with TLS was judged before it came here.
    if (!socket.connecting) return ready();
    const { connectMs } = this.#settings.limits;
    const tooLong = setTimeout(() => socket.destroy(new Error(`no connection within ${connectMs} ms`)), connectMs);
    socket.once("close", () => clearTimeout(tooLong));
    socket.once("connect", () => {
      clearTimeout(tooLong);
      ready();
    });
  }

  /** As `connect`, with a socket that stands: TLS whose peer was judged. */
  connected(socket: net.Socket): void {
    this.#home = this.#add(socket);
    this.#named(this.#home);
    this.#events.opened();
  }

  /** A peer's connection: what comes on it is answered on it. */
  accept(socket: net.Socket): void {
    const number = this.#add(socket);
    this.#silent.add(number);
    if (this.#home === undefined) this.#named(number);
  }

  /** Ends the connection that requests go on. */
  disconnect(reason: string): void {
    if (this.#home !== undefined) this.#connections.get(this.#home)?.close(reason);
  }

  /** The peer has acknowledged our 2xx: of its INVITE, which had this branch, only a copy may come any more. */
  acknowledged(branch: string): void {
    const server = this.core.userAgentServers.get(branch);
    if (server === undefined || !this.#absorbed.add(branch)) return;
    this.core.userAgentServers.delete(branch);
    server.dispose();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.core.dispose();
    await Promise.all([...this.#connections.values()].map((connection) => connection.stop()));
  }

  #add(socket: net.Socket): number {
    this.#last += 1;
    const number = this.#last;
    const connection = new SipConnection(socket, this.#settings.limits, {
      message: (text) => {
        this.#silent.delete(number);
        this.#turns.run(() => this.#receive(number, text));
      },
      flow: (writable) => {
        if (number === this.#home) this.#events.flow(writable);
      },
      // Behind its messages.
      closed: (reason) => this.#turns.run(() => this.#ended(number, reason)),
      drained: () => this.#turns.drained() ?? this.#events.drained(),
    });
    this.#connections.set(number, connection);
    return number;
  }

  #ended(number: number, reason: string): void {
    this.#connections.delete(number);
    this.#silent.delete(number);
    const isHome = number === this.#home;
    if (isHome) this.#home = undefined;
    if (this.#stopped) return;
    if (isHome) this.#events.closed(reason);
    else if (reason !== closedByPeer) this.#events.warn(`a connection of a peer is closed: ${reason}`);
  }

  /** By what address peers know us: where we listen, else our end of the connection. */
  #named(number: number): void {
    const own = this.#connections.get(number)?.address;
    if (own === undefined) return;
    const { listen, transport, user } = this.#settings;
    const isAny = listen === undefined || listen.host === "0.0.0.0" || listen.host === "::";
    const host = bracketed(isAny ? own.host : listen.host);
    const port = listen?.port ?? own.port;
    const { configuration } = this.core;
    configuration.contact.uri = new URI("sip", user, host, port, { transport });
    configuration.viaHost = `${host}:${port}`;
  }

  #send(text: string): Promise<void> {
    const message = leaving(text);
    const number = message.connection ?? this.#home;
    const connection = number === undefined ? undefined : this.#connections.get(number);
    if (connection?.send(message.text) !== true) {
      return Promise.reject(new TransportError("the connection is gone"));
    }
    this.#events.trace("out", Buffer.from(message.text, "latin1"));
    const refused = refusal(message.text);
    if (refused !== undefined) this.#events.warn(refused);
    return Promise.resolve();
  }

  #receive(number: number, text: string): void {
    if (this.#stopped) return;
    this.#events.trace("in", Buffer.from(text, "latin1"));
    this.#absorbed.passed(performance.now());
    this.#reading = number;
    // Nothing a peer sends may end this process: sip.js throws at some of it.
    try {
      const message = Parser.parseMessage(received(text, number), this.#loggers.getLogger("sip.parser"));
      const fault = message === undefined ? "cannot be read" : faultOf(message);
      if (message === undefined || fault !== undefined) this.#refuse(number, text, fault ?? "");
      else if (message instanceof IncomingRequestMessage) this.#request(message);
      else this.core.receiveIncomingResponseFromTransport(message);
    } catch (error) {
      this.#refuse(number, text, `makes no sense: ${String(error)}`);
    } finally {
      this.#reading = undefined;
    }
  }

  #request(message: IncomingRequestMessage): void {
    const { core } = this;
    if (message.method === "INVITE" && this.#absorbed.has(message.viaBranch)) return;
    const isNew = !core.userAgentServers.has(message.viaBranch) && message.method !== "ACK";
    if (isNew && core.userAgentServers.size >= this.#settings.limits.serverTransactions) {
      core.replyStateless(message, { statusCode: 503, extraHeaders: ["Retry-After: 10"] });
      return this.#events.warn("a request is refused: as many wait as the limit");
    }
    // sip.js takes requests for its own address alone; a gateway is called by the numbers behind it.
    if (message.ruri !== undefined) core.configuration.aor = message.ruri;
    core.receiveIncomingRequestFromTransport(message);
  }

  #refuse(number: number, text: string, fault: string): void {
    this.#events.warn(`a SIP message of ${text.length} octets ${fault}`);
    const answer = text.startsWith("SIP/2.0 ") ? undefined : badRequest(text, 400, "Bad Request");
    if (answer === undefined) return;
    this.#connections.get(number)?.send(answer);
    this.#events.trace("out", Buffer.from(answer, "latin1"));
  }
}

function faultOf(message: IncomingRequestMessage | IncomingResponseMessage): string | undefined {
  const { headers } = message;
  const absent = mandatory.find((name) => headers[name] === undefined);
  if (absent !== undefined) return `has no ${absent.toLowerCase()}`;
  if (!message.viaBranch) return "has no branch";
  if (!message.fromTag) return "has no tag in From";
  const method = /^\d+\s+(\S+)$/.exec(headers["CSeq"]?.[0]?.raw ?? "")?.[1];
  if (method === undefined) return "has a CSeq that is none";
  if (message instanceof IncomingRequestMessage && method !== message.method) return "has another method in CSeq";
  return undefined;
}

/** Answers to what no well-behaved peer sends, with why: the log says so. */
const refusals: Readonly<Record<string, string>> = {
  405: "is nothing that is taken here",
  481: "is of no dialog that there is",
  489: "is of an event that was not asked for",
  500: "is older than the last of its dialog",
};

function refusal(text: string): string | undefined {
  const why = refusals[/^SIP\/2\.0 (\d{3})/.exec(text)?.[1] ?? ""];
  if (why === undefined) return undefined;
  const method = /^CSeq: *\d+ +([A-Z]{1,16})\r$/im.exec(text)?.[1];
  // A call may be refused with 500 for its own cause.
  if (method === undefined || method === "INVITE") return undefined;
  return `a request ${method} of a peer is refused: it ${why}`;
}

/** What nobody here takes is refused: sip.js itself would accept a MESSAGE. */
function refusing(events: SipUserAgentEvents): UserAgentCoreDelegate {
  const refuse = (request: { reject(options: { statusCode: number }): unknown }): void => {
    request.reject({ statusCode: 405 });
  };
  return {
    onInvite: (request) => (events.onInvite ? events.onInvite(request) : refuse(request)),
    onMessage: (request) => (events.onMessage ? events.onMessage(request) : refuse(request)),
    onNotify: (request) => (events.onNotify ? events.onNotify(request) : refuse(request)),
    onRefer: (request) => (events.onRefer ? events.onRefer(request) : refuse(request)),
    onRegister: (request) => (events.onRegister ? events.onRegister(request) : refuse(request)),
    onSubscribe: (request) => (events.onSubscribe ? events.onSubscribe(request) : refuse(request)),
  };
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
