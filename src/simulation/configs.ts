import { dialects } from "../completion/dialects.ts";
import type { CallCompletionConfig, Config, NeighbourConfig, OurConfig } from "../config.ts";
import type { Trunk } from "../ids.ts";
import { type LinkPlan, type Plan, strangerDigit } from "./plan.ts";

/** The trunk to the gateway's own cluster. */
export const clusterTrunk: Trunk = "cluster";
/** The trunk over a link, by its index. */
export const linkTrunk = (link: number): Trunk => `link${link}`;

/** The configuration of one gateway: its cluster, and a native neighbour at each of its links. */
export function configOf(plan: Plan, node: number): Config {
  const own = plan.nodes[node];
  if (own === undefined) throw new Error(`the plan has no node ${node}`);
  const generic = dialects["generic-iso"];
  const cluster: NeighbourConfig = {
    name: clusterTrunk,
    numbers: [`${own.digit}xxx`],
    trunk: { type: "demo" },
    media: "external",
    digits: { in: [], out: [] },
    phones: { locale: "en", locales: [], canHold: own.canHold },
    callCompletion: {
      ...completionBase(plan, node),
      mode: "assisted",
      ...(own.ownsBearers ? { ownsBearers: true } : {}),
      dialect: "generic-iso",
      our: { ...timersOf(plan), onConnectionLost: "goOn", ...generic.our },
      peer: generic.peer,
    },
  };
  const links = plan.links.flatMap((link, index) =>
    link.ends.includes(node) ? [neighbourAt(plan, node, link, index)] : [],
  );
  const limits = {
    requests: 1000,
    requestsPerLine: own.requestsPerLine,
    requestsPerTrunk: 1000,
    requestsPerCaller: own.requestsPerCaller,
  };
  return { name: own.name, neighbours: [cluster, ...links], limits, maxTransit: 10, utcOffsetMinutes: 0 };
}

function completionBase(plan: Plan, node: number): Omit<CallCompletionConfig, "mode" | "dialect" | "our" | "peer"> {
  const own = plan.nodes[node];
  return {
    enabled: true,
    queue: own?.queue ?? "parallel",
    busyTrigger: own?.busyTrigger ?? 1,
    retentionMs: 60_000,
    offerMs: 25_000,
    guardMs: own?.guardMs ?? 0,
    slotMs: own?.slotMs ?? 0,
    userBusyMs: own?.userBusyMs ?? 0,
    recallPrefix: "",
    dialByHand: own?.dialByHand ?? false,
    onFault: "relay",
  };
}

function neighbourAt(plan: Plan, node: number, link: LinkPlan, index: number): NeighbourConfig {
  const first = link.ends[0] === node;
  const { our: ours, peer } = dialects[link.dialect];
  const our: OurConfig = { ...ours, ...timersOf(plan), ...link.our[first ? 0 : 1] };
  const side = first ? "network" : "user";
  return {
    name: linkTrunk(index),
    numbers: digitsBehind(plan, node, index).map((digit) => `${digit}xxx`),
    trunk:
      link.carrier === "qsig"
        ? { type: "demo" }
        : { type: "lapd", role: first ? "listen" : "connect", host: "", port: 0, side, t309Ms: link.t309Ms },
    media: "external",
    digits: { in: [], out: [] },
    callCompletion: {
      ...completionBase(plan, node),
      mode: "native",
      dialect: link.dialect,
      our,
      peer: { ...peer, suspends: link.suspends, auditByRepeat: link.auditByRepeat },
    },
  };
}

function timersOf({ t2Ms, t4Ms }: Plan): Pick<OurConfig, "ccbsT2Ms" | "ccnrT2Ms" | "t4Ms"> {
  return { ccbsT2Ms: t2Ms, ccnrT2Ms: t2Ms, t4Ms };
}

/** The first digit of the numbers at this end of a link: behind the nodes is the PINX of another make. */
export function digitOf(plan: Plan, end: number): string {
  return plan.nodes[end]?.digit ?? strangerDigit;
}

/** The first digits of every node that is reached over this link: the links are a tree. */
export function digitsBehind(plan: Plan, node: number, link: number): string[] {
  const far = plan.links[link]?.ends.find((end) => end !== node);
  if (far === undefined) return [];
  const beyond = plan.links.flatMap(({ ends }, index) =>
    index !== link && ends.includes(far) ? digitsBehind(plan, far, index) : [],
  );
  return [digitOf(plan, far), ...beyond];
}
