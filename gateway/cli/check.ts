import { type DigitRule, type DigitRules, isReversible, translatedDigits } from "../../src/digits.ts";
import { Routes } from "../../src/routes.ts";
import { whyNoPath } from "../config/build.ts";
import type { GatewayConfig } from "../config/gateway-config.ts";
import { loadConfigFile } from "../config/load.ts";
import { checkTlsFiles } from "../tls/check.ts";
import type { Fault, Setting } from "../config/read.ts";
import { type Command, Failure, type Io, parse, UsageError } from "./command.ts";

const help = `qsig check: check a configuration and show what it means

Usage: qsig check [--help-keys] FILE

Prints every setting as it would run, where it comes from (file, default or
dialect) and how sure a default is: [MEM] a recollection, [M] a feature known
without its coding, [V] a manufacturer's document, ? not known. Then where an
example of every number pattern is routed, and how it is said on trunks with
digit rules. Faults go to stderr, all of them, each with its line. The files of
TLS are read: what is wrong with them, and what expires soon.

  --help-keys    explain each setting as well
Exit status: 0 the configuration is right, 1 it is not.
`;

export const check: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = parse(args, { "help-keys": { type: "boolean", default: false } });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("give one configuration file");
    const loaded = await loadConfigFile(file).catch((error: unknown) => {
      throw new Failure(error instanceof Error ? error.message : String(error));
    });
    if (!loaded.ok) {
      printFaults(file, loaded.faults, io);
      return 1;
    }
    for (const setting of loaded.settings) io.stdout.write(settingLine(setting, values["help-keys"]));
    io.stdout.write("\n");
    for (const line of [...examples(loaded.config), ...translations(loaded.config), ...notes(loaded.config)]) {
      io.stdout.write(`${line}\n`);
    }
    return (await checkTls(loaded.config, io)) ? 0 : 1;
  },
};

/** Reads the files of every part with TLS; false where one cannot be used as it is, which stderr says. */
async function checkTls({ core, clusters }: GatewayConfig, io: Io): Promise<boolean> {
  let good = true;
  for (const { name, trunk } of core.neighbours) {
    for (const [part, settings] of Object.entries({ trunk, ...clusters.get(name) })) {
      if (!("tls" in settings) || settings.tls === undefined) continue;
      const { ok, lines } = await checkTlsFiles(settings.tls, new Date()).catch((error: unknown) => {
        return { ok: false, lines: [error instanceof Error ? error.message : String(error)] };
      });
      good &&= ok;
      const stream = ok ? io.stdout : io.stderr;
      for (const line of lines) stream.write(`tls of ${name}.${part}: ${line}\n`);
    }
  }
  return good;
}

/** `qsig start` refuses a configuration in the same words. */
export function printFaults(file: string, faults: readonly Fault[], io: Io): void {
  for (const { line, path, text } of faults)
    io.stderr.write(`${file}:${line}: ${path === "" ? "" : `${path} `}${text}\n`);
}

function settingLine({ path, value, origin, mark, serves, help: words }: Setting, explained: boolean): string {
  const line = `${path}: ${value}`;
  const comment = [
    origin === "file" ? "" : origin,
    mark ?? "",
    explained ? words : "",
    explained ? (serves ?? "") : "",
  ];
  const said = comment.filter((word) => word !== "");
  return said.length === 0 ? `${line}\n` : `${line.padEnd(60)}  # ${said.join(" ")}\n`;
}

/** One number of every pattern and where a call to it goes: a longer pattern elsewhere may take it away. */
function examples({ core }: GatewayConfig): string[] {
  const routes = new Routes(core.neighbours);
  return core.neighbours.flatMap(({ name, numbers }) =>
    numbers.map((pattern) => {
      const number = exampleOf(pattern);
      const to = routes.neighbourOf(number)?.name ?? "nobody";
      const why = to === name ? ` (${pattern})` : `, not to ${name} (${pattern}): another pattern is more exact`;
      return `a call to ${number} goes to ${to}${why}`;
    }),
  );
}

/** What is right and yet does nothing, and what an operator must know of what is right. */
function notes({ core }: GatewayConfig): string[] {
  return core.neighbours.flatMap(({ name, callCompletion: { mode, our } }) => [
    ...(our.noPathReservation ? [] : [`our.noPathReservation of ${name}: false changes nothing: ${whyNoPath}`]),
    ...(mode === "assisted" ? [`${name}: ${resetsCancel}`] : []),
  ]);
}

/** S-90. */
const resetsCancel =
  "the reset of a phone cancels what its user asked for, and saving a device pool or phone asks for a reset: look at " +
  "qsig requests first";

/** How every trunk with digit rules says the numbers of all neighbours, and those it does not give back (R4). */
function translations({ core }: GatewayConfig): string[] {
  const patterns = core.neighbours.flatMap(({ numbers }) => numbers);
  return core.neighbours.flatMap(({ name, digits }) => {
    if (digits.in.length + digits.out.length === 0) return [];
    return patterns.flatMap((pattern) => {
      const number = exampleOf(pattern);
      const said = translatedDigits(digits.out, number);
      const lost = samplesOf(pattern, digits.out).find((each) => !isReversible(digits.out, digits.in, each));
      const why =
        lost === undefined
          ? []
          : [
              `no call back for ${pattern} over ${name}: ${lost} is said ${translatedDigits(digits.out, lost)} there ` +
                `and comes back as ${outAndIn(digits, lost)}; give digits.in a rule that undoes digits.out`,
            ];
      return [`${number} (${pattern}) is said ${said} on the trunk of ${name}`, ...why];
    });
  });
}

function outAndIn(rules: DigitRules, number: string): string {
  return translatedDigits(rules.in, translatedDigits(rules.out, number));
}

/** Numbers of a pattern that a fault of the rules shows in: each digit for `x`, and those that a rule is for. */
function samplesOf(pattern: string, rules: readonly DigitRule[]): string[] {
  const rests = pattern.endsWith("*") ? ["", "1", "123"] : [""];
  const fixed = pattern.replace("*", "");
  const ruled = rules.flatMap(({ match }) => meeting(fixed, match.replace("*", "")));
  const plain = [..."0123456789"].map((digit) => fixed.replaceAll("x", digit));
  return [exampleOf(pattern), ...plain, ...ruled].flatMap((number) => rests.map((rest) => `${number}${rest}`));
}

/** The number that fits both patterns position by position, if there is one. */
function meeting(one: string, other: string): string[] {
  const digits = [...one].map((c, i) => (c === "x" ? (other[i] ?? "x") : c));
  const meets = digits.every((c, i) => other[i] === undefined || other[i] === "x" || other[i] === c);
  return meets ? [digits.join("").replaceAll("x", "1")] : [];
}

/** The digits of a pattern with every `x` counted up: 1xxx gives 1123. */
function exampleOf(pattern: string): string {
  let next = 0;
  const digits = pattern.replace("*", "xx").replace(/x/g, () => {
    next += 1;
    return String(next % 10);
  });
  return digits;
}
