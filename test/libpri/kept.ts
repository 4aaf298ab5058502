import { join } from "node:path";
import { root } from "../root.ts";

/** Captures of live runs, one a scenario, by its name. */
export const keptFolder = join(root, "fixtures/libpri");

export function keptFile(name: string): string {
  return join(keptFolder, `${name}.pcapng`);
}
