import type { Association } from "sctp/lib/endpoint.js";
import type { SctpAssociation, SctpEvents, SctpLimits } from "./provider.ts";

/** IUA in the payload protocol identifier of DATA (RFC 4233 1.5.1). */
const iuaPayload = 1;

/** While something is under way, what the library forgets is looked for this often. */
const watchMs = 20;
const cookieEchoMs = 1000;

interface Waiting {
  readonly octets: Buffer;
  readonly stream: number;
}

/**
 * One association of node-sctp, guarded: one write at a time over all streams (B4, B5), a watchdog for what it forgets
 * (B6), an end where a peer acknowledges nothing (B9, B12), no SHUTDOWN (B7, B8).
 */
export class GuardedAssociation implements SctpAssociation {
  readonly #association: Association;
  readonly #limits: SctpLimits;
  readonly #ended: () => void;
  #events: SctpEvents | undefined;
  readonly #waiting: Waiting[] = [];
  #waitingOctets = 0;
  /** Messages that came while nobody takes them. */
  readonly #held: Waiting[] = [];
  #isHeld = false;
  #writing = false;
  #writable = true;
  #state: "opening" | "up" | "closing" | "down" = "opening";
  #cookie: Buffer | undefined;
  #connectTimer: NodeJS.Timeout;
  #cookieTimer: NodeJS.Timeout | undefined;
  #watch: NodeJS.Timeout | undefined;
  #closeReason: string | undefined;
  /** The oldest TSN without acknowledgement, and since when. */
  #oldest: { readonly tsn: string; readonly since: number } | undefined;

