import { DecodeError } from "../error.ts";
import type { Shape } from "../shape.ts";
import { join, ShapeError } from "../shape.ts";
import type { Codec } from "./codec.ts";
import { dueAt } from "./due.ts";
import { fromJson } from "./json.ts";

/** The form of a value that its ASN.1 type describes. */
export function shapeOf<T>(codec: Codec<T>): Shape<T> {
  const convert = (json: unknown, path: string): T | ShapeError => {
    const value = fromJson(codec, json);
    if (!(value instanceof DecodeError)) return value;
    const [, ...within] = value.path.split(".");
    return new ShapeError(within.reduce(join, path), dueAt(codec.type, within));
  };
  return {
    due: dueAt(codec.type, []),
    fromJson: convert,
    check(value, path) {
      const converted = convert(value, path);
      return converted instanceof ShapeError ? converted : undefined;
    },
  };
}
