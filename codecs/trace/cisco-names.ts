import { type MessageName, messageTypes } from "../q931/messages.ts";

/** ONE table: what IOS calls the messages whose name is not the standard's with underscores. */
const shortNames: Readonly<Record<string, MessageName>> = {
  SETUP_ACK: "SETUP ACKNOWLEDGE",
  CALL_PROC: "CALL PROCEEDING",
  CONNECT_ACK: "CONNECT ACKNOWLEDGE",
  RELEASE_COMP: "RELEASE COMPLETE",
  RESTART_ACK: "RESTART ACKNOWLEDGE",
  STATUS_ENQ: "STATUS ENQUIRY",
  USER_INFO: "USER INFORMATION",
  HOLD_ACK: "HOLD ACKNOWLEDGE",
  HOLD_REJ: "HOLD REJECT",
  RETRIEVE_ACK: "RETRIEVE ACKNOWLEDGE",
  RETRIEVE_REJ: "RETRIEVE REJECT",
};

/** The type octet of a message by the name IOS gives it. */
export function ciscoMessageType(name: string): number | undefined {
  const standard = shortNames[name] ?? name.replaceAll("_", " ");
  return Object.hasOwn(messageTypes, standard) ? messageTypes[standard as MessageName] : undefined;
}

/** ONE table: what IOS calls the elements, with their identifiers in codeset 0. */
const elementIds: Readonly<Record<string, number>> = {
  "Bearer Capability": 0x04,
  Cause: 0x08,
  "Call State": 0x14,
  "Channel ID": 0x18,
  Facility: 0x1c,
  "Progress Ind": 0x1e,
  "Notification Ind": 0x27,
  Display: 0x28,
  "Date/Time": 0x29,
  "Keypad Facility": 0x2c,
  Signal: 0x34,
  "Connected Number": 0x4c,
  "Connected Party Number": 0x4c,
  "Calling Party Number": 0x6c,
  "Calling Party SubAddr": 0x6d,
  "Called Party Number": 0x70,
  "Called Party SubAddr": 0x71,
  "Redirecting Number": 0x74,
  "Restart Ind": 0x79,
  "Low Layer Compat": 0x7c,
  "High Layer Compat": 0x7d,
  "User-User": 0x7e,
};

/** Longest first: "Keypad Facility" is no "Facility". */
const names = Object.entries(elementIds).toSorted(([left], [right]) => right.length - left.length);

/** The identifier of the element whose name ends these words: a paste may run what stood before into them. */
export function ciscoElementId(words: string): number | undefined {
  return names.find(([name]) => words === name || words.endsWith(` ${name}`))?.[1];
}
