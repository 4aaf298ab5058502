import type {
  Amount,
  AOCSCurrencyInfo,
  AocFinalArg,
  AocInterimArg,
  AocRateArg,
} from "../generated/ss-aoc-operations-asn1-97.ts";
import type {
  CallRerouteingArg,
  DivertingLegInformation1Arg,
  DivertingLegInformation2Arg,
  DivertingLegInformation3Arg,
  IntResultList,
} from "../generated/call-diversion-operations-asn1-97.ts";
import type { PathRetainArg } from "../generated/call-offer-operations-asn1-97.ts";
import type { CTCompleteArg } from "../generated/call-transfer-operations-asn1-97.ts";
import type { CmnArg } from "../generated/common-information-operations-asn1-97.ts";
import type { MWIActivateArg, MWIInterrogateResElt } from "../generated/ss-mwi-operations-asn1-97.ts";
import { numberWords, partyWords, presentedWords } from "./party-words.ts";
import type { QsigTellings } from "./telling.ts";

/** ONE table: the supplementary services but call completion and names. What needs no words is not here. */
export const serviceTellings: QsigTellings = {
  activateDiversionQ: {
    invoke: ({ servedUserNr, divertedToAddress: { partyNumber }, procedure }) =>
      `divert calls to ${numberWords(servedUserNr)} ${conditions[procedure]} to ${numberWords(partyNumber)}`,
    result: () => "the diversion is set",
  },
  deactivateDiversionQ: {
    invoke: ({ servedUserNr, procedure }) =>
      `no longer divert calls to ${numberWords(servedUserNr)} ${conditions[procedure]}`,
    result: () => "the diversion is cancelled",
  },
  interrogateDiversionQ: {
    invoke: ({ servedUserNr, procedure }) =>
      `where do calls to ${numberWords(servedUserNr)} go ${conditions[procedure]}?`,
    result: diversionsWords,
  },
  checkRestriction: {
    invoke: ({ servedUserNr, divertedToNr }) =>
      `may calls to ${numberWords(servedUserNr)} go to ${numberWords(divertedToNr)}?`,
    result: () => "calls may be diverted there",
  },
  callRerouteing: { invoke: rerouteingWords, result: () => "the call is rerouted" },
  divertingLegInformation1: { invoke: divertedToWords },
  divertingLegInformation2: { invoke: divertedFromWords },
  divertingLegInformation3: { invoke: mayBeShownWords },
  cfnrDivertedLegFailed: { invoke: () => "the diverted call failed: the served user keeps ringing" },

  callTransferIdentify: {
    invoke: () => "this call is to be transferred: to what number, with what identity?",
    result: ({ rerouteingNumber, callIdentity }) =>
      `transfer to ${numberWords(rerouteingNumber)}, identity ${callIdentity}`,
  },
  callTransferAbandon: { invoke: () => "the transfer is given up" },
  callTransferInitiate: {
    invoke: ({ rerouteingNumber, callIdentity }) =>
      `transfer this call: call ${numberWords(rerouteingNumber)} with identity ${callIdentity}`,
    result: () => "the call is transferred",
  },
  callTransferSetup: {
    invoke: ({ callIdentity }) => `this call is the transferred one, identity ${callIdentity}`,
    result: () => "the call is joined",
  },
  callTransferActive: {
    invoke: ({ connectedAddress, connectedName }) =>
      `the call is transferred: ${partyWords(presentedWords(connectedAddress), connectedName)} has answered`,
  },
  callTransferComplete: { invoke: transferredWords },
  callTransferUpdate: {
    invoke: ({ redirectionNumber, redirectionName }) =>
      `the transferred call is now with ${partyWords(presentedWords(redirectionNumber), redirectionName)}`,
  },

  pathReplacePropose: {
    invoke: ({ rerouteingNumber, callIdentity }) =>
      `take a better path: call ${numberWords(rerouteingNumber)} with identity ${callIdentity}`,
  },
  pathReplaceSetup: {
    invoke: ({ callIdentity }) => `this is the new path of the call with identity ${callIdentity}`,
    result: () => "the path is replaced",
  },
  pathReplaceRetain: {
    invoke: ({ rerouteingNumber, callIdentity }) =>
      `keep part of the path: the new one goes to ${numberWords(rerouteingNumber)} with identity ${callIdentity}`,
    result: () => "the path is replaced in part",
  },
  pathReplaceInvite: { invoke: () => "propose a better path for this call" },

  mWIActivate: {
    invoke: (argument) => `message waiting on for ${numberWords(argument.servedUserNr)}: ${messagesWords(argument)}`,
    result: () => "message waiting is on",
  },
  mWIDeactivate: {
    invoke: ({ servedUserNr, basicService }) =>
      `message waiting off for ${numberWords(servedUserNr)}: ${serviceName(basicService)}`,
    result: () => "message waiting is off",
  },
  mWIInterrogate: {
    invoke: ({ servedUserNr }) => `which messages wait for ${numberWords(servedUserNr)}?`,
    result: (list) => `waiting: ${list.map(messagesWords).join("; ")}`,
  },

  callOfferRequest: {
    invoke: () => "offer this call to the called user if busy",
    result: () => "the call is offered to the busy user",
  },
  pathRetain: { invoke: (argument) => `keep the path if the called user is busy: ${servicesOf(argument)}` },
  serviceAvailable: { invoke: (argument) => `the called user is busy; possible: ${servicesOf(argument)}` },
  cfbOverride: { invoke: () => "do not divert this call on busy" },

  callIntrusionRequest: {
    invoke: ({ ciCapabilityLevel }) => `intrude on the busy user's call (${ciCapabilityLevel})`,
    result: ({ ciUnwantedUserStatus }) =>
      ciUnwantedUserStatus === "unwantedUserIntruded" ? "all three are connected" : "the third user is isolated",
  },
  callIntrusionGetCIPL: {
    invoke: () => "how is this user protected against intrusion?",
    result: ({ ciProtectionLevel }) => `protected against intrusion: ${ciProtectionLevel}`,
  },
  callIntrusionIsolate: { invoke: () => "isolate the third user", result: () => "the third user is isolated" },
  callIntrusionForcedRelease: {
    invoke: () => "release the third user's call",
    result: () => "the third user's call is released",
  },
  callIntrusionWOBRequest: { invoke: () => "wait until the called user is free", result: () => "the call waits" },
  callIntrusionCompleted: { invoke: () => "the intrusion is over" },

  doNotDisturbActivateQ: {
    invoke: ({ servedUserNr }) => `do not disturb ${numberWords(servedUserNr)}`,
    result: () => "do not disturb is set",
  },
  doNotDisturbDeactivateQ: {
    invoke: ({ servedUserNr }) => `${numberWords(servedUserNr)} may be disturbed again`,
    result: () => "do not disturb is cancelled",
  },
  doNotDisturbInterrogateQ: {
    invoke: ({ servedUserNr }) => `may ${numberWords(servedUserNr)} be disturbed?`,
    result: ({ status }) => (status === undefined || status.length === 0 ? "yes" : "no: do not disturb is set"),
  },
  doNotDisturbOverrideQ: {
    invoke: ({ dndoCapabilityLevel }) => `this call may override do not disturb (${dndoCapabilityLevel})`,
  },
  doNotDisturbOvrExecuteQ: {
    invoke: () => "override do not disturb",
    result: () => "do not disturb is overridden",
  },

  chargeRequest: {
    invoke: ({ adviceModeCombinations: modes }) => `tell the charge of this call: ${modes.join(" or ")}`,
    result: ({ adviceModeCombination }) => `the charge will be told: ${adviceModeCombination}`,
  },
  getFinalCharge: { invoke: () => "what does the call cost in the end?" },
  aocFinal: { invoke: ({ finalCharge }) => `the call cost ${chargeWords(finalCharge)}` },
  aocInterim: { invoke: ({ interimCharge }) => `so far the call cost ${chargeWords(interimCharge)}` },

  aocRate: { invoke: ({ aocRate }) => `the rates: ${ratesWords(aocRate)}` },

  recallAlerting: {
    invoke: ({ alertedNumber, alertedName }) =>
      `nobody took the transferred call: it rings again at ${partyWords(presented(alertedNumber), alertedName)}`,
  },
  recallAnswered: {
    invoke: ({ connectedNumber, connectedName }) =>
      `the recall is answered by ${partyWords(presentedWords(connectedNumber), connectedName)}`,
  },

  cmnRequest: { invoke: () => "what can the other side do?", result: commonWords },
  cmnInform: { invoke: commonWords },

  cintLegInformation1: {
    invoke: ({ interceptedToNumber, interceptionCause }) =>
      `the call is intercepted to ${numberWords(interceptedToNumber)} (${interceptionCause})`,
  },
  cintLegInformation2: {
    invoke: ({ interceptionCause, calledNumber, calledName }) =>
      `an intercepted call (${interceptionCause}) to ${partyWords(presented(calledNumber), calledName)}`,
  },
  cintCondition: { invoke: ({ interceptionCause }) => `the call may be intercepted (${interceptionCause})` },
  cintDisable: { invoke: () => "do not intercept this call" },
  cintEnable: { invoke: () => "this call may be intercepted again" },
};

