import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type net from "node:net";
import tls from "node:tls";
import { linkPath } from "../../../gateway/phones/webhook/link.ts";
import { outer, qsig } from "../../unit/h225/outer.ts";
import { type Peer, peers } from "../../peers/require.ts";
import { root } from "../../root.ts";
import { issue, issueAuthority } from "../../unit/tls/pki.ts";
import { loadCorpus } from "../corpus.ts";
import { h323Corpus } from "../h323.ts";
import { sipCorpus } from "../sip-corpus.ts";
import { type Attack, heard, host, type Served, type Ground } from "./attack.ts";
import { mutatedFeed, mutatedRequests } from "./http-attacks.ts";
import { associates, halfOpen, mutatedMessages, mutatedPackets, oversized } from "./sctp-attacks.ts";
import { mutatedNotifications, sipSpeech } from "./sip-attacks.ts";
import { answers, endless, plainText, slowHandshakes, slowPeers } from "./slow-attacks.ts";
import { connections, mutatedFrames, mutatedHandshakes, mutatedStreams, type Speech } from "./stream-attacks.ts";
import type { SctpTransport } from "./wire.ts";

/** Which of the neighbour's ports is attacked. */
export type Place = "trunk" | "sctp" | "lines" | "phones" | "console";

export interface Target {
  readonly place: Place;
  /** The keys that open its port, as `listening-keys.ts` names them; none where the gateway calls. */
  readonly keys: readonly string[];
  /** The keys of the neighbour, as a configuration has them. */
  readonly neighbour: (ground: Ground) => readonly string[];
  readonly corpus: () => readonly Uint8Array[];
  readonly attacks: readonly Attack[];
  /** Absent where nobody can call. */
  readonly served?: Served;
  /** Absent: plain TCP. */
  readonly connect?: (port: number, folder: string) => Promise<net.Socket>;
  /** Absent: UDP. */
  readonly transport?: SctpTransport;
  /** A peer of `require.ts` that it needs. */
  readonly needs?: Peer;
}

/** Lines of an assisted neighbour that are watched. */
export const watched = ["901", "902", "903", "904"];
const secret = "a secret of sixteen octets or more";

/** What a target's configuration reads: the secrets, and both ends of TLS, of one CA. */
export async function writeFiles(folder: string): Promise<void> {
  writeFileSync(join(folder, "secret"), secret);
  const authority = await issueAuthority("siege CA");
  for (const name of ["gateway", "peer"]) {
    const { pem, keyPem } = await issue(`${name}.example`, authority);
    writeFileSync(join(folder, `${name}.pem`), pem);
    writeFileSync(join(folder, `${name}.key`), keyPem);
  }
  writeFileSync(join(folder, "ca.pem"), authority.pem);
}

const tpkts = (): Speech => ({
  frames: 1024,
  opening: new Uint8Array(0),
  frame: (octets) => headed([3, 0, (octets.length + 4) >> 8, octets.length + 4], octets),
});

/** Establishes the data link; most frames are then I frames whose turn it is, so that their messages are read. */
function lapdFrames(): Speech {
  const lapd = (octets: Uint8Array): Uint8Array => headed([octets.length >> 8, octets.length], octets);
  let next = 0;
  return {
    frames: 64,
    opening: lapd(Uint8Array.of(0x00, 0x01, 0x7f)),
    frame(mutated, random) {
      if (random.below(16) === 0 && mutated.length > 0) return lapd(mutated);
      next += 1;
      return lapd(headed([0x00, 0x01, ((next - 1) << 1) & 0xfe, 0x00], mutated.subarray(4)));
    },
  };
}

function headed(head: readonly number[], octets: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.from(head), octets]);
}

const tlsKeys = (folder: string): string => {
  const file = (name: string): string => JSON.stringify(join(folder, name));
  return [
    `tls: { certificate: ${file("gateway.pem")}, key: ${file("gateway.key")}, trustAnchors: ${file("ca.pem")},`,
    ' allowedNames: ["peer.example"] }',
  ].join("");
};

