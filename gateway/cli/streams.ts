import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
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

/** How often a followed file is asked for more, in milliseconds: nobody waits longer for a row. */
const followMs = 250;

/**
 * The octets of FILE as they come, for as long as it grows; an empty chunk where it rests. Ends when the command is to
 * end.
 */
export async function* followInput(file: string, io: Io): AsyncGenerator<Uint8Array> {
  const ending = io.ending();
  const refuse = (error: unknown): never => {
    throw new Failure(`cannot read ${file}: ${reasonOf(error)}`);
  };
  const handle = await open(file).catch(refuse);
  try {
    for (let position = 0; !ending.aborted; ) {
      const { bytesRead, buffer } = await handle.read({ buffer: new Uint8Array(65_536), position }).catch(refuse);
      if (bytesRead === 0) {
        const { size } = await handle.stat();
        if (size < position) throw new Failure(`${file} was cut short while it was read; start again`);
        yield nothing;
        await sleep(followMs, undefined, { signal: ending }).catch(() => undefined);
      } else {
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    }
  } finally {
    await handle.close();
  }
}

const nothing = new Uint8Array(0);

/** Writes and waits until it is written: a reader may be slower than we are, and octets may change afterwards. */
export async function print(io: Io, text: string | Uint8Array): Promise<void> {
  if (text.length > 0) await new Promise((resolve) => io.stdout.write(text, resolve));
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
