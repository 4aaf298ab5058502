import { expect } from "chai";
import { messagesPerTurn, turnMs, Turns, turnsFull } from "../../../gateway/sip/turns.ts";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock that stands still, so that a turn has all its time. */
const still = (): number => 0;

describe("turns of SIP messages", () => {
  it("reads some at once, the others in order in the turns after it", async () => {
    const turns = new Turns(still);
    const read: number[] = [];
    const count = 2 * messagesPerTurn + 1;
    for (let at = 0; at < count; at += 1) turns.run(() => read.push(at));
    expect(read).to.have.length(messagesPerTurn);
    await turn();
    expect(read).to.have.length(2 * messagesPerTurn);
    turns.run(() => read.push(count));
    await turn();
    await turn();
    expect(read).to.deep.equal(Array.from({ length: count + 1 }, (_, at) => at));
  });

  it("reads one in a turn that has taken its time with it", async () => {
    const clock = { now: 0 };
    const turns = new Turns(() => clock.now);
    const read: number[] = [];
    for (let at = 0; at < 3; at += 1) {
      turns.run(() => {
        clock.now += turnMs;
        read.push(at);
      });
    }
    for (let turnsPassed = 1; turnsPassed <= 3; turnsPassed += 1) {
      expect(read).to.have.length(turnsPassed);
      await turn();
    }
    expect(read).to.deep.equal([0, 1, 2]);
  });

  it("wants no more while as many wait as the limit, and says when it does", async () => {
    const turns = new Turns(still);
    const fill = messagesPerTurn + turnsFull - 1;
    for (let at = 0; at < fill; at += 1) turns.run(() => {});
    expect(turns.drained()).to.equal(undefined);
    turns.run(() => {});
    const drained = turns.drained();
    expect(drained).to.not.equal(undefined);
    await drained;
    expect(turns.drained()).to.equal(undefined);
  });
});
