// Generated from asn1/H323-MESSAGES.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import type { Addition, PerType } from "../per/type.ts";

type Placeholder = Uint8Array;

export type ProtocolIdentifier = string;

export const ProtocolIdentifier: PerType<ProtocolIdentifier> = { kind: "objectIdentifier" };

export interface IpAddress {
  readonly ip: Uint8Array;
  readonly port: number;
}

export const IpAddress: PerType<IpAddress> = {
  kind: "sequence",
  fields: [
    { name: "ip", type: { kind: "octetString", size: { from: 4, to: 4 } } },
    { name: "port", type: { kind: "integer", from: 0, to: 65535 } },
  ],
};

export type IpSourceRouteRouting =
  | { readonly strict: null }
  | { readonly loose: null }
  | Addition;

export const IpSourceRouteRouting: PerType<IpSourceRouteRouting> = {
  kind: "choice",
  alternatives: [
    { name: "strict", type: { kind: "null" } },
    { name: "loose", type: { kind: "null" } },
  ],
  additions: [],
};

export interface IpSourceRoute {
  readonly ip: Uint8Array;
  readonly port: number;
  readonly route: readonly Uint8Array[];
  readonly routing: IpSourceRouteRouting;
}

export const IpSourceRoute: PerType<IpSourceRoute> = {
  kind: "sequence",
  fields: [
    { name: "ip", type: { kind: "octetString", size: { from: 4, to: 4 } } },
    { name: "port", type: { kind: "integer", from: 0, to: 65535 } },
    { name: "route", type: { kind: "sequenceOf", of: { kind: "octetString", size: { from: 4, to: 4 } } } },
    { name: "routing", type: IpSourceRouteRouting },
  ],
  additions: [],
};

export interface IpxAddress {
  readonly node: Uint8Array;
  readonly netnum: Uint8Array;
  readonly port: Uint8Array;
}

export const IpxAddress: PerType<IpxAddress> = {
  kind: "sequence",
  fields: [
    { name: "node", type: { kind: "octetString", size: { from: 6, to: 6 } } },
    { name: "netnum", type: { kind: "octetString", size: { from: 4, to: 4 } } },
    { name: "port", type: { kind: "octetString", size: { from: 2, to: 2 } } },
  ],
};

export interface Ip6Address {
  readonly ip: Uint8Array;
  readonly port: number;
}

export const Ip6Address: PerType<Ip6Address> = {
  kind: "sequence",
  fields: [
    { name: "ip", type: { kind: "octetString", size: { from: 16, to: 16 } } },
    { name: "port", type: { kind: "integer", from: 0, to: 65535 } },
  ],
  additions: [],
};

export interface H221NonStandard {
  readonly t35CountryCode: number;
  readonly t35Extension: number;
  readonly manufacturerCode: number;
}

export const H221NonStandard: PerType<H221NonStandard> = {
  kind: "sequence",
  fields: [
    { name: "t35CountryCode", type: { kind: "integer", from: 0, to: 255 } },
    { name: "t35Extension", type: { kind: "integer", from: 0, to: 255 } },
    { name: "manufacturerCode", type: { kind: "integer", from: 0, to: 65535 } },
  ],
  additions: [],
};

export type NonStandardParameterNonStandardIdentifier =
  | { readonly object: string }
  | { readonly h221NonStandard: H221NonStandard }
  | Addition;

export const NonStandardParameterNonStandardIdentifier: PerType<NonStandardParameterNonStandardIdentifier> = {
  kind: "choice",
  alternatives: [
    { name: "object", type: { kind: "objectIdentifier" } },
    { name: "h221NonStandard", type: H221NonStandard },
  ],
  additions: [],
};

export interface NonStandardParameter {
  readonly nonStandardIdentifier: NonStandardParameterNonStandardIdentifier;
  readonly data: Uint8Array;
}

export const NonStandardParameter: PerType<NonStandardParameter> = {
  kind: "sequence",
  fields: [
    { name: "nonStandardIdentifier", type: NonStandardParameterNonStandardIdentifier },
    { name: "data", type: { kind: "octetString" } },
  ],
};

export type TransportAddress =
  | { readonly ipAddress: IpAddress }
  | { readonly ipSourceRoute: IpSourceRoute }
  | { readonly ipxAddress: IpxAddress }
  | { readonly ip6Address: Ip6Address }
  | { readonly netBios: Uint8Array }
  | { readonly nsap: Uint8Array }
  | { readonly nonStandardAddress: NonStandardParameter }
  | Addition;

export const TransportAddress: PerType<TransportAddress> = {
  kind: "choice",
  alternatives: [
    { name: "ipAddress", type: IpAddress },
    { name: "ipSourceRoute", type: IpSourceRoute },
    { name: "ipxAddress", type: IpxAddress },
    { name: "ip6Address", type: Ip6Address },
    { name: "netBios", type: { kind: "octetString", size: { from: 16, to: 16 } } },
    { name: "nsap", type: { kind: "octetString", size: { from: 1, to: 20 } } },
    { name: "nonStandardAddress", type: NonStandardParameter },
  ],
  additions: [],
};

export type NumberDigits = string;

export const NumberDigits: PerType<NumberDigits> = { kind: "string", bits: 4, alphabet: "#*,0123456789", size: { from:
  1, to: 128 } };

export type PublicTypeOfNumber =
  | { readonly unknown: null }
  | { readonly internationalNumber: null }
  | { readonly nationalNumber: null }
  | { readonly networkSpecificNumber: null }
  | { readonly subscriberNumber: null }
  | { readonly abbreviatedNumber: null }
  | Addition;

export const PublicTypeOfNumber: PerType<PublicTypeOfNumber> = {
  kind: "choice",
  alternatives: [
    { name: "unknown", type: { kind: "null" } },
    { name: "internationalNumber", type: { kind: "null" } },
    { name: "nationalNumber", type: { kind: "null" } },
    { name: "networkSpecificNumber", type: { kind: "null" } },
    { name: "subscriberNumber", type: { kind: "null" } },
    { name: "abbreviatedNumber", type: { kind: "null" } },
  ],
  additions: [],
};

