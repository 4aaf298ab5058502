import { emitDescriptors } from "./descriptors.ts";
import { emitModule, fileOf } from "./emitter.ts";
import type { Module } from "./ast.ts";
import { emitOperations } from "./operations.ts";
import { parseModule } from "./parser.ts";
import { resolve } from "./resolver.ts";

/** All modules at once to files of TypeScript, by name. Throws ModuleError at the first fault. */
export function compile(
  sources: readonly { readonly file: string; readonly text: string }[],
): ReadonlyMap<string, string> {
  const modules = sources.map(({ file, text }) => parseModule(file, text));
  const { definitions, objects } = resolve(modules);
  const files = modules
    .filter((m) => definitions.some((d) => d.module === m.name))
    .map((m) => {
      const emit = m.defaultTags === "AUTOMATIC" ? emitDescriptors : emitModule;
      return [fileOf(m.name), emit(m.name, m.file, definitions)] as const;
    });
  const of = (protocol: Module["protocol"]) => emitOperations(objects.filter((object) => object.protocol === protocol));
  return new Map([...files, ["operations.ts", of("qsig")], ["operations-dss1.ts", of("dss1")]]);
}