const conditions = { cfu: "always", cfb: "on busy", cfnr: "on no reply", unknown: "for a reason unknown" } as const;

function presented(number: Parameters<typeof presentedWords>[0] | undefined): string {
  return number === undefined ? "a number not told" : presentedWords(number);
}

function diversionsWords(list: IntResultList): string {
  if (list.length === 0) return "nowhere: no diversion is set";
  const words = list.map(({ servedUserNr, procedure, divertedToAddress: { partyNumber } }) => {
    return `calls to ${numberWords(servedUserNr)} ${conditions[procedure]} to ${numberWords(partyNumber)}`;
  });
  return words.join("; ");
}

function rerouteingWords(argument: CallRerouteingArg): string {
  const { calledAddress, lastRerouteingNr, rerouteingReason, callingNumber, callingName, diversionCounter } = argument;
  const caller = partyWords(presentedWords(callingNumber), callingName);
  return (
    `call ${numberWords(calledAddress.partyNumber)} instead: ${presentedWords(lastRerouteingNr)} is diverted ` +
    `${conditions[rerouteingReason]}; the caller is ${caller}; diversion ${diversionCounter}`
  );
}

const notifications = {
  noNotification: "the calling user is not told",
  notificationWithoutDivertedToNr: "the calling user is told, but not the number",
  notificationWithDivertedToNr: "the calling user is told the number",
} as const;

