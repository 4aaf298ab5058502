// The network facility extension that nearly every element has, between end PINXs: aa 06 80 01 00 82 01 00. Compared
// and stored octet by octet, in straight lines, it takes a fifth of the time of being read and written.

/** Its octets. */
export const usualNfeLength = 8;

/** Whether it stands at `at`; there are so many octets. */
export function isUsualNfe(octets: Uint8Array, at: number): boolean {
  if (octets[at] !== 0xaa || octets[at + 1] !== 6 || octets[at + 2] !== 0x80 || octets[at + 3] !== 1) return false;
  return octets[at + 4] === 0 && octets[at + 5] === 0x82 && octets[at + 6] === 1 && octets[at + 7] === 0;
}

/** Writes it from `at` on. */
export function writeUsualNfe(octets: Uint8Array, at: number): void {
  octets[at] = 0xaa;
  octets[at + 1] = 6;
  octets[at + 2] = 0x80;
  octets[at + 3] = 1;
  octets[at + 4] = 0;
  octets[at + 5] = 0x82;
  octets[at + 6] = 1;
  octets[at + 7] = 0;
}
