import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { CucmTraceReader, cucmMessageOctetsLimit } from "../../../codecs/trace/cucm-trace.ts";
import { AutoReader } from "../../../codecs/trace/formats.ts";
import type { TraceFrame } from "../../../codecs/trace/frame.ts";
import { ascii, octets } from "./octets.ts";

// Invented, in the form that public log viewers look for.

function read(text: string, chunk = Number.POSITIVE_INFINITY): TraceFrame[] {
  const reader = new CucmTraceReader();
  const whole = ascii(text);
  const found: TraceFrame[] = [];
  for (let at = 0; at < whole.length; at += chunk) found.push(...reader.push(whole.subarray(at, at + chunk)));
  return [...found, ...reader.end()];
}

const elements = `01/02/2026 10:11:12.345 CCM|Out Message -- PriSetupMsg -- Protocol= PriQsigProtocol|
01/02/2026 10:11:12.345 CCM|Ie - Q931BearerCapabilityIe -- IEData= 04 03 80 90 A3 |
01/02/2026 10:11:12.345 CCM|Ie - Q931ChannelIdIe IEData= 18 03 A9 83 81 |
01/02/2026 10:11:12.345 CCM|MMan_Id= 0. (iep= 0 dsl= 0 sapi= 0 ces= 0 IpAddr=0a0a0a0a IpPort=2427)|
`;
const whole = "01/02/2026 10:11:12.345 CCM|IsdnMsgData2= 08 02 00 0D 05 04 03 80 90 A3 18 03 A9 83 81|\n";
const setup = octets("0802000d05 04038090a3 1803a98381");

describe("CUCM trace reader", () => {
  it("takes the whole message, with direction and clock, and not its elements again", () => {
    const frame = {
      layer: "message",
      carrier: "lapd",
      octets: setup,
      direction: "sent",
      clock: "01/02/2026 10:11:12.345",
    };
    expect(read(elements + whole)).to.deep.equal([frame]);
    expect(read(elements + whole, 7)).to.deep.equal([frame]);
    const auto = new AutoReader();
    expect([...auto.push(ascii(elements + whole)), ...auto.end()]).to.deep.equal([frame]);
  });

  it("takes it without a heading too, with any sign between its octets", () => {
    for (const text of [
      "IsdnMsgData= 08:02:00:01:5A",
      "x|IsdnMsgData1 = 08-02-00-01-5a|",
      "IsdnMsgData= 0x08 0x02 0x00 0x01 0x5a",
    ]) {
      expect(read(text)).to.deep.equal([{ layer: "message", carrier: "lapd", octets: octets("080200015a") }]);
    }
  });

  it("makes the message of its elements where it is not shown, and says that its call reference is lost", () => {
    const progress = elements.replace("Out Message -- PriSetupMsg", "In  Message -- PriCallProceedingMsg");
    const [first, second, ...more] = read(progress + elements);
    expect(more).to.deep.equal([]);
    expect(first?.octets).to.deep.equal(octets("080002 04038090a3 1803a98381"));
    expect(first).to.include({ direction: "received" });
    expect(first?.problems).to.deep.equal([new DecodeError("callReferenceLost", 1)]);
    expect(second?.octets[2]).to.equal(5);
  });

  it("keeps the elements of a message it does not know by name", () => {
    const [frame] = read(elements.replace("PriSetupMsg", "PriTelepathyMsg"));
    expect(frame).to.include({ layer: "unknown" });
    expect(frame?.problems).to.deep.equal([new DecodeError("unknownMessageName", 0, "Telepathy")]);
  });

  it("finds nothing in headings without elements, and in elements without heading", () => {
    expect(read("CCM|Out Message -- PriSetupMsg\nCCM|In Message -- PriAlertingMsg\n")).to.deep.equal([]);
    expect(read("CCM|Ie - Q931ChannelIdIe IEData= 18 03 A9 83 81 |\n")).to.deep.equal([]);
  });

  it("keeps a message without end within its limit", () => {
    const [frame] = read(
      elements
        .replace("Ie - Q931ChannelIdIe IEData= 18 03 A9 83 81", "")
        .concat(`IEData= ${"18 ".repeat(200)}\n`.repeat(1000)),
    );
    expect(frame?.octets.length).to.be.below(cucmMessageOctetsLimit + 400);
  });
});
