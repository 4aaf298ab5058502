import { expect } from "chai";
import { DecodeError, decodeMessage } from "../../../codecs/index.ts";
import { cutIntoSegments } from "../../../codecs/q931/segments.ts";
import { toHex } from "../../../codecs/shape.ts";
import { Layer3 } from "../../../src/trunk/layer3.ts";
import { SegmentStore, segmentedMessagesPerLink, t314Ms } from "../../../src/trunk/segment-store.ts";
import { TrunkBench } from "./bench.ts";

const ies = [200, 100].map((length) => ({ id: 0x28, codeset: 0, octets: new Uint8Array(length) }));
for (const { octets } of ies) octets.set([0x28, octets.length - 2]);
const draft = { message: "FACILITY", ies } as const;

function segmentsOf(value: number): readonly Uint8Array[] {
  return cutIntoSegments({ value, flag: 0, length: 2 }, draft, 260) ?? [];
}

function read(octets: Uint8Array | undefined) {
  const message = octets === undefined ? undefined : decodeMessage(octets);
  if (message === undefined || message instanceof DecodeError) throw new Error("a segment decodes");
  return message;
}

describe("segments on a link (CC 2.4)", () => {
  it("are put together, and what is told is the message that was cut", () => {
    const layer3 = new Layer3("east");
    const bench = new TrunkBench({} as never);
    const [first, second] = segmentsOf(7);
    expect(layer3.receive(first ?? new Uint8Array(), bench)).to.equal(undefined);
    const event = layer3.receive(second ?? new Uint8Array(), bench);
    if (event?.type !== "unknownReference") throw new Error(`${event?.type}`);
    expect(event.message.message).to.equal("FACILITY");
    expect(event.message.ies.map(({ octets }) => toHex(octets))).to.deep.equal(ies.map(({ octets }) => toHex(octets)));
  });

  it("are sent where a message is longer than the link takes and the peer takes them", () => {
    const bench = new TrunkBench({} as never);
    const reference = { value: 7, flag: 0, length: 2 } as const;
    const carried = (longest?: number) => {
      const sent: Uint8Array[] = [];
      new Layer3("east", [], longest).send(reference, draft, bench, (octets) => sent.push(octets) > 0);
      return sent.map((octets) => `${octets[4]?.toString(16)} ${octets.length}`);
    };
    expect(carried(260)).to.deep.equal(["60 209", "60 109"]);
    expect(carried(305)).to.deep.equal(["62 305"]);
    expect(carried()).to.deep.equal(["62 305"]);
  });

  it("are dropped when the next is late (T314) or not the one that is due", () => {
    const store = new SegmentStore();
    const [first, second] = segmentsOf(7);
    store.take(read(first), 0);
    expect(store.take(read(second), t314Ms - 1)).to.be.instanceOf(Uint8Array);
    store.take(read(first), 0);
    expect(store.take(read(second), t314Ms)).to.be.instanceOf(DecodeError);
    expect(store.take(read(second), 0)).to.be.instanceOf(DecodeError);
  });

  it(`are kept of ${segmentedMessagesPerLink} messages; one more costs the oldest`, () => {
    for (const [more, isWhole] of [
      [0, true],
      [1, false],
    ] as const) {
      const store = new SegmentStore();
      for (let value = 1; value <= segmentedMessagesPerLink + more; value++) store.take(read(segmentsOf(value)[0]), 0);
      expect(store.take(read(segmentsOf(1)[1]), 1) instanceof Uint8Array).to.equal(isWhole);
    }
  });
});
