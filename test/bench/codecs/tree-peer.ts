import type { Component, Facility } from "../../../codecs/index.ts";
import type { BerPeer } from "./ber-peer.ts";
import {
  codes,
  digits,
  entityTypes,
  interpretations,
  nameData,
  nameOf,
  numberOf,
  only,
  privateTypes,
  tags,
} from "./ber-peer.ts";

/** What a library that makes a tree of BER offers, by its own calls. */
export interface TreeLibrary<Node> {
  /** Values one after another. */
  parse(octets: Uint8Array): Node[];
  /** Class, form and number as the first identifier octet has them. */
  tagOf(node: Node): number;
  childrenOf(node: Node): readonly Node[];
  octetsOf(node: Node): Uint8Array;
  constructed(tag: number, children: Node[]): Node;
  primitive(tag: number, octets: Uint8Array): Node;
  octets(nodes: readonly Node[]): Uint8Array;
}

/** The same reading and writing of trees for each such library. */
export function treePeer<Node>(name: string, library: TreeLibrary<Node>): BerPeer {
  const reading = new TreeReading(library);
  const writing = new TreeWriting(library);
  return {
    name,
    decode(contents) {
      const [nfe, interpretation, ...components] = library.parse(contents.subarray(1));
      return {
        profile: only(contents[0]),
        nfe: reading.nfe(only(nfe)),
        interpretation: nameOf(interpretations, reading.integer(only(interpretation), tags.interpretation)),
        components: components.map((component) => reading.invoke(component)),
      };
    },
    encode: ({ profile, nfe, interpretation, components }) => {
      const values = [
        writing.nfe(only(nfe)),
        writing.integer(tags.interpretation, numberOf(interpretations, only(interpretation))),
        ...components.map((component) => writing.invoke(component)),
      ];
      return behindProfile(profile, library.octets(values));
    },
    tree: (contents) => library.parse(contents.subarray(1)),
    encodeTree: (tree) => library.octets(tree as Node[]),
  };
}

function behindProfile(profile: number, values: Uint8Array): Uint8Array {
  const contents = new Uint8Array(1 + values.length);
  contents[0] = profile;
  contents.set(values, 1);
  return contents;
}

class TreeReading<Node> {
  private readonly library: TreeLibrary<Node>;

  constructor(library: TreeLibrary<Node>) {
    this.library = library;
  }

  nfe(node: Node): NonNullable<Facility["nfe"]> {
    const [source, destination] = this.children(node, tags.networkFacilityExtension, 2, 2);
    return {
      sourceEntity: nameOf(entityTypes, this.integer(only(source), tags.sourceEntity)),
      destinationEntity: nameOf(entityTypes, this.integer(only(destination), tags.destinationEntity)),
    };
  }

  invoke(node: Node): Component {
    const [id, operation, argument] = this.children(node, tags.invoke, 3, 3);
    const invokeId = this.integer(only(id), tags.integer);
    const code = this.integer(only(operation), tags.integer);
    const value = only(argument);
    if (code === codes.callingName) {
      const octets = nameData(this.octets(value, tags.namePresentationAllowedSimple));
      const name = { namePresentationAllowed: { namePresentationAllowedSimple: octets } };
      return { component: "invoke", invokeId, operation: "callingName", code, argument: { name } };
    }
    if (code !== codes.ccbsRequest) throw new RangeError("not in the messages measured");
    return { component: "invoke", invokeId, operation: "ccbsRequest", code, argument: this.request(value) };
  }

  private request(node: Node): unknown {
    const [numberA, numberB, service, ...optionals] = this.children(node, tags.sequence, 3, 5);
    const [presented] = this.children(only(numberA), tags.presentationAllowedAddress, 1, 1);
    const argument: Record<string, unknown> = {
      numberA: { presentationAllowedAddress: this.number(only(presented)) },
      numberB: this.number(only(numberB)),
      service: this.octets(only(service), tags.pss1InformationElement),
    };
    for (const optional of optionals) {
      const isRetention = this.library.tagOf(optional) === tags.retainSigConnection;
      const tag = isRetention ? tags.retainSigConnection : tags.canRetainService;
      argument[isRetention ? "retainSigConnection" : "canRetainService"] = this.integer(optional, tag) !== 0;
    }
    return argument;
  }

