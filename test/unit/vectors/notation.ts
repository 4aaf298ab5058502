/** Short forms in which the expectations of `meaning.ts` are written. They build JSON values and decode nothing. */

export type Row = Readonly<Record<string, unknown>>;

export const CLEAR = "clearCallIfAnyInvokePduNotRecognised";
export const DISCARD = "discardAnyUnrecognisedInvokePdu";
export const REJECT = "rejectAnyUnrecognisedInvokePdu";

const operationCodes: Readonly<Record<string, number>> = {
  callingName: 0,
  calledName: 1,
  connectedName: 2,
  busyName: 3,
  pathReplacePropose: 4,
  pathReplaceSetup: 5,
  pathReplaceRetain: 6,
  callTransferIdentify: 7,
  callTransferAbandon: 8,
  callTransferInitiate: 9,
  callTransferSetup: 10,
  callTransferActive: 11,
  callTransferComplete: 12,
  callTransferUpdate: 13,
  subaddressTransfer: 14,
  activateDiversionQ: 15,
  deactivateDiversionQ: 16,
  interrogateDiversionQ: 17,
  checkRestriction: 18,
  callRerouteing: 19,
  divertingLegInformation1: 20,
  divertingLegInformation2: 21,
  divertingLegInformation3: 22,
  cfnrDivertedLegFailed: 23,
  ccnrRequest: 27,
  ccCancel: 28,
  ccExecPossible: 29,
  ccPathReserve: 30,
  ccRingout: 31,
  ccSuspend: 32,
  ccResume: 33,
  callOfferRequest: 34,
  doNotDisturbActivateQ: 35,
  doNotDisturbDeactivateQ: 36,
  doNotDisturbInterrogateQ: 37,
  doNotDisturbOverrideQ: 38,
  doNotDisturbOvrExecuteQ: 39,
  ccbsRequest: 40,
  pathRetain: 41,
  serviceAvailable: 42,
  callIntrusionRequest: 43,
  callIntrusionGetCIPL: 44,
  callIntrusionIsolate: 45,
  callIntrusionForcedRelease: 46,
  callIntrusionWOBRequest: 47,
  callIntrusionCompleted: 48,
  cfbOverride: 49,
  recallAlerting: 57,
  recallAnswered: 58,
  chargeRequest: 59,
  getFinalCharge: 60,
  aocFinal: 61,
  aocInterim: 62,
  aocRate: 63,
  aocComplete: 64,
  aocDivChargeReq: 65,
  cintLegInformation1: 66,
  cintLegInformation2: 67,
  cintCondition: 68,
  cintDisable: 69,
  cintEnable: 70,
  mWIActivate: 80,
  mWIDeactivate: 81,
  mWIInterrogate: 82,
  cmnRequest: 84,
  cmnInform: 85,
  pathReplaceInvite: 86,
  locUpdate: 50,
  locDelete: 51,
  locDeReg: 52,
  pisnEnquiry: 53,
  wtmiEnquiry: 54,
  wtmiDivert: 55,
  wtmiInform: 56,
  wtmoCall: 71,
  authWtmUser: 72,
  getWtatParam: 73,
  wtatParamEnq: 74,
  getWtanParam: 75,
  wtanParamEnq: 76,
  transferAuthParam: 77,
  synchronizationRequest: 78,
  synchronizationInfo: 79,
  callInterruptionRequest: 87,
  callProtectionRequest: 88,
  pumRegistr: 89,
  pumDelReg: 90,
  pumDeReg: 91,
  pumInterrog: 92,
  pumiEnquiry: 93,
  pumiDivert: 94,
  pumiInform: 95,
  pumoCall: 96,
  getRRCInf: 97,
  locInfoCheck: 98,
  ssctInitiate: 99,
  ssctSetup: 100,
  ssctPostDial: 101,
  ssctDigitInfo: 102,
  display: 103,
  keypad: 104,
  callIdentificationAssign: 105,
  callIdentificationUpdate: 106,
  smsSubmit: 107,
  smsDeliver: 108,
  smsStatusReport: 109,
  smsCommand: 110,
  scAlert: 111,
  mCRequest: 112,
  mCInform: 113,
  mCAlerting: 114,
  mCMUpdate: 115,
  mCMService: 116,
  mCMInterrogate: 117,
  mCMailboxFull: 118,
  mIDMailboxAuth: 119,
  mIDMailboxID: 120,
};

const errorCodes: Readonly<Record<string, number>> = {
  invalidDivertedToNr: 12,
  unspecified: 1008,
  shortTermRejection: 1010,
  longTermRejection: 1011,
  failureToMatch: 1013,
  failedDueToInterworking: 1014,
};

