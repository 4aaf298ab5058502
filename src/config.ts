import type { Leniency } from "../codecs/leniencies.ts";
import type { DigitRules } from "./digits.ts";
import type { Trunk } from "./ids.ts";
import type { Locale } from "./users/screen.ts";

/**
 * The configuration as the core reads it: every default filled in, durations in milliseconds. The loader is
 * gateway/config.
 */
export interface Config {
  readonly name: string;
  readonly neighbours: readonly NeighbourConfig[];
  readonly limits: LimitsConfig;
  /** PINXs that a call may pass before it counts as running in a circle (R31). */
  readonly maxTransit: number;
  /** Minutes that local time is ahead of UTC, for the times on screens (S-19); the rim fills and renews it. */
  readonly utcOffsetMinutes: number;
}

export interface LimitsConfig {
  readonly requests: number;
  readonly requestsPerLine: number;
  readonly requestsPerTrunk: number;
  /** Of one user A behind another PBX; absent: no limit. A phone of ours has one (S-08). */
  readonly requestsPerCaller?: number;
}

export interface NeighbourConfig {
  readonly name: Trunk;
  /** Digit patterns: digits, `x` one digit, trailing `*` any rest; the longest match wins. */
  readonly numbers: readonly string[];
  readonly trunk: TrunkConfig;
  /** What becomes of the numbers of this trunk, both ways (R4). */
  readonly digits: DigitRules;
  /** Leniencies that are refused in what this trunk receives; absent: none. */
  readonly strict?: readonly Leniency[];
  /** `external`: a media gateway driven elsewhere follows the signalling. */
  readonly media: "through" | "external";
  readonly callCompletion: CallCompletionConfig;
  /** Absent: they read English, and hold a call to dial. */
  readonly phones?: PhonesConfig;
}

/** What the core must know of the phones of an assisted neighbour. */
export interface PhonesConfig {
  readonly locale: Locale;
  /** Of single phones (S-87): the first pattern that fits a number says its language. */
  readonly locales: readonly { readonly match: string; readonly locale: Locale }[];
  /** Dial puts the call that the user talks on on hold (S-37); where it cannot, Dial is refused meanwhile (R49). */
  readonly canHold: boolean;
}

export interface HostPort {
  readonly host: string;
  readonly port: number;
}

export type TrunkConfig = LapdTrunkConfig | IuaTrunkConfig | H323TrunkConfig | SipTrunkConfig | DemoTrunkConfig;

/** What a trunk may cost (`limits` of its configuration); what is absent is as its type has it. */
export interface TrunkLimits {
  /** Calls and connections at once, both directions together; one more meets cause 42. */
  readonly calls?: number;
  /** Messages of the peer that are read in a second; the others wait at the peer. */
  readonly messagesPerSecond?: number;
  /** Octets that wait for a peer that does not read, on each of its connections; beyond them it is closed. */
  readonly queuedOctets?: number;
  /** Connections of peers at once; more are refused. */
  readonly connections?: number;
  /** Such connections that have said nothing yet; more are refused. */
  readonly halfOpen?: number;
}

/** LAPD frames without FCS behind a 2-octet length over TCP. `side` is the Q.931 side the gateway takes. */
export interface LapdTrunkConfig {
  readonly type: "lapd";
  readonly limits?: TrunkLimits;
  readonly role: "listen" | "connect";
  readonly host: string;
  readonly port: number;
  readonly side: "user" | "network";
  readonly t309Ms: number;
  /** The peer takes SEGMENT: messages longer than a frame go in several (CC 2.4). Absent: it does not. */
  readonly segments?: boolean;
}

/**
 * D-channels of a PRI gateway over SCTP (RFC 4233). As application server process (`asp`) we connect, as signalling
 * gateway (`sg`) we listen. `side` is the Q.931 side the gateway takes (R43).
 */
