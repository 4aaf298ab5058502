/** The body of a message, or undefined where it is longer than the limit: what is left of it is not read. */
export async function readOctets(message: AsyncIterable<unknown>, limitOctets: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let octets = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    octets += chunk.length;
    if (octets > limitOctets) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
