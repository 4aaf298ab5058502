import type { URI } from "sip.js/lib/core/index.js";
import {
  type DialogDocuments,
  orderOf,
  type RegistrationDocuments,
  takeDialogs,
  takeRegistrations,
} from "../../../src/lines/dialog-documents.ts";
import type { LineDialog, LineReport } from "../../../src/lines/line.ts";
import { type LineState, replaced, snapshotOf, unknownLine } from "../../../src/lines/line-state.ts";
import type { SipUserAgent } from "../../sip/user-agent.ts";
import { XmlError } from "../../xml.ts";
import { readDialogInfo, readPresence, readRegInfo } from "./documents.ts";
import type { Pacer } from "./pacer.ts";
import { type Failure, type Package, Subscription, type SubscriptionTimes } from "./subscription.ts";

export type PackageName = "dialog" | "presence" | "reg";

const packages: { readonly [Name in PackageName]: Package } = {
  // RFC 4235, RFC 3680, RFC 3856.
  dialog: { event: "dialog", accept: "application/dialog-info+xml" },
  reg: { event: "reg", accept: "application/reginfo+xml" },
  presence: { event: "presence", accept: "application/pidf+xml" },
};

export interface SipLinePort {
  readonly agent: SipUserAgent;
  readonly pacer: Pacer;
  readonly times: SubscriptionTimes;
  readonly expiresS: number;
  readonly from: URI;
  readonly target: URI;
  readonly packages: readonly PackageName[];
  report(report: LineReport): void;
  warn(text: string): void;
}

/** The call that presence shows: nobody says which, nor whether it only rings. */
const someCall: LineDialog = { id: "presence", direction: "initiator", state: "confirmed" };

/** One watched line: a subscription a package, and what they say put together. */
export class SipLine {
  readonly #port: SipLinePort;
  readonly #subscriptions = new Map<PackageName, Subscription>();
  /** Packages whose state is known now. */
  readonly #known = new Set<PackageName>();
  #line: LineState = unknownLine;
  #dialogs: DialogDocuments | undefined;
  #registrations: RegistrationDocuments | undefined;
  #said = "";

  constructor(port: SipLinePort) {
    this.#port = port;
    for (const name of port.packages) {
      const { agent, from, target, expiresS, pacer, times } = port;
      const subscription = new Subscription({
        ...{ agent, from, target, expiresS, pacer, times, package: packages[name] },
        document: (octets) => this.#document(name, octets),
        failed: (failure, reason) => this.#failed(name, failure, reason),
      });
      this.#subscriptions.set(name, subscription);
    }
  }

  start(): void {
    for (const subscription of this.#subscriptions.values()) subscription.start();
  }

  /** The connection is gone. */
  lose(): void {
    for (const subscription of this.#subscriptions.values()) subscription.drop();
    this.#forget(this.#port.packages);
    this.#report("lost");
  }

  stop(): void {
    for (const subscription of this.#subscriptions.values()) subscription.stop();
  }

  /** False where only a full document will do. */
  #document(name: PackageName, octets: Uint8Array): boolean {
    const fault = this.#take(name, octets);
    if (fault instanceof XmlError) this.#port.warn(`a NOTIFY of package ${name} is passed over: ${fault.message}`);
    if (fault === "old") return true;
    if (fault !== undefined) {
      // Nothing is concluded from a gap, and nothing from what cannot be read.
      this.#forget([name]);
      this.#report("lost");
      return false;
    }
    this.#isKnown(name);
    return true;
  }

  #isKnown(name: PackageName): void {
    this.#known.add(name);
    if (this.#port.packages.every((each) => this.#known.has(each))) this.#report(snapshotOf(this.#line));
  }

  #take(name: PackageName, octets: Uint8Array): XmlError | "old" | "gap" | undefined {
    if (name === "presence") return this.#takePresence(octets);
    if (name === "dialog") {
      const document = readDialogInfo(octets);
      if (document instanceof XmlError) return document;
      const order = orderOf(this.#dialogs, document);
      if (order !== "next") return order;
      ({ line: this.#line, documents: this.#dialogs } = takeDialogs(this.#line, this.#dialogs, document));
      return undefined;
    }
    const document = readRegInfo(octets);
    if (document instanceof XmlError) return document;
    const order = orderOf(this.#registrations, document);
    if (order !== "next") return order;
    const taken = takeRegistrations(this.#line, this.#registrations, document, this.#dialogs);
    ({ line: this.#line, documents: this.#registrations } = taken);
    return undefined;
  }

  #takePresence(octets: Uint8Array): XmlError | undefined {
    const document = readPresence(octets);
    if (document instanceof XmlError) return document;
    const calls = new Map(document.isInCall ? [[someCall.id, someCall]] : []);
    const { canDetectUse: _, ...rest } = this.#line;
    // Whether the phone is there is known better where the package reg says it.
    const registered = this.#port.packages.includes("reg") ? rest.registered : document.isOpen ? "yes" : "no";
    this.#line = replaced(this.#line, { ...rest, registered, calls, canDetectUse: false });
    return undefined;
  }

  #failed(name: PackageName, failure: Failure, reason: string): void {
    this.#forget([name]);
    if (failure !== "absent") this.#port.warn(reason);
    if (name === "reg" && failure !== "lost") return this.#withoutRegistrations();
    this.#report(failure === "absent" ? "absent" : "lost");
  }

  /**
   * Resets are not seen, all else is. It is not asked for again while the line is watched: a registration that came to
   * be known later would look like a reset.
   */
  #withoutRegistrations(): void {
    this.#subscriptions.get("reg")?.drop();
    this.#isKnown("reg");
  }

  #forget(names: readonly PackageName[]): void {
    for (const name of names) {
      this.#known.delete(name);
      if (name === "dialog") this.#dialogs = undefined;
      if (name === "reg") this.#registrations = undefined;
    }
  }

  #report(report: LineReport): void {
    const now = JSON.stringify(report);
    if (now !== this.#said) this.#port.report(report);
    this.#said = now;
  }
}
