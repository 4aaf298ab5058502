import type { OurConfig, PeerConfig } from "../config.ts";

/**
 * How sure a value is, where it is neither the standard's nor seen on the wire: `[MEM]` a recollection, `[M]` a
 * manufacturer's feature known without its coding, `[V]` a manufacturer's public document, `?` nothing known, so as
 * `generic-iso`.
 */
export type Mark = "[MEM]" | "[M]" | "[V]" | "?";

/** What a make of PBX is known or assumed to do, and what suits it on our side. Every field can be set per trunk. */
export interface Dialect {
  readonly our: Pick<
    OurConfig,
    "connectionProposal" | "connectionResponse" | "t1Ms" | "t3Ms" | "noPathReservation" | "retainService"
  >;
  readonly peer: PeerConfig;
  readonly marks: {
    readonly our?: { readonly [field in keyof OurConfig]?: Mark };
    readonly peer?: { readonly [field in keyof PeerConfig]?: Mark };
  };
}

/** ECMA-186 as written: any connection, local operation values (ISO), profile networking extensions, T1 and T3 30 s. */
const genericIso: Dialect = {
  our: {
    connectionProposal: "none",
    connectionResponse: "retain",
    t1Ms: 30_000,
    t3Ms: 30_000,
    noPathReservation: true,
    retainService: false,
  },
  peer: {
    canRetain: true,
    canRelease: true,
    canReserve: true,
    canRetainService: true,
    suspends: true,
    busyNeedsDisconnect: true,
    // R26: another make may take the repeat for a second request.
    auditByRepeat: false,
    transitCounter: true,
    opCoding: "local",
    profile: 0x9f,
    trueOctet: 0xff,
    anyTrue: true,
    t1Ms: 30_000,
    t3Ms: 30_000,
  },
  marks: {},
};

/** ONE table: the dialects a neighbour may name. What a row does not say is as `generic-iso`. */
export const dialects = {
  // ECMA-186 as written.
  "generic-iso": genericIso,
  "cisco-cucm": {
    our: { ...genericIso.our, connectionProposal: "retain", t1Ms: 10_000, t3Ms: 20_000 },
    peer: { ...genericIso.peer, canReserve: false, canRetainService: false, t1Ms: 10_000, t3Ms: 20_000 },
    marks: {
      our: { connectionProposal: "[MEM]", connectionResponse: "[MEM]", t1Ms: "[MEM]", t3Ms: "[MEM]" },
      peer: {
        canRelease: "[M]",
        canReserve: "[M]",
        canRetainService: "[M]",
        t1Ms: "[MEM]",
        t3Ms: "[MEM]",
        trueOctet: "?",
      },
    },
  },
  // Each phase has a connection of its own, and ccSuspend is followed by clearing (R35).
  "avaya-cm": {
    our: { ...genericIso.our, connectionProposal: "release", connectionResponse: "release" },
    peer: { ...genericIso.peer, canRetain: false, canReserve: false, suspends: false },
    marks: {
      our: { connectionProposal: "[V]", connectionResponse: "[V]" },
      peer: { canRetain: "[V]", canReserve: "[M]", canRetainService: "?", suspends: "[MEM]", trueOctet: "?" },
    },
  },
  "mitel-3300": {
    our: { ...genericIso.our, retainService: true },
    peer: genericIso.peer,
    marks: {
      our: { connectionProposal: "[M]", connectionResponse: "[M]", retainService: "[V]" },
      peer: { canRetainService: "[V]", canReserve: "?", trueOctet: "?" },
    },
  },
  "nec-neax": {
    our: genericIso.our,
    peer: { ...genericIso.peer, canRetainService: false },
    marks: {
      our: { connectionProposal: "?", connectionResponse: "?", t1Ms: "?", t3Ms: "?" },
      peer: {
        canRetain: "?",
        canRelease: "?",
        canReserve: "[V]",
        canRetainService: "[M]",
        t1Ms: "?",
        t3Ms: "?",
        trueOctet: "?",
      },
    },
  },
  // Seen on the wire and in its timers: it never reserves a path nor keeps a service, and writes TRUE as 01.
  libpri: {
    our: { ...genericIso.our, connectionProposal: "retain" },
    peer: { ...genericIso.peer, canReserve: false, canRetainService: false, trueOctet: 0x01 },
    marks: {},
  },
  "siemens-hicom": {
    our: genericIso.our,
    peer: genericIso.peer,
    marks: {
      our: { connectionProposal: "?", connectionResponse: "?", t1Ms: "[M]", t3Ms: "[M]", retainService: "?" },
      peer: {
        canRetain: "?",
        canRelease: "?",
        canReserve: "?",
        canRetainService: "?",
        opCoding: "[M]",
        t1Ms: "[M]",
        t3Ms: "[M]",
        trueOctet: "?",
      },
    },
  },
  // QSIG before ISO: operations as OBJECT IDENTIFIER under 1.3.12.9, protocol profile ROSE.
  "ecma-legacy": {
    our: { ...genericIso.our, connectionResponse: "release" },
    peer: { ...genericIso.peer, canReserve: false, canRetainService: false, opCoding: "global", profile: 0x91 },
    marks: {
      our: { connectionProposal: "[M]", connectionResponse: "[M]" },
      peer: { canReserve: "[M]", canRetainService: "[M]", opCoding: "[MEM]", profile: "[MEM]", trueOctet: "?" },
    },
  },
} as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;

/** The row of a dialect as its general type. */
export function dialect(name: DialectName): Dialect {
  return dialects[name];
}
