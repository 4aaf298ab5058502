import type { Row, Step } from "../../src/machine.ts";
import { everyOutcome } from "../unit/completion/table-text.ts";

/** A context or an event as plain facts. */
export type Facts = Readonly<Record<string, unknown>>;
type Action = object | string;
type AnyStep = Step<string, Action>;
type Guard = (context: Facts, event: Facts) => AnyStep;
type Cell = Row<string, Action> | Guard;

/** A table of states while it is taken apart: cells by event, and `otherwise`. */
export type AnyTable = Record<string, Record<string, Cell | string>>;

/** A state machine, and all that can be put to it. */
export interface Machine {
  readonly table: AnyTable;
  /** The values of an event's fields, by event; an event that is not listed has none. */
  readonly events: Readonly<Record<string, readonly Facts[]>>;
  /** Every fact of the context with the values it can have. */
  readonly facts: Readonly<Record<string, readonly unknown[]>>;
  /** Whether an unexpected event is answered in one state and ignored in another. */
  readonly answersUnexpected: boolean;
}

/** One change of one cell, which changes the outcome for some event under some facts: none is equivalent by itself. */
export interface Mutant {
  readonly state: string;
  /** Or `otherwise`. */
  readonly event: string;
  /** What was changed, in words. */
  readonly change: string;
  /** Absent: the row is dropped. */
  readonly cell?: Cell | string;
}

/** Every mutant of the table, in the order of its rows. */
export function mutantsOf(machine: Machine): Mutant[] {
  return Object.entries(machine.table).flatMap(([state, rows]) =>
    Object.entries(rows).flatMap(([event, cell]) => {
      if (typeof cell === "string") return machine.answersUnexpected ? [{ state, event, ...otherwise(cell) }] : [];
      const events = machine.events[event] ?? [{ type: event }];
      return cellMutants(machine, state, cell, events).map((mutant) => ({ state, event, ...mutant }));
    }),
  );
}

/** Puts the mutant into its table while `run` runs. Tables share the rows of a state: those of the others stay. */
export async function withMutant<T>(
  table: AnyTable,
  { state, event, cell }: Mutant,
  run: () => Promise<T>,
): Promise<T> {
  const original = table[state];
  if (original?.[event] === undefined) throw new Error(`no row ${state}, ${event}`);
  const { [event]: _, ...others } = original;
  table[state] = cell === undefined ? others : { ...others, [event]: cell };
  try {
    return await run();
  } finally {
    table[state] = original;
  }
}

type Change = Pick<Mutant, "change" | "cell">;

function otherwise(word: string): Change {
  const other = word === "ignore" ? "reject" : "ignore";
  return { change: `${other}, not ${word}`, cell: other };
}

function cellMutants(machine: Machine, state: string, cell: Cell, events: readonly Facts[]): Change[] {
  if (typeof cell !== "function") {
    return [{ change: "row dropped" }, ...rowChanges(machine, cell).map(({ change, to }) => ({ change, cell: to }))];
  }
  const outcomes = new Map<string, { readonly row: Row<string, Action>; readonly event: Facts }>();
  for (const event of events) {
    for (const { outcome } of everyOutcome(machine.facts, (context) => cell(context, event))) {
      if (!("unexpected" in outcome)) outcomes.set(rowText(outcome, event), { row: outcome, event });
    }
  }
  const unexpected = { unexpected: machine.table[state]?.["otherwise"] } as AnyStep;
  const ofRows = [...outcomes].flatMap(([text, { row, event }]) => [
    { change: `(${text}) row dropped`, cell: instead(cell, text, () => unexpected) },
    ...rowChanges(machine, row, event).map(({ change, apply }) => ({
      change: `(${text}) ${change}`,
      cell: instead(cell, text, apply),
    })),
  ]);
  return [...ofRows, ...guardChanges(cell, events, machine.facts)];
}

interface RowChange {
  readonly change: string;
  readonly to: Row<string, Action>;
  /** The same to a row that differs in what it takes from the event. */
  readonly apply: (row: Row<string, Action>) => Row<string, Action>;
}

