import { expect } from "chai";
import type { Opaque } from "../../../src/pdu.ts";
import { Bench, message, setupElements, status, trunk } from "./bench.ts";

const [first, second]: readonly Opaque[] = [1, 2].map((octet) => ({
  ...{ carrier: "h225", octets: Uint8Array.of(octet), messages: [], isTunnelled: false, saysMore: true },
}));

function upBench(): Bench {
  const bench = new Bench();
  bench.link(true);
  return bench;
}

/** What left last, and what went beside it. */
function last(bench: Bench): readonly [string | undefined, Opaque | undefined] {
  const draft = bench.sent.at(-1)?.draft;
  return [draft?.message, draft?.kept];
}

describe("connection layer: what a carrier brings beside messages", () => {
  it("goes up with the SETUP and with every message, and stays with the message where the peer clears", () => {
    const bench = upBench();
    const leg = bench.opened();
    bench.layer.handle({
      type: "setup",
      trunk,
      leg,
      message: { ...message("SETUP", setupElements("cis")), kept: first },
    });
    bench.layer.handle({ type: "message", trunk, leg, message: { ...message("RELEASE"), kept: second } });
    const kept = bench.events.flatMap((event) => ("message" in event ? [event.message?.kept] : []));
    expect(kept).to.deep.equal([first, second]);
  });

  it("goes up on its own behind the messages, in any state, as long as the connection lives", () => {
    const bench = upBench();
    const leg = bench.setup("call");
    bench.layer.handle({ type: "carried", trunk, leg, kept: first as Opaque });
    expect(bench.events.at(-1)).to.deep.equal({ type: "carried", connection: leg, trunk, kept: first });
    bench.receive(leg, "RELEASE COMPLETE");
    bench.taken();
    bench.layer.handle({ type: "carried", trunk, leg, kept: second as Opaque });
    expect(bench.taken()).to.deep.equal([]);
  });

  it("goes out with the SETUP, also where it is repeated, and with what is sent", () => {
    const bench = upBench();
    const options = { originated: false, kept: first };
    const connection = bench.layer.setup(trunk, "call", setupElements("call"), options) ?? expect.fail("none");
    expect(last(bench)).to.deep.equal(["SETUP", first]);
    bench.fire(connection, "T303");
    expect(last(bench)).to.deep.equal(["SETUP", first]);
    bench.receive(connection, "CALL PROCEEDING");
    bench.layer.send(connection, "FACILITY", [], { kept: second });
    expect(last(bench)).to.deep.equal(["FACILITY", second]);
    bench.layer.send(connection, "FACILITY", []);
    expect(last(bench)).to.deep.equal(["FACILITY", undefined]);
  });

  it("goes out with the first clearing message, and not with those that answer", () => {
    const bench = upBench();
    const connection = bench.setup("call");
    bench.layer.send(connection, "CALL PROCEEDING", []);
    bench.layer.clear(connection, 17, [], { kept: first });
    expect(last(bench)).to.deep.equal(["DISCONNECT", first]);
    bench.receive(connection, "RELEASE");
    expect(last(bench)).to.deep.equal(["RELEASE COMPLETE", undefined]);
  });

  it("waits with a message while the link is down", () => {
    const bench = upBench();
    const connection = bench.setup("cis");
    bench.layer.send(connection, "CONNECT", []);
    bench.link(false);
    bench.layer.send(connection, "FACILITY", [], { kept: first });
    bench.link(true);
    expect(last(bench)).to.deep.equal(["STATUS ENQUIRY", undefined]);
    bench.receive(connection, "STATUS", status(30, 10));
    expect(last(bench)).to.deep.equal(["FACILITY", first]);
  });

  it("is handed to the trunk where it goes with no message", () => {
    const bench = upBench();
    const leg = bench.setup("call");
    bench.layer.carry(leg, first as Opaque);
    expect(bench.carried).to.deep.equal([[leg, first]]);
    bench.layer.carry(99, first as Opaque);
    expect(bench.carried).to.have.length(1);
  });
});
