import net from "node:net";
import { Cutter, heads } from "./cutter.ts";
import type { End } from "./flows.ts";
import { markers, type MessageKey, type Particulars, typeOf } from "./messages.ts";
import { type Arrival, Path, type Station } from "./path.ts";
import { type Manner, manners, type Profile } from "./sip-manners.ts";
import {
  type Body,
  fieldOf,
  type Fields,
  headOf,
  message,
  type Repeated,
  repeatedOf,
  qsigAt,
  targetOf,
  via,
} from "./sip-text.ts";

/** A request of ours in a dialog, one at a time: what it is, and what it ends. */
interface Waiting {
  readonly method: "INFO" | "BYE";
  readonly key: MessageKey;
  readonly body: Body | undefined;
}

/** A call as SIP has it. */
interface Dialog {
  readonly reference: number;
  /** Of the QSIG call, as we write it. */
  readonly inner: number;
  /** From, To and Call-ID as our requests have them. */
  fields: Fields;
  target: string;
  cseq: number;
  /** The INVITE that we have not answered, or ours as its ACK needs it. */
  invite: Repeated | undefined;
  /** The peer's BYE, which QSIG answers. */
  bye: Repeated | undefined;
  /** Both sides have said yes: requests may go. */
  isUp: boolean;
  readonly waiting: Waiting[];
  onItsWay: Waiting | undefined;
}

/** What QSIG says to the message that ended a call where SIP says nothing more. */
const implied: { readonly [key in MessageKey]?: MessageKey } = {
  DISCONNECT: "RELEASE",
  "DISCONNECT busy": "RELEASE",
  RELEASE: "RELEASE COMPLETE",
  "RELEASE result": "RELEASE COMPLETE",
};
const reasons = { 100: "Trying", 180: "Ringing", 183: "Session Progress", 200: "OK" } as const;
/** What a message without QSIG means (R2). */
const meanings: { readonly [firstLine: string]: MessageKey } = {
  "SIP/2.0 180": "ALERTING",
  "SIP/2.0 200": "CONNECT",
};

/** The user agent at one end of a sip trunk, on the connection that the relay makes. */
class SipPath extends Path {
  readonly #end: End;
  readonly #manner: Manner;
  readonly #arrival: Arrival;
  readonly #dialogs = new Map<number, Dialog>();
  readonly #byCallId = new Map<string, Dialog>();
  #socket: net.Socket | undefined;
  #last = 0;
  #names = 0;
  /** The reference of the message that has arrived. */
  #current = 0;
  #hasAsked = false;
  /** The relay has answered. */
  isUp = false;

  constructor(profile: Profile, end: End, arrival: Arrival) {
    super();
    this.#end = end;
    this.#manner = manners[profile];
    this.#arrival = arrival;
  }

  take(socket: net.Socket, bare: boolean): void {
    this.#socket = socket;
    const cutter = new Cutter(heads.sip);
    socket.setNoDelay(true);
    socket.on("error", () => {});
    socket.on("data", (chunk: Buffer) => {
      socket.cork();
      cutter.push(chunk, (frame) => this.#received(frame));
      socket.uncork();
    });
    if (bare) this.#ask();
  }

  override referenceOf(): number {
    return this.#current;
  }

  override send(key: MessageKey, reference: number, particulars: Particulars): void {
    const act = this.#manner.acts[key];
    const fill = this.#manner.bodies[key];
    if (act === "INVITE") return this.#invite(reference, particulars, fill(reference, particulars));
    const dialog = this.#dialogs.get(reference);
    if (dialog === undefined) return this.#imply(reference, key);
    if (act === "ACK") return this.#acknowledge(dialog);
    const body = fill(dialog.inner, particulars);
    if (act === "INFO") return this.#queue(dialog, { method: "INFO", key, body });
    if (act === "end") return this.#finish(dialog, key, body);
    const { invite } = dialog;
    if (invite === undefined) return;
    if (act === 200) dialog.invite = undefined;
    this.#write(message(`SIP/2.0 ${act} ${reasons[act]}`, invite, body));
  }

  #invite(reference: number, particulars: Particulars, body: Body | undefined): void {
    const { called, call } = particulars;
    const user = `${markers.calling.slice(0, 3)}${String(call).padStart(5, "0")}`;
    const name = this.#name();
    const fields = {
      from: `<sip:${user}@bench.invalid>;tag=${name}`,
      to: `<sip:${called}@127.0.0.1>`,
      callId: `${name}@bench.invalid`,
    };
    const invite: Repeated = { ...fields, via: this.#via(), cseq: "1 INVITE" };
    const target = `sip:${called}@127.0.0.1`;
    this.#add({ ...blank(), reference, inner: reference, fields, target, cseq: 1, invite });
    this.#write(message(`INVITE ${target} SIP/2.0`, invite, body));
  }

  #acknowledge(dialog: Dialog): void {
    dialog.isUp = true;
    this.#write(this.#ackOf(dialog));
    this.#next(dialog);
  }

