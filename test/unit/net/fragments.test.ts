import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { toHex } from "../../../codecs/shape.ts";
import { fragmentLimits, Fragments, type Joined } from "../../../codecs/trace/net/fragments.ts";
import { type Datagram, readDatagram } from "../../../codecs/trace/net/ip.ts";
import { Network } from "../../../codecs/trace/net/network.ts";
import { Random } from "../../../src/simulation/random.ts";
import { ascii, octets } from "../trace/octets.ts";
import { ip, udp } from "./packets.ts";

const protocols = { udp: 17 };

interface Place {
  readonly id?: number;
  readonly at: number;
  readonly more: boolean;
}

/** Part of a datagram of version 4; `at` counts octets. */
function fragment(part: Uint8Array, { id = 1, at, more }: Place): Uint8Array {
  const packet = ip(protocols.udp, part);
  packet.set([id >> 8, id & 0xff, (more ? 0x20 : 0) | (at >> 11), (at >> 3) & 0xff], 4);
  return packet;
}

/** The same in version 6, from ::1 to ::2. */
function fragment6(part: Uint8Array, { id = 1, at, more }: Place): Uint8Array {
  const length = 8 + part.length;
  const head = [0x60, 0, 0, 0, length >> 8, length & 0xff, 44, 64];
  const addresses = [...new Uint8Array(15), 1, ...new Uint8Array(15), 2];
  const own = [protocols.udp, 0, at >> 8, (at & 0xf8) | Number(more), 0, 0, id >> 8, id & 0xff];
  return Uint8Array.of(...head, ...addresses, ...own, ...part);
}

const setup = "080200010504038090a31803a98381";

function sipDatagram(): Uint8Array {
  const head = `INFO sip:gw@10.0.0.2 SIP/2.0\r\nContent-Type: application/qsig\r\nContent-Length: 15\r\n\r\n`;
  return udp({ from: 5060, to: 5060 }, Uint8Array.of(...ascii(head), ...octets(setup)));
}

function pieces(whole: Uint8Array, size: number, of = fragment, id = 1): Uint8Array[] {
  const places = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) => index * size);
  return places.map((at) => of(whole.subarray(at, at + size), { id, at, more: at + size < whole.length }));
}

/** What packets give: messages in hex, faults by their code. */
function read(packets: readonly Uint8Array[]): string[] {
  const network = new Network();
  const items = packets.flatMap((packet) => network.follow({ layer: "ip", octets: packet }));
  return [...items, ...network.end()].flatMap((item) => [
    ...(item.holds === "message" ? [toHex(item.octets)] : []),
    ...item.problems.map(({ code }) => code),
  ]);
}

function datagramOf(packet: Uint8Array): Datagram {
  const datagram = readDatagram(packet);
  return datagram instanceof DecodeError ? expect.fail(datagram.code) : datagram;
}

/** Hex and length of what came out, or the code of a fault. */
const told = (found: readonly (Joined | DecodeError)[]): string[] =>
  found.map((each) =>
    each instanceof DecodeError ? each.code : `${toHex(each.datagram.octets)} of ${each.datagram.length}`,
  );

