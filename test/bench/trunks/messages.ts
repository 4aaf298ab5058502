import { fromHex } from "../../../codecs/index.ts";

/**
 * Layer-3 messages of a load as octets that are patched and not encoded: a load must cost less than what it measures.
 * Markers stand for what differs from call to call.
 */
export const markers = {
  /** Calling number: the call it belongs to, in decimal. */
  calling: "77700000",
  called: "99999",
  /** B-channel of an E1 interface, `a9 83 8x`, preferred or exclusive. */
  channel: Uint8Array.of(0x18, 0x03, 0xa9, 0x83, 0x81),
  /** Of an H.225.0 call: no two have the same. */
  guid: Uint8Array.from({ length: 16 }, () => 0xcc),
} as const;

const ascii = (text: string): string => Buffer.from(text).toString("hex");
const header = "08020000";
const numbers = `6c0a0080${ascii(markers.calling)}700680${ascii(markers.called)}`;
const bearer = "04038090a3";
const channel = "1803a98381";
const connectionless = "0402a8801801ac";

/** Of a request, its result, "B is free" and the recall: those of a call back that is released (CC 3, flow F2). */
const apdus = {
  ccbsRequest: [
    "1c389faa068001008201008b0101a12a0201020201283022a00ba5090a0100120431303031",
    "a5090a0100120432303031400504038090a38d0100",
  ].join(""),
  result: "1c1b9faa068001008201008b0100a20d02010230080201283003800101",
  ccExecPossible:
    "1c339faa068001008201008b0101a12502010102011da01da5090a0100120431303031a5090a0100120432303031400504038090a3",
  ccRingout: "1c169faa068001008201008b0100a10802010402011f0500",
} as const;

/** Each without its call reference: that is patched. */
export const messages = {
  SETUP: `${header}05${bearer}${channel}${numbers}`,
  "SETUP ccbsRequest": `${header}05${connectionless}${apdus.ccbsRequest}${numbers}`,
  "SETUP ccExecPossible": `${header}05${connectionless}${apdus.ccExecPossible}${numbers}`,
  "SETUP ccRingout": `${header}05${bearer}${channel}${apdus.ccRingout}${numbers}`,
  "CALL PROCEEDING": `${header}02${channel}`,
  "CIS PROCEEDING": `${header}021801ac`,
  ALERTING: `${header}01`,
  CONNECT: `${header}07`,
  "CONNECT ACKNOWLEDGE": `${header}0f`,
  DISCONNECT: `${header}4508028190`,
  "DISCONNECT busy": `${header}4508028191`,
  RELEASE: `${header}4d08028190`,
  "RELEASE result": `${header}4d08028190${apdus.result}`,
  "RELEASE COMPLETE": `${header}5a08028190`,
} as const;

export type MessageKey = keyof typeof messages;

/** The octet that names a message (Q.931 4.4). */
export function typeOf(key: MessageKey): number {
  return types[key];
}

const types = Object.fromEntries(
  Object.entries(messages).map(([key, hex]) => [key, Number.parseInt(hex.slice(8, 10), 16)]),
) as { readonly [key in MessageKey]: number };

export function octetsOf(key: MessageKey): Uint8Array {
  const octets = fromHex(messages[key]);
  if (octets === undefined) throw new Error(`${key} is no hex`);
  return octets;
}

/** What a frame carries from call to call. */
export interface Particulars {
  readonly call: number;
  readonly called: string;
  readonly channel: number;
}

/** A frame around a message, and where it is to be patched. */
export class Template {
  readonly type: number;
  readonly #octets: Uint8Array;
  readonly #referenceAt: number;
  readonly #carrierReferenceAt: number | undefined;
  readonly #calling: readonly number[];
  readonly #called: readonly number[];
  readonly #channels: readonly number[];
  readonly #guids: readonly number[];

  /** Where the call reference stands, and that of the carrier where it has one; two octets each. */
  constructor(type: number, octets: Uint8Array, referenceAt: number, carrierReferenceAt?: number) {
    this.type = type;
    this.#octets = octets;
    this.#referenceAt = referenceAt;
    this.#carrierReferenceAt = carrierReferenceAt;
    this.#calling = placesOf(octets, Buffer.from(markers.calling));
    this.#called = placesOf(octets, Buffer.from(markers.called));
    this.#channels = placesOf(octets, markers.channel);
    this.#guids = placesOf(octets, markers.guid);
  }

  /** References with their flag in the highest of 16 bits, as the sender writes it. */
  fill(reference: number, carrierReference: number, { call, called, channel: slot }: Particulars): Uint8Array {
    const octets = new Uint8Array(this.#octets);
    octets[this.#referenceAt] = reference >> 8;
    octets[this.#referenceAt + 1] = reference;
    if (this.#carrierReferenceAt !== undefined) {
      octets[this.#carrierReferenceAt] = carrierReference >> 8;
      octets[this.#carrierReferenceAt + 1] = carrierReference;
    }
    for (const at of this.#calling) writeDigits(octets, at + 3, call);
    for (const at of this.#called) for (let i = 0; i < called.length; i += 1) octets[at + i] = called.charCodeAt(i);
    for (const at of this.#channels) octets[at + 4] = 0x80 | slot;
    for (const at of this.#guids) {
      octets[at + 14] = call >> 8;
      octets[at + 15] = call;
    }
    return octets;
  }
}

/** The call that a SETUP belongs to, by its calling number; undefined where it has none of ours. */
export function callOf(message: Uint8Array): number | undefined {
  const at = placesOf(message, Buffer.from(markers.calling.slice(0, 3)))[0];
  if (at === undefined) return undefined;
  let call = 0;
  for (let i = at + 3; i < at + markers.calling.length; i += 1) call = call * 10 + ((message[i] ?? 0x30) - 0x30);
  return call;
}

/** Calls of a load are told apart by so many digits. */
export const callsAtOnce = 100_000;

function writeDigits(octets: Uint8Array, at: number, value: number): void {
  let rest = value;
  for (let i = 4; i >= 0; i -= 1) {
    octets[at + i] = 0x30 + (rest % 10);
    rest = Math.floor(rest / 10);
  }
}

function placesOf(octets: Uint8Array, marker: Uint8Array): number[] {
  const buffer = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
  const places: number[] = [];
  for (let at = buffer.indexOf(marker); at !== -1; at = buffer.indexOf(marker, at + 1)) places.push(at);
  return places;
}