async function connectTls(port: number, folder: string): Promise<net.Socket> {
  const file = (name: string): Buffer => readFileSync(join(folder, name));
  const socket = tls.connect({
    ...{ host, port, servername: "gateway.example" },
    ...{ cert: file("peer.pem"), key: file("peer.key"), ca: file("ca.pem") },
  });
  socket.on("error", () => {});
  await heard(socket, "secureConnect");
  return socket.resume();
}

const iuaTrunk = (ends: string): string => `trunk: { type: iua, ${ends}, interfaces: [1], side: network }`;
const sipTrunk = (...more: readonly string[]): string => {
  const keys = ["type: sip", "profile: cisco", 'listen: "127.0.0.1:0"', 'server: ["127.0.0.1:9"]', ...more];
  return `trunk: { ${keys.join(", ")} }`;
};

const tpktBeginning = Uint8Array.of(3, 0, 0x10, 0);
/** SABME, and then the head of a frame of 256 octets. */
const lapdBeginning = Uint8Array.of(0, 3, 0x00, 0x01, 0x7f, 1, 0);
const sipBeginning = "OPTIONS sip:gw SIP/2.0\r\nVia: ";
const sipOptions = [
  ...["OPTIONS sip:gw SIP/2.0", "Via: SIP/2.0/TCP a.example;branch=z9hG4bKserved;rport", "Max-Forwards: 70"],
  ...["From: <sip:a.example>;tag=1", "To: <sip:gw>", "Call-ID: served", "CSeq: 1 OPTIONS", "Content-Length: 0", "", ""],
].join("\r\n");
const isSip = (octets: Buffer): boolean => octets.toString("latin1").startsWith("SIP/2.0 ");
const isHttp = (octets: Buffer): boolean => octets.toString("latin1").startsWith("HTTP/1.1 ");
const httpBeginning = "POST / HTTP/1.1\r\nhost: 127.0.0.1\r\n";
const hostileHttp = [
  slowPeers(`${httpBeginning}a: `),
  endless(
    ...[`${httpBeginning}a: `, `${httpBeginning}content-length: 999999999999\r\n\r\n`],
    `${httpBeginning}transfer-encoding: chunked\r\n\r\nffffffff\r\n`,
  ),
];
/** To a number that nobody has. */
function h323Setup(): Uint8Array {
  const reference = { value: 1, flag: 0, length: 2 } as const;
  const inner = [qsig("SETUP", reference, "a104038090a31803a9838170058039393939")];
  const message = outer("SETUP", reference, { ies: "04038090a3", inner });
  return headed([3, 0, (message.length + 4) >> 8, message.length + 4], message);
}

/** A neighbour that is served: lines and phones, and a trunk that nobody is at. */
const assisted = (lines: string, phones: string): readonly string[] => [
  'trunk: { type: lapd, listen: "127.0.0.1:0", side: network }',
  "callCompletion: { mode: assisted }",
  `lines: ${lines}`,
  `phones: ${phones}`,
];
const httpLines = ({ lines, folder }: Ground): string =>
  `{ type: http, bind: "${host}:${lines}", tokenFile: ${JSON.stringify(join(folder, "secret"))} }`;
const sipLines = ({ lines }: Ground): string => `{ type: sip, server: "${host}:${lines}" }`;
const ciscoPhones = ({ phones }: Ground): string =>
  `{ type: cisco, bind: "${host}:${phones}", authentication: none, phones: [{ number: "901", address: "${host}:9" }] }`;
const webhookPhones = ({ phones, folder }: Ground): string => {
  const keyFile = JSON.stringify(join(folder, "secret"));
  return `{ type: webhook, bind: "${host}:${phones}", url: "http://${host}:9/", keyFile: ${keyFile} }`;
};

const octetsOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function request(line: string, body?: object, ...fields: readonly string[]): Uint8Array {
  const json = body === undefined ? "" : JSON.stringify(body);
  const length = body === undefined ? [] : ["content-type: application/json", `content-length: ${json.length}`];
  return octetsOf([`${line} HTTP/1.1`, "host: 127.0.0.1", ...fields, ...length, "", json].join("\r\n"));
}

