import { expect } from "chai";
import {
  DecodeError,
  bChannelElement,
  bearerCapability,
  calledPartyNumber,
  causeElement,
  channelIdentification,
  cisBearerCapability,
  cisChannelIdentification,
  element,
  find,
} from "../../../codecs/index.ts";
import type { InformationElement, Message, MessageName } from "../../../codecs/index.ts";
import type { NeighbourConfig } from "../../../src/config.ts";
import type { ConnectionEvent, Connections } from "../../../src/connection/connection.ts";
import { Relay, ownCallProceedingMs } from "../../../src/connection/relay.ts";
import { Routes } from "../../../src/routes.ts";

type Sent = { readonly to: number; readonly what: string; readonly ies: readonly InformationElement[] };

/** Two neighbours, a and b; everything the relay sends is written down. */
function world(media: "through" | "external" = "external") {
  const neighbours = [neighbour("a", "1xxx", media), neighbour("b", "2xxx", media), neighbour("c", "3xxx", media)];
  const routes = new Routes(neighbours);
  const sent: Sent[] = [];
  const timers = new Map<number, number>();
  const told: string[] = [];
  let connections = 100;
  const down = new Set<string>();
  const fake = {
    setup(trunk: string, kind: string, ies: readonly InformationElement[]) {
      if (connections === Number.POSITIVE_INFINITY) return undefined;
      sent.push({ to: ++connections, what: `SETUP ${trunk} ${kind}`, ies });
      return connections;
    },
    send: (to: number, what: MessageName, ies: readonly InformationElement[]) => sent.push({ to, what, ies }) > 0,
    clear: (to: number, cause: number, ies: readonly InformationElement[] = [], options = {}) =>
      void sent.push({ to, what: `clear ${cause}${"disconnect" in options && options.disconnect ? " D" : ""}`, ies }),
    isActive: () => true,
    linkUp: (trunk: string) => !down.has(trunk),
  } as unknown as Connections;
  const relay = new Relay({
    connections: fake,
    neighbour: (name) => neighbours.find((n) => n.name === name),
    route: (digits) => routes.neighbourOf(digits),
    startTimer: (connection, afterMs) => void timers.set(connection, afterMs),
    stopTimer: (connection) => void timers.delete(connection),
    callMessage: (_call, from, message) => void told.push(`${from} ${message.message}`),
    callClearing: (_call, from, cause, ies) => {
      told.push(`${from} cleared ${cause}`);
      return ies;
    },
  });
  return { relay, sent, timers, told, down };
}

function neighbour(name: string, numbers: string, media: string): NeighbourConfig {
  const callCompletion = { peer: { busyNeedsDisconnect: true } };
  return { name, numbers: [numbers], media, trunk: { type: "lapd", side: "user" }, callCompletion } as never;
}

const bearer = (): InformationElement => {
  const value = bearerCapability.decode(Uint8Array.of(0x80, 0x90, 0xa3));
  if (value instanceof DecodeError) throw new Error("speech, 64 kbit/s, A-law decodes");
  return element(bearerCapability, value);
};

function setup(to: string, kind: "call" | "cis" = "call"): Extract<ConnectionEvent, { type: "setup" }> {
  const called = element(calledPartyNumber, { typeOfNumber: 0, numberingPlan: 9, digits: to });
  const ies =
    kind === "call"
      ? [bearer(), bChannelElement(7), called]
      : [
          element(bearerCapability, cisBearerCapability),
          element(channelIdentification, cisChannelIdentification),
          called,
        ];
  return { type: "setup", connection: 1, trunk: "a", kind, message: message("SETUP", ies) };
}

function message(name: MessageName, ies: readonly InformationElement[] = []): Message {
  return { callReference: { value: 1, flag: 0, length: 2 }, type: 0, message: name, ies, problems: [] };
}

const from = (connection: number, name: MessageName, ies: readonly InformationElement[] = []) =>
  ({ type: "message", connection, trunk: connection === 1 ? "a" : "b", message: message(name, ies) }) as const;

const cleared = (connection: number, cause: number) =>
  ({
    type: "clearing",
    connection,
    trunk: connection === 1 ? "a" : "b",
    cause,
    reason: "message",
    message: message("RELEASE COMPLETE", [causeElement(cause, 5)]),
  }) as const;

