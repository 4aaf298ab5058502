import * as asn1js from "asn1js";
import { DecodeError, type DecodeErrorCode } from "../error.ts";
import { limits } from "./limits.ts";

/** One BER value that no module of ours describes, as JSON may hold it. */
export interface TreeNode {
  /** `INTEGER`, `SEQUENCE` for universal tags; `[3]`, `[APPLICATION 0]`, `[PRIVATE 1]` for the others. */
  readonly tag: string;
  /** Octets from the start of what `decodeTree` got to the identifier. */
  readonly at: number;
  /** Of a constructed value. */
  readonly children?: readonly TreeNode[];
  /** Content octets of a primitive value. */
  readonly hex?: string;
  /** What the content means, where the tag tells: an INTEGER beyond 2^53 and an OBJECT IDENTIFIER as text. */
  readonly value?: boolean | number | string;
}

export interface Tree {
  readonly root: TreeNode;
  /** Octets after the value, as hex; absent where there are none. */
  readonly trailing?: string;
}

/**
 * The tree of one value. The only place that knows asn1js. An offset in an error is that of the whole value: asn1js
 * keeps none.
 */
export function decodeTree(octets: Uint8Array): Tree | DecodeError {
  const parsed = parse(octets);
  if (parsed === undefined) return new DecodeError("badValue", 0);
  const { result, offset } = parsed;
  // Zeros are no value: [UNIVERSAL 0] only ends one.
  if (result instanceof asn1js.EndOfContent) return new DecodeError("unexpectedTag", 0);
  if (offset < 0 || result.error !== "") return new DecodeError(codeOf(result.error), 0);
  const root = nodeOf(result, 0);
  return offset === octets.length ? { root } : { root, trailing: hexOf(octets.subarray(offset)) };
}

function parse(octets: Uint8Array): ReturnType<typeof asn1js.fromBER> | undefined {
  try {
    const view = new Uint8Array(octets);
    return asn1js.fromBER(view, { maxDepth: limits.depth, maxNodes: limits.elements, parseEmbedded: false });
  } catch {
    // A decoder of ours never throws, whatever asn1js does with octets its authors did not foresee.
    return undefined;
  }
}

/** What asn1js says in words, as our code. */
const codes: readonly (readonly [text: RegExp, code: DecodeErrorCode])[] = [
  [/End of input|[Zz]ero (?:buffer )?length/, "truncated"],
  [/nesting depth/, "tooDeep"],
  [/node count/, "tooMany"],
  [/length|Too big/i, "badLength"],
];

const codeOf = (text: string): DecodeErrorCode => codes.find(([pattern]) => pattern.test(text))?.[1] ?? "badValue";

const hexOf = (octets: Uint8Array): string => {
  let hex = "";
  for (const octet of octets) hex += octet.toString(16).padStart(2, "0");
  return hex;
};

/** asn1js: 1 universal, 2 application, 3 context-specific, 4 private. */
const classNames = ["", "", "APPLICATION ", "", "PRIVATE "] as const;
/** X.680 table 1. */
const universalNames = [
  "",
  "BOOLEAN",
  "INTEGER",
  "BIT STRING",
  "OCTET STRING",
  "NULL",
  "OBJECT IDENTIFIER",
  "ObjectDescriptor",
  "EXTERNAL",
  "REAL",
  "ENUMERATED",
  "EMBEDDED PDV",
  "UTF8String",
  "RELATIVE-OID",
  "TIME",
  "",
  "SEQUENCE",
  "SET",
  "NumericString",
  "PrintableString",
  "TeletexString",
  "VideotexString",
  "IA5String",
  "UTCTime",
  "GeneralizedTime",
  "GraphicString",
  "VisibleString",
  "GeneralString",
  "UniversalString",
  "CHARACTER STRING",
  "BMPString",
] as const;

function nodeOf(block: asn1js.BaseBlock, at: number): TreeNode {
  const { tagClass, tagNumber, isConstructed } = block.idBlock;
  const name = tagClass === 1 ? universalNames[tagNumber] : undefined;
  const tag = name ?? `[${tagClass === 1 ? "UNIVERSAL " : (classNames[tagClass] ?? "")}${tagNumber}]`;
  const header = block.idBlock.blockLength + block.lenBlock.blockLength;
  if (isConstructed) return { tag, at, children: childrenOf(block, at + header) };
  const hex = hexOf(block.valueBeforeDecodeView.subarray(header));
  const value = meaningOf(block);
  return value === undefined ? { tag, at, hex } : { tag, at, hex, value };
}

function childrenOf(block: asn1js.BaseBlock, first: number): TreeNode[] {
  const inside: unknown = "value" in block.valueBlock ? block.valueBlock.value : [];
  const blocks: readonly unknown[] = Array.isArray(inside) ? inside : [];
  const nodes: TreeNode[] = [];
  let at = first;
  for (const child of blocks.filter((b): b is asn1js.BaseBlock => b instanceof asn1js.BaseBlock)) {
    nodes.push(nodeOf(child, at));
    at += child.blockLength;
  }
  return nodes;
}

function meaningOf(block: asn1js.BaseBlock): TreeNode["value"] {
  if (block instanceof asn1js.Boolean) return block.valueBlock.value;
  if (block instanceof asn1js.Integer) {
    const value = block.toBigInt();
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }
  if (block instanceof asn1js.ObjectIdentifier) return block.valueBlock.toString();
  const isText = block instanceof asn1js.NumericString || block instanceof asn1js.PrintableString;
  return isText || block instanceof asn1js.IA5String || block instanceof asn1js.VisibleString
    ? block.valueBlock.value
    : undefined;
}
