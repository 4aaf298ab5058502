import { expect } from "chai";
import { quickRules, wholeGrammar } from "../../../gateway/sip/quick-grammar.ts";
import { Random } from "../../../src/simulation/random.ts";
import { mutate } from "../../fuzz/mutate.ts";

const samples: { readonly [rule in keyof typeof quickRules]: readonly string[] } = {
  Request_Response: [
    ...["INVITE sip:2001@gw SIP/2.0", "BYE sip:qsig@127.0.0.1:5060;transport=tcp SIP/2.0", "ACK sip:10.0.0.1 SIP/2.0"],
    ...["INFO sip:+492001@Pbx.example:5070;lr SIP/2.0", "INVITE sip:1@256.1.1.1 SIP/2.0", "INVITE tel:1 SIP/2.0"],
    ...["SIP/2.0 200 OK", "SIP/2.0 486 Busy Here", "SIP/2.0 480 ", "SIP/2.0 700 No", "SIP/2.0 404 Not Found (really)"],
    ...["OPTIONS sips:gw SIP/2.0", "invite sip:a@b SIP/2.0", "NOTIFY sip:a@b.c;transport=udp;lr SIP/2.0"],
  ],
  Via: [
    ...["SIP/2.0/TCP peer.example:5060;branch=z9hG4bK-1;x-connection=3", "SIP/2.0/TLS 10.0.0.1;branch=z9hG4bK1;rport"],
    ...["SIP/2.0/UDP gw", "SIP/2.0/TCP 10.0.0.1:9;rport=5;branch=x", "SIP/2.0/TCP a;BRANCH=x", "SIP/2.0/TCP a;branch"],
    ...["SIP/2.0/TCP [::1];branch=x", "SIP/2.0/TCP a b;branch=x", "SIP/2.0/TCP a;branch=x;branch=y"],
  ],
  From: [
    ...["<sip:1001@peer.example>;tag=f", '"Anna B" <sip:+1001@Peer.Example:5070;transport=tcp;lr>;tag=F1', "<sip:gw>"],
    ...[
      '""<sip:1@10.0.0.1>;tag=x.y',
      "Anna <sip:1@a>;tag=1",
      "sip:1@a;tag=1",
      "<sip:1@a>;tag=1;tag=2",
      "<sip:1@a> ;tag=1",
    ],
  ],
  To: ["<sip:2001@gw>", "<sip:2001@gw>;tag=t", '"B" <sip:2001@gw;user=phone>', "<sips:2001@gw>"],
  Contact: [
    ...["<sip:1001@127.0.0.1:9;transport=tcp>", "<sip:qsig@gw>;expires=60", "*", "<sip:a@b>, <sip:c@d>"],
    ...["<sip:a@b>;expires=6;q=0.5", "<sip:a@b>;+sip.instance=x", "<sip:a@b;transport=TCP>"],
  ],
  Record_Route: [
    "<sip:p.example;lr>",
    "<sip:10.0.0.1:5060;transport=tcp;lr>",
    "<sip:a;lr>, <sip:b;lr>",
    "<sip:a;lr;x=y>",
  ],
  Content_Length: ["0", "12", "007", "999999999", "1 2", "", "-1", "a"],
  Max_Forwards: ["70", "070", "x"],
  Call_ID: ["1", "abc-1@host.example", "a8f.b!c%d*e+f`g'h~i", "a@b@c", "a b", "(a)<b>:[c]/{d}?", "@b"],
  Content_Type: [
    "application/sdp",
    "application/qsig",
    "application/dialog-info+xml",
    "text/plain;charset=x",
    "multipart/mixed;boundary=qsig",
    'a/b;boundary="x"',
    "sdp",
  ],
  CSeq: ["1 INVITE", "02 BYE", "2  BYE", "2147483648 INFO", "INVITE", "1 invite", "1 X-Y"],
};
const mutants = 300;

describe("header fields in their usual form", () => {
  for (const [rule, quick] of Object.entries(quickRules)) {
    it(`are what sip.js's grammar makes of them: ${rule}`, () => {
      const random = new Random(7);
      const corpus = (samples[rule] ?? []).map((text) => new Uint8Array(Buffer.from(text, "latin1")));
      const spoilt = Array.from({ length: mutants }, () => Buffer.from(mutate(corpus, random)).toString("latin1"));
      let taken = 0;
      for (const text of [...(samples[rule] ?? []), ...spoilt.map((each) => each.slice(0, 100))]) {
        const value = quick(text);
        if (value === undefined) continue;
        taken += 1;
        expect(value, text).to.deep.equal(wholeGrammar(text, rule));
      }
      expect(taken).to.be.above(1);
    });
  }
});
