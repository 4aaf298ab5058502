// Generated from asn1/SS-AOC-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, namesOf, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  PartyNumber,
  encodePartyNumber,
  readPartyNumber,
  usualPartyNumber,
} from "./addressing-data-elements-asn1-97.ts";
import {
  Extension,
  encodeExtension,
  readExtension,
  usualExtension,
} from "./manufacturer-specific-service-extension-class-asn1-97.ts";

export type AdviceModeCombination =
  | "rate"
  | "rateInterim"
  | "rateFinal"
  | "interim"
  | "final"
  | "interimFinal"
  | "rateInterimFinal";

const adviceModeCombinationNumbers = {
  "rate": 0,
  "rateInterim": 1,
  "rateFinal": 2,
  "interim": 3,
  "final": 4,
  "interimFinal": 5,
  "rateInterimFinal": 6,
} as const;
const adviceModeCombinationNames = namesOf(adviceModeCombinationNumbers);

function adviceModeCombinationNumber(v: AdviceModeCombination): number {
  switch (v) {
    case "rate":
      return 0;
    case "rateInterim":
      return 1;
    case "rateFinal":
      return 2;
    case "interim":
      return 3;
    case "final":
      return 4;
    case "interimFinal":
      return 5;
    case "rateInterimFinal":
      return 6;
  }
}

export function readAdviceModeCombination(r: Reader, tag = 0x0a): AdviceModeCombination | undefined {
  return r.enumerated(tag, adviceModeCombinationNames);
}

export function usualAdviceModeCombination(r: Reader, tag = 0x0a): AdviceModeCombination | undefined {
  return usual.enumerated(r, tag, adviceModeCombinationNames);
}

export function encodeAdviceModeCombination(w: Writer, at: number, v: AdviceModeCombination, tag = 0x0a): number {
  const n = adviceModeCombinationNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const AdviceModeCombination: Codec<AdviceModeCombination> = codec(
  "AdviceModeCombination",
  encodeAdviceModeCombination,
  readAdviceModeCombination,
  usualAdviceModeCombination,
  { kind: "named", names: adviceModeCombinationNumbers, open: false },
);

export type AOCExtension =
  | { readonly extension: Extension }
  | { readonly multipleExtension: readonly Extension[] };

export function readAOCExtension(r: Reader): AOCExtension | undefined {
  switch (r.tag()) {
    case 0xa1: {
      const v = readExtension(r, 0xa1);
      if (v === undefined) return r.under("extension");
      return { extension: v };
    }
    case 0xa2: {
      const v = r.sequenceOf(0xa2, readExtension);
      if (v === undefined) return r.under("multipleExtension");
      return { multipleExtension: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAOCExtension(r: Reader): AOCExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa1: {
      const v = usualExtension(r, 0xa1);
      return v === undefined ? undefined : { extension: v };
    }
    case 0xa2: {
      const v = usual.sequenceOf(r, 0xa2, usualExtension);
      return v === undefined ? undefined : { multipleExtension: v };
    }
    default:
      return undefined;
  }
}

export function encodeAOCExtension(w: Writer, at: number, v: AOCExtension): number {
  const c: Alternatives<AOCExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.multipleExtension !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.multipleExtension);
  throw noAlternative("AOCExtension");
}

export const AOCExtension: Codec<AOCExtension> = codec(
  "AOCExtension",
  encodeAOCExtension,
  readAOCExtension,
  usualAOCExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "multipleExtension", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface ChargeRequestArg {
  readonly adviceModeCombinations: readonly AdviceModeCombination[];
  readonly chargeReqArgExtension?: AOCExtension;
}

export function readChargeRequestArg(r: Reader, tag = 0x30): ChargeRequestArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const adviceModeCombinations = r.sequenceOf(0x30, readAdviceModeCombination, 0, 7);
  if (adviceModeCombinations === undefined) return r.under("adviceModeCombinations");
  const v: Mutable<ChargeRequestArg> = {
    adviceModeCombinations,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.chargeReqArgExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const chargeReqArgExtension = readAOCExtension(r);
        if (chargeReqArgExtension === undefined) return r.under("chargeReqArgExtension");
        v.chargeReqArgExtension = chargeReqArgExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualChargeRequestArg(r: Reader, tag = 0x30): ChargeRequestArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const adviceModeCombinations = usual.sequenceOf(r, 0x30, usualAdviceModeCombination, 0, 7);
  if (adviceModeCombinations === undefined) return undefined;
  const v: Mutable<ChargeRequestArg> = { adviceModeCombinations };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const chargeReqArgExtension = usualAOCExtension(r);
    if (chargeReqArgExtension === undefined) return undefined;
    v.chargeReqArgExtension = chargeReqArgExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeChargeRequestArg(w: Writer, end: number, v: ChargeRequestArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.chargeReqArgExtension !== undefined) at = encodeAOCExtension(w, at, v.chargeReqArgExtension);
  at = w.sequenceOf(at, 0x30, encodeAdviceModeCombination, v.adviceModeCombinations, 0, 7);
  return w.head(at, tag, end);
}

export const ChargeRequestArg: Codec<ChargeRequestArg> = codec(
  "ChargeRequestArg",
  encodeChargeRequestArg,
  readChargeRequestArg,
  usualChargeRequestArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "adviceModeCombinations", type: { kind: "SEQUENCE OF", of: AdviceModeCombination.type, min: 0, max: 7 } },
      { name: "chargeReqArgExtension", type: AOCExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface ChargeRequestRes {
  readonly adviceModeCombination: AdviceModeCombination;
  readonly chargeReqResExtension?: AOCExtension;
}

export function readChargeRequestRes(r: Reader, tag = 0x30): ChargeRequestRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const adviceModeCombination = readAdviceModeCombination(r);
  if (adviceModeCombination === undefined) return r.under("adviceModeCombination");
  const v: Mutable<ChargeRequestRes> = {
    adviceModeCombination,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.chargeReqResExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const chargeReqResExtension = readAOCExtension(r);
        if (chargeReqResExtension === undefined) return r.under("chargeReqResExtension");
        v.chargeReqResExtension = chargeReqResExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualChargeRequestRes(r: Reader, tag = 0x30): ChargeRequestRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const adviceModeCombination = usualAdviceModeCombination(r);
  if (adviceModeCombination === undefined) return undefined;
  const v: Mutable<ChargeRequestRes> = { adviceModeCombination };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const chargeReqResExtension = usualAOCExtension(r);
    if (chargeReqResExtension === undefined) return undefined;
    v.chargeReqResExtension = chargeReqResExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeChargeRequestRes(w: Writer, end: number, v: ChargeRequestRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.chargeReqResExtension !== undefined) at = encodeAOCExtension(w, at, v.chargeReqResExtension);
  at = encodeAdviceModeCombination(w, at, v.adviceModeCombination);
  return w.head(at, tag, end);
}

export const ChargeRequestRes: Codec<ChargeRequestRes> = codec(
  "ChargeRequestRes",
  encodeChargeRequestRes,
  readChargeRequestRes,
  usualChargeRequestRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "adviceModeCombination", type: AdviceModeCombination.type },
      { name: "chargeReqResExtension", type: AOCExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type Currency = string;

export function readCurrency(r: Reader, tag = 0x16): Currency | undefined {
  return r.ia5String(tag, 0, 10);
}

export function usualCurrency(r: Reader, tag = 0x16): Currency | undefined {
  return usual.ia5String(r, tag, 0, 10);
}

export function encodeCurrency(w: Writer, at: number, v: Currency, tag = 0x16): number {
  return w.ia5String(at, tag, v, 0, 10);
}

export const Currency: Codec<Currency> = codec(
  "Currency",
  encodeCurrency,
  readCurrency,
  usualCurrency,
  { kind: "IA5String", min: 0, max: 10 },
);

export type CurrencyAmount = number;

export function readCurrencyAmount(r: Reader, tag = 0x02): CurrencyAmount | undefined {
  return r.integer(tag, 0, 16777215);
}

export function usualCurrencyAmount(r: Reader, tag = 0x02): CurrencyAmount | undefined {
  return usual.integer(r, tag, 0, 16777215);
}

export function encodeCurrencyAmount(w: Writer, at: number, v: CurrencyAmount, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 16777215);
  return w.oneOctet(at, tag, n);
}

export const CurrencyAmount: Codec<CurrencyAmount> = codec(
  "CurrencyAmount",
  encodeCurrencyAmount,
  readCurrencyAmount,
  usualCurrencyAmount,
  { kind: "INTEGER", min: 0, max: 16777215 },
);

export type Multiplier =
  | "oneThousandth"
  | "oneHundredth"
  | "oneTenth"
  | "one"
  | "ten"
  | "hundred"
  | "thousand";

const multiplierNumbers = {
  "oneThousandth": 0,
  "oneHundredth": 1,
  "oneTenth": 2,
  "one": 3,
  "ten": 4,
  "hundred": 5,
  "thousand": 6,
} as const;
const multiplierNames = namesOf(multiplierNumbers);

function multiplierNumber(v: Multiplier): number {
  switch (v) {
    case "oneThousandth":
      return 0;
    case "oneHundredth":
      return 1;
    case "oneTenth":
      return 2;
    case "one":
      return 3;
    case "ten":
      return 4;
    case "hundred":
      return 5;
    case "thousand":
      return 6;
  }
}

export function readMultiplier(r: Reader, tag = 0x0a): Multiplier | undefined {
  return r.enumerated(tag, multiplierNames);
}

export function usualMultiplier(r: Reader, tag = 0x0a): Multiplier | undefined {
  return usual.enumerated(r, tag, multiplierNames);
}

export function encodeMultiplier(w: Writer, at: number, v: Multiplier, tag = 0x0a): number {
  const n = multiplierNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const Multiplier: Codec<Multiplier> = codec(
  "Multiplier",
  encodeMultiplier,
  readMultiplier,
  usualMultiplier,
  { kind: "named", names: multiplierNumbers, open: false },
);

export interface Amount {
  readonly currencyAmount: number;
  readonly multiplier: Multiplier;
}

export function readAmount(r: Reader, tag = 0x30): Amount | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const currencyAmount = r.integer(0x81, 0, 16777215);
  if (currencyAmount === undefined) return r.under("currencyAmount");
  const multiplier = readMultiplier(r, 0x82);
  if (multiplier === undefined) return r.under("multiplier");
  const v: Mutable<Amount> = {
    currencyAmount,
    multiplier,
  };
  r.leave(outer);
  return v;
}

export function usualAmount(r: Reader, tag = 0x30): Amount | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const currencyAmount = usual.integer(r, 0x81, 0, 16777215);
  if (currencyAmount === undefined) return undefined;
  const multiplier = usualMultiplier(r, 0x82);
  if (multiplier === undefined) return undefined;
  const v: Mutable<Amount> = { currencyAmount, multiplier };
  return r.at === end ? v : undefined;
}

export function encodeAmount(w: Writer, end: number, v: Amount, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeMultiplier(w, at, v.multiplier, 0x82);
  at = w.integer(at, 0x81, v.currencyAmount, 0, 16777215);
  return w.head(at, tag, end);
}

export const Amount: Codec<Amount> = codec(
  "Amount",
  encodeAmount,
  readAmount,
  usualAmount,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "currencyAmount", type: { kind: "INTEGER", min: 0, max: 16777215 } },
      { name: "multiplier", type: Multiplier.type },
    ],
  },
);

