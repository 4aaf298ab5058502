/** What the parser makes of one module: the subset of X.680 and X.681 that the modules beside this folder use. */
export interface Module {
  readonly file: string;
  readonly name: string;
  /** Whose operations it defines. */
  readonly protocol: "qsig" | "dss1";
  /** What a tag without a word of its own is; AUTOMATIC: no tag is ever on the wire, the module is encoded in PER. */
  readonly defaultTags: "EXPLICIT" | "IMPLICIT" | "AUTOMATIC";
  readonly imports: readonly { readonly symbol: string; readonly from: string; readonly line: number }[];
  readonly types: readonly { readonly name: string; readonly type: TypeNode; readonly line: number }[];
  readonly objects: readonly ObjectAssignment[];
  /** Names of the classes of X.880 defined here. */
  readonly classes: readonly string[];
}

/** An operation or an error. */
export interface ObjectAssignment {
  readonly kind: "OPERATION" | "ERROR";
  readonly name: string;
  readonly line: number;
  /** The local value, or the OBJECT IDENTIFIER in dots. */
  readonly code: number | string;
  /** The name of a type: ARGUMENT of an operation, PARAMETER of an error. */
  readonly argument: string | null;
  readonly result: string | null;
  readonly errors: readonly string[];
}

/** ONE table: types without structure. Universal tag (X.680 table 1), TypeScript type, method of reader and writer. */
export const primitives = {
  BOOLEAN: { tag: 0x01, type: "boolean", method: "boolean" },
  INTEGER: { tag: 0x02, type: "number", method: "integer" },
  "OCTET STRING": { tag: 0x04, type: "Uint8Array", method: "octetString" },
  NULL: { tag: 0x05, type: "null", method: "null" },
  "OBJECT IDENTIFIER": { tag: 0x06, type: "string", method: "objectIdentifier" },
  NumericString: { tag: 0x12, type: "string", method: "numericString" },
  PrintableString: { tag: 0x13, type: "string", method: "printableString" },
  IA5String: { tag: 0x16, type: "string", method: "ia5String" },
  VisibleString: { tag: 0x1a, type: "string", method: "visibleString" },
  BMPString: { tag: 0x1e, type: "string", method: "bmpString" },
} as const;

/** Types whose numbers have names. */
export type Named = "ENUMERATED" | "INTEGER" | "BIT STRING";

/** Values of an INTEGER, otherwise sizes; an absent bound is none. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/**
 * `open`: with an extension marker; in `named` that is, numbers without a name are legal too. The names of a BIT STRING
 * are those of its bits. `alphabet`: the characters that FROM permits.
 */
export type TypeNode = { readonly line: number } & (
  | Readonly<{ kind: "primitive"; name: keyof typeof primitives; range: Range; alphabet?: string }>
  | Readonly<{ kind: "named"; of: Named; names: [string, number][]; open: boolean; range: Range }>
  | Readonly<{ kind: "open"; className: string; range: Range }>
  | Readonly<{ kind: "SEQUENCE OF"; isSet: boolean; of: TypeNode; range: Range }>
  | Readonly<{ kind: "SEQUENCE" | "CHOICE"; elements: readonly ElementNode[]; open: boolean }>
  | Readonly<{ kind: "reference"; name: string }>
  | Readonly<{
      kind: "tagged";
      tagClass: number;
      number: number;
      mode: "EXPLICIT" | "IMPLICIT" | undefined;
      type: TypeNode;
    }>
);

/** A component of a SEQUENCE or an alternative of a CHOICE. */
export interface ElementNode {
  readonly name: string;
  readonly type: TypeNode;
  readonly line: number;
  readonly presence: Presence;
  /** It stands behind the extension marker. */
  readonly addition: boolean;
}

/** A text as default is the name of a named number. */
export type Presence = "mandatory" | "OPTIONAL" | { readonly default: boolean | number | string };