function divertedToWords(argument: DivertingLegInformation1Arg): string {
  const { diversionReason, nominatedNr, subscriptionOption } = argument;
  const to = numberWords(nominatedNr);
  return `the call is diverted ${conditions[diversionReason]} to ${to}; ${notifications[subscriptionOption]}`;
}

function divertedFromWords(argument: DivertingLegInformation2Arg): string {
  const { diversionReason, diversionCounter, divertingNr, redirectingName, originalCalledNr } = argument;
  const first =
    originalCalledNr === undefined
      ? []
      : [`first called was ${partyWords(presentedWords(originalCalledNr), argument.originalCalledName)}`];
  return [
    `diverted ${conditions[diversionReason]} by ${partyWords(presented(divertingNr), redirectingName)}`,
    ...first,
    `diversion ${diversionCounter}`,
  ].join("; ");
}

function mayBeShownWords(argument: DivertingLegInformation3Arg): string {
  const { presentationAllowedIndicator, redirectionName } = argument;
  return partyWords(
    `the number diverted to may ${presentationAllowedIndicator ? "" : "not "}be shown to the calling user`,
    redirectionName,
  );
}

function transferredWords(argument: CTCompleteArg): string {
  const { redirectionNumber, redirectionName, callStatus } = argument;
  const how = callStatus === "alerting" ? "ringing at" : "connected to";
  return `the call is transferred: ${how} ${partyWords(presentedWords(redirectionNumber), redirectionName)}`;
}

