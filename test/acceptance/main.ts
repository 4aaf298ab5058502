import { readdirSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";
import { line, rows, type Verdict } from "./rows.ts";

/** Says nothing: the lines at the end are the report. */
class Silent extends Mocha.reporters.Base {}

/** Runs the acceptance suite and prints one line a row: `make acceptance`. */
async function main(): Promise<number> {
  const mocha = new Mocha({ reporter: Silent, timeout: 60_000 });
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".test.js"));
  for (const file of files) mocha.addFile(join(import.meta.dirname, file));
  await mocha.loadFilesAsync();
  const verdicts = new Map<string, Verdict>();
  const note = (title: string, fault?: string) => {
    const named = /^(?:S-\d\d\b[ ,]*)*/.exec(title)?.[0] ?? "";
    for (const [row] of named.matchAll(/S-\d\d/g)) {
      const known = verdicts.get(row) ?? { passed: 0 };
      const passed = known.passed + (fault === undefined ? 1 : 0);
      const first = known.fault ?? fault;
      verdicts.set(row, first === undefined ? { passed } : { passed, fault: first });
    }
  };
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on("pass", (test) => note(test.title))
      .on("pending", (test) => note(test.title, "skipped: its peer is missing"))
      .on("fail", (test, error: Error) => note(test.title, error.message.split("\n")[0] ?? "failed"));
  });
  const lines = rows.map((row) => line(row, verdicts.get(row)));
  for (const { text } of lines) process.stdout.write(`${text}\n`);
  const missing = lines.filter(({ isShown }) => !isShown).length;
  process.stdout.write(`${rows.length - missing} of ${rows.length} rows are shown\n`);
  return missing === 0 ? 0 : 1;
}

process.exitCode = await main();
