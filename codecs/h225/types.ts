import type { Field, PerType } from "../per/index.ts";

// H323-MESSAGES of H.225.0 version 7 (12/2009), as far as the tunnel of Annex M.1 needs it: all of the root of the
// messages that carry it. Orders and sizes are [MEM] but for what the vectors show; additions without a type stay
// octets. Written by hand in the shape of a generated table.

const boolean: PerType = { kind: "boolean" };
const nothing: PerType = { kind: "null" };
const objectIdentifier: PerType = { kind: "objectIdentifier" };
const octetString: PerType = { kind: "octetString" };
const octets = (count: number): PerType => ({ kind: "octetString", size: { from: count, to: count } });
const octetsTo = (to: number): PerType => ({ kind: "octetString", size: { from: 1, to } });
const octet: PerType = { kind: "integer", from: 0, to: 255 };
const word: PerType = { kind: "integer", from: 0, to: 65_535 };

const due = (name: string, type: PerType): Field => ({ name, type });
const optional = (name: string, type: PerType): Field => ({ name, type, optional: true });
/** With an extension marker; `additions` are read, what follows them stays octets. */
const sequence = (fields: readonly Field[], additions: readonly Field[] = []): PerType => ({
  kind: "sequence",
  fields,
  additions,
});
const closedSequence = (fields: readonly Field[]): PerType => ({ kind: "sequence", fields });
const choice = (alternatives: readonly Field[], additions: readonly Field[] = []): PerType => ({
  kind: "choice",
  alternatives,
  additions,
});
const names = (...list: readonly string[]): Field[] => list.map((name) => due(name, nothing));
const unread = (...list: readonly string[]): Field[] => list.map((name) => ({ name }));
const listOf = (of: PerType): PerType => ({ kind: "sequenceOf", of });

/** H.225.0 7.6, H221NonStandard. */
const h221NonStandard = sequence([
  due("t35CountryCode", octet),
  due("t35Extension", octet),
  due("manufacturerCode", word),
]);

const nonStandardParameter = closedSequence([
  due("nonStandardIdentifier", choice([due("object", objectIdentifier), due("h221NonStandard", h221NonStandard)])),
  due("data", octetString),
]);
const nonStandardOnly = sequence([optional("nonStandardData", nonStandardParameter)]);

const aliasAddress = choice(
  [
    due("dialledDigits", { kind: "string", bits: 4, alphabet: "#*,0123456789", size: { from: 1, to: 128 } }),
    due("h323-ID", { kind: "string", bits: 16, size: { from: 1, to: 256 } }),
  ],
  unread("url-ID", "transportID", "email-ID", "partyNumber", "mobileUIM", "isupNumber"),
);

const transportAddress = choice([
  due("ipAddress", closedSequence([due("ip", octets(4)), due("port", word)])),
  due(
    "ipSourceRoute",
    sequence([
      due("ip", octets(4)),
      due("port", word),
      due("route", listOf(octets(4))),
      due("routing", choice(names("strict", "loose"))),
    ]),
  ),
  due("ipxAddress", sequence([due("node", octets(6)), due("netnum", octets(4)), due("port", octets(2))])),
  due("ip6Address", sequence([due("ip", octets(16)), due("port", word)])),
  due("netBios", octets(16)),
  due("nsap", octetsTo(20)),
  due("nonStandardAddress", nonStandardParameter),
]);

const supportedProtocols = choice(
  [
    due("nonStandardData", nonStandardParameter),
    ...["h310", "h320", "h321", "h322", "h323", "h324", "voice", "t120-only"].map((name) => due(name, nonStandardOnly)),
  ],
  unread("nonStandardProtocol", "t38FaxAnnexbOnly", "sip"),
);

/** H.225.0 7.6, TunnelledProtocol. */
const tunnelledProtocol = sequence([
  due(
    "id",
    choice([
      due("tunnelledProtocolObjectID", objectIdentifier),
      due(
        "tunnelledProtocolAlternateID",
        sequence([
          due("protocolType", { kind: "string", bits: 8, size: { from: 1, to: 64 } }),
          optional("protocolVariant", { kind: "string", bits: 8, size: { from: 1, to: 64 } }),
        ]),
      ),
    ]),
  ),
  optional("subIdentifier", { kind: "string", bits: 8, size: { from: 1, to: 64 } }),
]);

const vendorIdentifier = sequence(
  [due("vendor", h221NonStandard), optional("productId", octetsTo(256)), optional("versionId", octetsTo(256))],
  [due("enterpriseNumber", objectIdentifier)],
);

