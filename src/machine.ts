/** What one event does in one state: the next state, and actions as data for the machine's one executor. */
export interface Row<State extends string, Action> {
  readonly to: State;
  readonly do: readonly Action[];
}

/** The event has no row here. `ignore` is traced, never unseen; `reject` is answered as the machine's protocol says. */
export interface Unexpected {
  readonly unexpected: "ignore" | "reject";
}

export type Step<State extends string, Action> = Row<State, Action> | Unexpected;

/** A row as tables write it. */
export function row<const State extends string, const Actions extends readonly unknown[]>(
  to: State,
  ...actions: Actions
): Row<State, Actions[number]> {
  return { to, do: actions };
}

/**
 * A row, or a guard that returns one: every outcome stands in the table. A guard reads and decides; it changes nothing.
 */
export type Cell<State extends string, Event, Action, Context> =
  | Row<State, Action>
  | ((context: Context, event: Event) => Step<State, Action>);

/**
 * A state machine as a table: state -> event type -> cell. Every state declares `otherwise`, so nothing falls through
 * in silence. Rows shared by several states are spread in. Each event type is a member of its own in the union `Event`.
 */
export type Table<State extends string, Event extends { readonly type: string }, Action, Context> = {
  readonly [Name in State]: { readonly otherwise: Unexpected["unexpected"] } & {
    readonly [Type in Event["type"]]?: Cell<State, Extract<Event, { readonly type: Type }>, Action, Context>;
  };
};

/** Looks the event up. Call it with the four type arguments spelt out: they cannot be inferred from a table. */
export function step<State extends string, Event extends { readonly type: string }, Action, Context>(
  table: Table<State, Event, Action, Context>,
  state: State,
  context: Context,
  event: Event,
): Step<State, Action> {
  const rows = table[state];
  const cell = rows[event.type as Event["type"]] as Cell<State, Event, Action, Context> | undefined;
  if (cell === undefined) return { unexpected: rows.otherwise };
  return typeof cell === "function" ? cell(context, event) : cell;
}