export interface PublicPartyNumber {
  readonly publicTypeOfNumber: PublicTypeOfNumber;
  readonly publicNumberDigits: NumberDigits;
}

export const PublicPartyNumber: PerType<PublicPartyNumber> = {
  kind: "sequence",
  fields: [
    { name: "publicTypeOfNumber", type: PublicTypeOfNumber },
    { name: "publicNumberDigits", type: NumberDigits },
  ],
};

export type PrivateTypeOfNumber =
  | { readonly unknown: null }
  | { readonly level2RegionalNumber: null }
  | { readonly level1RegionalNumber: null }
  | { readonly pISNSpecificNumber: null }
  | { readonly localNumber: null }
  | { readonly abbreviatedNumber: null }
  | Addition;

export const PrivateTypeOfNumber: PerType<PrivateTypeOfNumber> = {
  kind: "choice",
  alternatives: [
    { name: "unknown", type: { kind: "null" } },
    { name: "level2RegionalNumber", type: { kind: "null" } },
    { name: "level1RegionalNumber", type: { kind: "null" } },
    { name: "pISNSpecificNumber", type: { kind: "null" } },
    { name: "localNumber", type: { kind: "null" } },
    { name: "abbreviatedNumber", type: { kind: "null" } },
  ],
  additions: [],
};

export interface PrivatePartyNumber {
  readonly privateTypeOfNumber: PrivateTypeOfNumber;
  readonly privateNumberDigits: NumberDigits;
}

export const PrivatePartyNumber: PerType<PrivatePartyNumber> = {
  kind: "sequence",
  fields: [
    { name: "privateTypeOfNumber", type: PrivateTypeOfNumber },
    { name: "privateNumberDigits", type: NumberDigits },
  ],
};

export type PartyNumber =
  | { readonly e164Number: PublicPartyNumber }
  | { readonly dataPartyNumber: NumberDigits }
  | { readonly telexPartyNumber: NumberDigits }
  | { readonly privateNumber: PrivatePartyNumber }
  | { readonly nationalStandardPartyNumber: NumberDigits }
  | Addition;

export const PartyNumber: PerType<PartyNumber> = {
  kind: "choice",
  alternatives: [
    { name: "e164Number", type: PublicPartyNumber },
    { name: "dataPartyNumber", type: NumberDigits },
    { name: "telexPartyNumber", type: NumberDigits },
    { name: "privateNumber", type: PrivatePartyNumber },
    { name: "nationalStandardPartyNumber", type: NumberDigits },
  ],
  additions: [],
};

export type AliasAddress =
  | { readonly dialledDigits: NumberDigits }
  | { readonly h323ID: string }
  | { readonly urlID: string }
  | { readonly transportID: TransportAddress }
  | { readonly emailID: string }
  | { readonly partyNumber: PartyNumber }
  | { readonly mobileUIM: Placeholder }
  | { readonly isupNumber: Placeholder }
  | Addition;

export const AliasAddress: PerType<AliasAddress> = {
  kind: "choice",
  alternatives: [
    { name: "dialledDigits", type: NumberDigits },
    { name: "h323ID", type: { kind: "string", bits: 16, size: { from: 1, to: 256 } } },
  ],
  additions: [
    { name: "urlID", type: { kind: "string", bits: 8, size: { from: 1, to: 512 } } },
    { name: "transportID", type: TransportAddress },
    { name: "emailID", type: { kind: "string", bits: 8, size: { from: 1, to: 512 } } },
    { name: "partyNumber", type: PartyNumber },
    { name: "mobileUIM" },
    { name: "isupNumber" },
  ],
};

export interface VendorIdentifier {
  readonly vendor: H221NonStandard;
  readonly productId?: Uint8Array;
  readonly versionId?: Uint8Array;
  readonly enterpriseNumber?: string;
}

export const VendorIdentifier: PerType<VendorIdentifier> = {
  kind: "sequence",
  fields: [
    { name: "vendor", type: H221NonStandard },
    { name: "productId", type: { kind: "octetString", size: { from: 1, to: 256 } }, optional: true },
    { name: "versionId", type: { kind: "octetString", size: { from: 1, to: 256 } }, optional: true },
  ],
  additions: [
    { name: "enterpriseNumber", type: { kind: "objectIdentifier" } },
  ],
};

export interface NonStandardOnly {
  readonly nonStandardData?: NonStandardParameter;
}

export const NonStandardOnly: PerType<NonStandardOnly> = {
  kind: "sequence",
  fields: [
    { name: "nonStandardData", type: NonStandardParameter, optional: true },
  ],
  additions: [],
};

export interface SupportedPrefix {
  readonly nonStandardData?: NonStandardParameter;
  readonly prefix: AliasAddress;
}

export const SupportedPrefix: PerType<SupportedPrefix> = {
  kind: "sequence",
  fields: [
    { name: "nonStandardData", type: NonStandardParameter, optional: true },
    { name: "prefix", type: AliasAddress },
  ],
  additions: [],
};

export interface ProtocolCaps {
  readonly nonStandardData?: NonStandardParameter;
  readonly dataRatesSupported?: Placeholder;
  readonly supportedPrefixes?: readonly SupportedPrefix[];
}

export const ProtocolCaps: PerType<ProtocolCaps> = {
  kind: "sequence",
  fields: [
    { name: "nonStandardData", type: NonStandardParameter, optional: true },
  ],
  additions: [
    { name: "dataRatesSupported" },
    { name: "supportedPrefixes", type: { kind: "sequenceOf", of: SupportedPrefix } },
  ],
};

export type SupportedProtocols =
  | { readonly nonStandardData: NonStandardParameter }
  | { readonly h310: ProtocolCaps }
  | { readonly h320: ProtocolCaps }
  | { readonly h321: ProtocolCaps }
  | { readonly h322: ProtocolCaps }
  | { readonly h323: ProtocolCaps }
  | { readonly h324: ProtocolCaps }
  | { readonly voice: ProtocolCaps }
  | { readonly t120Only: ProtocolCaps }
  | { readonly nonStandardProtocol: Placeholder }
  | { readonly t38FaxAnnexbOnly: Placeholder }
  | { readonly sip: Placeholder }
  | Addition;

