import type { CallReference, MessageDraft } from "../../codecs/q931/message.ts";
import type { Channel } from "../ids.ts";
import type { KeptH225 } from "../pdu.ts";
import { messageTypes } from "../../codecs/q931/messages.ts";
import { Register } from "../register.ts";
import { highestCallReference } from "./references.ts";
import type { LegId, TrunkContext } from "./trunk.ts";

/** A message to go, and the outer message it came in on another trunk of this type. */
export type H225Draft = MessageDraft & { readonly kept?: KeptH225 | undefined };

/** A QSIG call and the H.225.0 call that carries it. */
export interface H225Call {
  readonly leg: LegId;
  /** As we write them: flag 0 where the call is ours. */
  outer: CallReference;
  inner: CallReference;
  callIdentifier: Uint8Array;
  conferenceID: Uint8Array;
  /** Its TCP connection: none before SETUP, and when the outer call is over. */
  channel: Channel | undefined;
  isOpen: boolean;
  /** Outer messages for a connection that is not open yet. */
  waiting: Uint8Array[];
  /** The SETUP of a call of ours, while it may go to another peer. */
  setup: { readonly draft: H225Draft; readonly outer: Uint8Array } | undefined;
  /** Peers that the SETUP went to, by their place in the list. */
  readonly tried: Set<number>;
  /** RELEASE COMPLETE of the outer call was sent or received. */
  over: boolean;
  /** RELEASE COMPLETE of the inner call was received. */
  innerOver: boolean;
  /** QSIG is in the peer's tunnel; undefined while a peer that we called has not shown it. */
  tunnels: boolean | undefined;
  /** Where the first CALL PROCEEDING was: an outer one is a first response too, the inner one behind it is none. */
  proceeding: "inner" | "outer" | undefined;
  /** The call state of the outer call (Q.931 4.5.7), for STATUS. */
  state: number;
  /** What another leg's carrier brought and has left here already, with its message. */
  left: KeptH225 | undefined;
  /** Messages that came in one outer message, until all that go on are there. */
  gathering: { readonly kept: KeptH225; readonly drafts: H225Draft[] } | undefined;
  /** The other leg's RELEASE COMPLETE, for when the inner call has ended here too. */
  ending: KeptH225 | undefined;
}

type Accepted = Pick<H225Call, "outer" | "inner" | "callIdentifier" | "conferenceID" | "tunnels"> & {
  readonly channel: Channel;
};

/** What a call of ours takes over from the call that it continues. */
export type Continued = Pick<H225Call, "outer" | "inner" | "callIdentifier" | "conferenceID">;

/** The calls of one h323 trunk: by leg, and by connection and outer call reference. */
export class Calls {
  readonly #byLeg = new Register<LegId, H225Call>();
  readonly #byChannel = new Map<Channel, Map<number, H225Call>>();
  /** Connections of ours whose peers take several calls on one, and keep it between calls. */
  readonly shared = new Set<Channel>();
  /** Values of ours in use: inner and outer have the same, so that a person finds one by the other. */
  readonly #values = new Set<number>();
  #last = 0;

  get count(): number {
    return this.#byLeg.size;
  }

  of(leg: LegId): H225Call | undefined {
    return this.#byLeg.get(leg);
  }

