import { expect } from "chai";
import { drawn, page, renewed } from "./diagrams.ts";

describe("state diagrams of ARCHITECTURE.md", () => {
  it("are those of the tables (make diagrams), and name what leads from a state to another", () => {
    const texts = drawn();
    expect(page()).to.equal(renewed(page(), texts));
    expect(texts.get("originating")).to.match(/^ {2}Offered --> Requested: userAsks$/m);
    expect(texts.get("call")).to.match(/^ {2}Null --> CallInitiated: setup$/m);
  }).timeout(120_000);

  it("are drawn anew between their marks, and nothing else of the page is", () => {
    const page = "before\n<!-- diagram a -->\nold\n<!-- end of diagram a -->\nbehind\n";
    const fresh = "before\n<!-- diagram a -->\n```mermaid\nnew\n```\n<!-- end of diagram a -->\nbehind\n";
    expect(renewed(page, new Map([["a", "new\n"]]))).to.equal(fresh);
    expect(() => renewed(page, new Map([["b", "new\n"]]))).to.throw("no place for the diagram b");
  });
});
