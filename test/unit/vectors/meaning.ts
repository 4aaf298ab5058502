import type { MessageMeaning, Row } from "./notation.ts";
import {
  allowed,
  bearerCis,
  bearerSpeech,
  CLEAR,
  called,
  calling,
  callingAlice,
  callingUnavailable,
  cause,
  channel,
  DISCARD,
  dChannel,
  err,
  full,
  inv,
  msg,
  none,
  noneExt,
  plain,
  priv,
  pub,
  REJECT,
  rej,
  request,
  res,
  restricted,
  speech,
  unknownInv,
} from "./notation.ts";

/** What each vector means, written by hand from its `meaning` text, its octets and the tables of the standard. */

const extension = { extensionId: "1.3.12.9.1005", extensionArgument: "0500" };
const request1001 = { numberA: allowed(plain("1001")), numberB: plain("2001"), service: speech };
const fullOf1001 = { fullArg: { numberA: plain("1001"), numberB: plain("2001"), service: speech } };

export interface FacilityMeaning {
  readonly apdus: readonly Row[];
  /** Left out: the networking extensions profile, end PINX to end PINX, no network protocol profile. */
  readonly header?: Row;
}

export const facilityMeanings: Readonly<Record<string, FacilityMeaning>> = {
  "ie.ccbsRequest.inv.minimal": { apdus: [inv(1, "ccbsRequest", request1001, CLEAR)] },
  "ie.ccbsRequest.inv.full": {
    apdus: [
      inv(
        2,
        "ccbsRequest",
        {
          numberA: allowed(pub("442071234567", "internationalNumber")),
          numberB: pub("2079876543", "nationalNumber"),
          service: "04038090a37d029181",
          subaddrA: { userSpecifiedSubaddress: { subaddressInformation: "010203", oddCountIndicator: true } },
          subaddrB: { nSAPSubaddress: "50333435" },
          canRetainService: true,
          retainSigConnection: true,
        },
        CLEAR,
      ),
    ],
  },
  "ie.ccnrRequest.inv.release": {
    apdus: [
      inv(
        3,
        "ccnrRequest",
        {
          numberA: restricted(priv("61001", "level1RegionalNumber")),
          numberB: priv("2001", "localNumber"),
          service: speech,
          retainSigConnection: false,
        },
        CLEAR,
      ),
    ],
  },
  "ie.ccbsRequest.res.defaults": { apdus: [res(1, "ccbsRequest", {})] },
  "ie.ccbsRequest.res.both": { apdus: [res(2, "ccbsRequest", { noPathReservation: true, retainService: true })] },
  "ie.ccExecPossible.inv.none": { apdus: [inv(5, "ccExecPossible", noneExt, CLEAR)] },
  "ie.ccExecPossible.inv.full": { apdus: [inv(6, "ccExecPossible", fullOf1001, CLEAR)] },
  "ie.ccCancel.inv.none": { apdus: [inv(7, "ccCancel", noneExt, CLEAR)] },
  "ie.ccCancel.inv.full": { apdus: [inv(8, "ccCancel", full, CLEAR)] },
  "ie.ccPathReserve.inv": { apdus: [inv(9, "ccPathReserve", none, CLEAR)] },
  "ie.ccPathReserve.res": { apdus: [res(9, "ccPathReserve", none)] },
  "ie.ccRingout.inv": { apdus: [inv(10, "ccRingout", none, DISCARD)] },
  "ie.ccSuspend.inv": { apdus: [inv(11, "ccSuspend", none, DISCARD)] },
  "ie.ccResume.inv": { apdus: [inv(12, "ccResume", none, DISCARD)] },
  "ie.error.1010": { apdus: [err(1, "shortTermRejection")] },
  "ie.error.1011": { apdus: [err(1, "longTermRejection")] },
  "ie.error.1014": { apdus: [err(1, "failedDueToInterworking")] },
  "ie.error.1008": { apdus: [err(1, "unspecified")] },
  "ie.reject.0": { apdus: [rej(1, "invoke", "unrecognizedOperation")] },
  "ie.reject.2": { apdus: [rej(null, "general", "badlyStructuredComponent")] },
  "ie.reject.3": { apdus: [rej(1, "returnResult", "unrecognizedInvocation")] },
  "ie.reject.4": { apdus: [rej(1, "returnError", "unexpectedError")] },
  "ie.nfe.addresses": {
    apdus: [inv(11, "ccSuspend", none, DISCARD)],
    header: {
      nfe: {
        sourceEntity: "endPINX",
        sourceEntityAddress: priv("1001"),
        destinationEntity: "endPINX",
        destinationEntityAddress: priv("2001"),
      },
    },
  },
  "ie.nfe.anyPINX.npp": {
    apdus: [inv(11, "ccSuspend", none, DISCARD)],
    header: { nfe: { sourceEntity: "anyTypeOfPINX", destinationEntity: "anyTypeOfPINX" }, npp: 10 },
  },
  "ie.invokeid.300": { apdus: [inv(300, "ccCancel", noneExt, CLEAR)] },
  "ie.ccbsRequest.inv.max": {
    apdus: [
      inv(
        32767,
        "ccbsRequest",
        {
          numberA: allowed(pub("12345678901234567890", "internationalNumber")),
          numberB: pub("98765432109876543210", "internationalNumber"),
          service: "040488c0c6e67d04918191817c098890214f0080bbc6e6",
          subaddrA: {
            userSpecifiedSubaddress: {
              subaddressInformation: "4142434445464748494a4b4c4d4e4f5051525354",
              oddCountIndicator: false,
            },
          },
          subaddrB: { nSAPSubaddress: "6162636465666768696a6b6c6d6e6f7071727374" },
          canRetainService: true,
          retainSigConnection: true,
        },
        CLEAR,
      ),
    ],
  },
  "ie.hand.ccSuspend.ext.single": { apdus: [inv(1, "ccSuspend", { single: extension }, DISCARD)] },
  "ie.hand.ccResume.ext.multiple": { apdus: [inv(1, "ccResume", { multiple: [extension, extension] }, DISCARD)] },
  "ie.hand.ccbsRequest.ext": {
    apdus: [inv(1, "ccbsRequest", { ...request1001, canRetainService: true, extension: { single: extension } }, CLEAR)],
  },
  "ie.hand.error.1008.ext": { apdus: [err(1, "unspecified", extension)] },
  "ie.hand.v1oid.ccbsRequest": {
    apdus: [{ ...inv(1, "ccbsRequest", request1001, CLEAR), code: "1.3.12.9.40" }],
    header: { profile: 0x91 },
  },
  "ie.hand.boolFF.result": { apdus: [res(1, "ccbsRequest", { noPathReservation: true })] },
  "ie.hand.indefinite": { apdus: [inv(1, "ccbsRequest", request1001, CLEAR)] },
};

