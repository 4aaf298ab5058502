import type { Mutable } from "../ber/codec.ts";
import { decodeErrorTexts } from "../error.ts";
import type { DecodeError } from "../error.ts";
import { findAll } from "../q931/element.ts";
import { elementName } from "../q931/elements.ts";
import { facility } from "../q931/ie/facility.ts";
import type { CallReference, InformationElement, Message } from "../q931/message.ts";
import type { Json } from "../shape.ts";
import { membersToJson, toHex, toJson } from "../shape.ts";

/** What the octets of a message do not say: where it stood. */
export interface MessageContext {
  readonly index: number;
  /** ISO 8601. */
  readonly time?: string;
  /** `a` sent the first SETUP of the file. */
  readonly from?: "a" | "b";
  readonly carrier: "lapd" | "h225" | "iua" | "sip" | "none";
  /** The segments the message came in, where it did (CC 2.4). */
  readonly segments?: number;
  /** The H.225 message that carried it. */
  readonly outer?: { readonly message: string; readonly callReference: CallReference };
}

export interface ProblemJson {
  readonly code: string;
  /** Octets from the message's first. */
  readonly at: number;
  readonly text: string;
}

export interface ElementJson {
  readonly id: number;
  readonly codeset: number;
  readonly name: string | null;
  readonly hex: string;
  readonly value?: Json;
  readonly problems?: readonly ProblemJson[];
}

/** The line that `qsig decode --json` prints of a message. */
export interface MessageJson extends MessageContext {
  /** null where the type has no name, `type` then is its octet; and where the message could not be read. */
  readonly message: string | null;
  readonly type?: number;
  readonly callReference: CallReference | null;
  readonly ies: readonly ElementJson[];
  readonly apdus: readonly { readonly [name: string]: Json }[];
  /** Those of the message and of all its elements. */
  readonly problems: readonly ProblemJson[];
  /** The octets of a message that could not be read. */
  readonly hex?: string;
}

export function messageToJson(message: Message, context: MessageContext): MessageJson {
  const json = contextToJson(context);
  json.message = message.message;
  if (message.message === null) json.type = message.type;
  json.callReference = message.callReference;
  const ies: ElementJson[] = [];
  const problems: ProblemJson[] = [];
  let at = 3 + message.callReference.length;
  for (const ie of message.ies) {
    const element = elementToJson(ie, at);
    ies.push(element);
    if (element.problems !== undefined) problems.push(...element.problems);
    at += ie.octets.length;
  }
  for (const problem of message.problems) problems.push(problemToJson(problem, 0));
  json.ies = ies;
  json.apdus = apdusOf(message);
  json.problems = problems;
  return json;
}

/** The line of a message whose header could not be read: nothing of it is lost. */
export function unreadToJson(error: DecodeError, octets: Uint8Array, context: MessageContext): MessageJson {
  return { ...lineWithoutMessage(context), problems: [problemToJson(error, 0)], hex: toHex(octets) };
}

/** A line that says where something stood, and no message. */
export function lineWithoutMessage(context: MessageContext): Mutable<MessageJson> {
  const json = contextToJson(context);
  json.message = null;
  json.callReference = null;
  json.ies = [];
  json.apdus = [];
  json.problems = [];
  return json;
}

/** The beginning of a line. Members are set one by one, here and in every line: spreads cost more than the decoding. */
function contextToJson({ index, time, from, carrier, segments, outer }: MessageContext): Mutable<MessageJson> {
  const json = { index } as Mutable<MessageJson>;
  if (time !== undefined) json.time = time;
  if (from !== undefined) json.from = from;
  json.carrier = carrier;
  if (segments !== undefined) json.segments = segments;
  if (outer !== undefined) json.outer = outer;
  return json;
}

/** `at` is where the element begins in its message. */
export function elementToJson(ie: InformationElement, at: number): ElementJson {
  const { id, codeset, octets, value, problems } = ie;
  const json: Mutable<ElementJson> = { id, codeset, name: elementName(codeset, id), hex: toHex(octets) };
  if (value !== undefined) json.value = toJson(value);
  if (problems !== undefined) json.problems = problems.map((each) => problemToJson(each, at));
  return json;
}

/** `path` tells a reader of the sentence which field is meant. */
export function problemToJson({ code, offset, path }: DecodeError, at: number): ProblemJson {
  return { code, at: at + offset, text: path === "" ? decodeErrorTexts[code] : `${path}: ${decodeErrorTexts[code]}` };
}

/** All components of all Facility elements; the interpretation stands on the invokes it is about. */
export function apdusOf(message: Pick<Message, "ies">): { readonly [name: string]: Json }[] {
  const apdus: { readonly [name: string]: Json }[] = [];
  for (const { components, interpretation } of findAll(message, facility)) {
    for (const component of components) {
      const apdu = membersToJson(component);
      if (component.component === "invoke" && interpretation !== undefined) apdu["interpretation"] = interpretation;
      apdus.push(apdu);
    }
  }
  return apdus;
}
