import { DecodeError } from "../../codecs/error.ts";
import { decodeMessage } from "../../codecs/q931/decode.ts";
import { isOf } from "../../codecs/q931/element.ts";
import { encodeMessage, encodeOctets } from "../../codecs/q931/encode.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import type { CallReference, InformationElement } from "../../codecs/q931/message.ts";
import { withoutRingout } from "../completion/received.ts";
import type { StoredRequest } from "../completion/record.ts";
import type { LineKey, LineReport, LineSnapshot } from "../lines/line.ts";
import type { Input, Output } from "../seam.ts";
import type { RequestId, Trunk } from "../ids.ts";
import { answerTo, localAnswer, proceeding } from "./local-answers.ts";
import type { NearStimulus } from "./stimuli.ts";
import {
  calledDigits,
  callingDigits,
  invokes,
  type Placed,
  type Side,
  setupOf,
  type TraceConnection,
} from "./trace.ts";

/** The two neighbours of the core: the phones of the named side, and the other side of the trace. */
export const trunks = { near: "near", far: "far" } as const satisfies Record<string, Trunk>;

/** How the named side's users and phones reach the core. */
export interface NearPort {
  /** At once, with all that follows from it. */
  give(input: Input): void;
  /** After what is being handled. */
  later(input: Input): void;
}

/** The users, phones and lines behind the named side: they do what the trace shows that they did. */
export class NearSide {
  readonly #side: Side;
  readonly #port: NearPort;
  readonly #requests = new Map<RequestId, StoredRequest>();
  readonly #watched = new Map<LineKey, LineSnapshot>();
  /** Calls of the trace, by the references that phones and core gave them. */
  readonly #references = new Map<number, CallReference>();
  #lastReference = 0;
  #wasAsked = false;

  constructor(side: Side, port: NearPort) {
    this.#side = side;
    this.#port = port;
  }

  /** There is a request that was asked for and is not over. */
  get isBusyWithRequests(): boolean {
    return this.#requests.size > 0;
  }

  act(stimulus: NearStimulus, own: Placed): void {
    const acts: { readonly [Name in NearStimulus]: () => void } = {
      callBack: () => this.#callBack(own),
      dial: () => this.#dial(own),
      call: () => this.#call(own, own.message.ies),
      say: () => this.#say(own, own.message.ies),
      clear: () => this.#say(own, withoutErrors(own.message.ies)),
      cancel: () => this.#cancel(own),
      aBusy: () => this.#line(own, (line) => ({ ...line, calls: 1, uses: line.uses + 1 })),
      aFree: () => this.#line(own, (line) => ({ ...line, calls: 0 })),
      bSeen: () => this.#line(own, (line) => (isCcnr(own) ? line : { ...line, calls: 1 })),
      bUnseen: () => this.#line(own, () => "lost"),
      bAbsent: () => this.#line(own, () => "absent"),
      bFree: () => this.#line(own, (line) => ({ ...line, calls: 0, uses: line.uses + 1 })),
    };
    acts[stimulus]();
  }

  /** What the core asks of this side. `during`: the connection of the trace that it acts on. */
  take(output: Output, during: TraceConnection | undefined): void {
    switch (output.type) {
      case "send":
        return this.#received(output.pdu.octets, during);
      case "save":
        if (output.record === null) this.#requests.delete(output.request);
        else this.#requests.set(output.request, output.record);
        return;
      case "placeCall":
        return this.#port.later({ type: "done", of: output.id, ok: true });
      case "watch":
        return this.#watch(output.line);
      default:
    }
  }

  /** A call that the core set up by itself is the one that a phone made last, once more (R9). */
  callAgain({ id, kind }: TraceConnection): void {
    if (kind !== "call" || this.#references.has(id)) return;
    this.#references.set(id, { value: this.#lastReference, flag: 0, length: 2 });
  }

  /** The core starts anew and knows nothing of us. */
  forget(): void {
    this.#references.clear();
    this.#requests.clear();
    this.#watched.clear();
  }

  /** A user whose request is active asks no second time (S-08): a PBX behind the named side does. */
  #callBack(own: Placed): void {
    const user: LineKey = `${trunks.near}/${callingDigits(own.message)}`;
    this.#wasAsked = true;
    if (this.#all().some((each) => each.role === "originating" && each.user === user)) {
      return this.#call(own, own.message.ies);
    }
    this.#port.give({ type: "user", user, press: { key: "callBack", to: calledDigits(own.message) } });
  }

