import { element } from "../../../codecs/q931/element.ts";
import { notificationIndicator } from "../../../codecs/q931/ie/notification-indicator.ts";
import { progressIndicator } from "../../../codecs/q931/ie/progress-indicator.ts";
import { causeElement, type InformationElement, type MessageName } from "../../../codecs/q931/index.ts";
import { expect } from "chai";
import type { ConnectionKind } from "../../../src/connection/connection.ts";
import type { Bench } from "./bench.ts";
import { facilityElement, message, status, trunk } from "./bench.ts";
import { type Act, clears, inState, received, sends, stateCode } from "./in-state.ts";

/*
 * Every state x every event, written by hand from ECMA-143 10, ECMA-165 7.3, Q.931 5.1 to 5.8, CC 3 and R1, R7, R18,
 * R30, R44. A column is a state by its Q.931 number; L is Active with the link lost, H the same and to be cleared when
 * it is back.
 * A cell is the new state (absent: unchanged), then what is sent and told, in order:
 *   . nothing        s the user's message     h the user's message is held    Snn STATUS cause nn
 *   P CALL PROCEEDING  A CONNECT ACKNOWLEDGE  U SETUP  E STATUS ENQUIRY
 *   Dnn DISCONNECT, Rnn RELEASE, Cnn RELEASE COMPLETE with cause nn
 *   d message to the user   a answer to the user   g gone
 *   tnnX clearing with cause nn told to the user; X: m message, t timer, l link, r restart, p protocol error
 * The connection was cleared with cause 16 by us where it is in 11, 19 or H. The peer's clearing says 17 and has a
 * Facility element.
 */
/** A bearer call on the calling side. */
const calling = `
                       1              2              3              4
SETUP                  .              .              .              .
SETUP ACKNOWLEDGE      2+d            S101           S101           S101
CALL PROCEEDING        3+d            3+d            S101           S101
ALERTING               4+d            4+d            4+d            S101
PROGRESS               S101           d              d              d
CONNECT                10+A+d         10+A+d         10+A+d         10+A+d
CONNECT ACKNOWLEDGE    S101           S101           S101           S101
FACILITY               S101           d              d              d
NOTIFY                 S101           d              d              d
INFORMATION            S101           d              d              d
DISCONNECT             19+R17+t17m    19+R17+t17m    19+R17+t17m    19+R17+t17m
RELEASE                0+C17+t17m+g   0+C17+t17m+g   0+C17+t17m+g   0+C17+t17m+g
RELEASE COMPLETE       0+t17m+g       0+t17m+g       0+t17m+g       0+t17m+g
STATUS ENQUIRY         S30            S30            S30            S30
STATUS 30 state 0      0+t41p+g       0+t41p+g       0+t41p+g       0+t41p+g
STATUS 30 state 10     .              .              .              .
STATUS 31 state 1      19+R101+t101p  19+R101+t101p  19+R101+t101p  19+R101+t101p
STATUS 101 state 6     .              .              .              .
STATUS 97 state 0      0+t41p+g       0+t41p+g       0+t41p+g       0+t41p+g
STATUS broken          .              .              .              .
unknown type           S97            S97            S97            S97
PROGRESS broken        S96            S96            S96            S96
send SETUP ACKNOWLEDGE .              .              .              .
send CALL PROCEEDING   .              .              .              .
send ALERTING          .              .              .              .
send PROGRESS          .              .              .              .
send CONNECT           .              .              .              .
send FACILITY          .              s              s              s
send NOTIFY            .              s              s              s
send INFORMATION       .              s              s              s
send RELEASE           .              .              .              .
clear 16               11+D16         11+D16         11+D16         11+D16
clear 16 disconnect    11+D16         11+D16         11+D16         11+D16
T303                   U              .              .              .
T304                   .              11+D102+t102t  .              .
T305                   .              .              .              .
T308                   .              .              .              .
T309                   .              .              .              .
T310                   .              .              11+D102+t102t  .
T322                   .              .              .              .
linkUp, then T322      .              11             E              E
linkDown               0+t27l+g       0+t27l+g       0+t27l+g       0+t27l+g
linkUp                 .              11+D41+t41p    E              E
RESTART                0+t41r+g       0+t41r+g       0+t41r+g       0+t41r+g
`;

