import { once } from "node:events";
import { createReadStream } from "node:fs";
import { Failure, type Io, UsageError } from "./command.ts";

/** The octets of FILE, or of standard input where it is "-", as they come. */
export async function* openInput(file: string, io: Io): AsyncGenerator<Uint8Array> {
  if (file === "-" && "isTTY" in io.stdin && io.stdin.isTTY) throw new UsageError("give a file, or pipe something in");
  const stream = file === "-" ? io.stdin : createReadStream(file);
  try {
    for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  } catch (error) {
    throw new Failure(`cannot read ${file === "-" ? "standard input" : file}: ${reasonOf(error)}`);
  }
}

/** Writes, and waits for a reader that is slower than we are. */
export async function print(io: Io, text: string): Promise<void> {
  if (text !== "" && !io.stdout.write(text)) await once(io.stdout, "drain");
}

/** ONE table: what the system says, in words that say what to do. */
const reasons: { readonly [code: string]: string } = {
  ENOENT: "there is no such file",
  EACCES: "you may not read it",
  EISDIR: "it is a folder",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
