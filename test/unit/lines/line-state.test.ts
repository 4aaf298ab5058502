import { expect } from "chai";
import type { LineDialog } from "../../../src/lines/line.ts";
import { lineAfter, type LineEvent, type LineState, snapshotOf, unknownLine } from "../../../src/lines/line-state.ts";

const call = (id: string, direction: LineDialog["direction"], state: LineDialog["state"]): LineEvent => {
  return { event: "call", call: { id, direction, state } };
};
const rings = (id: string) => call(id, "recipient", "early");
const ends = (id: string): LineEvent => ({ event: "terminated", id });
const run = (events: readonly LineEvent[], from: LineState = unknownLine) => events.reduce(lineAfter, from);
const uses = (events: readonly LineEvent[]) => snapshotOf(run(events)).uses;

describe("the state of a line", () => {
  it("S-28: a call that rings and is not answered is no use; answering, calling and lifting the handset are", () => {
    expect(uses([rings("a"), ends("a")])).to.equal(0);
    expect(uses([rings("a"), call("a", "recipient", "confirmed"), ends("a")])).to.equal(1);
    expect(uses([call("a", "initiator", "trying"), ends("a")])).to.equal(1);
    expect(
      uses([
        { event: "hook", offhook: true },
        { event: "hook", offhook: false },
      ]),
    ).to.equal(1);
  });

  it("counts one use from rest to rest, whatever happens within it", () => {
    const events = [
      { event: "hook", offhook: true } as const,
      call("a", "initiator", "trying"),
      call("a", "initiator", "confirmed"),
      call("b", "recipient", "confirmed"),
      ends("a"),
      ends("b"),
    ];
    expect(uses(events)).to.equal(1);
    expect(
      uses([...events, { event: "hook", offhook: false }, rings("c"), call("c", "recipient", "confirmed")]),
    ).to.equal(2);
  });

  it("counts calls, those that ring in apart, and tells them one by one", () => {
    const line = snapshotOf(run([rings("a"), call("b", "initiator", "early"), call("c", "recipient", "confirmed")]));
    expect(line).to.include({ calls: 2, ringingIn: 1 });
    expect(line.dialogs?.map(({ id }) => id)).to.deep.equal(["a", "b", "c"]);
  });

  it("a call of which only the end was told is unseen, no use", () => {
    expect(snapshotOf(run([ends("a")]))).to.include({ uses: 0, unseen: 1 });
    expect(snapshotOf(run([rings("a"), ends("a")]))).to.include({ unseen: 0 });
  });

  it("S-63, S-64: a registration anew ends calls and counts afresh; its epoch outlives our restart", () => {
    const before = run([{ event: "registered", registration: "one@phone" }, call("a", "initiator", "confirmed")]);
    const again = lineAfter(before, { event: "registered", registration: "one@phone" });
    expect(snapshotOf(again)).to.include({ calls: 1, uses: 1, epoch: snapshotOf(before).epoch });
    const anew = snapshotOf(lineAfter(before, { event: "registered", registration: "two@phone" }));
    expect(anew).to.include({ registered: "yes", calls: 0, uses: 0, unseen: 0 });
    expect(anew.epoch).not.to.equal(snapshotOf(before).epoch);
    expect(snapshotOf(run([{ event: "registered", registration: "two@phone" }])).epoch).to.equal(anew.epoch);
  });

  it("a phone that goes has no calls", () => {
    const gone = snapshotOf(run([{ event: "hook", offhook: true }, rings("a"), { event: "unregistered" }]));
    expect(gone).to.include({ registered: "no", calls: 0, ringingIn: 0, offhook: false });
  });

  it("keeps forwarding, voice mail, user, busy trigger and do not disturb until they change", () => {
    const set = run([
      { event: "forward", all: "2002", noAnswer: "2003" },
      { event: "voicemail", pilot: "8000" },
      { event: "user", user: "anna" },
      { event: "busyTrigger", calls: 2 },
      { event: "dnd", on: true },
    ]);
    expect(snapshotOf(set)).to.deep.include({
      forward: { all: "2002", noAnswer: "2003" },
      voicemail: { pilot: "8000" },
      user: "anna",
      busyTrigger: 2,
      dnd: true,
    });
    const unset = run(
      [
        { event: "forward", all: null },
        { event: "voicemail", pilot: null },
        { event: "user", user: null },
      ],
      set,
    );
    expect(snapshotOf(unset)).to.deep.include({ forward: { noAnswer: "2003" } });
    expect(snapshotOf(unset)).not.to.include.any.keys("voicemail", "user");
  });
});