  #ackOf({ fields, target }: Dialog): Buffer {
    return message(`ACK ${target} SIP/2.0`, { ...fields, via: this.#via(), cseq: "1 ACK" }, undefined);
  }

  #queue(dialog: Dialog, waiting: Waiting): void {
    dialog.waiting.push(waiting);
    this.#next(dialog);
  }

  #next(dialog: Dialog): void {
    if (!dialog.isUp || dialog.onItsWay !== undefined) return;
    const next = dialog.waiting.shift();
    if (next === undefined) return;
    dialog.onItsWay = next;
    dialog.cseq += 1;
    const { fields, target, cseq } = dialog;
    const repeated = { ...fields, via: this.#via(), cseq: `${cseq} ${next.method}` };
    this.#write(message(`${next.method} ${target} SIP/2.0`, repeated, next.body));
  }

  /** The final response to the INVITE, the answer to the peer's BYE, or ours. */
  #finish(dialog: Dialog, key: MessageKey, body: Body | undefined): void {
    const { bye, invite } = dialog;
    if (bye === undefined && invite === undefined) return this.#queue(dialog, { method: "BYE", key, body });
    this.#over(dialog);
    if (bye !== undefined) this.#write(message("SIP/2.0 200 OK", bye, body));
    else if (invite !== undefined) this.#write(message("SIP/2.0 486 Busy Here", invite, body));
    this.#imply(dialog.reference, key);
  }

  #received(frame: Buffer): void {
    const head = headOf(frame);
    if (!head.startsWith("SIP/2.0 ")) return this.#request(head, frame);
    const cseq = fieldOf(head, "CSeq");
    if (cseq.endsWith("OPTIONS")) this.isUp = true;
    const dialog = this.#byCallId.get(fieldOf(head, "Call-ID"));
    if (dialog === undefined) return;
    const status = Number(head.slice(8, 11));
    if (cseq === "1 INVITE") return this.#answered(dialog, status, head, frame);
    const { onItsWay } = dialog;
    if (status < 200 || onItsWay === undefined) return;
    dialog.onItsWay = undefined;
    if (onItsWay.method === "INFO") return this.#next(dialog);
    this.#over(dialog);
    if (!this.#tell(dialog, head, frame)) this.#imply(dialog.reference, onItsWay.key);
  }

  /** Our INVITE was. */
  #answered(dialog: Dialog, status: number, head: string, frame: Buffer): void {
    const { fields, invite, target } = dialog;
    if (status >= 300 && invite !== undefined) {
      this.#over(dialog);
      const ack = { ...invite, to: fieldOf(head, "To"), cseq: "1 ACK" };
      this.#write(message(`ACK ${target} SIP/2.0`, ack, undefined));
    } else if (status >= 200) {
      // Once more from a relay that was kept waiting for the ACK (RFC 3261 13.3.1.4).
      if (dialog.isUp) return void this.#socket?.write(this.#ackOf(dialog));
      dialog.fields = { ...fields, to: fieldOf(head, "To") };
      dialog.target = targetOf(head);
      dialog.invite = undefined;
      if (this.#manner.acknowledges) this.#acknowledge(dialog);
    }
    this.#tell(dialog, head, frame);
  }

  #request(head: string, frame: Buffer): void {
    const method = head.slice(0, head.indexOf(" "));
    const repeated = repeatedOf(head);
    const dialog = this.#byCallId.get(repeated.callId);
    switch (method) {
      case "OPTIONS":
        this.#socket?.write(
          message("SIP/2.0 200 OK", { ...repeated, to: `${repeated.to};tag=${this.#end}` }, undefined),
        );
        return this.#ask();
      case "INVITE":
        return dialog === undefined ? this.#invited(repeated, head, frame) : undefined;
      case "ACK":
        if (dialog === undefined) return;
        dialog.isUp = true;
        return this.#next(dialog);
      case "BYE":
        return this.#bye(dialog, repeated, head, frame);
      default:
        this.#write(message("SIP/2.0 200 OK", repeated, undefined));
        if (dialog !== undefined) this.#tell(dialog, head, frame);
    }
  }

  #invited(repeated: Repeated, head: string, frame: Buffer): void {
    const to = `${repeated.to};tag=${this.#name()}`;
    const at = qsigAt(frame, head);
    const theirs = at === undefined ? 0 : ((frame[at + 2] ?? 0) << 8) | (frame[at + 3] ?? 0);
    const fields = { from: to, to: repeated.from, callId: repeated.callId };
    this.#last = (this.#last % 0x7fff) + 1;
    const reference = 0x8000 | this.#last;
    const invite = { ...repeated, to };
    const dialog = { ...blank(), reference, inner: theirs ^ 0x8000, fields, target: targetOf(head), invite };
    this.#add(dialog);
    if (at === undefined) this.#deliver(reference, setupFrom(repeated.from), 0);
    else this.#deliver(reference, frame, at);
  }

  /** QSIG in it that is not the last of a call has its answer in the response (R24). */
  #bye(dialog: Dialog | undefined, bye: Repeated, head: string, frame: Buffer): void {
    const at = qsigAt(frame, head);
    const isLast = at === undefined || frame[at + 4] === typeOf("RELEASE COMPLETE");
    if (isLast || dialog === undefined) {
      this.#write(message("SIP/2.0 200 OK", bye, undefined));
      if (dialog !== undefined) this.#over(dialog);
    } else dialog.bye = bye;
    if (dialog === undefined) return;
    if (at !== undefined) this.#deliver(dialog.reference, frame, at);
    else this.#deliver(dialog.reference, bare("DISCONNECT"), 0);
  }

  /** True where a message of QSIG came with it. */
  #tell(dialog: Dialog, head: string, frame: Buffer): boolean {
    const at = qsigAt(frame, head);
    if (at !== undefined) this.#deliver(dialog.reference, frame, at);
    const meaning =
      this.#manner.tunnels || !head.includes("\r\nCSeq: 1 INVITE") ? undefined : meanings[head.slice(0, 11)];
    if (meaning !== undefined) this.#deliver(dialog.reference, bare(meaning), 0);
    return at !== undefined;
  }

  #imply(reference: number, sent: MessageKey): void {
    const answer = implied[sent];
    if (answer !== undefined) this.#deliver(reference, bare(answer), 0);
  }

  #deliver(reference: number, frame: Uint8Array, at: number): void {
    this.#current = reference;
    this.#arrival(this, frame, at);
  }

  #ask(): void {
    if (this.#hasAsked) return;
    this.#hasAsked = true;
    const fields = {
      from: `<sip:${this.#end}@bench.invalid>;tag=1`,
      to: "<sip:127.0.0.1>",
      callId: `${this.#end}@ask`,
    };
    const all = { ...fields, via: this.#via(), cseq: "1 OPTIONS" };
    this.#socket?.write(message("OPTIONS sip:127.0.0.1 SIP/2.0", all, undefined));
  }

  #add(dialog: Dialog): void {
    this.#dialogs.set(dialog.reference, dialog);
    this.#byCallId.set(dialog.fields.callId, dialog);
  }

  #over(dialog: Dialog): void {
    this.#dialogs.delete(dialog.reference);
    this.#byCallId.delete(dialog.fields.callId);
  }

  #write(octets: Buffer): void {
    this.sent += 1;
    this.#socket?.write(octets);
  }

  #via(): string {
    return `${via};branch=z9hG4bK${this.#name()}`;
  }

  /** That nobody else has. */
  #name(): string {
    this.#names += 1;
    return `${this.#end}${this.#names}`;
  }
}

