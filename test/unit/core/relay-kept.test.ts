import { expect } from "chai";
import { bChannelElement } from "../../../codecs/index.ts";
import { messagesHeldPerConnection } from "../../../src/connection/limits.ts";
import type { Opaque } from "../../../src/pdu.ts";
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

/** Two h323 trunks, or of another type. */
const alike = (media: "external" | "through" = "external", type = "h323") => world(media, "lapd", {}, type);

describe("relay: what is kept beside messages", () => {
  it("passes with SETUP, messages and the clearing of a call-independent connection", () => {
    const { relay, sent } = alike();
    relay.setup(with_(setup("2001", "cis"), keptOf(1)));
    relay.message(with_(from(101, "CALL PROCEEDING"), keptOf(2)));
    relay.message(with_(from(1, "FACILITY"), keptOf(3)));
    relay.clearing(with_(cleared(101, 16), keptOf(4)));
    expect(lines(sent)).to.deep.equal(["101 SETUP b cis 1", "1 CALL PROCEEDING 2", "101 FACILITY 3", "1 clear 16 4"]);
  });

  it("passes without a message too, and after one that stays on its leg", () => {
    const { relay, sent } = alike();
    relay.setup(setup("2001", "cis"));
    relay.message(from(101, "CONNECT"));
    relay.message(with_(from(101, "CONNECT ACKNOWLEDGE"), keptOf(1)));
    relay.carried(carried(101, keptOf(1)));
    relay.carried(carried(1, keptOf(2)));
    expect(lines(sent).slice(2)).to.deep.equal(["1 carried 1", "101 carried 2"]);
  });

  it("waits with the caller's messages for B's first response, in their order, as many as the limit says", () => {
    const { relay, sent, traced } = alike();
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
    const { relay, sent } = alike();
    relay.carried(carried(1, keptOf(1)));
    relay.setup(with_(setup("2001", "cis"), keptOf(2)));
    relay.clearing(cleared(101, 16));
    relay.carried(carried(101, keptOf(3)));
    expect(lines(sent)).to.deep.equal(["101 SETUP b cis 2", "1 clear 16 -"]);
    for (const { relay: other, sent: others } of [alike("external"), alike("through", "lapd")]) {
      other.setup(with_(setup("2001"), keptOf(1)));
      other.message(with_(from(101, "ALERTING"), keptOf(2)));
      other.carried(carried(101, keptOf(2)));
      expect(lines(others)).to.deep.equal(["1 CALL PROCEEDING -", "101 SETUP b call -", "1 ALERTING -"]);
    }
  });

  it("leaves a first response as its sender wrote it; between unlike carriers its channel means nothing", () => {
    const first = from(101, "CALL PROCEEDING", [bChannelElement(9)]);
    for (const [world_, due] of [
      [alike(), 1],
      [alike("external", "lapd"), 0],
    ] as const) {
      world_.relay.setup(setup("2001", "cis"));
      world_.relay.message(first);
      expect(world_.sent.at(-1)?.ies).to.have.length(due);
    }
  });
});
