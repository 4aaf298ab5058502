import { limits } from "./limits.ts";

/**
 * The arcs of an OBJECT IDENTIFIER in dots, the first two joined as X.690 8.19.4 writes them; undefined where it is
 * none.
 */
export function joinedArcs(text: string): number[] | undefined {
  if (!/^[0-2](?:\.(?:0|[1-9]\d{0,14}))+$/.test(text)) return undefined;
  const [top = 0, second = 0, ...rest] = text.split(".").map(Number);
  const arcs = [top * 40 + second, ...rest];
  return (top < 2 && second > 39) || arcs.some((arc) => arc >= limits.objectIdentifierArc) ? undefined : arcs;
}

/** The text of arcs whose first two are still joined. */
export function dotted([joined = 0, ...rest]: readonly number[]): string {
  const top = Math.min(Math.floor(joined / 40), 2);
  return [top, joined - top * 40, ...rest].join(".");
}
