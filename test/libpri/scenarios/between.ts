import { expect } from "chai";
import type { PeerEvent } from "../../peers/libpri/protocol.ts";
import type { BetweenLive, BetweenScenario } from "../between.ts";
import type { Expected } from "../wire.ts";
import { answered, busyCall, free, type Records, recalled, requested } from "./steps-between.ts";
import type { Answer } from "./steps-gateway-asks.ts";
import {
  acceptedWire as acceptedByWest,
  busyCallWire as busyAtWest,
  cancelWire as cancelAtWest,
  freeWire as freeAtWest,
  proposalFor,
  recallWire as recallAtWest,
} from "./steps-gateway-asks.ts";
import {
  acceptedWire as acceptedAtEast,
  busyCallWire as busyAtEast,
  freeWire as freeAtEast,
  recallWire as recallAtEast,
} from "./steps-libpri-asks.ts";

const proposals = ["retain", "release", "any"] as const;
const responses = ["retain", "release"] as const;
type Proposal = (typeof proposals)[number];
type Response = (typeof responses)[number];

/** CC 5.2: what is asked is answered so, what is left open is the answering side's to choose. */
function answerTo(proposal: Proposal | "none", response: Response): Answer {
  const kept = proposal === "any" || proposal === "none" ? response : proposal;
  return kept === "retain" ? "retained" : "released";
}

/** The whole service where the gateway changes nothing: user A's libpri ends it at the answer. */
function relayed(proposal: Proposal, response: Response): BetweenScenario {
  const answer = answerTo(proposal, response);
  return {
    name: `relayed-${proposal}-${response}`,
    libpri: { east: [["ccretain", "request", proposal]], west: [["ccretain", "response", response]] },
    async run(live) {
      const records = await requested(live);
      expect(live.decision()).to.equal(undefined);
      await free(live, records);
      await answered(live, records, "relayed");
    },
    wire: {
      east: [
        ...busyAtEast,
        ...acceptedAtEast(answer),
        ...freeAtEast[answer],
        "< SETUP ccRingout",
        "> CALL PROCEEDING",
        "> ALERTING",
        "> CONNECT",
        "< CONNECT ACKNOWLEDGE",
        "< RELEASE 16 ccCancel",
        "> RELEASE COMPLETE 16",
        "< DISCONNECT 16",
        "> RELEASE 16",
        "< RELEASE COMPLETE 16",
      ],
      west: [
        ...busyAtWest,
        ...acceptedByWest(answer),
        // The libpri of user A leaves it at CALL PROCEEDING (CC 3.5 [RUN F2]).
        ...(answer === "retained" ? freeAtWest.retained : ["< SETUP ccExecPossible", "> CALL PROCEEDING"]),
        "> SETUP ccRingout",
        "< CALL PROCEEDING",
        "< ALERTING",
        "< CONNECT",
        "> CONNECT ACKNOWLEDGE",
        "> RELEASE 16 ccCancel",
        "< RELEASE COMPLETE 16",
        "> DISCONNECT 16",
        "< RELEASE 16",
        "> RELEASE COMPLETE 16",
      ],
    },
  };
}

/** libpri writes TRUE as 01; the gateway is told that west reads only ff, and bridges whatever is asked. */
const apart = { boolean: "0xff", anyTrue: false } as const;
const why = "bridged: east writes TRUE 01, west ff";

/** The whole service over a bridge: what user A's side asked for, what the gateway asks user B's for. */
function bridged(proposal: Proposal, ours: "retain" | "release" | "none", response: Response): BetweenScenario {
  const [atEast, atWest] = [answerTo(proposal, "retain"), answerTo(ours, response)];
  return {
    name: `bridged-${proposal}-${ours}-${response}`,
    gateway: { west: { peer: apart, our: { connectionProposal: ours } } },
    libpri: { east: [["ccretain", "request", proposal]], west: [["ccretain", "response", response]] },
    async run(live) {
      const records = await requested(live);
      expect(live.decision()).to.equal(why);
      await free(live, records);
      await answered(live, records, "bridged");
    },
    wire: {
      east: [...busyAtEast, ...acceptedAtEast(atEast), ...freeAtEast[atEast], ...recallAtEast],
      west: [...busyAtWest, ...acceptedByWest(atWest), ...freeAtWest[atWest], ...recallAtWest],
    },
  };
}

/** A bridge with the connection so on either side; what happens after the request was accepted. */
function between(
  what: string,
  [atEast, atWest]: readonly [Answer, Answer],
  run: (live: BetweenLive, records: Records) => Promise<void>,
  wire: { readonly east: readonly Expected[]; readonly west: readonly Expected[] },
): BetweenScenario {
  return {
    name: `bridged-${what}-${atEast}-${atWest}`,
    gateway: { west: { peer: apart, our: { connectionProposal: proposalFor[atWest] } } },
    libpri: { east: [["ccretain", "request", proposalFor[atEast]]] },
    run: async (live) => run(live, await requested(live)),
    wire: {
      east: [...busyAtEast, ...acceptedAtEast(atEast), ...wire.east],
      west: [...busyAtWest, ...acceptedByWest(atWest), ...wire.west],
    },
  };
}

const ways = [
  ["retained", "retained"],
  ["retained", "released"],
  ["released", "retained"],
  ["released", "released"],
] as const satisfies readonly (readonly [Answer, Answer])[];