export interface IuaTrunkConfig {
  readonly type: "iua";
  readonly limits?: TrunkLimits;
  readonly role: "asp" | "sg";
  /** SCTP goes in UDP (RFC 6951) or on IP itself; on IP ports are those of SCTP. */
  readonly transport: "udp" | "ip";
  /** Where we are, and of a process where the gateway is. */
  readonly bind: HostPort;
  readonly peer?: HostPort;
  /** At both ends; 9900 is registered for IUA. */
  readonly sctpPort: number;
  readonly interfaceIdentifiers: readonly (number | string)[];
  readonly aspIdentifier?: number;
  readonly side: "user" | "network";
  readonly t309Ms: number;
}

/** TLS on a trunk or a monitor of lines. What the files hold is read by the rim, again whenever they change. */
export interface TlsConfig {
  /** Paths of PEM files: our certificate and those between it and its CA, its private key, CAs that are trusted. */
  readonly certificate: string;
  readonly key: string;
  readonly trustAnchors: string;
  /** A PEM file with the revocation lists of the peers' CAs; absent: revocation is not asked for. */
  readonly crl?: string;
  /** Host names, addresses or URIs; the peer's certificate has one of them. */
  readonly allowedNames: readonly string[];
  /** The common name counts where a certificate has no subject alternative name. */
  readonly commonName: boolean;
  readonly minVersion: "1.2" | "1.3";
  /** Certificates and lists that end within this time are told of. */
  readonly warnBeforeMs: number;
}

/** H.225.0 call signalling with QSIG in its tunnel (H.323 Annex M.1). Calls of a source outside `peers` are refused. */
export interface H323TrunkConfig {
  readonly type: "h323";
  readonly limits?: TrunkLimits;
  /** Where the peers call us; several neighbours may share it. Absent: they do not. */
  readonly listen?: HostPort;
  /** Whom we call, in this order (R12). */
  readonly peers: readonly HostPort[];
  /** Contents of Bearer capability in the outer SETUP of a call-independent connection until the peer shows its own. */
  readonly cisBearer?: Uint8Array;
  /** The conferenceGoal of such a SETUP (R14). */
  readonly cisGoal?: "callIndependent" | "create";
  /** A peer that does not tunnel is to refuse our calls. */
  readonly tunnellingRequired?: boolean;
  /** Calls of ours share a connection with a peer that says the same, and connections stay between calls. */
  readonly multipleCalls?: boolean;
  /** Absent: plain TCP. */
  readonly tls?: TlsConfig;
}

/** SIP over TCP or TLS, with QSIG in its bodies or without (R2, R24). */
export interface SipTrunkConfig {
  readonly type: "sip";
  readonly limits?: TrunkLimits;
  readonly profile: "cisco" | "ecma355" | "plain";
  /** Whom we connect to, in turn where one fails. */
  readonly servers: readonly HostPort[];
  /** Where the peer connects to us. Absent: it uses our connection. Calls of a source outside `servers` are refused. */
  readonly listen?: HostPort;
  /** The host part of the addresses we write. */
  readonly domain: string;
  /** Absent: plain TCP. */
  readonly tls?: TlsConfig;
  /** Digest authentication (RFC 3261 22), where the peer asks for it. */
  readonly auth?: { readonly username: string; readonly passwordFile: string };
  /** What an INVITE that is for no bearer says of media (R24). */
  readonly cisSdp: "none" | "inactive";
  /** The peer is in our trust domain: it is told who calls in P-Asserted-Identity (RFC 3325). */
  readonly assertedIdentity: boolean;
  readonly t309Ms: number;
}

/** The demo cluster in the same process: whole layer-3 messages, no layer 2. */
export interface DemoTrunkConfig {
  readonly type: "demo";
}

