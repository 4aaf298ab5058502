import { expect } from "chai";
import { numberOf, readAddress, writeAddress } from "../../../codecs/sip/address.ts";
import { bodyOf, contentsOf, mostParts, type SipBody } from "../../../codecs/sip/body.ts";
import { octets } from "../trace/octets.ts";

const qsig = octets("0802000105a1040380");
const text = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, "latin1"));
const sdp: SipBody = { contentType: "application/sdp", octets: text("v=0\r\nm=audio 9 RTP/AVP 8\r\n") };

describe("bodies of SIP messages", () => {
  it("are QSIG, a session description or both, and are read as they were written", () => {
    for (const contents of [{ qsig }, { sdp }, { qsig, sdp }, {}]) {
      expect(contentsOf(bodyOf(contents))).to.deep.equal(contents);
    }
  });

  it("take a boundary that no part has", () => {
    const tricky = { ...sdp, octets: text("\r\n--qsig\r\n--qsig--\r\nContent-Type: application/qsig\r\n\r\n") };
    expect(contentsOf(bodyOf({ qsig, sdp: tricky }))).to.deep.equal({ qsig, sdp: tricky });
  });

  it("keep every octet of QSIG", () => {
    const all = Uint8Array.from({ length: 256 }, (_, octet) => octet);
    expect(contentsOf(bodyOf({ qsig: all, sdp })).qsig).to.deep.equal(all);
  });

  it("are read from other hands: case, quotes, a preamble, an epilogue, other headers, x-q931", () => {
    const body = {
      contentType: 'Multipart/Mixed; charset=x; Boundary="a b"',
      octets: text(
        "preamble\r\n--a b\r\ncontent-type: Application/SDP\r\n\r\nv=0\r\n--a b  \r\n" +
          "X: y\r\nContent-Type:application/x-q931;version=1\r\nContent-ID: <1>\r\n\r\n\x08\x00\r\n--a b--\r\nepilogue",
      ),
    };
    const { qsig: read, sdp: session } = contentsOf(body);
    expect([read, session?.octets]).to.deep.equal([octets("0800"), text("v=0")]);
  });

  it("say nothing where they cannot be read", () => {
    const parts = (count: number): string => "--b\r\nContent-Type: application/qsig\r\n\r\nq\r\n".repeat(count);
    const mixed = (contentType: string, content: string) => contentsOf({ contentType, octets: text(content) });
    expect(mixed("multipart/mixed", parts(1)), "no boundary").to.deep.equal({});
    expect(mixed("multipart/mixed;boundary=b", parts(1)), "no end").to.deep.equal({});
    expect(mixed("multipart/mixed;boundary=b", "--b\r\n\r\n--b--"), "no type").to.deep.equal({});
    expect(mixed("text/plain", "hello")).to.deep.equal({});
    expect(mixed("multipart/mixed;boundary=b", `${parts(mostParts)}--b--`).qsig).to.deep.equal(text("q"));
    expect(mixed("multipart/mixed;boundary=b", `${parts(mostParts + 1)}--b--`), "too many parts").to.deep.equal({});
  });
});

describe("addresses of SIP", () => {
  /** What stands in a header field, and what it says. */
  const rows: readonly (readonly [text: string, user: string | undefined, host?: string, name?: string])[] = [
    ["<sip:1001@pbx.example>;tag=1", "1001", "pbx.example"],
    ["sip:1001@pbx.example;tag=1", "1001", "pbx.example"],
    ['"Anna \\"A\\" Berg" <sip:+4930123@10.0.0.1:5060;user=phone>', "+4930123", "10.0.0.1:5060", 'Anna "A" Berg'],
    ["Anna <sips:anna@pbx>", "anna", "pbx", "Anna"],
    ["<sip:1001;phone-context=x@pbx>", "1001", "pbx"],
    ["<sip:%2a79@pbx>", "*79", "pbx"],
    ["<tel:+4930123;ext=1>", "+4930123"],
    ["<sip:pbx.example>", undefined, "pbx.example"],
  ];
  for (const [value, user, host, displayName] of rows) {
    it(`reads ${value}`, () => {
      expect({ user: undefined, host: undefined, displayName: undefined, ...readAddress(value) }).to.deep.equal({
        ...{ user, host, displayName },
      });
    });
  }

  it("reads nothing else", () => {
    for (const value of ["", "hello", "<mailto:a@b>", "<>", "1001"]) expect(readAddress(value)).to.equal(undefined);
  });

  it("are written so that they are read again, with nothing that ends a line or a quote", () => {
    const address = { user: "*79#", host: "pbx", displayName: 'A "B"\r\nX: y\\' };
    expect(writeAddress(address)).to.equal('"A BX: y" <sip:*79%23@pbx>');
    expect(readAddress(writeAddress(address))).to.deep.equal({ user: "*79#", host: "pbx", displayName: "A BX: y" });
  });

  it("have numbers: digits, * and #, + for international, separators without meaning", () => {
    expect(numberOf("2001")).to.deep.equal({ digits: "2001", isInternational: false });
    expect(numberOf("+49-30.(123)")).to.deep.equal({ digits: "4930123", isInternational: true });
    expect(numberOf("*79#;x=y")).to.deep.equal({ digits: "*79#", isInternational: false });
    for (const user of [undefined, "", "anna", "+", "1".repeat(33)]) expect(numberOf(user)).to.equal(undefined);
    expect(numberOf("1".repeat(32))?.digits).to.have.length(32);
  });
});
