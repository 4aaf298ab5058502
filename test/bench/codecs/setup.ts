import type { Facility, InformationElement, Message } from "../../../codecs/index.ts";
import {
  bearerCapability,
  calledPartyNumber,
  callingPartyNumber,
  channelIdentification,
  element,
  encodeMessage,
  facility,
  facilityElement,
  find,
  findAll,
} from "../../../codecs/index.ts";
import type { BerPeer } from "./ber-peer.ts";
import { decoded, libpriDialect } from "./messages.ts";

export const decodeSetup = decoded;

/** What a SETUP is made of. Looking it up is no part of the work that is measured. */
export function valuesOf(message: Message) {
  const [request, name] = findAll(message, facility);
  return {
    callReference: message.callReference,
    bearer: present(find(message, bearerCapability)),
    channel: present(find(message, channelIdentification)),
    request: present(request),
    name: present(name),
    calling: present(find(message, callingPartyNumber)),
    called: present(find(message, calledPartyNumber)),
  };
}

type SetupValues = ReturnType<typeof valuesOf>;

/** From the values alone: every element is made anew. */
export function encodeSetup(values: SetupValues): Uint8Array {
  return encodeWith(values, (value) => facilityElement(value, libpriDialect));
}

/** Every element of the SETUP is made from its value, those of Facility by the function given. */
function encodeWith(values: SetupValues, ofFacility: (value: Facility) => InformationElement): Uint8Array {
  const ies = [
    element(bearerCapability, values.bearer),
    element(channelIdentification, values.channel),
    ofFacility(values.request),
    ofFacility(values.name),
    element(callingPartyNumber, values.calling),
    element(calledPartyNumber, values.called),
  ];
  return encodeMessage(values.callReference, { message: "SETUP", ies });
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the SETUP lacks an element");
  return value;
}

/** Where the Facility elements of the SETUP begin and end. */
const facilityTag = 0x1c;

/**
 * The same work with a BER library: it reads and writes the contents of the Facility elements. None of them knows
 * Q.931, so the rest is our own code on their side too.
 */
export function setupPeer({ name, decode, encode }: BerPeer) {
  return {
    name,
    decode(octets: Uint8Array): unknown {
      const [first, last] = facilitySpan(octets);
      const rest = new Uint8Array(octets.length - (last - first));
      rest.set(octets.subarray(0, first));
      rest.set(octets.subarray(last), first);
      const values: unknown[] = [];
      for (let at = first; at < last; ) {
        const end = at + 2 + (octets[at + 1] ?? 0);
        values.push(decode(octets.subarray(at + 2, end)));
        at = end;
      }
      return { message: decoded(rest), values };
    },
    encode(values: SetupValues): Uint8Array {
      const { id, codeset } = facility;
      return encodeWith(values, (value) => {
        const contents = encode(value);
        const octets = new Uint8Array(2 + contents.length);
        octets[0] = facilityTag;
        octets[1] = contents.length;
        octets.set(contents, 2);
        return { id, codeset, octets };
      });
    },
  };
}

/** The elements before them have no octet that looks like their identifier at its place. */
function facilitySpan(octets: Uint8Array): [first: number, last: number] {
  let at = 3 + (octets[1] ?? 0);
  while (octets[at] !== facilityTag) at += 2 + (octets[at + 1] ?? 0);
  const first = at;
  while (octets[at] === facilityTag) at += 2 + (octets[at + 1] ?? 0);
  return [first, at];
}
