import type { TrunkState } from "../gateway.ts";
import { ask, table, urlHelp } from "./client.ts";
import { type Command, parse, UsageError } from "./command.ts";

const help = `qsig trunks: show the trunks of a running gateway

Usage: qsig trunks [--json] [--url URL]

State: idle (nothing connected, which h323 is between calls), up, failing (the
last connection or call got no answer), down; flapping: down five times within
five minutes. Link: the state of its data link by its standard's name.

  --json         one JSON object a line
${urlHelp}`;

export const trunks: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = parse(args, { json: { type: "boolean", default: false }, url: { type: "string" } });
    if (positionals.length > 0) throw new UsageError("trunks takes no operands");
    const answer = (await ask(values.url, io, "GET", "/api/trunks")) as { readonly trunks: readonly TrunkState[] };
    if (values.json) for (const trunk of answer.trunks) io.stdout.write(`${JSON.stringify(trunk)}\n`);
    else {
      const rows = answer.trunks.map(({ trunk, type, condition, isFlapping, since, state, address }) => [
        ...[trunk, type, `${condition ?? "-"}${isFlapping === true ? ", flapping" : ""}`],
        ...[since === undefined ? "-" : new Date(since).toISOString(), state ?? "-", address ?? "-"],
      ]);
      io.stdout.write(table([["TRUNK", "TYPE", "STATE", "SINCE", "LINK", "LISTENS"], ...rows]));
    }
    return 0;
  },
};
