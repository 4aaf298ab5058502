/** One thing that the codecs accept although the standard does not allow it. */
export interface LeniencyRow {
  /** What is accepted. */
  readonly accepts: string;
  /** What the standard says, with the mark of how certain that is. */
  readonly clause: string;
  /** Who was seen to send it, or which other receiver accepts it, with its mark; null: nobody that we know of. */
  readonly seenFrom: string | null;
}

/**
 * ONE table: every leniency on input. All are accepted unless switched off by name (`strict` of a trunk, `qsig decode
 * --strict`); then the value that needs it is a DecodeError `notStrict` at its octet and is treated as any value that
 * cannot be read. What BER leaves open is no leniency and stands in no row: indefinite and long-form lengths,
 * constructed strings, any non-zero TRUE (X.690 8.1.3, 8.2.2, 8.7.3), a result without its SEQUENCE (CC 2.1), an absent
 * interpretation (ECMA-165, CC 2.2).
 */
export const leniencies = {
  superfluousIntegerOctets: {
    accepts: "an INTEGER or ENUMERATED with more octets than its value needs",
    clause: "X.690 8.3.2: the first nine bits are neither all ones nor all zero [MEM]",
    seenFrom: null,
  },
  fieldsBehindKnown: {
    accepts: "values behind the last known element of a SEQUENCE, passed over",
    clause: "X.690 8.9.2: one encoding for each type listed; no type of ours has an extension marker [MEM]",
    seenFrom: "libpri accepts it too [LP], CC 1.3",
  },
  optionalsInAnyOrder: {
    accepts: "the optional elements at the end of a SEQUENCE in any order",
    clause: "X.690 8.9.2: in the order of the type [MEM]",
    seenFrom: "libpri accepts it too [LP], CC 1.3",
  },
  argumentAbsent: {
    accepts: "an invoke without the argument that its operation has; a CcExtension or CcOptionalArg counts as NULL",
    clause: "ECMA-186 arguments are not OPTIONAL, CC 0.3.2 [1S WS]",
    seenFrom: "H.450.9 makes it OPTIONAL [1S H9], CC 1.8; nobody on a QSIG trunk that we know of",
  },
  valueNotDue: {
    accepts: "an argument, result or parameter where its operation or error has none, kept as octets",
    clause: "X.880: an operation or error without the field carries no value [MEM]",
    seenFrom: null,
  },
  severalValues: {
    accepts: "several values where an unknown operation or error has its one argument, result or parameter",
    clause: "X.229: the argument is one value [MEM]",
    seenFrom: null,
  },
  errorParameterAbsent: {
    accepts: "a returnError without the parameter that its error has",
    clause: "ECMA-186 unspecified (1008) has an Extension that is not OPTIONAL, CC 1.5 [1S WS]",
    seenFrom: "libpri sends 1008 without [LP], CC 1.5",
  },
  errorByObjectIdentifier: {
    accepts: "an error by the OBJECT IDENTIFIER 1.3.12.9.N in place of its local value",
    clause: "no source registers this form for errors, CC 1.1 [INF]",
    seenFrom: null,
  },
  facilityHeaderOrder: {
    accepts: "the components of a Facility header in another order than NFE, NPP, interpretation",
    clause: "ECMA-165 11.3.3, Q.932 8.2.3, CC 2.2 [2S]",
    seenFrom: null,
  },
  facilityWithoutComponent: {
    accepts: "a Facility element that ends behind its header",
    clause: "ECMA-165 11.3.3: one or more ROSE components, CC 2.2 [2S]",
    seenFrom: null,
  },
  paddedTag: {
    accepts: "a tag number of several octets that begins with one of no value",
    clause: "X.690 8.1.2.4.2: the first septet is not zero [MEM]",
    seenFrom: null,
  },
  elementForm: {
    accepts: "an information element whose extension or spare bits are not those of its figure",
    clause: "Q.931 4.5: the figure of each element [MEM]",
    seenFrom: null,
  },
  elementRepeated: {
    accepts: "an information element again that a message has once, without Repeat indicator; the first counts",
    clause: "Q.931 4.5.1, 5.8.6, CC 3.3 [MEM]",
    seenFrom: null,
  },
  elementOrder: {
    accepts: "information elements of variable length out of ascending order within their codeset",
    clause: "Q.931 4.5.1, CC 3.2 [MEM]",
    seenFrom: "H.225 messages of the capture h323.pcap of nDPI [1S trace]; no QSIG trunk that we know of",
  },
  lockingShiftBack: {
    accepts: "a locking shift to the codeset that is active or to a lower one",
    clause: "Q.931 4.5.3 [MEM]",
    seenFrom: null,
  },
  calledNumberAbsent: {
    accepts: "a SETUP without Called party number",
    clause: "ECMA-143, CC 3.3 [MEM]",
    seenFrom: "SETUPs on DSS1 lines, as in Cisco TAC note 8607 [1S trace]; libpri does not check it [LP], CC 3.3",
  },
  facilityAbsent: {
    accepts: "a FACILITY without Facility element",
    clause: "Q.932, ECMA-165, CC 3.3 [MEM]",
    seenFrom: "libpri does not check it [LP], CC 3.3",
  },
  reasonOfNumber: {
    accepts: "octet 3b, why a call was diverted, in another number than the Redirecting number",
    clause: "Q.931 4.5.8, 4.5.10: octets 3 and 3a, then digits [MEM]",
    seenFrom: null,
  },
  presentationOfCalledNumber: {
    accepts: "octet 3a, presentation and screening, in a Called party number",
    clause: "Q.931 4.5.8: octet 3, then digits [MEM]",
    seenFrom: null,
  },
} as const satisfies Readonly<Record<string, LeniencyRow>>;

export type Leniency = keyof typeof leniencies;

export const leniencyNames = Object.keys(leniencies) as readonly Leniency[];

/** The strictness of one decoding and what came of it. Without one a decoder accepts every leniency and notes none. */
export class Strictness {
  readonly #rejected: ReadonlySet<Leniency>;
  #accepted: Set<Leniency> | undefined;
  #refused: Set<Leniency> | undefined;

  constructor(rejected: ReadonlySet<Leniency> = none) {
    this.#rejected = rejected;
  }

  /** Those that were needed and accepted. */
  get accepted(): ReadonlySet<Leniency> {
    return this.#accepted ?? none;
  }

  /** Those that were needed and refused. */
  get refused(): ReadonlySet<Leniency> {
    return this.#refused ?? none;
  }

  /** Notes that a value needs this leniency; false where it is switched off. */
  allows(leniency: Leniency): boolean {
    if (this.#rejected.has(leniency)) {
      this.#refused ??= new Set();
      this.#refused.add(leniency);
      return false;
    }
    this.#accepted ??= new Set();
    this.#accepted.add(leniency);
    return true;
  }
}

/** Most messages need no leniency, and there is one of these for each. */
const none: ReadonlySet<Leniency> = new Set<Leniency>();