describe("relay", () => {
  it("answers a bearer SETUP with CALL PROCEEDING and sends it on with a channel of the other trunk", () => {
    const { relay, sent } = world();
    const call = relay.setup(setup("2001"));
    expect(sent.map(({ to, what }) => `${to} ${what}`)).to.deep.equal(["1 CALL PROCEEDING", "101 SETUP b call"]);
    expect(find({ ies: sent[1]?.ies ?? [] }, channelIdentification)?.channels).to.deep.equal([1]);
    expect(call?.sent).to.equal(sent[1]?.ies);
  });

  it("leaves the channel alone where the timeslots are wired through", () => {
    const { relay, sent } = world("through");
    relay.setup(setup("2001"));
    expect(find({ ies: sent[1]?.ies ?? [] }, channelIdentification)?.channels).to.deep.equal([7]);
  });

  for (const [what, number, cause] of [
    ["a number nobody has", "9001", 3],
    ["the trunk it came from", "1002", 3],
  ] as const) {
    it(`clears a call to ${what} with cause ${cause}`, () => {
      const { relay, sent } = world();
      expect(relay.setup(setup(number))).to.equal(undefined);
      expect(sent.map(({ what }) => what)).to.deep.equal([`clear ${cause}`]);
    });
  }

  it("clears a call over a trunk that is down with cause 27", () => {
    const { relay, sent, down } = world();
    down.add("b");
    relay.setup(setup("2001"));
    expect(sent.map(({ what }) => what)).to.deep.equal(["clear 27"]);
  });

  it("passes what has meaning for the call and keeps CALL PROCEEDING on its leg", () => {
    const { relay, sent, told } = world();
    relay.setup(setup("2001"));
    for (const name of ["CALL PROCEEDING", "ALERTING", "CONNECT", "CONNECT ACKNOWLEDGE"] as const) {
      relay.message(from(101, name));
    }
    relay.message(from(1, "FACILITY"));
    expect(sent.slice(2).map(({ to, what }) => `${to} ${what}`)).to.deep.equal([
      "1 ALERTING",
      "1 CONNECT",
      "101 FACILITY",
    ]);
    expect(told).to.deep.equal([
      "to CALL PROCEEDING",
      "to ALERTING",
      "to CONNECT",
      "to CONNECT ACKNOWLEDGE",
      "from FACILITY",
    ]);
  });

  it("turns RELEASE COMPLETE 17 into DISCONNECT with the same Cause octets (R1)", () => {
    const { relay, sent } = world();
    relay.setup(setup("2001"));
    relay.clearing(cleared(101, 17));
    const last = sent.at(-1);
    expect(last?.what).to.equal("clear 17 D");
    expect(last?.ies.map((ie) => [...ie.octets])).to.deep.equal([[0x08, 2, 0x85, 0x91]]);
  });

  it("tells the other leg of the first clearing only", () => {
    const { relay, sent } = world();
    relay.setup(setup("2001"));
    relay.clearing(cleared(101, 17));
    relay.clearing(cleared(1, 16));
    expect(sent.filter(({ what }) => what.startsWith("clear"))).to.have.length(1);
  });

  it("waits for B's first response on a call-independent connection, then sends its own CALL PROCEEDING (R1)", () => {
    const { relay, sent, timers } = world();
    relay.setup(setup("2001", "cis"));
    expect(sent.map(({ what }) => what)).to.deep.equal(["SETUP b cis"]);
    expect(timers.get(1)).to.equal(ownCallProceedingMs);
    relay.timer(1);
    relay.message(from(101, "CALL PROCEEDING"));
    relay.message(from(101, "CONNECT"));
    expect(sent.slice(1).map(({ to, what }) => `${to} ${what}`)).to.deep.equal(["1 CALL PROCEEDING", "1 CONNECT"]);
  });

  it("gives a channel back when its leg is gone, and refuses the 31st call with cause 34", () => {
    const { relay, sent } = world();
    const calls = Array.from({ length: 31 }, (_, i) => relay.setup({ ...setup("2001"), connection: 1000 + i }));
    expect(calls.at(-1)).to.equal(undefined);
    expect(sent.at(-1)?.what).to.equal("clear 34");
    relay.gone(calls[4]?.to.connection ?? 0);
    const again = relay.setup({ ...setup("2001"), connection: 2000 });
    expect(find({ ies: again?.sent ?? [] }, channelIdentification)?.channels).to.deep.equal([5]);
  });
});
