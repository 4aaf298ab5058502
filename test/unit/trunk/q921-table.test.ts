import { expect } from "chai";
import { DataLink, type DataLinkEffect } from "../../../src/trunk/data-link.ts";
import type { DataLinkEvent, DataLinkState } from "../../../src/trunk/q921.ts";
import { hex } from "./bench.ts";

/*
 * Every state x every event, written by hand from Q.921 5.5 to 5.8. The user side, so its commands are `00 01`.
 * A column is a state by its number: 5 layer 3 asked for the link; 5u we set it up anew and nothing was on its way;
 * 5o the same with one I frame on its way; 7 and 8 nothing on its way; 7o and 8o two I frames. V(R) is 0.
 * A cell is the new state (absent: unchanged), then the effects in order:
 *   .  nothing   M SABME  D DISC  A UA  m DM  E the enquiry (RR command, P 1)  r RR response  j REJ  In I frame, N(S) n
 *   (A, m, r, j with their F bit)   x, y T200, T203 start   X, Y they stop   d delivered   + established   - released
 *   !X MDL-ERROR X   no: refused
 * In the rows, RR 2 F1 is a response with N(R) 2, RR 0 P1 a command; I 0/2 has N(S) 0 and N(R) 2.
 */
const table = `
                    4       5        5u       5o       6        7              7o               8              8o
SABME P1            7A1y+   A1       A1       A1       m1       A1!Fy          A1!FXy+          7A1!FXy        7A1!FXy+
SABME P0            7A0y+   A0       A0       A0       m0       A0!Fy          A0!FXy+          7A0!FXy        7A0!FXy+
DISC P1             m1      m1       m1       m1       A1       4A1Y-          4A1X-            4A1X-          4A1X-
UA F1               !C      7Xy+     7Xy      7Xy+     4X-      !C             !C               !C             !C
UA F0               !D      !D       !D       !D       !D       !D             !D               !D             !D
DM F1               .       4X-      4X-      4X-      4X-      !B             !B               5!BMx          5!BMx
DM F0               5Mx     .        .        .        .        5!EMYx         5!EMx            5!EMx          5!EMx
FRMR F1             .       .        .        .        .        5!KMYx         5!KMx            5!KMx          5!KMx
UI P0               .       .        .        .        .        .              .                .              .
XID P0              .       .        .        .        .        .              .                .              .
illegal L           !L      !L       !L       !L       !L       5!LMYx         5!LMx            5!LMx          5!LMx
I 0/0 P0            .       .        .        .        .        ydr0           dr0              dr0            dr0
I 0/0 P1            .       .        .        .        .        ydr1           dr1              dr1            dr1
I 0/2 P0            .       .        .        .        .        5d!JMYx        Xydr0            5d!JMx         dr0
I 0/1 P0            .       .        .        .        .        5d!JMYx        xdr0             5d!JMx         dr0
I 1/0 P0            .       .        .        .        .        yj0            j0               j0             j0
I 1/0 P1            .       .        .        .        .        yj1            j1               j1             j1
RR 0 F0             .       .        .        .        .        y              .                .              .
RR 1 F0             .       .        .        .        .        5!JMYx         x                5!JMx          .
RR 2 F0             .       .        .        .        .        5!JMYx         Xy               5!JMx          .
RR 3 F0             .       .        .        .        .        5!JMYx         5!JMx            5!JMx          5!JMx
RR 127 F0           .       .        .        .        .        5!JMYx         5!JMx            5!JMx          5!JMx
RR 0 P0             .       .        .        .        .        y              .                .              .
RR 0 P1             .       .        .        .        .        r1y            r1               r1             r1
RR 0 F1             .       .        .        .        .        !Ay            !A               7Xy            7XyI0YxI1
RR 1 F1             .       .        .        .        .        5!A!JMYx       !Ax              5!JMx          7XyI1Yx
RR 2 F1             .       .        .        .        .        5!A!JMYx       !AXy             5!JMx          7Xy
REJ 0 F0            .       .        .        .        .        y              XyI0YxI1         .              .
REJ 1 F0            .       .        .        .        .        5!JMYx         XyI1Yx           5!JMx          .
REJ 0 P1            .       .        .        .        .        r1y            r1XyI0YxI1       r1             r1
REJ 3 P1            .       .        .        .        .        5r1!JMYx       5r1!JMx          5r1!JMx        5r1!JMx
REJ 0 F1            .       .        .        .        .        !Ay            !AXyI0YxI1       7Xy            7XyI0YxI1
RNR 0 F0            .       .        .        .        .        Yx             x                .              .
RNR 0 P1            .       .        .        .        .        r1Yx           r1x              r1             r1
RNR 1 F0            .       .        .        .        .        5!JMYx         x                5!JMx          .
RNR 0 F1            .       .        .        .        .        !AYx           !Ax              7x             7x
T200                .       Mx       Mx       Mx       Dx       .              8Ex              Ex             Ex
T200, 4 times       .   4MxMxMx!G-  4MxMxMx!G-  4MxMxMx!G-  4DxDxDx!H-  .   5ExExEx!IMx  5ExExEx!IMx  5ExEx!IMxMx
T203                .       .        .        .        .        8Ex            .                .              .
establishRequest    5Mx     .        .        .        .        .              .                .              .
releaseRequest      .       6Dx      6Dx      6Dx      .        6DYx           6Dx              6Dx            6Dx
deactivation        .       4X-      4X-      4X-      4X-      4Y-            4X-              4X-            4X-
queueFull           .       -        -        -        .        5-MYx          5-Mx             5-Mx           5-Mx
send                no      no       .        .        no       I0Yx           I2               .              .
`;

