import {
  type AckableIncomingResponseWithSession,
  type Body,
  type IncomingInviteRequest,
  type IncomingRequest,
  type IncomingRequestMessage,
  type IncomingResponse,
  type IncomingResponseMessage,
  type OutgoingInviteRequest,
  type OutgoingInviteRequestDelegate,
  type ResponseOptions,
  type Session,
  SessionDialog,
  URI,
} from "sip.js/lib/core/index.js";
import type { SipHeader, SipMessage, SipMethod, SipRequest, SipResponse } from "../../src/trunk/sip-events.ts";
import type { SipUserAgent } from "../sip/user-agent.ts";

interface Call {
  readonly id: string;
  /** Our INVITE. */
  client?: OutgoingInviteRequest;
  session?: Session;
  /** The dialog before the INVITE is answered: it takes INFO too. */
  early?: Session;
  /**
   * While the peer's ACK of our 2xx is awaited: our requests in the dialog that wait for it. On a connection of their
   * own they may overtake the 2xx, and the peer knows of no dialog yet; a BYE may not go before it (RFC 3261 15).
   */
  held?: SipRequest[] | undefined;
  /** Transaction and branch of the last of the peer's INVITEs, and what answers its requests. */
  invite: number;
  branch: string;
  readonly waiting: Map<number, (options: ResponseOptions) => void>;
  /** By transaction: our INVITEs whose 2xx waits for the ACK. */
  readonly acks: Map<number, AckableIncomingResponseWithSession["ack"]>;
}

export interface SipCallsPort {
  readonly agent: SipUserAgent;
  readonly domain: string;
  /** Calls at once; beyond them peers get 503. */
  readonly most: number;
  post(message: SipMessage): void;
  warn(text: string): void;
}

/** Header fields that the core never reads, as sip.js names them: those of hops, dialogs, transactions and the body. */
const unread: ReadonlySet<string> = new Set([
  ...["Via", "To", "Call-ID", "CSeq", "Max-Forwards", "Route", "Record-Route", "Contact"],
  ...["Content-Length", "Content-Type"],
]);
const allow = "Allow: INVITE, ACK, BYE, CANCEL, INFO, OPTIONS";

/** What goes in a dialog that the peer has to know. */
const isHeld: ReadonlySet<SipMethod> = new Set(["INVITE", "INFO", "BYE"]);

type Answer = Pick<IncomingRequest, "accept" | "reject">;

/** The calls of one trunk: each message of the core is one of sip.js, and the other way round. */
export class SipTrunkCalls {
  readonly #port: SipCallsPort;
  readonly #calls = new Map<string, Call>();
  #last = 0;
  #transactions = 0;

  constructor(port: SipCallsPort) {
    this.#port = port;
  }

  get count(): number {
    return this.#calls.size;
  }

