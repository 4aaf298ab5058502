import type { Dialect } from "../dialect.ts";
import { isoDialect } from "../dialect.ts";
import { DecodeError } from "../error.ts";
import { decodeFacility } from "../facility/decode.ts";
import { encodeFacility } from "../facility/encode.ts";
import type { Facility } from "../facility/facility.ts";
import { decodeElements, messageLimits } from "../q931/decode.ts";
import { contentsOf, elementOctets, maxContentsOctets } from "../q931/element.ts";
import type { AnyElementCodec } from "../q931/elements.ts";
import { codecOf, identifierOf } from "../q931/elements.ts";
import { encodeOctets, maxReference } from "../q931/encode.ts";
import { facility } from "../q931/ie/facility.ts";
import { shift } from "../q931/ie/shift.ts";
import type { CallReference } from "../q931/message.ts";
import type { MessageName } from "../q931/messages.ts";
import { messageTypes } from "../q931/messages.ts";
import type { Json } from "../shape.ts";
import { integer, isObject, octets, oneOf, record, ShapeError, toJson } from "../shape.ts";

export interface EncodeOptions {
  /** Take the `hex` of an element where it decodes to the very value beside it. */
  readonly exact?: boolean;
  /** The form of Facility elements. */
  readonly dialect?: Dialect;
}

/**
 * The octets of a message from its JSON. Read are `message` (or `type`), `callReference` and of each element `id`,
 * `codeset`, `value`; `hex` only of an element without a value, or with `exact`. Everything else is a view. An error
 * names the field and what is due there.
 */
export function messageFromJson(json: unknown, options: EncodeOptions = {}): Uint8Array | ShapeError {
  if (!isObject(json)) return new ShapeError("", "an object with message, callReference and ies");
  const type = typeFromJson(json);
  if (type instanceof ShapeError) return type;
  const callReference = callReferenceFromJson(json["callReference"]);
  if (callReference instanceof ShapeError) return callReference;
  const ies = elementsFromJson(json["ies"], options);
  if (ies instanceof ShapeError) return ies;
  const message = encodeOctets(callReference, type, ies);
  if (message.length <= messageLimits.octets) return message;
  return new ShapeError(
    "ies",
    `elements of ${messageLimits.octets} octets in all with their header, not ${message.length}`,
  );
}

const messageShape = oneOf(...(Object.keys(messageTypes) as MessageName[]));
const typeShape = integer(0, 0xff);

function typeFromJson(json: Readonly<Record<string, unknown>>): number | ShapeError {
  const { message = null } = json;
  if (message === null && json["type"] !== undefined) return typeShape.fromJson(json["type"], "type");
  const name = messageShape.fromJson(message, "message");
  return name instanceof ShapeError ? name : messageTypes[name];
}

const callReferenceShape = record<CallReference>({
  value: integer(0, 0x7fff),
  flag: oneOf(0, 1),
  length: integer(0, messageLimits.callReferenceOctets),
});

function callReferenceFromJson(json: unknown): CallReference | ShapeError {
  const path = "callReference";
  const callReference = callReferenceShape.fromJson(json, path);
  if (callReference instanceof ShapeError) return callReference;
  const value = integer(0, maxReference(callReference.length)).check(callReference.value, `${path}.value`);
  return value ?? callReference;
}

const idShape = integer(0, 0xff);
const codesetShape = integer(0, 7);
const hexShape = octets();

/** Every element in its place; each must stand in the codeset that the shifts before it have made active. */
export function elementsFromJson(json: unknown, options: EncodeOptions): { octets: Uint8Array }[] | ShapeError {
  if (!Array.isArray(json)) return new ShapeError("ies", "the list of elements");
  const ies: { octets: Uint8Array }[] = [];
  let locked = 0;
  let next: number | undefined;
  for (const [index, row] of json.entries()) {
    const path = `ies[${index}]`;
    const ie = elementFromJson(row, path, options);
    if (ie instanceof ShapeError) return ie;
    const active = next ?? locked;
    if (ie.codeset !== active && ie.id !== shift.id) {
      return new ShapeError(
        `${path}.codeset`,
        `${active}, or a Shift element (id ${shift.id}) to ${ie.codeset} before it`,
      );
    }
    ies.push(ie);
    next = undefined;
    if (ie.id !== shift.id) continue;
    const value = shift.decode(contentsOf(ie));
    if (value instanceof DecodeError) continue;
    if (value.locking) locked = value.codeset;
    else next = value.codeset;
  }
  return ies;
}

