import { emitModule, fileOf } from "./emitter.ts";
import { emitOperations } from "./operations.ts";
import { parseModule } from "./parser.ts";
import { resolve } from "./resolver.ts";

export interface Source {
  readonly file: string;
  readonly text: string;
}

/** All modules at once to files of TypeScript by name. Throws ModuleError at the first fault. */
export function compile(sources: readonly Source[]): ReadonlyMap<string, string> {
  const resolved = resolve(sources.map(({ file, text }) => parseModule(file, text)));
  const files = resolved.modules.filter((m) => m.types.length > 0).map((m) => [fileOf(m.name), emitModule(m)] as const);
  return new Map([...files, ["operations.ts", emitOperations(resolved)]]);
}