export interface RecordedCurrency {
  readonly rCurrency: string;
  readonly rAmount: Amount;
}

export function readRecordedCurrency(r: Reader, tag = 0x30): RecordedCurrency | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const rCurrency = r.ia5String(0x81, 0, 10);
  if (rCurrency === undefined) return r.under("rCurrency");
  const rAmount = readAmount(r, 0xa2);
  if (rAmount === undefined) return r.under("rAmount");
  const v: Mutable<RecordedCurrency> = {
    rCurrency,
    rAmount,
  };
  r.leave(outer);
  return v;
}

export function usualRecordedCurrency(r: Reader, tag = 0x30): RecordedCurrency | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const rCurrency = usual.ia5String(r, 0x81, 0, 10);
  if (rCurrency === undefined) return undefined;
  const rAmount = usualAmount(r, 0xa2);
  if (rAmount === undefined) return undefined;
  const v: Mutable<RecordedCurrency> = { rCurrency, rAmount };
  return r.at === end ? v : undefined;
}

export function encodeRecordedCurrency(w: Writer, end: number, v: RecordedCurrency, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeAmount(w, at, v.rAmount, 0xa2);
  at = w.ia5String(at, 0x81, v.rCurrency, 0, 10);
  return w.head(at, tag, end);
}

export const RecordedCurrency: Codec<RecordedCurrency> = codec(
  "RecordedCurrency",
  encodeRecordedCurrency,
  readRecordedCurrency,
  usualRecordedCurrency,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "rCurrency", type: { kind: "IA5String", min: 0, max: 10 } },
      { name: "rAmount", type: Amount.type },
    ],
  },
);

export type FinalBillingId =
  | "normalCharging"
  | "creditCardCharging"
  | "callForwardingUnconditional"
  | "callForwardingBusy"
  | "callForwardingNoReply"
  | "callDeflection"
  | "callTransfer";

const finalBillingIdNumbers = {
  "normalCharging": 0,
  "creditCardCharging": 2,
  "callForwardingUnconditional": 3,
  "callForwardingBusy": 4,
  "callForwardingNoReply": 5,
  "callDeflection": 6,
  "callTransfer": 7,
} as const;
const finalBillingIdNames = namesOf(finalBillingIdNumbers);

function finalBillingIdNumber(v: FinalBillingId): number {
  switch (v) {
    case "normalCharging":
      return 0;
    case "creditCardCharging":
      return 2;
    case "callForwardingUnconditional":
      return 3;
    case "callForwardingBusy":
      return 4;
    case "callForwardingNoReply":
      return 5;
    case "callDeflection":
      return 6;
    case "callTransfer":
      return 7;
  }
}

export function readFinalBillingId(r: Reader, tag = 0x0a): FinalBillingId | undefined {
  return r.enumerated(tag, finalBillingIdNames);
}

export function usualFinalBillingId(r: Reader, tag = 0x0a): FinalBillingId | undefined {
  return usual.enumerated(r, tag, finalBillingIdNames);
}

export function encodeFinalBillingId(w: Writer, at: number, v: FinalBillingId, tag = 0x0a): number {
  const n = finalBillingIdNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const FinalBillingId: Codec<FinalBillingId> = codec(
  "FinalBillingId",
  encodeFinalBillingId,
  readFinalBillingId,
  usualFinalBillingId,
  { kind: "named", names: finalBillingIdNumbers, open: false },
);

export interface FinalCurrency {
  readonly recordedCurrency: RecordedCurrency;
  readonly finalBillingId?: FinalBillingId;
}

export function readFinalCurrency(r: Reader, tag = 0x30): FinalCurrency | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const recordedCurrency = readRecordedCurrency(r, 0xa1);
  if (recordedCurrency === undefined) return r.under("recordedCurrency");
  const v: Mutable<FinalCurrency> = {
    recordedCurrency,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x82: {
        if (v.finalBillingId !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const finalBillingId = readFinalBillingId(r, 0x82);
        if (finalBillingId === undefined) return r.under("finalBillingId");
        v.finalBillingId = finalBillingId;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualFinalCurrency(r: Reader, tag = 0x30): FinalCurrency | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const recordedCurrency = usualRecordedCurrency(r, 0xa1);
  if (recordedCurrency === undefined) return undefined;
  const v: Mutable<FinalCurrency> = { recordedCurrency };
  if (r.at < end && r.octets[r.at] === 0x82) {
    const finalBillingId = usualFinalBillingId(r, 0x82);
    if (finalBillingId === undefined) return undefined;
    v.finalBillingId = finalBillingId;
  }
  return r.at === end ? v : undefined;
}

export function encodeFinalCurrency(w: Writer, end: number, v: FinalCurrency, tag = 0x30): number {
  let at = end - w.tail;
  if (v.finalBillingId !== undefined) at = encodeFinalBillingId(w, at, v.finalBillingId, 0x82);
  at = encodeRecordedCurrency(w, at, v.recordedCurrency, 0xa1);
  return w.head(at, tag, end);
}

export const FinalCurrency: Codec<FinalCurrency> = codec(
  "FinalCurrency",
  encodeFinalCurrency,
  readFinalCurrency,
  usualFinalCurrency,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "recordedCurrency", type: RecordedCurrency.type },
      { name: "finalBillingId", type: FinalBillingId.type, presence: "OPTIONAL" },
    ],
  },
);

export type AocFinalArgFinalCharge =
  | { readonly chargeNotAvailable: null }
  | { readonly freeOfCharge: null }
  | { readonly specificCurrency: FinalCurrency };