interface Encoded {
  readonly id: number;
  readonly codeset: number;
  readonly octets: Uint8Array;
}

function elementFromJson(json: unknown, path: string, options: EncodeOptions): Encoded | ShapeError {
  if (!isObject(json)) return new ShapeError(path, "an object with id, codeset and value");
  const { hex, value } = json;
  const id = idShape.fromJson(json["id"], `${path}.id`);
  if (id instanceof ShapeError) return id;
  const codeset = codesetShape.fromJson(json["codeset"] ?? 0, `${path}.codeset`);
  if (codeset instanceof ShapeError) return codeset;
  const given = hex === undefined ? undefined : octetsFromJson(hex, id, `${path}.hex`);
  if (value === undefined) {
    if (given === undefined) return new ShapeError(path, "a value, or the element's octets as hex");
    return given instanceof ShapeError ? given : { id, codeset, octets: given };
  }
  const codec = codecOf(codeset, id);
  if (codec === undefined) return new ShapeError(`${path}.value`, "hex in its place: this element is passed on unread");
  if (options.exact && given instanceof Uint8Array && isSaid(codec, given, value))
    return { id, codeset, octets: given };
  const contents = contentsFromJson(codec, value, `${path}.value`, options.dialect ?? isoDialect);
  return contents instanceof ShapeError ? contents : { id, codeset, octets: elementOctets(id, contents) };
}

function isFacility({ id, codeset }: AnyElementCodec): boolean {
  return id === facility.id && codeset === facility.codeset;
}

function octetsFromJson(hex: unknown, id: number, path: string): Uint8Array | ShapeError {
  const given = hexShape.fromJson(hex, path);
  if (given instanceof ShapeError) return given;
  const [first] = given;
  if (first === undefined || identifierOf(first) !== id)
    return new ShapeError(path, `octets that begin with identifier ${id}`);
  return given;
}

function contentsFromJson(
  codec: AnyElementCodec,
  json: unknown,
  path: string,
  dialect: Dialect,
): Uint8Array | readonly number[] | ShapeError {
  const value = codec.shape.fromJson(json, path);
  if (value instanceof ShapeError) return value;
  const contents = isFacility(codec) ? encodeFacility(value as Facility, dialect) : codec.encode(value);
  if (contents.length <= maxContentsOctets) return contents;
  const advice = codec.name === facility.name ? ": put the components in elements of their own" : "";
  return new ShapeError(path, `contents of ${maxContentsOctets} octets at most, not ${contents.length}${advice}`);
}

/** Whether octets are one whole element that decodes to the value beside them, in either meaning of operation codes. */
function isSaid(codec: AnyElementCodec, octets: Uint8Array, json: unknown): boolean {
  const [ie, ...others] = decodeElements(octets, codec.codeset);
  if (ie === undefined || others.length > 0) return false;
  const values = [ie.value, ...(isFacility(codec) ? [decodeFacility(contentsOf(ie), "dss1")] : [])];
  return values.some((value) => value !== undefined && !(value instanceof DecodeError) && isEqual(toJson(value), json));
}

/** Whether two JSON values say the same. */
export function isEqual(left: Json, right: unknown): boolean {
  if (typeof left !== "object" || left === null) return left === right;
  if (typeof right !== "object" || right === null) return false;
  const ours = Object.entries(left);
  const theirs = right as Readonly<Record<string, unknown>>;
  return ours.length === Object.keys(theirs).length && ours.every(([name, each]) => isEqual(each, theirs[name]));
}
