/** A type as the reader of aligned PER interprets it: one row of a descriptor table. */
export type PerType =
  | { readonly kind: "boolean" | "null" | "objectIdentifier" }
  /** INTEGER (from..to), at most 65536 values. */
  | { readonly kind: "integer"; readonly from: number; readonly to: number }
  /** OCTET STRING; without a size any length. */
  | { readonly kind: "octetString"; readonly size?: Size }
  /** A restricted string: bits of one character, and its characters in order where they are not those of the octets. */
  | { readonly kind: "string"; readonly bits: 4 | 8 | 16; readonly alphabet?: string; readonly size?: Size }
  | { readonly kind: "sequenceOf"; readonly of: PerType }
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
  /** Absent: an addition that is kept unread. */
  readonly type?: PerType;
  readonly optional?: true;
}

/** What a value of each type becomes; a chosen alternative is an object with that one member. */
export type PerValue =
  | boolean
  | null
  | number
  | string
  | Uint8Array
  | readonly PerValue[]
  | { readonly [name: string]: PerValue };
