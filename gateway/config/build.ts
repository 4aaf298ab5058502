import net from "node:net";
import { isDeepStrictEqual } from "node:util";
import type { CallCompletionConfig, Config, NeighbourConfig, TrunkConfig } from "../../src/config.ts";
import type { DigitRule } from "../../src/digits.ts";
import { ties } from "../../src/routes.ts";
import { buildCluster, phonesOfCore } from "./cluster-build.ts";
import type { GatewayConfig } from "./gateway-config.ts";
import type { ReadAll } from "./spec.ts";
import { plans, types } from "./digits-schema.ts";
import type { schema } from "./schema.ts";
import { buildLimits } from "./limits-schema.ts";
import { buildTls, checkTlsListeners } from "./tls-schema.ts";

type Values = ReadAll<typeof schema>;
type NeighbourValues = Values["neighbours"] extends ReadonlyMap<string, infer Neighbour> ? Neighbour : never;
type ReportFault = (path: readonly string[], text: string) => void;

/** The configuration from values without faults; `fault` is told what only shows between keys. */
export function build(values: Values, fault: ReportFault): GatewayConfig {
  const neighbours = [...values.neighbours]
    .map(([name, neighbour]) => buildNeighbour(name, neighbour, fault))
    .map((neighbour) => withListener(neighbour, values.listeners));
  for (const [at, { type }] of values.listeners.entries()) {
    const isSecond = values.listeners.findIndex((other) => other.type === type) < at;
    if (isSecond) fault(["listeners", String(at + 1), "type"], `is another one of type ${type}: neighbours share one`);
  }
  if (neighbours.length === 0) fault(["neighbours"], "is missing; a gateway stands between at least two neighbours");
  const { name, limits, maxTransit } = values.gateway;
  const core: Config = { name, neighbours, limits, maxTransit, utcOffsetMinutes: -new Date().getTimezoneOffset() };
  for (const [one, other] of ties(neighbours))
    fault(["neighbours"], `${one} and ${other} fit the same numbers equally well`);
  checkListeners(neighbours, fault);
  checkTlsListeners(neighbours, fault);
  checkCompletion(values, fault);
  return {
    core,
    store: values.gateway.store ?? { type: "memory" },
    api: values.gateway.api.bind,
    clusters: new Map(
      [...values.neighbours].map(([name, neighbour]) => [
        name,
        buildCluster(neighbour, (path, text) => fault(["neighbours", name, ...path], text)),
      ]),
    ),
  };
}

function buildNeighbour(name: string, values: NeighbourValues, fault: ReportFault): NeighbourConfig {
  const trunk = buildTrunk(values.trunk, (text) => fault(["neighbours", name, "trunk"], text));
  const { numbers, media, strict } = values;
  const digits = { in: values.digits.in.map(buildRule), out: outRules(values) };
  const { phones } = values;
  return {
    ...{ name, numbers, trunk, digits, strict, media, callCompletion: buildCallCompletion(values.callCompletion) },
    ...(phones === undefined ? {} : { phones: phonesOfCore(phones) }),
  };
}

/** S-84: what numbers of the trunk say; the APDUs are made of the SETUPs, so both say it or neither (R4). */
const privatePlan = { numberingPlan: plans.private, typeOfNumber: types.unknown } as const;

function outRules({ digits, callCompletion }: NeighbourValues): readonly DigitRule[] {
  const rules = digits.out.map(buildRule);
  if (!callCompletion.our.privateNumberingPlan) return rules;
  const others = { match: "*", strip: 0, add: "" };
  return [...rules, others].map((rule) => ({ ...rule, ...privatePlan }));
}

function buildRule({ match, strip, add = "", plan, type }: NeighbourValues["digits"]["in"][number]): DigitRule {
  return {
    match,
    strip,
    add,
    ...(plan === undefined ? {} : { numberingPlan: plans[plan] }),
    ...(type === undefined ? {} : { typeOfNumber: types[type] }),
  };
}

