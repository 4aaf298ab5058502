import { readFileSync } from "node:fs";

/** One line of a hand-written table, for one of the events it names. */
export interface TextRow {
  readonly line: number;
  readonly state: string;
  readonly event: string;
  readonly facts: readonly string[];
  /** `ignore`: what `otherwise` gives. */
  readonly to: string;
  readonly actions: readonly string[];
}

/** `state | events | facts | next | actions`, `#` comments. */
export function readTable(path: string): TextRow[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((text, index): TextRow[] => {
      if (text.trim() === "" || text.startsWith("#")) return [];
      const [state = "", events = "", facts = "", to = "", actions = ""] = text.split("|").map((cell) => cell.trim());
      return events.split(/\s+/).map((event) => ({
        line: index + 1,
        state,
        event,
        facts: facts === "" ? [] : facts.split(/,\s*/),
        to,
        actions: actions === "" || actions === "-" ? [] : actions.split(/;\s*/),
      }));
    });
}

/** `{ type: "ccCancel", without: "SETUP" }` reads "ccCancel SETUP". */
export function actionText(action: object): string {
  return Object.values(action).map(String).join(" ");
}

/** What `ask` makes of every combination of facts that it looks at: a fact that it never reads has no say. */
export function everyOutcome<Outcome>(
  choices: Readonly<Record<string, readonly unknown[]>>,
  ask: (facts: Readonly<Record<string, unknown>>) => Outcome,
): { readonly facts: Readonly<Record<string, unknown>>; readonly outcome: Outcome }[] {
  const open: Record<string, unknown>[] = [{}];
  const found: { facts: Record<string, unknown>; outcome: Outcome }[] = [];
  for (let facts = open.pop(); facts !== undefined; facts = open.pop()) {
    const known = facts;
    const read = (_: object, key: string | symbol): unknown => {
      const values = choices[String(key)];
      if (values === undefined || String(key) in known) return known[String(key)];
      for (const other of values.slice(1)) open.push({ ...known, [key]: other });
      known[String(key)] = values[0];
      return values[0];
    };
    found.push({ facts: known, outcome: ask(new Proxy({}, { get: read })) });
  }
  return found;
}

/** Every combination of the given choices. */
export function combinations<T extends Record<string, unknown>>(
  choices: { readonly [Key in keyof T]: readonly T[Key][] },
): T[] {
  let all: Record<string, unknown>[] = [{}];
  for (const [key, values] of Object.entries(choices) as [string, readonly unknown[]][]) {
    all = all.flatMap((one) => values.map((value) => ({ ...one, [key]: value })));
  }
  return all as T[];
}
