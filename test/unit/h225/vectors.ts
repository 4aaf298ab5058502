import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../root.ts";
import { octets } from "../trace/octets.ts";

/** The frames of test/vectors/h225-vectors.txt, with their TPKT. */
export const vectors = readFileSync(join(root, "test/vectors/h225-vectors.txt"), "utf8")
  .split("\n")
  .flatMap((line) => {
    const [, name, hex] = /^(\w+) \d+ ([0-9a-f]+)$/.exec(line) ?? [];
    return name && hex ? [{ name, hex }] : [];
  });

/** The vector without its TPKT. */
export const octetsOf = (name: string): Uint8Array =>
  octets(vectors.find((vector) => vector.name === name)?.hex ?? "").subarray(4);
