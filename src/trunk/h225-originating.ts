import { DecodeError } from "../../codecs/error.ts";
import { encodeMessage, isCallIndependent } from "../../codecs/q931/index.ts";
import type { Channel, Trunk } from "../ids.ts";
import { type Calls, crossed, type H225Call, type H225Draft } from "./h225-calls.ts";
import type { H225Carrier } from "./h225-carrier.ts";
import { continuedBy, relayed, typeOf } from "./h225-kept.ts";
import { type OuterCall, withoutTunnel, withTunnel } from "./h225-messages.ts";
import { type H225Peers, peerOf } from "./h225-peers.ts";
import type { TrunkContext } from "./trunk.ts";

/** What the parts of an h323 trunk share. */
export interface H225Parts {
  readonly trunk: Trunk;
  readonly calls: Calls;
  readonly carrier: H225Carrier;
  readonly peers: H225Peers;
  /** It must have QSIG of every call, also of one that came without (R13.8). */
  readonly isNative: boolean;
  outerOf(call: H225Call): OuterCall;
}

/** SETUPs of ours: with the tunnel or without, and to which peer (R12, R13, R14). */
export class H225Originating {
  readonly #parts: H225Parts;
  #channels = 0;
  /** The neighbour refuses QSIG in the tunnel; until it shows its own. */
  #isRefused = false;

  constructor(parts: H225Parts) {
    this.#parts = parts;
  }

  /** False: it cannot leave. A SETUP that is repeated goes to another peer as it is. */
  setup(call: H225Call, draft: H225Draft, context: TrunkContext): boolean {
    const { carrier, isNative } = this.#parts;
    if (call.setup !== undefined) return this.#again(call, call.setup.outer, context);
    if (isCallIndependent(draft) && this.#isRefused) {
      carrier.alarm("a call-independent connection is refused: the neighbour does not tunnel", context);
      return false;
    }
    const isLikeItCame = draft.kept?.isTunnelled === false && !isNative;
    return this.#begin(call, draft, !this.#isRefused && !isLikeItCame, context);
  }

  /** The peer would not have QSIG; the call itself may pass (R13.8). False where it has no more to it than QSIG. */
  withoutTunnel(call: H225Call, context: TrunkContext): boolean {
    const draft = call.setup?.draft;
    if (draft === undefined || call.tunnels === false || isCallIndependent(draft)) return false;
    return this.#begin(call, draft, false, context);
  }

  /** The connection of a call without a first response is gone: another peer may have it. False: none is left. */
  elsewhere(call: H225Call, context: TrunkContext): boolean {
    if (call.setup === undefined || this.#parts.peers.next(call.tried) === undefined) return false;
    return this.#attempt(call, call.setup.outer, context);
  }

  refused(what: string, context: TrunkContext): void {
    if (!this.#isRefused) {
      const text = `the neighbour ${what}: there is no call back with it until it tunnels QSIG`;
      this.#parts.carrier.alarm(text, context);
    }
    this.#isRefused = true;
  }

  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** The neighbour tunnels. */
  shown(): void {
    this.#isRefused = false;
  }

  #begin(call: H225Call, draft: H225Draft, isTunnelled: boolean, context: TrunkContext): boolean {
    const { trunk, calls, carrier, outerOf } = this.#parts;
    const { kept } = draft;
    // A SETUP that goes once more is the same call.
    const continued = kept === undefined || call.setup !== undefined ? undefined : continuedBy(kept);
    if (continued !== undefined) calls.continue(call, continued);
    const octets = encodeMessage(call.inner, draft);
    const anew = (own: OuterCall) => (isTunnelled ? withTunnel(own, draft, octets) : withoutTunnel(own, draft));
    const outer = kept === undefined ? anew(outerOf(call)) : relayed(kept, call.outer, [octets], isTunnelled);
    if (outer === undefined || outer instanceof DecodeError) {
      carrier.alarm(`a SETUP cannot go on with what came beside it: ${outer?.code ?? "no outer message"}`, context);
      return false;
    }
    context.trace({ at: context.now, type: "message", trunk, direction: "out", octets });
    if (!isTunnelled) call.tunnels = false;
    call.setup = { draft, outer };
    if (call.channel !== undefined) this.#leave(call, call.channel, "the call goes on without a tunnel", context);
    return this.#attempt(call, outer, context);
  }

  /** T303: the peer that has the SETUP did not answer it. */
  #again(call: H225Call, outer: Uint8Array, context: TrunkContext): boolean {
    const { channel } = call;
    if (channel !== undefined) {
      this.#parts.peers.failed(channel, "no answer to a SETUP", context);
      this.#leave(call, channel, "no answer: the next peer is tried", context);
    }
    return this.#attempt(call, outer, context);
  }

  #leave(call: H225Call, channel: Channel, reason: string, context: TrunkContext): void {
    const { calls, carrier } = this.#parts;
    calls.leave(call);
    calls.shared.delete(channel);
    if (calls.isFree(channel)) carrier.close(channel, reason, context);
  }

  /** By a channel to the next peer; where all were tried, to the first again. False: there are none. */
  #attempt(call: H225Call, outer: Uint8Array, context: TrunkContext): boolean {
    const { trunk, calls, carrier, peers } = this.#parts;
    const peer = peers.next(call.tried) ?? peers.next(new Set());
    if (peer === undefined) return false;
    call.tried.add(peer);
    crossed(call, typeOf(outer));
    const shared = [...calls.shared].find((channel) => peerOf(channel) === peer);
    if (shared !== undefined) {
      calls.attempt(call, shared, outer);
      call.isOpen = true;
      for (const octets of call.waiting.splice(0)) carrier.send(shared, octets, context);
      return true;
    }
    this.#channels += 1;
    const channel = `out-${this.#channels}/${peer}`;
    calls.attempt(call, channel, outer);
    context.output({ type: "open", id: context.nextOutput(), after: 0, trunk, channel });
    return true;
  }
}
