import { DecodeError } from "../error.ts";
import { H323UserInformation } from "../generated/h323-messages.ts";
import { encodePer, PerForm, PerReader, readPer } from "../per/index.ts";
import { protocolDiscriminator } from "../q931/decode.ts";
import { isSingleOctet } from "../q931/element.ts";
import type { CallReference } from "../q931/message.ts";
import { type MessageName, messageName } from "../q931/messages.ts";
import { type RawElement, rawElements } from "../q931/raw-elements.ts";
import { sameOctets } from "../same-octets.ts";
import { decodeH225, type H225Message } from "./message.ts";
import { lengthAt, type TunnelPlace, tunnelPlaceOf } from "./tunnel.ts";
import { h225OctetsLimit, userInformationDiscriminator, userUserAt, userUserHead } from "./user-user.ts";

/** What is kept of the messages of one neighbour. */
export const formLimits = {
  /** Forms of one message type: a peer has one or two of each. */
  perType: 8,
  /** A message with a longer User-user element is read each time. */
  octets: 2048,
  /**
   * So many messages of no known form go by before another is looked at, where all places are taken: then the oldest
   * form makes room; and where the last one had no form, as its sender writes other octets than we would.
   */
  patience: 64,
} as const;

/** What was learnt of a message. */
interface Learnt<Facts> {
  readonly tunnelled: H225Message["tunnelled"];
  readonly tunnelPlace: TunnelPlace | undefined;
  readonly facts: Facts;
}

/** A received H.225.0 message, of which the rest is read when it is asked for. */
export class OuterMessage<Facts> {
  readonly octets: Uint8Array;
  readonly callReference: CallReference;
  /** null: a type without a name. */
  readonly name: MessageName | null;
  readonly tunnelled: H225Message["tunnelled"];
  /** Where its tunnel stands; undefined where it has none, or nobody looked. */
  readonly tunnelPlace: TunnelPlace | undefined;
  /** What its form says. */
  readonly facts: Facts;
  /** How much further behind octets stand here than in the buffer of the facts; undefined: the facts are its own. */
  readonly #shift: number | undefined;
  #whole: H225Message | undefined;

  private constructor(
    octets: Uint8Array,
    { callReference, name }: Pick<OuterMessage<Facts>, "callReference" | "name">,
    learnt: Learnt<Facts>,
    { shift, whole }: { readonly shift?: number; readonly whole?: H225Message },
  ) {
    this.octets = octets;
    this.callReference = callReference;
    this.name = name;
    this.tunnelled = learnt.tunnelled;
    this.tunnelPlace = learnt.tunnelPlace;
    this.facts = learnt.facts;
    this.#shift = shift;
    this.#whole = whole;
  }

  /** One that was read whole. */
  static read<Facts>(octets: Uint8Array, whole: H225Message, facts: Facts): OuterMessage<Facts> {
    const { callReference, message: name } = whole.message;
    const learnt = { tunnelled: whole.tunnelled, tunnelPlace: undefined, facts };
    return new OuterMessage(octets, { callReference, name }, learnt, { whole });
  }

  /** One of a known form, with a call reference of two octets. */
  static known<Facts>(octets: Uint8Array, learnt: Learnt<Facts>, shift: number): OuterMessage<Facts> {
    const [, , octet3 = 0, octet4 = 0, type = 0] = octets;
    const callReference = { value: ((octet3 & 0x7f) << 8) | octet4, flag: octet3 & 0x80 ? 1 : 0, length: 2 } as const;
    return new OuterMessage(octets, { callReference, name: messageName(type) }, learnt, { shift });
  }

