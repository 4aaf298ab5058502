import type { Framing } from "../../../gateway/trunks/tcp-channels.ts";

/** A PDU as it is written; undefined where it has no frame. */
export function framed({ fits, headOctets, writeHead }: Framing, octets: Uint8Array): Uint8Array | undefined {
  if (!fits(octets.length)) return undefined;
  const written = new Uint8Array(headOctets + octets.length);
  writeHead(written, 0, octets.length);
  written.set(octets, headOctets);
  return written;
}
