import { DecodeError } from "../error.ts";
import { decodeFacility } from "../facility/decode.ts";
import type { Facility } from "../facility/facility.ts";
import { decodeH225 } from "../h225/index.ts";
import { decodeElements, decodeMessage } from "../q931/decode.ts";
import { contentsOf, isOf } from "../q931/element.ts";
import { facility } from "../q931/ie/facility.ts";
import type { Strictness } from "../leniencies.ts";
import type { InformationElement, Message } from "../q931/message.ts";
import type { Component } from "../rose/component.ts";
import { decodeComponent } from "../rose/decode.ts";
import type { Protocol } from "../rose/operations.ts";
import type { TraceItem } from "./message.ts";

/** What the octets of an item say. "unreadable" where nothing could be made of them, "none" where nothing was due. */
export type Content =
  | { readonly holds: "message"; readonly message: Message }
  | { readonly holds: "facilityElement"; readonly element: InformationElement }
  | { readonly holds: "facility"; readonly facility: Facility }
  | { readonly holds: "component"; readonly component: Component }
  | { readonly holds: "none" }
  | { readonly holds: "unreadable"; readonly error: DecodeError };

/** Reads the octets of one item as the protocol has it. Offsets of problems count from the first octet of the item. */
export function readItem(item: TraceItem, protocol: Protocol, strictness?: Strictness): Content {
  const { holds, octets } = item;
  switch (holds) {
    case "message": {
      const message = isOuter(item) ? outerMessage(octets, strictness) : decodeMessage(octets, strictness);
      if (message instanceof DecodeError) return { holds: "unreadable", error: message };
      return { holds, message: protocol === "qsig" ? message : reread(message, protocol, strictness) };
    }
    case "facilityElement":
      return readElement(octets, protocol, strictness);
    case "facility": {
      const value = decodeFacility(octets, protocol, strictness);
      return value instanceof DecodeError ? { holds: "unreadable", error: value } : { holds, facility: value };
    }
    case "component":
      return { holds, component: decodeComponent(octets, protocol, strictness) };
    case "none":
      return { holds };
    default:
      return holds satisfies never;
  }
}

/** An H.225 message that carries none of QSIG stands for itself. */
function isOuter({ carrier, outer }: TraceItem): boolean {
  return carrier === "h225" && outer === undefined;
}

function outerMessage(octets: Uint8Array, strictness?: Strictness): Message | DecodeError {
  const read = decodeH225(octets, strictness);
  return read instanceof DecodeError ? read : read.message;
}

function readElement(octets: Uint8Array, protocol: Protocol, strictness?: Strictness): Content {
  const [element, more] = decodeElements(octets, 0, strictness);
  if (!element) return { holds: "unreadable", error: new DecodeError("truncated", 0) };
  if (more) return { holds: "unreadable", error: new DecodeError("trailingOctets", element.octets.length) };
  return { holds: "facilityElement", element: rereadElement(element, protocol, strictness) };
}

function reread(message: Message, protocol: Protocol, strictness?: Strictness): Message {
  return { ...message, ies: message.ies.map((ie) => rereadElement(ie, protocol, strictness)) };
}

/** Facility elements hold codes that mean something else in another protocol. */
function rereadElement(ie: InformationElement, protocol: Protocol, strictness?: Strictness): InformationElement {
  if (protocol === "qsig" || !isOf(ie, facility)) return ie;
  const { id, codeset, octets } = ie;
  // What ends early, or is the rest of too many elements, is nobody's.
  if (octets.length !== 2 + (octets[1] ?? 0)) return ie;
  const value = decodeFacility(contentsOf(ie), protocol, strictness);
  const isRead = !(value instanceof DecodeError);
  const faults = isRead ? (value.problems ?? []) : [value];
  // Identifier and length stand before the contents.
  const problems = faults.map(({ code, offset, path }) => new DecodeError(code, offset + 2, path));
  return { id, codeset, octets, ...(isRead ? { value } : {}), ...(problems.length > 0 ? { problems } : {}) };
}
