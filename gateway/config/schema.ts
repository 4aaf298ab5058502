import { leniencyNames } from "../../codecs/leniencies.ts";
import type { DialectName } from "../../src/completion/dialects.ts";
import { lines, phones } from "./cluster-schema.ts";
import { callCompletion, dialectNames } from "./completion-schema.ts";
import { digitRule } from "./digits-schema.ts";
import { limits } from "./limits-schema.ts";
import { tls } from "./tls-schema.ts";
import { sipLimits } from "../sip/limits.ts";
import { h323Limits } from "../trunks/h323.ts";
import { lapdLimits } from "../trunks/lapd.ts";
import { sctpLimits } from "../trunks/sctp/provider.ts";
import { group, list, named, optional, required, rows, variant, withDefault } from "./spec.ts";
import {
  boolean,
  choice,
  duration,
  filePath,
  hostName,
  hostPort,
  integer,
  interfaceIdentifier,
  misspelt,
  name,
  numberPattern,
  octets,
  userName,
} from "./values.ts";

const seconds = 1_000;
const minutes = 60 * seconds;

/** ONE table: every key of the configuration file. `qsig check`, the reader and the documentation come from it. */
export const schema = {
  gateway: group({
    name: withDefault(name, "qsig", { help: "the name of this gateway in logs" }),
    store: variant({ memory: {} }, { help: "where requests live; memory: they end with the process", optional: true }),
    api: group({
      bind: withDefault(hostPort, { host: "127.0.0.1", port: 8480 }, { help: "where console and HTTP API listen" }),
    }),
    maxTransit: withDefault(integer(1, 31), 10, {
      help: "PINXs that a call may pass; one more counts as a routing loop and is cleared with cause 25",
    }),
    limits: group({
      requests: withDefault(integer(1, 1_000_000), 10_000, { help: "open requests in all" }),
      requestsPerLine: withDefault(integer(1, 1_000), 20, {
        help: "open requests for one called line",
        serves: "S-09",
      }),
      requestsPerTrunk: withDefault(integer(1, 1_000_000), 10_000, { help: "open requests of one trunk" }),
      requestsPerCaller: withDefault(integer(1, 1_000), 20, {
        help: "open requests of one caller behind another PBX; a phone of an assisted neighbour has one",
        serves: "S-08",
      }),
    }),
  }),
  listeners: rows(
    {
      type: required(choice(["h323"]), { help: "the trunk type" }),
      bind: required(hostPort, {
        help: "the address that neighbours of this type share, told apart by source address",
      }),
    },
    { help: "where neighbours that name no `listen` of their own are called; one a trunk type" },
  ),
  neighbours: named((text) => neighbour(dialectNamed(text("callCompletion", "dialect")))),
};

/** An unknown name is reported where the key is read; until then the neighbour is as the standard says. */
function dialectNamed(text: string | undefined): DialectName {
  return dialectNames.find((known) => known === text) ?? "generic-iso";
}

function neighbour(dialectName: DialectName) {
  return {
    numbers: list(numberPattern, { help: "the numbers behind this trunk; the longest pattern wins", required: true }),
    trunk: variant(
      {
        lapd: lapd(dialectName),
        h323: h323(),
        iua: iua(),
        sip: sip(),
        demo: {},
      },
      { help: "the trunk to this neighbour", optional: false },
    ),
    digits: group({
      in: rows(digitRule(), { help: "what becomes of numbers this trunk sends us: the first rule that fits" }),
      out: rows(digitRule(), { help: "what becomes of numbers we send on this trunk; should undo what `in` does" }),
    }),
    strict: list(misspelt(choice(leniencyNames), leniencyNames), {
      help: "what this trunk may not send although it is accepted by default: names of codecs/leniencies.ts",
      required: false,
    }),
    media: withDefault(choice(["through", "external"]), "through", {
      help: "external: a media gateway driven elsewhere follows the signalling",
    }),
    callCompletion: group(callCompletion(dialectName)),
    lines: lines(),
    phones: phones(),
  };
}

