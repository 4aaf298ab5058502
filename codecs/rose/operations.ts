// The codecs helper fills ONE table here; these names are what the session layer relies on.
export type OperationName =
  | "ccbsRequest" | "ccnrRequest" | "ccCancel" | "ccExecPossible" | "ccPathReserve" | "ccRingout" | "ccSuspend" | "ccResume"
  | "callingName" | "calledName" | "connectedName" | "busyName";
export type ErrorName =
  | "unspecified" | "shortTermRejection" | "longTermRejection" | "remoteUserBusyAgain" | "failureToMatch" | "failedDueToInterworking"
  | "supplementaryServiceInteractionNotAllowed" | "userNotSubscribed" | "rejectedByNetwork" | "rejectedByUser" | "notAvailable"
  | "insufficientInformation" | "invalidServedUserNr" | "invalidCallState" | "basicServiceNotProvided" | "notIncomingCall"
  | "resourceUnavailable" | "callFailure" | "proceduralError";
