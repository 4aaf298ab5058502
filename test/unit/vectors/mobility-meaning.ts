import { allowed, DISCARD, plain, REJECT, res, serviceInvoke, speech } from "./notation.ts";
import { alice, row, screened, type ServiceMeaning } from "./service-notation.ts";

/** Users who move, transfer in one step, dialogs, short messages, calls made for others, message centres. */
export const mobilityMeanings: Readonly<Record<string, ServiceMeaning>> = {
  "locUpdate.inv": row(
    serviceInvoke("locUpdate", { wtmUserId: { pisnNumber: plain("1001") }, visitPINX: plain("9000") }, REJECT),
    "1001 is now at PINX 9000 [locUpdate, invoke 1]",
  ),
  "locUpdate.res": row(res(1, "locUpdate", { null: null }), "the location is noted [result, locUpdate, invoke 1]"),
  "locDelete.inv": row(
    serviceInvoke("locDelete", { wtmUserId: { pisnNumber: plain("1001") } }, REJECT),
    "1001 has left [locDelete, invoke 1]",
  ),
  "locDeReg.inv": row(
    serviceInvoke("locDeReg", { wtmUserId: { pisnNumber: plain("1001") }, basicService: "speech" }, REJECT),
    "1001 signs off [locDeReg, invoke 1]",
  ),
  "pisnEnquiry.inv": row(
    serviceInvoke("pisnEnquiry", { alternativeId: "0a0b" }, REJECT),
    "whose identity is 0a0b? [pisnEnquiry, invoke 1]",
  ),
  "pisnEnquiry.res": row(
    res(1, "pisnEnquiry", { wtmUserId: { pisnNumber: plain("1001") } }),
    "the identity of 1001 [result, pisnEnquiry, invoke 1]",
  ),
  "wtmiEnquiry.inv": row(
    serviceInvoke("wtmiEnquiry", { pisnNumber: plain("1001"), qSIGInfoElement: speech }, REJECT),
    "where is 1001? [wtmiEnquiry, invoke 1]",
  ),
  "wtmiEnquiry.res": row(
    res(1, "wtmiEnquiry", { currLocation: { visitPINX: plain("9000"), wtmIdentity: { pisnNumber: plain("1001") } } }),
    "1001 is at PINX 9000 [result, wtmiEnquiry, invoke 1]",
  ),
  "wtmiDivert.inv": row(
    serviceInvoke(
      "wtmiDivert",
      {
        visitPINX: plain("9000"),
        callingNumber: allowed(screened(plain("2001"))),
        wtmIdentity: { pisnNumber: plain("1001") },
        qSIGInfoElement: speech,
      },
      REJECT,
    ),
    "call 1001 at PINX 9000 [wtmiDivert, invoke 1]",
  ),
  "wtmiInform.inv": row(
    serviceInvoke(
      "wtmiInform",
      { wtmIdentity: { both: { pisnNumber: plain("1001"), alternativeId: "0a0b" } } },
      DISCARD,
    ),
    "this call is for 1001 [wtmiInform, invoke 1]",
  ),
  "wtmoCall.inv": row(
    serviceInvoke("wtmoCall", { destinationNumber: plain("2001"), sendingComplete: null }, DISCARD),
    "asks for wtmoCall: destinationNumber (unknownPartyNumber 2001), sendingComplete null [wtmoCall, invoke 1]",
  ),
  "authWtmUser.inv": row(
    serviceInvoke("authWtmUser", { wtmUserId: { pisnNumber: plain("1001") } }, REJECT),
    "authenticate 1001 [authWtmUser, invoke 1]",
  ),
  "authWtmUser.res": row(
    res(1, "authWtmUser", { autWtmResValue: "auth-res-correct" }),
    "the user is authentic [result, authWtmUser, invoke 1]",
  ),
  "getWtatParam.inv": row(
    serviceInvoke("getWtatParam", { wtmUserId: { pisnNumber: plain("1001") }, canCompute: null }, REJECT),
    "how is 1001 authenticated? [getWtatParam, invoke 1]",
  ),
  "wtatParamEnq.inv": row(
    serviceInvoke("wtatParamEnq", { wtmUserId: { pisnNumber: plain("1001") } }, REJECT),
    "how is 1001 authenticated? [wtatParamEnq, invoke 1]",
  ),
  "getWtanParam.inv": row(
    serviceInvoke(
      "getWtanParam",
      { wtmUserId: { pisnNumber: plain("1001") }, authChallenge: "aa", authAlgorithm: { authAlg: "dect" } },
      REJECT,
    ),
    "how is the network authenticated to 1001? [getWtanParam, invoke 1]",
  ),
  "wtanParamEnq.inv": row(
    serviceInvoke(
      "wtanParamEnq",
      { wtmUserId: { pisnNumber: plain("1001") }, authChallenge: "aa", authAlgorithm: { authAlg: "dect" } },
      REJECT,
    ),
    "how is the network authenticated to 1001? [wtanParamEnq, invoke 1]",
  ),
  "transferAuthParam.inv": row(
    serviceInvoke(
      "transferAuthParam",
      { wtatParamInfo: { authAlgorithm: { authAlg: "dect" }, wtatParamInfoChoice: { challLen: 4 } } },
      DISCARD,
    ),
    "asks for transferAuthParam: wtatParamInfo (authAlgorithm (authAlg dect), wtatParamInfoChoice (challLen 4)) [transferAuthParam, invoke 1]",
  ),
  "synchronizationRequest.inv": row(
    serviceInvoke("synchronizationRequest", { action: "enslavement" }, REJECT),
    "asks for synchronizationRequest: action enslavement [synchronizationRequest, invoke 1]",
  ),
  "synchronizationRequest.res": row(
    res(1, "synchronizationRequest", { action: "enslavement", response: true }),
    "done: action enslavement, response true [result, synchronizationRequest, invoke 1]",
  ),
  "synchronizationInfo.inv": row(
    serviceInvoke("synchronizationInfo", { stateinfo: "idle" }, DISCARD),
    "asks for synchronizationInfo: stateinfo idle [synchronizationInfo, invoke 1]",
  ),
  "callInterruptionRequest.inv": row(
    serviceInvoke("callInterruptionRequest", { cpiCapabilityLevel: "interruptionHighPriority" }, DISCARD),
    "asks for callInterruptionRequest: cpiCapabilityLevel interruptionHighPriority [callInterruptionRequest, invoke 1]",
  ),
  "callProtectionRequest.inv": row(
    serviceInvoke("callProtectionRequest", { cpiProtectionLevel: "mediumProtection" }, DISCARD),
    "asks for callProtectionRequest: cpiProtectionLevel mediumProtection [callProtectionRequest, invoke 1]",
  ),
  "pumRegistr.inv": row(
    serviceInvoke(
      "pumRegistr",
      {
        pumUserId: { pumNumber: plain("1001") },
        basicService: "allServices",
        hostingAddr: plain("2001"),
        userPin: { pumUserPin: "31323334" },
      },
      REJECT,
    ),
    "1001 signs on at 2001 [pumRegistr, invoke 1]",
  ),
  "pumRegistr.res": row(
    res(1, "pumRegistr", { pumNumber: plain("1001") }),
    "1001 is signed on [result, pumRegistr, invoke 1]",
  ),
  "pumDelReg.inv": row(
    serviceInvoke(
      "pumDelReg",
      {
        pumUserId: { pumNumber: plain("1001") },
        basicService: "allServices",
        hostingAddr: plain("2001"),
        serviceOption: "inCallRegistration",
      },
      REJECT,
    ),
    "1001 has left 2001 [pumDelReg, invoke 1]",
  ),
  "pumDeReg.inv": row(
    serviceInvoke("pumDeReg", { pumUserId: { pumNumber: plain("1001") }, basicService: "allServices" }, REJECT),
    "1001 signs off [pumDeReg, invoke 1]",
  ),
  "pumInterrog.inv": row(
    serviceInvoke("pumInterrog", { pumUserId: { pumNumber: plain("1001") }, basicService: "allServices" }, REJECT),
    "where is 1001 signed on? [pumInterrog, invoke 1]",
  ),
  "pumInterrog.res": row(
    res(1, "pumInterrog", [{ basicService: "allServices", hostingAddr: plain("2001") }]),
    "done: basicService allServices, hostingAddr (unknownPartyNumber 2001) [result, pumInterrog, invoke 1]",
  ),
  "pumiEnquiry.inv": row(
    serviceInvoke("pumiEnquiry", { pisnNumber: plain("1001"), qSIGInfoElement: speech }, REJECT),
    "where is 1001? [pumiEnquiry, invoke 1]",
  ),
  "pumiEnquiry.res": row(
    res(1, "pumiEnquiry", {
      cfuActivated: { divToAddress: { partyNumber: plain("3001") }, divOptions: "noNotification" },
    }),
    "the user diverts to 3001 [result, pumiEnquiry, invoke 1]",
  ),
  "pumiDivert.inv": row(
    serviceInvoke(
      "pumiDivert",
      {
        hostingAddr: plain("2001"),
        callingNumber: allowed(screened(plain("2002"))),
        pumIdentity: { pisnNumber: plain("1001") },
        qSIGInfoElement: speech,
      },
      REJECT,
    ),
    "call 1001 at 2001 [pumiDivert, invoke 1]",
  ),
  "pumiInform.inv": row(
    serviceInvoke("pumiInform", { pumIdentity: { pisnNumber: plain("1001") } }, DISCARD),
    "this call is for 1001 [pumiInform, invoke 1]",
  ),
  "pumoCall.inv": row(
    serviceInvoke(
      "pumoCall",
      { destinationNumber: plain("2001"), pumIdentity: { pisnNumber: plain("1001") } },
      DISCARD,
    ),
    "asks for pumoCall: destinationNumber (unknownPartyNumber 2001), pumIdentity (pisnNumber (unknownPartyNumber 1001)) [pumoCall, invoke 1]",
  ),
  "getRRCInf.inv": row(
    serviceInvoke("getRRCInf", { wtmUserId: { pisnNumber: plain("1001") } }, REJECT),
    "asks for getRRCInf: wtmUserId (pisnNumber (unknownPartyNumber 1001)) [getRRCInf, invoke 1]",
  ),
  "locInfoCheck.inv": row(
    serviceInvoke("locInfoCheck", { wtmUserId: { pisnNumber: plain("1001") }, visitPINX: plain("9000") }, REJECT),
    "is 1001 at PINX 9000? [locInfoCheck, invoke 1]",
  ),
  "locInfoCheck.res": row(
    res(1, "locInfoCheck", { checkResult: "locInfChk-incorrect" }),
    "the user is not there [result, locInfoCheck, invoke 1]",
  ),
  "ssctInitiate.inv": row(
    serviceInvoke(
      "ssctInitiate",
      {
        rerouteingNumber: plain("2002"),
        transferredAddress: allowed(screened(plain("2001"))),
        awaitConnect: true,
        transferredName: alice,
      },
      REJECT,
    ),
    "transfer this call to 2002, once it is answered [ssctInitiate, invoke 1]",
  ),
  "ssctSetup.inv": row(
    serviceInvoke("ssctSetup", { transferringAddress: allowed(screened(plain("1001"))) }, DISCARD),
    "asks for ssctSetup: transferringAddress (presentationAllowedAddress (partyNumber (unknownPartyNumber 1001), screeningIndicator networkProvided)) [ssctSetup, invoke 1]",
  ),
  "ssctPostDial.inv": row(
    serviceInvoke("ssctPostDial", { null: null }, DISCARD),
    "further digits of the number may follow [ssctPostDial, invoke 1]",
  ),
  "ssctDigitInfo.inv": row(
    serviceInvoke("ssctDigitInfo", { reroutingNumber: plain("02"), sendingComplete: null }, DISCARD),
    "asks for ssctDigitInfo: reroutingNumber (unknownPartyNumber 02), sendingComplete null [ssctDigitInfo, invoke 1]",
  ),
  "display.inv": row(
    serviceInvoke("display", { displayString: { displayStringNormal: "00480069" } }, DISCARD),
    'show "Hi" [display, invoke 1]',
  ),
  "keypad.inv": row(
    serviceInvoke("keypad", { keypadString: "0031" }, DISCARD),
    'the user keyed "1" [keypad, invoke 1]',
  ),
  "callIdentificationAssign.inv": row(
    serviceInvoke("callIdentificationAssign", { globalCallID: { linkageID: { globallyUniqueID: "0102" } } }, DISCARD),
    "asks for callIdentificationAssign: globalCallID (linkageID (globallyUniqueID 0102)) [callIdentificationAssign, invoke 1]",
  ),
  "callIdentificationUpdate.inv": row(
    serviceInvoke("callIdentificationUpdate", { threadID: { linkageID: { subDomainID: "07" } } }, DISCARD),
    "asks for callIdentificationUpdate: threadID (linkageID (subDomainID 07)) [callIdentificationUpdate, invoke 1]",
  ),
  "smsSubmit.inv": row(
    serviceInvoke(
      "smsSubmit",
      {
        destinationAddress: plain("2001"),
        originatingAddress: plain("1001"),
        messageReference: 7,
        smSubmitParameter: { protocolIdentifier: 0, statusReportRequest: true },
        userData: { shortMessageText: { shortMessageTextType: "iA5Coded", shortMessageTextData: "4869" } },
      },
      REJECT,
    ),
    "short message from 1001 to 2001, 2 octets [smsSubmit, invoke 1]",
  ),
  "smsDeliver.inv": row(
    serviceInvoke(
      "smsDeliver",
      {
        originatingAddress: plain("1001"),
        destinationAddress: plain("2001"),
        smDeliverParameter: { protocolIdentifier: 0, serviceCentreTimeStamp: "20260701120000Z" },
        userData: { shortMessageText: { shortMessageTextType: "iA5Coded", shortMessageTextData: "4869" } },
      },
      REJECT,
    ),
    "short message from 1001 to 2001, 2 octets [smsDeliver, invoke 1]",
  ),
  "smsStatusReport.inv": row(
    serviceInvoke(
      "smsStatusReport",
      {
        messageReference: 7,
        serviceCentreTimeStamp: "20260701120000Z",
        dischargeTime: "20260701120000Z",
        recipientAddress: plain("2001"),
        destinationAddress: plain("1001"),
        status: 0,
      },
      REJECT,
    ),
    "short message 7 to 2001: status 0 [smsStatusReport, invoke 1]",
  ),
  "smsCommand.inv": row(
    serviceInvoke(
      "smsCommand",
      {
        destinationAddress: plain("2001"),
        messageReference: 8,
        messageNumber: 7,
        protocolIdentifier: 0,
        commandType: "enquiry",
      },
      REJECT,
    ),
    "asks for smsCommand: destinationAddress (unknownPartyNumber 2001), messageReference 8, messageNumber 7, protocolIdentifier 0, commandType enquiry [smsCommand, invoke 1]",
  ),
  "scAlert.inv": row(
    serviceInvoke("scAlert", { originatingAddress: plain("2001") }, REJECT),
    "2001 can take short messages again [scAlert, invoke 1]",
  ),
  "mCRequest.inv": row(
    serviceInvoke(
      "mCRequest",
      {
        callType: { basicService: "speech" },
        destinationAddress: allowed({ partyNumber: plain("2001") }),
        correlation: { correlationData: "42" },
      },
      REJECT,
    ),
    "make a call to 2001 [mCRequest, invoke 1]",
  ),
  "mCInform.inv": row(
    serviceInvoke("mCInform", { correlation: { correlationData: "42" } }, DISCARD),
    "asks for mCInform: correlation (correlationData 42) [mCInform, invoke 1]",
  ),
  "mCAlerting.inv": row(
    serviceInvoke(
      "mCAlerting",
      { correlation: { correlationData: "42", correlationReason: "cTIApplication" } },
      DISCARD,
    ),
    "asks for mCAlerting: correlation (correlationData 42, correlationReason cTIApplication) [mCAlerting, invoke 1]",
  ),
  "mCMUpdate.inv": row(
    serviceInvoke(
      "mCMUpdate",
      {
        partyInfo: { servedUserNr: plain("1001"), messageCentreID: { integer: 300 } },
        messageType: "speech",
        updateInfo: { newMsgInfoOnly: { compressedInfo: { nrOfMessages: 3 } } },
      },
      REJECT,
    ),
    "asks for mCMUpdate: partyInfo (servedUserNr (unknownPartyNumber 1001), messageCentreID (integer 300)), messageType speech, updateInfo (newMsgInfoOnly (compressedInfo (nrOfMessages 3))) [mCMUpdate, invoke 1]",
  ),
  "mCMService.inv": row(
    serviceInvoke(
      "mCMService",
      {
        partyInfo: { servedUserNr: plain("1001"), messageCentreID: { integer: 300 } },
        mCMChange: { activateMCM: [{ messageType: "speech", mCMModeNew: "complete" }] },
      },
      REJECT,
    ),
    "asks for mCMService: partyInfo (servedUserNr (unknownPartyNumber 1001), messageCentreID (integer 300)), mCMChange (activateMCM (messageType speech, mCMModeNew complete)) [mCMService, invoke 1]",
  ),
  "mCMInterrogate.inv": row(
    serviceInvoke(
      "mCMInterrogate",
      { partyInfo: { servedUserNr: plain("1001"), messageCentreID: { integer: 300 } }, interrogateInfo: ["speech"] },
      REJECT,
    ),
    "asks for mCMInterrogate: partyInfo (servedUserNr (unknownPartyNumber 1001), messageCentreID (integer 300)), interrogateInfo (speech) [mCMInterrogate, invoke 1]",
  ),
  "mCMailboxFull.inv": row(
    serviceInvoke(
      "mCMailboxFull",
      {
        partyInfo: { servedUserNr: plain("1001"), messageCentreID: { integer: 300 } },
        mailboxFullFor: [{ messageType: "speech", capacityReached: 90 }],
      },
      DISCARD,
    ),
    "asks for mCMailboxFull: partyInfo (servedUserNr (unknownPartyNumber 1001), messageCentreID (integer 300)), mailboxFullFor (messageType speech, capacityReached 90) [mCMailboxFull, invoke 1]",
  ),
  "mIDMailboxAuth.inv": row(
    serviceInvoke(
      "mIDMailboxAuth",
      {
        partyInfo: { servedUserNr: allowed({ partyNumber: plain("1001") }), messageCentreID: { integer: 300 } },
        password: { stringUtf8: "31323334" },
      },
      REJECT,
    ),
    "open the mailbox of 1001 [mIDMailboxAuth, invoke 1]",
  ),
  "mIDMailboxID.inv": row(
    serviceInvoke(
      "mIDMailboxID",
      {
        partyInfo: {
          servedUserNr: allowed({ partyNumber: plain("1001") }),
          messageType: "speech",
          messageCentreID: { integer: 300 },
        },
        mailBox: { stringUtf8: "37" },
      },
      REJECT,
    ),
    "asks for mIDMailboxID: partyInfo (servedUserNr (presentationAllowedAddress (partyNumber (unknownPartyNumber 1001))), messageCentreID (integer 300), messageType speech), mailBox (stringUtf8 37) [mIDMailboxID, invoke 1]",
  ),
};
