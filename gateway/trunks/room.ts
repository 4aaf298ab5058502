/** Why a connection was closed whose place another one took. */
export const saidNothing = "it said nothing, and another one came";

/** What stands at a listener, and what `trunk.limits` lets stand there. */
interface Standing {
  readonly connections: number;
  /** Of peers that have said nothing yet. */
  readonly silent: number;
  readonly limits: { readonly connections: number; readonly halfOpen: number };
}

/** What a listener does about it. */
interface Means {
  /** Closes the oldest that has said nothing. False: there is none. */
  readonly closeOldestSilent: () => boolean;
  readonly warn: (text: string) => void;
}

/**
 * Whether one more connection of a peer may stand. Where all places are taken, the oldest that has said nothing gives
 * way: peers that only connect cost nothing and stay for ever, and must not keep out those that speak.
 */
export function hasRoom(standing: Standing, { closeOldestSilent, warn }: Means): boolean {
  const full = whyFull(standing);
  if (full === undefined) return true;
  const isMade = closeOldestSilent();
  warn(
    isMade ? `a connection that said nothing is closed for another one: ${full}` : `a connection is refused: ${full}`,
  );
  return isMade;
}

function whyFull({ connections, silent, limits }: Standing): string | undefined {
  if (connections >= limits.connections) return `there are ${limits.connections}, as many as limits.connections allows`;
  if (silent >= limits.halfOpen) return `${limits.halfOpen} have said nothing yet, as many as limits.halfOpen allows`;
  return undefined;
}