const endpointType = sequence(
  [
    optional("nonStandardData", nonStandardParameter),
    optional("vendor", vendorIdentifier),
    optional("gatekeeper", nonStandardOnly),
    optional(
      "gateway",
      sequence([optional("protocol", listOf(supportedProtocols)), optional("nonStandardData", nonStandardParameter)]),
    ),
    optional("mcu", nonStandardOnly),
    optional("terminal", nonStandardOnly),
    due("mc", boolean),
    due("undefinedNode", boolean),
  ],
  [{ name: "set" }, due("supportedTunnelledProtocols", listOf(tunnelledProtocol))],
);

const qseriesOptions = sequence([
  ...["q932Full", "q951Full", "q952Full", "q953Full", "q955Full", "q956Full", "q957Full"].map((name) =>
    due(name, boolean),
  ),
  due("q954Info", sequence([due("conferenceCalling", boolean), due("threePartyService", boolean)])),
]);

const aliases = listOf(aliasAddress);
const protocolIdentifier = due("protocolIdentifier", objectIdentifier);

const setup = sequence([
  protocolIdentifier,
  optional("h245Address", transportAddress),
  optional("sourceAddress", aliases),
  due("sourceInfo", endpointType),
  optional("destinationAddress", aliases),
  optional("destCallSignalAddress", transportAddress),
  optional("destExtraCallInfo", aliases),
  optional("destExtraCRV", listOf(word)),
  due("activeMC", boolean),
  due("conferenceID", octets(16)),
  due(
    "conferenceGoal",
    choice(names("create", "join", "invite"), names("capability-negotiation", "callIndependentSupplementaryService")),
  ),
  optional("callServices", qseriesOptions),
  due("callType", choice(names("pointToPoint", "oneToN", "nToOne", "nToN"))),
]);

/** Call Proceeding and Alerting are alike. */
const proceeding = sequence([
  protocolIdentifier,
  due("destinationInfo", endpointType),
  optional("h245Address", transportAddress),
]);

const connect = sequence([
  protocolIdentifier,
  optional("h245Address", transportAddress),
  due("destinationInfo", endpointType),
  due("conferenceID", octets(16)),
]);

const releaseCompleteReason = choice(
  names(
    ...["noBandwidth", "gatekeeperResources", "unreachableDestination", "destinationRejection", "invalidRevision"],
    ...["noPermission", "unreachableGatekeeper", "gatewayResources", "badFormatAddress", "adaptiveBusy", "inConf"],
    "undefinedReason",
  ),
);

const facilityReason = choice(
  names("routeCallToGatekeeper", "callForwarded", "routeCallToMC", "undefinedReason"),
  names(
    ...["conferenceListChoice", "startH245", "noH245", "newTokens", "featureSetUpdate", "forwardedElements"],
    "transportedInformation",
  ),
);

const facility = sequence([
  protocolIdentifier,
  optional("alternativeAddress", transportAddress),
  optional("alternativeAliasAddress", aliases),
  optional("conferenceID", octets(16)),
  due("reason", facilityReason),
]);

const messageBody = choice(
  [
    due("setup", setup),
    due("callProceeding", proceeding),
    due("connect", connect),
    due("alerting", proceeding),
    due("information", sequence([protocolIdentifier])),
    due("releaseComplete", sequence([protocolIdentifier, optional("reason", releaseCompleteReason)])),
    due("facility", facility),
  ],
  unread("progress", "empty", "status", "statusInquiry", "setupAcknowledge", "notify"),
);

/** H.225.0 Annex M.1. */
const tunnelledSignallingMessage = sequence([
  due("tunnelledProtocolID", tunnelledProtocol),
  due("messageContent", listOf(octetString)),
  optional("tunnellingRequired", nothing),
  optional("nonStandardData", nonStandardParameter),
]);

/** H.225.0 7.6, H323-UU-PDU. */
const uuPdu = sequence(
  [due("h323-message-body", messageBody), optional("nonStandardData", nonStandardParameter)],
  [
    ...unread("h4501SupplementaryService", "h245Tunnelling", "h245Control", "nonStandardControl", "callLinkage"),
    due("tunnelledSignallingMessage", tunnelledSignallingMessage),
    ...unread("provisionalRespToH245Tunnelling", "stimulusControl", "genericData"),
  ],
);

/** What the User-user element of an H.225.0 message holds behind its discriminator. */
export const h323UserInformation = sequence([
  due("h323-uu-pdu", uuPdu),
  optional("user-data", sequence([due("protocol-discriminator", octet), due("user-information", octetsTo(131))])),
]);