function serviceName(service: MWIActivateArg["basicService"]): string {
  return service === "allServices" ? "all services" : service;
}

function messagesWords(argument: Omit<MWIActivateArg, "servedUserNr"> | MWIInterrogateResElt): string {
  const { basicService, nbOfMessages, originatingNr } = argument;
  return [
    serviceName(basicService),
    ...(nbOfMessages === undefined ? [] : [`${nbOfMessages} messages`]),
    ...(originatingNr === undefined ? [] : [`from ${numberWords(originatingNr)}`]),
  ].join(", ");
}

function servicesOf(argument: PathRetainArg): string {
  const { serviceList } = "extendedServiceList" in argument ? argument.extendedServiceList : argument;
  return serviceList.length === 0 ? "nothing" : serviceList.join(", ");
}

/** Decimals of an amount, by its multiplier. */
const decimals = { oneThousandth: 3, oneHundredth: 2, oneTenth: 1, one: 0, ten: 0, hundred: 0, thousand: 0 } as const;
const factors = { ten: 10, hundred: 100, thousand: 1000 } as const;

function amountWords(currency: string, { currencyAmount, multiplier }: Amount): string {
  const places = decimals[multiplier];
  const factor = multiplier in factors ? factors[multiplier as keyof typeof factors] : 1;
  const amount = ((currencyAmount * factor) / 10 ** places).toFixed(places);
  return currency === "" ? amount : `${amount} ${currency}`;
}

const scales = {
  oneHundredthSecond: "x 0.01 s",
  oneTenthSecond: "x 0.1 s",
  oneSecond: "s",
  tenSeconds: "x 10 s",
  oneMinute: "min",
  oneHour: "h",
  twentyFourHours: "x 24 h",
} as const;

function ratesWords(rate: AocRateArg["aocRate"]): string {
  if ("chargeNotAvailable" in rate) return "not known";
  return rate.aocSCurrencyInfoList
    .map(({ chargedItem, rateType }) => `${chargedItem} ${rateWords(rateType)}`)
    .join(", ");
}

function rateWords(rate: AOCSCurrencyInfo["rateType"]): string {
  if ("durationCurrency" in rate) {
    const { dCurrency, dAmount, dTime } = rate.durationCurrency;
    return `${amountWords(dCurrency, dAmount)} each ${dTime.lengthOfTimeUnit} ${scales[dTime.scale]}`;
  }
  if ("flatRateCurrency" in rate) return amountWords(rate.flatRateCurrency.fRCurrency, rate.flatRateCurrency.fRAmount);
  if ("volumeRateCurrency" in rate) {
    const { vRCurrency, vRAmount, vRVolumeUnit } = rate.volumeRateCurrency;
    return `${amountWords(vRCurrency, vRAmount)} each ${vRVolumeUnit}`;
  }
  if ("specialChargingCode" in rate) return `special charging code ${rate.specialChargingCode}`;
  if ("currencyInfoNotAvailable" in rate) return "not known";
  return "freeOfCharge" in rate ? "free" : "free from the beginning of the call";
}

function chargeWords(charge: AocFinalArg["finalCharge"] | AocInterimArg["interimCharge"]): string {
  if ("freeOfCharge" in charge) return "nothing";
  if (!("specificCurrency" in charge)) return "an amount that is not known";
  const { rCurrency, rAmount } = charge.specificCurrency.recordedCurrency;
  return amountWords(rCurrency, rAmount);
}

function commonWords({ featureIdentifier, partyCategory, equipmentIdentity }: CmnArg): string {
  const { nodeId, groupId, unitId } = equipmentIdentity ?? {};
  const parts = [partyCategory, nodeId, groupId, unitId, ...(featureIdentifier ?? [])].filter(
    (part) => part !== undefined,
  );
  return `about this side: ${parts.length === 0 ? "nothing" : parts.join(", ")}`;
}