  /** What this message has where the facts have octets in front of the tunnel, perhaps another message's. */
  own(part: Uint8Array): Uint8Array {
    if (this.#shift === undefined) return part;
    const start = part.byteOffset + this.#shift;
    return this.octets.subarray(start, start + part.length);
  }

  /** An element of codeset 0 in front of the User-user element. */
  element(id: number): RawElement | undefined {
    return rawElements(this.octets, userUserAt(this.octets)).find((each) => each.id === id);
  }

  whole(): H225Message {
    // It is of a form that was read: nothing of it can be an error.
    this.#whole ??= decodeH225(this.octets) as H225Message;
    return this.#whole;
  }
}

/**
 * Reads the H.225.0 messages of one neighbour. They are as alike as one program makes them: one of a known form, with
 * other values, is compared and not read. `factsOf`: what somebody wants to know of each message, as far as it follows
 * from the form alone: which elements and components are there, choices, flags, enumerations, object identifiers; of
 * numbers, strings and octets only where they stand.
 */
export class H225Forms<Facts> {
  readonly #factsOf: (message: H225Message) => Facts;
  readonly #byType = new Map<number, FormsOfType<Facts>>();

  constructor(factsOf: (message: H225Message) => Facts) {
    this.#factsOf = factsOf;
  }