  /** A call of ours; undefined where all references are in use. */
  originate(context: TrunkContext): H225Call | undefined {
    if (this.#values.size === highestCallReference) return undefined;
    do this.#last = (this.#last % highestCallReference) + 1;
    while (this.#values.has(this.#last));
    this.#values.add(this.#last);
    const reference = { value: this.#last, flag: 0, length: 2 } as const;
    const [callIdentifier, conferenceID] = [context.guid(), context.guid()];
    const known = { outer: reference, inner: reference, callIdentifier, conferenceID };
    return this.#add(newCall(context.nextLeg(), known));
  }

  /**
   * A call of ours continues one of another trunk: known by what that one is known by, and under its references, the
   * inner one always (R13.7), the outer one where it is free.
   */
  continue(call: H225Call, { outer, inner, callIdentifier, conferenceID }: Continued): void {
    call.inner = inner;
    call.callIdentifier = callIdentifier;
    call.conferenceID = conferenceID;
    if (outer.value === 0 || this.#values.has(outer.value)) return;
    this.#values.delete(call.outer.value);
    this.#values.add(outer.value);
    call.outer = outer;
  }

  /** A call of a peer. */
  accept(context: TrunkContext, accepted: Accepted): H225Call {
    const call = this.#add(newCall(context.nextLeg(), accepted));
    call.channel = accepted.channel;
    call.isOpen = true;
    call.tunnels = accepted.tunnels;
    this.#enter(accepted.channel, call);
    return call;
  }

  /** The SETUP goes to a peer by this connection. */
  attempt(call: H225Call, channel: Channel, setup: Uint8Array): void {
    this.leave(call);
    call.isOpen = false;
    call.channel = channel;
    call.waiting = [setup];
    this.#enter(channel, call);
  }

  /** By the reference as the peer writes it. */
  find(channel: Channel, { value, flag }: CallReference): H225Call | undefined {
    return this.#byChannel.get(channel)?.get(keyOf(value, flag === 0 ? 1 : 0));
  }

  onChannel(channel: Channel): readonly H225Call[] {
    return [...(this.#byChannel.get(channel)?.values() ?? [])];
  }

  isFree(channel: Channel): boolean {
    return !this.#byChannel.has(channel);
  }

  channels(): readonly Channel[] {
    return [...this.#byChannel.keys()];
  }

  /** It is no longer on its connection. */
  leave(call: H225Call): void {
    const { channel } = call;
    if (channel === undefined) return;
    call.channel = undefined;
    const others = this.#byChannel.get(channel);
    others?.delete(keyOf(call.outer.value, call.outer.flag));
    if (others?.size === 0) this.#byChannel.delete(channel);
  }

  /** Its references are free. */
  forget(call: H225Call): void {
    this.leave(call);
    this.#byLeg.delete(call.leg);
    if (call.outer.flag === 0) this.#values.delete(call.outer.value);
  }

  #add(call: H225Call): H225Call {
    this.#byLeg.set(call.leg, call);
    return call;
  }

  #enter(channel: Channel, call: H225Call): void {
    const others = this.#byChannel.get(channel) ?? new Map<number, H225Call>();
    others.set(keyOf(call.outer.value, call.outer.flag), call);
    this.#byChannel.set(channel, others);
  }
}

/** An outer reference as we write it. */
function keyOf(value: number, flag: number): number {
  return value * 2 + flag;
}

/** Written out: to spread one object into another takes V8 as long as the rest of a call's beginning. */
function newCall(leg: LegId, { outer, inner, callIdentifier, conferenceID }: Continued): H225Call {
  return {
    leg,
    outer,
    inner,
    callIdentifier,
    conferenceID,
    channel: undefined,
    isOpen: false,
    waiting: [],
    setup: undefined,
    tried: new Set(),
    over: false,
    innerOver: false,
    tunnels: undefined,
    proceeding: undefined,
    state: 0,
    left: undefined,
    gathering: undefined,
    ending: undefined,
  };
}

/** ONE table: the state of the outer call behind each message (Q.931 4.5.7): of a call of ours, and of a peer's. */
const statesBehind: { readonly [type: number]: readonly [ours: number, peers: number] } = {
  [messageTypes.SETUP]: [1, 6],
  [messageTypes["SETUP ACKNOWLEDGE"]]: [2, 25],
  [messageTypes["CALL PROCEEDING"]]: [3, 9],
  [messageTypes.ALERTING]: [4, 7],
  [messageTypes.CONNECT]: [10, 10],
};

/** An outer message of this type was sent or received. */
export function crossed(call: H225Call, type: number | undefined): void {
  const behind = statesBehind[type ?? 0];
  if (behind !== undefined) call.state = behind[call.outer.flag];
}
