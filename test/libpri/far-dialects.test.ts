import { expect } from "chai";
import { type DialectName, dialects } from "../../src/completion/dialects.ts";
import { requirePeer } from "../peers/require.ts";
import { FarDialect } from "./far-dialects.ts";
import * as farAsks from "./scenarios/steps-gateway-asks.ts";
import type { Answer } from "./scenarios/steps-gateway-asks.ts";
import * as libpriAsks from "./scenarios/steps-libpri-asks.ts";
import { type Expected, wireDifference } from "./wire.ts";

const names = Object.keys(dialects) as DialectName[];

/** By hand (systems 7.1): how each make answers where it may choose, and what it asks for. */
const makes: Readonly<Record<DialectName, { readonly answers: Answer; readonly asks: Answer | "either" }>> = {
  "generic-iso": { answers: "retained", asks: "either" },
  "cisco-cucm": { answers: "retained", asks: "retained" },
  "avaya-cm": { answers: "released", asks: "released" },
  "mitel-3300": { answers: "retained", asks: "either" },
  "nec-neax": { answers: "retained", asks: "either" },
  libpri: { answers: "retained", asks: "retained" },
  "siemens-hicom": { answers: "retained", asks: "either" },
  "ecma-legacy": { answers: "released", asks: "either" },
};

/** libpri's option, and what it stands for. */
const asked = { retain: "retained", release: "released", any: "either" } as const;
type Asked = keyof typeof asked;

/** Why the gateway joins libpri's request with that far side by two of its own; undefined where it relays it (R6). */
function bridgedTo(far: DialectName, request: Asked): string | undefined {
  if (request === "retain" && far === "avaya-cm") return "bridged: libpri wants the connection kept, far releases it";
  return far === "ecma-legacy" ? "bridged: libpri writes operations as integers, far as OBJECT IDENTIFIERs" : undefined;
}

function bridgedFrom(far: DialectName): string | undefined {
  return far === "ecma-legacy" ? "bridged: far writes operations as OBJECT IDENTIFIERs, libpri as integers" : undefined;
}

/** How often the end is looked for: the last messages cross two gateways. */
const looks = 30;

async function finish(run: FarDialect, wire: readonly Expected[]): Promise<void> {
  await run.libpri.quiet();
  const isOver = () => wireDifference(run.wire, wire) === undefined && run.open === 0;
  for (let look = 0; look < looks && !isOver(); look += 1) await run.libpri.quiet();
  const difference = wireDifference(run.wire, wire);
  if (difference !== undefined) throw new Error(difference);
  expect(run.open, "requests that are left open").to.equal(0);
}

/** libpri is user A's PBX: Dora calls Anna, who is busy at the far PBX. */
async function libpriAsksFar(far: DialectName, request: Asked): Promise<void> {
  const run = await FarDialect.start(far, ["request", request]);
  try {
    const { cc } = await libpriAsks.requested(run);
    const why = bridgedTo(far, request);
    expect(run.decision()).to.equal(why);
    const open = why === undefined ? makes[far].answers : "retained";
    const answer = asked[request] === "either" ? open : asked[request];
    await libpriAsks.annaIsFree(run, cc);
    const { call } = await libpriAsks.recalled(run, cc);
    await libpriAsks.answered(run, call);
    await finish(run, [
      ...libpriAsks.busyCallWire,
      ...libpriAsks.acceptedWire(answer),
      ...libpriAsks.freeWire[answer],
      ...libpriAsks.recallWire,
    ]);
  } finally {
    await run.stop();
  }
}

/** The far PBX is user A's: Anna calls Dora, who is busy at libpri. */
async function farAsksLibpri(far: DialectName, response: "retain" | "release"): Promise<void> {
  const run = await FarDialect.start(far, ["response", response]);
  try {
    const { cc } = await farAsks.requested(run);
    const why = bridgedFrom(far);
    expect(run.decision()).to.equal(why);
    // Over a bridge the gateway asks as its row of libpri says: keep it.
    const wanted = why === undefined ? makes[far].asks : "retained";
    const answer = wanted === "either" ? asked[response] : wanted;
    await farAsks.available(run, cc);
    const { call } = await farAsks.recalled(run);
    await farAsks.answered(run, call);
    await finish(run, [
      ...farAsks.busyCallWire,
      ...farAsks.acceptedWire(answer),
      ...farAsks.freeWire[answer],
      ...farAsks.recallWire,
    ]);
  } finally {
    await run.stop();
  }
}

/** A living libpri on one side, every dialect of the table on the other, call back both ways through the gateway. */
describe("live libpri and every dialect of the table", () => {
  before(function () {
    requirePeer(this, "libpri");
  });

  for (const far of names) {
    for (const request of Object.keys(asked) as Asked[]) {
      it(`libpri asks ${far} to ${request}`, () => libpriAsksFar(far, request));
    }
    for (const response of ["retain", "release"] as const) {
      it(`${far} asks libpri, which answers ${response}`, () => farAsksLibpri(far, response));
    }
  }
});