export function readAocFinalArgFinalCharge(r: Reader): AocFinalArgFinalCharge | undefined {
  switch (r.tag()) {
    case 0x80: {
      const v = r.null(0x80);
      if (v === undefined) return r.under("chargeNotAvailable");
      return { chargeNotAvailable: v };
    }
    case 0x81: {
      const v = r.null(0x81);
      if (v === undefined) return r.under("freeOfCharge");
      return { freeOfCharge: v };
    }
    case 0x30: {
      const v = readFinalCurrency(r);
      if (v === undefined) return r.under("specificCurrency");
      return { specificCurrency: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAocFinalArgFinalCharge(r: Reader): AocFinalArgFinalCharge | undefined {
  switch (r.octets[r.at]) {
    case 0x80: {
      const v = usual.null(r, 0x80);
      return v === undefined ? undefined : { chargeNotAvailable: v };
    }
    case 0x81: {
      const v = usual.null(r, 0x81);
      return v === undefined ? undefined : { freeOfCharge: v };
    }
    case 0x30: {
      const v = usualFinalCurrency(r);
      return v === undefined ? undefined : { specificCurrency: v };
    }
    default:
      return undefined;
  }
}

export function encodeAocFinalArgFinalCharge(w: Writer, at: number, v: AocFinalArgFinalCharge): number {
  const c: Alternatives<AocFinalArgFinalCharge> = v;
  if (c.chargeNotAvailable !== undefined) return w.null(at, 0x80);
  if (c.freeOfCharge !== undefined) return w.null(at, 0x81);
  if (c.specificCurrency !== undefined) return encodeFinalCurrency(w, at, c.specificCurrency);
  throw noAlternative("AocFinalArgFinalCharge");
}

export const AocFinalArgFinalCharge: Codec<AocFinalArgFinalCharge> = codec(
  "AocFinalArgFinalCharge",
  encodeAocFinalArgFinalCharge,
  readAocFinalArgFinalCharge,
  usualAocFinalArgFinalCharge,
  {
    kind: "CHOICE",
    elements: [
      { name: "chargeNotAvailable", type: { kind: "NULL" } },
      { name: "freeOfCharge", type: { kind: "NULL" } },
      { name: "specificCurrency", type: FinalCurrency.type },
    ],
  },
);

export type ChargeIdentifier = number;

export function readChargeIdentifier(r: Reader, tag = 0x02): ChargeIdentifier | undefined {
  return r.integer(tag, -32768, 32767);
}

export function usualChargeIdentifier(r: Reader, tag = 0x02): ChargeIdentifier | undefined {
  return usual.integer(r, tag, -32768, 32767);
}

export function encodeChargeIdentifier(w: Writer, at: number, v: ChargeIdentifier, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n, -32768, 32767);
  return w.oneOctet(at, tag, n);
}

export const ChargeIdentifier: Codec<ChargeIdentifier> = codec(
  "ChargeIdentifier",
  encodeChargeIdentifier,
  readChargeIdentifier,
  usualChargeIdentifier,
  { kind: "INTEGER", min: -32768, max: 32767 },
);

export type ChargingAssociation =
  | { readonly chargeNumber: PartyNumber }
  | { readonly chargeIdentifier: number };

export function readChargingAssociation(r: Reader): ChargingAssociation | undefined {
  switch (r.tag()) {
    case 0xa0: {
      const v = r.explicit(0xa0, readPartyNumber);
      if (v === undefined) return r.under("chargeNumber");
      return { chargeNumber: v };
    }
    case 0x02: {
      const v = r.integer(0x02, -32768, 32767);
      if (v === undefined) return r.under("chargeIdentifier");
      return { chargeIdentifier: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualChargingAssociation(r: Reader): ChargingAssociation | undefined {
  switch (r.octets[r.at]) {
    case 0xa0: {
      const v = usual.explicit(r, 0xa0, usualPartyNumber);
      return v === undefined ? undefined : { chargeNumber: v };
    }
    case 0x02: {
      const v = usual.integer(r, 0x02, -32768, 32767);
      return v === undefined ? undefined : { chargeIdentifier: v };
    }
    default:
      return undefined;
  }
}

export function encodeChargingAssociation(w: Writer, at: number, v: ChargingAssociation): number {
  const c: Alternatives<ChargingAssociation> = v;
  if (c.chargeNumber !== undefined) return w.head(encodePartyNumber(w, at - w.tail, c.chargeNumber), 0xa0, at);
  if (c.chargeIdentifier !== undefined) return w.integer(at, 0x02, c.chargeIdentifier, -32768, 32767);
  throw noAlternative("ChargingAssociation");
}

export const ChargingAssociation: Codec<ChargingAssociation> = codec(
  "ChargingAssociation",
  encodeChargingAssociation,
  readChargingAssociation,
  usualChargingAssociation,
  {
    kind: "CHOICE",
    elements: [
      { name: "chargeNumber", type: PartyNumber.type },
      { name: "chargeIdentifier", type: { kind: "INTEGER", min: -32768, max: 32767 } },
    ],
  },
);

export interface AocFinalArg {
  readonly finalCharge: AocFinalArgFinalCharge;
  readonly chargingAssociation?: ChargingAssociation;
  readonly finalArgExtension?: AOCExtension;
}

export function readAocFinalArg(r: Reader, tag = 0x30): AocFinalArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const finalCharge = readAocFinalArgFinalCharge(r);
  if (finalCharge === undefined) return r.under("finalCharge");
  const v: Mutable<AocFinalArg> = {
    finalCharge,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa0:
      case 0x02: {
        if (v.chargingAssociation !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const chargingAssociation = readChargingAssociation(r);
        if (chargingAssociation === undefined) return r.under("chargingAssociation");
        v.chargingAssociation = chargingAssociation;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.finalArgExtension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const finalArgExtension = readAOCExtension(r);
        if (finalArgExtension === undefined) return r.under("finalArgExtension");
        v.finalArgExtension = finalArgExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAocFinalArg(r: Reader, tag = 0x30): AocFinalArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const finalCharge = usualAocFinalArgFinalCharge(r);
  if (finalCharge === undefined) return undefined;
  const v: Mutable<AocFinalArg> = { finalCharge };
  if (r.at < end && (r.octets[r.at] === 0xa0 || r.octets[r.at] === 0x02)) {
    const chargingAssociation = usualChargingAssociation(r);
    if (chargingAssociation === undefined) return undefined;
    v.chargingAssociation = chargingAssociation;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const finalArgExtension = usualAOCExtension(r);
    if (finalArgExtension === undefined) return undefined;
    v.finalArgExtension = finalArgExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeAocFinalArg(w: Writer, end: number, v: AocFinalArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.finalArgExtension !== undefined) at = encodeAOCExtension(w, at, v.finalArgExtension);
  if (v.chargingAssociation !== undefined) at = encodeChargingAssociation(w, at, v.chargingAssociation);
  at = encodeAocFinalArgFinalCharge(w, at, v.finalCharge);
  return w.head(at, tag, end);
}

export const AocFinalArg: Codec<AocFinalArg> = codec(
  "AocFinalArg",
  encodeAocFinalArg,
  readAocFinalArg,
  usualAocFinalArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "finalCharge", type: AocFinalArgFinalCharge.type },
      { name: "chargingAssociation", type: ChargingAssociation.type, presence: "OPTIONAL" },
      { name: "finalArgExtension", type: AOCExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type InterimBillingId =
  | "normalCharging"
  | "creditCardCharging";

const interimBillingIdNumbers = {
  "normalCharging": 0,
  "creditCardCharging": 2,
} as const;
const interimBillingIdNames = namesOf(interimBillingIdNumbers);

function interimBillingIdNumber(v: InterimBillingId): number {
  switch (v) {
    case "normalCharging":
      return 0;
    case "creditCardCharging":
      return 2;
  }
}

export function readInterimBillingId(r: Reader, tag = 0x0a): InterimBillingId | undefined {
  return r.enumerated(tag, interimBillingIdNames);
}

export function usualInterimBillingId(r: Reader, tag = 0x0a): InterimBillingId | undefined {
  return usual.enumerated(r, tag, interimBillingIdNames);
}

export function encodeInterimBillingId(w: Writer, at: number, v: InterimBillingId, tag = 0x0a): number {
  const n = interimBillingIdNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const InterimBillingId: Codec<InterimBillingId> = codec(
  "InterimBillingId",
  encodeInterimBillingId,
  readInterimBillingId,
  usualInterimBillingId,
  { kind: "named", names: interimBillingIdNumbers, open: false },
);

export interface InterimCurrency {
  readonly recordedCurrency: RecordedCurrency;
  readonly interimBillingId?: InterimBillingId;
}

export function readInterimCurrency(r: Reader, tag = 0x30): InterimCurrency | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const recordedCurrency = readRecordedCurrency(r, 0xa1);
  if (recordedCurrency === undefined) return r.under("recordedCurrency");
  const v: Mutable<InterimCurrency> = {
    recordedCurrency,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x82: {
        if (v.interimBillingId !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const interimBillingId = readInterimBillingId(r, 0x82);
        if (interimBillingId === undefined) return r.under("interimBillingId");
        v.interimBillingId = interimBillingId;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualInterimCurrency(r: Reader, tag = 0x30): InterimCurrency | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const recordedCurrency = usualRecordedCurrency(r, 0xa1);
  if (recordedCurrency === undefined) return undefined;
  const v: Mutable<InterimCurrency> = { recordedCurrency };
  if (r.at < end && r.octets[r.at] === 0x82) {
    const interimBillingId = usualInterimBillingId(r, 0x82);
    if (interimBillingId === undefined) return undefined;
    v.interimBillingId = interimBillingId;
  }
  return r.at === end ? v : undefined;
}

export function encodeInterimCurrency(w: Writer, end: number, v: InterimCurrency, tag = 0x30): number {
  let at = end - w.tail;
  if (v.interimBillingId !== undefined) at = encodeInterimBillingId(w, at, v.interimBillingId, 0x82);
  at = encodeRecordedCurrency(w, at, v.recordedCurrency, 0xa1);
  return w.head(at, tag, end);
}

export const InterimCurrency: Codec<InterimCurrency> = codec(
  "InterimCurrency",
  encodeInterimCurrency,
  readInterimCurrency,
  usualInterimCurrency,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "recordedCurrency", type: RecordedCurrency.type },
      { name: "interimBillingId", type: InterimBillingId.type, presence: "OPTIONAL" },
    ],
  },
);

export type AocInterimArgInterimCharge =
  | { readonly chargeNotAvailable: null }
  | { readonly freeOfCharge: null }
  | { readonly specificCurrency: InterimCurrency };

export function readAocInterimArgInterimCharge(r: Reader): AocInterimArgInterimCharge | undefined {
  switch (r.tag()) {
    case 0x80: {
      const v = r.null(0x80);
      if (v === undefined) return r.under("chargeNotAvailable");
      return { chargeNotAvailable: v };
    }
    case 0x81: {
      const v = r.null(0x81);
      if (v === undefined) return r.under("freeOfCharge");
      return { freeOfCharge: v };
    }
    case 0x30: {
      const v = readInterimCurrency(r);
      if (v === undefined) return r.under("specificCurrency");
      return { specificCurrency: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAocInterimArgInterimCharge(r: Reader): AocInterimArgInterimCharge | undefined {
  switch (r.octets[r.at]) {
    case 0x80: {
      const v = usual.null(r, 0x80);
      return v === undefined ? undefined : { chargeNotAvailable: v };
    }
    case 0x81: {
      const v = usual.null(r, 0x81);
      return v === undefined ? undefined : { freeOfCharge: v };
    }
    case 0x30: {
      const v = usualInterimCurrency(r);
      return v === undefined ? undefined : { specificCurrency: v };
    }
    default:
      return undefined;
  }
}

export function encodeAocInterimArgInterimCharge(w: Writer, at: number, v: AocInterimArgInterimCharge): number {
  const c: Alternatives<AocInterimArgInterimCharge> = v;
  if (c.chargeNotAvailable !== undefined) return w.null(at, 0x80);
  if (c.freeOfCharge !== undefined) return w.null(at, 0x81);
  if (c.specificCurrency !== undefined) return encodeInterimCurrency(w, at, c.specificCurrency);
  throw noAlternative("AocInterimArgInterimCharge");
}

export const AocInterimArgInterimCharge: Codec<AocInterimArgInterimCharge> = codec(
  "AocInterimArgInterimCharge",
  encodeAocInterimArgInterimCharge,
  readAocInterimArgInterimCharge,
  usualAocInterimArgInterimCharge,
  {
    kind: "CHOICE",
    elements: [
      { name: "chargeNotAvailable", type: { kind: "NULL" } },
      { name: "freeOfCharge", type: { kind: "NULL" } },
      { name: "specificCurrency", type: InterimCurrency.type },
    ],
  },
);

export interface AocInterimArg {
  readonly interimCharge: AocInterimArgInterimCharge;
  readonly interimArgExtension?: AOCExtension;
}

export function readAocInterimArg(r: Reader, tag = 0x30): AocInterimArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const interimCharge = readAocInterimArgInterimCharge(r);
  if (interimCharge === undefined) return r.under("interimCharge");
  const v: Mutable<AocInterimArg> = {
    interimCharge,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.interimArgExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const interimArgExtension = readAOCExtension(r);
        if (interimArgExtension === undefined) return r.under("interimArgExtension");
        v.interimArgExtension = interimArgExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAocInterimArg(r: Reader, tag = 0x30): AocInterimArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const interimCharge = usualAocInterimArgInterimCharge(r);
  if (interimCharge === undefined) return undefined;
  const v: Mutable<AocInterimArg> = { interimCharge };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const interimArgExtension = usualAOCExtension(r);
    if (interimArgExtension === undefined) return undefined;
    v.interimArgExtension = interimArgExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeAocInterimArg(w: Writer, end: number, v: AocInterimArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.interimArgExtension !== undefined) at = encodeAOCExtension(w, at, v.interimArgExtension);
  at = encodeAocInterimArgInterimCharge(w, at, v.interimCharge);
  return w.head(at, tag, end);
}

export const AocInterimArg: Codec<AocInterimArg> = codec(
  "AocInterimArg",
  encodeAocInterimArg,
  readAocInterimArg,
  usualAocInterimArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "interimCharge", type: AocInterimArgInterimCharge.type },
      { name: "interimArgExtension", type: AOCExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type ChargedItem =
  | "basicCommunication"
  | "callAttempt"
  | "callSetup"
  | "userToUserInfo"
  | "operationOfSupplementaryServ";

const chargedItemNumbers = {
  "basicCommunication": 0,
  "callAttempt": 1,
  "callSetup": 2,
  "userToUserInfo": 3,
  "operationOfSupplementaryServ": 4,
} as const;
const chargedItemNames = namesOf(chargedItemNumbers);

function chargedItemNumber(v: ChargedItem): number {
  switch (v) {
    case "basicCommunication":
      return 0;
    case "callAttempt":
      return 1;
    case "callSetup":
      return 2;
    case "userToUserInfo":
      return 3;
    case "operationOfSupplementaryServ":
      return 4;
  }
}

export function readChargedItem(r: Reader, tag = 0x0a): ChargedItem | undefined {
  return r.enumerated(tag, chargedItemNames);
}

export function usualChargedItem(r: Reader, tag = 0x0a): ChargedItem | undefined {
  return usual.enumerated(r, tag, chargedItemNames);
}

export function encodeChargedItem(w: Writer, at: number, v: ChargedItem, tag = 0x0a): number {
  const n = chargedItemNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const ChargedItem: Codec<ChargedItem> = codec(
  "ChargedItem",
  encodeChargedItem,
  readChargedItem,
  usualChargedItem,
  { kind: "named", names: chargedItemNumbers, open: false },
);

export type ChargingType =
  | "continuousCharging"
  | "stepFunction";

const chargingTypeNumbers = {
  "continuousCharging": 0,
  "stepFunction": 1,
} as const;
const chargingTypeNames = namesOf(chargingTypeNumbers);

function chargingTypeNumber(v: ChargingType): number {
  switch (v) {
    case "continuousCharging":
      return 0;
    case "stepFunction":
      return 1;
  }
}

export function readChargingType(r: Reader, tag = 0x0a): ChargingType | undefined {
  return r.enumerated(tag, chargingTypeNames);
}

export function usualChargingType(r: Reader, tag = 0x0a): ChargingType | undefined {
  return usual.enumerated(r, tag, chargingTypeNames);
}

export function encodeChargingType(w: Writer, at: number, v: ChargingType, tag = 0x0a): number {
  const n = chargingTypeNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const ChargingType: Codec<ChargingType> = codec(
  "ChargingType",
  encodeChargingType,
  readChargingType,
  usualChargingType,
  { kind: "named", names: chargingTypeNumbers, open: false },
);

export type LengthOfTimeUnit = number;

export function readLengthOfTimeUnit(r: Reader, tag = 0x02): LengthOfTimeUnit | undefined {
  return r.integer(tag, 0, 16777215);
}

export function usualLengthOfTimeUnit(r: Reader, tag = 0x02): LengthOfTimeUnit | undefined {
  return usual.integer(r, tag, 0, 16777215);
}

export function encodeLengthOfTimeUnit(w: Writer, at: number, v: LengthOfTimeUnit, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 16777215);
  return w.oneOctet(at, tag, n);
}

export const LengthOfTimeUnit: Codec<LengthOfTimeUnit> = codec(
  "LengthOfTimeUnit",
  encodeLengthOfTimeUnit,
  readLengthOfTimeUnit,
  usualLengthOfTimeUnit,
  { kind: "INTEGER", min: 0, max: 16777215 },
);

export type Scale =
  | "oneHundredthSecond"
  | "oneTenthSecond"
  | "oneSecond"
  | "tenSeconds"
  | "oneMinute"
  | "oneHour"
  | "twentyFourHours";

const scaleNumbers = {
  "oneHundredthSecond": 0,
  "oneTenthSecond": 1,
  "oneSecond": 2,
  "tenSeconds": 3,
  "oneMinute": 4,
  "oneHour": 5,
  "twentyFourHours": 6,
} as const;
const scaleNames = namesOf(scaleNumbers);

function scaleNumber(v: Scale): number {
  switch (v) {
    case "oneHundredthSecond":
      return 0;
    case "oneTenthSecond":
      return 1;
    case "oneSecond":
      return 2;
    case "tenSeconds":
      return 3;
    case "oneMinute":
      return 4;
    case "oneHour":
      return 5;
    case "twentyFourHours":
      return 6;
  }
}

export function readScale(r: Reader, tag = 0x0a): Scale | undefined {
  return r.enumerated(tag, scaleNames);
}

export function usualScale(r: Reader, tag = 0x0a): Scale | undefined {
  return usual.enumerated(r, tag, scaleNames);
}

export function encodeScale(w: Writer, at: number, v: Scale, tag = 0x0a): number {
  const n = scaleNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const Scale: Codec<Scale> = codec(
  "Scale",
  encodeScale,
  readScale,
  usualScale,
  { kind: "named", names: scaleNumbers, open: false },
);

export interface Time {
  readonly lengthOfTimeUnit: number;
  readonly scale: Scale;
}

export function readTime(r: Reader, tag = 0x30): Time | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const lengthOfTimeUnit = r.integer(0x81, 0, 16777215);
  if (lengthOfTimeUnit === undefined) return r.under("lengthOfTimeUnit");
  const scale = readScale(r, 0x82);
  if (scale === undefined) return r.under("scale");
  const v: Mutable<Time> = {
    lengthOfTimeUnit,
    scale,
  };
  r.leave(outer);
  return v;
}

export function usualTime(r: Reader, tag = 0x30): Time | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const lengthOfTimeUnit = usual.integer(r, 0x81, 0, 16777215);
  if (lengthOfTimeUnit === undefined) return undefined;
  const scale = usualScale(r, 0x82);
  if (scale === undefined) return undefined;
  const v: Mutable<Time> = { lengthOfTimeUnit, scale };
  return r.at === end ? v : undefined;
}

export function encodeTime(w: Writer, end: number, v: Time, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeScale(w, at, v.scale, 0x82);
  at = w.integer(at, 0x81, v.lengthOfTimeUnit, 0, 16777215);
  return w.head(at, tag, end);
}

export const Time: Codec<Time> = codec(
  "Time",
  encodeTime,
  readTime,
  usualTime,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "lengthOfTimeUnit", type: { kind: "INTEGER", min: 0, max: 16777215 } },
      { name: "scale", type: Scale.type },
    ],
  },
);

export interface DurationCurrency {
  readonly dCurrency: string;
  readonly dAmount: Amount;
  readonly dChargingType: ChargingType;
  readonly dTime: Time;
  readonly dGranularity?: Time;
}

export function readDurationCurrency(r: Reader, tag = 0x30): DurationCurrency | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const dCurrency = r.ia5String(0x81, 0, 10);
  if (dCurrency === undefined) return r.under("dCurrency");
  const dAmount = readAmount(r, 0xa2);
  if (dAmount === undefined) return r.under("dAmount");
  const dChargingType = readChargingType(r, 0x83);
  if (dChargingType === undefined) return r.under("dChargingType");
  const dTime = readTime(r, 0xa4);
  if (dTime === undefined) return r.under("dTime");
  const v: Mutable<DurationCurrency> = {
    dCurrency,
    dAmount,
    dChargingType,
    dTime,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa5: {
        if (v.dGranularity !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const dGranularity = readTime(r, 0xa5);
        if (dGranularity === undefined) return r.under("dGranularity");
        v.dGranularity = dGranularity;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualDurationCurrency(r: Reader, tag = 0x30): DurationCurrency | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const dCurrency = usual.ia5String(r, 0x81, 0, 10);
  if (dCurrency === undefined) return undefined;
  const dAmount = usualAmount(r, 0xa2);
  if (dAmount === undefined) return undefined;
  const dChargingType = usualChargingType(r, 0x83);
  if (dChargingType === undefined) return undefined;
  const dTime = usualTime(r, 0xa4);
  if (dTime === undefined) return undefined;
  const v: Mutable<DurationCurrency> = { dCurrency, dAmount, dChargingType, dTime };
  if (r.at < end && r.octets[r.at] === 0xa5) {
    const dGranularity = usualTime(r, 0xa5);
    if (dGranularity === undefined) return undefined;
    v.dGranularity = dGranularity;
  }
  return r.at === end ? v : undefined;
}

export function encodeDurationCurrency(w: Writer, end: number, v: DurationCurrency, tag = 0x30): number {
  let at = end - w.tail;
  if (v.dGranularity !== undefined) at = encodeTime(w, at, v.dGranularity, 0xa5);
  at = encodeTime(w, at, v.dTime, 0xa4);
  at = encodeChargingType(w, at, v.dChargingType, 0x83);
  at = encodeAmount(w, at, v.dAmount, 0xa2);
  at = w.ia5String(at, 0x81, v.dCurrency, 0, 10);
  return w.head(at, tag, end);
}

export const DurationCurrency: Codec<DurationCurrency> = codec(
  "DurationCurrency",
  encodeDurationCurrency,
  readDurationCurrency,
  usualDurationCurrency,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "dCurrency", type: { kind: "IA5String", min: 0, max: 10 } },
      { name: "dAmount", type: Amount.type },
      { name: "dChargingType", type: ChargingType.type },
      { name: "dTime", type: Time.type },
      { name: "dGranularity", type: Time.type, presence: "OPTIONAL" },
    ],
  },
);

export interface FlatRateCurrency {
  readonly fRCurrency: string;
  readonly fRAmount: Amount;
}

export function readFlatRateCurrency(r: Reader, tag = 0x30): FlatRateCurrency | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const fRCurrency = r.ia5String(0x81, 0, 10);
  if (fRCurrency === undefined) return r.under("fRCurrency");
  const fRAmount = readAmount(r, 0xa2);
  if (fRAmount === undefined) return r.under("fRAmount");
  const v: Mutable<FlatRateCurrency> = {
    fRCurrency,
    fRAmount,
  };
  r.leave(outer);
  return v;
}

export function usualFlatRateCurrency(r: Reader, tag = 0x30): FlatRateCurrency | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const fRCurrency = usual.ia5String(r, 0x81, 0, 10);
  if (fRCurrency === undefined) return undefined;
  const fRAmount = usualAmount(r, 0xa2);
  if (fRAmount === undefined) return undefined;
  const v: Mutable<FlatRateCurrency> = { fRCurrency, fRAmount };
  return r.at === end ? v : undefined;
}

export function encodeFlatRateCurrency(w: Writer, end: number, v: FlatRateCurrency, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeAmount(w, at, v.fRAmount, 0xa2);
  at = w.ia5String(at, 0x81, v.fRCurrency, 0, 10);
  return w.head(at, tag, end);
}

export const FlatRateCurrency: Codec<FlatRateCurrency> = codec(
  "FlatRateCurrency",
  encodeFlatRateCurrency,
  readFlatRateCurrency,
  usualFlatRateCurrency,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "fRCurrency", type: { kind: "IA5String", min: 0, max: 10 } },
      { name: "fRAmount", type: Amount.type },
    ],
  },
);

export type VolumeUnit =
  | "octet"
  | "segment"
  | "message";

const volumeUnitNumbers = {
  "octet": 0,
  "segment": 1,
  "message": 2,
} as const;
const volumeUnitNames = namesOf(volumeUnitNumbers);

function volumeUnitNumber(v: VolumeUnit): number {
  switch (v) {
    case "octet":
      return 0;
    case "segment":
      return 1;
    case "message":
      return 2;
  }
}

export function readVolumeUnit(r: Reader, tag = 0x0a): VolumeUnit | undefined {
  return r.enumerated(tag, volumeUnitNames);
}

export function usualVolumeUnit(r: Reader, tag = 0x0a): VolumeUnit | undefined {
  return usual.enumerated(r, tag, volumeUnitNames);
}

export function encodeVolumeUnit(w: Writer, at: number, v: VolumeUnit, tag = 0x0a): number {
  const n = volumeUnitNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const VolumeUnit: Codec<VolumeUnit> = codec(
  "VolumeUnit",
  encodeVolumeUnit,
  readVolumeUnit,
  usualVolumeUnit,
  { kind: "named", names: volumeUnitNumbers, open: false },
);

export interface VolumeRateCurrency {
  readonly vRCurrency: string;
  readonly vRAmount: Amount;
  readonly vRVolumeUnit: VolumeUnit;
}

export function readVolumeRateCurrency(r: Reader, tag = 0x30): VolumeRateCurrency | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const vRCurrency = r.ia5String(0x81, 0, 10);
  if (vRCurrency === undefined) return r.under("vRCurrency");
  const vRAmount = readAmount(r, 0xa2);
  if (vRAmount === undefined) return r.under("vRAmount");
  const vRVolumeUnit = readVolumeUnit(r, 0x83);
  if (vRVolumeUnit === undefined) return r.under("vRVolumeUnit");
  const v: Mutable<VolumeRateCurrency> = {
    vRCurrency,
    vRAmount,
    vRVolumeUnit,
  };
  r.leave(outer);
  return v;
}

export function usualVolumeRateCurrency(r: Reader, tag = 0x30): VolumeRateCurrency | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const vRCurrency = usual.ia5String(r, 0x81, 0, 10);
  if (vRCurrency === undefined) return undefined;
  const vRAmount = usualAmount(r, 0xa2);
  if (vRAmount === undefined) return undefined;
  const vRVolumeUnit = usualVolumeUnit(r, 0x83);
  if (vRVolumeUnit === undefined) return undefined;
  const v: Mutable<VolumeRateCurrency> = { vRCurrency, vRAmount, vRVolumeUnit };
  return r.at === end ? v : undefined;
}

export function encodeVolumeRateCurrency(w: Writer, end: number, v: VolumeRateCurrency, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeVolumeUnit(w, at, v.vRVolumeUnit, 0x83);
  at = encodeAmount(w, at, v.vRAmount, 0xa2);
  at = w.ia5String(at, 0x81, v.vRCurrency, 0, 10);
  return w.head(at, tag, end);
}

export const VolumeRateCurrency: Codec<VolumeRateCurrency> = codec(
  "VolumeRateCurrency",
  encodeVolumeRateCurrency,
  readVolumeRateCurrency,
  usualVolumeRateCurrency,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "vRCurrency", type: { kind: "IA5String", min: 0, max: 10 } },
      { name: "vRAmount", type: Amount.type },
      { name: "vRVolumeUnit", type: VolumeUnit.type },
    ],
  },
);

export type SpecialChargingCode = number;

export function readSpecialChargingCode(r: Reader, tag = 0x02): SpecialChargingCode | undefined {
  return r.integer(tag, 1, 10);
}

export function usualSpecialChargingCode(r: Reader, tag = 0x02): SpecialChargingCode | undefined {
  return usual.integer(r, tag, 1, 10);
}

export function encodeSpecialChargingCode(w: Writer, at: number, v: SpecialChargingCode, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 1 || n > 10) return w.integer(at, tag, n, 1, 10);
  return w.oneOctet(at, tag, n);
}

export const SpecialChargingCode: Codec<SpecialChargingCode> = codec(
  "SpecialChargingCode",
  encodeSpecialChargingCode,
  readSpecialChargingCode,
  usualSpecialChargingCode,
  { kind: "INTEGER", min: 1, max: 10 },
);

export type AOCSCurrencyInfoRateType =
  | { readonly durationCurrency: DurationCurrency }
  | { readonly flatRateCurrency: FlatRateCurrency }
  | { readonly volumeRateCurrency: VolumeRateCurrency }
  | { readonly specialChargingCode: number }
  | { readonly freeOfCharge: null }
  | { readonly currencyInfoNotAvailable: null }
  | { readonly freeOfChargefromBeginning: null };

export function readAOCSCurrencyInfoRateType(r: Reader): AOCSCurrencyInfoRateType | undefined {
  switch (r.tag()) {
    case 0xa1: {
      const v = readDurationCurrency(r, 0xa1);
      if (v === undefined) return r.under("durationCurrency");
      return { durationCurrency: v };
    }
    case 0xa2: {
      const v = readFlatRateCurrency(r, 0xa2);
      if (v === undefined) return r.under("flatRateCurrency");
      return { flatRateCurrency: v };
    }
    case 0xa3: {
      const v = readVolumeRateCurrency(r, 0xa3);
      if (v === undefined) return r.under("volumeRateCurrency");
      return { volumeRateCurrency: v };
    }
    case 0x02: {
      const v = r.integer(0x02, 1, 10);
      if (v === undefined) return r.under("specialChargingCode");
      return { specialChargingCode: v };
    }
    case 0x84: {
      const v = r.null(0x84);
      if (v === undefined) return r.under("freeOfCharge");
      return { freeOfCharge: v };
    }
    case 0x85: {
      const v = r.null(0x85);
      if (v === undefined) return r.under("currencyInfoNotAvailable");
      return { currencyInfoNotAvailable: v };
    }
    case 0x86: {
      const v = r.null(0x86);
      if (v === undefined) return r.under("freeOfChargefromBeginning");
      return { freeOfChargefromBeginning: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAOCSCurrencyInfoRateType(r: Reader): AOCSCurrencyInfoRateType | undefined {
  switch (r.octets[r.at]) {
    case 0xa1: {
      const v = usualDurationCurrency(r, 0xa1);
      return v === undefined ? undefined : { durationCurrency: v };
    }
    case 0xa2: {
      const v = usualFlatRateCurrency(r, 0xa2);
      return v === undefined ? undefined : { flatRateCurrency: v };
    }
    case 0xa3: {
      const v = usualVolumeRateCurrency(r, 0xa3);
      return v === undefined ? undefined : { volumeRateCurrency: v };
    }
    case 0x02: {
      const v = usual.integer(r, 0x02, 1, 10);
      return v === undefined ? undefined : { specialChargingCode: v };
    }
    case 0x84: {
      const v = usual.null(r, 0x84);
      return v === undefined ? undefined : { freeOfCharge: v };
    }
    case 0x85: {
      const v = usual.null(r, 0x85);
      return v === undefined ? undefined : { currencyInfoNotAvailable: v };
    }
    case 0x86: {
      const v = usual.null(r, 0x86);
      return v === undefined ? undefined : { freeOfChargefromBeginning: v };
    }
    default:
      return undefined;
  }
}

export function encodeAOCSCurrencyInfoRateType(w: Writer, at: number, v: AOCSCurrencyInfoRateType): number {
  const c: Alternatives<AOCSCurrencyInfoRateType> = v;
  if (c.durationCurrency !== undefined) return encodeDurationCurrency(w, at, c.durationCurrency, 0xa1);
  if (c.flatRateCurrency !== undefined) return encodeFlatRateCurrency(w, at, c.flatRateCurrency, 0xa2);
  if (c.volumeRateCurrency !== undefined) return encodeVolumeRateCurrency(w, at, c.volumeRateCurrency, 0xa3);
  if (c.specialChargingCode !== undefined) return w.integer(at, 0x02, c.specialChargingCode, 1, 10);
  if (c.freeOfCharge !== undefined) return w.null(at, 0x84);
  if (c.currencyInfoNotAvailable !== undefined) return w.null(at, 0x85);
  if (c.freeOfChargefromBeginning !== undefined) return w.null(at, 0x86);
  throw noAlternative("AOCSCurrencyInfoRateType");
}

export const AOCSCurrencyInfoRateType: Codec<AOCSCurrencyInfoRateType> = codec(
  "AOCSCurrencyInfoRateType",
  encodeAOCSCurrencyInfoRateType,
  readAOCSCurrencyInfoRateType,
  usualAOCSCurrencyInfoRateType,
  {
    kind: "CHOICE",
    elements: [
      { name: "durationCurrency", type: DurationCurrency.type },
      { name: "flatRateCurrency", type: FlatRateCurrency.type },
      { name: "volumeRateCurrency", type: VolumeRateCurrency.type },
      { name: "specialChargingCode", type: { kind: "INTEGER", min: 1, max: 10 } },
      { name: "freeOfCharge", type: { kind: "NULL" } },
      { name: "currencyInfoNotAvailable", type: { kind: "NULL" } },
      { name: "freeOfChargefromBeginning", type: { kind: "NULL" } },
    ],
  },
);

export interface AOCSCurrencyInfo {
  readonly chargedItem: ChargedItem;
  readonly rateType: AOCSCurrencyInfoRateType;
}

export function readAOCSCurrencyInfo(r: Reader, tag = 0x30): AOCSCurrencyInfo | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const chargedItem = readChargedItem(r);
  if (chargedItem === undefined) return r.under("chargedItem");
  const rateType = readAOCSCurrencyInfoRateType(r);
  if (rateType === undefined) return r.under("rateType");
  const v: Mutable<AOCSCurrencyInfo> = {
    chargedItem,
    rateType,
  };
  r.leave(outer);
  return v;
}

export function usualAOCSCurrencyInfo(r: Reader, tag = 0x30): AOCSCurrencyInfo | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const chargedItem = usualChargedItem(r);
  if (chargedItem === undefined) return undefined;
  const rateType = usualAOCSCurrencyInfoRateType(r);
  if (rateType === undefined) return undefined;
  const v: Mutable<AOCSCurrencyInfo> = { chargedItem, rateType };
  return r.at === end ? v : undefined;
}

export function encodeAOCSCurrencyInfo(w: Writer, end: number, v: AOCSCurrencyInfo, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeAOCSCurrencyInfoRateType(w, at, v.rateType);
  at = encodeChargedItem(w, at, v.chargedItem);
  return w.head(at, tag, end);
}

export const AOCSCurrencyInfo: Codec<AOCSCurrencyInfo> = codec(
  "AOCSCurrencyInfo",
  encodeAOCSCurrencyInfo,
  readAOCSCurrencyInfo,
  usualAOCSCurrencyInfo,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "chargedItem", type: ChargedItem.type },
      { name: "rateType", type: AOCSCurrencyInfoRateType.type },
    ],
  },
);

export type AOCSCurrencyInfoList = readonly AOCSCurrencyInfo[];

export function readAOCSCurrencyInfoList(r: Reader, tag = 0x30): AOCSCurrencyInfoList | undefined {
  return r.sequenceOf(tag, readAOCSCurrencyInfo, 1, 10);
}

export function usualAOCSCurrencyInfoList(r: Reader, tag = 0x30): AOCSCurrencyInfoList | undefined {
  return usual.sequenceOf(r, tag, usualAOCSCurrencyInfo, 1, 10);
}

export function encodeAOCSCurrencyInfoList(w: Writer, at: number, v: AOCSCurrencyInfoList, tag = 0x30): number {
  return w.sequenceOf(at, tag, encodeAOCSCurrencyInfo, v, 1, 10);
}

export const AOCSCurrencyInfoList: Codec<AOCSCurrencyInfoList> = codec(
  "AOCSCurrencyInfoList",
  encodeAOCSCurrencyInfoList,
  readAOCSCurrencyInfoList,
  usualAOCSCurrencyInfoList,
  { kind: "SEQUENCE OF", of: AOCSCurrencyInfo.type, min: 1, max: 10 },
);

export type AocRateArgAocRate =
  | { readonly chargeNotAvailable: null }
  | { readonly aocSCurrencyInfoList: readonly AOCSCurrencyInfo[] };

export function readAocRateArgAocRate(r: Reader): AocRateArgAocRate | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("chargeNotAvailable");
      return { chargeNotAvailable: v };
    }
    case 0x30: {
      const v = r.sequenceOf(0x30, readAOCSCurrencyInfo, 1, 10);
      if (v === undefined) return r.under("aocSCurrencyInfoList");
      return { aocSCurrencyInfoList: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAocRateArgAocRate(r: Reader): AocRateArgAocRate | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { chargeNotAvailable: v };
    }
    case 0x30: {
      const v = usual.sequenceOf(r, 0x30, usualAOCSCurrencyInfo, 1, 10);
      return v === undefined ? undefined : { aocSCurrencyInfoList: v };
    }
    default:
      return undefined;
  }
}

