import { DecodeError } from "../error.ts";
import type { H323UserInformation, NonStandardParameter } from "../generated/h323-messages.ts";
import { PerReader } from "../per/index.ts";
import { decodeElements } from "../q931/decode.ts";
import type { InformationElement } from "../q931/message.ts";

/** T.35 country, extension and manufacturer that Cisco writes (transports 2.1 [S]). */
const cisco = { t35CountryCode: 181, t35Extension: 0, manufacturerCode: 18 } as const;

/**
 * QSIG in the form that Cisco's equipment had before Annex M.1: elements without a message around them, in a
 * non-standard parameter (H323_UU_NonStdInfo; its components as the module that Asterisk's chan_h323 compiles has them
 * [S]). Empty where there are none.
 */
export function ciscoElements({ h323UuPdu }: H323UserInformation): readonly InformationElement[] {
  const { nonStandardData, nonStandardControl = [] } = h323UuPdu;
  const all = [...(nonStandardData === undefined ? [] : [nonStandardData]), ...nonStandardControl];
  return all.filter(isCisco).flatMap(({ data }) => {
    const raw = rawMessage(data);
    return raw instanceof DecodeError ? [] : decodeElements(raw);
  });
}

function isCisco({ nonStandardIdentifier: id }: NonStandardParameter): boolean {
  if (!("h221NonStandard" in id)) return false;
  const { t35CountryCode, t35Extension, manufacturerCode } = id.h221NonStandard;
  return (
    t35CountryCode === cisco.t35CountryCode &&
    t35Extension === cisco.t35Extension &&
    manufacturerCode === cisco.manufacturerCode
  );
}

/** `rawMesg` of protoParam.qsigNonStdInfo; empty where the parameter has another part only. */
function rawMessage(data: Uint8Array): Uint8Array | DecodeError {
  const reader = new PerReader(data);
  // The extension bits of the three SEQUENCEs matter not: additions stand behind what is read.
  reader.bit();
  const [hasVersion, hasProtoParam] = [reader.bit(), reader.bit()];
  reader.bit();
  if (hasVersion) reader.open();
  if (!hasProtoParam) return reader.error ?? new Uint8Array(0);
  reader.bits(2);
  // iei, the identifier of the first element.
  reader.open();
  const raw = reader.open();
  return reader.error ?? raw;
}
