import type { StoredRequest } from "../../src/completion/record.ts";
import type { TimelineEntry } from "../timeline.ts";
import { ask, table, urlHelp } from "./client.ts";
import { type Command, type Io, parse, UsageError } from "./command.ts";

const help = `qsig requests: the call-back requests of a running gateway

Usage: qsig requests [list] [--json] [--url URL]
       qsig requests show ID [--json] [--url URL]
       qsig requests activate A B [--json] [--url URL]
       qsig requests cancel ID [--json] [--url URL]

  list           every request that stands
  show           one request and its timeline: what happened and why
  activate       ask for call back to B for user A: a number, or
                 NEIGHBOUR/NUMBER where two neighbours have it
  cancel         end a request
  --json         one JSON object a line
${urlHelp}`;

interface Context {
  readonly io: Io;
  readonly url: string | undefined;
  readonly json: boolean;
}

/** ONE table: what `qsig requests` does, with the operands it takes. */
const actions: {
  readonly [name: string]: {
    readonly operands: readonly string[];
    readonly run: (context: Context, ...operands: string[]) => Promise<void>;
  };
} = {
  list: { operands: [], run: list },
  show: { operands: ["ID"], run: show },
  activate: { operands: ["A", "B"], run: activate },
  cancel: { operands: ["ID"], run: cancel },
};

export const requests: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = parse(args, { json: { type: "boolean", default: false }, url: { type: "string" } });
    const [name = "list", ...operands] = positionals;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined) throw new UsageError(`requests cannot ${name}`);
    if (operands.length !== action.operands.length) {
      throw new UsageError(`give requests ${[name, ...action.operands].join(" ")}`);
    }
    await action.run({ io, url: values.url, json: values.json }, ...operands);
    return 0;
  },
};

async function list({ io, url, json }: Context): Promise<void> {
  const answer = (await ask(url, io, "GET", "/api/requests")) as { readonly requests: readonly StoredRequest[] };
  if (json) return print(io, answer.requests);
  if (answer.requests.length === 0) return void io.stdout.write("no requests\n");
  io.stdout.write(
    table([["REQUEST", "KIND", "ROLE", "STATE", "A", "B", "TRUNK", "TIMERS"], ...answer.requests.map(row)]),
  );
}

/** A of a terminating request stands only in the octets it was asked with. */
function row(stored: StoredRequest): string[] {
  const [a, b] = stored.role === "originating" ? [stored.user, stored.to] : ["-", stored.line];
  const timers = Object.entries(stored.timers).map(([name, dueAt]) => `${name} ${left(dueAt)}`);
  return [stored.request, stored.kind, stored.role, stored.state, a, b, stored.trunk, timers.join(" ")];
}

function left(dueAt: number): string {
  const seconds = Math.max(0, Math.round((dueAt - Date.now()) / 1000));
  return seconds < 120 ? `${seconds}s` : `${Math.round(seconds / 60)}min`;
}

async function show({ io, url, json }: Context, id: string): Promise<void> {
  const answer = (await ask(url, io, "GET", `/api/requests/${encodeURIComponent(id)}`)) as {
    readonly request: StoredRequest | null;
    readonly timeline: readonly TimelineEntry[];
  };
  if (json) return print(io, [answer]);
  const { request, timeline } = answer;
  io.stdout.write(request === null ? `${id} has ended\n` : `${id} ${request.role} ${request.state}\n`);
  io.stdout.write(table(timeline.map(({ at, text }) => [new Date(at).toISOString(), text])));
}

async function activate({ io, url, json }: Context, user: string, to: string): Promise<void> {
  const answer = (await ask(url, io, "POST", "/api/requests", { user, to })) as {
    readonly request: string;
    readonly says: readonly string[];
  };
  if (json) return print(io, [answer]);
  io.stdout.write(`${answer.request} is asked for; qsig requests show ${answer.request} tells what comes of it\n`);
}

async function cancel({ io, url, json }: Context, id: string): Promise<void> {
  const answer = await ask(url, io, "DELETE", `/api/requests/${encodeURIComponent(id)}`);
  if (json) return print(io, [answer]);
  io.stdout.write(`${id} is cancelled\n`);
}

function print(io: Io, values: readonly unknown[]): void {
  for (const value of values) io.stdout.write(`${JSON.stringify(value)}\n`);
}