/** What a decoder says of the vectors that are wrong on purpose: the components it keeps, and its one problem. */
export interface InvalidMeaning {
  readonly apdus: readonly Row[];
  /** `at` counts from the first octet of the element. */
  readonly problem?: { readonly code: string; readonly at: number };
}

export const invalidMeanings: Readonly<Record<string, InvalidMeaning>> = {
  "bad.missing.numberB": {
    apdus: [inv(1, "ccbsRequest", "300fa006800431303031400504038090a3", CLEAR)],
    problem: { code: "unexpectedTag", at: 32 },
  },
  "bad.nonnumeric": {
    apdus: [inv(1, "ccbsRequest", "3015a006800431302a31800432303031400504038090a3", CLEAR)],
    problem: { code: "badValue", at: 30 },
  },
  "bad.argument.absent": {
    apdus: [inv(1, "ccSuspend", none, DISCARD)],
    problem: { code: "argumentAbsent", at: 22 },
  },
  "bad.unknown.op": { apdus: [unknownInv(1, 127, "0500", REJECT)] },
  "bad.truncated.oid": {
    apdus: [{ component: "unknown", invokeId: 1, octets: "a10a02010106042b0c090500" }],
    problem: { code: "truncated", at: 26 },
  },
  "bad.component.unknown": {
    apdus: [{ component: "unknown", invokeId: null, octets: "a503020101" }],
    problem: { code: "unknownComponent", at: 14 },
  },
};

