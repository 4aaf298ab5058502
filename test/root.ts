import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of package.json, from the sources and from dist alike. */
export const root = find(import.meta.dirname);

function find(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("package.json stands in no folder above this file");
  return find(above);
}