export function encodeAocRateArgAocRate(w: Writer, at: number, v: AocRateArgAocRate): number {
  const c: Alternatives<AocRateArgAocRate> = v;
  if (c.chargeNotAvailable !== undefined) return w.null(at, 0x05);
  if (c.aocSCurrencyInfoList !== undefined) return w.sequenceOf(at, 0x30, encodeAOCSCurrencyInfo,
    c.aocSCurrencyInfoList, 1, 10);
  throw noAlternative("AocRateArgAocRate");
}

export const AocRateArgAocRate: Codec<AocRateArgAocRate> = codec(
  "AocRateArgAocRate",
  encodeAocRateArgAocRate,
  readAocRateArgAocRate,
  usualAocRateArgAocRate,
  {
    kind: "CHOICE",
    elements: [
      { name: "chargeNotAvailable", type: { kind: "NULL" } },
      { name: "aocSCurrencyInfoList", type: { kind: "SEQUENCE OF", of: AOCSCurrencyInfo.type, min: 1, max: 10 } },
    ],
  },
);

export interface AocRateArg {
  readonly aocRate: AocRateArgAocRate;
  readonly rateArgExtension?: AOCExtension;
}

export function readAocRateArg(r: Reader, tag = 0x30): AocRateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const aocRate = readAocRateArgAocRate(r);
  if (aocRate === undefined) return r.under("aocRate");
  const v: Mutable<AocRateArg> = {
    aocRate,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.rateArgExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const rateArgExtension = readAOCExtension(r);
        if (rateArgExtension === undefined) return r.under("rateArgExtension");
        v.rateArgExtension = rateArgExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAocRateArg(r: Reader, tag = 0x30): AocRateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const aocRate = usualAocRateArgAocRate(r);
  if (aocRate === undefined) return undefined;
  const v: Mutable<AocRateArg> = { aocRate };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const rateArgExtension = usualAOCExtension(r);
    if (rateArgExtension === undefined) return undefined;
    v.rateArgExtension = rateArgExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeAocRateArg(w: Writer, end: number, v: AocRateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.rateArgExtension !== undefined) at = encodeAOCExtension(w, at, v.rateArgExtension);
  at = encodeAocRateArgAocRate(w, at, v.aocRate);
  return w.head(at, tag, end);
}