  /** From the core. What is of no call any more is no fault: it crossed its end on the way. */
  send(message: SipMessage): void {
    if (message.type === "request") return this.#request(message);
    const call = this.#calls.get(message.call);
    const answer = call?.waiting.get(message.transaction);
    if (call === undefined || answer === undefined) return;
    if (message.status >= 200) call.waiting.delete(message.transaction);
    const isOver = message.method === "BYE" || (message.status >= 300 && call.session === undefined);
    if (isOver) this.#calls.delete(call.id);
    answer({ statusCode: message.status, ...this.#options(message) });
  }

  /** A peer's INVITE that begins a call. */
  invited(request: IncomingInviteRequest): void {
    const { message } = request;
    const required = message.getHeaders("require");
    if (required.length > 0) {
      request.reject({ statusCode: 420, extraHeaders: required.map((tags) => `Unsupported: ${tags}`) });
      return;
    }
    if (this.#calls.size >= this.#port.most) {
      request.reject({ statusCode: 503, extraHeaders: ["Retry-After: 10"] });
      return this.#port.warn("a call is refused: there are as many as the limit");
    }
    this.#last += 1;
    const invite = this.#number();
    const call = this.#add(`in-${this.#last}`, invite);
    call.branch = message.viaBranch;
    call.waiting.set(invite, (options) => this.#answer(call, request, options));
    request.delegate = { onCancel: (cancel) => this.#post(call, "CANCEL", invite, cancel) };
    this.#post(call, "INVITE", invite, message, message.ruri?.user ?? "");
  }

  /** The connection is lost: calls without a dialog are over, those with one may live on. */
  lost(): void {
    for (const call of [...this.#calls.values()]) {
      if (call.session !== undefined) continue;
      this.#calls.delete(call.id);
      call.client?.dispose();
    }
  }

  #request(request: SipRequest): void {
    const call = this.#calls.get(request.call);
    if (call?.held !== undefined && isHeld.has(request.method)) return void call.held.push(request);
    switch (request.method) {
      case "INVITE":
        return call === undefined ? this.#invite(request) : this.#reInvite(call, request);
      case "ACK": {
        const ack = call?.acks.get(request.transaction);
        call?.acks.delete(request.transaction);
        ack?.(this.#options(request));
        return;
      }
      case "CANCEL":
        call?.client?.cancel(headerOf(request.headers, "reason"));
        return;
      case "BYE":
        if (call !== undefined) this.#bye(call, request);
        return;
      case "INFO":
        if (call !== undefined) this.#inform(call, request);
        return;
      case "OPTIONS":
        return this.#ask(request, call?.session);
      default:
        request.method satisfies never;
    }
  }

  #invite(request: SipRequest): void {
    const { agent, domain } = this.#port;
    const { user = "", host = domain, displayName = "" } = request.from ?? {};
    const to = new URI("sip", request.to ?? "", domain);
    const options = { callId: request.call, fromDisplayName: displayName };
    const headers = [`Contact: ${agent.contact}`, allow, ...headerLines(request.headers)];
    const from = new URI("sip", user, host);
    const message = agent.core.makeOutgoingRequestMessage("INVITE", to, from, to, options, headers, bodyOf(request));
    const call = this.#add(request.call, 0);
    const answered = (response: IncomingResponse): void => {
      if ((response.message.statusCode ?? 0) >= 300) this.#calls.delete(call.id);
      this.#told(request, response);
    };
    call.client = agent.core.invite(message, {
      ...{ onTrying: answered, onRedirect: answered, onReject: answered },
      onProgress: (response) => {
        call.early = response.session;
        this.#listen(call, response.session);
        answered(response);
      },
      onAccept: (response) => this.#accepted(call, request, response),
    });
  }

  /** Of several phones that answered at once the first has it (RFC 3261 13.2.2.4). */
  #accepted(call: Call, request: SipRequest, response: AckableIncomingResponseWithSession): void {
    if (this.#calls.get(call.id) !== call || call.session !== undefined) {
      response.ack();
      response.session.bye();
      return;
    }
    call.session = response.session;
    this.#listen(call, response.session);
    call.acks.set(request.transaction, (options) => response.ack(options));
    this.#told(request, response);
  }

  #answer(call: Call, request: IncomingInviteRequest, options: ResponseOptions): void {
    const { statusCode } = options;
    if (statusCode === 100) return void request.trying();
    if (statusCode < 200) return this.#listen(call, request.progress(options).session);
    if (statusCode >= 300) return void request.reject(options);
    call.held = [];
    call.session = request.accept(options).session;
    this.#listen(call, call.session);
  }

  #listen(call: Call, session: Session): void {
    const refuse = (request: Answer): void => {
      request.reject({ statusCode: 405 });
    };
    session.delegate = {
      onAck: ({ message }) => {
        const held = call.held ?? [];
        call.held = undefined;
        this.#port.agent.acknowledged(call.branch);
        this.#post(call, "ACK", call.invite, message);
        for (const request of held) this.#request(request);
      },
      onAckTimeout: () => this.#unacknowledged(call, session),
      onBye: (request) => this.#await(call, "BYE", request),
      onInfo: (request) => this.#await(call, "INFO", request),
      onInvite: (request) => {
        call.branch = request.message.viaBranch;
        call.invite = this.#await(call, "INVITE", request);
      },
      ...{ onMessage: refuse, onNotify: refuse, onPrack: refuse, onRefer: refuse },
    };
  }

  /** The peer never acknowledged: the call is over (RFC 3261 13.3.1.4). */
  #unacknowledged(call: Call, session: Session): void {
    session.bye();
    this.#calls.delete(call.id);
    this.#port.warn("a call is ended: the peer never acknowledged that it was answered");
    this.#port.post({ type: "request", call: call.id, transaction: this.#number(), method: "BYE", headers: [] });
  }

