import { open } from "node:fs/promises";

/** The DER octets of every block with this label, in the order of the text: `CERTIFICATE`, `X509 CRL`. */
export function pemBlocks(text: string, label: string): Uint8Array[] {
  const blocks = text.matchAll(new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]*)-----END ${label}-----`, "g"));
  return [...blocks].map(([, base64 = ""]) => new Uint8Array(Buffer.from(base64, "base64")));
}

export function toPem(label: string, octets: Uint8Array): string {
  const lines =
    Buffer.from(octets)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

/** Rejects with a sentence: the file is not there, not to be read, or longer than `mostOctets`. */
export async function readBounded(path: string, what: string, mostOctets: number): Promise<string> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path);
  } catch (error) {
    throw new Error(`cannot read the ${what} ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    const { size } = await file.stat();
    if (size > mostOctets) throw new Error(`the ${what} ${path} has ${size} octets; at most ${mostOctets} are read`);
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}
