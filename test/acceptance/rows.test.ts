import { expect } from "chai";
import { documented, documentedOnly, isWritten, line, rows } from "./rows.ts";

describe("acceptance, the rows", () => {
  it("are S-01 to S-99", () => {
    expect([rows[0], rows[8], rows.at(-1), rows.length]).to.deep.equal(["S-01", "S-09", "S-99", 99]);
  });

  it("marked D lead to a heading of the documentation that is there", () => {
    for (const [row, place] of Object.entries(documented)) expect(isWritten(place), `${row} ${place}`).to.equal(true);
    for (const row of documentedOnly) expect(documented[row], row).to.be.a("string");
    expect(isWritten("docs/devices.md#nothing")).to.equal(false);
    expect(isWritten("docs/nothing.md#softkey-phones")).to.equal(false);
  });

  it("are printed one a line, and only what was shown counts", () => {
    expect(line("S-41", { passed: 1 })).to.deep.equal({ text: "S-41 pass", isShown: true });
    expect(line("S-42", { passed: 1, fault: "2 is not 3" })).to.deep.equal({
      text: "S-42 fail 2 is not 3",
      isShown: false,
    });
    expect(line("S-43", undefined)).to.deep.equal({ text: "S-43 fail no test shows it", isShown: false });
    expect(line("S-91", undefined)).to.deep.equal({ text: "S-91 docs docs/devices.md#softkey-phones", isShown: true });
    expect(line("S-31", { passed: 1 }).text).to.equal("S-31 pass, docs docs/devices.md#route-points");
    expect(line("S-31", undefined).isShown).to.equal(false);
  });
});
