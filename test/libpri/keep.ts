import { copyFileSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { captureFile, libpriVersion } from "./captures.ts";
import { keptFile, keptFolder } from "./kept.ts";
import { suites } from "./scenarios/index.ts";

/** Copies the captures of the last live run to fixtures/libpri: `make fixtures`, whole runs only. */

const names = suites.flatMap(({ scenarios }) => scenarios.map(({ name }) => name));
const missing = names.filter((name) => !existsSync(captureFile(name)));
if (missing.length > 0) {
  process.stderr.write(`no capture of ${missing.join(", ")}: run make fixtures\n`);
  process.exit(1);
}
rmSync(keptFolder, { recursive: true, force: true });
mkdirSync(keptFolder, { recursive: true });
for (const name of names) copyFileSync(captureFile(name), keptFile(name));
const newest = new Date(Math.max(...names.map((name) => statSync(captureFile(name)).mtimeMs)));
writeFileSync(join(keptFolder, "README.md"), readme(newest.toISOString().slice(0, 10)));
process.stdout.write(`${names.length} captures kept in fixtures/libpri\n`);

function readme(date: string): string {
  return [
    "# Live runs against libpri",
    "",
    `What the trunk carried on ${date} between this gateway and libpri ${libpriVersion}, a process of its own`,
    "(`test/peers/libpri`): pcapng, raw LAPD (link type 203), seen from the gateway, one file a scenario. Names and",
    "numbers are invented. In `asks-` the gateway asks for call back, in `asked-` libpri does.",
    "",
    "`make fixtures` runs every scenario anew and writes this folder; `test/libpri/scenarios` says what each does and",
    "must carry. `make test` reads each file again, also where there is no libpri.",
    "",
    ...suites.flatMap(({ title, scenarios }) => [
      `## ${title[0]?.toUpperCase()}${title.slice(1)}`,
      "",
      ...scenarios.map(({ name }) => `- \`${name}.pcapng\``),
      "",
    ]),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}
