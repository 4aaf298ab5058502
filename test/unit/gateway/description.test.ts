import { expect } from "chai";
import { blackHole, placesOf, withOrigin } from "../../../gateway/phones/sip/description.ts";

const offer = [
  ...["v=0", "o=anna 1 1 IN IP4 10.0.0.7", "s=-", "c=IN IP4 10.0.0.7", "t=0 0", "a=sendrecv"],
  ...["m=audio 40000 RTP/AVP 8 0", "a=rtpmap:8 PCMA/8000", "a=sendrecv"],
  ...["m=video 0 RTP/AVP 99", "m=text 40002/2 RTP/AVP 98", "c=IN IP4 10.0.0.8", ""],
].join("\r\n");
const origin = { session: "77", version: 3 };

describe("session descriptions of third-party calls", () => {
  it("a black hole takes every stream that is offered, and has media go nowhere", () => {
    expect(blackHole(offer, origin).split("\r\n")).to.deep.equal([
      ...["v=0", "o=- 77 3 IN IP4 0.0.0.0", "s=-", "c=IN IP4 0.0.0.0", "t=0 0", "a=inactive"],
      ...["m=audio 9 RTP/AVP 8 0", "a=rtpmap:8 PCMA/8000"],
      ...["m=video 0 RTP/AVP 99", "m=text 9/2 RTP/AVP 98", "c=IN IP4 0.0.0.0", ""],
    ]);
  });

  it("the o= line of a dialog is ours, all else as it came", () => {
    expect(withOrigin(offer, origin)).to.equal(offer.replace("o=anna 1 1 IN IP4 10.0.0.7", "o=- 77 3 IN IP4 0.0.0.0"));
  });

  it("places are where media go, whatever else changes", () => {
    expect(placesOf(offer)).to.equal("10.0.0.7 40000 0 40002 10.0.0.8");
    expect(placesOf(offer.replace("8 0", "8").replace("1 1 IN", "1 2 IN"))).to.equal(placesOf(offer));
    expect(placesOf(offer.replace("40000", "40004"))).not.to.equal(placesOf(offer));
  });
});
