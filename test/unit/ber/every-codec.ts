import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import { pathToFileURL } from "node:url";
import type { Codec } from "../../../codecs/ber/codec.ts";

/** The exported codecs of a module, by name. */
export function codecsOf(module: object): Map<string, Codec<unknown>> {
  const isCodec = (value: unknown): value is Codec<unknown> =>
    typeof value === "object" && value !== null && "encode" in value && "decode" in value && "type" in value;
  const codecs = new Map<string, Codec<unknown>>();
  for (const value of Object.values(module)) if (isCodec(value)) codecs.set(value.name, value);
  return codecs;
}

/** Every codec of `codecs/generated`, sources and dist alike, by file and name: types of two files may share theirs. */
async function load(): Promise<ReadonlyMap<string, ReadonlyMap<string, Codec<unknown>>>> {
  const folder = join(import.meta.dirname, "../../../codecs/generated");
  const files = readdirSync(folder).filter((file) => /^[^.]+\.[jt]s$/.test(file) && !file.startsWith("operations"));
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<object>),
  );
  return new Map(modules.map((module, at) => [parse(files[at] ?? "").name, codecsOf(module)]));
}

/** `name-operations-asn1-97`, then `NameArg`. */
export const codecsByModule = await load();

export const everyCodec = [...codecsByModule.values()].flatMap((codecs) => [...codecs.values()]);
