import type { StringName } from "./alphabet.ts";

/**
 * An ASN.1 type as a value: generated beside each codec, read by `json.ts` and by tests. Tags are the codec's
 * business.
 */
export type Type =
  /** `open`: any one value, kept as its octets. */
  | { readonly kind: "NULL" | "BOOLEAN" | "OBJECT IDENTIFIER" | "open" }
  /** The bounds of the value. */
  | ({ readonly kind: "INTEGER" } & Bounds)
  /** ENUMERATED, or INTEGER with names: a name, and the number where it has none and the type is `open`. */
  | ({ readonly kind: "named"; readonly names: Readonly<Record<string, number>>; readonly open: boolean } & Bounds)
  /** A list of the bits set, ascending: names, and the number of a bit without one. The bounds of the size. */
  | ({ readonly kind: "BIT STRING"; readonly names: Readonly<Record<string, number>> } & Bounds)
  /** The bounds of the size. */
  | ({ readonly kind: "OCTET STRING" | StringName } & Bounds)
  | ({ readonly kind: "SEQUENCE OF"; readonly of: Type } & Bounds)
  | { readonly kind: "SEQUENCE" | "CHOICE"; readonly elements: readonly Element[] };

export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** A component of a SEQUENCE or an alternative of a CHOICE. */
export interface Element {
  readonly name: string;
  readonly type: Type;
  /** Absent: mandatory. A default is what absence on the wire means. */
  readonly presence?: "OPTIONAL" | { readonly default: boolean | number | string };
}