const snapshot = {
  ...{ registration: "r", offhook: true, dnd: true, busyTrigger: 2, user: "anna" },
  ...{ calls: [{ id: "c", direction: "initiator", state: "early", remote: "1" }], forward: { all: "8000" } },
};
const event = { event: "call", id: "c", direction: "recipient", state: "confirmed" };
const bearer = `authorization: Bearer ${secret}`;
const linesCorpus = (): Uint8Array[] => [
  request("GET /v1/watched", undefined, bearer),
  request("GET /v1/lines/901", undefined, bearer),
  request("POST /v1/heartbeat", {}, bearer),
  request("PUT /v1/lines/901", snapshot, bearer),
  request("POST /v1/lines/901/events", event, bearer),
];
const documents = [
  { line: "901", snapshot },
  { line: "902", event },
  { line: "903", event: { event: "forward", all: null } },
  { line: "904", event: { event: "failed", to: "902", cause: 17 } },
].map((document) => octetsOf(JSON.stringify(document)));

const ciscoCorpus = (): Uint8Array[] =>
  ["/screens/a-token", "/screens/a-token/dial", "/phones/menu?number=901", "/phones/callback?number=901&to=12345"].map(
    (path) => request(`GET ${path}`),
  );
const webhookCorpus = (): Uint8Array[] => {
  const link = linkPath(secret, "901", Date.now() + 86_400_000);
  return [
    request(`GET ${link}`),
    request(`POST ${link}/press`, { key: "dial" }),
    request(`POST ${link}/press`, { key: "callBack", to: "12345" }),
  ];
};
const consoleCorpus = (): Uint8Array[] => [
  request("GET /api/requests"),
  request("POST /api/requests", { user: "victim9/901", to: "902" }),
  request("DELETE /api/requests/1"),
  request("GET /api/trunks"),
  request("GET /api/metrics"),
];

const iuaCorpus = (): Uint8Array[] =>
  [...readFileSync(join(root, "test/vectors/iua-vectors.txt"), "utf8").matchAll(/ ([0-9a-f]{16,})$/gm)].map(
    ([, hex = ""]) => Uint8Array.from(Buffer.from(hex, "hex")),
  );

