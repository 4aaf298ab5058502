import { DecodeError, type DecodeErrorCode } from "../error.ts";
import { alphabets, type StringName } from "./alphabet.ts";
import type { Codec } from "./codec.ts";
import { limits } from "./limits.ts";
import { joinedArcs } from "./object-identifier.ts";
import { Reader } from "./reader.ts";
import type { Bounds, Element, Type } from "./type.ts";

/**
 * The value of a type that JSON (or a person) gives, checked whole: fields, sizes, ranges, alphabets. What passes can
 * be encoded. Octets may be hex or a Uint8Array. The offset of an error is 0; its path names the fault.
 */
export function fromJson<T>(codec: Codec<T>, json: unknown): T | DecodeError {
  const value = convert(codec.type, json, codec.name);
  // `convert` has checked `json` against the type that the codec was generated from.
  return value as T | DecodeError;
}

const fault = (code: DecodeErrorCode, path: string): DecodeError => new DecodeError(code, 0, path);

const isInteger = (json: unknown): json is number =>
  Number.isInteger(json) && (json as number) >= -limits.integer && (json as number) < limits.integer;

const isBetween = (
  value: number,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Bounds,
): boolean => value >= min && value <= max;

function convert(type: Type, json: unknown, path: string): unknown {
  switch (type.kind) {
    case "NULL":
      return json === null ? null : fault("badValue", path);
    case "BOOLEAN":
      return typeof json === "boolean" ? json : fault("badValue", path);
    case "named":
      if (typeof json === "string" && Object.hasOwn(type.names, json)) return json;
      return type.open && isInteger(json) && isBetween(json, type) ? json : fault("badValue", path);
    case "BIT STRING": {
      const isBit = (bit: unknown): boolean =>
        typeof bit === "string"
          ? Object.hasOwn(type.names, bit)
          : isInteger(bit) && isBetween(bit, { min: 0, max: (type.max ?? limits.bits) - 1 });
      return Array.isArray(json) && json.every(isBit) ? json : fault("badValue", path);
    }
    case "INTEGER":
      return isInteger(json) && isBetween(json, type) ? json : fault("badValue", path);
    case "OBJECT IDENTIFIER":
      return typeof json === "string" && joinedArcs(json) !== undefined ? json : fault("badValue", path);
    case "OCTET STRING": {
      const octets = octetsOf(json);
      return octets !== undefined && isBetween(octets.length, type) ? octets : fault("badValue", path);
    }
    case "open": {
      const octets = octetsOf(json);
      return octets !== undefined && isOneValue(octets) ? octets : fault("badValue", path);
    }
    case "SEQUENCE OF":
      return Array.isArray(json) && isBetween(json.length, type)
        ? convertElements(type.of, json, path)
        : fault("badValue", path);
    case "SEQUENCE":
      return isRecord(json) ? convertSequence(type.elements, json, path) : fault("badValue", path);
    case "CHOICE":
      return isRecord(json) ? convertChoice(type.elements, json, path) : fault("badValue", path);
    default:
      return isText(type.kind, json) && isBetween(json.length, type) ? json : fault("badValue", path);
  }
}

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === "object" && json !== null && !Array.isArray(json) && !(json instanceof Uint8Array);

function isText(name: StringName, json: unknown): json is string {
  return (
    typeof json === "string" && [...json].every((character) => alphabets[name].legal[character.charCodeAt(0)] === 1)
  );
}

/** Octets, or their hex. */
function octetsOf(json: unknown): Uint8Array | undefined {
  if (json instanceof Uint8Array) return json;
  if (typeof json !== "string" || !/^(?:[0-9a-f]{2})*$/i.test(json)) return undefined;
  return Uint8Array.from(json.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Whether octets are one whole value, as an open type holds it. */
function isOneValue(octets: Uint8Array): boolean {
  const reader = new Reader(octets);
  return reader.open() !== undefined && reader.at === octets.length;
}

function convertElements(of: Type, json: readonly unknown[], path: string): unknown {
  const values: unknown[] = [];
  for (const [i, element] of json.entries()) {
    const value = convert(of, element, `${path}.${i}`);
    if (value instanceof DecodeError) return value;
    values.push(value);
  }
  return values;
}

function convertSequence(elements: readonly Element[], json: Readonly<Record<string, unknown>>, path: string): unknown {
  const unknownName = Object.keys(json).find((key) => !elements.some((f) => f.name === key));
  if (unknownName !== undefined) return fault("badValue", `${path}.${unknownName}`);
  const result: Record<string, unknown> = {};
  for (const { name, type: inner, presence } of elements) {
    const given = json[name];
    if (given === undefined) {
      if (presence === undefined) return fault("missingField", `${path}.${name}`);
      continue;
    }
    const value = convert(inner, given, `${path}.${name}`);
    if (value instanceof DecodeError) return value;
    result[name] = value;
  }
  return result;
}

function convertChoice(
  alternatives: readonly Element[],
  json: Readonly<Record<string, unknown>>,
  path: string,
): unknown {
  const [name, ...others] = Object.keys(json);
  const chosen = alternatives.find((a) => a.name === name);
  if (name === undefined || chosen === undefined || others.length > 0) return fault("badValue", path);
  const value = convert(chosen.type, json[name], `${path}.${name}`);
  return value instanceof DecodeError ? value : { [name]: value };
}
