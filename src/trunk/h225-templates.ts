import { slabFor } from "../../codecs/slab.ts";

/** Stand in a template for what differs from call to call; nothing else of an outer message looks like them. */
export const markers = {
  callIdentifier: Uint8Array.from({ length: 16 }, (_, at) => 0xa0 + at),
  conferenceID: Uint8Array.from({ length: 16 }, (_, at) => 0xc0 + at),
} as const;

/** What the tunnel of a template carries. */
export const tunnelMarker = Uint8Array.of(0xee);

/** Identifiers of one call. */
export interface Identified {
  readonly callIdentifier: Uint8Array;
  readonly conferenceID: Uint8Array;
}

/** The longest that one octet says as the length of an octet string or open type in PER (X.691 11.9). */
const oneOctetLength = 127;

/**
 * The user information of an outer message, encoded once: a call's identifiers are written over the markers, and its
 * message goes to the end, where the tunnel is. GUIDs, open types and octet strings begin at whole octets (X.691 11.2).
 */
export class OuterTemplate {
  readonly #head: Uint8Array;
  /** Option bits, protocol identifier and count of the tunnel; undefined: there is none. */
  readonly #tunnel: Uint8Array | undefined;
  readonly #callIdentifierAt: number;
  readonly #conferenceIDAt: number;

  /** Of octets with the markers in them. */
  constructor(octets: Uint8Array, hasTunnel: boolean) {
    // At the end: length of the open type, what is kept of it, one message of one octet.
    const tunnelAt = octets.length - 3 - tunnelOctets;
    const [length, marker] = [octets[tunnelAt], octets.at(-1)];
    if (hasTunnel && (length !== tunnelOctets + 2 || marker !== tunnelMarker[0])) {
      throw new Error("the tunnel is not the last of an outer message");
    }
    this.#head = hasTunnel ? octets.slice(0, tunnelAt) : octets;
    this.#tunnel = hasTunnel ? octets.slice(tunnelAt + 1, tunnelAt + 1 + tunnelOctets) : undefined;
    this.#callIdentifierAt = placeOf(markers.callIdentifier, this.#head);
    this.#conferenceIDAt = placeOf(markers.conferenceID, this.#head);
  }

  /** Undefined where the message is so long that its lengths take more than an octet. */
  fill({ callIdentifier, conferenceID }: Identified, message: Uint8Array): Uint8Array | undefined {
    const [head, tunnel] = [this.#head, this.#tunnel];
    const inside = tunnel === undefined ? 0 : tunnel.length + 1 + message.length;
    if (inside > oneOctetLength) return undefined;
    const length = head.length + (tunnel === undefined ? 0 : 1 + inside);
    const slab = slabFor(length);
    const { octets } = slab;
    const start = slab.free - length;
    octets.set(head, start);
    if (this.#callIdentifierAt >= 0) octets.set(callIdentifier, start + this.#callIdentifierAt);
    if (this.#conferenceIDAt >= 0) octets.set(conferenceID, start + this.#conferenceIDAt);
    if (tunnel === undefined) return slab.take(start);
    const at = start + head.length;
    octets[at] = inside;
    octets.set(tunnel, at + 1);
    octets[at + 1 + tunnel.length] = message.length;
    octets.set(message, at + 2 + tunnel.length);
    return slab.take(start);
  }
}

/** Option bits, OBJECT IDENTIFIER 1.3.12.9 with its length, and how many messages there are. */
const tunnelOctets = 6;

function placeOf(marker: Uint8Array, octets: Uint8Array): number {
  for (let at = 0; at + marker.length <= octets.length; at += 1) {
    if (marker.every((octet, index) => octets[at + index] === octet)) return at;
  }
  return -1;
}
