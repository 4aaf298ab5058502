import { DecodeError } from "../../codecs/error.ts";
import { type Dialect, isoDialect } from "../../codecs/dialect.ts";
import type { CcOptionalArgFullArg, CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { decodeElements, decodeMessage } from "../../codecs/q931/decode.ts";
import { elements, find, isOf } from "../../codecs/q931/element.ts";
import { encodeMessage, orderElements } from "../../codecs/q931/encode.ts";
import { callState } from "../../codecs/q931/ie/call-state.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { channelIdentification } from "../../codecs/q931/ie/channel-identification.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import { restartIndicator } from "../../codecs/q931/ie/restart-indicator.ts";
import { bChannelElement, causeElement } from "../../codecs/q931/make.ts";
import type { CallReference, InformationElement, Message } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import { fromPartyNumber } from "../../codecs/q931/party-number.ts";
import { invoke, isInvokeOf } from "../../codecs/rose/make.ts";
import {
  fullArgument,
  numbersFrom,
  numbersTowardA,
  octetsToKeep,
  requestArgument,
  setupOctets,
} from "../completion/call-numbers.ts";
import { dialects } from "../completion/dialects.ts";
import { apdu, bareInvoke, cisSetup, serviceInvoke } from "../completion/messages.ts";
import { plainDigits } from "../completion/parties.ts";
import { callStateElement, setupElements } from "../pbx/elements.ts";
import type { Input } from "../seam.ts";
import type { LinkEnd } from "./link.ts";
import type { LinkPlan, Plan } from "./plan.ts";
import { Random } from "./random.ts";
import { answers, type Invoked, type Word, whims, wordOf, words } from "./stranger-words.ts";

/** One connection, from its SETUP on. */
interface Leg extends Invoked {
  /** As we write it: flag 0 where the value is ours. */
  readonly reference: CallReference;
  readonly kind: "cis" | "call";
  /** What it is about, where its SETUP or that of its service says so. */
  readonly about: CcRequestArg | undefined;
  state: "present" | "proceeding" | "active" | "clearing";
}

const causes = { normal: 16, statusEnquiry: 30, invalidReference: 81 } as const;
/** Q.931 4.5.7, by who sent the SETUP: flag 0 we, 1 they. */
const callStates = { present: [1, 6], proceeding: [3, 9], active: [10, 10], clearing: [19, 19] } as const;
const mostLegs = 8;
const mostRequests = 6;

/** What it calls its end of the trunk. */
export const strangerChannel = "stranger";

/** The one of this world, where there is one; `send`: on its trunk. */
export function strangerOf(plan: Plan, send: (octets: Uint8Array) => void): Stranger | undefined {
  const link = plan.links.at(-1);
  if (plan.stranger === undefined || link === undefined) return undefined;
  const others = plan.nodes.flatMap(({ phones }) => phones);
  return new Stranger(link, { numbers: plan.stranger.phones, others }, Random.of(plan.seed, 6), send);
}

/**
 * A PINX of another make at the end of a trunk. It keeps to Q.931, and says in call completion what it likes: mostly
 * what fits, and at times what no PINX of ours ever says then.
 */
export class Stranger implements LinkEnd {
  readonly running = true;
  readonly #numbers: readonly string[];
  readonly #others: readonly string[];
  readonly #dialect: Dialect;
  readonly #random: Random;
  readonly #sendOctets: (octets: Uint8Array) => void;
  readonly #legs = new Map<string, Leg>();
  /** Requests that were made of us, and by us. */
  readonly #asked: CcRequestArg[] = [];
  #lastReference = 0;
  #isQuiet = false;

  /** `numbers`: its users; `others`: those of everybody else. */
  constructor(
    link: LinkPlan,
    { numbers, others }: { readonly numbers: readonly string[]; readonly others: readonly string[] },
    random: Random,
    send: (octets: Uint8Array) => void,
  ) {
    this.#numbers = numbers;
    this.#others = others;
    this.#random = random;
    this.#sendOctets = send;
    const { profile, opCoding, trueOctet } = dialects[link.dialect].peer;
    this.#dialect = { ...isoDialect, profile, opCoding, trueOctet: trueOctet === 0x01 ? 0x01 : 0xff };
  }

  give(input: Input): void {
    if (input.type === "closed") this.#legs.clear();
    if (input.type !== "received" || !("octets" in input.pdu)) return;
    const message = decodeMessage(input.pdu.octets);
    if (message instanceof DecodeError || message.message === null) return;
    this.#received(message, message.message);
  }

  /** Of its own accord. */
  speak(roll: number): void {
    if (this.#isQuiet) return;
    const random = new Random(roll);
    const legs = [...this.#legs.values()].filter(({ state }) => state !== "clearing");
    const leg = legs.length === 0 ? undefined : random.pick(legs);
    const asked = this.#asked.length === 0 ? undefined : random.pick(this.#asked);
    if (leg !== undefined && random.chance(400)) return this.#say(leg, wordOf(whims[leg.kind], random), random);
    if (legs.length >= mostLegs) return;
    if (asked === undefined || random.chance(300)) return this.#request(this.#newRequest(random), random);
    const how = random.below(10);
    if (how < 2) return this.#request(asked, random);
    if (how < 4) return this.#call(asked, "ccRingout");
    if (how < 6) return this.#call(asked, "ccPathReserve");
    if (how < 7) return this.#call(this.#newRequest(random), undefined);
    const toward = this.#serves(asked) === random.chance(800) ? "A" : "B";
    this.#tell(asked, how < 9 ? "ccExecPossible" : "ccCancel", toward);
  }

  /** It hangs up everywhere, and takes nothing more. */
  quiet(): void {
    this.#isQuiet = true;
    for (const leg of this.#legs.values()) this.#send(leg.reference, "RELEASE COMPLETE", [causeElement(causes.normal)]);
    this.#legs.clear();
  }

  #received(message: Message, name: MessageName): void {
    const reference = reply(message.callReference);
    if (reference.value === 0) return this.#global(message, name, reference);
    const leg = this.#legs.get(keyOf(reference));
    if (leg === undefined) return this.#unknown(message, name, reference);
    switch (name) {
      case "CALL PROCEEDING":
        if (leg.state === "present") leg.state = "proceeding";
        return;
      case "CONNECT":
        if (leg.state === "clearing") return;
        leg.state = "active";
        this.#send(reference, "CONNECT ACKNOWLEDGE", []);
        return this.#hear(leg, message);
      case "FACILITY":
        return this.#hear(leg, message);
      case "DISCONNECT":
        leg.state = "clearing";
        return this.#send(reference, "RELEASE", [causeElement(causes.normal)]);
      case "RELEASE":
        this.#send(reference, "RELEASE COMPLETE", [causeElement(causes.normal)]);
        return void this.#legs.delete(keyOf(reference));
      case "RELEASE COMPLETE":
        return void this.#legs.delete(keyOf(reference));
      case "STATUS ENQUIRY":
        return this.#status(reference, callStates[leg.state][reference.flag]);
      case "STATUS":
        if (find(message, callState)?.state === 0) this.#legs.delete(keyOf(reference));
        return;
      default:
        return;
    }
  }

  #global(message: Message, name: MessageName, reference: CallReference): void {
    if (name !== "RESTART") return;
    for (const [key, { kind }] of this.#legs) if (kind === "call") this.#legs.delete(key);
    const echo = [...elements(message, channelIdentification), ...elements(message, restartIndicator)];
    this.#send(reference, "RESTART ACKNOWLEDGE", echo);
  }

  #unknown(message: Message, name: MessageName, reference: CallReference): void {
    if (name === "SETUP") return this.#offered(message, reference);
    if (name === "STATUS ENQUIRY") return this.#status(reference, 0);
    if (name === "RELEASE COMPLETE" || name === "STATUS") return;
    this.#send(reference, "RELEASE COMPLETE", [causeElement(causes.invalidReference)]);
  }

  #status(reference: CallReference, state: number): void {
    this.#send(reference, "STATUS", [causeElement(causes.statusEnquiry), callStateElement(state)]);
  }

  #offered(message: Message, reference: CallReference): void {
    if (this.#isQuiet) return this.#send(reference, "RELEASE COMPLETE", [causeElement(causes.normal)]);
    const kind = find(message, channelIdentification)?.dChannel === true ? "cis" : "call";
    const invoked = componentsOf(message).find(({ component }) => component === "invoke");
    const operation = invoked?.component === "invoke" ? (invoked.operation ?? undefined) : undefined;
    const about = kind === "cis" ? argumentIn(message) : requestArgument(octetsToKeep(message.ies));
    const invokeId = invoked?.invokeId ?? 1;
    const leg: Leg = { reference, kind, about, operation, invokeId, state: "proceeding" };
    this.#legs.set(keyOf(reference), leg);
    this.#send(reference, "CALL PROCEEDING", kind === "cis" ? [] : elements(message, channelIdentification));
    const isRequest = operation === "ccbsRequest" || operation === "ccnrRequest";
    if (isRequest && about !== undefined) this.#remember(about);
    const heard = isRequest ? "ccbsRequest" : (operation ?? "call");
    this.#say(leg, wordOf(answers[heard] ?? answers.call ?? [], this.#random), this.#random);
  }

  #hear(leg: Leg, message: Message): void {
    for (const component of componentsOf(message)) {
      const isPath = component.component === "returnResult" && leg.operation === "ccPathReserve";
      const operation = component.component === "invoke" ? component.operation : null;
      const heard = isPath ? "pathReserved" : operation;
      const choices = heard === null ? undefined : answers[heard];
      if (choices !== undefined) this.#say(leg, wordOf(choices, this.#random), this.#random);
    }
  }

  /** And, at times, one thing more on the spot. */
  #say(leg: Leg, word: Word, random: Random): void {
    this.#sayOne(leg, word, random);
    if (random.chance(350)) this.#say(leg, wordOf(whims[leg.kind], random), random);
  }

  #sayOne(leg: Leg, word: Word, random: Random): void {
    if (word === "nothing" || leg.state === "clearing") return;
    switch (word) {
      case "callWithRingout":
        return this.#call(leg.about, "ccRingout");
      case "callWithPathReserve":
        return this.#call(leg.about, "ccPathReserve");
      case "setupWithExec":
        return this.#tell(leg.about, "ccExecPossible", leg.reference.flag === 1 ? "A" : "B");
      case "setupWithCancel":
        return this.#tell(leg.about, "ccCancel", leg.reference.flag === 1 ? "A" : "B");
      default:
        return this.#utter(leg, word, random);
    }
  }

  #utter(leg: Leg, word: keyof typeof words, random: Random): void {
    const { message, cause, components } = words[word](leg, random);
    const ies = components.map((component) => apdu(component, this.#dialect));
    if (message === undefined) return this.#clear(leg, cause ?? causes.normal, ies);
    // The side that called sends neither; the other one sends CONNECT once.
    const isCalled = leg.reference.flag === 1;
    if (message !== "FACILITY" && (!isCalled || leg.state === "active")) return;
    // A connection that is not up yet carries it in CONNECT (CC 4.2).
    const name = message === "FACILITY" && leg.kind === "cis" && leg.state !== "active" ? "CONNECT" : message;
    if (name === "CONNECT" && !isCalled) return;
    if (name === "CONNECT") leg.state = "active";
    this.#send(leg.reference, name, ies);
  }

  #clear(leg: Leg, cause: number, ies: readonly InformationElement[]): void {
    leg.state = "clearing";
    this.#send(leg.reference, leg.kind === "cis" ? "RELEASE" : "DISCONNECT", [causeElement(cause), ...ies]);
  }

  /** User B is one of its own. */
  #serves({ numberB }: CcRequestArg): boolean {
    return this.#numbers.includes(plainDigits(fromPartyNumber(numberB).digits));
  }

  /** A user of its own who would be called back by somebody: with his number, or without (R20). */
  #newRequest(random: Random): CcRequestArg {
    const phone = { number: random.pick(this.#numbers), name: "", restricted: random.chance(200) };
    const setup = setupElements(1, phone, random.pick(this.#others), []);
    const nameless = random.chance(200);
    const argument = requestArgument(
      octetsToKeep(nameless ? setup.filter((ie) => !isOf(ie, callingPartyNumber)) : setup),
    );
    if (argument === undefined) throw new Error("a number of four digits can be written");
    return argument;
  }

  #request(argument: CcRequestArg, random: Random): void {
    this.#remember(argument);
    const operation = random.pick(["ccbsRequest", "ccbsRequest", "ccnrRequest"] as const);
    const asked = {
      ...argument,
      canRetainService: random.chance(500),
      ...(random.chance(300) ? {} : { retainSigConnection: random.chance(500) }),
    };
    const ie = apdu(invoke(operation, 1, asked), this.#dialect);
    this.#setup("cis", cisSetup(ie, numbersFrom(setupOctets(argument))), operation, argument);
  }

  #call(argument: CcRequestArg | undefined, operation: "ccRingout" | "ccPathReserve" | undefined): void {
    if (argument === undefined) return;
    const ies = [
      ...decodeElements(setupOctets(argument)),
      bChannelElement(this.#random.between([1, 15])),
      ...(operation === undefined ? [] : [bareInvoke(operation, 1, this.#dialect)]),
    ];
    this.#setup("call", orderElements(ies), operation, argument);
  }

  /** In a SETUP of its own, toward user A or user B. */
  #tell(argument: CcRequestArg | undefined, operation: "ccExecPossible" | "ccCancel", toward: "A" | "B"): void {
    const full = argument === undefined ? undefined : fullArgument(argument, undefined);
    if (argument === undefined || full === undefined) return;
    const numbers = toward === "A" ? numbersTowardA(full) : numbersFrom(setupOctets(argument));
    this.#setup("cis", cisSetup(serviceInvoke(operation, 1, full, this.#dialect), numbers), operation, argument);
  }

  #setup(
    kind: Leg["kind"],
    ies: readonly InformationElement[],
    operation: Leg["operation"],
    about: CcRequestArg,
  ): void {
    this.#lastReference = (this.#lastReference % 0x7ffe) + 1;
    const reference: CallReference = { value: this.#lastReference, flag: 0, length: 2 };
    this.#legs.set(keyOf(reference), { reference, kind, about, operation, invokeId: 1, state: "present" });
    this.#send(reference, "SETUP", ies);
  }

  #remember(argument: CcRequestArg): void {
    this.#asked.push(argument);
    if (this.#asked.length > mostRequests) this.#asked.shift();
  }

  #send(callReference: CallReference, message: MessageName, ies: readonly InformationElement[]): void {
    this.#sendOctets(encodeMessage(callReference, { message, ies }));
  }
}

/** The same connection as we write it. */
function reply({ value, flag, length }: CallReference): CallReference {
  return { value, flag: flag === 0 ? 1 : 0, length };
}

function keyOf({ value, flag }: CallReference): string {
  return `${flag}/${value}`;
}

function componentsOf(message: Message) {
  return elements(message, facility).flatMap(({ value }) => value?.components ?? []);
}

/** What a CIS SETUP is about: the request, or what quotes it. */
function argumentIn(message: Message): CcRequestArg | undefined {
  for (const component of componentsOf(message)) {
    if (isInvokeOf(component, "ccbsRequest") || isInvokeOf(component, "ccnrRequest")) return component.argument;
    if (isInvokeOf(component, "ccExecPossible") || isInvokeOf(component, "ccCancel")) {
      return "fullArg" in component.argument ? requestOf(component.argument.fullArg) : undefined;
    }
  }
  return undefined;
}

function requestOf({ numberA, numberB, service }: CcOptionalArgFullArg): CcRequestArg {
  return { numberA: { presentationAllowedAddress: numberA }, numberB, service };
}
