import { type AsnType, type BaseBlock, Constructed, fromBER, Primitive } from "asn1js";
import { treePeer } from "./tree-peer.ts";

const constructedForm = 0x20;

/** Every primitive type of asn1js keeps its content octets. */
interface Contents {
  readonly valueHexView: Uint8Array;
}

export const asn1js = treePeer<BaseBlock>("asn1js", {
  parse(octets) {
    const nodes: AsnType[] = [];
    for (let at = 0; at < octets.length; ) {
      const { offset, result } = fromBER(octets.subarray(at));
      if (offset <= 0) throw new RangeError(result.error);
      nodes.push(result);
      at += offset;
    }
    return nodes;
  },
  tagOf({ idBlock }) {
    return ((idBlock.tagClass - 1) << 6) | (idBlock.isConstructed ? constructedForm : 0) | idBlock.tagNumber;
  },
  childrenOf: (node) => (node as Constructed).valueBlock.value,
  octetsOf: ({ valueBlock }) => (valueBlock as unknown as Contents).valueHexView,
  constructed: (tag, value) => new Constructed({ idBlock: idBlock(tag), value: value as AsnType[] }),
  primitive: (tag, valueHex) => new Primitive({ idBlock: idBlock(tag), valueHex }),
  octets: (nodes) => Buffer.concat(nodes.map((node) => new Uint8Array(node.toBER()))),
});

function idBlock(tag: number): { tagClass: number; tagNumber: number } {
  return { tagClass: (tag >> 6) + 1, tagNumber: tag & 0x1f };
}
