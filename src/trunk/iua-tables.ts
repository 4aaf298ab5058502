import { row, type Table } from "../machine.ts";

/**
 * ISDN Q.921-User Adaptation (RFC 4233) as three tables: the application server process on our side of an association,
 * the signalling gateway on ours, and the data link of one interface identifier. `IuaTrunk` carries the actions out.
 */
export type AspState = "Down" | "Inactive" | "Active";

/** Notifications that change something (RFC 4233 3.3.2.3): status type and identifier in words. */
export type AsStatus = "inactive" | "active" | "pending" | "alternateAspActive" | "other";

export type AspEvent =
  | { readonly type: "opened" }
  | { readonly type: "ASPUP ACK" }
  | { readonly type: "ASPDN ACK" }
  | { readonly type: "ASPAC ACK" }
  | { readonly type: "ASPIA ACK" }
  | { readonly type: "NTFY"; readonly status: AsStatus }
  | { readonly type: "ERR"; readonly code: number }
  | { readonly type: "T_ACK" };

export type AspAction =
  | "sendASPUP"
  /** With traffic mode override and every interface identifier of the trunk. */
  | "sendASPAC"
  | "startT_ACK"
  | "stopT_ACK"
  /** The data links are asked for. */
  | "activate"
  | "deactivate"
  /** An acknowledgement did not come: the request once more, or the association is given up. */
  | "again"
  | "alarm";

/** What the guards read. */
export interface AspView {
  /** An ASPUP or ASPAC waits for its acknowledgement. */
  readonly asking: boolean;
}

/** RFC 4233 3.3.2.1 error codes that say the peer does not know what it acknowledged. */
const isForgotten = (code: number): boolean => code === 2 || code === 6;

const register = ["deactivate", "sendASPUP", "startT_ACK"] as const;
const activate = ["sendASPAC", "startT_ACK"] as const;

/** Our side is the application server process (RFC 4233 4.3.1, figure 7). */
export const aspTable = {
  Down: {
    opened: row("Down", "sendASPUP", "startT_ACK"), // 4.3.4.1
    "ASPUP ACK": row("Inactive", "stopT_ACK", ...activate), // 4.3.4.1, 4.3.4.3
    T_ACK: row("Down", "again"),
    ERR: row("Down", "alarm"),
    otherwise: "ignore",
  },
  Inactive: {
    "ASPAC ACK": row("Active", "stopT_ACK", "activate"), // 4.3.4.3
    "ASPDN ACK": row("Down", ...register), // 4.3.4.2: the peer took us down
    NTFY: ({ asking }, { status }) =>
      !asking && (status === "pending" || status === "inactive")
        ? row("Inactive", ...activate) // 4.3.4.5: nobody carries the traffic
        : row("Inactive"),
    // T_ACK repeats what was refused: an ASPUP that finds us active is acknowledged and refused in one (4.3.4.1).
    ERR: row("Inactive", "alarm"),
    T_ACK: row("Inactive", "again"),
    otherwise: "ignore",
  },
  Active: {
    "ASPIA ACK": row("Inactive", "deactivate", ...activate), // 4.3.4.4: not asked for
    "ASPDN ACK": row("Down", ...register), // 4.3.4.2
    "ASPUP ACK": row("Inactive", "deactivate", ...activate), // 4.3.4.1: the peer began anew
    NTFY: (_, { status }) =>
      status === "alternateAspActive"
        ? row("Inactive", "deactivate") // 4.3.4.5: another one carries the traffic until it fails
        : row("Active"),
    ERR: (_, { code }) => (isForgotten(code) ? row("Down", "alarm", ...register) : row("Active", "alarm")),
    otherwise: "ignore",
  },
} as const satisfies Table<AspState, AspEvent, AspAction, AspView>;

export type SgEvent =
  | { readonly type: "ASPUP" }
  | { readonly type: "ASPDN" }
  /** `known`: every interface identifier that it names is of this trunk. */
  | { readonly type: "ASPAC"; readonly known: boolean }
  | { readonly type: "ASPIA" };

