import { findAll } from "../../codecs/q931/element.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import { isInvokeOf, isResultOf } from "../../codecs/rose/make.ts";
import type { Config, NeighbourConfig, OurConfig, PeerConfig } from "../config.ts";
import { trunks } from "./near-side.ts";
import {
  calledDigits,
  callingDigits,
  componentsOf,
  invokes,
  isClearing,
  otherSide,
  type Placed,
  type Side,
  setupOf,
} from "./trace.ts";

/** What the trace shows of the named side's settings. What it does not show is absent: then the defaults hold. */
export interface Policy {
  /** Numbers that live behind the named side, and behind the other. */
  readonly numbers: readonly string[];
  readonly farNumbers: readonly string[];
  readonly enabled: boolean;
  readonly our: Readonly<
    Partial<
      Pick<OurConfig, "connectionProposal" | "connectionResponse" | "retainService" | "noPathReservation" | "t1Ms">
    >
  >;
  readonly peer: Readonly<Partial<Pick<PeerConfig, "opCoding" | "profile">>>;
}

/** The settings under which the named side sent what it sent. */
export function policyOf(messages: readonly Placed[], side: Side): Policy {
  const own = messages.filter(({ from }) => from === side);
  const connectionResponse = connectionResponseOf(own);
  const t1Ms = t1Of(own);
  const numbers = numbersOf(messages, side);
  return {
    numbers,
    farNumbers: numbersOf(messages, otherSide(side)).filter((number) => !numbers.includes(number)),
    enabled: !own.some(isServiceOff),
    our: {
      ...proposalOf(own),
      ...(connectionResponse === undefined ? {} : { connectionResponse }),
      ...(t1Ms === undefined ? {} : { t1Ms }),
    },
    peer: codingOf(own),
  };
}

/** Nothing runs out before the trace says so: people ask, and lines become free, when it shows that they did. */
const foreverMs = 86_400_000;

/** The configuration with what the trace shows. `given`: settings that hold whatever it shows. */
export function withPolicy(config: Config, { enabled, our, peer }: Policy, given: ReadonlySet<string>): Config {
  const seen = <Settings extends object>(settings: Settings) =>
    Object.fromEntries(Object.entries(settings).filter(([key]) => !given.has(key))) as Partial<Settings>;
  const neighbours = config.neighbours.map((neighbour): NeighbourConfig => {
    const { callCompletion } = neighbour;
    const settings =
      neighbour.name === trunks.near
        ? { guardMs: 0, offerMs: foreverMs, retentionMs: foreverMs }
        : { enabled, our: { ...callCompletion.our, ...seen(our) }, peer: { ...callCompletion.peer, ...seen(peer) } };
    return { ...neighbour, callCompletion: { ...callCompletion, ...settings } };
  });
  return { ...config, neighbours };
}

/** Who calls from a side, and who is called there. */
function numbersOf(messages: readonly Placed[], side: Side): string[] {
  const setups = messages.filter(({ message }) => message.message === "SETUP");
  const digits = setups.map(({ from, message }) => (from === side ? callingDigits(message) : calledDigits(message)));
  return [...new Set(digits)].filter((number) => /^\d+$/.test(number));
}

/** longTermRejection as the first response: nobody was asked about the line (CC 5.4, F9). */
function isServiceOff({ message, connection }: Placed): boolean {
  const [setup, first] = connection.messages;
  if (setup === undefined || first?.message !== message || message.message !== "RELEASE COMPLETE") return false;
  return (
    invokes(setup.message, "ccbsRequest", "ccnrRequest") &&
    componentsOf(message).some((each) => each.component === "returnError" && each.error === "longTermRejection")
  );
}

/** retainSigConnection of a request (CC 5.2). */
const proposals = { true: "retain", false: "release", undefined: "none" } as const;

function proposalOf(
  own: readonly Placed[],
): Partial<Pick<OurConfig, "connectionProposal" | "retainService" | "noPathReservation">> {
  for (const { message } of own) {
    for (const each of componentsOf(message)) {
      if (!isInvokeOf(each, "ccbsRequest") && !isInvokeOf(each, "ccnrRequest")) continue;
      const { retainSigConnection, canRetainService = false } = each.argument;
      return { connectionProposal: proposals[`${retainSigConnection}`], retainService: canRetainService };
    }
    for (const each of componentsOf(message)) {
      if (!isResultOf(each, "ccbsRequest") && !isResultOf(each, "ccnrRequest")) continue;
      const { retainService = false, noPathReservation } = each.result;
      return { retainService, ...(noPathReservation === undefined ? {} : { noPathReservation }) };
    }
  }
  return {};
}

/** The message that the result came in (CC 5.2). */
function connectionResponseOf(own: readonly Placed[]): "retain" | "release" | undefined {
  const accepted = own.find(({ message }) =>
    componentsOf(message).some((each) => isResultOf(each, "ccbsRequest") || isResultOf(each, "ccnrRequest")),
  );
  if (accepted === undefined) return undefined;
  return accepted.message.message === "CONNECT" ? "retain" : "release";
}

/** The form of the first invoke or result that the side sent. */
function codingOf(own: readonly Placed[]): Policy["peer"] {
  for (const { message } of own) {
    for (const { profile, components } of findAll(message, facility)) {
      const code = components.find((each) => each.component === "invoke" || each.component === "returnResult")?.code;
      if (code !== undefined) return { opCoding: typeof code === "string" ? "global" : "local", profile };
    }
  }
  return {};
}

/** RELEASE without an APDU of a request that has no answer: nothing but T1 does that (CC 5.3, G5). */
function t1Of(own: readonly Placed[]): number | undefined {
  for (const { connection, message, atMs, number } of own) {
    const [setup] = connection.messages;
    if (setup === undefined || message.message !== "RELEASE" || componentsOf(message).length > 0) continue;
    if (setup.from !== connection.opener || !invokes(setup.message, "ccbsRequest", "ccnrRequest")) continue;
    const before = connection.messages.filter((each) => each.number < number).slice(1);
    const isOpen = before.every((each) => !isClearing(each.message) && each.message.message === "CALL PROCEEDING");
    if (setupOf(connection) === setup.message && isOpen && setup.from === own[0]?.from) return atMs - setup.atMs;
  }
  return undefined;
}
