import {
  allowed,
  CLEAR,
  DISCARD,
  plain,
  priv,
  pub,
  REJECT,
  type Row,
  res,
  restricted,
  serviceError,
  serviceInvoke,
  speech,
} from "./notation.ts";
import { alice, bob, extension, named, row, screened, type ServiceMeaning } from "./service-notation.ts";

const progress = "1e028183";
const nameIn = (characterSet: string, nameData: string): Row => ({
  name: { namePresentationAllowed: { namePresentationAllowedExtended: { nameData, characterSet } } },
});
const name = (words: string, argument: Row): ServiceMeaning =>
  row(serviceInvoke("callingName", argument, DISCARD), `the calling user is ${words} [callingName, invoke 1]`);

/** Names, diversion, transfer, path replacement. */
export const callServiceMeanings: Readonly<Record<string, ServiceMeaning>> = {
  // SS-CNIP, CONP, CNIR: every form and character set
  "name.allowed.simple": name('"Zoë"', { name: named("5a6feb") }),
  "name.allowed.latin2": name('"Łukasz"', nameIn("iso8859-2", "a3756b61737a")),
  "name.allowed.latin3": name('"Ħal"', nameIn("iso8859-3", "a1616c")),
  "name.allowed.latin4": name('"Ēriks"', nameIn("iso8859-4", "aa72696b73")),
  "name.allowed.cyrillic": name('"Анна"', nameIn("iso8859-5", "b0ddddd0")),
  "name.allowed.greek": name('"Νίκη"', nameIn("iso8859-7", "cddfeae7")),
  "name.allowed.bmp": name('"Жан"', nameIn("iso10646-BmpString", "04160430043d")),
  "name.allowed.utf8": name('"Łódź"', nameIn("iso10646-utf-8String", "c581c3b364c5ba")),
  "name.allowed.unknownSet": name('"Ann"', nameIn("unknown", "416e6e")),
  "name.allowed.withoutSet": name('"Ann"', {
    name: { namePresentationAllowed: { namePresentationAllowedExtended: { nameData: "416e6e" } } },
  }),
  "name.restricted.simple": name('"Alice" (withheld)', {
    name: { namePresentationRestricted: { namePresentationRestrictedSimple: "416c696365" } },
  }),
  "name.restricted.extended": name('"Ёж" (withheld)', {
    name: {
      namePresentationRestricted: {
        namePresentationRestrictedExtended: { nameData: "a1d6", characterSet: "iso8859-5" },
      },
    },
  }),
  "name.restricted.null": name("named, but withheld", {
    name: { namePresentationRestricted: { namePresentationRestrictedNull: null } },
  }),
  "name.notAvailable": name("not named", { name: { nameNotAvailable: null } }),
  "name.sequence.extension": name('"Alice"', { nameSequence: { name: alice, extension: { single: extension } } }),
  "calledName.inv": row(
    serviceInvoke("calledName", { name: bob }, DISCARD),
    'the called user is "Bob" [calledName, invoke 1]',
  ),
  "connectedName.inv": row(
    serviceInvoke("connectedName", { name: bob }, DISCARD),
    'the connected user is "Bob" [connectedName, invoke 1]',
  ),
  "busyName.inv": row(serviceInvoke("busyName", { name: bob }, DISCARD), 'the busy user is "Bob" [busyName, invoke 1]'),

  // SS-CF
  "activateDiversionQ.inv": row(
    serviceInvoke(
      "activateDiversionQ",
      {
        procedure: "cfb",
        basicService: "speech",
        divertedToAddress: { partyNumber: priv("3001", "localNumber") },
        servedUserNr: priv("2001", "localNumber"),
        activatingUserNr: priv("2001", "localNumber"),
      },
      REJECT,
    ),
    "divert calls to 2001 on busy to 3001 [activateDiversionQ, invoke 1]",
  ),
  "activateDiversionQ.res": row(
    res(1, "activateDiversionQ", { null: null }),
    "the diversion is set [result, activateDiversionQ, invoke 1]",
  ),
  "deactivateDiversionQ.inv": row(
    serviceInvoke(
      "deactivateDiversionQ",
      { procedure: "cfu", basicService: "allServices", servedUserNr: plain("2001"), deactivatingUserNr: plain("2002") },
      REJECT,
    ),
    "no longer divert calls to 2001 always [deactivateDiversionQ, invoke 1]",
  ),
  "interrogateDiversionQ.inv": row(
    serviceInvoke(
      "interrogateDiversionQ",
      { procedure: "cfnr", servedUserNr: plain("2001"), interrogatingUserNr: plain("1001") },
      REJECT,
    ),
    "where do calls to 2001 go on no reply? [interrogateDiversionQ, invoke 1]",
  ),
  "interrogateDiversionQ.res": row(
    res(1, "interrogateDiversionQ", [
      {
        servedUserNr: plain("2001"),
        basicService: "allServices",
        procedure: "cfnr",
        divertedToAddress: { partyNumber: plain("3001") },
        remoteEnabled: true,
      },
    ]),
    "calls to 2001 on no reply to 3001 [result, interrogateDiversionQ, invoke 1]",
  ),
  "checkRestriction.inv": row(
    serviceInvoke(
      "checkRestriction",
      { servedUserNr: plain("2001"), basicService: "telephony", divertedToNr: plain("3001") },
      REJECT,
    ),
    "may calls to 2001 go to 3001? [checkRestriction, invoke 1]",
  ),
  "callRerouteing.inv": row(
    serviceInvoke(
      "callRerouteing",
      {
        rerouteingReason: "cfu",
        originalRerouteingReason: "cfb",
        calledAddress: { partyNumber: pub("442079460001", "internationalNumber") },
        diversionCounter: 2,
        pSS1InfoElement: speech,
        lastRerouteingNr: allowed(plain("2001")),
        subscriptionOption: "notificationWithDivertedToNr",
        callingNumber: restricted(screened(plain("1001"))),
        callingName: alice,
        originalCalledNr: { presentationRestricted: null },
        redirectingName: { nameNotAvailable: null },
      },
      REJECT,
    ),
    'call 442079460001 instead: 2001 is diverted always; the caller is 1001 (withheld), "Alice"; diversion 2 ' +
      "[callRerouteing, invoke 1]",
  ),
  "divertingLegInformation1.inv": row(
    serviceInvoke(
      "divertingLegInformation1",
      { diversionReason: "cfb", subscriptionOption: "notificationWithDivertedToNr", nominatedNr: plain("3001") },
      DISCARD,
    ),
    "the call is diverted on busy to 3001; the calling user is told the number [divertingLegInformation1, invoke 1]",
  ),
  "divertingLegInformation2.inv": row(
    serviceInvoke(
      "divertingLegInformation2",
      {
        diversionCounter: 2,
        diversionReason: "cfnr",
        originalDiversionReason: "cfu",
        divertingNr: allowed(plain("2001")),
        originalCalledNr: allowed(plain("2002")),
        redirectingName: bob,
        originalCalledName: { nameNotAvailable: null },
      },
      DISCARD,
    ),
    'diverted on no reply by 2001, "Bob"; first called was 2002, not named; diversion 2 ' +
      "[divertingLegInformation2, invoke 1]",
  ),
  "divertingLegInformation3.inv": row(
    serviceInvoke("divertingLegInformation3", { presentationAllowedIndicator: true, redirectionName: bob }, DISCARD),
    'the number diverted to may be shown to the calling user, "Bob" [divertingLegInformation3, invoke 1]',
  ),
  "cfnrDivertedLegFailed.inv": row(
    serviceInvoke("cfnrDivertedLegFailed", { null: null }, DISCARD),
    "the diverted call failed: the served user keeps ringing [cfnrDivertedLegFailed, invoke 1]",
  ),
  "error.invalidDivertedToNr": row(
    serviceError("invalidDivertedToNr"),
    "refused [error invalidDivertedToNr, invoke 1]",
  ),

  // SS-CT
  "callTransferIdentify.inv": row(
    serviceInvoke("callTransferIdentify", { null: null }, REJECT),
    "this call is to be transferred: to what number, with what identity? [callTransferIdentify, invoke 1]",
  ),
  "callTransferIdentify.res": row(
    res(1, "callTransferIdentify", { callIdentity: "17", rerouteingNumber: plain("3001") }),
    "transfer to 3001, identity 17 [result, callTransferIdentify, invoke 1]",
  ),
  "callTransferAbandon.inv": row(
    serviceInvoke("callTransferAbandon", { null: null }, DISCARD),
    "the transfer is given up [callTransferAbandon, invoke 1]",
  ),
  "callTransferInitiate.inv": row(
    serviceInvoke("callTransferInitiate", { callIdentity: "17", rerouteingNumber: plain("3001") }, REJECT),
    "transfer this call: call 3001 with identity 17 [callTransferInitiate, invoke 1]",
  ),
  "callTransferSetup.inv": row(
    serviceInvoke("callTransferSetup", { callIdentity: "17" }, CLEAR),
    "this call is the transferred one, identity 17 [callTransferSetup, invoke 1]",
  ),
  "callTransferActive.inv": row(
    serviceInvoke(
      "callTransferActive",
      { connectedAddress: allowed(screened(plain("3001"))), basicCallInfoElements: progress, connectedName: bob },
      DISCARD,
    ),
    'the call is transferred: 3001, "Bob" has answered [callTransferActive, invoke 1]',
  ),
  "callTransferComplete.inv": row(
    serviceInvoke(
      "callTransferComplete",
      {
        endDesignation: "secondaryEnd",
        redirectionNumber: allowed(screened(plain("1001"))),
        redirectionName: alice,
        callStatus: "alerting",
      },
      DISCARD,
    ),
    'the call is transferred: ringing at 1001, "Alice" [callTransferComplete, invoke 1]',
  ),
  "callTransferUpdate.inv": row(
    serviceInvoke(
      "callTransferUpdate",
      { redirectionNumber: { numberNotAvailableDueToInterworking: null }, redirectionName: alice },
      DISCARD,
    ),
    'the transferred call is now with an unknown number, "Alice" [callTransferUpdate, invoke 1]',
  ),
  "subaddressTransfer.inv": row(
    serviceInvoke("subaddressTransfer", { redirectionSubaddress: { nSAPSubaddress: "50333435" } }, DISCARD),
    "asks for subaddressTransfer: redirectionSubaddress (nSAPSubaddress 50333435) [subaddressTransfer, invoke 1]",
  ),

  // ANF-PR
  "pathReplacePropose.inv": row(
    serviceInvoke("pathReplacePropose", { callIdentity: "0815", rerouteingNumber: priv("4711") }, DISCARD),
    "take a better path: call 4711 with identity 0815 [pathReplacePropose, invoke 1]",
  ),
  "pathReplaceSetup.inv": row(
    serviceInvoke("pathReplaceSetup", { callIdentity: "0815" }, CLEAR),
    "this is the new path of the call with identity 0815 [pathReplaceSetup, invoke 1]",
  ),
  "pathReplaceSetup.res": row(
    res(1, "pathReplaceSetup", { null: null }),
    "the path is replaced [result, pathReplaceSetup, invoke 1]",
  ),
  "pathReplaceRetain.inv": row(
    serviceInvoke("pathReplaceRetain", { callIdentity: "0815", rerouteingNumber: priv("4711") }, CLEAR),
    "keep part of the path: the new one goes to 4711 with identity 0815 [pathReplaceRetain, invoke 1]",
  ),
  "pathReplaceInvite.inv": row(
    serviceInvoke("pathReplaceInvite", { null: null }, DISCARD),
    "propose a better path for this call [pathReplaceInvite, invoke 1]",
  ),
};
