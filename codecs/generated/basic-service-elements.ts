// Generated from asn1/Basic-Service-Elements.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Codec, codec, namesOf } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import {
  usualEnumerated,
} from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";

export type BasicService =
  | "allServices"
  | "speech"
  | "unrestrictedDigitalInformation"
  | "audio3k1Hz"
  | "unrestrictedDigitalInformationWithTonesAndAnnouncements"
  | "multirate"
  | "telephony3k1Hz"
  | "teletex"
  | "telefaxGroup4Class1"
  | "videotexSyntaxBased"
  | "videotelephony"
  | "telefaxGroup2-3"
  | "telephony7kHz"
  | "euroFileTransfer"
  | "fileTransferAndAccessManagement"
  | "videoconference"
  | "audioGraphicConference";

const basicServiceNumbers = {
  "allServices": 0,
  "speech": 1,
  "unrestrictedDigitalInformation": 2,
  "audio3k1Hz": 3,
  "unrestrictedDigitalInformationWithTonesAndAnnouncements": 4,
  "multirate": 5,
  "telephony3k1Hz": 32,
  "teletex": 33,
  "telefaxGroup4Class1": 34,
  "videotexSyntaxBased": 35,
  "videotelephony": 36,
  "telefaxGroup2-3": 37,
  "telephony7kHz": 38,
  "euroFileTransfer": 39,
  "fileTransferAndAccessManagement": 40,
  "videoconference": 41,
  "audioGraphicConference": 42,
} as const;
const basicServiceNames = namesOf(basicServiceNumbers);

export function readBasicService(r: Reader, tag = 0x0a): BasicService | undefined {
  return r.enumerated(tag, basicServiceNames);
}

export function usualBasicService(r: Reader, tag = 0x0a): BasicService | undefined {
  return usualEnumerated(r, tag, basicServiceNames);
}

export function encodeBasicService(w: Writer, at: number, v: BasicService, tag = 0x0a): number {
  return w.integer(at, tag, basicServiceNumbers[v]);
}

export const BasicService: Codec<BasicService> = codec(
  "BasicService",
  encodeBasicService,
  readBasicService,
  usualBasicService,
  { kind: "named", names: basicServiceNumbers, open: false },
);
