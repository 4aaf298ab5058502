import type { ElementCodec } from "./element.ts";
import { hasValueInside } from "./element.ts";
import { bearerCapability } from "./ie/bearer-capability.ts";
import { callState } from "./ie/call-state.ts";
import { calledPartyNumber } from "./ie/called-party-number.ts";
import { calledPartySubaddress } from "./ie/called-party-subaddress.ts";
import { callingPartyNumber } from "./ie/calling-party-number.ts";
import { callingPartySubaddress } from "./ie/calling-party-subaddress.ts";
import { cause } from "./ie/cause.ts";
import { channelIdentification } from "./ie/channel-identification.ts";
import { congestionLevel } from "./ie/congestion-level.ts";
import { connectedNumber } from "./ie/connected-number.ts";
import { connectedSubaddress } from "./ie/connected-subaddress.ts";
import { dateTime } from "./ie/date-time.ts";
import { display } from "./ie/display.ts";
import { facility } from "./ie/facility.ts";
import { highLayerCompatibility } from "./ie/high-layer-compatibility.ts";
import { keypadFacility } from "./ie/keypad-facility.ts";
import { lowLayerCompatibility } from "./ie/low-layer-compatibility.ts";
import { moreData } from "./ie/more-data.ts";
import { notificationIndicator } from "./ie/notification-indicator.ts";
import { partyCategory } from "./ie/party-category.ts";
import { progressIndicator } from "./ie/progress-indicator.ts";
import { redirectingNumber } from "./ie/redirecting-number.ts";
import { redirectionNumber } from "./ie/redirection-number.ts";
import { repeatIndicator } from "./ie/repeat-indicator.ts";
import { restartIndicator } from "./ie/restart-indicator.ts";
import { segmentedMessage } from "./ie/segmented-message.ts";
import { sendingComplete } from "./ie/sending-complete.ts";
import { shift } from "./ie/shift.ts";
import { signal } from "./ie/signal.ts";
import { transitCounter } from "./ie/transit-counter.ts";
import { userUser } from "./ie/user-user.ts";

/** What a table of many kinds can say of one: its value is known to its own codec only. */
export type AnyElementCodec = ElementCodec<unknown>;

/** ONE table: every information element we read, by codeset and identifier. */
export const elementCodecs = [
  segmentedMessage,
  bearerCapability,
  cause,
  callState,
  channelIdentification,
  facility,
  progressIndicator,
  notificationIndicator,
  display,
  dateTime,
  keypadFacility,
  signal,
  connectedNumber,
  connectedSubaddress,
  callingPartyNumber,
  callingPartySubaddress,
  calledPartyNumber,
  calledPartySubaddress,
  redirectingNumber,
  redirectionNumber,
  restartIndicator,
  lowLayerCompatibility,
  highLayerCompatibility,
  userUser,
  shift,
  moreData,
  sendingComplete,
  congestionLevel,
  repeatIndicator,
  transitCounter,
  partyCategory,
] as const satisfies readonly AnyElementCodec[];

/** Elements that pass through us unread, named for people only (Q.931 table 4-3, Q.932, Q.951). */
const namesOnly: Readonly<Record<number, string>> = {
  0x0d: "Extended facility",
  0x10: "Call identity",
  0x20: "Network-specific facilities",
  0x2a: "Endpoint identifier / terminal capabilities",
  0x32: "Information request",
  0x36: "Switchhook",
  0x38: "Feature activation",
  0x39: "Feature indication",
  0x3a: "Service profile identification",
  0x3b: "Endpoint identifier",
  0x40: "Information rate",
  0x42: "End-to-end transit delay",
  0x43: "Transit delay selection and indication",
  0x44: "Packet layer binary parameters",
  0x45: "Packet layer window size",
  0x46: "Packet size",
  0x47: "Closed user group",
  0x4a: "Reverse charging indication",
  0x73: "Redirection subaddress",
  0x78: "Transit network selection",
  0x7f: "Escape for extension",
};

/** Codesets that a shift can name (Q.931 4.5.2). */
const codesets = 8;

const byCodeset: readonly (AnyElementCodec | undefined)[][] = Array.from({ length: codesets }, () => []);
for (const codec of elementCodecs) {
  for (const [codeset, row] of byCodeset.entries()) {
    if (codeset === codec.codeset || codec.id === shift.id) row[codec.id] = codec;
  }
}

/** The codec of an element, or undefined when we pass it unread. */
export function codecOf(codeset: number, id: number): AnyElementCodec | undefined {
  return byCodeset[codeset]?.[id];
}

/** The standard's name of an element, or null. */
export function elementName(codeset: number, id: number): string | null {
  return codecOf(codeset, id)?.name ?? (codeset === 0 ? (namesOnly[id] ?? null) : null);
}

/** The identifier in the first octet of an element: a single-octet element with a value keeps its upper half only. */
export function identifierOf(octet: number): number {
  return hasValueInside(octet) ? octet & 0xf0 : octet;
}