/** A bearer call on the called side. */
const called = `
                       6              25             9              7
SETUP                  .              .              .              .
SETUP ACKNOWLEDGE      S101           S101           S101           S101
CALL PROCEEDING        S101           S101           S101           S101
ALERTING               S101           S101           S101           S101
PROGRESS               S101           S101           S101           S101
CONNECT                S101           S101           S101           S101
CONNECT ACKNOWLEDGE    S101           S101           S101           S101
FACILITY               S101           d              d              d
NOTIFY                 S101           d              d              d
INFORMATION            S101           d              d              d
DISCONNECT             19+R17+t17m    19+R17+t17m    19+R17+t17m    19+R17+t17m
RELEASE                0+C17+t17m+g   0+C17+t17m+g   0+C17+t17m+g   0+C17+t17m+g
RELEASE COMPLETE       0+t17m+g       0+t17m+g       0+t17m+g       0+t17m+g
STATUS ENQUIRY         S30            S30            S30            S30
STATUS 30 state 0      0+t41p+g       0+t41p+g       0+t41p+g       0+t41p+g
STATUS 30 state 10     19+R101+t101p  19+R101+t101p  19+R101+t101p  19+R101+t101p
STATUS 31 state 1      .              .              .              .
STATUS 101 state 6     .              .              .              .
STATUS 97 state 0      0+t41p+g       0+t41p+g       0+t41p+g       0+t41p+g
STATUS broken          .              .              .              .
unknown type           S97            S97            S97            S97
PROGRESS broken        S96            S96            S96            S96
send SETUP ACKNOWLEDGE 25+s           .              .              .
send CALL PROCEEDING   9+s            9+s            .              .
send ALERTING          7+s            7+s            7+s            .
send PROGRESS          .              s              s              s
send CONNECT           10+s           10+s           10+s           10+s
send FACILITY          .              s              s              s
send NOTIFY            .              s              s              s
send INFORMATION       .              s              s              s
send RELEASE           .              .              .              .
clear 16               0+C16+g        11+D16         11+D16         11+D16
clear 16 disconnect    11+P+D16       11+D16         11+D16         11+D16
T303                   .              .              .              .
T304                   .              .              .              .
T305                   .              .              .              .
T308                   .              .              .              .
T309                   .              .              .              .
T310                   .              .              .              .
T322                   .              .              .              .
linkUp, then T322      .              11             E              E
linkDown               0+t27l+g       0+t27l+g       0+t27l+g       0+t27l+g
linkUp                 .              11+D41+t41p    E              E
RESTART                0+t41r+g       0+t41r+g       0+t41r+g       0+t41r+g
`;

/** A bearer call on either side. */
const either = `
                       10             L         H       11         19
SETUP                  .              .         .       .          .
SETUP ACKNOWLEDGE      S101           .         .       .          .
CALL PROCEEDING        S101           .         .       .          .
ALERTING               S101           .         .       .          .
PROGRESS               S101           .         .       .          .
CONNECT                S101           .         .       .          .
CONNECT ACKNOWLEDGE    .              .         .       .          .
FACILITY               d              .         .       .          .
NOTIFY                 d              .         .       .          .
INFORMATION            d              .         .       .          .
DISCONNECT             19+R17+t17m    .         .       19+a+R16   .
RELEASE                0+C17+t17m+g   .         .       0+a+C16+g  0+a+g
RELEASE COMPLETE       0+t17m+g       .         .       0+a+g      0+a+g
STATUS ENQUIRY         S30            .         .       S30        S30
STATUS 30 state 0      0+t41p+g       .         .       0+g        0+g
STATUS 30 state 10     .              .         .       .          .
STATUS 31 state 1      19+R101+t101p  .         .       .          .
STATUS 101 state 6     .              .         .       .          .
STATUS 97 state 0      0+t41p+g       .         .       0+g        0+g
STATUS broken          .              .         .       .          .
unknown type           S97            .         .       .          .
PROGRESS broken        S96            .         .       .          .
send SETUP ACKNOWLEDGE .              .         .       .          .
send CALL PROCEEDING   .              .         .       .          .
send ALERTING          .              .         .       .          .
send PROGRESS          .              .         .       .          .
send CONNECT           .              .         .       .          .
send FACILITY          s              h         .       .          .
send NOTIFY            s              h         .       .          .
send INFORMATION       s              h         .       .          .
send RELEASE           .              .         .       .          .
clear 16               11+D16         H         .       .          .
clear 16 disconnect    11+D16         H         .       .          .
T303                   .              .         .       .          .
T304                   .              .         .       .          .
T305                   .              .         .       19+R16     .
T308                   .              .         .       .          R16
T309                   .              0+t27l+g  0+g     .          .
T310                   .              .         .       .          .
T322                   .              .         .       .          .
linkUp, then T322      E              10+E      11      .          .
linkDown               L              .         .       0+g        0+g
linkUp                 E              10+E      11+D16  .          .
RESTART                0+t41r+g       .         .       0+g        0+g
`;

