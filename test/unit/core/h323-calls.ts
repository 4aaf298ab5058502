import { expect } from "chai";
import type { CallReference } from "../../../codecs/q931/message.ts";
import type { MessageName } from "../../../codecs/q931/messages.ts";
import { type OuterParts, outer, qsig } from "../h225/outer.ts";
import { h323Config, H323Relay, lines, type SentOuter } from "./h323-relay.ts";

/** Numbers 1001 calls 2001; voice on a channel of its own choice. */
export const outerNumbers = "6c0600803130303170058032303031";
const innerSetup = `04038090a31803a98381${outerNumbers}`;

/** References of the west's call as the west sent them; the same on the east, where nothing else has them. */
export const outerValue = 0x321;
const innerValue = 5;

/** Who tunnels; the inner message is given by its elements. */
export interface Said {
  readonly tunnels?: boolean;
  /** Elements of the inner message of the same name, or inner messages in full. */
  readonly inner?: string | readonly Uint8Array[];
  readonly parts?: OuterParts;
}

/** One call from west to east, each end of it a peer that the test plays. */
export class H323Call {
  readonly relay: H323Relay;

  constructor(text = h323Config(untouched)) {
    this.relay = new H323Relay(text);
  }

  /** What west sent, and what came of it. */
  west(name: MessageName, said: Said = {}): { readonly came: Uint8Array; readonly sent: readonly SentOuter[] } {
    const came = message(name, 0, said);
    this.relay.receive("west", "in-1", came);
    return { came, sent: this.relay.taken() };
  }

  east(name: MessageName, said: Said = {}): { readonly came: Uint8Array; readonly sent: readonly SentOuter[] } {
    const came = message(name, 1, said);
    this.relay.receive("east", [...(this.relay.open.get("east") ?? [])].at(-1) ?? "", came);
    return { came, sent: this.relay.taken() };
  }

  /** SETUP and CALL PROCEEDING. */
  begin(said: Said = {}): void {
    expect(lines(this.setup(said))).to.have.length(1);
    this.east("CALL PROCEEDING", said);
  }

  setup(said: Said = {}): readonly SentOuter[] {
    const parts = { ies: `04038090a3${outerNumbers}`, ...said.parts };
    return this.west("SETUP", { inner: innerSetup, ...said, parts }).sent;
  }

  /** Another call of west, on a connection of its own. */
  another(channel: string): readonly SentOuter[] {
    const inner = [qsig("SETUP", reference(0, innerValue + 1), innerSetup)];
    const ies = `04038090a3${outerNumbers}`;
    this.relay.receive("west", channel, outer("SETUP", reference(0, outerValue + 1), { ies, inner }));
    return this.relay.taken();
  }

  /** The call is up. */
  connect(said: Said = {}): void {
    this.begin(said);
    this.east("ALERTING", said);
    this.east("CONNECT", said);
  }
}

/** Neighbours whose SETUPs get no Transit counter: nothing at all is ours to change. */
const plain = "callCompletion: { mode: none, peer: { transitCounter: false } }";
export const untouched = { west: plain, east: plain };

export const reference = (flag: 0 | 1, value = innerValue): CallReference => ({ value, flag, length: 2 });

function message(name: MessageName, flag: 0 | 1, { tunnels = true, inner = "", parts }: Said): Uint8Array {
  const messages = typeof inner === "string" ? [qsig(name, reference(flag), inner)] : inner;
  const tunnel = tunnels ? { inner: messages } : {};
  return outer(name, reference(flag, outerValue), { ...tunnel, ...parts });
}
