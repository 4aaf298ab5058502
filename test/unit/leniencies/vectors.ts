import type { Leniency } from "../../../codecs/leniencies.ts";

/** Hex of one value or element: identifier, length, the parts joined. */
function value(identifier: string, ...parts: readonly string[]): string {
  const contents = parts.join("");
  return identifier + (contents.length / 2).toString(16).padStart(2, "0") + contents;
}

const nfe = "aa06800100820100";
const interpretation = "8b0100";
const invokeId = "020101";
const none = "0500";
const bearer = "04038090a3";
const channel = "1803a98382";
const called = "70058932303031";

const facility = (...parts: readonly string[]) => value("1c", "9f", ...parts);
const inHeader = (...components: readonly string[]) => facility(nfe, interpretation, ...components);
const facilityMessage = (element: string) => `0802000162${element}`;
const setup = (...elements: readonly string[]) => `0802000105${elements.join("")}`;
const carried = (component: string) => facilityMessage(inHeader(component));
const ccRingout = value("a1", invokeId, "02011f", none);

/** What uses no leniency at all. */
export const strictMessages: readonly string[] = [
  carried(ccRingout),
  // BER leaves these open: TRUE as 01 and as 7f, an indefinite length, a long-form length.
  carried(value("a2", invokeId, value("30", "020128", "3003800101"))),
  carried(value("a2", invokeId, value("30", "020128", "300380017f"))),
  carried(value("a2", invokeId, value("30", "020128", "30808001ff0000"))),
  carried(value("a2", invokeId, value("30", "020128", "308103800101"))),
  carried(value("a2", invokeId)),
  // INTEGERs of two octets that need both.
  carried(value("a1", "02020080", "02011f", none)),
  carried(value("a1", "0202ff7f", "02011f", none)),
  facilityMessage(facility(nfe, "920100", interpretation, ccRingout)),
  setup("a1", bearer, channel, inHeader(ccRingout), inHeader(ccRingout), "6c06098331303031", called, "95", "320181"),
  setup(bearer, channel, "9d", "320181", called),
  setup(bearer, channel, called, "94", "310181", "95", "320181"),
];

/** One message for every row of the table, which needs exactly that leniency. */
export const vectors: Readonly<Record<Leniency, string>> = {
  superfluousIntegerOctets: carried(value("a1", "02020001", "02011f", none)),
  fieldsBehindKnown: carried(value("a2", invokeId, value("30", "020128", value("30", "800101", "990100")))),
  optionalsInAnyOrder: carried(value("a2", invokeId, value("30", "020128", value("30", "810101", "800101")))),
  argumentAbsent: carried(value("a1", invokeId, "02011f")),
  valueNotDue: carried(value("a3", invokeId, "020203f2", none)),
  severalValues: carried(value("a1", invokeId, "02027fff", none, none)),
  errorParameterAbsent: carried(value("a3", invokeId, "020203f0")),
  errorByObjectIdentifier: carried(value("a3", invokeId, "06052b0c098772")),
  facilityHeaderOrder: facilityMessage(facility(interpretation, nfe, ccRingout)),
  facilityWithoutComponent: facilityMessage(inHeader()),
  paddedTag: carried(value("a1", invokeId, "02027fff", "bf801f00")),
  elementForm: setup(bearer, channel, "1e020182", called),
  elementRepeated: setup(bearer, channel, channel, called),
  elementOrder: setup(channel, bearer, called),
  lockingShiftBack: setup(bearer, channel, called, "95", "320181", "94", "310181"),
  calledNumberAbsent: setup(bearer, channel),
  facilityAbsent: facilityMessage(""),
  reasonOfNumber: setup(bearer, channel, "6c0701038331303031", called),
  presentationOfCalledNumber: setup(bearer, channel, "7006098032303031"),
};
