import { expect } from "chai";
import { DocumentError, readEvent, readSnapshot } from "../../gateway/lines/http/documents.ts";
import { readDialogInfo, readPresence, readRegInfo } from "../../gateway/lines/sip/documents.ts";
import { readAnswer } from "../../gateway/phones/cisco/objects.ts";
import { XmlError } from "../../gateway/xml.ts";
import { takeDialogs, takeRegistrations } from "../../src/lines/dialog-documents.ts";
import { snapshotOf, unknownLine } from "../../src/lines/line-state.ts";
import { Random } from "../../src/simulation/random.ts";
import { dialogInfo, regInfo } from "../peers/sip-notifier.ts";
import { mutate } from "./mutate.ts";

const inputs = 3_000;

const octetsOf = (text: string) => new TextEncoder().encode(text);

const xml = [
  dialogInfo("1001", 3, [
    { id: "a", direction: "initiator", state: "trying", remote: "1002" },
    { id: "b", state: "terminated" },
  ]),
  regInfo(0, [{ id: "c", callId: "boot-1", event: "registered" }]),
  '<presence xmlns="urn:ietf:params:xml:ns:pidf"><tuple id="t"><status><basic>open</basic></status></tuple></presence>',
  '<CiscoIPPhoneResponse><ResponseItem Status="0" Data="" URL="Play:a.raw"/></CiscoIPPhoneResponse>',
  '<!DOCTYPE a [<!ENTITY x "ha">]><a>&x;</a>',
].map(octetsOf);

const json = [
  '{"registration":"r","offhook":true,"calls":[{"id":"c","direction":"initiator","state":"early","remote":"1"}]}',
  '{"forward":{"all":"8000"},"voicemail":"8000","user":"anna","busyTrigger":2,"dnd":true}',
  '{"event":"call","id":"c","direction":"recipient","state":"confirmed"}',
  '{"event":"forward","all":null}',
].map(octetsOf);

/** Documents of peers, spoilt from a seed: a value, which the line model then takes, or an error in words. */
describe("spoilt documents of monitors and phones", () => {
  const readers: readonly (readonly [string, (octets: Uint8Array) => unknown])[] = [
    [
      "dialog-info",
      (octets) => {
        const document = readDialogInfo(octets);
        if (!(document instanceof XmlError)) snapshotOf(takeDialogs(unknownLine, undefined, document).line);
        return document;
      },
    ],
    [
      "reginfo",
      (octets) => {
        const document = readRegInfo(octets);
        if (!(document instanceof XmlError))
          snapshotOf(takeRegistrations(unknownLine, undefined, document, undefined).line);
        return document;
      },
    ],
    ["presence", readPresence],
    ["the answer of a phone", readAnswer],
  ];
  for (const [name, read] of readers) {
    it(`${name}: ${inputs} inputs`, () => {
      const random = new Random(15);
      let values = 0;
      for (let at = 0; at < inputs; at += 1) {
        const result = read(mutate(xml, random));
        expect(typeof result).to.equal("object");
        if (!(result instanceof XmlError)) values += 1;
      }
      expect(values, "some are still good").to.be.greaterThan(0);
    });
  }

  it(`snapshots and events in JSON: ${inputs} inputs`, () => {
    const random = new Random(16);
    let values = 0;
    for (let at = 0; at < inputs; at += 1) {
      let document: unknown;
      try {
        document = JSON.parse(new TextDecoder().decode(mutate(json, random)));
      } catch {
        continue;
      }
      for (const read of [() => readSnapshot(document, undefined), () => readEvent(document, unknownLine)]) {
        try {
          read();
          values += 1;
        } catch (error) {
          expect(error).to.be.instanceOf(DocumentError);
        }
      }
    }
    expect(values, "some are still good").to.be.greaterThan(0);
  });
});
