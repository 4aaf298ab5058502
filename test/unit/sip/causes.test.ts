import { expect } from "chai";
import { causeOfStatus, statusesAndCauses, statusOfCause } from "../../../src/trunk/sip-causes.ts";

/** What R2 and RFC 4497 say, written by hand from them: what a final response means. */
const meant: { readonly [status: number]: number } = {
  ...{ 300: 23, 301: 23, 302: 23, 380: 23, 400: 31, 401: 21, 402: 21, 403: 21, 404: 1, 405: 63, 406: 79, 407: 21 },
  ...{ 408: 102, 410: 22, 413: 31, 414: 31, 415: 79, 416: 31, 420: 31, 421: 31, 423: 31, 480: 20, 481: 31, 482: 25 },
  ...{ 483: 25, 484: 28, 485: 1, 486: 17, 487: 31, 488: 65, 491: 31, 493: 31, 500: 41, 501: 41, 502: 41, 503: 41 },
  ...{ 504: 102, 505: 41, 513: 41, 580: 41, 600: 17, 603: 21, 604: 1, 606: 31 },
};

/** What a cause is told as. */
const told: { readonly [cause: number]: number } = {
  ...{ 1: 404, 2: 404, 3: 404, 16: 480, 17: 486, 18: 408, 19: 480, 20: 480, 21: 403, 22: 410, 23: 410, 25: 483 },
  ...{ 26: 404, 27: 502, 28: 484, 29: 501, 31: 480, 34: 503, 38: 503, 41: 503, 42: 503, 47: 503, 55: 403, 57: 403 },
  ...{ 58: 503, 65: 488, 69: 501, 70: 488, 79: 501, 87: 403, 88: 503, 102: 504, 111: 500, 127: 500 },
};

describe("SIP status codes and causes (R2, RFC 4497)", () => {
  it("are read", () => {
    const read = Object.keys(meant).map((status) => [status, causeOfStatus(Number(status))]);
    expect(Object.fromEntries(read)).to.deep.equal(meant);
  });

  it("are told", () => {
    const all = Object.keys(told).map((cause) => [cause, statusOfCause(Number(cause))]);
    expect(Object.fromEntries(all)).to.deep.equal(told);
    expect(statusOfCause(6), "a cause without a row").to.equal(500);
  });

  it("stand once a way, and every row is tested above", () => {
    const inward = statusesAndCauses.filter(({ way }) => way !== "out").map(({ status }) => status);
    const outward = statusesAndCauses.filter(({ way }) => way !== "in").map(({ cause }) => cause);
    expect(new Set(inward)).to.have.property("size", inward.length);
    expect(new Set(outward)).to.have.property("size", outward.length);
    expect(Object.keys(meant).map(Number)).to.include.members(inward);
    expect(Object.keys(told).map(Number)).to.have.members(outward);
  });

  it("keep what call back is offered for: busy stays busy, no answer no answer", () => {
    for (const cause of [1, 17, 20, 21, 22, 28, 65]) expect(causeOfStatus(statusOfCause(cause))).to.equal(cause);
  });
});
