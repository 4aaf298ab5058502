import type { Readable } from "node:stream";

/**
 * The body of a message, or undefined where it is longer than the limit: what is left of it is not read, and the
 * connection stays, so that a refusal can still be written.
 */
export async function readOctets(message: Readable, limitOctets: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let octets = 0;
  for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    octets += chunk.length;
    if (octets > limitOctets) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
