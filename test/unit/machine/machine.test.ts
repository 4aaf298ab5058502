import { expect } from "chai";
import { step, type Table } from "../../../src/machine.ts";

type State = "Shut" | "Open";
type Event = { readonly type: "push"; readonly force: number } | { readonly type: "pull" };
type Action = "creak";
interface Door {
  readonly heavy: boolean;
}

const door = {
  Shut: {
    push: (context, event) =>
      context.heavy && event.force < 2 ? { unexpected: "reject" } : { to: "Open", do: ["creak"] },
    otherwise: "ignore",
  },
  Open: { pull: { to: "Shut", do: [] }, otherwise: "reject" },
} satisfies Table<State, Event, Action, Door>;

const next = (state: State, context: Door, event: Event) =>
  step<State, Event, Action, Door>(door, state, context, event);

describe("machine: step", () => {
  it("returns the row of the state and event", () => {
    expect(next("Open", { heavy: false }, { type: "pull" })).to.deep.equal({ to: "Shut", do: [] });
  });

  it("lets a guard choose the row by context and event, or refuse", () => {
    expect(next("Shut", { heavy: true }, { type: "push", force: 2 })).to.deep.equal({ to: "Open", do: ["creak"] });
    expect(next("Shut", { heavy: true }, { type: "push", force: 1 })).to.deep.equal({ unexpected: "reject" });
  });

  it("says what the state declares for an event without a row", () => {
    expect(next("Shut", { heavy: false }, { type: "pull" })).to.deep.equal({ unexpected: "ignore" });
    expect(next("Open", { heavy: false }, { type: "push", force: 1 })).to.deep.equal({ unexpected: "reject" });
  });
});