/** A call-independent connection. */
const cis = `
                       1             3             6             9             10            L        H      19
SETUP                  .             .             .             .             .             .        .      .
SETUP ACKNOWLEDGE      S101          S101          S101          S101          S101          .        .      .
CALL PROCEEDING        3+d           S101          S101          S101          S101          .        .      .
ALERTING               S101          S101          S101          S101          S101          .        .      .
PROGRESS               S101          S101          S101          S101          S101          .        .      .
CONNECT                10+A+d        10+A+d        S101          S101          S101          .        .      .
CONNECT ACKNOWLEDGE    S101          S101          S101          S101          .             .        .      .
FACILITY               S101          S101          S101          S101          d             .        .      .
NOTIFY                 S101          S101          S101          S101          S101          .        .      .
INFORMATION            S101          S101          S101          S101          S101          .        .      .
DISCONNECT             19+R17+t17m   19+R17+t17m   19+R17+t17m   19+R17+t17m   19+R17+t17m   .        .      .
RELEASE                0+C17+t17m+g  0+C17+t17m+g  0+C17+t17m+g  0+C17+t17m+g  0+C17+t17m+g  .        .      0+a+g
RELEASE COMPLETE       0+t17m+g      0+t17m+g      0+t17m+g      0+t17m+g      0+t17m+g      .        .      0+a+g
STATUS ENQUIRY         S30           S30           S30           S30           S30           .        .      S30
STATUS 30 state 0      0+t41p+g      0+t41p+g      0+t41p+g      0+t41p+g      0+t41p+g      .        .      0+g
STATUS 30 state 10     .             .             19+R101+t101p 19+R101+t101p .             .        .      .
STATUS 31 state 1      19+R101+t101p 19+R101+t101p .             .             19+R101+t101p .        .      .
STATUS 101 state 6     .             .             .             .             .             .        .      .
STATUS 97 state 0      0+t41p+g      0+t41p+g      0+t41p+g      0+t41p+g      0+t41p+g      .        .      0+g
STATUS broken          .             .             .             .             .             .        .      .
unknown type           S97           S97           S97           S97           S97           .        .      .
PROGRESS broken        S96           S96           S96           S96           S96           .        .      .
send SETUP ACKNOWLEDGE .             .             .             .             .             .        .      .
send CALL PROCEEDING   .             .             9+s           .             .             .        .      .
send ALERTING          .             .             .             .             .             .        .      .
send PROGRESS          .             .             .             .             .             .        .      .
send CONNECT           .             .             10+s          10+s          .             .        .      .
send FACILITY          .             .             .             .             s             h        .      .
send NOTIFY            .             .             .             .             .             .        .      .
send INFORMATION       .             .             .             .             .             .        .      .
send RELEASE           .             .             .             .             .             .        .      .
clear 16               19+R16        19+R16        0+C16+g       19+R16        19+R16        H        .      .
clear 16 disconnect    19+R16        19+R16        0+C16+g       19+R16        19+R16        H        .      .
T303                   U             .             .             .             .             .        .      .
T304                   .             .             .             .             .             .        .      .
T305                   .             .             .             .             .             .        .      .
T308                   .             .             .             .             .             .        .      R16
T309                   .             .             .             .             .             0+t27l+g 0+g    .
T310                   .             .             .             .             .             .        .      .
T322                   .             .             .             .             .             .        .      .
linkUp, then T322      .             E             .             E             E             10+E     19     .
linkDown               0+t27l+g      0+t27l+g      0+t27l+g      0+t27l+g      L             .        .      0+g
linkUp                 .             E             .             E             E             10+E     19+R16 .
RESTART                .             .             .             .             .             .        .      .
`;

