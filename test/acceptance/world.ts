import {
  calledPartyNumber,
  type Component,
  componentsOf,
  decodeMessage,
  DecodeError,
  encodeMessage,
  find,
  type InformationElement,
} from "./codecs.ts";
import type { StoredRequest } from "../../src/completion/record.ts";
import type { LineSnapshot } from "../../src/lines/line.ts";
import { DemoCluster, type PhoneAction } from "../../src/pbx/cluster.ts";
import type { PhoneView } from "../../src/pbx/phone.ts";
import { createPinx } from "../../src/pinx.ts";
import type { Channel, RequestId } from "../../src/ids.ts";
import type { Core, Input, Output } from "../../src/seam.ts";
import type { Pdu } from "../../src/pdu.ts";
import type { TraceEntry } from "../../src/trace.ts";
import { configuration, type Side, triggerOf, type WorldOptions } from "./world-config.ts";

export type { WorldOptions } from "./world-config.ts";

/** What a monitor of the cluster adds to what the phones say. */
export type Overlay = Partial<LineSnapshot>;

interface Site {
  readonly side: Side;
  readonly core: Core;
  readonly cluster: DemoCluster;
  channel: Channel | undefined;
  readonly watched: Set<string>;
  readonly requests: Map<RequestId, StoredRequest>;
  readonly overlays: Map<string, Overlay>;
  /** Numbers that lead to another phone, as a route point does: the monitor shows that phone (S-31). */
  readonly aliases: Map<string, string>;
}

/**
 * Two clusters without call completion, each behind a gateway of ours, and a trunk between the gateways, in virtual
 * time: everything of the product but sockets. 1001 to 1003 are users of west, 2001 to 2003 of east.
 */
export class World {
  now = Date.UTC(2026, 0, 2, 3, 4);
  readonly entries: { readonly side: Side; readonly entry: TraceEntry }[] = [];
  readonly #sites: Readonly<Record<Side, Site>>;
  readonly #pairs = new Map<string, string>();
  readonly #queue: { readonly side: Side; readonly input: Input }[] = [];
  #accepted = 0;
  #busy = false;
  readonly #deaf = new Set<Side>();
  readonly #tells = new Map<Side, readonly InformationElement[]>();

  constructor(options: WorldOptions = {}) {
    this.#sites = { west: this.#site("west", options), east: this.#site("east", options) };
    for (const side of ["west", "east"] as const) this.give(side, configuration(side, options));
    this.pass(1_000);
  }

  /** Does it at the phone of that number. A phone that refuses is a fault of the test. */
  act(number: string, action: PhoneAction): this {
    const site = this.#of(number);
    const refusal = site.cluster.act(number, action);
    if (refusal !== undefined) throw new Error(refusal);
    this.#settle();
    return this.pass(10);
  }

  dial = (number: string, to: string) => this.act(number, { action: "dial", to });
  answer = (number: string) => this.act(number, { action: "answer" });
  hangUp = (number: string) => this.act(number, { action: "hangup" });
  callBack = (number: string, to?: string) => this.act(number, { action: "callBack", ...(to ? { to } : {}) });
  press = (number: string, key: "dial" | "cancel" | "exit") => this.act(number, { action: "press", key });

  /** `by` and `to` talk to one another. */
  talk(by: string, to: string): this {
    return this.dial(by, to).answer(to);
  }

  phone(number: string): PhoneView {
    const found = this.#of(number)
      .cluster.views()
      .find((view) => view.number === number);
    if (found === undefined) throw new Error(`no phone ${number}`);
    return found;
  }

  /** The first line of the screen, undefined where there is none. */
  screen(number: string): string | undefined {
    return this.phone(number).screen?.lines[0];
  }

  cluster(side: Side): DemoCluster {
    return this.#sites[side].cluster;
  }

  set(number: string, settings: Parameters<DemoCluster["set"]>[1]): this {
    this.#of(number).cluster.set(number, settings);
    this.#settle();
    return this.pass(10);
  }

  reset(number: string): this {
    this.#of(number).cluster.reset(number);
    this.#settle();
    return this.pass(10);
  }

  /** The cluster's time for a call that rings there and nobody answers is over. */
  unanswered(number: string): this {
    this.#of(number).cluster.unanswered(number);
    this.#settle();
    return this.pass(10);
  }

  /** What the cluster's monitor says of the line besides; `{}` for nothing any more. */
  overlay(number: string, overlay: Overlay): this {
    const site = this.#of(number);
    site.overlays.set(number, overlay);
    this.#report(site, number);
    this.#settle();
    return this.pass(10);
  }

  alias(number: string, to: string): this {
    this.#of(number).aliases.set(number, to);
    return this;
  }

