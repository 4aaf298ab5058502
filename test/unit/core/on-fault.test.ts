import { expect } from "chai";
import {
  bChannelElement,
  calledPartyNumber,
  callingPartyNumber,
  causeElement,
  element,
} from "../../../codecs/index.ts";
import { GuardedCompletion } from "../../../src/completion/guarded.ts";
import type { Completion } from "../../../src/completion/completion.ts";
import type { Config } from "../../../src/config.ts";
import type { ConnectionEvent } from "../../../src/connection/connection.ts";
import type { RelayedCall } from "../../../src/connection/relayed-call.ts";
import type { TraceEntry } from "../../../src/trace.ts";
import { cisBearer, cisChannel, speech } from "../connection/bench.ts";
import { demoNeighbours, PinxBench } from "./pinx-bench.ts";
import { message } from "./relay-world.ts";

const numbers = (from: string, to: string) => [
  element(callingPartyNumber, { typeOfNumber: 0, numberingPlan: 9, digits: from }),
  element(calledPartyNumber, { typeOfNumber: 0, numberingPlan: 9, digits: to }),
];
const call = [speech, bChannelElement(1), ...numbers("1001", "2001")];

/** Every look of call completion at a neighbour fails: only it reads the mode. */
function faulty(onFault: "relay" | "clear"): Config {
  const config = demoNeighbours({ a: `callCompletion: { onFault: ${onFault} }`, b: "" });
  const neighbours = config.neighbours.map((neighbour) => ({
    ...neighbour,
    callCompletion: {
      ...neighbour.callCompletion,
      get mode(): "native" {
        throw new Error("injected");
      },
    },
  }));
  return { ...config, neighbours };
}

describe("onFault", () => {
  it("relay: a call goes through every error that call completion throws", () => {
    const bench = new PinxBench(faulty("relay"));
    bench.receive("a", [1, 0], "SETUP", call);
    bench.receive("b", [1, 1], "ALERTING", [bChannelElement(30)]);
    bench.receive("b", [1, 1], "CONNECT");
    bench.receive("a", [1, 0], "DISCONNECT", [causeElement(16)]);
    expect(bench.lines()).to.deep.equal([
      "a CALL PROCEEDING",
      "b SETUP",
      "a ALERTING",
      "b CONNECT ACKNOWLEDGE",
      "a CONNECT",
      "a RELEASE 16",
      "b DISCONNECT 16",
    ]);
    const faults = bench.traces("fault");
    expect(faults.map(({ during }) => during)).to.include.members(["a SETUP", "the SETUP of a call"]);
    expect(faults[0]?.text).to.contain("injected");
  });

  it("relay: so does a call-independent connection", () => {
    const bench = new PinxBench(faulty("relay"));
    bench.receive("a", [1, 0], "SETUP", [cisBearer, cisChannel, ...numbers("1001", "2001")]);
    expect(bench.lines()).to.deep.equal(["b SETUP"]);
    expect(bench.traces("fault")).to.have.length(1);
  });

  it("clear: the call that met the error ends with cause 41, the trunks go on", () => {
    const bench = new PinxBench(faulty("clear"));
    bench.receive("a", [1, 0], "SETUP", call);
    bench.receive("a", [2, 0], "SETUP", [cisBearer, cisChannel, ...numbers("1001", "2001")]);
    expect(bench.lines()).to.deep.equal(["a RELEASE COMPLETE 41", "a RELEASE COMPLETE 41"]);
    bench.receive("b", [1, 0], "STATUS ENQUIRY");
    expect(bench.lines()).to.deep.equal(["b STATUS 30"]);
  });

  /** A call completion that fails at everything. */
  function failing(onFault: "relay" | "clear") {
    const inner = new Proxy({} as Completion, {
      get: (_, name) => () => {
        throw new Error(`injected in ${String(name)}`);
      },
    });
    const traced: TraceEntry[] = [];
    const cleared: string[] = [];
    const guarded = new GuardedCompletion(inner, {
      now: 5,
      connections: { clear: (connection: number, cause: number) => cleared.push(`${connection} ${cause}`) } as never,
      neighbour: (name) => ({ name, callCompletion: { onFault } }) as never,
      trace: (entry) => void traced.push(entry),
    });
    return { guarded, traced, cleared };
  }
  const relayed = {
    id: 1,
    from: { trunk: "a", connection: 1 },
    to: { trunk: "b", connection: 2 },
  } as RelayedCall;
  const ies = [causeElement(17)];
  const everything = (guarded: Completion) => [
    guarded.bearerSetup(1, "a", message("SETUP")),
    guarded.callSetup(relayed, undefined),
    guarded.callFailed("r"),
    guarded.callMessage(relayed, "to", message("ALERTING")),
    guarded.callClearing(relayed, "to", 17, ies),
    guarded.connectionEvent({ type: "setup", connection: 3, trunk: "a" } as ConnectionEvent),
    guarded.connectionEvent({ type: "gone", connection: 3, trunk: "a" }),
    guarded.line("a/1001", "lost"),
    guarded.user("a/1001", { key: "dial" }),
    guarded.timer("r", "T2"),
    guarded.restore([]),
    guarded.cancel("r"),
    guarded.activate("a/1001", "2001"),
    guarded.done(1, true, undefined),
    guarded.store("ok"),
  ];

  it("relay: nothing of it is heard on a trunk, whatever fails", () => {
    const { guarded, traced, cleared } = failing("relay");
    const nothing = new Array(8).fill(undefined);
    const results = everything(guarded);
    expect(results.slice(0, 7)).to.deep.equal([
      { verdict: "relay" },
      undefined,
      undefined,
      undefined,
      ies,
      false,
      false,
    ]);
    expect(results.slice(7)).to.deep.equal(nothing);
    expect(traced.map(({ type, at }) => `${type} ${at}`)).to.deep.equal(new Array(15).fill("fault 5"));
    expect(cleared).to.deep.equal([]);
  });

  it("clear: both legs end, also of a call that goes on; what clears already is not cleared again", () => {
    const { guarded, cleared } = failing("clear");
    expect(everything(guarded)[0]).to.deep.equal({ verdict: "handled" });
    expect(cleared).to.deep.equal(["1 41", "1 41", "2 41", "1 41", "2 41", "3 41"]);
  });
});
