import { expect } from "chai";
import { decodeElements } from "../../../codecs/q931/index.ts";
import type { InformationElement, MessageDraft } from "../../../codecs/q931/message.ts";
import { writeAddress } from "../../../codecs/sip/address.ts";
import type { SipTrunkConfig } from "../../../src/config.ts";
import type { Output } from "../../../src/seam.ts";
import { SipTrunk } from "../../../src/trunk/sip.ts";
import { type SipKept, type SipMessage, type SipPdu, sipMessage, sipPdu } from "../../../src/trunk/sip-events.ts";
import { octets } from "../trace/octets.ts";
import { TrunkBench, trunk } from "./bench.ts";

type Profile = SipTrunkConfig["profile"];

/** 2001 calls 3002, speech. */
export const setup: readonly InformationElement[] = decodeElements(
  octets("04038090a31803a983816c0600803230303170058033303032"),
);
export const cis: readonly InformationElement[] = decodeElements(
  octets("0402a8801801ac6c0600803230303170058033303032"),
);

export const text = (value: string): Uint8Array => Uint8Array.from(value, (character) => character.charCodeAt(0));
export const sdp = (port: number) =>
  ({ contentType: "application/sdp", octets: text(`v=0\r\nm=audio ${port} RTP/AVP 8\r\n`) }) as const;

/** Two sip trunks whose servers are each other: what their rims and sip.js would carry, at once and in order. */
export class SipWire {
  readonly left: TrunkBench;
  readonly right: TrunkBench;
  /** Each message that crossed: `> INVITE 3002`, `< 180`. */
  readonly crossed: string[] = [];
  readonly messages: SipMessage[] = [];
  /** Messages that a test wants to carry itself. */
  held: ((message: SipMessage) => boolean) | undefined;
  readonly kept: { readonly to: TrunkBench; readonly message: SipMessage }[] = [];

  constructor(profile: Profile, media: "through" | "external" = "through") {
    const make = (): TrunkBench => new TrunkBench(new SipTrunk(trunk, config(profile), [], media));
    [this.left, this.right] = [make(), make()];
    for (const end of [this.left, this.right]) end.handle({ type: "start" });
    this.settle();
    for (const end of [this.left, this.right]) end.told();
    this.taken();
  }

  settle(): void {
    for (;;) {
      const all = [this.left, this.right].flatMap((from) => from.taken().map((output) => ({ from, output })));
      if (all.length === 0) return;
      for (const { from, output } of all) this.#carry(from, output);
    }
  }

  taken(): string[] {
    return this.crossed.splice(0);
  }

  /** A message to an end, as its rim would post it. */
  receive(to: TrunkBench, message: SipMessage): void {
    to.handle({ type: "received", channel: "in", pdu: sipPdu(message) });
    this.settle();
  }

  #carry(from: TrunkBench, output: Output): void {
    if (output.type === "open") return from.handle({ type: "opened", channel: output.channel, by: "us" });
    if (output.type === "close") {
      return from.handle({ type: "closed", channel: output.channel, reason: output.reason });
    }
    if (output.type !== "send" || output.pdu.carrier !== "sip") return;
    const message = sipMessage(output.pdu as SipPdu);
    if (message.call === "") return this.#server(from, message);
    const to = from === this.left ? this.right : this.left;
    const arrow = from === this.left ? ">" : "<";
    const what = message.type === "request" ? `${message.method} ${message.to ?? ""}`.trim() : `${message.status}`;
    this.crossed.push(`${arrow} ${what}`);
    this.messages.push(message);
    const arriving = { ...message, headers: [...message.headers, ...fromOf(message)] };
    if (this.held?.(message) === true) this.kept.push({ to, message: arriving });
    else to.handle({ type: "received", channel: "in", pdu: sipPdu(arriving) });
  }

  /** OPTIONS of no call. */
  #server(from: TrunkBench, message: SipMessage): void {
    if (this.held?.(message) === true) return;
    const { transaction } = message;
    const answer = { type: "response", call: "", transaction, method: "OPTIONS", status: 200, headers: [] } as const;
    from.handle({ type: "received", channel: "out-1", pdu: sipPdu(answer) });
  }
}

function fromOf(message: SipMessage): [string, string][] {
  return message.type === "request" && message.from !== undefined ? [["From", writeAddress(message.from)]] : [];
}

export function config(profile: Profile): SipTrunkConfig {
  return {
    ...{ type: "sip", profile, servers: [{ host: "10.0.0.5", port: 5060 }] },
    ...{ domain: "pbx.example", cisSdp: "none", assertedIdentity: true, t309Ms: 90_000 },
  };
}

export const draft = (message: MessageDraft["message"], ...ies: InformationElement[]): MessageDraft => ({
  message,
  ies,
});
export const apdu = decodeElements(octets("1c12 9faa06800100820100 8b0102 a106020101020128"));

/** What an end was told since the last call, without call references. */
export const told = (end: TrunkBench): string[] => end.told().map((line) => line.split(" ").slice(2, -1).join(" "));

/** A call of `left` that `right` was offered: its leg at both ends. */
export function called(wire: SipWire, ies: readonly InformationElement[] = setup, kept?: SipKept) {
  const near = wire.left.machine.openLeg(wire.left) ?? expect.fail("no leg");
  expect(wire.left.machine.send(near, { message: "SETUP", ies, kept }, wire.left)).to.equal(true);
  wire.settle();
  const event = wire.right.events.pop();
  if (event?.type !== "setup") return expect.fail(`no setup but ${event?.type}`);
  const say = (end: TrunkBench, leg: number) => (message: MessageDraft, beside?: SipKept) => {
    end.machine.send(leg, beside === undefined ? message : { ...message, kept: beside }, end);
    wire.settle();
  };
  const far = event.leg;
  return { near, far, setup: event.message, left: say(wire.left, near), right: say(wire.right, far) };
}

export const beside = (port: number): SipKept => ({ carrier: "sip", part: "beside", headers: [], sdp: sdp(port) });
export const portOf = (body: { readonly octets: Uint8Array } | undefined): string | undefined =>
  /m=audio (\d+)/.exec(String.fromCharCode(...(body?.octets ?? [])))?.[1];
