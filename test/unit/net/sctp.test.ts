import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { waitingOctetsLimit } from "../../../codecs/trace/net/in-order.ts";
import { SctpDirection, sctpMessageLimits } from "../../../codecs/trace/net/sctp.ts";
import { data, sctp } from "./packets.ts";

const beginning = 2;
const end = 1;

/** What comes of a message in these parts: its octets, whether it is whole, what still waits. */
function send(parts: readonly Uint8Array[], budget = { octets: 0 }): readonly unknown[] {
  const direction = new SctpDirection(budget);
  const found = parts.flatMap((octets, at) => {
    const flags = (at === 0 ? beginning : 0) | (at === parts.length - 1 ? end : 0);
    return direction.push(sctp({ from: 1, to: 2 }, 7, data({ tsn: at + 1, octets, flags })));
  });
  return found.map((each) => (each instanceof DecodeError ? each.code : [each.octets.length, each.isWhole]));
}

const cut = (octets: number, parts: number): Uint8Array[] => {
  const each = Math.ceil(octets / parts);
  return Array.from({ length: parts }, (_, at) => new Uint8Array(Math.min(each, octets - at * each)));
};

describe("user messages of SCTP", () => {
  const { octets, parts } = sctpMessageLimits;

  it("are whole up to their limit of octets, and end there past it", () => {
    expect(send(cut(octets, 8))).to.deep.equal([[octets, true]]);
    expect(send(cut(octets + 8, 8))).to.deep.equal([[octets + 8, false]]);
  });

  it("are whole up to their limit of parts, and end there past it", () => {
    expect(send(cut(parts, parts))).to.deep.equal([[parts, true]]);
    expect(send(cut(parts + 1, parts + 1))).to.deep.equal([[parts + 1, false]]);
  });

  it("wait within what all flows may hold, and give it back", () => {
    const budget = { octets: 0 };
    expect(send(cut(3000, 3), budget)).to.deep.equal([[3000, true]]);
    expect(budget.octets).to.equal(0);
    const full = { octets: waitingOctetsLimit };
    expect(send(cut(3000, 3), full)).to.deep.equal([[1000, false]]);
    expect(full.octets).to.equal(waitingOctetsLimit);
  });
});