/** User A is busy when user B becomes free, and free later. */
function suspended([atEast, atWest]: readonly [Answer, Answer]): BetweenScenario {
  return between(
    "suspend-resume",
    [atEast, atWest],
    async (live, records) => {
      const { east, west } = live;
      await east.command("ccstatus", records.ofA, "busy");
      await free(live, records);
      await west.quiet(300);
      await east.command("ccstatus", records.ofA, "free");
      await west.quiet(300);
      await free(live, records);
      await answered(live, records, "bridged");
    },
    {
      east: [
        ...(atEast === "retained"
          ? ["> FACILITY ccExecPossible", "< FACILITY ccSuspend"]
          : [
              "> SETUP ccExecPossible",
              "< CALL PROCEEDING",
              "< CONNECT ccSuspend",
              "> CONNECT ACKNOWLEDGE",
              // A quirk of libpri (CC 5.7 [RUN F8]): it must clear nothing.
              "< STATUS 101",
            ]),
        "< FACILITY ccResume",
        "> FACILITY ccExecPossible",
        ...recallAtEast,
      ],
      west: [
        ...freeAtWest[atWest],
        "> FACILITY ccSuspend",
        "> FACILITY ccResume",
        "< FACILITY ccExecPossible",
        ...recallAtWest,
      ],
    },
  );
}

/** As user A's libpri, or the gateway on that side, ends it before anybody was told. */
const cancelAtEast: Readonly<Record<"gateway" | "libpri", Readonly<Record<Answer, readonly string[]>>>> = {
  libpri: cancelAtWest.libpri,
  gateway: cancelAtWest.gateway,
};

function cancelled(by: "a" | "b", [atEast, atWest]: readonly [Answer, Answer]): BetweenScenario {
  return between(
    `cancel-by-${by}`,
    [atEast, atWest],
    async ({ east, west }, { ofA, ofB }) => {
      const [here, record, there] = by === "a" ? [east, ofA, west] : [west, ofB, east];
      await here.command("cccancel", record);
      await there.event("cc-cancel");
    },
    by === "a"
      ? { east: cancelAtEast.libpri[atEast], west: cancelAtWest.gateway[atWest] }
      : { east: cancelAtEast.gateway[atEast], west: cancelAtWest.libpri[atWest] },
  );
}

/** User B is busy again: libpri says 17 without an error, user A's side gets the error to its own ccRingout. */
function busyAgain([atEast, atWest]: readonly [Answer, Answer]): BetweenScenario {
  return between(
    "busy-again",
    [atEast, atWest],
    async (live, records) => {
      const { east, west } = live;
      await free(live, records);
      const { atA, atB } = await recalled(live, records);
      await west.command("hangup", atB, 17);
      await east.event("hangup-ack", { where: ({ call }) => call === atA });
    },
    {
      east: [
        ...freeAtEast[atEast],
        "< SETUP ccRingout",
        "> CALL PROCEEDING",
        ["> RELEASE 16 ccCancel", "> DISCONNECT 17 remoteUserBusyAgain", "< RELEASE COMPLETE 16", "< RELEASE 17"],
        "> RELEASE COMPLETE 17",
      ],
      west: [
        ...freeAtWest[atWest],
        "> SETUP ccRingout",
        "< CALL PROCEEDING",
        "< DISCONNECT 17",
        ["> RELEASE 17", "> RELEASE 16 ccCancel", "< RELEASE COMPLETE 17", "< RELEASE COMPLETE 16"],
      ],
    },
  );
}

/** User B's side refuses: user A's hears the same error. */
function refused(how: "short" | "long"): BetweenScenario {
  const error = how === "short" ? "shortTermRejection" : "longTermRejection";
  return {
    name: `bridged-refused-${how}`,
    gateway: { west: { peer: apart } },
    libpri: {},
    async run(live) {
      const { east, west } = live;
      const { ofA, ofB } = await busyCall(live);
      await east.command("ccreq", ofA, "ccbs");
      await west.event("cc-request", { where: ({ cc }) => cc === ofB });
      await west.command("ccrsp", ofB, how);
      const isAnswer = ({ cc }: PeerEvent<"cc-response">) => cc === ofA;
      expect((await east.event("cc-response", { where: isAnswer })).status).to.equal("error");
    },
    wire: {
      east: [
        ...busyAtEast,
        "< SETUP ccbsRequest",
        "> CALL PROCEEDING",
        `> RELEASE 16 ${error}`,
        "< RELEASE COMPLETE 16",
      ],
      west: [
        ...busyAtWest,
        "> SETUP ccbsRequest",
        "< CALL PROCEEDING",
        `< RELEASE 16 ${error}`,
        "> RELEASE COMPLETE 16",
      ],
    },
  };
}

export const suites: readonly { readonly title: string; readonly scenarios: readonly BetweenScenario[] }[] = [
  {
    title: "relayed: what A asks, what B answers",
    scenarios: proposals.flatMap((proposal) => responses.map((response) => relayed(proposal, response))),
  },
  {
    title: "bridged: what A asks, what the gateway asks, what B answers",
    scenarios: proposals.flatMap((proposal) => [
      bridged(proposal, "retain", "retain"),
      bridged(proposal, "release", "retain"),
      bridged(proposal, "none", "retain"),
      bridged(proposal, "none", "release"),
    ]),
  },
  { title: "A is busy", scenarios: ways.map(suspended) },
  { title: "cancelled", scenarios: ways.flatMap((way) => [cancelled("a", way), cancelled("b", way)]) },
  { title: "B is busy again", scenarios: ways.map(busyAgain) },
  { title: "refused", scenarios: [refused("short"), refused("long")] },
];

/** Of every pair of trunk types: a whole service either way of keeping it, and one that ends in a gateway. */
export const ofEveryPair: readonly BetweenScenario[] = [
  relayed("retain", "retain"),
  relayed("release", "release"),
  bridged("retain", "release", "retain"),
];