export const SupportedProtocols: PerType<SupportedProtocols> = {
  kind: "choice",
  alternatives: [
    { name: "nonStandardData", type: NonStandardParameter },
    { name: "h310", type: ProtocolCaps },
    { name: "h320", type: ProtocolCaps },
    { name: "h321", type: ProtocolCaps },
    { name: "h322", type: ProtocolCaps },
    { name: "h323", type: ProtocolCaps },
    { name: "h324", type: ProtocolCaps },
    { name: "voice", type: ProtocolCaps },
    { name: "t120Only", type: ProtocolCaps },
  ],
  additions: [
    { name: "nonStandardProtocol" },
    { name: "t38FaxAnnexbOnly" },
    { name: "sip" },
  ],
};

export interface GatewayInfo {
  readonly protocol?: readonly SupportedProtocols[];
  readonly nonStandardData?: NonStandardParameter;
}

export const GatewayInfo: PerType<GatewayInfo> = {
  kind: "sequence",
  fields: [
    { name: "protocol", type: { kind: "sequenceOf", of: SupportedProtocols }, optional: true },
    { name: "nonStandardData", type: NonStandardParameter, optional: true },
  ],
  additions: [],
};

export interface McuInfo {
  readonly nonStandardData?: NonStandardParameter;
  readonly protocol?: readonly SupportedProtocols[];
}

export const McuInfo: PerType<McuInfo> = {
  kind: "sequence",
  fields: [
    { name: "nonStandardData", type: NonStandardParameter, optional: true },
  ],
  additions: [
    { name: "protocol", type: { kind: "sequenceOf", of: SupportedProtocols } },
  ],
};

export interface TunnelledProtocolAlternateIdentifier {
  readonly protocolType: string;
  readonly protocolVariant?: string;
}

export const TunnelledProtocolAlternateIdentifier: PerType<TunnelledProtocolAlternateIdentifier> = {
  kind: "sequence",
  fields: [
    { name: "protocolType", type: { kind: "string", bits: 8, size: { from: 1, to: 64 } } },
    { name: "protocolVariant", type: { kind: "string", bits: 8, size: { from: 1, to: 64 } }, optional: true },
  ],
  additions: [],
};

export type TunnelledProtocolId =
  | { readonly tunnelledProtocolObjectID: string }
  | { readonly tunnelledProtocolAlternateID: TunnelledProtocolAlternateIdentifier }
  | Addition;

export const TunnelledProtocolId: PerType<TunnelledProtocolId> = {
  kind: "choice",
  alternatives: [
    { name: "tunnelledProtocolObjectID", type: { kind: "objectIdentifier" } },
    { name: "tunnelledProtocolAlternateID", type: TunnelledProtocolAlternateIdentifier },
  ],
  additions: [],
};

export interface TunnelledProtocol {
  readonly id: TunnelledProtocolId;
  readonly subIdentifier?: string;
}

export const TunnelledProtocol: PerType<TunnelledProtocol> = {
  kind: "sequence",
  fields: [
    { name: "id", type: TunnelledProtocolId },
    { name: "subIdentifier", type: { kind: "string", bits: 8, size: { from: 1, to: 64 } }, optional: true },
  ],
  additions: [],
};

export interface EndpointType {
  readonly nonStandardData?: NonStandardParameter;
  readonly vendor?: VendorIdentifier;
  readonly gatekeeper?: NonStandardOnly;
  readonly gateway?: GatewayInfo;
  readonly mcu?: McuInfo;
  readonly terminal?: NonStandardOnly;
  readonly mc: boolean;
  readonly undefinedNode: boolean;
  readonly set?: Placeholder;
  readonly supportedTunnelledProtocols?: readonly TunnelledProtocol[];
}

export const EndpointType: PerType<EndpointType> = {
  kind: "sequence",
  fields: [
    { name: "nonStandardData", type: NonStandardParameter, optional: true },
    { name: "vendor", type: VendorIdentifier, optional: true },
    { name: "gatekeeper", type: NonStandardOnly, optional: true },
    { name: "gateway", type: GatewayInfo, optional: true },
    { name: "mcu", type: McuInfo, optional: true },
    { name: "terminal", type: NonStandardOnly, optional: true },
    { name: "mc", type: { kind: "boolean" } },
    { name: "undefinedNode", type: { kind: "boolean" } },
  ],
  additions: [
    { name: "set" },
    { name: "supportedTunnelledProtocols", type: { kind: "sequenceOf", of: TunnelledProtocol } },
  ],
};

export type CallReferenceValue = number;

export const CallReferenceValue: PerType<CallReferenceValue> = { kind: "integer", from: 0, to: 65535 };

export type GloballyUniqueID = Uint8Array;

export const GloballyUniqueID: PerType<GloballyUniqueID> = { kind: "octetString", size: { from: 16, to: 16 } };

export type ConferenceGoal =
  | { readonly create: null }
  | { readonly join: null }
  | { readonly invite: null }
  | { readonly capabilityNegotiation: null }
  | { readonly callIndependentSupplementaryService: null }
  | Addition;

export const ConferenceGoal: PerType<ConferenceGoal> = {
  kind: "choice",
  alternatives: [
    { name: "create", type: { kind: "null" } },
    { name: "join", type: { kind: "null" } },
    { name: "invite", type: { kind: "null" } },
  ],
  additions: [
    { name: "capabilityNegotiation", type: { kind: "null" } },
    { name: "callIndependentSupplementaryService", type: { kind: "null" } },
  ],
};

export interface QseriesOptionsQ954Info {
  readonly conferenceCalling: boolean;
  readonly threePartyService: boolean;
}

export const QseriesOptionsQ954Info: PerType<QseriesOptionsQ954Info> = {
  kind: "sequence",
  fields: [
    { name: "conferenceCalling", type: { kind: "boolean" } },
    { name: "threePartyService", type: { kind: "boolean" } },
  ],
  additions: [],
};

