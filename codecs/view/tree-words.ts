import { decodeTree, type TreeNode } from "../ber/tree.ts";
import { DecodeError } from "../error.ts";
import { toHex } from "../shape.ts";

/** Octets of a primitive value that are shown as characters where they all are some. */
const longestText = 64;

/** Octets of a value that is shown as a tree: no message holds more, and asn1js takes its time. */
export const treeOctetsLimit = 4096;

/** A value that no module describes, as far as BER tells: `SEQUENCE { INTEGER 1, [0] "Ada" }`; else as hex. */
export function treeWords(octets: Uint8Array): string {
  const tree = octets.length > treeOctetsLimit ? undefined : decodeTree(octets);
  if (!tree || tree instanceof DecodeError) return toHex(octets);
  const trailing = tree.trailing === undefined ? "" : ` and octets behind it: ${tree.trailing}`;
  return nodeWords(tree.root) + trailing;
}

function nodeWords({ tag, children, hex = "", value }: TreeNode): string {
  if (children) return children.length === 0 ? `${tag} {}` : `${tag} { ${children.map(nodeWords).join(", ")} }`;
  if (value !== undefined) return `${tag} ${String(value)}`;
  const text = textOf(hex);
  if (text !== undefined) return `${tag} ${JSON.stringify(text)}`;
  return hex === "" ? tag : `${tag} ${hex}`;
}

/** Characters that all can be printed, where there are a few of them. */
function textOf(hex: string): string | undefined {
  const pairs = hex.match(/../g) ?? [];
  if (pairs.length < 2 || pairs.length > longestText) return undefined;
  const text = pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join("");
  return /^[\x20-\x7e]+$/.test(text) ? text : undefined;
}