const clearing = [causeElement(17), facilityElement];
const mandatory: Readonly<Partial<Record<MessageName, readonly InformationElement[]>>> = {
  PROGRESS: [element(progressIndicator, { codingStandard: 0, location: 1, description: 8 })],
  NOTIFY: [element(notificationIndicator, { description: 0 })],
  DISCONNECT: clearing,
  RELEASE: clearing,
  "RELEASE COMPLETE": clearing,
};

function actOf(event: string): Act {
  if (event === "unknown type")
    return (bench, leg) => bench.layer.handle({ type: "message", trunk, leg, message: message(0x7f) });
  if (event === "STATUS broken") return received("STATUS");
  if (event === "PROGRESS broken") return received("PROGRESS");
  if (event.startsWith("STATUS ") && event !== "STATUS ENQUIRY") {
    const [, why, , state] = event.split(" ");
    return received("STATUS", status(Number(why), Number(state)));
  }
  if (event === "clear 16") return clears;
  if (event === "clear 16 disconnect") return (bench, id) => bench.layer.clear(id, 16, [], { disconnect: true });
  if (event.startsWith("send ")) return sends(event.slice(5) as MessageName);
  if (event === "linkUp, then T322") {
    return (bench, id) => {
      bench.link(true);
      bench.taken();
      bench.fire(id, "T322");
    };
  }
  if (/^T\d/.test(event)) return (bench, id) => bench.fire(id, event);
  if (event === "linkDown") return (bench) => bench.layer.handle({ type: "linkDown", trunk, reason: "cut" });
  if (event === "linkUp") return (bench) => bench.link(true);
  if (event === "RESTART") return (bench) => bench.layer.restart(trunk);
  return received(event as MessageName, mandatory[event as MessageName]);
}

/** What the event did, in the words of the table. */
function outcome(kind: ConnectionKind, column: string, event: string): string {
  const { bench, connection } = inState(kind, column);
  const done = actOf(event)(bench, connection);
  const asked = event.startsWith("send ") ? event.slice(5) : undefined;
  const codes = bench.taken().filter((code) => !["linkUp", "linkDown", "RESTART"].includes(code));
  const said = codes.map((code) => (code === asked || (code === "P" && asked === "CALL PROCEEDING") ? "s" : code));
  if (asked !== undefined && done === true && said.length === 0) said.push("h");
  if (asked !== undefined) expect(done, "what send returns").to.equal(said.length > 0);
  const state = stateCode(bench, connection);
  const effects = state === column ? said : [state, ...said];
  checkTimers(bench, state, {
    T322: codes.includes("E"),
    // CC 3.5: PROGRESS says that the far end is being reached.
    T310: state === "3" && kind === "call" && event !== "PROGRESS",
  });
  return effects.length === 0 ? "." : effects.join("+");
}

/** Each state runs its own timer and no other; T310 where we are the origin, T322 behind STATUS ENQUIRY. */
function checkTimers(bench: Bench, state: string, more: Readonly<Record<string, boolean>>): void {
  const own: Readonly<Record<string, string>> = {
    "1": "T303",
    "2": "T304",
    "11": "T305",
    "19": "T308",
    L: "T309",
    H: "T309",
  };
  const due = [own[state], ...Object.keys(more).filter((name) => more[name])];
  const running: string[] = [];
  for (let timer = bench.timers.expire(Infinity); timer !== undefined; timer = bench.timers.expire(Infinity)) {
    if (timer.name !== "T316") running.push(timer.name);
  }
  expect(running.sort(), "timers").to.deep.equal(due.filter((name) => name !== undefined).sort());
  expect(bench.openLegs.size, "references in use").to.equal(state === "0" ? 0 : 1);
}

function check(kind: ConnectionKind, table: string): void {
  const [head = "", ...rows] = table.trim().split("\n");
  const columns = head.trim().split(/\s+/);
  for (const row of rows) {
    const cells = row.trim().split(/\s+/).slice(-columns.length);
    const event = row.slice(0, 23).trim();
    it(`${kind} in ${columns.join(", ")}: ${event}`, () => {
      const seen = columns.map((column) => `${column}: ${outcome(kind, column, event)}`);
      expect(seen).to.deep.equal(columns.map((column, index) => `${column}: ${cells[index]}`));
    });
  }
}

describe("connection tables: every state, every event", () => {
  check("call", calling);
  check("call", called);
  check("call", either);
  check("cis", cis);
});