export interface QseriesOptions {
  readonly q932Full: boolean;
  readonly q951Full: boolean;
  readonly q952Full: boolean;
  readonly q953Full: boolean;
  readonly q955Full: boolean;
  readonly q956Full: boolean;
  readonly q957Full: boolean;
  readonly q954Info: QseriesOptionsQ954Info;
}

export const QseriesOptions: PerType<QseriesOptions> = {
  kind: "sequence",
  fields: [
    { name: "q932Full", type: { kind: "boolean" } },
    { name: "q951Full", type: { kind: "boolean" } },
    { name: "q952Full", type: { kind: "boolean" } },
    { name: "q953Full", type: { kind: "boolean" } },
    { name: "q955Full", type: { kind: "boolean" } },
    { name: "q956Full", type: { kind: "boolean" } },
    { name: "q957Full", type: { kind: "boolean" } },
    { name: "q954Info", type: QseriesOptionsQ954Info },
  ],
  additions: [],
};

export type CallType =
  | { readonly pointToPoint: null }
  | { readonly oneToN: null }
  | { readonly nToOne: null }
  | { readonly nToN: null }
  | Addition;

export const CallType: PerType<CallType> = {
  kind: "choice",
  alternatives: [
    { name: "pointToPoint", type: { kind: "null" } },
    { name: "oneToN", type: { kind: "null" } },
    { name: "nToOne", type: { kind: "null" } },
    { name: "nToN", type: { kind: "null" } },
  ],
  additions: [],
};

export interface CallIdentifier {
  readonly guid: GloballyUniqueID;
}

export const CallIdentifier: PerType<CallIdentifier> = {
  kind: "sequence",
  fields: [
    { name: "guid", type: GloballyUniqueID },
  ],
  additions: [],
};

export type PresentationIndicator =
  | { readonly presentationAllowed: null }
  | { readonly presentationRestricted: null }
  | { readonly addressNotAvailable: null }
  | Addition;

export const PresentationIndicator: PerType<PresentationIndicator> = {
  kind: "choice",
  alternatives: [
    { name: "presentationAllowed", type: { kind: "null" } },
    { name: "presentationRestricted", type: { kind: "null" } },
    { name: "addressNotAvailable", type: { kind: "null" } },
  ],
  additions: [],
};

export type ScreeningIndicator =
  | "userProvidedNotScreened"
  | "userProvidedVerifiedAndPassed"
  | "userProvidedVerifiedAndFailed"
  | "networkProvided";

export const ScreeningIndicator: PerType<ScreeningIndicator> = { kind: "enumerated", names: ["userProvidedNotScreened",
  "userProvidedVerifiedAndPassed", "userProvidedVerifiedAndFailed", "networkProvided"], open: true };

export interface SetupUUIE {
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly h245Address?: TransportAddress;
  readonly sourceAddress?: readonly AliasAddress[];
  readonly sourceInfo: EndpointType;
  readonly destinationAddress?: readonly AliasAddress[];
  readonly destCallSignalAddress?: TransportAddress;
  readonly destExtraCallInfo?: readonly AliasAddress[];
  readonly destExtraCRV?: readonly CallReferenceValue[];
  readonly activeMC: boolean;
  readonly conferenceID: GloballyUniqueID;
  readonly conferenceGoal: ConferenceGoal;
  readonly callServices?: QseriesOptions;
  readonly callType: CallType;
  readonly sourceCallSignalAddress?: TransportAddress;
  readonly remoteExtensionAddress?: AliasAddress;
  readonly callIdentifier?: CallIdentifier;
  readonly h245SecurityCapability?: Placeholder;
  readonly tokens?: Placeholder;
  readonly cryptoTokens?: Placeholder;
  readonly fastStart?: readonly Uint8Array[];
  readonly mediaWaitForConnect?: boolean;
  readonly canOverlapSend?: boolean;
  readonly endpointIdentifier?: Placeholder;
  readonly multipleCalls?: boolean;
  readonly maintainConnection?: boolean;
  readonly connectionParameters?: Placeholder;
  readonly language?: Placeholder;
  readonly presentationIndicator?: PresentationIndicator;
  readonly screeningIndicator?: ScreeningIndicator;
  readonly serviceControl?: Placeholder;
  readonly symmetricOperationRequired?: null;
  readonly capacity?: Placeholder;
  readonly circuitInfo?: Placeholder;
  readonly desiredProtocols?: Placeholder;
  readonly neededFeatures?: Placeholder;
  readonly desiredFeatures?: Placeholder;
  readonly supportedFeatures?: Placeholder;
  readonly parallelH245Control?: readonly Uint8Array[];
  readonly additionalSourceAddresses?: Placeholder;
  readonly hopCount?: Placeholder;
  readonly displayName?: Placeholder;
}

export const SetupUUIE: PerType<SetupUUIE> = {
  kind: "sequence",
  fields: [
    { name: "protocolIdentifier", type: ProtocolIdentifier },
    { name: "h245Address", type: TransportAddress, optional: true },
    { name: "sourceAddress", type: { kind: "sequenceOf", of: AliasAddress }, optional: true },
    { name: "sourceInfo", type: EndpointType },
    { name: "destinationAddress", type: { kind: "sequenceOf", of: AliasAddress }, optional: true },
    { name: "destCallSignalAddress", type: TransportAddress, optional: true },
    { name: "destExtraCallInfo", type: { kind: "sequenceOf", of: AliasAddress }, optional: true },
    { name: "destExtraCRV", type: { kind: "sequenceOf", of: CallReferenceValue }, optional: true },
    { name: "activeMC", type: { kind: "boolean" } },
    { name: "conferenceID", type: GloballyUniqueID },
    { name: "conferenceGoal", type: ConferenceGoal },
    { name: "callServices", type: QseriesOptions, optional: true },
    { name: "callType", type: CallType },
  ],
  additions: [
    { name: "sourceCallSignalAddress", type: TransportAddress },
    { name: "remoteExtensionAddress", type: AliasAddress },
    { name: "callIdentifier", type: CallIdentifier },
    { name: "h245SecurityCapability" },
    { name: "tokens" },
    { name: "cryptoTokens" },
    { name: "fastStart", type: { kind: "sequenceOf", of: { kind: "octetString" } } },
    { name: "mediaWaitForConnect", type: { kind: "boolean" } },
    { name: "canOverlapSend", type: { kind: "boolean" } },
    { name: "endpointIdentifier" },
    { name: "multipleCalls", type: { kind: "boolean" } },
    { name: "maintainConnection", type: { kind: "boolean" } },
    { name: "connectionParameters" },
    { name: "language" },
    { name: "presentationIndicator", type: PresentationIndicator },
    { name: "screeningIndicator", type: ScreeningIndicator },
    { name: "serviceControl" },
    { name: "symmetricOperationRequired", type: { kind: "null" } },
    { name: "capacity" },
    { name: "circuitInfo" },
    { name: "desiredProtocols" },
    { name: "neededFeatures" },
    { name: "desiredFeatures" },
    { name: "supportedFeatures" },
    { name: "parallelH245Control", type: { kind: "sequenceOf", of: { kind: "octetString" } } },
    { name: "additionalSourceAddresses" },
    { name: "hopCount" },
    { name: "displayName" },
  ],
};