/** ONE table: the listening ports of a gateway, and what is done to them. */
export const targets: { readonly [target: string]: Target } = {
  // The first, since the gateway calls the attacker here, and less and less often.
  "lines: sip": {
    place: "lines",
    keys: [],
    neighbour: (ground) => assisted(sipLines(ground), webhookPhones(ground)),
    corpus: () => [],
    attacks: [mutatedNotifications(watched)],
  },
  lapd: {
    place: "trunk",
    keys: ["neighbours.trunk.lapd.listen"],
    neighbour: () => ['trunk: { type: lapd, listen: "127.0.0.1:0", side: network }'],
    corpus: () => loadCorpus().filter(([first, second]) => first === 0x00 && second === 0x01),
    attacks: [
      mutatedFrames(lapdFrames),
      mutatedStreams,
      connections,
      slowPeers(lapdBeginning),
      endless(Uint8Array.of(0xff, 0xff)),
    ],
    served: answers(lapdBeginning.subarray(0, 5), ([, , , , control]) => control === 0x73),
  },
  h323: {
    place: "trunk",
    keys: ["neighbours.trunk.h323.listen", "listeners.bind"],
    neighbour: () => [
      'trunk: { type: h323, listen: "127.0.0.1:0", peers: ["127.0.0.1:9"], multipleCalls: true }',
      "media: external",
    ],
    corpus: h323Corpus,
    attacks: [
      mutatedFrames(tpkts),
      mutatedStreams,
      connections,
      slowPeers(tpktBeginning),
      endless(Uint8Array.of(3, 0, 0xff, 0xff)),
    ],
    served: answers(h323Setup(), ([version]) => version === 3),
  },
  "h323 with tls": {
    place: "trunk",
    keys: ["neighbours.trunk.h323.listen with tls"],
    neighbour: ({ folder }) => [
      `trunk: { type: h323, listen: "127.0.0.1:0", peers: ["127.0.0.1:9"], multipleCalls: true, ${tlsKeys(folder)} }`,
      "media: external",
    ],
    corpus: h323Corpus,
    connect: connectTls,
    attacks: [
      mutatedFrames(tpkts),
      mutatedHandshakes,
      connections,
      slowPeers(tpktBeginning),
      endless(Uint8Array.of(3, 0, 0xff, 0xff)),
      plainText,
      slowHandshakes,
    ],
    served: answers(h323Setup(), ([version]) => version === 3),
  },
  iua: {
    place: "sctp",
    keys: ["neighbours.trunk.iua.bind by udp"],
    neighbour: ({ sctp }) => [iuaTrunk(`role: sg, bind: "${host}:${sctp}"`)],
    corpus: iuaCorpus,
    attacks: [mutatedPackets, mutatedMessages, halfOpen, oversized],
    served: associates,
  },
  // It has a port too, and takes nobody but whom it calls.
  "iua as asp": {
    place: "sctp",
    keys: ["neighbours.trunk.iua.bind by udp"],
    neighbour: ({ sctp, sctpPeer }) => [iuaTrunk(`role: asp, bind: "${host}:${sctp}", peer: "${host}:${sctpPeer}"`)],
    corpus: iuaCorpus,
    transport: "udp of the peer",
    attacks: [mutatedPackets, oversized],
  },
  "iua on ip": {
    place: "sctp",
    keys: ["neighbours.trunk.iua.bind by ip"],
    neighbour: ({ addresses: [own] }) => [iuaTrunk(`role: sg, transport: ip, bind: "${own}:9900"`)],
    corpus: iuaCorpus,
    transport: "ip",
    needs: "rawIp",
    attacks: [mutatedPackets, mutatedMessages, halfOpen, oversized],
    served: associates,
  },
  sip: {
    place: "trunk",
    keys: ["neighbours.trunk.sip.listen"],
    neighbour: () => [sipTrunk()],
    corpus: () => sipCorpus,
    attacks: [
      mutatedFrames(sipSpeech),
      mutatedStreams,
      connections,
      slowPeers(sipBeginning),
      endless(sipBeginning, sipOptions.replace(/(?<=Length: )0/, "99999999")),
    ],
    served: answers(sipOptions, isSip),
  },
  "sip with tls": {
    place: "trunk",
    keys: ["neighbours.trunk.sip.listen with tls"],
    neighbour: ({ folder }) => [sipTrunk(tlsKeys(folder))],
    corpus: () => sipCorpus,
    connect: connectTls,
    attacks: [
      mutatedFrames(sipSpeech),
      mutatedHandshakes,
      connections,
      slowPeers(sipBeginning),
      endless(sipBeginning, sipOptions.replace(/(?<=Length: )0/, "99999999")),
      plainText,
      slowHandshakes,
    ],
    served: answers(sipOptions, isSip),
  },
  "lines: http": {
    place: "lines",
    keys: ["neighbours.lines.http.bind"],
    neighbour: (ground) => assisted(httpLines(ground), ciscoPhones(ground)),
    corpus: linesCorpus,
    attacks: [mutatedRequests, mutatedFeed("/v1/feed", secret, documents), connections, ...hostileHttp],
    served: answers(request("GET /"), isHttp),
  },
  "phones: cisco": {
    place: "phones",
    keys: ["neighbours.phones.cisco.bind"],
    neighbour: (ground) => assisted(httpLines(ground), ciscoPhones(ground)),
    corpus: ciscoCorpus,
    attacks: [mutatedRequests, connections, ...hostileHttp],
    served: answers(request("GET /"), isHttp),
  },
  "page of a user": {
    place: "phones",
    keys: ["neighbours.phones.webhook.bind"],
    neighbour: (ground) => assisted(sipLines(ground), webhookPhones(ground)),
    corpus: webhookCorpus,
    attacks: [mutatedRequests, connections, ...hostileHttp],
    served: answers(request("GET /"), isHttp),
  },
  console: {
    place: "console",
    keys: ["gateway.api.bind"],
    neighbour: (ground) => assisted(httpLines(ground), ciscoPhones(ground)),
    corpus: consoleCorpus,
    attacks: [mutatedRequests, connections, ...hostileHttp],
    served: answers(request("GET /"), isHttp),
  },
};

/** Whether this machine has what it needs. */
export function isPossible(target: string): boolean {
  const needs = targets[target]?.needs;
  return needs === undefined || peers[needs].program() !== undefined;
}
