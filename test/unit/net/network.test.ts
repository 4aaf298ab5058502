import { expect } from "chai";
import { encodeIua, iuaTags } from "../../../codecs/iua/index.ts";
import { toHex } from "../../../codecs/shape.ts";
import type { TraceItem } from "../../../codecs/trace/message.ts";
import { flowsLimit, Network, repeatedDatagramsLimit } from "../../../codecs/trace/net/network.ts";
import { Random } from "../../../src/simulation/random.ts";
import { ascii, octets } from "../trace/octets.ts";
import { data, ip, sctp, tcp, udp } from "./packets.ts";

const protocols = { tcp: 6, udp: 17, sctp: 132 };
const ends = { from: 40_000, to: 5060 };
const setup = "080200010504038090a31803a98381";

function sip(body: string, type = "application/qsig"): Uint8Array {
  const head = `INFO sip:gw@10.0.0.2 SIP/2.0\r\nContent-Type: ${type}\r\nContent-Length: ${body.length / 2}\r\n\r\n`;
  return Uint8Array.of(...ascii(head), ...octets(body));
}

const follow = (network: Network, packet: Uint8Array): TraceItem[] => network.follow({ layer: "ip", octets: packet });

/** The messages and the faults that a list of packets gives. */
function read(packets: readonly Uint8Array[]): string[] {
  const network = new Network();
  return [...packets.flatMap((packet) => follow(network, packet)), ...network.end()].flatMap((item) => [
    ...(item.holds === "message" ? [`${item.carrier} ${toHex(item.octets)}`] : []),
    ...item.problems.map(({ code }) => code),
  ]);
}

function cut(stream: Uint8Array, random: Random): { at: number; octets: Uint8Array }[] {
  const parts: { at: number; octets: Uint8Array }[] = [];
  for (let at = 0; at < stream.length; ) {
    const count = 1 + random.below(120);
    parts.push({ at, octets: stream.subarray(at, at + count) });
    at += count;
  }
  return parts;
}

/** Each up to three times and out of its place by a few. */
function disturb<T>(parts: readonly T[], random: Random): T[] {
  return parts
    .flatMap((part, at) => Array.from({ length: 1 + random.below(3) }, () => ({ part, place: at + random.below(12) })))
    .toSorted((left, right) => left.place - right.place)
    .map(({ part }) => part);
}

const references = Array.from({ length: 9 }, (_, at) => `08020${at}015a`);
const messages = references.map((each) => `${each}08028090`);

describe("messages over TCP", () => {
  const segment = (at: number, part: Uint8Array, flags?: number): Uint8Array =>
    ip(protocols.tcp, tcp(ends, 1000 + at, part, flags));

  it("come once and in order, however the stream was cut, repeated and reordered", () => {
    const stream = Uint8Array.from(messages.flatMap((message) => [...sip(message)]));
    for (let seed = 0; seed < 60; seed += 1) {
      const random = new Random(seed);
      const packets = disturb(cut(stream, random), random).map((part) => segment(part.at, part.octets));
      const due = messages.map((message) => `sip ${message}`);
      expect(read([segment(-1, octets(""), 2), ...packets]), `seed ${seed}`).to.deep.equal(due);
    }
  });

  it("leave one fault where a segment was lost in the middle of one, and the next ones stay", () => {
    const [first, second, third] = messages.slice(0, 3).map((message) => sip(message));
    if (!first || !second || !third) return expect.fail("no messages");
    const parts = [first, second.subarray(0, 50), second.subarray(50), third];
    let at = 0;
    const packets = parts.map((part) => {
      at += part.length;
      return segment(at - part.length, part);
    });
    packets.splice(2, 1);
    expect(read(packets)).to.deep.equal([`sip ${messages[0]}`, "octetsLost", `sip ${messages[2]}`]);
  });

  it("leave a fault too where a whole one was lost", () => {
    const [first, second, third] = messages.slice(0, 3).map((message) => sip(message));
    if (!first || !second || !third) return expect.fail("no messages");
    const packets = [segment(0, first), segment(first.length + second.length, third)];
    expect(read(packets)).to.deep.equal([`sip ${messages[0]}`, "octetsLost", `sip ${messages[2]}`]);
  });

  it("begun in one connection do not end in the next between the same ports", () => {
    const whole = sip(setup);
    const packets = [segment(0, whole.subarray(0, 50)), segment(90_000, octets(""), 2), segment(90_001, whole)];
    expect(read(packets)).to.deep.equal(["octetsLost", `sip ${setup}`]);
  });

  it("tell where the capture cut the packet", () => {
    const whole = segment(0, sip(setup));
    expect(read([whole.subarray(0, whole.length - 4)])).to.deep.equal(["octetsLost"]);
  });

  it("are found in a stream whose beginning nobody captured", () => {
    expect(read([segment(0, ascii("rest of a header\r\n\r\n")), segment(20, sip(setup))])).to.deep.equal([
      `sip ${setup}`,
    ]);
  });

  it("are none in other streams, which leave no fault", () => {
    expect(read([segment(0, ascii("GET / HTTP/1.1\r\n\r\n")), segment(18, octets("0300001602f08032"))])).to.deep.equal(
      [],
    );
  });

  it("are told by host, not by port, who sent them", () => {
    const [item] = follow(new Network(), segment(0, sip(setup)));
    expect(item?.sender).to.deep.equal({ self: "10.0.0.1", peer: "10.0.0.2" });
    const [local] = follow(new Network(), ip(protocols.tcp, tcp(ends, 0, sip(setup)), 1, 1));
    expect(local?.sender).to.deep.equal({ self: "10.0.0.1:40000", peer: "10.0.0.1:5060" });
  });

  it("of no more than the limit of connections are waited for", () => {
    const network = new Network();
    const begin = (from: number): TraceItem[] =>
      follow(network, ip(protocols.tcp, tcp({ from, to: 5060 }, 0, sip(setup).subarray(0, 60))));
    for (let from = 1; from <= flowsLimit; from += 1) expect(begin(from)).to.have.length(1);
    const [given] = begin(flowsLimit + 1);
    expect(given?.problems.map(({ code }) => code)).to.deep.equal(["octetsLost"]);
  });
});

