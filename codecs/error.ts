/** Why octets could not be read. One class for every codec: a decoder returns `T | DecodeError` and never throws. */
export class DecodeError {
  /** What is wrong; stable, scripts rely on it. */
  readonly code: DecodeErrorCode;
  /** Octets from the start of what the caller handed in to the fault. */
  readonly offset: number;
  /** The ASN.1 or IE path to the fault, `CcRequestArg.numberB`; empty where there is none. */
  readonly path: string;

  constructor(code: DecodeErrorCode, offset: number, path = "") {
    this.code = code;
    this.offset = offset;
    this.path = path;
  }
}

export type DecodeErrorCode = keyof typeof decodeErrorTexts;

/** ONE table: every code with the sentence a person reads. */
export const decodeErrorTexts = {
  truncated: "the octets end before the value does",
  trailingOctets: "octets follow the end of the value",
  unexpectedTag: "another tag stands where this value is due",
  badLength: "the length is not legal here",
  badValue: "the value is outside its type",
  missingField: "a mandatory field is absent",
  notStrict: "accepted by default, but this leniency is switched off",
  argumentAbsent: "the operation has no argument where the standard demands one",
  unknownProfile: "the protocol profile of the Facility element is not one of QSIG",
  unknownComponent: "this is none of the four ROSE components",
  badHeader: "the message header cannot be read",
  missingInformationElement: "a mandatory information element is absent",
  segmentOutOfOrder: "a segment of a message is missing, repeated or out of order",
  octetsLost: "the capture has lost the octets that follow",
  notRead: "a part of which nothing is read stands before the rest",
  notCanonical: "the value would not be written with the octets that came",
  tooDeep: "values are nested deeper than the limit",
  tooLong: "the value is longer than the limit",
  tooMany: "there are more values than the limit",
  notHex: "this is no hex digit",
  callReferenceLost: "the trace does not show the call reference; the dummy reference stands in its place",
  unknownMessageName: "the trace names a message that we do not know",
  unknownElementName: "the trace names an element that we do not know, and its octets are lost",
  unknownFrame: "these octets begin like no frame that we know",
  notATrace: "this is none of the trace formats we read",
  unreadableLinkType: "packets of this link type carry no QSIG that we read",
  protocolAssumed: "nothing in the file tells QSIG from DSS1; QSIG is assumed, --protocol says which",
} as const;