/** A call that nothing is known of yet. */
function blank(): Pick<Dialog, "bye" | "isUp" | "waiting" | "onItsWay" | "cseq"> {
  return { bye: undefined, isUp: false, waiting: [], onItsWay: undefined, cseq: 0 };
}

const frames = new Map<MessageKey, Uint8Array>();

/** A message of QSIG of which nothing is read but its type. */
function bare(key: MessageKey): Uint8Array {
  const known = frames.get(key) ?? Uint8Array.of(8, 2, 0, 0, typeOf(key));
  frames.set(key, known);
  return known;
}

/** The SETUP that an INVITE without QSIG is, as far as a load reads it: the calling number. */
function setupFrom(from: string): Uint8Array {
  const at = from.indexOf(markers.calling.slice(0, 3));
  return Uint8Array.of(8, 2, 0, 0, typeOf("SETUP"), ...Buffer.from(from.slice(at, at + markers.calling.length)));
}

/** A server that the relay connects to. `listen` before the relay, which has to be told where. */
export class SipStation implements Station {
  readonly #path: SipPath;
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();
  #isBare = false;

  constructor(profile: Profile, end: End, arrival: Arrival) {
    this.#path = new SipPath(profile, end, arrival);
    this.#server = net.createServer((socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
      this.#path.take(socket, this.#isBare);
    });
  }

  async listen(bare: boolean): Promise<number> {
    this.#isBare = bare;
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return (this.#server.address() as net.AddressInfo).port;
  }

  path(): Path {
    return this.#path;
  }

  isUp(): boolean {
    return this.#path.isUp;
  }

  stop(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
