/** What the parser makes of one module: the subset of X.680 and X.681 that the modules beside this folder use. */
export interface Module {
  readonly file: string;
  readonly name: string;
  /** What a tag without a word of its own is. */
  readonly defaultTags: TagMode;
  readonly imports: readonly Import[];
  readonly types: readonly TypeAssignment[];
  readonly objects: readonly ObjectAssignment[];
  /** Names of the classes of X.880 defined here. */
  readonly classes: readonly string[];
}

export type TagMode = "EXPLICIT" | "IMPLICIT";

export interface Import {
  readonly symbol: string;
  readonly from: string;
  readonly line: number;
}

export interface TypeAssignment {
  readonly name: string;
  readonly type: TypeNode;
  readonly line: number;
}

/** An operation or an error. */
export interface ObjectAssignment {
  readonly kind: "OPERATION" | "ERROR";
  readonly name: string;
  readonly line: number;
  readonly code: number | string;
  /** The name of a type: ARGUMENT, or PARAMETER of an error. */
  readonly argument?: string;
  readonly result?: string;
  readonly errors: readonly string[];
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

export type NamedNumbers = readonly (readonly [name: string, value: number])[];

export const stringNames = ["NumericString", "PrintableString", "IA5String", "VisibleString"] as const;

export type TypeNode = { readonly line: number } & (
  | { readonly kind: "NULL" | "BOOLEAN" | "OBJECT IDENTIFIER" }
  | { readonly kind: "open"; readonly className: string }
  | { readonly kind: "INTEGER"; readonly range: Range; readonly names: NamedNumbers }
  | { readonly kind: "ENUMERATED"; readonly names: NamedNumbers; readonly extensible: boolean }
  | { readonly kind: "OCTET STRING"; readonly size: Range }
  | { readonly kind: "string"; readonly name: (typeof stringNames)[number]; readonly size: Range }
  | { readonly kind: "SEQUENCE OF"; readonly of: TypeNode; readonly size: Range }
  | { readonly kind: "SEQUENCE" | "CHOICE"; readonly elements: readonly Element[] }
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "tagged"; readonly tagClass: number; readonly number: number; readonly mode?: TagMode; readonly type: TypeNode }
);

/** A component of a SEQUENCE or an alternative of a CHOICE. */
export interface Element {
  readonly name: string;
  readonly type: TypeNode;
  readonly line: number;
  readonly presence: "mandatory" | "OPTIONAL" | { readonly default: boolean | number | string | null };
}
