/**
 * A type as `codecs/per` interprets it: one row of a descriptor table. `Value` is what values of it are in TypeScript;
 * nothing of it is there when the program runs.
 */
export type PerType<Value = PerValue> = Descriptor & { readonly value?: Value };

type Descriptor =
  | { readonly kind: "boolean" | "null" | "objectIdentifier" }
  /** INTEGER (from..to), at most 65536 values. */
  | { readonly kind: "integer"; readonly from: number; readonly to: number }
  /** ENUMERATED, the names in the order of their numbers; `open`: with an extension marker. */
  | { readonly kind: "enumerated"; readonly names: readonly string[]; readonly open: boolean }
  /** OCTET STRING; without a size any length. */
  | { readonly kind: "octetString"; readonly size?: Size }
  /** A restricted string: bits of one character, and its characters in order where they are not those of the octets. */
  | { readonly kind: "string"; readonly bits: number; readonly alphabet?: string; readonly size?: Size }
  | { readonly kind: "sequenceOf"; readonly of: PerType<unknown> }
  | { readonly kind: "sequence"; readonly fields: readonly Field[]; readonly additions?: readonly Field[] }
  | { readonly kind: "choice"; readonly alternatives: readonly Field[]; readonly additions?: readonly Field[] };

/** SIZE (from..to). */
export interface Size {
  readonly from: number;
  readonly to: number;
}

/** A component or an alternative. Additions stand behind the extension marker; a type without them has no marker. */
export interface Field {
  readonly name: string;
  /** Absent: not read. The octets of an addition are kept; what has such a component in its root is kept whole. */
  readonly type?: PerType<unknown>;
  readonly optional?: true;
}

/** An addition that is not read: by its number behind the marker, counted from 0, the octets of its open type. */
export interface Addition {
  readonly [addition: `addition${number}`]: Uint8Array;
}

/**
 * How many additions the sender knows: the bits of its extension bitmap (X.691 18.7), kept so that what is written is
 * what was read. Absent where the sender used none of them.
 */
export const additionBits = Symbol("additionBits");

/** What a value of each type becomes; a chosen alternative is an object with that one member. */
export type PerValue =
  | boolean
  | null
  | number
  | string
  | Uint8Array
  | readonly PerValue[]
  | { readonly [name: string]: PerValue; readonly [additionBits]?: number };