  private number(node: Node): unknown {
    const [type, number] = this.children(node, tags.privatePartyNumber, 2, 2);
    return {
      privatePartyNumber: {
        privateTypeOfNumber: nameOf(privateTypes, this.integer(only(type), tags.enumerated)),
        privateNumberDigits: digits(String.fromCharCode(...this.octets(only(number), tags.numericString))),
      },
    };
  }

  integer(node: Node, tag: number): number {
    const octets = this.octets(node, tag);
    if (octets.length < 1 || octets.length > 4) throw new RangeError("no INTEGER");
    let value = (only(octets[0]) << 24) >> 24;
    for (let index = 1; index < octets.length; index += 1) value = value * 256 + only(octets[index]);
    return value;
  }

  private octets(node: Node, tag: number): Uint8Array {
    if (this.library.tagOf(node) !== tag) throw new RangeError("another tag");
    return this.library.octetsOf(node);
  }

  private children(node: Node, tag: number, least: number, most: number): readonly Node[] {
    if (this.library.tagOf(node) !== tag) throw new RangeError("another tag");
    const children = this.library.childrenOf(node);
    if (children.length < least || children.length > most) throw new RangeError("another number of fields");
    return children;
  }
}

class TreeWriting<Node> {
  private readonly library: TreeLibrary<Node>;

  constructor(library: TreeLibrary<Node>) {
    this.library = library;
  }

  nfe(nfe: NonNullable<Facility["nfe"]>): Node {
    return this.library.constructed(tags.networkFacilityExtension, [
      this.integer(tags.sourceEntity, numberOf(entityTypes, nfe.sourceEntity)),
      this.integer(tags.destinationEntity, numberOf(entityTypes, nfe.destinationEntity)),
    ]);
  }

  invoke(component: Component): Node {
    if (component.component !== "invoke") throw new RangeError("not in the messages measured");
    const { invokeId, code, argument } = component as never as MeasuredInvoke;
    return this.library.constructed(tags.invoke, [
      this.integer(tags.integer, invokeId),
      this.integer(tags.integer, code),
      "name" in argument
        ? this.library.primitive(
            tags.namePresentationAllowedSimple,
            nameData(argument.name.namePresentationAllowed.namePresentationAllowedSimple),
          )
        : this.request(argument),
    ]);
  }

  private request(argument: MeasuredRequest): Node {
    const { numberA, numberB, service, canRetainService, retainSigConnection } = argument;
    const fields = [
      this.library.constructed(tags.presentationAllowedAddress, [this.number(numberA.presentationAllowedAddress)]),
      this.number(numberB),
      this.library.primitive(tags.pss1InformationElement, service),
    ];
    if (canRetainService === true) fields.push(this.boolean(tags.canRetainService, true));
    if (retainSigConnection !== undefined) fields.push(this.boolean(tags.retainSigConnection, retainSigConnection));
    return this.library.constructed(tags.sequence, fields);
  }

  private number({ privatePartyNumber: { privateTypeOfNumber, privateNumberDigits } }: MeasuredNumber): Node {
    const number = Uint8Array.from(digits(privateNumberDigits), (digit) => digit.charCodeAt(0));
    return this.library.constructed(tags.privatePartyNumber, [
      this.integer(tags.enumerated, numberOf(privateTypes, privateTypeOfNumber)),
      this.library.primitive(tags.numericString, number),
    ]);
  }

  private boolean(tag: number, value: boolean): Node {
    return this.library.primitive(tag, Uint8Array.of(value ? 0x01 : 0x00));
  }

  integer(tag: number, value: number): Node {
    if (!(value >= -0x80 && value <= 0x7f)) throw new RangeError("not in the messages measured");
    return this.library.primitive(tag, Uint8Array.of(value));
  }
}

export interface MeasuredNumber {
  readonly privatePartyNumber: { readonly privateTypeOfNumber: string; readonly privateNumberDigits: string };
}

export interface MeasuredRequest {
  readonly numberA: { readonly presentationAllowedAddress: MeasuredNumber };
  readonly numberB: MeasuredNumber;
  readonly service: Uint8Array;
  readonly canRetainService?: boolean;
  readonly retainSigConnection?: boolean;
}

/** The components of the messages measured. */
export interface MeasuredInvoke {
  readonly invokeId: number;
  readonly code: number;
  readonly argument:
    | MeasuredRequest
    | { readonly name: { readonly namePresentationAllowed: { readonly namePresentationAllowedSimple: Uint8Array } } };
}
