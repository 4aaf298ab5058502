import { allowed, DISCARD, plain, REJECT, type Row, res, restricted, serviceInvoke } from "./notation.ts";
import { callServiceMeanings } from "./call-services-meaning.ts";
import { lateServiceMeanings } from "./late-services-meaning.ts";
import { mobilityMeanings } from "./mobility-meaning.ts";
import { bob, extension, row, screened, type ServiceMeaning } from "./service-notation.ts";

const euros = (currencyAmount: number, multiplier: string): Row => ({
  rCurrency: "EUR",
  rAmount: { currencyAmount, multiplier },
});

export const serviceMeanings: Readonly<Record<string, ServiceMeaning>> = {
  ...callServiceMeanings,
  ...mobilityMeanings,
  ...lateServiceMeanings,

  // SS-MWI
  "mWIActivate.inv": row(
    serviceInvoke(
      "mWIActivate",
      {
        servedUserNr: plain("1001"),
        basicService: "speech",
        msgCentreId: { integer: 300 },
        nbOfMessages: 3,
        originatingNr: plain("2001"),
        timestamp: "20260701120000Z",
        priority: 5,
      },
      REJECT,
    ),
    "message waiting on for 1001: speech, 3 messages, from 2001 [mWIActivate, invoke 1]",
  ),
  "mWIActivate.res": row(
    res(1, "mWIActivate", { none: null }),
    "message waiting is on [result, mWIActivate, invoke 1]",
  ),
  "mWIDeactivate.inv": row(
    serviceInvoke(
      "mWIDeactivate",
      { servedUserNr: plain("1001"), basicService: "allServices", msgCentreId: { partyNumber: plain("2999") } },
      REJECT,
    ),
    "message waiting off for 1001: all services [mWIDeactivate, invoke 1]",
  ),
  "mWIInterrogate.inv": row(
    serviceInvoke(
      "mWIInterrogate",
      { servedUserNr: plain("1001"), basicService: "speech", msgCentreId: { numericString: "29" } },
      REJECT,
    ),
    "which messages wait for 1001? [mWIInterrogate, invoke 1]",
  ),
  "mWIInterrogate.res": row(
    res(1, "mWIInterrogate", [{ basicService: "speech", nbOfMessages: 3 }, { basicService: "telefaxGroup2-3" }]),
    "waiting: speech, 3 messages; telefaxGroup2-3 [result, mWIInterrogate, invoke 1]",
  ),

  // SS-CO, and what SS-DNDO and SS-CI share with it
  "callOfferRequest.inv": row(
    serviceInvoke("callOfferRequest", { null: null }, REJECT),
    "offer this call to the called user if busy [callOfferRequest, invoke 1]",
  ),
  "pathRetain.inv": row(
    serviceInvoke("pathRetain", { serviceList: ["callOffer", "ci-high"] }, REJECT),
    "keep the path if the called user is busy: callOffer, ci-high [pathRetain, invoke 1]",
  ),
  "serviceAvailable.inv": row(
    serviceInvoke("serviceAvailable", { extendedServiceList: { serviceList: ["dndo-low", 9], extension } }, DISCARD),
    "the called user is busy; possible: dndo-low, 9 [serviceAvailable, invoke 1]",
  ),
  "cfbOverride.inv": row(
    serviceInvoke("cfbOverride", { null: null }, DISCARD),
    "do not divert this call on busy [cfbOverride, invoke 1]",
  ),

  // SS-CI
  "callIntrusionRequest.inv": row(
    serviceInvoke("callIntrusionRequest", { ciCapabilityLevel: "intrusionMediumProt" }, REJECT),
    "intrude on the busy user's call (intrusionMediumProt) [callIntrusionRequest, invoke 1]",
  ),
  "callIntrusionRequest.res": row(
    res(1, "callIntrusionRequest", { ciUnwantedUserStatus: "unwantedUserIsolated" }),
    "the third user is isolated [result, callIntrusionRequest, invoke 1]",
  ),
  "callIntrusionGetCIPL.inv": row(
    serviceInvoke("callIntrusionGetCIPL", { null: null }, DISCARD),
    "how is this user protected against intrusion? [callIntrusionGetCIPL, invoke 1]",
  ),
  "callIntrusionGetCIPL.res": row(
    res(1, "callIntrusionGetCIPL", { ciProtectionLevel: "fullProtection" }),
    "protected against intrusion: fullProtection [result, callIntrusionGetCIPL, invoke 1]",
  ),
  "callIntrusionIsolate.inv": row(
    serviceInvoke("callIntrusionIsolate", { null: null }, REJECT),
    "isolate the third user [callIntrusionIsolate, invoke 1]",
  ),
  "callIntrusionForcedRelease.inv": row(
    serviceInvoke("callIntrusionForcedRelease", { null: null }, REJECT),
    "release the third user's call [callIntrusionForcedRelease, invoke 1]",
  ),
  "callIntrusionWOBRequest.inv": row(
    serviceInvoke("callIntrusionWOBRequest", { null: null }, REJECT),
    "wait until the called user is free [callIntrusionWOBRequest, invoke 1]",
  ),
  "callIntrusionCompleted.inv": row(
    serviceInvoke("callIntrusionCompleted", { null: null }, DISCARD),
    "the intrusion is over [callIntrusionCompleted, invoke 1]",
  ),

  // SS-DND, SS-DNDO
  "doNotDisturbActivateQ.inv": row(
    serviceInvoke("doNotDisturbActivateQ", { basicService: "allServices", servedUserNr: plain("2001") }, REJECT),
    "do not disturb 2001 [doNotDisturbActivateQ, invoke 1]",
  ),
  "doNotDisturbActivateQ.res": row(
    res(1, "doNotDisturbActivateQ", {
      status: [{ basicService: "allServices", dndProtectionLevel: "highProtection" }],
    }),
    "do not disturb is set [result, doNotDisturbActivateQ, invoke 1]",
  ),
  "doNotDisturbDeactivateQ.inv": row(
    serviceInvoke("doNotDisturbDeactivateQ", { basicService: "allServices", servedUserNr: plain("2001") }, REJECT),
    "2001 may be disturbed again [doNotDisturbDeactivateQ, invoke 1]",
  ),
  "doNotDisturbInterrogateQ.inv": row(
    serviceInvoke("doNotDisturbInterrogateQ", { servedUserNr: plain("2001") }, REJECT),
    "may 2001 be disturbed? [doNotDisturbInterrogateQ, invoke 1]",
  ),
  "doNotDisturbOverrideQ.inv": row(
    serviceInvoke("doNotDisturbOverrideQ", { dndoCapabilityLevel: "overrideLowProt" }, DISCARD),
    "this call may override do not disturb (overrideLowProt) [doNotDisturbOverrideQ, invoke 1]",
  ),
  "doNotDisturbOvrExecuteQ.inv": row(
    serviceInvoke("doNotDisturbOvrExecuteQ", { null: null }, REJECT),
    "override do not disturb [doNotDisturbOvrExecuteQ, invoke 1]",
  ),

  // SS-AOC
  "chargeRequest.inv": row(
    serviceInvoke("chargeRequest", { adviceModeCombinations: ["rateFinal", "final"] }, DISCARD),
    "tell the charge of this call: rateFinal or final [chargeRequest, invoke 1]",
  ),
  "chargeRequest.res": row(
    res(1, "chargeRequest", { adviceModeCombination: "final" }),
    "the charge will be told: final [result, chargeRequest, invoke 1]",
  ),
  "getFinalCharge.inv": row(
    serviceInvoke("getFinalCharge", { none: null }, DISCARD),
    "what does the call cost in the end? [getFinalCharge, invoke 1]",
  ),
  "aocFinal.inv": row(
    serviceInvoke(
      "aocFinal",
      {
        finalCharge: {
          specificCurrency: { recordedCurrency: euros(120, "oneHundredth"), finalBillingId: "callTransfer" },
        },
        chargingAssociation: { chargeNumber: plain("1001") },
      },
      DISCARD,
    ),
    "the call cost 1.20 EUR [aocFinal, invoke 1]",
  ),
  "aocInterim.inv": row(
    serviceInvoke(
      "aocInterim",
      { interimCharge: { specificCurrency: { recordedCurrency: euros(7, "ten") } } },
      DISCARD,
    ),
    "so far the call cost 70 EUR [aocInterim, invoke 1]",
  ),
  "aocRate.inv": row(
    serviceInvoke(
      "aocRate",
      {
        aocRate: {
          aocSCurrencyInfoList: [
            {
              chargedItem: "basicCommunication",
              rateType: {
                durationCurrency: {
                  dCurrency: "EUR",
                  dAmount: { currencyAmount: 9, multiplier: "oneHundredth" },
                  dChargingType: "stepFunction",
                  dTime: { lengthOfTimeUnit: 1, scale: "oneMinute" },
                },
              },
            },
            { chargedItem: "callSetup", rateType: { specialChargingCode: 3 } },
          ],
        },
      },
      DISCARD,
    ),
    "the rates: basicCommunication 0.09 EUR each 1 min, callSetup special charging code 3 [aocRate, invoke 1]",
  ),
  "aocComplete.inv": row(
    serviceInvoke(
      "aocComplete",
      { chargedUser: plain("1001"), chargingAssociation: { chargeIdentifier: -2 } },
      DISCARD,
    ),
    "asks for aocComplete: chargedUser (unknownPartyNumber 1001), chargingAssociation (chargeIdentifier -2) " +
      "[aocComplete, invoke 1]",
  ),
  "aocComplete.res": row(
    res(1, "aocComplete", { chargingOption: "aocStopCharging" }),
    "done: chargingOption aocStopCharging [result, aocComplete, invoke 1]",
  ),
  "aocDivChargeReq.inv": row(
    serviceInvoke("aocDivChargeReq", { divertingUser: plain("2001"), diversionType: "callForwardingBusy" }, DISCARD),
    "asks for aocDivChargeReq: divertingUser (unknownPartyNumber 2001), diversionType callForwardingBusy " +
      "[aocDivChargeReq, invoke 1]",
  ),

  // SS-RE
  "recallAlerting.inv": row(
    serviceInvoke("recallAlerting", { alertedNumber: allowed(screened(plain("3001"))), alertedName: bob }, DISCARD),
    'nobody took the transferred call: it rings again at 3001, "Bob" [recallAlerting, invoke 1]',
  ),
  "recallAnswered.inv": row(
    serviceInvoke(
      "recallAnswered",
      {
        connectedNumber: allowed(screened(plain("3001"))),
        connectedSubaddress: { userSpecifiedSubaddress: { subaddressInformation: "3037" } },
        connectedName: bob,
      },
      DISCARD,
    ),
    'the recall is answered by 3001, "Bob" [recallAnswered, invoke 1]',
  ),

  // ANF-CMN
  "cmnRequest.inv": row(
    serviceInvoke("cmnRequest", { null: null }, DISCARD),
    "what can the other side do? [cmnRequest, invoke 1]",
  ),
  "cmnInform.inv": row(
    serviceInvoke(
      "cmnInform",
      {
        featureIdentifier: ["ssCCBSpossible", "ssCCNRpossible", "anfPRsupportedAtCooperatingPinx"],
        ssDNDOprotectionLevel: 2,
        ssCIprotectionLevel: 3,
        equipmentIdentity: { nodeId: "PINX-A", unitId: "7" },
        partyCategory: "pisnAttendant",
      },
      DISCARD,
    ),
    "about this side: pisnAttendant, PINX-A, 7, ssCCBSpossible, ssCCNRpossible, anfPRsupportedAtCooperatingPinx " +
      "[cmnInform, invoke 1]",
  ),

  // ANF-CINT
  "cintLegInformation1.inv": row(
    serviceInvoke("cintLegInformation1", { interceptionCause: "cintNre", interceptedToNumber: plain("9") }, DISCARD),
    "the call is intercepted to 9 (cintNre) [cintLegInformation1, invoke 1]",
  ),
  "cintLegInformation2.inv": row(
    serviceInvoke(
      "cintLegInformation2",
      {
        interceptionCause: 99,
        calledNumber: allowed(plain("2001")),
        originalCalledNumber: restricted(plain("2002")),
        calledName: bob,
      },
      DISCARD,
    ),
    'an intercepted call (99) to 2001, "Bob" [cintLegInformation2, invoke 1]',
  ),
  "cintCondition.inv": row(
    serviceInvoke("cintCondition", { interceptionCause: "cintDnd", calledName: bob }, DISCARD),
    "the call may be intercepted (cintDnd) [cintCondition, invoke 1]",
  ),
  "cintDisable.inv": row(
    serviceInvoke("cintDisable", { none: null }, DISCARD),
    "do not intercept this call [cintDisable, invoke 1]",
  ),
  "cintEnable.inv": row(
    serviceInvoke("cintEnable", { none: null }, DISCARD),
    "this call may be intercepted again [cintEnable, invoke 1]",
  ),
};
