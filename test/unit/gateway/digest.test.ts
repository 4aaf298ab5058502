import { expect } from "chai";
import { basicAuthorization, digestAuthorization } from "../../../gateway/http/digest.ts";

const mufasa = { user: "Mufasa", password: "Circle of Life" };
const request = {
  method: "GET",
  uri: "/dir/index.html",
  cnonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
  count: 1,
};
const challenge = (algorithm: string) =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, ` +
  'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';

describe("HTTP digest authentication", () => {
  /** RFC 7616, 3.9.1. */
  const examples = [
    ["MD5", "8ca523f5e9506fed4657c9700eebdbec"],
    ["SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"],
  ] as const;
  for (const [algorithm, response] of examples) {
    it(`answers the example of RFC 7616 with ${algorithm}`, () => {
      const header = digestAuthorization(challenge(algorithm), mufasa, request);
      expect(header).to.contain(`response="${response}"`);
      expect(header).to.contain("nc=00000001").and.contain(`algorithm=${algorithm}`).and.contain("opaque=");
    });
  }

  it("answers a challenge without qop as RFC 2069 has it", () => {
    const old = 'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"';
    const user = { user: "Mufasa", password: "CircleOfLife" };
    // RFC 2069 2.4 with the erratum of 2.1.3: what every implementation gives.
    expect(digestAuthorization(old, user, request)).to.contain('response="1949323746fe6a43ef61f9606e7febea"');
  });

  const unanswerable = [
    "Basic realm=x",
    'Digest realm="x"',
    'Digest realm="x", nonce="y", algorithm=MD5-sess',
    'Digest realm="x", nonce="y", qop="auth-int"',
    "",
  ];
  for (const one of unanswerable) {
    it(`has no answer to ${one === "" ? "nothing" : one}`, () => {
      expect(digestAuthorization(one, mufasa, request)).to.equal(undefined);
    });
  }

  it("escapes what stands in quotes", () => {
    const header = digestAuthorization(challenge("MD5"), { user: 'a"b\\c', password: "x" }, request);
    expect(header).to.contain('username="a\\"b\\\\c"');
  });

  it("writes basic credentials in UTF-8 (RFC 7617)", () => {
    expect(basicAuthorization({ user: "Aladdin", password: "open sesame" })).to.equal(
      "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
    );
  });
});
