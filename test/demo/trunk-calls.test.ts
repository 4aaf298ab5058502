import { expect } from "chai";
import fc from "fast-check";
import { DecodeError } from "../../codecs/error.ts";
import { decodeMessage } from "../../codecs/q931/decode.ts";
import { messageTypes } from "../../codecs/q931/messages.ts";
import { fromHex, toHex } from "../../codecs/shape.ts";
import type { CallState } from "../../src/pbx/call-states.ts";
import { TrunkCalls, type TrunkNews } from "../../src/pbx/trunk-calls.ts";

const setup = "0802000505 04038090a3 1803a98381 6c06098331303031 70058932303031 a1";

function octets(hex: string): Uint8Array {
  return fromHex(hex.replaceAll(" ", "")) ?? new Uint8Array();
}

/** What one TrunkCalls says to the messages it gets. */
function talk(
  calls: TrunkCalls,
  hex: string,
): { readonly sent: readonly string[]; readonly news: readonly TrunkNews[] } {
  const news = calls.receive(octets(hex));
  return { sent: drain(calls), news };
}

function drain(calls: TrunkCalls): string[] {
  const sent: string[] = [];
  for (let one = calls.poll(); one !== undefined; one = calls.poll()) sent.push(toHex(one));
  return sent;
}

/** Brings a fresh call into the state under test; the peer speaks under reference `reference`. */
const ways: Record<Exclude<CallState, "null">, (calls: TrunkCalls) => string> = {
  callInitiated: (calls) => out(calls, []),
  outgoingCallProceeding: (calls) => out(calls, ["02"]),
  callDelivered: (calls) => out(calls, ["02", "01"]),
  active: (calls) => out(calls, ["07"]),
  disconnectRequest: (calls) => {
    const reference = out(calls, ["02"]);
    calls.signal(1, "clear");
    return reference;
  },
  releaseRequest: (calls) => out(calls, ["02", "4508028190"]),
  callPresent: (calls) => into(calls, []),
  incomingCallProceeding: (calls) => into(calls, ["proceed"]),
  callReceived: (calls) => into(calls, ["proceed", "alert"]),
};

function out(calls: TrunkCalls, answers: readonly string[]): string {
  calls.setup({ number: "1001", name: "Ada" }, "2001");
  for (const answer of answers) calls.receive(octets(`08028001${answer}`));
  return "08028001";
}

function into(calls: TrunkCalls, signals: readonly ("proceed" | "alert")[]): string {
  calls.receive(octets(setup));
  for (const signal of signals) calls.signal(1, signal);
  return "08020005";
}

/** Expected by hand from Q.931 5.8.11: STATUS ENQUIRY names the state of each. */
const stateOctets: Record<Exclude<CallState, "null">, string> = {
  callInitiated: "01",
  outgoingCallProceeding: "03",
  callDelivered: "04",
  callPresent: "06",
  callReceived: "07",
  incomingCallProceeding: "09",
  active: "0a",
  disconnectRequest: "0b",
  releaseRequest: "13",
};

const states = Object.keys(ways) as Exclude<CallState, "null">[];

