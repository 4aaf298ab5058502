import { expect } from "chai";
import { element } from "../../../codecs/q931/element.ts";
import { channelIdentification } from "../../../codecs/q931/ie/channel-identification.ts";
import { restartIndicator } from "../../../codecs/q931/ie/restart-indicator.ts";
import {
  bChannelElement,
  causeElement,
  type InformationElement,
  type MessageName,
} from "../../../codecs/q931/index.ts";
import { throughPairs } from "../../../src/connection/media.ts";
import { restartsHeldPerTrunk } from "../../../src/connection/restarts.ts";
import { Bench, facilityElement, message, pair, setupElements, speech, status, trunk } from "./bench.ts";

function upBench(): Bench {
  const bench = new Bench();
  bench.link(true);
  bench.taken();
  return bench;
}

const restart = (restartClass: number) => element(restartIndicator, { restartClass });

/** A message under reference 0. */
function global(
  bench: Bench,
  name: MessageName,
  ies: readonly InformationElement[] = [],
  flag: 0 | 1 = 0,
  on = trunk,
): void {
  const reference = { value: 0, flag, length: 2 };
  bench.layer.handle({ type: "global", trunk: on, message: message(name, ies, reference) });
}

describe("connection layer: references that are not in use (Q.931 5.8.3.2, R18)", () => {
  const rows: readonly [MessageName, readonly InformationElement[], string][] = [
    ["RELEASE", [causeElement(16)], "C81"],
    ["RELEASE COMPLETE", [causeElement(16)], ""],
    ["FACILITY", [facilityElement], "C81"],
    ["CONNECT", [], "C81"],
    ["DISCONNECT", [causeElement(16)], "C81"],
    ["REGISTER", [], "C81"],
    ["STATUS ENQUIRY", [], "S30"],
    ["STATUS", status(30, 0), ""],
    ["STATUS", status(31, 10), "C101"],
    ["STATUS", [], ""],
    ["SETUP", setupElements("cis"), ""],
  ];
  for (const [name, ies, answer] of rows) {
    const state = name === "STATUS" ? ` ${ies[1]?.octets[2] ?? "without a state"}` : "";
    it(`${name}${state} -> ${answer || "nothing"}`, () => {
      const bench = upBench();
      const reference = { value: 77, flag: 1, length: 2 } as const;
      bench.layer.handle({ type: "unknownReference", trunk, message: message(name, ies, reference) });
      expect(bench.taken()).to.deep.equal(answer === "" ? [] : [answer]);
      if (answer !== "") expect(bench.sent.at(-1)?.reference).to.deep.equal({ value: 77, flag: 0, length: 2 });
    });
  }

  it("answers a message type it does not know, and asks nothing under the dummy reference", () => {
    const bench = upBench();
    const unknown = message(0x7f, [], { value: 5, flag: 0, length: 1 });
    bench.layer.handle({ type: "unknownReference", trunk, message: unknown });
    const dummy = message("FACILITY", [facilityElement], { value: 0, flag: 0, length: 0 });
    bench.layer.handle({ type: "unknownReference", trunk, message: dummy });
    expect(bench.taken()).to.deep.equal(["C81"]);
    expect(bench.sent.at(-1)?.reference).to.deep.equal({ value: 5, flag: 1, length: 1 });
  });

  it("answers STATUS ENQUIRY with state 0", () => {
    const bench = upBench();
    const reference = { value: 77, flag: 0, length: 2 } as const;
    bench.layer.handle({ type: "unknownReference", trunk, message: message("STATUS ENQUIRY", [], reference) });
    expect(bench.sent.at(-1)?.draft.ies.map(({ octets }) => [...octets])).to.deep.equal([
      [0x08, 2, 0x80, 0x9e],
      [0x14, 1, 0],
    ]);
  });
});

