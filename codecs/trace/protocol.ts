import { facility } from "../q931/ie/facility.ts";
import type { InformationElement } from "../q931/message.ts";
import { extendedProfile } from "../facility/decode.ts";
import type { Facility } from "../facility/facility.ts";
import type { Component } from "../rose/component.ts";
import type { Protocol } from "../rose/operations.ts";
import type { Content } from "./content.ts";
import type { TraceItem } from "./message.ts";

/** The Facility profile that only QSIG has, and the one it shares with DSS1 (Q.932 8.2.3, ECMA-165). */
const networkingExtensions = 0x9f;
const rose = 0x91;

/** Below which OBJECT IDENTIFIERs the two define their operations. */
const qsigCodes = "1.3.12.9.";
const dss1Codes = "0.4.0.";

const bearerCapability = 0x04;

/** Which protocol this shows: a sure sign of QSIG, a sign of DSS1 that one of QSIG outweighs, or nothing. */
export function protocolOf(content: Content, { holds, octets }: TraceItem): Protocol | undefined {
  // As QSIG such contents cannot be read at all.
  if (holds === "facility" && octets[0] === extendedProfile) return "dss1";
  switch (content.holds) {
    case "message":
      return strongest(content.message.ies.map(ofElement));
    case "facilityElement":
      return ofElement(content.element);
    case "facility":
      return ofFacility(content.facility);
    case "component":
      // Without its profile a number is no sign of DSS1.
      return ofComponent(content.component) === "qsig" ? "qsig" : undefined;
    case "none":
    case "unreadable":
      return undefined;
    default:
      return content satisfies never;
  }
}

function ofElement(ie: InformationElement): Protocol | undefined {
  if (ie.codeset !== 0) return undefined;
  const [, , first, second] = ie.octets;
  // Unrestricted digital information in the coding of ECMA: the connection of a call-independent signalling (ECMA-165).
  if (ie.id === bearerCapability) return first === 0xa8 && second === 0x80 ? "qsig" : undefined;
  if (ie.id !== facility.id) return undefined;
  if (first === networkingExtensions) return "qsig";
  if (first === extendedProfile) return "dss1";
  return ie.value === undefined ? undefined : ofFacility(ie.value as Facility);
}

function ofFacility(of: Facility): Protocol | undefined {
  if (of.profile === networkingExtensions || of.nfe) return "qsig";
  return of.profile === rose ? strongest(of.components.map(ofComponent)) : undefined;
}

function ofComponent(component: Component): Protocol | undefined {
  if (component.component === "reject" || component.component === "unknown") return undefined;
  const { code } = component;
  if (typeof code === "number") return "dss1";
  if (code?.startsWith(qsigCodes)) return "qsig";
  return code?.startsWith(dss1Codes) ? "dss1" : undefined;
}

function strongest(signs: readonly (Protocol | undefined)[]): Protocol | undefined {
  return signs.includes("qsig") ? "qsig" : signs.find((sign) => sign !== undefined);
}
