import { expect } from "chai";
import { describe, it } from "mocha";
import type { MessageName } from "../../../codecs/q931/index.ts";
import type { ConnectionId, ConnectionKind } from "../../../src/connection/connection.ts";
import { messagesHeldPerConnection } from "../../../src/connection/limits.ts";
import { Bench, facilityElement, setupElements, status, trunk } from "./bench.ts";
import { inState, stateCode } from "./in-state.ts";

/** Timers of the connection that run. */
function running(bench: Bench, connection: ConnectionId): string[] {
  return ["T303", "T304", "T305", "T308", "T309", "T310", "T322"].filter((name) => bench.runs(connection, name));
}

/** The last event was expected: it has a row, though the row may do nothing. */
function expectTaken(bench: Bench): void {
  expect(bench.traces.at(-1)?.type).to.equal("transition");
}

/** What we are in, and the states of the peer that agree with it or are a message away (Q.931 5.8.11, R7). */
const peers: readonly (readonly [kinds: readonly ConnectionKind[], ours: string, agreeing: readonly number[]])[] = [
  [["call", "cis"], "1", [6, 7, 8, 9, 10, 25]],
  [["call"], "2", [7, 8, 9, 10, 25]],
  [["call", "cis"], "3", [7, 8, 9, 10]],
  [["call"], "4", [7, 8, 10]],
  [["call", "cis"], "6", [1]],
  [["call"], "25", [1, 2]],
  [["call", "cis"], "9", [1, 2, 3]],
  [["call"], "7", [1, 2, 3, 4]],
  [["call", "cis"], "10", [8, 10]],
];
const allStates = [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 15, 17, 19, 25];

describe("STATUS in every state", () => {
  for (const [kinds, ours, agreeing] of peers) {
    for (const kind of kinds) {
      it(`${kind} in ${ours}: kept where the peer's state agrees, gone with 0, cleared with 101 else`, () => {
        for (const state of allStates) {
          const { bench, connection } = inState(kind, ours);
          bench.receive(connection, "STATUS", status(30, state));
          const kept = agreeing.includes(state);
          const expected = state === 0 ? ["t41p", "g"] : kept ? [] : ["R101", "t101p"];
          expect(bench.taken(), `state ${state}`).to.deep.equal(expected);
          expect(stateCode(bench, connection), `state ${state}`).to.equal(state === 0 ? "0" : kept ? ours : "19");
        }
      });

      it(`${kind} in ${ours}: a report of an error, 96 to 101, speaks of the past; 95 and 102 do not`, () => {
        for (const [cause, clears] of [
          [95, true],
          [96, false],
          [101, false],
          [102, true],
        ] as const) {
          const { bench, connection } = inState(kind, ours);
          bench.receive(connection, "STATUS", status(cause, 19));
          expect(bench.taken(), `cause ${cause}`).to.deep.equal(clears ? ["R101", "t101p"] : []);
        }
      });
    }
  }

  for (const [kind, column] of [
    ["call", "11"],
    ["call", "19"],
    ["cis", "19"],
  ] as const) {
    it(`${kind} in ${column}: nothing but state 0 counts while the answer to our clearing is awaited`, () => {
      for (const state of allStates) {
        const { bench, connection } = inState(kind, column);
        bench.receive(connection, "STATUS", status(30, state));
        expect(bench.taken(), `state ${state}`).to.deep.equal(state === 0 ? ["g"] : []);
        expect(stateCode(bench, connection), `state ${state}`).to.equal(state === 0 ? "0" : column);
        expectTaken(bench);
      }
    });
  }
});

/** States in which a reset of the link makes us ask whether the peer kept the connection (Q.931 5.8.8). */
const verified: readonly (readonly [ConnectionKind, string])[] = [
  ["call", "3"],
  ["call", "4"],
  ["call", "9"],
  ["call", "7"],
  ["call", "10"],
  ["cis", "3"],
  ["cis", "9"],
  ["cis", "10"],
];

