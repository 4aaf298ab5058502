/** CRC32c, reflected (RFC 9260 appendix A): polynomial 1EDC6F41. */
const table = Uint32Array.from({ length: 256 }, (_, value) => {
  let crc = value;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f6_3b78 : crc >>> 1;
  return crc >>> 0;
});

/** Of a packet, the four octets at `skip` taken as zero. */
export function crc32c(octets: Uint8Array, skip: number): number {
  let crc = 0xffff_ffff;
  for (let at = 0; at < octets.length; at += 1) {
    const octet = at >= skip && at < skip + 4 ? 0 : (octets[at] ?? 0);
    crc = (table[(crc ^ octet) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
