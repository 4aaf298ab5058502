import type { DialogDocument, RegistrationDocument } from "../../../src/lines/dialog-documents.ts";
import type { LineDialog } from "../../../src/lines/line.ts";
import { child, children, readXml, type XmlElement, XmlError } from "../../xml.ts";

/** What one NOTIFY may say. */
export const sipDocumentLimits = { entries: 64, text: 256 } as const;

const namespaces = {
  "dialog-info": "urn:ietf:params:xml:ns:dialog-info",
  reginfo: "urn:ietf:params:xml:ns:reginfo",
  presence: "urn:ietf:params:xml:ns:pidf",
} as const;

/** Presence as far as a line shows in it. */
export interface PresenceDocument {
  readonly isOpen: boolean;
  /** It is in a call, which may only ring: PIDF does not tell. */
  readonly isInCall: boolean;
}

/** `application/dialog-info+xml`, RFC 4235 4. */
export function readDialogInfo(octets: Uint8Array): DialogDocument | XmlError {
  return read(octets, "dialog-info", (root) => ({
    ...versioned(root),
    dialogs: entriesOf(root, "dialog").map((dialog) => ({
      key: attribute(dialog, "id"),
      dialog: readDialog(dialog),
    })),
  }));
}

/** `application/reginfo+xml`, RFC 3680 5. */
export function readRegInfo(octets: Uint8Array): RegistrationDocument | XmlError {
  return read(octets, "reginfo", (root) => ({
    ...versioned(root),
    contacts: entriesOf(root, "registration").flatMap((registration) =>
      entriesOf(registration, "contact").map((contact) => readContact(registration, contact)),
    ),
  }));
}

/** `application/pidf+xml`, RFC 3863, with the activities of RFC 4480. */
export function readPresence(octets: Uint8Array): PresenceDocument | XmlError {
  return read(octets, "presence", (root) => {
    const isOpen = entriesOf(root, "tuple").some((tuple) => {
      const status = child(tuple, "status");
      return status !== undefined && child(status, "basic")?.text === "open";
    });
    const activities = everything(root).filter(({ name }) => name === "activities");
    const names = activities.flatMap((element) => element.children.map(({ name }) => name));
    return { isOpen, isInCall: names.includes("on-the-phone") };
  });
}

function read<Document>(
  octets: Uint8Array,
  name: keyof typeof namespaces,
  make: (root: XmlElement) => Document,
): Document | XmlError {
  const root = readXml(octets);
  if (root instanceof XmlError) return root;
  if (root.name !== name || root.namespace !== namespaces[name]) return new XmlError(`the XML is no ${name}`);
  try {
    return make(root);
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
}

function versioned(root: XmlElement): { readonly version: number; readonly state: "full" | "partial" } {
  const version = attribute(root, "version");
  const state = attribute(root, "state");
  if (!/^\d{1,10}$/.test(version)) throw new XmlError("the XML has a version that is no number");
  if (state !== "full" && state !== "partial") throw new XmlError("the XML is neither full nor partial");
  return { version: Number(version), state };
}

const dialogStates: readonly LineDialog["state"][] = ["trying", "proceeding", "early", "confirmed"];

function readDialog(dialog: XmlElement): LineDialog | undefined {
  const word = child(dialog, "state")?.text.toLowerCase();
  if (word === "terminated") return undefined;
  const state = dialogStates.find((known) => known === word);
  if (state === undefined) throw new XmlError("a dialog has no state, or one that is none");
  const remote = child(dialog, "remote");
  const identity = remote === undefined ? undefined : child(remote, "identity")?.text;
  const number = identity === undefined ? undefined : userOf(identity);
  return {
    id: dialog.attributes.get("call-id") ?? attribute(dialog, "id"),
    // Optional (RFC 4235 4.1.2). A called line that says nothing rings until it is confirmed.
    direction: dialog.attributes.get("direction") === "initiator" ? "initiator" : "recipient",
    state,
    ...(number === undefined ? {} : { remote: number }),
  };
}

function readContact(registration: XmlElement, contact: XmlElement): RegistrationDocument["contacts"][number] {
  const event = attribute(contact, "event");
  return {
    key: `${attribute(registration, "id")}/${attribute(contact, "id")}`,
    callId: contact.attributes.get("callid") ?? "",
    isActive: attribute(contact, "state") === "active",
    isNew: event === "created" || event === "registered",
  };
}

/** The user part of a sip, sips or tel URI, as digits of the cluster. */
export function userOf(uri: string): string | undefined {
  const [, sip, tel] = /^<?(?:sips?:([^@;?>]+)@|tel:([^;?>]+))/i.exec(uri.trim()) ?? [];
  const text = sip ?? tel;
  return text !== undefined && /^\+?[0-9*#]{1,32}$/.test(text) ? text.replace("+", "") : undefined;
}

function attribute(element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined || value === "" || value.length > sipDocumentLimits.text) {
    throw new XmlError(`an XML element ${element.name} has no ${name}, or too long a one`);
  }
  return value;
}

function entriesOf(element: XmlElement, name: string): readonly XmlElement[] {
  const all = children(element, name);
  if (all.length <= sipDocumentLimits.entries) return all;
  throw new XmlError(`the XML has more than ${sipDocumentLimits.entries} elements ${name}`);
}

function everything(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(everything)];
}
