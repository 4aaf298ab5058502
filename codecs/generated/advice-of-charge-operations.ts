// Generated from asn1/Advice-of-Charge-Operations.asn by asn1/tool; do not edit.
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
} from "./addressing-data-elements.ts";

export type ChargingCase =
  | "chargingInformationAtCallSetup"
  | "chargingDuringACall"
  | "chargingAtTheEndOfACall";

const chargingCaseNumbers = {
  "chargingInformationAtCallSetup": 0,
  "chargingDuringACall": 1,
  "chargingAtTheEndOfACall": 2,
} as const;
const chargingCaseNames = namesOf(chargingCaseNumbers);

function chargingCaseNumber(v: ChargingCase): number {
  switch (v) {
    case "chargingInformationAtCallSetup":
      return 0;
    case "chargingDuringACall":
      return 1;
    case "chargingAtTheEndOfACall":
      return 2;
  }
}

export function readChargingCase(r: Reader, tag = 0x0a): ChargingCase | undefined {
  return r.enumerated(tag, chargingCaseNames);
}

export function usualChargingCase(r: Reader, tag = 0x0a): ChargingCase | undefined {
  return usual.enumerated(r, tag, chargingCaseNames);
}

export function encodeChargingCase(w: Writer, at: number, v: ChargingCase, tag = 0x0a): number {
  const n = chargingCaseNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const ChargingCase: Codec<ChargingCase> = codec(
  "ChargingCase",
  encodeChargingCase,
  readChargingCase,
  usualChargingCase,
  { kind: "named", names: chargingCaseNumbers, open: false },
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

export type Currency = string;

export function readCurrency(r: Reader, tag = 0x16): Currency | undefined {
  return r.ia5String(tag, 1, 10);
}

export function usualCurrency(r: Reader, tag = 0x16): Currency | undefined {
  return usual.ia5String(r, tag, 1, 10);
}

export function encodeCurrency(w: Writer, at: number, v: Currency, tag = 0x16): number {
  return w.ia5String(at, tag, v, 1, 10);
}

export const Currency: Codec<Currency> = codec(
  "Currency",
  encodeCurrency,
  readCurrency,
  usualCurrency,
  { kind: "IA5String", min: 1, max: 10 },
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
  const dCurrency = r.ia5String(0x81, 1, 10);
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
  const dCurrency = usual.ia5String(r, 0x81, 1, 10);
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
  at = w.ia5String(at, 0x81, v.dCurrency, 1, 10);
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
      { name: "dCurrency", type: { kind: "IA5String", min: 1, max: 10 } },
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
  const fRCurrency = r.ia5String(0x81, 1, 10);
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
  const fRCurrency = usual.ia5String(r, 0x81, 1, 10);
  if (fRCurrency === undefined) return undefined;
  const fRAmount = usualAmount(r, 0xa2);
  if (fRAmount === undefined) return undefined;
  const v: Mutable<FlatRateCurrency> = { fRCurrency, fRAmount };
  return r.at === end ? v : undefined;
}

export function encodeFlatRateCurrency(w: Writer, end: number, v: FlatRateCurrency, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeAmount(w, at, v.fRAmount, 0xa2);
  at = w.ia5String(at, 0x81, v.fRCurrency, 1, 10);
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
      { name: "fRCurrency", type: { kind: "IA5String", min: 1, max: 10 } },
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
  const vRCurrency = r.ia5String(0x81, 1, 10);
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
  const vRCurrency = usual.ia5String(r, 0x81, 1, 10);
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
  at = w.ia5String(at, 0x81, v.vRCurrency, 1, 10);
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
      { name: "vRCurrency", type: { kind: "IA5String", min: 1, max: 10 } },
      { name: "vRAmount", type: Amount.type },
      { name: "vRVolumeUnit", type: VolumeUnit.type },
    ],
  },
);

export type SpecificCurrency =
  | { readonly durationCurrency: DurationCurrency }
  | { readonly flatRateCurrency: FlatRateCurrency }
  | { readonly volumeRateCurrency: VolumeRateCurrency };

export function readSpecificCurrency(r: Reader): SpecificCurrency | undefined {
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
    default:
      return r.unexpected();
  }
}

export function usualSpecificCurrency(r: Reader): SpecificCurrency | undefined {
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
    default:
      return undefined;
  }
}

export function encodeSpecificCurrency(w: Writer, at: number, v: SpecificCurrency): number {
  const c: Alternatives<SpecificCurrency> = v;
  if (c.durationCurrency !== undefined) return encodeDurationCurrency(w, at, c.durationCurrency, 0xa1);
  if (c.flatRateCurrency !== undefined) return encodeFlatRateCurrency(w, at, c.flatRateCurrency, 0xa2);
  if (c.volumeRateCurrency !== undefined) return encodeVolumeRateCurrency(w, at, c.volumeRateCurrency, 0xa3);
  throw noAlternative("SpecificCurrency");
}