export interface CallProceedingUUIE {
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly destinationInfo: EndpointType;
  readonly h245Address?: TransportAddress;
  readonly callIdentifier?: CallIdentifier;
  readonly h245SecurityMode?: Placeholder;
  readonly tokens?: Placeholder;
  readonly cryptoTokens?: Placeholder;
  readonly fastStart?: readonly Uint8Array[];
  readonly multipleCalls?: boolean;
  readonly maintainConnection?: boolean;
  readonly fastConnectRefused?: null;
  readonly featureSet?: Placeholder;
}

export const CallProceedingUUIE: PerType<CallProceedingUUIE> = {
  kind: "sequence",
  fields: [
    { name: "protocolIdentifier", type: ProtocolIdentifier },
    { name: "destinationInfo", type: EndpointType },
    { name: "h245Address", type: TransportAddress, optional: true },
  ],
  additions: [
    { name: "callIdentifier", type: CallIdentifier },
    { name: "h245SecurityMode" },
    { name: "tokens" },
    { name: "cryptoTokens" },
    { name: "fastStart", type: { kind: "sequenceOf", of: { kind: "octetString" } } },
    { name: "multipleCalls", type: { kind: "boolean" } },
    { name: "maintainConnection", type: { kind: "boolean" } },
    { name: "fastConnectRefused", type: { kind: "null" } },
    { name: "featureSet" },
  ],
};

export interface ConnectUUIE {
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly h245Address?: TransportAddress;
  readonly destinationInfo: EndpointType;
  readonly conferenceID: GloballyUniqueID;
  readonly callIdentifier?: CallIdentifier;
  readonly h245SecurityMode?: Placeholder;
  readonly tokens?: Placeholder;
  readonly cryptoTokens?: Placeholder;
  readonly fastStart?: readonly Uint8Array[];
  readonly multipleCalls?: boolean;
  readonly maintainConnection?: boolean;
  readonly language?: Placeholder;
  readonly connectedAddress?: readonly AliasAddress[];
  readonly presentationIndicator?: PresentationIndicator;
  readonly screeningIndicator?: ScreeningIndicator;
  readonly fastConnectRefused?: null;
  readonly serviceControl?: Placeholder;
  readonly capacity?: Placeholder;
  readonly featureSet?: Placeholder;
  readonly displayName?: Placeholder;
}

export const ConnectUUIE: PerType<ConnectUUIE> = {
  kind: "sequence",
  fields: [
    { name: "protocolIdentifier", type: ProtocolIdentifier },
    { name: "h245Address", type: TransportAddress, optional: true },
    { name: "destinationInfo", type: EndpointType },
    { name: "conferenceID", type: GloballyUniqueID },
  ],
  additions: [
    { name: "callIdentifier", type: CallIdentifier },
    { name: "h245SecurityMode" },
    { name: "tokens" },
    { name: "cryptoTokens" },
    { name: "fastStart", type: { kind: "sequenceOf", of: { kind: "octetString" } } },
    { name: "multipleCalls", type: { kind: "boolean" } },
    { name: "maintainConnection", type: { kind: "boolean" } },
    { name: "language" },
    { name: "connectedAddress", type: { kind: "sequenceOf", of: AliasAddress } },
    { name: "presentationIndicator", type: PresentationIndicator },
    { name: "screeningIndicator", type: ScreeningIndicator },
    { name: "fastConnectRefused", type: { kind: "null" } },
    { name: "serviceControl" },
    { name: "capacity" },
    { name: "featureSet" },
    { name: "displayName" },
  ],
};

export interface AlertingUUIE {
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly destinationInfo: EndpointType;
  readonly h245Address?: TransportAddress;
  readonly callIdentifier?: CallIdentifier;
  readonly h245SecurityMode?: Placeholder;
  readonly tokens?: Placeholder;
  readonly cryptoTokens?: Placeholder;
  readonly fastStart?: readonly Uint8Array[];
  readonly multipleCalls?: boolean;
  readonly maintainConnection?: boolean;
  readonly alertingAddress?: readonly AliasAddress[];
  readonly presentationIndicator?: PresentationIndicator;
  readonly screeningIndicator?: ScreeningIndicator;
  readonly fastConnectRefused?: null;
  readonly serviceControl?: Placeholder;
  readonly capacity?: Placeholder;
  readonly featureSet?: Placeholder;
  readonly displayName?: Placeholder;
}

