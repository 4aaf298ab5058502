import { type ParseArgsConfig, parseArgs } from "node:util";

/** What a command may touch of the process; tests give it streams of their own. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** From the call on, SIGTERM and SIGINT abort this signal instead of ending the process at once. */
  readonly ending: () => AbortSignal;
}

/** What each file of a command exports. */
export interface Command {
  /** What `qsig NAME --help` prints: at most 80 columns, ends with a line end. */
  readonly help: string;
  /** Returns the exit status: 0 fine, 1 the input or the peer is at fault. */
  run(args: readonly string[], io: Io): Promise<number>;
}

/** Wrong usage: exit 2, with the sentence and where to look. */
export class UsageError extends Error {}

/** The input or the peer is at fault: exit 1. The sentence says what to do. */
export class Failure extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>;

/** Options and operands; an option that is not known is a UsageError in our words. */
export function parse<const O extends Options>(args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(firstSentence(error));
  }
}

/** Node adds advice about `--` that helps nobody here. */
function firstSentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split(". ")[0] ?? text).replace(/\.$/, "");
}
