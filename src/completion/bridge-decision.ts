import type { CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import type { NeighbourConfig, PeerConfig } from "../config.ts";
import { isNameless } from "./negotiation.ts";
import type { Refusal } from "./terminating.ts";

/** What becomes of a request from one native neighbour to another (R6). `why` is for people. */
export type Decision =
  /** Its connection is relayed, octet for octet. */
  | { readonly how: "relay" }
  /** It ends here, and is asked for anew on the other trunk. */
  | { readonly how: "bridge"; readonly why: string }
  | { readonly how: "refuse"; readonly error: Refusal; readonly why: string };

/** What the decision looks at. */
export interface ToDecide {
  /** User A's neighbour, and user B's. */
  readonly a: NeighbourConfig;
  readonly b: NeighbourConfig;
  readonly argument: Pick<CcRequestArg, "numberA" | "retainSigConnection">;
  /** A number of the call went on as another one than it came. */
  readonly translated: boolean;
}

/** ONE table: why a request cannot be relayed as it came (R6). The first that holds is told. */
const differences: readonly ((facts: ToDecide) => string | undefined)[] = [
  ({ a, b, translated }) => (translated ? `numbers differ between ${a.name} and ${b.name}` : undefined),
  ({ a, b, argument }) =>
    argument.retainSigConnection === true && !b.callCompletion.peer.canRetain
      ? `${a.name} wants the connection kept, ${b.name} releases it`
      : undefined,
  ({ a, b, argument }) =>
    argument.retainSigConnection === false && !b.callCompletion.peer.canRelease
      ? `${a.name} wants the connection released, ${b.name} keeps it`
      : undefined,
  // R20: on a kept connection nothing has to name user A.
  ({ b, argument }) =>
    isNameless(argument, b.callCompletion) && argument.retainSigConnection !== true
      ? `${b.name} must not read the restricted number`
      : undefined,
  ({ a, b }) => codingDifference(a, b),
];

/** Path reservation is no reason: noPathReservation may be TRUE on either side (CC 4.3). */
export function decide(facts: ToDecide): Decision {
  const { b, argument } = facts;
  if (isNameless(argument, b.callCompletion) && !b.callCompletion.peer.canRetain) {
    // R20: nothing can name the request later but its connection.
    const why = `refused: number withheld, and ${b.name} does not keep the connection`;
    return { how: "refuse", error: "longTermRejection", why };
  }
  for (const difference of differences) {
    const why = difference(facts);
    if (why !== undefined) return { how: "bridge", why: `bridged: ${why}` };
  }
  return { how: "relay" };
}

/** False where every request between the two is relayed, whatever it asks: nothing of their calls need be kept. */
export function mayBridge(a: NeighbourConfig, b: NeighbourConfig): boolean {
  const { peer, untrusted } = b.callCompletion;
  const translates = [...a.digits.in, ...a.digits.out, ...b.digits.in, ...b.digits.out].length > 0;
  const isPlain = !translates && peer.canRetain && peer.canRelease && untrusted !== true;
  return !isPlain || codingDifference(a, b) !== undefined;
}

const codings: readonly {
  readonly name: string;
  readonly of: (peer: PeerConfig) => string;
  readonly clashes: (a: PeerConfig, b: PeerConfig) => boolean;
}[] = [
  {
    name: "operations",
    of: ({ opCoding }) => ({ local: "as integers", global: "as OBJECT IDENTIFIERs" })[opCoding],
    clashes: (a, b) => a.opCoding !== b.opCoding,
  },
  {
    name: "the protocol profile",
    of: ({ profile }) => profile.toString(16),
    clashes: (a, b) => a.profile !== b.profile,
  },
  {
    name: "TRUE",
    of: ({ trueOctet }) => trueOctet.toString(16).padStart(2, "0"),
    clashes: (a, b) => a.trueOctet !== b.trueOctet && !(a.anyTrue && b.anyTrue),
  },
];

/** The two would not read each other's APDUs. */
function codingDifference(a: NeighbourConfig, b: NeighbourConfig): string | undefined {
  const [one, other] = [a.callCompletion.peer, b.callCompletion.peer];
  const coding = codings.find(({ clashes }) => clashes(one, other));
  return coding && `${a.name} writes ${coding.name} ${coding.of(one)}, ${b.name} ${coding.of(other)}`;
}