export const AlertingUUIE: PerType<AlertingUUIE> = {
  kind: "sequence",
  fields: [
    { name: "protocolIdentifier", type: ProtocolIdentifier },
    { name: "destinationInfo", type: EndpointType },
    { name: "h245Address", type: TransportAddress, optional: true },
  ],
  additions: [
    { name: "callIdentifier", type: CallIdentifier },
    { name: "h245SecurityMode" },
    { name: "tokens" },
    { name: "cryptoTokens" },
    { name: "fastStart", type: { kind: "sequenceOf", of: { kind: "octetString" } } },
    { name: "multipleCalls", type: { kind: "boolean" } },
    { name: "maintainConnection", type: { kind: "boolean" } },
    { name: "alertingAddress", type: { kind: "sequenceOf", of: AliasAddress } },
    { name: "presentationIndicator", type: PresentationIndicator },
    { name: "screeningIndicator", type: ScreeningIndicator },
    { name: "fastConnectRefused", type: { kind: "null" } },
    { name: "serviceControl" },
    { name: "capacity" },
    { name: "featureSet" },
    { name: "displayName" },
  ],
};

export interface InformationUUIE {
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly callIdentifier?: CallIdentifier;
  readonly tokens?: Placeholder;
  readonly cryptoTokens?: Placeholder;
  readonly fastStart?: readonly Uint8Array[];
  readonly fastConnectRefused?: null;
  readonly circuitInfo?: Placeholder;
}

export const InformationUUIE: PerType<InformationUUIE> = {
  kind: "sequence",
  fields: [
    { name: "protocolIdentifier", type: ProtocolIdentifier },
  ],
  additions: [
    { name: "callIdentifier", type: CallIdentifier },
    { name: "tokens" },
    { name: "cryptoTokens" },
    { name: "fastStart", type: { kind: "sequenceOf", of: { kind: "octetString" } } },
    { name: "fastConnectRefused", type: { kind: "null" } },
    { name: "circuitInfo" },
  ],
};

export type ReleaseCompleteReason =
  | { readonly noBandwidth: null }
  | { readonly gatekeeperResources: null }
  | { readonly unreachableDestination: null }
  | { readonly destinationRejection: null }
  | { readonly invalidRevision: null }
  | { readonly noPermission: null }
  | { readonly unreachableGatekeeper: null }
  | { readonly gatewayResources: null }
  | { readonly badFormatAddress: null }
  | { readonly adaptiveBusy: null }
  | { readonly inConf: null }
  | { readonly undefinedReason: null }
  | { readonly facilityCallDeflection: null }
  | { readonly securityDenied: null }
  | { readonly calledPartyNotRegistered: null }
  | { readonly callerNotRegistered: null }
  | { readonly newConnectionNeeded: null }
  | { readonly nonStandardReason: NonStandardParameter }
  | { readonly replaceWithConferenceInvite: GloballyUniqueID }
  | { readonly genericDataReason: null }
  | { readonly neededFeatureNotSupported: null }
  | { readonly tunnelledSignallingRejected: null }
  | { readonly invalidCID: null }
  | { readonly securityError: Placeholder }
  | { readonly hopCountExceeded: null }
  | Addition;

export const ReleaseCompleteReason: PerType<ReleaseCompleteReason> = {
  kind: "choice",
  alternatives: [
    { name: "noBandwidth", type: { kind: "null" } },
    { name: "gatekeeperResources", type: { kind: "null" } },
    { name: "unreachableDestination", type: { kind: "null" } },
    { name: "destinationRejection", type: { kind: "null" } },
    { name: "invalidRevision", type: { kind: "null" } },
    { name: "noPermission", type: { kind: "null" } },
    { name: "unreachableGatekeeper", type: { kind: "null" } },
    { name: "gatewayResources", type: { kind: "null" } },
    { name: "badFormatAddress", type: { kind: "null" } },
    { name: "adaptiveBusy", type: { kind: "null" } },
    { name: "inConf", type: { kind: "null" } },
    { name: "undefinedReason", type: { kind: "null" } },
  ],
  additions: [
    { name: "facilityCallDeflection", type: { kind: "null" } },
    { name: "securityDenied", type: { kind: "null" } },
    { name: "calledPartyNotRegistered", type: { kind: "null" } },
    { name: "callerNotRegistered", type: { kind: "null" } },
    { name: "newConnectionNeeded", type: { kind: "null" } },
    { name: "nonStandardReason", type: NonStandardParameter },
    { name: "replaceWithConferenceInvite", type: GloballyUniqueID },
    { name: "genericDataReason", type: { kind: "null" } },
    { name: "neededFeatureNotSupported", type: { kind: "null" } },
    { name: "tunnelledSignallingRejected", type: { kind: "null" } },
    { name: "invalidCID", type: { kind: "null" } },
    { name: "securityError" },
    { name: "hopCountExceeded", type: { kind: "null" } },
  ],
};

export interface ReleaseCompleteUUIE {
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly reason?: ReleaseCompleteReason;
  readonly callIdentifier?: CallIdentifier;
  readonly tokens?: Placeholder;
  readonly cryptoTokens?: Placeholder;
  readonly busyAddress?: readonly AliasAddress[];
  readonly presentationIndicator?: PresentationIndicator;
  readonly screeningIndicator?: ScreeningIndicator;
  readonly capacity?: Placeholder;
  readonly serviceControl?: Placeholder;
  readonly featureSet?: Placeholder;
  readonly destinationInfo?: EndpointType;
  readonly displayName?: Placeholder;
}

export const ReleaseCompleteUUIE: PerType<ReleaseCompleteUUIE> = {
  kind: "sequence",
  fields: [
    { name: "protocolIdentifier", type: ProtocolIdentifier },
    { name: "reason", type: ReleaseCompleteReason, optional: true },
  ],
  additions: [
    { name: "callIdentifier", type: CallIdentifier },
    { name: "tokens" },
    { name: "cryptoTokens" },
    { name: "busyAddress", type: { kind: "sequenceOf", of: AliasAddress } },
    { name: "presentationIndicator", type: PresentationIndicator },
    { name: "screeningIndicator", type: ScreeningIndicator },
    { name: "capacity" },
    { name: "serviceControl" },
    { name: "featureSet" },
    { name: "destinationInfo", type: EndpointType },
    { name: "displayName" },
  ],
};

export type FacilityReason =
  | { readonly routeCallToGatekeeper: null }
  | { readonly callForwarded: null }
  | { readonly routeCallToMC: null }
  | { readonly undefinedReason: null }
  | { readonly conferenceListChoice: null }
  | { readonly startH245: null }
  | { readonly noH245: null }
  | { readonly newTokens: null }
  | { readonly featureSetUpdate: null }
  | { readonly forwardedElements: null }
  | { readonly transportedInformation: null }
  | Addition;