/** Every other next state, and the row without each of its actions. */
function rowChanges({ table }: Machine, row: Row<string, Action>, event: Facts = {}): RowChange[] {
  const targets = Object.keys(table)
    .filter((state) => state !== row.to)
    .map((to) => ({ change: `to ${to}`, apply: (one: Row<string, Action>) => ({ ...one, to }) }));
  const drops = row.do.map((action, at) => ({
    change: `without ${actionText(action, event)}`,
    apply: (one: Row<string, Action>) => ({ ...one, do: one.do.filter((_, index) => index !== at) }),
  }));
  return [...targets, ...drops].map((each) => ({ ...each, to: each.apply(row) }));
}

/** The cell, with another outcome where its own reads `text`. */
function instead(cell: Guard, text: string, change: (row: Row<string, Action>) => AnyStep): Cell {
  return (context, event) => {
    const taken = cell(context, event);
    return !("unexpected" in taken) && rowText(taken, event) === text ? change(taken) : taken;
  };
}

/** Every value of every fact that the guard reads, taken for another one; a Boolean also for its opposite. */
function guardChanges(cell: Guard, events: readonly Facts[], facts: Machine["facts"]): Change[] {
  const matters = (changed: Guard) =>
    events.some((event) =>
      everyOutcome(
        facts,
        (context) => JSON.stringify(changed(context, event)) !== JSON.stringify(cell(context, event)),
      ).some(({ outcome }) => outcome),
    );
  const read = Object.keys(facts).filter((fact) => isRead(cell, events, facts, fact));
  const ofContext = read.flatMap((fact) =>
    misread(fact, facts[fact] ?? [], matters, (value) => (context, event) => cell(seen(context, fact, value), event)),
  );
  const fields = Object.keys(events[0] ?? {}).filter((name) => name !== "type");
  const ofEvent = fields.flatMap((field) =>
    misread(
      field,
      [...new Set(events.map((event) => event[field]))],
      matters,
      (value) => (context, event) => cell(context, seen(event, field, value)),
    ),
  );
  return [...ofContext, ...ofEvent];
}

function isRead(cell: Guard, events: readonly Facts[], facts: Machine["facts"], fact: string): boolean {
  return events.some((event) =>
    everyOutcome(facts, (context) => cell(context, event)).some((found) => Object.hasOwn(found.facts, fact)),
  );
}

/** The facts, with one of them seen as another. */
function seen(facts: Facts, name: string, as: (value: unknown) => unknown): Facts {
  return new Proxy(facts, { get: (_, key) => (key === name ? as(facts[name]) : facts[String(key)]) });
}

function misread(
  name: string,
  values: readonly unknown[],
  matters: (changed: Guard) => boolean,
  guardSeeing: (as: (value: unknown) => unknown) => Guard,
): Change[] {
  const taken = values.flatMap((value) => {
    const others = values.filter((other) => other !== value);
    const changes = others.map((other) => ({
      change: `${name} ${String(value)} taken for ${String(other)}`,
      cell: guardSeeing((one) => (one === value ? other : one)),
    }));
    return changes.find(({ cell }) => matters(cell)) ?? [];
  });
  const negated = guardSeeing((value) => !value);
  const isBoolean = values.every((value) => typeof value === "boolean");
  return isBoolean && matters(negated) ? [...taken, { change: `${name} negated`, cell: negated }] : taken;
}

/** The row in words. */
function rowText(row: Row<string, Action>, event: Facts): string {
  return `${row.to}: ${row.do.map((action) => actionText(action, event)).join("; ")}`;
}

/** What an action takes from the event is named, so rows of several values are one. */
function actionText(action: Action, event: Facts): string {
  if (typeof action === "string") return action;
  return Object.entries(action)
    .map(([key, value]) => {
      const field = Object.keys(event).find((name) => name !== "type" && event[name] === value);
      const text = field === undefined || typeof value === "boolean" ? String(value) : `{${field}}`;
      return key === "type" ? text : `${key} ${text}`;
    })
    .join(" ");
}
