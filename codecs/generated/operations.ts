// Generated from asn1/*.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import type { ErrorRow, OperationRow } from "../ber/operation.ts";
import * as manufacturerSpecificServiceExtensionClass from "./manufacturer-specific-service-extension-class-asn1-97.ts";
import * as nameOperations from "./name-operations-asn1-97.ts";
import * as ssCCOperations from "./ss-cc-operations-asn1-97.ts";

export const operations = {
  callingName: {
    code: 0,
    argument: nameOperations.NameArg,
    result: null,
    errors: [],
  },
  calledName: {
    code: 1,
    argument: nameOperations.NameArg,
    result: null,
    errors: [],
  },
  connectedName: {
    code: 2,
    argument: nameOperations.NameArg,
    result: null,
    errors: [],
  },
  busyName: {
    code: 3,
    argument: nameOperations.NameArg,
    result: null,
    errors: [],
  },
  ccnrRequest: {
    code: 27,
    argument: ssCCOperations.CcRequestArg,
    result: ssCCOperations.CcRequestRes,
    errors: ["shortTermRejection", "longTermRejection", "unspecified", "supplementaryServiceInteractionNotAllowed"],
  },
  ccCancel: {
    code: 28,
    argument: ssCCOperations.CcOptionalArg,
    result: null,
    errors: [],
  },
  ccExecPossible: {
    code: 29,
    argument: ssCCOperations.CcOptionalArg,
    result: null,
    errors: [],
  },
  ccPathReserve: {
    code: 30,
    argument: ssCCOperations.CcExtension,
    result: ssCCOperations.CcExtension,
    errors: ["remoteUserBusyAgain", "failureToMatch", "failedDueToInterworking", "unspecified"],
  },
  ccRingout: {
    code: 31,
    argument: ssCCOperations.CcExtension,
    result: null,
    errors: ["remoteUserBusyAgain", "failureToMatch", "unspecified"],
  },
  ccSuspend: {
    code: 32,
    argument: ssCCOperations.CcExtension,
    result: null,
    errors: [],
  },
  ccResume: {
    code: 33,
    argument: ssCCOperations.CcExtension,
    result: null,
    errors: [],
  },
  ccbsRequest: {
    code: 40,
    argument: ssCCOperations.CcRequestArg,
    result: ssCCOperations.CcRequestRes,
    errors: ["shortTermRejection", "longTermRejection", "unspecified", "supplementaryServiceInteractionNotAllowed"],
  },
} as const satisfies Readonly<Record<string, OperationRow>>;

export const errors = {
  userNotSubscribed: { code: 0, parameter: null },
  rejectedByNetwork: { code: 1, parameter: null },
  rejectedByUser: { code: 2, parameter: null },
  notAvailable: { code: 3, parameter: null },
  insufficientInformation: { code: 5, parameter: null },
  invalidServedUserNr: { code: 6, parameter: null },
  invalidCallState: { code: 7, parameter: null },
  basicServiceNotProvided: { code: 8, parameter: null },
  notIncomingCall: { code: 9, parameter: null },
  supplementaryServiceInteractionNotAllowed: { code: 10, parameter: null },
  resourceUnavailable: { code: 11, parameter: null },
  callFailure: { code: 25, parameter: null },
  proceduralError: { code: 43, parameter: null },
  unspecified: { code: 1008, parameter: manufacturerSpecificServiceExtensionClass.Extension },
  shortTermRejection: { code: 1010, parameter: null },
  longTermRejection: { code: 1011, parameter: null },
  remoteUserBusyAgain: { code: 1012, parameter: null },
  failureToMatch: { code: 1013, parameter: null },
  failedDueToInterworking: { code: 1014, parameter: null },
} as const satisfies Readonly<Record<string, ErrorRow>>;
