import { expect } from "chai";
import { toHex } from "../../codecs/shape.ts";
import { h323Config, H323Relay, lines } from "../unit/core/h323-relay.ts";
import { requireSharedTraces, rowsOf } from "./shared-traces.ts";

/** Three calls; the reader of traces gives each message once, though each packet is in the file twice. */
const messages = () => rowsOf("ndpi-h323.pcap").map(({ item }) => item.octets);
/** The first of the calls has no number. */
const anybody = h323Config({ numbers: "*" });
const isSetup = (octets: Uint8Array) => octets[4] === 0x05;

describe("calls of a line between two h323 trunks", () => {
  before(function () {
    requireSharedTraces(this);
  });

  it("pass the relay unchanged, bit for bit, their call references included", () => {
    const relay = new H323Relay(anybody);
    const whole = messages();
    let calls = 0;
    for (const octets of whole) {
      // The flag of the reference says who speaks.
      const isCaller = ((octets[2] ?? 0) & 0x80) === 0;
      if (isSetup(octets)) {
        // The one before is over, though the trace does not show its end: two of them have the same reference.
        if (calls > 0) relay.give({ type: "closed", trunk: "west", channel: `in-${calls}`, reason: "closed" });
        relay.taken();
        calls += 1;
      }
      const called = [...(relay.open.get("east") ?? [])].at(-1) ?? "";
      relay.receive(isCaller ? "west" : "east", isCaller ? `in-${calls}` : called, octets);
      const sent = relay.taken().map(({ trunk, octets: out }) => `${trunk} ${toHex(out)}`);
      expect(sent).to.deep.equal([`${isCaller ? "east" : "west"} ${toHex(octets)}`]);
    }
    expect(whole.map((octets) => octets[4])).to.deep.equal([5, 2, 1, 7, 5, 1, 5, 0x5a]);
    expect(relay.alarms()).to.deep.equal([]);
  });

  it("get another reference where a call of ours has theirs, and no other bit changes", () => {
    const relay = new H323Relay(anybody);
    const [setup = new Uint8Array(0)] = messages();
    relay.receive("west", "in-1", setup);
    relay.receive("west", "in-2", setup);
    const [first, second] = relay.taken();
    expect(lines([first, second].flatMap((each) => each ?? []))).to.deep.equal(["east SETUP", "east SETUP"]);
    const due = Uint8Array.from(setup);
    due.set((second?.octets ?? due).subarray(2, 4), 2);
    expect(toHex(second?.octets ?? setup)).to.equal(toHex(due));
    expect(toHex(first?.octets ?? due)).to.equal(toHex(setup));
    expect(toHex(due)).to.not.equal(toHex(setup));
  });
});
