import type { CallCompletionConfig, NeighbourConfig } from "./config.ts";
import type { Trunk } from "./ids.ts";
import { fits, goesOn, type Pattern, patternOf } from "./number-pattern.ts";

interface Route extends Pattern {
  readonly neighbour: NeighbourConfig;
}

/** What the digits dialled so far select (R29). */
export interface Selection {
  /** Whose number it is if no more digits come. */
  readonly neighbour: NeighbourConfig | undefined;
  /** Those whose number it may become with more digits. */
  readonly later: readonly NeighbourConfig[];
}

/** How exact a pattern is: more fixed length first, then fewer `x`; equal weight and a common number is a tie. */
function weight(pattern: string): number {
  const fixed = pattern.replace("*", "");
  return fixed.length * 100 - [...fixed].filter((c) => c === "x").length - (pattern.endsWith("*") ? 50 : 0);
}

/** The routes of one configuration, most exact first. */
export class Routes {
  readonly #routes: readonly Route[];

  constructor(neighbours: readonly NeighbourConfig[]) {
    this.#routes = neighbours
      .flatMap((neighbour) => neighbour.numbers.map((text) => ({ ...patternOf(text), neighbour })))
      .sort((a, b) => weight(b.text) - weight(a.text));
  }

  /** The neighbour whose most exact pattern fits, or undefined: nobody has this number. */
  neighbourOf(digits: string): NeighbourConfig | undefined {
    for (const route of this.#routes) if (fits(route, digits)) return route.neighbour;
    return undefined;
  }

  select(digits: string): Selection {
    const later: NeighbourConfig[] = [];
    for (const route of this.#routes) if (goesOn(route, digits)) later.push(route.neighbour);
    return { neighbour: this.neighbourOf(digits), later };
  }
}

/** Whether call completion of a neighbour may reach another one: its Callback Calling Search Space (S-82). */
export function mayReach(completion: CallCompletionConfig | undefined, from: Trunk, to: Trunk): boolean {
  const space = completion?.callingSearchSpace ?? [];
  return from === to || space.length === 0 || space.includes(to);
}

/** Two patterns of different neighbours that are equally exact and share a number: a fault of the configuration. */
export function ties(neighbours: readonly NeighbourConfig[]): readonly (readonly [string, string])[] {
  const all = neighbours.flatMap((n) => n.numbers.map((text) => ({ text, name: n.name })));
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => a.name !== b.name && weight(a.text) === weight(b.text) && overlap(a.text, b.text))
      .map((b) => [`${a.name} ${a.text}`, `${b.name} ${b.text}`] as const),
  );
}

/** Equal weight means equal fixed length, so one common number exists where no two fixed digits differ. */
function overlap(a: string, b: string): boolean {
  return [...a].every((c, i) => c === b[i] || c === "x" || b[i] === "x");
}
