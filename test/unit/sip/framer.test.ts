import { expect } from "chai";
import { SipFramer } from "../../../gateway/sip/framer.ts";
import { sipLimits } from "../../../gateway/sip/limits.ts";

const head = "OPTIONS sip:2001@gw SIP/2.0\r\nVia: SIP/2.0/TCP a;branch=z9hG4bK1\r\n";
const message = (body = "", extra = "") => `${head}${extra}Content-Length: ${body.length}\r\n\r\n${body}`;

function pushed(text: string, size = text.length) {
  const framer = new SipFramer(sipLimits);
  const octets = Buffer.from(text, "latin1");
  const messages: string[] = [];
  let pings = 0;
  for (let at = 0; at < octets.length; at += size) {
    const framed = framer.push(octets.subarray(at, at + size));
    messages.push(...framed.messages);
    pings += framed.pings;
  }
  return { messages, pings, fault: framer.fault, partial: framer.partial };
}

describe("SIP on a stream", () => {
  it("is cut by Content-Length, whatever pieces it comes in", () => {
    const text = message("abc") + message() + message("\r\n\r\nOPTIONS sip:x SIP/2.0\r\n");
    for (const size of [1, 2, 3, 7, text.length]) {
      expect(pushed(text, size), `pieces of ${size}`).to.deep.equal({
        messages: [message("abc"), message(), message("\r\n\r\nOPTIONS sip:x SIP/2.0\r\n")],
        pings: 0,
        fault: undefined,
        partial: false,
      });
    }
  });

  it("keeps every octet of a body", () => {
    const body = Buffer.from(Array.from({ length: 256 }, (_, octet) => octet)).toString("latin1");
    expect(pushed(message(body), 5).messages).to.deep.equal([message(body)]);
  });

  it("may say Content-Length in short, twice the same, and in a status line's message too", () => {
    const text = "SIP/2.0 200 OK\r\nl : 2\r\nContent-Length:2\r\n\r\nhi";
    expect(pushed(text).messages).to.deep.equal([text]);
  });

  it("is kept alive by double CRLFs, which are counted", () => {
    expect(pushed(`\r\n\r\n${message()}\r\n\r\n`)).to.include({ pings: 2, fault: undefined });
    expect(pushed(`\r\n${message()}`)).to.include({ pings: 0, fault: undefined });
  });

  /** One row a fault: what a peer sends, and what the log says of it. */
  const faults: readonly (readonly [name: string, text: string, says: RegExp])[] = [
    ["no Content-Length", "OPTIONS sip:x SIP/2.0\r\nVia: a\r\n\r\n", /without one Content-Length/],
    ["two that differ", message("", "l: 4\r\n"), /without one Content-Length/],
    ["one that is no number", "SIP/2.0 200 OK\r\nContent-Length: -1\r\n\r\n", /without one Content-Length/],
    ["another version", "OPTIONS sip:x SIP/3.0\r\nContent-Length: 0\r\n\r\n", /not SIP\/2\.0/],
    ["HTTP", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", /not SIP\/2\.0/],
    ["TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", /not SIP\/2\.0/],
    ["a start line without end", `OPTIONS sip:${"x".repeat(4000)}`, /not SIP\/2\.0/],
  ];
  for (const [name, text, says] of faults) {
    it(`ends at ${name}`, () => {
      expect(pushed(text).fault).to.match(says);
      expect(pushed(text, 3).fault).to.match(says);
    });
  }

  it("has limits: a head, header fields and a body at them pass, one past them ends it", () => {
    const { headOctets, headerFields, bodyOctets } = sipLimits;
    const base = message().length;
    const padded = (octets: number) => message("", `X: ${"x".repeat(octets - base - 5)}\r\n`);
    expect(padded(headOctets)).to.have.length(headOctets);
    expect(pushed(padded(headOctets)).messages).to.have.length(1);
    expect(pushed(padded(headOctets + 1)).fault).to.match(/a head of more than/);
    expect(pushed(`OPTIONS sip:x SIP/2.0\r\nX: ${"x".repeat(headOctets)}`).fault).to.match(/a head of more than/);
    expect(pushed(message("", "X:1\r\n".repeat(headerFields - 2))).messages).to.have.length(1);
    expect(pushed(message("", "X:1\r\n".repeat(headerFields - 1))).fault).to.match(/more than \d+ header fields/);
    expect(pushed(message("", "X:1\r\n".repeat(10_000))).fault).to.match(/more than/);
    expect(pushed(message("b".repeat(bodyOctets))).messages).to.have.length(1);
    expect(pushed(message("b".repeat(bodyOctets + 1))).fault).to.match(/a body of more than/);
  });
});
