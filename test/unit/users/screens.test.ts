import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { reasonLines, reasons } from "../../../src/users/reasons.ts";
import {
  activatedScreen,
  availableScreen,
  localTime,
  noticeScreen,
  replaceScreen,
} from "../../../src/users/screens.ts";

describe("screens", () => {
  it("S-15, S-16, S-17: activated, word for word", () => {
    expect(activatedScreen("2001")).to.deep.equal({
      kind: "activated",
      lines: ["CallBack is activated on 2001", "Press Cancel to deactivate", "Press Exit to quit this screen"],
      keys: ["Cancel", "Exit"],
    });
  });

  it("S-18 to S-21: available, word for word", () => {
    const atMs = Date.UTC(2026, 0, 5, 8, 7, 59);
    expect(availableScreen("2001", atMs, 60)).to.deep.equal({
      kind: "available",
      lines: [
        "2001 has become available",
        "Time 09:07 01/05/2026",
        "Press Dial to call",
        "Press Cancel to deactivate",
        "Press Exit to quit this screen",
      ],
      keys: ["Dial", "Cancel", "Exit"],
    });
  });

  it("S-19: local time over the ends of days, months and years, ahead of and behind UTC", () => {
    expect(localTime(0, 0)).to.equal("00:00 01/01/1970");
    expect(localTime(0, -1)).to.equal("23:59 12/31/1969");
    expect(localTime(Date.UTC(2024, 1, 28, 23, 30), 60)).to.equal("00:30 02/29/2024");
    expect(localTime(Date.UTC(2025, 1, 28, 23, 30), 60)).to.equal("00:30 03/01/2025");
    expect(localTime(Date.UTC(2025, 11, 31, 18, 30), 330)).to.equal("00:00 01/01/2026");
    expect(localTime(Date.UTC(2026, 2, 1, 4, 59), -300)).to.equal("23:59 02/28/2026");
    expect(localTime(Date.UTC(2000, 1, 29, 12, 0), 0)).to.equal("12:00 02/29/2000");
    expect(localTime(Date.UTC(2100, 1, 28, 12, 0), 1440)).to.equal("12:00 03/01/2100");
  });

  it("agrees with the calendar of the platform on any day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (atMs) => {
        const date = new Date(atMs).toISOString();
        const expected = `${date.slice(11, 16)} ${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;
        expect(localTime(atMs, 0)).to.equal(expected);
      }),
    );
  });

  it("every notice says what happened and what to do next", () => {
    for (const reason of Object.keys(reasons) as (keyof typeof reasons)[]) {
      const [text, next] = reasonLines(reason, "2001");
      expect(text, reason).to.have.length.greaterThan(10);
      expect(next, reason).to.match(/^[A-Z]/);
      expect(`${text} ${next}`, reason).not.to.include("<");
    }
    expect(noticeScreen("busyAgain", "2001")).to.deep.equal({
      kind: "notice",
      lines: ["2001 is busy again", "Press CallBack to try again", "Press Exit to quit this screen"],
      keys: ["Exit"],
    });
  });

  it("R49: a Dial that failed can be pressed again", () => {
    expect(noticeScreen("dialFailed", "2001").keys).to.deep.equal(["Dial", "Cancel", "Exit"]);
  });

  it("S-08: names the active request and the one that would replace it", () => {
    expect(replaceScreen("2001", "2002").lines).to.deep.equal([
      "CallBack is activated on 2001",
      "Press CallBack again for 2002 instead",
      "Press Exit to quit this screen",
    ]);
  });

  it("takes a number for what it is, not for a replacement pattern", () => {
    expect(reasonLines("refused", "$&")[0]).to.equal("$& does not take CallBack");
  });
});