  /** Requests at a gateway, `originating ccbs Active`. */
  requests(side: Side): readonly string[] {
    return [...this.#sites[side].requests.values()].map(({ role, kind, state }) => `${role} ${kind} ${state}`);
  }

  stored(side: Side): readonly StoredRequest[] {
    return [...this.#sites[side].requests.values()];
  }

  /** APDUs that a gateway sent on the trunk between them, `SETUP ccbsRequest`, oldest first. */
  sent(side: Side): readonly string[] {
    const far = side === "west" ? "east" : "west";
    return this.messages(side, far).flatMap(({ name, components }) =>
      components.map((each) => `${name} ${word(each)}`),
    );
  }

  /** The newest result of that operation that a gateway sent on the trunk between them. */
  result(side: Side, operation: string): Readonly<Record<string, unknown>> | undefined {
    const far = side === "west" ? "east" : "west";
    const all = this.messages(side, far).flatMap(({ components }) => components);
    const found = all.findLast((each) => each.component === "returnResult" && each.operation === operation);
    return found?.component === "returnResult" ? (found.result as Readonly<Record<string, unknown>>) : undefined;
  }

  /** The argument of the newest invoke of that operation that a gateway sent on the trunk between them. */
  argument(side: Side, operation: string): Readonly<Record<string, unknown>> | undefined {
    const far = side === "west" ? "east" : "west";
    const all = this.messages(side, far).flatMap(({ components }) => components);
    const found = all.findLast((each) => each.component === "invoke" && each.operation === operation);
    return found?.component === "invoke" ? (found.argument as Readonly<Record<string, unknown>>) : undefined;
  }

  /** Messages a gateway sent on one of its trunks, with what their Facility elements hold. */
  messages(side: Side, trunk: Side): readonly { readonly name: string; readonly components: readonly Component[] }[] {
    return this.entries.flatMap(({ side: by, entry }) => {
      if (by !== side || entry.type !== "message" || entry.direction !== "out" || entry.trunk !== trunk) return [];
      const message = decodeMessage(entry.octets);
      return message instanceof DecodeError ? [] : [{ name: message.message ?? "", components: componentsOf(message) }];
    });
  }

  /** Called numbers of the SETUPs that a gateway sent to its cluster. */
  called(side: Side): readonly string[] {
    return this.entries.flatMap(({ side: by, entry }) => {
      if (by !== side || entry.type !== "message" || entry.direction !== "out" || entry.trunk !== side) return [];
      const message = decodeMessage(entry.octets);
      if (message instanceof DecodeError || message.message !== "SETUP") return [];
      return [find(message, calledPartyNumber)?.digits ?? ""];
    });
  }

  /** What goes to that gateway on the trunk between them is lost from now on. */
  deaf(side: Side): this {
    this.#deaf.add(side);
    return this;
  }

  /**
   * What that cluster tells of its next calls from the trunk, in a FACILITY behind CALL PROCEEDING: that they are
   * diverted (ECMA-174). Its own SETUP handling decides where they really go.
   */
  tells(side: Side, ...ies: readonly InformationElement[]): this {
    this.#tells.set(side, ies);
    return this;
  }

  give(side: Side, input: Input): void {
    this.#queue.push({ side, input });
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      this.#handle(this.#sites[next.side], next.input);
    }
    this.#busy = false;
  }

  pass(ms: number): this {
    const end = this.now + ms;
    for (;;) {
      const due = (["west", "east"] as const)
        .map((side) => ({ side, at: this.#sites[side].core.nextTimeout() ?? Number.POSITIVE_INFINITY }))
        .sort((a, b) => a.at - b.at)[0];
      if (due === undefined || due.at > end) break;
      this.now = Math.max(this.now, due.at);
      this.give(due.side, { type: "timeout" });
    }
    this.now = end;
    return this;
  }

  #of(number: string): Site {
    return this.#sites[number.startsWith("1") ? "west" : "east"];
  }

  #site(side: Side, options: WorldOptions): Site {
    const busyTrigger = triggerOf(side, options);
    const digit = side === "west" ? "1" : "2";
    const plan = options.numberingPlan === undefined ? {} : { numberingPlan: options.numberingPlan };
    const phones = [1, 2, 3].map((n) => ({ number: `${digit}00${n}`, name: `User ${digit}${n}`, ...plan }));
    return {
      side,
      core: createPinx(),
      // 77 and a number is that phone itself (S-50).
      cluster: new DemoCluster(side, phones, busyTrigger, "77"),
      channel: undefined,
      watched: new Set(),
      requests: new Map(),
      overlays: new Map(),
      aliases: new Map(),
    };
  }

  #handle(site: Site, input: Input): void {
    site.core.handle(input, this.now);
    for (let output = site.core.poll(); output !== undefined; output = site.core.poll()) this.#take(site, output);
    this.#drain(site);
  }

  #take(site: Site, output: Output): void {
    switch (output.type) {
      case "trace":
        this.entries.push({ side: site.side, entry: output.entry });
        break;
      case "save":
        if (output.record === null) site.requests.delete(output.request);
        else site.requests.set(output.request, output.record);
        break;
      case "watch":
        site.watched.add(numberOf(output.line));
        this.#report(site, numberOf(output.line));
        break;
      case "unwatch":
        site.watched.delete(numberOf(output.line));
        break;
      case "notify":
        this.#done(site, output.id, site.cluster.show(numberOf(output.user), output.screen, output.sound));
        break;
      case "placeCall":
        this.#done(site, output.id, site.cluster.act(numberOf(output.user), { action: "dial", to: output.to }));
        break;
      case "open":
        this.#open(site, output.trunk as Side, output.channel);
        break;
      case "send":
        this.#carry(site, output.trunk as Side, output.channel, output.pdu);
        break;
      case "close":
        this.#close(site, output.trunk as Side, output.channel, output.reason);
        break;
      default:
        output satisfies never;
    }
  }

