import { DISCARD, REJECT, allowed, plain } from "./notation.ts";
import { alice, asked, invoked, screened, type ServiceMeaning } from "./service-notation.ts";

const centre = { servedUserNr: plain("1001"), messageCentreID: { integer: 300 } };
const text = { shortMessageText: { shortMessageTextType: "iA5Coded", shortMessageTextData: "4869" } };

/** Transfer in one step, dialogs, short messages, calls made for others, message centres: operations 99 to 120. */
export const lateServiceMeanings: Readonly<Record<string, ServiceMeaning>> = {
  "ssctInitiate.inv": invoked(
    "ssctInitiate",
    {
      rerouteingNumber: plain("2002"),
      transferredAddress: allowed(screened(plain("2001"))),
      awaitConnect: true,
      transferredName: alice,
    },
    REJECT,
    "transfer this call to 2002, once it is answered",
  ),
  "ssctSetup.inv": asked(
    "ssctSetup",
    { transferringAddress: allowed(screened(plain("1001"))) },
    DISCARD,
    "transferringAddress (presentationAllowedAddress (partyNumber (unknownPartyNumber " +
      "1001), screeningIndicator networkProvided))",
  ),
  "ssctPostDial.inv": invoked("ssctPostDial", { null: null }, DISCARD, "further digits of the number may follow"),
  "ssctDigitInfo.inv": asked(
    "ssctDigitInfo",
    { reroutingNumber: plain("02"), sendingComplete: null },
    DISCARD,
    "reroutingNumber (unknownPartyNumber 02), sendingComplete null",
  ),
  "display.inv": invoked("display", { displayString: { displayStringNormal: "00480069" } }, DISCARD, 'show "Hi"'),
  "keypad.inv": invoked("keypad", { keypadString: "0031" }, DISCARD, 'the user keyed "1"'),
  "callIdentificationAssign.inv": asked(
    "callIdentificationAssign",
    { globalCallID: { linkageID: { globallyUniqueID: "0102" } } },
    DISCARD,
    "globalCallID (linkageID (globallyUniqueID 0102))",
  ),
  "callIdentificationUpdate.inv": asked(
    "callIdentificationUpdate",
    { threadID: { linkageID: { subDomainID: "07" } } },
    DISCARD,
    "threadID (linkageID (subDomainID 07))",
  ),
  "smsSubmit.inv": invoked(
    "smsSubmit",
    {
      destinationAddress: plain("2001"),
      originatingAddress: plain("1001"),
      messageReference: 7,
      smSubmitParameter: { protocolIdentifier: 0, statusReportRequest: true },
      userData: text,
    },
    REJECT,
    "short message from 1001 to 2001, 2 octets",
  ),
  "smsDeliver.inv": invoked(
    "smsDeliver",
    {
      originatingAddress: plain("1001"),
      destinationAddress: plain("2001"),
      smDeliverParameter: { protocolIdentifier: 0, serviceCentreTimeStamp: "20260701120000Z" },
      userData: text,
    },
    REJECT,
    "short message from 1001 to 2001, 2 octets",
  ),
  "smsStatusReport.inv": invoked(
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
    "short message 7 to 2001: status 0",
  ),
  "smsCommand.inv": asked(
    "smsCommand",
    {
      destinationAddress: plain("2001"),
      messageReference: 8,
      messageNumber: 7,
      protocolIdentifier: 0,
      commandType: "enquiry",
    },
    REJECT,
    "destinationAddress (unknownPartyNumber 2001), messageReference 8, messageNumber 7, " +
      "protocolIdentifier 0, commandType enquiry",
  ),
  "scAlert.inv": invoked(
    "scAlert",
    { originatingAddress: plain("2001") },
    REJECT,
    "2001 can take short messages again",
  ),
  "mCRequest.inv": invoked(
    "mCRequest",
    {
      callType: { basicService: "speech" },
      destinationAddress: allowed({ partyNumber: plain("2001") }),
      correlation: { correlationData: "42" },
    },
    REJECT,
    "make a call to 2001",
  ),
  "mCInform.inv": asked(
    "mCInform",
    { correlation: { correlationData: "42" } },
    DISCARD,
    "correlation (correlationData 42)",
  ),
  "mCAlerting.inv": asked(
    "mCAlerting",
    { correlation: { correlationData: "42", correlationReason: "cTIApplication" } },
    DISCARD,
    "correlation (correlationData 42, correlationReason cTIApplication)",
  ),
  "mCMUpdate.inv": asked(
    "mCMUpdate",
    {
      partyInfo: centre,
      messageType: "speech",
      updateInfo: { newMsgInfoOnly: { compressedInfo: { nrOfMessages: 3 } } },
    },
    REJECT,
    "partyInfo (servedUserNr (unknownPartyNumber 1001), messageCentreID (integer 300)), " +
      "messageType speech, updateInfo (newMsgInfoOnly (compressedInfo (nrOfMessages 3)))",
  ),
  "mCMService.inv": asked(
    "mCMService",
    { partyInfo: centre, mCMChange: { activateMCM: [{ messageType: "speech", mCMModeNew: "complete" }] } },
    REJECT,
    "partyInfo (servedUserNr (unknownPartyNumber 1001), messageCentreID (integer 300)), " +
      "mCMChange (activateMCM (messageType speech, mCMModeNew complete))",
  ),
  "mCMInterrogate.inv": asked(
    "mCMInterrogate",
    { partyInfo: centre, interrogateInfo: ["speech"] },
    REJECT,
    "partyInfo (servedUserNr (unknownPartyNumber 1001), messageCentreID (integer 300)), " + "interrogateInfo (speech)",
  ),
  "mCMailboxFull.inv": asked(
    "mCMailboxFull",
    { partyInfo: centre, mailboxFullFor: [{ messageType: "speech", capacityReached: 90 }] },
    DISCARD,
    "partyInfo (servedUserNr (unknownPartyNumber 1001), messageCentreID (integer 300)), " +
      "mailboxFullFor (messageType speech, capacityReached 90)",
  ),
  "mIDMailboxAuth.inv": invoked(
    "mIDMailboxAuth",
    {
      partyInfo: { servedUserNr: allowed({ partyNumber: plain("1001") }), messageCentreID: { integer: 300 } },
      password: { stringUtf8: "31323334" },
    },
    REJECT,
    "open the mailbox of 1001",
  ),
  "mIDMailboxID.inv": asked(
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
    "partyInfo (servedUserNr (presentationAllowedAddress (partyNumber " +
      "(unknownPartyNumber 1001))), messageCentreID (integer 300), messageType speech), " +
      "mailBox (stringUtf8 37)",
  ),
};
