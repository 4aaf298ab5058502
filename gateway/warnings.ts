export const warningLimits = {
  /** A warning of one kind is written no more often. */
  quietMs: 10_000,
  /** Kinds that are told apart; what a peer makes up beyond them counts as one more. */
  kinds: 32,
} as const;

interface Kind {
  quietUntil: number;
  /** Warnings since the last that was written. */
  left: number;
}

/**
 * A hostile peer says much: each kind of warning is one line now and then, with how many there were. Kinds are the
 * texts without their numbers, so that one fault repeated hides no other.
 */
export function sparing(write: (text: string) => void, now: () => number): (text: string) => void {
  const kinds = new Map<string, Kind>();
  return (text) => {
    const kind = kindOf(kinds, text.replace(/\d+/g, "0"), now());
    kind.left += 1;
    if (now() < kind.quietUntil) return;
    write(kind.left === 1 ? text : `${text} (and ${kind.left - 1} like it before)`);
    kind.quietUntil = now() + warningLimits.quietMs;
    kind.left = 0;
  };
}

function kindOf(kinds: Map<string, Kind>, name: string, now: number): Kind {
  const known = kinds.get(name);
  if (known !== undefined) return known;
  if (kinds.size >= warningLimits.kinds) {
    for (const [other, { quietUntil }] of kinds) if (quietUntil <= now) kinds.delete(other);
  }
  const own = kinds.size < warningLimits.kinds ? name : "";
  const kind = kinds.get(own) ?? { quietUntil: 0, left: 0 };
  kinds.set(own, kind);
  return kind;
}
