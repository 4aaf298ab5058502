import { messageTypes } from "../../codecs/q931/messages.ts";
import { Random } from "../../src/simulation/random.ts";
import { H323Call, reference } from "../unit/core/h323-calls.ts";
import { type H323Relay, lines } from "../unit/core/h323-relay.ts";
import { octetsOf, vectors } from "../unit/h225/vectors.ts";
import { outer, qsig } from "../unit/h225/outer.ts";
import { mutate } from "./mutate.ts";

const names = [
  ...(["SETUP", "CALL PROCEEDING", "ALERTING", "CONNECT", "PROGRESS", "INFORMATION", "NOTIFY", "FACILITY"] as const),
  ...(["RELEASE COMPLETE", "STATUS", "STATUS ENQUIRY"] as const),
];
const setupElements = "04038090a31803a983816c0600803130303170058032303031";

/** Outer messages of every type, with a tunnel, with two messages in it, and with none. */
export function h323Corpus(): Uint8Array[] {
  const own = names.flatMap((name) => {
    const inner = qsig(name, reference(0), name === "SETUP" ? setupElements : "");
    const ies = name === "SETUP" ? "04038090a36c0600803130303170058032303031" : "";
    const parts = [{ ies, inner: [inner] }, { ies, inner: [inner, inner] }, { ies }];
    return parts.map((each) => outer(name, reference(0, 0x11 + messageTypes[name]), each));
  });
  return [...own, ...vectors.map(({ name }) => octetsOf(name))];
}

/**
 * What broke, or undefined: mutated messages on a few connections of one trunk, beside a call that stands. `look`
 * is called every ten thousand, and in the end.
 */
export function fuzzH323(
  count: number,
  seed: number,
  corpus = h323Corpus(),
  look: () => void = () => {},
): string | undefined {
  const random = new Random(seed);
  const call = new H323Call();
  call.connect();
  const { relay } = call;
  for (let at = 0; at < count; at += 1) {
    const octets = mutate(corpus, random).subarray(0, 16_000);
    const broken = tryOne(relay, random, octets);
    if (broken !== undefined) return `input ${at}: ${broken}\n${Buffer.from(octets).toString("hex")}`;
    if (at % 500 !== 499) continue;
    const left = settled(call);
    if (left !== undefined) return `after input ${at}: ${left}`;
    if (at % 10_000 === 9999) look();
  }
  look();
  return settled(call);
}

function tryOne(relay: H323Relay, random: Random, octets: Uint8Array): string | undefined {
  try {
    // What the core answers its peers hear as theirs, now and then.
    const echoed = relay.taken().slice(0, 2);
    relay.receive("west", `in-${2 + random.below(4)}`, octets);
    for (const { trunk, channel, octets: sent } of echoed)
      if (random.below(4) === 0) relay.receive(trunk, channel, sent);
    relay.entries.length = 0;
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** The connections are closed: nothing of them is left, and the call that stands is as it was. */
function settled(call: H323Call): string | undefined {
  const { relay } = call;
  for (const at of [2, 3, 4, 5]) relay.give({ type: "closed", trunk: "west", channel: `in-${at}`, reason: "closed" });
  const own = new Set([...(relay.open.get("east") ?? [])].slice(0, 1));
  for (const trunk of ["east", "west"] as const) {
    for (const channel of relay.open.get(trunk) ?? []) {
      if (trunk === "east" && own.has(channel)) continue;
      relay.give({ type: "closed", trunk, channel, reason: "closed" });
      relay.open.get(trunk)?.delete(channel);
    }
  }
  relay.pass(5 * 60_000);
  relay.taken();
  const { connections, callReferences, relayed } = relay.core.held;
  if (connections !== 2 || callReferences !== 2 || relayed !== 2)
    return `left over: ${JSON.stringify(relay.core.held)}`;
  const { sent } = call.west("FACILITY", { inner: "1c099fa106020101020128" });
  const said = lines(sent).join();
  return said === "east FACILITY [FACILITY]" ? undefined : `the call that stands said ${said}`;
}
