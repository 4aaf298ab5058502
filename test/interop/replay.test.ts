import { expect } from "chai";
import { excuses } from "../../src/replay/excuses.ts";
import { stimuli } from "../../src/replay/stimuli.ts";
import { faultsOf, flowsOfFile, played, replayFiles } from "./replay-corpus.ts";

/** Why a side of a capture cannot be played by the core, and where the replay says so. */
const unplayable: { readonly [run: string]: { readonly why: string; readonly faults: readonly string[] } } = {
  ...releasedByLibpri("asked-released-before-b-is-free.pcapng a", 10),
  ...releasedByLibpri("asked-released-before-recall.pcapng a", 11),
  ...releasedByLibpri("asked-released-while-b-rings.pcapng a", 14),
  ...releasedByLibpri("asks-released-at-answer.pcapng b", 13),
  ...releasedByLibpri("asks-released-before-b-is-free.pcapng b", 10),
  ...releasedByLibpri("asks-released-before-dial.pcapng b", 11),
  ...releasedByLibpri("asks-released-while-b-rings.pcapng b", 14),
  "asked-no-number.pcapng a": {
    why: "user A has no number: the gateway knows its users by theirs, and offers call back to nobody else",
    faults: [
      "6 message: SETUP, not nothing",
      "9 message: CONNECT ACKNOWLEDGE, not nothing",
      "11 ccRingout: invoke, not nothing",
      "17 message: RELEASE COMPLETE, not nothing",
    ],
  },
};

function releasedByLibpri(run: string, number: number) {
  const why = "libpri was told to release the connection without ccCancel, which no row of our tables does";
  return { [run]: { why, faults: [`${number} message: RELEASE, not nothing`] } };
}

describe("replay of captures", () => {
  const files = replayFiles();
  const rules = new Set<string>();
  const cues = new Set<string>();

  for (const [name, path] of files) {
    for (const as of ["a", "b"] as const) {
      const run = `${name} ${as}`;
      const { why, faults = [] } = unplayable[run] ?? {};
      it(why === undefined ? `${run}: nothing is otherwise without a rule` : `${run} cannot be played: ${why}`, () => {
        for (const flow of flowsOfFile(path)) {
          const result = played(flow, as);
          expect(faultsOf(result), flow.name).to.deep.equal(faults);
          expect(result.compared, flow.name).to.be.greaterThan(0);
          for (const line of result.lines) {
            if (line.type === "cue") cues.add(line.words);
            else for (const { words } of line.differences) rules.add(words ?? "");
          }
        }
      });
    }
  }

  it("needs every row of its two tables, less those that R41 grants and no capture takes", function () {
    if (!files.has("libpri-sw10-sc60.pcap")) this.skip();
    // These stand in test/unit/replay.
    const granted = [
      "elements may stand in another order where each is the same",
      "who clears says so by its own location",
    ];
    const unused = excuses.map(({ words }) => words).filter((words) => !rules.has(words));
    expect(unused.filter((words) => !granted.includes(words))).to.deep.equal([]);
    expect(stimuli.map(({ words }) => words).filter((words) => !cues.has(words))).to.deep.equal([]);
  });

  it("names no capture that is not there", () => {
    const runs = [...files.keys()].flatMap((name) => [`${name} a`, `${name} b`]);
    expect(Object.keys(unplayable).filter((run) => !runs.includes(run))).to.deep.equal([]);
  });
});
