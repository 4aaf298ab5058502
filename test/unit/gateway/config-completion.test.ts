import { expect } from "chai";
import { loadConfig } from "../../../gateway/config/load.ts";
import type { CallCompletionConfig } from "../../../src/config.ts";

/** One neighbour with this under callCompletion. */
const completion = (text: string) => `
neighbours:
  east:
    numbers: [1xxx]
    trunk: { type: demo }
    lines: { type: demo }
    phones: { type: demo }
    callCompletion: { ${text} }
`;

function completionOf(text: string): CallCompletionConfig | undefined {
  const loaded = loadConfig(completion(text));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.config.core.neighbours[0]?.callCompletion;
}

function faults(text: string): string[] {
  const loaded = loadConfig(completion(text));
  return loaded.ok ? [] : loaded.faults.map((fault) => `${fault.path} ${fault.text}`);
}

describe("configuration of call completion", () => {
  // R9, R21, R3, R35: our own timers.
  const timers: readonly (readonly [string, keyof CallCompletionConfig, number])[] = [
    ["response: 2s", "responseMs", 2000],
    ["slot: 1min", "slotMs", 60_000],
    ["dial: 20s", "dialMs", 20_000],
    ["userBusy: 10min", "userBusyMs", 600_000],
    ["ring: 2min", "ringMs", 120_000],
  ];
  for (const [text, key, ms] of timers) {
    it(`a timer can be set: ${text}`, () => {
      expect(completionOf(text)?.[key]).to.equal(ms);
    });
  }

  it("R9: T_RESPONSE is under half of the peer's T1", () => {
    expect(faults("peer: { t1: 8s }")).to.have.length(1);
    expect(faults("response: 5s, peer: { t1: 10s }")[0]).to.match(
      /callCompletion\.response must be under half of peer\.t1: after 10 s /,
    );
    expect(faults("response: 4999ms, peer: { t1: 10s }")).to.deep.equal([]);
    expect(faults("peer: { t1: 9s }")).to.deep.equal([]);
  });

  it("R10: no path is reserved for an assisted neighbour, and the fault says why", () => {
    const text = "mode: assisted, our: { noPathReservation: false }";
    expect(faults(text)).to.have.length(1);
    expect(faults(text)[0]).to.match(
      /our\.noPathReservation must be true: no path is reserved for an assisted neighbour/,
    );
  });
});