  read(octets: Uint8Array): OuterMessage<Facts> | DecodeError {
    const at = userUserAt(octets);
    const isUsual = hasUsualHead(octets, at);
    for (const form of (isUsual ? this.#byType.get(octets[4] ?? 0)?.forms : undefined) ?? []) {
      const known = form.read(octets, at);
      if (known !== undefined) return known;
    }
    const read = decodeH225(octets);
    if (read instanceof DecodeError) return read;
    if (isUsual && octets.length - at <= formLimits.octets) this.#learn(octets, at, read);
    return OuterMessage.read(octets, read, this.#factsOf(read));
  }

  #learn(octets: Uint8Array, at: number, read: H225Message): void {
    const { type, message: name } = read.message;
    if (name === null) return;
    const ofType = this.#byType.get(type) ?? { forms: [], toPass: 0 };
    this.#byType.set(type, ofType);
    if (ofType.toPass > 0) {
      ofType.toPass -= 1;
      return;
    }
    const { forms } = ofType;
    const form = formOf(octets, at, read, this.#factsOf);
    if (form !== undefined) forms.unshift(form);
    if (forms.length > formLimits.perType) forms.pop();
    if (form === undefined || forms.length === formLimits.perType) ofType.toPass = formLimits.patience;
  }
}

/** The latest first. */
interface FormsOfType<Facts> {
  readonly forms: Form<Facts>[];
  /** Messages that go by before another one is looked at. */
  toPass: number;
}

/** A call reference of two octets, and the User-user element is there, whole, and the last. */
function hasUsualHead(octets: Uint8Array, at: number): boolean {
  if (octets[0] !== protocolDiscriminator || octets[1] !== 2 || octets.length > h225OctetsLimit) return false;
  const length = (octets[at + 1] ?? 0) * 256 + (octets[at + 2] ?? 0);
  return octets[at + 3] === userInformationDiscriminator && at + 3 + length === octets.length;
}

/** Undefined where its octets are not those that we would write: then lengths may stand in another form too. */
function formOf<Facts>(
  octets: Uint8Array,
  at: number,
  read: H225Message,
  factsOf: (message: H225Message) => Facts,
): Form<Facts> | undefined {
  // A copy: it stays when the message is gone.
  const information = new Uint8Array(octets.subarray(at + userUserHead));
  const form = new PerForm(information);
  const value = readPer(H323UserInformation, new PerReader(information, form));
  if (value instanceof DecodeError || !sameOctets(encodePer(H323UserInformation, value), information)) return undefined;
  const place = tunnelPlaceOf(information, value);
  if (value.h323UuPdu.tunnelledSignallingMessage !== undefined && place === undefined) return undefined;
  const tunnel = place && { place, protocol: read.tunnelled?.protocol };
  const head = new Uint8Array(octets.subarray(0, at));
  return new Form({ head, information, form, facts: factsOf({ ...read, userInformation: value }), tunnel });
}

interface FormParts<Facts> {
  /** Of the first message that came in this form: what stands before its User-user element. */
  readonly head: Uint8Array;
  /** And what stands in it, behind the discriminator. */
  readonly information: Uint8Array;
  readonly form: PerForm;
  readonly facts: Facts;
  /** Undefined: there is none. Its protocol is none where it has another name than an object identifier. */
  readonly tunnel: Tunnel | undefined;
}

interface Tunnel {
  readonly place: TunnelPlace;
  readonly protocol: string | undefined;
}

/** In what messages are alike. */
class Form<Facts> {
  readonly #parts: FormParts<Facts>;

  constructor(parts: FormParts<Facts>) {
    this.#parts = parts;
  }

  /** Undefined: it is of another form. */
  read(octets: Uint8Array, at: number): OuterMessage<Facts> | undefined {
    const { head, information, tunnel } = this.#parts;
    const from = at + userUserHead;
    if (!haveSameElements(octets, at, head)) return undefined;
    const learnt = tunnel === undefined ? this.#withoutTunnel(octets, from) : this.#withTunnel(octets, from, tunnel);
    return learnt && OuterMessage.known(octets, learnt, from - information.byteOffset);
  }

  #withoutTunnel(octets: Uint8Array, from: number): Learnt<Facts> | undefined {
    const { information, form, facts } = this.#parts;
    const { length } = information;
    if (octets.length - from !== length || !form.isAt(octets, from, 0, length)) return undefined;
    return { tunnelled: undefined, tunnelPlace: undefined, facts };
  }

  #withTunnel(octets: Uint8Array, from: number, { place, protocol }: Tunnel): Learnt<Facts> | undefined {
    const { information, form, facts } = this.#parts;
    if (!form.isAt(octets, from, 0, place.length)) return undefined;
    const held = lengthAt(octets, from + place.length);
    if (held === undefined) return undefined;
    const open = held.behind;
    const end = open + held.value;
    if (octets.length - end !== information.length - place.end) return undefined;
    if (!form.isAt(octets, open, place.open, place.count)) return undefined;
    if (!form.isAt(octets, end, place.end, information.length)) return undefined;
    const count = open + place.count - place.open;
    const messages: Uint8Array[] = [];
    const rest = takeMessages(octets, count, messages);
    if (rest === undefined || end - rest !== place.end - place.rest) return undefined;
    if (!form.isAt(octets, rest, place.rest, place.end)) return undefined;
    return {
      tunnelled: protocol === undefined ? undefined : { protocol, messages },
      tunnelPlace: { length: from + place.length, open, count, rest, end },
      facts,
    };
  }
}

/** Messages of a tunnel from their number on; gives the place behind them, undefined where they are none. */
function takeMessages(octets: Uint8Array, count: number, messages: Uint8Array[]): number | undefined {
  const number = octets[count] ?? 0;
  if (number > 0x7f) return undefined;
  let at = count + 1;
  for (let left = number; left > 0; left -= 1) {
    const length = lengthAt(octets, at);
    if (length === undefined) return undefined;
    at = length.behind + length.value;
    messages.push(octets.subarray(length.behind, at));
  }
  return messages.length > 0 ? at : undefined;
}

/** The same elements, each empty in both or in none. */
function haveSameElements(octets: Uint8Array, end: number, head: Uint8Array): boolean {
  let at = 5;
  let other = 5;
  while (at < end && other < head.length) {
    const id = octets[at] ?? 0;
    if (id !== head[other]) return false;
    if (isSingleOctet(id)) {
      at += 1;
      other += 1;
      continue;
    }
    const length = octets[at + 1] ?? 0;
    const due = head[other + 1] ?? 0;
    if ((length === 0) !== (due === 0)) return false;
    at += 2 + length;
    other += 2 + due;
  }
  return at === end && other === head.length;
}
