import type { Address, PartyNumber, PresentedNumberUnscreened } from "../generated/addressing-data-elements.ts";
import type {
  AOCDChargingUnitArg,
  AOCDCurrencyArg,
  AOCECurrencyArg,
  AOCEChargingUnitArg,
  Multiplier,
  RecordedCurrency,
  RecordedUnitsList,
} from "../generated/advice-of-charge-operations.ts";
import type { DiversionReason, ServedUserNr } from "../generated/diversion-operations.ts";
import type { Dss1ArgumentOf, Dss1OperationName, Dss1ResultOf } from "../rose/operations.ts";
import { toHex } from "../shape.ts";
import type { Telling } from "./telling.ts";

/** ONE table: DSS1 operations in plain words. One that is not here shows its argument's members. */
export const dss1Tellings: {
  readonly [Name in Dss1OperationName]?: Telling<Dss1ArgumentOf<Name>, Dss1ResultOf<Name>>;
} = {
  mCIDRequest: { invoke: () => "identify the malicious caller" },
  begin3PTY: { invoke: () => "join both calls to a three-party call" },
  end3PTY: { invoke: () => "end the three-party call" },
  ectExecute: { invoke: () => "join both calls and leave them" },
  explicitEctExecute: { invoke: (linkId) => `join this call with the one of link id ${linkId}, and leave them` },
  ectLinkIdRequest: {
    invoke: () => "asks for a link id of this call, to transfer it",
    result: (linkId) => `the link id of this call is ${linkId}`,
  },
  ectInform: {
    invoke({ callStatus, redirectionNumber }) {
      const to = redirectionNumber === undefined ? "" : ` to ${presentedWords(redirectionNumber)}`;
      return `the call was transferred${to}, ${callStatus === "alerting" ? "who is alerted" : "who has answered"}`;
    },
  },
  activationDiversion: {
    invoke: ({ procedure, servedUserNr, forwardedToAddress }) =>
      `divert ${servedWords(servedUserNr)} to ${addressWords(forwardedToAddress)} (${diversionWords[procedure]})`,
  },
  deactivationDiversion: {
    invoke: ({ procedure, servedUserNr }) =>
      `no longer divert ${servedWords(servedUserNr)} (${diversionWords[procedure]})`,
  },
  callDeflection: { invoke: ({ deflectionAddress }) => `deflect this call to ${addressWords(deflectionAddress)}` },
  callRerouteing: {
    invoke({ calledAddress, lastRerouteingNr, rerouteingReason }) {
      const [to, by] = [addressWords(calledAddress), presentedWords(lastRerouteingNr)];
      return `call ${to} instead of ${by} (${diversionWords[rerouteingReason]})`;
    },
  },
  diversionInformation: {
    invoke: ({ diversionReason, lastDivertingNr }) =>
      `a call was diverted${byWords(lastDivertingNr)} (${diversionWords[diversionReason]})`,
  },
  divertingLegInformation1: {
    invoke({ diversionReason, divertedToNumber }) {
      const to = divertedToNumber === undefined ? "" : ` to ${presentedWords(divertedToNumber)}`;
      return `this call is being diverted${to} (${diversionWords[diversionReason]})`;
    },
  },
  divertingLegInformation2: {
    invoke({ diversionCounter, diversionReason, divertingNr, originalCalledNr }) {
      const first = originalCalledNr === undefined ? "" : `; first called was ${presentedWords(originalCalledNr)}`;
      const times = diversionCounter === 1 ? "once" : `${diversionCounter} times`;
      const reason = diversionWords[diversionReason];
      return `this call was diverted ${times}, last${byWords(divertingNr)} (${reason})${first}`;
    },
  },
  divertingLegInformation3: {
    invoke: (allowed) => `the number that the call was diverted to may ${allowed ? "" : "not "}be shown`,
  },
  aOCDCurrency: { invoke: chargeSoFar },
  aOCDChargingUnit: { invoke: unitsSoFar },
  aOCECurrency: { invoke: chargeAtTheEnd },
  aOCEChargingUnit: { invoke: unitsAtTheEnd },
  callInfoRetain: { invoke: (linkage) => `call back can be asked for: call linkage ${linkage}` },
  eraseCallLinkageID: { invoke: (linkage) => `call back can no longer be asked for: call linkage ${linkage}` },
  cCBSRequest: {
    invoke: (linkage) => `asks for call back when busy: call linkage ${linkage}`,
    result: ({ cCBSReference }) => `call back accepted: reference ${cCBSReference}`,
  },
  cCNRRequest: {
    invoke: (linkage) => `asks for call back on no reply: call linkage ${linkage}`,
    result: ({ cCBSReference }) => `call back accepted: reference ${cCBSReference}`,
  },
  cCBSDeactivate: { invoke: (reference) => `call back ${reference} is cancelled` },
  cCBSErase: {
    invoke: ({ cCBSReference, eraseReason }) => `call back ${cCBSReference} is over (${eraseReason})`,
  },
  cCBSRemoteUserFree: {
    invoke: ({ cCBSReference, addressOfB }) =>
      `the called user ${addressWords(addressOfB)} is free: call back ${cCBSReference} can go on`,
  },
  cCBSBFree: {
    invoke: ({ cCBSReference, addressOfB }) =>
      `the called user ${addressWords(addressOfB)} is free, the calling user busy: call back ${cCBSReference} waits`,
  },
  cCBSCall: { invoke: (reference) => `this call is call back ${reference}` },
  cCBSStatusRequest: {
    invoke: ({ cCBSReference }) => `is the calling user free for call back ${cCBSReference}?`,
    result: (free) => `the calling user is ${free ? "free" : "busy"}`,
  },
  cCBSStopAlerting: { invoke: (reference) => `stop the recall of call back ${reference}` },
  cCBSTAvailable: { invoke: () => "call back can be asked for" },
  cCBSTRequest: {
    invoke: ({ destinationAddress }) => `asks for call back when busy to ${addressWords(destinationAddress)}`,
    result: retentionWords,
  },
  cCNRTRequest: {
    invoke: ({ destinationAddress }) => `asks for call back on no reply to ${addressWords(destinationAddress)}`,
    result: retentionWords,
  },
  cCBSTCall: { invoke: () => "this call is the call back" },
  cCBSTSuspend: { invoke: () => "the calling user is busy: the call back waits" },
  cCBSTResume: { invoke: () => "the calling user is free again: the call back goes on" },
  cCBSTRemoteUserFree: { invoke: () => "the called user is free: the call back can go on" },
};

