import { expect } from "chai";
import { child, escapeXml, readXml, XmlError, xmlLimits } from "../../../gateway/xml.ts";

const read = (text: string) => readXml(new TextEncoder().encode(text));

function refusal(text: string): string {
  const result = read(text);
  if (!(result instanceof XmlError)) throw new Error("it was read");
  return result.message;
}

describe("XML of peers", () => {
  it("reads elements by local name and namespace, attributes and text", () => {
    const root = read('<?xml version="1.0"?><d:a xmlns:d="urn:x" d:id="1" n="2"><d:b> hi <![CDATA[<&>]]></d:b></d:a>');
    if (root instanceof XmlError) throw root;
    expect(root).to.include({ name: "a", namespace: "urn:x" });
    expect([...root.attributes]).to.deep.include.members([
      ["n", "2"],
      ["id", "1"],
    ]);
    expect(child(root, "b")?.text).to.equal("hi <&>");
  });

  it("refuses a document type, so external entities (XXE) and entity bombs come to nothing", () => {
    const external = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
    const bomb = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;&y;&y;</a>';
    for (const text of [external, bomb, '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>']) {
      expect(refusal(text)).to.contain("document type");
    }
    expect(refusal("<a>&x;</a>")).to.contain("cannot be read");
  });

  const broken = ["", "<a>", "<a></b>", "<a/><b/>", "text", "<a b=1/>", "<a \u0000/>", "<x:a/>"];
  for (const text of broken) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(refusal(text)).to.contain("XML");
    });
  }

  it("refuses octets that are no UTF-8", () => {
    expect(readXml(Uint8Array.of(0x3c, 0x61, 0xff, 0x2f, 0x3e))).to.be.instanceOf(XmlError);
  });

  /** Documents at the limit and one past it. */
  const limits: readonly (readonly [keyof typeof xmlLimits, (count: number) => string])[] = [
    ["octets", (count) => `<a>${"x".repeat(count - 7)}</a>`],
    ["depth", (count) => "<a>".repeat(count) + "</a>".repeat(count)],
    ["elements", (count) => `<a>${"<b/>".repeat(count - 1)}</a>`],
    ["attributes", (count) => `<a ${Array.from({ length: count }, (_, at) => `b${at}="x"`).join(" ")}/>`],
  ];
  for (const [limit, text] of limits) {
    it(`takes ${xmlLimits[limit]} ${limit} and refuses one more`, () => {
      expect(read(text(xmlLimits[limit]))).not.to.be.instanceOf(XmlError);
      expect(refusal(text(xmlLimits[limit] + 1))).to.contain(String(xmlLimits[limit]));
    });
  }

  it("escapes what marks up, and drops what XML cannot hold", () => {
    expect(escapeXml(`<"&'>\u0000\u001b\ud800é`)).to.equal("&lt;&quot;&amp;&apos;&gt;é");
  });
});
