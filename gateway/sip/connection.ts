import type net from "node:net";
import { atTurnEnd } from "../trunks/turn-end.ts";
import { SipFramer } from "./framer.ts";
import type { SipLimits } from "./limits.ts";

/** Why a connection is closed that the other end has closed, without a fault. */
export const closedByPeer = "closed by the peer";

/** What a connection tells its user agent. `closed` is the last, once. */
export interface SipConnectionEvents {
  message(text: string): void;
  flow(writable: boolean): void;
  closed(reason: string): void;
  /** As in `AdapterContext`: reading stops until it resolves. */
  drained(): Promise<void> | undefined;
}

/** One TCP or TLS connection that carries whole SIP messages, one character an octet. */
export class SipConnection {
  readonly #socket: net.Socket;
  readonly #limits: SipLimits;
  readonly #events: SipConnectionEvents;
  readonly #framer: SipFramer;
  #messageTimer: NodeJS.Timeout | undefined;
  #writable = true;
  /** What leaves at the end of this turn, in one write. */
  #leaving = "";
  readonly #leave = (): void => {
    const text = this.#leaving;
    this.#leaving = "";
    if (text !== "" && !this.#socket.write(text, "latin1")) this.#flow(false);
  };
  /** Why it ends; the first reason stands. */
  #reason: string | undefined;

  /** Of a socket that is connected, or will be. */
  constructor(socket: net.Socket, limits: SipLimits, events: SipConnectionEvents) {
    this.#socket = socket;
    this.#limits = limits;
    this.#events = events;
    this.#framer = new SipFramer(limits);
    socket.on("data", (chunk) => this.#read(chunk));
    socket.on("drain", () => this.#flow(true));
    socket.on("end", () => this.#fail(closedByPeer));
    socket.on("error", (error) => this.#fail(error.message));
    socket.on("close", () => {
      clearTimeout(this.#messageTimer);
      events.closed(this.#reason ?? closedByPeer);
    });
  }

  get address(): { readonly host: string; readonly port: number } {
    return { host: this.#socket.localAddress ?? "0.0.0.0", port: this.#socket.localPort ?? 0 };
  }

  /** False where it ends already. */
  send(text: string): boolean {
    if (this.#reason !== undefined) return false;
    if (this.#leaving === "") atTurnEnd(this.#leave);
    this.#leaving += text;
    if (this.#socket.writableLength + this.#leaving.length > this.#limits.queuedOctets)
      this.#fail("the peer does not read");
    return this.#reason === undefined;
  }

  /** What was sent still leaves. */
  close(reason: string): void {
    if (this.#reason !== undefined) return;
    this.#leave();
    this.#reason = reason;
    this.#socket.end();
    clearTimeout(this.#messageTimer);
    this.#messageTimer = setTimeout(() => this.#socket.destroy(), this.#limits.messageMs);
  }

  /** At once, or when what was sent has left, as far as the limit gives it time. */
  async stop(): Promise<void> {
    if (this.#socket.destroyed) return;
    const closed = new Promise((resolve) => this.#socket.once("close", resolve));
    this.#leave();
    this.#reason ??= "stopped";
    this.#socket.destroySoon();
    const tooLong = setTimeout(() => this.#socket.destroy(), this.#limits.stopMs);
    await closed;
    clearTimeout(tooLong);
  }

  #read(chunk: Uint8Array): void {
    if (this.#reason !== undefined) return;
    const framer = this.#framer;
    const { messages, pings } = framer.push(chunk);
    for (const message of messages) this.#events.message(message);
    if (framer.fault !== undefined) return this.#fail(framer.fault);
    if (pings > 0) this.send("\r\n");
    // The time runs from a message's first octet: a peer that sends one octet now and then gains none.
    if (messages.length > 0 || !framer.partial) {
      clearTimeout(this.#messageTimer);
      this.#messageTimer = undefined;
    }
    if (framer.partial) {
      this.#messageTimer ??= setTimeout(() => this.#fail("a message was not completed"), this.#limits.messageMs);
    }
    const drained = this.#events.drained();
    if (drained === undefined) return;
    this.#socket.pause();
    void drained.then(() => this.#socket.resume());
  }

  #flow(writable: boolean): void {
    if (this.#writable === writable || this.#reason !== undefined) return;
    this.#writable = writable;
    this.#events.flow(writable);
  }

  #fail(reason: string): void {
    if (!this.#socket.destroyed) this.#leave();
    this.#reason ??= reason;
    this.#socket.destroy();
  }
}