/** ONE table: why a call is diverted. */
const diversionWords: Readonly<Record<DiversionReason, string>> = {
  unknown: "for a reason unknown",
  cfu: "unconditional",
  cfb: "on busy",
  cfnr: "on no reply",
  cdAlerting: "deflected while alerting",
  cdImmediate: "deflected at once",
};

function retentionWords(retained: boolean): string {
  return `call back accepted${retained ? "; it outlives a second busy" : ""}`;
}

function byWords(number: PresentedNumberUnscreened | undefined): string {
  return number === undefined ? "" : ` by ${presentedWords(number)}`;
}

function servedWords(served: ServedUserNr): string {
  return "allNumbers" in served ? "all numbers" : numberWords(served.individualNumber);
}

function addressWords({ partyNumber }: Address): string {
  return numberWords(partyNumber);
}

function presentedWords(number: PresentedNumberUnscreened): string {
  if ("presentationAllowedNumber" in number) return numberWords(number.presentationAllowedNumber);
  if ("presentationRestrictedNumber" in number) return `${numberWords(number.presentationRestrictedNumber)} (withheld)`;
  return "presentationRestricted" in number ? "a withheld number" : "an unknown number";
}

function numberWords(number: PartyNumber): string {
  if ("publicPartyNumber" in number) return number.publicPartyNumber.publicNumberDigits;
  if ("privatePartyNumber" in number) return number.privatePartyNumber.privateNumberDigits;
  if ("nsapEncodedNumber" in number) return toHex(number.nsapEncodedNumber);
  return Object.values(number)[0] ?? "";
}

function chargeSoFar(argument: AOCDCurrencyArg): string {
  if ("chargeNotAvailable" in argument) return "the charge is not known";
  const { aOCDCurrencyInfo: info } = argument;
  if ("freeOfCharge" in info) return "the call is free of charge";
  return `the charge so far is ${currencyWords(info.specificCurrency.recordedCurrency)}`;
}

function unitsSoFar(argument: AOCDChargingUnitArg): string {
  if ("chargeNotAvailable" in argument) return "the charge is not known";
  const { aOCDChargingUnitInfo: info } = argument;
  if ("freeOfCharge" in info) return "the call is free of charge";
  return `the charge so far is ${unitWords(info.specificChargingUnits.recordedUnitsList)}`;
}

function chargeAtTheEnd(argument: AOCECurrencyArg): string {
  if ("chargeNotAvailable" in argument) return "the charge is not known";
  const { charge } = argument.aOCECurrencyInfo;
  if ("freeOfCharge" in charge) return "the call was free of charge";
  return `the charge of the call is ${currencyWords(charge.specificCurrency.recordedCurrency)}`;
}

function unitsAtTheEnd(argument: AOCEChargingUnitArg): string {
  if ("chargeNotAvailable" in argument) return "the charge is not known";
  const { charge } = argument.aOCEChargingUnitInfo;
  if ("freeOfCharge" in charge) return "the call was free of charge";
  return `the charge of the call is ${unitWords(charge.specificChargingUnits.recordedUnitsList)}`;
}

const factors: Readonly<Record<Multiplier, string>> = {
  oneThousandth: "0.001",
  oneHundredth: "0.01",
  oneTenth: "0.1",
  one: "1",
  ten: "10",
  hundred: "100",
  thousand: "1000",
};

function currencyWords({ rCurrency, rAmount: { currencyAmount, multiplier } }: RecordedCurrency): string {
  return `${currencyAmount}${multiplier === "one" ? "" : ` x ${factors[multiplier]}`} ${rCurrency}`;
}

function unitWords(list: RecordedUnitsList): string {
  return list
    .map(({ units, recordedTypeOfUnits: type }) => {
      const count = "notAvailable" in units ? "an unknown number of" : String(units.recordedNumberOfUnits);
      return `${count} units${type === undefined ? "" : ` of type ${type}`}`;
    })
    .join(" and ");
}
