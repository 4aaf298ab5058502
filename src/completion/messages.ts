import type { Dialect } from "../../codecs/dialect.ts";
import { isoDialect } from "../../codecs/dialect.ts";
import type { Interpretation } from "../../codecs/facility/facility.ts";
import { facilityOf } from "../../codecs/facility/encode.ts";
import type { CcOptionalArg, CcOptionalArgFullArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { cisBearerCapability, cisChannelIdentification } from "../../codecs/q931/call-independent.ts";
import { element } from "../../codecs/q931/element.ts";
import { bearerCapability } from "../../codecs/q931/ie/bearer-capability.ts";
import { channelIdentification } from "../../codecs/q931/ie/channel-identification.ts";
import { facilityElement } from "../../codecs/q931/ie/facility.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import type { Component } from "../../codecs/rose/component.ts";
import { invoke } from "../../codecs/rose/make.ts";
import type { OperationName } from "../../codecs/rose/operations.ts";
import type { NeighbourConfig } from "../config.ts";

/** The form of the APDUs we originate on a trunk: end PINX to end PINX, no addresses (R17), as the peer wants them. */
export function dialectOf(neighbour: NeighbourConfig | undefined): Dialect {
  if (neighbour === undefined) return isoDialect;
  const known = dialects.get(neighbour);
  if (known !== undefined) return known;
  const { profile, opCoding, trueOctet } = neighbour.callCompletion.peer;
  const dialect: Dialect = { ...isoDialect, profile, opCoding, trueOctet: trueOctet === 0x01 ? 0x01 : 0xff };
  dialects.set(neighbour, dialect);
  return dialect;
}

const dialects = new WeakMap<NeighbourConfig, Dialect>();

const clear: Interpretation = "clearCallIfAnyInvokePduNotRecognised";
const discard: Interpretation = "discardAnyUnrecognisedInvokePdu";

/** ONE table: what a peer that does not know the operation is to do (CC 2.2 [RUN], R27). */
const interpretations: { readonly [Name in OperationName]?: Interpretation } = {
  ccbsRequest: clear, // [RUN]: a connection that nobody understands must not stay up
  ccnrRequest: clear, // [RUN]
  ccExecPossible: clear, // R27
  ccCancel: clear, // [RUN]
  ccPathReserve: clear, // [INF] CC 2.2: the call must not go on as an ordinary one
  ccRingout: discard, // [RUN]: the call goes on as an ordinary one
  ccSuspend: discard, // [RUN]
  ccResume: discard, // [RUN]
};

/** One Facility element with one component. Of a response the interpretation is irrelevant: discard (CC 2.2 [RUN]). */
export function apdu(component: Component, dialect: Dialect): InformationElement {
  const operation = component.component === "invoke" ? component.operation : null;
  const interpretation = (operation === null ? undefined : interpretations[operation]) ?? discard;
  return facilityElement(facilityOf([component], dialect, interpretation), dialect);
}

/** An operation with nothing to say: NULL, never absent (CC 0.3.2). */
export function bareInvoke(
  operation: "ccSuspend" | "ccResume" | "ccRingout" | "ccPathReserve",
  invokeId: number,
  dialect: Dialect,
): InformationElement {
  return apdu(invoke(operation, invokeId, { none: null }), dialect);
}

/** extArg where a connection of the service carries it, fullArg where it opens one (CC 6.1). */
export function serviceInvoke(
  operation: "ccCancel" | "ccExecPossible",
  invokeId: number,
  full: CcOptionalArgFullArg | undefined,
  dialect: Dialect,
): InformationElement {
  const argument: CcOptionalArg = full === undefined ? { extArg: { none: null } } : { fullArg: full };
  return apdu(invoke(operation, invokeId, argument), dialect);
}

const cisHead = [
  element(bearerCapability, cisBearerCapability),
  element(channelIdentification, cisChannelIdentification),
] as const;

/** The elements of a CIS SETUP in the order of the wire: no bearer, the APDU, who calls whom (CC 3.4, 9.2). */
export function cisSetup(
  facilityIe: InformationElement,
  numbers: readonly InformationElement[],
): readonly InformationElement[] {
  return [...cisHead, facilityIe, ...numbers];
}
