import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import Mocha from "mocha";
import { summary } from "./peers/require.ts";
import { root } from "./root.ts";

/** ONE table: which part of the product a test file speaks for, by its path under test/. The first match counts. */
const parts: readonly (readonly [pattern: RegExp, part: string])[] = [
  [/^(libpri|peers\/libpri)\//, "libpri"],
  [/^unit\/(machine|timers|connection|completion|trunk|users|pinx|core)|^(sim|mutate)\//, "session"],
  [/^unit\/(store|memory)/, "store"],
  [/^unit\/(lines|phones|demo)|^(kamailio|acceptance)\//, "clusters"],
  [/^(netns|hostile|unit\/(sip|tls))\//, "trunks"],
  [/^unit\/gateway/, "gateway"],
  [/^(console|demo|unit\/(api|console))/, "console"],
  [/^(unit|vectors|fuzz|interop|asn1)\//, "codecs"],
];

/** What one part may take: more is said aloud, since slow tests are tests that are not run. */
const budgetSeconds = 90;
/** A run whose tests are over ends by itself; what keeps it is a defect of a test. */
const lingerSeconds = 10;

/** The spec reporter, then the counts in build/mocha.json for .ci/run, each part's time, and one line on the peers. */
class Reporter extends Mocha.reporters.Spec {
  readonly #elapsedMs = new Map<string, number>();
  readonly #fileMs = new Map<string, number>();
  #since = performance.now();

  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const count = (of: Mocha.Runnable) => this.#count(of);
    runner.on("hook end", count).on("test end", count);
    runner.once("end", () => this.#end());
  }

  #count(of: Mocha.Runnable): void {
    const now = performance.now();
    const file = of.file ?? of.parent?.file;
    add(this.#elapsedMs, partOf(file), now - this.#since);
    if (file !== undefined) add(this.#fileMs, relative(root, file), now - this.#since);
    this.#since = now;
  }

  #end(): void {
    const { passes: passed, failures: failed, pending: skipped } = this.stats;
    mkdirSync(join(root, "build"), { recursive: true });
    writeFileSync(join(root, "build/mocha.json"), `${JSON.stringify({ passed, failed, skipped })}\n`);
    writeTimes(this.#fileMs);
    for (const [part, elapsedMs] of this.#elapsedMs) {
      const seconds = elapsedMs / 1000;
      const over = seconds > budgetSeconds ? ", over its budget" : "";
      console.log(`${part}: ${seconds.toFixed(1)} s of ${budgetSeconds} s${over}`);
    }
    console.log(summary());
    for (const failure of this.failures) console.log(`failed: ${failure.fullTitle()}: ${firstLine(failure.err)}`);
    setTimeout(endStuckRun, lingerSeconds * 1000).unref();
  }
}

/** The last lines are all that some who run this show of it. */
function firstLine(error: Error | undefined): string {
  return (error?.message ?? "no error").split("\n", 1)[0] ?? "";
}

function add(times: Map<string, number>, name: string, ms: number): void {
  times.set(name, (times.get(name) ?? 0) + ms);
}

/** The slowest first, in build/test-times.json: where to look when a part is over its budget. */
function writeTimes(times: ReadonlyMap<string, number>): void {
  const slowestFirst = [...times].toSorted(([, one], [, other]) => other - one);
  const rounded = slowestFirst.map(([file, ms]) => [file, Math.round(ms)]);
  writeFileSync(join(root, "build/test-times.json"), `${JSON.stringify(Object.fromEntries(rounded), undefined, 1)}\n`);
}

function partOf(file: string | undefined): string {
  if (file === undefined) return "other";
  const path = relative(file.startsWith(join(root, "dist")) ? join(root, "dist/test") : join(root, "test"), file)
    .split(sep)
    .join("/");
  return parts.find(([pattern]) => pattern.test(path))?.[1] ?? "repository";
}

function endStuckRun(): void {
  console.error(
    `the tests are over but the run does not end; still open: ${process.getActiveResourcesInfo().join(", ")}`,
  );
  process.exit(1);
}

// biome-ignore lint/style/noDefaultExport: mocha loads a reporter by its default export
export { Reporter as default };
