import type { TrunkLimits } from "../../src/config.ts";
import { group, optional, type Read, withDefault } from "./spec.ts";
import { integer } from "./values.ts";

/** What the trunks of a type may cost where nothing is said. */
export interface UsualLimits {
  readonly queuedOctets: number;
  readonly connections: number;
  readonly halfOpen: number;
}

/** The limits of one trunk, whoever is at its other end. */
export function limits({ queuedOctets, connections, halfOpen }: UsualLimits) {
  return group({
    calls: optional(integer(1, 32_767), {
      help: "calls and connections at once, both ways; one more meets cause 42; not given: as many as call references",
    }),
    messagesPerSecond: optional(integer(1, 1_000_000), {
      help: "messages that are read in a second, the others wait at the peer; not given: any number",
    }),
    queuedOctets: withDefault(integer(16_384, 1 << 28), queuedOctets, {
      help: "octets that wait for a peer that does not read, on each connection; beyond them it is closed",
    }),
    connections: withDefault(integer(1, 65_535), connections, {
      help: "connections of peers at once; one more is refused",
    }),
    halfOpen: withDefault(integer(1, 65_535), halfOpen, {
      help: "such connections that have said nothing yet; for one more the oldest is closed",
    }),
  });
}

/** What was not given is absent. */
export function buildLimits(values: Read<ReturnType<typeof limits>>): { readonly limits: TrunkLimits } {
  const { calls, messagesPerSecond, ...others } = values;
  return {
    limits: {
      ...others,
      ...(calls === undefined ? {} : { calls }),
      ...(messagesPerSecond === undefined ? {} : { messagesPerSecond }),
    },
  };
}