export type SgAction =
  | "ackASPUP"
  | "ackASPDN"
  | "ackASPAC"
  | "ackASPIA"
  /** NTFY with the state of the application server. */
  | "notify"
  /** This association carries the traffic; another that did is told so (override, 4.3.4.3). */
  | "takeOver"
  /** It no longer does: the application server is pending for T(r). */
  | "giveUp"
  | "errUnexpectedMessage"
  | "errInvalidInterfaceIdentifier";

/** Our side is the signalling gateway: the state of one peer's process (RFC 4233 4.3.1). */
export const sgTable = {
  Down: {
    ASPUP: row("Inactive", "ackASPUP", "notify"), // 4.3.4.1
    ASPDN: row("Down", "ackASPDN"), // 4.3.4.2
    ASPAC: row("Down", "errUnexpectedMessage"),
    ASPIA: row("Down", "errUnexpectedMessage"),
    otherwise: "ignore",
  },
  Inactive: {
    ASPUP: row("Inactive", "ackASPUP"), // 4.3.4.1: it did not hear the first answer
    ASPDN: row("Down", "ackASPDN"),
    ASPAC: (_, { known }) =>
      known ? row("Active", "ackASPAC", "takeOver", "notify") : row("Inactive", "errInvalidInterfaceIdentifier"),
    ASPIA: row("Inactive", "ackASPIA"),
    otherwise: "ignore",
  },
  Active: {
    ASPUP: row("Inactive", "ackASPUP", "errUnexpectedMessage", "giveUp", "notify"), // 4.3.4.1
    ASPDN: row("Down", "ackASPDN", "giveUp"), // 4.3.4.2
    ASPAC: (_, { known }) => (known ? row("Active", "ackASPAC") : row("Active", "errInvalidInterfaceIdentifier")),
    ASPIA: row("Inactive", "ackASPIA", "giveUp", "notify"), // 4.3.4.4
    otherwise: "ignore",
  },
} as const satisfies Table<AspState, SgEvent, SgAction, unknown>;

export type LinkState = "Released" | "Awaiting establishment" | "Established";

export type LinkEvent =
  /** Traffic may flow: our process is active, or the peer's. */
  | { readonly type: "activated" }
  | { readonly type: "deactivated"; readonly reason: string }
  | { readonly type: "ESTABLISH confirm" }
  | { readonly type: "ESTABLISH indication" }
  | { readonly type: "RELEASE confirm" }
  | { readonly type: "RELEASE indication"; readonly reason: string }
  | { readonly type: "ESTABLISH request" }
  | { readonly type: "RELEASE request"; readonly reason: string }
  | { readonly type: "T_EST" };

export type LinkAction =
  | "requestEstablishment"
  | "confirmEstablishment"
  | "confirmRelease"
  | "startT_EST"
  | "stopT_EST"
  /** Also while it is up: it was reset (Q.921 DL-ESTABLISH indication). */
  | "up"
  | "down";

const ask = ["requestEstablishment", "startT_EST"] as const;

/** The data link below one interface identifier (RFC 4233 1.4.1, 3.3.3.1 to 3.3.3.4), as both sides see it. */
export const linkTable = {
  Released: {
    activated: row("Awaiting establishment", ...ask),
    "ESTABLISH indication": row("Established", "stopT_EST", "up"),
    "ESTABLISH request": row("Established", "confirmEstablishment", "up"),
    "RELEASE request": row("Released", "confirmRelease"),
    T_EST: row("Awaiting establishment", ...ask),
    deactivated: row("Released", "stopT_EST"),
    otherwise: "ignore",
  },
  "Awaiting establishment": {
    "ESTABLISH confirm": row("Established", "stopT_EST", "up"),
    "ESTABLISH indication": row("Established", "stopT_EST", "up"),
    // The gateway could not set it up: once more later.
    "RELEASE indication": row("Released", "startT_EST"),
    T_EST: row("Awaiting establishment", ...ask),
    deactivated: row("Released", "stopT_EST"),
    otherwise: "ignore",
  },
  Established: {
    "ESTABLISH indication": row("Established", "up"),
    "ESTABLISH request": row("Established", "confirmEstablishment", "up"),
    "RELEASE indication": row("Released", "down", "startT_EST"),
    "RELEASE request": row("Released", "confirmRelease", "down"),
    deactivated: row("Released", "stopT_EST", "down"),
    otherwise: "ignore",
  },
} as const satisfies Table<LinkState, LinkEvent, LinkAction, unknown>;
