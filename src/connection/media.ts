import type { NeighbourConfig, TrunkConfig } from "../config.ts";
import type { Trunk } from "../ids.ts";
import type { ConnectionKind } from "./connection.ts";

/**
 * ONE table: what the media of a trunk goes by; only like ones reach each other without a media gateway (R2). `kept`:
 * its addresses stand beside the messages.
 */
const mediaClasses: { readonly [Type in TrunkConfig["type"]]?: { readonly media: string; readonly kept: boolean } } = {
  lapd: { media: "tdm", kept: false },
  iua: { media: "tdm", kept: false },
  h323: { media: "h245", kept: true },
  sip: { media: "sdp", kept: true },
  demo: { media: "process", kept: false },
};

type Pair = readonly [from: NeighbourConfig, to: NeighbourConfig];

/** A call between the two can have media. */
export function haveMedia([from, to]: Pair): boolean {
  return isExternal([from, to]) || areAlike([from, to]);
}

/** The carriers are alike, so what stands beside messages passes; of a call where no media gateway follows it. */
export function keepsBeside(kind: ConnectionKind, pair: Pair): boolean {
  if (mediaClasses[pair[0].trunk.type]?.kept !== true || !areAlike(pair)) return false;
  return kind === "cis" || !isExternal(pair);
}

function areAlike([from, to]: Pair): boolean {
  const media = mediaClasses[from.trunk.type]?.media;
  return media !== undefined && media === mediaClasses[to.trunk.type]?.media;
}

/**
 * Two trunks of timeslots that no gateway stands between are wired through to each other, channel by channel (R2). Of
 * more than two nothing says which goes where.
 */
export function throughPairs(neighbours: readonly NeighbourConfig[]): ReadonlyMap<Trunk, Trunk> {
  const through = neighbours.filter(
    ({ trunk, media }) => media === "through" && mediaClasses[trunk.type]?.media === "tdm",
  );
  const [one, other, third] = through;
  if (one === undefined || other === undefined || third !== undefined) return new Map();
  return new Map([
    [one.name, other.name],
    [other.name, one.name],
  ]);
}

function isExternal(pair: Pair): boolean {
  return pair.some(({ media }) => media === "external");
}
