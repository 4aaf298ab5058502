import { facilityShape } from "../facility/json.ts";
import type { Facility } from "../facility/facility.ts";
import { componentToJson } from "../rose/json.ts";
import { type Json, toHex } from "../shape.ts";
import {
  apdusOf,
  contextToJson,
  elementToJson,
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
  const { item } = row;
  return {
    ...contentToJson(row, contextOf(row)),
    ...(item.clock === undefined ? {} : { clock: item.clock }),
    problems: problemsOf(row).map(({ error, at }) => ({ ...problemToJson(error, 0), at })),
  };
}

function contextOf({ index, item, from }: TraceRow): MessageContext {
  const time = item.time === undefined ? undefined : isoTime(item.time);
  return {
    index,
    ...(time === undefined ? {} : { time }),
    ...(from === undefined ? {} : { from }),
    carrier: item.carrier,
    ...(item.segments === undefined ? {} : { segments: item.segments }),
  };
}

function contentToJson({ item, content }: TraceRow, context: MessageContext): RowJson {
  const hex = toHex(item.octets);
  switch (content.holds) {
    case "message":
      return messageToJson(content.message, context);
    case "unreadable":
      return unreadToJson(content.error, item.octets, context);
    case "facilityElement": {
      const ie = elementToJson(content.element, 0);
      return { ...withoutMessage(context), ies: [ie], apdus: apdusOf({ ies: [content.element] }) };
    }
    case "facility":
      return {
        ...withoutMessage(context),
        facility: facilityShape.toJson(content.facility),
        apdus: componentsOf(content.facility),
        hex,
      };
    case "component":
      return {
        ...withoutMessage(context),
        apdu: componentToJson(content.component),
        apdus: componentsOf({ profile: 0, components: [content.component] }),
        hex,
      };
    case "none":
      return {
        ...withoutMessage(context),
        ...(item.frame === undefined ? {} : { frame: item.frame }),
        hex,
      };
    default:
      return content satisfies never;
  }
}

function withoutMessage(context: MessageContext): RowJson {
  return { ...contextToJson(context), message: null, callReference: null, ies: [], apdus: [], problems: [] };
}

function componentsOf(value: Facility): RowJson["apdus"] {
  const { id, codeset } = facilityElement;
  return apdusOf({ ies: [{ id, codeset, octets: new Uint8Array(0), value }] });
}