  /** Where nobody ever asked, ccRingout is of a call back that a PBX behind the named side keeps: relayed (R17). */
  #dial(own: Placed): void {
    if (!this.#wasAsked) return this.#call(own, own.message.ies);
    const user: LineKey = `${trunks.near}/${callingDigits(own.message)}`;
    this.#port.give({ type: "user", user, press: { key: "dial" } });
    this.#call(own, withoutRingout(own.message.ies));
  }

  #call({ connection }: Placed, ies: readonly InformationElement[]): void {
    this.#lastReference += 1;
    const reference: CallReference = { value: this.#lastReference, flag: 0, length: 2 };
    this.#references.set(connection.id, reference);
    this.#send(encodeMessage(reference, { message: "SETUP", ies }));
  }

  #say({ connection, message: { type } }: Placed, ies: readonly InformationElement[]): void {
    const reference = this.#references.get(connection.id);
    if (reference !== undefined) this.#send(encodeOctets(reference, type, ies));
  }

  #send(octets: Uint8Array): void {
    this.#port.give(received(trunks.near, octets));
  }

  #cancel({ connection }: Placed): void {
    const digits = nearDigits(connection, this.#side);
    const request = this.#all().find((each) => digitsOf(each) === digits) ?? this.#all()[0];
    if (request === undefined) return;
    this.#port.give({ type: "operator", command: { command: "cancel", request: request.request } });
  }

  #line({ connection }: Placed, change: (line: LineSnapshot) => LineReport): void {
    const line: LineKey = `${trunks.near}/${nearDigits(connection, this.#side)}`;
    const known = this.#watched.get(line);
    if (known === undefined) return;
    const snapshot = change(known);
    if (typeof snapshot === "object") this.#watched.set(line, snapshot);
    this.#port.give({ type: "line", line, snapshot });
  }

  #all(): readonly StoredRequest[] {
    return [...this.#requests.values()];
  }

  /** The phones answer as far as Q.931 obliges them; what they do of their own will the trace shows. */
  #received(octets: Uint8Array, during: TraceConnection | undefined): void {
    const message = decodeMessage(octets);
    if (message instanceof DecodeError) throw new Error(`the core sent what it cannot read: ${message.code}`);
    const { callReference } = message;
    const isSetup = message.message === "SETUP";
    if (isSetup && during !== undefined) this.#references.set(during.id, { ...callReference, flag: 1 });
    const answer = isSetup ? proceeding : localAnswer(message);
    if (answer !== undefined) this.#port.later(received(trunks.near, answerTo(callReference, answer)));
  }

  /** User A's phone is idle from the start; of user B's line the trace tells later. */
  #watch(line: LineKey): void {
    this.#watched.set(line, idle);
    const isOfA = this.#all().some((each) => each.role === "originating" && each.user === line);
    if (isOfA) this.#port.later({ type: "line", line, snapshot: idle });
  }
}

const idle: LineSnapshot = {
  registered: "yes",
  calls: 0,
  ringingIn: 0,
  offhook: false,
  dnd: false,
  forward: {},
  uses: 0,
  epoch: 1,
};

export function received(trunk: Trunk, octets: Uint8Array): Input {
  return { type: "received", trunk, channel: trunk, pdu: { carrier: "qsig", octets } };
}

/** The number behind the named side that a connection is about. */
function nearDigits(connection: TraceConnection, side: Side): string {
  const setup = setupOf(connection);
  if (setup === undefined) return "";
  return connection.opener === side ? callingDigits(setup) : calledDigits(setup);
}

function digitsOf(request: StoredRequest): string {
  const key = request.role === "originating" ? request.user : request.line;
  return key.slice(key.indexOf("/") + 1);
}

function isCcnr({ connection }: Placed): boolean {
  const setup = setupOf(connection);
  return setup !== undefined && invokes(setup, "ccnrRequest");
}

/** An error of call completion is the core's to write, whatever the phone's side clears with. */
function withoutErrors(ies: readonly InformationElement[]): readonly InformationElement[] {
  return ies.filter(
    (ie) => !(isOf(ie, facility) && ie.value?.components.some(({ component }) => component === "returnError")),
  );
}