function buildTrunk(trunk: NeighbourValues["trunk"], fault: (text: string) => void): TrunkConfig {
  if (trunk.type === "demo") return { type: "demo" };
  if (trunk.type === "h323") return buildH323(trunk, fault);
  if (trunk.type === "iua") return buildIua(trunk, fault);
  if (trunk.type === "sip") return buildSip(trunk, fault);
  const { listen, connect, side, t309, segments, limits } = trunk;
  if ((listen === undefined) === (connect === undefined)) fault("give either listen or connect, HOST:PORT");
  const role = listen === undefined ? "connect" : "listen";
  const { host, port } = listen ?? connect ?? { host: "", port: 0 };
  if (connect?.port === 0) fault("connect needs the port of the peer, not 0");
  return { type: "lapd", role, host, port, side, t309Ms: t309, segments, ...buildLimits(limits) };
}

/** As many nodes as a cluster may have (R12). */
const mostPeers = 16;

function buildH323(
  { listen, tls, limits, ...trunk }: Extract<NeighbourValues["trunk"], { readonly type: "h323" }>,
  fault: (text: string) => void,
): TrunkConfig {
  const { peers } = trunk;
  if (peers.length > mostPeers) fault(`peers are at most ${mostPeers}`);
  if (peers.some(({ port }) => port === 0)) fault("peers need the port of the peer, not 0");
  return { ...trunk, ...(listen === undefined ? {} : { listen }), ...buildTls(tls), ...buildLimits(limits) };
}

/** A neighbour without a listener of its own is called at the shared one of its trunk type. */
function withListener(neighbour: NeighbourConfig, listeners: Values["listeners"]): NeighbourConfig {
  const { trunk } = neighbour;
  const shared = listeners.find(({ type }) => type === trunk.type)?.bind;
  if (trunk.type !== "h323" || trunk.listen !== undefined || shared === undefined) return neighbour;
  return { ...neighbour, trunk: { ...trunk, listen: shared } };
}

/** RFC 6951: SCTP in UDP. */
const udpOfSctp = 9899;

function buildIua(
  trunk: Extract<NeighbourValues["trunk"], { readonly type: "iua" }>,
  fault: (text: string) => void,
): TrunkConfig {
  const { role, transport, peer, sctpPort, interfaces, aspIdentifier, side, t309 } = trunk;
  const bind = trunk.bind ?? { host: "0.0.0.0", port: transport === "ip" ? sctpPort : udpOfSctp };
  if (transport === "ip" && [bind, peer].some((each) => each !== undefined && each.port !== sctpPort))
    fault(`bind and peer have no port but that of SCTP where transport is ip: give ${sctpPort}, as sctpPort`);
  if (transport === "ip" && [bind, peer].some((each) => each !== undefined && net.isIPv4(each.host) === false))
    fault("bind and peer need IPv4 addresses where transport is ip, not names");
  if ((role === "asp") !== (peer !== undefined)) fault("role asp needs peer, HOST:PORT, and role sg has none");
  if (new Set(interfaces).size < interfaces.length) fault("interfaces names one twice");
  return {
    ...{ type: "iua", role, transport, bind, sctpPort, interfaceIdentifiers: interfaces, side, t309Ms: t309 },
    ...(peer === undefined ? {} : { peer }),
    ...(aspIdentifier === undefined ? {} : { aspIdentifier }),
    ...buildLimits(trunk.limits),
  };
}

function buildSip(
  trunk: Extract<NeighbourValues["trunk"], { readonly type: "sip" }>,
  fault: (text: string) => void,
): TrunkConfig {
  const { profile, server: servers, listen, tls, domain, auth, assertedIdentity, cisSdp, t309 } = trunk;
  const { username, passwordFile } = auth;
  if (servers.length > mostPeers) fault(`servers are at most ${mostPeers}`);
  if (servers.some(({ port }) => port === 0)) fault("server needs the port of the server, not 0");
  if ((username === undefined) !== (passwordFile === undefined)) fault("auth needs both username and passwordFile");
  return {
    ...{ type: "sip", profile, servers, assertedIdentity, cisSdp, t309Ms: t309 },
    ...buildTls(tls),
    ...buildLimits(trunk.limits),
    domain: domain ?? servers[0]?.host ?? "",
    ...(listen === undefined ? {} : { listen }),
    ...(username === undefined || passwordFile === undefined ? {} : { auth: { username, passwordFile } }),
  };
}

