import { expect } from "chai";
import type { ConnectionId, ConnectionKind } from "../../../src/connection/connection.ts";
import { messagesHeldPerConnection } from "../../../src/connection/limits.ts";
import { Bench, facilityElement, setupElements, status, trunk } from "./bench.ts";

function upBench(): Bench {
  const bench = new Bench();
  bench.link(true);
  bench.taken();
  return bench;
}

function outgoing(bench: Bench, kind: ConnectionKind, originated = false): ConnectionId {
  const connection = bench.layer.setup(trunk, kind, setupElements(kind), { originated });
  if (connection === undefined) throw new Error("no connection");
  return connection;
}

function active(bench: Bench, kind: ConnectionKind): ConnectionId {
  const connection = outgoing(bench, kind);
  bench.receive(connection, "CONNECT");
  bench.taken();
  return connection;
}

/** What happens from now on, each with its time in milliseconds; nothing may be left at the end. */
function run(bench: Bench, untilMs: number): string[] {
  const seen: string[] = [];
  const begin = bench.now;
  while (bench.now < begin + untilMs) {
    bench.advance(500);
    seen.push(...bench.taken().map((code) => `${bench.now - begin} ${code}`));
  }
  return seen;
}

function expectNothingLeft(bench: Bench): void {
  for (const event of bench.events) {
    if ("connection" in event) expect(bench.stateOf(event.connection), "the last state").to.equal("Null");
  }
  expect(bench.timers.size, "timers").to.equal(0);
  expect(bench.openLegs.size, "references").to.equal(0);
}

