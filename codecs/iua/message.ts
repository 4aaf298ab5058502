import { DecodeError } from "../error.ts";

/** One IUA parameter (RFC 4233 3.1.5); the value without its padding. */
export interface IuaParameter {
  readonly tag: number;
  readonly value: Uint8Array;
}

/** An IUA message (RFC 4233 3.1). Parameters are in the order of the wire, those nobody knows among them. */
export interface IuaMessage {
  readonly class: number;
  readonly type: number;
  /** Null where class and type have no name. */
  readonly message: IuaMessageName | null;
  readonly parameters: readonly IuaParameter[];
}

/** What one message may be. */
export const iuaLimits = { octets: 65_536, parameters: 256 } as const;

/** ONE table: class and type of each message (RFC 4233 3.1.3, 3.1.4). */
export const iuaMessages = {
  ERR: { class: 0, type: 0 },
  NTFY: { class: 0, type: 1 },
  "TEI status request": { class: 0, type: 2 },
  "TEI status confirm": { class: 0, type: 3 },
  "TEI status indication": { class: 0, type: 4 },
  ASPUP: { class: 3, type: 1 },
  ASPDN: { class: 3, type: 2 },
  BEAT: { class: 3, type: 3 },
  "ASPUP ACK": { class: 3, type: 4 },
  "ASPDN ACK": { class: 3, type: 5 },
  "BEAT ACK": { class: 3, type: 6 },
  ASPAC: { class: 4, type: 1 },
  ASPIA: { class: 4, type: 2 },
  "ASPAC ACK": { class: 4, type: 3 },
  "ASPIA ACK": { class: 4, type: 4 },
  "DATA request": { class: 5, type: 1 },
  "DATA indication": { class: 5, type: 2 },
  "UNIT DATA request": { class: 5, type: 3 },
  "UNIT DATA indication": { class: 5, type: 4 },
  "ESTABLISH request": { class: 5, type: 5 },
  "ESTABLISH confirm": { class: 5, type: 6 },
  "ESTABLISH indication": { class: 5, type: 7 },
  "RELEASE request": { class: 5, type: 8 },
  "RELEASE confirm": { class: 5, type: 9 },
  "RELEASE indication": { class: 5, type: 10 },
} as const satisfies Record<string, { readonly class: number; readonly type: number }>;

export type IuaMessageName = keyof typeof iuaMessages;

/** ONE table: the parameters' tags (RFC 4233 3.1.5 and 3.2; RFC 3057 for the reason of ASPDN). */
export const iuaTags = {
  interfaceIdentifier: 1,
  interfaceIdentifierText: 3,
  info: 4,
  dlci: 5,
  diagnostic: 7,
  interfaceIdentifierRange: 8,
  heartbeatData: 9,
  reason: 10,
  trafficMode: 11,
  errorCode: 12,
  status: 13,
  protocolData: 14,
  releaseReason: 15,
  teiStatus: 16,
  aspIdentifier: 17,
} as const;

const version = 1;
const headerOctets = 8;
const parameterHeaderOctets = 4;

const names = new Map(Object.entries(iuaMessages).map(([name, row]) => [row.class * 256 + row.type, name]));

/** Reads one whole IUA message. The values share memory with `octets`. */
export function decodeIua(octets: Uint8Array): IuaMessage | DecodeError {
  if (octets.length < headerOctets) return new DecodeError("truncated", octets.length, "IUA");
  if (octets.length > iuaLimits.octets) return new DecodeError("tooLong", iuaLimits.octets, "IUA");
  if (octets[0] !== version) return new DecodeError("badHeader", 0, "IUA");
  const view = new DataView(octets.buffer, octets.byteOffset, octets.length);
  const length = view.getUint32(4);
  if (length < headerOctets) return new DecodeError("badLength", 4, "IUA");
  if (length > octets.length) return new DecodeError("truncated", octets.length, "IUA");
  if (length < octets.length) return new DecodeError("trailingOctets", length, "IUA");
  const parameters = readParameters(octets, view);
  if (parameters instanceof DecodeError) return parameters;
  const [, , messageClass = 0, type = 0] = octets;
  const message = (names.get(messageClass * 256 + type) as IuaMessageName | undefined) ?? null;
  return { class: messageClass, type, message, parameters };
}

function readParameters(octets: Uint8Array, view: DataView): IuaParameter[] | DecodeError {
  const parameters: IuaParameter[] = [];
  let at = headerOctets;
  while (at < octets.length) {
    if (parameters.length === iuaLimits.parameters) return new DecodeError("tooMany", at, "IUA");
    if (at + parameterHeaderOctets > octets.length) return new DecodeError("truncated", octets.length, "IUA");
    const length = view.getUint16(at + 2);
    if (length < parameterHeaderOctets) return new DecodeError("badLength", at + 2, "IUA");
    if (at + length > octets.length) return new DecodeError("truncated", octets.length, "IUA");
    parameters.push({ tag: view.getUint16(at), value: octets.subarray(at + parameterHeaderOctets, at + length) });
    // The padding of the last parameter may be left out by who counts it in no length.
    at += length + (-length & 3);
  }
  return parameters;
}

/** The octets of a message; every parameter padded to a multiple of four (RFC 4233 3.1.5). */
export function encodeIua(message: IuaMessageName, parameters: readonly IuaParameter[]): Uint8Array {
  const sizes = parameters.map(({ value }) => parameterHeaderOctets + value.length);
  const octets = new Uint8Array(sizes.reduce((sum, size) => sum + size + (-size & 3), headerOctets));
  const view = new DataView(octets.buffer);
  const row = iuaMessages[message];
  octets.set([version, 0, row.class, row.type]);
  view.setUint32(4, octets.length);
  let at = headerOctets;
  parameters.forEach(({ tag, value }, index) => {
    const size = sizes[index] ?? 0;
    view.setUint16(at, tag);
    view.setUint16(at + 2, size);
    octets.set(value, at + parameterHeaderOctets);
    at += size + (-size & 3);
  });
  return octets;
}

/** The value of the first parameter with this tag. */
export function parameterOf({ parameters }: IuaMessage, tag: keyof typeof iuaTags): Uint8Array | undefined {
  return parameters.find((parameter) => parameter.tag === iuaTags[tag])?.value;
}