describe("messages over SCTP", () => {
  const dataRequest = (message: string): Uint8Array =>
    encodeIua("DATA request", [{ tag: iuaTags.protocolData, value: octets(message) }]);
  const packet = (...chunks: readonly Uint8Array[]): Uint8Array =>
    ip(protocols.sctp, sctp({ from: 9900, to: 9900 }, 7, ...chunks));

  it("come once and in order, however their chunks were repeated, reordered and bundled", () => {
    let tsn = 0xffff_fff0;
    const init = Uint8Array.of(1, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0xff, 0xff, 0xff, 0xf0);
    for (let seed = 0; seed < 60; seed += 1) {
      const random = new Random(seed);
      tsn = 0xffff_fff0;
      const chunks = messages.flatMap((message) => {
        const parts = cut(dataRequest(message), random).flatMap(({ octets: part }) => [
          part.subarray(0, part.length >> 1),
          part.subarray(part.length >> 1),
        ]);
        return parts.map((part, at) => {
          const flags = (at === 0 ? 2 : 0) + (at === parts.length - 1 ? 1 : 0);
          return data({ tsn: (tsn++ & 0xffff_ffff) >>> 0, octets: part, flags });
        });
      });
      const order = disturb(chunks, random);
      const packets: Uint8Array[] = [];
      while (order.length > 0) packets.push(packet(...order.splice(0, 1 + random.below(3))));
      const due = messages.map((message) => `iua ${message}`);
      expect(read([packet(init), ...packets]), `seed ${seed}`).to.deep.equal(due);
    }
  });

  it("leave one fault where a part was lost", () => {
    const [first = octets("")] = messages.map(dataRequest);
    const chunks = [
      data({ tsn: 1, octets: first.subarray(0, 8), flags: 2 }),
      data({ tsn: 3, octets: first.subarray(12), flags: 1 }),
      data({ tsn: 4, octets: dataRequest(setup) }),
    ];
    expect(read([packet(...chunks)])).to.deep.equal(["octetsLost", `iua ${setup}`]);
  });

  it("are read in UDP too, and anew after a restart with another tag", () => {
    const inUdp = (tag: number, tsn: number): Uint8Array => {
      const inner = sctp({ from: 9900, to: 9900 }, tag, data({ tsn, octets: dataRequest(setup) }));
      return ip(protocols.udp, udp({ from: 9899, to: 9899 }, inner));
    };
    expect(read([inUdp(7, 100), inUdp(7, 100), inUdp(8, 5)])).to.deep.equal([`iua ${setup}`, `iua ${setup}`]);
  });

  it("of another payload protocol are passed over; chunks whose length lies are a fault", () => {
    expect(read([packet(data({ tsn: 1, octets: octets(setup), payloadProtocol: 3 }))])).to.deep.equal([]);
    expect(read([packet(octets("00030003"))])).to.deep.equal(["badLength"]);
    expect(read([ip(protocols.sctp, octets("26ac"))])).to.deep.equal(["truncated"]);
  });
});

describe("messages over UDP", () => {
  const datagram = (body: Uint8Array): Uint8Array => ip(protocols.udp, udp({ from: 5060, to: 5060 }, body));

  it("of SIP come once, though SIP repeats them", () => {
    expect(read([datagram(sip(setup)), datagram(sip(setup)), datagram(sip(references[0] ?? ""))])).to.deep.equal([
      `sip ${setup}`,
      `sip ${references[0]}`,
    ]);
  });

  it("are forgotten past the limit", () => {
    const others = Array.from({ length: repeatedDatagramsLimit }, (_, at) =>
      datagram(sip(`0802${String(at).padStart(4, "0")}5a`)),
    );
    const rows = read([datagram(sip(setup)), ...others, datagram(sip(setup))]);
    expect(rows.filter((row) => row === `sip ${setup}`)).to.have.length(2);
  });

  it("may have several bodies, one of QSIG among them", () => {
    const part = (type: string, body: string): string => `--b1\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
    const hidden = String.fromCharCode(...octets(setup));
    const body = `${part("application/sdp", "v=0")}${part("application/QSIG;version=iso", hidden)}--b1--\r\n`;
    const message = sip(toHex(ascii(body)), 'multipart/mixed; boundary="b1"');
    expect(read([datagram(message)])).to.deep.equal([`sip ${setup}`]);
  });
});

describe("IP packets", () => {
  it("of other protocols hold no message and no fault", () => {
    expect(read([ip(1, octets("0800")), ip(protocols.udp, udp({ from: 1, to: 2 }, octets("00")))])).to.deep.equal([]);
  });

  it("of version 6 are read behind their extension headers", () => {
    const segment = tcp(ends, 0, sip(setup));
    const header = octets(`60000000 ${(segment.length + 8).toString(16).padStart(4, "0")} 00 40`);
    const hopByHop = octets("06 00 010400000000");
    const packet = Uint8Array.of(...header, ...new Uint8Array(32), ...hopByHop, ...segment);
    expect(read([packet])).to.deep.equal([`sip ${setup}`]);
  });

  it("that cannot be read say so", () => {
    expect(read([octets("45"), octets("11"), octets("4100"), octets("60")])).to.deep.equal([
      "truncated",
      "badHeader",
      "badHeader",
      "truncated",
    ]);
  });
});