describe("fragments of IP", () => {
  for (const [version, of] of [
    [4, fragment],
    [6, fragment6],
  ] as const) {
    it(`of version ${version} are put together in any order, each as often as it comes`, () => {
      const parts = pieces(sipDatagram(), 16, of);
      const random = new Random(version);
      for (let round = 0; round < 50; round += 1) {
        const order = [...parts, ...parts].map((part) => ({ part, place: random.below(1000) }));
        const shuffled = order.toSorted((left, right) => left.place - right.place).map(({ part }) => part);
        expect(read(shuffled)).to.deep.equal([setup]);
      }
    });
  }

  it("are told apart by their identification", () => {
    const [one = [], two = []] = [pieces(sipDatagram(), 40), pieces(sipDatagram(), 40, fragment, 2)];
    const mixed = one.flatMap((part, index) => [part, two[index] ?? part]);
    const fragments = new Fragments();
    const found = mixed.flatMap((packet) => fragments.put(datagramOf(packet), undefined));
    const whole = `${toHex(sipDatagram())} of ${sipDatagram().length}`;
    expect(told(found)).to.deep.equal([whole, whole]);
  });

  it("may overlap where they agree", () => {
    const whole = sipDatagram();
    const first = fragment(whole.subarray(0, 48), { at: 0, more: true });
    const again = fragment(whole.subarray(24, 64), { at: 24, more: true });
    const last = fragment(whole.subarray(56), { at: 56, more: false });
    expect(read([last, first, again])).to.deep.equal([setup]);
  });

  it("are a fault where they do not", () => {
    const whole = sipDatagram();
    const first = fragment(whole.subarray(0, 48), { at: 0, more: true });
    const again = first.slice();
    const other = fragment(
      whole.subarray(24, 64).map((octet) => octet ^ 1),
      { at: 24, more: true },
    );
    expect(read([first, other, again])).to.deep.equal(["badValue"]);
  });

  it("leave one fault where one is missing behind the first, and none where the first is", () => {
    const parts = pieces(sipDatagram(), 40);
    expect(read(parts.slice(0, -1))).to.deep.equal(["octetsLost"]);
    expect(read(parts.toSpliced(1, 1))).to.deep.equal(["octetsLost"]);
    expect(read(parts.slice(1))).to.deep.equal([]);
  });

  it("of a packet that the capture cut are a fault", () => {
    const [first = new Uint8Array(0), ...others] = pieces(sipDatagram(), 40);
    expect(read([first.subarray(0, -1), ...others])).to.deep.equal(["octetsLost"]);
  });

  it("of a complete datagram come again for as long as many others are remembered", () => {
    const fragments = new Fragments();
    const put = (id: number, at: number): number => {
      const part = fragment(octets("0102030405060708"), { id, at, more: at === 0 });
      return fragments.put(datagramOf(part), undefined).length;
    };
    for (let id = 1; id <= fragmentLimits.datagrams; id += 1) expect([put(id, 0), put(id, 8)]).to.deep.equal([0, 1]);
    expect([put(1, 0), put(1, 8)]).to.deep.equal([0, 0]);
    put(0, 0);
    put(0, 8);
    expect([put(1, 0), put(1, 8)]).to.deep.equal([0, 1]);
  });

  it("may reach the longest datagram and no further", () => {
    const fragments = new Fragments();
    const at = 65_528;
    const put = (part: string): string[] =>
      told(fragments.put(datagramOf(fragment(octets(part), { at, more: false })), undefined));
    expect(put("01020304050607")).to.deep.equal([]);
    expect(put("0102030405060708")).to.deep.equal(["tooLong"]);
  });

  it("of so many datagrams are waited for; then the oldest goes on as far as it came", () => {
    const fragments = new Fragments();
    const begin = (id: number): string[] =>
      told(fragments.put(datagramOf(fragment(octets("0102030405060708"), { id, at: 0, more: true })), id));
    for (let id = 1; id <= fragmentLimits.datagrams; id += 1) expect(begin(id)).to.deep.equal([]);
    expect(begin(fragmentLimits.datagrams + 1)).to.deep.equal(["0102030405060708 of 9"]);
    expect(fragments.end()).to.have.length(fragmentLimits.datagrams);
    expect(fragments.end()).to.have.length(0);
  });

  it("are waited for as long as they hold no more octets than the limit", () => {
    const fragments = new Fragments();
    const size = 32_768;
    const count = fragmentLimits.octets / size;
    const begin = (id: number): number => {
      const part = fragment(new Uint8Array(size - 8), { id: id >> 1, at: (id & 1) * size, more: true });
      return fragments.put(datagramOf(part), undefined).length;
    };
    const given = Array.from({ length: count }, (_, index) => begin(index));
    expect(given.every((each) => each === 0)).to.equal(true);
    // Each lacks 8 octets of its size: so many more may wait.
    const more = Array.from({ length: 2 }, (_, index) => begin(count + index));
    expect(more).to.deep.equal([1, 0]);
  });

  it("of one datagram may be so many; then it goes on as far as it came", () => {
    const fragments = new Fragments();
    const part = octets("0102030405060708");
    const put = (index: number): number =>
      fragments.put(datagramOf(fragment(part, { at: 16 * index, more: true })), undefined).length;
    for (let index = 0; index < fragmentLimits.ofOne; index += 1) expect(put(index)).to.equal(0);
    expect(put(fragmentLimits.ofOne)).to.equal(1);
    expect(fragments.end()).to.deep.equal([]);
  });
});