  #done(site: Site, of: number, refusal: string | undefined): void {
    const answer = refusal === undefined ? { ok: true } : { ok: false, reason: refusal };
    this.give(site.side, { type: "done", of, ...answer });
  }

  #open(site: Site, trunk: Side, channel: Channel): void {
    if (trunk === site.side) {
      site.channel = channel;
      site.cluster.trunk(true);
      return this.give(site.side, { type: "opened", trunk, channel, by: "us" });
    }
    this.#accepted += 1;
    const far = `in-${this.#accepted}`;
    this.#pairs.set(`${site.side}/${channel}`, far).set(`${trunk}/${far}`, channel);
    this.give(trunk, { type: "opened", trunk: site.side, channel: far, by: "peer" });
    this.give(site.side, { type: "opened", trunk, channel, by: "us" });
  }

  #carry(site: Site, trunk: Side, channel: Channel, pdu: Pdu): void {
    if (trunk === site.side) {
      if ("octets" in pdu) site.cluster.receive(pdu.octets);
      return;
    }
    const far = this.#pairs.get(`${site.side}/${channel}`);
    if (far !== undefined && !this.#deaf.has(trunk))
      this.give(trunk, { type: "received", trunk: site.side, channel: far, pdu });
  }

  #close(site: Site, trunk: Side, channel: Channel, reason: string): void {
    if (trunk === site.side) return;
    const far = this.#pairs.get(`${site.side}/${channel}`);
    this.#pairs.delete(`${site.side}/${channel}`);
    this.give(site.side, { type: "closed", trunk, channel, reason });
    if (far === undefined || !this.#pairs.delete(`${trunk}/${far}`)) return;
    this.give(trunk, { type: "closed", trunk: site.side, channel: far, reason });
  }

  #settle(): void {
    for (const site of Object.values(this.#sites)) this.#drain(site);
  }

  #drain(site: Site): void {
    for (let output = site.cluster.poll(); output !== undefined; output = site.cluster.poll()) {
      if (output.type === "phone") this.#report(site, output.number);
      else if (output.type === "press") {
        this.give(site.side, { type: "user", user: `${site.side}/${output.number}`, press: output.press });
      } else if (output.type === "failed") {
        const { number, to, cause, alerted } = output;
        this.give(site.side, { type: "callFailed", call: { line: `${site.side}/${number}`, to, cause, alerted } });
      } else if (site.channel !== undefined) {
        this.#said(site, site.channel, output.octets);
      }
    }
  }

  #said(site: Site, channel: Channel, octets: Uint8Array): void {
    const say = (said: Uint8Array) => {
      const pdu: Pdu = { carrier: "qsig", octets: said };
      this.give(site.side, { type: "received", trunk: site.side, channel, pdu });
    };
    say(octets);
    const message = decodeMessage(octets);
    const ies = this.#tells.get(site.side);
    if (message instanceof DecodeError || message.message !== "CALL PROCEEDING" || ies === undefined) return;
    say(encodeMessage(message.callReference, { message: "FACILITY", ies }));
  }

  #report(site: Site, number: string): void {
    const names = [number, ...[...site.aliases].filter(([, to]) => to === number).map(([name]) => name)];
    for (const name of names.filter((each) => site.watched.has(each))) {
      const seen = site.cluster.snapshot(site.aliases.get(name) ?? name);
      const snapshot = typeof seen === "string" ? seen : { ...seen, ...site.overlays.get(name) };
      this.give(site.side, { type: "line", line: `${site.side}/${name}`, snapshot });
    }
  }
}

function numberOf(key: string): string {
  return key.slice(key.indexOf("/") + 1);
}

function word(component: Component): string {
  switch (component.component) {
    case "invoke":
      return component.operation ?? String(component.code);
    case "returnResult":
      return `result ${component.operation ?? ""}`.trim();
    case "returnError":
      return `error ${component.error ?? component.code}`;
    default:
      return component.component;
  }
}

/** 2001 talks to 2002, 1001 has called 2001 and hears busy tone. */
export function metBusy(world = new World()): World {
  return world.talk("2002", "2001").dial("1001", "2001");
}

/** 1001 has asked for call back on a busy 2001. */
export function activated(options?: WorldOptions): World {
  return metBusy(new World(options)).callBack("1001");
}

/** As `activated`, and 2001 has become available. */
export function available(options?: WorldOptions): World {
  return activated(options).hangUp("2001").pass(2_000);
}