function buildCallCompletion(values: NeighbourValues["callCompletion"]): CallCompletionConfig {
  const { our, peer } = values;
  return {
    mode: values.mode,
    enabled: values.enabled,
    callingSearchSpace: values.callingSearchSpace,
    untrusted: values.untrusted,
    dialect: values.dialect,
    our: {
      connectionProposal: our.connectionProposal,
      connectionResponse: our.connectionResponse,
      t1Ms: our.t1,
      t3Ms: our.t3,
      ccbsT2Ms: our.ccbsT2,
      ccnrT2Ms: our.ccnrT2,
      t4Ms: our.t4,
      noPathReservation: our.noPathReservation,
      retainService: our.retainService,
      onBusyAgain: our.onBusyAgain,
      onConnectionLost: our.onConnectionLost,
    },
    peer: {
      canRetain: peer.canRetain,
      canRelease: peer.canRelease,
      canReserve: peer.canReserve,
      canRetainService: peer.canRetainService,
      suspends: peer.suspends,
      busyNeedsDisconnect: peer.busyNeedsDisconnect,
      auditByRepeat: peer.auditByRepeat,
      transitCounter: peer.transitCounter,
      opCoding: peer.opCoding,
      profile: peer.profile,
      trueOctet: peer.boolean,
      anyTrue: peer.anyTrue,
      t1Ms: peer.t1,
      t3Ms: peer.t3,
    },
    queue: values.queue,
    busyTrigger: values.busyTrigger,
    countUnseenCalls: values.countUnseenCalls,
    retentionMs: values.retention,
    offerMs: values.offer,
    guardMs: values.guard,
    responseMs: values.response,
    ...(values.slot === undefined ? {} : { slotMs: values.slot }),
    dialMs: values.dial,
    userBusyMs: values.userBusy,
    ringMs: values.ring,
    recallPrefix: values.recallPrefix ?? "",
    onForwarded: values.onForwarded,
    voicemailPilots: values.voicemailPilots,
    ...(values.mode === "assisted" ? { featureCodes: values.featureCodes } : {}),
    dialByHand: values.dialByHand,
    onFault: values.onFault,
  };
}

/** R10: why no file can switch path reservation on. */
export const whyNoPath = "no path is reserved for an assisted neighbour, whose phones own the media of their calls";

function checkListeners(neighbours: readonly NeighbourConfig[], fault: ReportFault): void {
  const seen: { readonly name: string; readonly host: string; readonly port: number }[] = [];
  for (const { name, trunk } of neighbours) {
    if (trunk.type !== "lapd" || trunk.role !== "listen" || trunk.port === 0) continue;
    const { host, port } = trunk;
    const other = seen.find((listener) => isDeepStrictEqual([listener.host, listener.port], [host, port]));
    if (other !== undefined) fault(["neighbours", name, "trunk", "listen"], `is the address of ${other.name} already`);
    seen.push({ name, host, port });
  }
}

function checkCompletion(values: Values, fault: ReportFault): void {
  for (const [name, { callCompletion, lines, phones, trunk }] of values.neighbours) {
    const path = ["neighbours", name];
    const { mode, our, peer, response } = callCompletion;
    if (trunk.type === "sip" && trunk.profile === "plain" && mode === "native") {
      fault(
        [...path, "callCompletion", "mode"],
        "must not be native: a sip trunk of profile plain carries no QSIG (R2)",
      );
    }
    if (mode === "assisted" && !our.noPathReservation) {
      fault([...path, "callCompletion", "our", "noPathReservation"], `must be true: ${whyNoPath}`);
    }
    const codes = Object.values(callCompletion.featureCodes);
    if (new Set(codes).size < codes.length) {
      fault([...path, "callCompletion", "featureCodes"], "must be three different codes");
    }
    if (response * 2 >= peer.t1) {
      const text = `must be under half of peer.t1: after ${peer.t1 / 1000} s its PBX no longer waits for our answer`;
      fault([...path, "callCompletion", "response"], text);
    }
    if (callCompletion.mode === "assisted" && (lines === undefined || phones === undefined)) {
      fault(path, "mode assisted needs lines and phones: how else would its lines be watched and its users be told?");
    }
    for (const other of callCompletion.callingSearchSpace) {
      if (values.neighbours.has(other)) continue;
      fault([...path, "callCompletion", "callingSearchSpace"], `names ${other}, which is no neighbour`);
    }
  }
}
