import { isoDialect } from "../dialect.ts";
import { DecodeError } from "../error.ts";
import { decodeFacility } from "../facility/decode.ts";
import { encodeFacility } from "../facility/encode.ts";
import { facilityShape } from "../facility/json.ts";
import type { Protocol } from "../rose/operations.ts";
import { decodeComponent } from "../rose/decode.ts";
import { encodeComponent } from "../rose/encode.ts";
import { componentFromJson } from "../rose/json.ts";
import { isObject, type Json, octets, ShapeError, toJson } from "../shape.ts";
import { elementsFromJson, type EncodeOptions, isEqual, messageFromJson } from "../view/message-from-json.ts";

type Row = Readonly<Record<string, unknown>>;

/** A part that came without its message: which member holds it, and how it is written and read. */
interface Part {
  readonly member: "facility" | "apdu";
  encode(json: unknown, options: EncodeOptions): Uint8Array | ShapeError;
  /** What these octets would be shown as. */
  show(given: Uint8Array, protocol: Protocol): Json | undefined;
}

const parts: readonly Part[] = [
  {
    member: "facility",
    encode(json, { dialect = isoDialect }) {
      const value = facilityShape.fromJson(json, "facility");
      return value instanceof ShapeError ? value : encodeFacility(value, dialect);
    },
    show(given, protocol) {
      const value = decodeFacility(given, protocol);
      return value instanceof DecodeError ? undefined : toJson(value);
    },
  },
  {
    member: "apdu",
    encode(json, { dialect = isoDialect }) {
      const value = componentFromJson(json, "apdu");
      return value instanceof ShapeError ? value : encodeComponent(value, dialect);
    },
    show: (given, protocol) => toJson(decodeComponent(given, protocol)),
  },
];

const hexShape = octets();

/**
 * The octets that a row of `qsig decode --json` shows; undefined of a frame, which carries no message. A row that could
 * not be read gives its `hex`.
 */
export function rowFromJson(json: unknown, options: EncodeOptions = {}): Uint8Array | undefined | ShapeError {
  if (!isObject(json)) return new ShapeError("", "one JSON object, as qsig decode --json prints it");
  if (json["frame"] !== undefined) return undefined;
  const part = parts.find(({ member }) => json[member] !== undefined);
  if (part) return partFromJson(part, json, options);
  if (isMessage(json)) return messageFromJson(json, options);
  if (Array.isArray(json["ies"]) && json["ies"].length > 0) return listFromJson(json["ies"], options);
  return hexShape.fromJson(json["hex"], "hex");
}

function isMessage(json: Row): boolean {
  return [json["message"], json["type"], json["callReference"]].some(
    (member) => member !== undefined && member !== null,
  );
}

function partFromJson(part: Part, json: Row, options: EncodeOptions): Uint8Array | ShapeError {
  const given = json["hex"] === undefined ? undefined : hexShape.fromJson(json["hex"], "hex");
  if (options.exact && given instanceof Uint8Array) {
    const shown = (["qsig", "dss1"] as const).map((protocol) => part.show(given, protocol));
    if (shown.some((one) => one !== undefined && isEqual(one, json[part.member]))) return given;
  }
  return part.encode(json[part.member], options);
}

function listFromJson(ies: readonly unknown[], options: EncodeOptions): Uint8Array | ShapeError {
  const list = elementsFromJson(ies, options);
  if (list instanceof ShapeError) return list;
  const whole = new Uint8Array(list.reduce((length, ie) => length + ie.octets.length, 0));
  let at = 0;
  for (const ie of list) {
    whole.set(ie.octets, at);
    at += ie.octets.length;
  }
  return whole;
}
