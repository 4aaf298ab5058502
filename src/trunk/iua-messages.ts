import {
  encodeIua,
  type IuaMessage,
  type IuaMessageName,
  type IuaParameter,
  iuaTags,
  parameterOf,
} from "../../codecs/iua/index.ts";
import type { AsStatus } from "./iua-tables.ts";

/** A D-channel as both sides call it: a number, or a text (RFC 4233 3.2). */
export type InterfaceIdentifier = number | string;

/** SAPI 0, TEI 0: the data link of a primary rate D-channel (RFC 4233 3.2, DLCI; transports 3.1). */
const primaryRateDlci = Uint8Array.of(0, 1, 0, 0);

/** RFC 4233 3.3.2.1. */
export const errorCodes = { invalidInterfaceIdentifier: 2, unsupportedTrafficMode: 5, unexpectedMessage: 6 } as const;

/** RFC 4233 3.3.1.8: why a data link was released. */
const releaseReasons = ["management", "physical layer", "DM received", "another reason"] as const;

/** RFC 4233 3.3.2.3: status type 1 is the state of the application server, 2 something else. */
const statuses: { readonly [status in Exclude<AsStatus, "other">]: readonly [type: number, id: number] } = {
  inactive: [1, 2],
  active: [1, 3],
  pending: [1, 4],
  alternateAspActive: [2, 2],
};

const overrideMode = 1;

const word = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
const words = (one: number, other: number): Uint8Array => Uint8Array.of(one >> 8, one, other >> 8, other);

export function interfaceParameter(identifier: InterfaceIdentifier): IuaParameter {
  return typeof identifier === "number"
    ? { tag: iuaTags.interfaceIdentifier, value: word(identifier) }
    : { tag: iuaTags.interfaceIdentifierText, value: Uint8Array.from(identifier, (each) => each.charCodeAt(0)) };
}

/** The interface identifiers that a message names, in order; ranges stay out: nobody here sends them. */
export function interfacesOf({ parameters }: IuaMessage): readonly InterfaceIdentifier[] {
  return parameters.flatMap(({ tag, value }): InterfaceIdentifier[] => {
    if (tag === iuaTags.interfaceIdentifierText) return [String.fromCharCode(...value)];
    if (tag !== iuaTags.interfaceIdentifier) return [];
    const numbers: number[] = [];
    for (let at = 0; at + 4 <= value.length; at += 4) numbers.push(numberAt(value, at, 4));
    return numbers;
  });
}

/** A message of the data link of one interface. */
export function linkMessage(
  name: IuaMessageName,
  identifier: InterfaceIdentifier,
  more: readonly IuaParameter[] = [],
): Uint8Array {
  return encodeIua(name, [interfaceParameter(identifier), { tag: iuaTags.dlci, value: primaryRateDlci }, ...more]);
}

export function dataMessage(name: IuaMessageName, identifier: InterfaceIdentifier, octets: Uint8Array): Uint8Array {
  return linkMessage(name, identifier, [{ tag: iuaTags.protocolData, value: octets }]);
}

export function aspUp(aspIdentifier: number | undefined): Uint8Array {
  return encodeIua(
    "ASPUP",
    aspIdentifier === undefined ? [] : [{ tag: iuaTags.aspIdentifier, value: word(aspIdentifier) }],
  );
}

/** ASPAC and its answer, for these interfaces, in override mode. */
export function active(name: "ASPAC" | "ASPAC ACK", identifiers: readonly InterfaceIdentifier[]): Uint8Array {
  return encodeIua(name, [
    { tag: iuaTags.trafficMode, value: word(overrideMode) },
    ...identifiers.map(interfaceParameter),
  ]);
}

export function notification(
  status: Exclude<AsStatus, "other">,
  identifiers: readonly InterfaceIdentifier[],
): Uint8Array {
  return encodeIua("NTFY", [
    { tag: iuaTags.status, value: words(...statuses[status]) },
    ...identifiers.map(interfaceParameter),
  ]);
}

export function errorMessage(
  code: keyof typeof errorCodes,
  identifiers: readonly InterfaceIdentifier[] = [],
): Uint8Array {
  const { [code]: value } = errorCodes;
  return encodeIua("ERR", [{ tag: iuaTags.errorCode, value: word(value) }, ...identifiers.map(interfaceParameter)]);
}

/** BEAT, or its answer with what it carried. */
export function heartbeat(name: "BEAT" | "BEAT ACK", data: Uint8Array): Uint8Array {
  return encodeIua(name, [{ tag: iuaTags.heartbeatData, value: data }]);
}

/** What a NTFY says. */
export function statusOf(message: IuaMessage): AsStatus {
  const value = parameterOf(message, "status") ?? new Uint8Array(0);
  const [type, id] = [numberAt(value, 0, 2), numberAt(value, 2, 2)];
  for (const [name, [ofType, ofId]] of Object.entries(statuses)) {
    if (type === ofType && id === ofId) return name as AsStatus;
  }
  return "other";
}

/** The code of an ERR; -1 where it has none. */
export function errorCodeOf(message: IuaMessage): number {
  const value = parameterOf(message, "errorCode");
  return value === undefined ? -1 : numberAt(value, 0, 4);
}

/** In words, for the timeline. */
export function releaseReasonOf(message: IuaMessage): string {
  const value = parameterOf(message, "releaseReason");
  const reason = value === undefined ? undefined : releaseReasons[numberAt(value, 0, 4)];
  return `the peer released the data link: ${reason ?? "no reason given"}`;
}

function numberAt(octets: Uint8Array, at: number, count: number): number {
  return octets.subarray(at, at + count).reduce((value, octet) => value * 256 + octet, 0);
}
