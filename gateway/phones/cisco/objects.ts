import type { Screen, SoftKey } from "../../../src/users/screen.ts";
import { child, children, escapeXml, readXml, XmlError } from "../../xml.ts";

/** An object may be pushed with this many octets: Cisco on SendExecute, Unified Application Designer 8.0. */
export const pushedOctets = 512;

/** Where the keys stand: those of the 79xx series, and those of all others (systems 5.2). */
const positions = {
  "79xx": { Dial: 1, Cancel: 2, Exit: 3 },
  other: { Exit: 1, Cancel: 2, Dial: 3 },
} as const satisfies Record<string, Record<SoftKey, number>>;

export interface Key {
  readonly name: string;
  readonly url: string;
  readonly position: number;
}

export function positionOf(model: string, key: SoftKey): number {
  return positions[/^79\d\d/.test(model) ? "79xx" : "other"][key];
}

/** CiscoIPPhoneText: any key defined takes the default ones away. */
export function textObject({ lines }: Pick<Screen, "lines">, keys: readonly Key[]): string {
  return object("CiscoIPPhoneText", [
    element("Title", "CallBack"),
    element("Prompt", ""),
    element("Text", lines.join("\r\n")),
    ...keys.map(softKey),
  ]);
}

export interface MenuItem {
  readonly name: string;
  readonly url: string;
}

/** CiscoIPPhoneMenu, with the keys that a phone gives every menu. */
export function menuObject(items: readonly MenuItem[]): string {
  const rows = items.map(({ name, url }) => `<MenuItem>${element("Name", name)}${element("URL", url)}</MenuItem>`);
  return object("CiscoIPPhoneMenu", [element("Title", "CallBack"), element("Prompt", ""), ...rows]);
}

/** Asks for one telephone number (input flag T), which comes as the parameter `to` of the URL. */
export function numberObject(label: string, url: string): string {
  const item = [
    element("DisplayName", label),
    element("QueryStringParam", "to"),
    element("InputFlags", "T"),
    element("DefaultValue", ""),
  ].join("");
  return object("CiscoIPPhoneInput", [
    element("Title", "CallBack"),
    element("Prompt", ""),
    element("URL", url),
    `<InputItem>${item}</InputItem>`,
  ]);
}

/** CiscoIPPhoneExecute with at most three items, all at once (priority 0). */
export function executeObject(urls: readonly string[]): string {
  const items = urls.map((url) => `<ExecuteItem Priority="0" URL="${escapeXml(url)}"/>`);
  return `<CiscoIPPhoneExecute>${items.join("")}</CiscoIPPhoneExecute>`;
}

function object(name: string, parts: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name}>${parts.join("")}</${name}>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function softKey({ name, url, position }: Key): string {
  const parts = [element("Name", name), element("URL", url), element("Position", String(position))];
  return `<SoftKeyItem>${parts.join("")}</SoftKeyItem>`;
}

/** What a phone said to an execute. `again`: whether to try the same once more makes sense. */
export type PhoneAnswer =
  /** `silent`: the screen is there, the sound was not played. */
  | { readonly ok: true; readonly silent?: boolean }
  | { readonly ok: false; readonly reason: string; readonly again: boolean };

/** CiscoIPPhoneError, by number (systems 5.1). Only what the phone itself could not do may go better next time. */
const errors: Readonly<Record<string, { readonly reason: string; readonly again: boolean }>> = {
  "1": { reason: "the phone could not read the object (error 1)", again: false },
  "2": { reason: "the phone could not write its answer (error 2)", again: true },
  "3": { reason: "the phone had an internal file error (error 3)", again: true },
  "4": {
    reason: "the phone refused user and password (error 4): give those the phone is controlled by",
    again: false,
  },
};

/**
 * Reads CiscoIPPhoneResponse or CiscoIPPhoneError. The items stand in any order; one that failed fails all, but a sound
 * that did not play leaves the screen there.
 */
export function readAnswer(octets: Uint8Array): PhoneAnswer {
  const root = readXml(octets);
  if (root instanceof XmlError)
    return { ok: false, reason: `the phone answered what is no XML: ${root.message}`, again: true };
  if (root.name === "CiscoIPPhoneError") {
    const number = root.attributes.get("Number") ?? child(root, "Number")?.text ?? "";
    return { ok: false, ...(errors[number] ?? { reason: `the phone answered error ${number}`, again: true }) };
  }
  if (root.name !== "CiscoIPPhoneResponse") {
    return { ok: false, reason: `the phone answered with the object ${root.name}`, again: false };
  }
  const all = children(root, "ResponseItem").filter(({ attributes }) => attributes.get("Status") !== "0");
  const failed = all.find(({ attributes }) => attributes.get("URL")?.startsWith("Play:") !== true);
  if (failed === undefined) return { ok: true, silent: all.length > 0 };
  const status = failed.attributes.get("Status") ?? "";
  return { ok: false, reason: `the phone did not do an item (status ${status})`, again: true };
}
