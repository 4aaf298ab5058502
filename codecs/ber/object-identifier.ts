import { limits } from "./limits.ts";

const dot = 0x2e;
const zero = 0x30;

/**
 * The arcs of an OBJECT IDENTIFIER in dots, the first two joined as X.690 8.19.4 writes them; undefined where it is
 * none.
 */
export function joinedArcs(text: string): number[] | undefined {
  const arcs = arcsOf(text);
  if (arcs === undefined || arcs.length < 2) return undefined;
  const [top, second] = arcs as [number, number];
  const joined = top * 40 + second;
  if (top > 2 || (top < 2 && second > 39) || joined >= limits.objectIdentifierArc) return undefined;
  arcs.shift();
  arcs[0] = joined;
  return arcs;
}

function arcsOf(text: string): number[] | undefined {
  const arcs: number[] = [];
  for (let at = 0; at <= text.length; at += 1) {
    const start = at;
    let arc = 0;
    for (; at < text.length && text.charCodeAt(at) !== dot; at += 1) {
      const digit = text.charCodeAt(at) - zero;
      // Digits, and no zero before others.
      if (digit < 0 || digit > 9 || (arc === 0 && at > start)) return undefined;
      arc = arc * 10 + digit;
      if (arc >= limits.objectIdentifierArc) return undefined;
    }
    if (at === start) return undefined;
    arcs.push(arc);
  }
  return arcs;
}

/** The text of the first two arcs, which are joined. */
export function firstArcs(joined: number): string {
  const top = joined < 80 ? Math.floor(joined / 40) : 2;
  return `${top}.${joined - top * 40}`;
}

/** The text of arcs whose first two are still joined. */
export function dotted([joined = 0, ...rest]: readonly number[]): string {
  return [firstArcs(joined), ...rest].join(".");
}
