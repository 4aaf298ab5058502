import forge from "node-forge";
import { treePeer } from "./tree-peer.ts";

const { asn1, util } = forge;
const constructedForm = 0x20;

/** The options that its documentation has and its types have not: several values may stand in one buffer. */
const fromDer = asn1.fromDer as unknown as (
  octets: forge.util.ByteBuffer,
  options: { readonly parseAllBytes: boolean },
) => forge.asn1.Asn1;

export const nodeForge = treePeer<forge.asn1.Asn1>("node-forge", {
  parse(octets) {
    const buffer = util.createBuffer(util.binary.raw.encode(octets));
    const nodes: forge.asn1.Asn1[] = [];
    while (buffer.length() > 0) nodes.push(fromDer(buffer, { parseAllBytes: false }));
    return nodes;
  },
  tagOf: ({ tagClass, constructed, type }) => tagClass | (constructed ? constructedForm : 0) | type,
  childrenOf: ({ value }) => value as forge.asn1.Asn1[],
  octetsOf: ({ value }) => util.binary.raw.decode(value as string),
  constructed: (tag, children) => asn1.create(tag & 0xc0, tag & 0x1f, true, children),
  primitive: (tag, octets) => asn1.create(tag & 0xc0, tag & 0x1f, false, util.binary.raw.encode(octets)),
  octets: (nodes) => util.binary.raw.decode(nodes.map((node) => asn1.toDer(node).getBytes()).join("")),
});
