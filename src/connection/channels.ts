import { isOf } from "../../codecs/q931/element.ts";
import { channelIdentification } from "../../codecs/q931/ie/channel-identification.ts";
import { bChannelElement } from "../../codecs/q931/make.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import type { TrunkConfig } from "../config.ts";
import type { ConnectionId } from "./connection.ts";
import { inserted } from "./inserted.ts";

/** The B-channels of an E1 interface: timeslot 16 is the D-channel (Q.931 4.5.13, I.431). */
const e1Channels: readonly number[] = Array.from({ length: 31 }, (_, i) => i + 1).filter((n) => n !== 16);

/** The channels of one trunk whose media is external: who has which (R32). */
export class ChannelPool {
  readonly #order: readonly number[];
  /** By channel: there are few, and calls come and go. */
  readonly #holders: (ConnectionId | undefined)[] = [];
  #held = 0;

  /** Lowest free first on side user, highest free first on side network, so that glare is rare (R32). */
  constructor(side: "user" | "network") {
    this.#order = side === "user" ? e1Channels : e1Channels.toReversed();
  }

  get size(): number {
    return this.#held;
  }

  /** The next free channel, or undefined: all are in use. */
  get next(): number | undefined {
    return this.#order.find((channel) => this.#holders[channel] === undefined);
  }

  /** The connection holds the channel until `free`; a channel the peer chose counts just the same. */
  hold(channel: number, connection: ConnectionId): void {
    if (this.#holders[channel] === undefined) this.#held += 1;
    this.#holders[channel] = connection;
  }

  /** Those that the connection holds. */
  free(connection: ConnectionId): void {
    for (let channel = 1; channel < this.#holders.length; channel += 1) {
      if (this.#holders[channel] !== connection) continue;
      this.#holders[channel] = undefined;
      this.#held -= 1;
    }
  }
}

/** Trunk types whose bearers are timeslots of an interface; the others have no channel to run out of. */
const withTimeslots: ReadonlySet<TrunkConfig["type"]> = new Set<TrunkConfig["type"]>(["lapd", "iua", "demo"]);

export function channelPoolFor(trunk: TrunkConfig): ChannelPool | undefined {
  if (!withTimeslots.has(trunk.type)) return undefined;
  return new ChannelPool("side" in trunk ? trunk.side : "network");
}

/** The elements of a SETUP with this channel in place of theirs, or put in where they have none. */
export function withChannel(ies: readonly InformationElement[], channel: number): readonly InformationElement[] {
  const others = ies.filter((ie) => !isOf(ie, channelIdentification));
  return inserted(others, bChannelElement(channel));
}
