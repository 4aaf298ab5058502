import { isSingleOctet } from "../q931/element.ts";
import { identifierOf } from "../q931/elements.ts";
import { userUser } from "../q931/ie/user-user.ts";
import type { InformationElement } from "../q931/message.ts";
import { slabFor } from "../slab.ts";

/** What one message may be: the length of a TPKT has 16 bits. */
export const h225OctetsLimit = 65_535;

/** X.680 user information follows: the discriminator of H.225.0 7.2.2.31. */
export const userInformationDiscriminator = 5;

/** Identifier, length of two octets, discriminator. */
export const userUserHead = 4;

/** Where the User-user element begins; the end where there is none. */
export function userUserAt(octets: Uint8Array): number {
  let at = 3 + (octets[1] ?? 0);
  while (at < octets.length) {
    const id = identifierOf(octets[at] ?? 0);
    if (id === userUser.id) return at;
    at += isSingleOctet(id) ? 1 : 2 + (octets[at + 1] ?? 0);
  }
  return octets.length;
}

/**
 * The User-user element of H.225.0 with this information, the octets of an H323-UserInformation: its length has two
 * octets (H.225.0 7.2.2.31). RangeError where no TPKT could carry it.
 */
export function userUserElement(information: Uint8Array): InformationElement {
  const length = 1 + information.length;
  if (length > h225OctetsLimit) throw new RangeError(`H.225.0: ${length} octets in one User-user element`);
  const slab = slabFor(3 + length);
  const into = slab.octets;
  const at = slab.free - 3 - length;
  into[at] = userUser.id;
  into[at + 1] = length >> 8;
  into[at + 2] = length & 0xff;
  into[at + 3] = userInformationDiscriminator;
  into.set(information, at + userUserHead);
  return { id: userUser.id, codeset: 0, octets: slab.take(at) };
}
