import { expect } from "chai";
import fc from "fast-check";
import { causeElement, type InformationElement, type MessageName } from "../../../codecs/q931/index.ts";
import type { ConnectionId } from "../../../src/connection/connection.ts";
import { Bench, facilityElement, setupElements, status, trunk } from "./bench.ts";

const names: readonly MessageName[] = [
  "SETUP",
  "SETUP ACKNOWLEDGE",
  "CALL PROCEEDING",
  "ALERTING",
  "CONNECT",
  "CONNECT ACKNOWLEDGE",
  "FACILITY",
  "INFORMATION",
  "DISCONNECT",
  "RELEASE",
  "RELEASE COMPLETE",
  "STATUS ENQUIRY",
  "REGISTER",
];
const ies = fc.constantFrom<readonly InformationElement[]>([], [causeElement(17)], [causeElement(16), facilityElement]);

const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("receive" as const), name: fc.constantFrom(...names), ies }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("send" as const), name: fc.constantFrom(...names), ies }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("clear" as const), disconnect: fc.boolean(), ies }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("status" as const), cause: fc.constantFrom(30, 101), state: fc.nat(12) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.nat(15_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("link" as const), up: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: "restart" as const }) },
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

function carryOut(bench: Bench, connection: ConnectionId, each: Act): void {
  switch (each.do) {
    case "receive":
      if (bench.up && bench.openLegs.has(connection)) bench.receive(connection, each.name, each.ies);
      return;
    case "send":
      bench.layer.send(connection, each.name, each.ies);
      return;
    case "clear":
      return bench.layer.clear(connection, 16, each.ies, { disconnect: each.disconnect });
    case "status":
      if (bench.up && bench.openLegs.has(connection))
        bench.receive(connection, "STATUS", status(each.cause, each.state));
      return;
    case "wait":
      return bench.advance(each.ms);
    case "link":
      return bench.link(each.up);
    case "restart":
      return bench.layer.restart(trunk);
  }
}

/** What holds for the events of one connection, whatever happened. */
function expectOrderly(bench: Bench, connection: ConnectionId): void {
  const told = bench.events.flatMap((event) =>
    "connection" in event && event.connection === connection ? [event.type] : [],
  );
  const exists = bench.layer.exists(connection);
  expect(told.filter((type) => type === "clearing").length, "clearings").to.be.at.most(1);
  expect(told.filter((type) => type === "gone").length, "gone").to.equal(exists ? 0 : 1);
  if (!exists) expect(told.at(-1), "the last event").to.equal("gone");
  const cleared = told.indexOf("clearing");
  if (cleared >= 0) expect(told.slice(cleared + 1), "behind the clearing").to.not.include("message");
  expect(bench.openLegs.has(connection), "the reference").to.equal(exists);
  if (!exists) expect(timersOf(bench, connection), "timers").to.deep.equal([]);
}

function timersOf(bench: Bench, connection: ConnectionId): string[] {
  return ["T303", "T305", "T308", "T309", "T310", "T322"].filter((name) => bench.runs(connection, name));
}

describe("connections: any order of events", () => {
  it("one clearing at most, gone is last, nothing is left behind; a cleared one ends by itself", () => {
    const kinds = fc.constantFrom("call" as const, "cis" as const);
    const sides = fc.constantFrom("us" as const, "peer" as const);
    fc.assert(
      fc.property(kinds, sides, fc.boolean(), fc.array(act, { maxLength: 40 }), (kind, side, originated, acts) => {
        const bench = new Bench();
        bench.link(true);
        const connection =
          side === "peer" ? bench.setup(kind) : bench.layer.setup(trunk, kind, setupElements(kind), { originated });
        if (connection === undefined) throw new Error("no connection");
        for (const each of acts) {
          carryOut(bench, connection, each);
          expectOrderly(bench, connection);
        }
        bench.layer.clear(connection, 16);
        bench.advance(60_000);
        expectOrderly(bench, connection);
        expect(bench.layer.exists(connection), "ends by itself").to.equal(false);
      }),
      { numRuns: 2000 },
    );
  });
});
