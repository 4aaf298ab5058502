import { createWriteStream } from "node:fs";
import { follow, urlHelp } from "./client.ts";
import { type Command, Failure, type Io, parse, UsageError } from "./command.ts";
import { print } from "./streams.ts";

const help = `qsig trace: follow a running gateway

Usage: qsig trace [--pcap FILE] [--url URL]

Prints the ladder as it grows: every message, with the states and timers that
it changed. Ends with Ctrl-C.

  --pcap FILE    write what crosses the trunks to FILE instead, as pcapng for
                 tshark and Wireshark; - is the standard output. It holds the
                 numbers of callers.
${urlHelp}`;

export const trace: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = parse(args, { pcap: { type: "string" }, url: { type: "string" } });
    if (positionals.length > 0) throw new UsageError("trace takes no operands");
    const ending = io.ending();
    if (values.pcap === undefined) await ladder(values.url, io, ending);
    else await capture(values.pcap, values.url, io, ending);
    return 0;
  },
};

async function ladder(url: string | undefined, io: Io, ending: AbortSignal): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const part of follow(url, io, "/api/events", ending)) {
    const events = (rest + decoder.decode(part, { stream: true })).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const data = /^data: (?<data>.*)$/m.exec(event)?.groups?.["data"];
      if (data !== undefined) await print(io, `${(JSON.parse(data) as { readonly line: string }).line}\n`);
    }
  }
}

async function capture(file: string, url: string | undefined, io: Io, ending: AbortSignal): Promise<void> {
  const out = file === "-" ? io.stdout : await created(file);
  for await (const part of follow(url, io, "/api/capture", ending)) {
    await new Promise<void>((resolve, reject) => {
      out.write(part, (error) => (error ? reject(refused(file, error)) : resolve()));
    });
  }
  if (out !== io.stdout) await new Promise<void>((resolve) => out.end(() => resolve()));
}

async function created(file: string): Promise<NodeJS.WritableStream> {
  const out = createWriteStream(file);
  await new Promise<void>((resolve, reject) => {
    out.once("open", () => resolve());
    // Later faults come back from each write.
    out.on("error", (error) => reject(refused(file, error)));
  });
  return out;
}

function refused(file: string, error: Error): Failure {
  return new Failure(`cannot write ${file}: ${error.message}`);
}
