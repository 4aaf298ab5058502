import { readFile } from "node:fs/promises";

/** A secret is one line of a file that only the gateway reads: never a value of the configuration. */
export const secretLimits = { octets: 4096 } as const;

/** Of secrets that we choose: keys and tokens. Passwords are as long as the other side has them. */
export const keyLeastOctets = 16;

/** `what`: "the password of the phones". Rejects with a sentence that says what to do. */
export async function readSecret(path: string, what: string, leastOctets = 1): Promise<string> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`cannot read ${what} from ${path} (${reason}); write it there, readable for the gateway alone`);
  }
  const secret = text.replace(/\r?\n$/, "");
  const octets = Buffer.byteLength(secret);
  if (octets < leastOctets || octets > secretLimits.octets || /[\r\n\0]/.test(secret)) {
    throw new Error(`${what} in ${path} must be one line of ${leastOctets} to ${secretLimits.octets} octets`);
  }
  return secret;
}