/** QSIG in H.225.0 (H.323 Annex M.1). */
function h323() {
  return {
    listen: optional(hostPort, {
      help: "where the peers call us; neighbours may share it; else the one of `listeners`",
    }),
    peers: list(hostPort, {
      help: "the nodes of the cluster, in the order they are called; without tls, others may not call us",
      required: true,
    }),
    tls: tls(),
    cisBearer: withDefault(octets(8), Uint8Array.of(0x88, 0x90, 0xa5), {
      help: "Bearer capability of the outer SETUP of a call-independent connection, until the peer shows its own",
      mark: "[MEM]",
    }),
    cisGoal: withDefault(choice(["callIndependent", "create"]), "callIndependent", {
      help: "the conferenceGoal of such a SETUP; create is for peers that refuse the other",
      mark: "[MEM]",
    }),
    tunnellingRequired: withDefault(boolean, false, {
      help: "a peer that does not tunnel QSIG is to refuse our calls; else they pass without call back",
      mark: "[MEM]",
    }),
    multipleCalls: withDefault(boolean, false, {
      help: "calls of ours share a TCP connection with a peer that announces the same, and it stays between calls",
    }),
    limits: limits(h323Limits),
  };
}

/** A D-channel: LAPD frames over TCP. */
function lapd(dialectName: DialectName) {
  return {
    listen: optional(hostPort, { help: "the peer connects to this address; either listen or connect" }),
    connect: optional(hostPort, { help: "we connect to this address; either listen or connect" }),
    side: required(choice(["user", "network"]), { help: "the Q.931 side the gateway takes" }),
    t309: withDefault(duration(0, 5 * minutes), 6 * seconds, {
      help: "how long active calls outlive a lost data link",
    }),
    segments: withDefault(boolean, dialectName !== "libpri", {
      help: "the peer takes SEGMENT: messages longer than a frame go in several; else they are not sent",
      origin: `dialect ${dialectName}`,
      mark: "[MEM]",
    }),
    limits: limits(lapdLimits),
  };
}

/** D-channels of a PRI gateway: IUA over SCTP (RFC 4233). */
function iua() {
  return {
    role: required(choice(["asp", "sg"]), {
      help: "asp: we are the application server process and call the gateway; sg: processes call us",
    }),
    transport: withDefault(choice(["udp", "ip"]), "udp", {
      help: "SCTP in UDP (RFC 6951), or on IP itself: that needs CAP_NET_RAW and the package raw-socket",
    }),
    bind: optional(hostPort, {
      help: "where SCTP is bound; not given: 0.0.0.0:9899 in UDP, every address of the machine on IP",
    }),
    peer: optional(hostPort, {
      help: "the PRI gateway that a process (asp) calls: address, and port of the transport",
    }),
    sctpPort: withDefault(integer(1, 65_534), 9900, { help: "the SCTP port at both ends; on IP the only one" }),
    interfaces: list(interfaceIdentifier, {
      help: "the interface identifiers of the D-channels, as the PRI gateway calls them: numbers, or texts",
      required: true,
    }),
    aspIdentifier: optional(integer(0, 0xffff_ffff), { help: "the ASP identifier, where the gateway wants one" }),
    side: required(choice(["user", "network"]), { help: "the Q.931 side the gateway takes" }),
    t309: withDefault(duration(0, 5 * minutes), 90 * seconds, {
      help: "how long active calls outlive a lost data link",
      mark: "[MEM]",
    }),
    limits: limits({ ...sctpLimits, connections: sctpLimits.associations }),
  };
}

/** SIP over TCP or TLS (R2, R24). */
function sip() {
  return {
    profile: required(choice(["plain", "cisco", "ecma355"]), {
      help: "plain: no QSIG there; cisco: QSIG in the SIP message most like it; ecma355: in INFO behind 200 (ECMA-355)",
    }),
    server: list(hostPort, {
      help: "whom we connect to, in turn where one fails; without tls, others may not connect to us",
      required: true,
    }),
    listen: optional(hostPort, { help: "where the server connects to us; not given: it uses our connection" }),
    tls: tls(),
    domain: optional(hostName, { help: "the host part of the addresses we write; not given: the first server's" }),
    auth: group({
      username: optional(userName, { help: "who we are where the server asks for digest authentication" }),
      passwordFile: optional(filePath, { help: "the file that holds the password of `username`, and nothing else" }),
    }),
    assertedIdentity: withDefault(boolean, true, {
      help: "the server is trusted: P-Asserted-Identity tells it who calls, restricted numbers with Privacy: id",
    }),
    cisSdp: withDefault(choice(["none", "inactive"]), "none", {
      help: "what an INVITE without bearer says of media: none: port 0; inactive: a stream that nobody sends on",
      mark: "[MEM]",
    }),
    t309: withDefault(duration(0, 5 * minutes), 90 * seconds, {
      help: "how long active calls outlive a lost connection to the server",
      mark: "[MEM]",
    }),
    limits: limits(sipLimits),
  };
}
