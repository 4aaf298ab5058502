import type { StringName } from "./alphabet.ts";

/** An ASN.1 type as a value: generated beside each codec, read by `json.ts` and by tests. Tags are the codec's business. */
export type Type =
  | { readonly kind: "NULL" | "BOOLEAN" | "OBJECT IDENTIFIER" }
  /** Any one value, kept as its octets. */
  | { readonly kind: "open" }
  | { readonly kind: "INTEGER"; readonly min?: number; readonly max?: number; readonly names?: Names }
  | { readonly kind: "ENUMERATED"; readonly names: Names; readonly extensible: boolean }
  | { readonly kind: "OCTET STRING"; readonly min?: number; readonly max?: number }
  | { readonly kind: "string"; readonly name: StringName; readonly min?: number; readonly max?: number }
  | { readonly kind: "SEQUENCE OF"; readonly of: Type; readonly min?: number; readonly max?: number }
  | { readonly kind: "SEQUENCE"; readonly fields: readonly Field[] }
  | { readonly kind: "CHOICE"; readonly alternatives: readonly Alternative[] };

/** Name to number, as the module gives them. */
export type Names = Readonly<Record<string, number>>;

export interface Alternative {
  readonly name: string;
  readonly type: Type;
}

export interface Field extends Alternative {
  /** Absent: the field is mandatory. DEFAULT carries its value: absent on the wire means that. */
  readonly presence?: "OPTIONAL" | { readonly default: boolean | number | string | null };
}
