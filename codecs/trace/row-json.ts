import type { Mutable } from "../ber/codec.ts";
import type { Facility } from "../facility/facility.ts";
import { type Json, toHex, toJson } from "../shape.ts";
import {
  apdusOf,
  elementToJson,
  lineWithoutMessage,
  type MessageContext,
  type MessageJson,
  messageToJson,
  problemToJson,
  unreadToJson,
} from "../view/message-json.ts";
import { facility as facilityElement } from "../q931/ie/facility.ts";
import type { TraceRow } from "./decoder.ts";
import { isoTime } from "./iso-time.ts";
import { problemsOf } from "./row-problems.ts";

/**
 * One line of `qsig decode --json`: a message, or with `message: null` a part of one, a frame, or what nobody could
 * read.
 */
export interface RowJson extends MessageJson {
  /** The time as a text writes it that does not say the year or the zone. */
  readonly clock?: string;
  /** What the link calls a frame that carries no message. */
  readonly frame?: string;
  /** The value of Facility contents that came without their element. */
  readonly facility?: Json;
  /** A component that came alone. */
  readonly apdu?: Json;
}

export function rowToJson(row: TraceRow): RowJson {
  const json = contentToJson(row, contextOf(row));
  if (row.item.clock !== undefined) json.clock = row.item.clock;
  json.problems = problemsOf(row).map(({ error, at }) => problemToJson(error, at - error.offset));
  return json;
}

function contextOf({ index, item, from }: TraceRow): MessageContext {
  const context: Mutable<MessageContext> = { index, carrier: item.carrier };
  const time = item.time === undefined ? undefined : isoTime(item.time);
  if (time !== undefined) context.time = time;
  if (from !== undefined) context.from = from;
  if (item.segments !== undefined) context.segments = item.segments;
  if (item.outer !== undefined) context.outer = item.outer;
  return context;
}

function contentToJson({ item, content }: TraceRow, context: MessageContext): Mutable<RowJson> {
  if (content.holds === "message") return messageToJson(content.message, context);
  if (content.holds === "unreadable") return unreadToJson(content.error, item.octets, context);
  const json: Mutable<RowJson> = lineWithoutMessage(context);
  switch (content.holds) {
    case "facilityElement":
      json.ies = [elementToJson(content.element, 0)];
      json.apdus = apdusOf({ ies: [content.element] });
      return json;
    case "facility":
      json.facility = toJson(content.facility);
      json.apdus = componentsOf(content.facility);
      break;
    case "component":
      json.apdu = toJson(content.component);
      json.apdus = componentsOf({ profile: 0, components: [content.component] });
      break;
    case "none":
      if (item.frame !== undefined) json.frame = item.frame;
      break;
    default:
      content satisfies never;
  }
  json.hex = toHex(item.octets);
  return json;
}

function componentsOf(value: Facility): RowJson["apdus"] {
  const { id, codeset } = facilityElement;
  return apdusOf({ ies: [{ id, codeset, octets: new Uint8Array(0), value }] });
}