  /** `ended`: what belongs to it may go. */
  constructor(association: Association, limits: SctpLimits, ended: () => void) {
    this.#association = association;
    this.#limits = limits;
    this.#ended = ended;
    // B20: the library would take the first number it sees on a stream for its beginning.
    for (let stream = 0; stream < association.MIS; stream += 1) association.reassembly.peer_ssn[stream] = 0;
    this.#connectTimer = setTimeout(() => this.#end(`no association within ${limits.connectMs} ms`), limits.connectMs);
    association.on("COMMUNICATION UP", () => this.#up());
    association.on("COMMUNICATION LOST", () => this.#end("the peer aborted the association"));
    association.on("SHUTDOWN COMPLETE", () => this.#end("the peer shut the association down"));
    // B8: a SHUTDOWN while data is under way is never answered.
    association.on("shutdown", () => this.#end("the peer shut the association down"));
    association.on("DATA ARRIVE", (stream: number) => this.#arrived(stream));
    association.on("init_ack", (chunk: { readonly state_cookie: Buffer }) => this.#echoing(chunk.state_cookie));
  }

  /** Where it stands, for the guard of its packets. */
  get standing(): { readonly received: number; readonly next: number } | undefined {
    const { reassembly, my_next_tsn } = this.#association;
    const received = reassembly.peer_c_tsn?.number;
    return received === undefined ? undefined : { received, next: my_next_tsn.number };
  }

  get isUp(): boolean {
    return this.#state === "up";
  }

  /** Before anything is told. */
  listen(events: SctpEvents): void {
    this.#events = events;
  }

  send(octets: Uint8Array, stream: number): void {
    if (this.#state !== "up") return;
    if (octets.length > this.#limits.messageOctets)
      return this.#end(`a message of ${octets.length} octets is too long`);
    // B14: the library says nothing where the peer does not have the stream; its first ones do as well.
    const own = stream < this.#association.OS ? stream : stream % this.#association.OS;
    this.#waiting.push({ octets: Buffer.from(octets), stream: own });
    this.#waitingOctets += octets.length;
    if (this.#waitingOctets > this.#limits.queuedOctets) return this.#end("the peer acknowledges nothing");
    this.#flow();
    this.#write();
  }

  hold(): void {
    this.#isHeld = true;
  }

  goOn(): void {
    this.#isHeld = false;
    if (this.#held.length === 0) return;
    for (let next = this.#held.shift(); next !== undefined; next = this.#isHeld ? undefined : this.#held.shift()) {
      if (this.#state !== "up") return;
      this.#association.reassembly.rwnd += next.octets.length;
      this.#events?.message(new Uint8Array(next.octets), next.stream);
    }
    // A peer whose window was closed would only ask now and then whether it is open again.
    if (this.#state === "up") this.#association._sack();
  }

  close(reason: string): void {
    if (this.#state === "down" || this.#state === "closing") return;
    this.#closeReason = reason;
    if (this.#state === "opening" || this.#isQuiet()) return this.#end(reason);
    this.#state = "closing";
    setTimeout(() => this.#end(reason), this.#limits.closeMs).unref();
    this.#watching();
  }

  /** At once, and nothing is told. */
  abort(): void {
    this.#events = undefined;
    this.#end("stopped");
  }

  #up(): void {
    clearTimeout(this.#connectTimer);
    clearInterval(this.#cookieTimer);
    this.#state = "up";
    this.#events?.up();
  }

  /** B19: a lost COOKIE ECHO is sent by nobody again. */
  #echoing(cookie: Buffer): void {
    if (this.#cookie !== undefined) return;
    this.#cookie = cookie;
    this.#cookieTimer = setInterval(() => {
      if (this.#association.state === "COOKIE-ECHOED") this.#association._sendChunk("cookie_echo", { cookie });
    }, cookieEchoMs);
  }

  #arrived(stream: number): void {
    const data = this.#association.RECEIVE();
    if (data === undefined || this.#state !== "up") return;
    const { messageOctets } = this.#limits;
    if (data.length > messageOctets) return this.#end(`the peer sent a message of more than ${messageOctets} octets`);
    if (!this.#isHeld) return this.#events?.message(new Uint8Array(data), stream);
    // The library gives back what it took off the window; the message is not taken yet.
    this.#association.reassembly.rwnd -= data.length;
    this.#held.push({ octets: data, stream });
  }

  #write(): void {
    const next = this.#writing ? undefined : this.#waiting.shift();
    if (next === undefined) return;
    this.#writing = true;
    this.#association.SEND(next.octets, { stream_id: next.stream, ppid: iuaPayload }, (error) => {
      this.#writing = false;
      if (this.#state === "down") return;
      // B5: refused for now, so it is the first again; the watchdog goes on.
      if (error !== undefined) this.#waiting.unshift(next);
      else this.#waitingOctets -= next.octets.length;
      this.#flow();
      if (error === undefined) this.#write();
    });
    this.#watching();
  }

  #flow(): void {
    const writable = this.#waitingOctets < this.#limits.congestedOctets;
    if (writable === this.#writable) return;
    this.#writable = writable;
    this.#events?.writable(writable);
  }

  #isQuiet(): boolean {
    return !this.#writing && this.#waiting.length === 0 && Object.keys(this.#association.sent).length === 0;
  }

  #watching(): void {
    this.#watch ??= setInterval(() => this.#look(), watchMs);
  }

  #look(): void {
    if (this.#isQuiet()) {
      clearInterval(this.#watch);
      this.#watch = undefined;
      this.#oldest = undefined;
      if (this.#state === "closing") this.#end(this.#closeReason ?? "closed");
      return;
    }
    const association = this.#association;
    const sent = Object.entries(association.sent);
    // B6: retransmissions were counted twice, and the window never opened again.
    association.flightsize = sent.reduce((sum, [, { size }]) => sum + size, 0);
    if (sent.length > 0 && !association.T3) association._startT3();
    const { drainCallback } = association;
    if (drainCallback && association.drain()) {
      association.drainCallback = null;
      drainCallback();
    }
    this.#write();
    this.#giveUp(sent[0]?.[0]);
  }

  #giveUp(oldest: string | undefined): void {
    const now = performance.now();
    if (oldest === undefined) this.#oldest = undefined;
    else if (this.#oldest?.tsn !== oldest) this.#oldest = { tsn: oldest, since: now };
    else if (now - this.#oldest.since > this.#limits.giveUpMs) {
      this.#end(`no acknowledgement within ${this.#limits.giveUpMs} ms`);
    }
  }

  #end(reason: string): void {
    if (this.#state === "down") return;
    this.#state = "down";
    clearTimeout(this.#connectTimer);
    clearInterval(this.#cookieTimer);
    clearInterval(this.#watch);
    try {
      if (this.#association.state !== "CLOSED") this.#association.ABORT();
    } catch {
      // B2, B16: it may fail at anything; what it holds is dropped with it.
    }
    this.#ended();
    this.#events?.down(this.#closeReason ?? reason);
  }
}