describe("connection timers", () => {
  it("T303: SETUP is sent twice, then the connection is cleared with 102", () => {
    const bench = upBench();
    const connection = outgoing(bench, "cis");
    expect(run(bench, 20_000)).to.deep.equal(["500 U", "4000 U", "8000 C102", "8000 t102t", "8000 g"]);
    expect(bench.layer.exists(connection)).to.equal(false);
    expectNothingLeft(bench);
  });

  it("T304: each digit starts it anew; then the call is cleared with 102 (R29)", () => {
    const bench = upBench();
    const connection = outgoing(bench, "call");
    bench.receive(connection, "SETUP ACKNOWLEDGE");
    bench.advance(29_000);
    bench.layer.send(connection, "INFORMATION", []);
    bench.taken();
    expect(run(bench, 31_000)).to.deep.equal(["30000 D102", "30000 t102t"]);
  });

  it("T303: any response ends it, also to the copy", () => {
    const bench = upBench();
    const connection = outgoing(bench, "cis");
    bench.advance(4000);
    bench.receive(connection, "CALL PROCEEDING");
    bench.taken();
    expect(run(bench, 60_000)).to.deep.equal([]);
  });

  it("T305, T308: DISCONNECT, then RELEASE twice, then the reference is free", () => {
    const bench = upBench();
    const connection = active(bench, "call");
    bench.layer.clear(connection, 16, [facilityElement]);
    expect(run(bench, 60_000)).to.deep.equal(["500 D16", "30000 R16", "34000 R16", "38000 g"]);
    const octets = bench.sent.slice(-3).map(({ draft }) => draft.ies.length);
    expect(octets, "the Facility element goes once, with the first clearing message (R1)").to.deep.equal([2, 1, 1]);
    expectNothingLeft(bench);
  });

  it("T308: the copy of a RELEASE carries what the first one did", () => {
    const bench = upBench();
    const connection = active(bench, "cis");
    bench.layer.clear(connection, 16, [facilityElement]);
    expect(run(bench, 20_000)).to.deep.equal(["500 R16", "4000 R16", "8000 g"]);
    const [first, copy] = bench.sent.slice(-2);
    expect(copy?.draft).to.deep.equal(first?.draft);
    expectNothingLeft(bench);
  });

  it("T309: an active connection outlives a short cut, and is asked after when the link is back", () => {
    const bench = upBench();
    const connection = active(bench, "cis");
    bench.link(false);
    bench.advance(5999);
    expect(bench.layer.isActive(connection)).to.equal(true);
    bench.link(true);
    expect(bench.taken()).to.deep.equal(["linkDown", "linkUp", "E"]);
    bench.receive(connection, "STATUS", status(30, 10));
    expect(run(bench, 60_000)).to.deep.equal([]);
    expect(bench.layer.send(connection, "FACILITY", [])).to.equal(true);
    expect(bench.timers.size).to.equal(0);
  });

  it("T309: a longer cut clears it with 27 and without a message", () => {
    const bench = upBench();
    active(bench, "cis");
    bench.link(false);
    expect(run(bench, 20_000)).to.deep.equal(["500 linkDown", "6000 t27l", "6000 g"]);
    expectNothingLeft(bench);
  });

  it("T309: lasts what the trunk says, and 6 s where the trunk says nothing", () => {
    const bench = upBench();
    bench.config = { ...bench.config, t309Ms: 90_000 } as typeof bench.config;
    active(bench, "call");
    bench.link(false);
    expect(run(bench, 95_000).at(-1)).to.equal("90000 g");
    bench.config = { type: "demo" };
    bench.link(true);
    active(bench, "call");
    bench.link(false);
    expect(run(bench, 95_000).at(-1)).to.equal("6000 g");
  });

  it("T310: runs on a call that we originate, and on no other", () => {
    const bench = upBench();
    const relayed = outgoing(bench, "call", false);
    const cis = outgoing(bench, "cis", true);
    const ours = outgoing(bench, "call", true);
    for (const connection of [relayed, cis, ours]) bench.receive(connection, "CALL PROCEEDING");
    bench.taken();
    expect(bench.timers.size, "T310 alone: T303 has ended").to.equal(1);
    expect(run(bench, 62_000)).to.deep.equal(["60000 D102", "60000 t102t"]);
    expect(bench.stateOf(ours)).to.equal("Disconnect Request");
    for (const connection of [relayed, cis]) expect(bench.stateOf(connection)).to.equal("Outgoing Call Proceeding");
  });

  it("T310: ALERTING, PROGRESS and CONNECT end it", () => {
    for (const name of ["ALERTING", "PROGRESS", "CONNECT"] as const) {
      const bench = upBench();
      const ours = outgoing(bench, "call", true);
      bench.receive(ours, "CALL PROCEEDING");
      const progress = { id: 0x1e, codeset: 0, octets: Uint8Array.of(0x1e, 0x02, 0x81, 0x88) };
      bench.receive(ours, name, name === "PROGRESS" ? [progress] : []);
      bench.taken();
      expect(run(bench, 120_000), name).to.deep.equal([]);
    }
  });

  it("T322: three enquiries without an answer end the connection with 41", () => {
    const bench = upBench();
    active(bench, "cis");
    bench.link(false);
    bench.link(true);
    bench.taken();
    expect(run(bench, 30_000)).to.deep.equal(["4000 E", "8000 E", "12000 R41", "12000 t41t", "16000 R41", "20000 g"]);
    expectNothingLeft(bench);
  });

  it("T322: counts anew after every cut", () => {
    const bench = upBench();
    active(bench, "cis");
    for (let cut = 0; cut < 3; cut++) {
      bench.link(false);
      bench.link(true);
      bench.taken();
      expect(run(bench, 9000)).to.deep.equal(["4000 E", "8000 E"]);
    }
  });

  it("T322: ends with the link, and with T310", () => {
    const bench = upBench();
    const kept = active(bench, "cis");
    const kept2 = active(bench, "call");
    bench.link(true);
    bench.link(false);
    const names = [kept, kept2].flatMap((id) => ["T309", "T322"].filter((name) => bench.runs(id, name)));
    expect(names).to.deep.equal(["T309", "T309"]);
    bench.link(true);
    const ours = outgoing(bench, "call", true);
    bench.receive(ours, "CALL PROCEEDING");
    bench.advance(59_000);
    bench.link(true);
    expect(bench.runs(ours, "T322")).to.equal(true);
    bench.advance(1000);
    expect(bench.runs(ours, "T305") && !bench.runs(ours, "T322")).to.equal(true);
  });

  it("a STATUS that comes unasked counts as the answer (libpri sends one when the link is back, R18)", () => {
    const bench = upBench();
    const connection = active(bench, "cis");
    bench.link(false);
    bench.link(true);
    bench.receive(connection, "STATUS", status(31, 10));
    bench.taken();
    expect(run(bench, 30_000)).to.deep.equal([]);
  });
});