export const AocRateArg: Codec<AocRateArg> = codec(
  "AocRateArg",
  encodeAocRateArg,
  readAocRateArg,
  usualAocRateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "aocRate", type: AocRateArgAocRate.type },
      { name: "rateArgExtension", type: AOCExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface AocCompleteArg {
  readonly chargedUser: PartyNumber;
  readonly chargingAssociation?: ChargingAssociation;
  readonly completeArgExtension?: AOCExtension;
}

export function readAocCompleteArg(r: Reader, tag = 0x30): AocCompleteArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const chargedUser = readPartyNumber(r);
  if (chargedUser === undefined) return r.under("chargedUser");
  const v: Mutable<AocCompleteArg> = {
    chargedUser,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa0:
      case 0x02: {
        if (v.chargingAssociation !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const chargingAssociation = readChargingAssociation(r);
        if (chargingAssociation === undefined) return r.under("chargingAssociation");
        v.chargingAssociation = chargingAssociation;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.completeArgExtension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const completeArgExtension = readAOCExtension(r);
        if (completeArgExtension === undefined) return r.under("completeArgExtension");
        v.completeArgExtension = completeArgExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAocCompleteArg(r: Reader, tag = 0x30): AocCompleteArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const chargedUser = usualPartyNumber(r);
  if (chargedUser === undefined) return undefined;
  const v: Mutable<AocCompleteArg> = { chargedUser };
  if (r.at < end && (r.octets[r.at] === 0xa0 || r.octets[r.at] === 0x02)) {
    const chargingAssociation = usualChargingAssociation(r);
    if (chargingAssociation === undefined) return undefined;
    v.chargingAssociation = chargingAssociation;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const completeArgExtension = usualAOCExtension(r);
    if (completeArgExtension === undefined) return undefined;
    v.completeArgExtension = completeArgExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeAocCompleteArg(w: Writer, end: number, v: AocCompleteArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.completeArgExtension !== undefined) at = encodeAOCExtension(w, at, v.completeArgExtension);
  if (v.chargingAssociation !== undefined) at = encodeChargingAssociation(w, at, v.chargingAssociation);
  at = encodePartyNumber(w, at, v.chargedUser);
  return w.head(at, tag, end);
}

export const AocCompleteArg: Codec<AocCompleteArg> = codec(
  "AocCompleteArg",
  encodeAocCompleteArg,
  readAocCompleteArg,
  usualAocCompleteArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "chargedUser", type: PartyNumber.type },
      { name: "chargingAssociation", type: ChargingAssociation.type, presence: "OPTIONAL" },
      { name: "completeArgExtension", type: AOCExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type ChargingOption =
  | "aocFreeOfCharge"
  | "aocContinueCharging"
  | "aocStopCharging";

const chargingOptionNumbers = {
  "aocFreeOfCharge": 0,
  "aocContinueCharging": 1,
  "aocStopCharging": 2,
} as const;
const chargingOptionNames = namesOf(chargingOptionNumbers);

function chargingOptionNumber(v: ChargingOption): number {
  switch (v) {
    case "aocFreeOfCharge":
      return 0;
    case "aocContinueCharging":
      return 1;
    case "aocStopCharging":
      return 2;
  }
}

export function readChargingOption(r: Reader, tag = 0x0a): ChargingOption | undefined {
  return r.enumerated(tag, chargingOptionNames);
}

export function usualChargingOption(r: Reader, tag = 0x0a): ChargingOption | undefined {
  return usual.enumerated(r, tag, chargingOptionNames);
}

export function encodeChargingOption(w: Writer, at: number, v: ChargingOption, tag = 0x0a): number {
  const n = chargingOptionNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const ChargingOption: Codec<ChargingOption> = codec(
  "ChargingOption",
  encodeChargingOption,
  readChargingOption,
  usualChargingOption,
  { kind: "named", names: chargingOptionNumbers, open: false },
);

export interface AocCompleteRes {
  readonly chargingOption: ChargingOption;
  readonly completeResExtension?: AOCExtension;
}

export function readAocCompleteRes(r: Reader, tag = 0x30): AocCompleteRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const chargingOption = readChargingOption(r);
  if (chargingOption === undefined) return r.under("chargingOption");
  const v: Mutable<AocCompleteRes> = {
    chargingOption,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.completeResExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const completeResExtension = readAOCExtension(r);
        if (completeResExtension === undefined) return r.under("completeResExtension");
        v.completeResExtension = completeResExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAocCompleteRes(r: Reader, tag = 0x30): AocCompleteRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const chargingOption = usualChargingOption(r);
  if (chargingOption === undefined) return undefined;
  const v: Mutable<AocCompleteRes> = { chargingOption };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const completeResExtension = usualAOCExtension(r);
    if (completeResExtension === undefined) return undefined;
    v.completeResExtension = completeResExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeAocCompleteRes(w: Writer, end: number, v: AocCompleteRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.completeResExtension !== undefined) at = encodeAOCExtension(w, at, v.completeResExtension);
  at = encodeChargingOption(w, at, v.chargingOption);
  return w.head(at, tag, end);
}

export const AocCompleteRes: Codec<AocCompleteRes> = codec(
  "AocCompleteRes",
  encodeAocCompleteRes,
  readAocCompleteRes,
  usualAocCompleteRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "chargingOption", type: ChargingOption.type },
      { name: "completeResExtension", type: AOCExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type DiversionType =
  | "callForwardingUnconditional"
  | "callForwardingBusy"
  | "callForwardingNoReply"
  | "callDeflection";

const diversionTypeNumbers = {
  "callForwardingUnconditional": 0,
  "callForwardingBusy": 1,
  "callForwardingNoReply": 2,
  "callDeflection": 3,
} as const;
const diversionTypeNames = namesOf(diversionTypeNumbers);

function diversionTypeNumber(v: DiversionType): number {
  switch (v) {
    case "callForwardingUnconditional":
      return 0;
    case "callForwardingBusy":
      return 1;
    case "callForwardingNoReply":
      return 2;
    case "callDeflection":
      return 3;
  }
}

export function readDiversionType(r: Reader, tag = 0x0a): DiversionType | undefined {
  return r.enumerated(tag, diversionTypeNames);
}

export function usualDiversionType(r: Reader, tag = 0x0a): DiversionType | undefined {
  return usual.enumerated(r, tag, diversionTypeNames);
}

export function encodeDiversionType(w: Writer, at: number, v: DiversionType, tag = 0x0a): number {
  const n = diversionTypeNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const DiversionType: Codec<DiversionType> = codec(
  "DiversionType",
  encodeDiversionType,
  readDiversionType,
  usualDiversionType,
  { kind: "named", names: diversionTypeNumbers, open: false },
);

export interface AocDivChargeReqArg {
  readonly divertingUser: PartyNumber;
  readonly chargingAssociation?: ChargingAssociation;
  readonly diversionType: DiversionType;
  readonly aocDivChargeReqArgExt?: AOCExtension;
}

export function readAocDivChargeReqArg(r: Reader, tag = 0x30): AocDivChargeReqArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const divertingUser = readPartyNumber(r);
  if (divertingUser === undefined) return r.under("divertingUser");
  let chargingAssociation: ChargingAssociation | undefined;
  if (r.tag() === 0xa0 || r.tag() === 0x02) {
    chargingAssociation = readChargingAssociation(r);
    if (chargingAssociation === undefined) return r.under("chargingAssociation");
  }
  const diversionType = readDiversionType(r);
  if (diversionType === undefined) return r.under("diversionType");
  const v: Mutable<AocDivChargeReqArg> = {
    divertingUser,
    diversionType,
  };
  if (chargingAssociation !== undefined) v.chargingAssociation = chargingAssociation;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.aocDivChargeReqArgExt !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const aocDivChargeReqArgExt = readAOCExtension(r);
        if (aocDivChargeReqArgExt === undefined) return r.under("aocDivChargeReqArgExt");
        v.aocDivChargeReqArgExt = aocDivChargeReqArgExt;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAocDivChargeReqArg(r: Reader, tag = 0x30): AocDivChargeReqArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const divertingUser = usualPartyNumber(r);
  if (divertingUser === undefined) return undefined;
  let chargingAssociation: ChargingAssociation | undefined;
  if (r.at < end && (r.octets[r.at] === 0xa0 || r.octets[r.at] === 0x02)) {
    chargingAssociation = usualChargingAssociation(r);
    if (chargingAssociation === undefined) return undefined;
  }
  const diversionType = usualDiversionType(r);
  if (diversionType === undefined) return undefined;
  const v: Mutable<AocDivChargeReqArg> = { divertingUser, diversionType };
  if (chargingAssociation !== undefined) v.chargingAssociation = chargingAssociation;
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const aocDivChargeReqArgExt = usualAOCExtension(r);
    if (aocDivChargeReqArgExt === undefined) return undefined;
    v.aocDivChargeReqArgExt = aocDivChargeReqArgExt;
  }
  return r.at === end ? v : undefined;
}

export function encodeAocDivChargeReqArg(w: Writer, end: number, v: AocDivChargeReqArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.aocDivChargeReqArgExt !== undefined) at = encodeAOCExtension(w, at, v.aocDivChargeReqArgExt);
  at = encodeDiversionType(w, at, v.diversionType);
  if (v.chargingAssociation !== undefined) at = encodeChargingAssociation(w, at, v.chargingAssociation);
  at = encodePartyNumber(w, at, v.divertingUser);
  return w.head(at, tag, end);
}

export const AocDivChargeReqArg: Codec<AocDivChargeReqArg> = codec(
  "AocDivChargeReqArg",
  encodeAocDivChargeReqArg,
  readAocDivChargeReqArg,
  usualAocDivChargeReqArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "divertingUser", type: PartyNumber.type },
      { name: "chargingAssociation", type: ChargingAssociation.type, presence: "OPTIONAL" },
      { name: "diversionType", type: DiversionType.type },
      { name: "aocDivChargeReqArgExt", type: AOCExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type DummyArg =
  | { readonly none: null }
  | { readonly extension: Extension }
  | { readonly multipleExtension: readonly Extension[] };

export function readDummyArg(r: Reader): DummyArg | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("none");
      return { none: v };
    }
    case 0xa1: {
      const v = readExtension(r, 0xa1);
      if (v === undefined) return r.under("extension");
      return { extension: v };
    }
    case 0xa2: {
      const v = r.sequenceOf(0xa2, readExtension);
      if (v === undefined) return r.under("multipleExtension");
      return { multipleExtension: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualDummyArg(r: Reader): DummyArg | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { none: v };
    }
    case 0xa1: {
      const v = usualExtension(r, 0xa1);
      return v === undefined ? undefined : { extension: v };
    }
    case 0xa2: {
      const v = usual.sequenceOf(r, 0xa2, usualExtension);
      return v === undefined ? undefined : { multipleExtension: v };
    }
    default:
      return undefined;
  }
}

export function encodeDummyArg(w: Writer, at: number, v: DummyArg): number {
  const c: Alternatives<DummyArg> = v;
  if (c.none !== undefined) return w.null(at, 0x05);
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.multipleExtension !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.multipleExtension);
  throw noAlternative("DummyArg");
}

export const DummyArg: Codec<DummyArg> = codec(
  "DummyArg",
  encodeDummyArg,
  readDummyArg,
  usualDummyArg,
  {
    kind: "CHOICE",
    elements: [
      { name: "none", type: { kind: "NULL" } },
      { name: "extension", type: Extension.type },
      { name: "multipleExtension", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);