export function inv(invokeId: number, operation: string, argument: unknown, interpretation: string): Row {
  return { component: "invoke", invokeId, operation, code: operationCodes[operation], argument, interpretation };
}

export function unknownInv(invokeId: number, code: number, argument: string, interpretation: string): Row {
  return { component: "invoke", invokeId, operation: null, code, argument, interpretation };
}

export function res(invokeId: number, operation: string, result: unknown): Row {
  return { component: "returnResult", invokeId, operation, code: operationCodes[operation], result };
}

export function err(invokeId: number, error: string, parameter?: unknown): Row {
  const row = { component: "returnError", invokeId, error, code: errorCodes[error] };
  return parameter === undefined ? row : { ...row, parameter };
}

/** As the vectors of the services have them: invoke identifier 1. */
export function serviceInvoke(operation: string, argument: unknown, interpretation: string): Row {
  return inv(1, operation, argument, interpretation);
}

export function serviceError(error: string): Row {
  return err(1, error);
}

export function rej(invokeId: number | null, problemClass: string, problem: string): Row {
  return { component: "reject", invokeId, problemClass, problem };
}

/** The name APDU that libpri puts beside its requests: "Alice". */
export function callingAlice(invokeId: number): Row {
  const name = { namePresentationAllowed: { namePresentationAllowedSimple: "416c696365" } };
  return inv(invokeId, "callingName", { name }, DISCARD);
}

export const none = { none: null };
export const noneExt = { extArg: none };
export const speech = "04038090a3";

export const plain = (digits: string): Row => ({ unknownPartyNumber: digits });
export const priv = (digits: string, type = "unknown"): Row => ({
  privatePartyNumber: { privateTypeOfNumber: type, privateNumberDigits: digits },
});
export const pub = (digits: string, type: string): Row => ({
  publicPartyNumber: { publicTypeOfNumber: type, publicNumberDigits: digits },
});
export const allowed = (number: Row): Row => ({ presentationAllowedAddress: number });
export const restricted = (number: Row): Row => ({ presentationRestrictedAddress: number });

/** ccbsRequest and ccnrRequest of the libpri runs: A 1001, B 2001, private plan, speech. */
export const request = (more: Row = {}): Row => ({
  numberA: allowed(priv("1001")),
  numberB: priv("2001"),
  service: speech,
  ...more,
});
/** The same in ccCancel and ccExecPossible outside the connection. */
export const full = { fullArg: { numberA: priv("1001"), numberB: priv("2001"), service: speech } };

export type Element = readonly [name: string, value: unknown];

export const bearerSpeech: Element = [
  "Bearer capability",
  {
    codingStandard: 0,
    informationTransferCapability: 0,
    transferMode: 0,
    informationTransferRate: 16,
    layers: [{ layer: 1, protocol: 3 }],
  },
];
export const bearerCis: Element = [
  "Bearer capability",
  { codingStandard: 1, informationTransferCapability: 8, transferMode: 0, informationTransferRate: 0, layers: [] },
];
export const channel = (number: number): Element => [
  "Channel identification",
  {
    interfaceType: "other",
    exclusive: true,
    dChannel: false,
    channelSelection: 1,
    codingStandard: 0,
    channelType: 3,
    channels: [number],
  },
];
export const dChannel = (interfaceType = "other"): Element => [
  "Channel identification",
  { interfaceType, exclusive: true, dChannel: true, channelSelection: 0 },
];
export const cause = (value: number): Element => ["Cause", { codingStandard: 0, location: 1, cause: value }];
export const calling = (digits: string): Element => [
  "Calling party number",
  { typeOfNumber: 0, numberingPlan: 9, presentation: 0, screening: 3, digits },
];
/** libpri's form of its own number where it has no presentation for it: octet 3a is `c3`. */
export const callingUnavailable = (digits: string): Element => [
  "Calling party number",
  { typeOfNumber: 0, numberingPlan: 9, presentation: 2, screening: 3, digits },
];
export const called = (digits: string): Element => [
  "Called party number",
  { typeOfNumber: 0, numberingPlan: 9, digits },
];

export interface MessageMeaning {
  readonly message: string;
  readonly callReference: { readonly value: number; readonly flag: number; readonly length: number };
  /** Everything but Facility elements, in order. */
  readonly ies: readonly Element[];
  readonly apdus: readonly Row[];
}

/** `reference`: "2" was sent by the side that allocated it, "2*" to it. */
export function msg(
  message: string,
  reference: string,
  ies: readonly Element[] = [],
  apdus: readonly Row[] = [],
): MessageMeaning {
  const flag = reference.endsWith("*") ? 1 : 0;
  return { message, callReference: { value: Number.parseInt(reference, 10), flag, length: 2 }, ies, apdus };
}