export interface CallCompletionConfig {
  readonly mode: "native" | "assisted" | "none" | "observe";
  readonly enabled: boolean;
  /** It must not read restricted numbers of others; absent: it may (R20). */
  readonly untrusted?: boolean;
  /** Neighbours that call completion of this one may reach (S-82); absent or empty: all. */
  readonly callingSearchSpace?: readonly Trunk[];
  readonly dialect: string;
  readonly our: OurConfig;
  readonly peer: PeerConfig;
  readonly queue: "parallel" | "fifo";
  readonly busyTrigger: number;
  /** A call of which only the end was seen counts as a use of the line (systems 4.2); absent: it does not. */
  readonly countUnseenCalls?: boolean;
  /** T_RETENTION: how long the terminating side keeps a failed call. */
  readonly retentionMs: number;
  /** T_OFFER: how long after clearing the originating side still offers call back. */
  readonly offerMs: number;
  /** A line must stay free this long before B counts as free (R21). */
  readonly guardMs: number;
  /** T_RESPONSE, T_SLOT: of the neighbour whose trunk carries the service. */
  readonly responseMs?: number;
  readonly slotMs?: number;
  /** T_DIAL, T_BUSY, T_RING: of the neighbour with the line. */
  readonly dialMs?: number;
  readonly userBusyMs?: number;
  readonly ringMs?: number;
  readonly recallPrefix: string;
  /** Without recallPrefix, where a line forwards all calls or wants none: the recall follows, or fails (R5, S-50). */
  readonly onForwarded?: "reach-forwarded" | "fail";
  /** Voice mail behind this neighbour, as its trunk says the numbers: what went there gets no call back (S-65). */
  readonly voicemailPilots?: readonly string[];
  /** Absent: none. Only a neighbour that the gateway serves has users who dial them. */
  readonly featureCodes?: FeatureCodes;
  readonly dialByHand: boolean;
  readonly onFault: "relay" | "clear";
  /**
   * The lines of this neighbour have their bearers here, so that a path can be reserved for them (R10). For clusters in
   * the same process, as the simulator has them: no file can say so.
   */
  readonly ownsBearers?: true;
}

/** What users of an assisted neighbour dial for call back (R16): digits, `*` and `#`. */
export interface FeatureCodes {
  /** Alone for the last failed call, or with a number behind it. */
  readonly activate: string;
  readonly cancel: string;
  readonly status: string;
}

/** What the gateway does on this trunk (S-76 to S-84). */
export interface OurConfig {
  readonly connectionProposal: "retain" | "release" | "none";
  readonly connectionResponse: "retain" | "release";
  readonly t1Ms: number;
  readonly t3Ms: number;
  readonly ccbsT2Ms: number;
  readonly ccnrT2Ms: number;
  readonly t4Ms: number;
  readonly noPathReservation: boolean;
  readonly retainService: boolean;
  /** B is busy again and the service does not outlive it: the user is told, or it is asked for anew (MX B13, B14). */
  readonly onBusyAgain?: "tell" | "reinvoke";
  /** A kept connection that is lost before ccExecPossible: the request goes on as released (CC 5.3 [LP]), or ends. */
  readonly onConnectionLost: "goOn" | "end";
}

/** What is assumed of the other side, filled from its dialect (R23). */
export interface PeerConfig {
  readonly canRetain: boolean;
  readonly canRelease: boolean;
  readonly canReserve: boolean;
  readonly canRetainService: boolean;
  readonly suspends: boolean;
  readonly busyNeedsDisconnect: boolean;
  /** It refuses a request that it has, so that one that is repeated finds out whether it was lost (R26). */
  readonly auditByRepeat: boolean;
  /** A SETUP without Transit counter gets one (R31). */
  readonly transitCounter: boolean;
  readonly opCoding: "local" | "global";
  readonly profile: number;
  /** The octet that TRUE is written with. */
  readonly trueOctet: number;
  /** Any octet but 0 is TRUE to it (X.690 8.2.2). */
  readonly anyTrue: boolean;
  readonly t1Ms: number;
  readonly t3Ms: number;
}