export const FacilityReason: PerType<FacilityReason> = {
  kind: "choice",
  alternatives: [
    { name: "routeCallToGatekeeper", type: { kind: "null" } },
    { name: "callForwarded", type: { kind: "null" } },
    { name: "routeCallToMC", type: { kind: "null" } },
    { name: "undefinedReason", type: { kind: "null" } },
  ],
  additions: [
    { name: "conferenceListChoice", type: { kind: "null" } },
    { name: "startH245", type: { kind: "null" } },
    { name: "noH245", type: { kind: "null" } },
    { name: "newTokens", type: { kind: "null" } },
    { name: "featureSetUpdate", type: { kind: "null" } },
    { name: "forwardedElements", type: { kind: "null" } },
    { name: "transportedInformation", type: { kind: "null" } },
  ],
};

export interface FacilityUUIE {
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly alternativeAddress?: TransportAddress;
  readonly alternativeAliasAddress?: readonly AliasAddress[];
  readonly conferenceID?: GloballyUniqueID;
  readonly reason: FacilityReason;
  readonly callIdentifier?: CallIdentifier;
  readonly destExtraCallInfo?: readonly AliasAddress[];
  readonly remoteExtensionAddress?: AliasAddress;
  readonly tokens?: Placeholder;
  readonly cryptoTokens?: Placeholder;
  readonly conferences?: Placeholder;
  readonly h245Address?: TransportAddress;
  readonly fastStart?: readonly Uint8Array[];
  readonly multipleCalls?: boolean;
  readonly maintainConnection?: boolean;
  readonly fastConnectRefused?: null;
  readonly serviceControl?: Placeholder;
  readonly circuitInfo?: Placeholder;
  readonly featureSet?: Placeholder;
  readonly destinationInfo?: EndpointType;
  readonly h245SecurityMode?: Placeholder;
}

export const FacilityUUIE: PerType<FacilityUUIE> = {
  kind: "sequence",
  fields: [
    { name: "protocolIdentifier", type: ProtocolIdentifier },
    { name: "alternativeAddress", type: TransportAddress, optional: true },
    { name: "alternativeAliasAddress", type: { kind: "sequenceOf", of: AliasAddress }, optional: true },
    { name: "conferenceID", type: GloballyUniqueID, optional: true },
    { name: "reason", type: FacilityReason },
  ],
  additions: [
    { name: "callIdentifier", type: CallIdentifier },
    { name: "destExtraCallInfo", type: { kind: "sequenceOf", of: AliasAddress } },
    { name: "remoteExtensionAddress", type: AliasAddress },
    { name: "tokens" },
    { name: "cryptoTokens" },
    { name: "conferences" },
    { name: "h245Address", type: TransportAddress },
    { name: "fastStart", type: { kind: "sequenceOf", of: { kind: "octetString" } } },
    { name: "multipleCalls", type: { kind: "boolean" } },
    { name: "maintainConnection", type: { kind: "boolean" } },
    { name: "fastConnectRefused", type: { kind: "null" } },
    { name: "serviceControl" },
    { name: "circuitInfo" },
    { name: "featureSet" },
    { name: "destinationInfo", type: EndpointType },
    { name: "h245SecurityMode" },
  ],
};

export interface ProgressUUIE {
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly destinationInfo: EndpointType;
  readonly h245Address?: TransportAddress;
  readonly callIdentifier: CallIdentifier;
  readonly h245SecurityMode?: Placeholder;
  readonly tokens?: Placeholder;
  readonly cryptoTokens?: Placeholder;
  readonly fastStart?: readonly Uint8Array[];
  readonly multipleCalls?: boolean;
  readonly maintainConnection?: boolean;
  readonly fastConnectRefused?: null;
}

export const ProgressUUIE: PerType<ProgressUUIE> = {
  kind: "sequence",
  fields: [
    { name: "protocolIdentifier", type: ProtocolIdentifier },
    { name: "destinationInfo", type: EndpointType },
    { name: "h245Address", type: TransportAddress, optional: true },
    { name: "callIdentifier", type: CallIdentifier },
    { name: "h245SecurityMode", optional: true },
    { name: "tokens", optional: true },
    { name: "cryptoTokens", optional: true },
    { name: "fastStart", type: { kind: "sequenceOf", of: { kind: "octetString" } }, optional: true },
  ],
  additions: [
    { name: "multipleCalls", type: { kind: "boolean" } },
    { name: "maintainConnection", type: { kind: "boolean" } },
    { name: "fastConnectRefused", type: { kind: "null" } },
  ],
};

export interface StatusUUIE {
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly callIdentifier: CallIdentifier;
  readonly tokens?: Placeholder;
  readonly cryptoTokens?: Placeholder;
}

export const StatusUUIE: PerType<StatusUUIE> = {
  kind: "sequence",
  fields: [
    { name: "protocolIdentifier", type: ProtocolIdentifier },
    { name: "callIdentifier", type: CallIdentifier },
    { name: "tokens", optional: true },
    { name: "cryptoTokens", optional: true },
  ],
  additions: [],
};

export interface StatusInquiryUUIE {
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly callIdentifier: CallIdentifier;
  readonly tokens?: Placeholder;
  readonly cryptoTokens?: Placeholder;
}

export const StatusInquiryUUIE: PerType<StatusInquiryUUIE> = {
  kind: "sequence",
  fields: [
    { name: "protocolIdentifier", type: ProtocolIdentifier },
    { name: "callIdentifier", type: CallIdentifier },
    { name: "tokens", optional: true },
    { name: "cryptoTokens", optional: true },
  ],
  additions: [],
};

export interface SetupAcknowledgeUUIE {
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly callIdentifier: CallIdentifier;
  readonly tokens?: Placeholder;
  readonly cryptoTokens?: Placeholder;
}

