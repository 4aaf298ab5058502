/** Names for people: the numbers stay the value. A number that is in no table has no name. */
export type Names = Readonly<Record<number, string>>;

/** Q.850 table 1. */
export const causes: Names = {
  1: "unallocated number",
  2: "no route to specified transit network",
  3: "no route to destination",
  6: "channel unacceptable",
  7: "call awarded and being delivered in an established channel",
  16: "normal call clearing",
  17: "user busy",
  18: "no user responding",
  19: "no answer from user",
  20: "subscriber absent",
  21: "call rejected",
  22: "number changed",
  26: "non-selected user clearing",
  27: "destination out of order",
  28: "invalid number format",
  29: "facility rejected",
  30: "response to STATUS ENQUIRY",
  31: "normal, unspecified",
  34: "no circuit or channel available",
  38: "network out of order",
  41: "temporary failure",
  42: "switching equipment congestion",
  43: "access information discarded",
  44: "requested circuit or channel not available",
  47: "resource unavailable, unspecified",
  49: "quality of service not available",
  50: "requested facility not subscribed",
  57: "bearer capability not authorized",
  58: "bearer capability not presently available",
  63: "service or option not available, unspecified",
  65: "bearer capability not implemented",
  66: "channel type not implemented",
  69: "requested facility not implemented",
  70: "only restricted digital information bearer capability is available",
  79: "service or option not implemented, unspecified",
  81: "invalid call reference value",
  82: "identified channel does not exist",
  83: "a suspended call exists, but this call identity does not",
  84: "call identity in use",
  85: "no call suspended",
  86: "call having the requested call identity has been cleared",
  87: "user not member of closed user group",
  88: "incompatible destination",
  91: "invalid transit network selection",
  95: "invalid message, unspecified",
  96: "mandatory information element is missing",
  97: "message type non-existent or not implemented",
  98: "message not compatible with call state or message type non-existent or not implemented",
  99: "information element non-existent or not implemented",
  100: "invalid information element contents",
  101: "message not compatible with call state",
  102: "recovery on timer expiry",
  111: "protocol error, unspecified",
  127: "interworking, unspecified",
};

/** Q.850 2.2.3, of Cause and Progress indicator. */
export const locations: Names = {
  0: "user",
  1: "private network serving the local user",
  2: "public network serving the local user",
  3: "transit network",
  4: "public network serving the remote user",
  5: "private network serving the remote user",
  7: "international network",
  10: "network beyond interworking point",
};

/** Q.931 table 4-11. With plan 9, private, the names are those of ECMA-143: 1, 2, 4 are regional and local levels. */
export const typesOfNumber: Names = {
  0: "unknown",
  1: "international",
  2: "national",
  3: "network specific",
  4: "subscriber",
  6: "abbreviated",
};

/** Q.931 table 4-11. */
export const numberingPlans: Names = {
  0: "unknown",
  1: "E.164",
  3: "X.121",
  4: "telex",
  8: "national standard",
  9: "private",
};

/** Q.931 table 4-14, octet 3a. */
export const presentations: Names = { 0: "allowed", 1: "restricted", 2: "not available" };

/** Q.931 table 4-14, octet 3a. */
export const screenings: Names = {
  0: "user provided, not screened",
  1: "user provided, verified and passed",
  2: "user provided, verified and failed",
  3: "network provided",
};

/** Q.931 table 4-6. */
export const informationTransferCapabilities: Names = {
  0: "speech",
  8: "unrestricted digital information",
  9: "restricted digital information",
  16: "3.1 kHz audio",
  17: "unrestricted digital information with tones",
  24: "video",
};

/** Q.931 table 4-20. */
export const progressDescriptions: Names = {
  1: "call is not end-to-end ISDN",
  2: "destination address is non-ISDN",
  3: "origination address is non-ISDN",
  4: "call has returned to the ISDN",
  5: "interworking has occurred and changed the service",
  8: "in-band information or an appropriate pattern is now available",
};

/** Q.931 table 4-8; user and network side share the numbers. */
export const callStates: Names = {
  0: "null",
  1: "call initiated",
  2: "overlap sending",
  3: "outgoing call proceeding",
  4: "call delivered",
  6: "call present",
  7: "call received",
  8: "connect request",
  9: "incoming call proceeding",
  10: "active",
  11: "disconnect request",
  12: "disconnect indication",
  15: "suspend request",
  17: "resume request",
  19: "release request",
  22: "call abort",
  25: "overlap receiving",
  61: "restart request",
  62: "restart",
};
