import { expect } from "chai";
import { partOf, samplesOf, toneFile } from "./tone.ts";

describe("tones of the tests", () => {
  it("are heard for what they are, and silence for none", () => {
    const samples = samplesOf(toneFile(440, 1));
    expect(samples).to.have.length(8000);
    expect(partOf(samples, 440)).to.be.closeTo(1, 0.01);
    expect(partOf(samples, 1000)).to.be.closeTo(0, 0.01);
    expect(partOf(new Int16Array(8000), 440)).to.equal(0);
  });
});
