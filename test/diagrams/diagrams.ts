import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bearerCall } from "../../src/connection/call-table.ts";
import { cisConnection } from "../../src/connection/cis-table.ts";
import { messagesHeldPerConnection } from "../../src/connection/limits.ts";
import { statusEnquiries } from "../../src/connection/timers.ts";
import { root } from "../root.ts";
import { domains } from "../unit/completion/domain.ts";
import { combinations, everyOutcome } from "../unit/completion/table-text.ts";

/** Where the diagrams stand. */
export const architecture = join(root, "ARCHITECTURE.md");

/** From a state to another one, with every event that may lead there. */
type Edges = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** One marker pair of the page each. */
const diagrams: { readonly [name: string]: () => Edges } = {
  originating: () => completionEdges("originating"),
  terminating: () => completionEdges("terminating"),
  call: () => connectionEdges(bearerCall),
  cis: () => connectionEdges(cisConnection),
};

/** The diagrams as the tables are now: walking every fact of every cell takes seconds, so once. */
export function drawn(): ReadonlyMap<string, string> {
  return new Map(Object.entries(diagrams).map(([name, edges]) => [name, mermaid(edges())]));
}

/** The page with these diagrams in their places. */
export function renewed(page: string, texts: ReadonlyMap<string, string>): string {
  return [...texts].reduce((text, [name, diagram]) => {
    const [from, to] = [`<!-- diagram ${name} -->\n`, `<!-- end of diagram ${name} -->`];
    const [start, end] = [text.indexOf(from), text.indexOf(to)];
    if (start === -1 || end === -1) throw new Error(`ARCHITECTURE.md has no place for the diagram ${name}`);
    return `${text.slice(0, start + from.length)}\`\`\`mermaid\n${diagram}\`\`\`\n${text.slice(end)}`;
  }, page);
}

export function page(): string {
  return readFileSync(architecture, "utf8");
}

/** Steps that stay in their state are left out: what is drawn is where a thing goes. */
function mermaid(edges: Edges): string {
  const lines = [...edges].flatMap(([from, targets]) =>
    [...targets].map(([to, events]) => `  ${id(from)} --> ${id(to)}: ${[...events].join(", ")}\n`),
  );
  const states = [...new Set([...edges].flatMap(([from, targets]) => [from, ...targets.keys()]))];
  const named = states.filter((state) => id(state) !== state).map((state) => `  state "${state}" as ${id(state)}\n`);
  return `stateDiagram-v2\n${named.join("")}${lines.join("")}`;
}

function id(state: string): string {
  return state.replaceAll(/\W/g, "");
}

function completionEdges(role: keyof typeof domains): Edges {
  const { states, events, facts, step } = domains[role];
  return edgesOf(states, Object.keys(events), (state, name) =>
    (events[name] ?? []).flatMap((event) =>
      everyOutcome(facts, (context) => step(state, context, event)).map(({ outcome }) => outcome),
    ),
  );
}

type Cell = { readonly to: string } | ((view: object, event: object) => object);

/** Everything that a guard of a connection table reads. */
const views = combinations({
  originated: [true, false],
  repeated: [true, false],
  enquiries: [0, statusEnquiries],
  enquiring: [true, false],
  held: [0, messagesHeldPerConnection],
});
const inputs = combinations<Record<string, unknown>>({
  disconnect: [true, false],
  cause: [30, 101],
  callState: [0, 1, 3, 10, 25],
  refusal: [undefined, 42],
  fault: [96],
});

function connectionEdges(table: Readonly<Record<string, object>>): Edges {
  const rows = table as Readonly<Record<string, Readonly<Record<string, Cell | string>>>>;
  const names = [...new Set(Object.values(rows).flatMap(Object.keys))];
  return edgesOf(Object.keys(rows), names, (state, name) => {
    const cell = rows[state]?.[name];
    if (cell === undefined || typeof cell === "string") return [];
    if (typeof cell !== "function") return [cell];
    return views.flatMap((view) => inputs.map((input) => cell(view, { type: name, ...input })));
  });
}

function edgesOf(
  states: readonly string[],
  events: readonly string[],
  steps: (state: string, event: string) => readonly object[],
): Edges {
  const edges = new Map<string, Map<string, Set<string>>>();
  for (const state of states) {
    for (const event of events) {
      for (const taken of steps(state, event)) {
        if (!("to" in taken) || taken.to === state) continue;
        const targets = edges.get(state) ?? new Map<string, Set<string>>();
        edges.set(state, targets);
        const to = String(taken.to);
        targets.set(to, (targets.get(to) ?? new Set()).add(event));
      }
    }
  }
  return edges;
}