const stateNumbers: Readonly<Record<DataLinkState, string>> = {
  "TEI assigned": "4",
  "awaiting establishment": "5",
  "awaiting release": "6",
  "multiple frame established": "7",
  "timer recovery": "8",
};
const message = Uint8Array.of(1);

type Act = (link: DataLink) => readonly DataLinkEffect[] | undefined;
const does =
  (event: DataLinkEvent): Act =>
  (link) =>
    link.handle(event);
const sends: Act = (link) => link.send(message);
const up = [does({ type: "establishRequest" }), does({ type: "UA", pollFinal: true })];

const ways: Readonly<Record<string, readonly Act[]>> = {
  "4": [],
  "5": [does({ type: "establishRequest" })],
  "5u": [...up, does({ type: "DM", pollFinal: false })],
  "5o": [...up, sends, does({ type: "DM", pollFinal: false })],
  "6": [...up, does({ type: "releaseRequest" })],
  "7": up,
  "7o": [...up, sends, sends],
  "8": [...up, does({ type: "T203" })],
  "8o": [...up, sends, sends, does({ type: "T200" })],
};

/** `RR 2 F1` and the like, as the table writes them. */
function actOf(event: string): Act {
  const [type = "", ...rest] = event.split(" ");
  const pollFinal = rest.at(-1)?.endsWith("1") ?? false;
  switch (type) {
    case "send":
      return sends;
    case "T200,":
      return (link) => [1, 2, 3, 4].flatMap(() => link.handle({ type: "T200" }));
    case "I": {
      const [ns, nr] = (rest[0] ?? "").split("/").map(Number);
      return does({ type, ns: ns ?? 0, nr: nr ?? 0, pollFinal, information: message });
    }
    case "RR":
    case "RNR":
    case "REJ":
      return does({ type, nr: Number(rest[0]), pollFinal, command: rest[1]?.startsWith("P") ?? false });
    case "illegal":
      return does({ type, error: "L" });
    case "deactivation":
      return does({ type, reason: "cut" });
    default:
      return does(rest.length === 0 ? ({ type } as DataLinkEvent) : ({ type, pollFinal } as DataLinkEvent));
  }
}

function outcome(column: string, event: string): string {
  const link = new DataLink("user");
  for (const act of ways[column] ?? []) act(link);
  const from = stateNumbers[link.state];
  expect(from, "the way to the state").to.equal(column.slice(0, 1));
  const effects = actOf(event)(link);
  if (effects === undefined) return "no";
  const to = stateNumbers[link.state];
  const codes = `${to === from ? "" : to}${effects.map(codeOf).join("")}`;
  return codes === "" ? "." : codes;
}

function codeOf(effect: DataLinkEffect): string {
  switch (effect.type) {
    case "frame":
      return codeOfFrame(hex(effect.octets));
    case "deliver":
      return "d";
    case "established":
      return "+";
    case "released":
      return "-";
    case "startTimer":
      return effect.timer === "T200" ? "x" : "y";
    case "stopTimer":
      return effect.timer === "T200" ? "X" : "Y";
    case "error":
      return `!${effect.code}`;
    case "transition":
    case "ignored":
    case "discarded":
      return "";
  }
}

function codeOfFrame(frame: string): string {
  const [, , control = "", second = ""] = frame.split(" ");
  const fixed: Readonly<Record<string, string>> = {
    "00 01 7f": "M",
    "00 01 53": "D",
    "02 01 73": "A1",
    "02 01 63": "A0",
    "02 01 1f": "m1",
    "02 01 0f": "m0",
  };
  const final = Number.parseInt(second, 16) & 1;
  if (frame.startsWith("00 01 01")) return final === 1 ? "E" : frame;
  if (frame.startsWith("02 01 01")) return `r${final}`;
  if (frame.startsWith("02 01 09")) return `j${final}`;
  return fixed[frame] ?? (frame.startsWith("00 01") ? `I${Number.parseInt(control, 16) >> 1}` : frame);
}

describe("Q.921 table: every state, every event", () => {
  const [head = "", ...rows] = table.trim().split("\n");
  const columns = head.trim().split(/\s+/);
  for (const row of rows) {
    const event = row.slice(0, 20).trim();
    const cells = row.slice(20).trim().split(/\s+/);
    it(event, () => {
      const seen = columns.map((column) => `${column}: ${outcome(column, event)}`);
      expect(seen).to.deep.equal(columns.map((column, index) => `${column}: ${cells[index]}`));
    });
  }
});