describe("a connection whose link was reset", () => {
  /** STATUS ENQUIRY was sent. */
  function asked(kind: ConnectionKind, column: string): { bench: Bench; connection: ConnectionId } {
    const { bench, connection } = inState(kind, column);
    bench.link(true);
    expect(bench.taken()).to.deep.equal(["E"]);
    return { bench, connection };
  }

  for (const [kind, column] of verified) {
    it(`${kind} in ${column}: is cleared with 41 when the third enquiry is not answered, T308 alone runs`, () => {
      const { bench, connection } = asked(kind, column);
      for (const expected of [["E"], ["E"], ["R41", "t41t"]]) {
        bench.fire(connection, "T322");
        expect(bench.taken()).to.deep.equal(expected);
      }
      expect(stateCode(bench, connection)).to.equal("19");
      expect(running(bench, connection)).to.deep.equal(["T308"]);
    });

    it(`${kind} in ${column}: asks no more when the peer clears, when we do, and when the states do not agree`, () => {
      const ends: readonly ((bench: Bench, connection: ConnectionId) => void)[] = [
        (bench, connection) => bench.receive(connection, "DISCONNECT"),
        (bench, connection) => bench.layer.clear(connection, 16),
        (bench, connection) => bench.receive(connection, "STATUS", status(30, 19)),
      ];
      for (const end of ends) {
        const { bench, connection } = asked(kind, column);
        end(bench, connection);
        expect(running(bench, connection)).to.deep.equal([stateCode(bench, connection) === "11" ? "T305" : "T308"]);
      }
    });

    it(`${kind} in ${column}: an answer that agrees ends the asking`, () => {
      const { bench, connection } = asked(kind, column);
      const agreeing = peers.find(([kinds, ours]) => ours === column && kinds.includes(kind))?.[2][0] ?? 0;
      bench.receive(connection, "STATUS", status(30, agreeing));
      expect(running(bench, connection)).to.not.include("T322");
    });
  }

  it("needs no row of its own where the SETUP is repeated anyway, nor where the link goes down twice", () => {
    for (const [kind, column, up] of [
      ["call", "1", true],
      ["cis", "1", true],
      ["call", "6", true],
      ["cis", "6", true],
      ["call", "L", false],
      ["cis", "L", false],
      ["call", "H", false],
      ["cis", "H", false],
    ] as const) {
      const { bench } = inState(kind, column);
      bench.layer.handle(up ? { type: "linkUp", trunk } : { type: "linkDown", trunk, reason: "cut" });
      expectTaken(bench);
    }
  });
});

describe("messages that wait for the link", () => {
  const waiting: readonly (readonly [ConnectionKind, MessageName])[] = [
    ["cis", "FACILITY"],
    ["call", "FACILITY"],
    ["call", "NOTIFY"],
    ["call", "INFORMATION"],
  ];
  for (const [kind, name] of waiting) {
    for (const asking of [false, true]) {
      const when = asking ? "while the peer is asked" : "while it is down";
      it(`${name} on a ${kind} ${when}: up to ${messagesHeldPerConnection}, sent in order when the peer agrees`, () => {
        const { bench, connection } = inState(kind, "L");
        if (asking) bench.link(true);
        for (let count = 0; count < messagesHeldPerConnection; count += 1) {
          expect(bench.layer.send(connection, name, []), `message ${count + 1}`).to.equal(true);
        }
        expect(bench.layer.send(connection, name, []), "one more").to.equal(false);
        if (!asking) bench.link(true);
        expect(stateCode(bench, connection)).to.equal("10");
        expect(bench.taken()).to.deep.equal(["linkUp", "E"]);
        bench.receive(connection, "STATUS", status(30, 10));
        expect(bench.taken()).to.deep.equal(Array(messagesHeldPerConnection).fill(name));
      });
    }
  }

  it("go out before the clearing that was asked for behind them", () => {
    for (const [kind, clearing] of [
      ["call", "D16"],
      ["cis", "R16"],
    ] as const) {
      const { bench, connection } = inState(kind, "L");
      bench.layer.send(connection, "FACILITY", [facilityElement]);
      bench.layer.clear(connection, 16);
      bench.link(true);
      expect(bench.taken()).to.deep.equal(["linkUp", "FACILITY", clearing]);
    }
  });
});

describe("first responses that do not come, or come the long way", () => {
  it("T303 of a bearer call: SETUP twice, then RELEASE COMPLETE 102", () => {
    const { bench, connection } = inState("call", "1");
    bench.advance(4000);
    expect(bench.taken()).to.deep.equal(["U"]);
    bench.advance(4000);
    expect(bench.taken()).to.deep.equal(["C102", "t102t", "g"]);
    expect(stateCode(bench, connection)).to.equal("0");
  });

  it("CALL PROCEEDING behind SETUP ACKNOWLEDGE starts no T310 for a call that is relayed", () => {
    const bench = new Bench();
    bench.link(true);
    const connection = bench.layer.setup(trunk, "call", setupElements("call"), { originated: false }) ?? 0;
    bench.receive(connection, "SETUP ACKNOWLEDGE");
    bench.taken();
    bench.receive(connection, "CALL PROCEEDING");
    expect(bench.taken()).to.deep.equal(["d"]);
    expect(stateCode(bench, connection)).to.equal("3");
    expect(running(bench, connection)).to.deep.equal([]);
  });

  it("a SETUP that is refused leaves nothing behind, whatever its kind", () => {
    for (const kind of ["call", "cis"] as const) {
      const bench = new Bench();
      bench.link(true);
      const [bearer] = setupElements(kind);
      const connection = bench.setup(kind, bearer === undefined ? [] : [bearer]);
      expect(bench.taken()).to.deep.equal(["linkUp", "C96"]);
      expect(stateCode(bench, connection)).to.equal("0");
    }
  });
});

describe("a mandatory element that cannot be read", () => {
  for (const [kinds, column] of peers) {
    for (const kind of kinds) {
      it(`${kind} in ${column}: STATUS 100, and the connection stays`, () => {
        const { bench, connection } = inState(kind, column);
        bench.receive(connection, "PROGRESS", [{ id: 0x1e, codeset: 0, octets: Uint8Array.of(0x1e, 0x00) }]);
        expect(bench.taken()).to.deep.equal(["S100"]);
        expect(stateCode(bench, connection)).to.equal(column);
      });
    }
  }
});