  /** A request of the peer in the call: its transaction. */
  #await(call: Call, method: SipMethod, request: Answer & { readonly message: IncomingRequestMessage }): number {
    const transaction = this.#number();
    call.waiting.set(transaction, (options) => {
      const extraHeaders = [...(options.extraHeaders ?? []), `Contact: ${this.#port.agent.contact}`];
      const all = method === "INVITE" ? { ...options, extraHeaders } : options;
      if (options.statusCode < 300) request.accept(all);
      else request.reject(all);
    });
    this.#post(call, method, transaction, request.message);
    return transaction;
  }

  #reInvite(call: Call, request: SipRequest): void {
    const { session } = call;
    const { body } = this.#options(request);
    const headers = [`Contact: ${this.#port.agent.contact}`, allow, ...headerLines(request.headers)];
    const answered = (response: IncomingResponse): void => this.#told(request, response);
    const delegate: OutgoingInviteRequestDelegate = {
      ...{ onTrying: answered, onProgress: answered, onRedirect: answered, onReject: answered },
      onAccept: (response) => {
        call.acks.set(request.transaction, (options) => response.ack(options));
        this.#told(request, response);
      },
    };
    try {
      session?.invite(delegate, { extraHeaders: headers, ...(body === undefined ? {} : { body }) });
    } catch {
      // Another one is on its way in either direction (RFC 3261 14.1).
      this.#port.post({ ...replyTo(request), status: 491, headers: [] });
    }
  }

  /** sip.js has INFO in confirmed dialogs alone; RFC 6086 4.2.2 has it in early ones too. */
  #inform(call: Call, request: SipRequest): void {
    const session = call.session ?? call.early;
    if (!(session instanceof SessionDialog)) return;
    const message = session.createOutgoingRequestMessage("INFO", this.#options(request));
    this.#port.agent.core.request(message, this.#delegate(request));
  }

  #bye(call: Call, request: SipRequest): void {
    const told = this.#delegate(request);
    const over = (response: IncomingResponse): void => {
      this.#calls.delete(call.id);
      told.onReject(response);
    };
    call.session?.bye({ onAccept: over, onRedirect: over, onReject: over }, this.#options(request));
  }

  /** OPTIONS, to the server or in a dialog. */
  #ask(request: SipRequest, session: Session | undefined): void {
    const { core, contact } = this.#port.agent;
    const options = { extraHeaders: [`Contact: ${contact}`, allow] };
    const uri = new URI("sip", "", this.#port.domain);
    const message =
      session instanceof SessionDialog
        ? session.createOutgoingRequestMessage("OPTIONS", options)
        : core.makeOutgoingRequestMessage("OPTIONS", uri, uri, uri, {}, options.extraHeaders);
    if (request.call === "" || session !== undefined) core.request(message, this.#delegate(request));
  }

  #delegate(request: SipRequest) {
    const told = (response: IncomingResponse): void => this.#told(request, response);
    return { onAccept: told, onProgress: told, onRedirect: told, onReject: told };
  }

  #told(request: SipRequest, { message }: IncomingResponse): void {
    const status = message.statusCode ?? 0;
    this.#port.post({ ...replyTo(request), status, headers: headersOf(message), ...partsOf(message) });
  }

  #post(call: Call, method: SipMethod, transaction: number, message: IncomingRequestMessage, to?: string): void {
    const request = { type: "request", call: call.id, transaction, method, headers: headersOf(message) } as const;
    this.#port.post({ ...request, ...(to === undefined ? {} : { to }), ...partsOf(message) });
  }

  #options(message: SipMessage): { extraHeaders: string[]; body?: Body } {
    const body = bodyOf(message);
    return { extraHeaders: headerLines(message.headers), ...(body === undefined ? {} : { body }) };
  }

  #add(id: string, invite: number): Call {
    const call: Call = { id, invite, branch: "", waiting: new Map(), acks: new Map() };
    this.#calls.set(id, call);
    return call;
  }

  #number(): number {
    this.#transactions += 1;
    return this.#transactions;
  }
}

function replyTo({
  call,
  transaction,
  method,
}: SipRequest): Pick<SipResponse, "type" | "call" | "transaction" | "method"> {
  return { type: "response", call, transaction, method };
}

function headerLines(headers: readonly SipHeader[]): string[] {
  return headers.map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, " ")}`);
}

function headerOf(headers: readonly SipHeader[], name: string): string | undefined {
  return headers.find(([own]) => own.toLowerCase() === name)?.[1];
}

/** Read where they stand: to be asked by name, sip.js writes each name anew. */
function headersOf({ headers }: IncomingRequestMessage | IncomingResponseMessage): SipHeader[] {
  const all: SipHeader[] = [];
  for (const [name, values] of Object.entries(headers)) {
    if (!unread.has(name)) for (const { raw } of values) all.push([name, raw]);
  }
  return all;
}

/** The body as the core has it; sip.js has one character an octet. */
function partsOf(message: IncomingRequestMessage | IncomingResponseMessage): Pick<SipMessage, "body"> {
  const contentType = message.headers["Content-Type"]?.[0]?.raw;
  if (contentType === undefined || !message.body) return {};
  const octets = new Uint8Array(message.body.length);
  Buffer.from(octets.buffer).write(message.body, "latin1");
  return { body: { contentType, octets } };
}

/** For sip.js: only a session description is one, so that it follows offers and answers. */
function bodyOf({ body }: SipMessage): Body | undefined {
  if (body === undefined) return undefined;
  const { contentType, octets } = body;
  const contentDisposition = contentType === "application/sdp" ? "session" : "render";
  return { contentDisposition, contentType, content: Buffer.from(octets).toString("latin1") };
}
