import { expect } from "chai";
import { sparing, warningLimits } from "../../../gateway/warnings.ts";

describe("warnings about peers", () => {
  const { quietMs, kinds } = warningLimits;
  let now: number;
  let written: string[];
  let warn: (text: string) => void;

  beforeEach(() => {
    now = 1_000;
    written = [];
    warn = sparing(
      (text) => void written.push(text),
      () => now,
    );
  });

  it("are written once in a while, with how many there were, whatever numbers they hold", () => {
    for (let octets = 0; octets < 5; octets += 1) warn(`a message of ${octets} octets cannot be read`);
    expect(written).to.deep.equal(["a message of 0 octets cannot be read"]);
    now += quietMs;
    warn("a message of 7 octets cannot be read");
    expect(written[1]).to.equal("a message of 7 octets cannot be read (and 4 like it before)");
  });

  it("of one kind do not hide those of another", () => {
    warn("a call is refused");
    warn("a connection is closed");
    expect(written).to.deep.equal(["a call is refused", "a connection is closed"]);
  });

  it("of kinds that a peer makes up are few at the limit, and one more", () => {
    const name = (at: number) => String.fromCodePoint(0x4e00 + at);
    for (let at = 0; at < kinds; at += 1) warn(name(at));
    expect(written).to.have.length(kinds);
    for (let at = kinds; at < kinds + 50; at += 1) warn(name(at));
    expect(written).to.have.length(kinds + 1);
    now += quietMs;
    warn(name(0));
    expect(written).to.have.length(kinds + 2);
  });
});
