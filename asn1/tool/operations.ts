import { fileOf, folded, header } from "./emitter.ts";
import { ModuleError } from "./lexer.ts";
import type { Definition, ResolvedObject } from "./resolver.ts";

/** The operations and errors of one protocol as two tables, in the order of their codes: local ones first. */
export function emitOperations(objects: readonly ResolvedObject[]): string {
  const types = objects.flatMap(({ argument, result }) => [argument, result]).filter((type) => type !== null);
  const imports = [...new Set(types.map((t) => t.module))]
    .sort()
    .map((module) => `import * as ${alias(module)} from "./${fileOf(module)}";\n`);
  const operations = table(objects, "OPERATION").map(
    ({ name, code, argument, result, errors }) => `  ${name}: {
    code: ${JSON.stringify(code)},
    argument: ${reference(argument)},
    result: ${reference(result)},
    errors: [${errors.map((e) => `\n      "${e}",`).join("")}${errors.length > 0 ? "\n    " : ""}],
  },\n`,
  );
  const errors = table(objects, "ERROR").map(
    ({ name, code, argument }) => `  ${name}: { code: ${JSON.stringify(code)}, parameter: ${reference(argument)} },\n`,
  );
  return folded(`${header("asn1/*.asn")}import type { ErrorRow, OperationRow } from "../ber/operation.ts";
${imports.join("")}
export const operations = {\n${operations.join("")}} as const satisfies Readonly<Record<string, OperationRow>>;

export const errors = {\n${errors.join("")}} as const satisfies Readonly<Record<string, ErrorRow>>;
`);
}

/** `Call-Transfer-Operations-asn1-97` is callTransferOperations: types of two modules may share their name. */
function alias(module: string): string {
  const words = module.replace(/-asn(?:1-)?97$/, "").split("-");
  return words.map((word, i) => (i === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1))).join("");
}

const reference = (type: Definition | null): string => (type === null ? "null" : `${alias(type.module)}.${type.name}`);

/** Services share errors, and each standard defines all of its own: one row for those that say the same. */
function table(objects: readonly ResolvedObject[], kind: ResolvedObject["kind"]): readonly ResolvedObject[] {
  const rows: ResolvedObject[] = [];
  for (const row of objects.filter((o) => o.kind === kind).sort(byCode)) {
    const { file, line, name, code, argument } = row;
    const twin = rows.find((other) => other.code === code || other.name === name);
    const isSame = kind === "ERROR" && twin?.code === code && twin.name === name && twin.argument === argument;
    if (twin && !isSame) throw new ModuleError(`${file}:${line}: ${name} shares its name or code with ${twin.name}`);
    if (!twin) rows.push(row);
  }
  return rows;
}

function byCode({ code: a }: ResolvedObject, { code: b }: ResolvedObject): number {
  if (typeof a === "number") return typeof b === "number" ? a - b : -1;
  return typeof b === "number" ? 1 : a.localeCompare(b, "en", { numeric: true });
}
