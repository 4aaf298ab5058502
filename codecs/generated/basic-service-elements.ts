// Generated from asn1/Basic-Service-Elements.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Codec, codec, namesOf } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
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

function basicServiceNumber(v: BasicService): number {
  switch (v) {
    case "allServices":
      return 0;
    case "speech":
      return 1;
    case "unrestrictedDigitalInformation":
      return 2;
    case "audio3k1Hz":
      return 3;
    case "unrestrictedDigitalInformationWithTonesAndAnnouncements":
      return 4;
    case "multirate":
      return 5;
    case "telephony3k1Hz":
      return 32;
    case "teletex":
      return 33;
    case "telefaxGroup4Class1":
      return 34;
    case "videotexSyntaxBased":
      return 35;
    case "videotelephony":
      return 36;
    case "telefaxGroup2-3":
      return 37;
    case "telephony7kHz":
      return 38;
    case "euroFileTransfer":
      return 39;
    case "fileTransferAndAccessManagement":
      return 40;
    case "videoconference":
      return 41;
    case "audioGraphicConference":
      return 42;
  }
}

export function readBasicService(r: Reader, tag = 0x0a): BasicService | undefined {
  return r.enumerated(tag, basicServiceNames);
}

export function usualBasicService(r: Reader, tag = 0x0a): BasicService | undefined {
  return usual.enumerated(r, tag, basicServiceNames);
}

export function encodeBasicService(w: Writer, at: number, v: BasicService, tag = 0x0a): number {
  const n = basicServiceNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const BasicService: Codec<BasicService> = codec(
  "BasicService",
  encodeBasicService,
  readBasicService,
  usualBasicService,
  { kind: "named", names: basicServiceNumbers, open: false },
);
