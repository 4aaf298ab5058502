/** ONE table: what a BER value may cost. Well above anything QSIG sends (a Facility IE holds 255 octets). */
export const limits = {
  /** Values inside values. At most 30: the reader keeps one bit a level. */
  depth: 24,
  /** Elements of one SEQUENCE OF, and values inside one indefinite form. */
  elements: 1024,
  /** Octets of an identifier after the first: tag numbers up to 2^21 - 1. */
  tagOctets: 3,
  /** Octets of a long-form length after the first; more than needed is legal BER (X.690 8.1.3.5 note 2). */
  lengthOctets: 6,
  /** Octets of an INTEGER: exact in a double, superfluous sign octets included. */
  integerOctets: 6,
  /** An INTEGER of so many octets is below this, and not below its negative. */
  integer: 2 ** 47,
  /** Bits of a BIT STRING whose type says no size. */
  bits: 1024,
  /** Content octets of an OBJECT IDENTIFIER. */
  objectIdentifierOctets: 128,
  /** An arc of an OBJECT IDENTIFIER is below this: exact in a double. */
  objectIdentifierArc: 2 ** 45,
} as const;
