#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { realpathSync } from "node:fs";
import { Failure, type Io, UsageError } from "./command.ts";
import { commands } from "./commands.ts";
import { nearest } from "../nearest.ts";

const usage = `qsig: an open call-back (QSIG call completion) gateway

Usage: qsig COMMAND [OPTIONS]

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}\n`)
  .join("")}
qsig COMMAND --help tells more about one of them.
Exit status: 0 fine, 1 the input or the peer is at fault, 2 wrong usage.
`;

/** Runs one command line and returns the exit status. Never throws for what a user or a peer did. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv;
  try {
    if (name === undefined) {
      io.stderr.write(usage);
      return 2;
    }
    if (name === "--help" || name === "-h" || name === "help") {
      io.stdout.write(usage);
      return 0;
    }
    const row = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (row === undefined) throw new UsageError(`there is no command ${name}${didYouMean(name)}`);
    const command = await row.load();
    if (args.includes("--help") || args.includes("-h")) {
      io.stdout.write(command.help);
      return 0;
    }
    return await command.run(args, io);
  } catch (error) {
    return fail(error, name, io);
  }
}

function fail(error: unknown, name: string | undefined, io: Io): number {
  if (error instanceof UsageError) {
    const known = name !== undefined && Object.hasOwn(commands, name);
    io.stderr.write(`qsig: ${error.message}; see qsig ${known ? `${name} ` : ""}--help\n`);
    return 2;
  }
  if (error instanceof Failure) {
    io.stderr.write(`qsig: ${error.message}\n`);
    return 1;
  }
  throw error;
}

function didYouMean(name: string): string {
  const near = nearest(name, Object.keys(commands));
  return near === undefined ? "" : ` (did you mean ${near}?)`;
}

/** The process as `Io`. A reader that goes away, as in `qsig decode FILE | head`, ends the command in silence. */
async function runProcess(): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const { stdin, stdout, stderr, env } = process;
  process.exitCode = await main(process.argv.slice(2), { stdin, stdout, stderr, env, ending });
}

function ending(): AbortSignal {
  const controller = new AbortController();
  // Once each: who presses Ctrl-C again means it.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

/** npm starts us through a link. */
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runProcess();
}