describe("connection layer: RESTART (Q.931 5.5, R18)", () => {
  function calls(bench: Bench): void {
    for (const channel of [1, 2, 3]) bench.setup("call", setupElements("call", channel));
    bench.setup("cis");
    bench.taken();
  }

  it("clears the calls on the channels named, and echoes both elements", () => {
    const bench = upBench();
    calls(bench);
    global(bench, "RESTART", [bChannelElement(2), restart(0)]);
    expect(bench.taken()).to.deep.equal(["t41r", "g", "RESTART ACKNOWLEDGE"]);
    const answer = bench.sent.at(-1);
    expect(answer?.reference).to.deep.equal({ value: 0, flag: 1, length: 2 });
    expect(answer?.draft.ies.map(({ octets }) => [...octets])).to.deep.equal([
      [0x18, 3, 0xa9, 0x83, 0x82],
      [0x79, 1, 0x80],
    ]);
    expect(bench.layer.exists(1) && bench.layer.exists(3) && bench.layer.exists(4)).to.equal(true);
    expect(bench.openLegs.size).to.equal(3);
  });

  for (const restartClass of [6, 7]) {
    it(`class ${restartClass} clears every call, and never a call-independent connection`, () => {
      const bench = upBench();
      calls(bench);
      global(bench, "RESTART", [restart(restartClass)]);
      expect(bench.taken()).to.deep.equal(["t41r", "g", "t41r", "g", "t41r", "g", "RESTART ACKNOWLEDGE"]);
      expect(bench.layer.exists(4)).to.equal(true);
    });
  }

  it("reads a slot map: highest timeslot first", () => {
    const bench = upBench();
    calls(bench);
    const map = element(channelIdentification, {
      interfaceType: "other",
      exclusive: true,
      dChannel: false,
      channelSelection: 1,
      codingStandard: 0,
      channelType: 3,
      slotMap: Uint8Array.of(0, 0, 0, 0b1010),
    });
    global(bench, "RESTART", [map, restart(0)]);
    expect(bench.taken()).to.deep.equal(["t41r", "g", "t41r", "g", "RESTART ACKNOWLEDGE"]);
    expect(bench.layer.exists(2)).to.equal(true);
  });

  it("finds a call by the channel that the first response named", () => {
    const bench = upBench();
    const received = bench.layer.setup(trunk, "call", setupElements("call", 1), { originated: false });
    const answered = bench.setup("call", [speech, bChannelElement(1, false)]);
    bench.receive(received ?? 0, "CALL PROCEEDING", [bChannelElement(20)]);
    bench.layer.send(answered, "CALL PROCEEDING", [bChannelElement(21)]);
    global(bench, "RESTART", [bChannelElement(1), restart(0)]);
    expect(bench.layer.exists(received ?? 0) && bench.layer.exists(answered)).to.equal(true);
    global(bench, "RESTART", [bChannelElement(20), restart(0)]);
    global(bench, "RESTART", [bChannelElement(21), restart(0)]);
    expect(bench.layer.exists(received ?? 0) || bench.layer.exists(answered)).to.equal(false);
  });

  const faults: readonly [string, readonly InformationElement[], string][] = [
    ["without Restart indicator", [bChannelElement(1)], "S96"],
    ["of class 0 without channel", [restart(0)], "S96"],
    ["of a class that does not exist", [bChannelElement(1), restart(3)], "S100"],
    [
      "of class 0 for the D-channel",
      [{ ...bChannelElement(1), octets: Uint8Array.of(0x18, 1, 0xac) }, restart(0)],
      "S100",
    ],
  ];
  for (const [what, ies, answer] of faults) {
    it(`${what} clears nothing -> ${answer}`, () => {
      const bench = upBench();
      calls(bench);
      global(bench, "RESTART", ies);
      expect(bench.taken()).to.deep.equal([answer]);
      expect(bench.openLegs.size).to.equal(4);
    });
  }

  it("ignores RESTART with flag 1, RESTART ACKNOWLEDGE with flag 0 or unasked, and STATUS", () => {
    const bench = upBench();
    calls(bench);
    global(bench, "RESTART", [restart(7)], 1);
    global(bench, "RESTART ACKNOWLEDGE", [restart(7)], 0);
    global(bench, "RESTART ACKNOWLEDGE", [restart(7)], 1);
    global(bench, "STATUS", status(97, 0));
    expect(bench.taken()).to.deep.equal([]);
    expect(bench.openLegs.size).to.equal(4);
  });

  describe("with timeslots wired through to another trunk (R2)", () => {
    function paired(): Bench {
      const bench = upBench();
      bench.isPaired = true;
      calls(bench);
      return bench;
    }
    const channel = (at: number) => [bChannelElement(at), restart(0)];
    const acknowledged = (bench: Bench, at: number) => global(bench, "RESTART ACKNOWLEDGE", channel(at), 1, pair);

    it("is relayed first, and acknowledged when that is", () => {
      const bench = paired();
      global(bench, "RESTART", channel(2));
      expect(bench.taken()).to.deep.equal(["t41r", "g", ">RESTART 130,128"]);
      acknowledged(bench, 2);
      expect(bench.taken()).to.deep.equal(["RESTART ACKNOWLEDGE"]);
      expect(bench.sent.at(-1)?.draft.ies.map(({ octets }) => octets.at(-1))).to.deep.equal([0x82, 0x80]);
      expect(bench.timers.size).to.equal(0);
    });

    it("several go one after the other", () => {
      const bench = paired();
      global(bench, "RESTART", channel(20));
      global(bench, "RESTART", channel(21));
      expect(bench.taken()).to.deep.equal([">RESTART 148,128"]);
      acknowledged(bench, 20);
      expect(bench.taken()).to.deep.equal([">RESTART 149,128", "RESTART ACKNOWLEDGE"]);
      acknowledged(bench, 21);
      acknowledged(bench, 21);
      expect(bench.taken()).to.deep.equal(["RESTART ACKNOWLEDGE"]);
    });

    it("of a peer that does not acknowledge it is repeated once, not acknowledged, and an alarm", () => {
      const bench = paired();
      global(bench, "RESTART", channel(20));
      bench.advance(120_000);
      expect(bench.taken()).to.deep.equal([">RESTART 148,128", ">RESTART 148,128"]);
      bench.advance(120_000);
      expect(bench.taken()).to.deep.equal([]);
      expect(bench.alarms()).to.deep.equal(["RESTART was not acknowledged: check the peer"]);
    });

    it("is acknowledged at once while the other trunk is down, or goes down: nothing stands there", () => {
      const bench = paired();
      bench.isPairUp = false;
      global(bench, "RESTART", channel(20));
      expect(bench.taken()).to.deep.equal(["RESTART ACKNOWLEDGE"]);
      bench.isPairUp = true;
      global(bench, "RESTART", channel(20));
      bench.isPairUp = false;
      bench.layer.handle({ type: "linkDown", trunk: pair, reason: "cut" });
      expect(bench.taken()).to.deep.equal([">RESTART 148,128", "RESTART ACKNOWLEDGE", "linkDown"]);
      expect(bench.timers.size).to.equal(0);
    });

    it("holds no more than so many, and relays none that cannot be read", () => {
      const bench = paired();
      for (let count = 0; count < restartsHeldPerTrunk + 5; count += 1) global(bench, "RESTART", channel(20));
      global(bench, "RESTART", [restart(0)]);
      expect(bench.taken()).to.deep.equal([">RESTART 148,128", "S96"]);
      for (let count = 0; count < restartsHeldPerTrunk + 5; count += 1) acknowledged(bench, 20);
      expect(bench.taken().filter((code) => code === "RESTART ACKNOWLEDGE")).to.have.length(restartsHeldPerTrunk);
    });
  });

  it("pairs two trunks of timeslots that nothing stands between, and no third", () => {
    const neighbour = (name: string, type: string, media: string) => ({ name, media, trunk: { type } }) as never;
    const [a, b] = [neighbour("a", "lapd", "through"), neighbour("b", "iua", "through")];
    expect([
      ...throughPairs([a, b, neighbour("c", "lapd", "external"), neighbour("d", "h323", "through")]),
    ]).to.deep.equal([
      ["a", "b"],
      ["b", "a"],
    ]);
    expect([...throughPairs([a, b, neighbour("c", "lapd", "through")])]).to.deep.equal([]);
    expect([...throughPairs([a])]).to.deep.equal([]);
  });

  it("answers any other message under the global reference with STATUS 81", () => {
    const bench = upBench();
    global(bench, "FACILITY", [facilityElement]);
    expect(bench.taken()).to.deep.equal(["S81"]);
    expect(bench.sent.at(-1)?.reference).to.deep.equal({ value: 0, flag: 1, length: 2 });
  });

  it("sent by the operator: clears our calls, is repeated once behind T316, then is an alarm", () => {
    const bench = upBench();
    calls(bench);
    bench.layer.restart(trunk);
    expect(bench.taken()).to.deep.equal(["RESTART", "t41r", "g", "t41r", "g", "t41r", "g"]);
    expect(bench.sent.at(-1)?.reference).to.deep.equal({ value: 0, flag: 0, length: 2 });
    expect(bench.sent.at(-1)?.draft.ies.map(({ octets }) => [...octets])).to.deep.equal([[0x79, 1, 0x87]]);
    bench.advance(120_000);
    expect(bench.taken()).to.deep.equal(["RESTART"]);
    bench.advance(120_000);
    expect(bench.taken()).to.deep.equal([]);
    expect(bench.alarms()).to.deep.equal(["RESTART was not acknowledged: check the peer"]);
    expect(bench.timers.size).to.equal(0);
  });

  it("T316 ends with RESTART ACKNOWLEDGE, and with the link", () => {
    for (const end of ["acknowledged", "link lost"]) {
      const bench = upBench();
      bench.layer.restart(trunk);
      if (end === "link lost") bench.link(false);
      else global(bench, "RESTART ACKNOWLEDGE", [restart(7)], 1);
      expect(bench.timers.size, end).to.equal(0);
    }
  });

  it("is not sent while the link is down, and says so", () => {
    const bench = upBench();
    bench.link(false);
    bench.taken();
    bench.layer.restart(trunk);
    expect(bench.taken()).to.deep.equal([]);
    expect(bench.alarms()).to.deep.equal(["RESTART not sent: the link is down"]);
  });
});
