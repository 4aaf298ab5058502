import { expect } from "chai";
import { messagesHeldPerConnection } from "../../../src/connection/limits.ts";
import type { Opaque } from "../../../src/seam.ts";
import { cleared, from, setup, world } from "./relay-world.ts";

const keptOf = (octet: number): Opaque => ({
  ...{ carrier: "h225", octets: Uint8Array.of(octet), messages: [], isTunnelled: false, saysMore: true },
});
const with_ = <Event extends { readonly message: object }>(event: Event, kept: Opaque): Event => ({
  ...event,
  message: { ...event.message, kept },
});
const carried = (connection: number, kept: Opaque) =>
  ({ type: "carried", connection, trunk: connection === 1 ? "a" : "b", kept }) as const;

/** Who was sent what, and what beside it. */
const lines = (sent: ReturnType<typeof world>["sent"]) =>
  sent.map(({ to, what, kept }) => `${to} ${what} ${kept?.carrier === "h225" ? kept.octets[0] : "-"}`);

describe("relay: what is kept beside messages", () => {
  it("passes with SETUP, messages and the clearing of a call-independent connection", () => {
    const { relay, sent } = world();
    relay.setup(with_(setup("2001", "cis"), keptOf(1)));
    relay.message(with_(from(101, "CALL PROCEEDING"), keptOf(2)));
    relay.message(with_(from(1, "FACILITY"), keptOf(3)));
    relay.clearing(with_(cleared(101, 16), keptOf(4)));
    expect(lines(sent)).to.deep.equal(["101 SETUP b cis 1", "1 CALL PROCEEDING 2", "101 FACILITY 3", "1 clear 16 4"]);
  });

  it("passes without a message too, and after one that stays on its leg", () => {
    const { relay, sent } = world();
    relay.setup(setup("2001", "cis"));
    relay.message(from(101, "CONNECT"));
    relay.message(with_(from(101, "CONNECT ACKNOWLEDGE"), keptOf(1)));
    relay.carried(carried(101, keptOf(1)));
    relay.carried(carried(1, keptOf(2)));
    expect(lines(sent).slice(2)).to.deep.equal(["1 carried 1", "101 carried 2"]);
  });

  it("waits with the caller's messages for B's first response, in their order, as many as the limit says", () => {
    const { relay, sent, traced } = world();
    relay.setup(setup("2001", "cis"));
    relay.message(with_(from(1, "FACILITY"), keptOf(1)));
    relay.carried(carried(1, keptOf(1)));
    for (let more = 2; more < messagesHeldPerConnection; more += 1) relay.carried(carried(1, keptOf(2)));
    relay.carried(carried(1, keptOf(9)));
    expect(sent).to.have.length(1);
    expect(traced.flatMap((entry) => (entry.type === "dropped" ? [entry.text] : []))).to.deep.equal([
      `what is kept: ${messagesHeldPerConnection} wait for B's first response already`,
    ]);
    relay.message(from(101, "CALL PROCEEDING"));
    expect(lines(sent).slice(1, 5)).to.deep.equal([
      "1 CALL PROCEEDING -",
      "101 FACILITY 1",
      "101 carried 1",
      "101 carried 2",
    ]);
  });

  it("goes nowhere from a leg that is not joined, once the call is cleared, or where media are others'", () => {
    const { relay, sent } = world();
    relay.carried(carried(1, keptOf(1)));
    relay.setup(with_(setup("2001", "cis"), keptOf(2)));
    relay.clearing(cleared(101, 16));
    relay.carried(carried(101, keptOf(3)));
    expect(lines(sent)).to.deep.equal(["101 SETUP b cis 2", "1 clear 16 -"]);
    const external = world();
    external.relay.setup(with_(setup("2001"), keptOf(1)));
    external.relay.message(with_(from(101, "ALERTING"), keptOf(2)));
    external.relay.carried(carried(101, keptOf(2)));
    expect(lines(external.sent)).to.deep.equal(["1 CALL PROCEEDING -", "101 SETUP b call -", "1 ALERTING -"]);
  });
});
