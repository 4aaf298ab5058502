import { expect } from "chai";
import type { InformationElement, MessageName } from "../../../codecs/q931/index.ts";
import type { ConnectionId, ConnectionKind } from "../../../src/connection/connection.ts";
import { callStates } from "../../../src/connection/states.ts";
import { Bench, setupElements, trunk } from "./bench.ts";

export type Act = (bench: Bench, connection: ConnectionId) => unknown;

export const received =
  (name: MessageName, ies: readonly InformationElement[] = []): Act =>
  (bench, connection) =>
    bench.receive(connection, name, ies);
export const sends =
  (name: MessageName): Act =>
  (bench, connection) =>
    bench.layer.send(connection, name, []);
export const clears: Act = (bench, connection) => bench.layer.clear(connection, 16);
const cut: Act = (bench) => bench.link(false);

/** How a connection of ours, or of the peer's, comes into each state. */
const ways: Readonly<Record<string, { readonly from: "us" | "peer"; readonly acts: readonly Act[] }>> = {
  "1": { from: "us", acts: [] },
  "2": { from: "us", acts: [received("SETUP ACKNOWLEDGE")] },
  "3": { from: "us", acts: [received("CALL PROCEEDING")] },
  "4": { from: "us", acts: [received("ALERTING")] },
  "6": { from: "peer", acts: [] },
  "25": { from: "peer", acts: [sends("SETUP ACKNOWLEDGE")] },
  "9": { from: "peer", acts: [sends("CALL PROCEEDING")] },
  "7": { from: "peer", acts: [sends("ALERTING")] },
  "10": { from: "us", acts: [received("CONNECT")] },
  L: { from: "us", acts: [received("CONNECT"), cut] },
  H: { from: "us", acts: [received("CONNECT"), cut, clears] },
  "11": { from: "us", acts: [received("CALL PROCEEDING"), clears] },
  "19": { from: "us", acts: [received("CALL PROCEEDING"), clears] },
};
/** A bearer call comes into Release Request by the peer's answer to nothing but T305. */
const releaseRequestOfCall: Act = (bench, connection) => bench.fire(connection, "T305");

const names: Readonly<Record<string, string>> = { L: "Link Lost", H: "Clear Held" };

/** A connection that came into a state: its Q.931 number; L is Active with the link lost, H that and cleared by us. */
export function inState(
  kind: ConnectionKind,
  column: string,
): { readonly bench: Bench; readonly connection: ConnectionId } {
  const bench = new Bench();
  bench.link(true);
  const way = ways[column];
  if (way === undefined) throw new Error(`no way to ${column}`);
  const connection =
    way.from === "peer" ? bench.setup(kind) : bench.layer.setup(trunk, kind, setupElements(kind), { originated: true });
  if (connection === undefined) throw new Error("no connection");
  for (const act of way.acts) act(bench, connection);
  if (column === "19" && kind === "call") releaseRequestOfCall(bench, connection);
  expect(stateCode(bench, connection), "the way to the state").to.equal(column);
  bench.taken();
  return { bench, connection };
}

export function stateCode(bench: Bench, connection: ConnectionId): string {
  const name = bench.stateOf(connection);
  const own = Object.entries(names).find(([, state]) => state === name)?.[0];
  return own ?? String(callStates[name as keyof typeof callStates]);
}