export const SetupAcknowledgeUUIE: PerType<SetupAcknowledgeUUIE> = {
  kind: "sequence",
  fields: [
    { name: "protocolIdentifier", type: ProtocolIdentifier },
    { name: "callIdentifier", type: CallIdentifier },
    { name: "tokens", optional: true },
    { name: "cryptoTokens", optional: true },
  ],
  additions: [],
};

export interface NotifyUUIE {
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly callIdentifier: CallIdentifier;
  readonly tokens?: Placeholder;
  readonly cryptoTokens?: Placeholder;
  readonly connectedAddress?: readonly AliasAddress[];
  readonly presentationIndicator?: PresentationIndicator;
  readonly screeningIndicator?: ScreeningIndicator;
  readonly destinationInfo?: EndpointType;
  readonly displayName?: Placeholder;
}

export const NotifyUUIE: PerType<NotifyUUIE> = {
  kind: "sequence",
  fields: [
    { name: "protocolIdentifier", type: ProtocolIdentifier },
    { name: "callIdentifier", type: CallIdentifier },
    { name: "tokens", optional: true },
    { name: "cryptoTokens", optional: true },
  ],
  additions: [
    { name: "connectedAddress", type: { kind: "sequenceOf", of: AliasAddress } },
    { name: "presentationIndicator", type: PresentationIndicator },
    { name: "screeningIndicator", type: ScreeningIndicator },
    { name: "destinationInfo", type: EndpointType },
    { name: "displayName" },
  ],
};

export type H323MessageBody =
  | { readonly setup: SetupUUIE }
  | { readonly callProceeding: CallProceedingUUIE }
  | { readonly connect: ConnectUUIE }
  | { readonly alerting: AlertingUUIE }
  | { readonly information: InformationUUIE }
  | { readonly releaseComplete: ReleaseCompleteUUIE }
  | { readonly facility: FacilityUUIE }
  | { readonly progress: ProgressUUIE }
  | { readonly empty: null }
  | { readonly status: StatusUUIE }
  | { readonly statusInquiry: StatusInquiryUUIE }
  | { readonly setupAcknowledge: SetupAcknowledgeUUIE }
  | { readonly notify: NotifyUUIE }
  | Addition;

export const H323MessageBody: PerType<H323MessageBody> = {
  kind: "choice",
  alternatives: [
    { name: "setup", type: SetupUUIE },
    { name: "callProceeding", type: CallProceedingUUIE },
    { name: "connect", type: ConnectUUIE },
    { name: "alerting", type: AlertingUUIE },
    { name: "information", type: InformationUUIE },
    { name: "releaseComplete", type: ReleaseCompleteUUIE },
    { name: "facility", type: FacilityUUIE },
  ],
  additions: [
    { name: "progress", type: ProgressUUIE },
    { name: "empty", type: { kind: "null" } },
    { name: "status", type: StatusUUIE },
    { name: "statusInquiry", type: StatusInquiryUUIE },
    { name: "setupAcknowledge", type: SetupAcknowledgeUUIE },
    { name: "notify", type: NotifyUUIE },
  ],
};

export interface TunnelledSignallingMessage {
  readonly tunnelledProtocolID: TunnelledProtocol;
  readonly messageContent: readonly Uint8Array[];
  readonly tunnellingRequired?: null;
  readonly nonStandardData?: NonStandardParameter;
}

export const TunnelledSignallingMessage: PerType<TunnelledSignallingMessage> = {
  kind: "sequence",
  fields: [
    { name: "tunnelledProtocolID", type: TunnelledProtocol },
    { name: "messageContent", type: { kind: "sequenceOf", of: { kind: "octetString" } } },
    { name: "tunnellingRequired", type: { kind: "null" }, optional: true },
    { name: "nonStandardData", type: NonStandardParameter, optional: true },
  ],
  additions: [],
};

export interface H323UUPDU {
  readonly h323MessageBody: H323MessageBody;
  readonly nonStandardData?: NonStandardParameter;
  readonly h4501SupplementaryService?: readonly Uint8Array[];
  readonly h245Tunnelling?: boolean;
  readonly h245Control?: readonly Uint8Array[];
  readonly nonStandardControl?: readonly NonStandardParameter[];
  readonly callLinkage?: Placeholder;
  readonly tunnelledSignallingMessage?: TunnelledSignallingMessage;
  readonly provisionalRespToH245Tunnelling?: null;
  readonly stimulusControl?: Placeholder;
  readonly genericData?: Placeholder;
}

export const H323UUPDU: PerType<H323UUPDU> = {
  kind: "sequence",
  fields: [
    { name: "h323MessageBody", type: H323MessageBody },
    { name: "nonStandardData", type: NonStandardParameter, optional: true },
  ],
  additions: [
    { name: "h4501SupplementaryService", type: { kind: "sequenceOf", of: { kind: "octetString" } } },
    { name: "h245Tunnelling", type: { kind: "boolean" } },
    { name: "h245Control", type: { kind: "sequenceOf", of: { kind: "octetString" } } },
    { name: "nonStandardControl", type: { kind: "sequenceOf", of: NonStandardParameter } },
    { name: "callLinkage" },
    { name: "tunnelledSignallingMessage", type: TunnelledSignallingMessage },
    { name: "provisionalRespToH245Tunnelling", type: { kind: "null" } },
    { name: "stimulusControl" },
    { name: "genericData" },
  ],
};

export interface UserData {
  readonly protocolDiscriminator: number;
  readonly userInformation: Uint8Array;
}

export const UserData: PerType<UserData> = {
  kind: "sequence",
  fields: [
    { name: "protocolDiscriminator", type: { kind: "integer", from: 0, to: 255 } },
    { name: "userInformation", type: { kind: "octetString", size: { from: 1, to: 131 } } },
  ],
  additions: [],
};

export interface H323UserInformation {
  readonly h323UuPdu: H323UUPDU;
  readonly userData?: UserData;
}

export const H323UserInformation: PerType<H323UserInformation> = {
  kind: "sequence",
  fields: [
    { name: "h323UuPdu", type: H323UUPDU },
    { name: "userData", type: UserData, optional: true },
  ],
  additions: [],
};
