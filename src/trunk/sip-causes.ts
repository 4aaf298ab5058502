/** Why a row is as it is: R2, RFC 4497 8.4.1 and 8.4.4 as vendors' tables quote them [S], or our choice [MEM]. */
type Origin = "R2" | "RFC 4497 [S]" | "[MEM]";

interface Row {
  readonly status: number;
  readonly cause: number;
  /** `in`: what a status means; `out`: what a cause is told as; `both`. */
  readonly way: "in" | "out" | "both";
  readonly origin: Origin;
}

const row = (way: Row["way"], status: number, cause: number, origin: Origin): Row => ({ way, status, cause, origin });

/** ONE table, both ways: SIP status codes and causes of Q.850. A status or a cause stands once a way. */
export const statusesAndCauses: readonly Row[] = [
  row("both", 404, 1, "R2"),
  row("out", 404, 2, "RFC 4497 [S]"),
  row("out", 404, 3, "RFC 4497 [S]"),
  row("in", 485, 1, "RFC 4497 [S]"),
  row("in", 604, 1, "RFC 4497 [S]"),
  // Of a call that rang no longer: who cleared it wanted it.
  row("out", 480, 16, "[MEM]"),
  row("both", 486, 17, "R2"),
  row("in", 600, 17, "R2"),
  row("out", 408, 18, "RFC 4497 [S]"),
  row("out", 480, 19, "RFC 4497 [S]"),
  row("both", 480, 20, "R2"),
  row("both", 403, 21, "R2"),
  row("in", 603, 21, "R2"),
  row("in", 401, 21, "RFC 4497 [S]"),
  row("in", 402, 21, "RFC 4497 [S]"),
  row("in", 407, 21, "RFC 4497 [S]"),
  row("both", 410, 22, "RFC 4497 [S]"),
  row("out", 410, 23, "RFC 4497 [S]"),
  row("out", 483, 25, "[MEM]"),
  row("in", 482, 25, "RFC 4497 [S]"),
  row("in", 483, 25, "RFC 4497 [S]"),
  row("out", 404, 26, "RFC 4497 [S]"),
  row("out", 502, 27, "RFC 4497 [S]"),
  row("both", 484, 28, "R2"),
  row("out", 501, 29, "RFC 4497 [S]"),
  row("out", 480, 31, "RFC 4497 [S]"),
  row("out", 503, 34, "RFC 4497 [S]"),
  row("out", 503, 38, "RFC 4497 [S]"),
  row("out", 503, 41, "RFC 4497 [S]"),
  row("out", 503, 42, "RFC 4497 [S]"),
  row("out", 503, 47, "RFC 4497 [S]"),
  row("out", 403, 55, "RFC 4497 [S]"),
  row("out", 403, 57, "RFC 4497 [S]"),
  row("out", 503, 58, "RFC 4497 [S]"),
  row("in", 405, 63, "RFC 4497 [S]"),
  row("both", 488, 65, "R2"),
  row("out", 501, 69, "RFC 4497 [S]"),
  row("out", 488, 70, "RFC 4497 [S]"),
  row("out", 501, 79, "RFC 4497 [S]"),
  row("in", 406, 79, "RFC 4497 [S]"),
  row("in", 415, 79, "RFC 4497 [S]"),
  row("out", 403, 87, "RFC 4497 [S]"),
  row("out", 503, 88, "RFC 4497 [S]"),
  row("in", 408, 102, "R2"),
  row("in", 504, 102, "RFC 4497 [S]"),
  row("out", 504, 102, "RFC 4497 [S]"),
  row("out", 500, 111, "RFC 4497 [S]"),
  row("out", 500, 127, "RFC 4497 [S]"),
];

const read = new Map(statusesAndCauses.filter(({ way }) => way !== "out").map(({ status, cause }) => [status, cause]));
const told = new Map(statusesAndCauses.filter(({ way }) => way !== "in").map(({ status, cause }) => [cause, status]));

/** By the class of the status, where it has no row: R2, and [MEM] for 3xx (we follow no redirection) and 6xx. */
const ofClass: { readonly [first: number]: number } = { 3: 23, 4: 31, 5: 41, 6: 31 };

/** The cause (Q.850) that a final response means. */
export function causeOfStatus(status: number): number {
  return read.get(status) ?? ofClass[Math.floor(status / 100)] ?? 31;
}

/** The final response that tells a cause; 500 where none says more (RFC 4497 [S]). */
export function statusOfCause(cause: number): number {
  return told.get(cause) ?? 500;
}
