import type { SipTrunkConfig } from "../../src/config.ts";
import type { Channel } from "../../src/ids.ts";
import { sipMessage, sipPdu } from "../../src/trunk/sip-events.ts";
import type { AdapterContext, TrunkAdapter } from "../adapter.ts";
import { type SipLimits, sipLimits } from "../sip/limits.ts";
import { readSecret } from "../secret.ts";
import { SipUserAgent } from "../sip/user-agent.ts";
import type { TlsEndOptions } from "../tls/end.ts";
import { SipTrunkCalls } from "./sip-calls.ts";
import { hasRoom, saidNothing } from "./room.ts";
import { openSipSockets, type SipSockets } from "./sip-sockets.ts";

/** SIP over TCP or TLS. Channels of the core are numbered: `out-3` goes to the third server, around again. */
export function sipTrunk(config: SipTrunkConfig, context: AdapterContext): Promise<TrunkAdapter> {
  return createSipTrunk(config, context, { ...sipLimits, ...config.limits });
}

/** As `sipTrunk`, with limits and what else of TLS tests need. */
export async function createSipTrunk(
  config: SipTrunkConfig,
  context: AdapterContext,
  limits: SipLimits,
  tls: Partial<TlsEndOptions> = {},
): Promise<TrunkAdapter> {
  const { auth } = config;
  const credentials =
    auth === undefined
      ? undefined
      : { username: auth.username, password: await readSecret(auth.passwordFile, `the password of ${auth.username}`) };
  const made: { trunk?: SipTrunkEnd } = {};
  const sockets = await openSipSockets(config, context, limits, { take: (socket) => made.trunk?.accept(socket), tls });
  made.trunk = new SipTrunkEnd(config, context, { limits, sockets, ...(credentials && { credentials }) });
  return made.trunk;
}

interface Parts {
  readonly limits: SipLimits;
  readonly sockets: SipSockets;
  readonly credentials?: { readonly username: string; readonly password: string };
}

class SipTrunkEnd implements TrunkAdapter {
  readonly address?: string;
  readonly #config: SipTrunkConfig;
  readonly #context: AdapterContext;
  readonly #limits: SipLimits;
  readonly #sockets: SipSockets;
  readonly #agent: SipUserAgent;
  readonly #calls: SipTrunkCalls;
  /** The channel that the core knows the connection to the server by. */
  #channel: Channel | undefined;
  /** Ends it, while it is under way too. */
  #dialling = new AbortController();
  /** Why the core closed it. */
  #reason: string | undefined;
  #stopped = false;

  constructor(config: SipTrunkConfig, context: AdapterContext, { limits, sockets, credentials }: Parts) {
    this.#config = config;
    this.#context = context;
    this.#limits = limits;
    this.#sockets = sockets;
    const { bound: listen } = sockets;
    if (listen !== undefined) this.address = `${listen.host}:${listen.port}`;
    const { neighbour: trunk, warn } = context;
    this.#agent = new SipUserAgent(
      {
        ...{ transport: config.tls === undefined ? "tcp" : "tls", limits, user: credentials?.username ?? "qsig" },
        ...(listen && { listen }),
        ...(credentials && { credentials }),
      },
      {
        onInvite: (request) => this.#calls.invited(request),
        opened: () => this.#withChannel((channel) => this.#post({ type: "opened", trunk, channel, by: "us" })),
        closed: (why) => this.#closed(why),
        flow: (writable) => this.#withChannel((channel) => this.#post({ type: "flow", trunk, channel, writable })),
        trace: (direction, octets) =>
          context.trace?.({ type: "pdu", trunk, channel: "sip", direction, carrier: "sip", octets }),
        warn,
        drained: () => context.drained(),
      },
    );
    this.#calls = new SipTrunkCalls({
      agent: this.#agent,
      domain: config.domain,
      most: limits.calls,
      post: (message) => {
        const channel = (this.#agent.isReadingHome ? this.#channel : undefined) ?? "in";
        this.#post({ type: "received", trunk, channel, pdu: sipPdu(message) });
      },
      warn,
    });
  }

  send(...[, pdu]: Parameters<TrunkAdapter["send"]>): void {
    if (pdu.carrier !== "sip") return;
    // sip.js throws where a message does not fit the state of its transaction: it crossed one of the peer.
    try {
      this.#calls.send(sipMessage(pdu));
    } catch (error) {
      this.#context.warn(`a SIP message could not be sent: ${wordsOf(error)}`);
    }
  }

  open(channel: Channel): void {
    const { servers } = this.#config;
    const server = servers[((Number(channel.replace(/\D/g, "")) || 1) - 1) % servers.length];
    this.#channel = channel;
    this.#reason = undefined;
    this.#dialling = new AbortController();
    const { signal } = this.#dialling;
    if (server === undefined) return this.#closed("there is no such server");
    void this.#sockets.dial(server, signal).then(
      (socket) => {
        if (!this.#stopped && !signal.aborted) return this.#agent.connect(socket);
        socket.destroy();
        this.#closed("closed by the gateway");
      },
      (error: unknown) => this.#closed(wordsOf(error)),
    );
  }

  close(channel: Channel, reason: string): void {
    if (channel !== this.#channel || this.#reason !== undefined) return;
    this.#reason = reason;
    this.#dialling.abort(reason);
    this.#agent.disconnect(reason);
  }

  accept(socket: Parameters<SipUserAgent["accept"]>[0]): void {
    const { connections, silent } = this.#agent;
    const isRoom = hasRoom(
      { connections, silent, limits: this.#limits },
      {
        closeOldestSilent: () => this.#agent.closeOldestSilent(saidNothing),
        warn: (text) => this.#context.warn(text),
      },
    );
    if (isRoom) this.#agent.accept(socket);
    else socket.destroy();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#dialling.abort("stopped");
    await this.#agent.stop();
    await this.#sockets.stop();
  }

  #closed(why: string): void {
    this.#calls.lost();
    this.#withChannel((channel) => {
      const reason = this.#reason ?? why;
      this.#channel = undefined;
      this.#post({ type: "closed", trunk: this.#context.neighbour, channel, reason });
    });
  }

  #withChannel(tell: (channel: Channel) => void): void {
    if (this.#channel !== undefined) tell(this.#channel);
  }

  #post(input: Parameters<AdapterContext["post"]>[0]): void {
    if (!this.#stopped) this.#context.post(input);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
