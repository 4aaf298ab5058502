import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import { find } from "../../codecs/q931/element.ts";
import { channelIdentification } from "../../codecs/q931/ie/channel-identification.ts";
import type { NeighbourConfig } from "../config.ts";
import type { Opaque } from "../pdu.ts";
import type { Trunk } from "../ids.ts";
import { type ChannelPool, channelPoolFor, withChannel } from "./channels.ts";
import type { ConnectionId, ConnectionKind, Connections } from "./connection.ts";
import { type Refusal, refusals } from "./refusals.ts";
import { countTransit } from "./transit.ts";
import { Register } from "../register.ts";

/** A called leg that was opened, and the elements of its SETUP as sent. */
export interface CalledLeg {
  readonly trunk: Trunk;
  readonly connection: ConnectionId;
  readonly sent: readonly InformationElement[];
}

/** Opens the called legs of relayed calls, and keeps who has which channel of whose trunk. */
export class CalledLegs {
  readonly #connections: Connections;
  readonly #maxTransit: () => number;
  readonly #channels = new Map<Trunk, ChannelPool>();
  /** Where a connection may have a channel. */
  readonly #holding = new Register<ConnectionId, ChannelPool>();

  constructor(connections: Connections, maxTransit: () => number) {
    this.#connections = connections;
    this.#maxTransit = maxTransit;
  }

  /** B-channels in use on all trunks. */
  get channels(): number {
    return [...this.#channels.values()].reduce((sum, pool) => sum + pool.size, 0);
  }

  /**
   * Sends SETUP to the called side. With external media each trunk with timeslots has channels of its own (R32); else
   * they are wired through, or there are none, and the channel passes as it came (R2).
   */
  open(
    target: NeighbourConfig,
    kind: ConnectionKind,
    ies: readonly InformationElement[],
    kept?: Opaque,
  ): CalledLeg | Refusal {
    const counted = countTransit(ies, {
      most: this.#maxTransit(),
      insert: target.callCompletion.peer.transitCounter,
    });
    if (counted === undefined) return refusals.loop;
    const own = kind === "call" && target.media === "external" ? this.#pool(target) : undefined;
    const channel = own?.next;
    if (own !== undefined && channel === undefined) return refusals.noChannel;
    const sent = channel === undefined ? counted : withChannel(counted, channel);
    const connection = this.#connections.setup(target.name, kind, sent, { originated: false, kept });
    if (connection === undefined) return refusals.notSent;
    if (own !== undefined && channel !== undefined) this.#hold(own, channel, connection);
    return { trunk: target.name, connection, sent };
  }

  /** The channel that the caller's side chose is in use on its trunk. */
  holdReceived(from: NeighbourConfig, connection: ConnectionId, setup: Message): void {
    const channel = find(setup, channelIdentification)?.channels?.[0];
    const pool = channel === undefined ? undefined : this.#pool(from);
    if (pool !== undefined && channel !== undefined) this.#hold(pool, channel, connection);
  }

  free(connection: ConnectionId): void {
    this.#holding.get(connection)?.free(connection);
    this.#holding.delete(connection);
  }

  #hold(pool: ChannelPool, channel: number, connection: ConnectionId): void {
    pool.hold(channel, connection);
    this.#holding.set(connection, pool);
  }

  /** undefined: the trunk has no timeslots. */
  #pool(neighbour: NeighbourConfig): ChannelPool | undefined {
    const known = this.#channels.get(neighbour.name);
    if (known !== undefined) return known;
    const pool = channelPoolFor(neighbour.trunk);
    if (pool !== undefined) this.#channels.set(neighbour.name, pool);
    return pool;
  }
}