export const SpecificCurrency: Codec<SpecificCurrency> = codec(
  "SpecificCurrency",
  encodeSpecificCurrency,
  readSpecificCurrency,
  usualSpecificCurrency,
  {
    kind: "CHOICE",
    elements: [
      { name: "durationCurrency", type: DurationCurrency.type },
      { name: "flatRateCurrency", type: FlatRateCurrency.type },
      { name: "volumeRateCurrency", type: VolumeRateCurrency.type },
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

export type AOCSCurrencyInfoChargingtype =
  | { readonly specificCurrency: SpecificCurrency }
  | { readonly specialChargingCode: number }
  | { readonly freeOfCharge: null }
  | { readonly currencyInfoNotAvailable: null };

export function readAOCSCurrencyInfoChargingtype(r: Reader): AOCSCurrencyInfoChargingtype | undefined {
  switch (r.tag()) {
    case 0xa1:
    case 0xa2:
    case 0xa3: {
      const v = readSpecificCurrency(r);
      if (v === undefined) return r.under("specificCurrency");
      return { specificCurrency: v };
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
    default:
      return r.unexpected();
  }
}

export function usualAOCSCurrencyInfoChargingtype(r: Reader): AOCSCurrencyInfoChargingtype | undefined {
  switch (r.octets[r.at]) {
    case 0xa1:
    case 0xa2:
    case 0xa3: {
      const v = usualSpecificCurrency(r);
      return v === undefined ? undefined : { specificCurrency: v };
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
    default:
      return undefined;
  }
}

export function encodeAOCSCurrencyInfoChargingtype(w: Writer, at: number, v: AOCSCurrencyInfoChargingtype): number {
  const c: Alternatives<AOCSCurrencyInfoChargingtype> = v;
  if (c.specificCurrency !== undefined) return encodeSpecificCurrency(w, at, c.specificCurrency);
  if (c.specialChargingCode !== undefined) return w.integer(at, 0x02, c.specialChargingCode, 1, 10);
  if (c.freeOfCharge !== undefined) return w.null(at, 0x84);
  if (c.currencyInfoNotAvailable !== undefined) return w.null(at, 0x85);
  throw noAlternative("AOCSCurrencyInfoChargingtype");
}

export const AOCSCurrencyInfoChargingtype: Codec<AOCSCurrencyInfoChargingtype> = codec(
  "AOCSCurrencyInfoChargingtype",
  encodeAOCSCurrencyInfoChargingtype,
  readAOCSCurrencyInfoChargingtype,
  usualAOCSCurrencyInfoChargingtype,
  {
    kind: "CHOICE",
    elements: [
      { name: "specificCurrency", type: SpecificCurrency.type },
      { name: "specialChargingCode", type: { kind: "INTEGER", min: 1, max: 10 } },
      { name: "freeOfCharge", type: { kind: "NULL" } },
      { name: "currencyInfoNotAvailable", type: { kind: "NULL" } },
    ],
  },
);

export interface AOCSCurrencyInfo {
  readonly chargedItem: ChargedItem;
  readonly chargingtype: AOCSCurrencyInfoChargingtype;
}

export function readAOCSCurrencyInfo(r: Reader, tag = 0x30): AOCSCurrencyInfo | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const chargedItem = readChargedItem(r);
  if (chargedItem === undefined) return r.under("chargedItem");
  const chargingtype = readAOCSCurrencyInfoChargingtype(r);
  if (chargingtype === undefined) return r.under("chargingtype");
  const v: Mutable<AOCSCurrencyInfo> = {
    chargedItem,
    chargingtype,
  };
  r.leave(outer);
  return v;
}

export function usualAOCSCurrencyInfo(r: Reader, tag = 0x30): AOCSCurrencyInfo | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const chargedItem = usualChargedItem(r);
  if (chargedItem === undefined) return undefined;
  const chargingtype = usualAOCSCurrencyInfoChargingtype(r);
  if (chargingtype === undefined) return undefined;
  const v: Mutable<AOCSCurrencyInfo> = { chargedItem, chargingtype };
  return r.at === end ? v : undefined;
}

export function encodeAOCSCurrencyInfo(w: Writer, end: number, v: AOCSCurrencyInfo, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeAOCSCurrencyInfoChargingtype(w, at, v.chargingtype);
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
      { name: "chargingtype", type: AOCSCurrencyInfoChargingtype.type },
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

export type AOCSSpecialArrInfo = number;

export function readAOCSSpecialArrInfo(r: Reader, tag = 0x02): AOCSSpecialArrInfo | undefined {
  return r.integer(tag, 1, 10);
}

export function usualAOCSSpecialArrInfo(r: Reader, tag = 0x02): AOCSSpecialArrInfo | undefined {
  return usual.integer(r, tag, 1, 10);
}

export function encodeAOCSSpecialArrInfo(w: Writer, at: number, v: AOCSSpecialArrInfo, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 1 || n > 10) return w.integer(at, tag, n, 1, 10);
  return w.oneOctet(at, tag, n);
}

export const AOCSSpecialArrInfo: Codec<AOCSSpecialArrInfo> = codec(
  "AOCSSpecialArrInfo",
  encodeAOCSSpecialArrInfo,
  readAOCSSpecialArrInfo,
  usualAOCSSpecialArrInfo,
  { kind: "INTEGER", min: 1, max: 10 },
);

export type ChargingRequestRes =
  | { readonly aOCSCurrencyInfoList: readonly AOCSCurrencyInfo[] }
  | { readonly aOCSSpecialArrInfo: number }
  | { readonly chargingInfoFollows: null };

export function readChargingRequestRes(r: Reader): ChargingRequestRes | undefined {
  switch (r.tag()) {
    case 0x30: {
      const v = r.sequenceOf(0x30, readAOCSCurrencyInfo, 1, 10);
      if (v === undefined) return r.under("aOCSCurrencyInfoList");
      return { aOCSCurrencyInfoList: v };
    }
    case 0x02: {
      const v = r.integer(0x02, 1, 10);
      if (v === undefined) return r.under("aOCSSpecialArrInfo");
      return { aOCSSpecialArrInfo: v };
    }
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("chargingInfoFollows");
      return { chargingInfoFollows: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualChargingRequestRes(r: Reader): ChargingRequestRes | undefined {
  switch (r.octets[r.at]) {
    case 0x30: {
      const v = usual.sequenceOf(r, 0x30, usualAOCSCurrencyInfo, 1, 10);
      return v === undefined ? undefined : { aOCSCurrencyInfoList: v };
    }
    case 0x02: {
      const v = usual.integer(r, 0x02, 1, 10);
      return v === undefined ? undefined : { aOCSSpecialArrInfo: v };
    }
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { chargingInfoFollows: v };
    }
    default:
      return undefined;
  }
}

export function encodeChargingRequestRes(w: Writer, at: number, v: ChargingRequestRes): number {
  const c: Alternatives<ChargingRequestRes> = v;
  if (c.aOCSCurrencyInfoList !== undefined) return w.sequenceOf(at, 0x30, encodeAOCSCurrencyInfo,
    c.aOCSCurrencyInfoList, 1, 10);
  if (c.aOCSSpecialArrInfo !== undefined) return w.integer(at, 0x02, c.aOCSSpecialArrInfo, 1, 10);
  if (c.chargingInfoFollows !== undefined) return w.null(at, 0x05);
  throw noAlternative("ChargingRequestRes");
}

export const ChargingRequestRes: Codec<ChargingRequestRes> = codec(
  "ChargingRequestRes",
  encodeChargingRequestRes,
  readChargingRequestRes,
  usualChargingRequestRes,
  {
    kind: "CHOICE",
    elements: [
      { name: "aOCSCurrencyInfoList", type: { kind: "SEQUENCE OF", of: AOCSCurrencyInfo.type, min: 1, max: 10 } },
      { name: "aOCSSpecialArrInfo", type: { kind: "INTEGER", min: 1, max: 10 } },
      { name: "chargingInfoFollows", type: { kind: "NULL" } },
    ],
  },
);

export type AOCSCurrencyArg =
  | { readonly chargeNotAvailable: null }
  | { readonly aOCSCurrencyInfoList: readonly AOCSCurrencyInfo[] };

export function readAOCSCurrencyArg(r: Reader): AOCSCurrencyArg | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("chargeNotAvailable");
      return { chargeNotAvailable: v };
    }
    case 0x30: {
      const v = r.sequenceOf(0x30, readAOCSCurrencyInfo, 1, 10);
      if (v === undefined) return r.under("aOCSCurrencyInfoList");
      return { aOCSCurrencyInfoList: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAOCSCurrencyArg(r: Reader): AOCSCurrencyArg | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { chargeNotAvailable: v };
    }
    case 0x30: {
      const v = usual.sequenceOf(r, 0x30, usualAOCSCurrencyInfo, 1, 10);
      return v === undefined ? undefined : { aOCSCurrencyInfoList: v };
    }
    default:
      return undefined;
  }
}

export function encodeAOCSCurrencyArg(w: Writer, at: number, v: AOCSCurrencyArg): number {
  const c: Alternatives<AOCSCurrencyArg> = v;
  if (c.chargeNotAvailable !== undefined) return w.null(at, 0x05);
  if (c.aOCSCurrencyInfoList !== undefined) return w.sequenceOf(at, 0x30, encodeAOCSCurrencyInfo,
    c.aOCSCurrencyInfoList, 1, 10);
  throw noAlternative("AOCSCurrencyArg");
}

export const AOCSCurrencyArg: Codec<AOCSCurrencyArg> = codec(
  "AOCSCurrencyArg",
  encodeAOCSCurrencyArg,
  readAOCSCurrencyArg,
  usualAOCSCurrencyArg,
  {
    kind: "CHOICE",
    elements: [
      { name: "chargeNotAvailable", type: { kind: "NULL" } },
      { name: "aOCSCurrencyInfoList", type: { kind: "SEQUENCE OF", of: AOCSCurrencyInfo.type, min: 1, max: 10 } },
    ],
  },
);

export type AOCSSpecialArrArg =
  | { readonly chargeNotAvailable: null }
  | { readonly aOCSSpecialArrInfo: number };

export function readAOCSSpecialArrArg(r: Reader): AOCSSpecialArrArg | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("chargeNotAvailable");
      return { chargeNotAvailable: v };
    }
    case 0x02: {
      const v = r.integer(0x02, 1, 10);
      if (v === undefined) return r.under("aOCSSpecialArrInfo");
      return { aOCSSpecialArrInfo: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAOCSSpecialArrArg(r: Reader): AOCSSpecialArrArg | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { chargeNotAvailable: v };
    }
    case 0x02: {
      const v = usual.integer(r, 0x02, 1, 10);
      return v === undefined ? undefined : { aOCSSpecialArrInfo: v };
    }
    default:
      return undefined;
  }
}

export function encodeAOCSSpecialArrArg(w: Writer, at: number, v: AOCSSpecialArrArg): number {
  const c: Alternatives<AOCSSpecialArrArg> = v;
  if (c.chargeNotAvailable !== undefined) return w.null(at, 0x05);
  if (c.aOCSSpecialArrInfo !== undefined) return w.integer(at, 0x02, c.aOCSSpecialArrInfo, 1, 10);
  throw noAlternative("AOCSSpecialArrArg");
}

export const AOCSSpecialArrArg: Codec<AOCSSpecialArrArg> = codec(
  "AOCSSpecialArrArg",
  encodeAOCSSpecialArrArg,
  readAOCSSpecialArrArg,
  usualAOCSSpecialArrArg,
  {
    kind: "CHOICE",
    elements: [
      { name: "chargeNotAvailable", type: { kind: "NULL" } },
      { name: "aOCSSpecialArrInfo", type: { kind: "INTEGER", min: 1, max: 10 } },
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
  const rCurrency = r.ia5String(0x81, 1, 10);
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
  const rCurrency = usual.ia5String(r, 0x81, 1, 10);
  if (rCurrency === undefined) return undefined;
  const rAmount = usualAmount(r, 0xa2);
  if (rAmount === undefined) return undefined;
  const v: Mutable<RecordedCurrency> = { rCurrency, rAmount };
  return r.at === end ? v : undefined;
}

export function encodeRecordedCurrency(w: Writer, end: number, v: RecordedCurrency, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeAmount(w, at, v.rAmount, 0xa2);
  at = w.ia5String(at, 0x81, v.rCurrency, 1, 10);
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
      { name: "rCurrency", type: { kind: "IA5String", min: 1, max: 10 } },
      { name: "rAmount", type: Amount.type },
    ],
  },
);

export type TypeOfChargingInfo =
  | "subTotal"
  | "total";

const typeOfChargingInfoNumbers = {
  "subTotal": 0,
  "total": 1,
} as const;
const typeOfChargingInfoNames = namesOf(typeOfChargingInfoNumbers);

function typeOfChargingInfoNumber(v: TypeOfChargingInfo): number {
  switch (v) {
    case "subTotal":
      return 0;
    case "total":
      return 1;
  }
}

export function readTypeOfChargingInfo(r: Reader, tag = 0x0a): TypeOfChargingInfo | undefined {
  return r.enumerated(tag, typeOfChargingInfoNames);
}

export function usualTypeOfChargingInfo(r: Reader, tag = 0x0a): TypeOfChargingInfo | undefined {
  return usual.enumerated(r, tag, typeOfChargingInfoNames);
}

export function encodeTypeOfChargingInfo(w: Writer, at: number, v: TypeOfChargingInfo, tag = 0x0a): number {
  const n = typeOfChargingInfoNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const TypeOfChargingInfo: Codec<TypeOfChargingInfo> = codec(
  "TypeOfChargingInfo",
  encodeTypeOfChargingInfo,
  readTypeOfChargingInfo,
  usualTypeOfChargingInfo,
  { kind: "named", names: typeOfChargingInfoNumbers, open: false },
);

export type AOCDBillingId =
  | "normalCharging"
  | "reverseCharging"
  | "creditCardCharging";

const aOCDBillingIdNumbers = {
  "normalCharging": 0,
  "reverseCharging": 1,
  "creditCardCharging": 2,
} as const;
const aOCDBillingIdNames = namesOf(aOCDBillingIdNumbers);

function aOCDBillingIdNumber(v: AOCDBillingId): number {
  switch (v) {
    case "normalCharging":
      return 0;
    case "reverseCharging":
      return 1;
    case "creditCardCharging":
      return 2;
  }
}

export function readAOCDBillingId(r: Reader, tag = 0x0a): AOCDBillingId | undefined {
  return r.enumerated(tag, aOCDBillingIdNames);
}

export function usualAOCDBillingId(r: Reader, tag = 0x0a): AOCDBillingId | undefined {
  return usual.enumerated(r, tag, aOCDBillingIdNames);
}

export function encodeAOCDBillingId(w: Writer, at: number, v: AOCDBillingId, tag = 0x0a): number {
  const n = aOCDBillingIdNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const AOCDBillingId: Codec<AOCDBillingId> = codec(
  "AOCDBillingId",
  encodeAOCDBillingId,
  readAOCDBillingId,
  usualAOCDBillingId,
  { kind: "named", names: aOCDBillingIdNumbers, open: false },
);

export interface AOCDSpecificCurrency {
  readonly recordedCurrency: RecordedCurrency;
  readonly typeOfChargingInfo: TypeOfChargingInfo;
  readonly aOCDBillingId?: AOCDBillingId;
}

export function readAOCDSpecificCurrency(r: Reader, tag = 0x30): AOCDSpecificCurrency | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const recordedCurrency = readRecordedCurrency(r, 0xa1);
  if (recordedCurrency === undefined) return r.under("recordedCurrency");
  const typeOfChargingInfo = readTypeOfChargingInfo(r, 0x82);
  if (typeOfChargingInfo === undefined) return r.under("typeOfChargingInfo");
  const v: Mutable<AOCDSpecificCurrency> = {
    recordedCurrency,
    typeOfChargingInfo,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x83: {
        if (v.aOCDBillingId !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const aOCDBillingId = readAOCDBillingId(r, 0x83);
        if (aOCDBillingId === undefined) return r.under("aOCDBillingId");
        v.aOCDBillingId = aOCDBillingId;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAOCDSpecificCurrency(r: Reader, tag = 0x30): AOCDSpecificCurrency | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const recordedCurrency = usualRecordedCurrency(r, 0xa1);
  if (recordedCurrency === undefined) return undefined;
  const typeOfChargingInfo = usualTypeOfChargingInfo(r, 0x82);
  if (typeOfChargingInfo === undefined) return undefined;
  const v: Mutable<AOCDSpecificCurrency> = { recordedCurrency, typeOfChargingInfo };
  if (r.at < end && r.octets[r.at] === 0x83) {
    const aOCDBillingId = usualAOCDBillingId(r, 0x83);
    if (aOCDBillingId === undefined) return undefined;
    v.aOCDBillingId = aOCDBillingId;
  }
  return r.at === end ? v : undefined;
}

export function encodeAOCDSpecificCurrency(w: Writer, end: number, v: AOCDSpecificCurrency, tag = 0x30): number {
  let at = end - w.tail;
  if (v.aOCDBillingId !== undefined) at = encodeAOCDBillingId(w, at, v.aOCDBillingId, 0x83);
  at = encodeTypeOfChargingInfo(w, at, v.typeOfChargingInfo, 0x82);
  at = encodeRecordedCurrency(w, at, v.recordedCurrency, 0xa1);
  return w.head(at, tag, end);
}

export const AOCDSpecificCurrency: Codec<AOCDSpecificCurrency> = codec(
  "AOCDSpecificCurrency",
  encodeAOCDSpecificCurrency,
  readAOCDSpecificCurrency,
  usualAOCDSpecificCurrency,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "recordedCurrency", type: RecordedCurrency.type },
      { name: "typeOfChargingInfo", type: TypeOfChargingInfo.type },
      { name: "aOCDBillingId", type: AOCDBillingId.type, presence: "OPTIONAL" },
    ],
  },
);

export type AOCDCurrencyInfo =
  | { readonly specificCurrency: AOCDSpecificCurrency }
  | { readonly freeOfCharge: null };

export function readAOCDCurrencyInfo(r: Reader): AOCDCurrencyInfo | undefined {
  switch (r.tag()) {
    case 0x30: {
      const v = readAOCDSpecificCurrency(r);
      if (v === undefined) return r.under("specificCurrency");
      return { specificCurrency: v };
    }
    case 0x81: {
      const v = r.null(0x81);
      if (v === undefined) return r.under("freeOfCharge");
      return { freeOfCharge: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAOCDCurrencyInfo(r: Reader): AOCDCurrencyInfo | undefined {
  switch (r.octets[r.at]) {
    case 0x30: {
      const v = usualAOCDSpecificCurrency(r);
      return v === undefined ? undefined : { specificCurrency: v };
    }
    case 0x81: {
      const v = usual.null(r, 0x81);
      return v === undefined ? undefined : { freeOfCharge: v };
    }
    default:
      return undefined;
  }
}

export function encodeAOCDCurrencyInfo(w: Writer, at: number, v: AOCDCurrencyInfo): number {
  const c: Alternatives<AOCDCurrencyInfo> = v;
  if (c.specificCurrency !== undefined) return encodeAOCDSpecificCurrency(w, at, c.specificCurrency);
  if (c.freeOfCharge !== undefined) return w.null(at, 0x81);
  throw noAlternative("AOCDCurrencyInfo");
}

export const AOCDCurrencyInfo: Codec<AOCDCurrencyInfo> = codec(
  "AOCDCurrencyInfo",
  encodeAOCDCurrencyInfo,
  readAOCDCurrencyInfo,
  usualAOCDCurrencyInfo,
  {
    kind: "CHOICE",
    elements: [
      { name: "specificCurrency", type: AOCDSpecificCurrency.type },
      { name: "freeOfCharge", type: { kind: "NULL" } },
    ],
  },
);

export type AOCDCurrencyArg =
  | { readonly chargeNotAvailable: null }
  | { readonly aOCDCurrencyInfo: AOCDCurrencyInfo };

export function readAOCDCurrencyArg(r: Reader): AOCDCurrencyArg | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("chargeNotAvailable");
      return { chargeNotAvailable: v };
    }
    case 0x30:
    case 0x81: {
      const v = readAOCDCurrencyInfo(r);
      if (v === undefined) return r.under("aOCDCurrencyInfo");
      return { aOCDCurrencyInfo: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAOCDCurrencyArg(r: Reader): AOCDCurrencyArg | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { chargeNotAvailable: v };
    }
    case 0x30:
    case 0x81: {
      const v = usualAOCDCurrencyInfo(r);
      return v === undefined ? undefined : { aOCDCurrencyInfo: v };
    }
    default:
      return undefined;
  }
}

export function encodeAOCDCurrencyArg(w: Writer, at: number, v: AOCDCurrencyArg): number {
  const c: Alternatives<AOCDCurrencyArg> = v;
  if (c.chargeNotAvailable !== undefined) return w.null(at, 0x05);
  if (c.aOCDCurrencyInfo !== undefined) return encodeAOCDCurrencyInfo(w, at, c.aOCDCurrencyInfo);
  throw noAlternative("AOCDCurrencyArg");
}

export const AOCDCurrencyArg: Codec<AOCDCurrencyArg> = codec(
  "AOCDCurrencyArg",
  encodeAOCDCurrencyArg,
  readAOCDCurrencyArg,
  usualAOCDCurrencyArg,
  {
    kind: "CHOICE",
    elements: [
      { name: "chargeNotAvailable", type: { kind: "NULL" } },
      { name: "aOCDCurrencyInfo", type: AOCDCurrencyInfo.type },
    ],
  },
);

export type NumberOfUnits = number;

export function readNumberOfUnits(r: Reader, tag = 0x02): NumberOfUnits | undefined {
  return r.integer(tag, 0, 16777215);
}

export function usualNumberOfUnits(r: Reader, tag = 0x02): NumberOfUnits | undefined {
  return usual.integer(r, tag, 0, 16777215);
}

export function encodeNumberOfUnits(w: Writer, at: number, v: NumberOfUnits, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 16777215);
  return w.oneOctet(at, tag, n);
}

export const NumberOfUnits: Codec<NumberOfUnits> = codec(
  "NumberOfUnits",
  encodeNumberOfUnits,
  readNumberOfUnits,
  usualNumberOfUnits,
  { kind: "INTEGER", min: 0, max: 16777215 },
);

export type RecordedUnitsUnits =
  | { readonly recordedNumberOfUnits: number }
  | { readonly notAvailable: null };

export function readRecordedUnitsUnits(r: Reader): RecordedUnitsUnits | undefined {
  switch (r.tag()) {
    case 0x02: {
      const v = r.integer(0x02, 0, 16777215);
      if (v === undefined) return r.under("recordedNumberOfUnits");
      return { recordedNumberOfUnits: v };
    }
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("notAvailable");
      return { notAvailable: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualRecordedUnitsUnits(r: Reader): RecordedUnitsUnits | undefined {
  switch (r.octets[r.at]) {
    case 0x02: {
      const v = usual.integer(r, 0x02, 0, 16777215);
      return v === undefined ? undefined : { recordedNumberOfUnits: v };
    }
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { notAvailable: v };
    }
    default:
      return undefined;
  }
}

export function encodeRecordedUnitsUnits(w: Writer, at: number, v: RecordedUnitsUnits): number {
  const c: Alternatives<RecordedUnitsUnits> = v;
  if (c.recordedNumberOfUnits !== undefined) return w.integer(at, 0x02, c.recordedNumberOfUnits, 0, 16777215);
  if (c.notAvailable !== undefined) return w.null(at, 0x05);
  throw noAlternative("RecordedUnitsUnits");
}

export const RecordedUnitsUnits: Codec<RecordedUnitsUnits> = codec(
  "RecordedUnitsUnits",
  encodeRecordedUnitsUnits,
  readRecordedUnitsUnits,
  usualRecordedUnitsUnits,
  {
    kind: "CHOICE",
    elements: [
      { name: "recordedNumberOfUnits", type: { kind: "INTEGER", min: 0, max: 16777215 } },
      { name: "notAvailable", type: { kind: "NULL" } },
    ],
  },
);

export type TypeOfUnit = number;

export function readTypeOfUnit(r: Reader, tag = 0x02): TypeOfUnit | undefined {
  return r.integer(tag, 1, 16);
}

export function usualTypeOfUnit(r: Reader, tag = 0x02): TypeOfUnit | undefined {
  return usual.integer(r, tag, 1, 16);
}

export function encodeTypeOfUnit(w: Writer, at: number, v: TypeOfUnit, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 1 || n > 16) return w.integer(at, tag, n, 1, 16);
  return w.oneOctet(at, tag, n);
}

export const TypeOfUnit: Codec<TypeOfUnit> = codec(
  "TypeOfUnit",
  encodeTypeOfUnit,
  readTypeOfUnit,
  usualTypeOfUnit,
  { kind: "INTEGER", min: 1, max: 16 },
);

export interface RecordedUnits {
  readonly units: RecordedUnitsUnits;
  readonly recordedTypeOfUnits?: number;
}

export function readRecordedUnits(r: Reader, tag = 0x30): RecordedUnits | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const units = readRecordedUnitsUnits(r);
  if (units === undefined) return r.under("units");
  const v: Mutable<RecordedUnits> = {
    units,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x02: {
        if (v.recordedTypeOfUnits !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const recordedTypeOfUnits = r.integer(0x02, 1, 16);
        if (recordedTypeOfUnits === undefined) return r.under("recordedTypeOfUnits");
        v.recordedTypeOfUnits = recordedTypeOfUnits;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualRecordedUnits(r: Reader, tag = 0x30): RecordedUnits | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const units = usualRecordedUnitsUnits(r);
  if (units === undefined) return undefined;
  const v: Mutable<RecordedUnits> = { units };
  if (r.at < end && r.octets[r.at] === 0x02) {
    const recordedTypeOfUnits = usual.integer(r, 0x02, 1, 16);
    if (recordedTypeOfUnits === undefined) return undefined;
    v.recordedTypeOfUnits = recordedTypeOfUnits;
  }
  return r.at === end ? v : undefined;
}

export function encodeRecordedUnits(w: Writer, end: number, v: RecordedUnits, tag = 0x30): number {
  let at = end - w.tail;
  if (v.recordedTypeOfUnits !== undefined) at = w.integer(at, 0x02, v.recordedTypeOfUnits, 1, 16);
  at = encodeRecordedUnitsUnits(w, at, v.units);
  return w.head(at, tag, end);
}

export const RecordedUnits: Codec<RecordedUnits> = codec(
  "RecordedUnits",
  encodeRecordedUnits,
  readRecordedUnits,
  usualRecordedUnits,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "units", type: RecordedUnitsUnits.type },
      { name: "recordedTypeOfUnits", type: { kind: "INTEGER", min: 1, max: 16 }, presence: "OPTIONAL" },
    ],
  },
);

export type RecordedUnitsList = readonly RecordedUnits[];

export function readRecordedUnitsList(r: Reader, tag = 0x30): RecordedUnitsList | undefined {
  return r.sequenceOf(tag, readRecordedUnits, 1, 32);
}

export function usualRecordedUnitsList(r: Reader, tag = 0x30): RecordedUnitsList | undefined {
  return usual.sequenceOf(r, tag, usualRecordedUnits, 1, 32);
}

export function encodeRecordedUnitsList(w: Writer, at: number, v: RecordedUnitsList, tag = 0x30): number {
  return w.sequenceOf(at, tag, encodeRecordedUnits, v, 1, 32);
}

export const RecordedUnitsList: Codec<RecordedUnitsList> = codec(
  "RecordedUnitsList",
  encodeRecordedUnitsList,
  readRecordedUnitsList,
  usualRecordedUnitsList,
  { kind: "SEQUENCE OF", of: RecordedUnits.type, min: 1, max: 32 },
);

export interface AOCDSpecificChargingUnits {
  readonly recordedUnitsList: readonly RecordedUnits[];
  readonly typeOfChargingInfo: TypeOfChargingInfo;
  readonly aOCDBillingId?: AOCDBillingId;
}

export function readAOCDSpecificChargingUnits(r: Reader, tag = 0x30): AOCDSpecificChargingUnits | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const recordedUnitsList = r.sequenceOf(0xa1, readRecordedUnits, 1, 32);
  if (recordedUnitsList === undefined) return r.under("recordedUnitsList");
  const typeOfChargingInfo = readTypeOfChargingInfo(r, 0x82);
  if (typeOfChargingInfo === undefined) return r.under("typeOfChargingInfo");
  const v: Mutable<AOCDSpecificChargingUnits> = {
    recordedUnitsList,
    typeOfChargingInfo,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x83: {
        if (v.aOCDBillingId !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const aOCDBillingId = readAOCDBillingId(r, 0x83);
        if (aOCDBillingId === undefined) return r.under("aOCDBillingId");
        v.aOCDBillingId = aOCDBillingId;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAOCDSpecificChargingUnits(r: Reader, tag = 0x30): AOCDSpecificChargingUnits | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const recordedUnitsList = usual.sequenceOf(r, 0xa1, usualRecordedUnits, 1, 32);
  if (recordedUnitsList === undefined) return undefined;
  const typeOfChargingInfo = usualTypeOfChargingInfo(r, 0x82);
  if (typeOfChargingInfo === undefined) return undefined;
  const v: Mutable<AOCDSpecificChargingUnits> = { recordedUnitsList, typeOfChargingInfo };
  if (r.at < end && r.octets[r.at] === 0x83) {
    const aOCDBillingId = usualAOCDBillingId(r, 0x83);
    if (aOCDBillingId === undefined) return undefined;
    v.aOCDBillingId = aOCDBillingId;
  }
  return r.at === end ? v : undefined;
}

export function encodeAOCDSpecificChargingUnits(w: Writer, end: number, v: AOCDSpecificChargingUnits, tag = 0x30):
  number {
  let at = end - w.tail;
  if (v.aOCDBillingId !== undefined) at = encodeAOCDBillingId(w, at, v.aOCDBillingId, 0x83);
  at = encodeTypeOfChargingInfo(w, at, v.typeOfChargingInfo, 0x82);
  at = w.sequenceOf(at, 0xa1, encodeRecordedUnits, v.recordedUnitsList, 1, 32);
  return w.head(at, tag, end);
}

export const AOCDSpecificChargingUnits: Codec<AOCDSpecificChargingUnits> = codec(
  "AOCDSpecificChargingUnits",
  encodeAOCDSpecificChargingUnits,
  readAOCDSpecificChargingUnits,
  usualAOCDSpecificChargingUnits,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "recordedUnitsList", type: { kind: "SEQUENCE OF", of: RecordedUnits.type, min: 1, max: 32 } },
      { name: "typeOfChargingInfo", type: TypeOfChargingInfo.type },
      { name: "aOCDBillingId", type: AOCDBillingId.type, presence: "OPTIONAL" },
    ],
  },
);

export type AOCDChargingUnitInfo =
  | { readonly specificChargingUnits: AOCDSpecificChargingUnits }
  | { readonly freeOfCharge: null };

export function readAOCDChargingUnitInfo(r: Reader): AOCDChargingUnitInfo | undefined {
  switch (r.tag()) {
    case 0x30: {
      const v = readAOCDSpecificChargingUnits(r);
      if (v === undefined) return r.under("specificChargingUnits");
      return { specificChargingUnits: v };
    }
    case 0x81: {
      const v = r.null(0x81);
      if (v === undefined) return r.under("freeOfCharge");
      return { freeOfCharge: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAOCDChargingUnitInfo(r: Reader): AOCDChargingUnitInfo | undefined {
  switch (r.octets[r.at]) {
    case 0x30: {
      const v = usualAOCDSpecificChargingUnits(r);
      return v === undefined ? undefined : { specificChargingUnits: v };
    }
    case 0x81: {
      const v = usual.null(r, 0x81);
      return v === undefined ? undefined : { freeOfCharge: v };
    }
    default:
      return undefined;
  }
}

export function encodeAOCDChargingUnitInfo(w: Writer, at: number, v: AOCDChargingUnitInfo): number {
  const c: Alternatives<AOCDChargingUnitInfo> = v;
  if (c.specificChargingUnits !== undefined) return encodeAOCDSpecificChargingUnits(w, at, c.specificChargingUnits);
  if (c.freeOfCharge !== undefined) return w.null(at, 0x81);
  throw noAlternative("AOCDChargingUnitInfo");
}

export const AOCDChargingUnitInfo: Codec<AOCDChargingUnitInfo> = codec(
  "AOCDChargingUnitInfo",
  encodeAOCDChargingUnitInfo,
  readAOCDChargingUnitInfo,
  usualAOCDChargingUnitInfo,
  {
    kind: "CHOICE",
    elements: [
      { name: "specificChargingUnits", type: AOCDSpecificChargingUnits.type },
      { name: "freeOfCharge", type: { kind: "NULL" } },
    ],
  },
);

export type AOCDChargingUnitArg =
  | { readonly chargeNotAvailable: null }
  | { readonly aOCDChargingUnitInfo: AOCDChargingUnitInfo };

export function readAOCDChargingUnitArg(r: Reader): AOCDChargingUnitArg | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("chargeNotAvailable");
      return { chargeNotAvailable: v };
    }
    case 0x30:
    case 0x81: {
      const v = readAOCDChargingUnitInfo(r);
      if (v === undefined) return r.under("aOCDChargingUnitInfo");
      return { aOCDChargingUnitInfo: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAOCDChargingUnitArg(r: Reader): AOCDChargingUnitArg | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { chargeNotAvailable: v };
    }
    case 0x30:
    case 0x81: {
      const v = usualAOCDChargingUnitInfo(r);
      return v === undefined ? undefined : { aOCDChargingUnitInfo: v };
    }
    default:
      return undefined;
  }
}

export function encodeAOCDChargingUnitArg(w: Writer, at: number, v: AOCDChargingUnitArg): number {
  const c: Alternatives<AOCDChargingUnitArg> = v;
  if (c.chargeNotAvailable !== undefined) return w.null(at, 0x05);
  if (c.aOCDChargingUnitInfo !== undefined) return encodeAOCDChargingUnitInfo(w, at, c.aOCDChargingUnitInfo);
  throw noAlternative("AOCDChargingUnitArg");
}

export const AOCDChargingUnitArg: Codec<AOCDChargingUnitArg> = codec(
  "AOCDChargingUnitArg",
  encodeAOCDChargingUnitArg,
  readAOCDChargingUnitArg,
  usualAOCDChargingUnitArg,
  {
    kind: "CHOICE",
    elements: [
      { name: "chargeNotAvailable", type: { kind: "NULL" } },
      { name: "aOCDChargingUnitInfo", type: AOCDChargingUnitInfo.type },
    ],
  },
);

export type AOCEBillingId =
  | "normalCharging"
  | "reverseCharging"
  | "creditCardCharging"
  | "callForwardingUnconditional"
  | "callForwardingBusy"
  | "callForwardingNoReply"
  | "callDeflection"
  | "callTransfer";

const aOCEBillingIdNumbers = {
  "normalCharging": 0,
  "reverseCharging": 1,
  "creditCardCharging": 2,
  "callForwardingUnconditional": 3,
  "callForwardingBusy": 4,
  "callForwardingNoReply": 5,
  "callDeflection": 6,
  "callTransfer": 7,
} as const;
const aOCEBillingIdNames = namesOf(aOCEBillingIdNumbers);

function aOCEBillingIdNumber(v: AOCEBillingId): number {
  switch (v) {
    case "normalCharging":
      return 0;
    case "reverseCharging":
      return 1;
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

export function readAOCEBillingId(r: Reader, tag = 0x0a): AOCEBillingId | undefined {
  return r.enumerated(tag, aOCEBillingIdNames);
}

export function usualAOCEBillingId(r: Reader, tag = 0x0a): AOCEBillingId | undefined {
  return usual.enumerated(r, tag, aOCEBillingIdNames);
}

export function encodeAOCEBillingId(w: Writer, at: number, v: AOCEBillingId, tag = 0x0a): number {
  const n = aOCEBillingIdNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const AOCEBillingId: Codec<AOCEBillingId> = codec(
  "AOCEBillingId",
  encodeAOCEBillingId,
  readAOCEBillingId,
  usualAOCEBillingId,
  { kind: "named", names: aOCEBillingIdNumbers, open: false },
);

export interface AOCESpecificCurrency {
  readonly recordedCurrency: RecordedCurrency;
  readonly aOCEBillingId?: AOCEBillingId;
}

export function readAOCESpecificCurrency(r: Reader, tag = 0x30): AOCESpecificCurrency | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const recordedCurrency = readRecordedCurrency(r, 0xa1);
  if (recordedCurrency === undefined) return r.under("recordedCurrency");
  const v: Mutable<AOCESpecificCurrency> = {
    recordedCurrency,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x82: {
        if (v.aOCEBillingId !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const aOCEBillingId = readAOCEBillingId(r, 0x82);
        if (aOCEBillingId === undefined) return r.under("aOCEBillingId");
        v.aOCEBillingId = aOCEBillingId;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAOCESpecificCurrency(r: Reader, tag = 0x30): AOCESpecificCurrency | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const recordedCurrency = usualRecordedCurrency(r, 0xa1);
  if (recordedCurrency === undefined) return undefined;
  const v: Mutable<AOCESpecificCurrency> = { recordedCurrency };
  if (r.at < end && r.octets[r.at] === 0x82) {
    const aOCEBillingId = usualAOCEBillingId(r, 0x82);
    if (aOCEBillingId === undefined) return undefined;
    v.aOCEBillingId = aOCEBillingId;
  }
  return r.at === end ? v : undefined;
}

export function encodeAOCESpecificCurrency(w: Writer, end: number, v: AOCESpecificCurrency, tag = 0x30): number {
  let at = end - w.tail;
  if (v.aOCEBillingId !== undefined) at = encodeAOCEBillingId(w, at, v.aOCEBillingId, 0x82);
  at = encodeRecordedCurrency(w, at, v.recordedCurrency, 0xa1);
  return w.head(at, tag, end);
}

export const AOCESpecificCurrency: Codec<AOCESpecificCurrency> = codec(
  "AOCESpecificCurrency",
  encodeAOCESpecificCurrency,
  readAOCESpecificCurrency,
  usualAOCESpecificCurrency,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "recordedCurrency", type: RecordedCurrency.type },
      { name: "aOCEBillingId", type: AOCEBillingId.type, presence: "OPTIONAL" },
    ],
  },
);

export type AOCECurrency =
  | { readonly specificCurrency: AOCESpecificCurrency }
  | { readonly freeOfCharge: null };

export function readAOCECurrency(r: Reader): AOCECurrency | undefined {
  switch (r.tag()) {
    case 0x30: {
      const v = readAOCESpecificCurrency(r);
      if (v === undefined) return r.under("specificCurrency");
      return { specificCurrency: v };
    }
    case 0x81: {
      const v = r.null(0x81);
      if (v === undefined) return r.under("freeOfCharge");
      return { freeOfCharge: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAOCECurrency(r: Reader): AOCECurrency | undefined {
  switch (r.octets[r.at]) {
    case 0x30: {
      const v = usualAOCESpecificCurrency(r);
      return v === undefined ? undefined : { specificCurrency: v };
    }
    case 0x81: {
      const v = usual.null(r, 0x81);
      return v === undefined ? undefined : { freeOfCharge: v };
    }
    default:
      return undefined;
  }
}

export function encodeAOCECurrency(w: Writer, at: number, v: AOCECurrency): number {
  const c: Alternatives<AOCECurrency> = v;
  if (c.specificCurrency !== undefined) return encodeAOCESpecificCurrency(w, at, c.specificCurrency);
  if (c.freeOfCharge !== undefined) return w.null(at, 0x81);
  throw noAlternative("AOCECurrency");
}

export const AOCECurrency: Codec<AOCECurrency> = codec(
  "AOCECurrency",
  encodeAOCECurrency,
  readAOCECurrency,
  usualAOCECurrency,
  {
    kind: "CHOICE",
    elements: [
      { name: "specificCurrency", type: AOCESpecificCurrency.type },
      { name: "freeOfCharge", type: { kind: "NULL" } },
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

export interface AOCECurrencyInfo {
  readonly charge: AOCECurrency;
  readonly chargingAssociation?: ChargingAssociation;
}

export function readAOCECurrencyInfo(r: Reader, tag = 0x30): AOCECurrencyInfo | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const charge = readAOCECurrency(r);
  if (charge === undefined) return r.under("charge");
  const v: Mutable<AOCECurrencyInfo> = {
    charge,
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
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAOCECurrencyInfo(r: Reader, tag = 0x30): AOCECurrencyInfo | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const charge = usualAOCECurrency(r);
  if (charge === undefined) return undefined;
  const v: Mutable<AOCECurrencyInfo> = { charge };
  if (r.at < end && (r.octets[r.at] === 0xa0 || r.octets[r.at] === 0x02)) {
    const chargingAssociation = usualChargingAssociation(r);
    if (chargingAssociation === undefined) return undefined;
    v.chargingAssociation = chargingAssociation;
  }
  return r.at === end ? v : undefined;
}

export function encodeAOCECurrencyInfo(w: Writer, end: number, v: AOCECurrencyInfo, tag = 0x30): number {
  let at = end - w.tail;
  if (v.chargingAssociation !== undefined) at = encodeChargingAssociation(w, at, v.chargingAssociation);
  at = encodeAOCECurrency(w, at, v.charge);
  return w.head(at, tag, end);
}

export const AOCECurrencyInfo: Codec<AOCECurrencyInfo> = codec(
  "AOCECurrencyInfo",
  encodeAOCECurrencyInfo,
  readAOCECurrencyInfo,
  usualAOCECurrencyInfo,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "charge", type: AOCECurrency.type },
      { name: "chargingAssociation", type: ChargingAssociation.type, presence: "OPTIONAL" },
    ],
  },
);

export type AOCECurrencyArg =
  | { readonly chargeNotAvailable: null }
  | { readonly aOCECurrencyInfo: AOCECurrencyInfo };

export function readAOCECurrencyArg(r: Reader): AOCECurrencyArg | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("chargeNotAvailable");
      return { chargeNotAvailable: v };
    }
    case 0x30: {
      const v = readAOCECurrencyInfo(r);
      if (v === undefined) return r.under("aOCECurrencyInfo");
      return { aOCECurrencyInfo: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAOCECurrencyArg(r: Reader): AOCECurrencyArg | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { chargeNotAvailable: v };
    }
    case 0x30: {
      const v = usualAOCECurrencyInfo(r);
      return v === undefined ? undefined : { aOCECurrencyInfo: v };
    }
    default:
      return undefined;
  }
}

export function encodeAOCECurrencyArg(w: Writer, at: number, v: AOCECurrencyArg): number {
  const c: Alternatives<AOCECurrencyArg> = v;
  if (c.chargeNotAvailable !== undefined) return w.null(at, 0x05);
  if (c.aOCECurrencyInfo !== undefined) return encodeAOCECurrencyInfo(w, at, c.aOCECurrencyInfo);
  throw noAlternative("AOCECurrencyArg");
}

export const AOCECurrencyArg: Codec<AOCECurrencyArg> = codec(
  "AOCECurrencyArg",
  encodeAOCECurrencyArg,
  readAOCECurrencyArg,
  usualAOCECurrencyArg,
  {
    kind: "CHOICE",
    elements: [
      { name: "chargeNotAvailable", type: { kind: "NULL" } },
      { name: "aOCECurrencyInfo", type: AOCECurrencyInfo.type },
    ],
  },
);

export interface AOCESpecificChargingUnits {
  readonly recordedUnitsList: readonly RecordedUnits[];
  readonly aOCEBillingId?: AOCEBillingId;
}

export function readAOCESpecificChargingUnits(r: Reader, tag = 0x30): AOCESpecificChargingUnits | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const recordedUnitsList = r.sequenceOf(0xa1, readRecordedUnits, 1, 32);
  if (recordedUnitsList === undefined) return r.under("recordedUnitsList");
  const v: Mutable<AOCESpecificChargingUnits> = {
    recordedUnitsList,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x82: {
        if (v.aOCEBillingId !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const aOCEBillingId = readAOCEBillingId(r, 0x82);
        if (aOCEBillingId === undefined) return r.under("aOCEBillingId");
        v.aOCEBillingId = aOCEBillingId;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAOCESpecificChargingUnits(r: Reader, tag = 0x30): AOCESpecificChargingUnits | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const recordedUnitsList = usual.sequenceOf(r, 0xa1, usualRecordedUnits, 1, 32);
  if (recordedUnitsList === undefined) return undefined;
  const v: Mutable<AOCESpecificChargingUnits> = { recordedUnitsList };
  if (r.at < end && r.octets[r.at] === 0x82) {
    const aOCEBillingId = usualAOCEBillingId(r, 0x82);
    if (aOCEBillingId === undefined) return undefined;
    v.aOCEBillingId = aOCEBillingId;
  }
  return r.at === end ? v : undefined;
}

export function encodeAOCESpecificChargingUnits(w: Writer, end: number, v: AOCESpecificChargingUnits, tag = 0x30):
  number {
  let at = end - w.tail;
  if (v.aOCEBillingId !== undefined) at = encodeAOCEBillingId(w, at, v.aOCEBillingId, 0x82);
  at = w.sequenceOf(at, 0xa1, encodeRecordedUnits, v.recordedUnitsList, 1, 32);
  return w.head(at, tag, end);
}

export const AOCESpecificChargingUnits: Codec<AOCESpecificChargingUnits> = codec(
  "AOCESpecificChargingUnits",
  encodeAOCESpecificChargingUnits,
  readAOCESpecificChargingUnits,
  usualAOCESpecificChargingUnits,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "recordedUnitsList", type: { kind: "SEQUENCE OF", of: RecordedUnits.type, min: 1, max: 32 } },
      { name: "aOCEBillingId", type: AOCEBillingId.type, presence: "OPTIONAL" },
    ],
  },
);

export type AOCEChargingUnits =
  | { readonly specificChargingUnits: AOCESpecificChargingUnits }
  | { readonly freeOfCharge: null };

export function readAOCEChargingUnits(r: Reader): AOCEChargingUnits | undefined {
  switch (r.tag()) {
    case 0x30: {
      const v = readAOCESpecificChargingUnits(r);
      if (v === undefined) return r.under("specificChargingUnits");
      return { specificChargingUnits: v };
    }
    case 0x81: {
      const v = r.null(0x81);
      if (v === undefined) return r.under("freeOfCharge");
      return { freeOfCharge: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAOCEChargingUnits(r: Reader): AOCEChargingUnits | undefined {
  switch (r.octets[r.at]) {
    case 0x30: {
      const v = usualAOCESpecificChargingUnits(r);
      return v === undefined ? undefined : { specificChargingUnits: v };
    }
    case 0x81: {
      const v = usual.null(r, 0x81);
      return v === undefined ? undefined : { freeOfCharge: v };
    }
    default:
      return undefined;
  }
}

export function encodeAOCEChargingUnits(w: Writer, at: number, v: AOCEChargingUnits): number {
  const c: Alternatives<AOCEChargingUnits> = v;
  if (c.specificChargingUnits !== undefined) return encodeAOCESpecificChargingUnits(w, at, c.specificChargingUnits);
  if (c.freeOfCharge !== undefined) return w.null(at, 0x81);
  throw noAlternative("AOCEChargingUnits");
}

export const AOCEChargingUnits: Codec<AOCEChargingUnits> = codec(
  "AOCEChargingUnits",
  encodeAOCEChargingUnits,
  readAOCEChargingUnits,
  usualAOCEChargingUnits,
  {
    kind: "CHOICE",
    elements: [
      { name: "specificChargingUnits", type: AOCESpecificChargingUnits.type },
      { name: "freeOfCharge", type: { kind: "NULL" } },
    ],
  },
);

export interface AOCEChargingUnitInfo {
  readonly charge: AOCEChargingUnits;
  readonly chargingAssociation?: ChargingAssociation;
}

export function readAOCEChargingUnitInfo(r: Reader, tag = 0x30): AOCEChargingUnitInfo | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const charge = readAOCEChargingUnits(r);
  if (charge === undefined) return r.under("charge");
  const v: Mutable<AOCEChargingUnitInfo> = {
    charge,
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
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAOCEChargingUnitInfo(r: Reader, tag = 0x30): AOCEChargingUnitInfo | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const charge = usualAOCEChargingUnits(r);
  if (charge === undefined) return undefined;
  const v: Mutable<AOCEChargingUnitInfo> = { charge };
  if (r.at < end && (r.octets[r.at] === 0xa0 || r.octets[r.at] === 0x02)) {
    const chargingAssociation = usualChargingAssociation(r);
    if (chargingAssociation === undefined) return undefined;
    v.chargingAssociation = chargingAssociation;
  }
  return r.at === end ? v : undefined;
}

export function encodeAOCEChargingUnitInfo(w: Writer, end: number, v: AOCEChargingUnitInfo, tag = 0x30): number {
  let at = end - w.tail;
  if (v.chargingAssociation !== undefined) at = encodeChargingAssociation(w, at, v.chargingAssociation);
  at = encodeAOCEChargingUnits(w, at, v.charge);
  return w.head(at, tag, end);
}

export const AOCEChargingUnitInfo: Codec<AOCEChargingUnitInfo> = codec(
  "AOCEChargingUnitInfo",
  encodeAOCEChargingUnitInfo,
  readAOCEChargingUnitInfo,
  usualAOCEChargingUnitInfo,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "charge", type: AOCEChargingUnits.type },
      { name: "chargingAssociation", type: ChargingAssociation.type, presence: "OPTIONAL" },
    ],
  },
);

export type AOCEChargingUnitArg =
  | { readonly chargeNotAvailable: null }
  | { readonly aOCEChargingUnitInfo: AOCEChargingUnitInfo };

export function readAOCEChargingUnitArg(r: Reader): AOCEChargingUnitArg | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("chargeNotAvailable");
      return { chargeNotAvailable: v };
    }
    case 0x30: {
      const v = readAOCEChargingUnitInfo(r);
      if (v === undefined) return r.under("aOCEChargingUnitInfo");
      return { aOCEChargingUnitInfo: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualAOCEChargingUnitArg(r: Reader): AOCEChargingUnitArg | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { chargeNotAvailable: v };
    }
    case 0x30: {
      const v = usualAOCEChargingUnitInfo(r);
      return v === undefined ? undefined : { aOCEChargingUnitInfo: v };
    }
    default:
      return undefined;
  }
}

export function encodeAOCEChargingUnitArg(w: Writer, at: number, v: AOCEChargingUnitArg): number {
  const c: Alternatives<AOCEChargingUnitArg> = v;
  if (c.chargeNotAvailable !== undefined) return w.null(at, 0x05);
  if (c.aOCEChargingUnitInfo !== undefined) return encodeAOCEChargingUnitInfo(w, at, c.aOCEChargingUnitInfo);
  throw noAlternative("AOCEChargingUnitArg");
}

export const AOCEChargingUnitArg: Codec<AOCEChargingUnitArg> = codec(
  "AOCEChargingUnitArg",
  encodeAOCEChargingUnitArg,
  readAOCEChargingUnitArg,
  usualAOCEChargingUnitArg,
  {
    kind: "CHOICE",
    elements: [
      { name: "chargeNotAvailable", type: { kind: "NULL" } },
      { name: "aOCEChargingUnitInfo", type: AOCEChargingUnitInfo.type },
    ],
  },
);
