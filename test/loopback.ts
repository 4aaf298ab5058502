/** As many addresses a process has. */
const each = 4;

/**
 * One of the addresses of 127.0.0.0/8 that are this process's alone. SCTP on IP has no port that the system gives out,
 * so that what two processes do on one address reaches both. Linux has process ids of at most 22 bits.
 */
export function loopback(which: 0 | 1 | 2 | 3): string {
  const bits = process.pid * each + which;
  return `127.${(bits >> 16) & 0xff}.${(bits >> 8) & 0xff}.${bits & 0xff}`;
}
