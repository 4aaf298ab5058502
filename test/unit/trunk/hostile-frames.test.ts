import { expect } from "chai";
import fc from "fast-check";
import type { LapdTrunkConfig } from "../../../src/config.ts";
import { messagesQueuedPerLink } from "../../../src/trunk/data-link.ts";
import { LapdTrunk } from "../../../src/trunk/lapd.ts";
import { octets, TrunkBench, trunk } from "./bench.ts";

const config: LapdTrunkConfig = {
  type: "lapd",
  role: "listen",
  host: "127.0.0.1",
  port: 0,
  side: "user",
  t309Ms: 6000,
};

/** Any octets, and octets that look like a frame of ours as far as the address, or the control field, goes. */
const anyFrame = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.uint8Array({ maxLength: 12 }).map((rest) => Uint8Array.of(0x02, 0x01, ...rest)),
  fc.uint8Array({ maxLength: 12 }).map((rest) => Uint8Array.of(0x00, 0x01, ...rest)),
  fc
    .tuple(fc.constantFrom(0x00, 0x02), fc.constantFrom(0x01, 0x05, 0x09), fc.nat(255))
    .map(([address, control, rest]) => Uint8Array.of(address, 0x01, control, rest)),
  fc
    .tuple(
      fc.constantFrom(0x00, 0x02),
      fc.constantFrom(0x6f, 0x0f, 0x03, 0x43, 0x63, 0x87, 0xaf),
      fc.constantFrom(0, 0x10),
    )
    .map(([address, control, poll]) => Uint8Array.of(address, 0x01, control | poll)),
  fc
    .tuple(fc.nat(127), fc.nat(127), fc.boolean(), fc.uint8Array({ maxLength: 20 }))
    .map(([ns, nr, poll, rest]) => Uint8Array.of(0x02, 0x01, ns << 1, (nr << 1) | Number(poll), ...rest)),
);

const act = fc.oneof(
  { weight: 8, arbitrary: anyFrame.map((frame) => ({ do: "frame" as const, frame })) },
  { weight: 2, arbitrary: fc.constant({ do: "send" as const }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 12_000 }).map((ms) => ({ do: "wait" as const, ms })) },
);

describe("trunk lapd: hostile frames", () => {
  it("never throws, never grows, and the link works again once the peer behaves", () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 120 }), (acts) => {
        const made = new TrunkBench(new LapdTrunk(trunk, config));
        made.handle({ type: "start" });
        made.handle({ type: "opened", channel: "in-1", by: "peer" });
        made.receive(octets("00 01 73"));
        for (const each of acts) {
          if (each.do === "frame") made.receive(each.frame);
          else if (each.do === "send") send(made);
          else made.advance(each.ms);
          expect(made.frames().length, "frames sent for one").to.be.at.most(8);
          expect(made.timers.size).to.be.at.most(3);
        }
        recover(made);
      }),
      { numRuns: 1500 },
    );
  });

  it("a flood of frames of one message each does not fill the queue of another direction", () => {
    const made = new TrunkBench(new LapdTrunk(trunk, config));
    made.handle({ type: "opened", channel: "in-1", by: "peer" });
    made.receive(octets("00 01 73"));
    for (let count = 0; count < 2 * messagesQueuedPerLink; count++) {
      made.receive(octets(`02 01 ${hexOf((count % 128) << 1)} 00 08 02 00 01 62`));
    }
    expect(made.machine.up).to.equal(true);
    expect(made.alarms()).to.deep.equal([]);
  });
});

function send(made: TrunkBench): void {
  made.machine.sendUnder({ value: 1, flag: 0, length: 2 }, { message: "FACILITY", ies: [] }, made);
}

/** A peer that sets the link up as Q.921 says, whatever came before. */
function recover(made: TrunkBench): void {
  made.events.length = 0;
  made.receive(octets("02 01 7f"));
  made.receive(octets("00 01 73"));
  expect(made.machine.up, "up").to.equal(true);
  made.taken();
  made.receive(octets("02 01 00 01 08 02 00 07 62"));
  expect(made.frames(), "acknowledges").to.include("02 01 01 03");
  const last = made.events.at(-1);
  expect(last?.type === "unknownReference" && last.message.callReference.value).to.equal(7);
}

function hexOf(octet: number): string {
  return octet.toString(16).padStart(2, "0");
}