const numbers = [calling("1001"), called("2001")];
const noReservation = { noPathReservation: true };
const cisFromB = [bearerCis, dChannel(), callingUnavailable("2001"), called("1001")];

export const messageMeanings: Readonly<Record<string, MessageMeaning>> = {
  "msg.F1-ccbs-retain.2B": msg("CALL PROCEEDING", "1*", [channel(1)]),
  "msg.F1-ccbs-retain.3B": msg("DISCONNECT", "1*", [cause(17)]),
  "msg.F1-ccbs-retain.4A": msg("RELEASE", "1", [cause(17)]),
  "msg.F1-ccbs-retain.5B": msg("RELEASE COMPLETE", "1*", [cause(17)]),
  "msg.F1-ccbs-retain.6A": msg(
    "SETUP",
    "2",
    [bearerCis, dChannel(), ...numbers],
    [inv(2, "ccbsRequest", request({ retainSigConnection: true }), CLEAR), callingAlice(3)],
  ),
  "msg.F1-ccbs-retain.7B": msg("CALL PROCEEDING", "2*", [dChannel()]),
  "msg.F1-ccbs-retain.8B": msg("CONNECT", "2*", [dChannel()], [res(2, "ccbsRequest", noReservation)]),
  "msg.F1-ccbs-retain.10B": msg("FACILITY", "2*", [], [inv(1, "ccExecPossible", noneExt, CLEAR)]),
  "msg.F1-ccbs-retain.11A": msg(
    "SETUP",
    "3",
    [bearerSpeech, channel(2), ...numbers],
    [inv(4, "ccRingout", none, DISCARD), callingAlice(5)],
  ),
  "msg.F1-ccbs-retain.13B": msg("ALERTING", "3*"),
  "msg.F1-ccbs-retain.14B": msg("CONNECT", "3*", [channel(2)]),
  "msg.F1-ccbs-retain.16A": msg("DISCONNECT", "3", [cause(16)]),
  "msg.F1-ccbs-retain.17B": msg("RELEASE", "3*", [cause(16)]),
  "msg.F2-ccbs-release.8B": msg("RELEASE", "2*", [cause(16)], [res(2, "ccbsRequest", noReservation)]),
  "msg.F2-ccbs-release.9A": msg("RELEASE COMPLETE", "2", [cause(16)]),
  "msg.F2-ccbs-release.10B": msg("SETUP", "1", cisFromB, [inv(1, "ccExecPossible", full, CLEAR)]),
  "msg.F2-ccbs-release.11A": msg("CALL PROCEEDING", "1*", [dChannel()]),
  "msg.F2-ccbs-release.17B": msg("RELEASE", "1", [cause(16)], [inv(2, "ccCancel", noneExt, CLEAR)]),
  "msg.F3-ccnr-suspend-resume.9B": msg("CONNECT", "2*", [dChannel()], [res(2, "ccnrRequest", noReservation)]),
  "msg.F3-ccnr-suspend-resume.12A": msg("FACILITY", "2", [], [inv(4, "ccSuspend", none, DISCARD)]),
  "msg.F3-ccnr-suspend-resume.13A": msg("FACILITY", "2", [], [inv(5, "ccResume", none, DISCARD)]),
  "msg.F3-ccnr-suspend-resume.14B": msg("FACILITY", "2*", [], [inv(2, "ccExecPossible", noneExt, CLEAR)]),
  "msg.F3-ccnr-suspend-resume.15B": msg("RELEASE", "2*", [cause(16)], [inv(3, "ccCancel", noneExt, CLEAR)]),
  "msg.F4-dontcare-rspretain.6A": msg(
    "SETUP",
    "2",
    [bearerCis, dChannel(), ...numbers],
    [inv(2, "ccbsRequest", request(), CLEAR), callingAlice(3)],
  ),
  "msg.F4-dontcare-rspretain.10A": msg("RELEASE", "2", [cause(16)], [inv(4, "ccCancel", noneExt, CLEAR)]),
  "msg.F5-shortterm.8B": msg("RELEASE", "2*", [cause(16)], [err(2, "shortTermRejection")]),
  "msg.F7-release-cancel-by-B.10B": msg("SETUP", "1", cisFromB, [inv(1, "ccCancel", full, CLEAR)]),
  "msg.F7-release-cancel-by-B.11A": msg("RELEASE COMPLETE", "1*", [cause(16)]),
  "msg.F9-B-disabled.7B": msg("RELEASE COMPLETE", "2*", [cause(16)], [err(2, "longTermRejection")]),
  "msg.hand.setup.pathreserve": msg(
    "SETUP",
    "6",
    [bearerSpeech, channel(2), ...numbers],
    [inv(3, "ccPathReserve", none, CLEAR)],
  ),
  "msg.hand.facility.pr.result": msg("FACILITY", "6*", [], [res(3, "ccPathReserve", none)]),
  "msg.hand.facility.ringout": msg("FACILITY", "6", [], [inv(4, "ccRingout", none, DISCARD)]),
  "msg.hand.disconnect.cccancel": msg("DISCONNECT", "6", [cause(16)], [inv(5, "ccCancel", noneExt, CLEAR)]),
  "msg.hand.disconnect.ccsuspend": msg("DISCONNECT", "6", [cause(16)], [inv(5, "ccSuspend", none, DISCARD)]),
  "msg.hand.relcomp.fac.notimpl": msg("RELEASE COMPLETE", "5*", [cause(69)]),
  "msg.hand.relcomp.noroute": msg("RELEASE COMPLETE", "5*", [cause(3)]),
  "msg.hand.status": msg("STATUS", "5*", [cause(101), ["Call state", { codingStandard: 0, state: 10 }]]),
  "msg.hand.notify": msg("NOTIFY", "5", [["Notification indicator", { description: 0x79 }]]),
  "msg.hand.segment1": msg("SEGMENT", "7", [
    ["Segmented message", { first: true, remaining: 1, messageType: 5 }],
    bearerCis,
    dChannel(),
  ]),
  "msg.hand.segment2": msg(
    "SEGMENT",
    "7",
    [["Segmented message", { first: false, remaining: 0, messageType: 5 }], called("2001")],
    [inv(1, "ccbsRequest", request1001, CLEAR)],
  ),
  "msg.hand.bri.cis.channel": msg("SETUP", "8", [bearerCis, dChannel("basic"), called("2001")]),
  "msg.G1-execpossible-nomatch.11A": msg("RELEASE COMPLETE", "1*", [cause(16)], [inv(4, "ccCancel", noneExt, CLEAR)]),
  "msg.G2-ringout-nomatch.2B": msg("RELEASE COMPLETE", "1*", [cause(16)], [err(10, "failureToMatch")]),
  "msg.G3-pathreserve-unsupported.1A": msg(
    "SETUP",
    "1",
    [bearerSpeech, channel(3), ...numbers],
    [inv(9, "ccPathReserve", none, CLEAR)],
  ),
  "msg.G3-pathreserve-unsupported.2B": msg("RELEASE COMPLETE", "1*", [cause(16)], [err(9, "failedDueToInterworking")]),
  "msg.G4-unknown-op-cis.1A": msg(
    "SETUP",
    "1",
    [bearerCis, dChannel(), ...numbers],
    [unknownInv(11, 127, "0500", CLEAR)],
  ),
  "msg.G4-unknown-op-cis.2B": msg("RELEASE COMPLETE", "1*", [cause(69)]),
  "msg.G6-T3-expiry.11A": msg("RELEASE", "2", [cause(16)], [inv(4, "ccCancel", noneExt, CLEAR)]),
  "msg.G7-T2-expiry-atA-release.10A": msg(
    "SETUP",
    "3",
    [bearerCis, dChannel(), ...numbers],
    [inv(4, "ccCancel", full, CLEAR), callingAlice(5)],
  ),
  "msg.G8-T2-expiry-atB-retain.10B": msg("RELEASE", "2*", [cause(16)], [inv(1, "ccCancel", noneExt, CLEAR)]),
  "msg.G13-second-request-while-active.11B": msg(
    "RELEASE COMPLETE",
    "3*",
    [cause(16)],
    [err(32, "shortTermRejection")],
  ),
};
