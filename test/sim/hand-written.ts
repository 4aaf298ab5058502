import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";
import { readTable } from "../unit/completion/table-text.ts";

/** `machine state event next` of every row that a table has, as it is written by hand. */
export function handWritten(): ReadonlySet<string> {
  const rows = (["originating", "terminating"] as const).flatMap((machine) =>
    readTable(join(root, `test/unit/completion/${machine}-table.txt`))
      .filter(({ to }) => to !== "ignore")
      .map(({ state, event, to }) => `${machine} ${state} ${event} ${to}`),
  );
  return new Set(rows);
}

/** Lines of a file that say something. */
export function linesOf(path: string): string[] {
  return readFileSync(join(root, path), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
}

/** Those rows of the two tables that a run has taken. */
export function ofTables(rows: ReadonlyMap<string, number>): string[] {
  return [...rows.keys()].filter((row) => /^(originating|terminating) /.test(row));
}