describe("demo cluster: calls on the trunk", () => {
  for (const state of states) {
    it(`${state}: STATUS ENQUIRY is answered by STATUS 30 with this state`, () => {
      const calls = new TrunkCalls();
      const header = ways[state](calls);
      drain(calls);
      const answer = header.replace("0802", "").startsWith("80") ? "08020001" : "08028005";
      expect(talk(calls, `${header}75`).sent).to.deep.equal([`${answer}7d0802819e1401${stateOctets[state]}`]);
    });

    it(`${state}: STATUS with state 0 ends the call without a message`, () => {
      const calls = new TrunkCalls();
      const header = ways[state](calls);
      drain(calls);
      const { sent, news } = talk(calls, `${header}7d080280e5140100`);
      expect(sent).to.deep.equal([]);
      expect(news).to.deep.equal([{ type: "cleared", call: 1, cause: 31 }]);
      expect(calls.drop()).to.deep.equal([]);
    });

    it(`${state}: RELEASE COMPLETE ends the call, every other message leaves an answer or a state`, () => {
      for (const type of Object.values(messageTypes)) {
        const calls = new TrunkCalls();
        const header = ways[state](calls);
        drain(calls);
        const { sent } = talk(calls, `${header}${type.toString(16).padStart(2, "0")}`);
        expect(sent.length, `message type ${type}`).to.be.at.most(1);
        talk(calls, `${header}5a08028190`);
        expect(calls.drop(), `message type ${type}`).to.deep.equal([]);
      }
    });
  }

  it("answers an unexpected message by STATUS 101 with the state, and stays", () => {
    const calls = new TrunkCalls();
    const header = ways.active(calls);
    drain(calls);
    expect(talk(calls, `${header}01`)).to.deep.equal({ sent: ["080200017d080281e514010a"], news: [] });
    expect(calls.drop()).to.deep.equal([1]);
  });

  it("refuses a call-independent connection with cause 63: it has no supplementary service of its own", () => {
    const { sent, news } = talk(new TrunkCalls(), "0802000505 0402a880 1801ac 70058932303031");
    expect(sent).to.deep.equal(["080280055a080281bf"]);
    expect(news).to.deep.equal([]);
  });

  it("refuses SETUP without Called party number with cause 96", () => {
    expect(talk(new TrunkCalls(), "0802000505 04038090a3 1803a98381").sent).to.deep.equal(["080280055a080281e0"]);
  });

  it("takes a SETUP twice under one reference for a copy", () => {
    const calls = new TrunkCalls();
    talk(calls, setup);
    expect(talk(calls, setup)).to.deep.equal({ sent: [], news: [] });
  });

  it("answers messages under a reference nobody uses (Q.931 5.8.3.2)", () => {
    const rows: readonly (readonly [string, readonly string[]])[] = [
      ["0802000901", ["080280095a080281d1"]],
      ["080200094d08028190", ["080280095a080281d1"]],
      ["080200095a08028190", []],
      ["0802000975", ["080280097d0802819e140100"]],
      ["080200097d080280e5140100", []],
      ["080200097d080280e514010a", ["080280095a080281e5"]],
    ];
    for (const [hex, sent] of rows) expect(talk(new TrunkCalls(), hex).sent, hex).to.deep.equal(sent);
  });

  it("RESTART clears the channels it names and is answered by its own elements", () => {
    const calls = new TrunkCalls();
    calls.setup({ number: "1001", name: "Ada" }, "2001");
    calls.setup({ number: "1002", name: "Bo" }, "2002");
    drain(calls);
    const { sent, news } = talk(calls, "0802000046 1803a98382 790180");
    expect(sent).to.deep.equal(["080280004e1803a98382790180"]);
    expect(news).to.deep.equal([{ type: "cleared", call: 2, cause: 31 }]);
    expect(calls.drop()).to.deep.equal([1]);
  });

  it("does not show a restricted number", () => {
    const { news } = talk(new TrunkCalls(), setup.replace("0983", "09a3"));
    expect(news).to.deep.include({ type: "offered", call: 1, calling: "", called: "2001", name: "" });
  });

  it("calls with the number as the PBX has it in its books", () => {
    for (const [phone, numberAndName] of [
      [{}, "6c06098331303031"],
      [{ restricted: true }, "6c0609a331303031"],
      [{ typeOfNumber: 4 }, "6c06498331303031"],
    ] as const) {
      const calls = new TrunkCalls();
      calls.setup({ number: "1001", name: "Ada", ...phone }, "2001");
      const [sent = ""] = drain(calls);
      expect(sent).to.contain(`${numberAndName}70058932303031a1`);
      expect(sent.includes("416461"), "the name").to.equal(!("restricted" in phone));
    }
  });

  it("says nothing to what is no QSIG message", () => {
    for (const hex of ["", "08", "0802", "41020005", "08020005ff"]) {
      expect(talk(new TrunkCalls(), hex), hex).to.deep.equal({ sent: [], news: [] });
    }
  });

  it("gives up calling when all 30 channels are in use", () => {
    const calls = new TrunkCalls();
    const caller = { number: "1001", name: "Ada" };
    for (let n = 0; n < 30; n++) expect(calls.setup(caller, "2001")).to.equal(n + 1);
    expect(calls.setup(caller, "2001")).to.equal(undefined);
  });

  it("takes any octets, in any state, without a fault: what it answers can be read", () => {
    const some = fc.constantFrom(...states);
    // A header that fits the call, so that the elements behind it are read too.
    const tail = fc.tuple(fc.constantFrom(...Object.values(messageTypes)), fc.uint8Array({ maxLength: 60 }));
    fc.assert(
      fc.property(some, tail, fc.boolean(), (state, [type, ies], known) => {
        const calls = new TrunkCalls();
        const header = ways[state](calls);
        drain(calls);
        const head = octets(known ? header : "08020777");
        calls.receive(Uint8Array.of(...head, type, ...ies));
        for (const sent of drain(calls)) expect(decodeMessage(octets(sent))).not.to.be.instanceOf(DecodeError);
      }),
      { seed: 20, numRuns: 1000 },
    );
  });
});
