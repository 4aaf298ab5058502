import { fileOf, header } from "./emitter.ts";
import { ModuleError } from "./lexer.ts";
import type { ResolvedObject } from "./resolver.ts";

/** The operations and errors of all modules as two tables, in the order of their codes. */
export function emitOperations(objects: readonly ResolvedObject[]): string {
  const types = objects.flatMap(({ argument, result }) => [argument, result]).filter((type) => type !== null);
  const imports = [...new Set(types.map((t) => t.module))].sort().map((module) => {
    const names = [...new Set(types.filter((t) => t.module === module).map((t) => t.name))].sort();
    return `import { ${names.join(", ")} } from "./${fileOf(module)}";\n`;
  });
  const operations = table(objects, "OPERATION").map(
    ({ name, code, argument, result, errors }) => `  ${name}: {
    code: ${code},
    argument: ${argument?.name ?? null},
    result: ${result?.name ?? null},
    errors: [${errors.map((e) => `"${e}"`).join(", ")}],
  },\n`,
  );
  const errors = table(objects, "ERROR").map(
    ({ name, code, argument }) => `  ${name}: { code: ${code}, parameter: ${argument?.name ?? null} },\n`,
  );
  return `${header("asn1/*.asn")}import type { ErrorRow, OperationRow } from "../ber/operation.ts";
${imports.join("")}
export const operations = {\n${operations.join("")}} as const satisfies Readonly<Record<string, OperationRow>>;

export const errors = {\n${errors.join("")}} as const satisfies Readonly<Record<string, ErrorRow>>;
`;
}

function table(objects: readonly ResolvedObject[], kind: ResolvedObject["kind"]): readonly ResolvedObject[] {
  const rows = objects.filter((o) => o.kind === kind).sort((a, b) => a.code - b.code);
  for (const [i, { file, line, name, code }] of rows.entries()) {
    const twin = rows.slice(0, i).find((row) => row.code === code || row.name === name);
    if (twin) throw new ModuleError(`${file}:${line}: ${name} shares its name or code with ${twin.name}`);
  }
  return rows;
}