describe("connections while the link is lost", () => {
  for (const kind of ["cis", "call"] as const) {
    it(`keep the user's messages, ask the peer, and send them in order when it answers: ${kind}`, () => {
      const bench = upBench();
      const connection = active(bench, kind);
      bench.link(false);
      expect(bench.layer.send(connection, "FACILITY", [facilityElement])).to.equal(true);
      bench.link(true);
      expect(bench.layer.send(connection, "FACILITY", [])).to.equal(true);
      expect(bench.taken()).to.deep.equal(["linkDown", "linkUp", "E"]);
      bench.receive(connection, "STATUS", status(30, 10));
      expect(bench.taken()).to.deep.equal(["FACILITY", "FACILITY"]);
      expect(bench.sent.slice(-2).map(({ draft }) => draft.ies.length)).to.deep.equal([1, 0]);
      bench.layer.send(connection, "FACILITY", []);
      expect(bench.taken()).to.deep.equal(["FACILITY"]);
    });
  }

  it("keep the user's messages where the peer sets the link up once more: it took nothing before (libpri)", () => {
    const bench = upBench();
    const connection = active(bench, "cis");
    bench.link(false);
    bench.layer.send(connection, "FACILITY", []);
    bench.link(true);
    bench.link(true);
    expect(bench.taken()).to.deep.equal(["linkDown", "linkUp", "E", "E"]);
    bench.receive(connection, "STATUS", status(31, 10));
    expect(bench.taken()).to.deep.equal(["FACILITY"]);
  });

  it(`keep ${messagesHeldPerConnection} messages; one more is refused`, () => {
    const bench = upBench();
    const connection = active(bench, "cis");
    bench.link(false);
    for (let kept = 0; kept < messagesHeldPerConnection; kept++) {
      expect(bench.layer.send(connection, "FACILITY", [])).to.equal(true);
    }
    expect(bench.layer.send(connection, "FACILITY", [])).to.equal(false);
    bench.link(true);
    bench.taken();
    bench.receive(connection, "STATUS", status(30, 10));
    expect(bench.taken()).to.deep.equal(Array(messagesHeldPerConnection).fill("FACILITY"));
  });

  it("are cleared when it is back where the user cleared them, with the elements given", () => {
    const bench = upBench();
    const connection = active(bench, "cis");
    bench.link(false);
    bench.layer.send(connection, "FACILITY", []);
    bench.layer.clear(connection, 16, [facilityElement]);
    expect(bench.layer.isActive(connection)).to.equal(false);
    expect(bench.layer.send(connection, "FACILITY", [])).to.equal(false);
    bench.taken();
    bench.link(true);
    expect(bench.taken()).to.deep.equal(["linkUp", "FACILITY", "R16"]);
    expect(bench.sent.at(-1)?.draft.ies).to.have.length(2);
    bench.receive(connection, "RELEASE COMPLETE");
    expect(bench.taken()).to.deep.equal(["g"]);
    expectNothingLeft(bench);
  });

  it("cannot be opened", () => {
    const bench = upBench();
    bench.link(false);
    expect(bench.layer.setup(trunk, "cis", setupElements("cis"), { originated: false })).to.equal(undefined);
    expect(bench.layer.linkUp(trunk)).to.equal(false);
    expectNothingLeft(bench);
  });
});
